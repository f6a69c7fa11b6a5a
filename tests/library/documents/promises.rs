//! Every promise of the architecture document names tests that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The names of all functions in the Rust files of a folder and below.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            functions(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let named = text.lines().filter_map(|line| line.trim_start().strip_prefix("fn "));
            found.extend(named.filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())));
        }
    }
}

#[test]
fn each_promise_names_tests_that_are_there() {
    let text = super::read("docs/architecture.md");
    let part = text.split_once("### Promises and their tests").unwrap().1.split_once("\n###").unwrap().0;
    let mut known = BTreeSet::new();
    functions(&super::at("tests"), &mut known);
    let rows: Vec<&str> =
        part.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| **")).skip(1).collect();
    assert!(rows.len() > 25, "{} rows", rows.len());
    for row in rows {
        let tests: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "no test in {row}");
        for test in tests {
            assert!(known.contains(test), "no test is called {test}");
        }
    }
}
