//! Values sealed under the data key, inside the database: the desk's secret and the mail server's password.
//! They are unreadable to an operator of PostgreSQL too. Nothing is sealed here that has to be searched.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::CryptoRng;
use zeroize::Zeroizing;

use crate::error::{Result, StoreError};
use crate::keys::{DataKey, Key};
use crate::open::Store;
use crate::pool::{Pool, Tx, execute, run};
use crate::write::Write;

domain::text_enum! {
    /// What is kept sealed.
    pub enum SecretName {
        /// 32 bytes from which the journal's key and the codes' key are derived; a re-keying seals it anew
        /// and leaves it as it is.
        DeskSecret = "desk_secret",
        SmtpPassword = "smtp_password",
    }
}

/// A nonce and what it seals.
pub(crate) struct Sealed {
    pub nonce: Vec<u8>,
    pub sealed: Vec<u8>,
}

/// Seals under XChaCha20-Poly1305, bound to a label that has to be the same at the opening.
pub(crate) fn seal(key: &[u8; 32], label: &[u8], plain: &[u8], rng: &mut impl CryptoRng) -> Sealed {
    let mut nonce = [0; 24];
    rng.fill_bytes(&mut nonce);
    #[expect(
        clippy::expect_used,
        reason = "the cipher refuses only texts of more than 256 GiB"
    )]
    let sealed = XChaCha20Poly1305::new(key.into())
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: plain,
                aad: label,
            },
        )
        .expect("a short text");
    Sealed {
        nonce: nonce.to_vec(),
        sealed,
    }
}

/// Opens what [`seal`] has sealed; none for another key, another label or other bytes.
pub(crate) fn unseal(
    key: &[u8; 32],
    label: &[u8],
    nonce: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let nonce: [u8; 24] = nonce.try_into().ok()?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: sealed,
                aad: label,
            },
        )
        .ok()
        .map(Zeroizing::new)
}

#[derive(sqlx::FromRow)]
struct SealedRow {
    name: String,
    nonce: Vec<u8>,
    sealed: Vec<u8>,
}

impl SealedRow {
    fn unseal(&self, key: &DataKey) -> Option<Zeroizing<Vec<u8>>> {
        unseal(
            key.as_bytes(),
            self.base_name().as_bytes(),
            &self.nonce,
            &self.sealed,
        )
    }

    /// The name without the mark of a re-keying under way.
    fn base_name(&self) -> &str {
        self.name.strip_suffix(NEXT).unwrap_or(&self.name)
    }
}

/// During a re-keying each value stands twice, the second time under the next key and this mark.
const NEXT: &str = ".next";

impl Store {
    /// Opens one sealed value; none when it was never set.
    ///
    /// # Errors
    /// The database failed, or the value was not sealed under this key.
    pub async fn secret(&self, name: SecretName) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let mut key = self.data_key();
        loop {
            let rows = all(&mut self.0.pool.begin_read().await?).await?;
            let mut found = rows
                .iter()
                .filter(|row| row.base_name() == name.as_str())
                .peekable();
            if found.peek().is_none() {
                return Ok(None);
            }
            if let Some(secret) = found.find_map(|row| row.unseal(&key)) {
                return Ok(Some(secret));
            }
            // Perhaps a re-keying came between the key and the rows.
            let now = self.data_key();
            if now == key {
                return Err(StoreError::Damaged("a sealed value"));
            }
            key = now;
        }
    }
}

impl Write {
    /// Seals a value under a name, over the one that had it.
    ///
    /// # Errors
    /// The database refused.
    pub async fn put_secret(
        &mut self,
        name: SecretName,
        value: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<()> {
        let sealed = seal(
            self.data_key().as_bytes(),
            name.as_str().as_bytes(),
            value,
            rng,
        );
        put(self.tx(), name.as_str(), &sealed).await
    }

    /// Forgets a value.
    ///
    /// # Errors
    /// The database refused.
    pub async fn remove_secret(&mut self, name: SecretName) -> Result<()> {
        execute!(
            self,
            sqlx::query("delete from sealed_secret where name = $1").bind(name.as_str())
        )?;
        Ok(())
    }
}

/// Draws the desk's secret for a new database, to be committed by the caller.
///
/// # Errors
/// [`StoreError::AlreadyThere`] when it has one.
pub(crate) async fn draw_desk_secret(
    tx: &mut Tx,
    key: &DataKey,
    rng: &mut impl CryptoRng,
) -> Result<Key> {
    if !all(tx).await?.is_empty() {
        return Err(StoreError::AlreadyThere);
    }
    let secret = Key::random(rng);
    let name = SecretName::DeskSecret.as_str();
    let sealed = seal(key.as_bytes(), name.as_bytes(), secret.as_bytes(), rng);
    put(tx, name, &sealed).await?;
    Ok(secret)
}

/// Opens the desk's secret, without writing.
///
/// # Errors
/// [`StoreError::WrongKey`] when this is not the key.
pub(crate) async fn open_desk_secret(pool: &Pool, key: &DataKey) -> Result<Key> {
    let rows = all(&mut pool.begin_read().await?).await?;
    let name = SecretName::DeskSecret.as_str();
    let mut secrets = rows.iter().filter(|row| row.base_name() == name).peekable();
    if secrets.peek().is_none() {
        return Err(StoreError::Damaged("the desk's secret is missing"));
    }
    let secret = secrets
        .find_map(|row| row.unseal(key))
        .ok_or(StoreError::WrongKey)?;
    Key::from_slice(&secret).ok_or(StoreError::Damaged("the desk's secret"))
}

/// Ends a re-keying that was cut short: of the two sets of values, the one that the key opens stays.
pub(crate) async fn settle(pool: &Pool, key: &DataKey) -> Result<()> {
    let rows = all(&mut pool.begin_read().await?).await?;
    let staged: Vec<_> = rows.iter().filter(|row| row.name.ends_with(NEXT)).collect();
    if staged.is_empty() {
        return Ok(());
    }
    let through = staged.iter().all(|row| row.unseal(key).is_some());
    let mut tx = pool.begin().await?;
    if through {
        promote(&mut tx).await?;
    } else {
        discard(&mut tx).await?;
    }
    tx.commit().await
}

/// The first step of a re-keying: every value once more, under the next key.
pub(crate) async fn stage(
    tx: &mut Tx,
    key: &DataKey,
    next: &DataKey,
    rng: &mut impl CryptoRng,
) -> Result<()> {
    discard(tx).await?;
    for row in all(tx).await? {
        let plain = row
            .unseal(key)
            .ok_or(StoreError::Damaged("a sealed value"))?;
        let sealed = seal(next.as_bytes(), row.name.as_bytes(), &plain, rng);
        put(tx, &format!("{}{NEXT}", row.name), &sealed).await?;
    }
    Ok(())
}

/// The last step of a re-keying: the values under the next key take the place of the others.
pub(crate) async fn promote(tx: &mut Tx) -> Result<()> {
    for row in all(tx).await?.iter().filter(|row| row.name.ends_with(NEXT)) {
        let sealed = Sealed {
            nonce: row.nonce.clone(),
            sealed: row.sealed.clone(),
        };
        put(tx, row.base_name(), &sealed).await?;
    }
    discard(tx).await
}

async fn discard(tx: &mut Tx) -> Result<()> {
    execute!(
        tx,
        sqlx::query("delete from sealed_secret where name like '%.next'")
    )?;
    Ok(())
}

async fn all(tx: &mut Tx) -> Result<Vec<SealedRow>> {
    run!(tx, conn => sqlx::query_as("select name, nonce, sealed from sealed_secret order by name")
        .fetch_all(conn))
}

async fn put(tx: &mut Tx, name: &str, sealed: &Sealed) -> Result<()> {
    execute!(
        tx,
        sqlx::query(
            "insert into sealed_secret (name, nonce, sealed) values ($1, $2, $3)
         on conflict (name) do update set nonce = excluded.nonce, sealed = excluded.sealed",
        )
        .bind(name)
        .bind(&sealed.nonce)
        .bind(&sealed.sealed)
    )?;
    Ok(())
}
