//! What would mislead about an import: names spelt twice, records of refused rows, ids that change, what the last import left.

use std::fs;

use crate::common::folder::Folder;
use crate::common::terminal::{answered, typed};
use crate::import::{PLAIN, count, folder, found, gainsay, import, records, said, written};

const HEAD: &str = "No,Who,When,Words\n";

#[test]
fn two_spellings_of_one_name_in_a_sheet_are_asked() {
    let sheet = format!("{HEAD}1,Ostvik,2031-05-04,No.\n2,Ostvk,2031-05-04,Yes.\n3,Ostvik,2031-05-05,Oh.\n");
    let asked = written(&sheet, PLAIN);
    let told = import(&asked, "sheet.csv");
    assert!(told.contains("row 3: “Ostvk” may be “ostvik”, which is new in a row before"), "{told}");
    assert!(told.contains("- {list: parties, name: \"Ostvk\", id: ostvik}"), "{told}");
    let text = records(&asked, "sheet");
    assert!(!text.contains("ostvk") && count(&text, "by: ostvik") == 2, "{text}");
    for (id, by) in [("ostvik", "by: ostvik"), ("new", "by: ostvk")] {
        let answered =
            written(&sheet, &format!("{PLAIN}names:\n  - {{list: parties, name: Ostvk, id: {id}}}\n"));
        let told = import(&answered, "sheet.csv");
        assert!(told.contains("3 rows: 3 make a statement"), "{told}");
        assert!(records(&answered, "sheet").contains(by), "{told}");
    }
}

#[test]
fn what_only_a_refused_row_names_is_not_made() {
    let mapping = "\
sheet: {id: sheet, key: No}
records:
  - list: events
    record: {name: \"{What}\"}
  - list: statements
    record: {by: \"{Who}\", date: \"{When}\", asserts: \"killed({What}) = {Dead}\"}
";
    let sheet = "No,Who,When,What,Dead\n1,Ostvik,soon,Pier blast,7\n2,Westmark,2031-05-04,Dam break,7.5\n3,Ostvik,2031-05-04,Mast fall,1\n";
    let folder = written(sheet, mapping);
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("3 rows: 1 makes a statement"), "{told}");
    let text = records(&folder, "sheet");
    for made in ["id: ostvik", "id: mast-fall"] {
        assert!(text.contains(made), "{text}");
    }
    for left in ["pier-blast", "dam-break", "westmark"] {
        assert!(!text.contains(left), "{left}: {text}");
    }
    // Repaired, they come.
    fs::write(folder.0.join("sheet.csv"), sheet.replace("soon", "2031-05-03").replace("7.5", "8")).unwrap();
    import(&folder, "sheet.csv");
    let text = records(&folder, "sheet");
    assert!(text.contains("killed(pier-blast) = 7") && text.contains("by: westmark"), "{text}");
}

#[test]
fn a_key_that_is_named_later_knows_the_rows_again() {
    let unkeyed = PLAIN.replace(", key: No", "");
    let folder = written(format!("{HEAD}7,Norland,2031-05-04,No.\n9,Sudria,2031-05-04,Yes.\n"), &unkeyed);
    import(&folder, "sheet.csv");
    assert!(records(&folder, "sheet").contains("id: sheet-row-2"));
    // The key, with rows moved and one new.
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), PLAIN).unwrap();
    let moved =
        format!("{HEAD}8,Sudria,2031-05-06,Hm.\n9,Sudria,2031-05-04,Yes.\n7,Norland,2031-05-04,Never.\n");
    fs::write(folder.0.join("sheet.csv"), &moved).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("New: 1 statement: sheet-8"), "{told}");
    assert!(told.contains("`quote` of `sheet-row-2`"), "{told}");
    let text = records(&folder, "sheet");
    assert_eq!(count(&text, "by: "), 3, "{text}");
    assert!(text.contains("quote: Never.") && !text.contains("id: sheet-7"), "{text}");
    // And it is known the next time, too.
    assert!(import(&folder, "sheet.csv").contains("Nothing is to be written: the store has all of it"));
    fs::write(folder.0.join("sheet.csv"), moved.replace("Never.", "Not ever.")).unwrap();
    import(&folder, "sheet.csv");
    let text = records(&folder, "sheet");
    assert!(text.contains("quote: Not ever.") && count(&text, "by: ") == 3, "{text}");
}

#[test]
fn a_sentence_does_not_go_on_in_the_next_cell_and_quotes_are_compared_with_cells() {
    // Before the words stands “not”, in a cell of its own, and behind them “unless” in the next row.
    let sheet = "Who,When,Note,Words\nNorland,2031-05-04,it is not,we closed the mine\nUnless,2031-05-04,not,we closed the pit\n";
    let folder = written(sheet, &PLAIN.replace(", key: No", ""));
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("Quotes are compared with the cells of this sheet"), "{told}");
    assert_eq!(found(&folder, "cut-quote"), Vec::<String>::new());
    assert_eq!(found(&folder, "quote-not-in-source"), Vec::<String>::new());
}

#[test]
fn a_day_with_a_time_is_read_and_one_without_a_century_is_told() {
    let folder = written(
        format!("{HEAD}1,Norland,21.04.2031 14:30,No.\n2,Norland,18/04/31,Yes.\n3,Norland,next week,Oh.\n"),
        PLAIN,
    );
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 3: “18/04/31” is no date: write its year with four digits"), "{told}");
    assert!(told.contains("row 4: “next week” is no date: write it in the sheet as 2031-05-04"), "{told}");
    assert!(records(&folder, "sheet").contains("2031-04-21T14:30"), "{}", records(&folder, "sheet"));
}

#[test]
fn what_is_not_listed_can_be() {
    let rows: Vec<String> = (1..=12).map(|at| format!("{at},Norland,2031-05-04,Word {at}.\n")).collect();
    let folder = written(format!("{HEAD}{}", rows.concat()), PLAIN);
    let told = said(&gainsay(&folder, &["import", "sheet.csv"]));
    assert!(told.contains("and 2 more (`--all` lists them)") && !told.contains("sheet-12"), "{told}");
    let told = said(&gainsay(&folder, &["import", "sheet.csv", "--all"]));
    assert!(told.contains("sheet-12") && !told.contains("--all"), "{told}");
}

#[test]
fn an_id_in_the_mapping_that_names_nothing_is_a_fault_of_it() {
    let mapping = PLAIN.replace("quote:", "asserts: \"killed(quay-fird) = {No}\", quote:");
    let folder = written(format!("{HEAD}1,Norland,2031-05-04,No.\n"), &mapping);
    let output = gainsay(&folder, &["import", "sheet.csv", "--write"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("sheet.csv.mapping.yaml:4:")
            && said(&output).contains("`quay-fird` is no event on file\nhelp: did you mean `quay-fire`?"),
        "{}",
        said(&output)
    );
    for more in ["names:\n  - {list: events, name: quay-fird, id: quay-fire}\n", ""] {
        let own = if more.is_empty() { "  - list: events\n    record: {name: Quay fird}\n" } else { "" };
        fs::write(folder.0.join("sheet.csv.mapping.yaml"), format!("{mapping}{own}{more}")).unwrap();
        let output = gainsay(&folder, &["import", "sheet.csv"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

#[test]
fn without_the_copies_of_the_last_import_nothing_is_overwritten_and_that_is_said() {
    let folder = written(format!("{HEAD}1,Norland,2031-05-04,No.\n2,Sudria,2031-05-04,Yes.\n"), PLAIN);
    import(&folder, "sheet.csv");
    let first = records(&folder, "sheet");
    fs::write(folder.claims().join("sheet.yaml"), first.replace("quote: No.", "quote: No!")).unwrap();
    fs::remove_dir_all(folder.claims().join("archive")).unwrap();
    let sheet =
        format!("{HEAD}1,Norland,2031-05-04,Never.\n2,Sudria,2031-05-04,Yes.\n3,Sudria,2031-05-05,Oh.\n");
    fs::write(folder.0.join("sheet.csv"), sheet).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(
        told.contains("The copy of the last import is not here (claims/archive/sheet.mapping.txt)"),
        "{told}"
    );
    assert!(told.contains("`quote` of `sheet-1` is otherwise on file than in row 2"), "{told}");
    assert!(told.contains("New: 1 statement: sheet-3"), "{told}");
    assert!(records(&folder, "sheet").contains("quote: No!"));
    assert_eq!(found(&folder, "source-changed"), Vec::<String>::new());
    // Nor does anything come twice where the ids would be others.
    fs::remove_dir_all(folder.claims().join("archive")).unwrap();
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), PLAIN.replace("key: No", "key: Words")).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 3 says what `sheet-2` says on file, and is not added"), "{told}");
    assert_eq!(count(&records(&folder, "sheet"), "quote: Yes."), 1);
}

#[test]
fn no_layout_makes_an_agreement_that_its_sheet_does_not_support() {
    // In the first, three name somebody for one intrusion, and two of them the same.
    let attributed = ["Grey Heron carried out Grid intrusion", "Grid intrusion happened"];
    let layouts = [
        ("attribution.csv", &attributed[..]),
        ("tracker.csv", &[]),
        ("nobody.csv", &[]),
        ("debate.csv", &[]),
        ("strikes.csv", &[]),
        ("checker.jsonl", &[]),
    ];
    for (sheet, supported) in layouts {
        let folder = folder(sheet);
        if sheet == "nobody.csv" {
            let proposed = gainsay(&folder, &["import", sheet]);
            fs::write(folder.0.join("nobody.csv.mapping.yaml"), &proposed.stdout).unwrap();
        }
        import(&folder, sheet);
        let all: Vec<String> =
            ["agreement", "shared-position"].into_iter().flat_map(|rule| found(&folder, rule)).collect();
        assert_eq!(all.len(), supported.len(), "{sheet}: {all:?}");
        for words in supported {
            assert!(all.iter().any(|message| message.contains(words)), "{sheet}: {all:?}");
        }
    }
}

/// A store with a sheet in which two names are like others.
fn asked() -> Folder {
    written(
        "Speaker,Day,Words\nNorlnd,2031-05-04,We did not.\nSudri,2031-05-05,They did.\nOstvik,2031-05-06,Who knows.\n",
        "",
    )
}

#[test]
fn at_a_terminal_columns_and_names_are_asked_and_answers_are_kept() {
    let folder = asked();
    // The second column is not used, and is given its meaning back; then one name is on file, the other is new.
    let screen = typed(&folder, "import sheet.csv --write", "2 nothing\n2 date\n2 sense\ny\n1\n2\n");
    let mapping = fs::read_to_string(folder.0.join("sheet.csv.mapping.yaml")).unwrap_or_default();
    assert!(mapping.contains("date: \"{Day}\""), "{screen}\n{mapping}");
    assert!(mapping.contains("- {list: parties, name: \"Norlnd\", id: norland}"), "{screen}\n{mapping}");
    assert!(mapping.contains("- {list: parties, name: \"Sudri\", id: new}"), "{screen}\n{mapping}");
    let text = records(&folder, "sheet");
    for by in ["by: norland", "by: sudri\n", "by: ostvik"] {
        assert!(text.contains(by), "{by}: {screen}\n{text}");
    }

    // Who says no has said nothing.
    let folder = asked();
    let screen = typed(&folder, "import sheet.csv --write", "n\n");
    assert!(screen.contains("Nothing was written"), "{screen}");
    assert!(!folder.0.join("sheet.csv.mapping.yaml").exists());

    // Who leaves at the second name has placed the first, and nothing is written to the ledger.
    for leave in ["\u{4}", "\u{3}"] {
        let folder = asked();
        let answers = [("mean?", "y\n"), ("“Norlnd” is like:", "1\n"), ("“Sudri” is like:", leave)];
        let screen = answered(&folder, "import sheet.csv --write", &answers);
        let mapping = fs::read_to_string(folder.0.join("sheet.csv.mapping.yaml")).unwrap_or_default();
        assert!(!folder.claims().join("sheet.yaml").exists(), "{screen}");
        assert!(
            mapping.contains("by: \"{Speaker}\"") && mapping.contains("id: norland"),
            "{screen}\n{mapping}"
        );
        let screen = typed(&folder, "import sheet.csv --write", "1\n");
        assert!(
            !screen.contains("“Norlnd” is like") && records(&folder, "sheet").contains("by: sudria"),
            "{screen}"
        );
    }
}

#[test]
fn a_row_that_would_be_an_error_is_left_out_also_where_its_key_was_named_later() {
    let mapping = PLAIN.replace("quote:", "asserts: \"killed(quay-fire) = {Words}\", quote:");
    let head = format!("{HEAD}7,Norland,2031-05-04,1\n9,Sudria,2031-05-04,");
    let folder = written(format!("{head}2\n"), &mapping.replace(", key: No", ""));
    import(&folder, "sheet.csv");
    fs::write(folder.0.join("sheet.csv.mapping.yaml"), &mapping).unwrap();
    fs::write(folder.0.join("sheet.csv"), format!("{head}2.5\n8,Sudria,2031-05-06,4\n")).unwrap();
    let told = import(&folder, "sheet.csv");
    assert!(told.contains("row 3: ") && told.contains("New: 1 statement: sheet-8"), "{told}");
    assert!(records(&folder, "sheet").contains("killed(quay-fire) = 2\n"), "{told}");
}
