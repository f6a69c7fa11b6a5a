//! The edition for readers, over every store here: nothing in it that only an editor needs, every word told, and once.

use std::collections::BTreeSet;

use gainsay::check::Case;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::read::Text;
use gainsay::reason::Reasoning;
use gainsay::views::edition::edition;
use gainsay::views::edition::formats::{html, markdown, text};
use rayon::prelude::*;

use crate::plain_words::stores;

/// An event of twelve statements, in which all happens that an edition tells.
const QUAY: &str = include_str!("edition/quay.yaml");

/// The edition in each format, in one line and without what a format sets around words.
fn printed(case: &Case) -> [String; 3] {
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
            "Also on record",
            "Nora Envoy, foreign minister",
            "may be read as saying so",
            "Norland has not said so.",
            "The Free Front has changed its word. The later stands.",
            "Sudria has not answered that on record.",
            "It was asked on 4 May 2031: no reply.",
            "Revised since: 24 by Norland (2 May 2031).",
            "in the words above",
            "Fire on the quay",
        ] {
            assert!(text.contains(words), "no “{words}” in: {text}");
        }
        assert!(!text.contains("Both are certain"), "{text}");
    }
}
