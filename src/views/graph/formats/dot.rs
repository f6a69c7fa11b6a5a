//! The network as DOT, for Graphviz and other programs that read it.

use super::{attribution, closing};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::party::PartyKind;
use crate::ledger::words;
use crate::reason::standing::Grade;
use crate::views::graph::{Graph, Link, Node, Standing, name};

/// The network as a DOT document.
#[must_use]
pub fn dot(ledger: &Ledger, graph: &Graph, title: &str) -> String {
    let mut lines = vec![
        "digraph gainsay {".to_owned(),
        format!("  label={}; labelloc=t; rankdir=LR;", quoted(&[title, &closing(graph)])),
        "  node [fontname=\"Helvetica,Arial,sans-serif\"]; edge [fontname=\"Helvetica,Arial,sans-serif\"];"
            .to_owned(),
    ];
    for (at, node) in graph.nodes.iter().enumerate() {
        let shape = match node {
            Node::Event(_) => "shape=box",
            Node::Party(party) if ledger.party(*party).kind == PartyKind::Class => {
                "shape=box, style=\"rounded,dashed\""
            }
            Node::Party(_) => "shape=box, style=rounded",
        };
        let name = words::capital(name(ledger, *node));
        lines.push(format!("  n{at} [label={}, {shape}];", quoted(&[&name])));
    }
    for link in &graph.links {
        lines.push(format!("  n{} -> n{} [{}];", link.from, link.to, attributes(ledger, link)));
    }
    lines.push("}".to_owned());
    lines.join("\n") + "\n"
}

fn attributes(ledger: &Ledger, link: &Link) -> String {
    let style = match link.standing {
        Standing::Graded(Grade::Documented | Grade::Corroborated) => "style=bold, color=\"#1c6b3c\"",
        Standing::Graded(Grade::Undisputed) => "style=solid, color=\"#4a4a4a\"",
        Standing::Graded(Grade::Unverified) => "style=dashed, color=\"#4a4a4a\"",
        Standing::Disputed => "style=dotted, penwidth=2, color=\"#a02c1c\"",
        Standing::Reading => "style=dotted, color=\"#6d4a9c\"",
    };
    let direction = if link.mutual { ", dir=none" } else { "" };
    let who = attribution(ledger, link).join("; ");
    let label = quoted(&[&link.verb, link.standing.word(), &who]);
    format!("label={label}, {style}{direction}")
}

/// Lines of text as one quoted string: our line breaks become `\n`, a person's backslash stays one.
fn quoted(lines: &[&str]) -> String {
    let escaped = |line: &&str| safe::line(line).replace('\\', "\\\\").replace('"', "\\\"");
    let lines: Vec<String> = lines.iter().filter(|line| !line.is_empty()).map(escaped).collect();
    format!("\"{}\"", lines.join("\\n"))
}
