//! The findings that one state of a ledger has and another had not. Only those that may be new are worded.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::{self, Part};
use super::identity::key;
use super::kin::{Facts, Kin};
use super::options::Options;
use super::{Levels, accepts, may_accept, record, settle, sketched, sorted, stale};
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::read::records::Problem;
use crate::reason::Reasoning;
use crate::rules::finding::Finding;
use crate::rules::{Context, Rule, Sketch};

/// The findings of a ledger, by which it is seen what is new in another.
pub struct Known {
    /// How often it has each.
    counts: HashMap<String, usize>,
    /// The same by rule and proposition, with the parties of each.
    kin: Kin,
}

impl Known {
    /// Those of a check, with or without what hangs on links.
    #[must_use]
    pub fn of(ledger: &Ledger, findings: &[Finding]) -> Self {
        let mut counts = HashMap::new();
        for finding in findings {
            *counts.entry(key(ledger, finding)).or_default() += 1;
        }
        Self { counts, kin: Kin::of(ledger, findings) }
    }
}

/// A finding that a ledger has and another had not, or not so.
pub struct Appearing {
    /// The finding.
    pub finding: Finding,
    /// True when the other had it, and it rests on other statements, or somebody has joined or left it.
    pub changed: bool,
}

/// The findings of a ledger that are not known from another, in the order of reports: those of which there was none like
/// it between the same parties, and those that rest on a `fresh` statement, which the other had not, or not so. Of two findings alike, the one of a file that was not `rewritten` is the one that was there.
#[must_use]
pub fn appearing(
    ledger: &Ledger,
    problems: &[Problem],
    known: &Known,
    fresh: &BTreeSet<StatementId>,
    rewritten: impl Fn(&Finding) -> bool,
) -> Vec<Appearing> {
    let options = Options::default();
    let (reasoning, mut findings) =
        rayon::join(|| Reasoning::new(ledger), || record(ledger, problems, &options));
    let context = Context::new(&reasoning);
    let levels = Levels::new(ledger, &options);
    // What hangs on a link is no finding, and is not asked.
    let mut sketches = sketched(&context, true);
    sketches.retain_mut(|sketch| levels.apply(sketch.rule.id, sketch.rule.family, &mut sketch.level));
    // What an editor has accepted is folded into nothing, and that is seen once it is worded.
    let (asked, sketches): (Vec<Sketch<'_>>, Vec<Sketch<'_>>) = sketches.into_iter().partition(|sketch| {
        ledger.accepted.iter().any(|accepted| may_accept(accepted, sketch.rule, sketch.about))
    });
    let mut worded: Vec<Finding> = asked.into_par_iter().map(Sketch::word).collect();
    let accepted = |at: &usize| {
        let accepted = &ledger.accepted[*at];
        findings.iter().chain(&worded).any(|finding| accepts(ledger, accepted, finding))
    };
    let used: FxHashSet<usize> = (0..ledger.accepted.len()).filter(accepted).collect();
    stale(&context, |at| used.contains(&at), &mut findings);
    findings.retain_mut(|finding| levels.apply(finding.rule.id, finding.family, &mut finding.level));
    findings.iter_mut().chain(&mut worded).for_each(|finding| settle(ledger, finding));

    let news = News { reasoning: &reasoning, known, fresh, touched: touched(&reasoning, fresh) };
    let (mut told, mut settled) = news.told(worded, sketches);
    findings.append(&mut told);
    findings = sorted(ledger, findings);
    findings.sort_by_cached_key(rewritten);
    let mut left = known.counts.clone();
    let (mut found, old): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| match left.get_mut(&key(ledger, finding)) {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => finding.counts() && news.is(finding),
        });
    for finding in &mut found {
        finding.standing = finding.about.and_then(|about| context.standing(&about)).map(Box::new);
    }
    settled.extend(old.iter().map(|finding| Facts::of(ledger, finding)));
    let facts: Vec<Facts> = found.iter().map(|finding| Facts::of(ledger, finding)).collect();
    let changed = known.kin.among(&settled, &facts);
    found.into_iter().zip(changed).map(|(finding, changed)| Appearing { finding, changed }).collect()
}

/// What may be new.
struct News<'n, 'l> {
    reasoning: &'n Reasoning<'l>,
    known: &'n Known,
    fresh: &'n BTreeSet<StatementId>,
    /// What fresh statements speak of.
    touched: FxHashSet<Subject>,
}

impl News<'_, '_> {
    /// The findings that may be new, with those that are folded into them; of these, some are worded already. And the
    /// facts of all others of their rules on their propositions.
    fn told(&self, worded: Vec<Finding>, sketches: Vec<Sketch<'_>>) -> (Vec<Finding>, Vec<Facts>) {
        let parts: Vec<Part<'_>> = (worded.iter().map(|finding| Part::of(self.reasoning, finding)))
            .chain(sketches.iter().map(|sketch| Part::sketched(self.reasoning, sketch)))
            .collect();
        let into = fold::folded(self.reasoning, &parts);
        let leads: Vec<bool> =
            parts.par_iter().zip(&into).map(|(part, into)| into.is_none() && self.may_be(part)).collect();
        let wanted = |at: usize| leads[at] || into[at].is_some_and(|lead| leads[lead]);
        let subject = |at: usize| (parts[at].rule.id, parts[at].about);
        let (new, old): (Vec<usize>, Vec<usize>) = (0..parts.len()).partition(|at| wanted(*at));
        let subjects: FxHashSet<_> = new.into_iter().map(subject).collect();
        let old = old.into_iter().filter(|at| subjects.contains(&subject(*at))).map(|at| &parts[at]);
        let old = old.map(|part| self.facts(part.rule, part.about.as_ref(), &part.parties)).collect();
        drop(parts);
        let first = worded.len();
        let worded = worded.into_iter().enumerate().filter(|(at, _)| wanted(*at));
        let (mut numbers, mut findings): (Vec<usize>, Vec<Finding>) = worded.unzip();
        let sketches = sketches.into_iter().enumerate().map(|(at, sketch)| (first + at, sketch));
        let (further, sketches): (Vec<usize>, Vec<Sketch<'_>>) =
            sketches.filter(|(at, _)| wanted(*at)).unzip();
        numbers.extend(further);
        findings.par_extend(sketches.into_par_iter().map(Sketch::word));
        let places: FxHashMap<usize, usize> =
            numbers.iter().enumerate().map(|(place, at)| (*at, place)).collect();
        let into: Vec<Option<usize>> =
            numbers.iter().map(|at| into[*at].and_then(|lead| places.get(&lead).copied())).collect();
        fold::enter(&mut findings, &into);
        (findings, old)
    }

    /// The facts of a finding of this ledger.
    fn facts(&self, rule: &Rule, about: Option<&Proposition>, parties: &[PartyId]) -> Facts {
        Facts::new(self.reasoning.ledger, rule, about, parties)
    }

    /// Whether there was none like it, or it rests on a fresh statement. One that rests on fewer statements than before
    /// is not new.
    fn is(&self, finding: &Finding) -> bool {
        let facts = || self.facts(finding.rule, finding.about.as_ref(), &finding.parties);
        finding.statements.is_empty()
            || finding.statements.iter().any(|statement| self.fresh.contains(statement))
            || !self.known.kin.has(&facts())
    }

    /// Whether that may be so, before it is worded: not every sketch says on which statements it rests, and a denial is
    /// also one of what would imply the denied.
    fn may_be(&self, part: &Part<'_>) -> bool {
        let ledger = self.reasoning.ledger;
        let near = part.about.is_none_or(|about| {
            subjects(ledger, &about).iter().any(|subject| self.touched.contains(subject))
        });
        near || part.statements.iter().any(|statement| self.fresh.contains(statement))
            || !self.known.kin.has(&self.facts(part.rule, part.about.as_ref(), &part.parties))
    }
}

/// A record that a proposition names, and its kind.
type Subject = (ArgumentKind, Argument);

/// The subjects of all that these statements say, in so many words or by what follows from them, and of those that they
/// withdraw.
fn touched(reasoning: &Reasoning<'_>, statements: &BTreeSet<StatementId>) -> FxHashSet<Subject> {
    let withdrawn: BTreeSet<StatementId> =
        statements.iter().flat_map(|id| reasoning.ledger.statement(*id).retracts.iter().copied()).collect();
    let said = reasoning.positions.iter().filter(|position| {
        statements.contains(&position.statement) || withdrawn.contains(&position.statement)
    });
    let said = said.map(|position| position.proposition);
    let says = |id| statements.contains(&reasoning.position(id).statement);
    let holds = reasoning
        .holds
        .par_iter()
        .filter(|hold| says(hold.base) || reasoning.further(hold).into_iter().any(says));
    let mut propositions: FxHashSet<PropositionId> = holds.map(|hold| hold.proposition).collect();
    propositions.extend(said);
    let of = |id: &PropositionId| subjects(reasoning.ledger, &reasoning.propositions.get(*id));
    propositions.iter().flat_map(of).collect()
}

/// The events that a proposition is about, with those of which they are part; where it is about none, all that it names.
fn subjects(ledger: &Ledger, proposition: &Proposition) -> Vec<Subject> {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let mut events: Vec<EventId> =
        predicate.places_of(ArgumentKind::Event).filter_map(|at| predicate.event(proposition, at)).collect();
    let mut next = 0;
    while let Some(event) = events.get(next) {
        let whole = ledger.event(*event).part_of;
        events.extend(whole.filter(|whole| !events.contains(whole)));
        next += 1;
    }
    if !events.is_empty() {
        return events.into_iter().map(|event| (ArgumentKind::Event, event.into())).collect();
    }
    let named =
        predicate.arguments.iter().map(|(kind, _)| *kind).zip(proposition.arguments().iter().copied());
    named.filter(|(_, argument)| argument.place().is_some()).collect()
}
