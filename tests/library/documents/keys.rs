//! The tables of lists and of their keys, from the reader's table of fields.

use gainsay::import::mapping::keys::{ENTRY, FILE, NAME, SHEET, VALUE};
use gainsay::read::fields::{Field, Kind, LISTS, SETTINGS};

use super::{code, table};

/// The names of all tables of keys.
pub fn names() -> impl Iterator<Item = String> {
    LISTS.iter().map(|list| format!("keys {}", list.name))
}

/// The lists of a ledger file.
pub fn lists(_: &str) -> String {
    let rows = LISTS.iter().map(|list| {
        let one = list.one.to_owned();
        let apart = if list.name == SETTINGS { " (no list but one mapping)" } else { "" };
        [format!("`{}`", list.name), one + apart]
    });
    table(["list", "one record is"], rows)
}

/// The keys of a mapping file, and below those that hold mappings the keys of these.
pub fn mapping(_: &str) -> String {
    let mut rows = Vec::new();
    let mut all = |above: &str, fields: &[Field]| {
        for field in fields {
            let required = if field.required { "; required" } else { "" };
            let words = if let Kind::Choice(words) = field.kind {
                format!(": {}", code(words, "or"))
            } else {
                String::new()
            };
            rows.push([format!("{above}`{}`", field.key), format!("{}{words}{required}", field.meaning)]);
        }
    };
    for field in FILE.fields {
        all("", std::slice::from_ref(field));
        match field.key {
            "sheet" => all("`sheet`: ", SHEET.fields),
            "names" => all("`names`: ", NAME.fields),
            "records" => {
                all("`records`: ", ENTRY.fields);
                all("a value: ", VALUE.fields);
            }
            _ => {}
        }
    }
    table(["key", "meaning"], rows)
}

/// The keys of one list.
pub fn keys(of: &str) -> String {
    let list = LISTS.iter().find(|list| list.name == of).unwrap_or_else(|| panic!("there is no list `{of}`"));
    let mut rows = Vec::new();
    for field in list.fields {
        push(&mut rows, "", field);
    }
    table(["key", "holds", "meaning"], rows)
}

/// The row of a key, and below it those of the mapping that it holds.
fn push(rows: &mut Vec<[String; 3]>, above: &str, field: &Field) {
    let key = format!("{above}`{}`", field.key);
    let required = if field.required { "; required" } else { "" };
    let list = if field.many { ", or a list" } else { "" };
    rows.push([key.clone(), format!("{}{list}{required}", holds(field.kind)), field.meaning.to_owned()]);
    let below = match field.kind {
        Kind::Membership(fields) | Kind::Carrier(fields) | Kind::Sentence(fields) | Kind::Mapping(fields) => {
            fields
        }
        _ => &[],
    };
    for field in below {
        push(rows, &format!("{key}: "), field);
    }
}

fn holds(kind: Kind) -> String {
    match kind {
        Kind::Id => "an [id](#ids)".to_owned(),
        Kind::Words => "text".to_owned(),
        Kind::Choice(words) => code(words, "or"),
        Kind::Date => "a [date](#dates)".to_owned(),
        Kind::Number(least, u64::MAX) => format!("a number from {least}"),
        Kind::Number(least, most) => format!("a number from {least} to {most}"),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Reference(list) => format!("an id of `{list}`"),
        Kind::Proposition => "a [proposition](#propositions-and-values)".to_owned(),
        Kind::Speaker => "an id of `parties`, or `unknown`".to_owned(),
        Kind::Carrier(_) => "an id of `parties`, `unknown`, or a mapping".to_owned(),
        Kind::Position(_) => "a [proposition](#propositions-and-values), or a mapping".to_owned(),
        Kind::Subject => "the canonical text of a [proposition](#propositions-and-values)".to_owned(),
        Kind::Rule => "a rule or a family".to_owned(),
        Kind::AnyRecord => "an id of any record".to_owned(),
        Kind::StatementOrParty => "an id of `statements` or `parties`".to_owned(),
        Kind::Coordinates => "`[latitude, longitude]`".to_owned(),
        Kind::Argument => "a kind of argument".to_owned(),
        Kind::Pattern => "a proposition with `?variables`".to_owned(),
        Kind::Membership(_) => "an id of `parties`, or a mapping".to_owned(),
        Kind::Sentence(_) => "a sentence, or a mapping".to_owned(),
        Kind::Mapping(_) => "a mapping".to_owned(),
        Kind::Levels => {
            format!("a mapping from rules and families to {}", code(gainsay::read::fields::LEVELS, "or"))
        }
    }
}
