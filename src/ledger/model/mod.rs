//! Records of a ledger: one small file for each kind of thing. No disk, no rules, no output.

pub mod date;
pub mod decimal;
pub mod editorial;
pub mod entity;
pub mod event;
pub mod id;
pub mod party;
pub mod place;
pub mod proposition;
pub mod seldom;
pub mod source;
pub mod stance;
pub mod statement;
pub mod value;
