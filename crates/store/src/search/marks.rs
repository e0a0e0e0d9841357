//! What of a student the typed words met, and where to mark it (domain.md §4). Only what is shown is looked at: which
//! students are found, and in what order, was settled by `rank.rs`.

use domain::name::fold;

use super::WordKind;
use super::numbers::digits;
use super::query::Token;
use super::words::other_form;
use crate::registry::{GuardianRow, StudentRow};
use domain::slip::{Slip, Typed};

domain::text_enum! {
    /// Where what was typed stands.
    pub enum MetField {
        LastNames = "last_names",
        FirstNames = "first_names",
        Fiche = "fiche",
        PermanentCode = "permanent_code",
        Guardian = "guardian",
        Address = "address",
        Phone = "phone",
    }
}

/// A text in which something typed stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    pub field: MetField,
    /// As it is in the registry.
    pub text: String,
    /// From where to where, in UTF-16 code units as windows count them; in order, apart from one another.
    pub marks: Vec<(u32, u32)>,
}

/// How well a word meets a text: the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Exact,
    Begun,
    Slipped(Slip),
}

/// One part of a name: its folded letters, and where each comes from.
struct Part {
    letters: String,
    spans: Vec<(u32, u32)>,
}

type Hit = (How, Vec<(u32, u32)>);

/// What was met, and of what the least obvious word met: a guardian's name rather than the student's own.
pub(crate) fn met(
    student: &StudentRow,
    adults: &[GuardianRow],
    tokens: &[Token],
) -> (Vec<Met>, WordKind) {
    let mut all = Vec::new();
    let mut why = WordKind::Name;
    for token in tokens {
        let own = best(own_fields(student, token));
        let is_sure = own.as_ref().is_some_and(|(how, _)| *how <= How::Begun);
        let theirs = if is_sure {
            None
        } else {
            best(adults.iter().flat_map(|adult| adult_fields(adult, token)))
        };
        let (_, met) = match (own, theirs) {
            (Some(own), Some(theirs)) if theirs.0 < own.0 => theirs,
            (Some(own), _) => own,
            (None, Some(theirs)) => theirs,
            (None, None) => continue,
        };
        why = why.max(met.first().map_or(why, |met| met.field.kind()));
        all.extend(met);
    }
    (together(all), why)
}

/// Whether the student's own names and numbers are not all that was met.
pub(crate) fn needs_adults(student: &StudentRow, tokens: &[Token]) -> bool {
    !tokens
        .iter()
        .all(|token| best(own_fields(student, token)).is_some_and(|(how, _)| how <= How::Begun))
}

impl MetField {
    const fn kind(self) -> WordKind {
        match self {
            Self::LastNames | Self::FirstNames => WordKind::Name,
            Self::Fiche => WordKind::Fiche,
            Self::PermanentCode => WordKind::PermanentCode,
            Self::Guardian => WordKind::Guardian,
            Self::Address => WordKind::Address,
            Self::Phone => WordKind::Phone,
        }
    }
}

/// All fields that a word meets as well as it can.
fn best(fields: impl Iterator<Item = (How, Met)>) -> Option<(How, Vec<Met>)> {
    let mut best: Option<(How, Vec<Met>)> = None;
    for (how, met) in fields {
        match &mut best {
            Some((known, _)) if *known < how => {}
            Some((known, all))
                if *known == how
                    && all
                        .iter()
                        .all(|other| other.field.kind() == met.field.kind()) =>
            {
                all.push(met);
            }
            Some((known, _)) if *known == how => {}
            _ => best = Some((how, vec![met])),
        }
    }
    best
}

fn own_fields<'a>(
    student: &'a StudentRow,
    token: &'a Token,
) -> impl Iterator<Item = (How, Met)> + 'a {
    let names = [
        (MetField::LastNames, student.last_names.as_str()),
        (MetField::FirstNames, student.first_names.as_str()),
    ];
    let names = names
        .into_iter()
        .filter_map(move |(field, text)| in_name(field, text, token));
    let fiche = student.fiche.and_then(|fiche| {
        let text = fiche.to_string();
        let typed = token.text().trim_start_matches('0');
        let is_met = matches!(token, Token::Number(_)) && text.starts_with(typed);
        is_met.then(|| begun(MetField::Fiche, text, typed.len()))
    });
    let code = student.permanent_code.as_ref().and_then(|code| {
        let typed = token.text().to_uppercase();
        let is_met = matches!(token, Token::Code(_) | Token::Word(_)) && typed.len() > 3;
        (is_met && code.as_str().starts_with(&typed)).then(|| {
            begun(
                MetField::PermanentCode,
                code.as_str().to_owned(),
                typed.len(),
            )
        })
    });
    names.chain(fiche).chain(code)
}

fn adult_fields<'a>(
    adult: &'a GuardianRow,
    token: &'a Token,
) -> impl Iterator<Item = (How, Met)> + 'a {
    let name = format!("{} {}", adult.first_names, adult.last_names);
    let name = in_name(MetField::Guardian, name.trim(), token);
    let address = adult.email.as_ref().and_then(|email| {
        let is_met = matches!(token, Token::Address(_)) && email.folded().starts_with(token.text());
        is_met.then(|| {
            begun(
                MetField::Address,
                email.as_str().to_owned(),
                token.text().len(),
            )
        })
    });
    let phone = adult
        .phone
        .as_ref()
        .and_then(|phone| in_phone(phone, token));
    name.into_iter().chain(address).chain(phone)
}

fn begun(field: MetField, text: String, letters: usize) -> (How, Met) {
    let how = if text.chars().count() == letters {
        How::Exact
    } else {
        How::Begun
    };
    let end = text.chars().take(letters).map(width).sum();
    (
        how,
        Met {
            field,
            text,
            marks: vec![(0, end)],
        },
    )
}

fn in_name(field: MetField, text: &str, token: &Token) -> Option<(How, Met)> {
    let (Token::Word(word) | Token::Number(word)) = token else {
        return None;
    };
    let (how, marks) = in_parts(&parts(text), word)?;
    Some((
        how,
        Met {
            field,
            text: text.to_owned(),
            marks,
        },
    ))
}

fn in_phone(phone: &str, token: &Token) -> Option<(How, Met)> {
    let Token::Number(number) = token else {
        return None;
    };
    let number = if number.len() == 11 {
        number.trim_start_matches('1')
    } else {
        number
    };
    let first = digits(phone).rfind(number)?;
    let mut places = Vec::new();
    let mut at = 0;
    for letter in phone.chars() {
        if letter.is_ascii_digit() {
            places.push(at);
        }
        at += width(letter);
    }
    let marks = vec![(
        *places.get(first)?,
        *places.get(first + number.len() - 1)? + 1,
    )];
    Some((
        How::Exact,
        Met {
            field: MetField::Phone,
            text: phone.to_owned(),
            marks,
        },
    ))
}

/// Where a word stands in a name, as well as it can.
fn in_parts(parts: &[Part], word: &str) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    for at in 0..parts.len() {
        let Some((how, span)) = in_part(&parts[at..], word) else {
            continue;
        };
        match &mut best {
            Some((known, _)) if *known < how => {}
            Some((known, spans)) if *known == how => spans.push(span),
            _ => best = Some((how, vec![span])),
        }
    }
    best
}

/// How a word meets the first of these parts: in it, written in one with those after it, or by a slip.
fn in_part(parts: &[Part], word: &str) -> Option<(How, (u32, u32))> {
    let part = parts.first()?;
    let whole = || Some((part.spans.first()?.0, part.spans.last()?.1));
    let mut rest = word;
    for part in parts {
        let from = parts[0].spans.first()?.0;
        if part.letters.starts_with(rest) {
            let count = rest.chars().count();
            let how = if part.spans.len() == count {
                How::Exact
            } else {
                How::Begun
            };
            return Some((how, (from, part.spans.get(count.checked_sub(1)?)?.1)));
        }
        match rest.strip_prefix(part.letters.as_str()) {
            Some(left) => rest = left,
            None => break,
        }
    }
    if let Some(other) = other_form(&part.letters).filter(|other| other.starts_with(word)) {
        let how = if other == word {
            How::Exact
        } else {
            How::Begun
        };
        return Some((how, whole()?));
    }
    let slip = Typed::new(word)?.slip(&part.letters)?;
    Some((How::Slipped(slip), whole()?))
}

/// The parts of a name as `words.rs` has them, each letter with its place in the text.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut is_apart = true;
    let mut at = 0;
    for letter in text.chars() {
        let span = (at, at + width(letter));
        at = span.1;
        let folded = fold(letter.encode_utf8(&mut [0; 4]));
        if folded.is_empty() {
            // A mark belongs to the letter before it; anything else stands between two parts.
            match parts.last_mut().and_then(|part| part.spans.last_mut()) {
                Some(last) if fold(&format!("a{letter}a")) == "aa" => last.1 = span.1,
                _ => is_apart = true,
            }
            continue;
        }
        for letter in folded.chars() {
            if !letter.is_alphanumeric() {
                is_apart = true;
                continue;
            }
            if std::mem::take(&mut is_apart) {
                parts.push(Part {
                    letters: String::new(),
                    spans: Vec::new(),
                });
            }
            if let Some(part) = parts.last_mut() {
                part.letters.push(letter);
                part.spans.push(span);
            }
        }
    }
    parts
}

/// One text once, with everything that is marked in it.
fn together(all: Vec<Met>) -> Vec<Met> {
    let mut once: Vec<Met> = Vec::new();
    for met in all {
        match once
            .iter_mut()
            .find(|other| other.field == met.field && other.text == met.text)
        {
            Some(other) => other.marks.extend(met.marks),
            None => once.push(met),
        }
    }
    for met in &mut once {
        met.marks.sort_unstable();
        let mut apart: Vec<(u32, u32)> = Vec::new();
        for (from, to) in met.marks.drain(..) {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        met.marks = apart;
    }
    once.sort_by_key(|met| met.field);
    once
}

fn width(letter: char) -> u32 {
    if letter.len_utf16() == 2 { 2 } else { 1 }
}
