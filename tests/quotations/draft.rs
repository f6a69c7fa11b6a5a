//! The draft as it is written: paragraphs in news English, with the place of each quotation noted as it is put down.

use super::seeded::Seeded;
use super::store::Party;
use super::words::{Style, Word, text};

/// What is known of a quotation, since it was made so.
#[derive(Clone, Debug)]
pub struct Known {
    /// Code points, marks excluded. Of an unbalanced mark both are where the mark is.
    pub start: usize,
    pub end: usize,
    pub verdict: &'static str,
    /// How it was made, for whoever reads the list of what went wrong.
    pub how: &'static str,
    /// Ids of parties that may be named as its speaker; empty where that does not matter.
    pub speakers: Vec<String>,
    /// Ids of statements of which at least one must be named; all of them where `all`.
    pub statements: Vec<String>,
    pub all: bool,
    pub remarks: Vec<&'static str>,
    pub touches: Option<&'static str>,
    /// A `negation` or `condition` that stands before the piece in the same clause.
    pub cut: Option<&'static str>,
}

/// Marks of quotation, by country and keyboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    pub outer: (char, char),
    pub inner: (char, char),
    /// Commas and stops that are not the speaker's stand outside.
    pub british: bool,
    pub style: Style,
}

impl Marks {
    pub fn any(chance: &mut Seeded) -> Self {
        let mut style = Style::any(chance);
        let kind = chance.below(10);
        style.curly = matches!(kind, 0..=3 | 7 | 8);
        if !style.curly && !style.dash.starts_with([' ', '-']) {
            style.dash = " -- ";
        }
        let (outer, inner) = match kind {
            0..=3 => (('“', '”'), ('‘', '’')),
            4..=6 => (('"', '"'), ('\'', '\'')),
            7 | 8 => (('‘', '’'), ('“', '”')),
            _ => (('\'', '\''), ('"', '"')),
        };
        Self { outer, inner, british: kind >= 7, style }
    }

    pub fn straight_single(self) -> bool {
        self.outer.0 == '\''
    }
}

/// What comes after a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum After {
    /// The tag: `,” said Berg`.
    Tag,
    /// The end of the sentence, which was all the speaker's.
    Stop,
    /// The end of a sentence of which the quotation is a part.
    Part,
    /// The sentence goes on.
    More,
}

/// A draft under way.
pub struct Draft {
    pub text: String,
    pub known: Vec<Known>,
    /// What is known of sentences that attribute without marks; the verdict is empty where nothing is wrong.
    pub claims: Vec<Known>,
    pub marks: Marks,
    length: usize,
}

impl Draft {
    pub fn new(marks: Marks) -> Self {
        Self { text: String::new(), known: Vec::new(), claims: Vec::new(), marks, length: 0 }
    }

    /// Where the next character will stand.
    pub fn here(&self) -> usize {
        self.length
    }

    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    /// Prose, in the style of the draft.
    pub fn prose(&mut self, text: &str) {
        self.raw(&self.marks.style.apostrophes(text));
    }

    pub fn paragraph(&mut self) {
        if !self.text.is_empty() {
            self.raw("\n\n");
        }
    }

    /// A quotation, in marks; returns where it stands. The mark that ends it is the draft's, not the speaker's, unless
    /// it is a question or a cry.
    pub fn quote(&mut self, core: &str, after: After) -> (usize, usize) {
        let own = core.ends_with(['?', '!']);
        let (inside, outside) = match after {
            After::Tag if own => ("", ""),
            After::Tag if self.marks.british => ("", ","),
            After::Tag => (",", ""),
            After::Part if self.marks.british => ("", "."),
            After::Stop | After::Part => (".", ""),
            After::More => ("", ""),
        };
        let inside = if own { "" } else { inside };
        self.raw(&self.marks.outer.0.to_string());
        let start = self.here();
        self.raw(core);
        self.raw(inside);
        let end = self.here();
        self.raw(&self.marks.outer.1.to_string());
        self.raw(outside);
        (start, end)
    }

    /// The words in the draft's style, without the mark at their end.
    pub fn core(&self, words: &[Word]) -> String {
        core(words, self.marks.style)
    }
}

/// The words in a style, without the mark at their end.
pub fn core(words: &[Word], style: Style) -> String {
    text(words, style)
        .trim_end_matches([',', '.', ';', ' '])
        .trim_end_matches(style.dash.trim())
        .trim_end()
        .to_owned()
}

/// A name as it stands in prose: `the Coast Front`, `Norland`.
pub fn in_prose(party: &Party) -> String {
    match party.kind {
        "body" | "armed-group" | "organisation" => format!("the {}", party.name),
        _ => party.name.clone(),
    }
}
