//! The check: runs every rule over a ledger, applies levels, acceptances and filters, sorts.

use std::collections::BTreeSet;

use crate::finding::{Family, Finding, Label, Level};
use crate::ledger::Ledger;
use crate::load::records::Problem;
use crate::model::date::Date;
use crate::model::stance::Sign;
use crate::options::{Options, Setting};
use crate::reason::Reasoning;
use crate::rules::{CATALOGUE, Context, Run, Sketch};
use crate::{filter, hanging, rules};

/// How many of what a report speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files of the store that were read.
    pub files: usize,
    /// Statements on file and sound.
    pub statements: usize,
    /// Roots that speak in them, not parties on record.
    pub parties: usize,
    /// Propositions that anybody speaks of.
    pub propositions: usize,
    /// Findings of the family `agreements`.
    pub agreements: usize,
    /// Findings of the family `contradictions`, without notes.
    pub contradictions: usize,
    /// Findings of the family `unverified-links`, without notes.
    pub unverified_links: usize,
    /// Contradictions that an editor holds to be none.
    pub reconciled: usize,
    /// Findings of the family `records`, notes included.
    pub problems: usize,
    /// Quotes compared with an archived text.
    pub quotes_checked: usize,
    /// Quotes without an archived text.
    pub quotes_unchecked: usize,
}

/// What a check found.
#[derive(Debug)]
pub struct Report<'l> {
    /// The records it speaks of.
    pub ledger: &'l Ledger,
    /// The date as of which it speaks; none: everything on file.
    pub as_of: Option<Date>,
    /// What the findings were narrowed to, in words; the counts of findings are of what is shown.
    pub only: Option<String>,
    /// Findings, in the order in which they are printed.
    pub findings: Vec<Finding>,
    /// How many of what.
    pub counts: Counts,
}

/// Checks a ledger. `problems` are those that reading it found.
#[must_use]
pub fn check<'l>(ledger: &'l Ledger, problems: &[Problem], options: &Options) -> Report<'l> {
    over(&Reasoning::new(ledger), problems, options)
}

/// Checks a ledger that was reasoned over already.
#[must_use]
pub fn over<'l>(reasoning: &Reasoning<'l>, problems: &[Problem], options: &Options) -> Report<'l> {
    let findings = findings(reasoning, problems, options);
    report(reasoning, findings, options)
}

/// Every finding of every rule, levels and acceptances applied, in no order yet.
fn findings(reasoning: &Reasoning<'_>, problems: &[Problem], options: &Options) -> Vec<Finding> {
    let ledger = reasoning.ledger;
    let mut findings: Vec<Finding> = problems.iter().map(from_problem).collect();
    let context = Context::new(reasoning);
    let mut sketches = Vec::new();
    for rule in CATALOGUE {
        match rule.run {
            Run::Records(run) => run(rule, ledger, &mut findings),
            Run::Strict(run) if options.strict => run(rule, ledger, &mut findings),
            Run::Strict(_) | Run::Reading => {}
            Run::Positions(run) | Run::Whole(run) => run(rule, &context, &mut sketches),
        }
    }
    hanging::work_out(reasoning, &mut sketches);
    findings.extend(sketches.into_iter().map(Sketch::word));
    let touches = |at: usize| findings.iter().any(|finding| accepts(ledger, &ledger.accepted[at], finding));
    let used: Vec<bool> = (0..ledger.accepted.len()).map(touches).collect();
    rules::stale(ledger, |at| context.reconciled.has_used(at), |at| used[at], &mut findings);
    let settings =
        ledger.settings.levels.iter().filter_map(|(name, word)| Some((name, Setting::from_word(word)?)));
    let levels: Vec<(&String, Setting)> =
        settings.chain(options.levels.iter().map(|(name, setting)| (name, *setting))).collect();
    findings.retain_mut(|finding| {
        let fits = |name: &str| name == finding.rule || name == finding.family.plural();
        match levels.iter().rev().find(|(name, _)| fits(name)) {
            Some((_, Setting::Allow)) => return false,
            Some((_, Setting::At(level))) => finding.level = *level,
            None => {}
        }
        finding.accepted = ledger.accepted.iter().any(|accepted| accepts(ledger, accepted, finding));
        filter::keeps(reasoning, options, finding)
    });
    findings
}

fn from_problem(problem: &Problem) -> Finding {
    let rule = rules::find(problem.rule).unwrap_or(CATALOGUE[0]);
    Finding {
        rule: rule.id,
        family: rule.family,
        level: rule.level,
        proposition: None,
        reading: problem.message.clone(),
        parties: Vec::new(),
        statements: Vec::new(),
        sides: Vec::new(),
        message: problem.message.clone(),
        help: Some(problem.help.clone()),
        reconciled: None,
        accepted: false,
        hangs_on: Vec::new(),
        labels: vec![Label { span: problem.span, text: String::new() }],
    }
}

/// Whether an editor has seen and left a finding: all that the record names must fit.
fn accepts(ledger: &Ledger, accepted: &crate::model::editorial::Accepted, finding: &Finding) -> bool {
    let rule = accepted.rule.as_ref().map(|rule| rule == finding.rule);
    let on = accepted.on.as_ref().map(|on| Some(on) == finding.proposition.as_ref());
    let named = |id: &String| {
        finding.statements.iter().any(|statement| ledger.statement(*statement).id == *id)
            || finding.parties.iter().any(|party| ledger.party(*party).id == *id)
    };
    // What was said since was not seen.
    let seen = accepted.date.is_none_or(|date| {
        !finding.statements.iter().any(|statement| ledger.statement(*statement).date.later_than(&date))
    });
    (rule.is_some() || on.is_some())
        && seen
        && rule.unwrap_or(true)
        && on.unwrap_or(true)
        && accepted.between.iter().all(named)
}

/// Sorts and counts.
fn report<'l>(reasoning: &Reasoning<'l>, mut findings: Vec<Finding>, options: &Options) -> Report<'l> {
    let ledger = reasoning.ledger;
    let place = |name: &str| CATALOGUE.iter().position(|rule| rule.id == name);
    findings.sort_by_cached_key(|finding| {
        let label =
            finding.labels.first().map(|label| (ledger.texts.file(label.span.file).path.clone(), label.span));
        let record = if finding.family == Family::Record { label } else { None };
        (
            (!finding.counts(), finding.family, finding.level, record),
            (place(finding.rule), finding.proposition.clone(), finding.message.clone()),
        )
    });
    findings.dedup();
    let counted = |family, notes: bool| {
        findings
            .iter()
            .filter(|finding| {
                finding.counts() && finding.family == family && (notes || finding.level != Level::Note)
            })
            .count()
    };
    let sound = || ledger.statements.iter().filter(|statement| !statement.by.is_empty());
    let quotes = sound().map(|statement| statement.quote.len()).sum();
    let spoken: BTreeSet<_> = reasoning.positions.iter().map(|position| position.proposition).collect();
    let roots: BTreeSet<_> = sound()
        .flat_map(|statement| {
            statement.by.iter().map(|party| crate::roots::root(ledger, *party, &statement.date))
        })
        .collect();
    let counts = Counts {
        files: ledger.files,
        statements: sound().count(),
        parties: roots.len(),
        propositions: spoken.len(),
        agreements: counted(Family::Agreement, true),
        contradictions: counted(Family::Contradiction, false),
        unverified_links: counted(Family::UnverifiedLink, false),
        reconciled: findings.iter().filter(|finding| finding.reconciled.is_some()).count(),
        problems: counted(Family::Record, true),
        quotes_checked: 0,
        quotes_unchecked: quotes,
    };
    debug_assert!(
        findings
            .iter()
            .flat_map(|finding| &finding.sides)
            .all(|side| side.sign == side.stance.sign() || side.sign == Sign::None)
    );
    Report { ledger, as_of: options.as_of, only: filter::words(options), findings, counts }
}
