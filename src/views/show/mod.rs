//! `show`: a page on one subject, with the way to everything that is derived.
//!
//! Pure: records, reasoning and findings go in, [`Page`]s come out. Each kind of page is a file.

mod bearing;
mod became;
mod desk;
mod event;
mod extent;
mod findings;
mod held;
mod party;
mod place;
mod proposition;
mod said;
mod source;
mod statement;
mod subject;

use super::page::Page;
use crate::check::Report;
use crate::reason::Reasoning;
use crate::rules::Context;
use desk::Desk;
pub use findings::may_show;
pub use subject::{Subject, Unknown, find};

/// The pages on some subjects, in their order.
#[must_use]
pub fn pages(reasoning: &Reasoning<'_>, report: &Report<'_>, subjects: &[Subject]) -> Vec<Page> {
    let context = Context::new(reasoning);
    let desk = Desk::new(reasoning, &context, report);
    subjects
        .iter()
        .map(|subject| match *subject {
            Subject::Party(id) => party::page(&desk, id),
            Subject::Event(id) => event::page(&desk, id),
            Subject::Place(id) => place::place(&desk, id),
            Subject::Topic(id) => place::topic(&desk, id),
            Subject::Source(id) => source::page(&desk, id),
            Subject::Statement(id) => statement::page(&desk, id),
            Subject::Proposition(proposition) => proposition::page(&desk, proposition),
        })
        .collect()
}
