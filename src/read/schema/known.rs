//! The records on file that an editor offers where one is referred to: ids, each with its name.

use serde_json::{Map, Value, json};

use crate::ledger::Ledger;
use crate::ledger::model::id::{SourceId, StatementId};
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::words;
use crate::read::propositions::list_of;

/// So many records of a kind are offered, the last in the files: more is no help to anybody, and a schema is written anew
/// with every change.
const MOST: usize = 2000;
/// So many are offered at one place of a proposition.
const MOST_INSIDE: usize = 60;

/// The records on file, by the lists that can be referred to; nothing where a schema is made for no store.
#[derive(Default)]
pub(super) struct Known(Vec<(&'static str, Vec<One>)>);

/// A record: its id, and what it is to people.
struct One {
    id: String,
    says: String,
}

impl Known {
    /// The records of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let one = |id: &str, says: &str| One { id: id.to_owned(), says: says.to_owned() };
        let statements = (0..).map(StatementId::from).zip(ledger.statements.iter());
        // A statement that was set aside is known by its id alone.
        let statements = statements
            .filter(|(_, it)| it.on_record())
            .map(|(id, it)| one(&it.id, &words::said_on(ledger, id)));
        let sources = (0..).map(SourceId::from).zip(ledger.sources.iter());
        let sources = sources.map(|(id, it)| one(&it.id, &words::source(ledger, id)));
        Self(
            [
                ("parties", last(ledger.parties.iter().map(|it| one(&it.id, &it.name)))),
                ("places", last(ledger.places.iter().map(|it| one(&it.id, &it.name)))),
                ("topics", last(ledger.topics.iter().map(|it| one(&it.id, &it.name)))),
                ("events", last(ledger.events.iter().map(|it| one(&it.id, &it.name)))),
                ("sources", last(sources)),
                ("statements", last(statements)),
                ("predicates", last(ledger.vocabulary.iter().map(|(_, it)| one(&it.id, &it.reads)))),
            ]
            .into_iter()
            .filter(|(_, ones)| !ones.is_empty())
            .collect(),
        )
    }

    /// True where there is something to offer for a list.
    pub fn has(&self, list: &str) -> bool {
        self.0.iter().any(|(own, _)| *own == list)
    }

    /// Every list with what is offered for it, over a schema of any id.
    pub fn definitions(&self, id: &Value) -> Map<String, Value> {
        let offered = |ones: &[One]| -> Vec<Value> {
            let one = |it: &One| json!({ "label": it.id, "description": it.says, "body": it.id });
            ones.iter().map(one).collect()
        };
        // An editor offers `true` and `false` wherever they may stand; here they may only where a record is called so.
        let called = |ones: &[One]| ones.iter().any(|it| it.id == "true" || it.id == "false");
        self.0
            .iter()
            .map(|(list, ones)| {
                let mut id = id.clone();
                if !called(ones) {
                    id["type"] = json!(["string", "integer"]);
                }
                id["defaultSnippets"] = json!(offered(ones));
                ((*list).to_owned(), id)
            })
            .collect()
    }

    /// A blank of a snippet, with the records that may fill it; with the word for its kind where there are none, or too many.
    pub fn blank(&self, at: usize, kind: ArgumentKind) -> String {
        let list = list_of(kind);
        match self.0.iter().find(|(own, _)| *own == list) {
            Some((_, ones)) if ones.len() <= MOST_INSIDE => {
                let ids: Vec<&str> = ones.iter().map(|one| one.id.as_str()).collect();
                format!("${{{at}|{}|}}", ids.join(","))
            }
            _ => format!("${{{at}:{}}}", kind.word()),
        }
    }
}

/// The last of these, in their order.
fn last(ones: impl Iterator<Item = One>) -> Vec<One> {
    let mut ones: Vec<One> = ones.collect();
    ones.drain(..ones.len().saturating_sub(MOST));
    ones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn true_and_false_are_offered_only_where_a_record_is_called_so() {
        let id = json!({ "type": ["string", "integer", "boolean"] });
        for (name, types) in [
            ("true", json!(["string", "integer", "boolean"])),
            ("false", json!(["string", "integer", "boolean"])),
            ("falsely", json!(["string", "integer"])),
        ] {
            let known = Known(vec![("parties", vec![One { id: name.to_owned(), says: String::new() }])]);
            assert_eq!(known.definitions(&id)["parties"]["type"], types, "{name}");
        }
    }
}
