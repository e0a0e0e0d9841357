//! The technician of a test: runs the program in a folder and looks at what it says. What is expected of it belongs
//! to the tests.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const ADMINISTRATOR: &str = "Marie-Ève";
pub const PASSWORD: &str = "l'encre violette du mardi";

/// Luc may not be tied to Olivia; Sofiia has no birth date.
pub const REGISTRY: &str = "\
Fiche;Code permanent;Nom;Prénom;Date de naissance;Sexe;Code école;École;Statut;Répondant;Prénom répondant;Lien;Courriel répondant;Accès
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;762945;École des Érables;Actif;Gagnon-Lavoie;Julie;Mère;julie@familles.example;Autorisé
4101;TREO71531501;Tremblay;Olivia;2015-03-09;F;762945;École des Érables;Actif;Tremblay;Luc;Père;luc@familles.example;Restreint
4103;DELM77551101;De la Cruz García;María José;2011-05-15;F;762945;École des Érables;Actif;García López;Paola;Mère;paola@familles.example;Autorisé
4105;;Kovalenko;Sofiia;;F;762945;École des Érables;Actif;Kovalenko;Oksana;Mère;oksana@familles.example;Autorisé
";

pub struct Technician {
    folder: TempDir,
    password: String,
    new_password: String,
}

/// How the program ended and what it said.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub output: String,
    pub errors: String,
}

impl Ran {
    /// The one object on standard output.
    pub fn object(&self) -> Value {
        assert_eq!(self.output.lines().count(), 1, "one line: {self:?}");
        let object: Value = serde_json::from_str(&self.output).unwrap();
        assert!(object.is_object(), "{object}");
        object
    }

    /// Refused: nothing on standard output, and these words on standard error.
    pub fn is_refused(&self, words: &str) {
        assert_eq!(self.status, 1, "{self:?}");
        assert_eq!(self.output, "", "{self:?}");
        assert!(self.errors.contains(words), "{self:?}");
    }
}

impl Technician {
    /// In an empty folder.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            password: PASSWORD.to_owned(),
            new_password: "trois crayons dans un verre".to_owned(),
        }
    }

    /// In front of a desk that has been set up.
    pub fn at_a_desk() -> Self {
        let technician = Self::new();
        technician.done(&INIT);
        technician
    }

    /// The same, with a registry.
    pub fn at_a_desk_with_a_registry() -> Self {
        let technician = Self::at_a_desk();
        let path = technician.file("registry.csv", REGISTRY);
        technician.done(&["import", &path]);
        technician
    }

    pub fn set_password(&mut self, password: &str) {
        self.password = password.to_owned();
    }

    pub fn set_new_password(&mut self, password: &str) {
        self.new_password = password.to_owned();
    }

    /// The desk's data.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file beside the desk's data and gives its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.folder.path().join(name), bytes).unwrap();
        self.path(name)
    }

    /// Runs the program on the desk, with `--json`.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with_input(arguments, "")
    }

    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        let data = self.data();
        let mut all = vec!["--json", "--data", data.to_str().unwrap()];
        all.extend(arguments);
        self.run_bare(&all, input)
    }

    /// Runs the program with these arguments and no others.
    pub fn run_bare(&self, arguments: &[&str], input: &str) -> Ran {
        let mut program = Command::new(Path::new(env!("CARGO_BIN_EXE_guichet-admin")))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("RUST_LOG")
            .env("GUICHET_PASSWORD", &self.password)
            .env("GUICHET_NEW_PASSWORD", &self.new_password)
            .env("GUICHET_MAIL_PASSWORD", "a counter's own secret")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that reads nothing may be gone before everything is written.
        let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = program.wait_with_output().unwrap();
        Ran {
            status: ended.status.code().unwrap(),
            output: String::from_utf8(ended.stdout).unwrap(),
            errors: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// Runs what must succeed, and gives its object.
    pub fn done(&self, arguments: &[&str]) -> Value {
        let ran = self.run(arguments);
        assert_eq!(ran.status, 0, "{arguments:?}: {ran:?}");
        assert_eq!(ran.errors, "", "{arguments:?}");
        ran.object()
    }
}

pub const INIT: [&str; 7] = [
    "init",
    "--service-centre",
    "762000",
    "--school",
    "École des Érables",
    "--admin",
    ADMINISTRATOR,
];
