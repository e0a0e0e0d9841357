//! The parent's password as a PHC string (domain.md §5): Argon2id, off the async threads, wiped when done.
//! Staff passwords open the keyring and have no hash (domain.md §15).

use std::ops::RangeInclusive;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};

use crate::contract::Secret;

/// KiB, passes, lanes: domain.md §5.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What a hash from elsewhere may cost. Less is no hash worth keeping; more would hold the counter up, or fill its memory.
const TAKEN_MEMORY_KIB: RangeInclusive<u32> = 4_096..=262_144;
const TAKEN_PASSES: RangeInclusive<u32> = 1..=16;
const TAKEN_LANES: RangeInclusive<u32> = 1..=16;
const LEAST_SALT_BYTES: usize = 8;
const LEAST_OUTPUT_BYTES: usize = 16;

domain::text_enum! {
    /// Why a hash from elsewhere is not taken in.
    pub enum HashRefusal {
        /// It is no PHC string, or lacks its salt or its hash.
        Malformed = "hash_malformed",
        /// Neither Argon2id nor Argon2i: bcrypt, scrypt, PBKDF2 and others are not known here.
        Unsupported = "hash_unsupported",
        /// Too weak to be kept, too costly to be tried, or of another version than 19.
        Parameters = "hash_parameters",
    }
}

/// Whether a hash from elsewhere can be tried at a sign-in: Argon2id or Argon2i, version 19, of a sane cost. One that is
/// weaker than today's is raised then (domain.md §5).
///
/// # Errors
/// Why not.
pub fn may_be_taken_in(hash: &str) -> Result<(), HashRefusal> {
    let known = [Algorithm::Argon2id, Algorithm::Argon2i].map(|kind| kind.ident());
    let Ok(parsed) = PasswordHash::new(hash) else {
        // What other programs write is often no PHC string at all: `$2b$12$…` is bcrypt's.
        let is_named = hash.starts_with("$2") || hash.starts_with("$5$") || hash.starts_with("$6$");
        return Err(if is_named {
            HashRefusal::Unsupported
        } else {
            HashRefusal::Malformed
        });
    };
    if !known.contains(&parsed.algorithm) {
        return Err(HashRefusal::Unsupported);
    }
    let (Some(salt), Some(output)) = (&parsed.salt, &parsed.hash) else {
        return Err(HashRefusal::Malformed);
    };
    let params = Params::try_from(&parsed).map_err(|_| HashRefusal::Parameters)?;
    let is_sane = parsed.version == Some(Version::V0x13.into())
        && TAKEN_MEMORY_KIB.contains(&params.m_cost())
        && TAKEN_PASSES.contains(&params.t_cost())
        && TAKEN_LANES.contains(&params.p_cost())
        && salt.len() >= LEAST_SALT_BYTES
        && output.len() >= LEAST_OUTPUT_BYTES;
    is_sane.then_some(()).ok_or(HashRefusal::Parameters)
}

/// Whether a password is the one of a hash, and whether the hash is to be made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Right,
    /// Right, under parameters weaker than today's: hash it again.
    RightButWeak,
    Wrong,
}

fn argon2() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The PHC string of a password; none if the machine cannot (out of memory).
pub async fn hash(password: Secret, salt: [u8; 16]) -> Option<String> {
    let work = move || {
        let hash = argon2()?
            .hash_password_with_salt(password.expose().as_bytes(), &salt)
            .ok()?;
        Some(hash.to_string())
    };
    tokio::task::spawn_blocking(work).await.ok().flatten()
}

/// Compares; where there is no hash the same work is done in vain, so that the time says nothing.
pub async fn check(password: Secret, hash: Option<String>) -> Checked {
    let work = move || {
        let Some(argon2) = argon2() else {
            return Checked::Wrong;
        };
        let stored = hash
            .as_deref()
            .and_then(|hash| PasswordHash::new(hash).ok());
        let Some(stored) = stored else {
            // The result is not looked at: only the time is wanted.
            drop(argon2.hash_password_with_salt(password.expose().as_bytes(), &[0; 16]));
            return Checked::Wrong;
        };
        match argon2.verify_password(password.expose().as_bytes(), &stored) {
            Err(_) => Checked::Wrong,
            Ok(()) if is_weak(&stored) => Checked::RightButWeak,
            Ok(()) => Checked::Right,
        }
    };
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or(Checked::Wrong)
}

fn is_weak(hash: &PasswordHash) -> bool {
    if hash.algorithm != Algorithm::Argon2id.ident() {
        return true;
    }
    let Ok(params) = Params::try_from(hash) else {
        return true;
    };
    params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES || params.p_cost() < LANES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_hash_is_a_phc_string_of_the_agreed_strength() {
        let hash = hash(secret("Ecole#2026"), [7; 16]).await.unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert_eq!(
            check(secret("Ecole#2026"), Some(hash.clone())).await,
            Checked::Right
        );
        assert_eq!(
            check(secret("Ecole#2027"), Some(hash)).await,
            Checked::Wrong
        );
    }

    #[tokio::test]
    async fn a_weaker_hash_is_told_so_that_it_is_raised() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8, 1, 1, None).unwrap(),
        )
        .hash_password_with_salt(b"Ecole#2026", &[7; 16])
        .unwrap()
        .to_string();
        assert_eq!(
            check(secret("Ecole#2026"), Some(weak)).await,
            Checked::RightButWeak
        );
    }

    #[tokio::test]
    async fn a_hash_of_argon2i_is_right_and_raised() {
        let params = Params::new(4096, 3, 1, None).unwrap();
        let other = Argon2::new(Algorithm::Argon2i, Version::V0x13, params)
            .hash_password_with_salt(b"Ecole#2026", &[7; 16])
            .unwrap()
            .to_string();
        assert_eq!(may_be_taken_in(&other), Ok(()));
        let checked = check(secret("Ecole#2026"), Some(other)).await;
        assert_eq!(checked, Checked::RightButWeak);
    }

    #[test]
    fn a_hash_from_elsewhere_is_well_formed_known_and_of_a_sane_cost() {
        const REST: &str = "c2VsZGVzZWxkZXNlbA$LJVb9mKo0MdBBmG4OWIYTnMRj8nAj2jTk8ix2YDQMbU";
        let with = |head: &str| format!("{head}${REST}");
        for (hash, taken) in [
            (with("$argon2id$v=19$m=19456,t=2,p=1"), Ok(())),
            (with("$argon2id$v=19$m=65536,t=3,p=4"), Ok(())),
            (with("$argon2i$v=19$m=4096,t=3,p=1"), Ok(())),
            (
                with("$argon2d$v=19$m=19456,t=2,p=1"),
                Err(HashRefusal::Unsupported),
            ),
            (
                with("$pbkdf2-sha256$i=600000"),
                Err(HashRefusal::Unsupported),
            ),
            (
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW".to_owned(),
                Err(HashRefusal::Unsupported),
            ),
            (
                with("$argon2id$v=16$m=19456,t=2,p=1"),
                Err(HashRefusal::Parameters),
            ),
            (
                with("$argon2id$m=19456,t=2,p=1"),
                Err(HashRefusal::Parameters),
            ),
            (
                with("$argon2id$v=19$m=8,t=1,p=1"),
                Err(HashRefusal::Parameters),
            ),
            (
                with("$argon2id$v=19$m=4194304,t=2,p=1"),
                Err(HashRefusal::Parameters),
            ),
            (
                with("$argon2id$v=19$m=19456,t=4000,p=1"),
                Err(HashRefusal::Parameters),
            ),
            (
                "$argon2id$v=19$m=19456,t=2,p=1$c2VsZGVzZWxkZXNlbA".to_owned(),
                Err(HashRefusal::Malformed),
            ),
            ("Ecole#2026".to_owned(), Err(HashRefusal::Malformed)),
            (
                "5f4dcc3b5aa765d61d8327deb882cf99".to_owned(),
                Err(HashRefusal::Malformed),
            ),
        ] {
            assert_eq!(may_be_taken_in(&hash), taken, "{hash}");
        }
    }

    #[tokio::test]
    async fn no_hash_is_wrong() {
        assert_eq!(check(secret("Ecole#2026"), None).await, Checked::Wrong);
    }
}
