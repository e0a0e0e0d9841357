//! From a command's name to its use case. The window is checked here for every command, a second time
//! after the shell's capabilities (ARCHITECTURE.md, invariant 2); the rules are in `features` and `visit`.

use serde_json::Value;

use crate::Desk;
use crate::contract::*;
use crate::failure::Trouble;

macro_rules! dispatcher {
    ($($window:ident { $($name:ident($request:ty) -> $response:ty;)+ })+) => {
        impl Desk {
            /// Carries out the command `name`, called from `caller`, with its request as JSON.
            ///
            /// # Errors
            /// [`Failure::NotAllowed`] from the other window or for an unknown name, [`Failure::Invalid`]
            /// for a request of another shape, else what the use case refuses.
            pub async fn call(&self, caller: Window, name: &str, request: Value) -> Result<Value, Failure> {
                match name {
                    $($(stringify!($name) => {
                        if caller != Window::$window {
                            return Err(Failure::NotAllowed);
                        }
                        let request: $request = read(request)?;
                        let response: $response =
                            self.$name(request).await.map_err(|trouble| trouble.into_failure(self.environment()))?;
                        serde_json::to_value(response)
                            .map_err(|cause| Trouble::unexpected(cause).into_failure(self.environment()))
                    })+)+
                    _ => Err(Failure::NotAllowed),
                }
            }
        }
    };
}
crate::with_commands!(dispatcher);

/// The request in its own type; what it lacks or holds too much of is named, never repeated.
fn read<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, Failure> {
    serde_json::from_value(request).map_err(|_| Failure::Invalid {
        field: "request".into(),
    })
}
