//! Which encoding a text is in, told chunk by chunk. Decoding is in `stream`: damaged characters become U+FFFD there,
//! which makes their own lines unusable and no other.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

    pub(crate) const fn encoding(self) -> &'static Encoding {
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
    /// Nothing ends the last line.
    pub(crate) is_cut_short: bool,
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
    /// The last byte that is not zero: UTF-16 has a zero on one side of a line end.
    last: u8,
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
            last: b'\n',
            legacy: EncodingDetector::new(Iso2022JpDetection::Deny),
            legacy_left: MOST_LEGACY,
        }
    }

    pub(crate) fn feed(&mut self, chunk: &[u8]) {
        let wanted = START.saturating_sub(self.start.len()).min(chunk.len());
        self.start
            .extend_from_slice(chunk.get(..wanted).unwrap_or_default());
        if let Some(last) = chunk.iter().rev().find(|byte| **byte != 0) {
            self.last = *last;
        }
        if chunk.is_ascii() && self.cut.is_empty() {
            return;
        }
        let shown = chunk
            .get(..self.legacy_left.min(chunk.len()))
            .unwrap_or_default();
        self.legacy.feed(shown, false);
        self.legacy_left -= shown.len();
        if self.cut.is_empty() {
            self.count(chunk);
        } else {
            let mut whole = std::mem::take(&mut self.cut);
            whole.extend_from_slice(chunk);
            self.count(&whole);
        }
    }

    fn count(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            let letters = chunk.valid().bytes().filter(|byte| *byte >= 0xC0);
            self.sound += letters.count() as u64;
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
        let is_cut_short = !matches!(self.last, b'\n' | b'\r');
        let is = |encoding, sure| Detected {
            encoding,
            sure,
            is_cut_short,
        };
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

    fn decode(bytes: &[u8], encoding: TextEncoding) -> String {
        let encoding = encoding.encoding();
        encoding.decode_with_bom_removal(bytes).0.into_owned()
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
                let is_cut_short = false;
                assert_eq!(
                    detect(&bytes, chunk),
                    Detected {
                        encoding,
                        sure,
                        is_cut_short
                    }
                );
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
    fn a_last_line_without_an_end_is_told() {
        for (bytes, is_cut_short) in [
            (&b"a\n1"[..], true),
            (b"a\n1\n", false),
            (b"a\r1\r", false),
            (b"a\0\n\0", false),
            (b"", false),
        ] {
            assert_eq!(detect(bytes, 2).is_cut_short, is_cut_short, "{bytes:?}");
        }
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
        fn the_chunks_change_nothing(bytes in proptest::collection::vec(any::<u8>(), 0..400), chunk in 1_usize..50) {
            let (one, other) = (detect(&bytes, chunk), detect(&bytes, 4_096));
            prop_assert_eq!(one.encoding, other.encoding);
            prop_assert_eq!(one.is_cut_short, other.is_cut_short);
        }

        #[test]
        fn utf8_is_always_told_as_such(text in "[a-zéèçŒ;\n]{1,80}") {
            prop_assert_eq!(detect(text.as_bytes(), 3).encoding, TextEncoding::Utf8);
        }
    }
}
