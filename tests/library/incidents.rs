//! How many positions of an incident are proposed, and how many of those rightly: articles and invented reports, annotated by hand.

use gainsay::extract::{Wanted, extract};
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::EventId;
use gainsay::read;
use gainsay::read::yaml::tree::Node;
use gainsay::text::quotes::readable::Readable;

use crate::common;

const INCIDENTS: &str = include_str!("incidents.yaml");

/// What was counted over some reports.
#[derive(Debug, Default)]
struct Counted {
    stated: usize,
    found: usize,
    proposed: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

fn texts(report: &Node, key: &str) -> Vec<String> {
    let items = report.get(key).and_then(Node::items).unwrap_or_default();
    items.iter().filter_map(Node::as_str).map(str::to_owned).collect()
}

/// Everything that is proposed from a report: who says what.
fn proposed(report: &Node) -> Vec<String> {
    let text = |key: &str| report.get(key).unwrap().as_str().unwrap();
    let loaded = common::one_file(text("store"));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let ledger = &loaded.ledger;
    let about = ledger.events.find(text("about")).map(EventId::from);
    let published = Date::parse(text("published")).ok();
    let article = Readable { text: text("text").to_owned(), ..Readable::default() };
    let found = extract(ledger, &article, Wanted { about, source: None, published });
    let mut rows = Vec::new();
    for statement in &found.statements {
        let speaker = statement.speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
        for proposal in statement.proposals.iter().filter(|proposal| !proposal.question) {
            rows.push(format!(
                "{} {} {}",
                speaker.unwrap_or("nobody"),
                proposal.stance.key(),
                proposal.propositions[0]
            ));
        }
    }
    rows
}

fn counted(of: &str) -> Counted {
    let mut all = Counted::default();
    let documents = read::whole(INCIDENTS).unwrap();
    for report in documents[0].get(of).unwrap().items().unwrap() {
        let (stated, open) = (texts(report, "says"), texts(report, "may"));
        let rows = proposed(report);
        all.stated += stated.len();
        all.found += stated.iter().filter(|row| rows.contains(row)).count();
        all.missed.extend(stated.iter().filter(|row| !rows.contains(row)).cloned());
        let judged: Vec<&String> = rows.iter().filter(|row| !open.contains(row)).collect();
        all.proposed += judged.len();
        all.wrong.extend(judged.into_iter().filter(|row| !stated.contains(row)).cloned());
    }
    all
}

/// Holds a share of what is stated, and of what is proposed, in hundredths.
#[track_caller]
fn holds(of: &str, recall: usize, precision: usize) {
    let all = counted(of);
    let right = all.proposed - all.wrong.len();
    assert!(all.found * 100 >= recall * all.stated, "{all:#?}");
    assert!(right * 100 >= precision * all.proposed, "{all:#?}");
}

#[test]
fn of_news_of_incidents_what_is_proposed_is_right() {
    holds("wikinews", 33, 85);
}

#[test]
fn of_invented_reports_most_is_proposed() {
    holds("invented", 70, 90);
}
