//! The keys in memory: the data key, and what is derived from the desk's secret (domain.md §15).
//! How they are kept on the disk belongs to `keyring.rs` and `sealed.rs`. No key can be printed.

use std::fmt::Write as _;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use rand::CryptoRng;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// 32 bytes that are wiped when they are let go.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn random(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *bytes);
        Self(bytes)
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key for one purpose (HKDF-SHA256); knowing it tells nothing of this one.
    fn derive(&self, purpose: &str) -> Self {
        let mut derived = Zeroizing::new([0; 32]);
        let expanded =
            Hkdf::<Sha256>::new(None, &*self.0).expand(purpose.as_bytes(), &mut *derived);
        debug_assert!(
            expanded.is_ok(),
            "32 bytes are within what HKDF-SHA256 gives"
        );
        Self(derived)
    }

    /// HMAC-SHA256 over the parts, each preceded by its length so that no two lists look alike.
    #[must_use]
    pub(crate) fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&*self.0).expect("a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// The key of the database: random, wrapped in the keyring, known only while the desk is open.
#[derive(Clone)]
pub struct DataKey(Key);

impl DataKey {
    /// Draws a new one.
    #[must_use]
    pub fn random(rng: &mut impl CryptoRng) -> Self {
        Self(Key::random(rng))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Key::from_slice(bytes).map(Self)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// As SQLCipher takes a raw key: `"x'…'"`.
    pub(crate) fn as_pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(70));
        text.push_str("\"x'");
        for byte in self.as_bytes() {
            let written = write!(text, "{byte:02x}");
            debug_assert!(written.is_ok(), "a string takes every write");
        }
        text.push_str("'\"");
        text
    }
}

impl PartialEq for DataKey {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

/// What is derived from the desk's secret. It outlives a re-keying, so that the journal keeps its key.
pub(crate) struct DeskKeys {
    pub journal: Key,
    pub code: Key,
}

impl DeskKeys {
    pub(crate) fn derive(secret: &Key) -> Self {
        Self {
            journal: secret.derive("guichet journal 1"),
            code: secret.derive("guichet verification code 1"),
        }
    }
}
