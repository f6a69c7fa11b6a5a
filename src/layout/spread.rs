//! Rows for spreadsheet programs: text with a divider between the cells, and cells no longer than they can hold.

use std::borrow::Cow;

use super::safe;

/// The mark by which spreadsheets recognise UTF-8.
pub const MARK: &str = "\u{feff}";
/// Largest number of UTF-16 units of a cell's text.
const MOST_TEXT: usize = 32_767;
/// The end of a text that was cut.
const CUT: &str = " … (cut short here)";

/// A row of text: every cell between quotation marks, and none of them a formula.
#[must_use]
pub fn line(cells: &[impl AsRef<str>], divider: char) -> String {
    let mut out = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(divider);
        }
        out.push('"');
        out.push_str(&safe::cell(cell.as_ref()).replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
    out
}

/// A row of cells that a program reads back as they were, and a spreadsheet program takes for no formula.
#[must_use]
pub fn exact_line(cells: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for (at, cell) in cells.iter().enumerate() {
        let part = exact(cell.as_ref());
        out.push_str(if at > 0 { ",\"" } else { "\"" });
        out.push_str(&part.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
    out
}

/// A text as it stands or, where a cell could not hold it safely, or it begins with a quotation mark, as JSON: so a cell
/// that begins with a quotation mark is JSON, and any other is the text itself.
#[must_use]
pub fn exact(text: &str) -> Cow<'_, str> {
    if !text.starts_with('"') && safe::cell(text) == text {
        return Cow::Borrowed(text);
    }
    let json = serde_json::to_string(text).unwrap_or_default();
    Cow::Owned(safe::json(&json).into_owned())
}

/// A text as long as a cell may hold; a longer one is cut and says so.
#[must_use]
pub fn fitting(text: String) -> String {
    if text.len() <= MOST_TEXT || text.encode_utf16().count() <= MOST_TEXT {
        return text;
    }
    let mut room = MOST_TEXT - CUT.encode_utf16().count();
    let fits = |character: &char| {
        let left = room.checked_sub(character.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    text.chars().take_while(fits).chain(CUT.chars()).collect()
}
