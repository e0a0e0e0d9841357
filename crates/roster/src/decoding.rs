//! Which encoding a text is in, and its bytes as UTF-8, both in chunks. Damaged characters become U+FFFD, which makes
//! their own lines unusable and no other; nothing is ever replaced silently. Cells and lines do not belong here.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

domain::text_enum! {
    /// The encodings that schools export. Latin-1 is read as Windows-1252, which has the same letters and more: so do
    /// browsers, since what is called the one is nearly always the other.
    pub enum TextEncoding {
        Utf8 = "utf-8",
        Utf16Le = "utf-16le",
        Utf16Be = "utf-16be",
        Windows1252 = "windows-1252",
    }
}

impl TextEncoding {
    /// The encoding under any of the names that it goes by: `latin-1`, `ANSI`, `UTF16`…
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        match plain.as_str() {
            "utf8" | "utf8bom" => Some(Self::Utf8),
            "utf16" | "utf16le" | "unicode" => Some(Self::Utf16Le),
            "utf16be" => Some(Self::Utf16Be),
            "windows1252" | "cp1252" | "ansi" | "latin1" | "iso88591" => Some(Self::Windows1252),
            _ => None,
        }
    }

    const fn encoding(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        }
    }
}

/// The encoding that the bytes speak for, and whether they leave no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    pub(crate) encoding: TextEncoding,
    pub(crate) sure: bool,
}

/// How many bytes are looked at for a byte order mark and for the zeros of UTF-16.
const START: usize = 4_096;

/// How many bytes outside of ASCII's chunks the detector of legacy encodings is shown.
const MOST_LEGACY: usize = 1 << 20;

/// Looks at a text chunk by chunk.
pub(crate) struct Detector {
    start: Vec<u8>,
    /// The first bytes of a character cut by the end of a chunk.
    cut: Vec<u8>,
    /// Characters outside of ASCII that are sound UTF-8, and places that are not.
    sound: u64,
    damaged: u64,
    legacy: EncodingDetector,
    legacy_left: usize,
}

impl Detector {
    pub(crate) fn new() -> Self {
        Self {
            start: Vec::new(),
            cut: Vec::new(),
            sound: 0,
            damaged: 0,
            legacy: EncodingDetector::new(Iso2022JpDetection::Deny),
            legacy_left: MOST_LEGACY,
        }
    }

    pub(crate) fn feed(&mut self, chunk: &[u8]) {
        let wanted = START.saturating_sub(self.start.len()).min(chunk.len());
        self.start
            .extend_from_slice(chunk.get(..wanted).unwrap_or_default());
        if chunk.is_ascii() && self.cut.is_empty() {
            return;
        }
        let shown = chunk
            .get(..self.legacy_left.min(chunk.len()))
            .unwrap_or_default();
        self.legacy.feed(shown, false);
        self.legacy_left -= shown.len();
        let mut whole = std::mem::take(&mut self.cut);
        whole.extend_from_slice(chunk);
        self.count(&whole);
    }

    fn count(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
            let invalid = chunk.invalid();
            if chunks.peek().is_none() && is_begun(invalid) {
                self.cut = invalid.to_vec();
            } else {
                self.damaged += u64::from(!invalid.is_empty());
            }
        }
    }

    /// A byte order mark decides; else the zeros of UTF-16; else UTF-8 if it is that, a few damaged characters aside;
    /// else Windows-1252, sure when the detector of legacy encodings thinks so too.
    pub(crate) fn finish(mut self) -> Detected {
        let is = |encoding, sure| Detected { encoding, sure };
        if let Some((mark, _)) = Encoding::for_bom(&self.start) {
            let encoding = [
                TextEncoding::Utf8,
                TextEncoding::Utf16Le,
                TextEncoding::Utf16Be,
            ]
            .into_iter()
            .find(|known| known.encoding() == mark);
            return is(encoding.unwrap_or(TextEncoding::Utf8), true);
        }
        if let Some(encoding) = utf16_without_mark(&self.start) {
            return is(encoding, false);
        }
        self.damaged += u64::from(!self.cut.is_empty());
        // In Windows-1252 text two accented letters seldom make a sound UTF-8 sequence by chance.
        if self.damaged == 0 || self.sound > 4 * self.damaged {
            return is(TextEncoding::Utf8, self.damaged == 0);
        }
        self.legacy.feed(&[], true);
        let guess = self.legacy.guess(Some(b"ca"), Utf8Detection::Deny);
        is(TextEncoding::Windows1252, guess == WINDOWS_1252)
    }
}

/// The bytes begin a character that the next chunk may end.
fn is_begun(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => false,
        Err(error) => error.valid_up_to() == 0 && error.error_len().is_none(),
    }
}

/// Text of Latin letters in UTF-16 has a zero in nearly every pair, always on the same side.
fn utf16_without_mark(start: &[u8]) -> Option<TextEncoding> {
    let pairs = start.len() / 2;
    let zeros = |side: usize| {
        start
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    if pairs == 0 {
        None
    } else if second * 10 > pairs * 7 && first * 20 < pairs {
        Some(TextEncoding::Utf16Le)
    } else if first * 10 > pairs * 7 && second * 20 < pairs {
        Some(TextEncoding::Utf16Be)
    } else {
        None
    }
}

const CHUNK: usize = 16 * 1024;

/// The bytes of `inner` as UTF-8, without byte order mark.
pub(crate) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    left: std::ops::Range<usize>,
    text: Vec<u8>,
    /// What of `text` is not given yet.
    ready: std::ops::Range<usize>,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub(crate) fn new(inner: R, encoding: TextEncoding) -> Self {
        Self {
            inner,
            decoder: encoding.encoding().new_decoder_with_bom_removal(),
            raw: vec![0; CHUNK],
            left: 0..0,
            // Every byte may become one character of three bytes.
            text: vec![0; 4 * CHUNK],
            ready: 0..0,
            ended: false,
        }
    }

    /// Decodes the next chunk; nothing is ready after the last one.
    fn refill(&mut self) -> io::Result<()> {
        while self.ready.is_empty() && !self.ended {
            let mut last = false;
            if self.left.is_empty() {
                let read = self.inner.read(&mut self.raw)?;
                self.left = 0..read;
                last = read == 0;
            }
            let raw = self.raw.get(self.left.clone()).unwrap_or_default();
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, last);
            self.left.start += read;
            self.ready = 0..written;
            self.ended = last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.refill()?;
        let ready = self.text.get(self.ready.clone()).unwrap_or_default();
        let given = ready.len().min(into.len());
        for (to, from) in into.iter_mut().zip(ready) {
            *to = *from;
        }
        self.ready.start += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn detect(bytes: &[u8], chunk: usize) -> Detected {
        let mut detector = Detector::new();
        for part in bytes.chunks(chunk) {
            detector.feed(part);
        }
        detector.finish()
    }

    /// Gives one byte at a time, as a slow disk may.
    struct Dripping<'a>(&'a [u8]);

    impl Read for Dripping<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else {
                return Ok(0);
            };
            into[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn decode(bytes: &[u8], encoding: TextEncoding) -> String {
        let mut text = String::new();
        let mut whole = Decoded::new(bytes, encoding);
        whole.read_to_string(&mut text).unwrap();
        let mut dripped = String::new();
        Decoded::new(Dripping(bytes), encoding)
            .read_to_string(&mut dripped)
            .unwrap();
        assert_eq!(text, dripped);
        text
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_the_field_is_told_and_read() {
        use TextEncoding::{Utf8, Utf16Be, Utf16Le, Windows1252};
        const TEXT: &str = "Fiche;Nom;Prénom\n1;Œuvrard;Zoé\n2;Lefèvre;Anaïs\n3;D’Amours;Noël\n";
        let (legacy, _, _) = WINDOWS_1252.encode(TEXT);
        for (bytes, encoding, sure) in [
            (TEXT.as_bytes().to_vec(), Utf8, true),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), Utf8, true),
            (legacy.into_owned(), Windows1252, true),
            (utf16(TEXT, u16::to_le_bytes), Utf16Le, false),
            (utf16(TEXT, u16::to_be_bytes), Utf16Be, false),
            (
                utf16(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes),
                Utf16Le,
                true,
            ),
            (
                utf16(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes),
                Utf16Be,
                true,
            ),
        ] {
            for chunk in [1, 2, 7, 1 << 20] {
                assert_eq!(detect(&bytes, chunk), Detected { encoding, sure });
            }
            assert_eq!(decode(&bytes, encoding), TEXT);
        }
    }

    #[test]
    fn latin_1_is_read_as_the_encoding_that_has_the_same_letters() {
        let latin = b"Pr\xE9nom;\xC9cole\nZo\xE9;\xC9rables\n";
        assert_eq!(detect(latin, 5).encoding, TextEncoding::Windows1252);
        assert_eq!(
            decode(latin, TextEncoding::Windows1252),
            "Prénom;École\nZoé;Érables\n"
        );
        for name in ["latin-1", "Latin1", "ISO-8859-1", "windows-1252", "cp1252"] {
            assert_eq!(
                TextEncoding::named(name),
                Some(TextEncoding::Windows1252),
                "{name}"
            );
        }
        assert_eq!(TextEncoding::named("klingon"), None);
    }

    #[test]
    fn a_wrong_encoding_leaves_marks_that_can_be_seen() {
        let utf8 = "Zoé".as_bytes();
        assert_eq!(decode(utf8, TextEncoding::Windows1252), "ZoÃ©");
        assert_eq!(decode(b"Zo\xE9!", TextEncoding::Utf8), "Zo\u{FFFD}!");
        assert_eq!(decode(b"Z\0o", TextEncoding::Utf16Le), "Z\u{FFFD}");
    }

    #[test]
    fn one_damaged_character_does_not_change_the_encoding_of_the_file() {
        let mut bytes = "é;é;é;é;é;é\n".as_bytes().to_vec();
        bytes.extend(b"x;\xC3\n");
        let found = detect(&bytes, 3);
        assert_eq!((found.encoding, found.sure), (TextEncoding::Utf8, false));
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_decoder(bytes in proptest::collection::vec(any::<u8>(), 0..400), chunk in 1_usize..50) {
            let found = detect(&bytes, chunk);
            prop_assert_eq!(found, detect(&bytes, 4_096));
            for encoding in TextEncoding::ALL {
                decode(&bytes, *encoding);
            }
        }

        #[test]
        fn utf8_is_always_told_as_such(text in "[a-zéèçŒ;\n]{1,80}") {
            prop_assert_eq!(detect(text.as_bytes(), 3).encoding, TextEncoding::Utf8);
        }
    }
}
