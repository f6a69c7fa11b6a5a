//! A DOCX draft written again with what the audit says as comments: ours and no others are replaced, and no word moves.

use std::fs;
use std::io::{Cursor, Read};
use std::process::{Command, Output};

use zip::ZipArchive;

use crate::common::folder::Folder;
use crate::docx::CASE;
use crate::docx::with::{run, text, with_parts};

fn audit(folder: &Folder, draft: &str, output: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let store = folder.claims();
    let asked = ["audit", draft, "--output", output, "--store"];
    command.current_dir(&folder.0).args(asked).arg(store).output().unwrap()
}

/// What the program says to a draft under this name, and the parts of what it wrote.
fn checked(folder: &Folder, draft: &[u8]) -> Vec<(String, String)> {
    fs::write(folder.0.join("draft.docx"), draft).unwrap();
    let output = audit(folder, "draft.docx", "checked.docx");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    parts(&fs::read(folder.0.join("checked.docx")).unwrap())
}

fn parts(document: &[u8]) -> Vec<(String, String)> {
    let mut package = ZipArchive::new(Cursor::new(document)).unwrap();
    (0..package.len())
        .map(|at| {
            let mut file = package.by_index(at).unwrap();
            let mut content = String::new();
            file.read_to_string(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    parts.iter().find(|(own, _)| own == name).map_or("", |(_, content)| content)
}

/// The words on which each comment stands, by its number: marks of words are kept, all other tags are not.
fn on(document: &str, number: usize) -> String {
    let start = format!("<w:commentRangeStart w:id=\"{number}\"/>");
    let end = format!("<w:commentRangeEnd w:id=\"{number}\"/>");
    let from = document.find(&start).unwrap_or_else(|| panic!("no {start} in {document}")) + start.len();
    words(&document[from..document.find(&end).unwrap()])
}

fn words(xml: &str) -> String {
    let inside = |piece: &str| piece.split_once('>').map_or_else(String::new, |(_, words)| words.to_owned());
    xml.split('<').map(inside).collect()
}

/// A quotation that was changed, over three runs, one of them in a table; a sentence without a record; others' comment.
fn body() -> String {
    let changed = format!(
        "{}<w:r><w:rPr><w:b/></w:rPr><w:t>ing of the </w:t></w:r>{}",
        run("Then. “We saw noth"),
        run("sort &amp; will say so at the quay,” said Norland. Norland said it would pay.")
    );
    format!(
        "<w:p>{changed}</w:p><w:tbl><w:tr><w:tc><w:p>{}<w:commentRangeStart w:id=\"4\"/>{}<w:commentRangeEnd w:id=\"4\"/>\
         <w:r><w:commentReference w:id=\"4\"/></w:r></w:p></w:tc></w:tr></w:tbl>",
        run("“We left the harbour,” said "),
        run("Norland.")
    )
}

const TYPES: &str = "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

fn draft(comments: Option<&str>) -> Vec<u8> {
    let mut beside = vec![("styles", "<w:styles/>")];
    beside.extend(comments.map(|comments| ("comments", comments)));
    let whole = with_parts(&body(), &beside);
    let mut package = zip::ZipWriter::new_append(Cursor::new(whole)).unwrap();
    package.start_file("[Content_Types].xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut package, TYPES.as_bytes()).unwrap();
    package.finish().unwrap().into_inner()
}

#[test]
fn a_comment_stands_at_each_quotation_and_sentence_that_is_listed() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let made = checked(&folder, &draft(None));
    let document = part(&made, "story/main.xml");
    assert_eq!(on(document, 0), "We saw nothing of the sort &amp; will say so at the quay,");
    assert_eq!(on(document, 1), "Norland said it would pay.");
    assert_eq!(on(document, 2), "We left the harbour,");
    assert_eq!(words(document), words(&text(&body())), "no word is moved");
    assert_eq!(document.matches("<w:b/>").count(), 1, "runs that need not be cut are not");
    let comments = part(&made, "story/comments.xml");
    for told in [
        "<w:comments xmlns:w=\"urn:w\">",
        "w:author=\"gainsay\"",
        "Words changed without a mark: “sort” for “kind”.",
        "On file: Norland, 2 May 2031: “we saw nothing of the kind &amp; will say so at the quay”",
        "What to do: Quote the words on file",
        "Nothing on record of Norland is near to this.",
        "No such words of Norland are on file.",
    ] {
        assert!(comments.contains(told), "{told}: {comments}");
    }
    assert!(part(&made, "[Content_Types].xml").contains("PartName=\"/story/comments.xml\""));
    let related = part(&made, "story/_rels/main.xml.rels");
    assert!(related.contains("relationships/comments\" Target=\"/story/comments.xml\""), "{related}");
    let before = parts(&draft(None));
    for name in ["_rels/.rels", "story/styles.xml"] {
        assert_eq!(part(&made, name), part(&before, name));
    }
}

#[test]
fn another_audit_replaces_our_comments_and_no_others() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let theirs = "<w:comments xmlns:w=\"urn:w\"><w:comment w:id=\"4\" w:author=\"Ann Ruge\"><w:p><w:r><w:t>Who?</w:t></w:r>\
                  </w:p></w:comment></w:comments>";
    let first = checked(&folder, &draft(Some(theirs)));
    let comments = part(&first, "story/comments.xml");
    assert_eq!(comments.matches("w:author=\"gainsay\"").count(), 3, "{comments}");
    assert!(comments.starts_with(theirs.trim_end_matches("</w:comments>")), "{comments}");
    assert_eq!(on(part(&first, "story/main.xml"), 4), "Norland.");
    // The same again, from what was written, into itself.
    let written = fs::read(folder.0.join("checked.docx")).unwrap();
    let again = audit(&folder, "checked.docx", "checked.docx");
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(fs::read(folder.0.join("checked.docx")).unwrap(), written);
    // Once the words are on file, no comment of ours is left, and theirs is where it was.
    let more = "  - {id: two, by: norland, date: 2031-05-02, quote: \"We saw nothing of the sort & will say so at the quay\"}\n  \
                - {id: three, by: norland, date: 2031-05-02, quote: We left the harbour}\n  \
                - {id: four, by: norland, date: 2031-05-02, quote: it would pay}\n";
    fs::write(folder.claims().join("case.yaml"), format!("{CASE}{more}")).unwrap();
    assert_eq!(audit(&folder, "checked.docx", "clean.docx").status.code(), Some(0));
    let clean = parts(&fs::read(folder.0.join("clean.docx")).unwrap());
    let comments = part(&clean, "story/comments.xml");
    assert_eq!(comments.matches("gainsay").count(), 1, "of the sentence alone: {comments}");
    let document = part(&clean, "story/main.xml");
    assert_eq!(document.matches("commentReference").count(), 2, "{document}");
    assert_eq!(on(document, 4), "Norland.");
    assert_eq!(words(document), words(&text(&body())));
}

#[test]
fn what_a_comment_says_steers_nothing() {
    let case = "parties:\n  - {id: norland, name: \"Nor\\u202Eland <w:del>\\u0007\", kind: state}\nstatements:\n  \
                - {id: one, by: norland, date: 2031-05-02, quote: \"We saw nothing of the kind & will say so at the quay\"}\n";
    let folder = Folder::with(&[("case.yaml", case)]);
    let made = checked(&folder, &draft(None));
    let comments = part(&made, "story/comments.xml");
    assert!(comments.contains("Nor&lt;U+202E&gt;land &lt;w:del&gt;␇"), "{comments}");
    assert!(!comments.contains(['\u{202e}', '\u{7}']));
    assert!(roxmltree::Document::parse(comments).is_ok());
    assert!(roxmltree::Document::parse(part(&made, "story/main.xml")).is_ok());
}

#[test]
fn nothing_is_written_where_nothing_of_the_kind_belongs() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("draft.docx"), draft(None)).unwrap();
    fs::write(folder.0.join("draft.txt"), "“We left the harbour,” said Norland.").unwrap();
    fs::hard_link(folder.0.join("draft.docx"), folder.0.join("other.docx")).unwrap();
    let ledger = fs::read(folder.claims().join("case.yaml")).unwrap();
    for (draft, output, words) in [
        ("draft.docx", "claims/case.yaml", "would be a file of the store"),
        ("draft.docx", "checked.txt", "no name of a DOCX document"),
        ("draft.docx", "other.docx", "the draft itself under another name"),
        ("draft.docx", "nowhere/checked.docx", "could not be written"),
        ("draft.txt", "checked.docx", "is no DOCX"),
    ] {
        let told = audit(&folder, draft, output);
        let said = String::from_utf8_lossy(&told.stderr);
        assert_eq!(told.status.code(), Some(2), "{output}: {said}");
        assert!(said.contains(words), "{output}: {said}");
    }
    assert_eq!(fs::read(folder.claims().join("case.yaml")).unwrap(), ledger);
    assert_eq!(fs::read(folder.0.join("draft.docx")).unwrap(), draft(None));
    assert!(!folder.0.join("checked.docx").exists());
}
