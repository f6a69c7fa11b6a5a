//! Statements in the plainest layout, read from the places of their values. One in which anything is wrong, or which says
//! what few statements say, is left to its tree.

use super::names;
use super::statements::{Read, Reading};
use crate::ledger::model::date::Date;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::{Carrier, Cited, Quote, Statement};
use crate::ledger::{Ledger, Phrases};
use crate::read::propositions;
use crate::read::yaml::subset::{Item, fields};
use crate::read::yaml::traps;
use crate::text::{FileId, Span};

/// The statement that is read, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Written<'s, 't> {
    pub file: FileId,
    pub text: &'t str,
    pub id: &'t str,
    pub items: &'s [Item],
}

impl<'s, 't> Written<'s, 't> {
    /// The values of a key.
    fn of(self, key: &str) -> impl Iterator<Item = &'s Item> {
        let at = fields().iter().position(|field| field.key == key);
        self.items.iter().filter(move |item| Some(usize::from(item.key)) == at)
    }

    /// The records of a list that a key refers to; none where one is not on file or the statement itself.
    fn referred<I: From<usize>>(self, ledger: &Ledger, list: &str, key: &str) -> Option<Box<[I]>> {
        let find = |item: &Item| names::find(ledger, list, self.other(item)?).map(I::from);
        self.of(key).map(find).collect()
    }

    /// A text, where it is not the id of the statement.
    fn other(self, item: &Item) -> Option<&'t str> {
        Some(item.text(self.text)).filter(|text| *text != self.id)
    }
}

impl Reading<'_> {
    /// The statement; none where it is left to its tree.
    pub(super) fn bare(self, written: Written<'_, '_>) -> Option<Read> {
        let ledger = self.ledger;
        let Written { file, text, .. } = written;
        let mut statement = Statement::named("", Span { file, start: 0, end: 0 });
        for item in written.items {
            let words = || item.text(text).to_owned();
            match fields()[usize::from(item.key)].key {
                "date" => statement.date = Date::parse(item.text(text)).ok()?,
                "locator" => statement.locator = Some(words()),
                "note" => statement.note = Some(words()),
                "anonymous" => statement.anonymous = Some(words()),
                "if" => statement.condition = Some(words()),
                "credibility" => {
                    let grade = item.text(text).parse().ok().filter(|grade| (1..=6).contains(grade))?;
                    statement.credibility = Some(grade);
                }
                // A capacity hangs on the memberships of that day, and checks are mappings.
                "for" | "checked" => return None,
                _ => {}
            }
        }
        let find = |item: &Item| names::find(ledger, "parties", item.text(text)).map(PartyId::from);
        let mut by: Vec<PartyId> = written.of("by").map(find).collect::<Option<_>>()?;
        by.sort();
        by.dedup();
        if by.iter().any(|party| ledger.is_class(*party)) {
            return None;
        }
        statement.by = by.into();
        let source = written.of("source").next();
        statement.source = match source {
            Some(item) => Some(SourceId::from(names::find(ledger, "sources", item.text(text))?)),
            None => None,
        };
        let quote = |item: &Item| Quote::new(item.text(text), item.span(file), self.texts);
        statement.quote = written.of("quote").map(quote).collect();
        if written.items.iter().any(is_rare) {
            let sources = |item: &Item| names::find(ledger, "sources", item.text(text)).map(SourceId::from);
            statement.evidence = written.of("evidence").map(sources).collect::<Option<_>>()?;
            let carrier = |item: &Item| Some(Carrier { party: find(item)?, anonymous: None });
            statement.via = written.of("via").map(carrier).collect::<Option<_>>()?;
            statement.basis = written.of("basis").map(|item| item.text(text).into()).collect();
            let cited = |item: &Item| {
                let name = written.other(item)?;
                let party = names::find(ledger, "parties", name).map(|at| Cited::Party(at.into()));
                party.or_else(|| ledger.statements.find(name).map(|at| Cited::Statement(at.into())))
            };
            statement.citing = written.of("citing").map(cited).collect::<Option<_>>()?;
            let others = |key| written.referred::<StatementId>(ledger, Statement::LIST, key);
            statement.answers = others("answers")?;
            statement.retracts = others("retracts")?;
            statement.same_as = others("same-as")?;
        }
        let (mut said, mut phrases) = (Vec::new(), Phrases::default());
        for stance in Stance::ALL {
            for item in written.of(stance.key()) {
                let words = item.text(text);
                if traps::unbalanced(words).is_some() {
                    return None;
                }
                let read = match stance {
                    Stance::LeavesOpen => propositions::resolve_open(ledger, &mut phrases, words),
                    _ => propositions::resolve(ledger, &mut phrases, words),
                };
                let (proposition, value) = read.ok()?;
                let valued = !ledger.vocabulary.get(proposition.predicate).value.is_empty();
                if value.is_none() && valued && stance.sign() != Sign::None {
                    return None;
                }
                said.push((stance, proposition, value, item.span(file)));
            }
        }
        Some(Read { statement, said, phrases })
    }
}

/// Whether a value is of a key that few statements have.
fn is_rare(item: &Item) -> bool {
    matches!(
        fields()[usize::from(item.key)].key,
        "evidence" | "via" | "basis" | "citing" | "answers" | "retracts" | "same-as"
    )
}
