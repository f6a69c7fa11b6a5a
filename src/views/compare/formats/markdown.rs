//! The changes as Markdown: a list under each heading.

use super::{Ends, changes, subject, summary, turned, word};
use crate::layout::safe;
use crate::views::compare::{Diff, Kept};

/// The changes as a Markdown document.
#[must_use]
pub fn markdown(diff: &Diff, ends: &Ends) -> String {
    let from = format!("From {} to {}:", ends.before, ends.after);
    let mut blocks = vec![format!("{} **{}**", safe::markdown(&from), safe::markdown(&summary(diff)))];
    if !diff.reversed.is_empty() {
        blocks.push("## Reversed".to_owned());
        let item = |one: &crate::views::compare::Reversed| {
            let [before, after] = turned(one);
            let line = format!("{} on {}\n{before}\n{after}", one.root.1, one.proposition);
            format!("- {}", safe::markdown(&line))
        };
        blocks.push(diff.reversed.iter().map(item).collect::<Vec<_>>().join("\n"));
    }
    for (name, found) in [("New", &diff.new), ("Settled", &diff.settled)] {
        if !found.is_empty() {
            blocks.push(format!("## {name}"));
            let item = |one: &Kept| {
                let message = if one.message == one.reading { "" } else { one.message.as_str() };
                let place = one.place.as_deref().unwrap_or_default();
                listed(one, &[message.to_owned(), place.to_owned()])
            };
            blocks.push(found.iter().map(item).collect::<Vec<_>>().join("\n"));
        }
    }
    if !diff.changed.is_empty() {
        blocks.push("## Changed".to_owned());
        let item = |(before, after): &(Kept, Kept)| {
            listed(after, &[format!("{}.", changes(before, after).join("; "))])
        };
        blocks.push(diff.changed.iter().map(item).collect::<Vec<_>>().join("\n"));
    }
    blocks.join("\n\n") + "\n"
}

fn listed(found: &Kept, rest: &[String]) -> String {
    let mut lines = vec![subject(found)];
    lines.extend(rest.iter().filter(|line| !line.is_empty()).cloned());
    format!("- **{}** ({}): {}", word(found), found.identity.rule, safe::markdown(&lines.join("\n")))
}
