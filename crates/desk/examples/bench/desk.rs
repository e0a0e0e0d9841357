//! A real encrypted desk to measure on, and how it is called: through the commands of its window. What is measured is
//! not here.

use desk::contract::Window;
use desk::{Desk, Environment, Places};
use domain::Limits;
use serde_json::{Value, json};
use store::{Credential, Entered, KdfCost, Location, Store};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::Outcome;

pub const CENTRE: &str = "762000";
pub const USER: &str = "Marie-Ève";
pub const PASSWORD: &str = "l'encre violette du mardi";

/// Where the opening is not what is measured, it costs next to nothing.
pub const SMALL_COST: KdfCost = KdfCost {
    memory_kib: 32,
    passes: 1,
    lanes: 1,
};

/// Nobody is at this desk, and it stays open all day.
fn limits() -> Limits {
    Limits {
        idle_lock_seconds: 24 * 60 * 60,
        ..Limits::default()
    }
}

/// A real desk whose administrator is signed in.
pub async fn set_up(folder: &TempDir, cost: KdfCost) -> Outcome<Desk> {
    set_up_at(Places::embedded(folder.path().to_owned()), cost).await
}

/// The same in other places.
pub async fn set_up_at(places: Places, cost: KdfCost) -> Outcome<Desk> {
    let desk = Desk::with(places, Environment::machine(), limits(), cost);
    let request = json!({
        "service_centre": CENTRE,
        "school_name": "École des Érables",
        "user_name": USER,
        "password": PASSWORD,
    });
    call(&desk, "set_up_desk", request).await?;
    Ok(desk)
}

/// A desk of which nothing exists yet.
pub fn desk_in(folder: &TempDir, cost: KdfCost) -> Desk {
    let places = Places::embedded(folder.path().to_owned());
    Desk::with(places, Environment::machine(), limits(), cost)
}

/// Opens the store of a closed desk, without the desk.
pub async fn enter(folder: &TempDir) -> Outcome<Entered> {
    let dir = folder.path().to_owned();
    enter_at(Location::Embedded { dir }).await
}

/// The same in another place.
pub async fn enter_at(location: Location) -> Outcome<Entered> {
    let credential = Credential::Password {
        user: Some(USER.to_owned()),
        password: Zeroizing::new(PASSWORD.to_owned()),
    };
    let now = Environment::machine().now();
    Ok(Store::enter(location, credential, now, &Limits::default()).await?)
}

pub async fn call(desk: &Desk, command: &str, request: Value) -> Outcome<Value> {
    let done = desk.call(Window::Desk, command, request).await;
    done.map_err(|failure| format!("{command}: {failure:?}").into())
}
