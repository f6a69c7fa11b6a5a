//! A date is not written as a date, or there is no such day.
//!
//! # What it says
//!
//! Dates are written year first, as far as they are known: `2024`, `2024-05`, `2024-05-12`; about that day,
//! `2024-05-12~`; from one day to another, `2024-05-10/2024-05-12`; with the time and its zone,
//! `2024-05-12T05:30+03:00`. A day that the calendar does not have, an hour that the clock does not have and an
//! interval that ends before it begins are no dates.
//!
//! # Why it matters
//!
//! Who spoke first, what replaced what, and what the ledger held on a given day all hang on dates. `03/04/2024` is
//! March to some and April to others.
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
//!     date: 2024-05-32
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
//!     date: 2024-05-31
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! May has 31 days.
//!
//! # What to do
//!
//! Write the date in one of the forms above. If you know only the month, write only the month: gainsay then says
//! that the order is not known, which is better than a day that was made up.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "bad-date",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("bad_date.rs"),
    run: Run::Reading,
};
