//! What a keyboard, a form or a clipboard puts into typed text that carries no meaning of its own.
//! The rules of what is typed (codes, names, dates) live with each of them.

/// The zeros of the scripts in which our parents type digits (domain.md §9): Arabic, Persian and Urdu, Devanagari,
/// Bengali, Gurmukhi, Tamil, full width. In each of them the nine other digits follow.
const ZEROS: [char; 7] = ['٠', '۰', '०', '০', '੦', '௦', '０'];

/// The same digit in Latin script, or the character as it is. This is a transcription, not a repair: no digit is doubtful.
pub(crate) fn latin_digit(c: char) -> char {
    ZEROS
        .iter()
        .find_map(|&zero| {
            let distance = u32::from(c).checked_sub(u32::from(zero))?;
            (distance < 10).then(|| char::from_digit(distance, 10))?
        })
        .unwrap_or(c)
}

/// Whether nobody can see this character: direction marks, joiners, soft hyphens, byte order marks.
/// Text copied from a right-to-left page is full of them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// Whether this is a hyphen, a dash or a minus, whatever its width.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58A}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2E3A}'
                | '\u{2E3B}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
    )
}

/// The text without spaces and invisible characters at its ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_parent_script_become_latin() {
        for digits in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "௦௧௨௩௪௫௬௭௮௯",
            "０１２３４５６７８９",
        ] {
            assert_eq!(
                digits.chars().map(latin_digit).collect::<String>(),
                "0123456789"
            );
        }
    }

    #[test]
    fn what_is_no_digit_stays_as_it_is() {
        for c in ['a', 'é', 'م', '/', ':', '٪', '\u{0}', '\u{10FFFF}'] {
            assert_eq!(latin_digit(c), c);
        }
    }

    #[test]
    fn direction_marks_and_spaces_at_the_ends_are_cut() {
        assert_eq!(trim("\u{200F} 12 3\u{A0}\u{202C}\n"), "12 3");
        assert_eq!(trim("\u{FEFF}"), "");
    }
}
