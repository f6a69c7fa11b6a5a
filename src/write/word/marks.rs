//! The part of a DOCX document that holds its text: the marks of our comments taken out of it and put into it. A run is cut
//! where a comment begins or ends within it; no word is moved.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Comment;
use crate::read::files::docx::Document;
use crate::read::files::docx::story::Piece;
use crate::read::files::docx::xml::{attribute, place, unsound};

/// The text without the marks of the comments that have these ids, and without the runs that hold nothing else.
///
/// # Errors
/// It is not sound XML.
pub fn without(text: &str, ids: &HashSet<String>) -> Result<String, String> {
    /// A run around the place that is read.
    struct Open {
        start: usize,
        ours: Vec<Range<usize>>,
        more: bool,
    }
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let (mut open, mut properties, mut mark): (Vec<Open>, usize, Option<usize>) = (Vec::new(), 0, None);
    let mut reader = Reader::from_str(text);
    loop {
        let start = place(&reader);
        let event = reader.read_event().map_err(unsound)?;
        let end = place(&reader);
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.local_name();
                let own = || attribute(&element, "id").is_some_and(|id| ids.contains(&id));
                match name.as_ref() {
                    "commentRangeStart" | "commentRangeEnd" | "commentReference" if own() => {
                        if !empty {
                            mark = Some(start);
                        } else if let Some(run) = open.last_mut() {
                            run.ours.push(start..end);
                        } else {
                            cuts.push(start..end);
                        }
                    }
                    "rPr" => properties += usize::from(!empty),
                    other => {
                        if let Some(run) = open.last_mut().filter(|_| properties == 0) {
                            run.more = true;
                        }
                        if other == "r" && !empty {
                            open.push(Open { start, ours: Vec::new(), more: false });
                        }
                    }
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "commentRangeStart" | "commentRangeEnd" | "commentReference" => {
                    if let Some(start) = mark.take() {
                        open.last_mut().map_or(&mut cuts, |run| &mut run.ours).push(start..end);
                    }
                }
                "rPr" => properties = properties.saturating_sub(1),
                "r" => {
                    if let Some(Open { start, ours, more }) = open.pop() {
                        match ours[..] {
                            [] => {}
                            [..] if more => cuts.extend(ours),
                            [..] => cuts.push(start..end),
                        }
                    }
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    cuts.sort_by_key(|cut| cut.start);
    let (mut kept, mut copied) = (String::with_capacity(text.len()), 0);
    for cut in cuts.into_iter().filter(|cut| !cut.is_empty()) {
        kept.push_str(text.get(copied..cut.start).unwrap_or_default());
        copied = copied.max(cut.end);
    }
    kept.push_str(&text[copied..]);
    Ok(kept)
}

/// The text with the marks of these comments, by their numbers.
#[must_use]
pub fn with(text: &str, w: &str, read: &Document, comments: &[(usize, &Comment)]) -> String {
    let mut marks = Marks { w, text, read, ends: BTreeMap::new(), starts: BTreeMap::new() };
    for (number, comment) in comments {
        let Some((first, last)) = touched(&read.pieces, &comment.range) else { continue };
        let start = marks.point(first, comment.range.start, false);
        let end = marks.point(last, comment.range.end, true);
        marks
            .starts
            .entry(start)
            .or_default()
            .push_str(&format!("<{w}commentRangeStart {w}id=\"{number}\"/>"));
        marks.ends.entry(end).or_default().push_str(&format!(
            "<{w}commentRangeEnd {w}id=\"{number}\"/><{w}r><{w}commentReference {w}id=\"{number}\"/></{w}r>"
        ));
    }
    marks.put()
}

/// The first and the last of the pieces in which some words stand. Where none does, the nearest before them.
fn touched(pieces: &[Piece], words: &Range<usize>) -> Option<(usize, usize)> {
    let first = pieces.partition_point(|piece| piece.words.end <= words.start);
    let behind = pieces.partition_point(|piece| piece.words.start < words.end);
    let last = behind.checked_sub(1)?;
    Some((first.min(last), last))
}

/// A place in the text where marks may stand: a byte, and the piece within which a run must be cut there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    byte: usize,
    cut: Option<usize>,
}

struct Marks<'m> {
    w: &'m str,
    text: &'m str,
    read: &'m Document,
    ends: BTreeMap<Point, String>,
    starts: BTreeMap<Point, String>,
}

impl Marks<'_> {
    /// The places at which a comment may begin or end that begins or ends at a byte of the words of a piece.
    fn point(&self, at: usize, byte: usize, end: bool) -> Point {
        let pieces = &self.read.pieces;
        let piece = &pieces[at];
        let run = &self.read.runs[piece.run].whole;
        let edge = if end {
            byte >= piece.words.end && pieces.get(at + 1).is_none_or(|next| next.run != piece.run)
        } else {
            byte <= piece.words.start
                && at.checked_sub(1).is_none_or(|before| pieces[before].run != piece.run)
        };
        let within = byte.clamp(piece.words.start, piece.words.end) - piece.words.start;
        match &piece.element {
            Some(_) if !edge => {
                let whole = piece.xml.len() == piece.words.len();
                let byte = match (whole, end) {
                    (true, _) => piece.xml.start + within,
                    (false, true) => piece.xml.end,
                    (false, false) => piece.xml.start,
                };
                Point { byte, cut: Some(at) }
            }
            _ => Point { byte: if end { run.end } else { run.start }, cut: None },
        }
    }

    /// The text with all marks.
    fn put(self) -> String {
        // At one byte, what ends comes before what begins; a run is cut there once.
        let mut at: BTreeMap<usize, (Option<usize>, String)> = BTreeMap::new();
        for (point, marks) in self.ends.iter().chain(&self.starts) {
            let (cut, all) = at.entry(point.byte).or_default();
            *cut = cut.or(point.cut);
            all.push_str(marks);
        }
        // White space at the edge of words counts only where the element says so.
        let mut changes: BTreeMap<(usize, usize), String> = BTreeMap::new();
        for (byte, (cut, marks)) in &at {
            let Some(piece) = cut.map(|at| &self.read.pieces[at]) else {
                changes.insert((*byte, *byte), marks.clone());
                continue;
            };
            let run = &self.read.runs[piece.run];
            let (open, looks) = (&self.text[run.open.clone()], &self.text[run.properties.clone()]);
            let w = self.w;
            changes.insert(
                (*byte, *byte),
                format!("</{w}t></{w}r>{marks}{open}{looks}<{w}t xml:space=\"preserve\">"),
            );
            let element = piece.element.clone().unwrap_or_default();
            let tag = &self.text[element.clone()];
            if !tag.contains("xml:space") && !tag.is_empty() {
                let kept = format!("{} xml:space=\"preserve\">", tag.trim_end_matches('>').trim_end());
                changes.insert((element.start, element.end), kept);
            }
        }
        let (mut all, mut copied) = (String::with_capacity(self.text.len() + 256 * changes.len()), 0);
        for ((start, end), change) in changes {
            all.push_str(&self.text[copied..start]);
            all.push_str(&change);
            copied = end;
        }
        all + &self.text[copied..]
    }
}
