//! The heading of a matter, and the word of each party on it: a line for each strength in which it was said.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::formats::text::in_question;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Long;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::acts::{self, Act};
use crate::reason::position::{Hold, Position};
use crate::rules::finding::{Family, Finding, Side, Tells};
use crate::views::table::formats::conditional;
use crate::views::table::{Cell, Entry, How, Row};

/// What stands above a matter.
pub(super) struct Heading {
    /// The matter as a question, or as a sentence that all who speak of it say.
    pub question: String,
    /// True where that sentence says that something is not so.
    pub denies: bool,
}

impl Heading {
    /// The heading for findings on one proposition, and its row of the table where it has one.
    pub(super) fn of(ledger: &Ledger, findings: &[&Finding], row: Option<&Row>) -> Self {
        let first = findings[0];
        let question = || Self { question: in_question(first), denies: false };
        let (Family::Agreement, Some(row), Some(side)) = (first.family, row, first.sides.first()) else {
            return question();
        };
        let agreeing: FxHashSet<StatementId> =
            first.sides.iter().flat_map(|side| &side.statements).copied().collect();
        let agreed = |id: &StatementId| agreeing.contains(id);
        let of_sides = |one: &Side| {
            one.sign == side.sign
                && one.stance.certain()
                && (side.values.is_empty() || one.statements.iter().all(agreed))
        };
        let of_entry = |entry: &Entry| {
            says(entry, side.sign) && (side.values.is_empty() || entry.statements.iter().all(agreed))
        };
        let all = findings.iter().flat_map(|finding| &finding.sides).all(of_sides)
            && stated(row).all(|(_, entry)| of_entry(entry));
        if all {
            return Self { denies: side.sign == Sign::Minus && side.values.is_empty(), ..question() };
        }
        Self { question: words::question(ledger, &row.proposition), denies: false }
    }

    /// The heading for a row alone. Of an attitude nobody speaks but its holder, so where all its words say so it is in
    /// nobody's question.
    pub(super) fn of_row(ledger: &Ledger, row: &Row) -> String {
        if row.own.is_some() && stated(row).all(|(_, entry)| says(entry, Sign::Plus)) {
            row.reading.clone()
        } else {
            words::question(ledger, &row.proposition)
        }
    }
}

/// True when an entry says with certainty, and on no condition, that something is so, or that it is not.
fn says(entry: &Entry, sign: Sign) -> bool {
    entry.stance.sign() == sign && entry.stance.certain() && entry.condition.is_none()
}

/// The entries of a row that are said in so many words.
pub(super) fn stated(row: &Row) -> impl Iterator<Item = (&Cell, &Entry)> {
    let entries = row.cells.iter().flat_map(|cell| cell.entries.iter().map(move |entry| (cell, entry)));
    entries.filter(|(_, entry)| entry.how == How::Stated)
}

/// The words of the parties on a row, each as strong as it was said.
pub(super) struct Strengths<'d> {
    pub row: &'d Row,
    reasoning: &'d Reasoning<'d>,
    /// True where the heading says that it is not so: who denies it then says so.
    denied: bool,
}

impl<'d> Strengths<'d> {
    pub(super) fn new(reasoning: &'d Reasoning<'d>, row: &'d Row, denied: bool) -> Self {
        Self { row, reasoning, denied }
    }

    /// These statements of a side, with the words for those of each strength; none where the side's own words are those
    /// of all of them.
    pub(super) fn parts(
        &self,
        finding: &Finding,
        side: &Side,
        statements: &[StatementId],
    ) -> Option<Vec<(String, Vec<StatementId>)>> {
        // These have words of their own, of what else was said, or before.
        if matches!(finding.rule.tells, Tells::Turn | Tells::Rivals) || side.read {
            return None;
        }
        if side.derived {
            return self.derived(side, statements);
        }
        let of_side = |(cell, entry): &(&Cell, &Entry)| {
            cell.root == side.root && entry.stance.sign() == side.sign && entry.condition.is_none()
        };
        let mut entries: FxHashMap<StatementId, &Entry> = FxHashMap::default();
        for (_, entry) in stated(self.row).filter(of_side) {
            for id in &entry.statements {
                entries.entry(*id).or_insert(entry);
            }
        }
        let of = |id: &StatementId| entries.get(id).copied();
        let all: Vec<&Entry> = side.statements.iter().filter_map(of).collect();
        let first = all.first()?;
        let alike = all.iter().all(|one| (one.stance, one.hearsay) == (first.stance, first.hearsay));
        let holds = self.holds(side);
        let other = |hold: &&Hold| hold.stance != first.stance;
        let further: Vec<Option<&Hold>> = statements
            .iter()
            .map(|id| holds.get(id).copied().filter(|hold| of(id).is_none() && other(hold)))
            .collect();
        // The side of an agreement on what is not so says so; where the heading asks whether it is, it denies it.
        let turned =
            finding.family == Family::Agreement && side.sign == Sign::Minus && side.values.is_empty();
        if alike && further.iter().all(Option::is_none) && (self.denied || !turned) {
            return None;
        }
        let mut parts: Vec<(String, Vec<StatementId>)> = Vec::new();
        for (id, further) in statements.iter().zip(further) {
            let says = match (of(id), further) {
                (Some(entry), _) => self.says(side.root, entry),
                (None, Some(hold)) => self.otherwise(side.root, hold),
                (None, None) if side.values.is_empty() => self.says(side.root, first),
                (None, None) => side.says.clone(),
            };
            match parts.iter_mut().find(|(known, _)| *known == says) {
                Some((_, all)) => all.push(*id),
                None => parts.push((says, vec![*id])),
            }
        }
        Some(parts)
    }

    /// The parts of a side that follows from what was said in other words, where that was not all of one strength.
    fn derived(&self, side: &Side, statements: &[StatementId]) -> Option<Vec<(String, Vec<StatementId>)>> {
        let holds = self.holds(side);
        let stances: FxHashSet<Stance> = holds.values().map(|hold| hold.stance).collect();
        if stances.len() < 2 || !side.values.is_empty() {
            return None;
        }
        let mut parts: Vec<(String, Vec<StatementId>)> = Vec::new();
        for id in statements {
            let says =
                holds.get(id).map_or_else(|| side.says.clone(), |hold| self.otherwise(side.root, hold));
            match parts.iter_mut().find(|(known, _)| *known == says) {
                Some((_, all)) => all.push(*id),
                None => parts.push((says, vec![*id])),
            }
        }
        Some(parts)
    }

    /// What roots said of the row before later words of their own took its place, each with its statement, by date; without
    /// what says the same as they say now, and without plain `counts`, where these are told elsewhere.
    pub(super) fn before(&self, counts: bool) -> Vec<(PartyId, String, StatementId)> {
        let ledger = self.reasoning.ledger;
        let Some(id) = self.reasoning.propositions.find(&self.row.proposition) else { return Vec::new() };
        let mut before: Vec<&Position> = self.reasoning.superseded_on(id).collect();
        before.retain(|position| !(counts && self.reasoning.plain_count(position)));
        before.retain(|position| {
            let now = |(cell, entry): (&Cell, &Entry)| {
                cell.root == position.root
                    && (entry.stance, entry.value) == (position.stance, position.value(ledger))
            };
            !position.tacit && !position.hearsay && !position.disputed && !stated(self.row).any(now)
        });
        before.sort_by_key(|position| (position.date.order(), &ledger.statement(position.statement).id));
        let told = |position: &Position| {
            let number = words::party_number(ledger, position.root);
            let (stance, value) = (position.stance, position.value(ledger));
            let says = words::says(ledger, number, stance, &self.row.proposition, value);
            (position.root, format!("before that {}", words::past(&says)), position.statement)
        };
        before.into_iter().map(told).collect()
    }

    /// The positions of a side by their statements, those in other words too.
    fn holds(&self, side: &Side) -> FxHashMap<StatementId, &'d Hold> {
        let Some(id) = self.reasoning.propositions.find(&self.row.proposition) else {
            return FxHashMap::default();
        };
        let all = self.reasoning.on(id).iter().chain(self.reasoning.against(id));
        let of_side = all.filter(|hold| hold.root == side.root && hold.sign() == side.sign);
        of_side.map(|hold| (self.reasoning.position(hold.base).statement, hold)).collect()
    }

    /// What a root said in other words, to be read after its name.
    fn otherwise(&self, root: PartyId, hold: &Hold) -> String {
        let base = self.reasoning.position(hold.base);
        let said: Proposition = self.reasoning.propositions.get(base.proposition);
        let number = words::party_number(self.reasoning.ledger, root);
        words::says(self.reasoning.ledger, number, base.stance, &said, base.value(self.reasoning.ledger))
    }

    /// What a root says by an entry, to be read after its name.
    pub(super) fn says(&self, root: PartyId, entry: &Entry) -> String {
        let ledger = self.reasoning.ledger;
        let number = words::party_number(ledger, root);
        let proposition = &self.row.proposition;
        let mut text = match (entry.stance, entry.value) {
            (Stance::Asserts, Some(value)) => {
                format!(
                    "{} {}",
                    words::verb(number, "say"),
                    words::amount(ledger, proposition.predicate, value)
                )
            }
            (Stance::Suggests, Some(value)) => {
                let amount = words::amount(ledger, proposition.predicate, value);
                format!("{}: {amount}", words::does(number, Stance::Suggests))
            }
            (stance @ (Stance::Doubts | Stance::Denies), value @ Some(_)) => {
                words::says(ledger, number, stance, proposition, value)
            }
            (stance, _) => {
                let id = self.reasoning.propositions.find(proposition);
                let does = id
                    .zip(entry.act)
                    .and_then(|(id, act)| acts::does(self.reasoning, number, id, root, stance, act));
                let denied = self.denied && stance == Stance::Denies && entry.act != Some(Act::Exoneration);
                let plain = if denied { Stance::Asserts } else { stance };
                does.unwrap_or_else(|| words::does(number, plain).to_owned())
            }
        };
        text.push_str(&Long::bracketed(entry.long.as_ref()));
        if entry.hearsay {
            text.push_str(" (hearsay: the words reach us only through another party)");
        }
        text + &conditional(entry)
    }
}
