//! The changes as a part of a page: a list under each heading.

use maud::{Markup, html};

use super::{Ends, changes, subject, summary, turned, word};
use crate::layout::markup::Text;
use crate::ledger::words;
use crate::views::compare::{Diff, Kept};

/// The changes, with a heading for each kind.
#[must_use]
pub fn html(diff: &Diff, ends: &Ends) -> Markup {
    html! {
        p { "From " (Text(&ends.before)) " to " (Text(&ends.after)) ": " strong { (summary(diff)) } }
        @if !diff.reversed.is_empty() {
            h3 { "Reversed" }
            ul {
                @for one in &diff.reversed {
                    @let [before, after] = turned(one);
                    li { (Text(&one.root.1)) " on " code { (Text(&one.proposition)) } ": " (Text(before)) "; " (Text(after)) "." }
                }
            }
        }
        @for (name, found) in [("New", &diff.new), ("Settled", &diff.settled)] {
            @if !found.is_empty() {
                h3 { (name) }
                ul { @for one in found { li { (listed(one)) } } }
            }
        }
        @if !diff.changed.is_empty() {
            h3 { "Changed" }
            ul {
                @for (before, after) in &diff.changed {
                    li { (listed(after)) ": " (Text(changes(before, after).join("; "))) "." }
                }
            }
        }
    }
}

fn listed(found: &Kept) -> Markup {
    html! {
        span class={ "tag " (word(found).replace(' ', "-")) } { (word(found)) } " " (Text(words::capital(&subject(found))))
    }
}
