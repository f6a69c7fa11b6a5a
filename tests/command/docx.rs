//! A draft as a word processor saves it: read like the same draft as text, or refused with a reason.

use std::fs;
use std::process::{Command, Output};

use crate::common::folder::Folder;

const CASE: &str = "\
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
    assert!(said(&output).contains("--features docx"), "{}", said(&output));
}

#[cfg(feature = "docx")]
mod with {
    use std::io::{Cursor, Write};

    use super::*;

    /// A package that holds one part.
    fn package(part: &str, content: &[u8]) -> Vec<u8> {
        let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
        package.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        package.write_all(content).unwrap();
        package.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> Vec<u8> {
        let text = format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>"
        );
        package("word/document.xml", text.as_bytes())
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
            (package("other.xml", b"<a/>"), "no DOCX document"),
            (package("word/document.xml", b"<w:p><w:t>cut"), ""),
            (package("word/document.xml", b"<w:p></w:q>"), "not sound XML"),
            (package("word/document.xml", &vec![b' '; 65 * 1024 * 1024]), "larger than 64"),
            (document(&deep), ""),
        ] {
            fs::write(folder.0.join("draft.docx"), &bytes).unwrap();
            let output = audit(&folder, "draft.docx");
            let sound = words.is_empty() && output.status.code() == Some(0);
            assert!(sound || output.status.code() == Some(2), "{words}: {}", said(&output));
            assert!(said(&output).contains(words), "{words}: {}", said(&output));
        }
    }
}
