//! Typed access to one record: every key is looked up in the field table, what does not fit becomes a problem.

use super::names;
use super::parts::{What, no_mapping};
use crate::ledger::model::date::Date;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::is_name;
use crate::read::fields::meant::{date_help, id_help};
use crate::read::fields::{Field, Kind, List};
use crate::read::records::Problem;
use crate::read::yaml::tree::{Node, Value};
use crate::text::Span;

/// One record being read. Getters take a key of its list; what is wrong is reported and left out.
pub struct Record<'r, 't> {
    what: What,
    fields: &'static [Field],
    pairs: &'r [(Node<'t>, Node<'t>)],
    span: Span,
    pub(super) problems: Vec<Problem>,
}

impl<'r, 't> Record<'r, 't> {
    /// Opens a record; unknown and missing keys are reported at once.
    pub fn open(list: &'static List, node: &'r Node<'t>) -> Self {
        Self::of(What::OneOf(list.name), list.fields, node)
    }

    pub(super) fn of(what: What, fields: &'static [Field], node: &'r Node<'t>) -> Self {
        let mut record = Self { what, fields, pairs: &[], span: node.span, problems: Vec::new() };
        if let Value::Mapping(pairs) = &node.value {
            record.pairs = pairs;
            record.check_keys();
        } else {
            let help = match what {
                What::OneOf(_) => no_mapping(fields, node),
                What::Part(_) => format!("write `{{{}: …}}`", fields[0].key),
                What::File(_) => {
                    format!(
                        "begin with a line `{}: …`, and write each further key on a line of its own",
                        fields[0].key
                    )
                }
            };
            record.bad(node.span, format!("{what} has keys, and this is {}", node.kind()), help);
        }
        record
    }

    fn check_keys(&mut self) {
        for (key, _) in self.pairs {
            let Some(name) = key.as_str() else { continue };
            if self.field(name).is_some() {
                continue;
            }
            let known = self.fields.iter().map(|field| field.key);
            let help = names::nearest(name, known).map_or_else(
                || {
                    let keys: Vec<&str> = self.fields.iter().map(|field| field.key).collect();
                    format!("the keys are {}", keys.join(", "))
                },
                |near| format!("did you mean `{near}`?"),
            );
            self.problem("unknown-key", key.span, format!("unknown key `{name}` in {}", self.what), help);
        }
        for field in self.fields.iter().filter(|field| field.required) {
            let empty = |node: &Node<'_>| node.is_null() || node.items().is_some_and(<[_]>::is_empty);
            if self.node(field.key).is_none_or(empty) {
                let message = format!("{} without `{}`", self.what, field.key);
                self.bad(self.head(), message, format!("add `{}`: {}", field.key, field.meaning));
            }
        }
    }

    /// Where the record is pointed at: its first key.
    pub fn head(&self) -> Span {
        match (self.node("id"), self.pairs.first()) {
            (Some(id), _) => id.span,
            (None, Some((key, _))) => key.span,
            (None, None) => self.span,
        }
    }

    /// What was found wrong with it.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// What was found wrong with it so far.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether something was found wrong with it.
    pub fn broken(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Reports a problem.
    pub fn problem(&mut self, rule: &'static str, span: Span, message: String, help: String) {
        self.problems.push(Problem { rule, span, message, help });
    }

    /// Reports a `bad-value`.
    pub fn bad(&mut self, span: Span, message: String, help: String) {
        self.problem("bad-value", span, message, help);
    }

    /// The value of a key, the last where it is given twice.
    pub fn node(&self, key: &str) -> Option<&'r Node<'t>> {
        self.pairs.iter().rev().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
    }

    pub(super) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The items of a key: one value, or a list of them where the table allows several.
    pub fn items(&mut self, key: &str) -> Vec<&'r Node<'t>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        match &node.value {
            Value::Sequence { items, .. } if self.field(key).is_none_or(|field| field.many) => {
                items.iter().collect()
            }
            Value::Sequence { .. } => {
                self.bad(
                    node.span,
                    format!("`{key}` takes one value, and this is a list"),
                    "write the one value on the line of the key".to_owned(),
                );
                Vec::new()
            }
            _ if node.is_null() => {
                if let Value::Scalar { cut_by: Some(comment), .. } = &node.value {
                    self.bad(
                        *comment,
                        format!("`{key}` has no value: `#` after a space begins a comment"),
                        "put the whole text between quotation marks".to_owned(),
                    );
                } else if self.field(key).is_none_or(|field| !field.required) {
                    self.bad(
                        node.span,
                        format!("`{key}` has no value"),
                        "give it a value, or take the key out".to_owned(),
                    );
                }
                Vec::new()
            }
            _ => vec![node],
        }
    }

    /// The text of a scalar node.
    pub(super) fn text(&mut self, key: &str, node: &'r Node<'t>) -> Option<&'r str> {
        let Value::Scalar { text, cut_by, .. } = &node.value else {
            let what = if matches!(node.value, Value::Mapping(_)) { "a mapping" } else { "a list" };
            self.bad(
                node.span,
                format!("`{key}` takes text, and this is {what}"),
                "put the text between quotation marks, so that colons and brackets in it are text".to_owned(),
            );
            return None;
        };
        if let Some(comment) = cut_by {
            self.bad(
                *comment,
                format!("the text of `{key}` ends here: `#` after a space begins a comment"),
                "put the whole text between quotation marks".to_owned(),
            );
            return None;
        }
        if node.is_null() {
            self.bad(
                node.span,
                format!("`{key}` has an empty item"),
                "give it a value, or take it out".to_owned(),
            );
            return None;
        }
        Some(text)
    }

    /// All texts of a key with their places.
    pub fn texts(&mut self, key: &str) -> Vec<(&'r str, Span)> {
        let items = self.items(key);
        items.into_iter().filter_map(|node| Some((self.text(key, node)?, node.span))).collect()
    }

    /// The one text of a key.
    pub fn scalar(&mut self, key: &str) -> Option<(&'r str, Span)> {
        self.texts(key).into_iter().next()
    }

    /// Free text.
    pub fn words(&mut self, key: &str) -> Option<String> {
        self.scalar(key).map(|(text, _)| text.to_owned())
    }

    /// Several free texts.
    pub fn many_words(&mut self, key: &str) -> Vec<String> {
        self.texts(key).into_iter().map(|(text, _)| text.to_owned()).collect()
    }

    /// The record's own id.
    pub fn id(&mut self) -> Option<(&'r str, Span)> {
        let (text, span) = self.scalar("id")?;
        let reserved = match self.what {
            What::OneOf("parties") => matches!(text, "self" | "not" | UNKNOWN),
            _ => matches!(text, "self" | "not"),
        };
        if reserved {
            self.bad(span, format!("`{text}` is reserved"), "choose another id".to_owned());
            return None;
        }
        if !is_name(text) {
            self.bad(span, format!("`{text}` is no id"), id_help(text));
            return None;
        }
        Some((text, span))
    }

    /// One of a closed list of words.
    pub fn choice(&mut self, key: &str) -> Option<&'static str> {
        self.choices(key).into_iter().next()
    }

    /// Several of a closed list of words.
    pub fn choices(&mut self, key: &str) -> Vec<&'static str> {
        let Some(Kind::Choice(words)) = self.field(key).map(|field| field.kind) else { return Vec::new() };
        let mut found = Vec::new();
        for (text, span) in self.texts(key) {
            if let Some(word) = words.iter().find(|word| **word == text) {
                found.push(*word);
                continue;
            }
            let help = names::nearest(text, words.iter().copied()).map_or_else(
                || format!("it is one of {}", words.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            self.bad(span, format!("`{text}` is no `{key}`"), help);
        }
        found
    }

    /// A date.
    pub fn date(&mut self, key: &str) -> Option<Date> {
        let (text, span) = self.scalar(key)?;
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(message) => {
                self.problem("bad-date", span, message, date_help(text));
                None
            }
        }
    }

    /// A whole number within the bounds of the table.
    pub fn number(&mut self, key: &str) -> Option<u64> {
        let Some(Kind::Number(low, high)) = self.field(key).map(|field| field.kind) else { return None };
        let (text, span) = self.scalar(key)?;
        match text.parse() {
            Ok(number) if (low..=high).contains(&number) => Some(number),
            _ => {
                self.bad(
                    span,
                    format!("`{text}` is no `{key}`"),
                    format!("it is a whole number from {low} to {high}"),
                );
                None
            }
        }
    }

    /// `true` or `false`; false where it is not given.
    pub fn flag(&mut self, key: &str) -> bool {
        match self.scalar(key) {
            None | Some(("false", _)) => false,
            Some(("true", _)) => true,
            Some((text, span)) => {
                self.bad(span, format!("`{text}` is no `{key}`"), "it is `true` or `false`".to_owned());
                false
            }
        }
    }
}
