//! `gainsay import` as a command: layouts of real sheets with invented contents, what they make, and what they must not.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::common::folder::Folder;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-03}
";

/// A store with a sheet beside it, and its mapping where there is one.
pub fn folder(sheet: &str) -> Folder {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
    fs::copy(data.join(sheet), folder.0.join(sheet)).unwrap();
    let mapping = format!("{sheet}.mapping.yaml");
    if data.join(&mapping).exists() {
        fs::copy(data.join(&mapping), folder.0.join(&mapping)).unwrap();
    }
    folder
}

/// A store with a sheet of this text and a mapping.
pub fn written(sheet: impl AsRef<[u8]>, mapping: &str) -> Folder {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("sheet.csv"), sheet).unwrap();
    if !mapping.is_empty() {
        fs::write(folder.0.join("sheet.csv.mapping.yaml"), mapping).unwrap();
    }
    folder
}

pub const PLAIN: &str = "\
sheet: {id: sheet, key: No}
records:
  - list: statements
    record: {by: \"{Who}\", date: \"{When}\", quote: \"{Words}\"}
";

pub fn gainsay(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(&folder.0).args(arguments).stdin(Stdio::null());
    command.output().unwrap()
}

pub fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

/// What an import that is written says; it must succeed.
pub fn import(folder: &Folder, sheet: &str) -> String {
    let output = gainsay(folder, &["import", sheet, "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

pub fn records(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.claims().join(format!("{name}.yaml"))).unwrap()
}

/// The findings of a kind in the store, each with its proposition.
pub fn found(folder: &Folder, rule: &str) -> Vec<String> {
    let output = gainsay(folder, &["check", "claims", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of_rule = report["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule);
    of_rule.map(|finding| finding["message"].as_str().unwrap_or_default().to_owned()).collect()
}

pub fn count(text: &str, words: &str) -> usize {
    text.matches(words).count()
}

#[test]
fn an_attribution_table_makes_a_statement_for_each_that_attributes() {
    let folder = folder("attribution.csv");
    let told = import(&folder, "attribution.csv");
    assert!(told.contains("6 rows: 4 make a statement"), "{told}");
    let rejected = fs::read_to_string(folder.0.join("attribution.csv.rejected.csv")).unwrap();
    assert_eq!(rejected.lines().count(), 3, "{rejected}");
    assert!(
        rejected
            .contains("\"5\",\"a statement needs `date`, and its cell says nothing\",\"A2\",\"Port ransom\""),
        "{rejected}"
    );
    assert!(rejected.contains("\"6\",\"a statement needs `by`"), "{rejected}");
    // Two states accuse one group, as the sheet says; who names nobody accuses nobody.
    let agreed = found(&folder, "agreement");
    let accused: Vec<&String> = agreed.iter().filter(|message| message.contains("Grey Heron")).collect();
    assert_eq!(accused.len(), 1, "{agreed:?}");
    assert!(agreed.iter().all(|message| !message.contains("Blue Crane")), "{agreed:?}");
}

#[test]
fn outlets_that_a_row_lists_are_cited_and_do_not_agree() {
    let folder = folder("tracker.csv");
    let told = import(&folder, "tracker.csv");
    assert!(told.contains("4 rows: 3 make a statement (75 of 100)"), "{told}");
    assert!(told.contains("row 4: “several” is no number"), "{told}");
    let text = records(&folder, "tracker");
    assert_eq!(count(&text, "by: harbour-watch"), 3, "{text}");
    assert!(
        text.contains(
            "citing:\n      - ostby-herald\n      - harbour-radio\n      - quay-post\n      - north-wire\n"
        ),
        "{text}"
    );
    assert_eq!(found(&folder, "agreement"), Vec::<String>::new());
    assert_eq!(found(&folder, "shared-position"), Vec::<String>::new());
}

#[test]
fn without_a_column_for_speakers_the_proposal_makes_no_statement() {
    let folder = folder("nobody.csv");
    let proposed = gainsay(&folder, &["import", "nobody.csv"]);
    assert_eq!(proposed.status.code(), Some(2));
    let text = String::from_utf8(proposed.stdout.clone()).unwrap();
    assert!(text.contains("Nobody is quoted"), "{text}");
    assert!(text.contains("#       citing: {all-of: [\"{Sources}\"]}"), "{text}");
    assert!(!folder.claims().join("nobody.yaml").exists());
    // What was printed is a mapping as it stands.
    fs::write(folder.0.join("nobody.csv.mapping.yaml"), &proposed.stdout).unwrap();
    let told = import(&folder, "nobody.csv");
    assert!(told.contains("2 rows: 0 make a statement (0 of 100), 2 make other records only"), "{told}");
    let text = records(&folder, "nobody");
    assert!(text.contains("name: Tunnel fire\n    date: \"2031-01-05\"\n    place: ostby"), "{text}");
    assert!(!text.contains("statements:"), "{text}");
}

#[test]
fn claims_of_a_debate_take_the_day_that_the_mapping_says() {
    let folder = folder("debate.csv");
    let told = import(&folder, "debate.csv");
    assert!(told.contains("4 rows: 3 make a statement"), "{told}");
    assert!(told.contains("row 4: nothing is said"), "{told}");
    let text = records(&folder, "debate");
    assert!(text.contains("id: ann-orr\n    name: Ann Orr\n    kind: person"), "{text}");
    assert_eq!(count(&text, "id: ann-orr"), 1);
    assert!(
        text.contains(
            "id: debate-4\n    by: ann-orr\n    date: \"2031-06-01\"\n    source: debate\n    locator: row 5"
        ),
        "{text}"
    );
}

#[test]
fn low_and_high_tolls_are_one_range_on_the_word_of_the_compiler() {
    let folder = folder("strikes.csv");
    let told = import(&folder, "strikes.csv");
    assert!(told.contains("4 rows: 3 make a statement"), "{told}");
    let text = records(&folder, "strikes");
    assert!(text.contains("killed(strike-1) = 2..4"), "{text}");
    assert!(told.contains("row 4: no count is meant by the value of `killed`"), "{told}");
    assert!(text.contains("killed(strike-4) = 1200..1300"), "{text}");
    assert_eq!(found(&folder, "agreement"), Vec::<String>::new());
}

#[test]
fn a_dump_of_a_checker_quotes_those_it_checks_and_not_the_checker() {
    let folder = folder("checker.jsonl");
    let told = import(&folder, "checker.jsonl");
    assert!(told.contains("3 rows: 1 makes a statement"), "{told}");
    let text = records(&folder, "checker");
    assert_eq!((count(&text, "by: ben-lund"), count(&text, "by: fact-desk-ostby")), (1, 0), "{text}");
    fs::remove_file(folder.0.join("checker.jsonl.mapping.yaml")).unwrap();
    let proposed = said(&gainsay(&folder, &["import", "checker.jsonl"]));
    assert!(
        proposed.contains("claim.speaker: who speaks") && proposed.contains("author.name: not used"),
        "{proposed}"
    );
}

#[test]
fn importing_again_writes_nothing_and_a_changed_row_changes_what_nobody_touched() {
    let sheet = "No,Who,When,Words\n1,Norland,2031-05-04,We did not.\n2,Sudria,2031-05-04,We saw it.\n";
    let folder = written(sheet, PLAIN);
    let dry = gainsay(&folder, &["import", "sheet.csv"]);
    assert!(said(&dry).contains("Nothing was written") && !folder.claims().join("sheet.yaml").exists());
    import(&folder, "sheet.csv");
    let first = records(&folder, "sheet");
    assert!(import(&folder, "sheet.csv").contains("Nothing is to be written"));
    assert_eq!(records(&folder, "sheet"), first);

    // Somebody corrects one quote on file; the sheet then has new words for both, a row before them, and one row less.
    fs::write(folder.claims().join("sheet.yaml"), first.replace("We saw it.", "We saw it burn. # as heard"))
        .unwrap();
    let sheet = "No,Who,When,Words\n3,Sudria,2031-05-05,More.\n2,Sudria,2031-05-04,We saw all.\n";
    fs::write(folder.0.join("sheet.csv"), sheet).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("New: 1 statement: sheet-3"), "{told}");
    assert!(told.contains("`quote` of `sheet-2` was changed on file"), "{told}");
    assert!(told.contains("Stays, though its row is gone:\n  sheet-1"), "{told}");
    let text = records(&folder, "sheet");
    assert!(text.contains("We saw it burn. # as heard") && text.contains("We did not."), "{text}");
    assert!(text.contains("locator: row 3") && text.contains("quote: More."), "{text}");
}

#[test]
fn a_cell_that_is_empty_now_takes_its_key_away_where_nobody_touched_it() {
    let mapping = PLAIN.replace("quote:", "note: \"{Note}\", quote:");
    let folder =
        written("No,Who,When,Words,Note\n1,Norland,2031-05-04,No.,a\n2,Sudria,2031-05-04,Yes.,b\n", &mapping);
    import(&folder, "sheet.csv");
    let text = records(&folder, "sheet");
    fs::write(folder.claims().join("sheet.yaml"), text.replace("note: b", "note: b, says the desk")).unwrap();
    let sheet = "No,Who,When,Words,Note\n1,Norland,2031-05-04,No.,\n2,Sudria,2031-05-04,Yes.,\n3,Sudria,2031-05-05,Oh.,\n";
    fs::write(folder.0.join("sheet.csv"), sheet).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("`note` of `sheet-2` was changed on file"), "{told}");
    let text = records(&folder, "sheet");
    assert!(!text.contains("note: a") && text.contains("note: b, says the desk"), "{text}");
    assert_eq!(
        (count(&text, "statements:"), count(&text, "---"), count(&text, "id: sheet-3")),
        (1, 0, 1),
        "{text}"
    );
}

#[test]
fn what_the_mapping_says_more_later_reaches_the_records() {
    let folder = written("No,Who,When,Words\n1,Norland,2031-05-04,We did not.\n", PLAIN);
    import(&folder, "sheet.csv");
    let more = PLAIN.replace("quote:", "note: as written, quote:");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), more).unwrap();
    assert!(import(&folder, "sheet.csv").contains("`note` of `sheet-1`"));
    assert!(records(&folder, "sheet").contains("note: as written"));
}

#[test]
fn a_name_like_one_on_file_is_asked_and_not_guessed() {
    let folder = written("No,Who,When,Words\n1,Norlnd,2031-05-04,No.\n2,Ostland,2031-05-04,Yes.\n", PLAIN);
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("“Norlnd” may be Norland (norland)"), "{told}");
    assert!(told.contains("- {list: parties, name: \"Norlnd\", id: norland}"), "{told}");
    assert!(!records(&folder, "sheet").contains("norlnd"));
    for (id, by) in [("norland", "by: norland"), ("new", "id: norlnd\n    name: Norlnd")] {
        let folder = written("No,Who,When,Words\n1,Norlnd,2031-05-04,No.\n", PLAIN);
        let names = format!("{PLAIN}names:\n  - {{list: parties, name: Norlnd, id: {id}}}\n");
        fs::write(folder.0.join("sheet.csv.mapping.yaml"), names).unwrap();
        import(&folder, "sheet.csv");
        assert!(records(&folder, "sheet").contains(by), "{}", records(&folder, "sheet"));
    }
}

#[test]
fn a_date_that_may_be_two_days_is_asked_and_not_guessed() {
    let sheet = "No,Who,When,Words\n1,Norland,03/04/2031,No.\n2,Norland,2031-01-01,Yes.\n";
    let folder = written(sheet, PLAIN);
    assert!(
        import(&folder, "sheet.csv").contains("may be 2031-04-03 or 2031-03-04; say with `dates: day-first`")
    );
    let ordered = written(sheet, &format!("{PLAIN}dates: month-first\nyears: [When]\n"));
    import(&ordered, "sheet.csv");
    let text = records(&ordered, "sheet");
    assert!(text.contains("date: \"2031-03-04\"") && text.contains("date: \"2031\""), "{text}");
}

#[test]
fn what_a_sheet_was_written_with_is_found_out_and_said() {
    let latin: Vec<u8> =
        "No;Who;When;Words\r\n1;M\u{fc}ller;2031-05-04;Ja.\r\n".chars().map(|it| it as u8).collect();
    let folder = written(latin, PLAIN);
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("windows-1252") && told.contains("semicolons"), "{told}");
    assert!(records(&folder, "sheet").contains("name: M\u{fc}ller"));
    let marked = written("\u{feff}No,Who,When,Words\n1,Norland,2031-05-04,\"=1+1\"\n", PLAIN);
    import(&marked, "sheet.csv");
    let long = "x".repeat(32_767);
    let folder = written(format!("No,Who,When,Words\n1,Norland,2031-05-04,{long}\n"), PLAIN);
    import(&folder, "sheet.csv");
    assert!(records(&folder, "sheet").contains(&long[..1000]));
}

#[test]
fn faults_of_sheets_and_mappings_have_their_places_and_write_nothing() {
    let open = written("No,Who,When,Words\n1,Norland,2031-05-04,\"No.\n2,Norland,2031-05-05,Yes.\n", PLAIN);
    let output = gainsay(&open, &["import", "sheet.csv", "--write"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("sheet.csv, row 2, column D: the quotation mark"), "{}", said(&output));

    let wrong = PLAIN.replace("{Who}", "{Whom}").replace("quote:", "qoute:").replace("list: st", "list: xst");
    let folder = written("No,Who,When,Words\n1,Norland,2031-05-04,No.\n", &wrong);
    let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("sheet.csv.mapping.yaml:3:11:"), "{}", said(&output));
    let wrong = wrong.replace("xst", "st");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), wrong).unwrap();
    let told = said(&gainsay(&folder, &["import", "sheet.csv", "--write"]));
    assert!(
        told.contains("yaml:4:18: the sheet has no column `Whom`\nhelp: its columns are `No`, `Who`"),
        "{told}"
    );
    assert!(told.contains("unknown key `qoute`") && told.contains("did you mean `quote`?"), "{told}");
    assert!(!folder.claims().join("sheet.yaml").exists());
}

const TOLL: &str = "\
sheet: {id: sheet, key: No}
records:
  - list: statements
    record: {by: \"{Who}\", date: 2031-05-04, asserts: \"killed(quay-fire) = {Low}..{High}\"}
";

#[test]
fn a_number_whose_point_may_divide_thousands_is_not_guessed() {
    let mapping = TOLL.replace("{Low}..{High}", "{Killed}");
    let folder = written(
        "No,Who,Killed\n1,Norland,12.000\n2,Sudria,1.500\n3,Norland,12.0\n4,Norland,\"1,200.000\"\n",
        &mapping,
    );
    let told = import(&folder, "sheet.csv");
    assert!(
        told.contains("row 2: “12.000” may be 12000 or 12: write it so in the sheet (column `Killed`)"),
        "{told}"
    );
    assert!(told.contains("row 3: “1.500” may be 1500 or 1.5"), "{told}");
    let text = records(&folder, "sheet");
    assert!(
        text.contains("killed(quay-fire) = 12\n") && text.contains("killed(quay-fire) = 1200\n"),
        "{text}"
    );
    assert_eq!(count(&text, "killed("), 2, "{text}");
}

#[test]
fn a_toll_with_one_end_is_a_bound() {
    let folder = written("No,Who,Low,High\n1,Norland,,7\n2,Sudria,3,\n3,Sudria,2,4\n4,Norland,,\n", TOLL);
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 5: nothing is said"), "{told}");
    let text = records(&folder, "sheet");
    for toll in ["<= 7", ">= 3", "= 2..4"] {
        assert!(text.contains(&format!("killed(quay-fire) {toll}")), "{text}");
    }
}

#[test]
fn a_day_that_no_column_says_is_asked_and_not_made_up() {
    let folder = written("Who,Quote\nNorland,We did not.\n", "");
    let proposed = gainsay(&folder, &["import", "sheet.csv"]);
    let text = String::from_utf8(proposed.stdout.clone()).unwrap();
    assert!(text.contains("date: WHEN IT WAS SAID"), "{text}");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), &text).unwrap();
    let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("nobody has filled in `WHEN IT WAS SAID`"), "{}", said(&output));
    let text = text.replace("WHEN IT WAS SAID", "soon");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), &text).unwrap();
    let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
    assert!(said(&output).contains("`soon` is no date"), "{}", said(&output));
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), text.replace("soon", "2031-05-04")).unwrap();
    import(&folder, "sheet.csv");

    for day in ["18/04/31", "21.04.2031 14:30"] {
        let folder = written(format!("Who,Date,Quote\nNorland,{day},We did not.\n"), "");
        let proposed = said(&gainsay(&folder, &["import", "sheet.csv"]));
        assert!(proposed.contains("date: \"{Date}\""), "{proposed}");
    }
}

#[test]
fn rows_that_somebody_may_have_repaired_are_not_replaced_and_hold_no_formulas() {
    let folder = written("No,Who,When,Words\n1,Norland,,\"=HYPERLINK(\"\"x\"\")\"\n", PLAIN);
    import(&folder, "sheet.csv");
    let file = folder.0.join("sheet.csv.rejected.csv");
    let first = fs::read_to_string(&file).unwrap();
    assert!(first.starts_with('\u{feff}') && first.contains("\"'=HYPERLINK("), "{first}");
    // The same rows again: nothing more is made.
    import(&folder, "sheet.csv");
    assert!(!folder.0.join("sheet.csv.rejected.2.csv").exists());
    let repaired = first.replace("\"Norland\",\"\"", "\"Norland\",\"2031-05-04\"");
    assert_ne!(first, repaired);
    fs::write(&file, &repaired).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("sheet.csv.rejected.2.csv"), "{told}");
    assert!(told.contains("sheet.csv.rejected.csv is there already, and stays"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), repaired);
    assert_eq!(fs::read_to_string(folder.0.join("sheet.csv.rejected.2.csv")).unwrap(), first);
    // Where no row is left over, it stays too.
    fs::write(folder.0.join("sheet.csv"), "No,Who,When,Words\n1,Norland,2031-05-04,No.\n").unwrap();
    import(&folder, "sheet.csv");
    assert_eq!(fs::read_to_string(&file).unwrap(), repaired);
}

#[test]
fn a_position_that_no_row_can_fill_is_a_fault_of_the_mapping() {
    let sheet = "No,Who,When,Words\n1,Norland,2031-05-04,No.\n";
    for (position, message) in [
        ("blew-up({Who}, quay-fire)", "`blew-up` is no predicate"),
        ("carried-out({Who})", "`carried-out` takes 2 arguments"),
        ("carried-out({Who}, quay-fire, {Who})", "`carried-out` takes 2 arguments"),
        ("carried-out({Who}, quay-fire) = {When}", "`carried-out` takes no value"),
        ("carried-out({Who}, quay-fire", "never closes its bracket"),
    ] {
        let mapping = PLAIN.replace("quote:", &format!("asserts: \"{position}\", quote:"));
        let folder = written(sheet, &mapping);
        let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
        assert_eq!(output.status.code(), Some(2), "{position}: {}", said(&output));
        let told = said(&output);
        assert!(told.contains("sheet.csv.mapping.yaml:4:") && told.contains(message), "{told}");
        assert!(!told.contains("row 2"), "{told}");
    }
    let folder = written("No,Who,When,Words\n1,Norland,,No.\n", &PLAIN.replace("sheet,", "sheet, title: T,"));
    import(&folder, "sheet.csv");
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("Nothing is to be written.") && !told.contains("has all of it"), "{told}");
}

#[test]
fn a_row_that_made_no_record_and_is_repaired_is_imported() {
    let mapping = PLAIN.replace("quote:", "asserts: \"{Says}\", quote:");
    let mapping = mapping.replace("{Says}", "killed(quay-fire) = {Says}");
    let sheet = "No,Who,When,Words,Says\n1,Norland,2031-05-04,No.,7\n2,Sudria,2031-05-04,Yes.,7.5\n";
    let folder = written(sheet, &mapping);
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 3: "), "{told}");
    assert_eq!(count(&records(&folder, "sheet"), "id: sheet-2"), 0);
    fs::write(folder.0.join("sheet.csv"), sheet.replace("7.5", "8")).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("New: 1 statement: sheet-2"), "{told}");
    // What somebody took out stays out.
    let text = records(&folder, "sheet");
    let at = text.find("  - id: sheet-2").unwrap();
    fs::write(folder.claims().join("sheet.yaml"), &text[..at]).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("`sheet-2` is in another file, or was taken out"), "{told}");
}

#[test]
fn without_a_key_rows_that_were_moved_rewrite_nothing() {
    let mapping = PLAIN.replace(", key: No", "");
    let rows = "Norland,2031-05-04,No.\nSudria,2031-05-05,Yes.\nSudria,2031-05-05,Oh yes.\n";
    let folder = written(format!("Who,When,Words\n{rows}"), &mapping);
    import(&folder, "sheet.csv");
    let first = records(&folder, "sheet");
    fs::write(folder.0.join("sheet.csv"), format!("Who,When,Words\nOstland,2031-05-06,Hm.\n{rows}")).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 2 is another statement than `sheet-row-2`"), "{told}");
    assert!(told.contains("row 5 says what `sheet-row-4` says on file, and is not added"), "{told}");
    assert!(told.contains("where a column tells rows apart, name it under `sheet: {key: …}`"), "{told}");
    assert_eq!(count(&records(&folder, "sheet"), "by:"), count(&first, "by:"));
    for words in ["quote: No.", "quote: Yes.", "quote: Oh yes."] {
        assert_eq!(count(&records(&folder, "sheet"), words), 1, "{}", records(&folder, "sheet"));
    }
    // A row whose words alone were changed is the same row.
    let folder = written(format!("Who,When,Words\n{rows}"), &mapping);
    import(&folder, "sheet.csv");
    fs::write(folder.0.join("sheet.csv"), format!("Who,When,Words\n{}", rows.replace("No.", "Never.")))
        .unwrap();
    import(&folder, "sheet.csv");
    assert!(records(&folder, "sheet").contains("quote: Never."));
}

#[test]
fn what_no_import_made_is_not_taken_over() {
    let sheet = "No,Who,When,Words\n1,Norland,2031-05-04,No.\n";
    for (name, text, message) in [
        (
            "sheet.yaml",
            "parties:\n  - {id: ostland, name: Ostland, kind: state}\n",
            "sheet.yaml is there already",
        ),
        ("other.yaml", "sources:\n  - {id: sheet, title: A letter}\n", "other.yaml has a source `sheet`"),
    ] {
        let folder = written(sheet, PLAIN);
        fs::write(folder.claims().join(name), text).unwrap();
        let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(
            said(&output).contains(message) && said(&output).contains("another `id`"),
            "{}",
            said(&output)
        );
        assert_eq!(records(&folder, name.trim_end_matches(".yaml")), text);
    }
}

#[test]
fn programs_are_told_what_an_import_proposes_would_do_and_did() {
    let folder =
        written("No,Who,When,Words\n1,Norland,2031-05-05,We did not\n2,Norland,whenever,Nor will we\n", "");
    let json = |arguments: &[&str], status: i32| -> Value {
        let output = gainsay(&folder, arguments);
        assert_eq!(output.status.code(), Some(status), "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", said(&output)))
    };
    let proposed = json(&["import", "sheet.csv", "--format", "json"], 2);
    assert_eq!(
        (&proposed["columns"][1]["column"], &proposed["columns"][1]["meaning"]),
        (&"Who".into(), &"speaker".into())
    );
    assert!(proposed["mapping"].as_str().unwrap().contains("records:"), "{proposed}");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), PLAIN).unwrap();
    let dry = json(&["import", "sheet.csv", "--format", "json"], 0);
    assert_eq!(dry["rows"], serde_json::json!({"all": 2, "statement": 1, "other": 0, "nothing": 1}));
    assert_eq!((&dry["written"], &dry["rejected"][0]["row"]), (&false.into(), &3.into()), "{dry}");
    let statement = dry["new"].as_array().unwrap().iter().find(|one| one["kind"] == "statement");
    assert_eq!(statement.unwrap()["row"], 2, "{dry}");
    assert!(!folder.claims().join("sheet.yaml").exists());
    assert_eq!(json(&["import", "sheet.csv", "--write", "--format", "json"], 0)["written"], true);
    assert!(folder.claims().join("sheet.yaml").exists() && folder.0.join("sheet.csv.rejected.csv").exists());
    assert_eq!(json(&["import", "sheet.csv", "--write", "--format", "json"], 0)["written"], false);
}

#[test]
fn figures_of_an_event_that_no_column_names_are_told_and_asked_for() {
    let folder = written("Date,Who,Dead,Quote\n2031-05-04,Norland,41,Forty-one have died.\n", "");
    let proposed = gainsay(&folder, &["import", "sheet.csv"]);
    let text = String::from_utf8(proposed.stdout.clone()).unwrap();
    assert!(text.contains("Dead: how many were killed; not used: no column names the event"), "{text}");
    assert!(text.contains("#         - \"killed(WHICH EVENT) = {Dead}\""), "{text}");
    let keep = |text: &str| fs::write(folder.0.join("sheet.csv.mapping.yaml"), text).unwrap();
    let open = text.replace("#       asserts:", "      asserts:").replace("#         - ", "        - ");
    keep(&open);
    let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("nobody has filled in `WHICH EVENT`"), "{}", said(&output));
    keep(&open.replace("WHICH EVENT", "quay-fire"));
    import(&folder, "sheet.csv");
    assert!(records(&folder, "sheet").contains("killed(quay-fire) = 41"), "{}", records(&folder, "sheet"));
}

#[test]
fn figures_of_an_event_that_a_column_names_are_used() {
    let folder = written("Date,Who,Event,Dead\n2031-05-04,Norland,quay-fire,41\n", "");
    let text = said(&gainsay(&folder, &["import", "sheet.csv"]));
    assert!(text.contains("- \"killed({Event}) = {Dead}\"") && !text.contains("WHICH EVENT"), "{text}");
    assert!(text.contains("Dead: how many were killed\n") && !text.contains("no column names"), "{text}");
}
