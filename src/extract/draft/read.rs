//! The way from the text of a file of drafts to the drafts, with every fault at its place.

use super::keys::{self, DRAFT, FILE, NEW, PROPOSED};
use super::{Draft, Drafts, New, Proposed, State, Sure};
use crate::ledger::model::proposition;
use crate::ledger::model::stance::Stance;
use crate::read::Reading;
use crate::read::apart::{self, Fault};
use crate::read::fields::{self, Field, Kind, List};
use crate::read::records::Problem;
use crate::read::yaml::tree::{Node, Value};
use crate::write::emit::{Record, Yaml};

impl Drafts {
    /// Reads a file of drafts.
    ///
    /// # Errors
    /// All its faults, in the order of the file.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        apart::read(text, file)
    }
}

fn file(node: &Node<'_>, problems: &mut Vec<Problem>) -> Drafts {
    let mut reading = Reading::file(FILE.name, FILE.fields, node);
    let drafts = Drafts {
        article: reading.words("article").unwrap_or_default(),
        source: reading.words("source"),
        about: reading.words("about"),
        known: reading.many_words("known"),
        new: reading.items("new").into_iter().filter_map(|node| new(node, problems)).collect(),
        drafts: reading.items("drafts").into_iter().map(|node| draft(node, problems)).collect(),
    };
    problems.extend(reading.into_problems());
    drafts
}

fn new(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<New> {
    let mut reading = Reading::open(&NEW, node);
    let list = reading.choice("list").and_then(fields::list);
    let new = list.map(|list| New {
        state: state(&mut reading),
        list,
        record: record(&mut reading, list, "record"),
        words: reading.words("words").unwrap_or_default(),
    });
    problems.extend(reading.into_problems());
    new
}

fn draft(node: &Node<'_>, problems: &mut Vec<Problem>) -> Draft {
    let mut reading = Reading::open(&DRAFT, node);
    let draft = Draft {
        state: state(&mut reading),
        kind: reading.choice("kind").unwrap_or_default().to_owned(),
        how: reading.words("how"),
        cue: reading.words("cue"),
        words: reading.words("words").unwrap_or_default(),
        statement: fields::list("statements")
            .map(|list| record(&mut reading, list, "statement"))
            .unwrap_or_default(),
        proposed: reading.items("proposed").into_iter().filter_map(|node| proposed(node, problems)).collect(),
    };
    problems.extend(reading.into_problems());
    draft
}

fn proposed(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Proposed> {
    let mut reading = Reading::open(&PROPOSED, node);
    let word = reading.choice("stance");
    let stance = Stance::ALL.into_iter().find(|stance| Some(stance.key()) == word);
    let mut propositions = Vec::new();
    for (text, span) in reading.texts("proposition") {
        match proposition::parse(text) {
            Ok(_) => propositions.push(text.to_owned()),
            Err(message) => {
                let help = "write it as the ledger does: `killed(quay-fire) >= 3`".to_owned();
                reading.bad(span, message, help);
            }
        }
    }
    let sure = reading.choice("sure");
    let sure = [Sure::High, Sure::Fair, Sure::Low].into_iter().find(|one| Some(one.word()) == sure);
    let proposed = stance.map(|stance| Proposed {
        stance,
        propositions,
        words: reading.words("words").unwrap_or_default(),
        sure: sure.unwrap_or(Sure::Low),
    });
    problems.extend(reading.into_problems());
    proposed
}

fn state(reading: &mut Reading<'_, '_>) -> State {
    let word = reading.choice("state");
    [State::Proposed, State::Taken, State::Skipped]
        .into_iter()
        .find(|state| Some(state.word()) == word)
        .unwrap_or_default()
}

/// The record of a list under a key. Its keys must be those of the list; what they hold is judged when it is written.
fn record(reading: &mut Reading<'_, '_>, list: &'static List, key: &str) -> Record {
    let Some(node) = reading.node(key) else { return Record::default() };
    let open = keys::open(list);
    let own = Reading::part("this record", open.fields, node);
    let problems = own.into_problems();
    for problem in problems {
        reading.problem(problem.rule, problem.span, problem.message, problem.help);
    }
    mapping(open.fields, node)
}

/// A mapping with those of its keys that a table has.
fn mapping(fields: &'static [Field], node: &Node<'_>) -> Record {
    let entries = node.entries().unwrap_or_default();
    entries.iter().fold(Record::default(), |record, (key, value)| {
        let field = fields.iter().find(|field| key.as_str() == Some(field.key));
        match field {
            Some(field) if !value.is_null() => record.with(field.key, any(field.kind, value)),
            _ => record,
        }
    })
}

/// A value as it stands; what a table says of a part is looked up there.
fn any(kind: Kind, node: &Node<'_>) -> Yaml {
    match (&node.value, kind) {
        (Value::Sequence { items, .. }, _) => Yaml::List(items.iter().map(|item| any(kind, item)).collect()),
        (
            Value::Mapping(_),
            Kind::Position(keys) | Kind::Carrier(keys) | Kind::Membership(keys) | Kind::Mapping(keys),
        ) => Yaml::Map(mapping(keys, node)),
        (_, Kind::Number(..)) if node.as_str().is_some_and(|text| text.parse::<u64>().is_ok()) => {
            Yaml::Number(node.as_str().and_then(|text| text.parse().ok()).unwrap_or_default())
        }
        (_, Kind::Flag) if matches!(node.as_str(), Some("true" | "false")) => {
            Yaml::Flag(node.as_str() == Some("true"))
        }
        _ => Yaml::Text(node.as_str().unwrap_or_default().to_owned()),
    }
}
