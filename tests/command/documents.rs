//! Drafts in every kind of document: what a reader sees of each is read, with its places, and what is not read is refused.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use crate::common::folder::Folder;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: mira-holt, name: Mira Holt, kind: person, title: minister, part-of: norland}
statements:
  - id: one
    by: mira-holt
    date: 2031-05-02
    quote: we did not open the sluice and we will not be shouted down by anybody
";

fn audit(folder: &Folder, name: &str, draft: &[u8]) -> Output {
    fs::write(folder.0.join(name), draft).unwrap();
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(&folder.0)
        .args(["audit", name, "--format", "json", "--store"])
        .arg(folder.claims())
        .output()
        .unwrap()
}

/// The verdict, speaker and start of each quotation.
fn quotes(output: &Output) -> Vec<(String, Option<String>, u64)> {
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |one: &Value, key: &str| one[key].as_str().map(str::to_owned);
    let quotes = json["quotes"].as_array().unwrap().iter();
    quotes
        .map(|one| (text(one, "verdict").unwrap(), text(one, "speaker"), one["start"].as_u64().unwrap()))
        .collect()
}

#[test]
fn a_block_quotation_is_read_in_markdown_and_html() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let by = Some("mira-holt".to_owned());
    let words = "we did open the sluice and we will not be shouted down by anybody";
    let draft = format!("Mira Holt said in a statement:\n\n> {words}.\n\nShe left.\n");
    let found = quotes(&audit(&folder, "draft.md", draft.as_bytes()));
    assert_eq!(found, [("altered".to_owned(), by.clone(), 34)]);
    let draft = format!("<p>Mira Holt said:</p><blockquote><p>{words}.</p></blockquote><p>She left.</p>");
    let found = quotes(&audit(&folder, "draft.html", draft.as_bytes()));
    assert_eq!(found[0].0, "altered");
    assert_eq!(found[0].1, by);
    // A paragraph that is set off and quotes nobody is no quotation of hers.
    let draft = "Mira Holt left.\n\n> A note\n\nThe river rose.\n";
    assert_eq!(quotes(&audit(&folder, "draft.md", draft.as_bytes())), []);
}

#[test]
fn links_and_notes_are_no_words_of_a_quotation() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let draft = "Mira Holt said: “we did not open the [sluice](https://example.org/a_b)<sup>1</sup> and **we** will not be shouted down by anybody”.\n";
    let found = quotes(&audit(&folder, "draft.md", draft.as_bytes()));
    assert_eq!((found[0].0.as_str(), found[0].2), ("typographic", 17));
    // The same in a text: what stands there are words.
    assert_eq!(quotes(&audit(&folder, "draft.txt", draft.as_bytes()))[0].0, "altered");
}

#[test]
fn what_is_not_read_is_refused_and_what_was_passed_over_is_said() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let output = audit(
        &folder,
        "draft.rtf",
        b"{\\rtf1\\ansi Mira Holt said: \\ldblquote we did open the sluice\\rdblquote .}",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("RTF"), "{output:?}");
    fs::write(folder.0.join("draft.md"), "```\nMira Holt said: “we go”.\n```\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(&folder.0)
        .args(["audit", "draft.md", "--store"])
        .arg(folder.claims())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("1 mark of quotation stands in code"), "{told}");
}

#[test]
fn blanks_for_entities_and_escapes_change_no_verdict() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let words = "we did not open the sluice and we will not be shouted down by anybody";
    let by = Some("mira-holt".to_owned());
    let draft = format!("Mira Holt said: &ldquo;{words}&rdquo;.\n");
    assert_eq!(
        quotes(&audit(&folder, "draft.md", draft.as_bytes())),
        [("verbatim".to_owned(), by.clone(), 17)]
    );
    let draft = format!("Mira Holt said: “{}”.\n", words.replace("not open", "\\*not\\* open"));
    let found = quotes(&audit(&folder, "draft.md", draft.as_bytes()));
    assert_eq!((found[0].0.as_str(), &found[0].1), ("typographic", &by));
    let draft = format!("Mira Holt said: &ldquo;{}&rdquo;.\n", words.replace("not open", "&quot;open&quot;"));
    assert_eq!(quotes(&audit(&folder, "draft.md", draft.as_bytes()))[0].0, "altered");
}
