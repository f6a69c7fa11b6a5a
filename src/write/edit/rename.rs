//! An id exchanged wherever it stands: in its record, in references, in propositions and their values, in the names of
//! propositions that settings, requests and expectations use.

use std::collections::HashMap;
use std::ops::Range;

use super::comments::comments;
use super::lines::opening;
use super::same::{alike, same_complaints};
use super::{Refused, read, unsure};
use crate::ledger::Ledger;
use crate::ledger::model::proposition::{self, Literal, Parsed};
use crate::ledger::model::value::ValueKind;
use crate::read::NAMED;
use crate::read::fields::{self, Field, Kind};
use crate::read::propositions::list_of;
use crate::read::yaml::tree::{Node, Value};
use crate::text::Span;

/// What is renamed.
#[derive(Clone, Copy, Debug)]
pub struct Renaming<'r> {
    /// The ledger before: it says what a name in a proposition stands for.
    pub ledger: &'r Ledger,
    /// The list of the record.
    pub list: &'r str,
    /// Its id.
    pub old: &'r str,
    /// Its id to be.
    pub new: &'r str,
}

/// A text with an id exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The new text.
    pub text: String,
    /// In how many places.
    pub places: usize,
    /// Whether the record itself stands in this text.
    pub own: bool,
}

/// Exchanges an id throughout a file.
///
/// # Errors
/// The file cannot be read whole, or not all places can be changed safely.
pub fn rename(text: &str, renaming: &Renaming<'_>) -> Result<Renamed, Refused> {
    let old = read(text)?;
    let mut found = Rewriting { text, renaming, edits: HashMap::new(), changes: Vec::new(), own: false };
    for record in &old.records {
        let Some(list) = fields::list(&record.list) else { continue };
        found.record(list.fields, &record.node);
        if let Some(id) = record.node.get("id").filter(|id| id.as_str() == Some(renaming.old))
            && list.name == renaming.list
        {
            found.whole(id);
            found.own = true;
        }
    }
    let Rewriting { edits, mut changes, own, .. } = found;
    changes.sort_by_key(|(range, _)| range.start);
    changes.dedup();
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    for (range, written) in &changes {
        new.push_str(text.get(from..range.start).ok_or_else(unsure)?);
        new.push_str(written);
        from = range.end;
    }
    new.push_str(&text[from..]);
    let sound = read(&new).is_ok_and(|now| {
        let expected = |node: &Node<'_>| edits.get(&node.span).map(String::as_str);
        old.records.len() == now.records.len()
            && old
                .records
                .iter()
                .zip(&now.records)
                .all(|(a, b)| a.list == b.list && alike(&a.node, &b.node, &expected))
            && same_complaints(&old, &now)
    });
    if !sound || comments(text) != comments(&new) {
        return Err(unsure());
    }
    Ok(Renamed { text: new, places: changes.len(), own })
}

struct Rewriting<'f> {
    text: &'f str,
    renaming: &'f Renaming<'f>,
    /// What scalars are to say, by their places.
    edits: HashMap<Span, String>,
    /// What is to be written where.
    changes: Vec<(Range<usize>, String)>,
    own: bool,
}

impl Rewriting<'_> {
    /// Looks at the keys of a record, or of a mapping in one.
    fn record(&mut self, fields: &[Field], node: &Node<'_>) {
        for (key, value) in node.entries().unwrap_or_default() {
            let Some(field) = fields.iter().find(|field| key.as_str() == Some(field.key)) else { continue };
            let items = match &value.value {
                Value::Sequence { items, .. } => items.as_slice(),
                _ => std::slice::from_ref(value),
            };
            for item in items {
                self.item(field.kind, item);
            }
        }
    }

    /// Looks at one value.
    fn item(&mut self, kind: Kind, node: &Node<'_>) {
        let Renaming { ledger, list, old, .. } = *self.renaming;
        match (kind, node.as_str()) {
            (
                Kind::Membership(fields)
                | Kind::Carrier(fields)
                | Kind::Position(fields)
                | Kind::Mapping(fields),
                None,
            ) => self.record(fields, node),
            (Kind::Reference(to), Some(text)) if to == list && text == old => self.whole(node),
            (Kind::Membership(_) | Kind::Speaker | Kind::Carrier(_), Some(text))
                if list == "parties" && text == old =>
            {
                self.whole(node);
            }
            (Kind::StatementOrParty, Some(text)) if text == old => {
                // Where a party and a statement share an id, the party is meant.
                let party = ledger.parties.find(text).is_some();
                if list == "parties" || list == "statements" && !party {
                    self.whole(node);
                }
            }
            (Kind::AnyRecord, Some(text)) if text == old => {
                let meant = NAMED.into_iter().find(|list| crate::read::find(ledger, list, text).is_some());
                if meant == Some(list) {
                    self.whole(node);
                }
            }
            (Kind::Proposition | Kind::Position(_) | Kind::Subject | Kind::Pattern, Some(text)) => {
                let text = text.to_owned();
                if let Ok(parsed) = proposition::parse(&text) {
                    let places = self.places(&text, &parsed);
                    self.parts(node, &text, &places);
                }
            }
            _ => {}
        }
    }

    /// Where in a proposition the id stands.
    fn places(&self, text: &str, parsed: &Parsed<'_>) -> Vec<Range<usize>> {
        let Renaming { ledger, list, old, .. } = *self.renaming;
        let Some(predicate) = ledger.vocabulary.find(parsed.name) else { return Vec::new() };
        let predicate = ledger.vocabulary.get(predicate);
        let arguments = parsed.arguments.iter().zip(&predicate.arguments);
        let mut found: Vec<&str> = arguments
            .filter(|(argument, (kind, _))| **argument == old && list_of(*kind) == list)
            .map(|(argument, _)| *argument)
            .collect();
        if let Some((_, Literal::Bare(literal), _)) = parsed.value
            && literal == old
        {
            // As reading takes it: the first kind of value that knows the id.
            let lists = predicate.value.iter().filter_map(|kind| match kind {
                ValueKind::Place => Some("places"),
                ValueKind::Party => Some("parties"),
                ValueKind::Topic => Some("topics"),
                _ => None,
            });
            let mut known = lists.filter(|list| crate::read::find(ledger, list, old).is_some());
            found.extend((known.next() == Some(list)).then_some(literal));
        }
        let start = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        found.into_iter().map(|part| start(part)..start(part) + part.len()).collect()
    }

    /// The scalar is the id.
    fn whole(&mut self, node: &Node<'_>) {
        let old = self.renaming.old;
        self.parts(node, old, std::slice::from_ref(&(0..old.len())));
    }

    /// The scalar, which reads `text`, holds the id at these places.
    fn parts(&mut self, node: &Node<'_>, text: &str, places: &[Range<usize>]) {
        if places.is_empty() {
            return;
        }
        let mut said = text.to_owned();
        for place in places.iter().rev() {
            said.replace_range(place.clone(), self.renaming.new);
        }
        let (start, end) = (opening(self.text, node), node.span.end as usize);
        let raw = self.text.get(start..end).unwrap_or_default();
        // What an alias brings in is changed where it was written.
        if !raw.starts_with('*') {
            let quotes = usize::from(raw != text);
            let inner = raw.get(quotes..raw.len().saturating_sub(quotes)).unwrap_or_default();
            if inner == text {
                let begin = start + quotes;
                self.changes.extend(
                    places
                        .iter()
                        .map(|place| (begin + place.start..begin + place.end, self.renaming.new.to_owned())),
                );
            } else {
                self.changes.push((start..end, serde_json::to_string(&said).unwrap_or_default()));
            }
        }
        self.edits.insert(node.span, said);
    }
}
