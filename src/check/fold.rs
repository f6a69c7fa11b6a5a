//! One quarrel, one finding: what another finding says as well, of the same or more parties, is folded into it.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::vocabulary::Role;
use crate::ledger::words::counted;
use crate::reason::Reasoning;
use crate::rules::finding::{Also, Finding, Folded, Level, Tells};
use crate::rules::{CATALOGUE, Rule, Sketch};

/// What folding looks at of a finding, or of the sketch of one.
pub(super) struct Part<'p> {
    pub(super) rule: &'static Rule,
    /// The proposition it is about.
    pub(super) about: Option<Proposition>,
    /// The same by its number in the reasoning; none where nobody speaks of it, as where a place in it is open.
    pub(super) at: Option<PropositionId>,
    /// The roots it rests on, in the order of the record.
    pub(super) parties: Cow<'p, [PartyId]>,
    pub(super) statements: &'p [StatementId],
    pub(super) level: Level,
    /// Whether an editor has dealt with it: then it neither folds nor takes in.
    pub(super) settled: bool,
}

/// What a finding may take in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// An unverified link on its own proposition.
    Links,
    /// Who stands where on its own proposition.
    Sides,
    /// Its like on what its own proposition says by definition.
    Rungs,
    /// The quarrel whether a statement that it rests on is accurate.
    Accuracy,
}

/// What findings of a kind take in, and their rank: of several that would take one in, the lowest does, which says most.
fn takes(tells: Tells) -> (u8, &'static [Takes]) {
    match tells {
        Tells::Values => (0, &[Takes::Sides, Takes::Accuracy]),
        Tells::Sides => (1, &[Takes::Links, Takes::Rungs, Takes::Accuracy]),
        Tells::Opposites => (2, &[Takes::Links, Takes::Accuracy]),
        Tells::Rivals => (3, &[Takes::Accuracy]),
        Tells::Turn => (4, &[Takes::Links, Takes::Rungs]),
        Tells::Message | Tells::Reading | Tells::Link | Tells::Accusation => (5, &[]),
    }
}

/// Folds findings anew: says in each that is folded which one it is folded into, and there what is folded.
pub(super) fn fold(reasoning: &Reasoning<'_>, findings: &mut [Finding]) {
    for finding in findings.iter_mut() {
        (finding.folding.into, finding.folding.also) = (None, Vec::new());
    }
    let parts: Vec<Part<'_>> = findings.iter().map(|finding| Part::of(reasoning, finding)).collect();
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, into) in folded(reasoning, &parts).into_iter().enumerate() {
        if let Some(into) = into {
            taken.entry(into).or_default().push(at);
        }
    }
    for (into, taken) in taken {
        let other = &findings[into];
        let folded = Folded { rule: other.rule, about: other.about };
        let known: FxHashSet<StatementId> = other.statements.iter().copied().collect();
        // What is folded on one proposition is one line.
        let mut lines: Vec<Vec<&Finding>> = Vec::new();
        let mut line_on: FxHashMap<Proposition, usize> = FxHashMap::default();
        for one in taken.iter().map(|at| &findings[*at]) {
            let line = one.about.map_or(lines.len(), |about| *line_on.entry(about).or_insert(lines.len()));
            if line == lines.len() {
                lines.push(Vec::new());
            }
            lines[line].push(one);
        }
        findings[into].folding.also = lines.iter().map(|line| told(line, other, &known)).collect();
        for at in taken {
            findings[at].folding.into = Some(folded.clone());
        }
    }
}

/// Findings on one proposition as they are told in one line of another, of which these are the statements.
fn told(line: &[&Finding], other: &Finding, known: &FxHashSet<StatementId>) -> Also {
    let asides = || line.iter().filter_map(|one| one.folding.aside.as_ref());
    let about = (line[0].about != other.about || asides().next().is_none()).then_some(&line[0].question);
    let told: Vec<&str> = about.into_iter().chain(asides()).map(String::as_str).collect();
    let mut text = told.join("; ");
    let hanging = line.iter().map(|one| one.hangs_on.len()).sum();
    if hanging > 0 {
        let hang = counted(hanging, "finding hangs", "findings hang");
        text.push_str(&format!("; {hang} on it"));
    }
    let mut seen = FxHashSet::default();
    let statements = line.iter().flat_map(|one| &one.statements).copied();
    let statements = statements.filter(|id| !known.contains(id) && seen.insert(*id)).collect();
    Also { text, statements }
}

/// For each of the parts, the one that it is folded into, which is folded into none itself; none where it stands alone.
pub(super) fn folded(reasoning: &Reasoning<'_>, parts: &[Part<'_>]) -> Vec<Option<usize>> {
    let index = Index::new(reasoning, parts);
    let mut into: Vec<Option<usize>> = vec![None; parts.len()];
    for (at, taking) in parts.iter().enumerate().filter(|(_, part)| !part.settled) {
        for one in index.within(reasoning, taking) {
            let better = into[one].is_none_or(|known| taking.order() < parts[known].order());
            if one != at && parts[one].fits(taking) && better {
                into[one] = Some(at);
            }
        }
    }
    // A chain ends, since each step says more than the one before.
    let top = |first: usize| std::iter::successors(Some(first), |at| into[*at]).take(parts.len()).last();
    into.iter().map(|first| first.and_then(top)).collect()
}

impl<'p> Part<'p> {
    /// That of a finding in words.
    fn of(reasoning: &Reasoning<'_>, finding: &'p Finding) -> Self {
        let mut parties = finding.parties.clone();
        parties.sort_unstable();
        Self {
            rule: finding.rule,
            at: at(reasoning, finding.about.as_ref()),
            about: finding.about,
            parties: parties.into(),
            statements: &finding.statements,
            level: finding.level,
            settled: finding.settled(),
        }
    }

    /// That of a sketch.
    pub(super) fn sketched(reasoning: &Reasoning<'_>, sketch: &'p Sketch<'_>) -> Self {
        Self {
            rule: sketch.rule,
            at: at(reasoning, sketch.about.as_ref()),
            about: sketch.about,
            parties: Cow::Borrowed(&sketch.parties),
            statements: &sketch.statements,
            level: sketch.level,
            settled: sketch.reconciled.is_some(),
        }
    }

    /// Whether another has its parties and weighs as much.
    fn fits(&self, other: &Self) -> bool {
        self.level >= other.level
            && self.parties.len() <= other.parties.len()
            && self.parties.iter().all(|party| other.parties.binary_search(party).is_ok())
    }

    /// Of several that would do, which is taken: that which says most.
    fn order(&self) -> impl Ord + use<> {
        let place = CATALOGUE.iter().position(|rule| *rule == self.rule);
        (
            takes(self.rule.tells).0,
            place,
            Reverse(self.parties.len()),
            Reverse(self.statements.len()),
            self.at,
        )
    }

    /// The only party, where there is one only: each root may have turns of its own on one proposition.
    fn sole(&self) -> Option<PartyId> {
        if let [party] = self.parties[..] { Some(party) } else { None }
    }
}

/// Where findings that may be folded stand among the parts.
#[derive(Default)]
struct Index {
    /// Unverified links, by proposition.
    links: FxHashMap<PropositionId, Vec<usize>>,
    /// Those that tell who stands where, by proposition.
    sides: FxHashMap<PropositionId, Vec<usize>>,
    /// Those that may be rungs of others of their rule: by rule, proposition and, of those about one party, the party.
    rungs: FxHashMap<(&'static str, PropositionId, Option<PartyId>), Vec<usize>>,
    /// Quarrels on whether a statement is accurate, by the statement.
    accuracy: FxHashMap<StatementId, Vec<usize>>,
}

impl Index {
    fn new(reasoning: &Reasoning<'_>, parts: &[Part<'_>]) -> Self {
        let mut index = Self::default();
        for (place, part) in parts.iter().enumerate().filter(|(_, part)| !part.settled) {
            let Some(at) = part.at else { continue };
            let tells = part.rule.tells;
            if tells == Tells::Link {
                index.links.entry(at).or_default().push(place);
            }
            if takes(tells).1.contains(&Takes::Rungs) {
                index.rungs.entry((part.rule.id, at, part.sole())).or_default().push(place);
            }
            if tells == Tells::Sides {
                index.sides.entry(at).or_default().push(place);
                if let Some((statement, Role::Accuracy)) = of_words(reasoning, part.about) {
                    index.accuracy.entry(statement).or_default().push(place);
                }
            }
        }
        index
    }

    /// The places of those that a finding would take in, if they have no other parties and weigh no more.
    fn within(&self, reasoning: &Reasoning<'_>, taking: &Part<'_>) -> Vec<usize> {
        let (_, takes) = takes(taking.rule.tells);
        let mut found = Vec::new();
        if let Some(at) = taking.at {
            if takes.contains(&Takes::Links) {
                found.extend(self.links.get(&at).into_iter().flatten());
            }
            if takes.contains(&Takes::Sides) {
                found.extend(self.sides.get(&at).into_iter().flatten());
            }
            if takes.contains(&Takes::Rungs) {
                let days = taking.statements.iter().map(|id| reasoning.ledger.statement(*id).date);
                for rung in reasoning.consequences_on(at, days) {
                    // Of two that say each other neither says more.
                    let says = || reasoning.consequences(rung).iter().any(|consequence| consequence.to == at);
                    let lower = self.rungs.get(&(taking.rule.id, rung, taking.sole()));
                    found.extend(lower.into_iter().flatten().filter(|_| !says()));
                }
            }
        }
        let words = of_words(reasoning, taking.about).is_some();
        if takes.contains(&Takes::Accuracy) && !words && !self.accuracy.is_empty() {
            found.extend(taking.statements.iter().filter_map(|id| self.accuracy.get(id)).flatten());
        }
        found
    }
}

/// The statement that a proposition says is accurate or authentic, and which of the two; none where it says neither.
fn of_words(reasoning: &Reasoning<'_>, about: Option<Proposition>) -> Option<(StatementId, Role)> {
    let proposition = about?;
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let role = predicate.role.filter(|role| matches!(role, Role::Accuracy | Role::Authenticity))?;
    Some((predicate.statement(&proposition, 0)?, role))
}

/// The number of a proposition in the reasoning.
fn at(reasoning: &Reasoning<'_>, about: Option<&Proposition>) -> Option<PropositionId> {
    reasoning.propositions.find(about?)
}
