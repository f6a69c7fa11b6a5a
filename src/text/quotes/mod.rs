//! Quotations found in prose, cut into words, and compared with other wordings word by word. Knows texts and nothing of
//! ledgers.

pub mod align;
mod beyond;
pub mod cuts;
pub mod difference;
pub mod hedges;
pub mod lexicon;
pub mod markdown;
pub mod marks;
pub mod passage;
pub mod pieces;
pub mod plain;
pub mod prose;
pub mod readable;
pub mod shingles;
pub mod tokens;
pub mod wording;
