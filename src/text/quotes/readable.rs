//! The readable text of a page: what a reader sees, a paragraph a block, without tags, scripts and styles.

use html5gum::{Token, Tokenizer};

/// Elements whose text nobody reads.
const HIDDEN: &[&[u8]] =
    &[b"script", b"style", b"head", b"noscript", b"template", b"svg", b"math", b"iframe", b"object"];
/// Elements that stand within a line.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"data", b"dfn", b"em", b"font", b"i", b"img",
    b"ins", b"del", b"kbd", b"mark", b"q", b"s", b"samp", b"small", b"span", b"strong", b"sub", b"sup",
    b"time", b"u", b"var", b"wbr",
];

/// The readable text of an HTML page.
#[must_use]
pub fn html(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
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
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                if hidden.as_deref() == Some(name) || hidden.as_deref() == Some(b"head") && name == b"body" {
                    hidden = None;
                } else if hidden.is_none() && name == b"q" {
                    text.push('”');
                }
                part(&mut text, name);
            }
            Token::String(words) if hidden.is_none() => {
                for character in String::from_utf8_lossy(&words.value).chars() {
                    // White space runs together, but for the spaces that are meant.
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
    text
}

/// Parts two paragraphs at the edge of a block.
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
        assert_eq!(html(page).trim(), "The quarry\n\nWe will not go & stay.\n\n“Yes,”\nshe\u{a0}said.");
        assert_eq!(html("<<<>>> plain < text"), "<<<>>> plain < text");
    }
}
