//! Finding a child as the name is typed (domain.md §4). A plain prefix search for now: the store has the words.

use store::{Found, query_words};

use crate::Desk;
use crate::contract::{FindStudents, FoundStudent, FoundStudents, StudentLine};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

const USUAL: u32 = 20;
const MOST: u32 = 50;

impl Desk {
    pub(crate) async fn find_students(&self, request: FindStudents) -> Outcome<FoundStudents> {
        let open = self.staffed(Permission::Find).await?;
        let limit = request.limit.unwrap_or(USUAL).clamp(1, MOST);
        let mut rows = find(&open, &request.query, limit + 1).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let students = rows
            .iter()
            .map(|row| FoundStudent {
                student: StudentLine::from(&row.student),
                why: row.why.into(),
            })
            .collect();
        Ok(FoundStudents { students, more })
    }
}

/// The students whom every word of the query meets, the best first.
pub(crate) async fn find(open: &Open, query: &str, limit: u32) -> Outcome<Vec<Found>> {
    Ok(open.store.search(&query_words(query), limit).await?)
}
