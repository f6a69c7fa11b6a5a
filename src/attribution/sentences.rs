//! A draft as sentences: words, names and marks outside quotations, each quotation as one item among them.

use std::ops::Range;

use super::names::{Named, Names, merged};
use super::signed::Signed;
use super::{frames, phrase, roles};
use crate::text::quotes::lexicon;
use crate::text::quotes::marks::Quotation;
use crate::text::quotes::prose::paragraphs;
use crate::text::quotes::tokens::{Token, Word, Words};

/// What a sentence is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A word that names nothing on file.
    Word {
        /// The word, folded.
        word: Word,
        /// Its bytes.
        range: Range<usize>,
        /// Written with a capital.
        capital: bool,
    },
    /// A name on file.
    Name {
        /// What it names.
        named: Named,
        /// Its bytes.
        range: Range<usize>,
        /// Whether it stands in the genitive.
        genitive: bool,
    },
    /// A quotation, by its place among all of them.
    Quote(usize),
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash, a semicolon, a bracket.
    Break,
}

/// One sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its items.
    pub items: Vec<Item>,
    /// Its bytes.
    pub range: Range<usize>,
    /// The paragraph in which it stands.
    pub paragraph: usize,
}

/// Cuts a draft into sentences. `masked` are the quotations that stand as one item: speech, not names.
pub(super) fn sentences(
    text: &str,
    words: &mut Words,
    names: &Names,
    all: &[Quotation],
    masked: &[bool],
    signed: &[Option<Signed>],
) -> Vec<Sentence> {
    let label = |at: usize| signed[at].as_ref().and_then(|signed| signed.label);
    let mut masks: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, quotation) in all.iter().enumerate().filter(|(at, _)| masked[*at]) {
        let first = masks.len();
        masks.extend(quotation.pieces.iter().map(|piece| (with_marks(text, piece), at)));
        // A label belongs to the words under it.
        if let Some(label) = label(at) {
            masks[first].0.start = label;
        }
    }
    masks.sort_by_key(|(range, _)| range.start);
    let mut next = 0;
    let mut sentences = Vec::new();
    for (paragraph, range) in paragraphs(text).into_iter().enumerate() {
        let mut cutter = Cutter {
            text,
            names,
            paragraph,
            items: Vec::new(),
            start: range.start,
            end: range.end,
            sentences: &mut sentences,
        };
        let mut at = range.start;
        while at < range.end {
            let mask = masks.get(next).filter(|(mask, _)| mask.start < range.end);
            let end = mask.map_or(range.end, |(mask, _)| mask.start.max(at));
            let tokens = merged(words, text, at..end);
            cutter.words(words, &tokens, at..end);
            at = end;
            if let Some((mask, quotation)) = mask {
                if label(*quotation).is_some() {
                    cutter.stop(mask.start);
                    cutter.items.push(Item::Quote(*quotation));
                    cutter.stop(mask.end);
                } else {
                    cutter.quote(words, *quotation, mask, range.end);
                }
                at = mask.end.max(at);
                next += 1;
            }
        }
        cutter.stop(range.end);
    }
    sentences
}

/// A piece of a quotation with its marks.
pub(super) fn with_marks(text: &str, piece: &Range<usize>) -> Range<usize> {
    // Two single marks are one double mark.
    let double = |mark: char, next: Option<char>| mark == '\'' && next == Some(mark);
    let mut back = text[..piece.start].chars().rev();
    let before = back.next().map_or(0, |mark| mark.len_utf8() + usize::from(double(mark, back.next())));
    let mut on = text[piece.end..].chars();
    let after = on
        .next()
        .filter(|next| !next.is_whitespace())
        .map_or(0, |mark| mark.len_utf8() + usize::from(double(mark, on.next())));
    piece.start - before..piece.end + after
}

struct Cutter<'t> {
    text: &'t str,
    names: &'t Names,
    paragraph: usize,
    items: Vec<Item>,
    start: usize,
    /// One past the last byte of the paragraph.
    end: usize,
    sentences: &'t mut Vec<Sentence>,
}

impl Cutter<'_> {
    fn stop(&mut self, end: usize) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.sentences.push(Sentence { items, range: self.start..end, paragraph: self.paragraph });
        }
        self.start = end;
    }

    fn words(&mut self, words: &Words, tokens: &[Token], range: Range<usize>) {
        let mut last = range.start;
        let mut at = 0;
        let mut brackets = 0usize;
        while at < tokens.len() {
            self.marks(words, last..tokens[at].start, &mut brackets, at.checked_sub(1).map(|at| &tokens[at]));
            let found = self.names.at(self.text, &tokens[at..]);
            let long = found.map_or(1, |(_, long)| long);
            let span = tokens[at].start..tokens[at + long - 1].end;
            if brackets == 0 {
                self.items.push(match found {
                    Some((meant, _)) => {
                        let genitive = self.text[span.clone()].ends_with("'s")
                            || self.text[span.clone()].ends_with("’s")
                            || self.text[span.end..].starts_with(['’', '\'']);
                        Item::Name { named: meant, range: span.clone(), genitive }
                    }
                    None => Item::Word {
                        word: tokens[at].word,
                        range: span.clone(),
                        capital: self.text[span.clone()].starts_with(char::is_uppercase),
                    },
                });
            }
            last = span.end;
            at += long;
        }
        self.marks(words, last..range.end, &mut brackets, tokens.last());
    }

    /// What stands between two words, or between a word and a quotation.
    fn marks(&mut self, words: &Words, range: Range<usize>, brackets: &mut usize, before: Option<&Token>) {
        for (at, character) in self.text[range.clone()].char_indices() {
            let here = range.start + at;
            match character {
                '(' => *brackets += 1,
                ')' => *brackets = brackets.saturating_sub(1),
                _ if *brackets > 0 => {}
                ',' => self.items.push(Item::Comma),
                ':' => self.items.push(Item::Colon),
                ';' | '—' | '–' | '―' => self.items.push(Item::Break),
                // A hyphen between blanks is a dash.
                '-' if at > 0
                    && self.text[..here].ends_with(' ')
                    && self.text[here + 1..].starts_with(' ') =>
                {
                    self.items.push(Item::Break);
                }
                '.' | '?' | '!' | '…' => {
                    let end = here + character.len_utf8();
                    // "Orr, R-Ky., said": what a comma follows ends nothing.
                    let ends = |next: char| !next.is_alphanumeric() && !matches!(next, ',' | ';' | ':');
                    let space = self.text[end..].chars().next().is_none_or(ends);
                    let short = |token: &Token| {
                        let written = &self.text[token.start..token.end];
                        character == '.'
                            && abbreviation(written, words.text(token.word), &self.text[end..self.end])
                    };
                    if space && !before.is_some_and(short) {
                        self.stop(end);
                    }
                }
                _ => {}
            }
        }
    }

    /// A quotation; where it ends a sentence and a new one begins behind it, so does the sentence around it.
    fn quote(&mut self, words: &mut Words, quotation: usize, mask: &Range<usize>, end: usize) {
        let opened = self.items.iter().any(|item| matches!(item, Item::Word { .. } | Item::Name { .. }));
        self.items.push(Item::Quote(quotation));
        let inner = self.text[mask.clone()].trim_end_matches(|mark: char| "”\"»“’'".contains(mark));
        let rest = &self.text[mask.end.min(end)..end];
        let begins =
            rest.trim_start().starts_with(|first: char| first.is_uppercase() || "“\"«‘".contains(first));
        // "He called it “a ruin.” The board denied it": a full stop ends the sentence that led up to it.
        let ended = opened && inner.ends_with('.') && !inner.ends_with("..");
        if inner.ends_with(['.', '?', '!', '…']) && begins && (ended || !attributes(words, rest)) {
            self.stop(mask.end);
        }
    }
}

/// A clause behind a quotation is read so many characters far.
const CLAUSE: usize = 120;

/// Whether the few words behind a quotation attribute it: `“We go!” Ann Envoy said.`
fn attributes(words: &mut Words, rest: &str) -> bool {
    let clause = rest.split([',', '“', '"', ':', '\n']).next().unwrap_or_default();
    // "“We go!” Ann Envoy said: “…”" attributes what comes behind it.
    if rest[clause.len()..]
        .strip_prefix(':')
        .is_some_and(|rest| rest.trim_start().starts_with(['“', '"', '«', '‘', '\'']))
    {
        return false;
    }
    let clause = &clause[..clause.char_indices().nth(CLAUSE).map_or(clause.len(), |(at, _)| at)];
    let tokens = merged(words, clause, 0..clause.len());
    for (at, token) in tokens.iter().enumerate().take(9) {
        let word = words.text(token.word);
        let capital = clause[token.start..token.end].starts_with(char::is_uppercase);
        if at > 0
            && !capital
            && (frames::verb(word).is_some_and(|verb| verb.form != frames::Form::Ing) || word.ends_with("ed"))
        {
            return true;
        }
        if !capital
            && !phrase::determiner(word)
            && roles::role(word).is_none()
            && !matches!(word, "of" | "for")
        {
            return false;
        }
    }
    false
}

/// Whether a full stop belongs to the word before it: always behind a title, an initial or `No.`; behind letters with stops
/// and words like `Inc.` where no new sentence begins.
fn abbreviation(written: &str, word: &str, rest: &str) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "cmdr", "adm", "sen", "rep",
        "gov", "st", "prof", "rev", "hon", "vs", "messrs", "fr", "mt",
    ];
    const SHORT: &[&str] = &[
        "inc", "ltd", "corp", "co", "jr", "sr", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct",
        "nov", "dec", "etc", "est", "dept", "approx", "ave", "bros", "a.m", "p.m",
    ];
    let next = rest.trim_start();
    if TITLES.contains(&word) || word.len() == 1 && word.starts_with(char::is_alphabetic) {
        return true;
    }
    if matches!(word, "no" | "nos" | "pp" | "art" | "vol") {
        return next.starts_with(|first: char| first.is_ascii_digit());
    }
    if !written.contains('.') && !SHORT.contains(&word) {
        return false;
    }
    let begins = next.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let marked = next.trim_start_matches(['“', '"', '‘', '«', '\'']);
    let opens = marked.len() < next.len() && !marked.starts_with(char::is_lowercase);
    let new = begins.starts_with(char::is_uppercase) && lexicon::common(&begins.to_lowercase());
    !(opens || new || next.is_empty())
}
