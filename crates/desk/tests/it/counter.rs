//! The counter of a test: a desk in a folder of its own, under a clock that stands still, and the words with which
//! a test works at both windows. What is expected of the desk belongs to the tests.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use desk::contract::{Failure, Window};
use desk::{Desk, Environment, Places};
use domain::{AttemptSubject, Limits};
use serde_json::{Value, json};
use store::testing::ServerDatabase;
use store::{Credential, KdfCost, Store};
use tempfile::TempDir;
use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::databases::Database;
use crate::families::{Child, REGISTRY};

pub const ADMINISTRATOR: &str = "Marie-Ève";
pub const PASSWORD: &str = "l'encre violette du mardi";
pub const SECRETARY: &str = "Nadia";
pub const SECRETARY_PASSWORD: &str = "trois crayons dans un verre";
/// The demo's, which stands in the program's source: nothing in it is real.
const DEMO_PASSWORD: &str = "une école inventée pour essayer";
pub const SECOND: &str = "Amina";
pub const SECOND_PASSWORD: &str = "une branche de lilas blanc";
pub const PARENT_PASSWORD: &str = "Ardoise#42";

/// What a password costs here: next to nothing.
const SMALL_COST: KdfCost = KdfCost {
    memory_kib: 32,
    passes: 1,
    lanes: 1,
};

/// More minutes than a test lets pass.
const NEVER_IDLE: u32 = 60 * 24 * 366;

/// What happens beside the test (a mail that leaves) may take so long.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Counter {
    pub desk: Desk,
    clock: Environment,
    places: Places,
    folder: TempDir,
    _servers: Vec<ServerDatabase>,
}

impl Counter {
    /// A folder in which nothing has been set up, for a test about the embedded file itself.
    pub async fn bare() -> Self {
        Self::bare_on(Database::Embedded).await
    }

    /// A folder in which nothing has been set up.
    pub async fn bare_on(database: Database) -> Self {
        let limits = Limits {
            visit_idle_minutes: NEVER_IDLE,
            ..Limits::default()
        };
        Self::limited_on(database, limits).await
    }

    /// The same for a desk that warns and locks within some seconds of the last input.
    pub async fn idle_soon_on(database: Database) -> Self {
        let limits = Limits {
            idle_lock_seconds: 6,
            idle_warning_seconds: 4,
            visit_idle_minutes: NEVER_IDLE,
            ..Limits::default()
        };
        Self::limited_on(database, limits).await
    }

    async fn limited_on(database: Database, limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (places, servers) = database.places(folder.path()).await;
        let (desk, clock) = desk_under(&limits, &places, noon());
        Self {
            desk,
            clock,
            places,
            folder,
            _servers: servers,
        }
    }

    /// The demo school in the embedded file, for a test about that file itself.
    pub async fn demo() -> Self {
        Self::demo_on(Database::Embedded).await
    }

    /// The demo school, with the families of the tests in its registry. Its mails can be read.
    pub async fn demo_on(database: Database) -> Self {
        let counter = Self::bare_on(database).await;
        counter.desk("open_demo", Value::Null).await;
        counter.import_text(REGISTRY).await;
        counter
    }

    /// A real desk in the embedded file, for a test about that file itself.
    pub async fn real() -> Self {
        Self::real_on(Database::Embedded).await
    }

    /// A real desk that has just been set up; its administrator is signed in.
    pub async fn real_on(database: Database) -> Self {
        let counter = Self::bare_on(database).await;
        counter.set_up().await;
        counter
    }

    /// Sets the desk up and gives the recovery words.
    pub async fn set_up(&self) -> String {
        let made = self.desk("set_up_desk", set_up_request()).await;
        let words = made["words"].as_array().unwrap();
        let words: Vec<_> = words.iter().map(|word| word.as_str().unwrap()).collect();
        words.join(" ")
    }

    /// The demo school, started again as a program that ends a visit in which nobody does anything, after the usual time.
    pub async fn demo_that_ends_idle_visits_on(database: Database) -> Self {
        let mut counter = Self::demo_on(database).await;
        counter.desk.close().await;
        let idle_minutes = Limits::default().visit_idle_minutes;
        (counter.desk, counter.clock) = desk_in(&counter.places, counter.clock.now(), idle_minutes);
        counter.desk("open_demo", Value::Null).await;
        counter
    }

    /// The program ends and is started again in the same folder; nobody is signed in.
    pub async fn restart(&mut self) {
        self.desk.close().await;
        (self.desk, self.clock) = desk_in(&self.places, self.clock.now(), NEVER_IDLE);
    }

    /// The program started a second time, while the first runs.
    pub fn second_program(&self) -> Desk {
        desk_in(&self.places, self.clock.now(), NEVER_IDLE).0
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub fn advance_minutes(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    // --- The two windows -----------------------------------------------------------------------

    pub async fn try_desk(&self, command: &str, request: Value) -> Result<Value, Failure> {
        self.desk.call(Window::Desk, command, request).await
    }

    pub async fn desk(&self, command: &str, request: Value) -> Value {
        let done = self.try_desk(command, request).await;
        done.unwrap_or_else(|failure| panic!("the desk's {command}: {failure:?}"))
    }

    pub async fn try_parent(&self, command: &str, request: Value) -> Result<Value, Failure> {
        self.desk.call(Window::Parent, command, request).await
    }

    pub async fn parent(&self, command: &str, request: Value) -> Value {
        let done = self.try_parent(command, request).await;
        done.unwrap_or_else(|failure| panic!("the parent's {command}: {failure:?}"))
    }

    /// What the secretary sees of the desk.
    pub async fn view(&self) -> Value {
        self.desk("view_desk", Value::Null).await
    }

    /// What the secretary sees of the visit.
    pub async fn visit(&self) -> Value {
        self.view().await["visit"].clone()
    }

    /// The one thing that the parent is to do.
    pub async fn parent_step(&self) -> Value {
        self.parent("view_parent", Value::Null).await["step"].clone()
    }

    // --- Staff ---------------------------------------------------------------------------------

    pub async fn try_sign_in(&self, user: &str, password: &str) -> Result<Value, Failure> {
        let request = json!({ "user_name": user, "password": password });
        self.try_desk("sign_in", request).await
    }

    pub async fn sign_in(&self, user: &str, password: &str) {
        self.try_sign_in(user, password).await.unwrap();
    }

    pub async fn sign_out(&self) {
        self.desk("sign_out", Value::Null).await;
    }

    pub async fn add_secretary(&self) {
        let request = json!({
            "user_name": SECRETARY, "role": "secretary", "password": SECRETARY_PASSWORD,
        });
        self.desk("add_staff", request).await;
    }

    /// A second administrator.
    pub async fn add_second(&self) {
        let request = json!({
            "user_name": SECOND, "role": "administrator", "password": SECOND_PASSWORD,
        });
        self.desk("add_staff", request).await;
    }

    /// The desk is left to someone else.
    pub async fn change_to(&self, user: &str, password: &str) {
        self.sign_out().await;
        self.sign_in(user, password).await;
    }

    /// The id of a member of staff.
    pub async fn member(&self, user: &str) -> Value {
        let members = self.desk("list_staff", Value::Null).await;
        let mut members = members.as_array().unwrap().iter();
        members.find(|member| member["user_name"] == user).unwrap()["id"].clone()
    }

    // --- The registry --------------------------------------------------------------------------

    /// Writes a file beside the desk's data.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    pub async fn import_text(&self, text: &str) -> Value {
        let path = self.file("registry.csv", text);
        self.import(&path).await
    }

    /// Previews and applies.
    pub async fn import(&self, path: &Path) -> Value {
        let preview = self.desk("preview_import", json!({ "path": path })).await;
        let token = &preview["token"];
        self.desk("apply_import", json!({ "token": token })).await
    }

    pub async fn find(&self, query: &str) -> Vec<Value> {
        let found = self.desk("find_students", json!({ "query": query })).await;
        found["students"].as_array().unwrap().clone()
    }

    pub async fn student_id(&self, child: &Child) -> Value {
        let names = format!("{} {}", child.first_names, child.last_names);
        let found = self.find(&names).await;
        let mut same = found.iter().map(|found| &found["student"]).filter(|line| {
            line["last_names"] == child.last_names
                && line["first_names"] == child.first_names
                && line["group"] == child.group
        });
        let line = same.next().unwrap_or_else(|| panic!("nobody is {names}"));
        line["id"].clone()
    }

    /// The child's file, opened.
    pub async fn student_file(&self, child: &Child) -> Value {
        let id = self.student_id(child).await;
        self.desk("open_student", json!({ "student_id": id })).await
    }

    /// How far the adult with this address is, as the child's file says it.
    pub async fn guardian_on_file(&self, child: &Child, address: &str) -> Value {
        let file = self.student_file(child).await;
        let mut guardians = file["guardians"].as_array().unwrap().iter();
        let found = guardians.find(|line| line["guardian"]["email"] == address);
        found.unwrap().clone()
    }

    // --- Corrections -----------------------------------------------------------------------------

    /// Proposes a correction of the adult with this address, on the child's file, having seen every kind of document.
    pub async fn try_propose(
        &self,
        child: &Child,
        address: &str,
        correction: Value,
    ) -> Result<Value, Failure> {
        let guardian = self.guardian_on_file(child, address).await["guardian"]["id"].clone();
        let request = json!({
            "student_id": self.student_id(child).await,
            "guardian_id": guardian,
            "correction": correction,
            "identity_document": "passport",
            "tie_document": "court_document",
            "in_visit": false,
        });
        self.try_desk("propose_correction", request).await
    }

    /// Proposes; gives the proposal and its state.
    pub async fn propose(&self, child: &Child, address: &str, correction: Value) -> (Value, Value) {
        let made = self.try_propose(child, address, correction).await.unwrap();
        (made["proposal_id"].clone(), made["state"].clone())
    }

    pub async fn try_approve(&self, proposal: &Value) -> Result<Value, Failure> {
        let request = json!({ "proposal_id": proposal });
        self.try_desk("approve_proposal", request).await
    }

    // --- The visit -----------------------------------------------------------------------------

    /// Starts a visit from the child's file, for the adult with this address.
    pub async fn start_visit_for(&self, child: &Child, address: &str) {
        let student = self.student_id(child).await;
        let guardian = self.guardian_on_file(child, address).await["guardian"]["id"].clone();
        let request = json!({ "student_id": student, "guardian_id": guardian });
        self.desk("start_visit", request).await;
    }

    /// The parent comes to the screen and chooses French.
    pub async fn greet(&self) {
        let request = json!({ "locale": "fr-CA" });
        self.parent("choose_language", request).await;
    }

    pub async fn try_address(&self, address: &str) -> Result<Value, Failure> {
        let request = json!({ "address": address });
        self.try_parent("give_address", request).await
    }

    pub async fn give_address(&self, address: &str) {
        self.try_address(address).await.unwrap();
    }

    /// Waits for the code's mail and reads the code in it.
    pub async fn code_sent_to(&self, address: &str) -> String {
        self.until("the code leaves", async || {
            (self.visit().await["code"]["mail"] == "done").then_some(())
        })
        .await;
        let mails = self.mails_to(address).await;
        mails.iter().find_map(|text| code_in(text)).unwrap()
    }

    /// The mails in the demo's mailbox to this address, the newest first.
    pub async fn mails_to(&self, address: &str) -> Vec<String> {
        let mails = self.desk("list_mailbox", Value::Null).await;
        let mails = mails.as_array().unwrap().iter();
        mails
            .filter(|mail| mail["to"] == address)
            .map(|mail| mail["text"].as_str().unwrap().to_owned())
            .collect()
    }

    pub async fn try_code(&self, code: &str) -> Result<Value, Failure> {
        let request = json!({ "code": code });
        self.try_parent("enter_code", request).await
    }

    pub async fn enter_code(&self, code: &str) -> Value {
        self.try_code(code).await.unwrap()
    }

    /// From the welcome screen to the children, with a new account.
    pub async fn new_account(&self, address: &str) {
        self.greet().await;
        self.give_address(address).await;
        let code = self.code_sent_to(address).await;
        assert_eq!(self.enter_code(&code).await, json!({ "answer": "right" }));
        self.choose_password().await;
    }

    pub async fn choose_password(&self) {
        let request = json!({ "password": PARENT_PASSWORD, "again": PARENT_PASSWORD });
        self.parent("choose_password", request).await;
    }

    pub async fn claim(&self, claim: Value) -> Value {
        self.parent("state_claim", claim).await
    }

    pub async fn try_confirm(&self, child: &Child) -> Result<Value, Failure> {
        self.try_confirm_all(&[child]).await
    }

    /// Confirms several children by one act.
    pub async fn try_confirm_all(&self, children: &[&Child]) -> Result<Value, Failure> {
        let mut seen = Vec::new();
        for child in children {
            let id = self.student_id(child).await;
            seen.push(json!({ "student_id": id, "tie_document": "birth_certificate" }));
        }
        let request = json!({ "identity_document": "passport", "children": seen });
        self.try_desk("confirm_in_person", request).await
    }

    /// Waits for the proof of an address that was accepted in person, and reads the code in it.
    pub async fn proof_sent_to(&self, address: &str) -> String {
        self.until("the proof leaves", async || {
            let mails = self.mails_to(address).await;
            let mut proofs = mails.iter().filter(|text| text.contains("ouvert"));
            proofs.find_map(|text| code_in(text))
        })
        .await
    }

    /// Ends the visit that is under way and puts it away.
    pub async fn cancel_visit(&self) {
        let request = json!({ "cause": "cancelled_by_staff" });
        self.desk("end_visit", request).await;
        self.desk("close_visit", Value::Null).await;
    }

    /// The demo's database behind its desk, which is closed for it: what no window shows is read there.
    pub async fn store(&self) -> Store {
        self.desk.close().await;
        let password = Zeroizing::new(DEMO_PASSWORD.to_owned());
        let credential = Credential::Password {
            user: None,
            password,
        };
        let (place, limits) = (self.places.demo.clone(), Limits::default());
        let entered = Store::enter(place, credential, self.now(), &limits).await;
        entered.ok().unwrap().store
    }

    /// The wrong claims that are counted at the demo's desk.
    pub async fn wrong_claims_at_the_desk(&self) -> u32 {
        let store = self.store().await;
        let desk = store.desks().await.unwrap()[0].id.to_string();
        let day = self.now() - TimeDelta::days(1);
        let counted = store
            .attempts_since(AttemptSubject::ClaimByDesk, &desk, day)
            .await;
        store.close().await.unwrap();
        counted.unwrap().count
    }

    // --- What was done -------------------------------------------------------------------------

    /// The journal, the oldest entry first.
    pub async fn journal(&self) -> Vec<Value> {
        let mut lines: Vec<Value> = Vec::new();
        loop {
            let before = lines.last().map(|line| line["number"].clone());
            let page = json!({ "before": before });
            let page = self.desk("list_journal", page).await;
            lines.extend(page["lines"].as_array().unwrap().iter().cloned());
            if page["more"] == false {
                break;
            }
        }
        lines.reverse();
        lines
    }

    /// The acts of the journal, the oldest first.
    pub async fn acts(&self) -> Vec<String> {
        let lines = self.journal().await;
        let act = |line: &Value| line["act"].as_str().unwrap().to_owned();
        lines.iter().map(act).collect()
    }

    /// Looks again and again until there is what is looked for.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(Instant::now() < end, "waiting for this in vain: {what}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

thread_local! {
    /// Every desk of this test.
    static DESKS: RefCell<Vec<Desk>> = const { RefCell::new(Vec::new()) };
}

/// Closes every desk of this test in order: a connection that ends while the test's process does may find its cipher
/// gone, and crash.
pub async fn close_desks() {
    for desk in DESKS.take() {
        desk.close().await;
    }
}

/// The usual rules, but that no answer is held back and a password costs little.
fn desk_in(places: &Places, now: DateTime<Utc>, idle_minutes: u32) -> (Desk, Environment) {
    // Whoever advances the clock by an hour has not left; the tests about leaving say so.
    let limits = Limits {
        visit_idle_minutes: idle_minutes,
        ..Limits::default()
    };
    desk_under(&limits, places, now)
}

fn desk_under(limits: &Limits, places: &Places, now: DateTime<Utc>) -> (Desk, Environment) {
    let clock = Environment::held_at(now, 7);
    let limits = Limits {
        least_answer_milliseconds: 0,
        watched_folder_look_milliseconds: 20,
        visit_idle_look_milliseconds: 20,
        ..limits.clone()
    };
    let desk = Desk::with(places.clone(), clock.clone(), limits, SMALL_COST);
    DESKS.with_borrow_mut(|desks| desks.push(desk.clone()));
    (desk, clock)
}

fn noon() -> DateTime<Utc> {
    "2026-09-01T12:00:00Z".parse().unwrap()
}

pub fn set_up_request() -> Value {
    json!({
        "service_centre": "762000",
        "school_name": "École des Érables",
        "user_name": ADMINISTRATOR,
        "password": PASSWORD,
    })
}

/// The code in a mail: six digits in two groups, alone on their line.
pub fn code_in(text: &str) -> Option<String> {
    let digits = |line: &str| line.split_whitespace().collect::<String>();
    let is_code = |line: &String| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
    text.lines().map(digits).find(is_code)
}

/// Another code than this one.
pub fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}
