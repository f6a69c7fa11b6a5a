//! JSON Lines: an object a line, whose keys are the columns.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Cell, Column, Fault, Kind, MOST_COLUMNS, Row, Rows, headings};

/// The columns of a text, in the order in which its lines first name them, and its rows.
///
/// # Errors
/// A line that is no object.
pub fn open(text: Cow<'_, str>) -> Result<(Vec<Column>, Rows<'_>), Fault> {
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        for (name, _) in cells(at + 1, line)? {
            if places.contains_key(&name) {
                continue;
            }
            if names.len() == MOST_COLUMNS {
                return Err(headings::too_many(at + 1));
            }
            places.insert(name.clone(), names.len());
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(Fault::new("the file holds no row", "name a file with a JSON object on each line"));
    }
    let columns = names.into_iter().map(|name| Column { heading: name.clone(), name }).collect();
    let mut start = 0;
    let mut number = 0;
    let rows = std::iter::from_fn(move || {
        while start < text.len() {
            let rest = &text[start..];
            let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
            start += line.len() + 1;
            number += 1;
            if !line.trim().is_empty() {
                return Some(row(number, line, &places));
            }
        }
        None
    });
    Ok((columns, Box::new(rows)))
}

fn row(number: usize, line: &str, places: &HashMap<String, usize>) -> Result<Row, Fault> {
    let mut row = Row { number, cells: Vec::new() };
    for (name, cell) in cells(number, line)? {
        if let Some(at) = places.get(&name) {
            row.cells.resize_with(row.cells.len().max(at + 1), Cell::default);
            row.cells[*at] = cell;
        }
    }
    Ok(row)
}

/// The cells of a line, with the names of their columns. An object within the object has its keys behind its own:
/// `author.name`. A list of texts and numbers is a cell with a line for each; the parts of any other list are numbered.
fn cells(number: usize, line: &str) -> Result<Vec<(String, Cell)>, Fault> {
    let refused = |column: usize, what: String| {
        let help =
            "each line of JSON Lines is one object: {\"speaker\": \"Ann Orr\", \"date\": \"2031-05-04\"}";
        Fault::at(number, column.max(1), format!("the line is no JSON object: {what}"), help)
    };
    let part: Part = serde_json::from_str(&exact(line.trim()))
        .map_err(|error| refused(error.column(), error.to_string()))?;
    let Part::Object(entries) = part else { return Err(refused(1, "it does not begin with `{`".to_owned())) };
    let mut all = Vec::new();
    flatten("", entries, &mut all);
    let mut seen = HashSet::new();
    match all.iter().find(|(name, _)| !seen.insert(name.as_str())) {
        Some((name, _)) => Err(refused(1, format!("it has `{name}` twice"))),
        None => Ok(all),
    }
}

/// A line in which a number of more digits than a program counts with is a text of its digits.
fn exact(line: &str) -> Cow<'_, str> {
    const DIGITS: usize = 15;
    let number = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.' | 'e' | 'E');
    let mut out = String::new();
    let (mut kept, mut at, mut words) = (0, 0, false);
    while let Some(letter) = line[at..].chars().next() {
        let mut long = letter.len_utf8();
        match letter {
            '\\' if words => long += line[at + 1..].chars().next().map_or(0, char::len_utf8),
            '"' => words = !words,
            '-' | '0'..='9' if !words => {
                long = line[at..].find(|letter| !number(letter)).unwrap_or(line.len() - at);
                let text = &line[at..at + long];
                if long > DIGITS && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
                    out.extend([&line[kept..at], "\"", text, "\""]);
                    kept = at + long;
                }
            }
            _ => {}
        }
        at += long;
    }
    if kept == 0 {
        return Cow::Borrowed(line);
    }
    out.push_str(&line[kept..]);
    Cow::Owned(out)
}

fn flatten(before: &str, entries: Vec<(String, Part)>, all: &mut Vec<(String, Cell)>) {
    for (key, part) in entries {
        let name = format!("{before}{key}");
        match part {
            Part::Cell(cell) => all.push((name, cell)),
            Part::Object(inner) => flatten(&format!("{name}."), inner, all),
            Part::List(items) if items.iter().all(|item| matches!(item, Part::Cell(_))) => {
                let lines = items.into_iter().filter_map(|item| match item {
                    Part::Cell(cell) => Some(cell.text),
                    _ => None,
                });
                let text = lines.collect::<Vec<_>>().join("\n");
                all.push((name, Cell { text, kind: Kind::Text }));
            }
            Part::List(items) => {
                let numbered = (1..).map(|number: usize| number.to_string()).zip(items).collect();
                flatten(&format!("{name}."), numbered, all);
            }
        }
    }
}

/// A part of a line, with its keys in their order, also one that is there twice.
enum Part {
    Cell(Cell),
    List(Vec<Part>),
    Object(Vec<(String, Part)>),
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

fn scalar(text: &dyn ToString, kind: Kind) -> Part {
    Part::Cell(Cell { text: text.to_string(), kind })
}

impl<'de> Visitor<'de> for Reader {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Part::Cell(Cell::default()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Part, E> {
        Ok(scalar(&text, Kind::Text))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Part, E> {
        Ok(scalar(&flag, Kind::Flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Part, E> {
        Ok(scalar(&number, Kind::Number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Part, E> {
        Ok(scalar(&number, Kind::Number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Part, E> {
        Ok(scalar(&number, Kind::Number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Part, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Part::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Part, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            all.push(entry);
        }
        Ok(Part::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_columns_in_the_order_in_which_they_come() {
        let text = "{\"who\": \"Ann\", \"at\": {\"day\": 4}}\n\n{\"links\": [\"a\", \"b\"], \"who\": null, \"n\": [{\"x\": 1.5}]}\n";
        let (columns, rows) = open(Cow::Borrowed(text)).expect("it is sound");
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["who", "at.day", "links", "n.1.x"]);
        let rows: Vec<Row> = rows.map(|row| row.expect("it is sound")).collect();
        assert_eq!((rows[0].number, rows[0].text(1)), (1, "4"));
        assert_eq!((rows[1].number, rows[1].text(0), rows[1].text(2)), (3, "", "a\nb"));
    }

    #[test]
    fn no_digit_of_a_long_number_is_lost() {
        let text = "{\"a\": 123456789012345678901234567890, \"b\": [0.12345678901234567891, 7], \"c\": \"1234567890123456 \\\" 1\"}\n";
        let (_, rows) = open(Cow::Borrowed(text)).expect("it is sound");
        let row = rows.map(|row| row.expect("it is sound")).next().expect("there is one");
        assert_eq!(row.text(0), "123456789012345678901234567890");
        assert_eq!(row.text(1), "0.12345678901234567891\n7");
        assert_eq!(row.text(2), "1234567890123456 \" 1");
        assert!(exact("{\"a\": 12, \"b\": -0.5e3}") == "{\"a\": 12, \"b\": -0.5e3}");
    }

    #[test]
    fn a_line_that_is_no_object_has_a_place() {
        let place = |text: &'static str| open(Cow::Borrowed(text)).err().and_then(|fault| fault.place);
        assert_eq!(place("{\"a\": 1}\n[1]\n"), Some((2, 1)));
        assert_eq!(place("{\"a\": 1, \"a\": 2}\n"), Some((1, 1)));
        assert_eq!(place("{\"a\": 1}\n{\"a\": }\n"), Some((2, 7)));
    }
}
