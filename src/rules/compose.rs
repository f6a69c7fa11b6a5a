//! Parts from which rules make findings: sides from holds, statements in order, places to look at.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::finding::{Family, Finding, Folding, Label, Level, Side};
use super::{Rule, beside, saying};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::Value;
use crate::ledger::words::{self, Number};
use crate::reason::Reasoning;
use crate::reason::acts::Act;
use crate::reason::position::{Hold, PositionId, Reason};
use crate::reason::standing::Witness;

/// A finding with a reading and a message; the rest is as the rule has it, or empty.
pub fn finding(rule: &'static Rule, reading: String, message: String) -> Finding {
    Finding {
        rule,
        family: rule.family,
        level: rule.level,
        about: None,
        question: format!("whether {reading}"),
        reading,
        parties: Vec::new(),
        statements: Vec::new(),
        records: Vec::new(),
        sides: Vec::new(),
        message,
        beyond: None,
        help: None,
        reconciled: None,
        accepted: false,
        folding: Folding::default(),
        standing: None,
        hangs_on: Vec::new(),
        hanging: Vec::new(),
        labels: Vec::new(),
    }
}

/// A finding about a proposition that rests on sides, from which it takes its parties, statements and labels.
pub fn about(
    rule: &'static Rule,
    reasoning: &Reasoning<'_>,
    proposition: PropositionId,
    sides: Vec<Side>,
    message: &str,
) -> Finding {
    let named = reasoning.propositions.get(proposition);
    let ledger = reasoning.ledger;
    let mut finding =
        finding(rule, words::sentence(ledger, &named, None, Sign::Plus), words::capital(message));
    finding.about = Some(named);
    finding.question = words::question(ledger, &named);
    with_sides(reasoning, finding, sides)
}

/// Puts sides into a finding, and takes its parties, statements and labels from them.
pub fn with_sides(reasoning: &Reasoning<'_>, mut finding: Finding, sides: Vec<Side>) -> Finding {
    let ledger = reasoning.ledger;
    finding.parties = sorted_roots(ledger, sides.iter().map(|side| side.root));
    finding.statements =
        sorted_statements(ledger, sides.iter().flat_map(|side| side.statements.iter().copied()));
    let shown: Vec<StatementId> = sides.iter().flat_map(|side| side.statements.iter().copied()).collect();
    let mut seen = BTreeSet::new();
    for id in shown {
        if seen.insert(id) {
            let statement = ledger.statement(id);
            let by: Vec<&str> = statement.by.iter().map(|party| ledger.party(*party).name.as_str()).collect();
            let text = format!("{}, {}", words::list(&by), statement.date.words());
            finding.labels.push(Label { span: statement.span, text });
        }
    }
    finding.sides = sides;
    finding
}

/// The root of each hold.
pub fn roots(holds: &[&Hold]) -> Vec<PartyId> {
    holds.iter().map(|hold| hold.root).collect()
}

/// Roots, each once, sorted by id.
pub fn sorted_roots(ledger: &Ledger, roots: impl Iterator<Item = PartyId>) -> Vec<PartyId> {
    let mut roots: Vec<PartyId> = roots.collect();
    roots.sort_by(|a, b| ledger.party(*a).id.cmp(&ledger.party(*b).id));
    roots.dedup();
    roots
}

/// Statements, each once, sorted by id.
pub fn sorted_statements(ledger: &Ledger, ids: impl Iterator<Item = StatementId>) -> Vec<StatementId> {
    let mut ids: Vec<StatementId> = ids.collect();
    ids.sort_by(|a, b| ledger.statement(*a).id.cmp(&ledger.statement(*b).id));
    ids.dedup();
    ids
}

/// One side for each root and sign among holds, plus before minus, then by the root's earliest statement. `at` is the
/// proposition at which they are reported; a side that states only others is derived.
pub fn sides(reasoning: &Reasoning<'_>, at: Option<PropositionId>, holds: &[&Hold]) -> Vec<Side> {
    let ledger = reasoning.ledger;
    let mut by: BTreeMap<(Sign, PartyId), Vec<&Hold>> = BTreeMap::new();
    for hold in holds {
        by.entry((hold.sign(), hold.root)).or_default().push(hold);
    }
    let mut sides: Vec<Side> = by.into_values().map(|holds| side(reasoning, at, &holds)).collect();
    sides.sort_by_cached_key(|side| {
        let first = side.statements.first().map(|id| ledger.statement(*id));
        (side.sign, first.map(|statement| (statement.date.order(), statement.id.clone())))
    });
    sides
}

/// The side of one root, from its holds of one sign, of which there must be one at least.
pub fn side(reasoning: &Reasoning<'_>, at: Option<PropositionId>, holds: &[&Hold]) -> Side {
    let ledger = reasoning.ledger;
    let mut holds = holds.to_vec();
    holds.sort_by_cached_key(|hold| {
        let position = reasoning.position(hold.base);
        (position.date.order(), ledger.statement(position.statement).id.clone(), hold.way.len())
    });
    let (mut statements, mut seen) = (Vec::new(), FxHashSet::default());
    let mut values: Vec<Value> = Vec::new();
    let mut written = FxHashSet::default();
    for hold in &holds {
        for base in beside::bases(reasoning, hold) {
            let statement = reasoning.position(base).statement;
            if seen.insert(statement) {
                statements.push(statement);
            }
        }
        if let Some(value) =
            hold.value(reasoning.ledger).filter(|value| written.insert(words::value_text(ledger, *value)))
        {
            values.push(value);
        }
    }
    let own_words = beside::own_words(reasoning, &holds);
    let (scope, as_of_value) = beside::covered(reasoning, &holds);
    let strongest: &Hold = holds.iter().find(|hold| hold.stance.certain()).copied().unwrap_or(holds[0]);
    let stated = |hold: &&Hold| {
        at.map_or(hold.stated(), |at| reasoning.position(hold.base).proposition == at)
            || reasoning.in_all(at, hold)
    };
    let derived = !holds.iter().any(stated);
    if !derived {
        holds.retain(stated);
    }
    let root = strongest.root;
    let words = |number| saying::says(reasoning, number, at, &holds, derived);
    Side {
        root,
        sign: strongest.sign(),
        stance: strongest.stance,
        values,
        scope,
        as_of_value,
        statements,
        own_words,
        derived,
        act: if derived { None } else { saying::act(reasoning, strongest) },
        says: words(words::party_number(ledger, root)),
        say: words(Number::Many),
        read: false,
        way: if derived { way_to(reasoning, at, holds[0]) } else { Vec::new() },
    }
}

/// The steps in words from what a root said to the proposition `at`.
fn way_to(reasoning: &Reasoning<'_>, at: Option<PropositionId>, hold: &Hold) -> Vec<String> {
    let mut lines = way(reasoning, hold);
    if let Some(at) = at.filter(|at| *at != hold.proposition) {
        let proposition = reasoning.propositions.get(at);
        let sentence = words::sentence(reasoning.ledger, &proposition, None, hold.sign());
        lines.push(format!("so, by definition: {sentence}"));
    }
    lines
}

/// The steps in words from what a root said to a hold.
pub fn way(reasoning: &Reasoning<'_>, hold: &Hold) -> Vec<String> {
    let mut lines = vec![said(reasoning, hold.base)];
    for step in reasoning.way(hold) {
        let proposition = reasoning.propositions.get(step.to);
        let sentence =
            words::sentence(reasoning.ledger, &proposition, hold.value(reasoning.ledger), Sign::Plus);
        let by = match step.reason {
            Reason::Implies | Reason::Happening => "by definition",
            Reason::Whole => "since what a body did its whole did",
            Reason::Member => "since, in its own words, the one is a member of the other",
            Reason::SameEvent => "since, in its own words, the events are one",
            Reason::Transitive => "since, in its own words, the one is tied to the other",
        };
        lines.extend(step.with.ids().iter().map(|id| said(reasoning, *id)));
        lines.push(format!("so, {by}: {sentence}"));
    }
    lines
}

/// A position in words: "`id`: says that …".
pub fn said(reasoning: &Reasoning<'_>, id: PositionId) -> String {
    let position = reasoning.position(id);
    let proposition = reasoning.propositions.get(position.proposition);
    format!(
        "{}: {}",
        reasoning.ledger.statement(position.statement).id,
        words::says(
            reasoning.ledger,
            words::party_number(reasoning.ledger, position.root),
            position.stance,
            &proposition,
            position.value(reasoning.ledger)
        )
    )
}

/// The sides worded for an agreement, whose sentence says what all of them say, even where that is a denial.
pub fn agreeing(ledger: &Ledger, mut sides: Vec<Side>) -> Vec<Side> {
    let plainly = |side: &&mut Side| side.sign == Sign::Minus && side.values.is_empty() && !side.derived;
    for side in sides.iter_mut().filter(plainly) {
        let (one, many) = match (side.stance, side.act) {
            (Stance::Doubts, _) => ("says it is likely", "say it is likely"),
            (_, Some(Act::Exoneration)) => continue,
            _ => ("says so", "say so"),
        };
        let says = words::party_number(ledger, side.root).pick(one, many);
        (side.says, side.say) = (says.to_owned(), many.to_owned());
    }
    sides
}

/// The name of a witness; for an unnamed one also its description and, if it is another root, through whom we know it.
pub fn witness(ledger: &Ledger, witness: &Witness) -> String {
    let name = ledger.party(witness.root).name.clone();
    let statement = ledger.statement(witness.statement);
    let others = statement.by.len().saturating_sub(1);
    let Some(unnamed) = &statement.anonymous else {
        let joint = || format!("{name} (in one statement with {} more)", words::number(others));
        return if others == 0 { name } else { joint() };
    };
    if witness.origin.contains(&witness.root) {
        return format!("{name} ({unnamed})");
    }
    let through = words::parties(ledger, &sorted_roots(ledger, witness.origin.iter().copied()));
    format!("{name} ({unnamed}, known through {through})")
}

/// The names of the roots whose sides have a sign.
pub fn roots_of(ledger: &Ledger, sides: &[Side], sign: Sign) -> String {
    let roots: Vec<PartyId> = sides.iter().filter(|side| side.sign == sign).map(|side| side.root).collect();
    words::parties(ledger, &roots)
}

/// A finding of the family `records` that points at one place; [`Finding::between`] names the records that it lies between.
pub fn record(rule: &'static Rule, span: crate::text::Span, message: String, help: String) -> Finding {
    debug_assert!(rule.family == Family::Record);
    let mut finding = finding(rule, message.clone(), message);
    finding.help = Some(help);
    finding.labels.push(Label { span, text: String::new() });
    finding
}

/// The level of a clash: that of the rule, or a note where nobody is certain.
pub fn level_of_clash(rule: &Rule, certain: bool) -> Level {
    if certain { rule.level } else { Level::Note }
}
