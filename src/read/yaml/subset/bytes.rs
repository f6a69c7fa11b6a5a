//! Which characters and names our reader knows; all others are the library's.

use memchr::memchr_iter;

/// Whether a text holds only what needs no second look: no tab or other control character, no line end but `\n`
/// and `\r\n`, no mark of byte order, and nothing that some count as white space or as a line end and some do not.
pub(super) fn clean(bytes: &[u8]) -> bool {
    // Without an early way out, so that many bytes are looked at at once.
    let (mut odd, mut wide) = (0, 0);
    for byte in bytes {
        odd |= u8::from(*byte < b' ') & u8::from(*byte != b'\n') | u8::from(*byte == 0x7f);
        wide |= *byte;
    }
    (odd == 0 || controls(bytes)) && (wide < 0x80 || letters(bytes))
}

/// Whether a line ends in `\r` alone, which is a line end for YAML and none for us.
pub(in crate::read) fn lone_return(bytes: &[u8]) -> bool {
    memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// Whether the control characters are line ends.
fn controls(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter().peekable();
    while let Some(byte) = rest.next() {
        let sound = match byte {
            b'\r' => rest.peek() == Some(&&b'\n'),
            0x7f => false,
            _ => *byte >= b' ' || *byte == b'\n',
        };
        if !sound {
            return false;
        }
    }
    true
}

/// Whether what is not ASCII is neither a control (U+0080–U+009F), nor a line end (U+2028, U+2029), nor U+FEFF,
/// U+FFFE, U+FFFF.
fn letters(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, 0xc2 | 0xe2 | 0xef)) {
        let rest = &bytes[at + found..];
        let odd = match rest {
            [0xc2, second, ..] => *second < 0xa0,
            [0xe2, 0x80, 0xa8 | 0xa9, ..] | [0xef, 0xbb, 0xbf, ..] | [0xef, 0xbf, 0xbe | 0xbf, ..] => true,
            _ => false,
        };
        if odd {
            return false;
        }
        at += found + 1;
    }
    true
}

/// What a byte may be: part of a name; the first of a plain text.
const NAME: u8 = 1;
const BEGINS: u8 = 2;

const CLASSES: [u8; 256] = {
    let mut classes = [BEGINS; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            classes[byte as usize] |= NAME;
        }
        byte += 1;
    }
    let marks = b"?:,[]{}#&*!|>'\"%@`- ";
    let mut at = 0;
    while at < marks.len() {
        classes[marks[at] as usize] &= !BEGINS;
        at += 1;
    }
    classes
};

/// How long the name at the start is: of a list or a field, in letters, digits, `-` and `_`.
pub(super) fn is_name(bytes: &[u8]) -> Option<usize> {
    const LONGEST: usize = 200;
    let mut length = 0;
    while length < bytes.len() && CLASSES[bytes[length] as usize] & NAME != 0 {
        length += 1;
    }
    (length > 0 && length < LONGEST && bytes[0] != b'-').then_some(length)
}

/// Whether a plain text may begin so: not with a character that means something to YAML.
pub(super) fn begins_plain(bytes: &[u8]) -> bool {
    match bytes {
        [b'-', second, ..] => second.is_ascii_alphanumeric(),
        [first, ..] => CLASSES[*first as usize] & BEGINS != 0,
        [] => false,
    }
}
