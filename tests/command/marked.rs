//! The page of an audit: what is marked, what stands beside it, and what a reader who is no editor of the ledger is spared.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::common::folder::Folder;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: ann-envoy, name: Ann Envoy, kind: person, part-of: norland}
statements:
  - {id: one, by: ann-envoy, date: 2031-05-02, quote: We saw nothing of the kind at the quay.}
  - {id: two, by: ann-envoy, date: 2031-05-02, quote: The ferry sails every morning at nine.}
";

const DRAFT: &str = "\
“We saw nothing of the kind at the bay,” Ann Envoy said.

“The ferry sails every morning at nine,” Ann Envoy said. Norland said that <b>the harbour</b> was calm.

“The crane fell into the water on Sunday,” Ann Envoy said.
";

fn page(more: &[&str]) -> String {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("draft.txt"), DRAFT).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let command = command.current_dir(&folder.0).args(["audit", "draft.txt", "--format", "html"]).args(more);
    let output = command.arg("--store").arg(folder.claims()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

/// What stands behind each of these beginnings, up to the next quotation mark.
fn values<'p>(page: &'p str, begin: &str) -> Vec<&'p str> {
    page.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn quotations_and_sentences_without_a_record_are_marked() {
    let page = page(&[]);
    assert_eq!(values(&page, "<mark class=\""), ["warning", "sound", "unrecorded", "note"], "{page}");
    assert!(
        page.contains(
            "<mark class=\"unrecorded\">Norland said that &lt;b&gt;the harbour&lt;/b&gt; was calm."
        )
    );
    let ids: BTreeSet<&str> = values(&page, " id=\"").into_iter().collect();
    let leads: BTreeSet<&str> = values(&page, "href=\"#").into_iter().collect();
    assert_eq!(leads, ids, "each number leads to its note");
    assert_eq!(ids.len(), 2);
    assert!(page.contains("Words changed without a mark: “bay” for “quay”"), "{page}");
    assert!(
        !page.contains("<script")
            && page.contains("default-src 'none'")
            && page.contains("prefers-color-scheme: dark")
    );
}

#[test]
fn rules_and_places_in_the_ledger_are_named_where_they_are_asked_for() {
    let plain = page(&[]);
    let body = plain.split("<body>").nth(1).unwrap();
    for inner in ["`", "altered", "unknown", ".yaml:"] {
        assert!(!body.contains(inner), "{inner} in {body}");
    }
    let internals = page(&["--internals"]);
    for inner in ["altered", "unknown", "case.yaml:5"] {
        assert!(internals.contains(inner), "{inner} is not in {internals}");
    }
}
