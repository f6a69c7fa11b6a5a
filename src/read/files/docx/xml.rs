//! What all readers of the XML in a DOCX document need.

use quick_xml::events::BytesStart;
use quick_xml::{Reader, XmlVersion};

/// The value of an attribute by its name without the prefix.
#[must_use]
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Why some XML cannot be read.
pub fn unsound(error: impl std::fmt::Display) -> String {
    format!("its text is not sound XML: {error}")
}

/// The byte of the part at which a reader is.
#[must_use]
pub fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
