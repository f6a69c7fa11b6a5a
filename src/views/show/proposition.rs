//! The page of a proposition: what it implies and follows from, who holds and who denies it, and how it stands.

use super::desk::Desk;
use super::{bearing, findings, held};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::ValueKind;
use crate::ledger::words;
use crate::reason::definition::Definitions;
use crate::reason::position::Hold;
use crate::reason::readings::Reading;
use crate::rules::compose;
use crate::rules::finding::{Family, Finding};
use crate::views::page::{Page, Row, Section};

/// The page.
pub(super) fn page(desk: &Desk<'_>, proposition: Proposition) -> Page {
    let known = desk.reasoning.propositions.find(&proposition);
    let rows = |wanted| known.map_or_else(Vec::new, |id| held::on(desk, id, wanted, 0));
    let mut plus = Section::new("plus", "Who says so");
    plus.rows = rows(Sign::Plus);
    let mut minus = Section::new("minus", "Who says that it is not so");
    minus.rows = rows(Sign::Minus);
    minus.rows.extend(denials(desk, proposition, 0));
    let mut none = Section::new("none", "Who leaves it open or declines to say");
    none.rows = rows(Sign::None);
    let mut gone = Section::new("gone", "What no longer stands");
    gone.rows = known.map_or_else(Vec::new, |id| held::gone(desk, id, 0));
    for section in [&mut plus, &mut minus] {
        if section.rows.is_empty() {
            let spoken = known.is_some_and(|id| !desk.on_proposition(id).is_empty());
            let nobody = if spoken { "nobody on file" } else { "nobody on file speaks of this itself" };
            section.rows.push(Row::text(0, nobody));
        }
    }
    let mut readings = Section::new("readings", "Who may be read as saying so, and has not said it");
    for reading in desk.reasoning.readings.iter().filter(|reading| reaches(desk, reading, proposition)) {
        readings.rows.extend(self::reading(desk, reading, 0));
    }
    let found = findings::section(desk, None, |finding| {
        findings::about(finding, &proposition) || elsewhere(desk, finding, known)
    });
    Page {
        kind: "proposition",
        id: words::canonical(desk.ledger, &proposition),
        title: words::capital(&words::question(desk.ledger, &proposition)),
        sections: vec![
            logic(desk, proposition),
            plus,
            minus,
            none,
            gone,
            bearing::section(desk, proposition, known),
            readings,
            found,
        ],
    }
}

/// True when a clash on a proposition is reported at another, which its plus side states in so many words.
fn elsewhere(desk: &Desk<'_>, finding: &Finding, known: Option<PropositionId>) -> bool {
    let Some(id) = known.filter(|_| finding.family == Family::Contradiction) else { return false };
    let reasoning = desk.reasoning;
    let statement = |hold: &Hold| reasoning.position(hold.base).statement;
    let denied = reasoning.against(id).any(|hold| findings::rests_on(finding, statement(hold)));
    let derived = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus && !hold.stated());
    let mut derived = derived.filter(|hold| findings::rests_on(finding, statement(hold)));
    denied
        && derived.any(|hold| {
            let stated = reasoning.propositions.get(reasoning.position(hold.base).proposition);
            findings::about(finding, &stated)
        })
}

/// True when a reading is of a proposition, or of the same with events that the root holds to be one.
fn reaches(desk: &Desk<'_>, reading: &Reading, proposition: Proposition) -> bool {
    let one = desk.reasoning.one_event.get(&reading.root);
    let plain = one.map_or(proposition, |one| one.plain(desk.ledger, proposition));
    reading.proposition == plain
}

/// The consequences of a proposition by definition with their steps, whether or not anybody speaks of it.
fn consequences(desk: &Desk<'_>, proposition: Proposition) -> Vec<(Proposition, Vec<Proposition>)> {
    let ledger = desk.ledger;
    let mut all = desk.reasoning.propositions.clone();
    let id = all.intern(proposition);
    let latest = ledger.said().map(|(_, statement)| statement.date).max_by_key(Date::order);
    let mut definitions = Definitions::new(ledger);
    let row = definitions.of(ledger, &mut all, id, &latest.unwrap_or_else(|| Date::day(0)));
    let way = |at| definitions.steps(at).into_iter().map(|(_, to)| all.get(to)).collect();
    definitions.row(row).iter().map(|at| (all.get(at.to), way(at))).collect()
}

/// The roots that deny a consequence of a proposition by definition, each with the way.
pub(super) fn denials(desk: &Desk<'_>, proposition: Proposition, depth: usize) -> Vec<Row> {
    let ledger = desk.ledger;
    let sentence = |at: &Proposition| words::sentence(ledger, at, None, Sign::Plus);
    let mut rows = Vec::new();
    for (to, steps) in consequences(desk, proposition) {
        let Some(id) = desk.reasoning.propositions.find(&to) else { continue };
        let through: Vec<String> = steps.iter().map(sentence).collect();
        let way = format!(
            "whoever says that {} says, by definition, that {}",
            sentence(&proposition),
            through.join(", and so that ")
        );
        rows.extend(held::by_definition(desk, id, &way, depth));
    }
    rows
}

/// The section on its consequences, on what implies it, and on what cannot hold beside it.
fn logic(desk: &Desk<'_>, proposition: Proposition) -> Section {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let mut section = Section::new("logic", "What it says");
    let says = words::sentence(ledger, &proposition, None, Sign::Plus);
    let not = words::sentence(ledger, &proposition, None, Sign::Minus);
    if predicate.value.is_empty() {
        section.rows.push(Row::labelled(0, "so", says));
        section.rows.push(Row::labelled(0, "not so", not));
    } else {
        let kinds = ValueKind::WORDS.iter().filter(|(_, kind)| predicate.value.contains(kind));
        let kinds: Vec<&str> = kinds.map(|(word, _)| *word).collect();
        section.rows.push(Row::labelled(0, "takes", format!("a value: {}", kinds.join(" or "))));
    }
    let named = |label: &str, other: &Proposition| {
        let text = words::sentence(ledger, other, None, Sign::Plus);
        let name = words::canonical(ledger, other);
        Row { proposition: Some(name), ..Row::labelled(0, label, text) }
    };
    for (to, _) in consequences(desk, proposition) {
        section.rows.push(named("says with it", &to));
    }
    if let Some(id) = reasoning.propositions.find(&proposition) {
        for at in (0..reasoning.propositions.len()).map(PropositionId::from) {
            if !desk.on_proposition(at).is_empty()
                && reasoning.consequences(at).iter().any(|consequence| consequence.to == id)
            {
                section.rows.push(named("said with", &reasoning.propositions.get(at)));
            }
        }
    }
    for (other, opposite) in ledger.vocabulary.iter() {
        if other != proposition.predicate
            && ledger.vocabulary.opposites(proposition.predicate, other)
            && opposite.arguments == predicate.arguments
        {
            section.rows.push(named("its opposite", &Proposition { predicate: other, ..proposition }));
        }
    }
    for (is, what) in [
        (predicate.symmetric, "the same in either order"),
        (predicate.transitive, "passed on: from one to a second and on to a third, so to the third"),
        (predicate.attitude, "an attitude of one's own: shared rather than agreed"),
    ] {
        if is {
            section.rows.push(Row::labelled(0, "kind", what));
        }
    }
    section
}

/// A reading: the root, the rule, and the statements and steps on which it rests.
pub(super) fn reading(desk: &Desk<'_>, reading: &Reading, depth: usize) -> Vec<Row> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let name = &ledger.party(reading.root).name;
    let sentence = words::sentence(ledger, &reading.proposition, None, Sign::Plus);
    let hedged = if reading.certain { "" } else { ", as likely or possible" };
    let text = format!("may be read as saying that {sentence}{hedged}; it has not said so itself");
    let mut rows = vec![Row {
        proposition: Some(words::canonical(ledger, &reading.proposition)),
        ..Row::labelled(depth, name, text)
    }];
    let premises = || reading.premises.iter().map(|at| &reasoning.holds[*at]);
    let statements = premises().map(|hold| reasoning.position(hold.base).statement).collect();
    let statements = desk.by_date(statements).into_iter();
    rows.extend(statements.map(|id| desk.credit(depth + 1, id, Some(reading.root))));
    for hold in premises() {
        rows.extend(compose::way(reasoning, hold).into_iter().map(|step| Row::text(depth + 1, step)));
    }
    let rule = &ledger.vocabulary.rules[reading.rule].id;
    rows.push(Row::text(depth + 1, format!("so, only under the rule {rule}: {sentence}")));
    rows
}
