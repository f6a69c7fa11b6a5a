//! Aliases, resolved within a budget, and tags: what YAML offers beyond text, lists and mappings.

use std::borrow::Cow;

use super::build::{Builder, Measured};
use super::tree::{Node, Value};
use crate::read::problem::{BAD_VALUE, Problem, span};
use crate::text::Span;

/// How deep a value may lie once its aliases are resolved; the parser bounds what is written out.
const DEPTH: usize = 400;

impl<'t> Builder<'t> {
    pub(super) fn charge(&mut self, weight: usize) -> bool {
        let left = self.budget.checked_sub(weight);
        self.budget = left.unwrap_or(0);
        left.is_some()
    }

    pub(super) fn alias(&mut self, id: usize, place: Span) {
        let (weight, height) = match self.anchors.get(&id) {
            Some(Some(kept)) => (kept.weight, kept.height),
            Some(None) => return self.exploded(place),
            None => {
                return self.lose(
                    place,
                    format!("`{}` stands inside the very value that it repeats", self.words(place)),
                );
            }
        };
        if self.open.len() + height > DEPTH || !self.charge(weight) {
            return self.exploded(place);
        }
        if let Some(Some(kept)) = self.anchors.get(&id) {
            let node = Node { span: place, value: kept.node.value.clone() };
            self.finish(Measured { node, weight, height }, 0);
        }
    }

    /// Named once; the others of its kind only cost their records.
    fn exploded(&mut self, place: Span) {
        let name = self.words(place);
        if std::mem::replace(&mut self.exploded, true) {
            return self.lost(place);
        }
        let message = format!(
            "`{name}` repeats values that repeat others, which grows beyond what a ledger can hold; records that \
             repeat as much are not read"
        );
        self.lose(place, message);
    }

    pub(super) fn unresolved(&mut self, name: &str, place: Span) {
        let message = format!(
            "`*{name}` repeats a value marked `&{name}`, and none is known here: a `*` at the start has a meaning in YAML"
        );
        self.lose(place, message);
    }

    fn lose(&mut self, place: Span, message: String) {
        let help = "write the value out, or put quotation marks around the text if the `*` belongs to it";
        self.built.problems.push(Problem { rule: BAD_VALUE, span: place, message, help: help.into() });
        self.lost(place);
    }

    /// Stands in for a value that is not known.
    fn lost(&mut self, place: Span) {
        self.built.lost.push(place);
        let value = Value::Scalar { text: Cow::Borrowed(""), quoted: false, cut_by: None };
        self.finish(Measured { node: Node { span: place, value }, weight: 1, height: 1 }, 0);
    }

    pub(super) fn tag(&mut self, start: usize, end: usize) {
        let place = span(self.file, start, end);
        let message = format!("`{}` is a YAML tag, and tags have no meaning in a ledger", self.words(place));
        let help = "remove it, or put quotation marks around the text if the `!` belongs to it";
        self.built.problems.push(Problem { rule: BAD_VALUE, span: place, message, help: help.into() });
    }

    pub(super) fn words(&self, place: Span) -> &'t str {
        self.text.get(place.start as usize..place.end as usize).unwrap_or_default()
    }
}
