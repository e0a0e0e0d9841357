//! What each column means: what a person chose, else what its header says, else what its values are. Values speak alone
//! only where they cannot be mistaken, or where the header says nothing. Counting them belongs to `values`.

use crate::cells::check_characters;
use crate::headers::{is_forbidden, is_mute, recognise};
use crate::mapping::{Confidence, Mapping, ProposedColumn};
use crate::meaning::{GuardianColumn, Meaning, Slot, StudentColumn};
use crate::values::{ValueKind, Values};

/// No header is longer.
const LETTERS: usize = 200;

/// The headers, each with a text by which it can be chosen: `#7` for the seventh when it has none.
pub(super) fn named(header: &[String]) -> Vec<String> {
    let seen = |letter: char| match check_characters(letter.encode_utf8(&mut [0; 4])) {
        Ok(()) => letter,
        Err(_) => '\u{FFFD}',
    };
    let name = |(place, text): (usize, &String)| match text.as_str() {
        "" => format!("#{}", place + 1),
        text => text.chars().take(LETTERS).map(seen).collect(),
    };
    header.iter().enumerate().map(name).collect()
}

/// The meaning that is chosen for a header or that it says by itself.
fn by_header(header: &str, mapping: &Mapping) -> (Option<Meaning>, Confidence) {
    match (mapping.choice(header), recognise(header)) {
        _ if is_forbidden(header) => (None, Confidence::Unknown),
        (Some(chosen), _) => (chosen, Confidence::Sure),
        (None, Some(found)) if found.guessed => (Some(found.meaning), Confidence::Guessed),
        (None, Some(found)) => (Some(found.meaning), Confidence::Sure),
        (None, None) => (None, Confidence::Unknown),
    }
}

/// Where both names stand in one cell, and the permanent code that may part them.
pub(super) struct NamePlaces {
    pub(super) full: Option<usize>,
    pub(super) code: Option<usize>,
}

pub(super) fn of_names(headers: &[String], mapping: &Mapping) -> NamePlaces {
    let place = |column| {
        headers
            .iter()
            .position(|header| by_header(header, mapping).0 == Some(Meaning::Student(column)))
    };
    let last = match place(StudentColumn::FirstNames) {
        Some(_) => None,
        None => place(StudentColumn::LastNames),
    };
    NamePlaces {
        full: place(StudentColumn::FullName).or(last),
        code: place(StudentColumn::PermanentCode),
    }
}

pub(super) fn propose(
    headers: &[String],
    values: &[Values],
    mapping: &Mapping,
) -> Vec<ProposedColumn> {
    let mut columns: Vec<ProposedColumn> = headers
        .iter()
        .zip(values)
        .map(|(header, values)| {
            let (meaning, confidence) = by_header(header, mapping);
            let contradicted = meaning.is_some_and(|meaning| values.contradict(meaning));
            ProposedColumn {
                header: header.clone(),
                samples: Vec::new(),
                meaning,
                confidence,
                values: values.kind(),
                contradicted,
                forbidden: is_forbidden(header),
            }
        })
        .collect();
    for place in 0..columns.len() {
        let Some(meaning) = by_values(place, &columns, mapping) else {
            continue;
        };
        if let Some(column) = columns.get_mut(place) {
            column.meaning = Some(meaning);
            column.confidence = Confidence::Guessed;
        }
    }
    for (column, values) in columns.iter_mut().zip(values) {
        column.samples = values.samples(column.meaning);
    }
    columns
}

/// What the values of a column without meaning are taken for, unless another column has that meaning.
fn by_values(place: usize, columns: &[ProposedColumn], mapping: &Mapping) -> Option<Meaning> {
    let column = columns.get(place)?;
    let is_open = column.meaning.is_none() && !column.forbidden;
    if !is_open || mapping.choice(&column.header).is_some() {
        return None;
    }
    let mute = is_mute(&column.header);
    let of_student = |column| Some(Meaning::Student(column));
    let of_respondent = |column| Some(Meaning::Guardian(Slot::RESPONDENT, column));
    let meaning = match column.values {
        // Four letters and eight digits that are a day: nothing else looks like this.
        ValueKind::PermanentCode => of_student(StudentColumn::PermanentCode),
        ValueKind::Date if mute => of_student(StudentColumn::BirthDate),
        ValueKind::Sex if mute => of_student(StudentColumn::Sex),
        ValueKind::SchoolCode if mute => of_student(StudentColumn::SchoolCode),
        ValueKind::Email if mute => of_respondent(GuardianColumn::Email),
        ValueKind::Phone if mute => of_respondent(GuardianColumn::Phone),
        _ => None,
    }?;
    let is_taken = columns.iter().any(|other| other.meaning == Some(meaning));
    (!is_taken).then_some(meaning)
}
