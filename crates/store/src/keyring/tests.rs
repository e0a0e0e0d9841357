//! The keyring's promises: who opens it, who does not, and how long a guesser waits.

use std::fs;

use chrono::TimeDelta;
use rand::rngs::StdRng;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::testing::{PASSWORD, SMALL_COST, STAFF, USER, keyring, noon, rng};

const LUC: StaffId = StaffId(Uuid::from_u128(2));
const LUC_PASSWORD: &str = "un autre mot de passe long";

struct House {
    dir: TempDir,
    ring: Keyring,
    key: DataKey,
    words: RecoveryWords,
    rng: StdRng,
}

/// Marie-Ève and Luc, written.
fn house() -> House {
    let dir = tempfile::tempdir().unwrap();
    let mut rng = rng();
    let (mut ring, key, words) = keyring(dir.path(), &mut rng);
    let luc = Member {
        id: LUC,
        user: "Luc",
        password: LUC_PASSWORD,
    };
    ring.add(luc, &key, SMALL_COST, &mut rng).unwrap();
    House {
        dir,
        ring,
        key,
        words,
        rng,
    }
}

impl House {
    /// Signs in on the file as it stands, like another start of the program.
    fn sign_in(&self, user: Option<&str>, password: &str) -> Result<Unlocked, UnlockError> {
        self.sign_in_after(0, user, password)
    }

    fn sign_in_after(
        &self,
        seconds: i64,
        user: Option<&str>,
        password: &str,
    ) -> Result<Unlocked, UnlockError> {
        let now = noon() + TimeDelta::seconds(seconds);
        Keyring::read(self.dir.path())
            .unwrap()
            .unlock(user, password, now, &Limits::default())
    }

    fn opens(&self, user: Option<&str>, password: &str) -> Option<StaffId> {
        let unlocked = self.sign_in(user, password).ok()?;
        assert!(unlocked.data_key == self.key);
        Some(unlocked.staff)
    }
}

#[test]
fn each_member_opens_it_with_their_own_password() {
    let house = house();
    let cases = [
        (Some(USER), PASSWORD, Some(STAFF)),
        (Some(" marie-eve "), PASSWORD, Some(STAFF)),
        (Some("Luc"), LUC_PASSWORD, Some(LUC)),
        (None, PASSWORD, Some(STAFF)),
        (None, LUC_PASSWORD, Some(LUC)),
        // The same é, written with a combining accent.
        (None, "le guichet ouvre a\u{300} huit heures", Some(STAFF)),
        (Some("Luc"), PASSWORD, None),
        (Some(USER), "", None),
        (Some("Personne"), PASSWORD, None),
        (None, "ni l'un ni l'autre", None),
    ];
    for (user, password, opened) in cases {
        assert_eq!(house.opens(user, password), opened, "{user:?} {password}");
    }
}

#[test]
fn no_name_and_no_key_stands_in_the_file() {
    let house = house();
    let text = fs::read_to_string(house.dir.path().join(KEYRING_FILE)).unwrap();
    assert!(!text.to_lowercase().contains("marie") && !text.contains("Luc"));
    let key: String = house
        .key
        .as_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(!text.contains(&key));
}

#[test]
fn five_wrong_passwords_make_the_next_wait_longer_and_longer() {
    let house = house();
    let mut at = 0;
    for _ in 0..5 {
        let wrong = house.sign_in_after(at, Some("Luc"), "faux");
        assert!(matches!(wrong, Err(UnlockError::Wrong)));
    }
    for delay in [30, 60, 120, 240] {
        let early = house.sign_in_after(at + delay - 1, Some("Luc"), LUC_PASSWORD);
        assert!(
            matches!(early, Err(UnlockError::Wait { seconds: 1 })),
            "even the right one"
        );
        at += delay;
        let wrong = house.sign_in_after(at, Some("Luc"), "faux");
        assert!(matches!(wrong, Err(UnlockError::Wrong)));
    }
    assert!(
        house.opens(Some(USER), PASSWORD).is_some(),
        "the others do not wait"
    );
    assert!(
        house
            .sign_in_after(at + 480, Some("Luc"), LUC_PASSWORD)
            .is_ok()
    );
    assert!(
        house
            .sign_in_after(at + 480, Some("Luc"), LUC_PASSWORD)
            .is_ok(),
        "all is forgiven"
    );
}

#[test]
fn a_name_that_nobody_has_is_refused_and_waits_like_any_other() {
    let house = house();
    for _ in 0..5 {
        let wrong = house.sign_in(Some("Personne"), "faux");
        assert!(matches!(wrong, Err(UnlockError::Wrong)));
    }
    let sixth = house.sign_in(Some("Personne d'autre"), "faux");
    assert!(matches!(sixth, Err(UnlockError::Wait { seconds: 30 })));
    assert!(house.opens(Some("Luc"), LUC_PASSWORD).is_some());
}

#[test]
fn a_clock_put_back_does_not_lengthen_the_wait() {
    let house = house();
    for _ in 0..5 {
        house.sign_in(Some("Luc"), "faux").err().unwrap();
    }
    let yesterday = house.sign_in_after(-86_400, Some("Luc"), LUC_PASSWORD);
    assert!(matches!(yesterday, Err(UnlockError::Wait { seconds: 30 })));
}

#[test]
fn wrong_tries_are_told_once() {
    let house = house();
    house.sign_in(Some("Luc"), "faux").err().unwrap();
    house.sign_in(Some("Luc"), "faux").err().unwrap();
    house.sign_in(Some("Personne"), "faux").err().unwrap();
    assert!(house.opens(Some(USER), PASSWORD).is_some());

    let mut ring = Keyring::read(house.dir.path()).unwrap();
    let told = [
        WrongTries {
            staff: Some(LUC),
            tries: 2,
        },
        WrongTries {
            staff: None,
            tries: 1,
        },
    ];
    assert_eq!(ring.wrong_tries(), told);
    ring.wrong_tries_told().unwrap();
    assert!(
        Keyring::read(house.dir.path())
            .unwrap()
            .wrong_tries()
            .is_empty()
    );
}

#[test]
fn the_recovery_words_open_it_and_other_words_do_not() {
    let mut house = house();
    let typed = domain::name::fold(&house.words.words().join(" "));
    assert!(
        house
            .ring
            .unlock_with_words(&typed)
            .is_ok_and(|key| key == house.key)
    );

    let other = RecoveryWords::random(&mut house.rng).words().join(" ");
    assert!(matches!(
        house.ring.unlock_with_words(&other),
        Err(UnlockError::OtherWords)
    ));
    let short = house.ring.unlock_with_words("abaisser abandon");
    assert!(matches!(
        short,
        Err(UnlockError::Words(WordsError::Count { found: 2 }))
    ));

    let new = house
        .ring
        .new_recovery_words(&house.key, &mut house.rng)
        .unwrap();
    let ring = Keyring::read(house.dir.path()).unwrap();
    assert!(matches!(
        ring.unlock_with_words(&typed),
        Err(UnlockError::OtherWords)
    ));
    assert!(ring.unlock_with_words(&new.words().join(" ")).is_ok());
}

#[test]
fn a_new_password_takes_the_place_of_the_old_one() {
    let mut house = house();
    for _ in 0..5 {
        house.sign_in(Some("Luc"), "oublié").err().unwrap();
    }
    house.ring = Keyring::read(house.dir.path()).unwrap();
    let new = "encore un mot de passe";
    house
        .ring
        .set_password(LUC, new, &house.key, SMALL_COST, &mut house.rng)
        .unwrap();
    assert_eq!(house.opens(Some("Luc"), new), Some(LUC));
    assert_eq!(house.opens(Some("Luc"), LUC_PASSWORD), None);
}

#[test]
fn a_name_or_a_member_is_wrapped_once() {
    let mut house = house();
    for (id, user) in [(LUC, "Lucie"), (StaffId(Uuid::from_u128(3)), "LUC")] {
        let member = Member {
            id,
            user,
            password: LUC_PASSWORD,
        };
        let again = house
            .ring
            .add(member, &house.key, SMALL_COST, &mut house.rng);
        assert!(matches!(again, Err(StoreError::Taken)), "{user}");
    }
}

#[test]
fn another_data_key_reaches_everybody_but_the_removed_one() {
    let mut house = house();
    let next_key = DataKey::random(&mut house.rng);
    let mut next = house
        .ring
        .renewed(&next_key, Some(LUC), &mut house.rng)
        .unwrap();
    let limits = Limits::default();
    let marie = next.unlock(None, PASSWORD, noon(), &limits).unwrap();
    assert!(marie.data_key == next_key);
    let words = house.words.words().join(" ");
    assert!(
        next.unlock_with_words(&words)
            .is_ok_and(|key| key == next_key)
    );
    assert!(matches!(
        next.unlock(None, LUC_PASSWORD, noon(), &limits),
        Err(UnlockError::Wrong)
    ));
    assert!(!next.has(LUC));
}

#[test]
fn a_keyring_that_cannot_be_read_is_told_apart() {
    let house = house();
    let file = house.dir.path().join(KEYRING_FILE);
    let good = fs::read_to_string(&file).unwrap();
    let newer = good.replacen("\"version\": 1", "\"version\": 2", 1);
    let greedy = good.replacen("\"memory_kib\": 32", "\"memory_kib\": 4000000000", 1);
    fs::write(&file, newer).unwrap();
    assert!(matches!(
        Keyring::read(house.dir.path()).err(),
        Some(StoreError::NewerDatabase)
    ));
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    assert!(matches!(
        Keyring::read(house.dir.path()).err(),
        Some(StoreError::Damaged(_))
    ));
    fs::write(&file, greedy).unwrap();
    let refused = house.sign_in(Some(USER), PASSWORD);
    assert!(matches!(
        refused,
        Err(UnlockError::Store(StoreError::Damaged(_)))
    ));
    fs::remove_file(&file).unwrap();
    assert!(matches!(
        Keyring::read(house.dir.path()).err(),
        Some(StoreError::Missing)
    ));
}
