//! The check: runs every rule over a ledger, applies levels, acceptances and filters, sorts.

mod accepting;
pub mod appearing;
mod case;
pub mod checked;
pub mod chosen;
mod counts;
pub mod expect;
pub mod focus;
mod fold;
pub mod formats;
pub mod hanging;
pub mod identity;
pub mod kin;
pub mod options;
pub mod what_if;

use std::borrow::Cow;

use rayon::prelude::*;

use crate::layout::wrap::abridged;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::stance::Sign;
use crate::read::records::Problem;
use crate::reason::Reasoning;
use crate::rules;
use crate::rules::finding::{Family, Finding, Level};
use crate::rules::{CATALOGUE, Context, Rule, Run, Sketch, archived, compose};
pub(crate) use accepting::accepts;
use accepting::{may_accept, settle};
pub use case::{Case, Reasoned, Status};
pub use counts::Counts;
use counts::Tally;
use fold::Part;
use options::{Options, Setting};

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Report<'l> {
    /// The records.
    pub ledger: &'l Ledger,
    /// The date as of which it speaks; none for everything on file.
    pub as_of: Option<Date>,
    /// The limits of the findings in words; the counts cover the findings shown. None where there are no limits.
    pub only: Option<String>,
    /// Findings, in the order in which they are printed.
    pub findings: Vec<Finding>,
    /// The counts.
    pub counts: Counts,
}

/// Checks a ledger; `problems` are those that were found in reading it.
#[must_use]
pub fn check<'l>(ledger: &'l Ledger, problems: &[Problem], options: &Options) -> Report<'l> {
    over(&Reasoning::new(ledger), problems, options)
}

/// Checks a ledger for its counts alone.
#[must_use]
pub fn summary<'l>(ledger: &'l Ledger, problems: &[Problem], options: &Options) -> Report<'l> {
    summarised(&Reasoning::new(ledger), record(ledger, problems, options), options)
}

/// Checks a ledger that was reasoned over already.
#[must_use]
pub fn over<'l>(reasoning: &Reasoning<'l>, problems: &[Problem], options: &Options) -> Report<'l> {
    whole(reasoning, record(reasoning.ledger, problems, options), options)
}

/// The report of every finding that passes the filters; `record` are the findings about the record.
fn whole<'l>(reasoning: &Reasoning<'l>, record: Vec<Finding>, options: &Options) -> Report<'l> {
    whole_of(reasoning, record, options, None)
}

/// The same, with what hangs on links where `some` wants it, or on all.
fn whole_of<'l>(
    reasoning: &Reasoning<'l>,
    record: Vec<Finding>,
    options: &Options,
    some: Option<&hanging::Wanted<'_>>,
) -> Report<'l> {
    let findings = sorted(reasoning.ledger, findings(reasoning, record, options, some));
    folded(reasoning, findings, options)
}

/// The counts only: no finding is worded without need, and the report lists none.
fn summarised<'l>(reasoning: &Reasoning<'l>, record: Vec<Finding>, options: &Options) -> Report<'l> {
    let ledger = reasoning.ledger;
    if options.since.is_some() || !options.about.is_empty() || !ledger.accepted.is_empty() {
        // These filters are decided by the words of a finding.
        return Report { findings: Vec::new(), ..whole(reasoning, record, options) };
    }
    let context = Context::new(reasoning);
    let levels = Levels::new(ledger, options);
    let mut findings = record;
    let mut sketches = sketched(&context, options.bare_links);
    stale(&context, |_| false, &mut findings);
    findings.retain_mut(|finding| levels.apply(finding.rule.id, finding.family, &mut finding.level));
    sketches.retain_mut(|sketch| levels.apply(sketch.rule.id, sketch.rule.family, &mut sketch.level));
    let parts: Vec<Part<'_>> = sketches.iter().map(|sketch| Part::sketched(reasoning, sketch)).collect();
    let mut tally = Tally::default();
    for (sketch, into) in sketches.iter().zip(fold::folded(reasoning, &parts)) {
        if into.is_none() {
            tally.add(sketch.rule.family, sketch.level, sketch.reconciled.is_some());
        }
    }
    for finding in sorted(ledger, findings) {
        tally.add(finding.family, finding.level, finding.reconciled.is_some());
    }
    report(reasoning, Vec::new(), &tally, options)
}

/// A report narrowed to findings that pass the filters, folded and counted anew.
fn narrowed<'l>(reasoning: &Reasoning<'l>, whole: Cow<'_, Report<'l>>, options: &Options) -> Report<'l> {
    let keeps = |finding: &Finding| focus::keeps(reasoning, options, finding);
    let findings = match whole {
        Cow::Owned(mut whole) => {
            whole.findings.retain(keeps);
            whole.findings
        }
        Cow::Borrowed(whole) => whole.findings.iter().filter(|finding| keeps(finding)).cloned().collect(),
    };
    folded(reasoning, findings, options)
}

/// A report of these findings, folded and counted.
fn folded<'l>(reasoning: &Reasoning<'l>, mut findings: Vec<Finding>, options: &Options) -> Report<'l> {
    fold::fold(reasoning, &mut findings);
    let mut tally = Tally::default();
    for finding in findings.iter().filter(|finding| finding.counts() || finding.reconciled.is_some()) {
        tally.add(finding.family, finding.level, finding.reconciled.is_some());
    }
    report(reasoning, findings, &tally, options)
}

/// Every finding of every rule, with levels and acceptances applied, in no order yet.
fn findings(
    reasoning: &Reasoning<'_>,
    record: Vec<Finding>,
    options: &Options,
    some: Option<&hanging::Wanted<'_>>,
) -> Vec<Finding> {
    let ledger = reasoning.ledger;
    let context = Context::new(reasoning);
    let mut findings = record;
    let bare = options.bare_links || some.is_some();
    findings.par_extend(sketched(&context, bare).into_par_iter().map(Sketch::word));
    if let Some(some) = some {
        hanging::add(reasoning, &mut findings, some);
    }
    let touches = |at: usize| findings.iter().any(|finding| accepts(ledger, &ledger.accepted[at], finding));
    let used: Vec<bool> = (0..ledger.accepted.len()).map(touches).collect();
    stale(&context, |at| used[at], &mut findings);
    passing(&context, findings, options)
}

/// The findings that pass, with levels and acceptances applied, each with how its link stands.
fn passing(context: &Context<'_>, mut findings: Vec<Finding>, options: &Options) -> Vec<Finding> {
    let ledger = context.reasoning.ledger;
    let levels = Levels::new(ledger, options);
    findings.retain_mut(|finding| {
        if !levels.apply(finding.rule.id, finding.family, &mut finding.level) {
            return false;
        }
        settle(ledger, finding);
        focus::keeps(context.reasoning, options, finding)
    });
    let standing = |finding: &Finding| context.standing(&finding.about?).map(Box::new);
    findings.par_iter_mut().for_each(|finding| finding.standing = standing(finding));
    findings
}

/// The problems that reading met and the findings of rules about the record, before levels and editors' decisions.
fn record(ledger: &Ledger, problems: &[Problem], options: &Options) -> Vec<Finding> {
    problems.iter().map(from_problem).chain(on_record(ledger, options)).collect()
}

/// The findings of rules about the record. No rule sees the findings of another, so each may have a thread; the
/// findings are put in the order of the rules.
fn on_record(ledger: &Ledger, options: &Options) -> Vec<Finding> {
    let quotes = archived::quotes(ledger);
    let by_rule = CATALOGUE.par_iter().with_max_len(1).flat_map_iter(|rule| {
        let mut findings = Vec::new();
        match rule.run {
            Run::Records(run) => run(rule, ledger, &mut findings),
            Run::Quotes(run) => run(rule, ledger, &quotes, &mut findings),
            Run::Strict(run) if options.strict => run(rule, ledger, &mut findings),
            Run::Strict(_) | Run::Positions(_) | Run::Whole(_) | Run::Reading | Run::Draft => {}
        }
        findings
    });
    by_rule.collect()
}

/// The sketches of rules over positions, likewise in the order of the rules; with what hangs on links, or `bare` of it.
fn sketched<'r>(context: &'r Context<'r>, bare: bool) -> Vec<Sketch<'r>> {
    let by_rule = CATALOGUE.par_iter().with_max_len(1).map(|rule| {
        let mut sketches = Vec::new();
        match rule.run {
            Run::Positions(run) | Run::Whole(run) => run(rule, context, &mut sketches),
            Run::Records(_) | Run::Quotes(_) | Run::Strict(_) | Run::Reading | Run::Draft => {}
        }
        sketches
    });
    let by_rule: Vec<Vec<Sketch<'_>>> = by_rule.collect();
    let mut sketches: Vec<Sketch<'_>> = by_rule.into_iter().flatten().collect();
    if !bare {
        hanging::work_out(context.reasoning, &mut sketches);
    }
    sketches
}

/// Adds findings on editors' decisions that no longer touch anything; `used` says which acceptances do.
fn stale(context: &Context<'_>, used: impl Fn(usize) -> bool, findings: &mut Vec<Finding>) {
    rules::stale(context.reasoning.ledger, |at| context.reconciled.has_used(at), used, findings);
}

/// The levels of rules and families by the store's settings and by flags, which win.
pub struct Levels(Vec<(String, Setting)>);

impl Levels {
    /// The levels of a ledger's settings and of flags.
    #[must_use]
    pub fn new(ledger: &Ledger, options: &Options) -> Self {
        let settings = ledger.settings.levels.iter();
        let settings = settings.filter_map(|(name, word)| Some((name.clone(), Setting::from_word(word)?)));
        Self(settings.chain(options.levels.iter().cloned()).collect())
    }

    /// Sets the level of a finding, and returns whether it is to be reported at all.
    pub fn apply(&self, rule: &str, family: Family, level: &mut Level) -> bool {
        let fits = |name: &str| name == rule || name == family.plural();
        match self.0.iter().rev().find(|(name, _)| fits(name)) {
            Some((_, Setting::Allow)) => return false,
            Some((_, Setting::At(at))) => *level = *at,
            None => {}
        }
        true
    }
}

fn from_problem(problem: &Problem) -> Finding {
    let rule = rules::find(problem.rule).unwrap_or(CATALOGUE[0]);
    let (message, help) = (abridged(&problem.message), abridged(&problem.help));
    Finding { question: message.clone(), ..compose::record(rule, problem.span, message, help) }
}

/// Findings in the order in which they are printed, each once.
fn sorted(ledger: &Ledger, mut findings: Vec<Finding>) -> Vec<Finding> {
    let place = |rule: &Rule| CATALOGUE.iter().position(|other| *other == rule);
    findings.sort_by_cached_key(|finding| {
        let label =
            finding.labels.first().map(|label| (ledger.texts.file(label.span.file).path.clone(), label.span));
        let record = if finding.family == Family::Record { label } else { None };
        (
            (!finding.counts(), finding.family, finding.level, record),
            (place(finding.rule), finding.on(ledger), finding.message.clone()),
        )
    });
    findings.dedup();
    findings
}

fn report<'l>(
    reasoning: &Reasoning<'l>,
    findings: Vec<Finding>,
    tally: &Tally,
    options: &Options,
) -> Report<'l> {
    debug_assert!(
        findings
            .iter()
            .flat_map(|finding| &finding.sides)
            .all(|side| side.sign == side.stance.sign() || side.sign == Sign::None)
    );
    Report {
        ledger: reasoning.ledger,
        as_of: options.as_of,
        only: focus::words(options),
        findings,
        counts: tally.counts(reasoning),
    }
}
