//! What can be saved of a text that is not YAML as a whole: each document, list and record by itself.

use std::ops::Range;

use super::lines::{BOM, documents, left_by_merge};
use super::pieces::{Item, Section, sections};
use super::{Cutter, ListName, Lost, Seen};
use crate::ledger::model::proposition::is_name;
use crate::read::fields::{SETTINGS, is_key};
use crate::read::problem::{UNREADABLE, span};
use crate::read::yaml::build::{Built, Fault, build};
use crate::read::yaml::place::{self, BOM_HELP, TAB, TAB_HELP};
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
            if document.start > BOM.len_utf8() && self.text[..document.start].ends_with(BOM) {
                self.mark(document.start - BOM.len_utf8());
            }
            let fault = match &fault {
                _ if conflicts.iter().any(|it| document.contains(&it.start)) => None,
                Some(fault) if single => Some(fault.clone()),
                _ => match build(self.file, self.text, document.clone()) {
                    Ok(built) if in_lists(&built) => {
                        self.take(built);
                        continue;
                    }
                    Ok(_) => None,
                    Err(fault) => Some(fault),
                },
            };
            self.by_section(document, conflicts, fault.as_ref());
        }
        if let Some(fault) = fault.filter(|_| self.cut.problems.len() == before) {
            self.broken(&fault);
        }
    }

    /// The lists of a document that is no YAML as a whole; `fault` says where, unless a merge conflict does.
    fn by_section(&mut self, document: Range<usize>, conflicts: &[Range<usize>], fault: Option<&Fault>) {
        let before = self.cut.problems.len();
        let found = sections(self.text, document.clone(), conflicts);
        if found.is_empty() && fault.is_none() && conflicts.is_empty() {
            return self.as_it_is(document, &mut Seen::default());
        }
        let mut seen = Seen::default();
        let single = found.len() == 1;
        for section in found {
            let in_pieces = single && fault.is_some()
                || section.conflict
                || section.slipped
                || section.odd_name.is_some();
            let sound = if in_pieces {
                None
            } else {
                build(self.file, self.text, section.whole.clone())
                    .ok()
                    .filter(|built| built.roots.len() == 1 && in_lists(built))
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
        let odd = section.odd_name.clone();
        let head = (!section.head.is_empty() && !section.items.is_empty() && odd.is_none())
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
        let named = odd.map(|word| (self.odd_name(word), true)).or(named);
        let Some((key, bare)) = named else {
            if section.conflict && section.items.is_empty() {
                return;
            }
            return self.as_it_is(section.whole.clone(), seen);
        };
        if key.as_str() == Some(SETTINGS) || !bare {
            return self.as_it_is(section.whole.clone(), seen);
        }
        if section.slipped {
            let at = key.span;
            self.report(
                UNREADABLE,
                at.start as usize..at.end as usize,
                "this is the name of a list, and it is indented more than the others",
                "write it where the names of the other lists begin",
            );
        }
        let Some(name) = self.name(key.clone(), seen) else { return };
        self.stray(section.stray.clone(), None);
        let first = section.items.first().map_or(0, |item| item.indent);
        for item in &section.items {
            self.item(&name, first, item);
        }
    }

    /// A stretch that cannot be cut any further.
    fn as_it_is(&mut self, range: Range<usize>, seen: &mut Seen<'t>) {
        match build(self.file, self.text, range) {
            Ok(built) => self.take_seen(built, seen),
            Err(fault) => self.broken(&fault),
        }
    }

    /// The name of a list with something beside it that has no business there.
    fn odd_name(&mut self, word: Range<usize>) -> Node<'t> {
        let text = &self.text[word.clone()];
        self.report(
            UNREADABLE,
            word.clone(),
            format!("this must be the name of a list, `{text}:`, and it is not written so"),
            "write the name with a colon behind it, and nothing else in its line",
        );
        let value = Value::Scalar { text: text.into(), quoted: false, cut_by: None };
        Node { span: span(self.file, word.start, word.end), value }
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
        let (mut stray, mut half) = (item.stray.clone(), item.half);
        let mut read = build(self.file, self.text, item.range.clone());
        if !stray.is_empty() && (read.is_err() || half) {
            // A text or a bracket may go on in lines that are indented too little.
            let joined = build(self.file, self.text, item.range.start..stray.end);
            if let Ok(built) = joined
                && let [Node { value: Value::Sequence { items, .. }, .. }] = &built.roots[..]
                && items.len() == 1
            {
                (read, half) = (Ok(built), false);
                stray.start = stray.end;
            }
        }
        match read {
            Ok(mut built) if !half => {
                let roots = std::mem::take(&mut built.roots);
                self.problems(&mut built);
                for root in roots {
                    if let Value::Sequence { items, .. } = root.value {
                        self.records(list, items, &built.lost);
                    }
                }
            }
            read => {
                match read {
                    Err(fault) => self.broken(&fault),
                    Ok(_) => self.cut.broken += 1,
                }
                self.lost(list, item.range.clone());
            }
        }
        let start = item.range.start;
        let dash = start + item.indent;
        if let Some(tab) = self.text[start..dash].find('\t') {
            let tab = start + tab;
            self.report(UNREADABLE, tab..tab + 1, TAB, TAB_HELP);
        } else if self.text[start..].starts_with(BOM) {
            self.mark(start);
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
        self.stray(stray, half.then_some(item));
    }

    /// A byte-order mark where none belongs.
    fn mark(&mut self, at: usize) {
        self.report(UNREADABLE, at..at + BOM.len_utf8(), place::BOM, BOM_HELP);
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

    /// Names lines that belong to no record; `above` is a record that is not read because of them.
    fn stray(&mut self, stray: Range<usize>, above: Option<&Item>) {
        let words = self.text[stray.clone()].trim();
        let lines =
            words.lines().filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#')).count();
        if lines == 0 {
            return;
        }
        let start = stray.start + (self.text[stray.clone()].len() - self.text[stray].trim_start().len());
        let end = start + words.lines().next().unwrap_or_default().trim_end().len();
        let (mut message, help) = if left_by_merge(words) {
            (
                "this line is left over from a merge of two versions".to_owned(),
                "delete it, and see to it that what stands around it is what you want",
            )
        } else if words.starts_with("---") || words.starts_with("...") {
            (
                "this line ends a document in the midst of a list".to_owned(),
                if above.is_some() {
                    "delete it"
                } else {
                    "delete it, or write the name of the list again below it"
                },
            )
        } else {
            (
                "this belongs to no record: it is neither the name of a list with a colon, nor a record after `- `, nor indented"
                    .to_owned(),
                "indent it if it belongs to the record above, put `#` before it if it is a comment, or delete it",
            )
        };
        if above.is_some() {
            message.push_str("; the record above is not read, since this may be a part of it");
        } else {
            self.cut.broken += 1;
        }
        if lines > 1 {
            message.push_str(&format!("; of the {lines} lines from here to the next record nothing is read"));
        }
        self.report(UNREADABLE, start..end, message, help);
    }
}

/// Whether all of a text stands in lists: no line of a record has slipped to where their names stand.
pub(super) fn in_lists(built: &Built<'_>) -> bool {
    built.roots.iter().all(|root| match &root.value {
        Value::Mapping(entries) => {
            entries.iter().all(|(key, _)| key.as_str().is_some_and(|name| !name.is_empty() && !is_key(name)))
        }
        Value::Scalar { .. } => root.is_null(),
        Value::Sequence { .. } => false,
    })
}

fn spaces(count: usize) -> String {
    if count == 1 { "1 space".into() } else { format!("{count} spaces") }
}
