//! The texts with which the fuzzers of `fuzz/` begin, and those on which they broke something once: in every run of the tests
//! each is held to what its target asks.

use std::fs;
use std::path::Path;

use gainsay::grid::{Grid, Opening};
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::proposition;
use gainsay::read::files::documents;
use gainsay::read::records::by_library;
use gainsay::read::yaml::subset;
use gainsay::text::FileId;
use gainsay::write::edit::{append, comments, layout, read};
use gainsay::write::emit::Record;

/// The files of a target, in the order of their names.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{target}");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The same as texts: up to the first letter that is no UTF-8, as the fuzzer reads them.
fn texts(target: &str) -> Vec<String> {
    let sound = |bytes: &[u8]| bytes.utf8_chunks().next().map_or(String::new(), |it| it.valid().to_owned());
    seeds(target).iter().map(|bytes| sound(bytes)).collect()
}

#[test]
fn both_readers_read_the_same() {
    for text in texts("two_readers") {
        if let Some(own) = subset::read(FileId(0), &text) {
            assert_eq!(own.cut, by_library(FileId(0), &text), "{text:?}");
        }
    }
}

#[test]
fn a_date_that_is_accepted_is_read_again() {
    for text in texts("dates_and_propositions") {
        if let Ok(date) = Date::parse(&text) {
            assert_eq!(Date::parse(&date.to_string()), Ok(date), "{text:?}");
        }
        let _ = proposition::parse(&text);
    }
}

#[test]
fn edits_lose_nothing_and_can_be_read() {
    for text in texts("edits") {
        if let Ok(laid) = layout(&text) {
            assert_eq!(comments(&laid), comments(&text), "{text:?}");
            assert_eq!(layout(&laid).as_ref(), Ok(&laid), "{text:?}");
        }
        let record = Record::of("brought-in-anew").text("name", "x\n# no comment");
        if let Ok(appended) = append(&text, "parties", &record) {
            let count = |text: &str| read(text).map(|cut| cut.records.len());
            assert_eq!(count(&appended.text), count(&text).map(|before| before + 1), "{text:?}");
        }
    }
}

#[test]
fn drafts_and_sheets_are_read_or_refused() {
    for bytes in seeds("documents") {
        for ending in ["txt", "md", "html", "docx"] {
            let _ = documents::read(&bytes, ending);
        }
    }
    for bytes in seeds("sheets") {
        for ending in ["csv", "tsv", "jsonl", "xlsx", "ods"] {
            if let Ok(grid) = Grid::open(&bytes[..], Opening { ending, ..Opening::default() }) {
                let _ = grid.take_while(Result::is_ok).count();
            }
        }
    }
}

#[test]
#[cfg(feature = "serve")]
fn a_head_is_let_in_or_refused() {
    let door = gainsay::serve::Door { port: 7, token: "secret".to_owned(), read_only: false };
    for bytes in seeds("request_head") {
        if let Ok(Some(head)) = gainsay::serve::Head::parse(&bytes) {
            assert_eq!(gainsay::serve::Head::parse(&bytes[..head.length]), Ok(Some(head.clone())));
            let _ = door.admit(&head);
        }
    }
}
