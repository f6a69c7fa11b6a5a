//! What the audit of a draft may say of a quotation or an attribution: manual pages, and the names that settings and
//! levels go by. The audit itself is in `audit/`.

pub mod altered;
pub mod ambiguous;
pub mod bracketed;
pub mod cleaned;
pub mod cue_conflict;
pub mod cut;
pub mod elided;
pub mod misattributed;
pub mod not_speech;
pub mod overreach;
pub mod partial;
pub mod secondhand;
pub mod speaker_unresolved;
pub mod spliced;
pub mod stance_conflict;
pub mod superseded;
pub mod translation;
pub mod two_wordings;
pub mod typographic;
pub mod unbalanced;
pub mod unknown;
pub mod verbatim;
