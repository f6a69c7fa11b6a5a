//! The page of a statement: who said it, when, where we read it, its words and positions, and what became of these.

use super::desk::{Desk, names};
use super::{findings, said, source};
use crate::layout::position;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::statement::{Cited, Statement};
use crate::ledger::roots::{self, Voice};
use crate::ledger::words;
use crate::reason::same_words::SameWords;
use crate::rules::compose;
use crate::views::page::{Page, Row, Section};

/// Meanings of the grades of information (Admiralty).
const CREDIBILITY: [&str; 6] =
    ["confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"];

/// The page.
pub(super) fn page(desk: &Desk<'_>, id: StatementId) -> Page {
    let statement = desk.ledger.statement(id);
    let name = if statement.on_record() { words::said_on } else { words::statement_name };
    let title = words::capital(&name(desk.ledger, id));
    let mut says = Section::new("positions", "What it says, and what became of it");
    says.rows = said::positions(desk, id, 0, true);
    if says.rows.is_empty() && statement.on_record() {
        says.rows.push(Row::text(0, "no position is recorded"));
    }
    let found = findings::section(desk, Some(statement.span), |finding| findings::rests_on(finding, id));
    Page {
        kind: "statement",
        id: statement.id.clone(),
        title,
        sections: vec![record(desk, id), says, ties(desk, id), origin(desk, id), found],
    }
}

fn record(desk: &Desk<'_>, id: StatementId) -> Section {
    let ledger = desk.ledger;
    let statement = ledger.statement(id);
    let mut section = Section::new("record", "The record");
    if !statement.on_record() {
        let text = "set aside: it has no speaker that could be read, and takes part in nothing";
        section.rows.push(Row::text(0, text).at(statement.span));
        return section;
    }
    for speaker in &statement.by {
        speaks(desk, id, *speaker, &mut section.rows);
    }
    let mut add = |label: &str, text: String| section.rows.push(Row::labelled(0, label, text));
    add("date", statement.date.words());
    if let Some(capacity) = statement.capacity {
        add("speaks for", ledger.party(capacity).name.clone());
    }
    if !statement.via.is_empty() {
        let carriers: Vec<String> = statement.via.iter().map(|via| words::carrier(ledger, via)).collect();
        add("carried by", format!("{}, nearest to the speaker first", words::list(&carriers)));
    }
    let cited: Vec<String> = statement.citing.iter().map(|cited| cited_words(desk, *cited)).collect();
    if !cited.is_empty() {
        add("on the word of", words::list(&cited));
    }
    if let Some(basis) = position::basis(statement) {
        add("says it rests on", basis);
    }
    if let Some(condition) = &statement.condition {
        add("on condition", format!("“{condition}”: its positions are listed, and never compared"));
    }
    let quote = desk.reasoning.ledger.quotes(statement).map(|words| format!("“{words}”"));
    add(
        "words",
        if statement.quote.is_empty() {
            "none on file".to_owned()
        } else if statement.quoted_in_parts() {
            "those of its positions alone, each below".to_owned()
        } else {
            quote.collect::<Vec<_>>().join(" … ")
        },
    );
    if let Some(note) = &statement.note {
        add("note", note.clone());
    }
    if let Some(grade) = statement.credibility {
        let meaning = CREDIBILITY.get(usize::from(grade).wrapping_sub(1)).unwrap_or(&"unknown");
        add("credibility", format!("{grade}, {meaning}"));
    }
    for check in &statement.checked {
        let on = check.date.map_or_else(String::new, |date| format!(", {}", date.words()));
        add("checked by", format!("{}{on}", check.by));
    }
    read_in(desk, statement, &mut section.rows);
    if let Some(row) = section.rows.first_mut() {
        row.at = Some(statement.span);
    }
    section
}

/// Adds rows on who speaks, for which root, and in which voice.
fn speaks(desk: &Desk<'_>, id: StatementId, speaker: PartyId, rows: &mut Vec<Row>) {
    let ledger = desk.ledger;
    let statement = ledger.statement(id);
    let party = ledger.party(speaker);
    let root = roots::spoken_for(ledger, statement, speaker);
    let name = |id: PartyId| ledger.party(id).name.clone();
    let text = match &statement.anonymous {
        Some(described) => format!("an unnamed speaker of {}, described as “{described}”", party.name),
        None => match title(desk, speaker, statement) {
            Some(title) => format!("{}, {title}", party.name),
            None => party.name.clone(),
        },
    };
    rows.push(Row::labelled(0, "said by", text));
    let mut text = name(root);
    match (&statement.anonymous, roots::spoken_in(ledger, statement, speaker)) {
        (Some(_), _) | (_, Voice::Unnamed(_)) => text.push_str(", in a voice that is nobody else's"),
        (None, Voice::Party(voice)) if voice != root => {
            text.push_str(&format!(", in the voice of {}", name(voice)));
        }
        _ => {}
    }
    rows.push(Row::labelled(0, "held by", text));
    if crate::reason::spoken::hearsay(ledger, statement, root) {
        let text = "the words reach us only through another party: they supersede nothing, answer nothing, \
                    bear nothing out";
        rows.push(Row::labelled(0, "hearsay", text));
    }
}

/// The office that a speaker held that day, or else the title on record; none where neither is known.
fn title(desk: &Desk<'_>, speaker: PartyId, statement: &Statement) -> Option<String> {
    let party = desk.ledger.party(speaker);
    let whole = roots::whole(desk.ledger, speaker, &statement.date);
    let mut held = party.part_of.iter().filter(|membership| Some(membership.party) == whole);
    held.find_map(|membership| membership.title.clone()).or_else(|| party.title.clone())
}

fn cited_words(desk: &Desk<'_>, cited: Cited) -> String {
    match cited {
        Cited::Party(party) => desk.ledger.party(party).name.clone(),
        Cited::Statement(id) => words::statement_name(desk.ledger, id),
    }
}

fn read_in(desk: &Desk<'_>, statement: &Statement, rows: &mut Vec<Row>) {
    let Some(id) = statement.source else {
        rows.push(Row::labelled(0, "read in", "no source on file"));
        return;
    };
    let source = desk.ledger.source(id);
    let place = statement.locator.as_ref().map_or(String::new(), |locator| format!(", {locator}"));
    rows.push(Row::labelled(0, "read in", format!("{}{place}", source::name(desk, id))).at(source.span));
    rows.extend(source.url.iter().map(|url| Row::labelled(0, "address", url)));
    for (label, date) in [("corrected", source.corrected), ("withdrawn", source.withdrawn)] {
        rows.extend(date.map(|date| Row::labelled(0, format!("source {label}"), date.words())));
    }
    for evidence in &statement.evidence {
        let row = Row::labelled(0, "borne out by", source::name(desk, *evidence));
        rows.push(row.at(desk.ledger.source(*evidence).span));
    }
}

/// The section on statements that answer, withdraw, repeat or cite it, on those to which it does so, and on who calls
/// it accurate or not.
fn ties(desk: &Desk<'_>, id: StatementId) -> Section {
    let statement = desk.ledger.statement(id);
    let mut section = Section::new("ties", "What it has to do with other statements");
    let mut add = |label: &str, others: Vec<StatementId>| {
        let on_record = |other: &StatementId| desk.ledger.statement(*other).on_record();
        for other in desk.by_date(others.into_iter().filter(on_record).collect()) {
            let mut row = desk.credit(0, other, None);
            label.clone_into(&mut row.label);
            section.rows.push(row);
        }
    };
    let of = |tied: &dyn Fn(&Statement) -> bool| -> Vec<StatementId> {
        desk.statements().filter(|other| tied(desk.ledger.statement(*other))).collect()
    };
    add("answers", statement.answers.to_vec());
    add("answered by", of(&|other| other.answers.contains(&id)));
    let withdraws = |id: StatementId, target: StatementId| {
        let statement = desk.ledger.statement(target);
        let mut roots = statement.by.iter().map(|by| roots::spoken_for(desk.ledger, statement, *by));
        roots.any(|root| desk.reasoning.withdrawn_by(target, root).contains(&id))
    };
    let (effective, idle) = statement.retracts.iter().partition(|target| withdraws(id, **target));
    add("withdraws", effective);
    add("does not withdraw", idle);
    let (effective, idle) =
        of(&|other| other.retracts.contains(&id)).into_iter().partition(|other| withdraws(*other, id));
    add("withdrawn by", effective);
    add("not withdrawn by", idle);
    let mut same = of(&|other| other.same_as.contains(&id));
    same.extend(&statement.same_as);
    add("same words as", same);
    add("cited by", of(&|other| other.citing.contains(&Cited::Statement(id))));
    for position in &desk.reasoning.positions {
        let proposition = desk.reasoning.propositions.get(position.proposition);
        if position.tacit || !names(desk.ledger, &proposition, ArgumentKind::Statement, id.index()) {
            continue;
        }
        let text = position::says(desk.ledger, position.root, position.stance, &proposition, None, None);
        let row = Row::labelled(0, &desk.ledger.party(position.root).name, text).at(position.span);
        section.rows.push(row);
    }
    section
}

/// The section on the roots on whose word it rests, and on other reports of the same words.
fn origin(desk: &Desk<'_>, id: StatementId) -> Section {
    let mut section = Section::new("origin", "On whose word it rests");
    if !desk.ledger.statement(id).on_record() {
        return section;
    }
    let origins = desk.reasoning.origins(id);
    let names = words::parties(desk.ledger, &compose::sorted_roots(desk.ledger, origins.iter().copied()));
    let same = SameWords::new(desk.ledger);
    let others = desk.statements().filter(|other| *other != id && same.first(*other) == same.first(id));
    let more = match others.count() {
        0 => String::new(),
        count => format!(", as {} of the same words", words::counted(count, "other report", "other reports")),
    };
    section.rows.push(Row::text(0, format!("{names}: however often it is repeated, one origin{more}")));
    section
}
