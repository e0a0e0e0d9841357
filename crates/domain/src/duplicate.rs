//! Two adults of the registry who may be one person, and what their one file would say (domain.md §6, §12).
//! Who is looked at, and the merging itself, belongs to `store` and `desk`: nobody is ever merged unasked.

use crate::name::fold;
use crate::text_enum;
use crate::vocabulary::{Access, Relationship};

text_enum! {
    /// What two adults share.
    pub enum AlikeBy {
        /// The same folded name, and a child.
        NameAndChild = "name_and_child",
        /// The same address, under names that are alike.
        AddressAndAlikeName = "address_and_alike_name",
        NameAndPhone = "name_and_phone",
    }
}

/// From here on two names are alike, from 0 to 1 (Jaro–Winkler): Julie and Julia are, Marie and Marc are not.
const ALIKE: f64 = 0.88;

/// Whether two adults' names may be two spellings of one. An adult without a name is alike to everybody; one last name
/// of two is enough.
#[must_use]
pub fn names_alike(one: (&str, &str), other: (&str, &str)) -> bool {
    let [one_last, one_first, other_last, other_first] = [one.0, one.1, other.0, other.1].map(fold);
    let nameless = |last: &str, first: &str| last.is_empty() && first.is_empty();
    if nameless(&one_last, &one_first) || nameless(&other_last, &other_first) {
        return true;
    }
    part_alike(&one_last, &other_last) && part_alike(&one_first, &other_first)
}

/// The same but for a slip, or one name among several of the other's.
fn part_alike(one: &str, other: &str) -> bool {
    let among = |some: &str, all: &str| {
        !some.is_empty()
            && some
                .split(' ')
                .all(|word| all.split(' ').any(|known| known == word))
    };
    strsim::jaro_winkler(one, other) >= ALIKE || among(one, other) || among(other, one)
}

/// The access of one adult out of two: a restriction wins over everything, what is said over what is not (domain.md §6).
#[must_use]
pub fn merged_access(one: Access, other: Access) -> Access {
    match (one, other) {
        (Access::Restricted, _) | (_, Access::Restricted) => Access::Restricted,
        (Access::Unknown, said) | (said, Access::Unknown) => said,
        (Access::Allowed, Access::Allowed) => Access::Allowed,
    }
}

/// What the adult is to the child: as the one who stays says, unless they do not.
#[must_use]
pub const fn merged_relationship(kept: Relationship, gone: Relationship) -> Relationship {
    match kept {
        Relationship::Unknown => gone,
        said => said,
    }
}

/// Who is called first stays so.
#[must_use]
pub fn merged_priority(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    one.into_iter().chain(other).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_but_for_a_slip_a_missing_part_or_no_name_at_all() {
        let table = [
            (("Gagnon-Lavoie", "Julie"), ("Gagnon", "Julie"), true),
            (("Gagnon", "Julie"), ("GAGNON", "Júlie"), true),
            (("Gagnon", "Julie"), ("Gagnon", "Julia"), true),
            (("Gagnon", "Julie"), ("Gagné", "Julie"), true),
            (("Nguyễn", "Thị Mai"), ("Nguyen", "Mai"), true),
            (("", ""), ("Gagnon", "Julie"), true),
            (("Tremblay", "Marie"), ("Tremblay", "Marc"), false),
            (("Tremblay", "Marie"), ("Roy", "Marie"), false),
            (("Chen", "Na"), ("Li", "Jun"), false),
            (("Tremblay", ""), ("Tremblay", "Luc"), false),
        ];
        for (one, other, alike) in table {
            assert_eq!(names_alike(one, other), alike, "{one:?} and {other:?}");
            assert_eq!(names_alike(other, one), alike, "{other:?} and {one:?}");
        }
    }

    #[test]
    fn of_two_accesses_the_stricter_wins_and_of_two_words_the_one_that_says_something() {
        use Access::{Allowed, Restricted, Unknown};
        for access in Access::ALL.iter().copied() {
            assert_eq!(merged_access(access, Restricted), Restricted);
            assert_eq!(merged_access(Restricted, access), Restricted);
        }
        assert_eq!(merged_access(Allowed, Unknown), Allowed);
        assert_eq!(merged_access(Unknown, Unknown), Unknown);
        let (mother, parent) = (Relationship::Mother, Relationship::Parent);
        assert_eq!(merged_relationship(mother, parent), mother);
        assert_eq!(merged_relationship(Relationship::Unknown, parent), parent);
        assert_eq!(merged_priority(None, Some(2)), Some(2));
        assert_eq!(merged_priority(Some(1), Some(2)), Some(1));
        assert_eq!(merged_priority(None, None), None);
    }
}
