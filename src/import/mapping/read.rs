//! From the text of a mapping file to the mapping, with every fault at its place.

use super::keys::{ENTRY, FILE, NAME, SHEET, VALUE};
use super::{EVENT, Entry, Mapping, Named, Opening, Sheet, Template, Value, WHEN, WHO};
use crate::grid::Column;
use crate::ledger::model::date::Date;
use crate::read::Reading;
use crate::read::apart::{self, Fault, HERE};
use crate::read::fields::meant::dates;
use crate::read::fields::{self, Kind, List};
use crate::read::nearest;
use crate::read::records::Problem;
use crate::read::yaml::build::build;
use crate::read::yaml::tree::Node;
use crate::text::Span;

impl Opening {
    /// How a mapping says that its sheet is to be opened. Nothing where it cannot be read: [`Mapping::read`] says why.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let Ok(built) = build(HERE, text, 0..text.len()) else { return Self::default() };
        let of = |key: &str| {
            let sheet = built.roots.first()?.get("sheet")?;
            sheet.get(key)?.as_str().map(str::to_owned)
        };
        let delimiter = of("delimiter").and_then(|text| match text.as_str() {
            "tab" => Some('\t'),
            text => text.chars().next(),
        });
        let headings = of("headings").and_then(|row| row.parse().ok());
        Self { page: of("page"), headings, delimiter, encoding: of("encoding") }
    }
}

impl Mapping {
    /// Reads a mapping for a sheet with these columns.
    ///
    /// # Errors
    /// All its faults, in the order of the file.
    pub fn read(text: &str, columns: &[Column]) -> Result<Self, Vec<Fault>> {
        apart::read(text, |node, problems| {
            let mut reader = Reader { columns, problems: Vec::new() };
            let mapping = reader.file(node);
            problems.append(&mut reader.problems);
            mapping
        })
    }
}

struct Reader<'c> {
    columns: &'c [Column],
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn file(&mut self, node: &Node<'_>) -> Mapping {
        let mut reading = Reading::file(FILE.name, FILE.fields, node);
        let sheet = reading.node("sheet").map(|node| self.sheet(node)).unwrap_or_default();
        let order = reading.choice("dates");
        let years: Vec<(String, Span)> =
            reading.texts("years").into_iter().map(|(text, span)| (text.to_owned(), span)).collect();
        let mapping = Mapping {
            sheet,
            unknown: reading.many_words("unknown").iter().map(|word| word.trim().to_lowercase()).collect(),
            day_first: order.map(|order| order == "day-first"),
            years: years.iter().filter_map(|(name, span)| self.column(name, *span)).collect(),
            names: reading.items("names").into_iter().filter_map(|node| self.named(node)).collect(),
            entries: reading.items("records").into_iter().filter_map(|node| self.entry(node)).collect(),
        };
        self.problems.extend(reading.into_problems());
        mapping
    }

    fn sheet(&mut self, node: &Node<'_>) -> Sheet {
        let mut reading = Reading::part("the sheet", SHEET.fields, node);
        let sheet = Sheet {
            id: reading.id().map(|(id, _)| id.to_owned()).unwrap_or_default(),
            title: reading.words("title"),
            outlet: reading.words("outlet"),
            url: reading.words("url"),
            published: reading.date("published"),
            key: reading.scalar("key").and_then(|(name, span)| self.column(name, span)),
        };
        for key in ["page", "delimiter", "encoding"] {
            let _ = reading.words(key);
        }
        let _: Option<u64> = reading.number("headings");
        self.problems.extend(reading.into_problems());
        sheet
    }

    fn named(&mut self, node: &Node<'_>) -> Option<Named> {
        let mut reading = Reading::open(&NAME, node);
        let list = reading.choice("list");
        let (name, id) = (reading.words("name"), reading.words("id"));
        self.problems.extend(reading.into_problems());
        Some(Named { list: list?, name: name?, id: Some(id?).filter(|id| id != "new") })
    }

    fn entry(&mut self, node: &Node<'_>) -> Option<Entry> {
        let mut reading = Reading::open(&ENTRY, node);
        let list = reading.choice("list").and_then(fields::list);
        let column = reading.scalar("where").and_then(|(name, span)| self.column(name, span));
        let words = reading.many_words("is").iter().map(|word| word.trim().to_lowercase()).collect();
        let key = reading.scalar("key").and_then(|(text, span)| self.template(text, span));
        let record = reading.node("record");
        self.problems.extend(reading.into_problems());
        let list = list?;
        let values = record.map(|node| self.record(list, node)).unwrap_or_default();
        Some(Entry { list, only: column.map(|column| (column, words)), key, values })
    }

    fn record(&mut self, list: &'static List, node: &Node<'_>) -> Vec<(&'static fields::Field, Value)> {
        let Some(entries) = node.entries() else {
            self.bad(
                node.span,
                format!("a record has keys, and this is {}", node.kind()),
                "write `by: \"{Speaker}\"` below it",
            );
            return Vec::new();
        };
        let mut values = Vec::new();
        for (key, value) in entries {
            let name = key.as_str().unwrap_or_default();
            let Some(field) = list.fields.iter().find(|field| field.key == name) else {
                let known = list.fields.iter().map(|field| field.key);
                let help = nearest(name, known.clone()).map_or_else(
                    || format!("the keys are {}", known.collect::<Vec<_>>().join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                self.bad(key.span, format!("unknown key `{name}` in a record of `{}`", list.name), help);
                continue;
            };
            if matches!(field.kind, Kind::Mapping(_) | Kind::Coordinates | Kind::Membership(_)) {
                let help = "give it to the records afterwards, with `gainsay edit`";
                self.bad(key.span, format!("`{name}` cannot be made from cells"), help);
                continue;
            }
            if matches!(field.kind, Kind::Date) {
                self.day(value);
            }
            if let Some(value) = self.value(value) {
                values.push((field, value));
            }
        }
        values
    }

    /// A day that is the same for all rows must be one.
    fn day(&mut self, node: &Node<'_>) {
        let Some(text) = node.as_str().filter(|text| !text.contains('{') && *text != WHEN) else { return };
        if Date::parse(text).is_err() && dates(text).is_empty() {
            let help = "write the day as 2031-05-04, or name the column that says it: `\"{Date}\"`";
            self.bad(node.span, format!("`{text}` is no date"), help);
        }
    }

    fn value(&mut self, node: &Node<'_>) -> Option<Value> {
        let span = node.span;
        if let Some(text) = node.as_str() {
            let template = self.template(text, span)?;
            return Some(Value { templates: vec![template], first: false, split: None, span });
        }
        if let Some(items) = node.items() {
            let all = items.iter().filter_map(|item| self.template(item.as_str()?, item.span)).collect();
            return Some(Value { templates: all, first: false, split: None, span });
        }
        let mut reading = Reading::part("this value", VALUE.fields, node);
        let first = reading.texts("first-of");
        let is_first = !first.is_empty();
        let all = if is_first { first } else { reading.texts("all-of") };
        let templates: Vec<Template> =
            all.into_iter().filter_map(|(text, span)| self.template(text, span)).collect();
        let split = reading.words("split");
        self.problems.extend(reading.into_problems());
        if templates.is_empty() {
            self.bad(
                span,
                "this value names no column".to_owned(),
                "write `first-of: [\"{A}\", \"{B}\"]` or `all-of: …`",
            );
            return None;
        }
        Some(Value { templates, first: is_first, split, span })
    }

    fn template(&mut self, text: &str, span: Span) -> Option<Template> {
        let event = || text.contains(&format!("({EVENT})")) || text.contains(&format!(", {EVENT})"));
        let whole = [WHO, WHEN].into_iter().find(|open| *open == text);
        if let Some(open) = whole.or_else(|| event().then_some(EVENT)) {
            let help = "write what is the same for all rows there, or name the column that says it";
            self.bad(span, format!("nobody has filled in `{open}`"), help);
        }
        match Template::read(text, |name| self.place(name)) {
            Ok(template) => Some(template),
            Err(name) => {
                self.no_column(&name, span);
                None
            }
        }
    }

    fn column(&mut self, name: &str, span: Span) -> Option<usize> {
        let found = self.place(name);
        if found.is_none() {
            self.no_column(name, span);
        }
        found
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    fn no_column(&mut self, name: &str, span: Span) {
        let known = self.columns.iter().map(|column| column.name.as_str());
        let help = nearest(name, known.clone()).map_or_else(
            || {
                format!(
                    "its columns are {}",
                    known.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
                )
            },
            |near| format!("did you mean `{near}`?"),
        );
        self.bad(span, format!("the sheet has no column `{name}`"), help);
    }

    fn bad(&mut self, span: Span, message: String, help: impl Into<String>) {
        self.problems.push(Problem { rule: "bad-value", span, message, help: help.into() });
    }
}
