//! The commands as the rest of the program knows them. Each window may call its own and no other; a command is called the same
//! in Rust, in the capability files, in TypeScript and in the log.

domain::text_enum! {
    /// The two windows; the label of each in the shell.
    pub enum Window {
        Desk = "desk",
        Parent = "parent",
    }
}

/// A command as the shell and the tests know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    pub name: &'static str,
    /// The only window that may call it.
    pub window: Window,
}

macro_rules! list {
    ($($window:ident { $($name:ident($request:ty) -> $response:ty;)+ })+) => {
        /// Every command, in the order of the list.
        pub const COMMANDS: &[Command] = &[
            $($(Command { name: stringify!($name), window: Window::$window },)+)+
        ];
    };
}
crate::with_commands!(list);
