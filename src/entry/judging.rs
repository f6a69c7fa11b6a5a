//! What a change would do to a ledger: the findings that it has afterwards and had not before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::desk::Change;
use crate::check;
use crate::check::appearing::{Known, appearing};
use crate::check::kin::Kin;
use crate::check::options::Options;
use crate::ledger::model::id::StatementId;
use crate::ledger::{Ledger, words};
use crate::read::Loaded;
use crate::read::records::Problem;
use crate::rules::finding::{Family, Finding, Level};
use crate::text::FileId;

/// A ledger as it is.
pub struct Before {
    /// Its records.
    pub ledger: Ledger,
    problems: Vec<Problem>,
    known: OnceLock<Known>,
}

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
    /// How many of the contradictions, agreements and links were there before, and have changed: they rest on other
    /// statements, or somebody has joined or left.
    changed: BTreeMap<Family, usize>,
}

impl Before {
    /// A ledger that was read.
    #[must_use]
    pub fn of(loaded: Loaded) -> Self {
        Self { ledger: loaded.ledger, problems: loaded.problems, known: OnceLock::new() }
    }

    /// The contradictions of this ledger that are none any more after a change: what each says.
    #[must_use]
    pub fn gone(&self, judged: &Judged) -> Vec<String> {
        let options = Options { bare_links: true, ..Options::default() };
        let found = |ledger: &Ledger, problems: &[Problem]| {
            let mut findings = check::check(ledger, problems, &options).findings;
            findings.retain(|finding| finding.family == Family::Contradiction);
            findings
        };
        // One that says of the same otherwise, or that somebody has joined or left, is there still.
        let left = Kin::of(&judged.after, &found(&judged.after, &[]));
        let gone = left.without(&self.ledger, found(&self.ledger, &self.problems));
        gone.into_iter().map(|finding| finding.message).collect()
    }

    /// What changes of files do that make this ledger another.
    #[must_use]
    pub fn judge(&self, after: Loaded, changes: &[Change]) -> Judged {
        let known = self.known.get_or_init(|| {
            let options = Options { bare_links: true, ..Options::default() };
            Known::of(&self.ledger, &check::check(&self.ledger, &self.problems, &options).findings)
        });
        judge(&self.ledger, known, after, changes)
    }
}

/// What changes of files do that make a ledger, with the findings known from it, another.
#[must_use]
pub fn judge(before: &Ledger, known: &Known, after: Loaded, changes: &[Change]) -> Judged {
    let rewritten = |finding: &Finding| {
        let path = finding.labels.first().map(|label| &after.ledger.texts.file(label.span.file).path);
        path.is_some_and(|path| changes.iter().any(|(one, _)| one == path))
    };
    let fresh = fresh(before, &after.ledger, changes);
    let mut findings = Vec::new();
    let mut altered = BTreeMap::new();
    for one in appearing(&after.ledger, &after.problems, known, &fresh, rewritten) {
        *altered.entry(one.finding.family).or_default() += usize::from(one.changed);
        findings.push(one.finding);
    }
    let mut take = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<Finding> {
        findings.extract_if(.., |finding| wanted(finding)).collect()
    };
    Judged {
        wrong: take(&|finding| finding.family == Family::Record && finding.level == Level::Error),
        doubtful: take(&|finding| finding.family == Family::Record),
        clashes: take(&|finding| finding.family == Family::Contradiction),
        agreements: take(&|finding| finding.family == Family::Agreement),
        links: take(&|finding| finding.family == Family::UnverifiedLink),
        changed: altered,
        after: after.ledger,
    }
}

/// The statements that stand where the text of a file was changed, and those next to them: the id of a record may stand
/// before what was changed in it, or behind.
fn fresh(before: &Ledger, after: &Ledger, changes: &[Change]) -> BTreeSet<StatementId> {
    let mut fresh = BTreeSet::new();
    for (path, _) in changes {
        let Some((file, new)) = file(after, path) else { continue };
        let old = self::file(before, path).map_or("", |(_, text)| text);
        let start = new.bytes().zip(old.bytes()).take_while(|(a, b)| a == b).count();
        let rest = new.len().min(old.len()) - start;
        let same = new.bytes().rev().zip(old.bytes().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let span = start..new.len() - same;
        let rows = after.statements.iter().enumerate();
        let mut places: Vec<(usize, StatementId)> = rows
            .filter(|(_, statement)| statement.span.file == file)
            .map(|(at, statement)| (statement.span.start as usize, StatementId::from(at)))
            .collect();
        places.sort_unstable();
        let first = places.partition_point(|(place, _)| *place < span.start).saturating_sub(1);
        let last = places.partition_point(|(place, _)| *place < span.end) + 1;
        fresh.extend(places[first..last.min(places.len())].iter().map(|(_, statement)| *statement));
    }
    fresh
}

/// The file of a ledger at a path, and its text.
fn file<'l>(ledger: &'l Ledger, path: &str) -> Option<(FileId, &'l str)> {
    let files = (0..ledger.texts.len()).map(|at| FileId(u32::try_from(at).unwrap_or(u32::MAX)));
    let mut files = files.map(|file| (file, ledger.texts.file(file)));
    files.find(|(_, file)| file.path == path).map(|(id, file)| (id, &*file.text))
}

impl Judged {
    /// How many new findings there would be, and how many changed ones, in a sentence.
    #[must_use]
    pub fn counted(&self) -> String {
        let changed = |family| self.changed.get(&family).copied().unwrap_or_default();
        let counted = |found: &[Finding], family, one, many| {
            words::counted(found.len().saturating_sub(changed(family)), one, many)
        };
        let (clash, agreement, link) = (Family::Contradiction, Family::Agreement, Family::UnverifiedLink);
        let clashes = counted(&self.clashes, clash, "new contradiction", "new contradictions");
        let agreements = counted(&self.agreements, agreement, "agreement", "agreements");
        let links = counted(&self.links, link, "unverified link", "unverified links");
        let changed = match changed(clash) + changed(agreement) + changed(link) {
            0 => String::new(),
            many => format!("; {} changed", words::counted(many, "finding", "findings")),
        };
        format!("{clashes}, {agreements}, {links}{changed}.")
    }
}
