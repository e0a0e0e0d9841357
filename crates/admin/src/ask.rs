//! Where passwords come from: the environment, or a prompt that shows nothing.

use desk::contract::Secret;

/// The password of whoever acts.
pub fn password() -> std::io::Result<Secret> {
    from("GUICHET_PASSWORD", "Password: ")
}

/// The password of whoever is added or reset.
pub fn new_password() -> std::io::Result<Secret> {
    from("GUICHET_NEW_PASSWORD", "New password: ")
}

/// The password of the mail server.
pub fn mail_password() -> std::io::Result<Secret> {
    from("GUICHET_MAIL_PASSWORD", "Mail server password: ")
}

fn from(variable: &str, prompt: &str) -> std::io::Result<Secret> {
    match std::env::var(variable) {
        Ok(password) => Ok(Secret::new(password)),
        Err(_) => rpassword::prompt_password(prompt).map(Secret::new),
    }
}
