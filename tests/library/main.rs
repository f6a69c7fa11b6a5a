//! The library, asked in Rust: what is read, reasoned, found and printed, and the laws that all of it obeys.

#![allow(clippy::unwrap_used, reason = "a test may")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../generator/mod.rs"]
mod generator;
mod independent;

mod agree;
mod architecture;
mod articles;
mod attribution;
mod audited;
mod bare;
mod attributions;
#[cfg(feature = "serve")]
mod desk;
mod documents;
mod drafts_file;
mod edit;
mod edition;
mod explanations;
mod extract;
mod face;
mod floods;
mod fuzzed;
mod grid;
mod folding;
mod incidents;
mod judging;
mod laws;
mod layout;
mod one_line;
mod parties;
mod plain_words;
mod readers;
mod remedies;
mod report;
mod report_hostile;
#[cfg(feature = "serve")]
mod request_head;
mod robust;
mod sheet;
mod show;
mod store;
mod touched;
mod two_readers;
#[cfg(feature = "docx")]
mod word;
mod yaml_traps;
