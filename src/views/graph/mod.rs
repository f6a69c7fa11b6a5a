//! Parties and events as a network: every link of which somebody speaks, who says so, and how far it is borne out.

pub mod formats;
pub mod network;

use std::collections::{BTreeMap, BTreeSet};

use super::table::{Entry, Row, Status, Table};
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::standing::{Grade, Stakes};

/// Parties and events with the links between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The parties and events with links, by name.
    pub nodes: Vec<Node>,
    /// The links, the disputed ones first.
    pub links: Vec<Link>,
    /// The number of links that are only denied, which are not drawn.
    pub only_denied: usize,
    /// The number of links of something to itself, which are not drawn.
    pub to_itself: usize,
    /// The number of links that were left out because there were too many.
    pub left_out: usize,
}

/// A party or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A party.
    Party(PartyId),
    /// An event.
    Event(EventId),
}

/// A link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The index of the node from which it leads.
    pub from: usize,
    /// The index of the node to which it leads.
    pub to: usize,
    /// The proposition.
    pub proposition: Proposition,
    /// The proposition in words.
    pub reading: String,
    /// The words that tie the two: "was involved in".
    pub verb: String,
    /// True when it has no direction.
    pub mutual: bool,
    /// The standing.
    pub standing: Standing,
    /// The roots by stance and by whether we have it by hearsay only.
    pub sides: BTreeMap<(Stance, bool), Vec<PartyId>>,
    /// The roots whose words may be read as saying so; they have not said it.
    pub read_as: Vec<PartyId>,
    /// The sources that document it, in words; empty where none do, or somebody disputes it.
    pub documents: BTreeSet<String>,
}

/// The standing of a link in a drawing: its grade, and before that whether somebody stands on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// One side says so, another denies or doubts it, and that is a contradiction.
    Disputed,
    /// Nobody says so; some words may be read that way, and somebody contradicts that.
    Reading,
    /// The grade to which it is borne out, or that it is not.
    Graded(Grade),
}

impl Standing {
    /// All, in the order in which links are drawn and told.
    pub const ALL: [Standing; 6] = [
        Self::Disputed,
        Self::Reading,
        Self::Graded(Grade::Unverified),
        Self::Graded(Grade::Undisputed),
        Self::Graded(Grade::Corroborated),
        Self::Graded(Grade::Documented),
    ];

    /// The word for it, or a few words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Reading => "only on a reading",
            Self::Graded(grade) => grade.word(),
        }
    }

    /// The order in which links are drawn and told.
    fn order(self) -> Option<usize> {
        Self::ALL.iter().position(|standing| *standing == self)
    }
}

/// The links of a table as a graph; with a limit of `most` nodes, those of the first links that fit.
#[must_use]
pub fn graph(reasoning: &Reasoning<'_>, table: &Table, most: Option<usize>) -> Graph {
    let ledger = reasoning.ledger;
    let stakes = Stakes::new(reasoning);
    let mut graph = Graph::default();
    let mut found: Vec<(Node, Node, Link)> = Vec::new();
    for row in &table.rows {
        let predicate = ledger.vocabulary.get(row.proposition.predicate);
        let Some([from, to]) = ends(ledger, row).filter(|_| predicate.link) else { continue };
        if from == to {
            graph.to_itself += 1;
            continue;
        }
        let id = reasoning.propositions.find(&row.proposition);
        let graded = id.map(|id| stakes.standing(reasoning, id)).unwrap_or_default();
        match standing(row, graded.grade) {
            Some(standing) => {
                let documents = graded.documents.iter().map(|(_, source)| words::source(ledger, *source));
                let documents =
                    documents.filter(|_| standing == Standing::Graded(Grade::Documented)).collect();
                found.push((from, to, Link { documents, ..link(ledger, row, standing) }));
            }
            None => graph.only_denied += 1,
        }
    }
    found.sort_by_cached_key(|(_, _, link)| {
        (link.standing.order(), words::canonical(ledger, &link.proposition))
    });
    let mut kept: BTreeSet<Node> = BTreeSet::new();
    found.retain(|(from, to, _)| {
        let new = [from, to].into_iter().collect::<BTreeSet<_>>().difference(&kept.iter().collect()).count();
        let fits = most.is_none_or(|most| kept.len() + new <= most);
        if fits {
            kept.extend([*from, *to]);
        } else {
            graph.left_out += 1;
        }
        fits
    });
    graph.nodes = kept.into_iter().collect();
    graph.nodes.sort_by_key(|node| (matches!(node, Node::Event(_)), name(ledger, *node).to_owned()));
    let places: BTreeMap<Node, usize> = graph.nodes.iter().copied().zip(0..).collect();
    graph.links = found
        .into_iter()
        .map(|(from, to, link)| Link { from: places[&from], to: places[&to], ..link })
        .collect();
    graph
}

/// The name of a node.
#[must_use]
pub fn name(ledger: &Ledger, node: Node) -> &str {
    match node {
        Node::Party(party) => &ledger.party(party).name,
        Node::Event(event) => &ledger.event(event).name,
    }
}

/// The two parties or events that a row's proposition ties; none where it ties anything else.
fn ends(ledger: &Ledger, row: &Row) -> Option<[Node; 2]> {
    let predicate = ledger.vocabulary.get(row.proposition.predicate);
    let node = |at: usize| {
        let party = predicate.party(&row.proposition, at).map(Node::Party);
        party.or_else(|| predicate.event(&row.proposition, at).map(Node::Event))
    };
    let two = row.proposition.arguments().len() == 2;
    two.then(|| Some([node(0)?, node(1)?])).flatten()
}

/// The standing of a row's link of a grade; none where it is only denied. Where it is contested and nobody is on the
/// other side, as where another is named or one party changed its word, its grade says how it stands.
fn standing(row: &Row, grade: Grade) -> Option<Standing> {
    let speaks = |sign| entries(row).any(|(_, entry)| entry.stance.sign() == sign);
    let read = !row.read_as.is_empty();
    match (speaks(Sign::Plus), row.status) {
        (true, Some(Status::Contested)) if speaks(Sign::Minus) => Some(Standing::Disputed),
        (false, _) if read => Some(Standing::Reading),
        (false, _) if !speaks(Sign::None) => None,
        _ => Some(Standing::Graded(grade)),
    }
}

/// The positions on a row's link and their roots, without conditional ones, which are compared with nothing.
fn entries(row: &Row) -> impl Iterator<Item = (PartyId, &Entry)> {
    let entries = row.cells.iter().flat_map(|cell| cell.entries.iter().map(|entry| (cell.root, entry)));
    entries.filter(|(_, entry)| entry.condition.is_none())
}

fn link(ledger: &Ledger, row: &Row, standing: Standing) -> Link {
    let predicate = ledger.vocabulary.get(row.proposition.predicate);
    let mut sides: BTreeMap<(Stance, bool), Vec<PartyId>> = BTreeMap::new();
    for (root, entry) in entries(row) {
        let roots = sides.entry((entry.stance, entry.hearsay)).or_default();
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    let verb = words::between(ledger, &row.proposition);
    Link {
        from: 0,
        to: 0,
        proposition: row.proposition,
        reading: row.reading.clone(),
        verb: verb.unwrap_or_else(|| predicate.id.replace('-', " ")),
        mutual: predicate.symmetric,
        standing,
        sides,
        read_as: row.read_as.clone(),
        documents: BTreeSet::new(),
    }
}
