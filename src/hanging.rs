//! What hangs on each unverified link by itself, worked out within a bound that a check of many statements allows.

use crate::finding::{Family, Finding, Hanging, Level};
use crate::ledger::Ledger;
use crate::model::id::PredicateId;
use crate::model::proposition::Proposition;
use crate::model::stance::Sign;
use crate::reason::Reasoning;
use crate::what_if::{self, Change, Neighbours};
use crate::words;

/// Links whose neighbourhood holds more positions than this are not worked out.
const MOST_AROUND_ONE: usize = 5_000;
/// Nor are any more once so many positions have been looked at.
const MOST_IN_ALL: usize = 1_000_000;

/// Says in each finding of an unverified link what hangs on it; one on which something hangs is a warning.
pub fn work_out(reasoning: &Reasoning<'_>, findings: &mut [Finding]) {
    let premises = premise_predicates(reasoning.ledger);
    let mut links: Vec<(&mut Finding, Proposition)> = findings
        .iter_mut()
        .filter(|finding| finding.rule == "unverified-link" && finding.family == Family::UnverifiedLink)
        .filter_map(|finding| {
            let named = finding.proposition.as_deref()?;
            let proposition = crate::load::propositions::resolve_name(reasoning.ledger, named)?;
            premises.contains(&proposition.predicate).then_some((finding, proposition))
        })
        .collect();
    if links.is_empty() {
        return;
    }
    let neighbours = Neighbours::new(reasoning);
    let mut looked_at = 0;
    for (finding, proposition) in &mut links {
        let around =
            neighbours.of(reasoning, proposition, MOST_AROUND_ONE).filter(|_| looked_at <= MOST_IN_ALL);
        let Some(around) = around else {
            finding.message.push_str(" What hangs on it was not worked out: too much is said around it.");
            continue;
        };
        looked_at += around.len();
        let granted = what_if::what_if(reasoning, &around, &[*proposition], &[]);
        let held = reasoning
            .propositions
            .find(proposition)
            .is_some_and(|id| reasoning.on(id).iter().any(|hold| hold.sign() == Sign::Plus));
        let ruled_out =
            if held { what_if::what_if(reasoning, &around, &[], &[*proposition]) } else { Change::default() };
        say(reasoning.ledger, finding, &granted, &ruled_out);
    }
}

/// Predicates that can be a premise for reading anybody's words, themselves or by what they say by definition.
fn premise_predicates(ledger: &Ledger) -> Vec<PredicateId> {
    let vocabulary = &ledger.vocabulary;
    let mut premises: Vec<PredicateId> =
        ["same-event", "member-of"].iter().filter_map(|name| vocabulary.find(name)).collect();
    for rule in vocabulary.rules.iter().filter(|rule| !ledger.settings.readings_off.contains(&rule.id)) {
        premises.extend(rule.when.iter().map(|atom| atom.predicate));
    }
    let mut before = 0;
    while before < premises.len() {
        before = premises.len();
        for (id, predicate) in vocabulary.iter() {
            if !premises.contains(&id) && predicate.implies.iter().any(|implied| premises.contains(implied)) {
                premises.push(id);
            }
        }
    }
    premises
}

/// Writes into a finding what hangs on its link.
fn say(ledger: &Ledger, finding: &mut Finding, granted: &Change, ruled_out: &Change) {
    let mut sentences = Vec::new();
    let deeds: Vec<_> = granted.on_record.iter().filter(|row| row.deed && !row.reading).collect();
    let name = |root: &str| {
        ledger.parties.find(root).map_or(root, |at| ledger.parties.at(at).name.as_str()).to_owned()
    };
    for row in deeds.iter().take(3) {
        sentences.push(format!("{} would be on record: it {}", name(&row.root), row.words));
    }
    let more = granted.on_record.iter().filter(|row| !row.reading).count().saturating_sub(deeds.len().min(3));
    if more > 0 {
        sentences.push(format!(
            "{} more would follow from what is said",
            words::counted(more, "position", "positions")
        ));
    }
    let news = |found: &Finding| found.family != Family::Agreement && found.rule != "unverified-link";
    for appears in granted.appear.iter().filter(|found| news(found)).take(3) {
        sentences.push(format!("it would give: {} [{}]", appears.reading, appears.rule));
    }
    for gone in ruled_out.disappear.iter().filter(|found| news(found)).take(3) {
        sentences.push(format!("without it there would be no: {} [{}]", gone.reading, gone.rule));
    }
    let hanging = |appears: bool, found: &Finding| Hanging {
        appears,
        rule: found.rule,
        proposition: found.proposition.clone(),
    };
    finding.hangs_on = granted
        .appear
        .iter()
        .map(|found| hanging(true, found))
        .chain(granted.disappear.iter().chain(&ruled_out.disappear).map(|found| hanging(false, found)))
        .filter(|hanging| hanging.proposition != finding.proposition || hanging.rule != finding.rule)
        .collect();
    finding.hangs_on.sort();
    finding.hangs_on.dedup();
    if !sentences.is_empty() {
        finding.message.push_str(&format!(" What hangs on it: {}.", sentences.join("; ")));
        finding.level = Level::Warning;
    }
}
