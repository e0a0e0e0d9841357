//! The first start: the demo school, or this desk set up for good. The demo has a folder and a key of its own and is
//! never turned into a real desk.

use std::path::PathBuf;

use domain::{DeskId, Role, ServiceCentreCode, StaffId};
use store::{Act, Actor, DeskKind, Entered, Entry, Keyring, Member, Stamp, Store, Subject};

use super::import::{Origins, Terms, Wish};
use super::session::accept;
use crate::Desk;
use crate::contract::{Failure, Nothing, RecoveryWords, Secret, SetUpDesk};
use crate::failure::{Outcome, Trouble};

/// The demo's one user. Its password is no secret: everything in the demo is made up.
const DEMO_USER: &str = "demo";
const DEMO_PASSWORD: &str = "une école inventée pour essayer";
const DEMO_SCHOOL: &str = "École de la Démonstration";
const DEMO_CENTRE: &str = "762000";
const DEMO_STUDENTS: usize = 600;
const DEMO_SEED: u64 = 2026;

/// What a new desk is made of.
struct NewDesk<'a> {
    kind: DeskKind,
    service_centre: ServiceCentreCode,
    school_name: &'a str,
    user_name: &'a str,
    password: &'a Secret,
}

impl Desk {
    /// Opens the demo school, made at the first time.
    pub(crate) async fn open_demo(&self, (): Nothing) -> Outcome<Nothing> {
        self.closed_kind().await.ok_or(Failure::NotAllowed)?;
        let password = Secret::new(DEMO_PASSWORD.to_owned());
        if self.is_set_up(DeskKind::Demo) {
            let user = Some(DEMO_USER.to_owned());
            let password = zeroize::Zeroizing::new(DEMO_PASSWORD.to_owned());
            return self
                .enter(
                    DeskKind::Demo,
                    store::Credential::Password { user, password },
                )
                .await;
        }
        let centre = ServiceCentreCode::parse(DEMO_CENTRE);
        let desk = NewDesk {
            kind: DeskKind::Demo,
            service_centre: centre
                .ok_or_else(|| Trouble::unexpected("the demo's service centre"))?,
            school_name: DEMO_SCHOOL,
            user_name: DEMO_USER,
            password: &password,
        };
        self.make(&desk).await?;
        self.fill_demo().await
    }

    /// The made-up registry goes in as any school's does: read, compared, applied.
    async fn fill_demo(&self) -> Outcome<()> {
        let open = self.open().await?;
        let csv = roster::generate(DEMO_STUDENTS, DEMO_SEED).to_csv();
        let wish = Wish {
            source: Origins::Made(csv),
            complete: false,
            school: None,
            answers: Default::default(),
        };
        let terms = Terms {
            accept_alarms: true,
            hash: None,
        };
        self.apply(&open, wish, terms).await?;
        Ok(())
    }

    /// Leaves the demo; the first start shows its two doors again.
    pub(crate) async fn leave_demo(&self, (): Nothing) -> Outcome<Nothing> {
        let kind = match self.open().await {
            Ok(open) => open.kind,
            Err(_) => DeskKind::Demo,
        };
        if kind != DeskKind::Demo {
            return Err(Failure::NotAllowed.into());
        }
        self.close().await;
        self.choose_closed(DeskKind::Real).await;
        Ok(())
    }

    /// Sets up this desk and signs its first administrator in. The words come back to be written down, once.
    pub(crate) async fn set_up_desk(&self, request: SetUpDesk) -> Outcome<RecoveryWords> {
        self.closed_kind().await.ok_or(Failure::NotAllowed)?;
        let invalid = |field: &str| Failure::Invalid {
            field: field.to_owned(),
        };
        let service_centre = ServiceCentreCode::parse(&request.service_centre)
            .ok_or_else(|| invalid("service_centre"))?;
        let (school_name, user_name) = (request.school_name.trim(), request.user_name.trim());
        for (field, text) in [("school_name", school_name), ("user_name", user_name)] {
            if domain::name::fold(text).is_empty() {
                return Err(invalid(field).into());
            }
        }
        accept(&request.password, &[user_name, school_name])?;
        if self.is_set_up(DeskKind::Real) {
            return Err(Failure::NotAllowed.into());
        }
        let kind = DeskKind::Real;
        let words = self
            .make(&NewDesk {
                kind,
                service_centre,
                school_name,
                user_name,
                password: &request.password,
            })
            .await?;
        Ok(RecoveryWords {
            words: words.words().into_iter().map(str::to_owned).collect(),
        })
    }

    async fn make(&self, desk: &NewDesk<'_>) -> Outcome<store::RecoveryWords> {
        let location = self.location(desk.kind).clone();
        let staff = StaffId(self.environment().id());
        let (keyring, key, words) = self
            .new_keyring(location.dir().to_owned(), staff, desk)
            .await?;
        let mut random = self.environment().split_random();
        let store = Store::create(location, &keyring, key, &mut random).await?;
        let id = DeskId(self.environment().id());
        let mut write = store
            .write(Stamp::new(
                self.environment().now(),
                Actor::Staff(staff),
                id,
            ))
            .await?;
        write
            .create_desk(id, desk.kind, desk.service_centre, desk.school_name)
            .await?;
        write
            .add_staff(staff, desk.user_name, Role::Administrator)
            .await?;
        let act = match desk.kind {
            DeskKind::Real => Act::DeskSetUp,
            DeskKind::Demo => Act::DemoOpened,
        };
        write.commit(Entry::new(act, Subject::Staff(staff))).await?;
        self.open_for(
            desk.kind,
            Entered {
                store,
                keyring,
                staff: Some(staff),
            },
            staff,
        )
        .await?;
        Ok(words)
    }

    async fn new_keyring(
        &self,
        folder: PathBuf,
        staff: StaffId,
        desk: &NewDesk<'_>,
    ) -> Outcome<(Keyring, store::DataKey, store::RecoveryWords)> {
        let (user, password) = (desk.user_name.to_owned(), desk.password.clone());
        let (cost, mut random) = (self.kdf_cost(), self.environment().split_random());
        let work = move || {
            let first = Member {
                id: staff,
                user: &user,
                password: password.expose(),
            };
            Keyring::create(&folder, first, cost, &mut random)
        };
        Ok(tokio::task::spawn_blocking(work)
            .await
            .map_err(Trouble::unexpected)??)
    }
}
