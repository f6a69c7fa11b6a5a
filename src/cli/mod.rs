//! The command line: one command is one file; this one reads the arguments and gives the exit status.

mod add;
mod archive;
mod ask;
mod asking;
mod audit;
mod check;
#[cfg(feature = "docx")]
mod checked;
mod completions;
mod dates;
mod diff;
mod edit;
mod explain;
mod export;
mod extract;
mod fmt;
mod found;
mod from_columns;
mod graph;
mod import;
mod init;
mod input;
mod list;
mod man;
mod output;
mod parties;
mod progress;
mod reading;
mod recording;
mod rename;
mod replies;
mod report;
mod schema;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod sheet;
mod show;
mod store;
mod table;
mod test;
mod threads;
mod timeline;
mod undo;
mod what_if;
mod writing;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use output::Output;

/// Nothing at level error.
const SOUND: u8 = 0;
/// Something at level error, or an expectation unmet.
const UNSOUND: u8 = 1;
/// Bad usage, an unknown id, no record read, or any file unread.
const UNREAD: u8 = 2;

#[derive(Parser)]
#[command(
    name = "gainsay",
    version,
    about = "A plain-text ledger of who said what, and a checker over it",
    long_about = "gainsay reads a ledger of statements (who said what, when, where it was read) and reports agreements, \
                  contradictions and unverified links, with the statements on both sides. It never says who is right.",
    after_help = "Exit status: 0 nothing at level error; 1 something at level error, or an expectation unmet; \
                  2 bad usage, an unknown id, no record read, or any file unread.",
    disable_help_subcommand = true,
    max_term_width = 100
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Load the ledger, cross-check it, print the findings and a summary
    Check(check::Check),
    /// Print one party, event, place, topic, source, statement or proposition and all that touches it
    Show(show::Show),
    /// The contradiction table: a row per proposition, a column per party
    Table(table::Table),
    /// One document on an event, a party or the store: findings, table, replies, timeline, statements with their sources
    Report(report::Report),
    /// Check the store against its own `expect` list
    Test(test::Test),
    /// Show what would follow if propositions were granted or ruled out
    WhatIf(what_if::WhatIf),
    /// Show of what each party is accused, what it answered, and what to ask before publication
    Replies(replies::Replies),
    /// Print positions by date and party, with reversals and retractions marked and tolls as a ladder
    Timeline(timeline::Timeline),
    /// Draw parties, events and the links between them: documented, unverified, disputed
    Graph(graph::Graph),
    /// Show what changed between two dates, stores or git revisions: new, settled, reversed
    Diff(diff::Diff),
    /// Check every quotation and attribution of a draft against the ledger
    Audit(audit::Audit),
    /// Propose records from an article: who says what in it, in the words of the ledger
    Extract(extract::Extract),
    /// Make records from the rows of a foreign sheet, by what its columns mean: CSV, TSV, JSON Lines, XLSX, ODS
    Import(import::Import),
    /// Print the manual page of a rule, or the list of rules
    Explain(explain::Explain),
    /// Print the JSON Schema with which an editor completes and checks ledger files
    Schema(schema::Schema),
    /// Add a record: a statement, a party, a place, an event, a source, …, by flags or asked step by step
    Add(add::Add),
    /// Change one record in your editor ($VISUAL, $EDITOR or else nano), checked before it is written
    Edit(edit::Edit),
    /// Give a record another id, there and wherever it is referred to
    Rename(rename::Rename),
    /// Take back the last change that a command made to the store
    Undo(undo::Undo),
    /// Keep a copy of what a source said, with its hash and date, to compare quotes with
    Archive(archive::Archive),
    /// Lay the files of a store out alike; comments stay, and nothing changes its meaning
    Fmt(fmt::Fmt),
    /// Write the statements into a sheet, or bring a changed sheet back in
    Sheet(sheet::Sheets),
    /// Write every table of the store for other programs: records, positions and findings as CSV and JSON Lines
    Export(export::Export),
    /// List the records on file: kind, id, name, file and line
    List(list::List),
    /// Open the ledger in a browser: read, search, enter and change it; only on this machine, until Ctrl-C
    #[cfg(feature = "serve")]
    Serve(serve::Serve),
    /// Find the records in which words stand, in any of their texts
    Search(search::Search),
    /// List the parties on file, or those whose names are so alike that they may be one
    Parties(parties::Parties),
    /// Make a new store: with a worked example, empty, or about an event
    Init(init::Init),
    /// Print what a shell needs to complete commands and options
    Completions(completions::Completions),
    /// Write the manual pages of all commands, as `man` reads them
    Man(man::Manual),
}

/// The description of the command line: what `--help`, the completions, `man` and the tables of the manual are made from.
#[must_use]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the command with these arguments (the program's name first) and gives the exit status.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let _alone = threads::made();
    let mut output = Output::new();
    let parsed = command().try_get_matches_from(arguments).and_then(|matches| {
        let arguments = Arguments::from_arg_matches(&matches)?;
        Ok((matches, arguments))
    });
    let status = match parsed {
        Ok((matches, arguments)) => match arguments.command {
            Command::Check(check) => {
                let order = matches.subcommand().map(|(_, matches)| check.level_flags(matches));
                check.run(&mut output, &order.unwrap_or_default())
            }
            Command::Show(show) => show.run(&mut output),
            Command::Table(table) => table.run(&mut output),
            Command::Report(report) => report.run(&mut output),
            Command::Test(test) => test.run(&mut output),
            Command::WhatIf(what_if) => what_if.run(&mut output),
            Command::Replies(replies) => replies.run(&mut output),
            Command::Timeline(timeline) => timeline.run(&mut output),
            Command::Graph(graph) => graph.run(&mut output),
            Command::Diff(diff) => diff.run(&mut output),
            Command::Audit(audit) => {
                let order = matches.subcommand().map(|(_, matches)| audit.level_flags(matches));
                audit.run(&mut output, &order.unwrap_or_default())
            }
            Command::Extract(extract) => extract.run(&mut output),
            Command::Import(import) => import.run(&mut output),
            Command::Explain(explain) => explain.run(&mut output),
            Command::Schema(schema) => schema.run(&mut output),
            Command::Add(add) => add.run(&mut output),
            Command::Edit(edit) => edit.run(&mut output),
            Command::Rename(rename) => rename.run(&mut output),
            Command::Undo(undo) => undo.run(&mut output),
            Command::Archive(archive) => archive.run(&mut output),
            Command::Fmt(fmt) => fmt.run(&mut output),
            Command::Sheet(sheets) => sheets.run(&mut output),
            Command::Export(export) => export.run(&mut output),
            Command::List(list) => list.run(&mut output),
            #[cfg(feature = "serve")]
            Command::Serve(serve) => serve.run(&mut output),
            Command::Search(search) => search.run(&mut output),
            Command::Parties(parties) => parties.run(&mut output),
            Command::Init(init) => init.run(&mut output),
            Command::Completions(completions) => completions.run(&mut output),
            Command::Man(manual) => manual.run(&mut output),
        },
        Err(error) => {
            if error.use_stderr() {
                // It names what was typed, which a script may have taken from anywhere.
                Output::complain(error.render().to_string().trim_end());
                UNREAD
            } else {
                // A reader that has gone away is no failure of ours.
                let _ = error.print();
                SOUND
            }
        }
    };
    ExitCode::from(output.finish(status))
}
