//! The words of findings that an engine found: their rules are run over what stands around them, and say what they say.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Counted, Fault, Written};
use crate::check::options::Options;
use crate::check::{Report, chosen};
use crate::export::columns::number;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::Rule;
use crate::rules::finding::Finding;

use super::Around;

/// Whether a statement stands around the findings.
#[must_use]
pub fn keeps(around: &Around, statement: &str) -> bool {
    around.statements.contains(&number("statement", statement))
}

/// The report of findings, over a ledger that holds what stands around them, and what could not be found again.
#[must_use]
pub fn told<'l>(
    reasoning: &Reasoning<'l>,
    options: &Options,
    findings: &[Written],
    counted: Counted,
) -> (Report<'l>, Vec<Fault>) {
    let ledger = reasoning.ledger;
    let mut open: FxHashMap<(&str, String), Vec<&Written>> = FxHashMap::default();
    let mut rules: Vec<&'static Rule> = Vec::new();
    for written in findings {
        open.entry((written.rule.id, written.proposition.clone())).or_default().push(written);
        if !rules.contains(&written.rule) {
            rules.push(written.rule);
        }
    }
    let wanted: BTreeSet<(&str, String)> = open.keys().cloned().collect();
    let mut report = chosen::report(
        reasoning,
        options,
        &rules,
        |rule, about| wanted.contains(&(rule.id, words::canonical(ledger, &about))),
        |finding: &Finding| {
            let on = finding.on(ledger).unwrap_or_default();
            let Some(written) = open.get_mut(&(finding.rule.id, on)) else { return false };
            let roots: BTreeSet<&str> = finding.parties.iter().map(|id| &*ledger.party(*id).id).collect();
            let said: BTreeSet<&str> =
                finding.statements.iter().map(|id| &*ledger.statement(*id).id).collect();
            let same = |written: &&Written| {
                written.roots.iter().map(String::as_str).eq(roots.iter().copied())
                    && written.statements.iter().map(String::as_str).eq(said.iter().copied())
            };
            let at = written.iter().position(same);
            at.map(|at| written.swap_remove(at)).is_some()
        },
    );
    report.counts.files = counted.files;
    report.counts.statements = counted.statements;
    report.counts.parties = counted.parties;
    report.counts.propositions = counted.propositions;
    let lost: BTreeSet<&str> = open.values().flatten().map(|written| written.place.as_str()).collect();
    let lost = findings.iter().filter(|written| lost.contains(&*written.place)).map(lost_words).collect();
    (report, lost)
}

/// What is said of a finding that its rule does not find in the store.
fn lost_words(written: &Written) -> Fault {
    let list = |ids: &BTreeSet<String>| ids.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Fault::new(
        &*written.place,
        format!(
            "`{}` on `{}` ({}; statements {}) cannot be worded: in the store that rule does not find it so",
            written.rule.id,
            written.proposition,
            list(&written.roots),
            list(&written.statements)
        ),
        "export the store again and run the engine again; name the store that was exported",
    )
}
