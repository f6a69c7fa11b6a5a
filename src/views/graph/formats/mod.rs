//! The network of parties, events and links as SVG, DOT, Mermaid and JSON; here, the words that these share.

mod dot;
mod json;
mod mermaid;

pub use dot::dot;
pub use json::json;
pub use mermaid::mermaid;

use super::network;
use super::{Graph, Link, Standing};
use crate::ledger::Ledger;
use crate::ledger::words;

/// The network as a picture in a file of its own.
#[must_use]
pub fn svg(ledger: &Ledger, graph: &Graph, title: &str) -> String {
    network::network(ledger, graph, title).alone()
}

/// The sides on a link in words: "said by the United States", "denied by Iran".
#[must_use]
pub fn attribution(ledger: &Ledger, link: &Link) -> Vec<String> {
    let mut parts = Vec::new();
    if link.standing == Standing::Reading {
        parts.push(format!("may be read as saying so: {}", words::parties(ledger, &link.read_as)));
    }
    for ((stance, hearsay), roots) in &link.sides {
        let mark = if *hearsay { " (hearsay)" } else { "" };
        parts.push(format!("{} by {}{mark}", words::done(*stance), words::parties(ledger, roots)));
    }
    if !link.documents.is_empty() {
        let sources: Vec<String> = link.documents.iter().cloned().collect();
        parts.push(format!("the document: {}", words::list(&sources)));
    }
    parts
}

/// The sentences on what is not drawn; empty where all is.
pub(crate) fn closing(graph: &Graph) -> String {
    let mut sentences = Vec::new();
    if graph.links.is_empty() {
        sentences.push("Nobody speaks of a link between parties and events here.".to_owned());
    }
    if graph.only_denied > 0 {
        let links =
            words::counted(graph.only_denied, "link that is only denied", "links that are only denied");
        sentences.push(format!("Not drawn: {links}."));
    }
    if graph.to_itself > 0 {
        let links = words::counted(graph.to_itself, "link", "links");
        sentences.push(format!("Not drawn: {links} of something to itself."));
    }
    if graph.left_out > 0 {
        let links = words::counted(graph.left_out, "more link", "more links");
        sentences
            .push(format!("Left out for want of room: {links} (--about narrows, --all draws everything)."));
    }
    sentences.join(" ")
}
