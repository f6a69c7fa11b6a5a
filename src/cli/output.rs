//! The one handle on standard output and standard error: a closed pipe is quiet, a full disk is not.

use std::io::{self, ErrorKind, IsTerminal, Write};

use crate::report::safe;

/// Where a command writes.
pub struct Output {
    failed: Option<io::Error>,
}

impl Output {
    pub fn new() -> Self {
        Self { failed: None }
    }

    /// Writes a finished report to standard output.
    pub fn print(&mut self, text: &str) {
        if self.failed.is_some() {
            return;
        }
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            self.failed = Some(error);
        }
    }

    /// Writes a message about the run itself to standard error, made safe for a terminal.
    pub fn complain(text: &str) {
        let lines: Vec<_> = text.lines().map(safe::line).collect();
        // Nobody is left to tell if standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{}", lines.join("\n"));
    }

    /// The exit status: that of the command, unless its output could not be written.
    pub fn finish(self, status: u8) -> u8 {
        match self.failed {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(io::stderr().lock(), "gainsay: the output could not be written: {error}");
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
