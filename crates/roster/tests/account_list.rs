//! The list of the accounts from before: what is read of a line, and what is said of one that cannot be.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fs;

use roster::{AccountColumn, AccountList, Limits, Reason, RosterError, read_account_list};

fn read(text: &str) -> Result<AccountList, RosterError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accounts.csv");
    fs::write(&path, text).unwrap();
    read_account_list(&path, &Limits::default())
}

#[test]
fn an_account_is_an_address_a_hash_or_none_and_fiches() {
    for text in [
        "address,password_hash,children\nNora@Example.org,\"$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFzaA\",4101 0004102\n\nli@example.org,,4104|4104\n",
        "Enfants;Courriel;Empreinte\n4101, 4102;Nora@Example.org;$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFzaA\n\n4104/4104.0;li@example.org;\n",
    ] {
        let list = read(text).unwrap();
        assert_eq!(list.faults, []);
        let told: Vec<_> = list
            .accounts
            .iter()
            .map(|account| {
                let children: Vec<_> = account.children.iter().map(ToString::to_string).collect();
                let address = account.address.as_str();
                (address, account.password_hash.is_some(), children.join(" "))
            })
            .collect();
        let nora = ("Nora@Example.org", true, "4101 4102".to_owned());
        let li = ("li@example.org", false, "4104".to_owned());
        assert_eq!(told, [nora, li], "{text}");
        let lines: Vec<_> = list.accounts.iter().map(|account| account.line).collect();
        assert_eq!(lines, [2, 4], "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_by_line_and_masked() {
    let list = read(
        "address,password_hash,children\n\
         nora@example.org,,4101\n\
         nora@,,4101\n\
         ,$argon2id$x,4101\n\
         li@example.org,,4101 12345678\n\
         jo@example.org,$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFzaA,4101\n",
    )
    .unwrap();
    assert_eq!(list.accounts.len(), 1);
    let told: Vec<_> = list
        .faults
        .iter()
        .map(|fault| (fault.line, fault.column, fault.reason, fault.value.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (3, AccountColumn::Address, Reason::InvalidEmail, "n•••@"),
            (4, AccountColumn::Address, Reason::Missing, ""),
            (5, AccountColumn::Children, Reason::InvalidFiche, "••••••••"),
            (6, AccountColumn::PasswordHash, Reason::ExtraCells, ""),
        ]
    );
}

#[test]
fn a_file_without_its_columns_or_its_lines_is_no_list() {
    let missing = read("address,children\nnora@example.org,4101\n").err();
    assert_eq!(
        missing.unwrap().to_string(),
        "the column password_hash is missing from accounts.csv"
    );
    for nothing in ["", "address,password_hash,children\n"] {
        assert!(
            matches!(read(nothing), Err(RosterError::Empty)),
            "{nothing}"
        );
    }
}
