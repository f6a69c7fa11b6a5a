//! `gainsay test`: the store's own expectations, each met or not.

use clap::Args;
use serde::Serialize;

use super::output::Output;
use super::progress::Progress;
use super::reading::Listed;
use super::store::StoreArgument;
use super::{SOUND, UNREAD, UNSOUND, reading};
use crate::check::expect::Outcome;
use crate::check::options::Options;
use crate::check::{Status, expect};
use crate::layout::safe;
use crate::layout::said::{self, Place};
use crate::ledger::Ledger;
use crate::text::lines::Lines;

/// Check the store against its own `expect` list.
#[derive(Args)]
pub struct Test {
    #[command(flatten)]
    store: StoreArgument,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

impl Test {
    pub fn run(&self, output: &mut Output) -> u8 {
        let options = Options { strict: true, bare_links: true, ..Options::default() };
        let Some(store) = self.store.open(options) else { return UNREAD };
        let ledger = store.case.ledger();
        let waiting = Progress::of("cross-checking");
        let report = store.case.report();
        drop(waiting);
        let outcome = expect::outcome(&report);
        output.print(&match self.format {
            Listed::Text => text(ledger, &outcome),
            Listed::Json => json(ledger, &outcome),
        });
        if ledger.expectations.is_empty() && outcome.failures.is_empty() {
            Output::complain(
                "gainsay: this store expects nothing\nhelp: list what it must find under `expect:`",
            );
        }
        reading::flaws(&store.case);
        // An error that is expected is no failure.
        match (store.case.status(), outcome.failures.is_empty()) {
            (Status::Unread, _) => UNREAD,
            (_, true) => SOUND,
            (_, false) => UNSOUND,
        }
    }
}

fn text(ledger: &Ledger, outcome: &Outcome) -> String {
    let mut text = String::new();
    for failure in &outcome.failures {
        let at = ledger.texts.position(failure.span);
        let path = safe::line(&ledger.texts.file(failure.span.file).path);
        text.push_str(&format!("{path}:{}: {}\n", at.line, safe::line(&failure.message)));
    }
    text.push_str(&format!("{} passed, {} failed\n", outcome.passed, outcome.failures.len()));
    text
}

fn json(ledger: &Ledger, outcome: &Outcome) -> String {
    #[derive(Serialize)]
    struct Document<'l> {
        version: u32,
        passed: usize,
        failed: Vec<Unmet<'l>>,
    }
    #[derive(Serialize)]
    struct Unmet<'l> {
        message: &'l str,
        place: Place<'l>,
    }
    let lines = Lines::new(&ledger.texts);
    let unmet = outcome
        .failures
        .iter()
        .map(|failure| Unmet { message: &failure.message, place: said::place(&lines, failure.span) });
    said::write(&Document { version: 1, passed: outcome.passed, failed: unmet.collect() })
}
