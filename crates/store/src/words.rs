//! The 24 recovery words: shown once, typed back by hand (domain.md §15).
//! What they open belongs to `keyring.rs`.

use std::collections::HashMap;
use std::sync::OnceLock;

use bip39::{Language, Mnemonic};
use rand::CryptoRng;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How many words there are: 256 bits and a checksum of 8.
pub const RECOVERY_WORD_COUNT: usize = 24;

/// 256 random bits, written as words of the French BIP39 list.
pub struct RecoveryWords(Zeroizing<[u8; 32]>);

/// What is wrong with words that were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    #[error("there are {found} words, not 24")]
    Count { found: usize },
    /// Counted from 1.
    #[error("word {position} is not in the list")]
    Unknown { position: usize },
    /// Each word is in the list, and one is in another's place.
    #[error("the words do not belong together")]
    Checksum,
}

impl RecoveryWords {
    pub(crate) fn random(rng: &mut impl CryptoRng) -> Self {
        let mut bits = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *bits);
        Self(bits)
    }

    /// Reads words as they are typed: any case, with or without accents, numbered or not, any separator.
    ///
    /// # Errors
    /// [`WordsError`] says which word to look at again.
    pub fn parse(typed: &str) -> Result<Self, WordsError> {
        let spaced = Zeroizing::new(typed.replace(|c: char| c.is_ascii_punctuation(), " "));
        let folded = Zeroizing::new(domain::name::fold(&spaced));
        let words: Vec<&str> = folded
            .split(' ')
            .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        if words.len() != RECOVERY_WORD_COUNT {
            return Err(WordsError::Count { found: words.len() });
        }
        let list = Language::French.word_list();
        let mut listed = Zeroizing::new(String::with_capacity(folded.len() * 2));
        for (position, word) in (1..).zip(words) {
            let at = by_folded_word()
                .get(word)
                .ok_or(WordsError::Unknown { position })?;
            listed.push_str(list[*at]);
            listed.push(' ');
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::French, listed.trim_end())
            .map_err(|_| WordsError::Checksum)?;
        let bits = Zeroizing::new(mnemonic.to_entropy());
        let bits: [u8; 32] = bits
            .as_slice()
            .try_into()
            .map_err(|_| WordsError::Checksum)?;
        Ok(Self(Zeroizing::new(bits)))
    }

    /// The words in their order, with their accents.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        #[expect(clippy::expect_used, reason = "BIP39 takes 32 bytes")]
        let mnemonic = Mnemonic::from_entropy_in(Language::French, &*self.0).expect("32 bytes");
        mnemonic
            .word_indices()
            .map(|at| composed_words()[at].as_str())
            .collect()
    }

    pub(crate) fn bits(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The list is published with its accents decomposed; people are shown them composed.
fn composed_words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        Language::French
            .word_list()
            .iter()
            .map(|word| word.nfc().collect())
            .collect()
    })
}

fn by_folded_word() -> &'static HashMap<String, usize> {
    static WORDS: OnceLock<HashMap<String, usize>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let folded = Language::French
            .word_list()
            .iter()
            .map(|word| domain::name::fold(word));
        folded.zip(0..).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::rng;

    #[test]
    fn no_two_words_are_the_same_without_their_accents() {
        assert_eq!(by_folded_word().len(), 2048);
    }

    #[test]
    fn words_are_read_however_they_are_typed() {
        let words = RecoveryWords::random(&mut rng());
        let shown = words.words();
        assert_eq!(shown.len(), RECOVERY_WORD_COUNT);
        let numbered = shown
            .iter()
            .zip(1..)
            .map(|(word, n)| format!("{n}. {word}\n"))
            .collect();
        let ways: [String; 6] = [
            shown.join(" "),
            shown.join(", "),
            shown.join(" ").to_uppercase(),
            domain::name::fold(&shown.join(" ")),
            shown.join(" ").nfd().collect(),
            numbered,
        ];
        for typed in ways {
            assert_eq!(
                RecoveryWords::parse(&typed).ok().unwrap().0,
                words.0,
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_wrong_with_the_words_is_said() {
        let words = RecoveryWords::random(&mut rng()).words();
        let mut misspelt = words.clone();
        misspelt[6] = "guichet";
        let mut swapped = words.clone();
        swapped.swap(0, 1);
        let cases = [
            (words[..23].join(" "), WordsError::Count { found: 23 }),
            (String::new(), WordsError::Count { found: 0 }),
            (misspelt.join(" "), WordsError::Unknown { position: 7 }),
            (swapped.join(" "), WordsError::Checksum),
        ];
        for (typed, error) in cases {
            assert_eq!(RecoveryWords::parse(&typed).err(), Some(error), "{typed}");
        }
    }
}
