//! Names of people: folding them to one form, and comparing what an adult typed with the file (domain.md §4).
//! Searching, which forgives more, does not belong here.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::typed::{is_hyphen, is_invisible};
use crate::verdict::Verdict;

/// The one form under which names are compared and searched (domain.md §4): NFKD, marks removed, case folded, letters
/// such as œ ø ł ß đ written with plain ones, and every run of apostrophes, hyphens, dots and spaces made one space.
/// Folding twice gives the same as folding once.
#[must_use]
pub fn fold(text: &str) -> String {
    let bare = |c: &char| !is_combining_mark(*c) && !is_invisible(*c);
    // Most of what is folded has nothing to be taken apart.
    if text.is_ascii() {
        let letters = text.chars().filter(bare);
        return separated(text.len(), letters.map(|c| c.to_ascii_lowercase()));
    }
    // Lower case may bring marks of its own (İ), hence the second decomposition.
    let letters = text
        .nfkd()
        .filter(bare)
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(bare);
    separated(text.len(), letters)
}

fn separated(length: usize, letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(length);
    let mut between = false;
    for letter in letters {
        if is_separator(letter) {
            between = !folded.is_empty();
            continue;
        }
        if between {
            folded.push(' ');
            between = false;
        }
        match plain_letters(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

/// Compares what an adult stated with the name on file. Only [`Verdict::Same`] is a match; every other verdict is the
/// reason shown to the secretary. [`Verdict::Swapped`] is never found here: it takes last and first names together.
#[must_use]
pub fn compare(stated: &str, on_file: &str) -> Verdict {
    let (stated, on_file) = (fold(stated), fold(on_file));
    if stated.is_empty() {
        return Verdict::NotGiven;
    }
    if on_file.is_empty() {
        return Verdict::NotOnFile;
    }
    if stated == on_file {
        return Verdict::Same;
    }
    let stated_parts: Vec<&str> = stated.split(' ').collect();
    let file_parts: Vec<&str> = on_file.split(' ').collect();
    if in_order_within(&stated_parts, &file_parts) {
        Verdict::MissingPart
    } else if in_order_within(&file_parts, &stated_parts) {
        Verdict::ExtraPart
    } else if sorted(&stated_parts) == sorted(&file_parts) {
        Verdict::OtherOrder
    } else if is_latin(&stated)
        .zip(is_latin(&on_file))
        .is_some_and(|(one, other)| one != other)
    {
        Verdict::OtherScript
    } else if file_parts
        .first()
        .is_some_and(|first| first.starts_with(&stated))
    {
        Verdict::Shortened
    } else {
        Verdict::Different
    }
}

/// Whether all of `few` stand in `many`, in their order.
fn in_order_within(few: &[&str], many: &[&str]) -> bool {
    let mut rest = many.iter();
    few.iter().all(|part| rest.any(|other| other == part))
}

fn sorted<'a>(parts: &[&'a str]) -> Vec<&'a str> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts
}

/// Whether a folded text has a Latin letter; nothing when it has no letter at all.
fn is_latin(folded: &str) -> Option<bool> {
    let mut letters = folded.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek()?;
    Some(letters.any(|c| matches!(c, 'a'..='z' | '\u{C0}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}')))
}

/// Whether this stands between the parts of a name: an apostrophe of any shape, a hyphen, a dot, a space.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || is_hyphen(c)
        || matches!(
            c,
            '\'' | '`' | '\u{2B9}'
                ..='\u{2BF}'
                    | '\u{2C8}'
                    | '\u{2018}'
                    | '\u{2019}'
                    | '\u{201B}'
                    | '\u{2032}'
                    | '\u{2035}'
                    | '\u{A78C}'
                    | '.'
                    | '\u{B7}'
                    | '\u{2022}'
                    | '\u{2024}'
                    | '\u{2027}'
                    | '\u{30FB}'
                    | '\u{FF65}'
        )
}

/// Letters that Unicode does not decompose, as passports write them.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'ł' | 'ƚ' | 'ɫ' => "l",
        'ß' => "ss",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ŋ' | 'ɲ' | 'ƞ' => "n",
        'ŧ' | 'ƭ' => "t",
        'ƶ' => "z",
        'ɓ' | 'ƀ' => "b",
        'ƙ' | 'ĸ' => "k",
        'ƴ' => "y",
        'ɛ' | 'ə' | 'ǝ' => "e",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_follows_the_rule() {
        for (text, folded) in [
            ("Tremblay", "tremblay"),
            ("  Nguyễn   Thị Mai ", "nguyen thi mai"),
            ("O’Brien", "o brien"),
            ("O'Brien", "o brien"),
            ("OʼBrien", "o brien"),
            ("Lefebvre-Roy", "lefebvre roy"),
            ("Lefebvre‑Roy", "lefebvre roy"),
            ("Lefebvre – Roy", "lefebvre roy"),
            ("St.-Pierre", "st pierre"),
            ("De la Cruz García", "de la cruz garcia"),
            ("ŒUVRARD", "oeuvrard"),
            ("Lætitia", "laetitia"),
            ("Søren Łukasz", "soren lukasz"),
            ("Großmann", "grossmann"),
            ("GROẞMANN", "grossmann"),
            ("Đặng", "dang"),
            ("İbrahim Işık", "ibrahim isik"),
            ("ﬁlion", "filion"),
            ("Côté", "cote"),
            ("Co\u{302}te\u{301}", "cote"),
            ("L\u{AD}i\u{200F}", "li"),
            ("Núñez\u{A0}Peña", "nunez pena"),
            ("Νίκος", "νικοσ"),
            ("محمّد", "محمد"),
            ("李伟", "李伟"),
            ("-- ' .", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn folding_any_single_character_twice_changes_nothing() {
        for c in '\u{0}'..=char::MAX {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn names_are_compared_with_the_reason() {
        use Verdict::*;
        for (stated, on_file, verdict) in [
            ("tremblay", "Tremblay", Same),
            ("COTE", "Côté", Same),
            ("obrien", "O'Brien", Different),
            ("O Brien", "O'Brien", Same),
            ("Lefebvre Roy", "Lefebvre-Roy", Same),
            ("Oeuvrard", "Œuvrard", Same),
            ("Nguyen", "Nguyễn", Same),
            ("De la Cruz", "De la Cruz García", MissingPart),
            ("García", "De la Cruz García", MissingPart),
            ("Lefebvre", "Lefebvre-Roy", MissingPart),
            ("Jean", "Jean-Sébastien", MissingPart),
            ("Tremblay Gagnon", "Tremblay", ExtraPart),
            ("María José", "María", ExtraPart),
            ("Roy-Lefebvre", "Lefebvre-Roy", OtherOrder),
            ("García De la Cruz", "De la Cruz García", OtherOrder),
            ("Alex", "Alexandre", Shortened),
            ("A.", "Alexandre", Shortened),
            ("Trembl", "Tremblay Roy", Shortened),
            ("محمد", "Mohamed", OtherScript),
            ("Ольга", "Olga", OtherScript),
            ("李", "Li", OtherScript),
            ("Li", "李", OtherScript),
            ("Tremblai", "Tremblay", Different),
            ("Alexandre", "Alex", Different),
            ("Béa", "Zoé", Different),
            ("123", "Zoé", Different),
            ("", "Zoé", NotGiven),
            (" - ", "Zoé", NotGiven),
            ("Zoé", "", NotOnFile),
            ("", "", NotGiven),
        ] {
            assert_eq!(
                compare(stated, on_file),
                verdict,
                "{stated:?} against {on_file:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folded_text_has_single_spaces_inside_only(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        }

        #[test]
        fn case_and_composition_make_no_difference(text in "[A-Za-zÀ-ÖØ-öø-ÿœŒ' -]{0,40}") {
            prop_assert_eq!(fold(&text), fold(&text.to_uppercase()));
            prop_assert_eq!(fold(&text), fold(&text.nfd().collect::<String>()));
        }

        #[test]
        fn comparing_never_panics_and_a_name_is_the_same_as_itself(one in any::<String>(), other in any::<String>()) {
            let _ = compare(&one, &other);
            if !fold(&one).is_empty() {
                prop_assert_eq!(compare(&one, &one), Verdict::Same);
            }
        }
    }
}
