//! One wrap of the data key: a member's password opens a secret key, and the data key is sealed to its public half.
//! So the data key can be changed without anybody's password. Who has a wrap belongs to `keyring.rs`.

use argon2::{Algorithm, Argon2, Params, Version};
use chrono::{DateTime, Utc};
use domain::{Limits, StaffId};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable as _, Kem as _, OpModeR, OpModeS, Serializable as _};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::{Result, StoreError};
use crate::files;
use crate::keys::DataKey;
use crate::sealed::{seal, unseal};
use crate::words::RecoveryWords;

type PublicKey = <X25519HkdfSha256 as hpke::Kem>::PublicKey;
type SecretKey = <X25519HkdfSha256 as hpke::Kem>::PrivateKey;

const INFO: &[u8] = b"guichet data key 1";
/// Bytes of an X25519 public key, which precede what is sealed.
const ENCAPPED: usize = 32;
/// However long somebody has guessed, the next try is at most this far away.
const LONGEST_DELAY_SECONDS: u64 = 3600;

/// What one try at a password costs (Argon2id). It stands in the file, so that it can be raised later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfCost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl KdfCost {
    /// domain.md §15: a stolen file is attacked off line.
    pub const STAFF: Self = Self {
        memory_kib: 256 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// The cost in a file that somebody altered must not exhaust the machine.
    const fn is_sane(self) -> bool {
        self.memory_kib <= 1024 * 1024 && self.passes <= 16 && self.lanes <= 16
    }

    /// The key that a password gives. Passwords are compared in one Unicode form (NFKC).
    pub(crate) fn stretch(self, password: &str, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
        const DAMAGED: StoreError = StoreError::Damaged("the keyring");
        if !self.is_sane() {
            return Err(DAMAGED);
        }
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| DAMAGED)?;
        let password = Zeroizing::new(password.nfkc().collect::<String>());
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), salt, &mut *key)
            .map_err(|_| DAMAGED)?;
        Ok(key)
    }
}

/// The data key sealed to a public key (HPKE, RFC 9180).
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SealedDataKey {
    #[serde(with = "files::hex")]
    public: Vec<u8>,
    #[serde(with = "files::hex")]
    data_key: Vec<u8>,
}

impl SealedDataKey {
    fn new(public: &PublicKey, key: &DataKey, rng: &mut impl CryptoRng) -> Self {
        #[expect(
            clippy::expect_used,
            reason = "sealing 32 bytes to a key of ours cannot be refused"
        )]
        let (encapped, sealed) = hpke::single_shot_seal_with_rng::<
            ChaCha20Poly1305,
            HkdfSha256,
            X25519HkdfSha256,
        >(&OpModeS::Base, public, INFO, key.as_bytes(), b"", rng)
        .expect("32 bytes and a sound key");
        let data_key = [encapped.to_bytes().as_slice(), &sealed].concat();
        Self {
            public: public.to_bytes().to_vec(),
            data_key,
        }
    }

    /// Seals another data key to the same public key.
    pub(crate) fn renewed(&self, key: &DataKey, rng: &mut impl CryptoRng) -> Result<Self> {
        let public =
            PublicKey::from_bytes(&self.public).map_err(|_| StoreError::Damaged("the keyring"))?;
        Ok(Self::new(&public, key, rng))
    }

    fn open(&self, secret: &SecretKey) -> Option<DataKey> {
        let (encapped, sealed) = self.data_key.split_at_checked(ENCAPPED)?;
        let encapped = hpke::Deserializable::from_bytes(encapped).ok()?;
        let key = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            secret,
            &encapped,
            INFO,
            sealed,
            b"",
        )
        .map(Zeroizing::new)
        .ok()?;
        DataKey::from_slice(&key)
    }

    /// Sealed to the key that the recovery words give.
    pub(crate) fn to_words(words: &RecoveryWords, key: &DataKey, rng: &mut impl CryptoRng) -> Self {
        let (_, public) = X25519HkdfSha256::derive_keypair(words.bits());
        Self::new(&public, key, rng)
    }

    /// Opens what [`SealedDataKey::to_words`] has sealed; none for other words.
    pub(crate) fn open_with_words(&self, words: &RecoveryWords) -> Option<DataKey> {
        let (secret, _) = X25519HkdfSha256::derive_keypair(words.bits());
        self.open(&secret)
    }
}

/// One member's way to the data key.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Wrap {
    pub id: Uuid,
    /// A salted hash of the user name, so that no name stands in the file.
    #[serde(with = "files::hex")]
    pub user_tag: Vec<u8>,
    pub kdf: KdfCost,
    #[serde(with = "files::hex")]
    salt: Vec<u8>,
    #[serde(with = "files::hex")]
    nonce: Vec<u8>,
    /// The secret key, under the stretched password.
    #[serde(with = "files::hex")]
    secret: Vec<u8>,
    sealed: SealedDataKey,
    pub tries: Tries,
}

impl Wrap {
    pub(crate) fn new(
        id: StaffId,
        user_tag: Vec<u8>,
        password: &str,
        kdf: KdfCost,
        key: &DataKey,
        rng: &mut impl CryptoRng,
    ) -> Result<Self> {
        let mut salt = vec![0; 16];
        rng.fill_bytes(&mut salt);
        let stretched = kdf.stretch(password, &salt)?;
        let (secret, public) = X25519HkdfSha256::gen_keypair_with_rng(rng);
        let secret = Zeroizing::new(secret.to_bytes().to_vec());
        let sealed_secret = seal(&stretched, &label(id.0), &secret, rng);
        Ok(Self {
            id: id.0,
            user_tag,
            kdf,
            salt,
            nonce: sealed_secret.nonce,
            secret: sealed_secret.sealed,
            sealed: SealedDataKey::new(&public, key, rng),
            tries: Tries::default(),
        })
    }

    /// The data key, when this is the password.
    pub(crate) fn open(&self, password: &str) -> Result<Option<DataKey>> {
        let stretched = self.kdf.stretch(password, &self.salt)?;
        Ok(
            unseal(&stretched, &label(self.id), &self.nonce, &self.secret)
                .and_then(|secret| SecretKey::from_bytes(&secret).ok())
                .and_then(|secret| self.sealed.open(&secret)),
        )
    }

    /// The same member and password, another data key.
    pub(crate) fn renewed(&self, key: &DataKey, rng: &mut impl CryptoRng) -> Result<Self> {
        Ok(Self {
            sealed: self.sealed.renewed(key, rng)?,
            ..self.clone()
        })
    }
}

fn label(id: Uuid) -> Vec<u8> {
    [b"guichet keyring 1".as_slice(), id.as_bytes()].concat()
}

/// Wrong passwords, counted in the file where a restart cannot forget them (domain.md §5).
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Tries {
    /// Since the last right one.
    wrong: u32,
    /// Since the journal was last told.
    pub untold: u32,
    last_wrong_at: Option<DateTime<Utc>>,
}

impl Tries {
    pub(crate) const fn count(&mut self, now: DateTime<Utc>) {
        self.wrong = self.wrong.saturating_add(1);
        self.untold = self.untold.saturating_add(1);
        self.last_wrong_at = Some(now);
    }

    /// A right password. Says whether there was anything to forget.
    pub(crate) fn forgive(&mut self) -> bool {
        let had = self.wrong > 0;
        self.wrong = 0;
        self.last_wrong_at = None;
        had
    }

    /// How many seconds are left before the next try: none for the first wrong ones, then a first delay that doubles.
    /// A clock put back does not make it longer.
    pub(crate) fn wait_seconds(&self, now: DateTime<Utc>, limits: &Limits) -> Option<u64> {
        let over = self.wrong.checked_sub(limits.sign_in_wrong_before_delay)?;
        let first = u64::from(limits.sign_in_first_delay_seconds);
        let delay = first
            .saturating_mul(1 << over.min(20))
            .min(LONGEST_DELAY_SECONDS);
        let passed = (now - self.last_wrong_at?).num_seconds();
        let left = delay.saturating_sub(u64::try_from(passed).unwrap_or(0));
        (left > 0).then_some(left)
    }
}
