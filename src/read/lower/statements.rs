//! Statements: who said what. One with any error is set aside whole, since half a statement is another statement.

use rayon::prelude::*;

use super::Lowering;
use super::bare::Written as Bits;
use super::entities::declared;
use super::names;
use super::parts::checks;
use super::positions::{Position, Positions};
use super::raw::{Raw, again, in_order};
use super::reader::Record;
use super::sheet::{Said, Sheet, portions};
use crate::ledger::model::date::Date;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::seldom::Rarer;
use crate::ledger::model::statement::{Cited, Quote, Statement, Written};
use crate::ledger::model::value::Value as Meant;
use crate::ledger::{Ledger, Phrases, Table, roots};
use crate::read::fields;
use crate::read::records::{Lost, Problem};
use crate::read::yaml::tree::Node;
use crate::text::{Sources, Span};

impl Lowering<'_> {
    pub(super) fn statements(&mut self, sheets: &mut [Sheet<'_>], lost: &[Lost<'_>], broken: &[Span]) {
        let ids = sheets.iter().flat_map(|sheet| &sheet.statements).map(|(id, span)| (&**id, *span));
        self.declare_list(ids, lost, |ledger| &mut ledger.statements);
        for sheet in sheets.iter_mut() {
            sheet.statements = Vec::new();
        }
        let mut places = Places { next: 0, sound: vec![false; self.ledger.statements.len()] };
        let texts = self.texts;
        let portions = portions(sheets, texts);
        let mut cuts = portions.first().map(|first| again(first, texts)).unwrap_or_default();
        for (at, sheets) in portions.iter().enumerate() {
            let next = portions.get(at + 1).copied().unwrap_or_default();
            // While some are read, the next are cut.
            let read = || self.read_files(sheets, &cuts, broken, &mut places);
            let ((), next) = rayon::join(read, || again(next, texts));
            cuts = next;
        }
        self.set_aside(&places.sound);
        self.own_retractions();
    }

    /// Reads the statements of some files; `cuts` has for each those that were cut out again.
    fn read_files(&mut self, sheets: &[Sheet<'_>], cuts: &[Said<'_>], broken: &[Span], places: &mut Places) {
        const AT_ONCE: usize = 65_536;
        let Some(kind) = fields::list(Statement::LIST) else { return };
        let texts = self.texts;
        let all = sheets.iter().zip(cuts).flat_map(|(sheet, cut)| {
            in_order(sheet.file, &texts.file(sheet.file).text, sheet.said.as_ref().unwrap_or(cut))
        });
        let all: Vec<Raw<'_, '_>> = all.collect();
        for some in all.chunks(AT_ONCE) {
            let reading = Reading { ledger: self.ledger, texts };
            self.ledger.suggestions.rest(true);
            let sound = |raw: &Raw<'_, '_>| reading.sound(kind, raw);
            let found: Vec<Option<Read>> = some.par_iter().with_min_len(256).map(sound).collect();
            self.ledger.suggestions.rest(false);
            for (raw, read) in some.iter().zip(found) {
                let place = places.next_of(raw.id(), &self.ledger.statements);
                let read = match read {
                    Some(read) => Some(read),
                    None => raw.tree().and_then(|tree| self.read_again(kind, &tree, place)),
                };
                if let (Some(place), Some(read), false) = (place, read, raw.is_cut(broken)) {
                    let row = self.ledger.statements.at_mut(place);
                    let (id, span) = (std::mem::take(&mut row.id), row.span);
                    let read = self.interned(read);
                    *self.ledger.statements.at_mut(place) = Statement { id, span, ..read };
                    places.sound[place] = true;
                }
            }
        }
    }

    /// Reads by itself a statement in which something is wrong, and says what: for the nearest name to one that is on
    /// file nowhere it matters what was looked for before. None where it is set aside.
    fn read_again(
        &mut self,
        kind: &'static fields::List,
        tree: &Node<'_>,
        place: Option<usize>,
    ) -> Option<Read> {
        let mut reader = Record::open(kind, tree);
        let read = Reading { ledger: self.ledger, texts: self.texts }.statement(&mut reader);
        if !reader.broken() {
            return Some(read);
        }
        let known = self.problems.len();
        self.take(reader);
        if let (Some(place), Some(problem)) = (place, self.problems.get_mut(known)) {
            let id = &self.ledger.statements.at(place).id;
            let stop = if problem.help.ends_with(['?', '.']) { "" } else { "." };
            problem.help.push_str(&format!("{stop} Until then the statement `{id}` is left out"));
        }
        None
    }

    /// Empties the rows of statements that are set aside; their ids stay known.
    fn set_aside(&mut self, sound: &[bool]) {
        for (at, _) in sound.iter().enumerate().filter(|(_, sound)| !**sound) {
            let row = self.ledger.statements.at_mut(at);
            *row = Statement::named(&row.id, row.span);
        }
    }

    /// A statement can withdraw only what its own root has said; one that withdraws another's is set aside.
    fn own_retractions(&mut self) {
        let mut wrong = Vec::new();
        for (id, statement) in self.ledger.said() {
            let roots = |statement: &Statement| -> Vec<PartyId> {
                statement.by.iter().map(|party| roots::spoken_for(self.ledger, statement, *party)).collect()
            };
            let own = roots(statement);
            for target in &statement.retracts {
                let other = self.ledger.statement(*target);
                if other.on_record() && !roots(other).iter().any(|root| own.contains(root)) {
                    wrong.push((id.index(), statement.span, other.id.clone()));
                }
            }
        }
        for (at, span, target) in wrong {
            let statement = self.ledger.statements.at_mut(at);
            *statement = Statement::named(&statement.id, statement.span);
            self.problems.push(Problem {
                rule: "wrong-argument",
                span,
                message: format!("this withdraws `{target}`, which is another's statement"),
                help: "a party withdraws its own words; what it says of another's is `denies: accurate(…)`"
                    .to_owned(),
            });
        }
    }

    /// The statement with its propositions and texts among those of the ledger.
    fn interned(&mut self, read: Read) -> Statement {
        let Read { statement, said, phrases } = read;
        let written = said.into_iter().map(|(stance, proposition, value, span)| {
            let proposition = self.ledger.propositions.intern(proposition);
            let value = value.map(|value| match value {
                Meant::Text(text) => Meant::Text(self.ledger.phrases.intern(phrases.get(text))),
                other => other,
            });
            let value = value.map(|value| self.ledger.values.intern(value));
            Written { stance, proposition, value, span }
        });
        Statement { positions: written.collect(), ..statement }
    }
}

/// Where statements stand in their table, which has them in the order in which they are read.
struct Places {
    next: usize,
    /// Of each place, whether its statement could be read in full.
    sound: Vec<bool>,
}

impl Places {
    /// The place of the next record by its id, to be asked once of each in their order; none if it has no id, or one that
    /// was given before.
    fn next_of(&mut self, id: Option<(&str, Span)>, statements: &Table<Statement>) -> Option<usize> {
        let (id, span) = id?;
        let here = self.next < self.sound.len() && statements.at(self.next).span == span;
        if !here {
            // A record that an alias repeats is the same one again.
            return declared(id, span, statements);
        }
        self.next += 1;
        Some(self.next - 1)
    }
}

/// A statement that was read, its propositions and texts not among those of the ledger yet.
pub(super) struct Read {
    pub statement: Statement,
    pub said: Vec<Position>,
    pub phrases: Phrases,
}

/// Reads one statement, whatever else is read meanwhile.
#[derive(Clone, Copy)]
pub(super) struct Reading<'l> {
    pub ledger: &'l Ledger,
    pub texts: &'l Sources,
}

impl Reading<'_> {
    /// The statement; none where something is wrong in it.
    fn sound(self, kind: &'static fields::List, raw: &Raw<'_, '_>) -> Option<Read> {
        if let Raw::Bare(file, text, bares, bare) = raw {
            let (id, items) = (bare.id.text(text), bares.items(bare));
            if let Some(read) = self.bare(Bits { file: *file, text, id, items }) {
                return Some(read);
            }
        }
        let tree = raw.tree()?;
        let mut record = Record::open(kind, &tree);
        let read = self.statement(&mut record);
        (!record.broken()).then_some(read)
    }

    fn statement(self, record: &mut Record<'_, '_>) -> Read {
        let (id, span) = record.id().unwrap_or(("", record.head()));
        let mut speakers = self.speakers(record);
        speakers.sort();
        speakers.dedup();
        let mut statement = Statement {
            by: speakers.into(),
            date: record.date("date").unwrap_or_else(|| Date::day(0)),
            source: record.referred(self.ledger, "source"),
            locator: record.words("locator"),
            quote: record
                .texts("quote")
                .iter()
                .map(|(text, span)| Quote::new(text, *span, self.texts))
                .collect(),
            seldom: Rarer {
                note: record.words("note"),
                credibility: record.number("credibility").and_then(|grade| u8::try_from(grade).ok()),
                evidence: record.references(self.ledger, "evidence").into(),
                anonymous: record.words("anonymous"),
                via: self.carriers(record).into(),
                capacity: record.referred(self.ledger, "for"),
                basis: record.many_words("basis").into_iter().map(Into::into).collect(),
                citing: self.cited(record).into(),
                answers: record.references(self.ledger, "answers").into(),
                retracts: record.references(self.ledger, "retracts").into(),
                same_as: record.references(self.ledger, "same-as").into(),
                condition: record.words("if"),
                checked: checks(record).into(),
                long: Box::default(),
            }
            .into(),
            ..Statement::named("", span)
        };
        self.nobody_is_a_class(record, &statement.by);
        for key in ["answers", "retracts", "same-as", "citing"] {
            if let Some((_, span)) = record.texts(key).into_iter().find(|(text, _)| *text == id) {
                let message = format!("`{key}` of `{id}` names the statement itself");
                record.bad(span, message, "name the other statement".to_owned());
            }
        }
        self.capacity(record, &statement);
        self.described(record, &statement);
        let Positions { said, long, phrases } = self.positions(record, &statement.quote);
        if !long.is_empty() {
            statement.long = long.into();
        }
        if statement.quote.is_empty() {
            // The words of single positions stand for the statement's own.
            statement.quote = statement.long.iter().filter_map(|long| long.quote.clone()).collect();
        }
        Read { statement, said, phrases }
    }

    /// A class is a description, and cannot speak.
    fn nobody_is_a_class(self, record: &mut Record<'_, '_>, speakers: &[PartyId]) {
        for speaker in speakers.iter().filter(|party| self.ledger.is_class(**party)) {
            let message =
                format!("`{}` is a class, a description, and cannot speak", self.ledger.party(*speaker).id);
            let span = record.node("by").map_or(record.head(), |node| node.span);
            record.problem(
                "class-speaks",
                span,
                message,
                "name who spoke: a person, a body, a group".to_owned(),
            );
        }
    }

    fn cited(self, record: &mut Record<'_, '_>) -> Vec<Cited> {
        let mut found = Vec::new();
        for (text, span) in record.texts("citing") {
            if let Some(at) = names::find(self.ledger, "parties", text) {
                found.push(Cited::Party(PartyId::from(at)));
            } else if let Some(at) = self.ledger.statements.find(text) {
                found.push(Cited::Statement(StatementId::from(at)));
            } else {
                let (_, help) = names::unknown(self.ledger, "parties", text);
                record.problem(
                    "unknown-reference",
                    span,
                    format!("unknown party or statement `{text}`"),
                    help,
                );
            }
        }
        found
    }
}
