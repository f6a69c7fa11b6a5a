//! Which store is meant where none is named, how a new one begins, and which editor opens a record.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::incident::{folder, gainsay, said};

const RECORD: &str = "parties:\n  - {id: norland, name: Norland}\n";

/// What a run said, and its status.
fn run(place: &Path, arguments: &[&str]) -> (String, i32) {
    let (out, complaints, status) = said(&gainsay(place, arguments));
    (out + &complaints, status)
}

/// A folder with a store in it under each of these names, with its schema.
fn stores(name: &str, stores: &[&str]) -> std::path::PathBuf {
    // Outside the repository, above whose folders lies a store.
    let place = std::env::temp_dir().join(format!("gainsay-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    for store in stores {
        fs::create_dir_all(place.join(store)).unwrap();
        fs::write(place.join(store).join("a.yaml"), RECORD.replace("norland", &format!("of-{store}")))
            .unwrap();
        fs::write(place.join(store).join("gainsay.schema.json"), "{}").unwrap();
    }
    place
}

#[test]
fn a_store_is_known_by_its_schema_whatever_its_folder_is_called() {
    let place = stores("stores-one", &["ledger"]);
    fs::create_dir_all(place.join("ledger/deep")).unwrap();
    fs::create_dir_all(place.join("articles")).unwrap();
    for from in ["", "ledger", "ledger/deep"] {
        let (listed, status) = run(&place.join(from), &["parties"]);
        assert!(listed.contains("ledger/a.yaml:2") && status == 0, "{from}: {listed}");
        assert!(listed.contains("The store is "), "{from}: {listed}");
    }
    // Beside the current folder none is looked for.
    let (none, status) = run(&place.join("articles"), &["parties"]);
    assert!(none.contains("no folder `claims` here or above, and no other store") && status == 2, "{none}");
    fs::remove_file(place.join("ledger/gainsay.schema.json")).unwrap();
    assert_eq!(run(&place, &["parties"]).1, 2);
}

#[test]
fn of_several_stores_claims_is_meant_and_else_none() {
    let place = stores("stores-two", &["east", "west"]);
    let (several, status) = run(&place, &["check"]);
    assert!(
        several.contains("several stores here: east, west") && several.contains("--store east"),
        "{several}"
    );
    assert_eq!(status, 2);
    fs::create_dir(place.join("claims")).unwrap();
    fs::write(place.join("claims/a.yaml"), RECORD.replace("norland", "of-claims")).unwrap();
    let (listed, _) = run(&place, &["parties"]);
    assert!(listed.contains("of-claims") && !listed.contains("The store is"), "{listed}");
    // From within a store, that store is meant, and not `claims` beside it.
    assert!(run(&place.join("west"), &["parties"]).0.contains("of-west"));
}

#[test]
fn a_new_store_is_empty_or_about_an_event_where_that_is_wanted() {
    let place = stores("stores-new", &[]);
    let (empty, status) = run(&place, &["init", "bare", "--empty"]);
    assert!(empty.contains("gainsay add\n") && status == 0, "{empty}");
    let mut names: Vec<_> =
        fs::read_dir(place.join("bare")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".editorconfig", ".gitattributes", "gainsay.schema.json"]);
    let event =
        ["init", "cases/quay", "--event", "the Quay fire", "--date", "1 May 2031", "--place", "Port: Quay"];
    let (about, status) = run(&place, &event);
    assert!(
        about.contains("one event, the Quay fire") && about.contains("gainsay add --store cases/quay\n"),
        "{about}"
    );
    assert_eq!(status, 0);
    let text = fs::read_to_string(place.join("cases/quay/events.yaml")).unwrap();
    let wanted = "# yaml-language-server: $schema=gainsay.schema.json\n# $schema: gainsay.schema.json\n\nevents:\n  - id: quay-fire\n    name: the Quay fire\n    date: \"2031-05-01\"\n    place: port-quay\n\nplaces:\n  - id: port-quay\n    name: \"Port: Quay\"\n";
    assert_eq!(text, wanted);
    assert_eq!(run(&place, &["check", "cases/quay"]).1, 0);
    // A date that is none makes no store, and an event and emptiness exclude one another.
    let (refused, status) = run(&place, &["init", "x", "--event", "y", "--date", "some day"]);
    assert!(
        refused.contains("`some day` is not a date") && status == 2 && !place.join("x").exists(),
        "{refused}"
    );
    assert_eq!(run(&place, &["init", "x", "--event", "y", "--empty"]).1, 2);
}

#[test]
fn nobody_meets_vi_unasked() {
    let place = folder("stores-editor");
    fs::write(place.join("claims/a.yaml"), RECORD).unwrap();
    let bin = place.join("bin");
    fs::create_dir(&bin).unwrap();
    let edit = || {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .args(["edit", "norland"])
            .current_dir(&place)
            .env("TMPDIR", &place)
            .env("PATH", format!("{}:/bin", bin.display()))
            .env_remove("EDITOR")
            .env_remove("VISUAL")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let (out, complaints, status) = said(&output);
        (out + &complaints, status)
    };
    let nano = "#!/bin/sh\nsed 's/name: Norland/name: New Norland/' \"$1\" > \"$1.new\" && cat \"$1.new\" > \"$1\"\n";
    fs::write(bin.join("nano"), nano).unwrap();
    Command::new("chmod").arg("+x").arg(bin.join("nano")).status().unwrap();
    let (edited, status) = edit();
    assert!(edited.contains("Wrote the party norland") && status == 0, "{edited}");
    assert!(fs::read_to_string(place.join("claims/a.yaml")).unwrap().contains("New Norland"));
    if !Path::new("/bin/nano").exists() {
        fs::remove_file(bin.join("nano")).unwrap();
        let (none, status) = edit();
        assert!(
            none.contains("no editor is named") && none.contains("EDITOR=gedit gainsay edit norland"),
            "{none}"
        );
        assert!(none.contains("claims/a.yaml") && status == 2, "{none}");
    }
}
