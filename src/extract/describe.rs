//! What an article says of whoever is new: a kind, an office, and what it is part of.

use rustc_hash::FxHashMap;

use super::newcomers::{Newcomer, Newcomers};
use super::said::reading::Reading;
use super::said::units::{Kind, Unit};
use super::said::words;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::attribution::roles::{self, Role};

/// What the article says of those who are new: their kind, their office, and what they are part of.
pub fn describe(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>) {
    for newcomer in newcomers.all.iter_mut().filter(|one| one.list == "parties") {
        let at =
            reading.prose.sentences.partition_point(|sentence| sentence.range.end <= newcomer.words.start);
        if let Some(units) = reading.units.get(at) {
            beside(reading, units, newcomer);
        }
        if newcomer.kind.is_none() {
            newcomer.kind = by_name(&newcomer.name);
        }
        if newcomer.kind != Some("person") {
            newcomer.title = None;
        }
    }
    owned(reading, newcomers);
}

/// "Norland’s embassy" is part of Norland, also where that is new.
fn owned(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>) {
    let ids: FxHashMap<String, String> = newcomers
        .all
        .iter()
        .filter(|one| one.list == "parties")
        .map(|one| (one.name.clone(), one.id.clone()))
        .collect();
    let named = |name: &str| {
        let party = reading.ledger.parties.iter().find(|party| party.name == name);
        party.map(|party| party.id.clone()).or_else(|| ids.get(name).cloned())
    };
    for newcomer in newcomers.all.iter_mut().filter(|one| one.list == "parties" && one.part_of.is_none()) {
        let owner = newcomer.name.split_once("’s ").or_else(|| newcomer.name.split_once("'s "));
        newcomer.part_of = owner.and_then(|(owner, _)| named(owner)).filter(|id| *id != newcomer.id);
    }
}

/// What stands beside a name: "Norland’s minister ANN ORR", "ANN ORR, spokeswoman for the front,", "the armed group FRONT".
fn beside(reading: &Reading<'_>, units: &[Unit], newcomer: &mut Newcomer) {
    let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
    let text = |from: usize, to: usize| reading.text[units[from].range.start..units[to].range.end].to_owned();
    let named =
        |unit: &Unit| newcomer.words.start <= unit.range.start && unit.range.end <= newcomer.words.end;
    let inside: Vec<usize> = (0..units.len()).filter(|at| named(&units[*at])).collect();
    let name_at =
        inside.iter().copied().filter(|at| newcomer.name.contains(&reading.text[units[*at].range.clone()]));
    let name_at: Vec<usize> = name_at.collect();
    let (Some(first), Some(last)) = (name_at.first().copied(), name_at.last().copied()) else { return };
    // Before the name: words of its office, and whose it is.
    let mut from = first;
    while from > 0
        && first - from < 6
        && matches!(units[from - 1].kind, Kind::Word(_))
        && office(word(from - 1))
    {
        from -= 1;
    }
    let group = |word: &str| {
        matches!(word, "group" | "militia" | "faction" | "militants" | "rebels" | "insurgents" | "guerrillas")
    };
    if from < first {
        let title = text(from, first - 1);
        let owner = from.checked_sub(1).map(|at| units[at].kind);
        if group(word(first - 1)) {
            newcomer.kind = newcomer.kind.or(Some("armed-group"));
        } else if matches!(roles::role(word(first - 1)), Some(Role::Office)) {
            newcomer.kind = newcomer.kind.or(Some("person"));
            newcomer.title = Some(title);
        }
        if let Some(Kind::Name(Named::Party(party) | Named::Adjective(party))) = owner {
            newcomer.part_of = Some(reading.ledger.party(party).id.clone());
        }
    }
    // Behind it, between commas.
    if units.get(last + 1).is_some_and(|unit| unit.kind == Kind::Comma) {
        let mut at = last + 2;
        while determiner(word(at)) {
            at += 1;
        }
        let start = at;
        let mut head = None;
        while at < units.len() && at < start + 6 && matches!(units[at].kind, Kind::Word(_)) {
            if roles::role(word(at)).is_some() || group(word(at)) {
                head = Some(at);
            }
            if matches!(word(at), "of" | "for" | "at" | "in" | "from" | "with" | "who" | "said") {
                break;
            }
            at += 1;
        }
        let Some(head) = head else { return };
        if group(word(head)) {
            newcomer.kind = newcomer.kind.or(Some("armed-group"));
        } else if matches!(roles::role(word(head)), Some(Role::Office | Role::People))
            && one(word(start), word(head))
        {
            newcomer.kind = newcomer.kind.or(Some("person"));
            newcomer.title = newcomer.title.take().or_else(|| Some(text(start, head)));
        }
        if matches!(word(at), "of" | "for" | "at" | "from" | "with") {
            at += 1;
            while determiner(word(at)) {
                at += 1;
            }
            if let Some(Kind::Name(Named::Party(party))) = units.get(at).map(|unit| unit.kind) {
                newcomer.part_of = Some(reading.ledger.party(party).id.clone());
            }
        }
    }
}

/// False of several people: "12 people", "officials" behind a comma are no apposition to one of them.
fn one(first: &str, head: &str) -> bool {
    !first.starts_with(|letter: char| letter.is_ascii_digit())
        && head != "people"
        && !head.ends_with("men")
        && !head.ends_with('s')
}

/// Whether a word may stand in an office before a name.
fn office(word: &str) -> bool {
    roles::role(word).is_some()
        || roles::branch(word)
        || matches!(
            word,
            "prime"
                | "deputy"
                | "vice"
                | "acting"
                | "former"
                | "chief"
                | "senior"
                | "armed"
                | "militant"
                | "rebel"
                | "terrorist"
                | "group"
                | "militia"
                | "faction"
                | "extremist"
                | "islamist"
        )
}

/// The kind that the words of a name tell.
fn by_name(name: &str) -> Option<&'static str> {
    const KINDS: &[(&str, &str)] = &[
        ("outlet", words::OUTLET),
        ("body", words::BODY),
        ("organisation", words::ORGANISATION),
        ("armed-group", words::ARMED_GROUP),
    ];
    let lower = name.to_lowercase();
    KINDS
        .iter()
        .find(|(_, own)| lower.split_whitespace().any(|word| words::listed(own, word)))
        .map(|(kind, _)| *kind)
}
