//! The part of a DOCX document that holds its comments: ours taken out of it and put into it.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::Comment;
use crate::read::files::docx::AUTHOR;
use crate::read::files::docx::xml::{Names, appended, attribute, names, place, unsound};

/// A part without comments, for a document whose text has these names.
#[must_use]
pub fn empty(names: &Names) -> String {
    let Names { prefix, space } = names;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{prefix}comments xmlns:{}=\"{space}\"/>",
        prefix.trim_end_matches(':')
    )
}

/// The part without our comments, and their ids.
///
/// # Errors
/// It is not sound XML.
pub fn without_ours(part: &str) -> Result<(String, HashSet<String>), String> {
    let (mut kept, mut ours) = (String::with_capacity(part.len()), HashSet::new());
    let (mut copied, mut own): (usize, Option<usize>) = (0, None);
    let mut reader = Reader::from_str(part);
    loop {
        let start = place(&reader);
        let event = reader.read_event().map_err(unsound)?;
        match event {
            Event::Start(element)
                if element.local_name().as_ref() == "comment"
                    && attribute(&element, "author").as_deref() == Some(AUTHOR) =>
            {
                ours.extend(attribute(&element, "id"));
                own = Some(start);
            }
            Event::End(element) if element.local_name().as_ref() == "comment" => {
                if let Some(start) = own.take() {
                    kept.push_str(&part[copied..start]);
                    copied = place(&reader);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    kept.push_str(&part[copied..]);
    Ok((kept, ours))
}

/// The first number that is the id of no comment but ours, nor any behind it.
///
/// # Errors
/// It is not sound XML.
pub fn next_id(part: &str, ours: &HashSet<String>) -> Result<usize, String> {
    let mut next = 0;
    let mut reader = Reader::from_str(part);
    loop {
        match reader.read_event().map_err(unsound)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "comment" => {
                let id = attribute(&element, "id").filter(|id| !ours.contains(id));
                next = next.max(id.and_then(|id| id.parse::<u32>().ok()).map_or(0, |id| id as usize + 1));
            }
            Event::Eof => return Ok(next),
            _ => {}
        }
    }
}

/// The part with these comments, by their numbers, behind those that it has.
///
/// # Errors
/// It is not sound XML.
pub fn with(part: &str, comments: &[(usize, &Comment)]) -> Result<String, String> {
    let Names { prefix: w, .. } = names(part)?.ok_or("its comments are in no part of comments")?;
    let mut all = String::new();
    for (number, comment) in comments {
        all += &format!("<{w}comment {w}id=\"{number}\" {w}author=\"{AUTHOR}\" {w}initials=\"gs\">");
        for words in &comment.paragraphs {
            let words = escape(words.as_str());
            all += &format!("<{w}p><{w}r><{w}t xml:space=\"preserve\">{words}</{w}t></{w}r></{w}p>");
        }
        all += &format!("</{w}comment>");
    }
    appended(part, &all)
}
