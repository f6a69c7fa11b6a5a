//! A text contains characters that cannot be seen or that pass for others.
//!
//! # What it says
//!
//! The text has a control that turns the order of what follows round, a sign without width inside a word, or a word
//! that mixes letters of two alphabets which look alike. A name written wholly in Cyrillic, Greek or Arabic is fine.
//!
//! # Why it matters
//!
//! Two names that look the same on the screen can be two different parties to a computer, and a hidden control can
//! make a quotation read otherwise than it is. Mostly such signs come along when text is copied from a web page;
//! sometimes they were put there on purpose.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     note: "twelve \u202Edead"
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     note: "twelve dead"
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! The same text without the hidden sign.
//!
//! # What to do
//!
//! Type the word anew instead of copying it. The finding gives the number of each character and where it stands.
//! Where the original does contain it, and that matters, say so in a `note`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "suspicious-characters",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("suspicious_characters.rs"),
    run: Run::Reading,
};
