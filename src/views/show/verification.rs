//! How far a link is borne out: who of those who speak of it has a stake, and how many without one it still needs.

use std::collections::BTreeSet;

use super::desk::Desk;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::rules::compose;
use crate::views::page::{Row, Section};

/// The section; empty where the proposition is no link.
pub(super) fn section(desk: &Desk<'_>, proposition: Proposition, id: Option<PropositionId>) -> Section {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let mut section = Section::new("verification", "How far it is verified");
    if !ledger.vocabulary.get(proposition.predicate).link {
        return section;
    }
    let says_so = |id: &PropositionId| reasoning.on(*id).iter().any(|hold| hold.sign() != Sign::Minus);
    let Some(id) = id.filter(says_so) else {
        section.rows.push(Row::text(0, "nobody on file says so, so there is nothing to verify"));
        return section;
    };
    let names = |roots: &BTreeSet<PartyId>| {
        words::parties(ledger, &compose::sorted_roots(ledger, roots.iter().copied()))
    };
    let standing = desk.context.stakes.standing(reasoning, id);
    let (speak, without): (BTreeSet<PartyId>, BTreeSet<PartyId>) = reasoning
        .on(id)
        .iter()
        .chain(reasoning.against(id))
        .map(|hold| hold.root)
        .partition(|root| desk.context.stakes.interested(reasoning, *root, &proposition));
    let verdict = if standing.verified { "verified" } else { "not verified" };
    let needed = ledger.settings.verify_origins;
    let mut add = |label: &str, text: String| section.rows.push(Row::labelled(0, label, text));
    add(
        "standing",
        format!("{verdict}: of {needed} disinterested origins needed, {} on file", standing.origins.len()),
    );
    if !standing.origins.is_empty() {
        let each: Vec<String> = standing.origins.iter().map(names).collect();
        add("origins", each.join("; "));
    }
    if standing.evidence {
        add("evidence", "one of them gives evidence that nobody with a stake published".to_owned());
    }
    for (label, roots) in
        [("has a stake", &speak), ("without a stake", &without), ("of these, against", &standing.against)]
    {
        if !roots.is_empty() {
            add(label, names(roots));
        }
    }
    section
}
