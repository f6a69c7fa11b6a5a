//! The one handle on standard output and standard error: a closed pipe is quiet, a full disk is not.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::layout::{Style, safe};
use crate::write::store::replace;

/// Where a view goes.
#[derive(Args)]
pub struct Destination {
    /// Write to this file instead of printing
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Destination {
    /// The file; none where it is printed.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// The terminal's style, or that of a file, which has no colour.
    pub fn style(&self) -> Style {
        Style { width: Output::width(), color: Output::color() && self.output.is_none(), ..Style::default() }
    }
}

/// Where a command writes.
pub struct Output {
    /// What could not be written, and why.
    failed: Option<(String, io::Error)>,
    /// Whether what was asked for is done, whatever becomes of the output.
    done: bool,
}

impl Output {
    pub fn new() -> Self {
        Self { failed: None, done: false }
    }

    /// Writes a finished report to standard output.
    pub fn print(&mut self, text: &str) {
        self.write(text.as_bytes(), None);
    }

    /// Writes a finished report to a file, whole or not at all, or, where none is named, to standard output.
    pub fn write(&mut self, report: &[u8], file: Option<&Path>) {
        let written = match file {
            _ if self.failed.is_some() => return,
            Some(file) => replace(file, report),
            None => {
                let mut out = io::stdout().lock();
                out.write_all(report).and_then(|()| out.flush())
            }
        };
        let name = file.map_or_else(|| "the output".to_owned(), |file| format!("`{}`", file.display()));
        self.failed = written.err().map(|error| (name, error));
    }

    /// Whether everything could be written so far; a reader who has gone away counts as one who has read enough.
    pub fn sound(&self) -> bool {
        self.failed.as_ref().is_none_or(|(_, error)| error.kind() == ErrorKind::BrokenPipe)
    }

    /// What was asked for has been done: from here on a failing output is no failure of the command.
    pub fn done(&mut self) {
        self.done = true;
    }

    /// Whether standard output is a terminal.
    pub fn is_terminal() -> bool {
        io::stdout().is_terminal()
    }

    /// Writes a message about the run itself to standard error, made safe for a terminal.
    pub fn complain(text: &str) {
        let lines: Vec<_> = text.lines().map(safe::line).collect();
        // Nobody is left to tell if standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{}", lines.join("\n"));
    }

    /// Writes a question to standard error, and leaves the rest of its line to the answer.
    pub fn ask(question: &str) {
        let mut out = io::stderr().lock();
        let _ = write!(out, "{}", safe::line(question)).and_then(|()| out.flush());
    }

    /// The exit status: that of the command, unless its output could not be written and was what it was asked for.
    pub fn finish(self, status: u8) -> u8 {
        match self.failed {
            Some((name, error)) if self.done => {
                Self::complain(&format!(
                    "gainsay: {name} could not be written: {error}\nThe files of the store were written all the same."
                ));
                status
            }
            Some((name, error)) if error.kind() != ErrorKind::BrokenPipe => {
                Self::complain(&format!("gainsay: {name} could not be written: {error}"));
                super::UNREAD
            }
            _ => status,
        }
    }

    /// Columns of the terminal, or so many that a summary line is not cut where nobody looks.
    pub fn width() -> usize {
        const WITHOUT_TERMINAL: usize = 120;
        let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        asked
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
            .unwrap_or(WITHOUT_TERMINAL)
    }

    /// Whether to colour: on a terminal, unless `NO_COLOR` or `TERM=dumb`, or where `CLICOLOR_FORCE` says so.
    pub fn color() -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let off = |name: &str| std::env::var_os(name).is_some_and(|value| value == "0");
        if set("NO_COLOR") {
            return false;
        }
        if set("CLICOLOR_FORCE") && !off("CLICOLOR_FORCE") {
            return true;
        }
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        io::stdout().is_terminal() && !dumb && !off("CLICOLOR")
    }
}
