//! What the values of a column look like, whatever its header says: kinds, and a few samples to show.
//! What the column is taken for is settled in `survey`.

use std::collections::BTreeSet;

use domain::{EmailAddress, FicheNumber, PermanentCode};

use crate::cells::{self, CodeCell, check_characters};
use crate::dates::{DateEvidence, serial};
use crate::meaning::{GuardianColumn, Meaning, StudentColumn};
use crate::words;

domain::text_enum! {
    /// What nearly all values of a column are.
    pub enum ValueKind {
        Empty = "empty",
        PermanentCode = "permanent_code",
        Date = "date",
        Email = "email",
        Phone = "phone",
        Sex = "sex",
        /// Six digits, the same ones again and again.
        SchoolCode = "school_code",
        Number = "number",
        Text = "text",
    }
}

/// How many samples of a column are shown, and how long one may be.
const SAMPLES: usize = 10;
const SAMPLE_LETTERS: usize = 40;
/// Of these, how many are kept for letters outside of ASCII, which show a wrong encoding.
const ACCENTED: usize = 3;
/// How many different values are told from each other.
const DIFFERENT: usize = 200;

/// The values of one column as they pass by.
#[derive(Default)]
pub(crate) struct Values {
    filled: u32,
    codes: u32,
    dates: u32,
    emails: u32,
    phones: u32,
    sexes: u32,
    six_digits: u32,
    numbers: u32,
    words: u32,
    different: BTreeSet<String>,
    samples: Vec<String>,
    accented: Vec<String>,
    pub(crate) order: DateEvidence,
    /// Whole numbers with a fraction that says nothing: `123.0`.
    pub(crate) fractions: u32,
    /// Numbers that count days.
    pub(crate) serials: u32,
}

impl Values {
    pub(crate) fn add(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.keep(cell);
        self.order.see(cell);
        let whole = cell.strip_suffix(".0").unwrap_or(cell);
        let is_number = whole.bytes().all(|byte| byte.is_ascii_digit());
        self.fractions += u32::from(is_number && whole.len() < cell.len());
        self.serials += u32::from(serial(cell).is_some());
        self.numbers += u32::from(is_number);
        self.six_digits += u32::from(is_number && whole.len() == 6);
        self.codes += u32::from(is_code(cell));
        self.emails += u32::from(EmailAddress::parse(cell).is_ok());
        self.sexes += u32::from(matches!(words::sex(cell), Ok(Some(_))));
        self.phones += u32::from(is_phone(cell));
        // Five digits are a date only where something says so.
        self.dates += u32::from(!(is_number && whole.len() < 8) && is_date(cell));
        self.words += u32::from(cell.chars().any(char::is_alphabetic));
    }

    fn keep(&mut self, cell: &str) {
        if self.different.len() >= DIFFERENT {
            return;
        }
        let cell: String = cell.chars().take(SAMPLE_LETTERS + 1).collect();
        if !self.different.insert(cell.clone()) {
            return;
        }
        if !cell.is_ascii() && self.accented.len() < ACCENTED {
            self.accented.push(cell);
        } else if self.samples.len() < SAMPLES {
            self.samples.push(cell);
        }
    }

    /// Nine values in ten decide.
    pub(crate) fn kind(&self) -> ValueKind {
        let most = |count: u32| u64::from(count) * 10 >= u64::from(self.filled) * 9;
        let again = self.different.len() * 2 <= self.filled as usize;
        match () {
            () if self.filled == 0 => ValueKind::Empty,
            () if most(self.codes) => ValueKind::PermanentCode,
            () if most(self.emails) => ValueKind::Email,
            () if most(self.dates) => ValueKind::Date,
            () if most(self.phones) => ValueKind::Phone,
            () if most(self.sexes) => ValueKind::Sex,
            () if most(self.six_digits) && again => ValueKind::SchoolCode,
            () if most(self.numbers) => ValueKind::Number,
            () => ValueKind::Text,
        }
    }

    /// Whether the values cannot be what the header says: most of them are nothing of the kind.
    pub(crate) fn contradict(&self, meaning: Meaning) -> bool {
        let few = |count: u32| u64::from(count) * 2 < u64::from(self.filled);
        let kind = self.kind();
        self.filled > 0
            && match meaning {
                Meaning::Student(column) => match column {
                    StudentColumn::Fiche => few(self.numbers) || kind == ValueKind::Phone,
                    StudentColumn::PermanentCode => few(self.codes),
                    StudentColumn::BirthDate => few(self.dates) && few(self.numbers),
                    StudentColumn::Sex => few(self.sexes),
                    StudentColumn::LastNames
                    | StudentColumn::FirstNames
                    | StudentColumn::FullName => few(self.words) || is_no_name(kind),
                    StudentColumn::SchoolCode => few(self.numbers),
                    StudentColumn::School | StudentColumn::Group => is_no_name(kind),
                    StudentColumn::Status | StudentColumn::HomeLanguage => is_no_name(kind),
                },
                Meaning::Guardian(_, column) => match column {
                    GuardianColumn::Email => few(self.emails),
                    GuardianColumn::Phone => few(self.phones),
                    GuardianColumn::LastNames
                    | GuardianColumn::FirstNames
                    | GuardianColumn::FullName => few(self.words) || is_no_name(kind),
                    GuardianColumn::Priority => few(self.numbers),
                    GuardianColumn::Relationship
                    | GuardianColumn::Language
                    | GuardianColumn::Access => is_no_name(kind),
                },
            }
    }

    /// The first different values, those first that would show a wrong encoding; numbers of a child are masked.
    pub(crate) fn samples(&self, meaning: Option<Meaning>) -> Vec<String> {
        let all = self.accented.iter().chain(&self.samples);
        all.take(SAMPLES).map(|cell| shown(cell, meaning)).collect()
    }
}

const fn is_no_name(kind: ValueKind) -> bool {
    matches!(
        kind,
        ValueKind::PermanentCode | ValueKind::Email | ValueKind::Date | ValueKind::Phone
    )
}

/// A permanent code, or a temporary one: ten characters, of which four letters.
fn is_code(cell: &str) -> bool {
    match cells::permanent_code(cell) {
        Ok(CodeCell::Code(_)) => true,
        Ok(CodeCell::Temporary) => {
            let letters = cell.chars().filter(char::is_ascii_alphabetic).count();
            let digits = cell.chars().filter(char::is_ascii_digit).count();
            (letters, digits) == (4, 6)
        }
        _ => false,
    }
}

/// A date in either order.
fn is_date(cell: &str) -> bool {
    use crate::dates::{DateForm, DateOrder};
    use crate::excel::Epoch;
    DateOrder::ALL.iter().any(|&order| {
        let epoch = Epoch::Since1900;
        matches!(DateForm { order, epoch }.read(cell), Ok(Some(_)))
    })
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let number = cell.split(['p', 'P', 'x', 'e']).next().unwrap_or_default();
    let plain = number
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '/'));
    plain && (10..=16).contains(&digits) && !is_date(cell)
}

/// A value as it may be seen: the digits of a permanent code and a fiche are masked (domain.md §3).
fn shown(cell: &str, meaning: Option<Meaning>) -> String {
    if let Ok(code) = PermanentCode::parse(cell) {
        return code.masked();
    }
    let is = |column| meaning == Some(Meaning::Student(column));
    if is(StudentColumn::Fiche)
        && let Ok(fiche) = FicheNumber::parse(cell.strip_suffix(".0").unwrap_or(cell))
    {
        return fiche.masked();
    }
    let letters = cell.chars().take_while(|c| c.is_alphabetic()).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let masked = is(StudentColumn::PermanentCode) || ((3..=4).contains(&letters) && digits >= 6);
    let mut text = String::new();
    for letter in cell.chars().take(SAMPLE_LETTERS) {
        text.push(match letter {
            c if check_characters(c.encode_utf8(&mut [0; 4])).is_err() => '\u{FFFD}',
            c if masked && c.is_numeric() => '•',
            c => c,
        });
    }
    if cell.chars().count() > SAMPLE_LETTERS {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(cells: &[&str]) -> Values {
        let mut values = Values::default();
        for cell in cells {
            values.add(cell);
        }
        values
    }

    #[test]
    fn a_column_is_known_by_its_values() {
        for (cells, kind) in [
            (&["", ""][..], ValueKind::Empty),
            (
                &["TREO71531501", "gagl 9211 1201"],
                ValueKind::PermanentCode,
            ),
            (&["2015-03-09", "9/3/2015", "03/25/2015"], ValueKind::Date),
            (&["20150309"], ValueKind::Date),
            (&["a@example.org", "b@example.org"], ValueKind::Email),
            (
                &["514-555-0101", "(514) 555-0102", "514 555-0103 poste 4"],
                ValueKind::Phone,
            ),
            (&["5145550101"], ValueKind::Phone),
            (&["M", "F", "F"], ValueKind::Sex),
            (
                &["762045", "762045", "762046", "762046"],
                ValueKind::SchoolCode,
            ),
            (&["762045", "762046"], ValueKind::Number),
            (&["1234567", "123.0"], ValueKind::Number),
            (&["42072"], ValueKind::Number),
            (&["Tremblay", "Roy"], ValueKind::Text),
            (&["a@example.org", "Roy"], ValueKind::Text),
        ] {
            assert_eq!(values(cells).kind(), kind, "{cells:?}");
        }
    }

    #[test]
    fn one_stray_value_in_ten_changes_nothing() {
        let mut cells = vec!["TREO71531501"; 9];
        cells.push("à venir");
        assert_eq!(values(&cells).kind(), ValueKind::PermanentCode);
    }

    #[test]
    fn a_header_can_be_contradicted() {
        for (meaning, cells, contradicted) in [
            ("fiche", &["123", "4567.0"][..], false),
            ("fiche", &["514-555-0101"], true),
            ("birth_date", &["42072"], false),
            ("birth_date", &["a@example.org"], true),
            ("last_names", &["TREO71531501"], true),
            ("last_names", &["Roy", "Li"], false),
            ("mother_email", &["Julie", "Anne"], true),
            ("sex", &["M", "F"], false),
            ("group", &["2015-03-09"], true),
            ("permanent_code", &["", ""], false),
        ] {
            let meaning = Meaning::parse(meaning).unwrap();
            assert_eq!(values(cells).contradict(meaning), contradicted, "{meaning}");
        }
    }

    #[test]
    fn samples_show_accents_first_and_no_digit_of_a_child() {
        let names: Vec<String> = (0..20).map(|n| format!("Roy{n}")).collect();
        let mut cells: Vec<&str> = names.iter().map(String::as_str).collect();
        cells.extend(["Côté", "Roy1"]);
        let samples = values(&cells).samples(None);
        assert_eq!((samples.len(), samples[0].as_str()), (10, "Côté"));
        for (cell, meaning, expected) in [
            ("TREO71531501", None, "TREO••••••••"),
            ("TREO 7153 1501", None, "TREO••••••••"),
            ("TREO71531", None, "TREO71531"),
            ("TREO715315", None, "TREO••••••"),
            ("TREO99999999", None, "TREO••••••••"),
            ("TREO7", Some("permanent_code"), "TREO•"),
            ("Ro\u{202E}y", None, "Ro\u{FFFD}y"),
            ("2015-03-09", None, "2015-03-09"),
        ] {
            let meaning = meaning.and_then(Meaning::parse);
            assert_eq!(values(&[cell]).samples(meaning), [expected], "{cell}");
        }
        let fiche = values(&["1234567", "123.0"]).samples(Meaning::parse("fiche"));
        assert!(fiche.iter().all(|shown| shown.contains('•')), "{fiche:?}");
    }
}
