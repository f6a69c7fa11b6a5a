//! What a party has said since in place of what a draft reports of it: of a figure the newer one, of a word that was
//! withdrawn or reversed the later word. Where the draft reports that as well, nothing is said.

use std::collections::BTreeSet;

use super::Quoted;
use super::claims::{Attribution, Standing, counts};
use super::held::Held;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::PositionId;
use crate::reason::state::State;
use crate::text::Span;

/// What was said since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// In words, each with its day.
    pub words: String,
    /// In these statements.
    pub statements: Vec<StatementId>,
}

/// The statements on file that a draft quotes or reports.
#[must_use]
pub fn told(quotes: &[Quoted], attributions: &[Attribution]) -> BTreeSet<StatementId> {
    let reported = attributions.iter().filter(|told| told.standing == Standing::OnRecord);
    let marked = quotes.iter().flat_map(|one| &one.statements);
    marked.chain(reported.flat_map(|told| &told.statements)).copied().collect()
}

/// Marks what is on record where all positions that say so were withdrawn or superseded since, and the draft does not
/// report what was said since.
pub(super) fn mark(ledger: &Ledger, held: &Held<'_>, all: &mut [Attribution], quotes: &[Quoted]) {
    let told = told(quotes, all);
    for one in all.iter_mut().filter(|one| !one.positions.is_empty()) {
        let reasoning = held.get();
        let at: Vec<PositionId> = one.positions.iter().flat_map(|place| at(reasoning, *place)).collect();
        let Some(since) = since(ledger, reasoning, &at) else { continue };
        if since.statements.iter().any(|id| told.contains(id)) {
            continue;
        }
        let who = one.party.map_or("whoever said so", |party| ledger.party(party).name.as_str());
        one.standing = Standing::Superseded;
        one.message = format!("{who} has said otherwise since: {}", since.words);
        one.statements.extend(since.statements);
    }
}

/// The figure that was given since in place of one in the words of a quotation; none where that stands, or no word of the
/// quotation is the figure.
pub(super) fn revised(
    ledger: &Ledger,
    held: &Held<'_>,
    quoted: &Quoted,
    told: &BTreeSet<StatementId>,
) -> Option<Since> {
    let figures = quoted.statements.iter().flat_map(|id| {
        let counted = ledger.statement(*id).positions.iter().filter_map(|position| {
            let counts = position.value(ledger).filter(|_| position.stance.sign() == Sign::Plus)?.counts()?;
            Some((*id, position.span, counts))
        });
        counted.collect::<Vec<_>>()
    });
    let words: Vec<String> = quoted
        .text
        .split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, ',' | '.')))
        .map(|word| word.trim_matches(['.', ',']).replace(',', "").to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let numbers = counts::numbers(&|at| words.get(at).map_or("", String::as_str), words.len());
    let quoted = figures.filter(|(_, _, (low, high))| {
        numbers.iter().any(|number| number.counts.0 <= *high && number.counts.1 >= *low)
    });
    let places: Vec<(StatementId, Span)> = quoted.map(|(id, span, _)| (id, span)).collect();
    if places.is_empty() {
        return None;
    }
    let reasoning = held.get();
    let at: Vec<PositionId> = places.into_iter().flat_map(|place| at(reasoning, place)).collect();
    let since = since(ledger, reasoning, &at)?;
    (!since.statements.iter().any(|id| told.contains(id))).then_some(since)
}

/// The positions that are written at a place of a statement.
fn at(reasoning: &Reasoning<'_>, (statement, span): (StatementId, Span)) -> Vec<PositionId> {
    let all = reasoning.positions.iter().zip(0..);
    let own = all.filter(|(position, _)| position.statement == statement && position.span == span);
    own.map(|(_, at)| PositionId(at)).collect()
}

/// What took the place of all these positions; none where one of them stands, or was said under a condition.
fn since(ledger: &Ledger, reasoning: &Reasoning<'_>, positions: &[PositionId]) -> Option<Since> {
    let (mut later, mut withdrawn) = (BTreeSet::new(), BTreeSet::new());
    let mut open = positions.to_vec();
    let mut met = BTreeSet::new();
    while let Some(next) = open.pop() {
        match reasoning.state(next) {
            State::Stands if positions.contains(&next) => return None,
            State::Stands => _ = later.insert(next),
            State::Withdrawn { by } => withdrawn.extend(by),
            State::Superseded { .. } => open.extend(reasoning.successors(next).filter(|id| met.insert(*id))),
            State::Conditional => return None,
        }
    }
    let said = later.iter().map(|id| {
        let position = reasoning.position(*id);
        let proposition = reasoning.propositions.get(position.proposition);
        let says = words::says(
            ledger,
            words::party_number(ledger, position.speaker),
            position.stance,
            &proposition,
            position.value(ledger),
        );
        format!("{says} ({})", position.date.words())
    });
    let taken_back =
        withdrawn.iter().map(|id| format!("withdraws it ({})", ledger.statement(*id).date.words()));
    let said: BTreeSet<String> = said.chain(taken_back).collect();
    let statements =
        later.iter().map(|id| reasoning.position(*id).statement).chain(withdrawn.iter().copied());
    let statements: BTreeSet<StatementId> = statements.collect();
    (!statements.is_empty()).then(|| Since {
        words: said.into_iter().collect::<Vec<_>>().join("; "),
        statements: statements.into_iter().collect(),
    })
}
