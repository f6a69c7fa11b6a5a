//! What is data, a test for each piece by its name: case folders, the examples of the manual pages, and drafts.
//! `cargo test --test cases -- late-denial` runs those of one rule.

#![allow(clippy::unwrap_used, reason = "a test may")]

#[path = "../common/mod.rs"]
mod common;
mod drafts;
mod folders;
mod manual;

use libtest_mimic::{Arguments, Failed};

fn main() {
    let mut trials = folders::trials();
    trials.extend(manual::trials());
    trials.extend(drafts::trials());
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// A test's outcome, from what it found wrong.
fn outcome(failures: &[String]) -> Result<(), Failed> {
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}
