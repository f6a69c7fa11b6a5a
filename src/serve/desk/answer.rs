//! What the desk answers: JSON, and whether it is what was asked for.

use serde_json::{Value, json};

use crate::write::store::Failure;

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status, as in HTTP.
    pub status: u16,
    /// What is said.
    pub body: Value,
}

impl Answer {
    /// What was asked for.
    #[must_use]
    pub fn ok(body: Value) -> Self {
        Self { status: 200, body }
    }

    /// Why it cannot be, and what to do.
    #[must_use]
    pub fn refused(status: u16, message: &str, help: &str) -> Self {
        Self { status, body: json!({ "message": message, "help": help }) }
    }
}

impl From<Failure> for Answer {
    fn from(Failure { message, help }: Failure) -> Self {
        Self::refused(422, &message, &help)
    }
}
