//! The families of the tests: a registry as a school exports it, and what their adults know of their children.
//! Nobody in it exists.

use serde_json::{Value, json};

/// The registry: one line a child and adult. Luc may not be tied to Olivia; Sofiia has no birth date;
/// two adults of Wei share one address.
pub const REGISTRY: &str = "\
Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe;Code école;École;Groupe-repère;Statut;Répondant;Prénom répondant;Lien;Courriel répondant;Téléphone;Langue à la maison;Accès
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;762945;École des Érables;501;Actif;Gagnon-Lavoie;Julie;Mère;julie@familles.example;514 555-0101;Français;Autorisé
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;762945;École des Érables;501;Actif;Tremblay;Luc;Père;luc@familles.example;514 555-0102;Français;Restreint
4102;;Tremblay;Félix;2018-06-15;M;762945;École des Érables;201;Actif;Gagnon-Lavoie;Julie;Mère;julie@familles.example;514 555-0101;Français;Autorisé
4103;DELM77551101;De la Cruz García;María José;2011-05-15;F;762945;École des Érables;601;Actif;García López;Paola;Mère;paola@familles.example;514 555-0103;Espagnol;Autorisé
4104;LIXW63101301;Li;Wei;2013-10-01;M;762945;École des Érables;601;Actif;Chen;Na;Mère;li@familles.example;514 555-0104;Chinois;Autorisé
4104;LIXW63101301;Li;Wei;2013-10-01;M;762945;École des Érables;601;Actif;Li;Jun;Père;li@familles.example;514 555-0105;Chinois;Autorisé
4105;;Kovalenko;Sofiia;;F;762945;École des Érables;201;Actif;Kovalenko;Oksana;Mère;oksana@familles.example;514 555-0106;Ukrainien;Autorisé
";

pub const SCHOOL: &str = "École des Érables";

pub const JULIE: &str = "julie@familles.example";
pub const LUC: &str = "luc@familles.example";
pub const PAOLA: &str = "paola@familles.example";
pub const WEIS_PARENTS: &str = "li@familles.example";
pub const OKSANA: &str = "oksana@familles.example";
pub const STRANGER: &str = "personne@ailleurs.example";

/// A child as the school's papers have them.
#[derive(Clone, Copy)]
pub struct Child {
    pub fiche: &'static str,
    pub permanent_code: &'static str,
    pub last_names: &'static str,
    pub first_names: &'static str,
    pub birth_date: &'static str,
    pub group: &'static str,
}

pub const OLIVIA: Child = Child {
    fiche: "4101",
    permanent_code: "TREO71531501",
    last_names: "Tremblay",
    first_names: "Olivia",
    birth_date: "2015-03-09",
    group: "501",
};

pub const FELIX: Child = Child {
    fiche: "4102",
    permanent_code: "",
    last_names: "Tremblay",
    first_names: "Félix",
    birth_date: "2018-06-15",
    group: "201",
};

pub const MARIA: Child = Child {
    fiche: "4103",
    permanent_code: "DELM77551101",
    last_names: "De la Cruz García",
    first_names: "María José",
    birth_date: "2011-05-15",
    group: "601",
};

pub const WEI: Child = Child {
    fiche: "4104",
    permanent_code: "LIXW63101301",
    last_names: "Li",
    first_names: "Wei",
    birth_date: "2013-10-01",
    group: "601",
};

pub const SOFIIA: Child = Child {
    fiche: "4105",
    permanent_code: "",
    last_names: "Kovalenko",
    first_names: "Sofiia",
    birth_date: "2018-02-11",
    group: "201",
};

impl Child {
    /// The claim of an adult who has copied everything right, by the fiche number.
    pub fn claim(&self) -> Value {
        json!({
            "never_enrolled": false,
            "adult_or_vocational": false,
            "service_centre": "762000",
            "last_names": self.last_names,
            "first_names": self.first_names,
            "birth_date": self.birth_date,
            "number": self.fiche,
        })
    }

    /// The same claim but for one field.
    pub fn claim_with(&self, field: &str, value: impl Into<Value>) -> Value {
        let mut claim = self.claim();
        claim[field] = value.into();
        claim
    }

    /// What the parent's window shows of a child.
    pub fn shown(&self) -> Value {
        json!({
            "first_names": self.first_names,
            "last_names": self.last_names,
            "school": SCHOOL,
            "group": self.group,
        })
    }
}
