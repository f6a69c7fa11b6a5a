//! The text of a word processor's document (DOCX): its paragraphs as they stand, each apart from the next.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The part of the package that holds the text.
const TEXT: &str = "word/document.xml";
/// More bytes than any article has; a package may claim to unfold into as many as it likes.
const MOST: u64 = 64 * 1024 * 1024;

/// The text of a document. What was struck out under tracked changes is not in it, nor are notes and comments.
///
/// # Errors
/// Why it cannot be read.
pub fn text(bytes: &[u8]) -> Result<String, String> {
    let none = |_| "it is no DOCX document".to_owned();
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(none)?;
    let mut document = Vec::new();
    package
        .by_name(TEXT)
        .map_err(none)?
        .take(MOST + 1)
        .read_to_end(&mut document)
        .map_err(|error| format!("its text cannot be unpacked: {error}"))?;
    if document.len() as u64 > MOST {
        return Err("its text is larger than 64 megabytes".to_owned());
    }
    paragraphs(&String::from_utf8_lossy(&document))
}

fn paragraphs(document: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(document);
    let (mut text, mut written) = (String::new(), false);
    loop {
        let event = reader.read_event().map_err(|error| format!("its text is not sound XML: {error}"))?;
        match event {
            Event::Start(element) if element.local_name().as_ref() == "t" => written = true,
            Event::End(element) => match element.local_name().as_ref() {
                "t" => written = false,
                "p" => text.push_str("\n\n"),
                _ => {}
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "tab" => text.push(' '),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "p" => text.push_str("\n\n"),
                _ => {}
            },
            Event::Text(words) if written => text.push_str(&words),
            Event::GeneralRef(name) if written => {
                let known = resolve_predefined_entity(&name);
                match (name.resolve_char_ref(), known) {
                    (Ok(Some(character)), _) => text.push(character),
                    (_, Some(known)) => text.push_str(known),
                    _ => text.push('\u{fffd}'),
                }
            }
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}
