//! What can be saved of a text that is not YAML as a whole: each document, list and record by itself.

use std::ops::Range;

use super::lines::documents;
use super::pieces::{Item, Section, sections};
use super::{Cutter, ListName, Lost, Seen};
use crate::ledger::model::proposition::is_name;
use crate::read::fields::SETTINGS;
use crate::read::problem::{UNREADABLE, span};
use crate::read::yaml::build::{Fault, build};
use crate::read::yaml::place::{TAB, TAB_HELP};
use crate::read::yaml::tree::{Node, Value};

impl<'t> Cutter<'t> {
    /// Each document by itself; `fault` is that of the whole text.
    pub(super) fn by_document(
        &mut self,
        range: Range<usize>,
        conflicts: &[Range<usize>],
        fault: Option<Fault>,
    ) {
        let found = documents(self.text, range);
        let (single, before) = (found.len() == 1, self.cut.problems.len());
        for document in found {
            let fault = match &fault {
                _ if conflicts.iter().any(|it| document.contains(&it.start)) => None,
                Some(fault) if single => Some(fault.clone()),
                _ => match build(self.file, self.text, document.clone()) {
                    Ok(built) => {
                        self.take(built);
                        continue;
                    }
                    Err(fault) => Some(fault),
                },
            };
            self.by_section(document, fault.as_ref());
        }
        if let Some(fault) = fault.filter(|_| self.cut.problems.len() == before) {
            self.broken(&fault);
        }
    }

    /// The lists of a document that is no YAML as a whole; `fault` says where, unless a merge conflict does.
    fn by_section(&mut self, document: Range<usize>, fault: Option<&Fault>) {
        let before = self.cut.problems.len();
        let found = sections(self.text, document);
        let mut seen = Seen::default();
        let single = found.len() == 1;
        for section in found {
            let sound = if single || section.conflict {
                None
            } else {
                build(self.file, self.text, section.whole.clone()).ok()
            };
            match sound {
                Some(built) => self.take_seen(built, &mut seen),
                None => self.section(&section, &mut seen),
            }
        }
        // Nothing smaller names it.
        if let Some(fault) = fault.filter(|_| self.cut.problems.len() == before) {
            self.broken(fault);
        }
    }

    fn section(&mut self, section: &Section, seen: &mut Seen<'t>) {
        let head = (!section.head.is_empty() && !section.items.is_empty())
            .then(|| build(self.file, self.text, section.head.clone()));
        let root = match head {
            Some(Ok(built)) => built.roots.into_iter().next(),
            Some(Err(fault)) => return self.broken(&fault),
            None => None,
        };
        let named = root.and_then(|root| match root.value {
            Value::Mapping(entries) => entries.into_iter().next().map(|(key, value)| (key, value.is_null())),
            Value::Scalar { .. } => Some((self.without_colon(root), true)),
            Value::Sequence { .. } => None,
        });
        let Some((key, bare)) = named else {
            if section.conflict && section.items.is_empty() {
                return;
            }
            return match build(self.file, self.text, section.whole.clone()) {
                Ok(built) => self.take_seen(built, seen),
                Err(fault) => self.broken(&fault),
            };
        };
        if key.as_str() == Some(SETTINGS) || !bare {
            return match build(self.file, self.text, section.whole.clone()) {
                Ok(built) => self.take_seen(built, seen),
                Err(fault) => self.broken(&fault),
            };
        }
        let Some(name) = self.name(key.clone(), seen) else { return };
        let first = section.items.first().map_or(0, |item| item.indent);
        for item in &section.items {
            self.item(&name, first, item);
        }
    }

    fn without_colon(&mut self, name: Node<'t>) -> Node<'t> {
        self.report(
            UNREADABLE,
            name.span.start as usize..name.span.end as usize,
            "the name of a list ends with a colon, and this has none",
            "write the colon, or delete the line",
        );
        name
    }

    fn item(&mut self, list: &ListName<'t>, first: usize, item: &Item) {
        let mut stray = item.stray.clone();
        let mut read = build(self.file, self.text, item.range.clone());
        if read.is_err() && !stray.is_empty() {
            // A text or a bracket may go on in lines that are indented too little.
            let joined = build(self.file, self.text, item.range.start..stray.end);
            if joined.is_ok() {
                read = joined;
            }
            stray.start = stray.end;
        }
        match read {
            Ok(mut built) => {
                let roots = std::mem::take(&mut built.roots);
                self.problems(&mut built);
                for root in roots {
                    if let Value::Sequence { items, .. } = root.value {
                        self.records(list, items, &built.lost);
                    }
                }
            }
            Err(fault) => {
                self.broken(&fault);
                self.lost(list, item.range.clone());
            }
        }
        let start = item.range.start;
        let dash = start + item.indent;
        if let Some(tab) = self.text[start..dash].find('\t') {
            let tab = start + tab;
            self.report(UNREADABLE, tab..tab + 1, TAB, TAB_HELP);
        } else if item.indent != first {
            self.report(
                UNREADABLE,
                dash..dash + 1,
                format!(
                    "this record is indented by {}, and the first of its list by {first}",
                    spaces(item.indent)
                ),
                "indent the records of a list alike",
            );
        }
        self.stray(stray);
    }

    /// Keeps the id of a record that could not be read, so that what refers to it is not wrong as well.
    fn lost(&mut self, list: &ListName<'t>, range: Range<usize>) {
        let mut at = range.start;
        for line in self.text[range].split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '-']);
            if let Some(id) = words.strip_prefix("id:").map(str::trim).filter(|id| is_name(id)) {
                let start = at + line.find(id).unwrap_or(0);
                let span = span(self.file, start, start + id.len());
                self.cut.lost.push(Lost { list: list.text().to_owned(), id, span });
                return;
            }
            at += line.len();
        }
    }

    fn stray(&mut self, stray: Range<usize>) {
        let words = self.text[stray.clone()].trim();
        if words.is_empty() {
            return;
        }
        let start = stray.start + (self.text[stray.clone()].len() - self.text[stray].trim_start().len());
        let end = start + words.lines().next().unwrap_or_default().trim_end().len();
        self.cut.broken += 1;
        self.report(
            UNREADABLE,
            start..end,
            "this belongs to no record: it is neither the name of a list with a colon, nor a record after `- `, nor indented",
            "indent it if it belongs to the record above, put `#` before it if it is a comment, or delete it",
        );
    }
}

fn spaces(count: usize) -> String {
    if count == 1 { "1 space".into() } else { format!("{count} spaces") }
}
