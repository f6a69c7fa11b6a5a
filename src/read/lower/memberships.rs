//! `part-of` of a party: what it belongs to, as what, from when until when.

use super::Lowering;
use super::names;
use super::reader::Record;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::Membership;
use crate::read::date_help;
use crate::read::fields::MEMBERSHIP;
use crate::read::yaml::tree::{Node, Value};

impl Lowering<'_> {
    /// `part-of`: a party id, or a list of ids and of mappings with `party`, `title`, `from`, `until`.
    pub(super) fn memberships(&mut self, party: &mut Record<'_, '_>) -> Vec<Membership> {
        let keys = || MEMBERSHIP.iter().map(|field| field.key);
        let Some(node) = party.node("part-of") else { return Vec::new() };
        let items: Vec<&Node<'_>> = match &node.value {
            Value::Sequence { items, .. } => items.iter().collect(),
            _ => vec![node],
        };
        let mut found = Vec::new();
        for item in items {
            let mut whole = None;
            let mut membership =
                Membership { party: PartyId::from(0), title: None, from: None, until: None, span: item.span };
            match &item.value {
                Value::Scalar { text, .. } if !item.is_null() => {
                    whole = party.reference(self.ledger, "parties", text, item.span);
                }
                Value::Mapping(pairs) => {
                    for (key, value) in pairs {
                        let (Some(key_text), Some(text)) = (key.as_str(), value.as_str()) else {
                            party.bad(
                                value.span,
                                "a membership is a mapping of `party`, `title`, `from` and `until`"
                                    .to_owned(),
                                "write each of them with one text".to_owned(),
                            );
                            continue;
                        };
                        match key_text {
                            "party" => whole = party.reference(self.ledger, "parties", text, value.span),
                            "title" => membership.title = Some(text.to_owned()),
                            "from" | "until" => match Date::parse(text) {
                                Ok(date) if key_text == "from" => membership.from = Some(date),
                                Ok(date) => membership.until = Some(date),
                                Err(message) => {
                                    party.problem("bad-date", value.span, message, date_help(text));
                                }
                            },
                            other => {
                                let help = names::nearest(other, keys()).map_or_else(
                                    || format!("the keys are {}", keys().collect::<Vec<_>>().join(", ")),
                                    |near| format!("did you mean `{near}`?"),
                                );
                                let message = format!("unknown key `{other}` in a membership");
                                party.problem("unknown-key", key.span, message, help);
                            }
                        }
                    }
                    if whole.is_none() && !party.broken() {
                        party.bad(
                            item.span,
                            "a membership without `party`".to_owned(),
                            "say what it is part of: `party: …`".to_owned(),
                        );
                    }
                }
                _ => party.bad(
                    item.span,
                    "`part-of` takes a party, or a list of memberships".to_owned(),
                    "write `part-of: ministry`, or a list of `- {party: ministry, from: 2020, until: 2022}`"
                        .to_owned(),
                ),
            }
            if let Some(whole) = whole {
                membership.party = whole;
                found.push(membership);
            }
        }
        found
    }
}
