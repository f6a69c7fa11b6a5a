//! Progress: what takes longer than a second says so on standard error, where that is a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Says what is being done, second by second, until it is dropped; then its line is gone.
pub struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Begins to wait; silent for the first second, and wherever nobody looks.
    pub fn of(what: &'static str) -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let (done, waiting) = mpsc::channel::<()>();
        let line = move || {
            let mut shown = String::new();
            for seconds in 1.. {
                if waiting.recv_timeout(Duration::from_secs(1)) != Err(RecvTimeoutError::Timeout) {
                    break;
                }
                shown = format!("gainsay: {what} … {seconds} s");
                say(&shown);
            }
            if !shown.is_empty() {
                say(&" ".repeat(shown.chars().count()));
                say("");
            }
        };
        // Where no thread can be made nothing is said.
        Self(thread::Builder::new().spawn(line).ok().map(|line| (done, line)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, line)) = self.0.take() {
            drop(done);
            // A line that could not be taken back is no fault of the command.
            let _ = line.join();
        }
    }
}

/// Writes over the line; nobody is left to tell if standard error is gone.
fn say(text: &str) {
    let mut out = io::stderr().lock();
    let _ = write!(out, "\r{text}").and_then(|()| out.flush());
}
