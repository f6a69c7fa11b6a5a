//! Who carried words to the article, and on whose word a speaker says so: "told the Herald", "citing the ministry".

use super::newcomers::Newcomers;
use super::said::nouns;
use super::said::reading::Reading;
use super::said::units::{Kind, Unit};
use super::said::who::{self, Who};
use super::{By, Statement};
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
        statement.via = via.into_iter().filter(|(by, _)| Some(*by) != own).map(|(_, id)| id).collect();
        statement.via.dedup();
        statement.citing = citing.into_iter().filter(|(by, _)| Some(*by) != own).map(|(_, id)| id).collect();
    }
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
