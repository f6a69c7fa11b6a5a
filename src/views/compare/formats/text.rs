//! The changes for a terminal: roots that turned round, then findings that are new, settled or changed.

use super::{Ends, changes, subject, summary, turned, word};
use crate::layout::Style;
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::rows::{heading, paragraph};
use crate::layout::safe;
use crate::layout::wrap::tag;
use crate::rules::finding::Level;
use crate::views::compare::{Diff, Kept};

/// The changes as text.
#[must_use]
pub fn text(diff: &Diff, ends: &Ends, style: Style) -> String {
    let mut blocks =
        vec![paragraph(style, 0, &format!("From {} to {}:", ends.before, ends.after), 2).join("\n")];
    if !diff.reversed.is_empty() {
        let mut out = vec![heading(style, "Reversed")];
        for one in &diff.reversed {
            out.extend(paragraph(style, 2, &format!("{} on {}", one.root.1, one.proposition), 2));
            out.extend(turned(one).iter().flat_map(|line| paragraph(style, 4, line, 2)));
        }
        blocks.push(out.join("\n"));
    }
    for (name, found) in [("New", &diff.new), ("Settled", &diff.settled)] {
        if !found.is_empty() {
            let mut out = vec![heading(style, name)];
            // A new or settled note is named only, since there may be many.
            out.extend(found.iter().flat_map(|one| listed(one, style, one.level != Level::Note)));
            blocks.push(out.join("\n"));
        }
    }
    if !diff.changed.is_empty() {
        let mut out = vec![heading(style, "Changed")];
        for (before, after) in &diff.changed {
            out.extend(listed(after, style, false));
            out.extend(paragraph(style, 4, &format!("{}.", changes(before, after).join("; ")), 2));
        }
        blocks.push(out.join("\n"));
    }
    blocks.push(paragraph(style, 0, &summary(diff), 0).join("\n"));
    blocks.join("\n\n") + "\n"
}

/// A finding: its word and subject, with the rule at the right margin; if `whole`, also its message and place.
fn listed(found: &Kept, style: Style, whole: bool) -> Vec<String> {
    let mut rows = paragraph(style, 2, &format!("{}: {}", word(found), subject(found)), 2);
    let rule = format!("[{}]", found.identity.rule);
    tag(&mut rows, &rule, &paint(style.color, Role::Faint, &rule), style.columns());
    if whole && found.message != found.reading {
        rows.extend(paragraph(style, 4, &found.message, 0));
    }
    if let Some(place) = found.place.as_ref().filter(|_| whole) {
        let place = safe::line(place);
        tag(&mut rows, &place, &paint(style.color, Role::Faint, &place), style.columns());
    }
    rows
}
