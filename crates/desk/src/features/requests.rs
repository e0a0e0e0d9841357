//! What families ask of the school: the secretary's list, new, called, closed, and no more (domain.md §6). Closed ones go by
//! themselves. What a parent writes at their own window is taken down by `visit::requests`.

use domain::request::kept_until;
use domain::{EmailAddress, RequestId, RequestKind, StudentId, name};
use store::{Act, Detail, Entry, NewRequest, RequestRow, Subject, Write};
use text::Locale;

use crate::Desk;
use crate::contract::{
    Failure, Nothing, RequestLine, Requests, SetRequestState, StudentLine, TakeDownRequest,
};
use crate::failure::Outcome;
use crate::house::Open;
use crate::permission::Act as Permission;

/// So many closed requests are shown.
const CLOSED: usize = 20;

/// A text that a person types about a child or themselves is no longer than this.
const LONGEST: usize = 200;

impl Desk {
    pub(crate) async fn list_requests(&self, (): Nothing) -> Outcome<Requests> {
        let open = self.staffed(Permission::RunVisit).await?;
        let waiting = open.store.open_requests().await?;
        let mut closed = open.store.closed_requests().await?;
        closed.truncate(CLOSED);
        Ok(Requests {
            open: request_lines(&open, waiting).await?,
            closed: request_lines(&open, closed).await?,
        })
    }

    /// A first registration, for somebody who stands at the counter without an account.
    pub(crate) async fn take_down_request(&self, request: TakeDownRequest) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let email = given(request.email.as_deref(), "email")?;
        let email = email.map(|typed| EmailAddress::parse(&typed));
        let email = email.transpose().map_err(|_| invalid("address"))?;
        let phone = given(request.phone.as_deref(), "phone")?;
        if email.is_none() && phone.is_none() {
            return Err(invalid("phone").into());
        }
        let child = NewRequest {
            adult_name: given(Some(&request.adult_name), "adult_name")?,
            email,
            phone,
            school_wished: given(request.school_wished.as_deref(), "school_wished")?,
            language: Locale::REFERENCE.as_str().to_owned(),
            taken_by: Some(open.staff),
            ..self.first_registration(
                &request.last_names,
                &request.first_names,
                request.birth_date,
            )?
        };
        let write = open.store.write(self.stamp(&open, open.actor())).await?;
        self.take_request(write, &child).await
    }

    pub(crate) async fn set_request_state(&self, request: SetRequestState) -> Outcome<Nothing> {
        let open = self.staffed(Permission::RunVisit).await?;
        let (id, state) = (RequestId(request.request_id), request.state.0);
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        if !write.set_request_state(id, state).await? {
            return Err(Failure::NotFound.into());
        }
        let entry = Entry::new(Act::RequestMoved, Subject::Request(id));
        write
            .commit(entry.with(Detail::RequestState(state)))
            .await?;
        self.changed();
        Ok(())
    }

    /// A child who was never enrolled, as told: names and a birth date that can be.
    ///
    /// # Errors
    /// `Invalid` names the field.
    pub(crate) fn first_registration(
        &self,
        last_names: &str,
        first_names: &str,
        birth_date: chrono::NaiveDate,
    ) -> Result<NewRequest, Failure> {
        let named = |field, typed| -> Result<_, Failure> {
            let typed = given(Some(typed), field)?;
            let typed = typed.filter(|typed| !name::fold(typed).is_empty());
            Ok(Some(typed.ok_or_else(|| invalid(field))?))
        };
        let today = self.environment().now().date_naive();
        let birth_date = domain::parse_birth_date(&birth_date.to_string(), today)
            .map_err(|_| invalid("birth_date"))?;
        Ok(NewRequest {
            last_names: named("last_names", last_names)?,
            first_names: named("first_names", first_names)?,
            birth_date: Some(birth_date),
            ..self.request(RequestKind::FirstRegistration, None)
        })
    }

    /// A request of which nothing more is known.
    pub(crate) fn request(&self, kind: RequestKind, student_id: Option<StudentId>) -> NewRequest {
        NewRequest {
            id: RequestId(self.environment().id()),
            kind,
            student_id,
            last_names: None,
            first_names: None,
            birth_date: None,
            school_wished: None,
            adult_name: None,
            email: None,
            phone: None,
            language: String::new(),
            visit_id: None,
            taken_by: None,
        }
    }

    pub(crate) async fn take_request(&self, mut write: Write, request: &NewRequest) -> Outcome<()> {
        write.insert_request(request).await?;
        let entry = Entry::new(Act::RequestTaken, Subject::Request(request.id));
        write
            .commit(entry.with(Detail::Request(request.kind)))
            .await?;
        self.changed();
        Ok(())
    }
}

/// Erases the closed requests whose time is over (domain.md §8), and notes how many.
pub(crate) async fn erase_old_requests(open: &Open, write: &mut Write) -> Outcome<()> {
    let today = write.now().date_naive();
    let closed = open.store.closed_requests().await?;
    let over = closed
        .iter()
        .filter(|row| kept_until(row.changed_at.date_naive()) < today);
    let mut erased = 0;
    for row in over {
        write.erase_closed_request(row.id).await?;
        erased += 1;
    }
    if erased > 0 {
        let entry = Entry::new(Act::RequestsErased, Subject::None);
        write.note(entry.with(Detail::Lines(erased)));
    }
    Ok(())
}

/// What was typed, if anything was.
///
/// # Errors
/// `Invalid` when it is longer than anything of the kind.
pub(crate) fn given(typed: Option<&str>, field: &str) -> Result<Option<String>, Failure> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty());
    match typed {
        Some(typed) if typed.chars().count() > LONGEST => Err(invalid(field)),
        typed => Ok(typed.map(str::to_owned)),
    }
}

fn invalid(field: &str) -> Failure {
    Failure::Invalid {
        field: field.to_owned(),
    }
}

async fn request_lines(open: &Open, rows: Vec<RequestRow>) -> Outcome<Vec<RequestLine>> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let student = match row.student_id {
            Some(id) => open.store.student(id).await?,
            None => None,
        };
        let taken_by = match row.taken_by {
            Some(id) => open.store.staff_member(id).await?,
            None => None,
        };
        lines.push(RequestLine {
            id: row.id.0,
            kind: row.kind.into(),
            state: row.state.into(),
            student: student.as_ref().map(StudentLine::from),
            last_names: row.last_names,
            first_names: row.first_names,
            birth_date: row.birth_date,
            school_wished: row.school_wished,
            adult_name: row.adult_name,
            email: row.email.map(|email| email.as_str().to_owned()),
            phone: row.phone,
            language: row.language,
            taken_at: row.taken_at,
            taken_by: taken_by.map(|staff| staff.user_name),
        });
    }
    Ok(lines)
}
