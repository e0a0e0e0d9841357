//! Reads a list of the accounts that existed before Guichet (domain.md §1): an address, a password's hash or none, and the
//! children by their fiches. Whether a hash is taken in and who the children are do not belong here.

use std::path::Path;

use domain::{EmailAddress, FicheNumber};

use crate::cells::{self, check_characters};
use crate::keys::fold;
use crate::report::{Field, Reason};
use crate::source::{Content, SourceFile};
use crate::table::{Row, Shape, Table};
use crate::{Limits, RosterError};

/// What parts the fiches of one cell.
const BETWEEN_FICHES: [char; 5] = [' ', ',', ';', '|', '/'];

domain::text_enum! {
    /// A column of the list.
    pub enum AccountColumn {
        Address = "address",
        PasswordHash = "password_hash",
        Children = "children",
    }
}

impl AccountColumn {
    /// The headers under which it is known, folded; the first is the one that is asked for.
    const fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Address => &["address", "adresse", "courriel", "email", "e mail"],
            Self::PasswordHash => &["password hash", "hash", "phc", "empreinte"],
            Self::Children => &["children", "enfants", "fiches", "fiche"],
        }
    }

    fn is(self, header: &str) -> bool {
        let folded = fold(&header.replace('_', " "));
        self.headers().contains(&folded.as_str())
    }
}

/// One account of the list.
#[derive(Clone, PartialEq, Eq)]
pub struct ListedAccount {
    /// Counted from 1, the header being the first.
    pub line: u64,
    pub address: EmailAddress,
    /// As the file has it, not looked at. There is no `Debug` here for its sake.
    pub password_hash: Option<String>,
    /// Each once.
    pub children: Vec<FicheNumber>,
}

/// What cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFault {
    pub line: u64,
    pub column: AccountColumn,
    pub reason: Reason,
    /// Masked; of a hash, nothing.
    pub value: String,
}

/// The list as it was read.
#[derive(Default)]
pub struct AccountList {
    pub accounts: Vec<ListedAccount>,
    pub faults: Vec<AccountFault>,
}

/// Reads the list at `path`.
///
/// # Errors
/// Unreadable, no table, without one of its three columns, or without one line.
pub fn read_account_list(path: &Path, limits: &Limits) -> Result<AccountList, RosterError> {
    if std::fs::metadata(path)?.len() > limits.total_bytes {
        return Err(RosterError::TooLarge);
    }
    let name = path.file_name().unwrap_or_default();
    let file = SourceFile {
        name: name.to_string_lossy().into_owned(),
        content: Content::File(path.to_owned()),
    };
    let known = |header: &[String]| {
        let is_known = |name: &&String| AccountColumn::ALL.iter().any(|column| column.is(name));
        header.iter().filter(is_known).count()
    };
    let mut table = Table::open(&file, b",;\t", known, limits)?;
    let wanted = wanted(&table)?;
    let mut list = AccountList::default();
    while let Some(row) = table.next_row(&wanted)? {
        match account(&row) {
            Ok(account) => list.accounts.push(account),
            Err(fault) => list.faults.push(fault),
        }
    }
    if list.accounts.is_empty() && list.faults.is_empty() {
        return Err(RosterError::Empty);
    }
    Ok(list)
}

fn wanted(table: &Table) -> Result<[usize; 3], RosterError> {
    let place = |column: AccountColumn| {
        let found = table.header().iter().position(|name| column.is(name));
        found.ok_or_else(|| RosterError::MissingColumn {
            file: table.file.to_string(),
            name: column.as_str().to_owned(),
        })
    };
    Ok([
        place(AccountColumn::Address)?,
        place(AccountColumn::PasswordHash)?,
        place(AccountColumn::Children)?,
    ])
}

fn account(row: &Row) -> Result<ListedAccount, AccountFault> {
    let fault = |column, reason, value: &str| AccountFault {
        line: row.line,
        column,
        reason,
        value: masked(column, value),
    };
    let [address, hash, children] = &row.cells[..] else {
        return Err(fault(AccountColumn::Address, Reason::Missing, ""));
    };
    let badly_shaped = match row.shape {
        Shape::Sound => None,
        Shape::TooLong => Some(Reason::TooLong),
        Shape::ExtraCells => Some(Reason::ExtraCells),
    };
    if let Some(reason) = badly_shaped {
        return Err(fault(AccountColumn::PasswordHash, reason, ""));
    }
    for (column, cell) in AccountColumn::ALL.iter().zip(&row.cells) {
        check_characters(cell).map_err(|reason| fault(*column, reason, cell))?;
    }
    let (address, hash) = (address.trim(), hash.trim());
    let read = cells::email(address)
        .and_then(|address| address.ok_or(Reason::Missing))
        .map_err(|reason| fault(AccountColumn::Address, reason, address))?;
    let mut fiches = Vec::new();
    for text in children
        .split(BETWEEN_FICHES)
        .filter(|text| !text.is_empty())
    {
        let fiche = cells::fiche(text)
            .and_then(|fiche| fiche.ok_or(Reason::InvalidFiche))
            .map_err(|reason| fault(AccountColumn::Children, reason, text))?;
        if !fiches.contains(&fiche) {
            fiches.push(fiche);
        }
    }
    Ok(ListedAccount {
        line: row.line,
        address: read,
        password_hash: (!hash.is_empty()).then(|| hash.to_owned()),
        children: fiches,
    })
}

fn masked(column: AccountColumn, value: &str) -> String {
    match column {
        AccountColumn::Address => cells::mask(Field::GuardianEmail, value),
        AccountColumn::PasswordHash => String::new(),
        AccountColumn::Children => cells::mask(Field::Fiche, value),
    }
}
