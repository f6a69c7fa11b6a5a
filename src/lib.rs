//! gainsay: a plain-text ledger of who said what, and a checker over it.
//!
//! Another program asks it in one call. What it gets is its own:
//!
//! ```
//! let checked = gainsay::check("claims".as_ref())?;
//! for told in checked.found.iter().filter(|told| told.counts) {
//!     println!("{}: {}", told.rule, told.message);
//!     for said in &told.statements {
//!         let place = &said.place;
//!         println!("  {} ({}), {}:{}: {:?}", said.by.join(", "), said.date, place.file, place.line, said.quotes);
//!     }
//! }
//! assert_eq!(checked.status, gainsay::Status::Sound);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! All else is the inside of the program, kept from the documentation of the library because it may change from one
//! version to the next; `docs/architecture.md` describes it. Data flows one way, and each layer imports only those above it in
//! this list:
//!
//! ```text
//! claims/*.yaml ─ read ─▶ Ledger + problems ─ reason ─▶ Reasoning ─ rules ─▶ Findings ─ check ─▶ Report ─ formats ─▶ bytes
//! ```
//!
//! - [`text`]: texts, spans, lines, and quotations found in prose
//! - [`ledger`]: the records: model, vocabulary, tables, roots, and how propositions are put into words
//! - [`read`]: from files to a ledger, and every problem met on the way
//! - [`write`](mod@write): the way back, from records to files that lose nothing
//! - [`reason`]: who holds what, what time leaves standing, who has a stake
//! - [`rules`]: what there is to say about it; one rule is one file
//! - [`layout`]: what all formats share
//! - [`check`]: all rules run, filtered, sorted, held against what was expected, and printed
//! - [`attribution`]: who says what in a text: quotations, attributing verbs, speakers
//! - [`audit`]: a draft held against the ledger, quotation by quotation
//! - [`views`]: table, timeline, right of reply, graph, comparison, document and page, each with its formats
//! - [`cli`]: the commands
//!
//! Rules see no format, colour, disk, network or clock. Only `read`, `write` and `cli` touch the disk. No output depends on
//! the order of a hash table or of threads. What is unknown prints as unknown, never as zero.

pub use check::Status;
pub use check::checked::{Checked, Place, Said, Told, check};
pub use rules::finding::{Family, Level};

#[doc(hidden)]
pub mod text;

#[doc(hidden)]
pub mod ledger;

#[doc(hidden)]
pub mod read;

#[doc(hidden)]
pub mod write;

#[doc(hidden)]
pub mod reason;

#[doc(hidden)]
pub mod rules;

#[doc(hidden)]
pub mod layout;

#[doc(hidden)]
pub mod check;

#[doc(hidden)]
pub mod attribution;

#[doc(hidden)]
pub mod audit;

#[doc(hidden)]
pub mod views;

#[doc(hidden)]
pub mod cli;
