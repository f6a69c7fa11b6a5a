//! Bytes → text: what is not UTF-8 is named by the encoding it looks like.

/// Why bytes are not text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoding {
    /// What the encoding looks like.
    pub looks_like: &'static str,
    /// The first byte that is not UTF-8.
    pub offset: usize,
    /// Its line, from 1.
    pub line: usize,
    /// The reason, in plain words.
    pub message: String,
    /// The remedy.
    pub help: String,
}

/// The text of a file. A byte-order mark stays where it is.
///
/// # Errors
/// Where the bytes are not UTF-8, what they look like instead.
pub fn decode(bytes: Vec<u8>) -> Result<String, Decoding> {
    if let Some((looks_like, offset)) = wide(&bytes) {
        return Err(Decoding::new(looks_like, offset, 1));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes.iter().take(offset).filter(|byte| **byte == b'\n').count() + 1;
        let looks_like = if error.utf8_error().error_len().is_none() {
            "UTF-8 that was cut off in the middle of a letter"
        } else if bytes.contains(&0) {
            "no text at all (a picture, an archive or a word processor's file)"
        } else if bytes.iter().any(|byte| (0x80..0xa0).contains(byte)) {
            "Windows-1252 or a similar older encoding"
        } else {
            "Latin-1, Windows-1252 or a similar older encoding"
        };
        Decoding::new(looks_like, offset, line)
    })
}

impl Decoding {
    fn new(looks_like: &'static str, offset: usize, line: usize) -> Self {
        Self {
            looks_like,
            offset,
            line,
            message: format!(
                "the file is not UTF-8 text; it looks like {looks_like} (first at byte {offset}, line {line})"
            ),
            help: "open the file in an editor and save it as UTF-8".into(),
        }
    }
}

/// UTF-16 or UTF-32: by the mark at the start, or because every second byte of plain Latin text would be zero.
fn wide(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return Some(("UTF-32 (little-endian)", 0)),
        [0, 0, 0xfe, 0xff, ..] => return Some(("UTF-32 (big-endian)", 0)),
        [0xff, 0xfe, ..] => return Some(("UTF-16 (little-endian)", 0)),
        [0xfe, 0xff, ..] => return Some(("UTF-16 (big-endian)", 0)),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    let first = || bytes.iter().position(|byte| *byte == 0).unwrap_or(0);
    if pairs >= 2 && odd * 3 > pairs && even * 8 < odd {
        Some(("UTF-16 (little-endian)", first()))
    } else if pairs >= 2 && even * 3 > pairs && odd * 8 < even {
        Some(("UTF-16 (big-endian)", first()))
    } else {
        None
    }
}
