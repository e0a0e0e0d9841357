//! The secretary's view: the file, the mismatch, the locks, the mail's fate; never a password, never a code.

use domain::visit::Step;
use domain::{Access, CorrectionKind, EndCause, WaitingState, service_centre};
use store::MailRow;

use crate::Desk;
use crate::contract::{
    AccountLine, AgeWarning, AsideLine, ClaimSeen, CodeView, ConfirmedLine, DeskView,
    DiagnosisView, GuardianLine, InterruptedLine, MailCounts, Nothing, OpenDesk, ProposalLine,
    RegistryAge, ServiceCentreLine, StudentLine, VisitChild, VisitView,
};
use crate::failure::{Outcome, Trouble};
use crate::house::Open;
use crate::visit::{AdultKnown, Aside, Known, LiveVisit, diagnose};

impl Desk {
    pub(crate) async fn view_desk(&self, (): Nothing) -> Outcome<DeskView> {
        if let Some(kind) = self.closed_kind().await {
            let demo_exists = self.is_set_up(crate::contract::DeskKind::Demo);
            return Ok(if self.is_set_up(kind) {
                DeskView::SignIn { kind: kind.into() }
            } else {
                DeskView::FirstStart { demo_exists }
            });
        }
        let open = self.open().await?;
        if open.idle.is_locked() {
            return Ok(DeskView::Locked {
                user_name: open.user_name.clone(),
            });
        }
        if open.is_handed_over() {
            return Ok(DeskView::HandedOver {
                user_name: open.user_name.clone(),
            });
        }
        let (visit, aside) = {
            let place = open.visit.lock().await;
            let visit = match &place.at_counter {
                Some(visit) => Some(self.view_visit(&open, visit).await?),
                None => None,
            };
            (visit, self.view_aside(&open, &place.aside).await?)
        };
        let mut interrupted = self.view_interrupted(&open).await?;
        interrupted.retain(|line| aside.iter().all(|one| one.id != line.id));
        let counts = open.store.mail_counts().await?;
        let settings = self.school_settings(&open).await?;
        Ok(DeskView::Open(Box::new(OpenDesk {
            kind: open.kind.into(),
            school_name: settings.school_name,
            service_centre: centre(&open)?,
            user_name: open.user_name.clone(),
            role: open.role.into(),
            visit,
            aside,
            interrupted,
            mail: MailCounts {
                waiting: counts.waiting + counts.sending,
                will_retry: counts.will_retry,
                needs_you: counts.needs_you,
            },
            mail_server_set: self.is_mail_server_set(&open).await?,
            registry: self.registry_age(&open).await?,
            pending_proposals: open.store.pending_count().await?,
            open_requests: open.store.open_request_count().await?,
            waiting_imports: open.watched.waiting_count(),
            locks_in_seconds: open.idle.locks_in_seconds(),
        })))
    }

    /// domain.md §13: how old the registry is stands on every match.
    pub(crate) async fn registry_age(&self, open: &Open) -> Outcome<RegistryAge> {
        let imported_at = open.store.last_import().await?.map(|import| import.at);
        let age_days = imported_at.map(|at| (self.environment().now() - at).num_days().max(0));
        let age_days = age_days.map(|days| u32::try_from(days).unwrap_or(u32::MAX));
        let limits = self.limits();
        let warning = match age_days {
            None => AgeWarning::Never,
            Some(days) if days >= limits.registry_strong_warning_days => AgeWarning::VeryOld,
            Some(days) if days >= limits.registry_warning_days => AgeWarning::Old,
            Some(_) => AgeWarning::None,
        };
        let students = open.store.student_count().await?;
        Ok(RegistryAge {
            students,
            imported_at,
            age_days,
            warning: warning.into(),
        })
    }

    async fn view_visit(&self, open: &Open, visit: &LiveVisit) -> Outcome<VisitView> {
        let behind = match &visit.address {
            Some(address) => open.store.guardians_by_address(address.folded()).await?,
            None => Vec::new(),
        };
        let guardian = match visit.guardian {
            Some(id) => open.store.guardian(id).await?,
            None => None,
        };
        let student = match visit.student {
            Some(id) => open.store.student(id).await?,
            None => None,
        };
        let proven = match &visit.step {
            Step::SignIn {
                proven: Some(proven),
            }
            | Step::NewPassword { proven } => Some(proven),
            _ => None,
        };
        let (children, siblings) = self.family(open, visit).await?;
        let accounts = self.accounts_of_adult(open, visit).await?;
        let to_confirm = match visit.step.account() {
            Some(account) => open.store.children_to_confirm(account).await?,
            None => Vec::new(),
        };
        let mut view = VisitView {
            id: visit.id.0,
            number: visit.number,
            step: visit.step.name().into(),
            end: match visit.step {
                Step::Ended { cause } => Some(cause.into()),
                _ => None,
            },
            language: visit.language.as_str().to_owned(),
            someone_helps: visit.someone_helps,
            needs_help: visit.needs_help,
            started_at: visit.started_at,
            student: student.as_ref().map(StudentLine::from),
            guardians_to_choose: match &guardian {
                Some(_) => Vec::new(),
                None => behind.iter().map(GuardianLine::from).collect(),
            },
            guardian: guardian.as_ref().map(GuardianLine::from),
            identity_document: visit.identity_document.map(Into::into),
            address_offered: visit.offered.is_some() && !visit.offers_what_was_given(),
            address: visit
                .address
                .as_ref()
                .map(|address| address.as_str().to_owned()),
            address_on_file: visit.address.as_ref().map(|_| !behind.is_empty()),
            code: self.view_code(open, visit).await?,
            has_account: visit.step.account().is_some()
                || proven.is_some_and(|proven| proven.account.is_some()),
            children,
            siblings,
            to_confirm: to_confirm.iter().map(StudentLine::from).collect(),
            claim: visit.claim.clone(),
            accounts,
            proposals: self
                .proposals_around(open, &visit.children_met(), visit.guardian)
                .await?,
            limits: self.limits_on(open, visit).await?,
            diagnosis: None,
            on_parents_screen: self.parent_step(open, visit).await?,
        };
        view.diagnosis = self.diagnosis(open, visit, &view).await?;
        Ok(view)
    }

    /// What is wrong, by what the rest of the view says.
    async fn diagnosis(
        &self,
        open: &Open,
        visit: &LiveVisit,
        view: &VisitView,
    ) -> Outcome<Option<DiagnosisView>> {
        let adult = match (&view.guardian, visit.guardian) {
            (Some(line), Some(id)) => Some(AdultKnown {
                has_address: line.email.is_some(),
                accounts: open.store.accounts_of_guardian(id).await?.len(),
            }),
            _ => None,
        };
        let id = view.guardian.as_ref().map(|line| line.id);
        let gives_address = |one: &ProposalLine| match one.kind.0 {
            CorrectionKind::Email => one.guardian.as_ref().map(|line| line.id) == id,
            CorrectionKind::NewGuardian => id.is_none(),
            _ => false,
        };
        let met = view.claim.as_ref().and_then(|claim| claim.student.as_ref());
        let corrects_file = |one: &ProposalLine| {
            one.kind.0 == CorrectionKind::Student
                && met.is_some_and(|student| student.id == one.student.id)
        };
        let is_tied = |claim: &&ClaimSeen| {
            let claimed = claim.student.as_ref().map(|student| student.id);
            let mut tied = view.children.iter().map(|child| Some(child.student.id));
            claimed.is_none() || !tied.any(|id| id == claimed)
        };
        Ok(diagnose(&Known {
            halted: visit.is_halted(),
            step: visit.step.name(),
            child: view.student.is_some(),
            adult,
            address_on_file: view.address_on_file,
            proposal_waits: view.proposals.iter().any(gives_address),
            code: view.code.as_ref(),
            limits: &view.limits,
            has_account: view.has_account,
            claim: view.claim.as_ref().filter(is_tied),
            file_correction_waits: view.proposals.iter().any(corrects_file),
            confirmed_children: view.children.len(),
            open_siblings: view.siblings.len(),
        }))
    }

    /// The children tied to the account, and those of the same guardian who are not.
    async fn family(
        &self,
        open: &Open,
        visit: &LiveVisit,
    ) -> Outcome<(Vec<VisitChild>, Vec<StudentLine>)> {
        let tied = match visit.step.account() {
            Some(account) => open.store.children_of(account).await?,
            None => Vec::new(),
        };
        let known = match visit.guardian {
            Some(guardian) => open.store.students_of_guardian(guardian).await?,
            None => Vec::new(),
        };
        let siblings = known
            .iter()
            // For whom the adult is restricted is nobody's to see at the counter.
            .filter(|(_, tie)| tie.access != Access::Restricted)
            .map(|(student, _)| student)
            .filter(|student| {
                student.active && !tied.iter().any(|(child, _)| child.id == student.id)
            })
            .map(StudentLine::from)
            .collect();
        let children = tied
            .iter()
            .map(|(student, confirmation)| VisitChild {
                student: student.into(),
                confirmed: ConfirmedLine::from(confirmation),
                in_this_visit: confirmation.visit_id == visit.id,
            })
            .collect();
        Ok((children, siblings))
    }

    async fn view_aside(&self, open: &Open, aside: &[Aside]) -> Outcome<Vec<AsideLine>> {
        let mut lines = Vec::new();
        for Aside { visit, since } in aside {
            let adult = match visit.guardian {
                Some(id) => open.store.guardian(id).await?,
                None => None,
            };
            lines.push(AsideLine {
                id: visit.id.0,
                number: visit.number,
                since: *since,
                step: visit.step.name().into(),
                awaits: self.awaited(open, visit).await?.into(),
                adult: adult.as_ref().map(Into::into),
                needs_help: visit.needs_help,
                code: self.view_code(open, visit).await?,
            });
        }
        Ok(lines)
    }

    async fn view_interrupted(&self, open: &Open) -> Outcome<Vec<InterruptedLine>> {
        let mut lines = Vec::new();
        for row in self.interrupted_visits(open).await? {
            let adult = match row.guardian_id {
                Some(id) => open.store.guardian(id).await?,
                None => None,
            };
            lines.push(InterruptedLine {
                id: row.id.0,
                number: row.number,
                cause: row.end_cause.unwrap_or(EndCause::ProgramStopped).into(),
                changed_at: row.changed_at,
                left_at: row.left_at_step.map(Into::into),
                adult: adult.as_ref().map(Into::into),
                address: row.address.map(|address| address.as_str().to_owned()),
            });
        }
        Ok(lines)
    }

    /// The open accounts of the adult, once known, each with its children.
    async fn accounts_of_adult(&self, open: &Open, visit: &LiveVisit) -> Outcome<Vec<AccountLine>> {
        let Some(guardian) = visit.guardian else {
            return Ok(Vec::new());
        };
        let mut lines = Vec::new();
        for account in open.store.accounts_of_guardian(guardian).await? {
            let children = open.store.children_of(account.id).await?;
            lines.push(AccountLine {
                id: account.id.0,
                address: account.email.as_str().to_owned(),
                created_at: account.created_at,
                awaits_proof: account.address_proven_at.is_none(),
                is_own: visit.step.account() == Some(account.id),
                children: children.iter().map(|(child, _)| child.into()).collect(),
            });
        }
        Ok(lines)
    }

    async fn view_code(&self, open: &Open, visit: &LiveVisit) -> Outcome<Option<CodeView>> {
        if visit.step.awaits_code().is_none() {
            return Ok(None);
        }
        // The mail of an address that was corrected since says nothing of this one.
        let latest = open.store.latest_code_mail(visit.id).await?;
        let Some(mail) = latest.filter(|mail| Some(&mail.address) == visit.address.as_ref()) else {
            return Ok(None);
        };
        let sent = mail.state == WaitingState::Done;
        // While a new one is on its way, the one before says nothing any more.
        let code = open.store.current_code(visit.id).await?.filter(|_| sent);
        let now = self.environment().now();
        let dead = visit.wrong_codes >= self.limits().code_wrong_entries;
        let MailRow {
            state,
            trouble,
            server_words,
            ..
        } = mail;
        Ok(Some(CodeView {
            mail: state.into(),
            trouble: trouble.map(Into::into),
            server_words,
            sent_at: code.as_ref().map(|code| code.sent_at),
            expires_at: code.as_ref().map(|code| code.expires_at),
            expired: code.as_ref().is_some_and(|code| code.expires_at <= now),
            wrong_entries: visit.wrong_codes,
            dead,
        }))
    }
}

fn centre(open: &Open) -> Outcome<ServiceCentreLine> {
    let centre = service_centre::by_code(open.desk.service_centre);
    centre
        .map(Into::into)
        .ok_or_else(|| Trouble::unexpected("the desk's service centre is none of the 72"))
}
