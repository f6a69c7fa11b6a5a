//! What is read of a Word document, where its markup is more than words.

use std::io::{Cursor, Write};

use gainsay::read::files::docx::{story, text};

/// The part that holds a text.
fn part(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>")
}

/// A package of parts, stored as they are.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (part, content) in parts {
        package.start_file(*part, stored).unwrap();
        package.write_all(content).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// A paragraph in a text box, which lies in a run.
fn boxed(properties: &str, inner: &str) -> String {
    part(&format!(
        "<w:p><w:r>{properties}<w:pict><w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>{inner}</w:p></w:pict></w:r></w:p>"
    ))
}

#[test]
fn a_tab_stop_is_no_word() {
    let xml = boxed("", "<w:r><w:t>Sudria</w:t><w:tab/><w:t>spoke</w:t></w:r>");
    let read = story::story(&xml, &[]).unwrap();
    assert_eq!(read.paragraphs[1].text, "Sudria spoke");
}

#[test]
fn the_looks_of_a_run_end_where_they_are_closed() {
    let looks = "<w:rPr><w:b/></w:rPr>";
    let xml = boxed(looks, "<w:r><w:rPr><w:i/></w:rPr><w:t>Sudria spoke</w:t></w:r>");
    let read = story::story(&xml, &[]).unwrap();
    let of_runs: Vec<&str> = read.runs.iter().map(|run| &xml[run.properties.clone()]).collect();
    assert_eq!(of_runs, [looks]);
}

#[test]
fn a_style_is_known_by_its_own_name() {
    let style = |id: &str, inside: &str| format!("<w:style w:styleId=\"{id}\">{inside}</w:style>");
    let styles = [
        style("a", "<w:next w:val=\"Quote\"/><w:name w:val=\"Normal\"/>"),
        style("b", "<w:name w:val=\"Intense Quote\"/><w:basedOn w:val=\"a\"/>"),
    ];
    let xml = format!("<w:styles xmlns:w=\"urn:w\">{}</w:styles>", styles.concat());
    assert_eq!(story::set_off(&xml).unwrap(), ["b"]);
}

#[test]
fn a_comment_over_paragraphs_stands_at_the_words_with_which_it_begins() {
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:commentRangeStart w:id=\"0\"/>{}</w:p><w:p>{}<w:commentRangeEnd w:id=\"0\"/>\
         <w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
        run("At noon "),
        run("Sudria spoke."),
        run("Norland did not.")
    );
    let comments = format!(
        "<w:comments xmlns:w=\"urn:w\"><w:comment w:id=\"0\" w:author=\"Ann\"><w:p>{}</w:p></w:comment></w:comments>",
        run("When was that?")
    );
    let related = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas/comments\" Target=\"comments.xml\"/>\
                   </Relationships>";
    let bytes = package(&[
        ("word/document.xml", part(&body).as_bytes()),
        ("word/_rels/document.xml.rels", related.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
    ]);
    let places: Vec<String> = text(&bytes).unwrap().beside.into_iter().map(|beside| beside.place).collect();
    assert_eq!(places, ["a comment by Ann, at “Sudria spoke.”"]);
}

#[test]
fn a_part_of_more_than_64_megabytes_is_refused_and_not_cut() {
    let long = part("") + &" ".repeat(64 * 1024 * 1024);
    let reason = text(&package(&[("word/document.xml", long.as_bytes())])).err();
    assert_eq!(reason.as_deref(), Some("its text is larger than 64 megabytes"));
}
