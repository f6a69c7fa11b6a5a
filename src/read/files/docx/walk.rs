//! The way through the elements of a part of a DOCX document: which of them are read, and what of them.

use std::ops::Range;

use quick_xml::events::BytesStart;

use super::story::{Kind, Note, Paragraph, Piece, Reference, Run, Story};
use super::xml::attribute;

/// Where a reader of a part is.
#[derive(Default)]
pub struct Walk<'s> {
    /// What was read.
    pub story: Story,
    styles: &'s [String],
    /// The prefix of the elements of text, with its colon: that of the first element.
    prefix: Option<String>,
    /// How deep it stands in what is not read.
    skipped: usize,
    /// The paragraphs around it.
    paragraphs: Vec<usize>,
    /// How many runs are around it, how many properties of paragraphs, and of anything.
    runs: usize,
    of_paragraph: usize,
    properties: usize,
    /// The tag that opens the element of text around it.
    element: Option<Range<usize>>,
    /// For each choice between renderings around it, whether one was taken.
    taken: Vec<bool>,
}

impl<'s> Walk<'s> {
    /// At the beginning of a part. `styles` are those that set a paragraph off as a quotation.
    #[must_use]
    pub fn new(styles: &'s [String]) -> Self {
        Self { styles, ..Self::default() }
    }

    /// Goes into an element whose tag stands there.
    pub fn open(&mut self, element: &BytesStart<'_>, range: Range<usize>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let name = element.name();
        let name: &str = name.as_ref();
        let own = self.prefix.get_or_insert_with(|| name[..name.find(':').map_or(0, |at| at + 1)].to_owned());
        let Some(own) = name.strip_prefix(own.as_str()) else {
            return self.other(element.local_name().as_ref());
        };
        let place = self.paragraphs.last().map(|at| (*at, self.story.paragraphs[*at].text.len()));
        match own {
            "del" | "moveFrom" if self.of_paragraph > 0 => {
                if let Some((at, _)) = place {
                    self.story.paragraphs[at].joined = true;
                }
            }
            "del" | "moveFrom" => self.skipped = 1,
            "p" => {
                self.paragraphs.push(self.story.paragraphs.len());
                self.story.paragraphs.push(Paragraph::default());
            }
            "pPr" | "rPr" => {
                self.of_paragraph += usize::from(own == "pPr");
                if self.properties == 0
                    && self.runs == 1
                    && own == "rPr"
                    && let Some(run) = self.story.runs.last_mut()
                {
                    run.properties = range;
                }
                self.properties += 1;
            }
            "pStyle" => {
                let style = attribute(element, "val").unwrap_or_default();
                if let Some((at, _)) = place {
                    self.story.paragraphs[at].set_off = self.styles.contains(&style);
                }
            }
            "r" => {
                if self.runs == 0 {
                    let (start, end) = (range.start, range.end);
                    self.story.runs.push(Run { whole: start..end, open: range, properties: end..end });
                }
                self.runs += 1;
            }
            "t" => self.element = Some(range),
            "tab" | "ptab" if self.properties == 0 => self.words_of(" ", range, false),
            "br" | "cr" => self.words_of("\n", range, false),
            "noBreakHyphen" => self.words_of("\u{2011}", range, false),
            "footnoteReference" => self.refer(Kind::Footnote, element),
            "endnoteReference" => self.refer(Kind::Endnote, element),
            "commentReference" => self.refer(Kind::Comment, element),
            "commentRangeStart" => {
                self.story.starts.extend(attribute(element, "id").zip(place));
            }
            "footnote" | "endnote" | "comment" => {
                let paragraphs = self.story.paragraphs.len();
                self.story.notes.push(Note {
                    id: attribute(element, "id").unwrap_or_default(),
                    author: attribute(element, "author").unwrap_or_default(),
                    paragraphs: paragraphs..paragraphs,
                });
            }
            _ => {}
        }
    }

    /// Of several renderings of one thing, the first is read.
    fn other(&mut self, name: &str) {
        match name {
            "AlternateContent" => self.taken.push(false),
            "Choice" | "Fallback" => match self.taken.last_mut() {
                Some(taken) if !*taken => *taken = true,
                _ => self.skipped = 1,
            },
            _ => {}
        }
    }

    /// Goes out of an element that ends there.
    pub fn close(&mut self, name: &str, end: usize) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let own = self.prefix.as_deref().and_then(|prefix| name.strip_prefix(prefix));
        match own {
            Some("p") => {
                self.paragraphs.pop();
            }
            Some("pPr" | "rPr") => {
                self.of_paragraph -= usize::from(own == Some("pPr") && self.of_paragraph > 0);
                self.properties = self.properties.saturating_sub(1);
                if let Some(run) = self.story.runs.last_mut()
                    && own == Some("rPr")
                    && (self.properties, self.runs) == (0, 1)
                {
                    run.properties.end = end;
                }
            }
            Some("r") => {
                self.runs = self.runs.saturating_sub(1);
                if let Some(run) = self.story.runs.last_mut().filter(|_| self.runs == 0) {
                    run.whole.end = end;
                }
            }
            Some("t") => self.element = None,
            Some("footnote" | "endnote" | "comment") => {
                let paragraphs = self.story.paragraphs.len();
                if let Some(note) = self.story.notes.last_mut() {
                    note.paragraphs.end = paragraphs;
                }
            }
            None if name.ends_with(":AlternateContent") => {
                self.taken.pop();
            }
            _ => {}
        }
    }

    /// Reads words that stand there, if they are in an element of text.
    pub fn words(&mut self, words: &str, range: Range<usize>) {
        if self.element.is_some() {
            self.words_of(words, range, true);
        }
    }

    /// Words of a run in a paragraph; others are not read.
    fn words_of(&mut self, words: &str, xml: Range<usize>, written: bool) {
        if self.skipped > 0 || self.runs == 0 {
            return;
        }
        let Some(at) = self.paragraphs.last() else { return };
        let paragraph = &mut self.story.paragraphs[*at];
        let start = paragraph.text.len();
        paragraph.text.push_str(words);
        let element = self.element.clone().filter(|_| written && self.runs == 1);
        let run = self.story.runs.len() - 1;
        paragraph.pieces.push(Piece { words: start..paragraph.text.len(), xml, run, element });
    }

    fn refer(&mut self, kind: Kind, element: &BytesStart<'_>) {
        let (Some(at), Some(id), Some(run)) =
            (self.paragraphs.last(), attribute(element, "id"), self.story.runs.len().checked_sub(1))
        else {
            return;
        };
        let from = self.story.starts.get(&id).filter(|_| kind == Kind::Comment).copied();
        let place = (*at, self.story.paragraphs[*at].text.len());
        self.story.references.push(Reference { kind, id, place, from, run });
    }
}
