//! Comments in a word processor's document (DOCX): ours take the place of ours, and nothing else changes.

mod marks;
mod notes;

use std::io::{Cursor, Write};
use std::ops::Range;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::read::files::docx::package::{self, Package, Part};
use crate::read::files::docx::{self, xml};

/// The relations of parts where a package does not say.
const SCHEME: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const TYPES: &str = "[Content_Types].xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// A comment that is to be made.
pub struct Comment {
    /// The words that it is about: their bytes in what is read of the document.
    pub range: Range<usize>,
    /// Its words, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// The document with these comments in the place of those that were ours.
///
/// # Errors
/// Why they cannot be put into it.
pub fn commented(document: &[u8], comments: &[Comment]) -> Result<Vec<u8>, String> {
    let mut package = Package::open(document)?;
    let mut text = package.main()?;
    let name = package.related_name("comments")?;
    let there = match &name {
        Some(name) => package.part(name)?,
        None => None,
    };
    let mut changed: Vec<(String, Part)> = Vec::new();
    let (notes, ids) = match (there, &name) {
        (Some(part), Some(_)) => {
            let (rest, ours) = notes::without_ours(&part.text)?;
            text.text = marks::without(&text.text, &ours)?;
            (Some(part.with(rest)), notes::next_id(&part.text, &ours)?)
        }
        _ => (None, 0),
    };
    let names = xml::names(&text.text)?.ok_or("it does not say which elements are those of its text")?;
    let numbered: Vec<(usize, &Comment)> = (ids..).zip(comments).collect();
    if !numbered.is_empty() {
        let read = docx::document(&mut package, &text.text)?;
        text.text = marks::with(&text.text, &names.prefix, &read, &numbered);
        let (part, name) = if let (Some(part), Some(name)) = (notes, name) {
            (part, name)
        } else {
            let name = new_name(&mut package);
            relate(&mut package, &name, &mut changed)?;
            (Part::new(notes::empty(&names)), name)
        };
        let full = notes::with(&part.text, &numbered)?;
        changed.push((name, part.with(full)));
    } else if let (Some(part), Some(name)) = (notes, name) {
        changed.push((name, part));
    }
    changed.push((package.name.clone(), text));
    package_with(package.zip, &changed)
}

/// A name for the part of comments that no other part has.
fn new_name(package: &mut Package<'_>) -> String {
    let folder = package::folder(&package.name).to_owned();
    let mut name = format!("{folder}comments.xml");
    let mut number = 1;
    while package.zip.index_for_name(&name).is_some() {
        number += 1;
        name = format!("{folder}comments{number}.xml");
    }
    name
}

/// Says in the package what a new part is.
fn relate(package: &mut Package<'_>, name: &str, changed: &mut Vec<(String, Part)>) -> Result<(), String> {
    let types = package.part(TYPES)?.ok_or("it does not say what its parts are")?;
    let entry = format!("<Override PartName=\"/{name}\" ContentType=\"{TYPE}\"/>");
    let full = xml::appended(&types.text, &entry)?;
    changed.push((TYPES.to_owned(), types.with(full)));
    let scheme = match package.part("_rels/.rels")? {
        Some(root) => package::relation(&root.text, "officeDocument")?.map(|(_, scheme)| scheme),
        None => None,
    };
    let list = package.relations();
    let relations = package.part(&list)?.unwrap_or_else(|| {
        let space = "http://schemas.openxmlformats.org/package/2006/relationships";
        Part::new(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{space}\"/>"
        ))
    });
    let mut id = "gainsay".to_owned();
    while relations.text.contains(&format!("\"{id}\"")) {
        id.push('1');
    }
    let scheme = scheme.as_deref().unwrap_or(SCHEME);
    let relation = format!("<Relationship Id=\"{id}\" Type=\"{scheme}comments\" Target=\"/{name}\"/>");
    let full = xml::appended(&relations.text, &relation)?;
    changed.push((list, relations.with(full)));
    Ok(())
}

/// The package with some parts changed or new; every other is copied as it is packed.
fn package_with(mut from: ZipArchive<Cursor<&[u8]>>, changed: &[(String, Part)]) -> Result<Vec<u8>, String> {
    let wrong = |error: zip::result::ZipError| format!("it cannot be packed again: {error}");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    to.set_raw_comment(from.comment().into()).map_err(wrong)?;
    let put = |to: &mut ZipWriter<_>, name: &str, part: &Part, options: SimpleFileOptions| {
        to.start_file(name, options).map_err(wrong)?;
        to.write_all(&part.bytes()).map_err(|error| wrong(error.into()))
    };
    for at in 0..from.len() {
        let file = from.by_index_raw(at).map_err(wrong)?;
        match changed.iter().find(|(name, _)| file.name().is_ok_and(|own| own == name.as_str())) {
            Some((name, part)) => {
                let mut options = SimpleFileOptions::default();
                if let Some(time) = file.last_modified() {
                    options = options.last_modified_time(time);
                }
                drop(file);
                put(&mut to, name, part, options)?;
            }
            None => to.raw_copy_file(file).map_err(wrong)?,
        }
    }
    for (name, part) in changed {
        if from.index_for_name(name).is_none() {
            put(&mut to, name, part, SimpleFileOptions::default())?;
        }
    }
    Ok(to.finish().map_err(wrong)?.into_inner())
}
