//! gainsay: a plain-text ledger of who said what, and a checker over it.
//!
//! Data flows one way, and each layer imports only those above it in this list:
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

pub mod text;

pub mod ledger;

pub mod read;

pub mod write;

pub mod reason;

pub mod rules;

pub mod layout;

pub mod check;

pub mod attribution;

pub mod audit;

pub mod views;

pub mod cli;
