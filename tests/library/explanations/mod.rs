//! The law of explanations: whatever is derived is replayed step by step from the positions it starts from, and comes
//! out the same; and every derived side of a finding says how it follows, from a statement of that finding.

mod replay;
mod stores;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use self::stores::{RECORD, STORES};
use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::ledger::model::stance::Stance;
use gainsay::read::{self, Loaded, Text};
use gainsay::reason::Reasoning;
use gainsay::reason::further::Further;
use gainsay::reason::position::{Hold, PositionId, Reason, Step};
use gainsay::rules;
use gainsay::rules::finding::Family;

fn names() -> Vec<&'static str> {
    rules::names().into_iter().chain(Family::ALL.map(Family::plural)).collect()
}

fn store(statements: &str) -> Loaded {
    let text = format!("{RECORD}\nstatements:{statements}\n");
    let loaded = read::texts(vec![Text { path: "claims/a.yaml".to_owned(), content: Ok(text) }], &names());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded
}

fn named(name: &str) -> Loaded {
    store(STORES.iter().find(|(other, _)| *other == name).unwrap().1)
}

/// Our own stores and, where they are, all case folders.
fn all() -> Vec<(String, Loaded)> {
    let mut all: Vec<(String, Loaded)> =
        STORES.iter().map(|(name, text)| ((*name).to_owned(), store(text))).collect();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for rule in folders(&cases) {
        for case in folders(&rule) {
            if let Ok(loaded) = read::store(&case.join("claims"), &names()) {
                all.push((case.display().to_string(), loaded));
            }
        }
    }
    all
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

#[test]
fn whatever_is_held_is_replayed_from_its_base() {
    for (name, loaded) in all() {
        let reasoning = Reasoning::new(&loaded.ledger);
        for hold in &reasoning.holds {
            if let Err(wrong) = replay::hold(&reasoning, hold, &reasoning.way(hold)) {
                panic!("{name}: {wrong}\n{hold:?}");
            }
        }
        for reading in &reasoning.readings {
            if let Err(wrong) = replay::reading(&reasoning, reading) {
                panic!("{name}: {wrong}\n{reading:?}");
            }
        }
    }
}

#[test]
fn every_derived_side_says_how_it_follows() {
    let mut derived = 0;
    for (name, loaded) in all() {
        let report = check(&loaded.ledger, &loaded.problems, &Options::default());
        for finding in &report.findings {
            let ids: Vec<&str> =
                finding.statements.iter().map(|id| loaded.ledger.statement(*id).id.as_str()).collect();
            for side in finding.sides.iter().filter(|side| side.derived) {
                derived += 1;
                let first = side.way.first().map(String::as_str).unwrap_or_default();
                let named = ids.iter().any(|id| first.starts_with(&format!("{id}: ")));
                assert!(named, "{name}: {} of {ids:?}: {:?}", finding.rule.id, side.way);
                assert!(side.way.iter().any(|line| line.starts_with("so, ")), "{name}: {:?}", side.way);
            }
        }
    }
    assert!(derived >= 8, "only {derived} derived sides: the stores test nothing");
}

#[test]
fn the_stores_take_every_kind_of_step() {
    let mut taken = BTreeSet::new();
    let (mut readings, mut hedged) = (0, 0);
    for (_, text) in STORES {
        let loaded = store(text);
        let reasoning = Reasoning::new(&loaded.ledger);
        taken.extend(reasoning.holds.iter().flat_map(|hold| reasoning.way(hold)).map(|step| step.reason));
        readings += reasoning.readings.len();
        hedged += reasoning.holds.iter().filter(|hold| !hold.stated() && !hold.stance.certain()).count();
    }
    let all = [
        Reason::Implies,
        Reason::Happening,
        Reason::Whole,
        Reason::Member,
        Reason::SameEvent,
        Reason::Transitive,
    ];
    assert_eq!(taken, BTreeSet::from(all));
    assert!(readings > 0 && hedged > 0, "{readings} readings, {hedged} hedged");
}

#[test]
fn what_fell_away_carries_nothing() {
    for name in ["superseded-premise", "withdrawn-premise"] {
        let loaded = named(name);
        let reasoning = Reasoning::new(&loaded.ledger);
        let helped = |hold: &&Hold| !reasoning.further(hold).is_empty();
        assert_eq!(reasoning.holds.iter().find(helped), None, "{name}");
    }
}

/// Spoils the first hold of a store that takes such a step; the replayer must notice.
fn noticed(name: &str, reason: Reason, spoil: impl Fn(&mut Hold, &mut Vec<Step>, &Reasoning<'_>)) {
    let loaded = named(name);
    let reasoning = Reasoning::new(&loaded.ledger);
    let takes = |hold: &&Hold| reasoning.way(hold).iter().any(|step| step.reason == reason);
    let mut hold = *reasoning.holds.iter().find(takes).unwrap();
    let mut way = reasoning.way(&hold);
    assert_eq!(replay::hold(&reasoning, &hold, &way), Ok(()));
    spoil(&mut hold, &mut way, &reasoning);
    assert!(replay::hold(&reasoning, &hold, &way).is_err(), "{name}: not noticed: {hold:?} by {way:?}");
}

/// The first position of another root.
fn foreign(hold: &Hold, reasoning: &Reasoning<'_>) -> PositionId {
    let at = reasoning.positions.iter().position(|position| position.root != hold.root).unwrap();
    PositionId(u32::try_from(at).unwrap())
}

#[test]
fn the_replayer_notices_what_is_wrong() {
    let kinds = [
        ("implies", Reason::Implies),
        ("happening", Reason::Happening),
        ("whole", Reason::Whole),
        ("member", Reason::Member),
        ("same-event", Reason::SameEvent),
        ("transitive", Reason::Transitive),
    ];
    for (name, reason) in kinds {
        noticed(name, reason, |_, way, _| way.clear());
        noticed(name, reason, |hold, _, reasoning| hold.base = foreign(hold, reasoning));
        noticed(name, reason, |hold, _, _| hold.stance = Stance::of(hold.sign(), !hold.stance.certain()));
        noticed(name, reason, |hold, _, reasoning| {
            hold.proposition = reasoning.position(hold.base).proposition;
        });
        noticed(name, reason, |hold, way, reasoning| {
            let base = reasoning.position(hold.base).proposition;
            let step = way.iter_mut().find(|step| step.reason == reason).unwrap();
            (step.to, hold.proposition) = (base, base);
            // A step to where it began is none; what came after it no longer follows from it.
            step.reason = if reason == Reason::Implies { Reason::Whole } else { Reason::Implies };
        });
    }
    for (name, reason) in &kinds[3..] {
        let lame = |way: &mut [Step]| way.iter_mut().for_each(|step| step.with = Further::default());
        noticed(name, *reason, |_, way, _| lame(way));
        noticed(name, *reason, |hold, way, reasoning| {
            let foreign = foreign(hold, reasoning);
            for step in way {
                step.with = Further::Listed(vec![foreign; step.with.len()]);
            }
        });
    }
}
