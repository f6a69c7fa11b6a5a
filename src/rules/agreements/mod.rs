//! Rules about what several say.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod agreement;
pub(crate) mod shared_position;

// What both of them ask: this ends in no rule.
mod two_minded;
