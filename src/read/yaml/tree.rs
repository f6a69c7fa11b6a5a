//! A YAML value as a tree in which every part knows its place in the file; scalars stay text.

use std::borrow::Cow;

use crate::text::Span;

/// A YAML value with its place in the file; borrowed from the text where nothing had to be unescaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Where it stands. A scalar's span includes its quotation marks; the span of what an alias (`*x`) brings
    /// in is the alias, while the parts inside keep the place where they were written.
    pub span: Span,
    /// What it is.
    pub value: Value<'t>,
}

/// The three kinds of YAML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// Text; `no`, `12:30` and `2024-01-01` are text too.
    Scalar {
        /// The text, unescaped and folded. A value that was left out is the empty text.
        text: Cow<'t, str>,
        /// Quoted or a block: not plain.
        quoted: bool,
        /// The comment that cuts a plain scalar where the writer may have meant a `#` of the text:
        /// `The #1 party`. A comment whose `#` is followed by a space cuts nothing.
        cut_by: Option<Span>,
    },
    /// A list.
    Sequence {
        /// What it holds.
        items: Vec<Node<'t>>,
        /// Whether it was written in `[ ]`.
        flow: bool,
    },
    /// Keys and values in file order. Keys are scalars and unique.
    Mapping(Vec<(Node<'t>, Node<'t>)>),
}

impl<'t> Node<'t> {
    /// The text of a scalar.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing was given: `quote:` without more, a plain `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false, .. } if matches!(&**text, "" | "~" | "null"))
    }

    /// The comment that cut this plain scalar.
    #[must_use]
    pub fn cut_by(&self) -> Option<Span> {
        match &self.value {
            Value::Scalar { cut_by, .. } => *cut_by,
            _ => None,
        }
    }

    /// The items of a list.
    #[must_use]
    pub fn items(&self) -> Option<&[Node<'t>]> {
        match &self.value {
            Value::Sequence { items, .. } => Some(items),
            _ => None,
        }
    }

    /// The keys and values of a mapping.
    #[must_use]
    pub fn entries(&self) -> Option<&[(Node<'t>, Node<'t>)]> {
        match &self.value {
            Value::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a mapping's key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.entries()?.iter().find(|(name, _)| name.as_str() == Some(key)).map(|(_, value)| value)
    }

    /// What kind of value it is, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.value {
            _ if self.is_null() => "nothing",
            Value::Scalar { .. } => "text",
            Value::Sequence { .. } => "a list",
            Value::Mapping(_) => "a mapping (keys with values)",
        }
    }
}
