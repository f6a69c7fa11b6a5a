//! `gainsay show`: each kind of page says what touches its subject, marks what no longer stands, and derives nothing
//! without its way.

use crate::common::page::{STORE, loaded, shown, text};
use gainsay::reason::Reasoning;

#[track_caller]
fn says(text: &str, all: &[&str]) {
    for one in all {
        assert!(text.contains(one), "missing: {one}\n{text}");
    }
}

#[test]
fn the_store_is_sound() {
    assert!(loaded(STORE).problems.is_empty(), "{:?}", loaded(STORE).problems);
}

#[test]
fn a_statement_says_who_where_and_what_follows() {
    says(
        &text("ann-says"),
        &[
            "[statement ann-says]",
            "said by Ann Hale, spokeswoman claims/quay.yaml:",
            "held by Norland, in the voice of Norland Navy",
            "“it was the front, armed by Vardia”",
            "read in The Wire, “Fire at the quay”, 3 May 2031 (`wire-1`), paragraph 2",
            "address https://wire.example/1",
            "credibility 2, probably true",
            "says that Free Front carried out the quay fire: stands",
            "so, by definition: Free Front was involved in the quay fire involved-in(front, fire)",
            "so, by definition: the quay fire happened happened(fire)",
            "navy-ties: says that the blast and the quay fire are the same event; so, since, in its own words, the \
             events are one: Free Front carried out the blast carried-out(front, blast)",
            "Norland says that what Ann Hale said on 2 May 2031 (`ann-says`) is accurate, by speaking: stands",
            "answered by vardia-denies: Vardia, 3 May 2031",
            "Vardia denies that what Ann Hale said",
            "Norland: however often it is repeated, one origin",
            "[direct-contradiction]",
        ],
    );
    says(&text("told"), &["hearsay the words reach us only through another party", "carried by Estia"]);
    says(&text("unnamed"), &["an unnamed speaker of Norland, described as “a senior official”"]);
    says(
        &text("warning"),
        &["on condition “the attacks go on”", "on a condition, never compared: says that Norland"],
    );
    says(&text("navy-ties"), &["ann-says: says that Free Front carried out the quay fire; navy-ties: says"]);
}

#[test]
fn what_no_longer_stands_is_marked_everywhere() {
    let superseded = "superseded on 2 May 2031 by `front-recants`, which denies that Free Front was involved";
    let withdrawn = "withdrawn by `estia-withdraws` on 4 May 2031";
    for (id, what) in [
        ("front-claims", superseded),
        ("front", superseded),
        ("fire", superseded),
        ("carried-out(front, fire)", superseded),
        ("estia-toll", withdrawn),
        ("killed(fire)", withdrawn),
        ("fire", withdrawn),
    ] {
        says(&text(id), &[what]);
    }
    // The count of the same statement was not spoken of again, and stands.
    says(&text("front-claims"), &["says that 3 were killed in the quay fire: stands"]);
    let (_, pages) = shown(STORE, "carried-out(front, fire)");
    let rows = |key: &str| -> Vec<_> {
        let section = pages[0].sections.iter().find(|section| section.key == key).unwrap();
        section.rows.iter().filter_map(|row| row.statement.as_deref()).collect()
    };
    assert_eq!(rows("plus"), ["ann-says"], "what was superseded is not among what is held");
    assert_eq!(rows("gone"), ["front-claims"]);
}

#[test]
fn a_party_says_what_it_is_what_it_says_and_what_is_laid_on_it() {
    let page = text("vardia");
    says(
        &page,
        &[
            "Vardia [party vardia]",
            "kind state",
            "vardia-denies: Vardia, 3 May 2031",
            "What others accuse it of, and its answer",
            "Whether Vardia arms Free Front arms(vardia, front)",
            "Norland says that Vardia arms Free Front",
            "Vardia denies that what Ann Hale said on 2 May 2031 (`ann-says`) is accurate",
        ],
    );
    says(
        &text("norland"),
        &["also called the North", "has for a part Norland Navy", "may be read as saying that Vardia"],
    );
    says(
        &text("ann"),
        &["part of Norland Navy, as spokeswoman, from 1 Jan 2031, until 31 Dec 2031", "speaks for Norland"],
    );
    assert!(!page.contains("Vardia has no position"), "it called the statement inaccurate");
    let (_, pages) = shown(&STORE.replace(", 'accurate(ann-says)'", ""), "vardia");
    let rows = pages[0].sections.iter().flat_map(|section| &section.rows);
    assert_eq!(rows.filter(|row| row.text == "has no position on this on file").count(), 1);
    let asked = "  - {id: none, by: estia, date: 2031-05-01}\nrequests: [{to: vardia, about: ['arms(vardia, front)'], \
                 date: 2031-05-05, outcome: no-reply}]\n";
    let (_, pages) = shown(&format!("{STORE}{asked}"), "vardia");
    let mut rows = pages[0].sections.iter().flat_map(|section| &section.rows);
    assert!(rows.any(|row| row.text == "was asked for a reply, 5 May 2031: no reply"));
    // A denial of any involvement answers an accusation of more.
    says(
        &text("front"),
        &["Free Front by definition, denies it: denies that Free Front was involved in the quay fire"],
    );
    assert!(!text("front").contains("Free Front has no position"), "{}", text("front"));
}

#[test]
fn an_event_a_source_a_place_and_a_topic_say_what_touches_them() {
    says(
        &text("fire"),
        &[
            "The quay fire [event fire]",
            "place the old quay, within Estia",
            "targets and belligerents Estia",
            "Who did it?",
            "How many were killed in the quay fire killed(fire)",
            "One event or several?",
            "Norland says that the blast and the quay fire are the same event",
        ],
    );
    says(
        &text("wire-1"),
        &[
            "Fire at the quay [source wire-1]",
            "reliability B, usually reliable",
            "ann-says: Ann Hale",
            "retrieved not on file",
        ],
    );
    says(
        &text("quay"),
        &["the quay fire, 1 May 2031 (fire)", "Norland says that the quay fire was in the old quay"],
    );
    says(&text("truce"), &["Norland says that Norland seeks a truce"]);
    let both = text("estia");
    says(&both, &["[party estia]", "[place estia]", "in it the old quay"]);
}

#[test]
fn a_proposition_says_who_holds_it_how_and_what_verifies_it() {
    says(
        &text("carried-out(front,fire)"),
        &[
            "Whether Free Front carried out the quay fire",
            "says with it Free Front was involved in the quay fire involved-in(front, fire)",
            "Norland says that Free Front carried out the quay fire",
            "Free Front by definition, denies it: denies that Free Front was involved in the quay fire",
            "whoever says that Free Front carried out the quay fire says, by definition, that Free Front was involved",
            "standing unverified: parties with no stake on file needed two, on file one",
        ],
    );
    says(
        &text("carried-out(front, blast)"),
        &[
            "Norland on its own further word: says that Free Front carried out the quay fire",
            "contradiction: whether Free Front carried out the quay fire [direct-contradiction]",
        ],
    );
    says(
        &text("involved-in(vardia, fire)"),
        &["Norland may be read as saying that Vardia", "only under the rule"],
    );
    says(&text("ordered(vardia, fire)"), &["says it is not known whether Vardia ordered the quay fire"]);
    // Nobody speaks of this one, and it is denied all the same.
    says(
        &text("directed(vardia, fire)"),
        &["nobody on file", "Vardia by definition, denies it", "nothing to bear out"],
    );
    says(&text("deliberate(fire)"), &["its opposite the quay fire was accidental"]);
}

#[test]
fn nothing_derived_is_shown_without_its_way() {
    let loaded = loaded(STORE);
    let reasoning = Reasoning::new(&loaded.ledger);
    let all = (0..reasoning.propositions.len())
        .map(|at| gainsay::ledger::words::canonical(&loaded.ledger, &reasoning.propositions.get(at.into())));
    let mut derived = 0;
    for id in all.collect::<Vec<_>>() {
        let (_, pages) = shown(STORE, &id);
        for section in &pages[0].sections {
            for (at, row) in section.rows.iter().enumerate() {
                let claims = ["by definition", "on its own further word", "may be read as"];
                if !["plus", "minus", "readings"].contains(&section.key)
                    || !claims.iter().any(|claim| row.text.starts_with(claim))
                {
                    continue;
                }
                derived += 1;
                let below: Vec<_> =
                    section.rows[at + 1..].iter().take_while(|next| next.label.is_empty()).collect();
                assert!(
                    below.iter().any(|next| next.statement.is_some()),
                    "{id}: no statement under {row:?}"
                );
                let step = |text: &str| text.starts_with("so, ") || text.starts_with("whoever says ");
                assert!(below.iter().any(|next| step(&next.text)), "{id}: no step under {row:?}");
            }
        }
    }
    assert!(derived >= 6, "only {derived} derived rows");
}
