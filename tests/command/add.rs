//! `gainsay add`: flags and answers, what it says before it writes, what it refuses, and that texts come back whole.

#![cfg(unix)]

use std::fs;
use std::process::{Command, Stdio};

use crate::common::folder::Folder;
use gainsay::read::fields::{self, Kind};
use gainsay::read::{records, singular};
use gainsay::text::FileId;

const CASE: &str = "\
# a case
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - id: coast-front # the third
    name: the Coast Front
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
sources:
  - id: post
    outlet: norland
statements:
  - id: norland-accuses
    by: norland
    date: 2031-05-02
    asserts:
      - carried-out(sudria, quay-fire)
# the end
";
/// Texts that YAML, a shell or a terminal could take for something else.
const HOSTILE: [&str; 32] = [
    "x\nis_admin: true",
    "- x",
    "# c",
    "---",
    "...",
    "no",
    "12:30",
    "~",
    "null",
    "",
    " leading and trailing ",
    "a: b",
    "a #b",
    "The #1 party",
    "\"double\" and 'single'",
    "\\n is not a line break",
    "--store",
    "-",
    "*alias",
    "&anchor",
    "!tag",
    "[a, b",
    "{a: b}",
    "%YAML 1.1",
    "2024-01-28",
    "0x1f",
    "\u{202e}bidi\u{2066}",
    "\u{200b}\u{feff}\u{85}\u{2028}",
    "esc \u{1b}[31m \u{9b}31m",
    "tab\there\r\n",
    "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other",
    "漢字 \u{1f468}\u{200d}\u{1f469}",
];

/// What `gainsay add` prints with these arguments, and whether it ends with the status that is wanted.
fn add(folder: &Folder, arguments: &[&str], status: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .arg("add")
        .args(arguments)
        .current_dir(&folder.0)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(output.status.code(), Some(status), "{arguments:?}\n{said}");
    said
}

fn case(folder: &Folder) -> String {
    fs::read_to_string(folder.claims().join("case.yaml")).unwrap()
}

#[test]
fn what_it_would_contradict_is_shown_and_then_it_is_written() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let flags = [
        "statement",
        "--by",
        "sudria",
        "--date",
        "2031-05-03",
        "--quote",
        "not us",
        "--quote",
        "- ever",
        "--denies",
        "involved-in(self, quay-fire)",
    ];
    let dry = add(&folder, &[&flags[..], &["--dry-run"]].concat(), 0);
    assert!(dry.contains("id: sudria-2031-05-03") && dry.contains("Nothing was written"), "{dry}");
    assert_eq!(case(&folder), CASE);
    let said = add(&folder, &flags, 0);
    let (before, after) = said.split_once("Wrote the statement sudria-2031-05-03").unwrap();
    assert!(
        before.contains("What it would contradict:") && before.contains("[direct-contradiction]"),
        "{said}"
    );
    assert!(after.contains("to claims/case.yaml, lines 19 to 26.") && after.contains("To undo it"), "{said}");
    let written = "\n  - id: sudria-2031-05-03\n    by: sudria\n    date: \"2031-05-03\"\n    quote:\n      - not us\n      - \"- ever\"\n    denies:\n      - involved-in(self, quay-fire)\n";
    assert_eq!(case(&folder), CASE.replace("# the end\n", &format!("{written}# the end\n")));
    // The lines it names are those of the record.
    let lines: Vec<String> = case(&folder).lines().map(str::to_owned).collect();
    assert!(lines[18].contains("- id: sudria-2031-05-03") && lines[25].contains("involved-in"), "{lines:?}");
    // A second one by the same that day has an id of its own.
    assert!(add(&folder, &flags, 0).contains("sudria-2031-05-03-2"));
}

#[test]
fn a_record_with_an_error_is_refused_as_check_would_report_it() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    for (flags, wanted) in [
        (&["statement", "--by", "sudira", "--date", "2031-05-03"][..], "did you mean `sudria`?"),
        (&["statement", "--by", "sudria", "--date", "2031-05-33"], "[bad-date]"),
        (&["statement", "--by", "sudria"], "without `date`"),
        (&["party", "--id", "norland"], "a second party `norland`"),
        (&["party", "--name", "X", "--kind", "nation"], "`nation` is no `kind`"),
        (&["party", "--name", "X", "--part-of", "norland, sinse: 2020"], "[unknown-reference]"),
        (&["place", "--name", "X", "--at", "north"], "[bad-value]"),
        (
            &["statement", "--by", "sudria", "--date", "2031", "--asserts", "killed(quay-fire)"],
            "nothing without a value",
        ),
    ] {
        let said = add(&folder, flags, 1);
        assert!(said.contains(wanted) && said.contains("Nothing was written."), "{flags:?}\n{said}");
        assert_eq!(case(&folder), CASE);
    }
    let flags = ["party", "--name", "X", "--file"];
    assert!(add(&folder, &[&flags[..], &["../x.yaml"]].concat(), 2).contains("outside the store"));
    assert!(add(&folder, &[&flags[..], &["x.txt"]].concat(), 2).contains("`--file x.yaml`"));
    assert!(add(&folder, &[], 2).contains("add what?"));
    assert_eq!(fs::read_dir(folder.claims()).unwrap().count(), 1);
}

#[test]
fn names_and_days_are_taken_for_ids_and_dates() {
    let more = CASE.replace("  - {id: sudria, name: Sudria, kind: state}\n", "  - {id: sudria, name: The Republic of Sudria, aliases: [Südria], kind: state}\n  - {id: twin-a, name: the Twins}\n  - {id: twin-b, aliases: [Twins]}\n");
    let folder = Folder::with(&[(
        "case.yaml",
        &more.replace("outlet: norland", "outlet: norland\n    published: 2031-05-06"),
    )]);
    let flags = |by: &'static str, date: &'static str| {
        [
            "statement",
            "--by",
            by,
            "--date",
            date,
            "--source",
            "post",
            "--denies",
            "carried-out(SUDRIA, Quay Fire)",
        ]
    };
    let said = add(&folder, &flags("republic of südria", "Monday"), 0);
    assert!(
        said.contains("republic of südria = sudria\n") && said.contains("Monday = 2031-05-05\n"),
        "{said}"
    );
    let text = case(&folder);
    assert!(text.contains("id: sudria-2031-05-05\n    by: sudria\n    date: \"2031-05-05\"\n"), "{text}");
    assert!(text.contains("- carried-out(sudria, quay-fire)"), "{text}");
    // Of two that bear the name none is taken, nor of two days.
    let twins = add(&folder, &flags("Twins", "Monday"), 2);
    assert!(
        twins.contains("called `Twins`") && twins.contains("twin-a") && twins.contains("twin-b"),
        "{twins}"
    );
    let days = add(&folder, &flags("Südria", "3.4.2031"), 2);
    assert!(days.contains("2031-04-03") && days.contains("2031-03-04"), "{days}");
    // Nobody is called so: the reader refuses it.
    assert!(add(&folder, &flags("Sudr", "2031-05-05"), 1).contains("unknown party `Sudr`"));
    assert_eq!(case(&folder), text);
}

#[test]
fn a_record_goes_where_it_belongs_or_where_it_is_sent() {
    let folder = Folder::with(&[
        ("case.yaml", CASE),
        ("people.yaml", "parties:\n  - id: a\n  - id: b\n  - id: c\n  - id: d\n"),
    ]);
    let wrote = |said: String| said.lines().next().unwrap().to_owned();
    assert_eq!(
        wrote(add(&folder, &["party", "--name", "the É Post"], 0)),
        "Wrote the party e-post to claims/people.yaml, lines 6 to 7."
    );
    assert!(
        wrote(add(&folder, &["source", "--outlet", "norland", "--published", "2031-05-02"], 0))
            .contains("norland-2031-05-02 to claims/case.yaml")
    );
    assert!(
        wrote(add(&folder, &["topic", "--name", "War"], 0)).contains("to claims/topics.yaml, lines 2 to 3")
    );
    assert!(
        wrote(add(&folder, &["topic", "--name", "War", "--file", "sub/new.yaml"], 0))
            .contains("war-2 to claims/sub/new.yaml")
    );
    assert!(
        wrote(add(&folder, &["topic", "--id", "t", "--file", "claims/sub/new.yaml"], 0)).contains("line 4.")
    );
    let part = "coast-front, title: the wing, from: 2030, until: 2032-05";
    add(&folder, &["party", "--id", "wing", "--part-of", part, "--file", "people.yaml"], 0);
    let people = fs::read_to_string(folder.claims().join("people.yaml")).unwrap();
    assert!(people.contains("      party: coast-front\n      title: the wing\n"), "{people}");
    // A statement goes among statements that it belongs with, and else into a file of its own kind.
    let statement = |more: &[&str]| {
        let flags = ["statement", "--by", "a", "--date", "2031-05-02"];
        add(&folder, &[&flags[..], more].concat(), 0)
    };
    assert!(statement(&["--answers", "norland-accuses"]).contains("to claims/case.yaml"));
    assert!(statement(&["--denies", "happened(quay-fire)"]).contains("to claims/case.yaml"));
    add(&folder, &["source", "--id", "wire-1", "--file", "people.yaml"], 0);
    assert!(statement(&["--source", "wire-1"]).contains("to claims/statements.yaml, lines 2 to 5."));
    assert!(statement(&["--asserts", "arms(a, b)"]).contains("to claims/statements.yaml"));
    add(&folder, &["place", "--id", "quay", "--at", "-31.9, 36.5"], 0);
    let ledger = gainsay::read::store(&folder.claims(), &[]).unwrap().ledger;
    assert_eq!(ledger.places.at(0).at, Some((-31.9, 36.5)));
}

#[test]
fn every_text_of_every_kind_comes_back_as_it_went_in() {
    for name in
        ["statements", "parties", "places", "topics", "events", "sources", "requests", "reconciliations"]
    {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let list = fields::list(name).unwrap();
        // What a source's text is kept in is a path and a sum, and not for people to word.
        let texts: Vec<&str> = list
            .fields
            .iter()
            .filter(|field| matches!(field.kind, Kind::Words) && !["archive", "sha256"].contains(&field.key))
            .map(|field| field.key)
            .collect();
        assert!(!texts.is_empty(), "{name}");
        for (at, hostile) in HOSTILE.iter().enumerate() {
            let file = format!("{name}-{at}.yaml");
            let mut arguments = vec![singular(name).to_owned(), format!("--file={file}")];
            if name == "statements" {
                arguments.extend(["--by=norland", "--date=2031-05-03"].map(str::to_owned));
            }
            if list.fields.iter().any(|field| matches!(field.kind, Kind::Id)) {
                arguments.push(format!("--id=h{at}"));
            }
            // A flag and its text as two words, so that a text may look like a flag.
            arguments.extend(texts.iter().flat_map(|key| [format!("--{key}"), (*hostile).to_owned()]));
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            add(&folder, &arguments, 0);
            let text = fs::read_to_string(folder.claims().join(&file)).unwrap();
            let cut = records::cut(FileId(0), &text);
            assert_eq!((cut.records.len(), cut.broken), (1, 0), "{text}");
            for key in &texts {
                let node = cut.records[0].node.get(key).unwrap();
                assert_eq!(node.as_str(), Some(*hostile), "{name}: {key}\n{text}");
                assert!(!node.is_null() && node.cut_by().is_none(), "{text}");
            }
        }
        assert_eq!(case(&folder), CASE);
    }
}
