//! The readable text of Markdown with every place kept: parts that a reader does not see become blanks of the same
//! length.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::readable::Readable;

/// The readable text of Markdown: no marks of emphasis, no targets of links, no tags, code or front matter. Block
/// quotations are listed apart.
#[must_use]
pub fn markdown(source: &str) -> Readable {
    let mut text = blank(source, 0..source.len());
    let mut quoted = Vec::new();
    let (mut depth, mut hidden, mut raised) = (0usize, 0usize, 0usize);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut unread = 0;
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Paragraph) if depth > 0 => quoted.push(trimmed(source, range)),
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::Image { .. }) => {
                unread += super::readable::marks(&source[range]);
                hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image) => {
                hidden = hidden.saturating_sub(1);
            }
            Event::InlineHtml(tag) | Event::Html(tag) => {
                let tag = tag.trim_start().to_lowercase();
                if tag.starts_with("<sup") || tag.starts_with("<script") || tag.starts_with("<style") {
                    raised += 1;
                } else if tag.starts_with("</sup")
                    || tag.starts_with("</script")
                    || tag.starts_with("</style")
                {
                    raised = raised.saturating_sub(1);
                }
            }
            Event::Text(words) | Event::Code(words) if hidden == 0 && raised == 0 => {
                put(&mut text, source, &words, range);
            }
            _ => {}
        }
    }
    Readable { text, quoted, unread, ..Readable::default() }
}

/// Blanks as long as a stretch of the source; line ends stay.
fn blank(source: &str, range: Range<usize>) -> String {
    source[range]
        .bytes()
        .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
        .collect()
}

/// Puts words where they stand in the source; a word written as an entity is followed by blanks.
fn put(text: &mut String, source: &str, words: &str, range: Range<usize>) {
    let written = &source[range.clone()];
    // The marks around code are skipped.
    let start = written.find(words).map_or(range.start, |at| range.start + at);
    if words.len() <= range.end - start {
        let end = start + words.len();
        text.replace_range(start..end, words);
    }
}

/// A stretch of the source without white space and signs of block quotations around it.
fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let words = &source[range.clone()];
    let start = range.start + (words.len() - words.trim_start_matches([' ', '>', '\n', '\r', '\t']).len());
    start..start.max(range.start + words.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> String {
        let read = markdown(source);
        assert_eq!(read.text.len(), source.len());
        read.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_reader_sees_words_only() {
        assert_eq!(read("---\ntitle: x\n---\n\n# The *quarry*\n"), "The quarry");
        assert_eq!(
            read("“We [struck](https://example.org/a_b) it,<sup>1</sup> once.”"),
            "“We struck it, once.”"
        );
        // Places are kept, so an entity leaves blanks after its character, and an escape one before it.
        assert_eq!(
            read("He said &ldquo;no&rdquo; \\*twice\\*.[^1]\n\n[^1]: A note.\n"),
            "He said “ no” *twice *. A note."
        );
        assert_eq!(read("```\n“code”\n```\nWords.\n"), "Words.");
    }

    #[test]
    fn block_quotations_are_said_apart() {
        let source = "Ann said:\n\n> We did order\n> the strike.\n>\n> We regret it.\n\nThen she left.\n";
        let read = markdown(source);
        let blocks: Vec<String> = read
            .quoted
            .iter()
            .map(|range| read.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(blocks, ["We did order the strike.", "We regret it."]);
    }
}
