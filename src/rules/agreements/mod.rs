//! Rules about what several say.

pub(crate) mod agreement;
pub(crate) mod shared_position;
