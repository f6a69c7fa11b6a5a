//! One quarrel, one finding: a finding is folded into another that has the same or more parties and says more.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::vocabulary::Role;
use crate::ledger::words::counted;
use crate::reason::Reasoning;
use crate::rules::finding::{Also, Finding, Folded, Level, Tells};
use crate::rules::{CATALOGUE, Rule, Sketch};

/// The facts of a finding, or of its sketch, by which it is folded.
pub(super) struct Part<'p> {
    pub(super) rule: &'static Rule,
    /// The proposition that it is about; none where it is about none.
    pub(super) about: Option<Proposition>,
    /// The id of that proposition in the reasoning; none where nobody speaks of it, as where `?` stands in it.
    pub(super) at: Option<PropositionId>,
    /// The roots on which it rests, sorted.
    pub(super) parties: Cow<'p, [PartyId]>,
    pub(super) statements: &'p [StatementId],
    pub(super) level: Level,
    /// True when an editor has dealt with it. It is then not folded, and takes nothing in.
    pub(super) settled: bool,
}

/// A kind of finding that another takes in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// Unverified links on its own proposition.
    Links,
    /// Unverified links of which its own root alone speaks, where its proposition leaves open who did it and it rests on
    /// all their statements.
    Accounts,
    /// The sides on its own proposition.
    Sides,
    /// Findings of its rule on consequences of its proposition by definition.
    Rungs,
    /// Quarrels over the accuracy of statements on which it rests.
    Accuracy,
}

/// The rank of findings by what they tell, and the kinds that they take in. Of several that could take a finding in,
/// the one of the lowest rank does, since it says most.
fn takes(tells: Tells) -> (u8, &'static [Takes]) {
    match tells {
        Tells::Values => (0, &[Takes::Sides, Takes::Accuracy]),
        Tells::Sides => (1, &[Takes::Links, Takes::Rungs, Takes::Accuracy]),
        Tells::Opposites => (2, &[Takes::Links, Takes::Accuracy]),
        Tells::Rivals => (3, &[Takes::Accuracy]),
        Tells::Turn => (4, &[Takes::Links, Takes::Accounts, Takes::Rungs]),
        Tells::Message | Tells::Reading | Tells::Link | Tells::Accusation => (5, &[]),
    }
}

/// Folds findings anew: enters in each folded finding the one into which it is folded, and in that one what it takes
/// in.
pub(super) fn fold(reasoning: &Reasoning<'_>, findings: &mut [Finding]) {
    for finding in findings.iter_mut() {
        (finding.folding.into, finding.folding.also) = (None, Vec::new());
    }
    let parts: Vec<Part<'_>> = findings.iter().map(|finding| Part::of(reasoning, finding)).collect();
    let into = folded(reasoning, &parts);
    enter(findings, &into);
}

/// Enters in each finding the one into which it is folded, where there is one, and in that one what it takes in.
pub(super) fn enter(findings: &mut [Finding], into: &[Option<usize>]) {
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, into) in into.iter().enumerate() {
        if let Some(into) = into {
            taken.entry(*into).or_default().push(at);
        }
    }
    for (into, taken) in taken {
        let other = &findings[into];
        let folded = Folded { rule: other.rule, about: other.about };
        let known: FxHashSet<StatementId> = other.statements.iter().copied().collect();
        // Findings on one proposition share a line.
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

/// The line for findings on one proposition that are folded into another, of which `known` are the statements.
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
    Also { text, about: line[0].about, statements }
}

/// For each part, the part into which it is folded, which is not folded itself; none where it stands alone.
pub(super) fn folded(reasoning: &Reasoning<'_>, parts: &[Part<'_>]) -> Vec<Option<usize>> {
    let index = Index::new(reasoning, parts);
    let mut into: Vec<Option<usize>> = vec![None; parts.len()];
    for (at, taking) in parts.iter().enumerate().filter(|(_, part)| !part.settled) {
        for one in index.within(reasoning, parts, taking) {
            let better = into[one].is_none_or(|known| taking.order() < parts[known].order());
            if one != at && parts[one].fits(taking) && better {
                into[one] = Some(at);
            }
        }
    }
    // A chain ends, since each step says more than the step before.
    let top = |first: usize| std::iter::successors(Some(first), |at| into[*at]).take(parts.len()).last();
    into.iter().map(|first| first.and_then(top)).collect()
}

impl<'p> Part<'p> {
    /// The part of a worded finding.
    pub(super) fn of(reasoning: &Reasoning<'_>, finding: &'p Finding) -> Self {
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

    /// The part of a sketch.
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

    /// True when another has all its parties and weighs at least as much.
    fn fits(&self, other: &Self) -> bool {
        self.level >= other.level
            && self.parties.len() <= other.parties.len()
            && self.parties.iter().all(|party| other.parties.binary_search(party).is_ok())
    }

    /// A key by which the finding that says most comes first.
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

    /// The only party; none where there are several, since each root may turn on one proposition by itself.
    fn sole(&self) -> Option<PartyId> {
        if let [party] = self.parties[..] { Some(party) } else { None }
    }
}

/// Findings that may be folded, as indices of parts.
#[derive(Default)]
struct Index {
    /// Unverified links, by proposition.
    links: FxHashMap<PropositionId, Vec<usize>>,
    /// Unverified links of which one root alone speaks, by the proposition with `?` for who did it, and by that root.
    accounts: FxHashMap<(Proposition, PartyId), Vec<usize>>,
    /// Findings that tell sides, by proposition.
    sides: FxHashMap<PropositionId, Vec<usize>>,
    /// Findings that may be rungs of others of their rule: by rule, proposition and, where they are about one party,
    /// that party.
    rungs: FxHashMap<(&'static str, PropositionId, Option<PartyId>), Vec<usize>>,
    /// Quarrels over the accuracy of a statement, by statement.
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
                let account = part.about.and_then(|about| open(reasoning, about)).zip(part.sole());
                if let Some(account) = account {
                    index.accounts.entry(account).or_default().push(place);
                }
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

    /// The parts that a finding would take in, if they have no other parties and weigh no more.
    fn within(&self, reasoning: &Reasoning<'_>, parts: &[Part<'_>], taking: &Part<'_>) -> Vec<usize> {
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
                    // Of two propositions that imply each other neither says more.
                    let says = || reasoning.consequences(rung).iter().any(|consequence| consequence.to == at);
                    let lower = self.rungs.get(&(taking.rule.id, rung, taking.sole()));
                    found.extend(lower.into_iter().flatten().filter(|_| !says()));
                }
            }
        }
        let account = taking.about.zip(taking.sole()).filter(|_| takes.contains(&Takes::Accounts));
        if let Some(links) = account.and_then(|account| self.accounts.get(&account)) {
            let known: FxHashSet<StatementId> = taking.statements.iter().copied().collect();
            let rests = |place: &&usize| parts[**place].statements.iter().all(|id| known.contains(id));
            found.extend(links.iter().filter(rests));
        }
        let words = of_words(reasoning, taking.about).is_some();
        if takes.contains(&Takes::Accuracy) && !words && !self.accuracy.is_empty() {
            found.extend(taking.statements.iter().filter_map(|id| self.accuracy.get(id)).flatten());
        }
        found
    }
}

/// The statement that a proposition calls accurate or authentic, and which of the two; none where it does neither.
fn of_words(reasoning: &Reasoning<'_>, about: Option<Proposition>) -> Option<(StatementId, Role)> {
    let proposition = about?;
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let role = predicate.role.filter(|role| matches!(role, Role::Accuracy | Role::Authenticity))?;
    Some((predicate.statement(&proposition, 0)?, role))
}

/// A proposition with `?` in the place of who did it; none where its predicate has no such place.
fn open(reasoning: &Reasoning<'_>, about: Proposition) -> Option<Proposition> {
    let rival = reasoning.ledger.vocabulary.get(about.predicate).rival?;
    Some(about.with(rival, Argument::UNKNOWN))
}

/// The id of a proposition in the reasoning; none where nobody speaks of it.
fn at(reasoning: &Reasoning<'_>, about: Option<&Proposition>) -> Option<PropositionId> {
    reasoning.propositions.find(about?)
}
