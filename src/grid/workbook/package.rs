//! The package that a workbook comes in: its parts, unpacked as they are read.

use std::io::{BufReader, Cursor, Read};

use flate2::read::DeflateDecoder;
use quick_xml::events::Event;
use zip::{CompressionMethod, ZipArchive};

use super::super::Fault;
use super::stream::Stream;
use crate::read::files::xml::{attribute, resolved};

/// An opened package.
pub struct Package<'b> {
    bytes: &'b [u8],
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

/// How one part is related to another.
pub struct Relation {
    /// By which it is called.
    pub id: String,
    /// Its kind, the last word.
    pub kind: String,
    /// The name of the part.
    pub target: String,
}

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    /// It is none.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
        Ok(Self { bytes, zip })
    }

    /// Whether it is an ODS workbook.
    #[must_use]
    pub fn is_open_document(&self) -> bool {
        self.zip.index_for_name("content.xml").is_some()
    }

    /// A part by its name; none where it is not there.
    ///
    /// # Errors
    /// It is packed in a way that is not read.
    pub fn part(&mut self, name: &str) -> Result<Option<Stream<'b>>, Fault> {
        let Some(at) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index_raw(at).map_err(|error| unread(&error))?;
        let start = file.data_start().and_then(|start| usize::try_from(start).ok());
        let length = usize::try_from(file.compressed_size()).ok();
        let range = start.zip(length).and_then(|(start, length)| Some(start..start.checked_add(length)?));
        let packed =
            range.and_then(|range| self.bytes.get(range)).ok_or_else(|| unread(&"it is cut short"))?;
        if file.encrypted() {
            return Err(Fault::new(
                "the workbook is locked with a password",
                "save it without one, or as CSV",
            ));
        }
        let unpacked: Box<dyn Read + 'b> = match file.compression() {
            CompressionMethod::Stored => Box::new(packed),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
            _ => return Err(unread(&"it is packed in an unusual way")),
        };
        Ok(Some(Stream::new(BufReader::new(unpacked))))
    }

    /// What a part is related to; nothing where the package does not say.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Fault> {
        let (folder, name) = part.split_at(part.rfind('/').map_or(0, |at| at + 1));
        let Some(mut list) = self.part(&format!("{folder}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        loop {
            match list.next()? {
                Event::Start(element) | Event::Empty(element)
                    if element.local_name().as_ref() == "Relationship" =>
                {
                    let of = |key| attribute(&element, key).unwrap_or_default();
                    let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    all.push(Relation { id: of("Id"), kind, target: resolved(folder, &of("Target")) });
                }
                Event::Eof => return Ok(all),
                _ => {}
            }
        }
    }
}

fn unread(error: &dyn std::fmt::Display) -> Fault {
    Fault::new(format!("it is no workbook that can be read: {error}"), "save it anew as XLSX, or as CSV")
}
