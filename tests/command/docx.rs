//! A draft as a word processor saves it: read like the same draft as text, or refused with a reason.

use std::fs;
use std::process::{Command, Output};

use crate::common::folder::Folder;

pub const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
statements:
  - id: one
    by: norland
    date: 2031-05-02
    quote: we saw nothing of the kind & will say so at the quay
";

fn audit(folder: &Folder, draft: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let store = folder.claims();
    command.current_dir(&folder.0).args(["audit", draft, "--all", "--store"]).arg(store).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

#[cfg(not(feature = "docx"))]
#[test]
fn without_the_feature_it_says_how_to_get_it() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("draft.docx"), "PK").unwrap();
    let output = audit(&folder, "draft.docx");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("cargo install --path ."), "{}", said(&output));
}

#[cfg(feature = "docx")]
pub mod with {
    use std::io::{Cursor, Write};

    use super::*;

    /// A package that holds some parts: name, content.
    fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (part, content) in parts {
            package.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
            package.write_all(content).unwrap();
        }
        package.finish().unwrap().into_inner()
    }

    pub fn text(body: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\"><w:body>{body}</w:body></w:document>"
        )
    }

    fn document(body: &str) -> Vec<u8> {
        package(&[("word/document.xml", text(body).as_bytes())])
    }

    /// A document that lies where its package says, with parts beside it: what they are to it, content.
    pub fn with_parts(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
        let relation = |kind: &str, target: &str| {
            format!(
                "<Relationship Id=\"r{kind}\" Type=\"http://schemas/relationships/{kind}\" Target=\"{target}\"/>"
            )
        };
        let list = |all: String| format!("<Relationships>{all}</Relationships>");
        let root = list(relation("officeDocument", "/story/main.xml"));
        let related = list(parts.iter().map(|(kind, _)| relation(kind, &format!("{kind}.xml"))).collect());
        let text = text(body);
        let names: Vec<String> = parts.iter().map(|(kind, _)| format!("story/{kind}.xml")).collect();
        let mut all = vec![
            ("_rels/.rels", root.as_bytes()),
            ("story/main.xml", text.as_bytes()),
            ("story/_rels/main.xml.rels", related.as_bytes()),
        ];
        all.extend(names.iter().map(String::as_str).zip(parts.iter().map(|(_, content)| content.as_bytes())));
        package(&all)
    }

    pub fn run(words: &str) -> String {
        format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    }

    /// What the audit of a draft says that is so saved.
    fn told(folder: &Folder, bytes: &[u8]) -> String {
        fs::write(folder.0.join("draft.docx"), bytes).unwrap();
        said(&audit(folder, "draft.docx"))
    }

    #[test]
    fn drafts_are_taken_from_it_and_its_text_is_kept() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let body = "<w:p><w:r><w:t>“We knew nothing,” Norland said.</w:t></w:r></w:p>";
        fs::write(folder.0.join("article.docx"), document(body)).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&folder.0).args(["extract", "article.docx", "--yes", "--outlet", "Herald"]);
        let output = command.args(["--published", "6 May 2031"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let drafts = fs::read_to_string(folder.0.join("article.docx.drafts.yaml")).unwrap();
        assert!(drafts.contains("quote: We knew nothing,\n") && drafts.contains("by: norland\n"), "{drafts}");
        let kept = fs::read_to_string(folder.claims().join("archive/herald-2031-05-06.txt")).unwrap();
        assert_eq!(kept.trim(), "“We knew nothing,” Norland said.");
    }

    #[test]
    fn its_paragraphs_are_read_as_they_stand() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        // Runs cut words where they like; a tracked deletion is not in the text.
        let body = "<w:p><w:r><w:t>The strike</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">“We saw \
                    noth</w:t></w:r><w:del><w:r><w:delText>ing at all</w:delText></w:r></w:del><w:r><w:t>ing of the \
                    kind &amp; will say so at the quay&#x201D;</w:t></w:r><w:r><w:tab/><w:t>said Norland.</w:t></w:r></w:p>";
        fs::write(folder.0.join("draft.docx"), document(body)).unwrap();
        let output = audit(&folder, "draft.docx");
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("1 quotation: 1 verbatim"), "{}", said(&output));
        // The same with one word changed is found.
        fs::write(folder.0.join("draft.docx"), document(&body.replace("quay", "bay"))).unwrap();
        assert!(said(&audit(&folder, "draft.docx")).contains("1 altered"));
    }

    #[test]
    fn what_is_no_document_is_refused_by_name() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let deep = format!("{}{}", "<w:p>".repeat(200_000), "</w:p>".repeat(200_000));
        for (bytes, words) in [
            (b"no package".to_vec(), "no DOCX document"),
            (package(&[("other.xml", b"<a/>")]), "no DOCX document"),
            (package(&[("word/document.xml", b"<w:p><w:t>cut")]), ""),
            (package(&[("word/document.xml", b"<w:p></w:q>")]), "not sound XML"),
            (package(&[("word/document.xml", &vec![b' '; 65 * 1024 * 1024])]), "larger than 64"),
            (document(&deep), ""),
        ] {
            fs::write(folder.0.join("draft.docx"), &bytes).unwrap();
            let output = audit(&folder, "draft.docx");
            let sound = words.is_empty() && output.status.code() == Some(0);
            assert!(sound || output.status.code() == Some(2), "{words}: {}", said(&output));
            assert!(said(&output).contains(words), "{words}: {}", said(&output));
        }
    }

    #[test]
    fn what_is_moved_struck_out_or_rendered_twice_is_read_once() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let quote = run("“We saw nothing of the kind &amp; will say so at the quay,” said Norland. ");
        let moved =
            format!("<w:p><w:moveFrom>{quote}</w:moveFrom></w:p><w:p><w:moveTo>{quote}</w:moveTo></w:p>");
        assert!(told(&folder, &document(&moved)).contains("1 quotation: 1 verbatim"));
        let shape = |inner: &str| format!("<w:txbxContent><w:p>{inner}</w:p></w:txbxContent>");
        let twice = format!(
            "<w:p>{}<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
            run("The ship"),
            shape(&quote),
            shape(&quote),
            run("yard “burned” on Monday.")
        );
        let read = told(&folder, &document(&twice));
        // The box stands behind the paragraph that holds it, and cuts no word of it.
        assert!(read.contains("verbatim: “We saw nothing of the kind & will say so at the quay,”"), "{read}");
        assert!(read.contains("2 quotations:"), "{read}");
        // Where the end of a paragraph was struck out, the next one goes on.
        let joined = format!(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>",
            run("“We saw nothing of the "),
            run("kind &amp; will say so at the quay,” said Norland.")
        );
        assert!(told(&folder, &document(&joined)).contains("1 quotation: 1 verbatim"));
    }

    #[test]
    fn notes_and_comments_are_read_with_the_words_at_which_they_stand() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let body = format!(
            "<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}<w:commentRangeStart w:id=\"7\"/>{}<w:commentRangeEnd w:id=\"7\"/>\
             <w:r><w:commentReference w:id=\"7\"/></w:r><w:r><w:commentReference w:id=\"8\"/></w:r></w:p>",
            run("The yard burned."),
            run(" The "),
            run("harbour master"),
        );
        let paragraph = |words: &str| format!("<w:p>{}</w:p>", run(words));
        let note = paragraph("“We saw nothing of the sort,” said Norland.");
        let notes = format!("<w:footnotes><w:footnote w:id=\"2\">{note}</w:footnote></w:footnotes>");
        let said = paragraph("Norland said: “We will say so at the bay.”");
        let ours = paragraph("“We heard nothing of the kind,” said Norland.");
        let comments = format!(
            "<w:comments><w:comment w:id=\"7\" w:author=\"Ann Ruge\">{said}</w:comment>\
             <w:comment w:id=\"8\" w:author=\"gainsay\">{ours}</w:comment></w:comments>"
        );
        let read = told(&folder, &with_parts(&body, &[("footnotes", &notes), ("comments", &comments)]));
        let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(read.contains("2 quotations:"), "ours are no words of the draft: {read}");
        assert!(read.contains("(in footnote 1, at “The yard burned.”)"), "{read}");
        assert!(read.contains("(in a comment by Ann Ruge, at “harbour master”)"), "{read}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let command = command.args(["audit", "--format", "json", "--store"]).arg(folder.claims());
        let output = command.arg(folder.0.join("draft.docx")).output().unwrap();
        let json = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(json.contains("\"in\": \"footnote 1, at “The yard burned.”\""), "{json}");
    }

    #[test]
    fn comments_on_an_archived_document_are_no_words_of_the_source() {
        let body = format!(
            "<w:p>{}<w:commentRangeStart w:id=\"0\"/>{}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
            run("Norland spoke at noon."),
            run("It was raining.")
        );
        let comments = format!(
            "<w:comments xmlns:w=\"urn:w\"><w:comment w:id=\"0\" w:author=\"Desk\"><w:p>{}</w:p></w:comment></w:comments>",
            run("we saw nothing of the kind")
        );
        let case = format!("{CASE}    source: post\nsources:\n  - {{id: post, archive: post.docx}}\n");
        let folder = Folder::with(&[("case.yaml", &case)]);
        let check = |words: &str| {
            let body = body.replace("It was raining.", words);
            let bytes = with_parts(&body, &[("comments", &comments)]);
            fs::write(folder.claims().join("post.docx"), bytes).unwrap();
            let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
            said(&command.arg("check").arg(folder.claims()).output().unwrap())
        };
        let told = check("It was raining.");
        assert!(told.contains("quote-not-in-source"), "{told}");
        let told = check("we saw nothing of the kind &amp; will say so at the quay");
        assert!(!told.contains("quote-not-in-source") && told.contains("compared with"), "{told}");
    }

    #[test]
    fn a_part_in_another_encoding_is_read_or_refused() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let quote = text(&format!(
            "<w:p>{}</w:p>",
            run("“We saw nothing of the kind &amp; will say so at the quay,” said Norland.")
        ));
        let little: Vec<u8> = quote.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = ['\u{feff}']
            .iter()
            .collect::<String>()
            .encode_utf16()
            .chain(quote.encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect();
        for bytes in [little, big] {
            let read = told(&folder, &package(&[("word/document.xml", &bytes)]));
            assert!(read.contains("1 quotation: 1 verbatim"), "{read}");
        }
        let latin: Vec<u8> = b"<w:p>\xe9</w:p>".to_vec();
        let read = told(&folder, &package(&[("word/document.xml", &latin)]));
        assert!(read.contains("neither in UTF-8 nor in UTF-16"), "{read}");
    }

    #[test]
    fn a_paragraph_in_the_style_of_a_quotation_is_one() {
        let folder = Folder::with(&[("case.yaml", CASE)]);
        let body = format!(
            "<w:p>{}</w:p><w:p><w:pPr><w:pStyle w:val=\"Zitat\"/></w:pPr>{}</w:p>",
            run("Norland said:"),
            run("We saw nothing of the kind &amp; will say so at the quay.")
        );
        let styles = "<w:styles><w:style w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style></w:styles>";
        assert!(told(&folder, &with_parts(&body, &[("styles", styles)])).contains("1 quotation: 1 verbatim"));
        let other = styles.replace("\"Quote\"", "\"Heading\"");
        assert!(told(&folder, &with_parts(&body, &[("styles", &other)])).contains("0 quotations"));
    }
}
