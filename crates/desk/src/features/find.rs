//! Finding a child as the name is typed (domain.md §4). What is near and who comes first is the
//! store's `search.rs`; here numbers are masked.

use domain::{FicheNumber, PermanentCode};
use store::{Found, Met, MetField};

use crate::Desk;
use crate::contract::{FindStudents, FoundStudent, FoundStudents, MetText, StudentLine, TextMark};
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
                proposal_waits: row.proposal_waits,
                near: row.is_near,
                met: row.met.iter().map(|met| shown(row, met)).collect(),
            })
            .collect();
        Ok(FoundStudents { students, more })
    }
}

/// What was met as the window may see it: numbers masked.
fn shown(found: &Found, met: &Met) -> MetText {
    let masked = match met.field {
        MetField::Fiche => found.student.fiche.map(FicheNumber::masked),
        MetField::PermanentCode => found
            .student
            .permanent_code
            .as_ref()
            .map(PermanentCode::masked),
        _ => None,
    };
    let mark = |&(start, end): &(u32, u32)| TextMark { start, end };
    let (text, marks) = match masked {
        Some(text) => {
            let end = u32::try_from(text.encode_utf16().count()).unwrap_or_default();
            (text, vec![TextMark { start: 0, end }])
        }
        None => (met.text.clone(), met.marks.iter().map(mark).collect()),
    };
    MetText {
        field: met.field.into(),
        text,
        marks,
    }
}

/// The students whom every word of the query meets, the best first.
pub(crate) async fn find(open: &Open, query: &str, limit: u32) -> Outcome<Vec<Found>> {
    Ok(open.store.search(query, limit).await?)
}
