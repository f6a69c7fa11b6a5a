//! The network as JSON, version 1: a frozen shape of its own. Keys may be added; a key that changes makes version 2.

use serde::Serialize;

use crate::layout::said;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::views::graph::{Graph, Link, Node, name};

#[derive(Serialize)]
struct Document<'g> {
    version: u8,
    as_of: Option<String>,
    nodes: Vec<Point<'g>>,
    links: Vec<Tie<'g>>,
    only_denied: usize,
    to_itself: usize,
    left_out: usize,
}

#[derive(Serialize)]
struct Point<'g> {
    kind: &'static str,
    id: &'g str,
    name: &'g str,
}

#[derive(Serialize)]
struct Tie<'g> {
    /// The places of its two ends in `nodes`, from 0.
    from: usize,
    to: usize,
    proposition: String,
    reading: &'g str,
    verb: &'g str,
    mutual: bool,
    standing: &'static str,
    sides: Vec<Speaking<'g>>,
    read_as: Vec<&'g str>,
}

#[derive(Serialize)]
struct Speaking<'g> {
    stance: &'static str,
    hearsay: bool,
    roots: Vec<&'g str>,
}

/// The network as a JSON document, ended by a line break.
#[must_use]
pub fn json(ledger: &Ledger, graph: &Graph, as_of: Option<Date>) -> String {
    said::write(&Document {
        version: 1,
        as_of: as_of.map(|date| date.to_string()),
        nodes: graph.nodes.iter().map(|node| point(ledger, *node)).collect(),
        links: graph.links.iter().map(|link| tie(ledger, link)).collect(),
        only_denied: graph.only_denied,
        to_itself: graph.to_itself,
        left_out: graph.left_out,
    })
}

fn point(ledger: &Ledger, node: Node) -> Point<'_> {
    let (kind, id) = match node {
        Node::Party(party) => ("party", &ledger.party(party).id),
        Node::Event(event) => ("event", &ledger.event(event).id),
    };
    Point { kind, id, name: name(ledger, node) }
}

fn tie<'g>(ledger: &'g Ledger, link: &'g Link) -> Tie<'g> {
    let ids = |parties: &[PartyId]| parties.iter().map(|party| &*ledger.party(*party).id).collect();
    let sides = link.sides.iter().map(|((stance, hearsay), roots)| Speaking {
        stance: stance.key(),
        hearsay: *hearsay,
        roots: ids(roots),
    });
    Tie {
        from: link.from,
        to: link.to,
        proposition: words::canonical(ledger, &link.proposition),
        reading: &link.reading,
        verb: &link.verb,
        mutual: link.mutual,
        standing: link.standing.word(),
        sides: sides.collect(),
        read_as: ids(&link.read_as),
    }
}
