//! One record as it is written, whole lines of it; other lines in their place, or none.

use std::ops::Range;

use super::append::dash;
use super::lines::{ending, line_end, line_start};
use super::same::same;
use super::{Refused, read};
use crate::read::records::RawRecord;

/// The lines of a record that begins on the line of its `-` and shares no line with another.
///
/// # Errors
/// It is written in brackets, together with others.
pub fn lines(text: &str, record: &RawRecord<'_>) -> Result<Range<usize>, Refused> {
    let (start, end) = (record.node.span.start as usize, record.node.span.end as usize);
    let own = dash(text, record).is_some();
    let stop = line_end(text, end.max(start));
    let rest = text[end..stop].trim();
    if own && (rest.is_empty() || rest.starts_with('#')) {
        return Ok(line_start(text, start)..stop);
    }
    Err(Refused::new(
        "this record stands on one line with others",
        "open the file itself, and give each record lines of its own",
    ))
}

/// The text with other lines in the place of a record's; what they say is not looked at, but no other record may
/// change by them.
///
/// # Errors
/// They are more, or less, than one record of its list.
pub fn replace(text: &str, at: usize, written: &str) -> Result<String, Refused> {
    let old = read(text)?;
    let record = old.records.get(at).ok_or_else(super::unsure)?;
    let place = lines(text, record)?;
    let mut written = written.replace("\r\n", "\n");
    if !written.ends_with('\n') && text[place.clone()].ends_with('\n') {
        written.push('\n');
    }
    let new = [&text[..place.start], &written.replace('\n', ending(text)), &text[place.end..]].concat();
    // What cannot be read is refused with its place when the whole ledger is judged.
    if let Ok(now) = read(&new) {
        let others = old.records.iter().zip(&now.records).enumerate();
        let alike = others
            .filter(|(place, _)| *place != at)
            .all(|(_, (a, b))| a.list == b.list && same(&a.node, &b.node));
        let own = now.records.get(at).is_some_and(|now| now.list == record.list);
        if !alike || !own || old.records.len() != now.records.len() || old.lists.len() != now.lists.len() {
            return Err(Refused::new(
                "this is more, or less, than the one record",
                "change only the lines of the record; add others with `gainsay add`",
            ));
        }
    }
    Ok(new)
}

/// The text without the lines of a record; all others stay as they are.
///
/// # Errors
/// It shares a line with another, or cannot be taken out safely.
pub fn remove(text: &str, at: usize) -> Result<String, Refused> {
    let old = read(text)?;
    let record = old.records.get(at).ok_or_else(super::unsure)?;
    let place = lines(text, record)?;
    let new = [&text[..place.start], &text[place.end..]].concat();
    let now = read(&new)?;
    let mut others = old.records.iter().enumerate().filter(|(place, _)| *place != at).zip(&now.records);
    let alike = others.all(|((_, a), b)| a.list == b.list && same(&a.node, &b.node));
    if alike && now.records.len() + 1 == old.records.len() { Ok(new) } else { Err(super::unsure()) }
}
