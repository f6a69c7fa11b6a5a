//! From the bytes of a text to its letters, by its mark, by what it is said to be, or by what it looks like.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::Fault;

/// The text of some bytes. An encoding that was guessed is said.
///
/// # Errors
/// They are no text.
pub fn decode<'b>(
    bytes: &'b [u8],
    asked: Option<&str>,
    said: &mut Vec<String>,
) -> Result<Cow<'b, str>, Fault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return by(encoding, &bytes[mark..]);
    }
    if let Some(name) = asked {
        let encoding = Encoding::for_label(name.as_bytes()).ok_or_else(|| {
            let help = "name one as web pages do: `utf-8`, `windows-1252`, `windows-1251`, `utf-16le`";
            Fault::new(format!("no encoding is called `{name}`"), help)
        })?;
        return by(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(no_text());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    said.push(format!(
        "It is not UTF-8 and was read as {}, which is a guess: look at the letters with accents. Saved anew as UTF-8 it needs none.",
        encoding.name()
    ));
    by(encoding, bytes)
}

fn by<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, Fault> {
    let wrong = || {
        let help = if encoding == UTF_8 {
            "save it anew as UTF-8, or say with `encoding` which it is"
        } else {
            "say with `encoding` which it is, or save it anew as UTF-8"
        };
        Fault::new(format!("it holds bytes that are none of {}", encoding.name()), help)
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(wrong)?;
    if text.contains('\0') { Err(no_text()) } else { Ok(text) }
}

fn no_text() -> Fault {
    Fault::new(
        "it is no text: a picture, an archive, or a workbook with another ending",
        "save it as CSV in UTF-8, and name that file",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_known_by_its_mark_or_guessed_and_said() {
        let mut said = Vec::new();
        assert_eq!(decode(b"\xef\xbb\xbfa", None, &mut said).as_deref(), Ok("a"));
        assert_eq!(decode(b"\xff\xfea\0", None, &mut said).as_deref(), Ok("a"));
        assert!(said.is_empty());
        let latin = "Präsident,Erklärung\nMüller,Café\n".chars().map(u8::try_from);
        let bytes: Vec<u8> = latin.map(|byte| byte.expect("it is a letter of Latin-1")).collect();
        assert_eq!(decode(&bytes, None, &mut said).as_deref(), Ok("Präsident,Erklärung\nMüller,Café\n"));
        assert!(said[0].contains("windows-1252"), "{said:?}");
        assert_eq!(
            decode(&bytes, Some("iso-8859-1"), &mut said).as_deref(),
            Ok("Präsident,Erklärung\nMüller,Café\n")
        );
        assert!(decode(b"\x89PNG\0", None, &mut said).is_err());
        assert!(decode(&bytes, Some("latin-99"), &mut said).is_err());
    }
}
