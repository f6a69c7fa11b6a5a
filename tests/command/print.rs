//! The law of printing: a record printed as YAML and read again is the same record.

use crate::common;

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::{PartyId, PlaceId, SourceId, StatementId, TopicId};
use gainsay::ledger::model::proposition::Proposition;
use gainsay::ledger::model::statement::Cited;
use gainsay::ledger::model::value::Value;
use gainsay::ledger::{Ledger, Table};
use gainsay::read::{self, Loaded};
use gainsay::text::{FileId, Span};
use gainsay::write::emit;

/// Texts that YAML, or a reader of it, could take for something else.
const HOSTILE: [&str; 46] = [
    "x\nis_admin: true",
    "- x",
    "# c",
    "---",
    "...",
    "--- x",
    "a\n---\nb",
    "a\n...\nb",
    "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other",
    "NO",
    "~",
    "null",
    "",
    " ",
    "12:30",
    "0x1f",
    "1e3",
    "2024-01-28",
    ": ",
    "a: b",
    "a:",
    " #",
    "The #1 party",
    "a #b",
    "trailing  ",
    "  leading",
    "trailing\n",
    "\n\nleading",
    "a\n\n  b\n c\n\n\n",
    "tab\there",
    "\ttab",
    "\"double\"",
    "'single'",
    "it's \"both\" \\ and \\n",
    "\u{202e}evil",
    "esc \u{1b}[31m",
    "nul \u{0} nul",
    "\u{85}\u{2028}\u{2029}\u{feff}",
    "cr\r\nlf\r",
    "\u{1f1e9}\u{1f1ea} \u{1f468}\u{200d}\u{1f469}",
    "&anchor",
    "*alias",
    "!tag x",
    "[a, b",
    "{a: b}",
    "%YAML 1.1",
];

/// Dates of every form that the notation knows.
const DATES: [&str; 54] = [
    "2024",
    "2024-01",
    "2024-01-28",
    "0000",
    "0044-03-15",
    "-0044-03-15",
    "-0001",
    "-9999/9999",
    "2024~",
    "2024-01~",
    "2024-01-28~",
    "2024?",
    "2024-01-28?",
    "2024-01%",
    "2024-01-28%",
    "2024-~01-28",
    "?2024-01-28",
    "2024-01-27/2024-01-29",
    "2024-01-28/2024-01-28",
    "2023/2024-02",
    "2024-01~/2024-02",
    "2024-01/2024-02~",
    "2024~/2024-06-01%",
    "2024-01?/2024-02?",
    "2024-01-28/..",
    "2024-01~/..",
    "../2024-01-28",
    "../2024~",
    "2024/",
    "/2024",
    "199X",
    "19XX~",
    "2024-XX",
    "2024-01-XX",
    "2024-XX-XX",
    "199X/2001",
    "2001/201X",
    "2024-21",
    "2024-24~",
    "2024-21/2024-22",
    "2024-22~/2024-24",
    "[2024-01-02,2024-01-05]",
    "{2024,2026}",
    "[..2024]",
    "2024-01-28T05:30",
    "2024-01-28T05:30:45Z",
    "2024-01-28T05:30+03:00",
    "2024-01-28T23:59-09:30",
    "1950S2",
    "1950S2/2024",
    "2024-24",
    "2024-37/2025-41",
    "{2024-02..2024-06}",
    "[2024-01-02..]",
];

/// A record without the places where it is written, ids in place of numbers.
type Plain = Vec<String>;

#[test]
fn every_case_store_is_read_again_as_it_was_printed() {
    let mut stores = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut stores);
    stores.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("claims"));
    let mut kept = 0;
    for store in stores {
        let first = read::store(&store, &common::names()).unwrap();
        let printed = emit::ledger(&first.ledger);
        // What is not printed has to be there as well: predicates, rules of reading and settings.
        if custom(&first.ledger) {
            continue;
        }
        if first.problems.is_empty() {
            law(&first, &store.display().to_string());
            kept += 1;
        } else {
            // What could not be read cannot be printed; the rest prints, and not twice in two ways.
            assert_eq!(printed, emit::ledger(&first.ledger));
        }
    }
    assert!(kept > 100, "the law was held against {kept} stores only");
}

#[test]
fn hostile_texts_are_read_again_in_every_field() {
    let long = "a very long line, and no end of it: ".repeat(400);
    let unbroken = "x".repeat(20_000);
    let mixed: Vec<String> = pairs();
    let texts =
        HOSTILE.iter().copied().chain([long.as_str(), &unbroken]).chain(mixed.iter().map(String::as_str));
    for text in texts {
        let quoted = serde_json::to_string(text).unwrap();
        let store = everything().replace("TEXT", &quoted);
        let loaded = common::one_file(&store);
        assert!(sound(&loaded), "{text:?}: {:?}", loaded.problems);
        assert_eq!(loaded.ledger.party(PartyId::from(1)).name, text);
        assert_eq!(
            loaded.ledger.quotes(loaded.ledger.statement(StatementId::from(1))).collect::<Vec<_>>(),
            [text, text]
        );
        assert_eq!(loaded.ledger.source(SourceId::from(0)).note.as_deref(), Some(text));
        law(&loaded, text);
        let printed = emit::ledger(&loaded.ledger);
        let steers =
            |letter: char| letter.is_control() && letter != '\n' || "\u{202e}\u{feff}".contains(letter);
        assert!(!printed.contains(steers), "{text:?} steers the terminal:\n{printed}");
    }
}

#[test]
fn every_form_of_date_is_read_again() {
    for text in DATES {
        let Ok(date) = Date::parse(text) else { panic!("{text} is no date here") };
        assert_eq!(Date::parse(&date.to_string()), Ok(date), "{text} prints as {date}");
        let loaded = common::one_file(
            &everything().replace("TEXT", "x").replace("2031-05-01", &format!("\"{text}\"")),
        );
        assert!(sound(&loaded), "{text}: {:?}", loaded.problems);
        law(&loaded, text);
    }
}

#[test]
fn every_value_is_read_again() {
    let counts = ["= 3", "= 0", "< 3", "<= 3", "> 3", ">= 34", "~ 500", "= 100..300", "= 1000000000000"];
    let mut written: Vec<String> = counts.iter().map(|count| format!("killed(fire) {count}")).collect();
    for date in DATES.iter().filter(|date| !date.contains(['[', '{'])) {
        written.extend(["=", "~", "<=", ">="].map(|sign| format!("date(fire) {sign} {date}")));
    }
    for range in
        ["2024..2025", "2024-01-02..2024-02", "199X..2001", "2024-21..2025-24", "2024-01/2024-02..2025"]
    {
        written.push(format!("date(fire) = {range}"));
    }
    written.extend(["< 2024", "> 2024-01~"].map(|value| format!("date(fire) {value}")));
    written.push("place(fire) = quay".to_owned());
    for text in written {
        let statement = format!(
            "statements: [{{id: s, by: vardia, date: 2031, asserts: [\"{text}\"], leaves-open: [killed(fire)]}}]"
        );
        let loaded = common::one_file(&format!("{}\n---\n{statement}\n", everything().replace("TEXT", "x")));
        assert!(sound(&loaded), "{text}: {:?}", loaded.problems);
        law(&loaded, &text);
    }
}

#[test]
fn one_record_prints_as_in_a_file() {
    let loaded = common::one_file(&everything().replace("TEXT", "plain words"));
    let ledger = &loaded.ledger;
    let at = StatementId::from(ledger.statements.find("navy-says").unwrap());
    assert_eq!(
        emit::statement(ledger, at),
        "statements:\n  - id: navy-says\n    by:\n      - navy\n      - vardia\n    date: \"2031-05-01\"\n    \
         source: wire-1\n    locator: plain words\n    quote:\n      - plain words\n      - plain words\n    \
         note: plain words\n    credibility: 2\n    evidence: wire-1\n    anonymous: plain words\n    via: wire\n    \
         citing:\n      - vardia\n      - first\n    answers: first\n    same-as: first\n    if: plain words\n    \
         checked:\n      - by: plain words\n        date: \"2031-05-02\"\n      - by: plain words\n    asserts:\n      - involved-in(vardia, fire)\n      - killed(fire) = 3\n    denies:\n      - involved-in(self, fire)\n"
    );
    for (list, text) in [
        ("parties", emit::party(ledger, PartyId::from(0))),
        ("places", emit::place(ledger, PlaceId::from(0))),
        ("topics", emit::topic(ledger, TopicId::from(0))),
        ("sources", emit::source(ledger, SourceId::from(0))),
    ] {
        assert!(text.starts_with(&format!("{list}:\n  - id: ")), "{text}");
    }
}

#[test]
fn the_command_prints_records_and_refuses_what_is_none() {
    let store = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("print/claims");
    fs::create_dir_all(&store).unwrap();
    fs::write(store.join("case.yaml"), everything().replace("TEXT", "plain words")).unwrap();
    let run = |id: &str| {
        let command = ["show", id, "--format", "yaml", "--store", store.to_str().unwrap()];
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(command).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (status, printed, _) = run("truce");
    assert_eq!(status, Some(0));
    assert_eq!(printed, "topics:\n  - id: truce\n    name: plain words\n    aliases: plain words\n");
    let (status, printed, said) = run("involved-in(vardia, fire)");
    assert_eq!((status, printed.as_str()), (Some(2), ""));
    assert!(said.contains("no record") && said.contains("help: "), "{said}");
}

/// Prints, reads again, compares.
fn law(first: &Loaded, what: &str) {
    let printed = emit::ledger(&first.ledger);
    let second = common::one_file(&printed);
    assert!(sound(&second), "{what}: {:?}\n{printed}", second.problems);
    assert_eq!(plain(&first.ledger), plain(&second.ledger), "{what}\n{printed}");
    assert_eq!(printed, emit::ledger(&second.ledger), "{what}");
}

/// Without problems, but for characters that hide, which are read as they are.
fn sound(loaded: &Loaded) -> bool {
    loaded.problems.iter().all(|problem| problem.rule == "suspicious-characters")
}

/// Whether a store brings words of its own, which are not printed.
fn custom(ledger: &Ledger) -> bool {
    let blank = common::one_file("");
    let words = |ledger: &Ledger| -> Vec<String> {
        let predicates = ledger.vocabulary.iter().map(|(_, row)| format!("{} {:?}", row.id, row.arguments));
        predicates.chain(ledger.vocabulary.rules.iter().map(|rule| rule.id.clone())).collect()
    };
    words(ledger) != words(&blank.ledger)
}

/// All that the records of a ledger hold.
#[allow(clippy::too_many_lines)] // one line a field
fn plain(ledger: &Ledger) -> Plain {
    let show = |what: &dyn Debug| format!("{what:?}");
    let party = |id: &PartyId| ledger.party(*id).id.clone();
    let parties = |ids: &[PartyId]| ids.iter().map(party).collect::<Vec<_>>();
    let statements =
        |ids: &[StatementId]| -> Vec<_> { ids.iter().map(|id| ledger.statement(*id).id.clone()).collect() };
    let sources =
        |ids: &[SourceId]| -> Vec<_> { ids.iter().map(|id| ledger.source(*id).id.clone()).collect() };
    let mut all = Vec::new();
    all.extend(rows(&ledger.parties, |row| {
        let whole: Vec<_> = row
            .part_of
            .iter()
            .map(|whole| (party(&whole.party), &whole.title, whole.from, whole.until))
            .collect();
        show(&("party", &row.id, &row.name, row.kind, &row.aliases, &row.title, whole))
    }));
    all.extend(rows(&ledger.places, |row| {
        let within: Vec<_> = row.within.iter().map(|outer| &ledger.place(*outer).id).collect();
        show(&("place", &row.id, &row.name, &row.aliases, within, row.at))
    }));
    all.extend(rows(&ledger.topics, |row| {
        let within: Vec<_> = row.within.iter().map(|wider| &ledger.topic(*wider).id).collect();
        show(&("topic", &row.id, &row.name, &row.aliases, within))
    }));
    all.extend(rows(&ledger.events, |row| {
        let (place, whole) =
            (row.place.map(|id| &ledger.place(id).id), row.part_of.map(|id| &ledger.event(id).id));
        show(&(
            "event",
            &row.id,
            &row.name,
            &row.aliases,
            row.date,
            place,
            whole,
            (parties(&row.participants), parties(&row.stakes)),
        ))
    }));
    all.extend(rows(&ledger.sources, |row| {
        let mut row = row.clone();
        let outlet = row.outlet.take().map(|id| party(&id));
        row.span = Span { file: FileId(0), start: 0, end: 0 };
        show(&("source", outlet, row))
    }));
    all.extend(rows(&ledger.statements, |row| {
        let mut by = parties(&row.by);
        by.sort();
        let cited: Vec<_> = row
            .citing
            .iter()
            .map(|cited| match cited {
                Cited::Party(id) => format!("party {}", party(id)),
                Cited::Statement(id) => format!("statement {}", ledger.statement(*id).id),
            })
            .collect();
        let mut positions: Vec<_> = row
            .positions
            .iter()
            .enumerate()
            .map(|(at, written)| {
                let proposition = ledger.proposition(written.proposition);
                let value = written.value(ledger).map(|value| match value {
                    Value::Place(id) => format!("place {}", ledger.place(id).id),
                    Value::Party(id) => format!("party {}", ledger.party(id).id),
                    Value::Topic(id) => format!("topic {}", ledger.topic(id).id),
                    Value::Text(id) => format!("text {}", ledger.phrases.get(id)),
                    other => format!("{other:?}"),
                });
                let long = row.long(at).map(|long| {
                    let quote = long.quote.as_ref().map(|quote| quote.text(&ledger.texts));
                    (quote, &long.scope, long.as_of)
                });
                (written.stance, gainsay::ledger::words::canonical(ledger, &proposition), value, long)
            })
            .collect();
        let via: Vec<_> = row.via.iter().map(|via| (&ledger.party(via.party).id, &via.anonymous)).collect();
        // A statement keeps the order within each of its six lists.
        positions.sort_by_key(|position| position.0);
        show(&(
            (
                &row.id,
                by,
                row.date,
                row.source.map(|id| &ledger.source(id).id),
                &row.locator,
                ledger.quotes(row).collect::<Vec<_>>(),
                &row.note,
            ),
            (
                (row.credibility, sources(&row.evidence), &row.anonymous, via, cited),
                (row.capacity.map(|party| &ledger.party(party).id), &row.basis, &row.checked),
            ),
            (
                statements(&row.answers),
                statements(&row.retracts),
                statements(&row.same_as),
                &row.condition,
                positions,
            ),
        ))
    }));
    all.extend(editorial(ledger));
    all
}

/// All that the editors' own records hold.
fn editorial(ledger: &Ledger) -> Plain {
    let show = |what: &dyn Debug| format!("{what:?}");
    let parties = |ids: &[PartyId]| -> Vec<_> { ids.iter().map(|id| ledger.party(*id).id.clone()).collect() };
    let statements =
        |ids: &[StatementId]| -> Vec<_> { ids.iter().map(|id| ledger.statement(*id).id.clone()).collect() };
    let named = |about: &Proposition| gainsay::ledger::words::canonical(ledger, about);
    let on = |on: &Option<Proposition>| on.as_ref().map(named);
    let abouts = |all: &[Proposition]| -> Vec<_> { all.iter().map(named).collect() };
    let mut all = Vec::new();
    all.extend(ledger.requests.iter().map(|row| {
        show(&("request", parties(&row.to), abouts(&row.about), row.date, &row.outcome, &row.note))
    }));
    all.extend(ledger.reconciliations.iter().map(|row| {
        show(&(
            "reconciliation",
            statements(&row.between),
            on(&row.on),
            &row.reason,
            &row.by,
            row.date,
            &row.note,
        ))
    }));
    all.extend(
        ledger.accepted.iter().map(|row| {
            show(&("accepted", &row.rule, on(&row.on), &row.between, &row.by, row.date, &row.note))
        }),
    );
    all.extend(
        ledger
            .expectations
            .iter()
            .map(|row| show(&("expect", &row.rule, row.finds, on(&row.on), parties(&row.between), row.only))),
    );
    all
}

/// The rows of a table in words, sorted.
fn rows<T>(table: &Table<T>, words: impl Fn(&T) -> String) -> Plain {
    let mut all: Plain = table.iter().map(words).collect();
    all.sort();
    all
}

/// Two hostile texts in one, in every order that is not too many.
fn pairs() -> Vec<String> {
    let few = HOSTILE.iter().step_by(4);
    few.clone().flat_map(|one| few.clone().map(move |other| format!("{one}\n{other} {one}"))).collect()
}

/// A store with every field in it; `TEXT` stands for every free text.
fn everything() -> String {
    "
parties:
  - {id: estia}
  - {id: vardia, name: TEXT, kind: state, aliases: [TEXT, TEXT], title: TEXT}
  - {id: navy, name: TEXT, kind: body, aliases: [TEXT], part-of: estia}
  - {id: ann, kind: person, part-of: [{party: navy, title: TEXT, from: 2031-05-01, until: 2031-05-01}, {party: vardia, from: 2031-05-02}]}
  - {id: wire, kind: outlet}
places:
  - {id: quay, name: TEXT, aliases: [TEXT], at: [-12.000001, 38.6]}
  - {id: far, within: [quay], at: [1e-7, -180]}
topics: [{id: truce, name: TEXT, aliases: [TEXT]}, {id: local-truce, within: truce}]
sources:
  - {id: wire-1, outlet: wire, title: TEXT, url: TEXT, published: 2031-05-01, retrieved: 2031-05-01, archive: TEXT,
     sha256: TEXT, language: TEXT, translated-from: TEXT, reliability: B, corrected: 2031-05-01,
     withdrawn: 2031-05-01, note: TEXT}
events:
  - {id: fire, name: TEXT, aliases: [TEXT], date: 2031-05-01, place: quay, part-of: war, participants: [vardia, navy], stakes: [estia]}
  - {id: war}
statements:
  - {id: first, by: navy, date: 2031-05-01, quote: TEXT, asserts: ['seeks(self, truce)']}
  - {id: navy-says, by: [vardia, navy], date: 2031-05-01, source: wire-1, locator: TEXT, quote: [TEXT, TEXT],
     note: TEXT, credibility: 2, evidence: [wire-1], anonymous: TEXT, via: [wire], citing: [vardia, first],
     answers: [first], same-as: [first], if: TEXT, checked: [{by: TEXT, date: 2031-05-02}, {by: TEXT}], denies: ['involved-in(self, fire)'],
     asserts: ['involved-in(vardia, fire)', 'killed(fire)=3']}
  - id: ann-counts
    by: ann
    for: vardia
    date: 2031-05-02?
    via: [{party: unknown, anonymous: TEXT}, {party: navy, anonymous: TEXT}, wire]
    basis: [TEXT, TEXT]
    asserts:
      - {says: killed(fire) = 7, quote: TEXT, scope: TEXT, as-of: 2031-04-30}
      - share(fire, vardia) >= -0.50
      - {says: 'weapon(fire) = truce', as-of: 2031-04%}
    leaves-open: ['carried-out(?, fire)', {says: missing(fire), scope: TEXT}]
  - {id: nobody-says, by: unknown, anonymous: TEXT, date: 2031-05-02?/2031-05-03, asserts: ['deliberate(fire)']}
  - {id: back, by: navy, date: 2031-05-01, retracts: [first]}
requests:
  - {to: [vardia, navy], about: ['involved-in(vardia, fire)'], date: 2031-05-01, outcome: declined, note: TEXT}
reconciliations:
  - {between: [first, navy-says], on: 'involved-in(self, fire)', reason: time, by: TEXT, date: 2031-05-01, note: TEXT}
accepted:
  - {rule: reversal, on: 'involved-in(vardia, fire)', between: [first, vardia], by: TEXT, date: 2031-05-01, note: TEXT}
expect:
  - {finds: reversal, on: 'involved-in(?, fire)', between: [vardia], only: true}
  - {finds-no: agreement}
"
    .to_owned()
}

fn collect(folder: &Path, stores: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name == "claims") {
            stores.push(path);
        } else if path.is_dir() {
            collect(&path, stores);
        }
    }
    stores.sort();
}
