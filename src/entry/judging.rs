//! What a change would do to a ledger: the findings that it has afterwards and had not before.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::desk::Change;
use crate::check;
use crate::check::identity::key;
use crate::check::options::Options;
use crate::ledger::{Ledger, words};
use crate::read::Loaded;
use crate::read::records::Problem;
use crate::rules::finding::{Family, Finding, Level};

/// A ledger as it is.
pub struct Before {
    /// Its records.
    pub ledger: Ledger,
    problems: Vec<Problem>,
    known: OnceLock<Known>,
}

/// How often a ledger has each finding: worked out once, however many changes are judged by it.
pub struct Known(HashMap<String, usize>);

/// What a change would do.
pub struct Judged {
    /// The ledger as it would be.
    pub after: Ledger,
    /// Errors in the record that were not there before.
    pub wrong: Vec<Finding>,
    /// Warnings about the record that were not there before.
    pub doubtful: Vec<Finding>,
    /// Contradictions that were not there before.
    pub clashes: Vec<Finding>,
    /// Agreements that were not there before.
    pub agreements: Vec<Finding>,
    /// Unverified links and unanswered accusations that were not there before.
    pub links: Vec<Finding>,
}

impl Before {
    /// A ledger that was read.
    #[must_use]
    pub fn of(loaded: Loaded) -> Self {
        Self { ledger: loaded.ledger, problems: loaded.problems, known: OnceLock::new() }
    }

    /// What changes of files do that make this ledger another.
    #[must_use]
    pub fn judge(&self, after: Loaded, changes: &[Change]) -> Judged {
        let known = self.known.get_or_init(|| {
            let findings = check::check(&self.ledger, &self.problems, &options()).findings;
            Known::of(&self.ledger, &findings)
        });
        known.judge(after, changes)
    }
}

impl Known {
    /// Those of a check, with or without what hangs on links.
    #[must_use]
    pub fn of(ledger: &Ledger, findings: &[Finding]) -> Self {
        let mut known = HashMap::new();
        for finding in findings {
            *known.entry(key(ledger, finding)).or_default() += 1;
        }
        Self(known)
    }

    /// What changes of files do that make the ledger another.
    #[must_use]
    pub fn judge(&self, after: Loaded, changes: &[Change]) -> Judged {
        let mut known = self.0.clone();
        let mut findings = check::check(&after.ledger, &after.problems, &options()).findings;
        // Of two alike, the one in a file that is not changed is the one that was there before.
        let rewritten = |finding: &Finding| {
            let path = finding.labels.first().map(|label| &after.ledger.texts.file(label.span.file).path);
            path.is_some_and(|path| changes.iter().any(|(one, _)| one == path))
        };
        findings.sort_by_cached_key(rewritten);
        findings.retain(|finding| match known.get_mut(&key(&after.ledger, finding)) {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => finding.counts(),
        });
        let mut take = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<Finding> {
            findings.extract_if(.., |finding| wanted(finding)).collect()
        };
        Judged {
            wrong: take(&|finding| finding.family == Family::Record && finding.level == Level::Error),
            doubtful: take(&|finding| finding.family == Family::Record),
            clashes: take(&|finding| finding.family == Family::Contradiction),
            agreements: take(&|finding| finding.family == Family::Agreement),
            links: take(&|finding| finding.family == Family::UnverifiedLink),
            after: after.ledger,
        }
    }
}

impl Judged {
    /// How many new findings there would be, in a sentence.
    #[must_use]
    pub fn counted(&self) -> String {
        let clashes = words::counted(self.clashes.len(), "new contradiction", "new contradictions");
        let agreements = words::counted(self.agreements.len(), "agreement", "agreements");
        let links = words::counted(self.links.len(), "unverified link", "unverified links");
        format!("{clashes}, {agreements}, {links}.")
    }
}

/// What hangs on a link is no finding, and is not asked.
fn options() -> Options {
    Options { bare_links: true, ..Options::default() }
}
