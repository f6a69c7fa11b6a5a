//! The network as Mermaid, for pages that draw it themselves.

use super::{attribution, closing};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::party::PartyKind;
use crate::ledger::words;
use crate::reason::standing::Grade;
use crate::views::graph::{Graph, Node, Standing, name};

/// The network as a Mermaid flowchart.
#[must_use]
pub fn mermaid(ledger: &Ledger, graph: &Graph, title: &str) -> String {
    let mut lines = vec!["flowchart LR".to_owned()];
    let remarks = [title, &closing(graph)].map(str::to_owned);
    lines.extend(remarks.iter().filter(|line| !line.is_empty()).map(|line| format!("  %% {}", remark(line))));
    for (at, node) in graph.nodes.iter().enumerate() {
        let name = quoted(&words::capital(name(ledger, *node)));
        lines.push(match node {
            Node::Event(_) => format!("  n{at}[{name}]"),
            Node::Party(party) if ledger.party(*party).kind == PartyKind::Class => {
                format!("  n{at}([{name}]):::description")
            }
            Node::Party(_) => format!("  n{at}({name})"),
        });
    }
    for link in &graph.links {
        let line = match (link.standing, link.mutual) {
            (Standing::Graded(Grade::Documented | Grade::Corroborated), false) => "==>",
            (Standing::Graded(Grade::Documented | Grade::Corroborated), true) => "===",
            (Standing::Graded(Grade::Undisputed), false) => "-->",
            (Standing::Graded(Grade::Undisputed), true) => "---",
            (Standing::Disputed, false) => "--x",
            (Standing::Disputed, true) => "x--x",
            (_, false) => "-.->",
            (_, true) => "-.-",
        };
        let said =
            format!("{} ({}): {}", link.verb, link.standing.word(), attribution(ledger, link).join("; "));
        lines.push(format!("  n{} {line}|{}| n{}", link.from, quoted(&said), link.to));
    }
    lines.push("  classDef description stroke-dasharray: 4 3".to_owned());
    lines.join("\n") + "\n"
}

/// A text as a quoted label: characters that Mermaid or the page could read as more than text are written by number.
fn quoted(text: &str) -> String {
    let shown = safe::line(text);
    let escaped = shown.chars().map(|character| match character {
        _ if plain(character) => character.to_string(),
        _ => format!("#{};", u32::from(character)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// A text as a remark, without characters that could be read as more.
fn remark(text: &str) -> String {
    safe::line(text).replace(|character| !plain(character), " ")
}

fn plain(character: char) -> bool {
    character.is_alphanumeric() || " .,:;()-–—'’“”…/".contains(character)
}
