//! What a reading would do to a registry: who is the same person, what changes, who is gone.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use domain::{Access, GuardianId, Relationship, StudentId};
use roster::{
    Counts, Existing, ExistingGuardian, ExistingStudent, Field, Format, GuardianPlan,
    GuardianshipPlan, Limits, NoteKind, Plan, Reading, Registry, School, SoFar, Source,
    SourceValue, StudentPlan, StudentRecord, generate,
};
use uuid::Uuid;

const HEADER: &str = "Fiche;Code permanent;Nom;Prénom;Date de naissance;École;Groupe;Statut;Répondant;Prénom répondant;\
                      Courriel répondant;Téléphone;Lien;Priorité;Accès\n";

fn read(bytes: &[u8]) -> Registry {
    let source = Source::from_bytes(
        "export.csv".to_owned(),
        bytes.to_vec(),
        None,
        &Limits::default(),
    )
    .unwrap();
    let mut reading = Reading::of(&source, &Limits::default()).unwrap();
    reading.next_chunk(usize::MAX).unwrap().unwrap()
}

fn lines(lines: &[&str]) -> Registry {
    read(format!("{HEADER}{}\n", lines.join("\n")).as_bytes())
}

fn compare(registry: &Registry, students: &[ExistingStudent]) -> Plan {
    let existing = Existing {
        students: students.to_vec(),
        elsewhere: Vec::new(),
    };
    roster::compare(registry, &existing, &SoFar::default())
}

/// Whom a file that is read whole does not name.
fn gone_of(registry: &Registry, plan: &Plan, existing: &[ExistingStudent]) -> Vec<StudentId> {
    let mut so_far = SoFar::default();
    so_far.follow(registry, plan, &vec![None; registry.guardians.len()]);
    let is_gone = |student: &&ExistingStudent| {
        student.details.active
            && student.source == Some(registry.format)
            && so_far.tells_gone()
            && so_far.holds(student.details.school.as_ref())
            && !so_far.knows(student.id)
    };
    existing
        .iter()
        .filter(is_gone)
        .map(|student| student.id)
        .collect()
}

/// The registry after the plan, as the database would hold it.
struct Desk {
    students: BTreeMap<StudentId, ExistingStudent>,
    /// Ids are drawn from here.
    next: u128,
}

fn apply(registry: &Registry, plan: &Plan, existing: &[ExistingStudent]) -> Vec<ExistingStudent> {
    let mut desk = Desk {
        students: existing
            .iter()
            .map(|student| (student.id, student.clone()))
            .collect(),
        next: 1_000 * (existing.len() as u128 + 1),
    };
    let students = desk.write_students(registry, plan);
    let guardians = desk.write_guardians(plan);
    desk.write_ties(registry, plan, &students, &guardians);
    for id in gone_of(registry, plan, existing) {
        desk.students.get_mut(&id).unwrap().details.active = false;
    }
    desk.students.into_values().collect()
}

impl Desk {
    fn draw(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn write_students(&mut self, registry: &Registry, plan: &Plan) -> Vec<Option<StudentId>> {
        let records = registry.students.iter().zip(&plan.students);
        let write = |(record, plan): (&StudentRecord, &StudentPlan)| match plan {
            StudentPlan::LeftOut => None,
            StudentPlan::Unchanged { id } => Some(*id),
            StudentPlan::Changed { id, details, .. } => {
                self.students.get_mut(id).unwrap().details = details.clone();
                Some(*id)
            }
            StudentPlan::New => {
                let id = StudentId(self.draw());
                let student = ExistingStudent {
                    id,
                    details: record.details.clone(),
                    source: Some(registry.format),
                    source_id: record.source_id.clone(),
                    guardians: Vec::new(),
                    corrections: Vec::new(),
                };
                self.students.insert(id, student);
                Some(id)
            }
        };
        records.map(write).collect()
    }

    fn write_guardians(&mut self, plan: &Plan) -> Vec<Option<GuardianId>> {
        let write = |plan: &GuardianPlan| match plan {
            GuardianPlan::LeftOut => None,
            GuardianPlan::New => Some(GuardianId(self.draw())),
            GuardianPlan::Unchanged { id } | GuardianPlan::Again { id, .. } => Some(*id),
            GuardianPlan::Changed { id, details, .. } => {
                let everywhere = self
                    .students
                    .values_mut()
                    .flat_map(|student| &mut student.guardians);
                for known in everywhere.filter(|known| known.id == *id) {
                    known.details = details.clone();
                }
                Some(*id)
            }
        };
        plan.guardians.iter().map(write).collect()
    }

    fn write_ties(
        &mut self,
        registry: &Registry,
        plan: &Plan,
        students: &[Option<StudentId>],
        guardians: &[Option<GuardianId>],
    ) {
        for (link, plan) in registry.guardianships.iter().zip(&plan.guardianships) {
            let (Some(student), Some(id)) = (students[link.student], guardians[link.guardian])
            else {
                continue;
            };
            let on_file = &mut self.students.get_mut(&student).unwrap().guardians;
            match plan {
                GuardianshipPlan::New(tie) => {
                    let record = &registry.guardians[link.guardian];
                    on_file.push(ExistingGuardian {
                        aliases: Vec::new(),
                        id,
                        details: record.details.clone(),
                        source: Some(registry.format),
                        source_id: record.source_id.clone(),
                        relationship: tie.relationship,
                        priority: tie.priority,
                        access: tie.access,
                        is_said: true,
                        corrections: Vec::new(),
                    });
                }
                GuardianshipPlan::Changed { tie, .. } => {
                    let known = on_file.iter_mut().find(|known| known.id == id).unwrap();
                    (known.relationship, known.priority, known.access) =
                        (tie.relationship, tie.priority, tie.access);
                }
                GuardianshipPlan::Unchanged | GuardianshipPlan::LeftOut => {}
            }
        }
    }
}

/// The students that these lines make in an empty registry.
fn existing(first: &[&str]) -> Vec<ExistingStudent> {
    let registry = lines(first);
    apply(&registry, &compare(&registry, &[]), &[])
}

fn plan(first: &[&str], then: &[&str]) -> (Registry, Plan, Vec<ExistingStudent>) {
    let existing = existing(first);
    let registry = lines(then);
    let plan = compare(&registry, &existing);
    (registry, plan, existing)
}

fn changed_fields(plan: &Plan) -> Vec<&str> {
    let students = plan.students.iter().filter_map(|plan| match plan {
        StudentPlan::Changed { changes, .. } => Some(changes),
        _ => None,
    });
    students
        .flatten()
        .map(|change| change.field.as_str())
        .collect()
}

const OLIVIA: &str = "1;TREO71531501;Tremblay;Olivia;2015-03-09;Érables;501;Actif;Gagnon;Julie;julie@example.org;514-555-0101;Mère;1;Autorisé";

#[test]
fn a_student_is_known_again_by_number_or_by_names_and_birth_date() {
    for (line, expected) in [
        (OLIVIA, "unchanged"),
        ("1;;Tremblay;Olivia;;;;;;;;;;;", "unchanged"),
        (";TREO71531501;Tremblay;Olivia;;;;;;;;;;;", "unchanged"),
        (";;Tremblay;Olivia;2015-03-09;;;;;;;;;;", "unchanged"),
        ("1;;Tremblay;Olivia;2015-03-10;;;;;;;;;;", "birth_date"),
        ("1;;Tremblay-Gagnon;Olivia;;;;;;;;;;;", "last_names"),
        ("1;;Tremblay;Olivia;;;502;;;;;;;;", "group"),
        ("1;;Tremblay;Olivia;;;;Inactif;;;;;;;", "status"),
        (
            "1;TREO71531502;Tremblay;Olivia;;;;;;;;;;;",
            "permanent_code",
        ),
        ("2;;Tremblay;Olivia;2015-03-09;;;;;;;;;;", "new"),
        (
            "2;TREO71531501;Tremblay;Olivia;2015-03-09;;;;;;;;;;",
            "left out",
        ),
        (";;Tremblay;Olivia;2015-03-10;;;;;;;;;;", "new"),
        (";;Tremblay;Olivia;;;;;;;;;;;", "unchanged"),
        (";;Tremblay;Olivia;;Autre école;;;;;;;;;", "new"),
    ] {
        let (_, plan, _) = plan(&[OLIVIA], &[line]);
        let found = match &plan.students[0] {
            StudentPlan::New => "new",
            StudentPlan::Unchanged { .. } => "unchanged",
            StudentPlan::LeftOut => "left out",
            StudentPlan::Changed { changes, .. } => changes[0].field.as_str(),
        };
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn a_child_whose_names_and_birth_date_were_corrected_at_the_desk_is_known_again_by_those_of_the_source()
 {
    let mut known = existing(&[OLIVIA]);
    for (field, was) in [
        (Field::LastNames, "Tremblay"),
        (Field::FirstNames, "Olivia"),
        (Field::BirthDate, "2015-03-09"),
    ] {
        let value = Some(was.to_owned());
        known[0].corrections.push(SourceValue { field, value });
    }
    let details = &mut known[0].details;
    details.last_names = "Tremblay Gagnon".to_owned();
    details.first_names = "Olivia-Rose".to_owned();
    details.birth_date = domain::parse_birth_date("2015-03-10", "2026-11-22".parse().unwrap()).ok();
    for (line, agrees) in [
        (";;Tremblay;Olivia;2015-03-09;;;;;;;;;;", false),
        ("1;;Tremblay;Olivia;2015-03-09;;;;;;;;;;", false),
        (";;Tremblay Gagnon;Olivia-Rose;2015-03-10;;;;;;;;;;", true),
    ] {
        let plan = compare(&lines(&[line]), &known);
        let id = known[0].id;
        assert_eq!(plan.students, [StudentPlan::Unchanged { id }], "{line}");
        let told: Vec<_> = plan.corrections.iter().map(|told| told.agrees).collect();
        assert_eq!(told, [agrees; 3], "{line}");
        let notes: Vec<_> = plan.notes.iter().map(|note| note.kind).collect();
        assert!(!notes.contains(&NoteKind::IdentityChanged), "{line}");
    }
}

#[test]
fn keys_that_name_two_children_make_the_line_unusable_and_nobody_gone() {
    let other = "2;GAGL92111201;Gagnon;Liam;2012-11-30;Érables;601;Actif;;;;;;;";
    let (registry, plan, existing) = plan(
        &[OLIVIA, other],
        &["1;GAGL92111201;Tremblay;Olivia;2015-03-09;Érables;;;;;;;;;"],
    );
    assert_eq!(plan.students, [StudentPlan::LeftOut]);
    let line = &plan.unusable[0];
    assert_eq!(
        (line.line, line.field.as_str(), line.reason.as_str()),
        (2, "fiche", "keys_disagree")
    );
    assert_eq!(gone_of(&registry, &plan, &existing), []);
}

#[test]
fn two_lines_for_one_student_of_the_registry_are_not_both_taken() {
    let (_, plan, _) = plan(
        &[OLIVIA],
        &[
            "1;;Tremblay;Olivia;;;;;;;;;;;",
            ";TREO71531501;Tremblay;Olivia;;;;;;;;;;;",
        ],
    );
    assert!(matches!(plan.students[0], StudentPlan::Unchanged { .. }));
    assert_eq!(plan.students[1], StudentPlan::LeftOut);
    assert_eq!(plan.unusable[0].reason.as_str(), "same_person_twice");
}

#[test]
fn two_namesakes_are_kept_apart_and_noted() {
    let twins = [
        ";;Roy;Léa;2015-01-01;A;;;;;;;;;",
        "5;;Roy;Léa;2015-01-01;B;;;;;;;;;",
        "6;;Roy;Léa;2015-01-01;C;;;;;;;;;",
    ];
    let (_, plan, _) = plan(&twins[1..], &[twins[0]]);
    assert_eq!(plan.students, [StudentPlan::New]);
    assert_eq!(
        plan.notes.iter().map(|note| note.kind).collect::<Vec<_>>(),
        [NoteKind::SameNames]
    );
}

#[test]
fn another_name_and_birth_date_under_one_number_is_noted() {
    let (_, plan, _) = plan(&[OLIVIA], &["1;;Li;Wei;2013-10-01;;;;;;;;;;"]);
    assert_eq!(
        changed_fields(&plan),
        ["last_names", "first_names", "birth_date"]
    );
    assert_eq!(
        plan.notes.iter().map(|note| note.kind).collect::<Vec<_>>(),
        [NoteKind::IdentityChanged]
    );
}

#[test]
fn gone_is_told_of_the_same_source_and_of_the_schools_in_the_file_only() {
    let here = [
        "1;;Roy;Léa;2015-01-01;Érables;;;;;;;;;",
        "2;;Roy;Max;2016-01-01;Érables;;;;;;;;;",
        "3;;Li;Wei;2016-02-01;Ailleurs;;;;;;;;;",
    ];
    let gone = |then: &[&str], source: Option<Format>| {
        let mut existing = existing(&here);
        existing
            .iter_mut()
            .for_each(|student| student.source = source);
        {
            let then = lines(then);
            let plan = compare(&then, &existing);
            gone_of(&then, &plan, &existing).len()
        }
    };
    let csv = Some(Format::Csv);
    assert_eq!(gone(&here, csv), 0);
    assert_eq!(
        gone(&here[..1], csv),
        1,
        "Max has left; Wei's school is not in the file"
    );
    assert_eq!(gone(&here[2..], csv), 0);
    assert_eq!(gone(&["9;;Wu;An;2016-02-01;ERABLES;;;;;;;;;"], csv), 2);
    assert_eq!(gone(&here[..1], Some(Format::SchoolDataSync)), 0);
    assert_eq!(gone(&here[..1], None), 0, "entered at the desk");
    assert_eq!(
        gone(&[here[0], "2;;Roy;Max;31/02/2016;Érables;;;;;;;;;"], csv),
        0,
        "an unusable line is not an absence"
    );
    assert_eq!(
        gone(&[here[0], "2;;R\u{202E}oy;Max;;Érables;;;;;;;;;"], csv),
        0
    );
    assert_eq!(
        gone(&[here[0], ";;;;;Érables;;;;;;;;;"], csv),
        0,
        "the line may be anybody's"
    );
    assert_eq!(gone(&[], csv), 0, "a header alone says nothing of anybody");
}

#[test]
fn a_student_who_comes_back_is_active_again() {
    let line = "1;;Roy;Léa;2015-01-01;Érables;;;;;;;;;";
    let mut existing = existing(&[line]);
    existing[0].details.active = false;
    assert_eq!(
        changed_fields(&compare(&lines(&[line]), &existing)),
        ["status"]
    );
}

#[test]
fn adults_are_known_again_and_keep_what_the_file_does_not_say() {
    let start = "1;;Tremblay;Olivia;2015-03-09;Érables;;;";
    for (then, expected) in [
        ("Gagnon;Julie;julie@example.org;;Mère;;", "unchanged"),
        ("GAGNON;Julie;Julie@Example.org;;;;", "last name"),
        ("Gagnon;Julie;;514 555-0101;Mère;;", "unchanged"),
        ("Gagnon;Julie;julie.gagnon@example.net;;Mère;;", "email"),
        (
            "Gagnon;Julie;julie@example.org;514-555-0199;Mère;;",
            "phone",
        ),
        (";;julie@example.org;;Mère;;", "unchanged"),
        ("Roy;Anne;julie@example.org;;Tutrice;;", "new"),
        ("Gagnon;Chantal;chantal@example.org;;Grand-mère;;", "new"),
    ] {
        let (registry, plan, _) = plan(&[OLIVIA], &[&format!("{start}{then}")]);
        let found = match &plan.guardians[0] {
            GuardianPlan::New => "new",
            GuardianPlan::Unchanged { .. } | GuardianPlan::Again { .. } => "unchanged",
            GuardianPlan::LeftOut => "left out",
            GuardianPlan::Changed { changes, .. } => match changes[0].field.as_str() {
                "guardian_name" => "last name",
                "guardian_email" => "email",
                "guardian_phone" => "phone",
                other => other,
            },
        };
        assert_eq!(found, expected, "{then}");
        let touched = if expected == "unchanged" { 0 } else { 1 };
        assert_eq!(plan.counts(&registry).changed, touched, "{then}");
    }
}

#[test]
fn an_absent_adult_keeps_everything() {
    let (registry, plan, existing) = plan(
        &[OLIVIA],
        &["1;;Tremblay;Olivia;2015-03-09;Érables;;;;;;;;;"],
    );
    assert_eq!(apply(&registry, &plan, &existing), existing);
}

#[test]
fn no_import_lowers_a_restriction() {
    use Access::{Allowed, Restricted, Unknown};
    let word = |access| match access {
        Allowed => "Autorisé",
        Restricted => "Restreint",
        Unknown => "",
    };
    for (before, said, after) in [
        (Restricted, Allowed, Restricted),
        (Restricted, Unknown, Restricted),
        (Restricted, Restricted, Restricted),
        (Allowed, Restricted, Restricted),
        (Allowed, Unknown, Allowed),
        (Unknown, Allowed, Allowed),
        (Unknown, Restricted, Restricted),
    ] {
        let line = |access| {
            format!(
                "1;;Tremblay;Olivia;2015-03-09;Érables;;;Gagnon;Julie;julie@example.org;;Mère;1;{}",
                word(access)
            )
        };
        let (registry, plan, existing) = plan(&[&line(before)], &[&line(said)]);
        assert_eq!(
            apply(&registry, &plan, &existing)[0].guardians[0].access,
            after,
            "{before} then {said}"
        );
        let kept = plan
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::RestrictionKept);
        assert_eq!(kept, (before, said) == (Restricted, Allowed));
    }
}

#[test]
fn a_restricted_adult_does_not_come_back_under_another_spelling() {
    let restricted =
        "1;;Tremblay;Olivia;2015-03-09;Érables;;;Tremblay;Luc;luc@example.org;;Père;1;Restreint";
    for adult in ["Tremblay-Roy;Luc;luc@example.org", "Roy;L.;LUC@example.org"] {
        let (_, plan, _) = plan(
            &[restricted],
            &[&format!(
                "1;;Tremblay;Olivia;2015-03-09;Érables;;;{adult};;Père;1;Autorisé"
            )],
        );
        let GuardianshipPlan::New(tie) = &plan.guardianships[0] else {
            panic!("{:?}", plan.guardianships)
        };
        assert_eq!(
            (tie.access, tie.relationship),
            (Access::Restricted, Relationship::Father),
            "{adult}"
        );
        assert_eq!(
            plan.notes.iter().map(|note| note.kind).collect::<Vec<_>>(),
            [NoteKind::Unanswered, NoteKind::RestrictionExtended],
            "one address under two names is asked about, and restricted meanwhile"
        );
    }
}

#[test]
fn a_file_without_schools_is_about_the_desks_own() {
    let mut registry = lines(&["1;;Roy;Léa;2015-01-01;;;;;;;;;;"]);
    let school = School {
        code: None,
        name: Some("Érables".to_owned()),
    };
    registry.place_in(&school);
    assert_eq!(registry.students[0].details.school, Some(school));
}

#[test]
fn importing_twice_changes_nothing_the_second_time() {
    let sync = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/school-data-sync");
    let registries = [
        read(&generate(800, 1).to_csv()),
        Reading::open(&sync, None, &Limits::default())
            .and_then(|mut reading| reading.next_chunk(usize::MAX))
            .unwrap()
            .unwrap(),
        lines(&[
            ";;Roy;Léa;;Érables;101;;Roy;Luc;;;Père;;",
            ";;Roy;Max;;Érables;101;;Roy;Luc;;;Père;;",
            OLIVIA,
        ]),
    ];
    for registry in registries {
        let first = compare(&registry, &[]);
        let existing = apply(&registry, &first, &[]);
        let second = compare(&registry, &existing);
        let unchanged = registry.students.len();
        let unusable = registry.unusable.len();
        assert_eq!(
            first.counts(&registry),
            Counts {
                new: unchanged,
                unusable,
                ..Counts::default()
            }
        );
        assert_eq!(
            second.counts(&registry),
            Counts {
                unchanged,
                unusable,
                ..Counts::default()
            }
        );
        assert_eq!(apply(&registry, &second, &existing), existing);
    }
}
