//! Rules about what several say.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod agreement;
pub(crate) mod shared_position;

// Shared by both rules; it holds none.
mod two_minded;
