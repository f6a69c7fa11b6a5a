//! `gainsay test`: the store's own expectations, each met or not.

use clap::Args;

use super::output::Output;
use super::progress::Progress;
use super::store::StoreArgument;
use super::{SOUND, UNREAD, UNSOUND, reading};
use crate::check::options::Options;
use crate::check::{Status, expect};
use crate::layout::safe;

/// Check the store against its own `expect` list.
#[derive(Args)]
pub struct Test {
    #[command(flatten)]
    store: StoreArgument,
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
        let mut text = String::new();
        for failure in &outcome.failures {
            let at = ledger.texts.position(failure.span);
            let path = safe::line(&ledger.texts.file(failure.span.file).path);
            text.push_str(&format!("{path}:{}: {}\n", at.line, safe::line(&failure.message)));
        }
        text.push_str(&format!("{} passed, {} failed\n", outcome.passed, outcome.failures.len()));
        output.print(&text);
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
