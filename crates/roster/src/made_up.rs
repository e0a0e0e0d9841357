//! Made-up registries: for the demo school, for tests, for measuring. Nobody in them exists; the rules they follow
//! (codes, fiches, families) are real. Reading them back is for the ordinary readers.

mod names;
mod syllables;

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use domain::name::fold;
use domain::{PermanentCode, Sex};

use names::{Custom, ORIGINS, Origin, SCHOOLS};

/// Ages are counted on 30 September of this year, when the school year counts its pupils. A fixed year, since the
/// same seed must give the same bytes whatever the day.
const SCHOOL_YEAR: i32 = 2026;
/// Pre-school and six years of primary school.
const GRADES: u64 = 7;
const PUPILS_IN_A_GROUP: usize = 24;
const PUPILS_IN_A_SCHOOL: usize = 700;
/// A large registry has many more names than the lists: from this family on, more than half of them are put together.
const RICH_FROM_FAMILY: usize = 2_000;
const RARE_LAST_NAMES_PERCENT: u64 = 60;
const RARE_FIRST_NAMES_PERCENT: u64 = 35;
/// So many adults share the numbers kept for invented people.
const FEW_ADULTS: usize = 2_000;
/// More would run out of names and fiches.
const MOST_STUDENTS: usize = 1_000_000;
/// Made-up schools have codes that no service centre has.
const FIRST_SCHOOL_CODE: usize = 999_001;

const HEADER: [&str; 18] = [
    "Fiche",
    "Code permanent",
    "Nom",
    "Prénom",
    "Date de naissance",
    "Sexe",
    "Code école",
    "École",
    "Groupe-repère",
    "Statut",
    "Répondant",
    "Prénom répondant",
    "Lien",
    "Courriel répondant",
    "Téléphone",
    "Langue à la maison",
    "Priorité",
    "Accès",
];

/// A registry of families that do not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeUpRegistry {
    lines: Vec<[String; HEADER.len()]>,
}

/// Makes `students` students (a million at most) with their adults. The same numbers give the same registry, on every machine and in
/// every version of every library.
#[must_use]
pub fn generate(students: usize, seed: u64) -> MadeUpRegistry {
    let students = students.min(MOST_STUDENTS);
    let mut town = Town::new(seed);
    let mut family = 0;
    while town.students < students {
        town.add_family(family, students);
        family += 1;
    }
    MadeUpRegistry { lines: town.lines }
}

impl MadeUpRegistry {
    /// The registry as a student system exports it: UTF-8 with `;`, one line a student and adult.
    #[must_use]
    pub fn to_csv(&self) -> Vec<u8> {
        let mut csv = Vec::new();
        for line in std::iter::once(HEADER.map(str::to_owned)).chain(self.lines.iter().cloned()) {
            // No made-up value has a separator, a quote or a line break in it.
            csv.extend_from_slice(line.join(";").as_bytes());
            csv.push(b'\n');
        }
        csv
    }
}

/// A small generator of its own (splitmix64): the libraries' may change their numbers from one version to the next,
/// and the same seed must keep giving the same bytes.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.roll() % sides.max(1)
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn pick(&mut self, names: &[&'static str]) -> &'static str {
        let place = usize::try_from(self.below(names.len() as u64)).unwrap_or_default();
        names.get(place).copied().unwrap_or_default()
    }
}

/// An adult with everything that a line says of them.
#[derive(Clone)]
struct Adult {
    last_names: String,
    first_names: String,
    email: String,
    phone: String,
    relationship: &'static str,
    access: &'static str,
}

/// How the adults of a family live.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Household {
    Together,
    /// Two addresses, perhaps one of them restricted by a court.
    Separated {
        restricted: bool,
    },
    OneParent,
    /// Neither parent: a tutor, or a grandmother.
    Tutor,
}

/// What is drawn so far, with what must not be drawn twice.
struct Town {
    dice: Dice,
    students: usize,
    /// Whether names that are on no list may be drawn.
    rich: bool,
    first_fiche: u64,
    emails: HashSet<String>,
    adults: HashSet<String>,
    codes: HashSet<String>,
    children: HashSet<String>,
    /// Pupils in each grade of the school that is being filled.
    in_grade: [usize; GRADES as usize],
    /// A father who lives apart, and may have children in the next family too.
    elsewhere: Option<Adult>,
    lines: Vec<[String; HEADER.len()]>,
}

impl Town {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let first_fiche = dice.roll();
        Self {
            dice,
            students: 0,
            rich: false,
            first_fiche: first_fiche % 1_000_000,
            emails: HashSet::new(),
            adults: HashSet::new(),
            codes: HashSet::new(),
            children: HashSet::new(),
            in_grade: [0; GRADES as usize],
            elsewhere: None,
            lines: Vec::new(),
        }
    }

    fn add_family(&mut self, family: usize, students: usize) {
        self.rich = family >= RICH_FROM_FAMILY;
        let origin = self.origin();
        // The first families show every situation, however small the registry.
        let household = match (family, self.dice.below(100)) {
            (1, _) => Household::Separated { restricted: true },
            (3, _) => Household::Tutor,
            (_, 0..=62) => Household::Together,
            (_, 63..=84) => Household::Separated {
                restricted: self.dice.percent(6),
            },
            (_, 85..=95) => Household::OneParent,
            _ => Household::Tutor,
        };
        let other = if self.dice.percent(12) {
            self.origin()
        } else {
            origin
        };
        let mut mother = self.adult(origin, false, "Mère");
        let from_elsewhere = self
            .elsewhere
            .take()
            .filter(|_| household == Household::Together);
        let one_mailbox = from_elsewhere.is_none() && self.dice.percent(4);
        let mut father = from_elsewhere.unwrap_or_else(|| self.adult(other, true, "Père"));
        if one_mailbox && household == Household::Together && !father.email.is_empty() {
            // A couple with one mailbox: two adults, one address.
            mother.email.clone_from(&father.email);
        }
        if household == (Household::Separated { restricted: true }) {
            father.access = "Restreint";
        }
        let wanted = match self.dice.below(10) {
            0..=4 => 1,
            5..=8 => 2,
            _ => 3,
        };
        let number = wanted.min(students - self.students);
        let last_names = self.child_last_names(origin, &mother, &father);
        let adults = self.adults_of(household, origin, mother, father);
        let grades = self.grades(number);
        for grade in grades {
            self.add_child(origin, &last_names, grade, &adults);
        }
    }

    fn origin(&mut self) -> &'static Origin {
        let mut left = self
            .dice
            .below(ORIGINS.iter().map(|origin| origin.share).sum());
        for origin in ORIGINS {
            match left.checked_sub(origin.share) {
                Some(rest) => left = rest,
                None => return origin,
            }
        }
        &ORIGINS[0]
    }

    fn adult(&mut self, origin: &Origin, man: bool, relationship: &'static str) -> Adult {
        loop {
            let first_names = self.first_name(if man { origin.men } else { origin.women }, man);
            let mut last_names = self.last_name(origin);
            if origin.custom == Custom::TwoLastNames {
                last_names = format!("{last_names} {}", self.dice.pick(origin.last_names));
            }
            // The exchange 555 has no subscribers. Its numbers 0100 to 0199 are kept for invented people, and do for a
            // school; a region of them would share those numbers as no region does.
            let area = self.dice.pick(&[
                "514", "438", "450", "579", "263", "354", "418", "581", "367", "819", "873", "468",
            ]);
            let number = if self.adults.len() < FEW_ADULTS {
                100 + self.dice.below(100)
            } else {
                self.dice.below(10_000)
            };
            let phone = format!("{area}-555-{number:04}");
            if !self
                .adults
                .insert(format!("{last_names}, {first_names}, {phone}"))
            {
                continue;
            }
            let email = if self.dice.percent(6) {
                String::new()
            } else {
                self.email(&format!("{first_names} {last_names}"))
            };
            return Adult {
                last_names,
                first_names,
                email,
                phone,
                relationship,
                access: "Autorisé",
            };
        }
    }

    fn last_name(&mut self, origin: &Origin) -> String {
        // Names of two words are told apart by their lists: none is put together there.
        let may_be_rare = self.rich && origin.custom != Custom::TwoLastNames;
        if !(may_be_rare && self.dice.percent(RARE_LAST_NAMES_PERCENT)) {
            return self.dice.pick(origin.last_names).to_owned();
        }
        match origin.custom {
            Custom::Quebec => self.put_together(&syllables::FRENCH_LAST_NAMES),
            _ => self.put_together(&syllables::LAST_NAMES),
        }
    }

    fn first_name(&mut self, listed: &[&'static str], man: bool) -> String {
        if !(self.rich && self.dice.percent(RARE_FIRST_NAMES_PERCENT)) {
            return self.dice.pick(listed).to_owned();
        }
        self.put_together(if man {
            &syllables::BOYS
        } else {
            &syllables::GIRLS
        })
    }

    /// Some such names are common and most are rare, as names are: the first syllables come more often.
    fn put_together(&mut self, syllables: &[&[&'static str]]) -> String {
        let draw = |syllables: &&[&'static str]| {
            let count = syllables.len() as u64;
            let place = self.dice.below(count).min(self.dice.below(count));
            usize::try_from(place)
                .ok()
                .and_then(|place| syllables.get(place))
                .copied()
                .unwrap_or_default()
        };
        syllables.iter().map(draw).collect()
    }

    /// An address that nobody else has, at a domain that is reserved for examples.
    fn email(&mut self, name: &str) -> String {
        let local: String = fold(name)
            .split(' ')
            .filter(|part| part.is_ascii())
            .collect::<Vec<_>>()
            .join(".");
        let domain = self
            .dice
            .pick(&["example.org", "example.com", "example.net"]);
        let mut address = format!("{local}@{domain}");
        let mut number = 2;
        while !self.emails.insert(address.clone()) {
            address = format!("{local}{number}@{domain}");
            number += 1;
        }
        address
    }

    fn child_last_names(&mut self, origin: &Origin, mother: &Adult, father: &Adult) -> String {
        // Names of two words are told apart by the lists they come from, not by cutting at a space.
        let first_of = |adult: &Adult| {
            ORIGINS
                .iter()
                .filter(|origin| origin.custom == Custom::TwoLastNames)
                .flat_map(|origin| origin.last_names)
                .find(|name| adult.last_names.starts_with(*name))
                .map_or_else(|| adult.last_names.clone(), |name| (*name).to_owned())
        };
        match origin.custom {
            Custom::TwoLastNames => format!("{} {}", first_of(father), first_of(mother)),
            Custom::Father => father.last_names.clone(),
            Custom::Quebec => match self.dice.below(10) {
                0..=4 => father.last_names.clone(),
                5..=6 => mother.last_names.clone(),
                _ if mother.last_names.contains(['-', ' '])
                    || father.last_names.contains(['-', ' ']) =>
                {
                    father.last_names.clone()
                }
                _ => format!("{}-{}", mother.last_names, father.last_names),
            },
        }
    }

    fn adults_of(
        &mut self,
        household: Household,
        origin: &Origin,
        mother: Adult,
        father: Adult,
    ) -> Vec<Adult> {
        match household {
            Household::Together | Household::Separated { restricted: true } => vec![mother, father],
            Household::Separated { restricted: false } => {
                if self.dice.percent(25) {
                    self.elsewhere = Some(father.clone());
                }
                vec![mother, father]
            }
            Household::OneParent => vec![if self.dice.percent(80) {
                mother
            } else {
                father
            }],
            Household::Tutor => {
                let (man, relationship) = match self.dice.below(4) {
                    0 => (true, "Tuteur"),
                    1 => (false, "Grand-mère"),
                    _ => (false, "Tutrice"),
                };
                vec![self.adult(origin, man, relationship)]
            }
        }
    }

    /// One grade a child; a few families have twins.
    fn grades(&mut self, number: usize) -> Vec<u64> {
        let twins = self.dice.percent(3);
        let mut grades: Vec<u64> = Vec::new();
        while grades.len() < number {
            let grade = self.dice.below(GRADES);
            if twins || !grades.contains(&grade) {
                grades.push(grade);
            }
        }
        grades
    }

    fn add_child(&mut self, origin: &Origin, last_names: &str, grade: u64, adults: &[Adult]) {
        let (first_names, sex, code) = loop {
            let girl = self.dice.percent(50);
            let first_names = self.first_name(if girl { origin.girls } else { origin.boys }, !girl);
            let sex = if girl { Sex::Female } else { Sex::Male };
            let Some(birth_date) = self.birth_date(grade) else {
                continue;
            };
            let last_two = u8::try_from(self.dice.below(100)).unwrap_or_default();
            let Some(code) =
                PermanentCode::compose(last_names, &first_names, birth_date, sex, last_two)
            else {
                continue;
            };
            // A child already drawn, or a code already given: draw again.
            if self
                .children
                .contains(&format!("{last_names}, {first_names}, {birth_date}"))
                || !self.codes.insert(code.as_str().to_owned())
            {
                continue;
            }
            self.children
                .insert(format!("{last_names}, {first_names}, {birth_date}"));
            break (first_names, sex, code);
        };
        let school = self.students / PUPILS_IN_A_SCHOOL;
        if self.students.is_multiple_of(PUPILS_IN_A_SCHOOL) {
            self.in_grade = [0; GRADES as usize];
        }
        let mut group = 1;
        if let Some(pupils) = usize::try_from(grade)
            .ok()
            .and_then(|grade| self.in_grade.get_mut(grade))
        {
            group += *pupils / PUPILS_IN_A_GROUP;
            *pupils += 1;
        }
        // Steps of a prime never meet within the span, so that no fiche comes twice.
        let fiche = 50_000 + (self.first_fiche + 7_919 * self.students as u64) % 9_900_000;
        let active = !self.dice.percent(2);
        self.students += 1;
        for (order, adult) in adults.iter().enumerate() {
            self.lines.push([
                format!("{fiche:07}"),
                code.as_str().to_owned(),
                last_names.to_owned(),
                first_names.clone(),
                code.birth_date().to_string(),
                if sex == Sex::Female { "F" } else { "M" }.to_owned(),
                (FIRST_SCHOOL_CODE + school).to_string(),
                school_name(school),
                format!("{grade}{group:02}"),
                if active { "Actif" } else { "Inactif" }.to_owned(),
                adult.last_names.clone(),
                adult.first_names.clone(),
                adult.relationship.to_owned(),
                adult.email.clone(),
                adult.phone.clone(),
                origin.language.to_owned(),
                (order + 1).to_string(),
                adult.access.to_owned(),
            ]);
        }
    }

    /// Five years old by 30 September in pre-school, one year more in each grade.
    fn birth_date(&mut self, grade: u64) -> Option<NaiveDate> {
        let youngest =
            NaiveDate::from_ymd_opt(SCHOOL_YEAR - 5 - i32::try_from(grade).ok()?, 9, 30)?;
        youngest.checked_sub_days(Days::new(self.dice.below(365)))
    }
}

fn school_name(school: usize) -> String {
    let name = SCHOOLS
        .get(school % SCHOOLS.len())
        .copied()
        .unwrap_or_default();
    match school / SCHOOLS.len() {
        0 => name.to_owned(),
        again => format!("{name} {}", again + 1),
    }
}
