//! From a command's name to its use case. The window is checked here for every command, a second time
//! after the shell's capabilities (ARCHITECTURE.md, invariant 2); the rules are in `features` and `visit`.

use std::pin::Pin;

use serde_json::Value;

use crate::Desk;
use crate::contract::*;
use crate::failure::{Outcome, Trouble};

/// What a command will answer.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value, Failure>> + Send + 'a>>;

macro_rules! dispatcher {
    ($($window:ident { $($name:ident($request:ty) -> $response:ty;)+ })+) => {
        impl Desk {
            /// Carries out the command `name`, called from `caller`, with its request as JSON.
            ///
            /// # Errors
            /// [`Failure::NotAllowed`] from the other window or for an unknown name, [`Failure::HandedOver`],
            /// [`Failure::Invalid`] for a request of another shape, else what the use case refuses.
            pub fn call<'a>(&'a self, caller: Window, name: &'a str, request: Value) -> Answer<'a> {
                // Boxed, so that the whole is compiled once and not again in each command of the shell.
                Box::pin(async move {
                    let answer = match name {
                        $($(stringify!($name) => {
                            self.admit(caller, Window::$window, stringify!($name)).await?;
                            let request: $request = read(request)?;
                            let response: Outcome<$response> = self.$name(request).await;
                            response.and_then(write)
                        })+)+
                        _ => return Err(Failure::NotAllowed),
                    };
                    answer.map_err(|trouble| trouble.into_failure(self.environment()))
                })
            }
        }
    };
}
crate::with_commands!(dispatcher);

impl Desk {
    /// Each window calls its own commands; a desk that is handed over or locked gives its view and can be taken back.
    async fn admit(&self, caller: Window, own: Window, name: &str) -> Result<(), Failure> {
        if caller != own {
            return Err(Failure::NotAllowed);
        }
        if matches!(name, "view_desk" | "take_back" | "view_parent") {
            return Ok(());
        }
        match self.open().await {
            // The parent's window goes on without the desk, but not while nobody is there.
            Ok(open) if caller == Window::Parent && !open.idle.is_locked() => {
                self.note_input(&open);
                Ok(())
            }
            Ok(open) if open.is_handed_over() => Err(Failure::HandedOver),
            _ => Ok(()),
        }
    }
}

/// The request in its own type; what it lacks or holds too much of is named, never repeated.
fn read<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, Failure> {
    serde_json::from_value(request).map_err(|_| Failure::Invalid {
        field: "request".into(),
    })
}

fn write(response: impl serde::Serialize) -> Outcome<Value> {
    serde_json::to_value(response).map_err(Trouble::unexpected)
}
