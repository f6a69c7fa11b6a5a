//! Parties give numbers, dates, places, weapons or names that cannot all be right.
//!
//! # What it says
//!
//! Two parties with different roots each give a value, and the two cannot both hold: 24 and at
//! least 34; drones and mines; two countries. At least 25 and 34 do not conflict. "About 500" is
//! 450 to 550. A place does not conflict with the country it lies in, and a border post with
//! neither of its countries. Neighbouring days do not conflict unless a time zone is given, for the
//! same hour may bear either date. Free text never conflicts.
//!
//! Of weapons, targets, causes and places there may be several. What one voice lists in one statement,
//! or in several whose order is not known, is one list, and two lists conflict when nothing in one
//! fits anything in the other: "drones and missiles" contradicts nobody who says drones. A kind of a
//! thing fits the thing: a Grad is a rocket.
//!
//! Tolls are shown as a ladder, party by party and by date, with revisions apart from disputes. A
//! party that counts again has revised its count, and only its latest is compared. Between two
//! parties a higher count for a later day is a note, for people die of wounds and are found late;
//! for the same day, or a lower count for a later one, it is a warning. So it stays where the party
//! that counts more has revised its count since, but had counted more for that day already: raising
//! a count explains no earlier difference. A figure for a day or the past 24 hours is entered with
//! its `scope`: figures of different scope are not compared.
//!
//! Nobody can have more of a part than in all: seven children among the dead, and five dead. Such a
//! clash is reported at the part. It is a note where the part is counted for a later day.
//!
//! # Why it matters
//!
//! Tolls and places are copied from text to text long after their source has changed them. The
//! ladder shows who still stands by which.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - killed(quay-fire) = 24
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     asserts:
//!       - killed(quay-fire) >= 34
//! ```
//!
//! # An example that does not
//!
//! Sudria says at least 14, and 24 is at least 14: the two agree.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - killed(quay-fire) = 24
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     asserts:
//!       - killed(quay-fire) >= 14
//! ```
//!
//! # What to do
//!
//! Give both values with who says so and when, or the range. See whether they count the same people
//! at the same time. If they differ only by time, scope or definition, record a reconciliation with
//! that reason. Do not average.

use std::collections::{BTreeMap, BTreeSet};

use super::clash::{self, Clash};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words;
use crate::reason::position::{Hold, Position};
use crate::reason::{Reasoning, parts};
use crate::rules::finding::{Family, Finding, Level, Side, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "conflicting-values",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Values,
    source: include_str!("conflicting_values.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    for (id, holds) in reasoning.groups() {
        let valued = |hold: &&Hold| hold.sign() == Sign::Plus && hold.value(reasoning.ledger).is_some();
        let plus: Vec<&Hold> = holds.iter().filter(valued).collect();
        let whole = reasoning.whole(id).map_or(&[][..], |whole| reasoning.on(whole));
        let all = plus.iter().copied().chain(whole.iter().filter(|hold| hold.stated()));
        let all: Vec<&Hold> = all.collect();
        if plus.is_empty() || all.len() < 2 {
            continue;
        }
        let on = reasoning.propositions.get(id);
        let clashes = |a: &Hold, b: &Hold| {
            let one = a.proposition == b.proposition;
            one && (a.stated() || b.stated()) && reasoning.clash(a, b)
                || !one && a.stated() && parts::exceeds(reasoning.ledger, a, b)
        };
        let Some(clash) = clash::between(reasoning, &context.reconciled, on, &plus, &all, clashes) else {
            continue;
        };
        let (own, whole): (Vec<&Hold>, Vec<&Hold>) =
            clash.holds.iter().partition(|hold| hold.proposition == id);
        let raised = Raised::on(reasoning, &own);
        let rising = rising(reasoning, &own, &raised) && overtaken(reasoning, &own, &whole, &raised);
        let mut sketch =
            clash.sketch(rule, reasoning, on, move |clash| finding(rule, context, id, clash, rising));
        if rising {
            sketch.level = Level::Note;
        }
        findings.push(sketch);
    }
}

/// Counts that their roots have raised since: root, day, scope and least number.
struct Raised(Vec<(PartyId, Date, u32, u64)>);

impl Raised {
    /// The counts that have been raised of what the holds state.
    fn on(reasoning: &Reasoning<'_>, holds: &[&Hold]) -> Self {
        let stated: BTreeSet<PropositionId> =
            holds.iter().map(|hold| reasoning.position(hold.base).proposition).collect();
        let count = |position: &Position| {
            let (low, _) = position.value(reasoning.ledger).and_then(Value::counts)?;
            Some((position.root, position.day(), position.scope, low))
        };
        Self(stated.into_iter().flat_map(|id| reasoning.raised_on(id)).filter_map(count).collect())
    }

    /// True when a root had counted more than a number for a day, or for an earlier one, before it raised its count.
    fn above(&self, root: PartyId, scope: u32, number: u64, on: &Date) -> bool {
        let more = |(by, day, of, low): &(PartyId, Date, u32, u64)| {
            *by == root && *of == scope && *low > number && !day.later_than(on)
        };
        self.0.iter().any(more)
    }
}

/// True when counts conflict only in that a higher one is for a later day, or for a day on which its own root's count
/// rose past the other, so that each may be right for its day: people die of wounds, and early counts are overtaken. A
/// count of nobody is no early count of that day. Where the higher root had counted more for the day of the lower count
/// already, the two differ about that day.
fn rising(reasoning: &Reasoning<'_>, holds: &[&Hold], raised: &Raised) -> bool {
    let mut counts: Vec<(u64, u64, Date, PartyId, u32)> = Vec::new();
    for hold in holds {
        let Some((low, high)) = hold.value(reasoning.ledger).and_then(Value::counts) else { return false };
        counts.push((low, high, reasoning.day(hold.base), hold.root, hold.scope));
    }
    counts.sort_by_key(|(low, high, date, root, scope)| (*low, *high, date.order(), *root, *scope));
    counts.dedup();
    let passed = |root: PartyId, on: &Date, number: u64| {
        counts.iter().any(|(low, _, date, by, _)| *by == root && date == on && *low <= number)
    };
    counts.iter().enumerate().all(|(at, (_, high, date, root, _))| {
        counts[at..].iter().filter(|(low, .., by, _)| low > high && by != root).all(
            |(.., later, by, scope)| {
                let of_the_day = || !date.later_than(later) && *high > 0 && passed(*by, later, *high);
                (later.later_than(date) || of_the_day()) && !raised.above(*by, *scope, *high, date)
            },
        )
    })
}

/// True when each part that exceeds a whole is counted for a later day than the whole, and its root had not counted as
/// many of the part for the day of the whole.
fn overtaken(reasoning: &Reasoning<'_>, parts: &[&Hold], wholes: &[&Hold], raised: &Raised) -> bool {
    let day = |hold: &Hold| reasoning.day(hold.base);
    parts.iter().filter(|part| part.stated()).all(|part| {
        let above = |whole: &&&Hold| whole.root != part.root && parts::exceeds(reasoning.ledger, part, whole);
        wholes.iter().filter(above).all(|whole| {
            let most =
                whole.value(reasoning.ledger).and_then(Value::counts).map_or(u64::MAX, |(_, most)| most);
            parts::overtaken(&day(part), &day(whole))
                && !raised.above(part.root, part.scope, most, &day(whole))
        })
    })
}

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    id: PropositionId,
    clash: &Clash<'_>,
    rising: bool,
) -> Finding {
    let reasoning = context.reasoning;
    let sides = compose::sides(reasoning, Some(id), &clash.holds);
    let roots: Vec<_> = sides.iter().map(|side| side.root).collect();
    let names = words::parties(reasoning.ledger, &roots);
    let (first, whole) = if rising {
        (
            "Each may be right for its day.",
            "different counts, the higher for a later day or hour: each may be right for its day.",
        )
    } else {
        ("", "values that cannot all be right.")
    };
    let hedge = if clash.certain { "" } else { " All of them hedge." };
    let further = format!("{hedge}{}", in_all(reasoning, id, &clash.holds));
    let mut earlier: Vec<&Position> =
        reasoning.superseded_on(id).filter(|position| roots.contains(&position.root)).collect();
    earlier.sort_by_key(|position| (position.date.order(), position.statement));
    let message = format!("{names} give {whole}{further}{}", ladder(reasoning, id, &clash.holds, &earlier));
    let beyond = format!("{first}{further}{}", revised(reasoning, id, &earlier));
    let hour = of_one_day(&sides);
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    finding.beyond = Some(beyond.trim().to_owned());
    if hour {
        finding.question = words::question_of_the_hour(reasoning.ledger, &reasoning.propositions.get(id));
    }
    finding
}

/// Whether all values are moments of one day, so that the hour alone is in dispute.
fn of_one_day(sides: &[Side]) -> bool {
    let dates = sides.iter().flat_map(|side| &side.values).map(|value| match value {
        Value::Date(Comparison::Is, date, _) => date.instant().map(|_| (date.first(), date.last())),
        _ => None,
    });
    let days: Vec<Option<(i32, i32)>> = dates.collect();
    days.first().is_some_and(|first| first.is_some() && days.iter().all(|day| day == first))
}

/// The sentence on who counts more of a part than others count of the whole; empty where nobody does.
fn in_all(reasoning: &Reasoning<'_>, id: PropositionId, holds: &[&Hold]) -> String {
    let (mut some, mut all) = (BTreeSet::new(), BTreeSet::new());
    for whole in holds.iter().filter(|hold| hold.proposition != id) {
        let above = |part: &&&Hold| {
            part.root != whole.root && part.stated() && parts::exceeds(reasoning.ledger, part, whole)
        };
        for part in holds.iter().filter(|hold| hold.proposition == id).filter(above) {
            some.insert(part.root);
            all.insert(whole.root);
        }
    }
    if all.is_empty() {
        return String::new();
    }
    let ledger = reasoning.ledger;
    let count = |roots: BTreeSet<PartyId>| {
        let roots = compose::sorted_roots(ledger, roots.into_iter());
        let count = words::verb(words::parties_number(ledger, &roots), "count");
        format!("{} {count}", words::parties(ledger, &roots))
    };
    format!(" {} more of them than {} in all.", words::capital(&count(some)), count(all))
}

/// The sentence that lists counts by date, with revisions marked; empty where a value is no count.
fn ladder(reasoning: &Reasoning<'_>, id: PropositionId, holds: &[&Hold], earlier: &[&Position]) -> String {
    if !holds.iter().all(|hold| hold.value(reasoning.ledger).is_some_and(|value| value.counts().is_some())) {
        return String::new();
    }
    let ledger = reasoning.ledger;
    let mut rungs: BTreeMap<_, (String, BTreeSet<String>)> = BTreeMap::new();
    let predicate = reasoning.propositions.get(id).predicate;
    let in_all = |hold: &Hold| if hold.proposition == id { "" } else { " in all" };
    let standing = holds.iter().map(|hold| (reasoning.position(hold.base), in_all(hold), ""));
    let earlier = earlier.iter().map(|position| (*position, "", ", since revised"));
    for (position, of, mark) in standing.chain(earlier) {
        let Some(value) = position.value(reasoning.ledger) else { continue };
        let rung =
            rungs.entry(position.date.order()).or_insert_with(|| (position.date.words(), BTreeSet::new()));
        let root = &ledger.party(position.root).name;
        rung.1.insert(format!("{}{of} by {root}{mark}", words::amount(ledger, predicate, value)));
    }
    let rungs: Vec<String> = rungs
        .into_values()
        .map(|(day, said)| format!("{day}, {}", words::list(&said.into_iter().collect::<Vec<_>>())))
        .collect();
    format!(" By date: {}.", rungs.join("; "))
}

/// The sentence on plain counts that were revised since; empty where none was.
fn revised(reasoning: &Reasoning<'_>, id: PropositionId, earlier: &[&Position]) -> String {
    let ledger = reasoning.ledger;
    let told = |position: &&Position| {
        let value = words::amount(ledger, reasoning.propositions.get(id).predicate, position.value(ledger)?);
        Some(format!("{value} by {} ({})", ledger.party(position.root).name, position.date.words()))
    };
    let plain = earlier.iter().filter(|one| reasoning.plain_count(one));
    let counts: Vec<String> = plain.filter_map(told).collect();
    if counts.is_empty() { String::new() } else { format!(" Revised since: {}.", counts.join("; ")) }
}
