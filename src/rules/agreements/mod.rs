//! Rules about what several say.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod agreement;
pub(crate) mod shared_position;

// Parts of the rules; they hold none.
mod saying;
mod two_minded;
