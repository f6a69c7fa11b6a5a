//! Cuts a file into its lists and records, so that one broken record costs one record.

pub(crate) mod lines;
pub(crate) mod pieces;
pub(crate) mod salvage;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::fields::{SETTINGS, is_key, list, near_list};
pub use super::problem::Problem;
use super::problem::{BAD_VALUE, UNREADABLE, is_odd_blank, span};
use super::yaml::build::{Built, Fault, build};
use super::yaml::subset;
use super::yaml::syntax::explain;
use super::yaml::tree::{Node, Value};
use crate::text::{FileId, Span};
use lines::conflict_markers;
use salvage::in_lists;

/// One record: an item of a list, or the one mapping of `settings`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRecord<'t> {
    /// The name of its list.
    pub list: Cow<'t, str>,
    /// Where the list is named.
    pub list_span: Span,
    /// The record; not yet known to be a mapping.
    pub node: Node<'t>,
}

/// A record that could not be read, of which the id is known: what refers to it is not wrong as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost<'t> {
    /// The name of its list.
    pub list: String,
    /// Its id.
    pub id: &'t str,
    /// Where the id is written.
    pub span: Span,
}

/// What a file holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut<'t> {
    /// The lists that are named, with or without records: name, place.
    pub lists: Vec<(String, Span)>,
    /// Records that could not be read, as far as their ids could.
    pub lost: Vec<Lost<'t>>,
    /// The records that could be read, in file order.
    pub records: Vec<RawRecord<'t>>,
    /// All that could not be used, in file order.
    pub problems: Vec<Problem>,
    /// Records or stretches that could not be read as YAML.
    pub broken: usize,
}

/// Reads the text of one file.
#[must_use]
pub fn cut(file: FileId, text: &str) -> Cut<'_> {
    subset::read(file, text).map_or_else(|| by_library(file, text), |read| read.cut)
}

/// The same by the library's parser alone: slower, for every text, and what [`cut`] is held against.
#[must_use]
pub fn by_library(file: FileId, text: &str) -> Cut<'_> {
    let mut cutter = Cutter::new(file, text);
    if u32::try_from(text.len()).is_err() {
        cutter.cut.broken = 1;
        cutter.report(UNREADABLE, 0..0, "the file is larger than 4 gigabytes", "split it into several files");
        return cutter.cut;
    }
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let conflicts = conflict_markers(text);
    if conflicts.is_empty() {
        match build(file, text, start..text.len()) {
            Ok(built) if in_lists(&built) => cutter.take(built),
            Ok(_) => cutter.by_document(start..text.len(), &[], None),
            Err(fault) => cutter.by_document(start..text.len(), &[], Some(fault)),
        }
    } else {
        cutter.conflicts(&conflicts);
        cutter.by_document(start..text.len(), &conflicts, None);
    }
    cutter.finish()
}

/// The name of a list and its place.
pub(super) struct ListName<'t> {
    name: Cow<'t, str>,
    span: Span,
}

impl ListName<'_> {
    pub(super) fn text(&self) -> &str {
        &self.name
    }
}

/// The lists named so far in one document.
pub(super) type Seen<'t> = HashSet<Cow<'t, str>>;

pub(super) struct Cutter<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) cut: Cut<'t>,
}

impl<'t> Cutter<'t> {
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, cut: Cut::default() }
    }

    pub(super) fn finish(mut self) -> Cut<'t> {
        self.cut.problems.sort_by_key(|problem| problem.span);
        self.cut
    }

    fn conflicts(&mut self, markers: &[Range<usize>]) {
        for marker in markers {
            let words = &self.text[marker.clone()];
            self.cut.broken += usize::from(words.starts_with('<'));
            self.report(
                UNREADABLE,
                marker.clone(),
                format!("`{}` is left over from a merge of two versions; what lies between the marks is not read, nor a record in which they stand", &words[..7]),
                "decide which version holds, and delete the other and the lines `<<<<<<<`, `=======`, `>>>>>>>`",
            );
        }
    }

    pub(super) fn take(&mut self, built: Built<'t>) {
        self.take_seen(built, &mut HashSet::new());
    }

    /// The lists of whole documents. `seen` holds the names met before in a document read in pieces.
    pub(super) fn take_seen(&mut self, mut built: Built<'t>, seen: &mut Seen<'t>) {
        let roots = std::mem::take(&mut built.roots);
        self.problems(&mut built);
        for (index, root) in roots.into_iter().enumerate() {
            if index > 0 {
                seen.clear();
            }
            let (place, kind, null) = (root.span, root.kind(), root.is_null());
            if let Value::Mapping(entries) = root.value {
                for (key, value) in entries {
                    self.list(key, value, seen, &built.lost);
                }
            } else if !null {
                self.cut.broken += 1;
                let line = &self.text[place.start as usize..place.end as usize];
                let end = place.start as usize + line.lines().next().unwrap_or_default().len();
                self.report(
                    UNREADABLE,
                    place.start as usize..end,
                    format!("a ledger file begins with the name of a list, such as `statements:`; here stands {kind}"),
                    "write the name of the list with a colon on a line of its own, and the records below it, each after `- `",
                );
            }
        }
    }

    fn list(&mut self, key: Node<'t>, value: Node<'t>, seen: &mut Seen<'t>, unknown: &[Span]) {
        let (list_span, null, kind) = (key.span, value.is_null(), value.kind());
        let unlike = |name: &str| list(name).is_none() && near_list(name).is_none() && !is_key(name);
        let unknown_list = key.as_str().is_some_and(unlike);
        let Some(name) = self.name(key, seen) else { return };
        let settings = name.name == SETTINGS;
        let place = list_span.start as usize..list_span.end as usize;
        match value.value {
            Value::Mapping(_) if settings => self.records(&name, vec![value], unknown),
            Value::Sequence { items, .. } if !settings => self.records(&name, items, unknown),
            // Of a line that a special space keeps at the margin that is said, and of a list that is unknown that it is.
            _ if null || name.name.starts_with(is_odd_blank) => {}
            _ if unknown_list => {}
            _ => {
                let (message, help) = if settings {
                    (
                        format!("`settings` is one mapping (keys with values); here stands {kind}"),
                        "write its keys below it, indented, without `- `",
                    )
                } else {
                    (
                        format!(
                            "`{}` stands at the top of the file, where every name is that of a list of records; here follows {kind}",
                            name.name
                        ),
                        "write each record of a list on lines of its own, after `- `; indent what belongs to a record",
                    )
                };
                self.report(BAD_VALUE, place, message, help);
            }
        }
    }

    /// The name of a list, if it is text; one given twice is reported and read.
    pub(super) fn name(&mut self, key: Node<'t>, seen: &mut Seen<'t>) -> Option<ListName<'t>> {
        let (place, kind) = (key.span, key.kind());
        let range = place.start as usize..place.end as usize;
        let Value::Scalar { text, .. } = key.value else {
            self.report(
                BAD_VALUE,
                range,
                format!("{kind} stands here where the name of a list belongs"),
                "write the name of a list, such as `statements:`",
            );
            return None;
        };
        if !seen.insert(text.clone()) {
            self.report(
                BAD_VALUE,
                range,
                format!(
                    "`{text}` is given twice in this file; other programs would read only one of the two"
                ),
                "put all its records under one heading, or the second after a line `---`",
            );
        }
        self.cut.lists.push((text.to_string(), place));
        // Its records are read, though its name is an error: one letter costs no list.
        let meant = if list(&text).is_some() { None } else { near_list(&text) };
        Some(ListName { name: meant.map_or(text, Cow::Borrowed), span: place })
    }

    pub(super) fn records(&mut self, list: &ListName<'t>, nodes: Vec<Node<'t>>, unknown: &[Span]) {
        for node in nodes {
            let whole = node.span.start..=node.span.end;
            // `unknown` is in file order.
            let next = unknown.partition_point(|place| place.start < *whole.start());
            if unknown.get(next).is_some_and(|place| whole.contains(&place.start)) {
                self.cut.broken += 1;
            } else {
                self.record(list, node);
            }
        }
    }

    pub(super) fn record(&mut self, list: &ListName<'t>, node: Node<'t>) {
        self.cut.records.push(RawRecord { list: list.name.clone(), list_span: list.span, node });
    }

    pub(super) fn problems(&mut self, built: &mut Built<'t>) {
        self.cut.problems.append(&mut built.problems);
    }

    pub(super) fn broken(&mut self, fault: &Fault) {
        self.cut.broken += 1;
        self.cut.problems.push(explain(self.file, self.text, fault));
    }

    pub(super) fn report(
        &mut self,
        rule: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        let span = span(self.file, range.start, range.end);
        self.cut.problems.push(Problem { rule, span, message: message.into(), help: help.into() });
    }
}
