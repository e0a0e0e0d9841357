//! The parent's password as a PHC string (domain.md §5): Argon2id, off the async threads, wiped when done.
//! Staff passwords open the keyring and have no hash (domain.md §15).

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};

use crate::contract::Secret;

/// KiB, passes, lanes: domain.md §5.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

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
    async fn no_hash_is_wrong() {
        assert_eq!(check(secret("Ecole#2026"), None).await, Checked::Wrong);
    }
}
