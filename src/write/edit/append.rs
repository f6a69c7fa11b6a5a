//! A new record at the end of its list, laid out as its neighbours are.

use std::ops::Range;

use super::comments::comments;
use super::lines::{ending, indent, line_end, line_start, moved};
use super::same::{is, same, same_complaints};
use super::{Refused, read, unsure};
use crate::read::records::{Cut, RawRecord};
use crate::text::Span;
use crate::write::emit::{self, Record};

/// Columns before the `-` of a record in what the printer prints.
const PRINTED: usize = 2;

/// A text with one record more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The new text.
    pub text: String,
    /// The first and the last line of the record, from 1.
    pub lines: (usize, usize),
}

/// Adds a record at the end of a list of a file; the list is begun where the file has none.
///
/// # Errors
/// The file cannot be read whole, or the record cannot be put there safely.
pub fn append(text: &str, list: &'static str, record: &Record) -> Result<Appended, Refused> {
    let (text, lines) = append_all(text, list, std::slice::from_ref(record))?;
    let lines = lines.first().copied().unwrap_or_default();
    Ok(Appended { text, lines })
}

/// Adds records at the end of a list of a file, in this order; gives the new text, and the first and the last line of each. The
/// text is read twice, however many there are.
///
/// # Errors
/// The file cannot be read whole, or the records cannot be put there safely.
pub fn append_all(
    text: &str,
    list: &'static str,
    records: &[Record],
) -> Result<(String, Vec<(usize, usize)>), Refused> {
    let old = read(text)?;
    let items: Vec<String> = records
        .iter()
        .map(|record| emit::one(list, record.clone()))
        .filter_map(|block| block.split_once('\n').map(|(_, items)| items.to_owned()))
        .collect();
    // After a `...`, other readers want a `---` before anything else.
    let words = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let ended = text.lines().rev().find(words).is_some_and(|line| line.trim_end() == "...");
    let before: &[&str] = if ended { &["---\n"] } else { &["", "---\n"] };
    let own = format!("{list}:\n{}", items.join(if list == "statements" { "\n" } else { "" }));
    let ends = before.iter().map(|before| at_the_end(text, &own, before));
    for (range, inserted) in within(text, &old, list, &items).into_iter().chain(ends) {
        let inserted = inserted.replace('\n', ending(text));
        let new = [&text[..range.start], &inserted, &text[range.end..]].concat();
        let Ok(now) = read(&new) else { continue };
        if let Some(at) = added(&old, &now, list, records)
            && comments(text) == comments(&new)
        {
            let lines = lines_of(&new, &now.records[at..at + records.len()]);
            return Ok((new, lines));
        }
    }
    Err(unsure())
}

/// The first and the last line of records that stand one after the other.
fn lines_of(text: &str, records: &[RawRecord<'_>]) -> Vec<(usize, usize)> {
    let (mut at, mut line) = (0, 1);
    let mut line_of = |place: u32| {
        let place = place as usize;
        // The last byte of a record may be within a letter.
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[at..place]).count();
        at = place;
        line
    };
    let lines = |record: &RawRecord<'_>| {
        let span = record.node.span;
        let first = line_of(span.start);
        (first, line_of(span.end.max(span.start + 1) - 1))
    };
    records.iter().map(lines).collect()
}

/// The place of the first of the new records, if they are what was meant and all else is as it was.
fn added(old: &Cut<'_>, new: &Cut<'_>, list: &str, records: &[Record]) -> Option<usize> {
    let alike = |a: &RawRecord<'_>, b: &RawRecord<'_>| a.list == b.list && same(&a.node, &b.node);
    let before = old.records.iter().zip(&new.records).take_while(|(a, b)| alike(a, b)).count();
    // Where a record is the same as its neighbours, any of them may be taken for the new one.
    let written = new.records.get(before..before + records.len())?;
    let own = written.iter().zip(records).all(|(a, record)| a.list == list && is(&a.node, record));
    let after = &new.records[before + records.len()..];
    let rest = old.records[before..].iter().zip(after).all(|(a, b)| alike(a, b));
    let count = new.records.len() == old.records.len() + records.len();
    (own && rest && count && same_complaints(old, new)).then_some(before)
}

/// Behind the last record of the list, or under its bare name.
fn within(text: &str, old: &Cut<'_>, list: &str, items: &[String]) -> Option<(Range<usize>, String)> {
    let (_, name) = old.lists.iter().rev().find(|(name, _)| name == list)?;
    let records: Vec<&RawRecord<'_>> =
        old.records.iter().filter(|record| record.list_span == *name).collect();
    let close = items.concat();
    let Some(end) = records.last() else {
        let apart = items.join("\n");
        return under(text, *name, if list == "statements" { &apart } else { &close });
    };
    let column = dash(text, end)?;
    let mut at = line_end(text, end.node.span.end as usize);
    // Comments set deeper than the `-` belong to the record.
    while let Some(line) = text[at..].lines().next() {
        if !line.trim_start().starts_with('#') || indent(line) <= column {
            break;
        }
        at = line_end(text, at);
    }
    let apart = match records[..] {
        [.., before, after] => {
            let gap = &text[before.node.span.end as usize..after.node.span.start as usize];
            gap.lines().skip(1).any(|line| line.trim().is_empty()) && gap.matches('\n').count() > 1
        }
        _ => list == "statements",
    };
    let open = if text[..at].ends_with('\n') { "" } else { "\n" };
    let gap = if apart { "\n" } else { "" };
    Some((at..at, format!("{open}{gap}{}", moved(&items.join(gap), PRINTED, column))))
}

/// Below the name of a list that holds nothing.
fn under(text: &str, name: Span, items: &str) -> Option<(Range<usize>, String)> {
    let key = name.end as usize;
    let end = line_end(text, key);
    let rest = text[key..end].trim();
    if let Some(inner) = rest.strip_prefix(':').map(str::trim).and_then(|rest| rest.strip_prefix('[')) {
        inner.strip_prefix(']').filter(|rest| rest.is_empty())?;
        let after = key + text[key..].find(':')? + 1;
        let stop = after + text[after..].find(']')? + 1;
        return Some((after..stop, format!("\n{}", items.trim_end_matches('\n'))));
    }
    let open = if text[..end].ends_with('\n') { "" } else { "\n" };
    Some((end..end, format!("{open}{items}")))
}

/// A heading of its own at the end of the file, after what begins a new document where that is needed.
fn at_the_end(text: &str, block: &str, before: &str) -> (Range<usize>, String) {
    let open = match text {
        "" | "\u{feff}" => "",
        _ if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    (text.len()..text.len(), format!("{open}{before}{block}"))
}

/// The column of the `-` of a record that begins on the line of its `-`.
pub(super) fn dash(text: &str, record: &RawRecord<'_>) -> Option<usize> {
    let start = record.node.span.start as usize;
    let line = &text[line_start(text, start)..start];
    (line.trim() == "-").then(|| indent(line))
}
