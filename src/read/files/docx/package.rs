//! The package that a DOCX document comes in: its parts by what they are to the document, and their encodings.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::xml::{attribute, unsound};
use crate::read::files::xml::resolved;

/// Where the text stands if the package does not say.
const TEXT: &str = "word/document.xml";
/// More bytes than any article has; a package may claim to unfold into as many as it likes.
const MOST: u64 = 64 * 1024 * 1024;

/// An opened package.
pub struct Package<'b> {
    /// Its files.
    pub zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The name of the part that holds the text.
    pub name: String,
}

/// One part of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its text, without the mark of its encoding.
    pub text: String,
    encoding: Encoding,
    marked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Little,
    Utf16Big,
}

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    /// It is none, or holds no document.
    pub fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| none())?;
        let mut package = Self { zip, name: TEXT.to_owned() };
        if let Some(part) = package.part("_rels/.rels")?
            && let Some((target, _)) = relation(&part.text, "officeDocument")?
        {
            package.name = resolved("", &target);
        }
        Ok(package)
    }

    /// The part that holds the text.
    ///
    /// # Errors
    /// It is not there, or cannot be read.
    pub fn main(&mut self) -> Result<Part, String> {
        let name = self.name.clone();
        self.part(&name)?.ok_or_else(none)
    }

    /// The part that is so related to the text; none where there is none.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn related(&mut self, kind: &str) -> Result<Option<Part>, String> {
        match self.related_name(kind)? {
            Some(name) => self.part(&name),
            None => Ok(None),
        }
    }

    /// The name of the part that is so related to the text.
    ///
    /// # Errors
    /// What is related cannot be read.
    pub fn related_name(&mut self, kind: &str) -> Result<Option<String>, String> {
        let Some(relations) = self.part(&self.relations())? else { return Ok(None) };
        let target = relation(&relations.text, kind)?;
        Ok(target.map(|(target, _)| resolved(folder(&self.name), &target)))
    }

    /// The name of the part that lists what is related to the text.
    #[must_use]
    pub fn relations(&self) -> String {
        let folder = folder(&self.name);
        format!("{folder}_rels/{}.rels", &self.name[folder.len()..])
    }

    /// A part by its name; none where it is not there.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn part(&mut self, name: &str) -> Result<Option<Part>, String> {
        let Ok(file) = self.zip.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(MOST + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| format!("its text cannot be unpacked: {error}"))?;
        if bytes.len() as u64 > MOST {
            return Err("its text is larger than 64 megabytes".to_owned());
        }
        Part::read(&bytes).map(Some)
    }
}

impl Part {
    /// A new part in UTF-8.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text, encoding: Encoding::Utf8, marked: false }
    }

    /// A part with this text, encoded as this one.
    #[must_use]
    pub fn with(&self, text: String) -> Self {
        Self { text, ..*self }
    }

    fn read(bytes: &[u8]) -> Result<Self, String> {
        let (encoding, marked) = match bytes {
            [0xff, 0xfe, ..] => (Encoding::Utf16Little, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Big, 2),
            [b'<', 0, ..] => (Encoding::Utf16Little, 0),
            [0, b'<', ..] => (Encoding::Utf16Big, 0),
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            _ => (Encoding::Utf8, 0),
        };
        let rest = &bytes[marked..];
        let text = match encoding {
            Encoding::Utf8 => String::from_utf8(rest.to_vec()).ok(),
            Encoding::Utf16Little => encoding_rs::UTF_16LE
                .decode_without_bom_handling_and_without_replacement(rest)
                .map(Into::into),
            Encoding::Utf16Big => encoding_rs::UTF_16BE
                .decode_without_bom_handling_and_without_replacement(rest)
                .map(Into::into),
        };
        let text = text.ok_or("its text is neither in UTF-8 nor in UTF-16")?;
        Ok(Self { text, encoding, marked: marked > 0 })
    }

    /// Its bytes, encoded as they were.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mark = if self.marked { "\u{feff}" } else { "" };
        let units = || mark.encode_utf16().chain(self.text.encode_utf16());
        match self.encoding {
            Encoding::Utf8 => [mark.as_bytes(), self.text.as_bytes()].concat(),
            Encoding::Utf16Little => units().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Big => units().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// The target of the first relation of a kind, and how its kind is written before that word.
///
/// # Errors
/// The list is not sound XML.
pub fn relation(relations: &str, kind: &str) -> Result<Option<(String, String)>, String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().map_err(unsound)? {
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref() == "Relationship" =>
            {
                let said = attribute(&element, "Type").unwrap_or_default();
                if let Some(scheme) = said.strip_suffix(kind).filter(|scheme| scheme.ends_with('/'))
                    && let Some(target) = attribute(&element, "Target")
                {
                    return Ok(Some((target, scheme.to_owned())));
                }
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

/// The folder of a part, with the stroke behind it.
#[must_use]
pub fn folder(name: &str) -> &str {
    &name[..name.rfind('/').map_or(0, |at| at + 1)]
}

fn none() -> String {
    "it is no DOCX document".to_owned()
}
