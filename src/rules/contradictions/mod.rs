//! Rules about contradictions, between parties and within one.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod direct_contradiction;
pub(crate) mod conflicting_values;
pub(crate) mod incompatible_claims;
pub(crate) mod rival_attributions;
pub(crate) mod changed_attribution;
pub(crate) mod implied_contradiction;
pub(crate) mod reversal;
pub(crate) mod self_contradiction;
pub(crate) mod split_position;
pub(crate) mod disputed_wording;
pub(crate) mod retraction;

// Modules that several rules share; none of them holds a rule.
pub(in crate::rules) mod clash;
mod needed;
pub(in crate::rules) mod related;
pub(in crate::rules) mod turns;
