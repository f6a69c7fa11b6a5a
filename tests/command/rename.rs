//! `gainsay rename`, `edit` and `fmt` as commands: what they change, what they refuse, what they leave alone.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use crate::common::folder::Folder;

/// A party and a place of one id, each referred to in every way that there is.
const CASE: &str = "\
# about sudria, which stays in comments
parties:
  - {id: sudria, name: sudria, kind: state} # sudria
  - id: ministry
    part-of: sudria
  - id: envoy
    kind: person
    part-of:
      - {party: 'sudria', from: 2030}
      - party: \"sudria\"
        until: 2029
  - id: norland
places:
  - {id: sudria, name: Sudria}
  - {id: quay, within: [sudria]}
events:
  - id: fire
    place: sudria
    participants: [norland, sudria]
sources:
  - {id: post, outlet: sudria}
statements:
  - id: one
    by: [norland, sudria]
    date: 2031-05-02
    source: post
    quote: sudria
    via: sudria
    citing: sudria
    asserts:
      - carried-out( sudria ,fire)
      - \"place(fire) = sudria\"
      - 'backs(sudria, norland)'
      - weapon(fire) = \"sudria\"
      - >
        arms(sudria,
        norland)
  - id: two
    by: norland
    date: 2031-05-02
    answers: one
    denies:
      - accurate(one)
requests:
  - {to: sudria, about: \"backs(sudria, norland)\", date: 2031-05-03}
accepted:
  - {rule: unverified-link, on: \"backs(sudria, norland)\", between: [one, sudria]}
  - {rule: before-its-event, between: [two, fire]}
expect:
  - {finds: unverified-link, on: \"arms(sudria, norland)\", between: [sudria]}
";

fn gainsay(folder: &Folder, arguments: &[&str], editor: &str, status: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(arguments)
        .current_dir(&folder.0)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .env("TMPDIR", &folder.0)
        .env_remove("VISUAL")
        .env("EDITOR", editor)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(output.status.code(), Some(status), "{arguments:?}\n{said}");
    said
}

fn case(folder: &Folder) -> String {
    fs::read_to_string(folder.claims().join("case.yaml")).unwrap()
}

#[test]
fn a_draft_that_is_no_file_any_more_is_not_waited_for() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let mut command = Command::new("timeout");
    command.args(["20", env!("CARGO_BIN_EXE_gainsay"), "edit", "norland", "--kind", "party"]);
    command.current_dir(&folder.0).env("TMPDIR", &folder.0).env_remove("VISUAL").stdin(Stdio::null());
    let output = command.env("EDITOR", "pipe() { rm \"$1\"; mkfifo \"$1\"; }; pipe").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("what it left cannot be read"), "{said}");
    assert_eq!(case(&folder), CASE);
}

#[test]
fn a_party_is_renamed_wherever_it_is_meant_and_nowhere_else() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let before = gainsay(&folder, &["check", "--format", "json"], "", 0);
    let dry = gainsay(&folder, &["rename", "party", "sudria", "estia", "--dry-run"], "", 0);
    assert!(dry.contains("Would rename") && case(&folder) == CASE, "{dry}");
    let said = gainsay(&folder, &["rename", "party", "sudria", "estia"], "", 0);
    let wanted = [
        ("{id: sudria, name: sudria, kind", "{id: estia, name: sudria, kind"),
        ("    part-of: sudria\n", "    part-of: estia\n"),
        ("party: 'sudria'", "party: 'estia'"),
        ("party: \"sudria\"", "party: \"estia\""),
        ("[norland, sudria]\nsources", "[norland, estia]\nsources"),
        ("outlet: sudria", "outlet: estia"),
        ("by: [norland, sudria]", "by: [norland, estia]"),
        ("via: sudria", "via: estia"),
        ("citing: sudria", "citing: estia"),
        ("carried-out( sudria ,fire)", "carried-out( estia ,fire)"),
        ("'backs(sudria, norland)'", "'backs(estia, norland)'"),
        (">\n        arms(sudria,\n        norland)\n", "\"arms(estia, norland)\\n\"\n"),
        ("{to: sudria, about: \"backs(sudria,", "{to: estia, about: \"backs(estia,"),
        (
            "\"backs(sudria, norland)\", between: [one, sudria]",
            "\"backs(estia, norland)\", between: [one, estia]",
        ),
        ("\"arms(sudria, norland)\", between: [sudria]", "\"arms(estia, norland)\", between: [estia]"),
    ];
    let mut renamed = CASE.to_owned();
    for (old, new) in wanted {
        assert_eq!(renamed.matches(old).count(), 1, "{old}");
        renamed = renamed.replace(old, new);
    }
    assert_eq!(case(&folder), renamed);
    assert!(said.contains("Renamed the party sudria to estia: 18 places in 1 file."), "{said}");
    assert!(said.ends_with("To undo it: gainsay undo\n"), "{said}");
    // As much is found as before, by the same rules.
    let after = gainsay(&folder, &["check", "--format", "json"], "", 0);
    let rules = |text: &str| -> Vec<String> {
        let mut rules: Vec<String> =
            text.lines().filter(|line| line.contains("\"rule\"")).map(str::to_owned).collect();
        rules.sort_unstable();
        rules
    };
    assert_eq!(rules(&before), rules(&after));
    assert_eq!(before.split("\"findings\"").next(), after.split("\"findings\"").next());
    // The place of the same id, and a statement.
    gainsay(&folder, &["rename", "place", "sudria", "land"], "", 0);
    gainsay(&folder, &["rename", "statement", "one", "first"], "", 0);
    gainsay(&folder, &["rename", "event", "fire", "blaze"], "", 0);
    let text = case(&folder);
    for wanted in [
        "{id: land, name: Sudria}",
        "within: [land]",
        "    place: land\n",
        "\"place(blaze) = land\"",
        "weapon(blaze) = \"sudria\"",
        "- id: first",
        "answers: first",
        "accurate(first)",
        "between: [first, estia]",
        "between: [two, blaze]",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn a_name_that_is_taken_is_refused_and_what_is_left_can_be_renamed() {
    let two = "parties:\n  - {id: estia, part-of: norland}\n";
    let folder = Folder::with(&[("case.yaml", CASE), ("two.yaml", two)]);
    let taken = gainsay(&folder, &["rename", "party", "sudria", "norland"], "", 2);
    assert!(taken.contains("there is a party `norland` already"), "{taken}");
    for (arguments, wanted) in [
        (["rename", "party", "sudira", "x"], "did you mean `sudria`?"),
        (["rename", "party", "sudria", "X y"], "`X y` is no id"),
        (["rename", "party", "sudria", "self"], "`self` is no id"),
        (["rename", "nation", "sudria", "x"], "it is one of party, place"),
    ] {
        let said = gainsay(&folder, &arguments, "", 2);
        assert!(said.contains(wanted), "{said}");
    }
    assert_eq!(case(&folder), CASE);
    // Two records of one party: one is taken out, and what refers to it is given to the other.
    fs::write(folder.claims().join("two.yaml"), two.replace("norland", "nobody")).unwrap();
    let said = gainsay(&folder, &["rename", "party", "nobody", "norland"], "", 0);
    assert!(said.contains("1 place in 1 file"), "{said}");
    assert_eq!(fs::read_to_string(folder.claims().join("two.yaml")).unwrap(), two);
    // A rename back would take norland's own record along; what the rename changed is kept.
    assert!(said.ends_with("To undo it: gainsay undo\n"), "{said}");
    let undone = gainsay(&folder, &["undo"], "", 0);
    assert!(undone.contains("Took back `gainsay rename party nobody norland`"), "{undone}");
    let merged = fs::read_to_string(folder.claims().join("two.yaml")).unwrap();
    assert_eq!((case(&folder), merged), (CASE.to_owned(), two.replace("norland", "nobody")));
}

/// An editor that does this to the file, by `sed`.
fn editor(folder: &Folder, script: &str) -> String {
    let path = folder.0.join("editor");
    fs::write(&path, format!("#!/bin/sh\nsed -i {script} \"$2\" && test \"$1\" = --wait\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    format!("{} --wait", path.display())
}

fn drafts(folder: &Folder) -> Vec<String> {
    let names =
        fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("gainsay-")).collect()
}

#[test]
fn one_record_is_changed_in_an_editor_and_checked() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let change = editor(&folder, "'s/answers: one/answers: one # see there/; s/2031-05-02/2031-05-04/'");
    let said = gainsay(&folder, &["edit", "two"], &change, 0);
    assert!(said.contains("Wrote the statement two to claims/case.yaml."), "{said}");
    let (before, after) = CASE.split_once("  - id: two").unwrap();
    let after =
        after.replacen("2031-05-02", "2031-05-04", 1).replacen("answers: one", "answers: one # see there", 1);
    assert_eq!(case(&folder), format!("{before}  - id: two{after}"));
    assert!(drafts(&folder).is_empty());
    assert!(gainsay(&folder, &["edit", "two"], "true", 0).contains("Nothing was changed."));
}

#[test]
fn a_change_with_an_error_is_refused_and_the_draft_is_kept() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    for (script, status, wanted) in [
        ("'s/by: norland/by: norlnd/'", 1, "did you mean `norland`?"),
        ("'s/by: norland/by: \"norland/'", 1, "[unreadable-file]"),
        (
            "'s/- id: two/- id: three\\\n    by: norland\\\n    date: 2031\\\n  - id: two/'",
            1,
            "more, or less, than the one record",
        ),
        ("'s/^statements:/parties:/'", 1, "the line `statements:` is gone"),
        ("'$d' /nowhere", 2, "the editor failed"),
    ] {
        let said = gainsay(&folder, &["edit", "two"], &editor(&folder, script), status);
        assert!(said.contains(wanted) && said.contains("The draft is kept"), "{script}\n{said}");
        assert_eq!(case(&folder), CASE);
        assert_eq!(drafts(&folder).len(), 1, "{script}");
        let kept = drafts(&folder).remove(0);
        if wanted.contains("did you mean") {
            // The draft goes on where it was left.
            let fix = editor(&folder, "'s/norlnd/norland/; s/answers: one/note: x/'");
            gainsay(&folder, &["edit", "two", "--draft", &kept], &fix, 0);
            assert!(case(&folder).contains("    note: x\n"));
            fs::write(folder.claims().join("case.yaml"), CASE).unwrap();
        }
        fs::remove_file(folder.0.join(kept)).unwrap();
    }
    let several = gainsay(&folder, &["edit", "sudria"], "true", 2);
    assert!(several.contains("several records") && several.contains("--kind party"), "{several}");
    gainsay(&folder, &["edit", "sudria", "--kind", "place"], "true", 0);
    assert!(gainsay(&folder, &["edit", "twoo"], "true", 2).contains("did you mean `two`?"));
    // Whoever changed the record meanwhile is not overruled.
    let path = folder.claims().join("case.yaml");
    let meanwhile = format!(
        "sed -i 's/answers: one/note: theirs/' {}; sed -i 's/by: norland/by: sudria/'",
        path.display()
    );
    let said = gainsay(&folder, &["edit", "two"], &meanwhile, 2);
    assert!(said.contains("somebody else has changed this record"), "{said}");
    assert!(case(&folder).contains("note: theirs"));
}

#[test]
fn files_are_laid_out_and_the_rest_is_named() {
    let folder =
        Folder::with(&[("a.yaml", "parties:\n- id: a   # kept\n"), ("b.yaml", "parties:\n  - id: b\n")]);
    let said = gainsay(&folder, &["fmt", "--check"], "", 1);
    assert!(said.contains("claims/a.yaml: would be laid out anew\n1 file would be"), "{said}");
    let said = gainsay(&folder, &["fmt"], "", 0);
    assert!(
        said.contains("claims/a.yaml: laid out anew\n1 file laid out anew, 1 file as they should be\n"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(folder.claims().join("a.yaml")).unwrap(), "parties:\n  - id: a   # kept\n");
    gainsay(&folder, &["fmt", "--check"], "", 0);
    fs::write(folder.claims().join("c.yaml"), "parties:\n- &c {id: c}\n").unwrap();
    let said = gainsay(&folder, &["fmt", "claims"], "", 2);
    assert!(said.contains("claims/c.yaml: this file is left as it is"), "{said}");
}
