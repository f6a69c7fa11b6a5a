//! Rules about what nobody has answered or borne out.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod unverified_link;
pub(crate) mod candidate_link;
pub(crate) mod unanswered_accusation;
pub(crate) mod circular_reporting;
pub(crate) mod single_source;
pub(crate) mod withdrawn_source;

// Modules that several rules share; none of them holds a rule.
pub(in crate::rules) mod accused;

pub(crate) use accused::members_denying;
