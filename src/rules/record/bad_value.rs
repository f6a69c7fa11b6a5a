//! Something is written in a way that cannot be understood, or would be misunderstood.
//!
//! # What it says
//!
//! A required key is missing; an id has capitals or other signs than small letters, digits and hyphens; a grade, a
//! kind or a latitude does not exist; a proposition has a bracket that is not closed, a value where none belongs or
//! none where one is needed; a range holds nothing (`< 0`). Or YAML would read something else than was written: `: `
//! or `#` in text without quotation marks, a comma in `[ ]`, a key written twice, a tag (`!x`).
//!
//! # Why it matters
//!
//! YAML cuts `note: The #1 party` to "The" and says nothing. A ledger of what people said cannot afford that.
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
//!     note: The #1 party said so too
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
//!     note: "The #1 party said so too"
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! The same text in quotation marks is kept whole.
//!
//! # What to do
//!
//! Do as the finding says. When in doubt, put text into quotation marks, and write one proposition to a line. A
//! proposition with text in it is quoted as a whole: `'weapon(harbour-blast) = "one: two"'`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "bad-value",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("bad_value.rs"),
    run: Run::Reading,
};
