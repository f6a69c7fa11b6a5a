//! What may stand behind a key, by the kind of its field.
//!
//! Editors read `2024` as a number and `no` or `true` as a truth value before any schema is asked; a ledger takes all of
//! them as text. So text is written here as all that an editor may have made of it.

use serde_json::{Map, Value, json};

use super::known::Known;
use super::merged;
use crate::ledger::model::proposition::ArgumentKind;
use crate::read::fields::{Kind, LEVELS};
use crate::read::propositions::PROPOSITION_HELP;
use crate::read::{DATE_HELP, ID_HELP};

/// Makes the schemas of values.
pub(super) struct Values<'n> {
    /// The rules and families that records may name.
    pub names: &'n [&'n str],
    /// The records on file.
    pub known: &'n Known,
}

/// A name as in [`crate::ledger::model::proposition::is_name`].
const NAME: &str = "[a-z0-9][a-z0-9-]*";

impl Values<'_> {
    /// One value of a kind.
    pub fn value(&self, kind: Kind) -> Value {
        match kind {
            Kind::Id => merged(id(), json!({ "not": { "enum": ["self", "not"] } })),
            Kind::Reference(list) => self.reference(list),
            Kind::Speaker => self.reference("parties"),
            Kind::StatementOrParty => self.any(&["parties", "statements"]),
            Kind::AnyRecord => self.any(&["parties", "statements", "events", "places", "topics", "sources"]),
            Kind::Words => json!({ "type": ["string", "number", "boolean"] }),
            Kind::Choice(words) => json!({ "enum": words }),
            Kind::Rule => {
                json!({ "enum": self.names, "errorMessage": "no rule has this name: `gainsay explain` lists them" })
            }
            Kind::Date => text(&["string", "integer"], &date(), DATE_HELP),
            Kind::Number(low, high) => number(low, high),
            Kind::Flag => text(&["boolean", "string"], "^(true|false)$", "it is true or false"),
            Kind::Proposition => json!({ "$ref": "#/definitions/proposition" }),
            Kind::Subject => {
                let help = "a proposition is named predicate(argument, argument), without its value";
                text(&["string"], &atom(&format!(r"{NAME}|\?"), ""), help)
            }
            Kind::Pattern => {
                let help = "a premise or conclusion is written predicate(?one, ?other), without a value";
                text(&["string"], &atom(&format!(r"\??{NAME}"), ""), help)
            }
            Kind::Coordinates => json!({
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "items": [degrees(90), degrees(180)],
            }),
            Kind::Argument => {
                let words = ArgumentKind::WORDS.map(|(word, _)| [word.to_owned(), format!("{word}?")]);
                json!({ "enum": words.concat() })
            }
            Kind::Membership(fields) | Kind::Carrier(fields) => {
                json!({ "anyOf": [self.reference("parties"), self.mapping(fields)] })
            }
            Kind::Position(fields) => {
                json!({ "anyOf": [self.value(Kind::Proposition), self.mapping(fields)] })
            }
            Kind::Sentence(fields) => {
                json!({ "anyOf": [self.value(Kind::Words), self.mapping(fields)] })
            }
            Kind::Mapping(fields) => self.mapping(fields),
            Kind::Levels => {
                let levels = self.names.iter().map(|name| ((*name).to_owned(), json!({ "enum": LEVELS })));
                json!({
                    "type": "object",
                    "additionalProperties": false,
                    "properties": levels.collect::<Map<_, _>>(),
                })
            }
        }
    }
}

impl Values<'_> {
    /// A record of a list.
    fn reference(&self, list: &str) -> Value {
        if self.known.has(list) { json!({ "$ref": format!("#/definitions/{list}") }) } else { id() }
    }

    /// A record of any of these lists.
    fn any(&self, lists: &[&str]) -> Value {
        let known: Vec<Value> =
            lists.iter().filter(|list| self.known.has(list)).map(|list| self.reference(list)).collect();
        if known.is_empty() { id() } else { json!({ "anyOf": known }) }
    }
}

/// One such value, or a list of them.
pub(super) fn one_or_many(one: &Value, required: bool) -> Value {
    let least = u8::from(required);
    json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": least }] })
}

/// The proposition of a statement, and what an editor offers in its place.
pub(super) fn proposition(snippets: &Value) -> Value {
    let value = r"((=|<=?|>=?|~)\s*\S[\s\S]*)?";
    let help = format!(
        "{PROPOSITION_HELP}; it stands on a line of its own after `- `, in single quotes if it holds a colon"
    );
    merged(
        text(&["string"], &atom(&format!(r"({NAME}|\?)"), value), &help),
        json!({ "defaultSnippets": snippets }),
    )
}

/// The id of any record.
pub(super) fn id() -> Value {
    text(&["string", "integer", "boolean"], &format!("^{NAME}$"), ID_HELP)
}

/// Text of a pattern, and what to say where something else stands; editors say it that know these two keys.
fn text(types: &[&str], pattern: &str, help: &str) -> Value {
    json!({ "type": types, "pattern": pattern, "patternErrorMessage": help, "errorMessage": help })
}

/// `name(argument, …)` and what may follow it.
fn atom(argument: &str, value: &str) -> String {
    let argument = format!(r"\s*({argument})\s*");
    format!(r"^\s*{NAME}\s*\({argument}(,{argument})*\)\s*{value}$")
}

fn number(low: u64, high: u64) -> Value {
    let mut schema = text(&["integer", "string"], r"^\+?[0-9]+$", "it is a whole number");
    schema["minimum"] = json!(low);
    if high < u64::MAX {
        schema["maximum"] = json!(high);
    }
    schema
}

fn degrees(most: i32) -> Value {
    json!({ "type": ["number", "string"], "minimum": -most, "maximum": most })
}

/// EDTF, by its looks: a date, an interval, or a set.
fn date() -> String {
    let mark = "[?~%]?";
    let year = format!(r"{mark}(Y-?[0-9]+(E[0-9]+)?|-?[0-9X]{{2,4}})(S[0-9]+)?{mark}");
    let part = format!("-{mark}[0-9X]{{2}}{mark}");
    let time = "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}(:[0-9]{2})?)?";
    let one = format!("{year}({part}({part}({time})?)?)?");
    let end = format!(r"(\.\.)?({one})?(\.\.)?");
    format!(r"^\s*({one}|{end}/{end}|[\[{{].*[\]}}])\s*$")
}
