//! What sentences say, by the phrases of the vocabulary: propositions with their stances and the words that say them.

mod affirmed;
mod alone;
mod another;
mod around;
mod beside;
pub mod events;
mod figures;
mod fill;
pub mod holders;
mod matching;
pub mod nouns;
pub mod phrases;
pub mod polarity;
pub mod propositions;
pub mod reading;
mod stems;
pub mod units;
mod where_it_was;
pub mod who;
pub mod words;
