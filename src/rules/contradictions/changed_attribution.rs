//! One voice names somebody else for a deed than it did before.
//!
//! # What it says
//!
//! A voice of a party first said of one party that it did it, and later names only others, none of whom is part of the
//! first, its whole or otherwise tied to it by the party's own word. It has not said that the first did not do it, so
//! it has taken nothing back; but its account has changed.
//!
//! # Why it matters
//!
//! Who is said to have ordered a strike is often the point of the story, and an account that moves from one name to
//! another without a word is worth a question. Quoting the earlier name as what the party says would be wrong today.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}, {id: raiders, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-04
//!     asserts:
//!       - carried-out(raiders, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}, {id: raiders, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-04
//!     asserts:
//!       - carried-out(front, quay-fire)
//!       - carried-out(raiders, quay-fire)
//! ```
//!
//! The later statement names the first party again, with another.
//!
//! # What to do
//!
//! Quote the latest account with its date, and ask what became of the earlier one.

use std::collections::{BTreeMap, BTreeSet};

use super::related::Related;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::roots::Voice;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Finding, Level, Side, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose, saying};

/// The rule.
pub const RULE: Rule = Rule {
    id: "changed-attribution",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Turn,
    source: include_str!("changed_attribution.rs"),
    run: Run::Positions(run),
};

/// The holds by which one voice names parties for a deed, by statement.
type Accounts<'r> = BTreeMap<StatementId, Vec<&'r Hold>>;

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let mut accounts: BTreeMap<(Proposition, PartyId, Voice), Accounts<'_>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        let proposition = reasoning.propositions.get(id);
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let Some(at) = predicate.rival else { continue };
        if predicate.party(&proposition, at).is_none_or(|party| ledger.is_class(party)) {
            continue;
        }
        let pattern = proposition.with(at, Argument::UNKNOWN);
        for hold in holds.iter().filter(|hold| hold.stated() && hold.sign() == Sign::Plus) {
            let position = reasoning.position(hold.base);
            let known = Some(hold.root) != ledger.unknown();
            if let (Voice::Party(_), false, false, true) =
                (position.voice, position.hearsay, position.disputed, known)
            {
                let own = accounts.entry((pattern, hold.root, position.voice)).or_default();
                own.entry(position.statement).or_default().push(hold);
            }
        }
    }
    let related = Related::new(context);
    let mut changed: BTreeMap<(Proposition, PartyId), BTreeSet<StatementId>> = BTreeMap::new();
    let mut holds: BTreeMap<(Proposition, PartyId), Vec<&Hold>> = BTreeMap::new();
    for ((pattern, root, _), accounts) in accounts.iter().filter(|(_, accounts)| accounts.len() > 1) {
        for earlier in accounts.keys() {
            let later = later(context, accounts, *earlier);
            if !later.is_empty() && moved(context, &related, accounts, *earlier, &later) {
                let all = std::iter::once(*earlier).chain(later);
                changed.entry((*pattern, *root)).or_default().extend(all);
            }
        }
        let own = changed.get(&(*pattern, *root));
        for (statement, account) in accounts {
            if own.is_some_and(|own| own.contains(statement)) {
                holds.entry((*pattern, *root)).or_default().extend(account);
            }
        }
    }
    for ((pattern, root), holds) in holds {
        let certain = holds.iter().any(|hold| hold.stance.certain());
        findings.push(
            Sketch::new(rule, [root], move || finding(rule, context, pattern, root, &holds))
                .about(pattern)
                .level(compose::level_of_clash(rule, certain)),
        );
    }
}

/// The statements of a voice that are later than `earlier`.
fn later(context: &Context<'_>, accounts: &Accounts<'_>, earlier: StatementId) -> Vec<StatementId> {
    let ledger = context.reasoning.ledger;
    let since = &ledger.statement(earlier).date;
    accounts.keys().filter(|id| ledger.statement(**id).date.later_than(since)).copied().collect()
}

/// True when the later statements name no party that the earlier one names, and none that is tied to such a party.
fn moved(
    context: &Context<'_>,
    related: &Related,
    accounts: &Accounts<'_>,
    earlier: StatementId,
    later: &[StatementId],
) -> bool {
    let reasoning = context.reasoning;
    let filler = |hold: &&Hold| Some((hold.root, filler(reasoning, hold)?));
    let before: Vec<_> = accounts[&earlier].iter().filter_map(filler).collect();
    let mut since = later.iter().flat_map(|id| &accounts[id]).filter_map(filler);
    since.all(|(root, y)| {
        before.iter().all(|(_, x)| *x != y && !related.either(reasoning.ledger, root, root, *x, y))
    })
}

/// The party that a hold names for the deed; none where it names none.
fn filler(reasoning: &Reasoning<'_>, hold: &Hold) -> Option<PartyId> {
    let proposition = reasoning.propositions.get(hold.proposition);
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    predicate.party(&proposition, predicate.rival?)
}

/// The parties that a voice names in a row of statements, each with its day.
struct Step<'r> {
    named: Vec<PartyId>,
    days: Vec<String>,
    holds: Vec<&'r Hold>,
}

impl Step<'_> {
    /// "the Coast Front (2 May 2031 and 4 May 2031)".
    fn words(&self, ledger: &Ledger) -> String {
        let mut days = self.days.clone();
        days.dedup();
        format!("{} ({})", words::parties(ledger, &self.named), words::list(&days))
    }

    fn side(&self, reasoning: &Reasoning<'_>) -> Side {
        let mut side = compose::side(reasoning, None, &self.holds);
        saying::name(reasoning.ledger, &mut side, &self.named);
        side
    }
}

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    pattern: Proposition,
    root: PartyId,
    holds: &[&Hold],
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let at = ledger.vocabulary.get(pattern.predicate).rival.unwrap_or(0);
    let mut holds = holds.to_vec();
    holds.sort_by_cached_key(|hold| {
        let statement = ledger.statement(reasoning.position(hold.base).statement);
        (statement.date.order(), statement.id.clone())
    });
    // Statements one after another that name the same parties are one step.
    let mut steps: Vec<Step<'_>> = Vec::new();
    for told in
        holds.chunk_by(|a, b| reasoning.position(a.base).statement == reasoning.position(b.base).statement)
    {
        let named = told.iter().filter_map(|hold| filler(reasoning, hold));
        let named = compose::sorted_roots(ledger, named);
        let day = reasoning.position(told[0].base).date.words();
        match steps.last_mut().filter(|last| last.named == named) {
            Some(last) => {
                last.days.push(day);
                last.holds.extend(told);
            }
            None => steps.push(Step { named, days: vec![day], holds: told.to_vec() }),
        }
    }
    let name = words::capital(&ledger.party(root).name);
    let have = words::verb(words::party_number(ledger, root), "have");
    let told: Vec<String> = steps.iter().map(|step| step.words(ledger)).collect();
    let message = format!("{name} {have} named others than before: {}.", told.join(", then "));
    let sentence = words::sentence_with(ledger, &pattern, None, Sign::Plus, Some((at, "who")));
    let sides = steps.iter().map(|step| step.side(reasoning)).collect();
    let finding = Finding { question: sentence.clone(), ..compose::finding(rule, sentence, message) };
    compose::with_sides(reasoning, finding, sides)
}
