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
    /// The name of the change that was written to the store, by which it is taken back; none where nothing was written.
    pub change: Option<String>,
}

impl Answer {
    /// What was asked for.
    #[must_use]
    pub fn ok(body: Value) -> Self {
        Self::at(200, body)
    }

    /// Another answer than was asked for.
    #[must_use]
    pub fn at(status: u16, body: Value) -> Self {
        Self { status, body, change: None }
    }

    /// What was asked for, where a change of that name was written.
    #[must_use]
    pub fn written(self, change: String) -> Self {
        Self { change: Some(change), ..self }
    }

    /// Why it cannot be, and what to do.
    #[must_use]
    pub fn refused(status: u16, message: &str, help: &str) -> Self {
        Self::at(status, json!({ "message": message, "help": help }))
    }
}

impl From<Failure> for Answer {
    fn from(Failure { message, help }: Failure) -> Self {
        Self::refused(422, &message, &help)
    }
}
