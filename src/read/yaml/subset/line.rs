//! A line of a file and where it lies; blank lines and comments are passed over.

use memchr::memchr;

/// The present line. Behind the last it is empty, at the end of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    bytes: &'t [u8],
    /// Its first byte.
    pub(super) start: usize,
    /// Spaces before its first character.
    pub(super) indent: usize,
    /// Its first character that is no space, or its end.
    pub(super) first: usize,
    /// Behind its last byte, line end not counted.
    pub(super) end: usize,
    /// Where the next line starts.
    pub(super) next: usize,
    /// Blank lines passed over to come here.
    pub(super) blanks: usize,
    /// Whether comments were passed over to come here.
    pub(super) comments: bool,
}

impl<'t> Line<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, start: 0, indent: 0, first: 0, end: 0, next: 0, blanks: 0, comments: false }
    }

    /// Whether the text is at its end.
    pub(super) fn over(&self) -> bool {
        self.start == self.bytes.len()
    }

    pub(super) fn load(&mut self, start: usize) {
        let rest = &self.bytes[start..];
        let (length, next) = memchr(b'\n', rest).map_or((rest.len(), rest.len()), |at| (at, at + 1));
        let length = length - usize::from(rest[..length].ends_with(b"\r"));
        let indent = spaces(&rest[..length]);
        self.start = start;
        self.indent = indent;
        self.first = start + indent;
        self.end = start + length;
        self.next = start + next;
    }

    pub(super) fn blank(&self) -> bool {
        self.first == self.end
    }

    /// To the next line that holds something.
    pub(super) fn advance(&mut self) {
        self.load(self.next);
        self.settle();
    }

    /// To the first line from here on that holds something.
    pub(super) fn settle(&mut self) {
        (self.blanks, self.comments) = (0, false);
        while !self.over() {
            if self.blank() {
                self.blanks += 1;
            } else if self.bytes[self.first] == b'#' {
                self.comments = true;
            } else {
                return;
            }
            self.load(self.next);
        }
        self.indent = 0;
    }

    /// Whether it begins an item.
    pub(super) fn item(&self) -> bool {
        matches!(self.bytes[self.first..self.end], [b'-'] | [b'-', b' ', ..])
    }

    /// The first byte from `at` on that is no space, or the end.
    pub(super) fn skip(&self, at: usize) -> usize {
        at + spaces(&self.bytes[at..self.end])
    }

    /// Whether nothing follows from `at` on but, after a space, a comment.
    pub(super) fn idle(&self, at: usize) -> bool {
        let rest = self.skip(at);
        rest == self.end || rest > at && self.bytes[rest] == b'#'
    }
}

/// How many spaces stand at the start.
fn spaces(bytes: &[u8]) -> usize {
    let mut count = 0;
    while count < bytes.len() && bytes[count] == b' ' {
        count += 1;
    }
    count
}
