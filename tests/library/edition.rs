//! The edition for readers, over every store here: nothing in it that only an editor needs, every word told, and once.

use std::collections::BTreeSet;

use gainsay::check::Case;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::read::Text;
use gainsay::reason::Reasoning;
use gainsay::views::edition::edition;
use gainsay::views::edition::formats::{html, markdown, text};
use rayon::prelude::*;

use crate::plain_words::stores;

/// An event of twelve statements, in which all happens that an edition tells.
const QUAY: &str = include_str!("edition/quay.yaml");

/// The edition in each format, in one line and without what a format sets around words.
pub(crate) fn printed(case: &Case) -> [String; 3] {
    let edition = edition(case, true, None, None);
    let style = Style { width: 4000, ..Style::default() };
    let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = html(&edition);
    let body = page.split_once("</style>").unwrap().1;
    let mut words = String::new();
    for part in body.split('<') {
        words.push(' ');
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    let words = words.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    [flat(text(&edition, style)), flat(markdown(&edition).replace('\\', "")), flat(words)]
}

/// Ids and names of rules that no reader should meet: those that are nobody's name, and no word of anybody.
fn internals(ledger: &Ledger) -> BTreeSet<String> {
    let ids = ledger.statements.iter().map(|one| &one.id);
    let named_sources = ledger.sources.iter().filter(|one| one.outlet.is_some() || one.title.is_some());
    let ids = ids.chain(named_sources.map(|one| &one.id));
    let named = |id: &&String| {
        let names =
            ledger.parties.iter().map(|one| &one.name).chain(ledger.events.iter().map(|one| &one.name));
        let said = ledger.statements.iter().flat_map(|one| ledger.quotes(one));
        names.map(String::as_str).chain(said).any(|name| name.contains(id.as_str()))
    };
    let ids = ids.filter(|id| id.contains('-')).filter(|id| !named(id)).cloned();
    let rules = gainsay::rules::names().into_iter().filter(|name| name.contains('-')).map(str::to_owned);
    let readings = ledger.vocabulary.rules.iter().map(|rule| rule.id.clone());
    ids.chain(rules).chain(readings.filter(|id| id.contains('-'))).collect()
}

/// True when a text has an id that is no part of a longer word.
fn has(text: &str, id: &str) -> bool {
    let inner = |character: char| character.is_alphanumeric() || character == '-' || character == '/';
    text.match_indices(id).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + id.len()..].chars().next());
        !before.is_some_and(inner) && !after.is_some_and(inner)
    })
}

#[test]
fn nothing_that_only_an_editor_needs_is_in_it() {
    let wrong = |store: &std::path::PathBuf| {
        let case = Case::open(store, Options::default()).ok()?;
        let internals = internals(case.ledger());
        let found = printed(&case).into_iter().find_map(|text| {
            let id = internals.iter().find(|id| has(&text, id)).cloned();
            let ours = ["gainsay", ".yaml:", "help:", "Explain", " finding ", "`"].map(str::to_owned);
            id.or_else(|| ours.into_iter().find(|words| text.contains(words.as_str())))
        });
        found.map(|found| format!("{}: {found}", store.display()))
    };
    let wrong: Vec<String> = stores().par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} stores:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_word_that_stands_is_told_and_no_word_twice() {
    let wrong = |store: &std::path::PathBuf| {
        let case = Case::open(store, Options::default()).ok()?;
        let ledger = case.ledger();
        let reasoning = Reasoning::new(ledger);
        let quoted = |one: &gainsay::ledger::model::statement::Statement| {
            let words: Vec<&str> = ledger.quotes(one).collect();
            format!("“{}”", words.join("” … “")).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let all: Vec<String> = ledger.said().map(|(_, one)| quoted(one)).collect();
        // Words that a later word replaced, or that fell with those they are about, stand only where that is told.
        let holds = reasoning.groups().flat_map(|(_, holds)| holds);
        let holds = holds.map(|hold| reasoning.position(hold.base)).filter(|position| !position.tacit);
        let stand: BTreeSet<_> = holds.map(|position| position.statement).collect();
        // A value may be words too.
        let page = printed(&case)[2].replace("says “", "says ");
        let fault = ledger.said().filter(|(_, one)| !one.quote.is_empty()).find_map(|(id, one)| {
            let words = quoted(one);
            let found = page.matches(&words).count();
            let whole = words.chars().count() < 300 && !one.quoted_in_parts();
            let times = all.iter().filter(|other| other.contains(&words)).count();
            match found {
                0 if whole && stand.contains(&id) => Some(format!("{} is not told: {words}", one.id)),
                more if more > times => Some(format!("{} is told {more} times", one.id)),
                _ => None,
            }
        });
        fault.map(|fault| format!("{}: {fault}", store.display()))
    };
    let wrong: Vec<String> = stores().par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} stores:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn twelve_statements_are_read_in_a_few_minutes() {
    let case = Case::of(
        vec![Text { path: "claims/quay.yaml".to_owned(), content: Ok(QUAY.to_owned()) }],
        Options { about: vec!["quay-fire".to_owned()], ..Options::default() },
    );
    let [plain, marked, page] = printed(&case);
    for text in [&plain, &marked, &page] {
        let count = text.split(' ').count();
        assert!((300..700).contains(&count), "{count} words: {text}");
        for words in [
            "Contradicted",
            "Not answered",
            "Not verified",
            "Agreed",
            "Nora Envoy, foreign minister",
            "may be read as saying so",
            "Norland has not said so.",
            "The Free Front has changed its word. The later stands.",
            "Sudria has not answered that on record.",
            "It was asked on 4 May 2031: no reply.",
            "Revised since: 24 by Norland (2 May 2031).",
            "Fire on the quay",
        ] {
            assert!(text.contains(words), "no “{words}” in: {text}");
        }
        assert!(!text.contains("Both are certain"), "{text}");
    }
}

/// The edition as text in one line, of a store of these records beside some that every one has.
pub(crate) fn of(records: &str) -> String {
    with(records, Options::default())
}

/// The same on one event alone.
pub(crate) fn about(records: &str, event: &str) -> String {
    with(records, Options { about: vec![event.to_owned()], ..Options::default() })
}

/// The same since a day.
pub(crate) fn since(records: &str, day: &str) -> String {
    with(records, Options { since: Date::parse(day).ok(), ..Options::default() })
}

fn with(records: &str, options: Options) -> String {
    let common = "parties:
  - {id: norland, name: Norland, kind: state}
  - {id: norland-ministry, name: the Foreign Ministry of Norland, kind: body, part-of: norland}
  - {id: sudria, name: Sudria, kind: state}
  - {id: estia, name: Estia, kind: state}
  - {id: council, name: council of the harbour, kind: body}
  - {id: wire, name: The Wire, kind: outlet}
topics:
  - {id: war, name: war with Sudria}
  - {id: peace, name: peace}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
  - {id: sinking, name: the sinking of the ferry, date: 2031-05-01}
sources:
  - {id: wire-1, outlet: wire, title: Fire on the quay, published: 2031-05-03}
";
    let content = format!("{common}{records}");
    let text = Text { path: "claims/quay.yaml".to_owned(), content: Ok(content) };
    let [plain, ..] = printed(&Case::of(vec![text], options));
    plain
}

/// The part of an edition from one heading to another, or to its end.
pub(crate) fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no “{from}” in: {text}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

/// Two deny that the fire was set; a third says that it was.
const SET: &str = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'Nobody meant this', denies: ['deliberate(quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, quote: 'It was not set', denies: ['deliberate(quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'This fire was set', asserts: ['deliberate(quay-fire)']}
";

#[test]
fn a_contradiction_that_an_editor_has_accepted_is_told_to_readers_as_before() {
    let accepted = "accepted:
  - {rule: direct-contradiction, on: deliberate(quay-fire), by: A. Redmond, note: seen}
";
    let [before, after] = [of(SET), of(&format!("{SET}{accepted}"))];
    assert_eq!(before, after);
    let told = between(&after, "Contradicted Whether the quay fire was deliberate", "Agreed");
    for words in
        ["Norland denies it: “Nobody", "Estia denies it: “It was", "Sudria says so: “This fire was set”"]
    {
        assert!(told.contains(words), "no “{words}” in: {after}");
    }
}

#[test]
fn a_contradiction_that_the_editors_reconcile_is_told_with_both_sides_and_the_reason() {
    let reconciled = "reconciliations:
  - {between: [n-1, s-1], on: deliberate(quay-fire), reason: event, by: A. Redmond, note: 'Sudria speaks of the second fire.'}
  - {between: [e-1, s-1], on: deliberate(quay-fire), reason: event, by: A. Redmond}
";
    let text = of(&format!("{SET}{reconciled}"));
    let told = between(&text, "Agreed Whether the quay fire was deliberate", "How to read this");
    for words in [
        "Norland denies it: “Nobody",
        "Estia denies it: “It was",
        "Sudria says so: “This fire was set”",
        "The editors hold that these words do not contradict: they speak of different events. Sudria speaks of the second fire.",
    ] {
        assert!(told.contains(words), "no “{words}” in: {text}");
    }
    let accused = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'Sudria did it', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'Not us', denies: ['carried-out(self, quay-fire)']}
reconciliations:
  - {between: [n-1, s-1], reason: time}
";
    let text = of(accused);
    for words in [
        "Norland accuses Sudria: “Sudria did it”",
        "Sudria denies it: “Not us”",
        "The editors hold that these words do not contradict: they speak of different times.",
    ] {
        assert!(text.contains(words), "no “{words}” in: {text}");
    }
}

#[test]
fn who_agrees_on_a_denial_is_never_beside_somebody_who_seems_to_say_the_same() {
    let conditional = SET.replace("asserts: ['del", "if: 'the guard lied', asserts: ['del");
    let text = of(&conditional);
    let told = between(&text, "Agreed Whether the quay fire was deliberate", "How to read this");
    for words in ["Norland denies it", "Estia denies it", "Sudria says so, if “the guard lied”"] {
        assert!(told.contains(words), "no “{words}” in: {text}");
    }
    let agreed = of(SET.split("  - {id: s-1").next().unwrap());
    let told = between(&agreed, "Agreed The quay fire was not deliberate", "How to read this");
    assert!(told.contains("Norland says so") && told.contains("Estia says so"), "{agreed}");
}

#[test]
fn each_word_of_a_party_is_as_strong_as_it_was_said() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'It may well have been Sudria', suggests: ['carried-out(sudria, quay-fire)']}
  - {id: n-2, by: norland-ministry, date: 2031-05-04, source: wire-1, quote: 'It was Sudria', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: n-3, by: norland, date: 2031-05-02, source: wire-1, quote: 'Perhaps thirty dead', suggests: ['killed(quay-fire) = 30']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'We doubt it was us', doubts: ['carried-out(self, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-03, source: wire-1, quote: 'We had no part in it', denies: ['involved-in(self, quay-fire)']}
");
    for words in [
        "Norland says it is likely or possible: “It may well have been Sudria”",
        "Norland accuses Sudria: “It was Sudria”",
        "Norland says it is likely or possible: 30: “Perhaps thirty dead”",
        "Sudria says it is unlikely: “We doubt it was us”",
        "Sudria denies that Sudria was involved in the quay fire: “We had no part in it”",
    ] {
        assert!(text.contains(words), "no “{words}” in: {text}");
    }
}

#[test]
fn a_heading_states_only_what_all_who_speak_of_it_say() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'We want no war', denies: ['seeks(self, war)']}
  - {id: n-2, by: norland, date: 2031-05-02, source: wire-1, quote: 'We want peace', asserts: ['seeks(self, peace)']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, quote: 'Perhaps an accident', suggests: ['accidental(quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'An accident', asserts: ['accidental(quay-fire)']}
");
    for words in [
        "Whether Norland seeks war with Sudria Norland denies it: “We want no war”",
        "Norland seeks peace Norland says so: “We want peace”",
        "Agreed Whether the quay fire was accidental",
        "Estia says it is likely or possible: “Perhaps an accident”",
    ] {
        assert!(text.contains(words), "no “{words}” in: {text}");
    }
    assert!(!text.contains("Whether Norland seeks peace"), "{text}");
}

#[test]
fn sentences_begin_with_a_capital_and_nothing_is_said_twice() {
    let text = of("statements:
  - {id: c-1, by: council, date: 2031-05-02, source: wire-1, quote: 'It was Estia', asserts: ['carried-out(estia, quay-fire)']}
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'It was Sudria', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: w-1, by: wire, date: 2031-05-03, source: wire-1, asserts: ['killed(quay-fire) = 3']}
  - {id: w-2, by: wire, date: 2031-05-03, source: wire-1, asserts: ['killed(quay-fire) = 3']}
");
    assert!(text.contains("Council of the harbour and Norland name different parties."), "{text}");
    assert!(text.contains("The Wire says 3 (3 May 2031) [1]"), "{text}");
    assert!(!text.contains("[1]; (3 May 2031) [1]"), "{text}");
}

#[test]
fn an_agreement_that_goes_back_to_one_source_says_so() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'It was Estia', asserts: ['carried-out(estia, quay-fire)']}
  - {id: s-1, by: sudria, via: norland, date: 2031-05-03, source: wire-1, quote: 'They too say Estia', asserts: ['carried-out(estia, quay-fire)']}
");
    assert!(
        text.contains("What Norland and Sudria say goes back to one source, Norland: Estia carried out"),
        "{text}"
    );
}

#[test]
fn what_was_said_before_of_a_value_keeps_its_hedge_and_its_speaker() {
    let text = with(
        "---
topics: [{id: mine, name: a mine}, {id: boiler, name: a boiler explosion}]
statements:
  - {id: n-1, by: norland, anonymous: a junior officer, date: 2031-05-02, source: wire-1, quote: 'It might have been the boiler', suggests: ['cause(quay-fire) = boiler']}
  - {id: n-2, by: norland, date: 2031-05-03, source: wire-1, quote: 'It was a mine', asserts: ['cause(quay-fire) = mine']}
  - {id: s-1, by: sudria, date: 2031-05-04, source: wire-1, quote: 'It was the boiler', asserts: ['cause(quay-fire) = boiler']}
",
        Options::default(),
    );
    let before = "before that said it was likely or possible that the cause of the quay fire was a boiler explosion: “It might \
                  have been the boiler” (a junior officer";
    assert!(text.contains(before), "{text}");
    assert!(!text.contains("Revised since"), "{text}");
}
