//! Rules about contradictions, between parties and within one.

pub(crate) mod clash;
pub(crate) mod conflicting_values;
pub(crate) mod direct_contradiction;
pub(crate) mod disputed_wording;
pub(crate) mod implied_contradiction;
pub(crate) mod incompatible_claims;
pub(crate) mod retraction;
pub(crate) mod reversal;
pub(crate) mod rival_attributions;
pub(crate) mod self_contradiction;
pub(crate) mod split_position;
pub(crate) mod turns;
