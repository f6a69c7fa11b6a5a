//! A request that was let in: method, path, query and body, as pages ask for them.

use serde_json::Value;

use super::reply::Refusal;

/// What a request may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Change something, or have something worked out.
    Post,
}

/// A request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path as it was asked for, without the query and without `.json`.
    pub path: String,
    /// What stands in the path at the star of its route; empty where there is none.
    pub named: String,
    /// Whether programs ask: the path ends in `.json`.
    pub json: bool,
    /// The query, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// The first value of a key of the query that is not empty.
    #[must_use]
    pub fn asked<'r>(&'r self, key: &'r str) -> Option<&'r str> {
        self.every(key).next()
    }

    /// The values of a key of the query that are not empty.
    pub fn every<'r>(&'r self, key: &'r str) -> impl Iterator<Item = &'r str> {
        let of = self.query.iter().filter(move |(name, value)| name == key && !value.is_empty());
        of.map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// It is none.
    pub fn body(&self) -> Result<Value, Refusal> {
        serde_json::from_slice(&self.body).map_err(|_| Refusal::new(400, "What was sent is no JSON."))
    }
}

/// The keys and values of the query of an address; none where an escape in it is broken, or they are no text.
#[must_use]
pub fn query(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decoded(key)?, decoded(value)?))
    };
    pairs.map(pair).collect()
}

/// A part of a query without its escapes.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digit =
                    |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                bytes.push(digit(rest.next()?)? << 4 | digit(rest.next()?)?);
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// A text as a part of a query.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_comes_back_as_it_was_meant() {
        let of = |text: &str| query(text);
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(
            of("is=killed%28quay-fire%29&q=a+b&&c"),
            Some(vec![pair("is", "killed(quay-fire)"), pair("q", "a b"), pair("c", "")])
        );
        for broken in ["a=%", "a=%2", "a=%zz", "a=%ff"] {
            assert_eq!(of(broken), None, "{broken}");
        }
        let odd = "é & = + % ? # \u{202e} \"";
        assert_eq!(of(&format!("q={}", encoded(odd))), Some(vec![pair("q", odd)]));
    }
}
