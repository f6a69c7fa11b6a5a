//! Articles of which nobody is on file but the event: who says what of whom, who is new, and of what each is a part.

use gainsay::extract::{Wanted, extract};
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::EventId;
use gainsay::read::{self, yaml::tree::Node};
use gainsay::text::quotes::readable::Readable;

use crate::common;

/// The articles, with what is to be found in each.
const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/library/articles.yaml");

/// What is proposed from an article, and who is new in it, a line each.
fn read_of(store: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let loaded = common::one_file(store);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let ledger = &loaded.ledger;
    let wanted = Wanted {
        about: ledger.events.find("ferry-attack").map(EventId::from),
        source: None,
        published: Date::parse("2030-03-14").ok(),
    };
    let article = Readable { text: text.to_owned(), ..Readable::default() };
    let found = extract(ledger, &article, wanted);
    let mut says = Vec::new();
    for statement in &found.statements {
        let speaker = statement.speaker.as_ref();
        let name = speaker.and_then(|speaker| speaker.name.clone()).unwrap_or_else(|| "nobody".to_owned());
        let unnamed = speaker.and_then(|speaker| speaker.anonymous.clone()).filter(|words| *words != name);
        let who = unnamed.map_or_else(|| name.clone(), |words| format!("{name} ({words})"));
        for proposal in &statement.proposals {
            says.push(format!("{who} {} {}", proposal.stance.key(), proposal.propositions.join(" or ")));
        }
        if statement.proposals.is_empty() {
            says.push(format!("{who} -"));
        }
    }
    let parties = found.newcomers.iter().filter(|new| new.list == "parties");
    let new = parties.map(|new| {
        let whole = new.part_of.as_ref().map_or_else(String::new, |whole| format!(", part of {whole}"));
        format!("{} ({}{whole})", new.name, new.kind.unwrap_or("?"))
    });
    (says, new.collect())
}

#[test]
fn who_says_what_in_articles_of_strangers() {
    let articles = std::fs::read_to_string(ARTICLES).unwrap();
    let documents = read::whole(&articles).unwrap();
    let text = |node: &Node, key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
    let list = |node: &Node, key: &str| -> Option<Vec<String>> {
        let items = node.get(key)?.items()?;
        Some(items.iter().filter_map(Node::as_str).map(str::to_owned).collect())
    };
    let store = text(&documents[0], "store").unwrap();
    let mut wrong = Vec::new();
    for one in documents[0].get("articles").unwrap().items().unwrap() {
        let article = text(one, "text").unwrap();
        let (says, new) = read_of(&store, &article);
        if list(one, "says").is_some_and(|wanted| wanted != says) {
            wrong.push(format!("{article}\n    says {says:#?}"));
        }
        if list(one, "new").is_some_and(|wanted| wanted != new) {
            wrong.push(format!("{article}\n    new {new:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
