//! What is written beside a position (what its figure covers, for which day, in which words) and on what a statement says
//! it rests reaches every view that prints the position.

use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - id: norland-counts
    by: norland
    date: 2031-05-05
    quote: Seven people lost their lives since yesterday. Nobody carried it out; it was an accident.
    basis: [hospital lists, radar]
    asserts:
      - says: killed(quay-fire) = 7
        quote: Seven people lost their lives since yesterday
        scope: the past day
        as-of: 2031-05-04
      - killed(quay-fire) = 60
      - accidental(quay-fire)
  - id: sudria-counts
    by: sudria
    date: 2031-05-05
    asserts:
      - {says: killed(quay-fire) = 4, quote: we know of four dead, scope: the past day, as-of: 2031-05-04}
";

const WHOLE: &str =
    "Seven people lost their lives since yesterday. Nobody carried it out; it was an accident.";

/// What a command prints, on one line.
fn printed(name: &str, arguments: &[&str]) -> String {
    let place = folder(&format!("written-long-{name}"));
    write(&place, RECORDS);
    let (out, complaints, _) = said(&gainsay(&place, arguments));
    assert!(!out.is_empty(), "{complaints}");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn holds(printed: &str, all: &[&str]) {
    for one in all {
        assert!(printed.contains(one), "missing: {one}\n{printed}");
    }
}

#[test]
fn a_statement_shows_it_and_its_own_words_once() {
    let page = printed("show", &["show", "norland-counts"]);
    holds(
        &page,
        &[
            "says it rests on hospital lists and radar",
            "says that 7 were killed in the quay fire (the past day, as of 4 May 2031): stands",
            "in the words “Seven people lost their lives since yesterday”",
            "says that the quay fire was accidental: stands",
        ],
    );
    assert_eq!(page.matches(WHOLE).count(), 1, "{page}");
    // Words of single positions only stand with these.
    let page = printed("show-parts", &["show", "sudria-counts"]);
    holds(&page, &["words those of its positions alone", "in the words “we know of four dead”"]);
    assert_eq!(page.matches("we know of four dead").count(), 1, "{page}");
}

#[test]
fn a_proposition_is_credited_with_the_words_of_its_positions_alone() {
    let page = printed("proposition", &["show", "killed(quay-fire)"]);
    holds(
        &page,
        &["(the past day, as of 4 May 2031)", "5 May 2031: “Seven people lost their lives since yesterday”"],
    );
    // A position without words of its own is credited with those of the statement: 60 has none.
    assert_eq!(page.matches(WHOLE).count(), 1, "{page}");
    let found = printed("check", &["check"]);
    holds(&found, &["“Seven people lost their lives since yesterday”", "“we know of four dead”"]);
    assert!(!found.contains(WHOLE), "{found}");
}

#[test]
fn a_report_shows_it_in_every_format() {
    for format in ["text", "markdown", "html"] {
        let report = printed(&format!("report-{format}"), &["report", "--format", format]).replace('\\', "");
        holds(
            &report,
            &[
                "rests on hospital lists and radar",
                "(the past day, as of 4 May 2031): “Seven people lost their lives since yesterday”",
                "(the past day, as of 4 May 2031): “we know of four dead”",
            ],
        );
    }
}

#[test]
fn figures_of_different_scope_stand_side_by_side() {
    let table = printed("table", &["table", "--format", "markdown"]);
    holds(&table, &["says 60", "says 7 (the past day, as of 4 May 2031)"]);
    let list = printed("csv", &["table", "--format", "csv"]);
    holds(
        &list,
        &["7 (the past day, as of 4 May 2031)", "\"Seven people lost their lives since yesterday\""],
    );
    let time = printed("timeline", &["timeline"]);
    holds(
        &time,
        &[
            "says that 7 were killed in the quay fire (the past day, as of 4 May 2031)",
            "5 May 2031: 7 (the past day, as of 4 May 2031)",
            "Disputed: Norland 7 against Sudria 4 (the past day).",
        ],
    );
}

#[test]
fn programs_get_it_in_keys() {
    let table = printed("table-json", &["table", "--format", "json"]);
    let time = printed("timeline-json", &["timeline", "--format", "json"]);
    for json in [&table, &time] {
        holds(
            json,
            &[
                "\"scope\": \"the past day\", \"as_of_value\": \"2031-05-04\", \"own_quote\": \"we know of four dead\"",
            ],
        );
    }
    holds(&time, &["\"basis\": [ \"hospital lists\", \"radar\" ]"]);
    // A position without any of it has no such keys.
    assert_eq!(table.matches("\"scope\"").count(), 2, "{table}");
}
