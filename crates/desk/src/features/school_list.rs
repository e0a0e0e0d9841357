//! "Which service centre is this school in?" (domain.md §11): the list of Québec's schools that an administrator loads, and
//! finding a school or a service centre as it is typed. The list is public, and is none of the package's.

use std::path::PathBuf;

use domain::{ListedSchool, ServiceCentreCode, find_schools, service_centre};
use store::{Act, Detail, Entry, Subject};

use super::import::{number, refusal};
use super::reading_limits::reading_limits;
use crate::Desk;
use crate::contract::{
    FindSchools, FindServiceCentres, FoundSchool, FoundSchools, FoundServiceCentre,
    ListedSchoolLine, LoadSchools, Nothing, SchoolListView, SchoolsLoaded, ServiceCentreLine,
};
use crate::failure::{Outcome, Trouble};
use crate::permission::Act as Permission;

/// So many schools are offered at once.
const MOST: usize = 20;

impl Desk {
    /// The bodies that fit what is typed, then those of the schools that do. Before the desk is open, there is no list.
    pub(crate) async fn find_service_centres(
        &self,
        request: FindServiceCentres,
    ) -> Outcome<Vec<FoundServiceCentre>> {
        let by_name = service_centre::find(&request.query);
        let mut found: Vec<_> = by_name
            .into_iter()
            .map(|centre| FoundServiceCentre {
                centre: ServiceCentreLine::from(centre),
                school: None,
            })
            .collect();
        // Whoever typed a code, or nothing, wants no school.
        let names_a_school = request.query.chars().any(char::is_alphabetic);
        if let (true, Ok(open)) = (names_a_school, self.open().await) {
            let schools = open.store.listed_schools().await?;
            for school in find_schools(&schools, &request.query, MOST) {
                if let Some(centre) = centre_of(school) {
                    found.push(FoundServiceCentre {
                        centre,
                        school: Some(school.into()),
                    });
                }
            }
        }
        Ok(found)
    }

    /// The same for the parent's claim: the list is public, and tells nothing of who is on the registry.
    pub(crate) async fn offer_service_centres(
        &self,
        request: FindServiceCentres,
    ) -> Outcome<Vec<FoundServiceCentre>> {
        self.find_service_centres(request).await
    }

    /// The schools that fit what is typed, each with its service centre.
    pub(crate) async fn find_schools(&self, request: FindSchools) -> Outcome<FoundSchools> {
        let open = self.staffed(Permission::Find).await?;
        let schools = open.store.listed_schools().await?;
        let found = find_schools(&schools, &request.query, MOST + 1);
        let with_centre = |school: &&ListedSchool| {
            Some(FoundSchool {
                school: (*school).into(),
                centre: centre_of(school)?,
            })
        };
        Ok(FoundSchools {
            schools: found.iter().take(MOST).filter_map(with_centre).collect(),
            more: found.len() > MOST,
        })
    }

    pub(crate) async fn view_school_list(&self, (): Nothing) -> Outcome<SchoolListView> {
        let open = self.staffed(Permission::Find).await?;
        let schools = open.store.listed_school_count().await?;
        Ok(SchoolListView { schools })
    }

    /// Puts the list of a file in the place of the one before.
    pub(crate) async fn load_schools(&self, request: LoadSchools) -> Outcome<SchoolsLoaded> {
        let open = self.staffed(Permission::ChangeSettings).await?;
        let path = PathBuf::from(request.path.trim());
        let limits = reading_limits(&open.store).await?;
        let read = move || roster::read_school_list(&path, &limits);
        let list = tokio::task::spawn_blocking(read)
            .await
            .map_err(Trouble::unexpected)?
            .map_err(|error| refusal(&error))?;
        let mut write = open.store.write(self.stamp(&open, open.actor())).await?;
        let replaced = write.replace_listed_schools(&list.schools).await?;
        let schools = number(list.schools.len());
        let entry = Entry::new(Act::SchoolsLoaded, Subject::None).with(Detail::Lines(schools));
        write.commit(entry).await?;
        Ok(SchoolsLoaded {
            schools,
            replaced: u32::try_from(replaced).unwrap_or(u32::MAX),
            unusable: number(list.unusable),
        })
    }
}

fn centre_of(school: &ListedSchool) -> Option<ServiceCentreLine> {
    let code: ServiceCentreCode = school.service_centre;
    service_centre::by_code(code).map(ServiceCentreLine::from)
}

impl From<&ListedSchool> for ListedSchoolLine {
    fn from(school: &ListedSchool) -> Self {
        Self {
            code: school.code.to_string(),
            name: school.name.clone(),
            municipality: school.municipality.clone(),
        }
    }
}
