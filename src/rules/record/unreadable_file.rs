//! A file, or a piece of it, cannot be read as text or as YAML.
//!
//! # What it says
//!
//! The file is not in UTF-8 (it may be in UTF-16 or an old Windows encoding), it holds the marks of an unfinished
//! merge, or the YAML breaks: a quotation mark or a bracket that is never closed, a tab where only spaces may stand.
//! The finding names the line. Or it is a file of another program: none of the several names at its top is that of a
//! list. Whatever else can be read is still checked, and the run ends with status 2.
//!
//! # Why it matters
//!
//! What is not read is not checked. Without this finding a broken file would look like a file in which nothing is
//! wrong.
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
//!     note: "told the press
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
//!     note: "told the press"
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! The quotation mark is closed.
//!
//! # What to do
//!
//! Go to the line named and close what is open, or put spaces for tabs. Save the file as UTF-8. Where two versions
//! were merged, decide which lines stay and delete the marks (`<<<<<<<`, `=======`, `>>>>>>>`). A file of another program
//! belongs elsewhere.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "unreadable-file",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("unreadable_file.rs"),
    run: Run::Reading,
};
