//! Rows of the store as lines of a window; numbers are masked here, at the border.

use domain::{FicheNumber, PermanentCode, ServiceCentre};
use store::{ConfirmationRow, GuardianRow, MailRow, StudentRow};

use crate::contract::{
    AdultNames, ConfirmedLine, GuardianLine, OutboxLine, ParentChild, ServiceCentreLine,
    StudentLine,
};
use crate::visit::identity;

impl From<&StudentRow> for StudentLine {
    fn from(row: &StudentRow) -> Self {
        Self {
            id: row.id.0,
            last_names: row.last_names.clone(),
            first_names: row.first_names.clone(),
            birth_date: row.birth_date,
            fiche: row.fiche.map(FicheNumber::masked),
            school: row.school_name.clone(),
            group: row.group_name.clone(),
            active: row.active,
            incomplete: identity(row).is_incomplete(),
        }
    }
}

impl From<&StudentRow> for ParentChild {
    fn from(row: &StudentRow) -> Self {
        Self {
            first_names: row.first_names.clone(),
            last_names: row.last_names.clone(),
            school: row.school_name.clone(),
            group: row.group_name.clone(),
        }
    }
}

impl From<&GuardianRow> for GuardianLine {
    fn from(row: &GuardianRow) -> Self {
        Self {
            id: row.id.0,
            last_names: row.last_names.clone(),
            first_names: row.first_names.clone(),
            email: row.email.as_ref().map(|email| email.as_str().to_owned()),
            phone: row.phone.clone(),
            language: row.language.clone(),
        }
    }
}

impl From<&GuardianRow> for AdultNames {
    fn from(row: &GuardianRow) -> Self {
        Self {
            last_names: row.last_names.clone(),
            first_names: row.first_names.clone(),
        }
    }
}

impl From<&ConfirmationRow> for ConfirmedLine {
    fn from(row: &ConfirmationRow) -> Self {
        Self {
            at: row.at,
            method: row.method.into(),
            by: row.staff_name.clone(),
        }
    }
}

impl From<MailRow> for OutboxLine {
    fn from(row: MailRow) -> Self {
        use domain::WaitingState as S;
        let waits = matches!(row.state, S::Waiting | S::WillRetry);
        Self {
            id: row.id.0,
            kind: row.kind.into(),
            address: row.address.as_str().to_owned(),
            state: row.state.into(),
            tries: row.tries,
            created_at: row.created_at,
            due_at: waits.then_some(row.due_at),
            done_at: row.done_at,
            trouble: row.trouble.map(Into::into),
            server_words: row.server_words,
        }
    }
}

impl From<&ServiceCentre> for ServiceCentreLine {
    fn from(centre: &ServiceCentre) -> Self {
        Self {
            code: centre.code.to_string(),
            name: centre.name.to_owned(),
            kind: centre.kind.into(),
            former_name: centre.former_name.map(str::to_owned),
            acronyms: centre
                .acronyms
                .iter()
                .map(|&acronym| acronym.to_owned())
                .collect(),
        }
    }
}

/// The permanent code of a file, masked.
pub(crate) fn masked_code(row: &StudentRow) -> Option<String> {
    row.permanent_code.as_ref().map(PermanentCode::masked)
}
