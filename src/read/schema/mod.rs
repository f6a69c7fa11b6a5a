//! The JSON Schema (draft-07) of a ledger file: what an editor completes and underlines as somebody types.
//!
//! It is made from the table of fields that the reader of records goes by, so that both know the same keys. The schema of a
//! store offers the records on file where one is referred to; it refuses no other, which may be written next: whether a
//! party is on file is for `gainsay check` to say. Where it cannot be sure it says nothing, since an editor that underlines
//! what is right teaches people to overlook it.

mod known;
mod snippets;
mod values;

use serde_json::{Map, Value, json};

use super::fields::{Field, LISTS, List, SETTINGS};
use crate::ledger::Ledger;
use known::Known;
use values::Values;

/// The name of its file in a store, which the first lines of a ledger file name to editors; it marks a folder as a store.
pub const FILE: &str = "gainsay.schema.json";
/// What the schema of a store says of itself: such a file is made anew when the store is written to.
pub const OF_A_STORE: &str =
    "The records of a store are in it; each command that writes to that store makes it anew.";

/// The schema for any store; `names` are the rules and families that records may name, `ledger` gives the vocabulary.
#[must_use]
pub fn schema(ledger: &Ledger, names: &[&str]) -> Value {
    made(ledger, names, &Known::default())
}

/// The schema for one store, which offers its records too.
#[must_use]
pub fn of_store(ledger: &Ledger, names: &[&str]) -> Value {
    merged(made(ledger, names, &Known::of(ledger)), json!({ "$comment": OF_A_STORE }))
}

fn made(ledger: &Ledger, names: &[&str], known: &Known) -> Value {
    let values = Values { names, known };
    let mut definitions = known.definitions(&values::id());
    let proposition = values::proposition(&snippets::snippets(&ledger.vocabulary, known));
    definitions.insert("proposition".to_owned(), proposition);
    let lists = LISTS.iter().map(|list| (list.name.to_owned(), values.list(list)));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A gainsay ledger file",
        "description": "Who said what: any of these lists. All files of a store together are one ledger.",
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": lists.collect::<Map<_, _>>(),
        "definitions": definitions,
    })
}

impl Values<'_> {
    /// What stands under the name of a list.
    fn list(&self, list: &List) -> Value {
        let record = self.mapping(list.fields);
        if list.name == SETTINGS {
            return merged(record, json!({ "type": ["object", "null"], "description": list.one }));
        }
        json!({ "type": ["array", "null"], "description": list.one, "items": record })
    }

    /// A mapping of these keys and no others.
    fn mapping(&self, fields: &[Field]) -> Value {
        let properties = fields.iter().map(|field| (field.key.to_owned(), self.field(field)));
        let required: Vec<&str> =
            fields.iter().filter(|field| field.required).map(|field| field.key).collect();
        json!({
            "type": "object",
            "additionalProperties": false,
            "properties": properties.collect::<Map<_, _>>(),
            "required": required,
        })
    }

    /// What stands behind a key.
    fn field(&self, field: &Field) -> Value {
        let one = self.value(field.kind);
        let schema = if field.many { values::one_or_many(&one, field.required) } else { one };
        merged(schema, json!({ "description": field.meaning }))
    }
}

/// The keys of both; the second's win.
fn merged(mut schema: Value, more: Value) -> Value {
    if let (Value::Object(into), Value::Object(more)) = (&mut schema, more) {
        into.extend(more);
    }
    schema
}
