//! One reader of documents, for drafts and archives: what kind a document is, by its first bytes and its name, and what a
//! reader sees of it.

use super::decode;
use crate::text::quotes::markdown::markdown;
use crate::text::quotes::readable::{Readable, html};

/// What a page says of its encoding stands within so many bytes.
const HEAD: usize = 2048;

/// What a reader sees of a document. `ending` is that of its name, in small letters.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn read(bytes: &[u8], ending: &str) -> Result<Readable, (String, String)> {
    if let Some(kind) = foreign(bytes) {
        return Err((
            format!("it is {kind}, which gainsay does not read"),
            "save it as text, Markdown, HTML or DOCX, and name that file".to_owned(),
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") || ending == "docx" {
        return docx(bytes);
    }
    let page = matches!(ending, "html" | "htm" | "xhtml") || begins_as_page(bytes);
    let declared = page.then(|| charset(bytes)).flatten();
    let text = match (decode::decode(bytes.to_owned()), declared) {
        (Ok(text), _) => text,
        (Err(_), Some(encoding)) => encoding.decode(bytes).0.into_owned(),
        (Err(wrong), None) => return Err((wrong.message, wrong.help)),
    };
    Ok(match ending {
        _ if page => html(&text),
        "md" | "markdown" => markdown(&text),
        _ => Readable { text, ..Readable::default() },
    })
}

/// The kind of a document that is not read, by its first bytes.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let package = start.starts_with(b"PK\x03\x04");
    let open =
        package && start.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/vnd.oasis"));
    match start {
        _ if start.starts_with(b"{\\rtf") => Some("RTF"),
        _ if open => Some("an OpenDocument file (ODT)"),
        _ if start.starts_with(b"\xd0\xcf\x11\xe0") => Some("an old Word document (DOC)"),
        _ if start.starts_with(b"%PDF-") => Some("PDF"),
        _ => None,
    }
}

fn begins_as_page(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes
        .iter()
        .skip_while(|byte| byte.is_ascii_whitespace() || !byte.is_ascii())
        .take(14)
        .map(u8::to_ascii_lowercase)
        .collect();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

/// The encoding that a page declares.
fn charset(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")?;
    let name: Vec<u8> = head[at + 8..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\''))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    encoding_rs::Encoding::for_label(&name)
}

#[cfg(feature = "docx")]
fn docx(bytes: &[u8]) -> Result<Readable, (String, String)> {
    super::docx::text(bytes)
        .map_err(|reason| (reason, "save it anew as DOCX, or as text, and name that file".to_owned()))
}

#[cfg(not(feature = "docx"))]
fn docx(_: &[u8]) -> Result<Readable, (String, String)> {
    Err((
        "this gainsay was built without DOCX".to_owned(),
        "save the draft as text, or build gainsay with it: `cargo install --path .` does".to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_read_is_refused_by_its_first_bytes() {
        for (bytes, kind) in [
            (&b"{\\rtf1\\ansi We go.}"[..], "RTF"),
            (b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaamimetypeapplication/vnd.oasis.opendocument.text", "ODT"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC"),
            (b"%PDF-1.7", "PDF"),
        ] {
            let (reason, _) = read(bytes, "txt").expect_err(kind);
            assert!(reason.contains(kind), "{reason}");
        }
        assert_eq!(read(b"We go.", "txt").map(|read| read.text), Ok("We go.".to_owned()));
    }

    #[test]
    fn a_page_is_decoded_as_it_says() {
        let page = b"<html><head><meta charset=\"windows-1251\"></head><body><p>\xcc\xfb \xed\xe5 \xf3\xf5\xee\xe4\xe8\xec</p></body>";
        let read = read(page, "").expect("it says its encoding");
        assert_eq!(read.text.trim(), "Мы не уходим");
    }
}
