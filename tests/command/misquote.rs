//! `gainsay add` and `gainsay edit` compare a quote with what it was read in before they write it, as `check` does after.

#![cfg(unix)]

use std::fs;
use std::process::{Command, Output};

use crate::common::folder::Folder;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
sources:
  - {id: post, archive: post.txt}
statements:
  - {id: first, by: norland, date: 2031-05-02, source: post, quote: We saw nothing of the kind.}
";

fn gainsay(folder: &Folder, arguments: &[&str], editor: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let command = command.current_dir(&folder.0).env("EDITOR", editor).env_remove("VISUAL");
    command.args(arguments).args(["--no-input", "--store"]).arg(folder.claims()).output().unwrap()
}

fn add(folder: &Folder, quote: &str) -> Output {
    let given =
        ["add", "statement", "--id", "second", "--by", "norland", "--date", "2031-05-02", "--source", "post"];
    gainsay(folder, &[&given[..], &["--quote", quote]].concat(), "true")
}

fn case(settings: &str) -> Folder {
    let folder = Folder::with(&[("case.yaml", &format!("{CASE}{settings}"))]);
    let text = "Norland said: “We saw nothing of the kind. We will say so at the quay.”\n";
    fs::write(folder.claims().join("post.txt"), text).unwrap();
    folder
}

#[test]
fn a_quote_that_differs_from_the_archive_is_not_written() {
    let folder = case("");
    let before = fs::read(folder.claims().join("case.yaml")).unwrap();
    let changed = [
        add(&folder, "We will say so at the bay."),
        gainsay(&folder, &["edit", "first"], "sed -i 's/of the kind/of the sort/'"),
    ];
    for output in changed {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("altered-quote") && said.contains("Nothing was written"), "{said}");
    }
    assert_eq!(fs::read(folder.claims().join("case.yaml")).unwrap(), before);
    // The words of the archive are written, and so are others where the store says that they are no error.
    assert_eq!(add(&folder, "We will say so at the quay.").status.code(), Some(0));
    let lenient = case("settings:\n  levels: {altered-quote: warning}\n");
    let output = add(&lenient, "We will say so at the bay.");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.code() == Some(0) && said.contains("altered-quote"), "{said}");
}
