//! From the text of one cell to a value, and to the mask under which a bad one is reported.
//! Which cell stands where does not belong here.

use chrono::{Days, NaiveDate};
use domain::{EmailAddress, FicheNumber, FicheNumberError, PermanentCode, PermanentCodeError};
use unicode_normalization::UnicodeNormalization;

use crate::records::School;
use crate::report::{Field, Reason};

/// `None` for an empty cell.
pub(crate) type Read<T> = Result<Option<T>, Reason>;

/// Composed letters and single spaces, as the file has it otherwise.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !cleaned.is_empty() {
            cleaned.push(' ');
        }
        cleaned.extend(word.nfc());
    }
    cleaned
}

/// Refuses what could make a shown value read as another one.
pub(crate) fn check_characters(text: &str) -> Result<(), Reason> {
    for c in text.chars() {
        match c {
            '\u{FFFD}' => return Err(Reason::DamagedCharacter),
            '\u{61C}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => return Err(Reason::ControlCharacter),
            c if c.is_control() => return Err(Reason::ControlCharacter),
            _ => {}
        }
    }
    Ok(())
}

/// What a spreadsheet shows where a formula failed, in French or in English.
pub(crate) fn is_error(text: &str) -> bool {
    const ERRORS: &[&str] = &[
        "#REF!", "#N/A", "#N/D", "#NAME?", "#NOM?", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NULL!",
        "#NUL!", "#NUM!", "#NOMBRE!", "#SPILL!", "#CALC!", "#DATA!",
    ];
    text.starts_with('#') && (ERRORS.contains(&text) || text.bytes().all(|byte| byte == b'#'))
}

/// `Nom, Prénom`: the first comma parts them.
pub(crate) fn split_name(text: &str) -> Option<(String, String)> {
    text.split_once(',')
        .map(|(last, first)| (clean(last), clean(first)))
}

/// `AAAA-MM-JJ` or `JJ/MM/AAAA`, with `-`, `/` or `.`; a spreadsheet's serial number or midnight beside it are
/// accepted too (domain.md §12). Never month first: nothing tells 4 May from 5 April.
pub(crate) fn birth_date(text: &str) -> Read<NaiveDate> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.split_once([' ', 'T']).map_or(text, |(day, time)| {
        if time.starts_with("00:00") { day } else { text }
    });
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let number = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let date = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => calendar(number(year), number(month), number(day)),
        [day, month, year] if year.len() == 4 => calendar(number(year), number(month), number(day)),
        [serial] | [serial, "0"] if serial.len() == 5 => number(serial).and_then(spreadsheet_day),
        [whole] if whole.len() == 8 => number(whole)
            .and_then(|n| calendar(Some(n / 10_000), Some(n / 100 % 100), Some(n % 100))),
        _ => None,
    };
    date.filter(|date| (1900..2100).contains(&chrono::Datelike::year(date)))
        .map(Some)
        .ok_or(Reason::InvalidDate)
}

fn calendar(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year?).ok()?, month?, day?)
}

/// Spreadsheets count days from 30 December 1899.
fn spreadsheet_day(serial: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(serial)))
}

/// A fiche, or what a spreadsheet makes of one: `123.0`. Zeros alone are an empty cell.
pub(crate) fn fiche(text: &str) -> Read<FicheNumber> {
    let whole = text
        .strip_suffix(".0")
        .or_else(|| text.strip_suffix(",0"))
        .unwrap_or(text);
    match FicheNumber::parse(whole) {
        Ok(fiche) => Ok(Some(fiche)),
        Err(FicheNumberError::Empty | FicheNumberError::Zero) => Ok(None),
        Err(_) => Err(Reason::InvalidFiche),
    }
}

/// A permanent code as a cell has it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CodeCell {
    None,
    /// Ten characters: explained, not kept (domain.md §3).
    Temporary,
    Code(PermanentCode),
}

pub(crate) fn permanent_code(text: &str) -> Result<CodeCell, Reason> {
    match PermanentCode::parse(text) {
        Ok(code) => Ok(CodeCell::Code(code)),
        Err(PermanentCodeError::Empty) => Ok(CodeCell::None),
        Err(PermanentCodeError::Temporary) => Ok(CodeCell::Temporary),
        Err(_) => Err(Reason::InvalidPermanentCode),
    }
}

pub(crate) fn email(text: &str) -> Read<EmailAddress> {
    if text.is_empty() {
        return Ok(None);
    }
    EmailAddress::parse(text)
        .map(Some)
        .map_err(|_| Reason::InvalidEmail)
}

/// `762045`, `École des Érables`, or `762045 - École des Érables`.
pub(crate) fn school(text: &str) -> Option<School> {
    let text = clean(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (code, rest) = text.split_at(digits);
    let parted = rest.is_empty() || rest.starts_with([' ', '-', ':', ',']);
    if digits < 3 || !parted {
        return (!text.is_empty()).then_some(School {
            code: None,
            name: Some(text),
        });
    }
    let name = rest.trim_start_matches([' ', '-', ':', ',', '–']);
    Some(School {
        code: Some(code.to_owned()),
        name: (!name.is_empty()).then(|| name.to_owned()),
    })
}

pub(crate) fn priority(text: &str) -> Read<u8> {
    if text.is_empty() {
        return Ok(None);
    }
    let whole = text.strip_suffix(".0").unwrap_or(text);
    whole
        .parse()
        .ok()
        .filter(|priority| (1..=99).contains(priority))
        .map(Some)
        .ok_or(Reason::UnknownWord)
}

/// Masks a value for a report: digits always, names after the first letter of each word, codes and addresses by
/// their own rule. Words of closed lists stay, since they are what has to be mended.
pub(crate) fn mask(field: Field, value: &str) -> String {
    let by_its_own_rule = match field {
        Field::GuardianEmail => EmailAddress::parse(value).ok().map(|email| email.masked()),
        Field::PermanentCode => PermanentCode::parse(value).ok().map(|code| code.masked()),
        Field::Fiche => FicheNumber::parse(value).ok().map(FicheNumber::masked),
        _ => None,
    };
    if let Some(masked) = by_its_own_rule {
        return masked;
    }
    let words_stay = matches!(
        field,
        Field::Sex
            | Field::School
            | Field::Status
            | Field::Relationship
            | Field::Access
            | Field::Priority
            | Field::Language
            | Field::Role
    );
    let mut masked = String::new();
    let mut inside = false;
    for c in value.chars().take(40) {
        let shown = match c {
            c if check_characters(c.encode_utf8(&mut [0; 4])).is_err() => '\u{FFFD}',
            c if c.is_numeric() => '•',
            c if c.is_alphabetic() && inside && !words_stay => '•',
            c => c,
        };
        inside = c.is_alphanumeric();
        masked.push(shown);
    }
    if value.chars().count() > 40 {
        masked.push('…');
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_schools_export() {
        let date = |y, m, d| Ok(NaiveDate::from_ymd_opt(y, m, d));
        for (text, read) in [
            ("2015-03-09", date(2015, 3, 9)),
            ("2015/03/09", date(2015, 3, 9)),
            ("20150309", date(2015, 3, 9)),
            ("09/03/2015", date(2015, 3, 9)),
            ("9/3/2015", date(2015, 3, 9)),
            ("1/05/2023", date(2023, 5, 1)),
            ("2015-03-09 00:00:00", date(2015, 3, 9)),
            ("42072", date(2015, 3, 9)),
            ("42072.0", date(2015, 3, 9)),
            ("", Ok(None)),
            ("31/02/2015", Err(Reason::InvalidDate)),
            ("03/25/2015", Err(Reason::InvalidDate)),
            ("29/02/2009", Err(Reason::InvalidDate)),
            ("9/3/15", Err(Reason::InvalidDate)),
            ("0015-03-09", Err(Reason::InvalidDate)),
            ("+015-03-09", Err(Reason::InvalidDate)),
            ("hier", Err(Reason::InvalidDate)),
        ] {
            assert_eq!(birth_date(text), read, "{text}");
        }
    }

    #[test]
    fn a_fiche_survives_the_spreadsheet() {
        for (text, read) in [
            ("1234567", Ok(Some("1234567"))),
            ("0012345", Ok(Some("12345"))),
            ("123.0", Ok(Some("123"))),
            ("", Ok(None)),
            ("0000000", Ok(None)),
            ("12345678", Err(Reason::InvalidFiche)),
            ("12A4567", Err(Reason::InvalidFiche)),
        ] {
            assert_eq!(
                fiche(text).map(|fiche| fiche.map(|fiche| fiche.to_string())),
                read.map(|text| text.map(str::to_owned)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_school_is_a_code_a_name_or_both() {
        for (text, code, name) in [
            ("762045", Some("762045"), None),
            ("École des Érables", None, Some("École des Érables")),
            (
                "762045 - École des Érables",
                Some("762045"),
                Some("École des Érables"),
            ),
            ("055 Saint-Jean", Some("055"), Some("Saint-Jean")),
            ("3 Saisons", None, Some("3 Saisons")),
        ] {
            let school = school(text).unwrap();
            assert_eq!(
                (school.code.as_deref(), school.name.as_deref()),
                (code, name),
                "{text}"
            );
        }
        assert_eq!(school(" "), None);
    }

    #[test]
    fn what_is_reported_discloses_little() {
        for (field, value, masked) in [
            (Field::BirthDate, "31/02/2015", "••/••/••••"),
            (Field::PermanentCode, "TREO32530001", "T•••••••••••"),
            (Field::PermanentCode, "TREO71531501", "TREO••••••••"),
            (Field::Fiche, "12A4567", "•••••••"),
            (Field::LastNames, "De la Cruz", "D• l• C•••"),
            (Field::LastNames, "Tremblay\u{202E}", "T•••••••\u{FFFD}"),
            (Field::GuardianEmail, "marie@exemple", "m••••@e••••••"),
            (
                Field::GuardianEmail,
                "marie@example.org",
                "m•••@example.org",
            ),
            (Field::Status, "Transféré 2015", "Transféré ••••"),
        ] {
            assert_eq!(mask(field, value), masked, "{value}");
        }
    }
}
