//! The head of a request: from bytes to a method, a target and its fields. A pure function of what came so far.

use super::reply::Refusal;

/// Largest head in bytes: the request line and all fields.
pub const LARGEST: usize = 16 * 1024;
/// Largest number of fields.
const MOST_FIELDS: usize = 64;

/// The head of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The method, as it was sent.
    pub method: String,
    /// The target: path and query, as they were sent.
    pub target: String,
    /// The fields: the name in small letters, the value as it was sent.
    pub fields: Vec<(String, Vec<u8>)>,
    /// The number of its bytes; the body begins behind them.
    pub length: usize,
}

impl Head {
    /// The head at the beginning of some bytes; none where it has not come whole yet.
    ///
    /// # Errors
    /// It is no head of HTTP 1, or larger than we read.
    pub fn parse(bytes: &[u8]) -> Result<Option<Self>, Refusal> {
        let mut room = [httparse::EMPTY_HEADER; MOST_FIELDS];
        let mut request = httparse::Request::new(&mut room);
        let large = Refusal::new(431, "The head of the request is larger than 16 kB.");
        match request.parse(&bytes[..bytes.len().min(LARGEST)]) {
            Ok(httparse::Status::Complete(length)) => {
                let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
                let field = |field: &httparse::Header<'_>| {
                    (field.name.to_ascii_lowercase(), field.value.trim_ascii().to_vec())
                };
                let fields = request.headers.iter().map(field).collect();
                let (method, target) = (text(request.method), text(request.path));
                Ok(Some(Self { method, target, fields, length }))
            }
            Ok(httparse::Status::Partial) if bytes.len() >= LARGEST => Err(large),
            Ok(httparse::Status::Partial) => Ok(None),
            Err(httparse::Error::TooManyHeaders) => Err(large),
            Err(_) => Err(Refusal::new(400, "This is no request of HTTP 1.0 or 1.1.")),
        }
    }

    /// The values of a field, in the order in which they were sent.
    pub fn all<'h>(&'h self, name: &'h str) -> impl Iterator<Item = &'h [u8]> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_slice())
    }

    /// The value of a field that may be there once; none where it is not.
    ///
    /// # Errors
    /// It is there more than once.
    pub fn one(&self, name: &'static str) -> Result<Option<&[u8]>, Refusal> {
        let mut all = self.all(name);
        let first = all.next();
        if all.next().is_some() {
            return Err(Refusal::new(400, "A field that may be there once is there twice."));
        }
        Ok(first)
    }
}
