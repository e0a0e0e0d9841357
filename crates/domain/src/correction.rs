//! Corrections of a file: what may be proposed, what must have been seen for it, and who may decide (domain.md §6, §14).
//! What a correction writes, and when a proposal is overtaken by the file, belongs to `store` and `desk`.

use crate::text_enum;
use crate::vocabulary::Role;

text_enum! {
    /// What a proposal would change on a child's file.
    pub enum CorrectionKind {
        /// Adds or corrects an adult's e-mail address.
        Email = "email",
        Name = "name",
        Relationship = "relationship",
        NewGuardian = "new_guardian",
        /// The child's own names or birth date.
        Student = "student",
        /// A court order or a protection measure: an administrator sets it at once (domain.md §6).
        Restrict = "restrict",
        LiftRestriction = "lift_restriction",
    }
}

text_enum! {
    /// Where a proposal stands.
    pub enum ProposalState {
        Pending = "pending",
        Approved = "approved",
        Refused = "refused",
        /// By whoever made it.
        Withdrawn = "withdrawn",
        /// The file changed beneath it.
        Obsolete = "obsolete",
    }
}

text_enum! {
    /// Why a proposal was refused; no free text about a family.
    pub enum RefusalReason {
        NotEnoughSeen = "not_enough_seen",
        WrongAdult = "wrong_adult",
        Mistyped = "mistyped",
        /// The school's own system is to be corrected instead.
        BelongsInSource = "belongs_in_source",
        /// The other adults of the file are to be asked first.
        FamilyToBeHeard = "family_to_be_heard",
    }
}

text_enum! {
    /// Why a member of staff may not decide on a proposal, or not confirm after deciding (domain.md §6, §14).
    pub enum SecondPersonReason {
        /// Only an administrator may.
        NotAdministrator = "not_administrator",
        /// Another person than the one who proposed it.
        SamePerson = "same_person",
        /// The one who proposed it gave this person access within the hour.
        AccessJustGiven = "access_just_given",
        /// The same person would have accepted the address and confirmed the child, in one visit.
        SameVisit = "same_visit",
    }
}

/// So long an access given by the first person keeps the second from being one, in minutes (domain.md §14).
pub const ACCESS_JUST_GIVEN_MINUTES: i64 = 60;

impl CorrectionKind {
    /// Whether a document that says who the adult is must have been seen.
    #[must_use]
    pub const fn needs_identity(self) -> bool {
        matches!(self, Self::Email | Self::Name | Self::NewGuardian)
    }

    /// Whether a document that ties the adult to the child, or parts them, must have been seen.
    #[must_use]
    pub const fn needs_tie(self) -> bool {
        !matches!(self, Self::Email | Self::Name | Self::Student)
    }

    /// Whether a document that says who the child is must have been seen: one of either list, since some children have a
    /// passport and no birth certificate at hand.
    #[must_use]
    pub const fn needs_either(self) -> bool {
        matches!(self, Self::Student)
    }

    /// Restrictions are an administrator's (domain.md §14).
    #[must_use]
    pub const fn is_restriction(self) -> bool {
        matches!(self, Self::Restrict | Self::LiftRestriction)
    }
}

/// What the file and the school's settings say of a proposal.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    pub kind: CorrectionKind,
    /// No address of the adult was on file before: no notice can warn anyone.
    pub no_address_before: bool,
    /// The adult is restricted for some child: another name or address would let them pass.
    pub restricted_adult: bool,
    /// The school's setting: secretaries may approve, and what they propose too.
    pub secretaries_alone: bool,
    /// There is no second administrator.
    pub one_administrator: bool,
}

impl Circumstances {
    /// Whether a second person is mandatory (domain.md §6). A restriction is set at once, by one; it is lifted by two
    /// administrators where there are two.
    #[must_use]
    pub const fn second_person(&self) -> bool {
        match self.kind {
            CorrectionKind::Restrict => false,
            CorrectionKind::LiftRestriction => !self.one_administrator,
            CorrectionKind::NewGuardian => true,
            CorrectionKind::Email if self.no_address_before => true,
            _ => self.restricted_adult || !self.secretaries_alone,
        }
    }

    /// Whether only an administrator decides.
    #[must_use]
    pub const fn administrator_only(&self) -> bool {
        self.kind.is_restriction() || self.restricted_adult || !self.secretaries_alone
    }
}

/// The member of staff who would decide.
#[derive(Clone, Copy, Debug)]
pub struct Decider {
    pub role: Role,
    /// They proposed it themselves.
    pub is_proposer: bool,
    /// The one who proposed it gave them access within [`ACCESS_JUST_GIVEN_MINUTES`].
    pub access_just_given: bool,
}

/// Whether this member of staff may approve or refuse.
///
/// # Errors
/// Why not.
pub const fn may_decide(on: &Circumstances, by: &Decider) -> Result<(), SecondPersonReason> {
    if on.administrator_only() && !matches!(by.role, Role::Administrator) {
        return Err(SecondPersonReason::NotAdministrator);
    }
    if by.is_proposer && on.second_person() {
        return Err(SecondPersonReason::SamePerson);
    }
    if by.access_just_given && !by.is_proposer {
        return Err(SecondPersonReason::AccessJustGiven);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use CorrectionKind::*;
    use SecondPersonReason::*;

    const USUAL: Circumstances = Circumstances {
        kind: Email,
        no_address_before: false,
        restricted_adult: false,
        secretaries_alone: false,
        one_administrator: false,
    };
    const ALONE: Circumstances = Circumstances {
        secretaries_alone: true,
        ..USUAL
    };
    const SECRETARY: Decider = Decider {
        role: Role::Secretary,
        is_proposer: false,
        access_just_given: false,
    };
    const ADMINISTRATOR: Decider = Decider {
        role: Role::Administrator,
        ..SECRETARY
    };

    const fn own(decider: Decider) -> Decider {
        Decider {
            is_proposer: true,
            ..decider
        }
    }

    const fn new_here(decider: Decider) -> Decider {
        Decider {
            access_just_given: true,
            ..decider
        }
    }

    const fn of(kind: CorrectionKind, circumstances: Circumstances) -> Circumstances {
        Circumstances {
            kind,
            ..circumstances
        }
    }

    fn hold(table: &[(Circumstances, Decider, Result<(), SecondPersonReason>)]) {
        for (on, by, may) in table {
            assert_eq!(may_decide(on, by), *may, "{by:?} on {on:?}");
        }
    }

    #[test]
    fn an_administrator_who_did_not_propose_it_decides() {
        hold(&[
            (USUAL, ADMINISTRATOR, Ok(())),
            (USUAL, SECRETARY, Err(NotAdministrator)),
            (USUAL, own(ADMINISTRATOR), Err(SamePerson)),
            (USUAL, new_here(ADMINISTRATOR), Err(AccessJustGiven)),
        ]);
    }

    #[test]
    fn the_school_may_let_secretaries_decide_but_not_alone_where_no_notice_can_warn() {
        let no_address = Circumstances {
            no_address_before: true,
            ..ALONE
        };
        hold(&[
            (ALONE, SECRETARY, Ok(())),
            (ALONE, own(SECRETARY), Ok(())),
            (ALONE, new_here(SECRETARY), Err(AccessJustGiven)),
            (no_address, own(SECRETARY), Err(SamePerson)),
            (no_address, SECRETARY, Ok(())),
            (of(NewGuardian, ALONE), own(SECRETARY), Err(SamePerson)),
            (of(Relationship, no_address), own(SECRETARY), Ok(())),
            (of(Student, no_address), own(SECRETARY), Ok(())),
            (of(Student, USUAL), SECRETARY, Err(NotAdministrator)),
            (of(Student, USUAL), own(ADMINISTRATOR), Err(SamePerson)),
        ]);
    }

    #[test]
    fn a_restriction_is_set_by_one_administrator_and_lifted_by_two_where_there_are_two() {
        let restricted = Circumstances {
            restricted_adult: true,
            ..ALONE
        };
        let lift = of(LiftRestriction, ALONE);
        let one = Circumstances {
            one_administrator: true,
            ..lift
        };
        hold(&[
            (of(Restrict, USUAL), own(ADMINISTRATOR), Ok(())),
            (of(Restrict, ALONE), own(SECRETARY), Err(NotAdministrator)),
            (lift, SECRETARY, Err(NotAdministrator)),
            (lift, own(ADMINISTRATOR), Err(SamePerson)),
            (lift, ADMINISTRATOR, Ok(())),
            (one, own(ADMINISTRATOR), Ok(())),
            // Another name or address would let a restricted adult pass.
            (restricted, SECRETARY, Err(NotAdministrator)),
            (restricted, own(ADMINISTRATOR), Err(SamePerson)),
            (restricted, ADMINISTRATOR, Ok(())),
        ]);
    }

    #[test]
    fn each_kind_names_what_must_have_been_seen() {
        let table = [
            (Email, true, false, false),
            (Name, true, false, false),
            (Relationship, false, true, false),
            (NewGuardian, true, true, false),
            (Student, false, false, true),
            (Restrict, false, true, false),
            (LiftRestriction, false, true, false),
        ];
        assert_eq!(table.len(), CorrectionKind::ALL.len());
        for (kind, identity, tie, either) in table {
            assert_eq!(
                (kind.needs_identity(), kind.needs_tie(), kind.needs_either()),
                (identity, tie, either),
                "{kind}"
            );
        }
    }
}
