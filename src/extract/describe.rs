//! What an article says of whoever is new: a kind, an office, and what it is part of.

use super::beside::Beside;
use super::newcomers::{Newcomer, Newcomers};
use super::owners::{Owner, named};
use super::said::reading::Reading;
use super::said::units::Unit;
use super::said::words;
use crate::attribution::roles::{self, Role};

/// What the article says of those who are new: their kind, their office, and what they are part of.
pub fn describe(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>) {
    let mut at = 0;
    // Whoever somebody is part of may be new as well, and comes behind.
    while at < newcomers.all.len() {
        if newcomers.all[at].list == "parties" {
            let owner = one(reading, &mut newcomers.all[at]);
            if let Some(owner) = owner.filter(|_| newcomers.all[at].part_of.is_none()) {
                let whole = owner.id(reading, newcomers);
                newcomers.all[at].part_of = whole.filter(|id| *id != newcomers.all[at].id);
            }
        }
        at += 1;
    }
}

/// What an article says of one that is new; gives whoever it is part of, where that is named.
fn one(reading: &Reading<'_>, newcomer: &mut Newcomer) -> Option<Owner> {
    let at = reading.prose.sentences.partition_point(|sentence| sentence.range.end <= newcomer.words.start);
    let beside = reading.units.get(at).and_then(|units| beside(reading, units, newcomer));
    let named = named(reading, newcomer);
    if newcomer.kind.is_none() {
        newcomer.kind = by_name(&newcomer.name);
    }
    // "Norland’s Foreign Minister" is one, and "Norland’s foreign ministry" is not.
    let last = newcomer.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if newcomer.kind.is_none() && named.is_some() && matches!(roles::role(&last), Some(Role::Office)) {
        newcomer.kind = Some("person");
    }
    if newcomer.kind != Some("person") {
        newcomer.title = None;
    }
    beside.or(named)
}

/// What stands beside a name: "Norland’s minister ANN ORR", "ANN ORR, spokeswoman for the front,", "the armed group FRONT".
/// Gives whoever it is part of.
fn beside(reading: &Reading<'_>, units: &[Unit], newcomer: &mut Newcomer) -> Option<Owner> {
    let own = |unit: &Unit| newcomer.words.start <= unit.range.start && unit.range.end <= newcomer.words.end;
    let inside: Vec<usize> = (0..units.len()).filter(|at| own(&units[*at])).collect();
    let name_at =
        inside.iter().copied().filter(|at| newcomer.name.contains(&reading.text[units[*at].range.clone()]));
    let name_at: Vec<usize> = name_at.collect();
    let (first, last) = (name_at.first().copied()?, name_at.last().copied()?);
    let beside = Beside { reading, units };
    let before = beside.before(first, newcomer);
    beside.behind(last, newcomer).or(before).or_else(|| beside.of(last, newcomer))
}

/// The kind that the words of a name tell.
pub(super) fn by_name(name: &str) -> Option<&'static str> {
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
