//! Whatever a file holds, the check ends with a report: it does not panic, its JSON is JSON, and nothing that steers a
//! terminal comes through. The inputs are byte soup, cut files and mutated cases, made from fixed seeds.
//!
//! `GAINSAY_ROUNDS=20 cargo test --test library robust` tries twenty times as many, and `GAINSAY_FULL=1` eight times.

#![allow(clippy::unwrap_used, clippy::format_push_string, clippy::format_collect, reason = "a test may")]

use crate::common;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gainsay::check::check;
use gainsay::check::expect;
use gainsay::check::formats::{json, markdown, text};
use gainsay::check::options::{Options, Setting};
use gainsay::layout::Style;
use gainsay::ledger::model::date::Date;
use gainsay::read::files::decode::decode;
use gainsay::read::{Text, texts};
use gainsay::rules::finding::Level;

/// Ids that the hostile propositions and records below may meet in one another.
const IDS: &[&str] =
    &["norland", "sudria", "quay-fire", "self", "not", "s1", "s2", "?", "?x", "0", "a--", "nobody"];

/// What is put in the place of a word, or between two.
const TOKENS: &[&str] = &[
    "\u{1b}[2J",
    "\u{1b}]8;;x\u{7}",
    "\u{202e}",
    "\u{2066}",
    "\0",
    "\u{9b}31m",
    "\u{feff}",
    "\u{200b}",
    "\r",
    "\u{2028}",
    "\u{85}",
    "é\u{301}",
    "рaypal",
    "\u{10ffff}",
    "9999-12-31~",
    "-9999",
    "Y170000002",
    "../..",
    "{}",
    "[]",
    "{",
    "]",
    "((",
    "0000-01-01~",
    "-9999-01-01/9999-12-31",
    "2024-02-30",
    "2024-01-28T24:00+99:99",
    "2024-01-28T05:30-12:00",
    "..",
    "/",
    "2024/",
    "/2024",
    "156u-12-25",
    "2024-21",
    "99999999999999999999999999999999",
    "1000000000000",
    "1000000000001",
    "-1",
    "-0",
    "0x10",
    "1e400",
    ".inf",
    "nan",
    "~",
    "null",
    "yes",
    "= 5..1",
    "= 0..1000000000000",
    "~ 1000000000000",
    "~ 0",
    "< 0",
    ">= 1000000000000",
    "= \"",
    "\"\"",
    "''",
    "'",
    "\"",
    "&a *a",
    "*a",
    "&a",
    "<<: *a",
    "!!binary x",
    "!x",
    "|",
    ">",
    "|9",
    "? ",
    "- - - -",
    "---",
    "...",
    "%YAML 9.9",
    "# ",
    ": ",
    ":",
    ",",
    "@",
    "`",
    "\t",
    "self",
    "not",
    "carried-out(self, self)",
    "killed()",
    "killed(quay-fire, , )",
    "accurate(s1)",
    "accurate(self)",
    "happened(happened(x))",
    "part-of: ",
    "?x",
];

/// Records that go round in circles, name themselves, or are of another kind than they should be. They can be put
/// behind any file.
const RECORDS: &[&str] = &[
    "parties:\n  - {id: norland, part-of: sudria}\n  - {id: sudria, part-of: norland}\n",
    "parties:\n  - {id: norland, kind: class, part-of: norland}\n",
    "parties:\n  - {id: p1, kind: person, part-of: [{party: norland, from: 2031, until: 2030}, {party: p1}]}\n",
    "parties:\n  - {id: p1, part-of: [{party: norland, from: 2031-05~, until: 9999-12-31~}, {party: sudria}]}\n",
    "parties:\n  - {id: p1, kind: body, part-of: p2}\n  - {id: p2, kind: body, part-of: p3}\n  - {id: p3, part-of: p1}\n",
    "places:\n  - {id: norland, within: [sudria, norland]}\n  - {id: sudria, within: norland, at: [91, 999]}\n",
    "places:\n  - {id: b1, within: [c1, c2]}\n  - {id: c1, at: [nan, inf]}\n  - {id: c2, at: [-90, 180.0000000001]}\n",
    "events:\n  - {id: quay-fire, part-of: quay-fire, date: 2031-05-01~}\n",
    "events:\n  - {id: e1, part-of: e2, place: norland}\n  - {id: e2, part-of: e1, participants: [sudria, sudria, e1]}\n",
    "sources:\n  - {id: w1, outlet: norland, published: 9999-12-31~, withdrawn: -9999, retrieved: Y170000002}\n",
    "sources:\n  - {id: w2, archive: ../../../../etc/passwd, sha256: ../.., published: 2031-05-01/2031-04-01}\n",
    "statements:\n  - {id: s1, by: norland, date: 2031-05-02, citing: s2, answers: s1, same-as: s2}\n  \
       - {id: s2, by: sudria, date: 2031-05-03, citing: s1, retracts: s2, same-as: s1}\n",
    "statements:\n  - id: s1\n    by: norland\n    date: 2031-05-02\n    retracts: s3\n    denies: [accurate(s2)]\n  \
       - id: s2\n    by: sudria\n    date: 2031-05-02\n    asserts: [accurate(s1), authentic(s3)]\n  \
       - id: s3\n    by: norland\n    date: 2031-05-01\n    retracts: s1\n    asserts: [accurate(s3)]\n",
    "statements:\n  - {id: s4, by: [norland, sudria, norland], via: [norland], anonymous: x, citing: [norland, s4], \
       date: 2031-05-02, asserts: ['carried-out(self, quay-fire)', 'carried-out(norland, quay-fire)']}\n",
    "statements:\n  - {id: s5, by: norland, date: 2031, asserts: ['same-event(quay-fire, e1)', 'same-event(e1, e2)', \
       'same-event(e2, quay-fire)', 'part-of-event(e1, e1)', 'part-of-event(e1, e2)', 'part-of-event(e2, e1)', \
       'carried-out(sudria, e1)', 'killed(e2) = 3', 'killed(quay-fire) > 5']}\nevents: [{id: quay-fire}, {id: e1}, {id: e2}]\n",
    "statements:\n  - {id: s6, by: sudria, date: 2031, denies: ['happened(quay-fire)', 'member-of(self, self)'], asserts: \
       ['member-of(norland, sudria)', 'member-of(sudria, norland)', 'carried-out(norland, quay-fire)', 'backs(self, self)']}\n",
    "statements:\n  - {id: s7, by: norland, date: 9999-12-31~, asserts: ['date(quay-fire) = 9999-12-31~', \
       'place(quay-fire) = norland', 'killed(quay-fire) ~ 1000000000000']}\n  \
       - {id: s8, by: sudria, date: -9999, asserts: ['date(quay-fire) = -9999', 'killed(quay-fire) < 0'], \
       denies: ['date(quay-fire) >= 0000', 'place(quay-fire) = sudria', 'killed(quay-fire) <= 1000000000000']}\n",
    "predicates:\n  - {id: q1, arguments: [party, event], implies: [q2], opposite: q2, accuses: 2, rival: 2}\n  \
       - {id: q2, arguments: [party, event], implies: [q1], opposite: q1, link: true, symmetric: true, transitive: true}\n",
    "predicates:\n  - {id: q3, arguments: [event, 'party?'], implies: [q3], opposite: q3, accuses: 2, rival: 2, value: \
       [count, date, place, party, topic, text], reads: '{1} {2} {3} {value} {', happening: true, attitude: true}\n\
     statements:\n  - {id: s9, by: norland, date: 2031, asserts: [q3(quay-fire), 'q3(quay-fire, sudria) = 3', \
       'q3(quay-fire) = norland', 'q3(quay-fire) = \"x\"']}\n  - {id: s10, by: sudria, date: 2031, denies: [q3(quay-fire), \
       'q3(quay-fire, sudria) = 3'], asserts: ['q3(quay-fire) = sudria', 'q3(quay-fire, norland) = 2031']}\n",
    "predicates:\n  - {id: carried-out, arguments: [], accuses: 1, rival: 4}\n  - {id: involved-in, arguments: [topic]}\n",
    "predicates:\n  - {id: t1, arguments: [event, event], transitive: true, symmetric: true, link: true, happening: true}\n\
     statements:\n  - {id: s11, by: norland, date: 2031, asserts: ['t1(quay-fire, e1)', 't1(e1, e2)', 't1(e2, quay-fire)', \
       't1(e1, e1)'], doubts: ['t1(quay-fire, e2)']}\nevents: [{id: quay-fire}, {id: e1}, {id: e2}]\n",
    "rules:\n  - {id: r1, when: ['backs(?x, ?x)', 'backs(?x, norland)', 'carried-out(norland, ?e)'], then: 'backs(?x, sudria)'}\n  \
       - {id: r2, when: ['backs(?x, sudria)'], then: 'backs(sudria, ?x)'}\n  - {id: r3, when: ['backs(?a, ?b)'], then: 'backs(?c, ?b)'}\n",
    "rules:\n  - {id: r4, when: [], then: 'happened(quay-fire)'}\n  - {id: r5, when: ['killed(?e, ?p) = 3'], then: 'killed(?p, ?e)'}\n  \
       - {id: r6, when: ['place(?e)', 'member-of(?a, ?b)', 'member-of(?b, ?c)', 'member-of(?c, ?a)'], then: 'arms(?a, ?c)'}\n",
    "settings: {verify: {origins: 0}, near: {hours: -1, km: 99999999999999999999}, levels: {records: note, nothing: error}}\n",
    "settings: {verify: {origins: 4294967296}, quotes: {error: [x]}, readings: {off: [backing-is-involvement, r1, x]}}\n",
    "requests:\n  - {to: nobody, about: ['backs(self, ?)'], date: x}\n  - {to: [norland, sudria], about: 'carried-out(sudria, quay-fire)'}\n",
    "reconciliations:\n  - {between: [s1], on: 'happened(', reason: x}\n  - {between: [s1, s2, s1], reason: time}\n",
    "accepted:\n  - {rule: agreements, between: [s1, norland]}\n  - {on: '?'}\n  - {}\n",
    "expect:\n  - {finds: x, finds-no: agreement}\n  - {}\n  - {finds: agreements, between: [self], only: maybe}\n",
];

/// A generator of numbers: `SplitMix64`, so that a seed means the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where there is none.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap().max(1);
        usize::try_from(self.next() % bound).unwrap()
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

#[test]
fn byte_soup() {
    const BYTES: &[u8] =
        b"statements:\n  - id: a\n    by: [x, y]\n&*!|>%@`'\"#{}?-,\t\r\x00\xff\xfe\xc3\xa9\xf0\x9f";
    run("byte soup", 250, |numbers| {
        let length = numbers.below(400);
        let plain = numbers.below(2) == 0;
        let bytes = (0..length).map(|_| {
            let any = numbers.next().to_le_bytes()[0];
            if plain { BYTES[usize::from(any) % BYTES.len()] } else { any }
        });
        vec![bytes.collect()]
    });
}

#[test]
fn cut_files() {
    let files = files();
    run("cut files", 300, |numbers| {
        let file = &files[numbers.below(files.len())];
        let start = if numbers.below(3) == 0 { numbers.below(file.len()) } else { 0 };
        let end = start + numbers.below(file.len() - start + 1);
        vec![file[start..end].to_vec()]
    });
}

#[test]
fn mutated_cases() {
    let files = files();
    run("mutated cases", 500, |numbers| {
        let mut file = String::from_utf8_lossy(&files[numbers.below(files.len())]).into_owned();
        for _ in 0..=numbers.below(6) {
            mutate(&mut file, numbers);
        }
        vec![file.into_bytes()]
    });
}

#[test]
fn circles_and_strangers() {
    let files = files();
    run("circles and strangers", 500, |numbers| {
        let mut store: Vec<Vec<u8>> = Vec::new();
        if numbers.below(2) == 0 {
            store.push(files[numbers.below(files.len())].clone());
        }
        for _ in 0..=numbers.below(5) {
            let mut record = numbers.pick(RECORDS).to_owned();
            if numbers.below(3) == 0 {
                mutate(&mut record, numbers);
            }
            store.push(record.into_bytes());
        }
        if numbers.below(3) == 0 {
            store.push(b"parties: [{id: norland, kind: state}, {id: sudria, kind: state}]\nevents: [{id: quay-fire}]\n".to_vec());
        }
        store
    });
}

#[test]
fn every_two_strange_files_together() {
    let sound = "parties: [{id: norland, kind: state}, {id: sudria, kind: state}]\nevents: [{id: quay-fire}]\n\
                 places: [{id: norland}, {id: sudria}]\n";
    let stores = RECORDS.iter().enumerate().flat_map(|(at, one)| {
        RECORDS[at..].iter().map(move |other| vec![sound.as_bytes(), one.as_bytes(), other.as_bytes()])
    });
    let mut wrong = Vec::new();
    for store in stores.step_by(8 / common::size(8)) {
        let store: Vec<Vec<u8>> = store.into_iter().map(<[u8]>::to_vec).collect();
        wrong.extend(trouble(&store).map(|reason| shown("pairs of records", 0, &store, &reason)));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn propositions_of_any_shape() {
    run("propositions", 300, |numbers| {
        let vocabulary = [
            "carried-out",
            "involved-in",
            "killed",
            "place",
            "date",
            "weapon",
            "cause",
            "accurate",
            "fulfils",
            "seeks",
            "will",
            "member-of",
            "same-event",
            "part-of-event",
            "backs",
            "deliberate",
            "accidental",
            "terrorism",
            "nothing",
        ];
        let mut lines = String::new();
        for (key, _) in [("asserts", 0), ("denies", 1), ("suggests", 2), ("leaves-open", 3), ("declines", 4)]
        {
            lines.push_str(&format!("    {key}:\n"));
            for _ in 0..=numbers.below(3) {
                let mut proposition = format!("{}(", numbers.pick(&vocabulary));
                for at in 0..numbers.below(4) {
                    proposition.push_str(if at > 0 { ", " } else { "" });
                    proposition.push_str(numbers.pick(IDS));
                }
                proposition.push(')');
                if numbers.below(2) == 0 {
                    let sign = numbers.pick(&["=", "<", ">", "<=", ">=", "~", "==", ""]);
                    let value = if numbers.below(2) == 0 { numbers.pick(TOKENS) } else { numbers.pick(IDS) };
                    proposition.push_str(&format!(" {sign} {value}"));
                }
                lines.push_str(&format!("      - {proposition}\n"));
            }
        }
        let by = numbers.pick(IDS);
        let store = format!(
            "parties: [{{id: norland, kind: state}}, {{id: sudria, kind: body, part-of: norland}}, {{id: nobody}}]\n\
             events: [{{id: quay-fire, date: 2031-05-01, participants: [norland]}}]\n\
             topics: [{{id: norland}}]\nplaces: [{{id: sudria}}]\n\
             statements:\n  - id: s1\n    by: norland\n    date: 2031-05-02\n{lines}  - id: s2\n    by: {by}\n    \
             date: 2031-05-03\n{lines}"
        );
        vec![store.into_bytes()]
    });
}

#[test]
fn what_is_very_long_or_very_deep() {
    let deep =
        |open: &str, close: &str, times: usize| format!("{}x{}", open.repeat(times), close.repeat(times));
    let chain = |times: usize| {
        let mut store = "parties: [{id: norland}]\nevents:\n".to_owned();
        for at in 0..times {
            store.push_str(&format!("  - {{id: e{at}, part-of: e{}}}\n", at + 1));
        }
        store.push_str("statements:\n  - id: s\n    by: norland\n    date: 2031\n    asserts:\n");
        for at in 0..times {
            store.push_str(&format!(
                "      - same-event(e{at}, e{})\n      - part-of-event(e{at}, e{})\n",
                at + 1,
                at + 1
            ));
        }
        store
    };
    let parts = |times: usize| {
        let one = |at: usize| format!("  - {{id: p{at}, kind: body, part-of: p{}}}\n", at + 1);
        let all: String = (0..times).map(one).collect();
        format!(
            "parties:\n{all}events: [{{id: e}}]\nstatements:\n  - {{id: s, by: p0, date: 2031, asserts: ['carried-out(p0, e)']}}\n"
        )
    };
    let implied = |times: usize| {
        let one =
            |at: usize| format!("  - {{id: q{at}, arguments: [event], implies: [q{}]}}\n", (at + 1) % times);
        let all: String = (0..times).map(one).collect();
        format!(
            "predicates:\n{all}parties: [{{id: a}}, {{id: b}}]\nevents: [{{id: e}}]\nstatements:\n  - {{id: s, by: a, date: \
             2031, asserts: [q0(e)]}}\n  - {{id: t, by: b, date: 2031, denies: [q{}(e)]}}\n",
            times - 1
        )
    };
    let places = |times: usize| {
        // Each lies in both of the next two: as many ways up as Fibonacci's numbers, if one walks them all.
        let one = |at: usize| format!("  - {{id: p{at}, within: [p{}, p{}]}}\n", at + 1, at + 2);
        let all: String = (0..times).map(one).collect();
        format!(
            "places:\n{all}  - {{id: p{times}}}\n  - {{id: p{}}}\nparties: [{{id: a}}, {{id: b}}]\nevents: [{{id: e}}]\n\
             statements:\n  - {{id: s, by: a, date: 2031, asserts: [place(e) = p0]}}\n  - {{id: t, by: b, date: 2031, \
             asserts: [place(e) = p{times}], denies: [place(e) = p1]}}\n",
            times + 1
        )
    };
    let cited = |times: usize| {
        let one = |at: usize| {
            format!(
                "  - {{id: s{at}, by: a, date: 2031, citing: [s{}, s{}], same-as: s{}, retracts: s{}, asserts: [killed(e) = {at}]}}\n",
                (at + 1) % times,
                (at + 2) % times,
                (at + 1) % times,
                (at + 3) % times
            )
        };
        format!(
            "parties: [{{id: a}}]\nevents: [{{id: e}}]\nstatements:\n{}",
            (0..times).map(one).collect::<String>()
        )
    };
    let long = "x".repeat(100_000);
    let stores = [
        deep("[", "]", 20_000),
        deep("{a: ", "}", 20_000),
        deep("- ", "", 5_000),
        format!("statements:\n  - id: {}\n", deep("[", "]", 2_000)),
        format!("statements:\n  - asserts: ['{}']\n", deep("killed(", ")", 5_000)),
        format!("parties:\n  - id: {long}\n    name: {long}\n    aliases: [{long}]\n    {long}: {long}\n"),
        format!("parties: [{{id: a, name: \"{}\"}}]\n", "\u{202e}\u{1b}[1m".repeat(5_000)),
        format!("{long}:\n  - {long}\n"),
        format!("parties: [{}{{id: a}}]\n", "{id: a}, ".repeat(2_000)),
        format!("parties:\n{}", (0..60).fold(String::new(), |all, depth| all + &" ".repeat(depth) + "- \n")),
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d, *d]\n".to_owned(),
        chain(40),
        parts(300),
        implied(60),
        places(40),
        cited(60),
    ];
    let mut wrong = Vec::new();
    for (at, store) in stores.into_iter().enumerate() {
        let store = vec![store.into_bytes()];
        wrong.extend(trouble(&store).map(|reason| format!("long store {at}: {reason}")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Makes as many stores as asked for and fails with the first that goes wrong, made as small as lines allow.
fn run(what: &str, times: usize, mut make: impl FnMut(&mut Numbers) -> Vec<Vec<u8>>) {
    let rounds: u64 =
        std::env::var("GAINSAY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(1);
    for seed in 0..common::size(times) as u64 * rounds {
        let store = make(&mut Numbers(seed));
        if let Some(reason) = trouble(&store) {
            let small = smaller(store);
            panic!("{}", shown(what, seed, &small, &trouble(&small).unwrap_or(reason)));
        }
    }
}

/// What is wrong with the reports on a store; nothing, if all is well.
fn trouble(store: &[Vec<u8>]) -> Option<String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| reports(store)));
    match outcome {
        Ok(reason) => reason,
        Err(panic) => {
            let message = panic.downcast_ref::<String>().cloned();
            let message = message.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Some(format!("it panics: {}", message.unwrap_or_default()))
        }
    }
}

fn reports(store: &[Vec<u8>]) -> Option<String> {
    let files = store.iter().enumerate().map(|(at, bytes)| Text {
        path: format!("claims/{at}\u{1b}.yaml"),
        content: decode(bytes.clone()).map_err(|wrong| (wrong.message, wrong.help)),
    });
    let mut loaded = texts(files.collect(), &common::names());
    let plain = Options { strict: true, ..Options::default() };
    let narrow = Options {
        about: vec!["norland".to_owned()],
        since: Date::parse("2031-05-02").ok(),
        as_of: Date::parse("2031-05-02").ok(),
        bare_links: false,
        levels: vec![
            ("records".to_owned(), Setting::At(Level::Note)),
            ("agreement".to_owned(), Setting::Allow),
        ],
        strict: true,
    };
    for options in [plain, narrow] {
        if let Some(date) = &options.as_of {
            loaded.ledger.as_of(date);
        }
        let report = check(&loaded.ledger, &loaded.problems, &options);
        let _ = expect::outcome(&report);
        let width = if options.about.is_empty() { 100 } else { 40 };
        let text = text(&report, Style { width, ..Style::default() });
        if let Some(steers) = text.chars().find(|letter| steers(*letter)) {
            return Some(format!("its text holds {steers:?}:\n{}", text.escape_debug()));
        }
        let page = markdown(&report);
        if let Some(steers) = page.chars().find(|letter| steers(*letter)) {
            return Some(format!("its Markdown holds {steers:?}:\n{}", page.escape_debug()));
        }
        let document = json(&report);
        match serde_json::from_str::<serde_json::Value>(&document) {
            Ok(value) if value["version"] == 1 && value["findings"].is_array() => {}
            Ok(_) => return Some("its JSON is not version 1".to_owned()),
            Err(error) => return Some(format!("its JSON is none: {error}")),
        }
        if let Some(steers) = document.chars().find(|letter| steers(*letter)) {
            return Some(format!("its JSON holds {steers:?}"));
        }
        if options.about.is_empty() {
            let again = check(&loaded.ledger, &loaded.problems, &options);
            if again.findings != report.findings {
                return Some("a second check finds something else".to_owned());
            }
        }
    }
    None
}

/// Whether a character steers a terminal or the direction of text. A line break does not.
fn steers(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}')
}

/// The same store with every file and line taken out that it goes wrong without.
fn smaller(mut store: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let mut file = 0;
    while file < store.len() {
        let without: Vec<_> =
            store.iter().enumerate().filter(|(at, _)| *at != file).map(|(_, f)| f.clone()).collect();
        if trouble(&without).is_some() {
            store = without;
            continue;
        }
        let mut line = 0;
        loop {
            let lines: Vec<&[u8]> = store[file].split_inclusive(|byte| *byte == b'\n').collect();
            if line >= lines.len() {
                break;
            }
            let shorter = lines
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != line)
                .flat_map(|(_, l)| l.to_vec())
                .collect();
            let mut without = store.clone();
            without[file] = shorter;
            if trouble(&without).is_some() {
                store = without;
            } else {
                line += 1;
            }
        }
        file += 1;
    }
    store
}

fn shown(what: &str, seed: u64, store: &[Vec<u8>], reason: &str) -> String {
    let files: Vec<String> = store
        .iter()
        .map(|file| String::from_utf8_lossy(file).escape_debug().to_string().replace("\\n", "\n"))
        .collect();
    format!("{what}, seed {seed}: {reason}\n--- the store:\n{}\n---", files.join("\n--- and\n"))
}

/// One change of a file's lines, words or letters.
fn mutate(file: &mut String, numbers: &mut Numbers) {
    let mut lines: Vec<String> = file.split('\n').map(str::to_owned).collect();
    let at = numbers.below(lines.len());
    let other = numbers.below(lines.len());
    match numbers.below(11) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => lines[at] = format!("{}{}", " ".repeat(numbers.below(7)), lines[at].trim_start()),
        4 => lines.insert(at, numbers.pick(TOKENS).repeat(1 + numbers.below(3))),
        5 => lines.insert(at, "x".repeat(numbers.below(3_000))),
        6 | 7 => {
            let token = numbers.pick(TOKENS);
            change_word(&mut lines[at], numbers, |_| token.to_owned());
        }
        8 => {
            let from = lines[other].clone();
            let words: Vec<&str> = from.split_whitespace().collect();
            if !words.is_empty() {
                let word = numbers.pick(&words);
                change_word(&mut lines[at], numbers, |_| word.to_owned());
            }
        }
        9 => change_word(&mut lines[at], numbers, |_| String::new()),
        _ => {
            let place = numbers.below(lines[at].chars().count() + 1);
            let byte = lines[at].char_indices().nth(place).map_or(lines[at].len(), |(byte, _)| byte);
            lines[at].insert_str(byte, numbers.pick(TOKENS));
        }
    }
    *file = lines.join("\n");
}

/// Puts something in the place of one word of a line; brackets, colons and commas part words.
fn change_word(line: &mut String, numbers: &mut Numbers, change: impl Fn(&str) -> String) {
    let parts: Vec<&str> = line.split_inclusive(|letter: char| " (),:[]{}".contains(letter)).collect();
    if parts.is_empty() {
        return;
    }
    let at = numbers.below(parts.len());
    let word = parts[at].trim_end_matches(|letter: char| " (),:[]{}".contains(letter));
    let end = &parts[at][word.len()..];
    let changed = format!("{}{end}", change(word));
    *line = parts
        .iter()
        .enumerate()
        .map(|(place, part)| if place == at { changed.as_str() } else { part })
        .collect();
}

/// Every ledger file of the cases.
fn files() -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "there is no case to mutate");
    paths.iter().map(|path| fs::read(path).unwrap()).filter(|file| !file.is_empty()).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            paths.push(path);
        }
    }
}
