//! Who carried words to the article, and on whose word a speaker says so: "told the Herald", "citing the ministry", "Norland said
//! that Sudria had denied it".

use std::ops::Range;

use super::newcomers::Newcomers;
use super::said::nouns;
use super::said::reading::Reading;
use super::said::units::{Kind, Unit};
use super::said::who::{self, Who};
use super::{By, Statement, people};
use crate::attribution::names::Named;
use crate::ledger::model::party::PartyKind;

/// Enters carriers and those who are cited into statements.
pub fn enter(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>, statements: &mut [Statement]) {
    for statement in statements {
        let units = &reading.units[statement.sentence];
        let outside = |unit: &Unit| !statement.says(&unit.range);
        let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
        let own = statement.speaker.as_ref().map(|speaker| speaker.by);
        let mut via = Vec::new();
        let mut citing = Vec::new();
        for at in 0..units.len() {
            if !matches!(units[at].kind, Kind::Word(_)) || !outside(&units[at]) {
                continue;
            }
            let told = matches!(word(at), "told" | "telling" | "tells")
                && statement.cue.as_ref().is_none_or(|cue| {
                    cue.start <= units[at].range.start && units[at].range.end <= cue.end.max(cue.start + 40)
                });
            let interview = word(at) == "interview" && matches!(word(at + 1), "with" | "to" | "on");
            let on = word(at) == "on" && at > 0;
            if told || interview || on {
                let from = if interview { at + 2 } else { at + 1 };
                via.extend(outlet(reading, newcomers, units, from, told || interview));
            }
            if word(at) == "citing" {
                let end = nouns::end(reading.words, units, at + 1);
                for who in who::who(reading.words, units, at + 1..end) {
                    citing.extend(match who {
                        Who::Party(party) => Some((By::Party(party), reading.ledger.party(party).id.clone())),
                        Who::New(range) => {
                            let at = newcomers.named("parties", &reading.text[range.clone()], range);
                            Some((By::New(at), newcomers.all[at].id.clone()))
                        }
                        _ => None,
                    });
                }
            }
        }
        let mut carried = around(reading, newcomers, statement);
        carried.extend(via);
        let via = carried;
        statement.via = via.into_iter().filter(|(by, _)| Some(*by) != own).map(|(_, id)| id).collect();
        statement.via.dedup();
        statement.citing = citing.into_iter().filter(|(by, _)| Some(*by) != own).map(|(_, id)| id).collect();
    }
}

/// Those in whose words a statement stands, the nearest first: "Norland said that Sudria had denied it". Whoever has no id
/// carries nothing.
fn around(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>, statement: &Statement) -> Vec<(By, String)> {
    let Some(own) = statement.cue.clone().or_else(|| statement.pieces.first().cloned()) else {
        return Vec::new();
    };
    let length = |at: &usize| reading.attributions[*at].pieces.iter().map(Range::len).sum::<usize>();
    let mut outer: Vec<usize> = reading.by_sentence[statement.sentence]
        .iter()
        .copied()
        .filter(|at| {
            let attribution = &reading.attributions[*at];
            let mut pieces = attribution.pieces.iter();
            let holds = pieces.any(|piece| piece.start <= own.start && own.end <= piece.end);
            let said = statement.pieces.iter().map(Range::len).sum::<usize>();
            holds && attribution.cue != statement.cue && (statement.cue.is_some() || length(at) > said)
        })
        .collect();
    outer.sort_by_key(length);
    let quoting = quoting(reading, newcomers, statement, &own);
    let outer = outer.into_iter().filter_map(|at| {
        let source = reading.attributions[at].source.as_ref()?;
        let by = people::speaker(reading, newcomers, statement.sentence, source).by;
        named(reading, newcomers, by)
    });
    quoting.into_iter().chain(outer).collect()
}

/// Whoever quotes the speaker of some words: "Orr quoted Brandt as saying".
fn quoting(
    reading: &Reading<'_>,
    newcomers: &mut Newcomers<'_>,
    statement: &Statement,
    own: &Range<usize>,
) -> Option<(By, String)> {
    if !reading.text[..own.start].trim_end().ends_with(" as") {
        return None;
    }
    let verbs = &reading.prose.speakers.cues[statement.sentence];
    let quotes = |range: &Range<usize>| {
        let word = reading.text[range.clone()].to_lowercase();
        range.end <= own.start
            && (word.starts_with("quot") || matches!(word.as_str(), "cited" | "cites" | "citing"))
    };
    let verb = verbs
        .iter()
        .rfind(|verb| reading.item_range(statement.sentence, verb.at).is_some_and(|range| quotes(&range)))?;
    let by = people::meant(reading, newcomers, verb.subject.as_ref()?).by;
    named(reading, newcomers, by)
}

/// Somebody with the id; none of somebody whom nobody knows.
fn named(reading: &Reading<'_>, newcomers: &Newcomers<'_>, by: By) -> Option<(By, String)> {
    let id = match by {
        By::Party(party) => reading.ledger.party(party).id.clone(),
        By::New(at) => newcomers.all[at].id.clone(),
        By::Unknown => return None,
    };
    Some((by, id))
}

/// The outlet named at a place; one that is not on file only where it is told something, and its name says what it is.
fn outlet(
    reading: &Reading<'_>,
    newcomers: &mut Newcomers<'_>,
    units: &[Unit],
    from: usize,
    told: bool,
) -> Option<(By, String)> {
    let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
    let mut at = from;
    while matches!(
        word(at),
        "the"
            | "state"
            | "news"
            | "agency"
            | "newspaper"
            | "broadcaster"
            | "television"
            | "channel"
            | "daily"
    ) {
        at += 1;
    }
    match units.get(at)?.kind {
        Kind::Name(Named::Party(party)) if reading.ledger.party(party).kind == PartyKind::Outlet => {
            Some((By::Party(party), reading.ledger.party(party).id.clone()))
        }
        Kind::Word(true) if told => {
            let end = (at..units.len())
                .find(|at| !matches!(units[*at].kind, Kind::Word(true)))
                .unwrap_or(units.len());
            let range = units[at].range.start..units[end - 1].range.end;
            let name = &reading.text[range.clone()];
            let known = AGENCIES.contains(&name)
                || name.split(' ').next_back().is_some_and(|last| {
                    matches!(
                        last,
                        "Times"
                            | "Post"
                            | "News"
                            | "TV"
                            | "Television"
                            | "Radio"
                            | "Press"
                            | "Herald"
                            | "Journal"
                            | "Tribune"
                    )
                });
            known.then(|| {
                let at = newcomers.named("parties", name, range);
                newcomers.all[at].kind = Some("outlet");
                (By::New(at), newcomers.all[at].id.clone())
            })
        }
        _ => None,
    }
}

/// Outlets whose names do not say that they are one.
const AGENCIES: &[&str] = &[
    "Reuters",
    "AFP",
    "AP",
    "BBC",
    "CNN",
    "TASS",
    "Xinhua",
    "Interfax",
    "NBC",
    "CBS",
    "ABC",
    "ITV",
    "NPR",
    "DPA",
    "ANSA",
    "EFE",
    "MSNBC",
    "PBS",
    "Al Jazeera",
    "Bloomberg",
    "CNBC",
    "RT",
    "NHK",
    "CBC",
    "RTE",
    "ZDF",
    "ARD",
    "RIA Novosti",
    "IRNA",
    "SANA",
];
