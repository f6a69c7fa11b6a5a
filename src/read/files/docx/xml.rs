//! What all readers of the XML in a DOCX document need.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

pub use crate::read::files::xml::{attribute, unsound};

/// The byte of the part at which a reader is.
#[must_use]
pub fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// How the elements of a part are named.
pub struct Names {
    /// What stands before each name, with its colon.
    pub prefix: String,
    /// The namespace that this means.
    pub space: String,
}

/// How the elements of a part are named, by its first; none where they have no prefix.
///
/// # Errors
/// The part is not sound XML.
pub fn names(part: &str) -> Result<Option<Names>, String> {
    let mut reader = Reader::from_str(part);
    loop {
        match reader.read_event().map_err(unsound)? {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.name();
                let name: &str = name.as_ref();
                let Some((prefix, _)) = name.split_once(':') else { return Ok(None) };
                let bound = format!("xmlns:{prefix}");
                let space = element.attributes().flatten().find(|it| {
                    let key: &str = it.key.as_ref();
                    key == bound
                });
                let space = space.and_then(|it| it.normalized_value(XmlVersion::Implicit1_0).ok());
                return Ok(
                    space.map(|space| Names { prefix: format!("{prefix}:"), space: space.into_owned() })
                );
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

/// The part with more elements behind those that its first element holds.
///
/// # Errors
/// The part is not sound XML, or has no element.
pub fn appended(part: &str, more: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(part);
    let mut depth = 0usize;
    loop {
        let start = place(&reader);
        match reader.read_event().map_err(unsound)? {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 1 => return Ok(format!("{}{more}{}", &part[..start], &part[start..])),
            Event::End(_) => depth -= 1,
            Event::Empty(element) if depth == 0 => {
                let name = element.name();
                let name: &str = name.as_ref();
                let (head, rest) = part.split_at(place(&reader));
                let tag = head.trim_end_matches('>').trim_end_matches('/');
                return Ok(format!("{tag}>{more}</{name}>{rest}"));
            }
            Event::Eof => return Err(unsound("an end is missing")),
            _ => {}
        }
    }
}
