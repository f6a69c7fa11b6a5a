//! Drafts of records from an article: who says what in it, as records that an editor accepts, changes or skips.

pub mod draft;
