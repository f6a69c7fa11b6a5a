//! One part of a DOCX document as paragraphs: the words that are read, each once, and where they stand in the part.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::walk::Walk;
use super::xml::{attribute, place, unsound};

/// What is read of a part.
#[derive(Default)]
pub struct Story {
    /// Its paragraphs; those of a text box stand behind the paragraph that holds it.
    pub paragraphs: Vec<Paragraph>,
    /// Its runs, none within another.
    pub runs: Vec<Run>,
    /// Where it refers to notes and comments, in its order.
    pub references: Vec<Reference>,
    /// The notes or comments that it holds.
    pub notes: Vec<Note>,
    /// Where the words begin on which a comment was made, by its id.
    pub starts: HashMap<String, (usize, usize)>,
}

/// A paragraph.
#[derive(Default)]
pub struct Paragraph {
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub pieces: Vec<Piece>,
    /// Whether it is set off as a quotation.
    pub set_off: bool,
    /// Whether its end was struck out: the next goes on.
    pub joined: bool,
}

/// Some words that stand together in a part.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Their bytes in the text that is read.
    pub words: Range<usize>,
    /// Their bytes in the part.
    pub xml: Range<usize>,
    /// The outermost run around them.
    pub run: usize,
    /// The tag that opens the element of text around them, if the run may be cut within them.
    pub element: Option<Range<usize>>,
}

/// A run: words that look alike.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Its bytes in the part.
    pub whole: Range<usize>,
    /// Those of the tag that opens it.
    pub open: Range<usize>,
    /// Those of how it looks; empty where it does not say.
    pub properties: Range<usize>,
}

/// A place at which a part refers to a note or comment.
pub struct Reference {
    /// To what.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The paragraph, and the byte in its words.
    pub place: (usize, usize),
    /// Of a comment, where the words begin on which it was made.
    pub from: Option<(usize, usize)>,
    /// The outermost run around the reference.
    pub run: usize,
}

/// A note or comment.
pub struct Note {
    /// Its id.
    pub id: String,
    /// Who wrote it; empty for notes.
    pub author: String,
    /// Its paragraphs.
    pub paragraphs: Range<usize>,
}

/// What a text may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A note at the foot of a page.
    Footnote,
    /// A note at the end.
    Endnote,
    /// Somebody's comment.
    Comment,
}

impl Kind {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::Footnote, Self::Endnote, Self::Comment];

    /// How the part that holds them is related to the text.
    #[must_use]
    pub fn part(self) -> &'static str {
        match self {
            Self::Footnote => "footnotes",
            Self::Endnote => "endnotes",
            Self::Comment => "comments",
        }
    }
}

/// Reads a part. `styles` are those that set a paragraph off as a quotation.
///
/// # Errors
/// The part is not sound XML.
pub fn story(xml: &str, styles: &[String]) -> Result<Story, String> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk::new(styles);
    loop {
        let start = place(&reader);
        let event = reader.read_event().map_err(unsound)?;
        let range = start..place(&reader);
        match event {
            Event::Start(element) => walk.open(&element, range),
            Event::Empty(element) => {
                walk.open(&element, range.clone());
                walk.close(element.name().as_ref(), range.end);
            }
            Event::End(element) => walk.close(element.name().as_ref(), range.end),
            Event::Text(words) => walk.words(&words.replace(['\n', '\r', '\t'], " "), range),
            Event::CData(words) => walk.words(&words.replace(['\n', '\r', '\t'], " "), range),
            Event::GeneralRef(name) => {
                let known = resolve_predefined_entity(&name);
                match (name.resolve_char_ref(), known) {
                    (Ok(Some(character)), _) => walk.words(character.encode_utf8(&mut [0; 4]), range),
                    (_, Some(known)) => walk.words(known, range),
                    _ => walk.words("\u{fffd}", range),
                }
            }
            Event::Eof => return Ok(walk.story),
            _ => {}
        }
    }
}

/// The styles that set a paragraph off as a quotation, by the names that they have in every language.
///
/// # Errors
/// The part is not sound XML.
pub fn set_off(xml: &str) -> Result<Vec<String>, String> {
    let (mut found, mut style) = (Vec::new(), None);
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(unsound)? {
            Event::Start(element) if element.local_name().as_ref() == "style" => {
                style = attribute(&element, "styleId");
            }
            Event::Empty(element) | Event::Start(element) if element.local_name().as_ref() == "name" => {
                let name = attribute(&element, "val").unwrap_or_default().to_lowercase();
                if matches!(&*name, "quote" | "intense quote" | "quotations" | "block quotation") {
                    found.extend(style.take());
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}
