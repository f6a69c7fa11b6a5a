//! Parser events → spanned trees: aliases resolved within a budget, tags, duplicate and odd keys named.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span as Place, StrInput, StructureStyle};

use super::traps::{comment_below, comment_cutting};
use super::tree::{Node, Value};
use crate::read::problem::{Problem, span};
use crate::text::{FileId, Span};

/// The values a small file may add by aliases; a larger one may add one more for every 16 bytes.
const BUDGET: usize = 250_000;

/// What one stretch of YAML holds.
#[derive(Debug, Default)]
pub struct Built<'t> {
    /// The root of each document.
    pub roots: Vec<Node<'t>>,
    /// What could be read and not be meant.
    pub problems: Vec<Problem>,
    /// Places whose value is not known; a record around one is not to be used.
    pub lost: Vec<Span>,
    /// Whether a part is marked to be repeated.
    pub anchored: bool,
    /// How deep the deepest root is.
    pub height: usize,
}

/// Where and why the parser gave up.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Byte in the file.
    pub at: usize,
    /// The parser's word for it.
    pub kind: ErrorKind,
}

/// Reads the documents in `range` of a file's text.
///
/// # Errors
/// The first place that is not YAML.
pub fn build(file: FileId, text: &str, range: Range<usize>) -> Result<Built<'_>, Fault> {
    let mut builder = Builder::new(file, text, range);
    while builder.step()? {}
    Ok(builder.built)
}

/// Reads the first item of the list at the start of `range`, which must end before the line at `end`; its root is the
/// item.
pub(super) fn build_item(file: FileId, text: &str, range: Range<usize>, end: usize) -> Option<Built<'_>> {
    let mut builder = Builder::new(file, text, range);
    loop {
        if let [Open { flow: false, height, content: Content::Sequence(items), .. }] =
            builder.open.as_mut_slice()
            && let Some(item) = items.pop()
        {
            builder.built.height = *height;
            builder.built.roots = vec![item];
            break;
        }
        if !builder.built.roots.is_empty() || !builder.step().ok()? {
            return None;
        }
    }
    let (_, next) = builder.events.next()?.ok()?;
    (builder.base + next.byte_range()?.start >= end).then_some(builder.built)
}

/// A finished value and what cloning it costs.
pub(super) struct Measured<'t> {
    pub(super) node: Node<'t>,
    pub(super) weight: usize,
    pub(super) height: usize,
}

pub(super) struct Open<'t> {
    pub(super) start: usize,
    pub(super) flow: bool,
    pub(super) anchor: usize,
    pub(super) weight: usize,
    pub(super) height: usize,
    pub(super) content: Content<'t>,
}

pub(super) enum Content<'t> {
    Sequence(Vec<Node<'t>>),
    Mapping(Vec<(Node<'t>, Node<'t>)>, Option<Node<'t>>),
}

pub(super) struct Builder<'t> {
    events: Parser<'t, StrInput<'t>>,
    /// Bytes to read.
    length: usize,
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) base: usize,
    pub(super) open: Vec<Open<'t>>,
    /// `None`: too large to keep.
    pub(super) anchors: HashMap<usize, Option<Measured<'t>>>,
    pub(super) budget: usize,
    /// Whether aliases beyond the budget were named.
    pub(super) exploded: bool,
    pub(super) built: Built<'t>,
}

impl<'t> Builder<'t> {
    fn new(file: FileId, text: &'t str, range: Range<usize>) -> Self {
        let options = granit_parser::options! { emit_unresolved_aliases: true, emit_comments: false };
        let base = range.start;
        let slice = text.get(range).unwrap_or_default();
        Self {
            events: Parser::new_from_str_with_options(slice, options),
            length: slice.len(),
            file,
            text,
            base,
            open: Vec::new(),
            anchors: HashMap::new(),
            budget: BUDGET + slice.len() / 16,
            exploded: false,
            built: Built::default(),
        }
    }

    /// Takes one event; whether there was one.
    fn step(&mut self) -> Result<bool, Fault> {
        match self.events.next() {
            Some(Ok((event, place))) => {
                self.event(event, &place);
                Ok(true)
            }
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.length).min(self.length);
                Err(Fault { at: self.base + at, kind: error.kind().clone() })
            }
            None => Ok(false),
        }
    }

    fn event(&mut self, event: Event<'t>, place: &Place) {
        let range = place.byte_range().unwrap_or_default();
        let (start, end) = (self.base + range.start, self.base + range.end);
        if let Some(tag) = place.tag_span().and_then(|tag| tag.byte_range()) {
            self.tag(self.base + tag.start, self.base + tag.end);
        }
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let node = self.scalar(text, style, start, end);
                let weight = 1 + node.as_str().map_or(0, str::len) / 64;
                self.finish(Measured { node, weight, height: 1 }, anchor);
            }
            Event::SequenceStart(style, anchor, _) => {
                self.begin(start, style, anchor, Content::Sequence(Vec::new()));
            }
            Event::MappingStart(style, anchor, _) => {
                self.begin(start, style, anchor, Content::Mapping(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(end),
            Event::Alias(id) => self.alias(id, span(self.file, start, end)),
            Event::UnresolvedAlias(name) => self.unresolved(&name, span(self.file, start, end)),
            Event::DocumentEnd => self.anchors.clear(),
            _ => {}
        }
    }

    fn scalar(&self, text: Cow<'t, str>, style: ScalarStyle, start: usize, end: usize) -> Node<'t> {
        let source = self.text;
        let plain = style == ScalarStyle::Plain;
        let written = source.get(start..end).unwrap_or_default();
        let left_out = plain && written.is_empty();
        // A value that was left out stands before its colon for the parser; people look behind it.
        let key = matches!(self.open.last(), Some(Open { content: Content::Mapping(_, None), .. }));
        let behind = left_out && !key && source.get(start..).is_some_and(|rest| rest.starts_with(':'));
        let start = start + usize::from(behind);
        let end = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => start + written.trim_end().len(),
            _ => end.max(start),
        };
        let text = match text {
            _ if left_out => Cow::Borrowed(""),
            Cow::Owned(text) if text == written => Cow::Borrowed(written),
            text => text,
        };
        let cut_by = if plain {
            comment_cutting(source, end).map(|(from, to)| span(self.file, from, to))
        } else {
            None
        };
        Node { span: span(self.file, start, end), value: Value::Scalar { text, quoted: !plain, cut_by } }
    }

    fn begin(&mut self, start: usize, style: StructureStyle, anchor: usize, content: Content<'t>) {
        let flow = style == StructureStyle::Flow;
        self.open.push(Open { start, flow, anchor, weight: 1, height: 1, content });
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let Open { mut start, flow, anchor, weight, height, content } = open;
        let last =
            |node: Option<&Node<'_>>| if flow { end } else { node.map_or(start, |it| it.span.end as usize) };
        let (value, end) = match content {
            Content::Sequence(items) => {
                let end = last(items.last());
                (Value::Sequence { items, flow }, end)
            }
            Content::Mapping(entries, _) => {
                let end = last(entries.last().map(|(_, value)| value));
                if let (Some((key, _)), false) = (entries.first(), flow) {
                    start = key.span.start as usize;
                }
                // The names of lists are looked at where the lists are taken.
                let entries = if self.open.is_empty() { entries } else { self.keys(entries) };
                (Value::Mapping(entries), end)
            }
        };
        let node = Node { span: span(self.file, start, end), value };
        self.finish(Measured { node, weight, height }, anchor);
    }

    /// Hands a finished value to what it lies in.
    pub(super) fn finish(&mut self, done: Measured<'t>, anchor: usize) {
        let Measured { node, weight, height } = done;
        if anchor != 0 {
            self.built.anchored = true;
            let kept = self.charge(weight).then(|| Measured { node: node.clone(), weight, height });
            self.anchors.insert(anchor, kept);
        }
        let Some(parent) = self.open.last_mut() else {
            self.built.height = self.built.height.max(height);
            self.built.roots.push(node);
            return;
        };
        parent.weight = parent.weight.saturating_add(weight);
        parent.height = parent.height.max(height + 1);
        match &mut parent.content {
            Content::Sequence(items) => items.push(node),
            Content::Mapping(entries, key) => match key.take() {
                None => *key = Some(node),
                Some(key) => {
                    let node = if parent.flow { node } else { cut_below(self.text, &key, node) };
                    entries.push((key, node));
                }
            },
        }
    }

    /// Keeps the keys that are text and new.
    fn keys(&mut self, entries: Vec<(Node<'t>, Node<'t>)>) -> Vec<(Node<'t>, Node<'t>)> {
        let problems = super::traps::odd_keys(&entries);
        if problems.is_empty() {
            return entries;
        }
        let odd: Vec<usize> = problems.iter().map(|(index, _)| *index).collect();
        self.built.problems.extend(problems.into_iter().map(|(_, problem)| problem));
        let mut index = 0..;
        entries
            .into_iter()
            .filter(|_| index.next().is_some_and(|at| odd.binary_search(&at).is_err()))
            .collect()
    }
}

/// Marks a plain value whose next line is a comment, deeper than the key, with no space behind its `#`.
fn cut_below<'t>(text: &str, key: &Node<'_>, mut node: Node<'t>) -> Node<'t> {
    let place = node.span;
    if let Value::Scalar { quoted: false, cut_by: cut_by @ None, text: value } = &mut node.value
        && !value.is_empty()
    {
        *cut_by = comment_below(text, key.span.start as usize, place.end as usize)
            .map(|(from, to)| span(place.file, from, to));
    }
    node
}
