//! The comments of a text, in order, as its parser sees them: a `#` inside a quote is none.

use granit_parser::{Event, Parser};

/// Every comment, from its `#` to the end of its line.
#[must_use]
pub fn comments(text: &str) -> Vec<String> {
    let options = granit_parser::options! { emit_unresolved_aliases: true, emit_comments: true };
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let slice = &text[start..];
    let mut found = Vec::new();
    for event in Parser::new_from_str_with_options(slice, options) {
        let Ok((event, place)) = event else { break };
        if matches!(event, Event::Comment(..)) {
            let range = place.byte_range().unwrap_or_default();
            found.push(slice.get(range).unwrap_or_default().trim_end().to_owned());
        }
    }
    found
}
