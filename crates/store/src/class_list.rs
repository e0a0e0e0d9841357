//! The registry as lists: the schools, their groups, the students of either, and how far each family is with its account
//! (domain.md §6, `FamilyStanding`). Every list comes page by page: a service centre has 100 000 students.
//! Finding one student belongs to `search.rs`, a student's whole file to `registry.rs`.

use domain::{Access, FamilyStanding, Relationship, SchoolId, StudentId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::open::Store;
use crate::pool::read;
use crate::registry::StudentRow;
use crate::rows::{Joined, places, row};

/// Which of several: whichever, those without any, or this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Which<T> {
    #[default]
    Any,
    Without,
    One(T),
}

/// Which students a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    pub school: Which<SchoolId>,
    pub group: Which<String>,
    /// Here, gone, or both.
    pub active: Option<bool>,
    /// Only those whose file no claim can match (domain.md §12).
    pub incomplete: bool,
    /// Only those whose family has no account yet.
    pub unserved: bool,
}

row! {
    /// A school of the registry, or the students without one, by their numbers; those who are gone are not counted.
    pub struct SchoolCount {
        pub id: Option<SchoolId>,
        pub name: Option<String>,
        pub students: u32,
        pub served: u32,
        pub incomplete: u32,
    }
}

row! {
    /// A group of a school, or its students without one; those who are gone are not counted.
    pub struct GroupCount {
        pub group_name: Option<String>,
        pub students: u32,
        pub served: u32,
        pub incomplete: u32,
    }
}

row! {
    /// The numbers of a list.
    pub struct ListCount {
        pub students: u32,
        pub served: u32,
        pub incomplete: u32,
    }
}

row! {
    /// How far the family of a listed student is.
    pub struct StandingRow {
        pub standing: FamilyStanding,
    }
}

row! {
    /// An adult on the file of a listed student.
    pub struct ListedAdult {
        pub student_id: StudentId,
        pub last_names: String,
        pub first_names: String,
        pub relationship: Relationship,
        pub access: Access,
        pub has_address: bool,
        pub has_account: bool,
        /// One of these accounts has a proven address.
        pub is_proven: bool,
        /// One of these accounts is confirmed for this student.
        pub is_confirmed: bool,
    }
}

/// An account tied to the student and confirmed for it, of an adult who is not restricted; what the address must be is
/// added. An adult whom an import took off the file keeps the account, and what it was confirmed for.
macro_rules! confirmed {
    ($proof:literal) => {
        concat!(
            "select association.student_id from association
             join account on account.id = association.account_id
             join confirmation on confirmation.account_id = association.account_id
                 and confirmation.student_id = association.student_id
             left join guardianship on guardianship.guardian_id = account.guardian_id
                 and guardianship.student_id = association.student_id
             where suspended_at is null and revoked_at is null and taken_back_at is null and closed_at is null
                 and coalesce(guardianship.access, 'unknown') <> 'restricted' and ",
            $proof
        )
    };
}

/// The students whose family has its account, as one table to join.
const SERVED: &str = concat!(
    "(select distinct student_id from (",
    confirmed!("address_proven_at is not null"),
    ") confirmed) served"
);

/// The same of one student, as a column.
const STANDING: &str = concat!(
    "case
     when student.id in (",
    confirmed!("address_proven_at is not null and association.student_id = student.id"),
    ") then 'served'
     when student.id in (",
    confirmed!("address_proven_at is null and association.student_id = student.id"),
    ") then 'awaiting_proof'
     when exists (select 1 from guardianship join account on account.guardian_id = guardianship.guardian_id
         where guardianship.student_id = student.id and access <> 'restricted' and closed_at is null) then 'account'
     else 'none' end as standing"
);

/// As `domain::FileIdentity::is_incomplete` has it.
const INCOMPLETE: &str = "(birth_date is null or (fiche is null and permanent_code is null))";

/// The numbers of the students that a statement groups or lists, beside [`SERVED`].
fn numbers() -> String {
    format!(
        "count(*) as students, count(served.student_id) as served,
         count(case when {INCOMPLETE} then 1 end) as incomplete"
    )
}

/// What a filter binds, in the order of its places.
enum Bound {
    Id(Uuid),
    Text(String),
    Number(i64),
}

/// Binds the values in their order.
macro_rules! bound {
    ($query:expr, $values:expr) => {
        $values.iter().fold($query, |query, value| match value {
            Bound::Id(id) => query.bind(*id),
            Bound::Text(text) => query.bind(text.clone()),
            Bound::Number(number) => query.bind(*number),
        })
    };
}

impl ListFilter {
    /// The conditions of this filter and what they bind. A condition that is not asked for is not written, so that both
    /// databases find their index.
    fn conditions(&self) -> (String, Vec<Bound>) {
        let mut all = vec!["true".to_owned()];
        let mut values = Vec::new();
        match &self.school {
            Which::Any => {}
            Which::Without => all.push("school_id is null".to_owned()),
            Which::One(id) => {
                values.push(Bound::Id(id.0));
                all.push(format!("school_id = ${}", values.len()));
            }
        }
        match &self.group {
            Which::Any => {}
            Which::Without => all.push("group_name is null".to_owned()),
            Which::One(name) => {
                values.push(Bound::Text(name.clone()));
                all.push(format!("group_name = ${}", values.len()));
            }
        }
        match self.active {
            None => {}
            Some(true) => all.push("active = true".to_owned()),
            Some(false) => all.push("active = false".to_owned()),
        }
        if self.incomplete {
            all.push(INCOMPLETE.to_owned());
        }
        (all.join(" and "), values)
    }
}

impl Store {
    /// The schools that have students here, by name, the students without a school last; so many from the one at `from`.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote. So for every function of this file.
    pub async fn school_counts(&self, from: u32, limit: u32) -> Result<Vec<SchoolCount>> {
        let sql = format!(
            "select school.id as id, school.name as name, {}
             from student left join school on school.id = student.school_id
             left join {SERVED} on served.student_id = student.id
             where active = true group by school.id, school.name, school.name_folded
             order by case when school.id is null then 1 else 0 end, school.name_folded, school.id
             limit $1 offset $2",
            numbers()
        );
        read!(self, conn => sqlx::query_as(AssertSqlSafe(sql))
            .bind(i64::from(limit)).bind(i64::from(from)).fetch_all(conn))
    }

    /// The groups of a school that have students here, by name, the students without a group last; so many from the one
    /// at `from`.
    ///
    /// # Errors
    /// As for [`Store::school_counts`].
    pub async fn group_counts(
        &self,
        school: Which<SchoolId>,
        from: u32,
        limit: u32,
    ) -> Result<Vec<GroupCount>> {
        let filter = ListFilter {
            school,
            active: Some(true),
            ..ListFilter::default()
        };
        let (conditions, mut values) = filter.conditions();
        values.extend([limit, from].map(|number| Bound::Number(i64::from(number))));
        let sql = format!(
            "select group_name, {} from student left join {SERVED} on served.student_id = student.id
             where {conditions} group by group_name
             order by case when group_name is null then 1 else 0 end, group_name limit ${} offset ${}",
            numbers(),
            values.len() - 1,
            values.len()
        );
        read!(self, conn => bound!(sqlx::query_as(AssertSqlSafe(sql)), values).fetch_all(conn))
    }

    /// How many students a list holds and how far their families are, whether or not it leaves some of these out.
    ///
    /// # Errors
    /// As for [`Store::school_counts`].
    pub async fn list_count(&self, filter: &ListFilter) -> Result<ListCount> {
        let (conditions, values) = filter.conditions();
        let sql = format!(
            "select {} from student left join {SERVED} on served.student_id = student.id where {conditions}",
            numbers()
        );
        read!(self, conn => bound!(sqlx::query_as(AssertSqlSafe(sql)), values).fetch_one(conn))
    }

    /// A page of a list, by name: so many students after `after`, or the first.
    ///
    /// # Errors
    /// As for [`Store::school_counts`].
    pub async fn list_students(
        &self,
        filter: &ListFilter,
        after: Option<StudentId>,
        limit: u32,
    ) -> Result<Vec<(StudentRow, FamilyStanding)>> {
        let (mut conditions, mut values) = filter.conditions();
        if filter.unserved {
            conditions.push_str(" and served.student_id is null");
        }
        if let Some(after) = after {
            values.push(Bound::Id(after.0));
            conditions.push_str(&format!(
                " and (last_folded, first_folded, student.id) >
                     (select last_folded, first_folded, id from student where id = ${})",
                values.len()
            ));
        }
        let served = if filter.unserved {
            format!("left join {SERVED} on served.student_id = student.id")
        } else {
            String::new()
        };
        values.push(Bound::Number(i64::from(limit)));
        let sql = format!(
            "select student.*, school.name as school_name, school.code as school_code, {STANDING}
             from student left join school on school.id = student.school_id {served}
             where {conditions} order by last_folded, first_folded, student.id limit ${}",
            values.len()
        );
        let rows: Vec<Joined<StudentRow, StandingRow>> = read!(self, conn => bound!(sqlx::query_as(AssertSqlSafe(sql)), values).fetch_all(conn))?;
        Ok(rows
            .into_iter()
            .map(|Joined(student, standing)| (student, standing.standing))
            .collect())
    }

    /// The adults on the files of these students, at most some thousands: student by student, who is called first before
    /// the others.
    ///
    /// # Errors
    /// As for [`Store::school_counts`].
    pub async fn listed_adults(&self, students: &[StudentId]) -> Result<Vec<ListedAdult>> {
        if students.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "select guardianship.student_id, last_names, first_names, relationship, access,
                 guardian.email is not null as has_address,
                 exists (select 1 from account where guardian_id = guardian.id and closed_at is null) as has_account,
                 exists (select 1 from account where guardian_id = guardian.id and closed_at is null
                     and address_proven_at is not null) as is_proven,
                 exists (select 1 from account
                     join association on association.account_id = account.id
                     join confirmation on confirmation.account_id = account.id
                         and confirmation.student_id = association.student_id
                     where account.guardian_id = guardian.id and association.student_id = guardianship.student_id
                         and closed_at is null and revoked_at is null and suspended_at is null
                         and taken_back_at is null) as is_confirmed
             from guardianship join guardian on guardian.id = guardianship.guardian_id
             where guardianship.student_id in ({})
             order by guardianship.student_id, coalesce(priority, 1000), name_folded, guardian.id",
            places(1, students.len())
        );
        read!(self, conn => students
            .iter()
            .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id.0))
            .fetch_all(conn))
    }
}

#[cfg(test)]
mod tests;
