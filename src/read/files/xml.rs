//! What all readers of XML need.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

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
