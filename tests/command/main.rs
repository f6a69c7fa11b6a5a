//! The program, run as people run it: its commands and what each prints, writes and refuses, in shells, editors and
//! browsers.

#![allow(clippy::unwrap_used, reason = "a test may")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../generator/mod.rs"]
mod generator;
#[allow(
    dead_code,
    clippy::cast_possible_truncation,
    reason = "large cases are made by an example; places in a small draft, days of a month"
)]
#[path = "../quotations/mod.rs"]
mod quotations;

mod add;
mod agree;
mod alone;
mod annotations;
mod archive;
#[cfg(feature = "docx")]
mod checked;
mod denied;
#[cfg(feature = "serve")]
mod desk;
mod diff;
mod documents;
mod docx;
mod editor;
mod elsewhere;
mod export;
mod extract;
mod faults;
mod from_drafts;
mod hostile_drafts;
mod import;
#[cfg(feature = "xlsx")]
mod import_hostile;
mod import_misled;
mod listing;
mod marked;
mod matrix;
mod output;
mod page;
mod pictures;
mod planted;
mod print;
mod program;
mod readme;
mod misquote;
mod rename;
mod replies;
mod scale;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "serve")]
mod serve_check;
#[cfg(feature = "serve")]
mod serve_edit;
#[cfg(feature = "serve")]
mod serve_merge;
#[cfg(feature = "serve")]
mod serve_pages;
mod sheet;
#[cfg(feature = "serve")]
mod serve_settle;
#[cfg(feature = "serve")]
mod serve_since;
mod shell;
mod show;
mod sitting;
mod stores;
mod table;
mod timeline;
mod undo;
mod verdicts;
#[cfg(all(feature = "docx", feature = "xlsx"))]
mod wasi;
mod watch;
mod written_long;
mod what_if;
