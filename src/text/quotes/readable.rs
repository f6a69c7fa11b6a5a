//! The readable text of a page: the words that a reader sees, each block a paragraph, without tags, scripts and styles.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::prose::paragraphs;

/// The words of a document that a reader sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readable {
    /// The text.
    pub text: String,
    /// The bytes in the text of paragraphs that are set off as quotations, without marks.
    pub quoted: Vec<Range<usize>>,
    /// The number of marks that may open a quotation in parts that are not read, such as code.
    pub unread: usize,
    /// Words beside the text, such as notes; they come after it.
    pub beside: Vec<Beside>,
}

/// Words beside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Their bytes in the text.
    pub range: Range<usize>,
    /// Their place in words: `footnote 1, at “…”`.
    pub place: String,
    /// True where somebody wrote them on the document, and they are none of its words: comments.
    pub foreign: bool,
}

impl Readable {
    /// The document's own words: the text without comments on it.
    #[must_use]
    pub fn own(&self) -> String {
        let mut own = String::with_capacity(self.text.len());
        let mut from = 0;
        for one in self.beside.iter().filter(|one| one.foreign) {
            own.push_str(&self.text[from..one.range.start]);
            from = one.range.end;
        }
        own + &self.text[from..]
    }
}

/// The number of marks in a text that may open a quotation.
#[must_use]
pub fn marks(text: &str) -> usize {
    text.matches(['“', '«', '„']).count() + text.matches('"').count() / 2
}

/// Elements whose text a reader does not see.
const HIDDEN: &[&[u8]] =
    &[b"script", b"style", b"head", b"noscript", b"template", b"svg", b"math", b"iframe", b"object"];
/// Elements within a line.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"data", b"dfn", b"em", b"font", b"i", b"img",
    b"ins", b"del", b"kbd", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup",
    b"time", b"u", b"var", b"wbr",
];

/// The readable text of an HTML page.
#[must_use]
pub fn html(page: &str) -> Readable {
    let mut text = String::with_capacity(page.len() / 2);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut hidden: Option<Vec<u8>> = None;
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) if hidden.is_none() => {
                let name: &[u8] = &tag.name;
                if HIDDEN.contains(&name) && !tag.self_closing {
                    hidden = Some(name.to_vec());
                } else if name == b"q" {
                    text.push('“');
                }
                part(&mut text, name);
                if name == b"blockquote" {
                    open.push(text.len());
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                if hidden.as_deref() == Some(name) || hidden.as_deref() == Some(b"head") && name == b"body" {
                    hidden = None;
                } else if hidden.is_none() && name == b"q" {
                    text.push('”');
                }
                part(&mut text, name);
                if name == b"blockquote"
                    && let Some(start) = open.pop()
                {
                    blocks.push(start..text.len());
                }
            }
            Token::String(words) if hidden.is_none() => {
                for character in String::from_utf8_lossy(&words.value).chars() {
                    // White space is one space, except spaces that are meant.
                    if !character.is_ascii_whitespace() {
                        text.push(character);
                    } else if !text.ends_with([' ', '\n']) && !text.is_empty() {
                        text.push(' ');
                    }
                }
            }
            _ => {}
        }
    }
    let quoted = blocks.into_iter().flat_map(|block| inner(&text, block)).collect();
    Readable { text, quoted, ..Readable::default() }
}

/// The paragraphs of a stretch of text.
fn inner(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let found = paragraphs(&text[block.clone()]).into_iter();
    found.map(|range| block.start + range.start..block.start + range.end).collect()
}

/// Parts two paragraphs at the edge of a block; an element within a line parts none.
fn part(text: &mut String, name: &[u8]) {
    if INLINE.contains(&name) {
        return;
    }
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(if name == b"br" { "\n" } else { "\n\n" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_words_only() {
        let page = "<html><head><title>x</title><style>p { }</style></head><body><h1>The  quarry</h1><p>We <b>will</b>\n not \
                    go &amp; stay.</p><script>var a = \"hidden\";</script><p>“Yes,”<br>she&nbsp;said.</p></body></html>";
        assert_eq!(html(page).text.trim(), "The quarry\n\nWe will not go & stay.\n\n“Yes,”\nshe\u{a0}said.");
        assert_eq!(html("<<<>>> plain < text").text, "<<<>>> plain < text");
        let read = html("<p>Ann said:</p><blockquote><p>We go.</p><p>We stay.</p></blockquote>");
        let blocks: Vec<&str> = read.quoted.iter().map(|range| &read.text[range.clone()]).collect();
        assert_eq!(blocks, ["We go.", "We stay."]);
    }
}
