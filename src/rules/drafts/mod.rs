//! What the audit of a draft may say of a quotation or an attribution: manual pages, and the names that settings and
//! levels go by. The audit itself is in `audit/`.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod unbalanced;
pub(crate) mod not_speech;
pub(crate) mod secondhand;
pub(crate) mod misattributed;
pub(crate) mod ambiguous;
pub(crate) mod speaker_unresolved;
pub(crate) mod spliced;
pub(crate) mod altered;
pub(crate) mod longer;
pub(crate) mod cleaned;
pub(crate) mod bracketed;
pub(crate) mod elided;
pub(crate) mod partial;
pub(crate) mod typographic;
pub(crate) mod verbatim;
pub(crate) mod unknown;
pub(crate) mod cut;
pub(crate) mod cue_conflict;
pub(crate) mod superseded;
pub(crate) mod fallen_source;
pub(crate) mod disputed_words;
pub(crate) mod denied_words;
pub(crate) mod two_wordings;
pub(crate) mod translation;
pub(crate) mod stance_conflict;
pub(crate) mod number_conflict;
pub(crate) mod overreach;
