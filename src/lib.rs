//! gainsay: a plain-text ledger of who said what, and a checker over it.
//!
//! Data flows one way, and each layer imports only those above it in this list:
//!
//! ```text
//! claims/*.yaml ─ load ─▶ Ledger + problems ─ reason ─▶ Positions ─ rules ─▶ Report ─ report ─▶ text, Markdown, JSON
//! ```
//!
//! - [`source`], [`quotes`], [`model`], [`vocabulary`], [`ledger`], [`roots`]: what is on file
//! - [`load`]: from files to a ledger, and every problem met on the way
//! - [`print`](mod@print), [`edit`], [`store`]: the way back, from records to files that lose nothing
//! - [`words`], [`reason`]: who holds what, and how to say it
//! - [`audit`]: a draft held against the ledger, quotation by quotation
//! - [`finding`], [`options`], [`near`], [`namesakes`], [`rules`]: what there is to say about it; one rule is one file
//! - [`what_if`], [`hanging`]: what would be found if something were so, or were not
//! - [`filter`], [`check`], [`expect`], [`narrow`]: all rules run, filtered, sorted, held against what was expected
//! - [`replies`], [`timeline`], [`compare`], [`table`], [`graph`]: other views of the same positions and findings
//! - [`document`]: these views put together, for one report
//! - [`schema`]: what an editor is told of the format
//! - [`report`], [`show`], [`cli`]: how all that is printed, and the commands
//!
//! Rules see no format, colour, disk, network or clock. Only `load`, `store` and `cli` touch the disk. No output depends on the
//! order of a hash table or of threads. What is unknown prints as unknown, never as zero.

pub mod source;

pub mod quotes;

pub mod model;

pub mod vocabulary;

pub mod ledger;

pub mod roots;

pub mod load;

pub mod words;

pub mod print;

pub mod edit;

pub mod store;

pub mod reason;

pub mod finding;

pub mod options;

pub mod near;

pub mod namesakes;

pub mod audit;

pub mod rules;

pub mod what_if;

pub mod hanging;

pub mod filter;

pub mod check;

pub mod expect;

pub mod narrow;

pub mod replies;

pub mod timeline;

pub mod compare;

pub mod table;

pub mod graph;

pub mod document;

pub mod schema;

pub mod report;

pub mod show;

pub mod cli;
