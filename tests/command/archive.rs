//! `gainsay archive` as a command: what it keeps, where it names it, what it refuses.

use std::fs;
use std::process::{Command, Output};

use crate::common::folder::Folder;

const CASE: &str = "\
parties:
  - {id: norland, kind: state}
sources:
  # read on paper
  - id: post
    title: The Harbour Post
statements:
  - id: one
    by: norland
    date: 2031-05-02
    source: post
    quote: we saw nothing of the kind
  - id: two
    by: norland
    date: 2031-05-02
    source: post
    quote: we heard nothing of the kind
";

fn archive(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(&folder.0)
        .args(["archive"])
        .args(arguments)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

#[test]
fn a_copy_is_kept_and_named_and_quotes_are_compared_with_it() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("page.html"), "<p>They said: “We saw nothing of the kind”.</p>").unwrap();
    let output = archive(&folder, &["post", "page.html", "--retrieved", "2031-05-03"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = fs::read_to_string(folder.claims().join("case.yaml")).unwrap();
    assert!(text.contains("# read on paper"), "{text}");
    for line in ["archive: archive/post.html", "retrieved:", "2031-05-03", "sha256:"] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(folder.claims().join("archive/post.html").exists());
    assert!(fs::read_to_string(folder.claims().join("archive/.gitignore")).unwrap().ends_with("*\n"));
    let check = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let check = { check }.current_dir(&folder.0).args(["check"]).output().unwrap();
    let report = said(&check);
    assert!(report.contains("altered-quote") || report.contains("quote-not-in-source"), "{report}");
    assert!(!report.contains("`one`"), "the quote that stands there is sound: {report}");
    // The same file again changes nothing; another wants a word.
    assert_eq!(archive(&folder, &["post", "page.html"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), text);
    fs::write(folder.0.join("page.html"), "<p>Another page.</p>").unwrap();
    let refused = archive(&folder, &["post", "page.html"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("--replace"), "{}", said(&refused));
    assert_eq!(archive(&folder, &["post", "page.html", "--replace"]).status.code(), Some(0));
}

#[test]
fn what_cannot_be_kept_leaves_the_store_as_it_was() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("page.yaml"), "parties: [").unwrap();
    fs::write(folder.0.join("picture.txt"), [0xff, 0xd8, 0, 1, 2, 0]).unwrap();
    for (arguments, words) in [
        (["pots", "page.yaml"], "did you mean `post`"),
        (["post", "nowhere.html"], "cannot be kept"),
        (["post", "picture.txt"], "cannot be kept"),
    ] {
        let output = archive(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(words), "{}", said(&output));
    }
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), CASE);
    assert!(!folder.claims().join("archive").exists());
    // A ledger file kept as an archive is no part of the ledger.
    assert_eq!(archive(&folder, &["post", "page.yaml"]).status.code(), Some(0));
    assert!(folder.claims().join("archive/post.txt").exists());
}
