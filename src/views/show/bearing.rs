//! The standing of a link: on whose word and evidence, who has a stake, and how many without one it still needs.

use std::collections::BTreeSet;

use super::desk::Desk;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::rules::compose;
use crate::views::page::{Row, Section};

/// The section on it; empty where the proposition is no link.
pub(super) fn section(desk: &Desk<'_>, proposition: Proposition, id: Option<PropositionId>) -> Section {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let mut section = Section::new("standing", "How it stands");
    if !ledger.vocabulary.get(proposition.predicate).link {
        return section;
    }
    let says_so = |id: &PropositionId| reasoning.on(*id).iter().any(|hold| hold.sign() != Sign::Minus);
    let Some(id) = id.filter(says_so) else {
        section.rows.push(Row::text(0, "nobody on file says so, so there is nothing to bear out"));
        return section;
    };
    let names = |roots: &BTreeSet<PartyId>| {
        words::parties(ledger, &compose::sorted_roots(ledger, roots.iter().copied()))
    };
    let standing = desk.context.stakes.standing(reasoning, id);
    let mut add = |label: &str, text: String| section.rows.push(Row::labelled(0, label, text));
    let needed = words::number(ledger.settings.verify_origins);
    add(
        "standing",
        if standing.blame {
            "blame, which nothing on file could bear out".to_owned()
        } else {
            let count = words::number(standing.witnesses.len());
            format!(
                "{}: parties with no stake on file needed {needed}, on file {count}",
                standing.grade.word()
            )
        },
    );
    for witness in &standing.witnesses {
        add("says so, no stake on file", compose::witness(ledger, witness));
    }
    for (statement, source) in &standing.documents {
        let (statement, source) = (&ledger.statement(*statement).id, &ledger.source(*source).id);
        add("evidence", format!("{source}, given in {statement}"));
    }
    for root in &standing.admitted {
        add("says so of itself", ledger.party(*root).name.clone());
    }
    for (root, stake) in &standing.interested {
        let pronoun = words::pronoun(ledger, *root);
        let reason = format!("{} {}", pronoun.they, stake.words(reasoning, pronoun));
        add("has a stake", format!("{}: {reason}", ledger.party(*root).name));
    }
    if !standing.against.is_empty() {
        add("against, no stake on file", names(&standing.against));
    }
    section
}
