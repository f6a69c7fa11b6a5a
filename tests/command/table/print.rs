//! The table as it is printed: widths, cards, Markdown, hostile names, and the command.

use std::process::Command;

use gainsay::check::over;
use gainsay::read::{self, Text};
use gainsay::reason::Reasoning;
use gainsay::rules;
use gainsay::views::table::formats as format;
use gainsay::views::table::{self, Options};
use unicode_width::UnicodeWidthStr;

use super::store::{accuses, denies, printed, said, store};

#[test]
fn cards_where_a_column_would_be_narrower_than_sixteen() {
    let store = store(&[accuses("north"), accuses("east"), accuses("west")], "");
    let text = |width| printed(&store, |_| {}, width).1;
    let ruled = |width| text(width).contains('┆');
    // Three parties of 16, a proposition of 20, a status of 10, two spaces and a rule each, and the last rule.
    let least = 3 * (16 + 3) + (20 + 3) + (10 + 3) + 1;
    assert!(ruled(least) && !ruled(least - 1), "{}", text(least));
    for width in [40, 60, 80, 93, 94, 120, 200] {
        let widest = text(width).lines().map(UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= width, "{widest} at {width}:\n{}", text(width));
    }
    let expected = "\
The Harbour strike
══════════════════
Who did it?

  League carried out the Harbour strike                 [agreed]
    Eastland   accuses, 2 Mar 2031, The Wire
    Northland  accuses, 2 Mar 2031, The Wire
    Westland   accuses, 2 Mar 2031, The Wire

1 row: 1 agreed
";
    assert_eq!(text(64), expected);
    assert!(text(64).lines().all(|line| line == line.trim_end()));
}

#[test]
fn hostile_names_stay_inert() {
    let long = "x".repeat(90);
    let hostile = format!(
        "parties: [{{id: bad, name: \"a|b\\e[31m [l](javascript:x) <img>\\u202E {long} 漢字漢字漢字\", kind: state}}]\n"
    );
    let both = [said("a", "bad", 2, "asserts: ['happened(strike)']")];
    let text = |width| {
        let text = Text {
            path: "a.yaml".to_owned(),
            content: Ok(store(&both, &hostile).replace("\nparties: [{id: bad", "\n---\nparties: [{id: bad")),
        };
        let loaded = read::texts(vec![text], &rules::names());
        let reasoning = Reasoning::new(&loaded.ledger);
        let report = over(&reasoning, &loaded.problems, &gainsay::check::options::Options::default());
        let table = table::table(&reasoning, &report, &Options::default());
        (format::text(&report, &table, width), format::markdown(&report, &table))
    };
    for width in [40, 60, 120, 200] {
        let (text, page) = text(width);
        assert!(text.contains("happened"), "{text}");
        assert!(!text.contains(['\x1b', '\u{202e}']) && !page.contains(['\x1b', '\u{202e}']));
        assert!(text.lines().all(|line| line.width() <= width), "{width}:\n{text}");
        assert!(page.contains(r"a\|b") && page.contains(r"\[l\]") && page.contains(r"\<img\>"), "{page}");
    }
}

#[test]
fn markdown_is_a_table_for_each_question() {
    let page = printed(&store(&[accuses("north"), denies("league")], ""), |_| {}, 80).2;
    let expected = "\
### The Harbour strike

| Who did it? | League | Northland | Status |
| --- | --- | --- | --- |
| League carried out the Harbour strike | **denies, in other words**<br>3 Mar 2031, The Wire | \
**accuses**<br>2 Mar 2031, The Wire | contested |
| League was involved in the Harbour strike | **denies**<br>3 Mar 2031, The Wire | \
**accuses, in other words**<br>2 Mar 2031, The Wire | contested |

2 rows: 2 contested
";
    assert_eq!(page, expected);
}

#[test]
fn the_order_of_records_changes_nothing() {
    let all = [
        accuses("north"),
        denies("league"),
        said("raids", "east", 1, "asserts: ['killed(raid) = 2']"),
        said("a", "minister", 2, "asserts: ['happened(strike)']"),
        said("b", "army", 2, "denies: ['happened(strike)']"),
        said("late", "north", 9, "asserts: ['killed(strike) = 2']"),
        said("early", "minister", 8, "asserts: ['killed(strike) = 2']"),
    ];
    let mut other = all.clone();
    other.reverse();
    assert_eq!(printed(&store(&all, ""), |_| {}, 120), printed(&store(&other, ""), |_| {}, 120));
}

/// Runs the command on a store; exit status, standard output, standard error.
fn run(name: &str, store: &str, arguments: &[&str]) -> (i32, String, String) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("table").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.yaml"), store).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .arg("table")
        .arg(&folder)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_says_what_it_could_not_read_and_what_it_does_not_know() {
    let sound = store(&[accuses("north")], "");
    let (status, out, err) = run("sound", &sound, &["--format", "markdown"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("| League carried out the Harbour strike |"), "{out}");
    for wrong in [["--about", "leage"], ["--parties", "north,leage"]] {
        let (status, out, err) = run("sound", &sound, &wrong);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.contains("`leage`") && err.contains("did you mean `league`?"), "{err}");
    }
    assert_eq!(run("sound", &sound, &["--only", "disputed"]).0, 2);
    let early = run("sound", &sound, &["--as-of", "2031-03-01"]);
    assert!(early.1.contains("Nobody has a position on file"), "{}", early.1);
    // The column of a body is that of its root.
    assert!(run("sound", &sound, &["--parties", "army", "--format", "json"]).1.contains("\"north\""));
    let broken = store(&[accuses("north"), said("b", "nobody", 2, "asserts: ['happened(strike)']")], "");
    let (status, out, err) = run("broken", &broken, &["--format", "markdown"]);
    assert_eq!(status, 1);
    assert!(out.contains("League carried out the Harbour strike"), "{out}");
    assert!(err.contains("the record has 1 error") && err.contains("`gainsay check`"), "{err}");
}
