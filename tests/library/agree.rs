//! All commands say the same of every position (does it stand, what took its place, who withdrew it) and of every
//! accusation (is it answered, was its party asked), over ledgers that nobody wrote.

use std::collections::{BTreeMap, BTreeSet};

use crate::generator::contested::Contested;
use crate::generator::small::Ledger;
use gainsay::audit::verdict::Remark;
use gainsay::check::options::Options;
use gainsay::check::{self, Case, Report};
use gainsay::ledger::model::id::StatementId;
use gainsay::reason::Reasoning;
use gainsay::rules::finding::Finding;
use gainsay::views::page::{Page, Row};
use gainsay::views::{document, replies, show, timeline};
use serde_json::Value;

/// How many ledgers the law is tried on.
fn seeds() -> std::ops::Range<u64> {
    let count = std::env::var("GAINSAY_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(80);
    let from = std::env::var("GAINSAY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    from..from + count
}

/// What the commands say of one ledger, each in its own way, held against one another.
struct Run<'l> {
    reasoning: Reasoning<'l>,
    report: Report<'l>,
    timeline: Value,
    replies: Value,
    wrong: Vec<String>,
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// What the commands say differently.
fn differences(contested: &Contested) -> Vec<String> {
    let content = Ok(contested.text());
    let text = gainsay::read::Text { path: "claims/a.yaml".to_owned(), content };
    let loaded = gainsay::read::texts(vec![text.clone()], &gainsay::rules::names());
    let sound = |rule: &str| ["before-its-event", "after-its-source"].contains(&rule);
    let broken: Vec<_> = loaded.problems.iter().filter(|problem| !sound(problem.rule)).collect();
    assert!(broken.is_empty(), "the generator wrote an unsound record: {broken:#?}");
    let (ledger, options) = (&loaded.ledger, Options::default());
    let reasoning = Reasoning::new(ledger);
    let told = timeline::timeline(&reasoning, &options);
    let put = replies::replies(&reasoning, &options);
    let mut run = Run {
        report: check::check(ledger, &loaded.problems, &options),
        timeline: serde_json::from_str(&timeline::formats::json(ledger, &told, None)).unwrap(),
        replies: serde_json::from_str(&replies::formats::json(ledger, &put, None)).unwrap(),
        reasoning,
        wrong: Vec::new(),
    };
    let case = Case::of(vec![text], options);
    let document = document::document(&case, true);
    if (&document.replies, &document.timeline) != (&put, &told) {
        run.wrong.push("the report has other replies or another timeline".to_owned());
    }
    run.statements();
    run.audited(&contested.draft());
    run.findings();
    run.accusations(document.numbers.unanswered);
    run.wrong
}

impl Run<'_> {
    fn page(&self, id: &str) -> Vec<Page> {
        let subjects = show::find(self.reasoning.ledger, id).unwrap();
        show::pages(&self.reasoning, &self.report, &subjects)
    }

    /// The page of a statement says of its positions what the timeline says.
    fn statements(&mut self) {
        let mut told: BTreeMap<String, BTreeSet<(String, String, Vec<String>)>> = BTreeMap::new();
        for entry in list(&self.timeline, "entries") {
            for position in list(entry, "positions") {
                let word = match text(position, "fate") {
                    "reversed" => "superseded",
                    "retracted" => "withdrawn",
                    word => word,
                };
                let one =
                    (text(position, "proposition").to_owned(), word.to_owned(), strings(position, "by"));
                told.entry(text(entry, "statement").to_owned()).or_default().insert(one);
            }
        }
        for (id, told) in told {
            let pages = self.page(&id);
            let rows = pages[0].sections.iter().filter(|section| section.key == "positions");
            let rows = rows.flat_map(|section| &section.rows).filter(|row| row.depth == 0);
            let spoken = rows.filter(|row| row.standing.is_some() && !row.text.contains(", by speaking"));
            let shown: BTreeSet<_> = spoken
                .map(|row| (row.proposition.clone().unwrap(), row.standing.unwrap().to_owned(), named(row)))
                .collect();
            // A joint statement is one entry for each root, and one row.
            if shown != told {
                self.wrong.push(format!("{id}: the timeline says {told:?}, its page {shown:?}"));
            }
        }
    }

    /// The audit warns of the statements that the timeline has as reversed or retracted.
    fn audited(&mut self, draft: &str) {
        let audit = gainsay::audit::audit(self.reasoning.ledger, draft);
        let id = |at| self.reasoning.ledger.statement(at).id.clone();
        let warned: BTreeSet<String> = audit
            .quotes
            .iter()
            .filter(|quoted| quoted.remarks.contains(&Remark::Superseded))
            .flat_map(|quoted| quoted.statements.iter().map(|at| id(*at)))
            .collect();
        let quoted: BTreeSet<String> =
            audit.quotes.iter().flat_map(|quoted| quoted.statements.iter().map(|at| id(*at))).collect();
        let mut told: BTreeSet<String> = BTreeSet::new();
        for entry in list(&self.timeline, "entries") {
            told.extend(strings(entry, "withdraws"));
            let back = |one: &&Value| ["reversed", "retracted"].contains(&text(one, "fate"));
            if list(entry, "positions").iter().any(|one| back(&one)) {
                told.insert(text(entry, "statement").to_owned());
            }
        }
        told.extend(self.tacit("reversal").filter_map(|finding| self.subject(finding)));
        told.retain(|id| quoted.contains(id));
        if told != warned {
            self.wrong.push(format!("the timeline takes back {told:?}, the audit warns of {warned:?}"));
        }
    }

    /// The findings of a rule on what is held by speaking at all, which the timeline leaves out.
    fn tacit<'s>(&'s self, rule: &'static str) -> impl Iterator<Item = &'s Finding> {
        let on = move |finding: &&Finding| {
            let predicate =
                finding.about.map(|about| &*self.reasoning.ledger.vocabulary.get(about.predicate).id);
            finding.rule.id == rule && matches!(predicate, Some("accurate" | "authentic"))
        };
        self.report.findings.iter().filter(on)
    }

    /// The statement of which a finding on accuracy is, where its accuracy was held by speaking.
    fn subject(&self, finding: &Finding) -> Option<String> {
        let on = StatementId::from(finding.about?.arguments[0].place()?);
        finding.statements.contains(&on).then(|| self.reasoning.ledger.statement(on).id.clone())
    }

    /// Check finds reversals and retractions where the timeline has them, by the same statements.
    fn findings(&mut self) {
        for (word, rule) in [("reversed", "reversal"), ("retracted", "retraction")] {
            let found: Vec<BTreeSet<String>> = self
                .report
                .findings
                .iter()
                .filter(|finding| finding.rule.id == rule)
                .map(|finding| &finding.statements)
                .map(|all| all.iter().map(|id| self.reasoning.ledger.statement(*id).id.clone()).collect())
                .collect();
            let mut told: BTreeSet<String> = BTreeSet::new();
            for entry in list(&self.timeline, "entries").iter().filter(|entry| entry["condition"].is_null()) {
                for position in list(entry, "positions").iter().filter(|one| text(one, "fate") == word) {
                    let pair: BTreeSet<String> = strings(position, "by")
                        .into_iter()
                        .chain([text(entry, "statement").to_owned()])
                        .collect();
                    told.extend(pair.iter().cloned());
                    let both = |all: &BTreeSet<String>| all.intersection(&pair).count() > 1;
                    if !found.iter().any(both) && entry["hearsay"] == false {
                        self.wrong.push(format!("check has no {rule} of {pair:?}: {found:?}"));
                    }
                }
            }
            for finding in self.tacit(rule) {
                told.extend(
                    finding.statements.iter().map(|id| self.reasoning.ledger.statement(*id).id.clone()),
                );
            }
            if let Some(odd) = found.iter().find(|all| !all.is_subset(&told)) {
                self.wrong.push(format!("the timeline has no {rule} of {odd:?}"));
            }
        }
    }

    /// Check, replies, report and the page of the accused say the same of every accusation.
    fn accusations(&mut self, counted: usize) {
        let open: BTreeMap<String, String> = self
            .report
            .findings
            .iter()
            .filter(|finding| finding.rule.id == "unanswered-accusation")
            .map(|finding| (finding.on(self.reasoning.ledger).unwrap(), finding.message.clone()))
            .collect();
        if open.len() != counted {
            self.wrong.push(format!("the report counts {counted}, check finds {open:?}"));
        }
        let mut put: BTreeMap<String, bool> = BTreeMap::new();
        let charges: Vec<Value> = list(&self.replies, "parties")
            .iter()
            .flat_map(|party| list(party, "accusations"))
            .cloned()
            .collect();
        for charge in charges {
            let on = text(&charge, "proposition").to_owned();
            let answered = charge["answered"] == true;
            put.insert(on.clone(), answered);
            let asked: Vec<&Value> = list(&charge, "requests").iter().collect();
            if let Some(message) = open.get(&on) {
                let none = message.contains("No request for a reply is on file");
                if answered || none != asked.is_empty() {
                    self.wrong.push(format!("{on}: check says “{message}”, replies {charge}"));
                }
                let reached = asked.iter().rev().find(|one| text(one, "outcome") != "not-reached");
                let date = reached.or(asked.last()).and_then(|one| one["date"].as_str());
                let words = date.map(|date| gainsay::ledger::model::date::Date::parse(date).unwrap().words());
                if words.is_some_and(|words| !message.contains(&format!("asked on {words}"))) {
                    self.wrong.push(format!("{on}: check says “{message}”, replies {asked:?}"));
                }
            } else if !answered && !self.implied(&on, &open) {
                self.wrong.push(format!("{on}: not answered for replies, and not found by check"));
            }
            let shown = self.shown(&on);
            if shown != Some((answered, asked.len())) {
                self.wrong.push(format!("{on}: the page of the accused says {shown:?}, replies {charge}"));
            }
        }
        if let Some(on) = open.keys().find(|on| put.get(*on) != Some(&false)) {
            self.wrong.push(format!("{on}: found by check, and answered or missing for replies"));
        }
    }

    /// Whether a stronger accusation that is found says it by definition.
    fn implied(&self, on: &str, open: &BTreeMap<String, String>) -> bool {
        let name = |id| {
            gainsay::ledger::words::canonical(self.reasoning.ledger, &self.reasoning.propositions.get(id))
        };
        let mut implied = self.reasoning.groups().filter(|(id, _)| open.contains_key(&name(*id)));
        implied.any(|(id, _)| self.reasoning.consequences(id).iter().any(|one| name(one.to) == on))
    }

    /// Whether the page of the accused has it as answered, and how many requests it names; none where it is not there.
    fn shown(&self, on: &str) -> Option<(bool, usize)> {
        let (predicate, arguments) = on.split_once('(')?;
        let vocabulary = &self.reasoning.ledger.vocabulary;
        let at = vocabulary.get(vocabulary.find(predicate)?).accuses?;
        let accused = arguments.split([',', ')']).map(str::trim).nth(at)?;
        let pages = self.page(accused);
        let rows = pages.iter().filter(|page| page.kind == "party").flat_map(|page| &page.sections);
        let rows: Vec<&Row> =
            rows.filter(|section| section.key == "accusations").flat_map(|section| &section.rows).collect();
        let head = |row: &&Row| row.depth == 0 && row.proposition.as_deref() == Some(on);
        let from = rows.iter().position(head)?;
        let below = || rows[from + 1..].iter().take_while(|row| row.depth > 0);
        let answered = !below().any(|row| row.text == "has no position on this on file");
        Some((answered, below().filter(|row| row.text.starts_with("was asked for a reply")).count()))
    }
}

/// The statements that a row of a position names as taking its place or withdrawing it.
fn named(row: &Row) -> Vec<String> {
    let id = |part: &str| part.split('`').next().unwrap().to_owned();
    match (row.text.rsplit_once(": superseded on "), row.text.rsplit_once(": withdrawn by ")) {
        (Some((_, by)), _) => by.split(" by `").skip(1).map(id).collect(),
        (_, Some((_, by))) => by.split('`').skip(1).step_by(2).map(id).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn all_commands_say_the_same_of_every_position_and_accusation() {
    for seed in seeds() {
        let contested = Contested::new(seed);
        if differences(&contested).is_empty() {
            continue;
        }
        let with = |ledger: &Ledger| Contested { ledger: ledger.clone(), ..contested.clone() };
        let small = with(&contested.ledger.shrunk(|ledger| !differences(&with(ledger)).is_empty()));
        let brief = format!("{}requests:\n{}", small.ledger.brief(), small.requests.concat());
        panic!("commands differ, seed {seed}:\n{brief}\n{:#?}", differences(&small));
    }
}
