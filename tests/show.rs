//! `gainsay show`: each kind of page says what touches its subject, marks what no longer stands, and derives nothing
//! without its way.

#![allow(clippy::unwrap_used, reason = "a test may")]

use std::path::Path;
use std::process::{Command, Output};

use gainsay::check::{Options, check};
use gainsay::load::{self, Loaded, Text};
use gainsay::reason::Reasoning;
use gainsay::report::lines::Lines;
use gainsay::report::page::{self, Page};
use gainsay::report::{Style, safe};
use gainsay::show;

const STORE: &str = r#"
parties:
  - {id: norland, name: Norland, kind: state, aliases: [the North]}
  - {id: navy, name: Norland Navy, kind: body, part-of: norland}
  - {id: vardia, name: Vardia, kind: state}
  - id: ann
    name: Ann Hale
    kind: person
    part-of: [{party: navy, title: spokeswoman, from: 2031-01-01, until: 2031-12-31}]
  - {id: front, name: Free Front, kind: armed-group}
  - {id: wire, name: The Wire, kind: outlet}
  - {id: estia, name: Estia, kind: state}
places: [{id: estia, name: Estia}, {id: quay, name: the old quay, within: estia}]
topics: [{id: truce, name: a truce}]
sources:
  - {id: wire-1, outlet: wire, title: Fire at the quay, url: 'https://wire.example/1', published: 2031-05-03,
     reliability: B}
events:
  - {id: fire, name: the quay fire, date: 2031-05-01, place: quay, participants: [estia]}
  - {id: blast, name: the blast, date: 2031-05-01, place: quay}
statements:
  - id: front-claims
    by: front
    date: 2031-05-01
    asserts: ['carried-out(self, fire)', 'killed(fire) = 3']
  - id: front-recants
    by: front
    date: 2031-05-02
    quote: we had no part in it
    denies: ['involved-in(self, fire)']
  - id: ann-says
    by: ann
    date: 2031-05-02
    source: wire-1
    locator: paragraph 2
    quote: it was the front, armed by Vardia
    note: translated by us
    credibility: 2
    asserts: ['carried-out(front, fire)', 'arms(vardia, front)', 'place(fire) = quay', 'seeks(self, truce)']
  - id: navy-ties
    by: navy
    date: 2031-05-02
    asserts: ['same-event(blast, fire)']
  - id: vardia-denies
    by: vardia
    date: 2031-05-03
    answers: [ann-says]
    denies: ['involved-in(self, fire)', 'carried-out(front, blast)', 'accurate(ann-says)']
  - {id: estia-toll, by: estia, date: 2031-05-02, asserts: ['killed(fire) = 9']}
  - {id: estia-withdraws, by: estia, date: 2031-05-04, retracts: [estia-toll]}
  - {id: told, by: vardia, via: [estia], date: 2031-05-04, suggests: ['happened(fire)']}
  - {id: unnamed, by: norland, anonymous: a senior official, date: 2031-05-04, source: wire-1,
     leaves-open: ['ordered(vardia, fire)']}
  - {id: warning, by: norland, if: the attacks go on, date: 2031-05-04, asserts: ['rejects(self, truce)']}
"#;

fn loaded(text: &str) -> Loaded {
    let content = Ok(text.to_owned());
    load::texts(vec![Text { path: "claims/quay.yaml".to_owned(), content }], &[])
}

fn shown(text: &str, id: &str) -> (Loaded, Vec<Page>) {
    let loaded = loaded(text);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    let subjects = show::find(&loaded.ledger, id).unwrap();
    let pages = show::pages(&Reasoning::new(&loaded.ledger), &report, &subjects);
    drop(report);
    (loaded, pages)
}

/// Titles, headings and rows, a line each: what is to the left, what it says, what is at the margin.
fn text(id: &str) -> String {
    let (loaded, pages) = shown(STORE, id);
    let lines = Lines::new(&loaded.ledger.texts);
    let mut out = String::new();
    for page in &pages {
        out.push_str(&format!("{} [{} {}]\n", page.title, page.kind, page.id));
        for section in page.sections.iter().filter(|section| !section.rows.is_empty()) {
            out.push_str(&format!("{}\n", section.heading));
            for row in &section.rows {
                let place = row.at.map(|span| lines.place(span)).or_else(|| row.proposition.clone());
                let parts = [row.label.clone(), row.text.clone(), place.unwrap_or_default()];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                out.push_str(&format!("{}\n", parts.join(" ")));
            }
        }
    }
    out
}

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
    says(&text("front-claims"), &["says: 3 killed in the quay fire: stands"]);
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
            "What others lay on it, and its answer",
            "Whether Vardia arms Free Front arms(vardia, front)",
            "Norland says that Vardia arms Free Front",
            "Vardia has no position on this on file",
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
            "How many killed in the quay fire killed(fire)",
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
            "standing not verified: 1 disinterested origin of 2 needed",
        ],
    );
    says(
        &text("carried-out(front, blast)"),
        &["Norland on its own further word: says that Free Front carried out the quay fire"],
    );
    says(
        &text("involved-in(vardia, fire)"),
        &["Norland may be read as saying that Vardia", "only under the rule"],
    );
    says(&text("ordered(vardia, fire)"), &["says it is not known whether Vardia ordered the quay fire"]);
    // Nobody speaks of this one, and it is denied all the same.
    says(
        &text("directed(vardia, fire)"),
        &["nobody on file", "Vardia by definition, denies it", "nothing to verify"],
    );
    says(&text("deliberate(fire)"), &["its opposite the quay fire was accidental"]);
}

#[test]
fn nothing_derived_is_shown_without_its_way() {
    let loaded = loaded(STORE);
    let reasoning = Reasoning::new(&loaded.ledger);
    let all = (0..reasoning.propositions.len())
        .map(|at| gainsay::words::canonical(&loaded.ledger, &reasoning.propositions.get(at.into())));
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

#[test]
fn hostile_names_steer_nothing() {
    let payload =
        "\u{1b}]8;;x\u{7} \u{9b}31m \u{202e}evil a|b [x](javascript:y) <img onerror=x>\u{200b} # **b**";
    let escaped = payload.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<String>();
    let quoted = format!("\"{escaped}\"");
    let hostile = STORE
        .replace("name: Vardia", &format!("name: {quoted}"))
        .replace("title: Fire at the quay", &format!("title: {quoted}"))
        .replace("name: the quay fire", &format!("name: {quoted}"))
        .replace("locator: paragraph 2", &format!("locator: {quoted}"))
        .replace("note: translated by us", &format!("note: {quoted}"))
        .replace("if: the attacks go on", &format!("if: {quoted}"));
    for id in
        ["vardia", "fire", "wire-1", "ann-says", "warning", "quay", "truce", "involved-in(vardia, fire)"]
    {
        let (loaded, pages) = shown(&hostile, id);
        for width in [0, 40, 80, 4000] {
            let printed = page::text(&pages, &loaded.ledger.texts, Style { width, ..Style::default() });
            assert!(printed.split('\n').all(|line| safe::line(line) == line), "{printed}");
        }
        let printed = page::markdown(&pages, &loaded.ledger.texts);
        assert!(printed.split('\n').all(|line| safe::line(line) == line), "{printed}");
        assert!(!printed.contains("[x](") && !printed.contains(" <img"), "{printed}");
        let json = page::json(&pages, &loaded.ledger.texts, None);
        assert!(json.split('\n').all(|line| safe::line(line) == line), "{json}");
        assert!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["pages"][0]["title"].is_string());
    }
}

#[test]
fn lines_fit_the_terminal() {
    for id in ["norland", "fire", "ann-says", "carried-out(front, blast)"] {
        let (loaded, pages) = shown(STORE, id);
        for width in [60, 80, 120] {
            let printed = page::text(&pages, &loaded.ledger.texts, Style { width, ..Style::default() });
            let wide = printed.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > width);
            assert_eq!(wide, None, "{width}");
        }
    }
}

fn run(store: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.arg("show").args(arguments).arg("--store").arg(store).output().unwrap()
}

#[test]
fn the_command_knows_what_is_on_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("show").join("claims");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("quay.yaml"), STORE).unwrap();
    for (arguments, status, error) in [
        (vec!["vardia"], 0, ""),
        (vec!["vardai"], 2, "did you mean `vardia`?"),
        (vec!["The North"], 2, "did you mean `norland`?"),
        (vec!["involved-in(self, fire)"], 2, "in place of `self`"),
        (vec!["carried-out(?, fire)"], 2, "in place of `?`"),
        (vec!["killed(fire) = 3"], 2, "without its value"),
        (vec!["involved-in(front, fier)"], 2, "did you mean `fire`?"),
        (vec!["involvedin(front, fire)"], 2, "did you mean `involved-in`?"),
        (vec!["vardia-denies", "--as-of", "2031-05-02"], 2, "not on record yet on 2 May 2031"),
        (vec!["\u{1b}]8;;x"], 2, "is on file"),
    ] {
        let output = run(&folder, &arguments);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {complaint}");
        assert!(complaint.contains(error) && !complaint.contains('\u{1b}'), "{arguments:?}: {complaint}");
    }
    let out = |arguments: &[&str]| String::from_utf8(run(&folder, arguments).stdout).unwrap();
    let then = out(&["front-claims", "--as-of", "2031-05-01"]);
    assert!(
        then.starts_with("As of 1 May 2031:") && then.contains("carried out the quay fire: stands"),
        "{then}"
    );
    assert!(out(&["vardia", "--format", "markdown"]).contains("- **kind**: state (claims/quay.yaml:5)"));
    let json: serde_json::Value = serde_json::from_str(&out(&["front-claims", "--format", "json"])).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["pages"][0]["sections"][1]["rows"][0]["standing"], "superseded");
}
