//! `gainsay extract` as a command: the source is recorded first, the drafts lie outside the store, nothing is overwritten.

use std::fs;
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

const ARTICLE: &str = "Norland accused Sudria of carrying out the fire. Sudria has denied it.

“We had nothing to do with it,” Sudria said on Monday, “and … we never will.”

Officials told the Ostby Times that at least 12 people were killed.
";

fn folder() -> Folder {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("article.txt"), ARTICLE).unwrap();
    folder
}

fn extract(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(&folder.0).arg("extract").args(arguments).stdin(Stdio::null());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", said(output)))
}

#[test]
fn the_source_is_recorded_first_and_only_after_a_yes() {
    let folder = folder();
    let given =
        ["article.txt", "--outlet", "The Ostby Herald", "--published", "2031-05-06", "--about", "quay-fire"];
    let refused = extract(&folder, &given);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("--yes"), "{}", said(&refused));
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), CASE);
    assert!(!folder.0.join("article.txt.drafts.yaml").exists());

    let done = extract(&folder, &[&given[..], &["--yes"]].concat());
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let kept: Vec<String> = fs::read_dir(folder.claims().join("archive"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.strip_suffix(".txt").is_some())
        .collect();
    let [copy] = &kept[..] else { panic!("{kept:?}") };
    assert_eq!(fs::read_to_string(folder.claims().join("archive").join(copy)).unwrap(), ARTICLE);
    let drafts = fs::read_to_string(folder.0.join("article.txt.drafts.yaml")).unwrap();
    assert!(drafts.contains("proposition: carried-out(sudria, quay-fire)"), "{drafts}");
    assert!(drafts.contains("stance: denies"), "{drafts}");

    // With the source on file nothing is asked, and what was answered stays.
    let source = copy.trim_end_matches(".txt");
    let again = extract(&folder, &["article.txt", "--source", source, "--about", "quay-fire"]);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert!(said(&again).contains("--replace"), "{}", said(&again));
    assert_eq!(fs::read_to_string(folder.0.join("article.txt.drafts.yaml")).unwrap(), drafts);
    let undone =
        Command::new(env!("CARGO_BIN_EXE_gainsay")).current_dir(&folder.0).arg("undo").output().unwrap();
    assert_eq!(undone.status.code(), Some(0), "{}", said(&undone));
}

#[test]
fn the_json_has_places_in_code_points() {
    let folder = folder();
    let given = ["article.txt", "--about", "quay-fire", "--published", "2031-05-06", "--format", "json"];
    let found = json(&extract(&folder, &given));
    let points: Vec<char> = ARTICLE.chars().collect();
    let at = |pair: &Value| -> String {
        let place = |at: usize| usize::try_from(pair[at].as_u64().unwrap()).unwrap();
        points[place(0)..place(1)].iter().collect()
    };
    let statements = found["statements"].as_array().unwrap();
    let of = |name: &str| {
        statements.iter().find(|one| one["speaker"]["id"] == name && one["kind"] == "direct").unwrap()
    };
    let sudria = of("sudria");
    assert_eq!(sudria["date"], "2031-05-05");
    let pieces: Vec<String> = sudria["pieces"].as_array().unwrap().iter().map(at).collect();
    assert_eq!(pieces.len(), 2, "{sudria}");
    assert!(pieces[1].contains("we never will"), "{pieces:?}");
    let denied = &sudria["propositions"][0];
    assert_eq!(
        (denied["stance"].as_str(), denied["proposition"].as_str()),
        (Some("denies"), Some("involved-in(self, quay-fire)"))
    );
    assert_eq!(at(&denied["words"]), "We had nothing to do with it");
    let told = statements.iter().find(|one| one["speaker"]["anonymous"] == "Officials").unwrap();
    assert_eq!(told["propositions"][0]["proposition"], "killed(quay-fire) >= 12");
    assert_eq!(told["via"], serde_json::json!(["ostby-times"]));
    for statement in statements {
        for key in ["start", "end", "speaker", "cue", "how", "kind", "date", "propositions"] {
            assert!(statement.get(key).is_some(), "{key}: {statement}");
        }
    }
}

#[test]
fn names_and_days_are_given_as_people_say_them() {
    let folder = folder();
    let found = extract(
        &folder,
        &["article.txt", "--about", "fire", "--published", "6 May 2031", "--format", "json"],
    );
    assert!(said(&found).contains("fire = quay-fire") && said(&found).contains("6 May 2031 = 2031-05-06"));
    let found = json(&found);
    assert_eq!(found["about"], "quay-fire");
    assert!(found["statements"].as_array().unwrap().iter().any(|one| one["date"] == "2031-05-05"), "{found}");
    // Two events have the word in their names, and a day of which the month cannot be told: each is asked for anew.
    let two =
        CASE.replace("events:\n", "events:\n  - {id: dock-fire, name: the dock fire, date: 2031-05-04}\n");
    fs::write(folder.claims().join("case.yaml"), two).unwrap();
    let refused = extract(&folder, &["article.txt", "--about", "fire"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("the dock fire (dock-fire), or the quay fire (quay-fire)"),
        "{}",
        said(&refused)
    );
    let refused = extract(&folder, &["article.txt", "--about", "quay-fire", "--published", "03/04/2031"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("may be several days"), "{}", said(&refused));
}

#[cfg(unix)]
#[test]
fn a_pdf_is_read_by_the_program_that_reads_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    fs::write(folder.0.join("article.pdf"), "%PDF-1.4 of a kind").unwrap();
    let programs = folder.0.join("programs");
    fs::create_dir(&programs).unwrap();
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&folder.0).args([
            "extract",
            "article.pdf",
            "--about",
            "quay-fire",
            "--format",
            "json",
        ]);
        command.env("PATH", &programs).stdin(Stdio::null()).output().unwrap()
    };
    let refused = run();
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("`pdftotext` is not installed"), "{}", said(&refused));
    let program = programs.join("pdftotext");
    fs::write(&program, "#!/bin/sh\necho 'Norland condemned the quay fire.'\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let found = json(&run());
    assert_eq!(found["statements"][0]["propositions"][0]["proposition"], "condemns(self, quay-fire)");
}

#[test]
fn what_is_wrong_is_said_plainly() {
    let folder = folder();
    for (arguments, told) in [
        (&["nothing.txt"][..], "could not be read"),
        (&["article.txt", "--about", "quay-fier"], "quay-fire"),
        (&["article.txt", "--source", "herald"], "--outlet"),
        (&["article.txt", "--output", "claims/case.yaml"], "would be a file of the store"),
        (&["article.txt", "--output", "claims"], "is a folder"),
        (&["article.txt", "--store", "elsewhere"], "there is no folder"),
    ] {
        let refused = extract(&folder, arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {}", said(&refused));
        assert!(said(&refused).contains(told), "{arguments:?}: {}", said(&refused));
    }
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), CASE);
}

#[test]
fn markdown_html_and_an_article_without_a_store_are_read() {
    let folder = folder();
    fs::write(
        folder.0.join("a.html"),
        "<html><body><p>Norland condemned the <b>quay fire</b>.</p></body></html>",
    )
    .unwrap();
    fs::write(folder.0.join("a.md"), "Norland *condemned* the quay fire.\n").unwrap();
    for article in ["a.html", "a.md"] {
        let found = json(&extract(&folder, &[article, "--format", "json"]));
        assert_eq!(
            found["statements"][0]["propositions"][0]["proposition"], "condemns(self, quay-fire)",
            "{article}"
        );
    }
    fs::remove_dir_all(folder.claims()).unwrap();
    let found = json(&extract(&folder, &["article.txt", "--format", "json"]));
    assert!(found["statements"].as_array().unwrap().len() >= 3);
}

#[test]
fn an_outlet_is_on_file_under_its_id_however_that_is_written() {
    let outlets = "  - {id: courier, name: Strait Courier, kind: outlet}\n  - {id: herald, name: Jo Herald, kind: person}\n";
    let folder = Folder::with(&[("case.yaml", &CASE.replace("events:", &format!("{outlets}events:")))]);
    fs::write(folder.0.join("article.txt"), ARTICLE).unwrap();
    let record = |outlet| {
        let given = ["article.txt", "--outlet", outlet, "--published", "2031-05-06", "--about", "quay-fire"];
        let done = extract(&folder, &[&given[..], &["--yes", "--replace"]].concat());
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
        said(&done)
    };
    let told = record("Courier");
    assert!(told.contains("outlet: courier") && !told.contains("parties:"), "{told}");
    // A person of that id is no outlet.
    let told = record("Herald");
    assert!(told.contains("- id: herald-2\n") && told.contains("outlet: herald-2"), "{told}");
}
