//! A word processor's document (DOCX): what a reader sees of it, and where in the package each word stands.

pub mod package;
pub mod story;
mod walk;
pub mod xml;

use std::collections::HashMap;
use std::ops::Range;

use crate::text::quotes::readable::{Beside, Readable};
use package::Package;
use story::{Kind, Note, Paragraph, Piece, Reference, Run, Story};

/// Who writes the comments that are ours: they are no words of the draft, and the next audit replaces them.
pub const AUTHOR: &str = "gainsay";
/// So many characters of the words at which a note or comment stands are shown.
const SHOWN: usize = 60;

/// A document with the places of its words.
pub struct Document {
    /// What a reader sees: first the text, then notes and comments.
    pub readable: Readable,
    /// Where its words stand in the part that holds the text, in the order of the words. Those of a note or a comment
    /// stand where the text refers to it.
    pub pieces: Vec<Piece>,
    /// The runs of that part that have words or refer to something.
    pub runs: Vec<Run>,
}

/// The text of a document. What was struck out or moved away under tracked changes is not in it; notes and comments are,
/// behind it.
///
/// # Errors
/// Why it cannot be read.
pub fn text(bytes: &[u8]) -> Result<Readable, String> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    Ok(document(&mut package, &main.text)?.readable)
}

/// A document in its package. `main` is the part that holds the text.
///
/// # Errors
/// Why it cannot be read.
pub fn document(package: &mut Package<'_>, main: &str) -> Result<Document, String> {
    let styles = match package.related("styles")? {
        Some(part) => story::set_off(&part.text)?,
        None => Vec::new(),
    };
    let main = story::story(main, &styles)?;
    let mut whole = Document { readable: Readable::default(), pieces: Vec::new(), runs: Vec::new() };
    for paragraph in &main.paragraphs {
        whole.add(paragraph, None);
    }
    for kind in Kind::ALL {
        let Some(part) = package.related(kind.part())? else { continue };
        whole.beside(kind, &story::story(&part.text, &styles)?, &main);
    }
    whole.runs = main.runs;
    Ok(whole)
}

impl Document {
    /// Adds a paragraph; its words stand in a run of the text where they are no words of the text itself.
    fn add(&mut self, paragraph: &Paragraph, run: Option<usize>) {
        let text = &mut self.readable.text;
        let start = text.len();
        text.push_str(&paragraph.text);
        if paragraph.set_off && !paragraph.text.trim().is_empty() {
            self.readable.quoted.push(start..text.len());
        }
        let shifted = |words: &Range<usize>| start + words.start..start + words.end;
        match run {
            Some(run) => self.pieces.push(Piece { words: start..text.len(), xml: 0..0, run, element: None }),
            None => self.pieces.extend(
                paragraph.pieces.iter().map(|piece| Piece { words: shifted(&piece.words), ..piece.clone() }),
            ),
        }
        if !paragraph.joined {
            text.push_str("\n\n");
        }
    }

    /// Adds the notes or comments of a kind that the text refers to, each with the words at which it stands.
    fn beside(&mut self, kind: Kind, notes: &Story, main: &Story) {
        let references = main.references.iter().filter(|reference| reference.kind == kind);
        let by_id: HashMap<&str, &Note> = notes.notes.iter().map(|note| (note.id.as_str(), note)).collect();
        for (number, reference) in references.enumerate() {
            let Some(note) = by_id.get(reference.id.as_str()) else { continue };
            if kind == Kind::Comment && note.author == AUTHOR {
                continue;
            }
            let start = self.readable.text.len();
            for paragraph in &notes.paragraphs[note.paragraphs.clone()] {
                self.add(paragraph, Some(reference.run));
            }
            let name = match kind {
                Kind::Footnote => format!("footnote {}", number + 1),
                Kind::Endnote => format!("endnote {}", number + 1),
                Kind::Comment => format!("a comment by {}", note.author),
            };
            let place = format!("{name}, at “{}”", words_at(reference, main));
            self.readable.beside.push(Beside {
                range: start..self.readable.text.len(),
                place,
                foreign: kind == Kind::Comment,
            });
        }
    }
}

/// The words on which a comment was made; those before the mark of a note, and of a comment on no words.
fn words_at(reference: &Reference, main: &Story) -> String {
    let paragraph = |at: usize| main.paragraphs[at].text.as_str();
    let (at, end) = reference.place;
    let on = match reference.from {
        Some((from, start)) if from == at && start < end => paragraph(at).get(start..end),
        Some((from, start)) if from < at => paragraph(from).get(start..),
        _ => None,
    };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(on) = on {
        let on = words(on);
        let cut: String = on.chars().take(SHOWN).collect();
        return if cut.len() < on.len() { format!("{cut} …") } else { on };
    }
    let before = words(paragraph(at).get(..end).unwrap_or_default());
    let skipped = before.chars().count().saturating_sub(SHOWN);
    let cut: String = before.chars().skip(skipped).collect();
    if skipped > 0 { format!("… {cut}") } else { cut }
}
