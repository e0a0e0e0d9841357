//! What is told of a reading beside its records: what was left out, and what is worth a look.
//! Words for people do not belong here: every list is closed, and Fluent has the sentences.

use std::sync::Arc;

domain::text_enum! {
    /// The field that a report is about.
    pub enum Field {
        Line = "line",
        SourceId = "source_id",
        Fiche = "fiche",
        PermanentCode = "permanent_code",
        LastNames = "last_names",
        FirstNames = "first_names",
        BirthDate = "birth_date",
        Sex = "sex",
        School = "school",
        Group = "group",
        Status = "status",
        GuardianName = "guardian_name",
        GuardianEmail = "guardian_email",
        GuardianPhone = "guardian_phone",
        Relationship = "relationship",
        Language = "language",
        Priority = "priority",
        Access = "access",
        /// What a user is: student, parent, teacher.
        Role = "role",
    }
}

domain::text_enum! {
    /// Why something was left out.
    pub enum Reason {
        /// The value must be there.
        Missing = "missing",
        /// One column holds both names and nothing parts them.
        NameNotSplit = "name_not_split",
        /// A control character, or one that turns the direction of writing round.
        ControlCharacter = "control_character",
        /// The mark that an earlier program leaves where it could not read a character.
        DamagedCharacter = "damaged_character",
        /// What a spreadsheet shows where a formula failed: `#REF!`.
        ErrorCell = "error_cell",
        TooLong = "too_long",
        /// More adults than any child has.
        TooMany = "too_many",
        /// More cells than headers: a separator stands inside a value.
        ExtraCells = "extra_cells",
        InvalidDate = "invalid_date",
        InvalidFiche = "invalid_fiche",
        InvalidPermanentCode = "invalid_permanent_code",
        InvalidEmail = "invalid_email",
        /// A word that is not among those known for its column.
        UnknownWord = "unknown_word",
        /// An earlier line says otherwise of the same student.
        ConflictingRepeat = "conflicting_repeat",
        /// One key says one child, another key another (domain.md §12).
        KeysDisagree = "keys_disagree",
        /// Two lines of the file are the same student of the registry.
        SamePersonTwice = "same_person_twice",
        /// The line refers to an id that the file does not have.
        ReferenceToNobody = "reference_to_nobody",
        /// The relationship is with someone who is no student.
        NotAStudent = "not_a_student",
        /// A doctor, an aide and the like have no parent account.
        NotAGuardian = "not_a_guardian",
    }
}

domain::text_enum! {
    /// How much was left out.
    pub enum LeftOut {
        Line = "line",
        Guardian = "guardian",
        Value = "value",
    }
}

/// What could not be used, where it stands and why; the rest of the file goes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusableLine {
    pub file: Arc<str>,
    /// Counted from 1, the header being the first.
    pub line: u64,
    pub field: Field,
    /// Masked: enough to find it in the file, too little to disclose it.
    pub value: String,
    pub reason: Reason,
    pub left_out: LeftOut,
}

domain::text_enum! {
    /// What went in and is worth a look.
    pub enum NoteKind {
        /// The tables have headers and not one student.
        NoStudent = "no_student",
        /// A header one letter away from a known one was read as that one.
        HeaderGuessed = "header_guessed",
        /// A column was taken for what its values are.
        MeaningGuessed = "meaning_guessed",
        /// The values of a column are not what its header says; the header was believed.
        HeaderContradicted = "header_contradicted",
        /// The mapping of a profile was used, recognised by its headers.
        ProfileUsed = "profile_used",
        /// The bytes speak for no encoding clearly.
        EncodingGuessed = "encoding_guessed",
        NoFinalNewline = "no_final_newline",
        /// A spreadsheet has several sheets: the one with the students was read.
        SheetChosen = "sheet_chosen",
        /// Titles or a date of printing stand above the header.
        RowsAboveHeader = "rows_above_header",
        /// A column that is not read.
        ExtraColumn = "extra_column",
        /// `123.0`: what a spreadsheet makes of a whole number.
        SpreadsheetNumber = "spreadsheet_number",
        /// Dates as the number of days that a spreadsheet counts.
        SerialDate = "serial_date",
        /// Nothing tells day from month, or the dates contradict each other: read day first.
        DateOrderAssumed = "date_order_assumed",
        /// The dates themselves say that the month comes first.
        MonthFirst = "month_first",
        /// Names in one cell without a comma, parted by their capitals or by the permanent code.
        NamesParted = "names_parted",
        /// Names in one cell, and nothing that says which come first: those lines are left out.
        NamesUnclear = "names_unclear",
        /// Ten characters: a temporary code, not kept.
        TemporaryCode = "temporary_code",
        PermanentCodeBirthDate = "permanent_code_birth_date",
        PermanentCodeSex = "permanent_code_sex",
        /// A name may have changed since (domain.md §3).
        PermanentCodePrefix = "permanent_code_prefix",
        /// Two students bear one permanent code.
        SharedPermanentCode = "shared_permanent_code",
        /// Two adults of different names share an address: they stay two.
        SharedAddress = "shared_address",
        /// One name and one telephone with two addresses: they stay two.
        TwoAddresses = "two_addresses",
        /// Same names as another student, and nothing that says whether they are one: they stay two.
        SameNames = "same_names",
        /// The same key as before with other names and another birth date.
        IdentityChanged = "identity_changed",
        /// The file does not say "restricted" any more: the restriction stays.
        RestrictionKept = "restriction_kept",
        /// An adult who resembles a restricted one of the same child is restricted too.
        RestrictionExtended = "restriction_extended",
        /// Nobody said yet whether two are one person: they stay two.
        Unanswered = "unanswered",
        /// What was corrected at the desk stays, although the source says otherwise.
        CorrectionKept = "correction_kept",
        /// A line could be any student, so that nobody is told gone.
        GoneNotTold = "gone_not_told",
        /// Headers that are right but for their capitals, which the format's standard forbids and the field does.
        HeaderCase = "header_case",
        ColumnsReordered = "columns_reordered",
        /// Cells parted by something else than commas.
        OtherSeparator = "other_separator",
        /// `TRUE`, `Student`: words of a closed list in other capitals.
        WordCase = "word_case",
        /// `1/05/2023`: read in the order that the column's other dates show, else day first.
        SlashDate = "slash_date",
        /// The tables lie in a folder of the archive.
        InnerFolder = "inner_folder",
        ManifestMissing = "manifest_missing",
        /// The manifest names another version than those known: the tables tell how to read it.
        UnknownVersion = "unknown_version",
        /// A table that the format lets be absent and the manifest promises, or nothing excuses.
        OptionalFileMissing = "optional_file_missing",
        /// Marked inactive or to be deleted at the source.
        InactiveAtSource = "inactive_at_source",
        /// `enabledUser` is false: the source lets the person not sign in, and still has them on file.
        UserDisabled = "user_disabled",
        /// Several schools and none told to be the main one: the first is kept.
        SchoolChosen = "school_chosen",
        /// Several homeroom classes: no group is kept.
        SeveralHomerooms = "several_homerooms",
    }
}

/// Something to look at; it holds nothing back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub file: Arc<str>,
    /// Absent when the note is about the file as a whole.
    pub line: Option<u64>,
    /// The other line that the note is about.
    pub other_line: Option<u64>,
}
