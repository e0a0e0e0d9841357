//! The registry as lists (domain.md §11, §14): the schools, their groups, the students of either and how far each family
//! is. Looking at a list opens no file, so that it is no entry of the journal; writing one to a file is (`export`).

mod export;
mod file;

use std::collections::HashMap;

use domain::{SchoolId, StudentId};
use store::{ListCount, ListFilter, ListedAdult, StudentRow, Which};

use crate::Desk;
use crate::contract::{
    AccountStanding, GroupChoice, GroupLine, GroupPage, ListCounts, ListGroups, ListSchools,
    ListStudents, ListedAdultLine, ListedStudent, Presence, SchoolChoice, SchoolLine, SchoolPage,
    StudentFilter, StudentLine, StudentPage,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// So many lines of a list come at once.
const PAGE: u32 = 100;

impl Desk {
    pub(crate) async fn list_schools(&self, request: ListSchools) -> Outcome<SchoolPage> {
        let open = self.staffed(Permission::Find).await?;
        let rows = open.store.school_counts(request.from, PAGE + 1).await?;
        let more = rows.len() > PAGE as usize;
        let schools = rows.into_iter().take(PAGE as usize).map(|row| SchoolLine {
            id: row.id.map(|id| id.0),
            name: row.name,
            counts: ListCounts {
                students: row.students,
                served: row.served,
                incomplete: row.incomplete,
            },
        });
        Ok(SchoolPage {
            schools: schools.collect(),
            more,
        })
    }

    pub(crate) async fn list_groups(&self, request: ListGroups) -> Outcome<GroupPage> {
        let open = self.staffed(Permission::Find).await?;
        let rows = open
            .store
            .group_counts(request.school.into(), request.from, PAGE + 1)
            .await?;
        let more = rows.len() > PAGE as usize;
        let groups = rows.into_iter().take(PAGE as usize).map(|row| GroupLine {
            name: row.group_name,
            counts: ListCounts {
                students: row.students,
                served: row.served,
                incomplete: row.incomplete,
            },
        });
        Ok(GroupPage {
            groups: groups.collect(),
            more,
        })
    }

    pub(crate) async fn list_students(&self, request: ListStudents) -> Outcome<StudentPage> {
        let open = self.staffed(Permission::Find).await?;
        let filter = ListFilter::from(request.filter);
        let after = request.after.map(StudentId);
        let mut listed = page(&open, &filter, after, PAGE + 1).await?;
        let more = listed.len() > PAGE as usize;
        listed.truncate(PAGE as usize);
        Ok(StudentPage {
            students: listed.iter().map(Listed::line).collect(),
            more,
            counts: open.store.list_count(&filter).await?.into(),
        })
    }
}

/// A student of a list as read.
struct Listed {
    row: StudentRow,
    standing: domain::FamilyStanding,
    adults: Vec<ListedAdult>,
}

/// So many students after `after`, each with the adults on the file.
async fn page(
    open: &Open,
    filter: &ListFilter,
    after: Option<StudentId>,
    limit: u32,
) -> Outcome<Vec<Listed>> {
    let rows = open.store.list_students(filter, after, limit).await?;
    let ids: Vec<_> = rows.iter().map(|(row, _)| row.id).collect();
    let mut adults: HashMap<StudentId, Vec<ListedAdult>> = HashMap::new();
    for adult in open.store.listed_adults(&ids).await? {
        adults.entry(adult.student_id).or_default().push(adult);
    }
    let listed = rows.into_iter().map(|(row, standing)| Listed {
        adults: adults.remove(&row.id).unwrap_or_default(),
        row,
        standing,
    });
    Ok(listed.collect())
}

impl Listed {
    fn line(&self) -> ListedStudent {
        ListedStudent {
            student: StudentLine::from(&self.row),
            standing: self.standing.into(),
            adults: self.adults.iter().map(ListedAdultLine::from).collect(),
        }
    }
}

impl From<&ListedAdult> for ListedAdultLine {
    fn from(adult: &ListedAdult) -> Self {
        let account = match (adult.has_account, adult.is_proven) {
            (false, _) => AccountStanding::None,
            (true, false) => AccountStanding::AwaitingProof,
            (true, true) => AccountStanding::Account,
        };
        Self {
            last_names: adult.last_names.clone(),
            first_names: adult.first_names.clone(),
            relationship: adult.relationship.into(),
            access: adult.access.into(),
            has_address: adult.has_address,
            account: account.into(),
            confirmed: adult.is_confirmed,
        }
    }
}

impl From<ListCount> for ListCounts {
    fn from(row: ListCount) -> Self {
        Self {
            students: row.students,
            served: row.served,
            incomplete: row.incomplete,
        }
    }
}

impl From<SchoolChoice> for Which<SchoolId> {
    fn from(choice: SchoolChoice) -> Self {
        match choice {
            SchoolChoice::Any => Self::Any,
            SchoolChoice::Without => Self::Without,
            SchoolChoice::One { id } => Self::One(SchoolId(id)),
        }
    }
}

impl From<GroupChoice> for Which<String> {
    fn from(choice: GroupChoice) -> Self {
        match choice {
            GroupChoice::Any => Self::Any,
            GroupChoice::Without => Self::Without,
            GroupChoice::One { name } => Self::One(name),
        }
    }
}

impl From<StudentFilter> for ListFilter {
    fn from(filter: StudentFilter) -> Self {
        Self {
            school: filter.school.into(),
            group: filter.group.into(),
            active: match filter.presence.0 {
                Presence::Here => Some(true),
                Presence::Gone => Some(false),
                Presence::Both => None,
            },
            incomplete: filter.incomplete,
            unserved: filter.unserved,
        }
    }
}
