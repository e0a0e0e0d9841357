//! What a parent asks or says at their own window, for the school to look at (domain.md §6): a place for a new child, next
//! year for one who is confirmed, a child who is not theirs. Nothing is tied or untied by it. The secretary's list is
//! `features::requests`.

use domain::visit::Step;
use domain::{AccountId, RequestKind, StudentId};
use store::{NewRequest, RequestRow};

use super::{LiveVisit, under_way};
use crate::Desk;
use crate::contract::{AboutChild, AskRegistration, Failure, Nothing, TellSchool};
use crate::failure::Outcome;
use crate::features::requests::given;
use crate::house::Open;

impl Desk {
    /// A child who was never enrolled: the first of the two questions at "Yes".
    pub(crate) async fn ask_registration(&self, request: AskRegistration) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let account = at_children(visit)?;
        let child = NewRequest {
            phone: given(request.phone.as_deref(), "phone")?,
            school_wished: given(request.school_wished.as_deref(), "school_wished")?,
            ..self.first_registration(
                &request.last_names,
                &request.first_names,
                request.birth_date,
            )?
        };
        self.ask(&open, visit, account, child).await
    }

    /// Next year for a confirmed child, or a child who is not theirs.
    pub(crate) async fn tell_school(&self, request: TellSchool) -> Outcome<Nothing> {
        let open = self.open().await?;
        let mut place = open.visit.lock().await;
        let visit = under_way(&mut place)?;
        let account = at_children(visit)?;
        let children = open.store.children_of(account).await?;
        let child: Option<StudentId> = match request.child {
            Some(place) => {
                let found = usize::try_from(place).ok().and_then(|at| children.get(at));
                let found = found.map(|(student, _)| student.id);
                Some(found.ok_or(Failure::NotFound)?)
            }
            None => None,
        };
        let (kind, student) = match (request.about.0, child) {
            (AboutChild::ReRegistration, Some(child)) => (RequestKind::ReRegistration, Some(child)),
            (AboutChild::ReRegistration, None) => return Err(Failure::NotFound.into()),
            (AboutChild::NotMyChild, child) => (RequestKind::NotMyChild, child.or(visit.student)),
            (AboutChild::NotGuardian, child) => (RequestKind::NotGuardian, child.or(visit.student)),
        };
        let note = self.request(kind, student);
        self.ask(&open, visit, account, note).await
    }

    /// With how to reach who asks. What they asked already is not taken down twice.
    async fn ask(
        &self,
        open: &Open,
        visit: &LiveVisit,
        account: AccountId,
        request: NewRequest,
    ) -> Outcome<()> {
        let adult = match visit.guardian {
            Some(id) => open.store.guardian(id).await?,
            None => None,
        };
        let on_file = adult.as_ref().and_then(|adult| adult.phone.clone());
        let request = NewRequest {
            adult_name: adult
                .map(|adult| format!("{} {}", adult.first_names, adult.last_names))
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty()),
            email: self.account_address(open, account).await?,
            phone: request.phone.or(on_file),
            language: visit.language.as_str().to_owned(),
            visit_id: Some(visit.id),
            ..request
        };
        let waiting = open.store.open_requests().await?;
        if waiting.iter().any(|row| is_same(row, &request)) {
            return Ok(());
        }
        let write = open.store.write(self.stamp(open, visit.actor())).await?;
        self.take_request(write, &request).await
    }
}

/// Among the children, or at the summary: an account is known to be theirs.
fn at_children(visit: &LiveVisit) -> Result<AccountId, Failure> {
    match visit.step {
        Step::Children { account } | Step::Summary { account } => Ok(account),
        _ => Err(Failure::OutOfStep),
    }
}

fn is_same(row: &RequestRow, request: &NewRequest) -> bool {
    row.kind == request.kind
        && row.student_id == request.student_id
        && row.email == request.email
        && (&row.last_names, &row.first_names, row.birth_date)
            == (
                &request.last_names,
                &request.first_names,
                request.birth_date,
            )
}
