//! What is said of a record that is entered, a decision, a copy or a source: each remedy followed by the call that gave it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use gainsay::check::identity::name;
use gainsay::entry::article::Article;
use gainsay::entry::copy::Keeping;
use gainsay::entry::desk::{Change, Desk};
use gainsay::entry::outlook::Outlook;
use gainsay::entry::settling::{Decision, Editor, Settled, settle};
use gainsay::entry::source::{Given, source};
use gainsay::entry::{checking, dates, editing, merging, sentence};
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::StatementId;
use gainsay::read::fields::REASONS;
use gainsay::views::checks::seen;
use gainsay::write::store::{Failure, Queue};

use super::followed::BASE;
use super::{literals, quoted};

/// Two who contradict one another, and an id that two records have.
const STORE: &str = "\
events:
  - {id: twin, name: the second fire}
topics:
  - {id: twin}
statements:
  - {id: s1, by: alba, date: 2031-05-04, asserts: 'carried-out(bruma-navy, fire)'}
  - {id: s3, by: alba, date: 2031-05-04, asserts: 'carried-out(ministry, twin)'}
  - {id: s2, by: bruma-navy, date: 2031-05-05, denies: 'carried-out(self, fire)'}
";

struct Met {
    folder: tempfile::TempDir,
    told: BTreeSet<String>,
}

impl Met {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("claims");
        fs::create_dir(&store).unwrap();
        fs::write(store.join("base.yaml"), BASE).unwrap();
        fs::write(store.join("case.yaml"), STORE).unwrap();
        Self { folder, told: BTreeSet::new() }
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("claims")
    }

    fn desk(&self) -> Desk {
        Desk::lock(&self.store(), queue()).unwrap()
    }

    /// A refusal of these words; what to do about it.
    fn refused<T>(&mut self, made: Result<T, Failure>, message: &str) -> String {
        let failure = made.err().unwrap_or_else(|| panic!("not refused: {message}"));
        assert!(failure.message.contains(message), "{failure:?}");
        self.told.insert(format!("{}\n{}", failure.message, failure.help));
        failure.help
    }

    fn write(&self, (path, text): Change) {
        fs::write(self.folder.path().join(path), text).unwrap();
    }
}

fn queue() -> Queue {
    Queue { name: "a test".to_owned(), wait: |_, _| false }
}

fn checks(met: &mut Met) {
    let day = Date::parse("2031-05-06").ok();
    let checked = |met: &Met, by: &str| {
        let desk = met.desk();
        let ledger = &desk.before.ledger;
        let seen = seen(ledger, StatementId::from(ledger.statements.find("s1").unwrap()));
        checking::checked(&desk, "s1", &seen, by, day)
    };
    assert_eq!(met.refused(checked(met, ""), "Say who has checked it."), "Your name or initials will do.");
    let change = checked(met, "Lind").unwrap().unwrap();
    assert!(change.1.contains("by: \"Lind\""), "{}", change.1);
    met.write(change);
    assert_eq!(met.refused(checked(met, "Lind"), "You have checked it on that day already."), "");
}

fn copies(met: &mut Met) {
    let archive = met.store().join("archive");
    fs::create_dir(&archive).unwrap();
    fs::write(archive.join("daily-1.txt"), "As it was.").unwrap();
    let keeping = |source: &'static str, replace| {
        let bytes = b"As it is.".to_vec();
        Keeping { source, ending: "txt".to_owned(), bytes, replace }
    };
    let desk = met.desk();
    let help = met.refused(
        keeping("daily-1", false).prepare(&desk, "claims/base.yaml"),
        "another copy of `daily-1` is kept as `archive/daily-1.txt`",
    );
    assert_eq!(
        help,
        "put this one in its place with `--replace`, or enter the new version as a source of its own"
    );
    for (source, replace) in [("daily-1", true), ("daily-2", false)] {
        let kept = keeping(source, replace).prepare(&desk, "claims/base.yaml").unwrap();
        let copy = format!("claims/archive/{source}.txt");
        assert!(kept.beside.contains(&(copy, b"As it is.".to_vec())), "{:?}", kept.beside);
    }
    fs::remove_dir_all(archive).unwrap();
}

fn days(met: &mut Met) {
    let told = dates::given("03/04/2031", 0).unwrap_err();
    let (message, help) = told.split_once("\nhelp: ").unwrap();
    assert_eq!(message, "`03/04/2031` may be several days");
    for day in quoted(help) {
        assert_eq!(dates::given(day, 0).as_deref(), Ok(day));
    }
    met.told.insert(told);
}

fn records(met: &mut Met) {
    let desk = met.desk();
    let find = |kind: Option<&str>, id: &str| editing::find(desk.writer.texts(), kind, id);
    let help = met.refused(find(None, "daliy-1"), "no record `daliy-1` stands in a file that can be read");
    assert_eq!(find(None, quoted(&help)[0]).unwrap().list, "sources");
    let help = met.refused(find(None, "twin"), "several records have the id `twin`: event");
    let kind = quoted(&help)[0].strip_prefix("--kind ").unwrap();
    assert_eq!(find(Some(kind), "twin").unwrap().list, "events");
}

fn parties(met: &mut Met) {
    let outlook = Outlook::lock(&met.store(), queue()).unwrap();
    let merge = |other: &str| merging::merge(&outlook, "alba", other);
    assert_eq!(met.refused(merge("Alba"), "These are the same record already."), "Choose another party.");
    assert_eq!(merge("ministry").unwrap().ids, ["alba", "ministry"]);
}

fn decisions(met: &mut Met) {
    let outlook = Outlook::lock(&met.store(), queue()).unwrap();
    let named = |rule: &str| {
        let reasoned = outlook.case.reason();
        let report = reasoned.report();
        let found = report.findings.iter().find(|finding| finding.rule.id == rule && finding.counts());
        name(report.ledger, found.unwrap_or_else(|| panic!("no {rule}")))
    };
    let (clash, link) = (named("direct-contradiction"), named("unverified-link"));
    let today = Date::parse("2031-05-06").ok();
    let made =
        |finding: &str, decision, by, note| settle(&outlook, finding, decision, Editor { by, today, note });
    let written = |settled: Result<Option<Settled>, Failure>, words: &str| {
        let yaml = settled.unwrap().unwrap().yaml;
        assert!(yaml.contains(words), "{yaml}");
    };
    let (accept, first) = (Decision::Accept, Decision::Reconcile(REASONS[0]));
    let help = met.refused(made(&clash, accept, "Lind", ""), "Say why it is left as it is.");
    assert_eq!(help, "Whoever meets it next asks for the reason.");
    written(made(&clash, accept, "Lind", "Both were asked."), "rule: direct-contradiction");
    let help = met.refused(made(&clash, accept, "", "Both were asked."), "Say who decides.");
    assert_eq!(help, "A name or initials will do.");
    let none = Decision::Reconcile("because");
    let help = met.refused(made(&clash, none, "Lind", "So."), "Say why it is no contradiction.");
    assert_eq!(help, "Choose one of the reasons.");
    written(made(&clash, first, "Lind", "So."), &format!("reason: {}", REASONS[0]));
    let message = "Only a contradiction between statements is reconciled.";
    assert_eq!(met.refused(made(&link, first, "Lind", "So."), message), "Accept it instead.");
    written(made(&link, accept, "Lind", "So."), "rule: unverified-link");
}

fn sources(met: &mut Met) {
    let desk = met.desk();
    let given = |source: &'static str, outlet: Option<&'static str>| Given {
        source: Some(source),
        outlet,
        published: outlet.and_then(|_| Date::parse("2031-05-06").ok()),
        title: None,
        url: None,
        copy: (b"As it is.", "txt".to_owned()),
    };
    let help = met.refused(source(&desk, &given("daily-9", None)), "unknown source `daily-9`");
    let end = "; or say who published it and when, with `--outlet` and `--published`, to record it";
    assert_eq!(help, format!("did you mean `daily-1`?{end}"));
    assert_eq!(source(&desk, &given("daily-1", None)).unwrap().unwrap().id, "daily-1");
    let recorded = source(&desk, &given("daily-9", Some("the Daily"))).unwrap().unwrap();
    assert!(
        recorded.shown.contains("id: daily-9") && recorded.shown.contains("outlet: daily"),
        "{}",
        recorded.shown
    );
}

fn texts(met: &mut Met) {
    let (reason, help) = Article::read(b"%PDF-1.7 of nothing".to_vec(), "pdf").err().unwrap();
    assert_eq!(help, "save it as text, and name that file");
    assert_eq!(Article::read(b"It burnt.".to_vec(), "txt").ok().unwrap().readable.text, "It burnt.");
    met.told.insert(format!("{reason}\n{help}"));
    let desk = met.desk();
    let vocabulary = &desk.before.ledger.vocabulary;
    let weapon = vocabulary.get(vocabulary.find("weapon").unwrap());
    let told = sentence::valued(weapon, "a \"drone\"", true).unwrap_err();
    assert_eq!(told, "Leave out the double quotation marks.");
    assert_eq!(sentence::valued(weapon, "a drone", true).as_deref(), Ok("= \"a drone\""));
    met.told.insert(told.to_owned());
}

#[test]
fn each_remedy_of_an_entry_leads_to_what_was_meant_and_every_message_is_tried() {
    let mut met = Met::new();
    for follow in [checks, copies, days, records, parties, decisions, sources, texts] {
        follow(&mut met);
    }
    let untried: Vec<_> = literals::of_entries()
        .into_iter()
        .filter(|(_, literal)| !met.told.iter().any(|told| literals::is_in(literal, told)))
        .collect();
    assert!(untried.is_empty(), "no remedy was followed of {untried:#?}");
}
