//! The page of a party: what it is part of, what it says, what others say of it, and how it answers.

use std::collections::BTreeSet;

use super::desk::{Desk, names};
use super::{findings, held, proposition, source};
use crate::layout::position;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::party::{Membership, PartyKind};
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::roots;
use crate::reason::state::accusation::{About, Accusation, accusation};
use crate::reason::state::request::Requests;
use crate::views::page::{Page, Row, Section};

/// The page.
pub(super) fn page(desk: &Desk<'_>, id: PartyId) -> Page {
    let party = desk.ledger.party(id);
    let own = desk
        .statements()
        .filter(|at| desk.ledger.statement(*at).by.iter().any(|speaker| desk.speaks_for(*speaker, id, *at)));
    let own = desk.by_date(own.collect());
    let mut says = Section::new("says", "What it says");
    says.rows = source::list(desk, &own);
    if says.rows.is_empty() && party.kind != PartyKind::Class {
        says.rows.push(Row::text(0, "nothing on file"));
    }
    let (accusations, others) = of_it(desk, id);
    let mut readings = Section::new("readings", "What its words may be read as saying, and it has not said");
    for reading in desk.reasoning.readings.iter().filter(|reading| reading.root == id) {
        readings.rows.extend(proposition::reading(desk, reading, 0));
    }
    let found = findings::section(desk, Some(party.span), |finding| {
        finding.parties.contains(&id)
            || findings::names(desk.ledger, finding, ArgumentKind::Party, id.index(), &party.id)
            || own.iter().any(|statement| findings::rests_on(finding, *statement))
    });
    Page {
        kind: "party",
        id: party.id.clone(),
        title: party.name.clone(),
        sections: vec![record(desk, id), says, accusations, others, readings, found],
    }
}

fn record(desk: &Desk<'_>, id: PartyId) -> Section {
    let ledger = desk.ledger;
    let party = ledger.party(id);
    let mut section = Section::new("record", "The record");
    let kind =
        PartyKind::WORDS.iter().find(|(_, kind)| *kind == party.kind).map_or("party", |(word, _)| word);
    let kind = match party.kind {
        PartyKind::Class => "a description of several: it cannot speak".to_owned(),
        PartyKind::Outlet => "outlet: it holds what it says for itself".to_owned(),
        _ => kind.replace('-', " "),
    };
    let mut add = |label: &str, text: String| section.rows.push(Row::labelled(0, label, text));
    add("kind", kind);
    if let Some(title) = &party.title {
        add("title", title.clone());
    }
    if !party.aliases.is_empty() {
        add("also called", party.aliases.join(", "));
    }
    for membership in &party.part_of {
        let text = dated(&ledger.party(membership.party).name, membership);
        section.rows.push(Row::labelled(0, "part of", text).at(membership.span));
    }
    let latest = ledger.said().map(|(_, statement)| statement.date).max_by_key(Date::order);
    let on = latest.unwrap_or_else(|| Date::day(0));
    let root = roots::root(ledger, id, &on);
    if root != id {
        let name = &ledger.party(root).name;
        let text = format!("{name}, as of the latest statement on file ({})", on.words());
        section.rows.push(Row::labelled(0, "speaks for", text));
    }
    for part in &ledger.parties {
        for membership in part.part_of.iter().filter(|membership| membership.party == id) {
            let row = Row::labelled(0, "has for a part", dated(&part.name, membership));
            section.rows.push(row.at(membership.span));
        }
    }
    if let Some(row) = section.rows.first_mut() {
        row.at = Some(party.span);
    }
    section
}

/// A name with the office and the days of a membership.
fn dated(name: &str, membership: &Membership) -> String {
    let mut text = name.to_owned();
    if let Some(title) = &membership.title {
        text.push_str(&format!(", as {title}"));
    }
    if let Some(from) = membership.from {
        text.push_str(&format!(", from {}", from.words()));
    }
    if let Some(until) = membership.until {
        text.push_str(&format!(", until {}", until.words()));
    }
    text
}

/// Two sections: the accusations by others with the answers, and all else that others say that names it.
fn of_it(desk: &Desk<'_>, id: PartyId) -> (Section, Section) {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let mut accusations = Section::new("accusations", "What others accuse it of, and its answer");
    let mut others = Section::new("others", "What else others say that names it");
    let spoken: BTreeSet<PropositionId> = reasoning
        .positions
        .iter()
        .filter(|position| !desk.speaks_for(position.speaker, id, position.statement))
        .map(|position| position.proposition)
        .filter(|at| names(ledger, &reasoning.propositions.get(*at), ArgumentKind::Party, id.index()))
        .collect();
    for at in spoken {
        let proposition = reasoning.propositions.get(at);
        let accusation = accusation(reasoning, at).filter(|accusation| accusation.accused == id);
        let section = if accusation.is_some() { &mut accusations } else { &mut others };
        section.rows.push(desk.headline(0, &proposition));
        for sign in [Sign::Plus, Sign::Minus, Sign::None] {
            section.rows.extend(held::on(desk, at, sign, 1));
        }
        section.rows.extend(proposition::denials(desk, proposition, 1));
        section.rows.extend(held::gone(desk, at, 1));
        if let Some(accusation) = accusation.filter(|accusation| !accusation.of_description) {
            section.rows.extend(reply(desk, &accusation));
        }
    }
    (accusations, others)
}

/// The words of an accused party on the accusing statements, that it has not answered, and the requests to it.
fn reply(desk: &Desk<'_>, accusation: &Accusation<'_>) -> Vec<Row> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let name = &ledger.party(accusation.accused).name;
    let mut rows = Vec::new();
    let beside = accusation.answers.iter().filter(|answer| answer.about != About::Deed);
    for hold in beside.map(|answer| answer.hold) {
        let proposition = reasoning.propositions.get(hold.proposition);
        let long = reasoning.position(hold.base).long(ledger);
        let text =
            position::says(desk.ledger, hold.root, hold.stance, &proposition, hold.value(desk.ledger), long);
        let root = &ledger.party(hold.root).name;
        rows.push(Row { standing: Some("stands"), ..Row::labelled(1, root, text) });
        rows.push(desk.credit(2, reasoning.position(hold.base).statement, Some(hold.root)));
    }
    if !accusation.answered() {
        rows.push(Row::labelled(1, name, "has no position on this on file"));
    }
    let proposition = reasoning.propositions.get(accusation.id);
    for request in Requests::new(ledger, accusation.root, &proposition).all() {
        let date = request.date.map_or_else(|| "on a day not on file".to_owned(), |date| date.words());
        let outcome = request.outcome.as_deref().unwrap_or("no outcome on file");
        let text = format!("was asked for a reply, {date}: {}", outcome.replace('-', " "));
        rows.push(Row::labelled(1, name, text).at(request.span));
    }
    rows
}
