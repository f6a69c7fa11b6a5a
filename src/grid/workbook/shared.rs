//! The texts that cells of an XLSX share: the only part of a workbook that is held in memory.

use quick_xml::events::Event;

use super::super::{Fault, LARGEST_CELL};
use super::stream::{Stream, text};

/// So many bytes of shared texts are more than any sheet has.
const MOST: usize = 256 * 1024 * 1024;

/// The shared texts of a part, in its order.
///
/// # Errors
/// It cannot be read, or holds more than any sheet has.
pub fn read(mut part: Stream<'_>) -> Result<Vec<Box<str>>, Fault> {
    let mut all = Vec::new();
    let mut own = String::new();
    let (mut in_text, mut phonetic, mut sum) = (false, false, 0);
    loop {
        let event = part.next()?;
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => in_text = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => phonetic = false,
                "si" => {
                    sum += own.len() + size_of::<Box<str>>();
                    all.push(unescaped(&own).into_boxed_str());
                    own.clear();
                }
                _ => {}
            },
            Event::Empty(element) if element.local_name().as_ref() == "si" => {
                sum += size_of::<Box<str>>();
                all.push(Box::from(""));
            }
            Event::Eof => return Ok(all),
            event if in_text => own.extend(text(event)),
            _ => {}
        }
        if own.len() > LARGEST_CELL || sum > MOST {
            return Err(Fault::new(
                "the texts of the workbook are larger than 256 megabytes, or one of them than one",
                "save the sheet as CSV, or divide it",
            ));
        }
    }
}

/// A text in which XLSX wrote letters as `_x000D_`.
#[must_use]
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let letter = rest
            .get(at + 2..at + 7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let (kept, length) = match letter {
            Some(letter) => (Some(letter), 7),
            None => (None, 2),
        };
        out.push_str(&rest[..at]);
        match kept {
            Some('\r') => {}
            Some(letter) => out.push(letter),
            None => out.push_str("_x"),
        }
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}
