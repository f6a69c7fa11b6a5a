//! The table for a terminal or a mail: ruled where the columns of every block are wide enough, otherwise as cards.

use super::{EMPTY, Format, cards, closing, heading, ruled};
use crate::check::Report;
use crate::layout::safe;
use crate::layout::wrap::{columns, wrap};
use crate::views::table::Table;
use crate::views::table::blocks::blocks;

/// Smallest and largest number of columns of a page.
const PAGE: (usize, usize) = (40, 400);

/// See [`text`].
pub const FORMAT: Format = Format {
    name: "text",
    help: "For reading in a terminal",
    file: None,
    wide: None,
    print: |report, table, width| Ok(text(report, table, width).into_bytes()),
};

/// The table as plain text of at most `width` columns.
#[must_use]
pub fn text(report: &Report<'_>, table: &Table, width: usize) -> String {
    let ledger = report.ledger;
    let width = width.clamp(PAGE.0, PAGE.1);
    let blocks = blocks(ledger, table);
    let rules: Option<Vec<String>> = blocks.iter().map(|block| ruled::ruled(ledger, block, width)).collect();
    let bodies =
        rules.unwrap_or_else(|| blocks.iter().map(|block| cards::cards(ledger, block, width)).collect());
    let mut parts = Vec::new();
    for (block, body) in blocks.iter().zip(bodies) {
        let title = broken(&heading(ledger, block.event), width, 0);
        let under = "═".repeat(title.iter().map(|line| columns(line)).max().unwrap_or(0));
        parts.push(format!("{}\n{under}\n{body}", title.join("\n")));
    }
    if table.rows.is_empty() {
        parts.push(broken(EMPTY, width, 0).join("\n"));
    } else {
        parts.push(broken(&closing(report, table), width, 0).join("\n"));
    }
    parts.join("\n\n") + "\n"
}

/// A text made safe and wrapped to a width. A word that is too long is cut, so that no line is wider.
pub(super) fn broken(text: &str, width: usize, hang: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in safe::line(text).split_whitespace() {
        let (mut piece, mut used) = (String::new(), 0);
        for character in word.chars() {
            let wide = columns(character.encode_utf8(&mut [0; 4]));
            if used + wide > width - hang {
                pieces.push(std::mem::take(&mut piece));
                used = 0;
            }
            piece.push(character);
            used += wide;
        }
        pieces.push(piece);
    }
    wrap(&pieces.join(" "), width, hang)
}
