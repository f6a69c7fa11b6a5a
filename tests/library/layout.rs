//! `gainsay fmt`: one layout, every comment kept, nothing that `check` says changed, and once is as good as twice.

use crate::common;

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::read::{Text, texts};
use gainsay::write::edit::{comments, layout};

/// Texts, and how they are laid out.
const LAID_OUT: &[(&str, &str, &str)] = &[
    ("an empty file", "\n\n", ""),
    ("only a comment", "\n# c   \n\n\n", "# c\n"),
    (
        "indentation, empty lines, spaces at the end",
        "\n\nparties:\n- id:   a  \n  name : A\n\n\n\n- id: b\n  aliases:\n  - x\n  -   y\n",
        "parties:\n  - id: a\n    name: A\n\n  - id: b\n    aliases:\n      - x\n      - y\n",
    ),
    (
        "comments go with what they stand beside",
        "# top\nparties:   # all\n# before a\n- id: a     # the first\n  # of a\n  name: A\n  # end of a\n# before b\n- id: b\n# before topics\ntopics:\n    # first\n    - id: t\n# the end\n",
        "# top\nparties:   # all\n  # before a\n  - id: a     # the first\n    # of a\n    name: A\n    # end of a\n  # before b\n  - id: b\n\n# before topics\ntopics:\n  # first\n  - id: t\n# the end\n",
    ),
    (
        "values of several lines",
        "parties:\n    - id: a\n      name: |\n           # no comment\n             A\n      title: two\n          lines\n      aliases: [x,\n         y]   # kept\n    - {id: b, name: B}\n    -\n      id: c\n",
        "parties:\n  - id: a\n    name: |\n         # no comment\n           A\n    title: two\n        lines\n    aliases: [x,\n       y]   # kept\n  - {id: b, name: B}\n  - id: c\n",
    ),
    (
        "documents, Windows line ends, a mark at the beginning",
        "\u{feff}---\r\nparties:\r\n- id: a\r\n---\r\n# two\r\nparties:\r\n- id: b\r\n...\r\n",
        "\u{feff}---\r\nparties:\r\n  - id: a\r\n\r\n---\r\n# two\r\nparties:\r\n  - id: b\r\n...\r\n",
    ),
    (
        "a comment between a key and its value",
        "parties:\n- id: a\n  name: # as heard\n     A\n  title:\n    B\n",
        "parties:\n  - id: a\n    name: # as heard\n      A\n    title: B\n",
    ),
    (
        "settings are a mapping",
        "settings:\n   verify:\n      origins: 3\n   near: {hours: 2}\n",
        "settings:\n  verify:\n    origins: 3\n  near: {hours: 2}\n",
    ),
];

#[test]
fn files_are_laid_out_alike() {
    for (what, old, new) in LAID_OUT {
        let laid = layout(old).unwrap_or_else(|refused| panic!("{what}: {refused:?}"));
        assert_eq!(laid, *new, "{what}");
        assert_eq!(layout(new).unwrap(), *new, "{what}, again");
    }
}

#[test]
fn what_is_not_understood_is_left_alone() {
    for text in [
        "parties:\n  - &a {id: a}\n  - *a\n",
        "parties:\n  - id: !t a\n",
        "%YAML 1.2\n---\nparties:\n  - id: a\n",
        "? parties\n: - id: a\n",
        "parties:\n  - id: a\n    id: b\n",
        "parties:\n  - id: \"a\n",
        // Laid out anew, these could not be read whole.
        "partiez:\n\n: -   a: b",
        "parties\n- \n  -a\n- \n b",
        // A line end of old Macs ends the comment, and what follows it belongs to no list.
        "parties:\n  - id: a\n    # note\r\r: b c: []\n",
    ] {
        assert!(layout(text).is_err(), "{text}");
    }
}

/// What `check` says of a text: everything but the lines.
fn said(text: &str) -> Vec<String> {
    let text = Text { path: "claims/case.yaml".to_owned(), content: Ok(text.to_owned()) };
    let loaded = texts(vec![text], &common::names());
    let ledger = &loaded.ledger;
    let report = check(ledger, &loaded.problems, &Options { strict: true, ..Options::default() });
    let statements = |finding: &gainsay::rules::finding::Finding| -> Vec<String> {
        finding.statements.iter().map(|id| ledger.statement(*id).id.clone()).collect()
    };
    report
        .findings
        .iter()
        .map(|finding| {
            format!("{} {:?} {} {:?}", finding.rule.id, finding.level, finding.message, statements(finding))
        })
        .collect()
}

/// A row of numbers that is the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// The same records laid out by somebody else: deeper or less deep, with comments and empty lines anywhere, line ends of Windows.
fn scrambled(text: &str, numbers: &mut Numbers) -> String {
    let deeper = numbers.below(6);
    let end = if numbers.below(4) == 0 { "\r\n" } else { "\n" };
    let mut out = String::new();
    for line in text.lines() {
        let words = line.trim_start();
        let indent = match line.len() - words.len() {
            0 => 0,
            indent => (indent + deeper).saturating_sub(2),
        };
        if numbers.below(5) == 0 {
            out.push_str(&format!("{}# remark {}{end}", " ".repeat(numbers.below(9)), numbers.below(100)));
        }
        if numbers.below(7) == 0 {
            out.push_str(&" ".repeat(numbers.below(3)));
            out.push_str(end);
        }
        out.push_str(&" ".repeat(indent));
        out.push_str(words);
        if numbers.below(6) == 0 {
            out.push_str(&format!("{}# beside {}", " ".repeat(1 + numbers.below(3)), numbers.below(100)));
        }
        out.push_str(end);
    }
    out
}

fn yaml(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            yaml(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}

#[test]
fn no_layout_changes_what_check_says_nor_loses_a_comment() {
    let mut files = Vec::new();
    yaml(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut files);
    files.sort();
    let mut numbers = Numbers(7);
    let (mut laid_out, mut refused) = (0, 0);
    let every = files.len().div_ceil(common::size(files.len()));
    for file in files.iter().step_by(every) {
        let Ok(text) = fs::read_to_string(file) else { continue };
        for round in 0..4 {
            let text = if round == 0 { text.clone() } else { scrambled(&text, &mut numbers) };
            let Ok(laid) = layout(&text) else {
                refused += 1;
                continue;
            };
            laid_out += 1;
            let name = file.display();
            assert_eq!(comments(&laid), comments(&text), "{name}\n{text}\n=>\n{laid}");
            assert_eq!(said(&laid), said(&text), "{name}\n{text}\n=>\n{laid}");
            assert_eq!(layout(&laid).unwrap(), laid, "{name}: twice is not once\n{text}");
        }
    }
    // Those that are no sound YAML are left alone, and few of the others.
    assert!(
        laid_out > common::size(600) && refused * 4 < laid_out,
        "{laid_out} laid out, {refused} left alone"
    );
}
