//! What reading a file met and could not use.

use crate::text::{FileId, Span};

/// What reading met and could not use; the loader turns it into a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule it is reported under.
    pub rule: &'static str,
    /// Where.
    pub span: Span,
    /// The reason, in plain words.
    pub message: String,
    /// The remedy.
    pub help: String,
}

/// The file, or the part of it named by the span, is not YAML.
pub(super) const UNREADABLE: &str = "unreadable-file";
/// A field holds what its writer cannot have meant.
pub(super) const BAD_VALUE: &str = "bad-value";

/// The span of `start..end` in `file`.
pub(super) fn span(file: FileId, start: usize, end: usize) -> Span {
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: byte(start), end: byte(end.max(start)) }
}

/// True for a character that looks like a space and is none to YAML.
pub(super) fn is_odd_blank(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii()
}

/// Message and help for a blank that is none to YAML.
pub(super) fn odd_blank_words(blank: char) -> (String, String) {
    let name = if blank == '\u{a0}' { "a no-break space" } else { "a special space" };
    (
        format!("{name} (U+{:04X}) stands here, and YAML takes only ordinary spaces for what they are", u32::from(blank)),
        "delete it and type an ordinary space, and for any other of the record too; text pasted from a chat or a web page brings such spaces along".into(),
    )
}
