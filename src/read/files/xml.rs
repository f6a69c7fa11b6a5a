//! What all readers of XML, and of packages of it, need.

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

/// The name of a part of a package, from how a part in a folder names it.
#[must_use]
pub fn resolved(folder: &str, target: &str) -> String {
    let full = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
    let mut way: Vec<&str> = Vec::new();
    for part in full.split('/') {
        match part {
            ".." => {
                way.pop();
            }
            "." | "" => {}
            other => way.push(other),
        }
    }
    way.join("/")
}
