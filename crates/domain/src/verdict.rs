//! How one thing that an adult stated compares with the file, in the words that the secretary reads (domain.md §4).
//! The comparing itself lives with names, dates and numbers.

crate::text_enum! {
    /// What the comparison of one stated thing with the file found. The parent is never shown it.
    pub enum Verdict {
        /// Nothing but case, accents or separators differs.
        Same = "same",
        /// All that is stated is on file, in order, and the file has more: one of two last names.
        MissingPart = "missing_part",
        /// All that is on file is stated, in order, and more is stated.
        ExtraPart = "extra_part",
        /// The same parts in another order; for a date, day and month exchanged.
        OtherOrder = "other_order",
        /// Last names stand where first names belong, and the other way round.
        Swapped = "swapped",
        /// The first letters of what is on file: a diminutive or an initial.
        Shortened = "shortened",
        /// Typed in another script than the file's.
        OtherScript = "other_script",
        /// None of the reasons above.
        Different = "different",
        /// The adult stated nothing.
        NotGiven = "not_given",
        /// The file has nothing to compare with.
        NotOnFile = "not_on_file",
    }
}
