//! Who speaks and who carried the words: parties, those who are not known or not named, and capacities.

use super::reader::Record;
use super::statements::Reading;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::{PartyKind, UNKNOWN};
use crate::ledger::model::statement::{Carrier, Statement};
use crate::ledger::{roots, words};
use crate::read::fields::CARRIER;
use crate::read::yaml::tree::Value;

impl Reading<'_> {
    /// `by`: parties, or whoever is not known.
    pub(super) fn speakers(self, record: &mut Record<'_, '_>) -> Vec<PartyId> {
        let texts = record.texts("by");
        texts.into_iter().filter_map(|(text, span)| record.speaker(self.ledger, text, span)).collect()
    }

    /// `via`: the same, and mappings that describe a carrier who is not named.
    pub(super) fn carriers(self, record: &mut Record<'_, '_>) -> Vec<Carrier> {
        let mut found = Vec::new();
        for node in record.items("via") {
            if matches!(node.value, Value::Mapping(_)) {
                let mut part = Record::part("a carrier", CARRIER, node);
                let named = part.scalar("party");
                let anonymous = part.words("anonymous").map(Into::into);
                if let Some(party) = named.and_then(|(text, span)| part.speaker(self.ledger, text, span)) {
                    found.push(Carrier { party, anonymous });
                }
                record.adopt(part);
            } else if let Some(text) = record.text("via", node)
                && let Some(party) = record.speaker(self.ledger, text, node.span)
            {
                found.push(Carrier { party, anonymous: None });
            }
        }
        found
    }

    /// A capacity is one of the parties that the one person who speaks is part of that day.
    pub(super) fn capacity(self, record: &mut Record<'_, '_>, statement: &Statement) {
        let Some(capacity) = statement.capacity else { return };
        let span = record.node("for").map_or(record.head(), |node| node.span);
        let ledger = self.ledger;
        let person = match &statement.by[..] {
            [one] if ledger.party(*one).kind == PartyKind::Person => *one,
            _ => {
                record.bad(
                    span,
                    "`for` says in which capacity one person speaks, and `by` names no one person".to_owned(),
                    "name the person in `by`, or take `for` out and name in `by` the party that speaks"
                        .to_owned(),
                );
                return;
            }
        };
        let open: Vec<PartyId> = roots::memberships(ledger, person, &statement.date).collect();
        if open.contains(&capacity) {
            return;
        }
        let id = |party: PartyId| &ledger.party(party).id;
        let names: Vec<String> = open.iter().map(|party| format!("`{}`", id(*party))).collect();
        let message = format!("`{}` is not part of `{}` on that day", id(person), id(capacity));
        let help = match &names[..] {
            [] => format!("add `{}` to `part-of` of `{}`, or take `for` out", id(capacity), id(person)),
            _ => format!(
                "that day it is part of {}; or add the membership to its `part-of`",
                words::list(&names)
            ),
        };
        record.problem("wrong-argument", span, message, help);
    }

    /// Of a speaker who is not known, something must be said; and nobody can speak jointly with one.
    pub(super) fn described(self, record: &mut Record<'_, '_>, statement: &Statement) {
        let Some(unknown) = self.ledger.unknown() else { return };
        if !statement.by.contains(&unknown) {
            return;
        }
        let span = record.node("by").map_or(record.head(), |node| node.span);
        if statement.by.len() > 1 {
            record.bad(
                span,
                format!("`{UNKNOWN}` stands beside others who are known"),
                "make it two statements: one by those who are known, one by whoever is not".to_owned(),
            );
        }
        if statement.anonymous.is_none() {
            record.bad(
                span,
                "nobody knows who said this, and nothing says what is known of the speaker".to_owned(),
                "say what is known: `anonymous: a caller who gave no name`".to_owned(),
            );
        }
    }
}
