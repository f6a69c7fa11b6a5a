//! `gainsay parties --suggest`: names that may be one, names that are not, and ten thousand of them.

#![allow(clippy::unwrap_used, clippy::format_push_string, clippy::format_collect, reason = "a test may")]

use crate::common;

use std::time::{Duration, Instant};

use gainsay::reason::namesakes::namesakes;

/// Groups of ids for a store of these parties.
fn groups(parties: &str) -> Vec<Vec<String>> {
    let ledger = common::one_file(&format!("parties:\n{parties}")).ledger;
    let id = |party: &gainsay::ledger::model::id::PartyId| ledger.party(*party).id.clone();
    namesakes(&ledger).iter().map(|group| group.parties.iter().map(id).collect()).collect()
}

#[test]
fn names_that_may_be_one() {
    for (what, parties) in [
        ("an article and case", "  - {id: a, name: the Coast Front}\n  - {id: b, name: Coast FRONT}\n"),
        ("the order of words", "  - {id: a, name: 'Front, Coast'}\n  - {id: b, name: Coast Front}\n"),
        ("accents", "  - {id: a, name: Côte d’Ara}\n  - {id: b, name: Cote d'Ara}\n"),
        ("a slip", "  - {id: a, name: Marsh Raiders}\n  - {id: b, name: Marsh Raidres}\n"),
        (
            "initials",
            "  - {id: a, name: Coast Defence Forces, kind: body}\n  - {id: b, name: CDF, kind: body}\n",
        ),
        (
            "a first name",
            "  - {id: a, name: J. Lind, kind: person}\n  - {id: b, name: Jonas Lind, kind: person}\n",
        ),
        (
            "an alias",
            "  - {id: a, name: X, aliases: [the Marsh Raiders]}\n  - {id: b, name: Marsh Raiders}\n",
        ),
    ] {
        assert_eq!(groups(parties), [["a", "b"]], "{what}");
    }
    let three = "  - {id: c, name: Coast Front}\n  - {id: a, name: the Coast Front}\n  - {id: b, name: Coast Frount}\n";
    assert_eq!(groups(three), [["a", "b", "c"]]);
}

#[test]
fn many_names_alike_are_a_group_too() {
    let same: String = (0..90).map(|at| format!("  - {{id: p{at:02}, name: Coast Front}}\n")).collect();
    assert_eq!(groups(&same).iter().map(Vec::len).collect::<Vec<_>>(), [90]);
    // Among a hundred of one last word those that are spelt alike are still found.
    let mut family: String = (0..100u8)
        .map(|at| {
            format!(
                "  - {{id: q{at:02}, name: {}{}andro Lind, kind: person}}\n",
                (b'a' + at % 26) as char,
                (b'a' + at / 26) as char
            )
        })
        .collect();
    family.push_str(
        "  - {id: one, name: Theodoros Lind, kind: person}\n  - {id: two, name: Theodorus Lind, kind: person}\n",
    );
    let found = groups(&family);
    assert!(
        found.iter().any(|group| group.contains(&"one".to_owned()) && group.contains(&"two".to_owned())),
        "{found:?}"
    );
}

#[test]
fn names_that_are_not() {
    for (what, parties) in [
        ("numbers", "  - {id: a, name: 1st Coast Brigade}\n  - {id: b, name: 2nd Coast Brigade}\n"),
        ("kinds", "  - {id: a, name: Norland, kind: state}\n  - {id: b, name: Norland, kind: outlet}\n"),
        ("a part", "  - {id: a, name: Coast Front}\n  - {id: b, name: the Coast Front, part-of: a}\n"),
        (
            "a family",
            "  - {id: a, name: Mara Lind, kind: person}\n  - {id: b, name: Jonas Lind, kind: person}\n",
        ),
        ("short names", "  - {id: a, name: Iro}\n  - {id: b, name: Ira}\n"),
        (
            "one word in two",
            "  - {id: a, name: Ministry of Defence}\n  - {id: b, name: Ministry of Finance}\n",
        ),
    ] {
        assert!(groups(parties).is_empty(), "{what}");
    }
}

#[test]
fn ten_thousand_parties_take_a_moment() {
    let heads =
        ["Coast", "Marsh", "River", "Quay", "Delta", "Harbour", "Upland", "Border", "Island", "Forest"];
    let tails =
        ["Front", "Brigade", "Ministry", "Council", "Guard", "Post", "Union", "League", "Office", "Watch"];
    let mut parties = String::new();
    for at in 0..10_000_usize {
        let (head, tail) = (heads[at % 10], tails[at / 10 % 10]);
        // A middle word of its own, of letters that differ much from one to the next.
        let letters: String = (0..6)
            .map(|place| char::from(b'a' + u8::try_from(at * 7919 / 26_usize.pow(place) % 26).unwrap()))
            .collect();
        parties.push_str(&format!("  - {{id: p{at}, name: {head} {letters} {tail}}}\n"));
    }
    parties.push_str("  - {id: z1, name: the Zephyr Alliance}\n  - {id: z2, name: Zephyr Aliance}\n");
    let ledger = common::one_file(&format!("parties:\n{parties}")).ledger;
    let begin = Instant::now();
    let found = namesakes(&ledger);
    let took = begin.elapsed();
    let last = found.last().unwrap();
    assert_eq!(
        last.parties.iter().map(|party| ledger.party(*party).id.as_str()).collect::<Vec<_>>(),
        ["z1", "z2"]
    );
    // Unoptimised, on a machine that has other work to do.
    assert!(took < Duration::from_secs(30), "{took:?}");
}
