//! gainsay: a plain-text ledger of who said what, and a checker over it.
//!
//! Another program checks a store in one call, and gets findings that borrow nothing from it:
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
//! All other modules are internal, and hidden from this documentation since they may change from one version to the
//! next; `docs/architecture.md` describes them. Data flows one way, and each layer imports only layers above it in this
//! list:
//!
//! ```text
//! claims/*.yaml ─ read ─▶ Ledger + problems ─ reason ─▶ Reasoning ─ rules ─▶ Findings ─ check ─▶ Report ─ formats ─▶ bytes
//! ```
//!
//! - [`text`]: texts, spans, lines, and quotations found in prose
//! - [`ledger`]: the records: model, vocabulary, tables, roots, and how propositions are put into words
//! - [`read`]: from files to a ledger, and every problem met on the way
//! - [`grid`]: the cells of files that are no ledger: CSV, JSON Lines, workbooks
//! - [`write`](mod@write): the way back, from records to files that lose nothing
//! - [`reason`]: who holds what, which positions stand, who has a stake
//! - [`rules`]: the findings about it; one rule is one file
//! - [`layout`]: the layout that all formats share
//! - [`check`]: all rules run; their findings filtered, sorted, compared with expectations, and printed
//! - [`attribution`]: who says what in a text: quotations, attributing verbs, speakers
//! - [`audit`]: a draft compared with the ledger, quotation by quotation
//! - [`extract`]: drafts of records from an article
//! - [`views`]: table, timeline, right of reply, graph, comparison, document and page, each with its formats
//! - [`entry`]: records as they are entered: drafted, named, placed, judged and written
//! - [`sheet`]: every position as a row for a spreadsheet program, and the way back
//! - [`import`]: records from the rows of a foreign sheet, by a mapping that a person has confirmed
//! - [`export`]: the tables of a store for other programs, and columns for engines
//! - [`serve`]: the desk: pages of a store for a browser on the same machine
//! - [`cli`]: the commands
//!
//! Rules see no format, colour, disk, network or clock. Only `read`, `write` and `cli` touch the disk. No output depends on
//! the order of a hash table or of threads. An unknown value prints as unknown, never as zero.

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
pub mod grid;

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
pub mod extract;

#[doc(hidden)]
pub mod views;

#[doc(hidden)]
pub mod entry;

#[doc(hidden)]
pub mod sheet;

#[doc(hidden)]
pub mod import;

#[doc(hidden)]
pub mod export;

#[cfg(feature = "serve")]
#[doc(hidden)]
pub mod serve;

#[doc(hidden)]
pub mod cli;
