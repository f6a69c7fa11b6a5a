//! The XML of a part, event by event as it is unpacked. What a package claims to unfold into is bounded: by event and in all.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::super::Fault;
use crate::read::files::xml::unsound;

/// So many bytes between two tags are more than any cell has.
const MOST_AT_ONCE: usize = 4 * 1024 * 1024;
/// And so many are more than any sheet has.
const MOST: usize = 2 * 1024 * 1024 * 1024;

/// A part.
pub struct Stream<'b> {
    reader: Reader<Metered<'b>>,
    buffer: Vec<u8>,
    /// How many bytes the next event may still take.
    left: Rc<Cell<usize>>,
}

struct Metered<'b> {
    inner: BufReader<Box<dyn Read + 'b>>,
    left: Rc<Cell<usize>>,
    in_all: usize,
}

impl<'b> Stream<'b> {
    /// The events of a part that is unpacked as it is read.
    #[must_use]
    pub fn new(inner: BufReader<Box<dyn Read + 'b>>) -> Self {
        let left = Rc::new(Cell::new(MOST_AT_ONCE));
        let metered = Metered { inner, left: Rc::clone(&left), in_all: 0 };
        Self { reader: Reader::from_reader(metered), buffer: Vec::new(), left }
    }

    /// The next event.
    ///
    /// # Errors
    /// It is no sound XML, or unfolds into more than any sheet has.
    pub fn next(&mut self) -> Result<Event<'_>, Fault> {
        self.buffer.clear();
        self.left.set(MOST_AT_ONCE);
        self.reader.read_event_into(&mut self.buffer).map_err(|error| {
            let help = "open it in a spreadsheet program and save it anew, or as CSV";
            match error {
                quick_xml::Error::Io(error) => {
                    Fault::new(format!("the workbook cannot be unpacked: {error}"), help)
                }
                other => Fault::new(unsound(other), help),
            }
        })
    }
}

/// The text that an event adds to that of its element; none where it adds none.
#[must_use]
pub fn text(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(words) => Some(words.to_string()),
        Event::CData(words) => Some(words.to_string()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(letter)) => Some(letter.to_string()),
            _ => resolve_predefined_entity(name).map(str::to_owned),
        },
        _ => None,
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left.get() == 0 {
            return Err(io::Error::other("a part of it unfolds into more than 4 megabytes without a tag"));
        }
        if self.in_all > MOST {
            return Err(io::Error::other("it unfolds into more than 2 gigabytes"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left.set(self.left.get().saturating_sub(count));
        self.in_all = self.in_all.saturating_add(count);
        self.inner.consume(count);
    }
}
