//! Rules about what nobody has verified, answered or borne out.

pub(crate) mod candidate_link;
pub(crate) mod circular_reporting;
pub(crate) mod single_source;
pub(crate) mod unanswered_accusation;
pub(crate) mod unverified_link;
pub(crate) mod withdrawn_source;
