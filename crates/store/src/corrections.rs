//! What was corrected at the desk and differs from what the source says (domain.md §12). Who may correct, and what an
//! import does of it, belongs to `desk` and `roster`.

use chrono::{DateTime, Utc};
use domain::StaffId;
use uuid::Uuid;

use crate::error::Result;
use crate::open::Store;
use crate::pool::{execute, read};
use crate::rows::{Stored as _, row};
use crate::write::{Actor, Write};

domain::text_enum! {
    /// What a correction is about.
    pub enum CorrectedKind {
        Student = "student",
        Guardian = "guardian",
        Guardianship = "guardianship",
    }
}

row! {
    /// A value set at the desk, beside what the source says.
    pub struct CorrectionRow {
        pub subject_kind: CorrectedKind,
        pub subject_id: Uuid,
        /// The adult of a guardianship, whose first id is the student's; else the same as the first.
        pub second_id: Uuid,
        /// The import's own name of the field.
        pub field: String,
        pub source_value: Option<String>,
        pub value: Option<String>,
        pub at: DateTime<Utc>,
        pub staff_id: Option<StaffId>,
    }
}

impl Store {
    /// The corrections of a student or an adult, those of their guardianships included.
    ///
    /// # Errors
    /// The database failed, or holds what no program wrote.
    pub async fn corrections_of(&self, id: Uuid) -> Result<Vec<CorrectionRow>> {
        read!(self, conn => sqlx::query_as(
            "select * from correction where subject_id = $1 or second_id = $1 order by field, second_id",
        ).bind(id).fetch_all(conn))
    }
}

impl Write {
    /// Keeps a correction, in the place of an earlier one of the same field; time and member of staff are the write's.
    ///
    /// # Errors
    /// The database refused.
    pub async fn put_correction(&mut self, correction: &CorrectionRow) -> Result<()> {
        let staff = match self.stamp().actor {
            Actor::Staff(staff) => Some(staff),
            _ => None,
        };
        let now = self.now();
        execute!(self, sqlx::query(
            "insert into correction (subject_kind, subject_id, second_id, field, source_value, value, at, staff_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (subject_id, second_id, field) do update set
                 source_value = excluded.source_value, value = excluded.value,
                 at = excluded.at, staff_id = excluded.staff_id",
        )
        .bind(correction.subject_kind.as_str())
        .bind(correction.subject_id)
        .bind(correction.second_id)
        .bind(&correction.field)
        .bind(&correction.source_value)
        .bind(&correction.value)
        .bind(now)
        .bind(staff.column()))?;
        Ok(())
    }

    /// What the source says now of a corrected field; none when it agrees, and the correction has done its work.
    ///
    /// # Errors
    /// The database refused.
    pub async fn tell_correction(
        &mut self,
        (subject, second): (Uuid, Uuid),
        field: &str,
        source_value: Option<&str>,
    ) -> Result<()> {
        match source_value {
            Some(value) => execute!(self, sqlx::query(
                "update correction set source_value = $4 where subject_id = $1 and second_id = $2 and field = $3",
            ).bind(subject).bind(second).bind(field).bind(value))?,
            None => execute!(self, sqlx::query(
                "delete from correction where subject_id = $1 and second_id = $2 and field = $3",
            ).bind(subject).bind(second).bind(field))?,
        };
        Ok(())
    }
}
