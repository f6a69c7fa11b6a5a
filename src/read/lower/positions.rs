//! The positions of a statement: propositions as texts or, written long, as mappings with words, scope and day.

use super::reader::Record;
use super::statements::Reading;
use crate::ledger::Phrases;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::{Long, Quote};
use crate::ledger::model::value::Value as Meant;
use crate::read::fields::POSITION;
use crate::read::propositions::{self, colon_help};
use crate::read::yaml::traps;
use crate::read::yaml::tree::{Node, Value};
use crate::text::Span;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::passage::{Looked, look};
use crate::text::quotes::tokens::Words;

/// A position that was read, its proposition and texts not among those of the ledger yet.
pub(super) type Position = (Stance, Proposition, Option<Meant>, Span);

/// The positions of one statement, as far as they are read.
#[derive(Default)]
pub(super) struct Positions {
    /// Each with the place of its proposition.
    pub said: Vec<Position>,
    /// What those that are written long say beside.
    pub long: Vec<Long>,
    /// The texts that are values in them.
    pub phrases: Phrases,
}

impl Reading<'_> {
    /// Reads the six lists; `whole` are the statement's own words.
    pub(super) fn positions(self, record: &mut Record<'_, '_>, whole: &[Quote]) -> Positions {
        let mut found = Positions::default();
        for stance in Stance::ALL {
            for node in record.items(stance.key()) {
                if written_long(node) {
                    self.long(record, stance, node, whole, &mut found);
                } else {
                    self.short(record, stance, node, &mut found);
                }
            }
        }
        found
    }

    fn short(self, record: &mut Record<'_, '_>, stance: Stance, node: &Node<'_>, found: &mut Positions) {
        let text = match &node.value {
            Value::Scalar { text, cut_by: None, .. } if !node.is_null() => text,
            _ => {
                let advice = self.no_proposition(node);
                record.bad(node.span, advice.0, advice.1);
                return;
            }
        };
        self.said(record, stance, text, node.span, found);
    }

    /// Reads a position written long: `{says: …, quote: …, scope: …, as-of: …}`.
    fn long(
        self,
        record: &mut Record<'_, '_>,
        stance: Stance,
        node: &Node<'_>,
        whole: &[Quote],
        found: &mut Positions,
    ) {
        let mut part = Record::part("a position", POSITION, node);
        let quote = part.scalar("quote").map(|(text, span)| Quote::new(text, span, self.texts));
        let (scope, as_of) = (part.words("scope").map(Into::into), part.date("as-of"));
        let before = found.said.len();
        if let Some((text, span)) = part.scalar("says") {
            self.said(&mut part, stance, text, span, found);
        }
        if let Some(quote) = quote.as_ref().filter(|quote| !whole.is_empty() && !self.stands(quote, whole)) {
            part.bad(
                quote.span,
                "these words are no part of the statement's own `quote`".to_owned(),
                "quote a part of it, word for word, or add these words to the `quote` of the statement"
                    .to_owned(),
            );
        }
        if found.said.len() > before && (quote.is_some() || scope.is_some() || as_of.is_some()) {
            let at = u32::try_from(before).unwrap_or(u32::MAX);
            found.long.push(Long { at, quote, scope, as_of });
        }
        record.adopt(part);
    }

    /// Whether words stand in a statement's own, after folding.
    fn stands(self, quote: &Quote, whole: &[Quote]) -> bool {
        let mut words = Words::default();
        let whole = Wording::new(&mut words, whole.iter().map(|quote| quote.text(self.texts)));
        look(&mut words, &whole, quote.text(self.texts)) == Looked::There
    }

    fn said(
        self,
        record: &mut Record<'_, '_>,
        stance: Stance,
        text: &str,
        span: Span,
        found: &mut Positions,
    ) {
        if let Some(bracket) = traps::unbalanced(text).filter(|_| self.beside_comma(span)) {
            record.bad(
                span,
                format!("`{text}` has {bracket}: in `[ ]` and `{{ }}`, a comma cuts a proposition in two"),
                "write one proposition a line, behind `- `, or put each between quotation marks".to_owned(),
            );
            return;
        }
        let read = match stance {
            Stance::LeavesOpen => propositions::resolve_open(self.ledger, &mut found.phrases, text),
            _ => propositions::resolve(self.ledger, &mut found.phrases, text),
        };
        let (proposition, value) = match read {
            Ok(read) => read,
            Err(refusal) => {
                record.problem(refusal.rule, span, refusal.message, refusal.help);
                return;
            }
        };
        let predicate = self.ledger.vocabulary.get(proposition.predicate);
        if value.is_none() && !predicate.value.is_empty() && stance.sign() != Sign::None {
            record.bad(
                span,
                format!("`{}` says nothing without a value", predicate.id),
                format!("write the value behind it: `{text} = …`"),
            );
            return;
        }
        found.said.push((stance, proposition, value, span));
    }

    /// Whether a text is a piece that a comma cut off.
    fn beside_comma(self, span: Span) -> bool {
        let text = &self.texts.file(span.file).text;
        let before = text.get(..span.start as usize).unwrap_or_default();
        let behind = text.get(span.end as usize..).unwrap_or_default();
        before.trim_end().ends_with(',') || behind.trim_start().starts_with(',')
    }

    /// What to say where a proposition is wanted and something else stands.
    fn no_proposition(self, node: &Node<'_>) -> (String, String) {
        let text = &self.texts.file(node.span.file).text;
        let sound = |text: &str| propositions::resolve(self.ledger, &mut Phrases::default(), text).is_ok();
        if let Some(advice) = traps::mapping_for_text(node, text, |words| colon_help(words, sound)) {
            return advice;
        }
        if node.cut_by().is_some() {
            let message = "the proposition is cut here: `#` after a space begins a comment".to_owned();
            return (message, "put the whole proposition between single quotes".to_owned());
        }
        ("a proposition is wanted here".to_owned(), "write it as predicate(argument, argument)".to_owned())
    }
}

/// Whether a position is written as a mapping of the keys of one.
fn written_long(node: &Node<'_>) -> bool {
    let Value::Mapping(pairs) = &node.value else { return false };
    pairs.iter().any(|(key, _)| POSITION.iter().any(|field| key.as_str() == Some(field.key)))
}
