//! Every number of domain.md §5 and §13 as a named setting with its default.
//! What is counted against them lives in `store`; what happens past them in `desk`.

/// The settings of codes, tries, passwords and delays. Durations in the unit that the name ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A code is valid for so long from its sending.
    pub code_valid_minutes: u32,
    /// So many wrong entries kill a code.
    pub code_wrong_entries: u32,
    /// At most so many codes to one address in `codes_short_window_minutes`.
    pub codes_in_short_window: u32,
    pub codes_short_window_minutes: u32,
    pub codes_a_day: u32,
    /// An address accepted in person is to be proven within.
    pub address_proof_valid_days: u32,
    /// So many wrong claims by one address, or at one kiosk …
    pub claims_in_window: u32,
    /// … in so long …
    pub claims_window_minutes: u32,
    /// … close the road for so long.
    pub claims_pause_minutes: u32,
    /// So many wrong claims on one child in 24 h lock its claim road until staff unlocks it.
    pub claims_on_child_a_day: u32,
    /// So many wrong staff passwords before a delay …
    pub sign_in_wrong_before_delay: u32,
    /// … that starts here and doubles.
    pub sign_in_first_delay_seconds: u32,
    /// Every answer to a parent takes at least so long, whether or not there is an account.
    pub least_answer_milliseconds: u32,
    /// A visit at the counter in which nobody does anything ends after so long …
    pub visit_idle_minutes: u32,
    /// … of which the parent's screen asks for the last part whether they are still there.
    pub visit_idle_warning_seconds: u32,
    /// So often it is looked whether somebody is there.
    pub visit_idle_look_milliseconds: u32,
    /// An unfinished visit is kept for so long.
    pub unfinished_visit_hours: u32,
    /// An account without a child is deleted after so long (domain.md §7).
    pub childless_account_days: u32,
    /// So long before they come of age, students are told to the secretary.
    pub coming_of_age_days: u32,
    /// A confirmation can be taken back by the secretary for so long.
    pub taking_back_hours: u32,
    /// From this age on the registry carries a warning, then a strong one.
    pub registry_warning_days: u32,
    pub registry_strong_warning_days: u32,
    /// Nothing is "sending" for longer than this without saying why.
    pub sending_at_most_seconds: u32,
    /// An idle desk locks after so long, unless its settings say otherwise …
    pub idle_lock_seconds: u32,
    /// … and says so for so long before.
    pub idle_warning_seconds: u32,
    /// A family whose visit stopped is offered for a call for so long.
    pub call_back_days: u32,
    /// From this age on, or without any, the last backup carries a warning.
    pub backup_warning_days: u32,
    /// With less room than this on the disk of the data there is a warning, then a strong one.
    pub disk_warning_mebibytes: u64,
    pub disk_bad_mebibytes: u64,
    /// A clock that is off a known time by more than this is shown …
    pub clock_drift_seconds: u32,
    /// … and one that was put back by so much: writes that wait for one another are no jump.
    pub clock_backward_seconds: u32,
    /// More than this share of the students of its schools gone makes an import alarming (domain.md §12) …
    pub alarm_gone_percent: u32,
    /// … and more than this share in schools that are not known here …
    pub alarm_other_schools_percent: u32,
    /// … and this share of the addresses changed, or more.
    pub alarm_emails_percent: u32,
    /// Fewer people than these are no alarm, whatever their share.
    pub alarm_least_people: u32,
    /// So often the watched folder is looked into; a file is taken up when two looks find it the same.
    pub watched_folder_look_milliseconds: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            code_valid_minutes: 15,
            code_wrong_entries: 5,
            codes_in_short_window: 3,
            codes_short_window_minutes: 15,
            codes_a_day: 10,
            address_proof_valid_days: 7,
            claims_in_window: 5,
            claims_window_minutes: 15,
            claims_pause_minutes: 15,
            claims_on_child_a_day: 10,
            sign_in_wrong_before_delay: 5,
            sign_in_first_delay_seconds: 30,
            least_answer_milliseconds: 400,
            visit_idle_minutes: 10,
            visit_idle_warning_seconds: 60,
            visit_idle_look_milliseconds: 1_000,
            unfinished_visit_hours: 24,
            childless_account_days: 30,
            coming_of_age_days: 60,
            taking_back_hours: 96,
            registry_warning_days: 5,
            registry_strong_warning_days: 10,
            sending_at_most_seconds: 120,
            idle_lock_seconds: 300,
            idle_warning_seconds: 60,
            call_back_days: 7,
            backup_warning_days: 7,
            disk_warning_mebibytes: 1024,
            disk_bad_mebibytes: 200,
            clock_drift_seconds: 120,
            clock_backward_seconds: 30,
            alarm_gone_percent: 10,
            alarm_other_schools_percent: 50,
            alarm_emails_percent: 50,
            alarm_least_people: 10,
            watched_folder_look_milliseconds: 2_000,
        }
    }
}
