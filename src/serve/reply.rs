//! What is sent back: a status, what kind of text it is, the text, and the fields with which every reply goes out.

use std::io::{self, Write};

/// Which scripts, styles and pictures a page may load, and to whom it may speak: to us alone. What somebody smuggled into a
/// page does not run.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status.
    pub status: u16,
    /// The reason in a sentence.
    pub words: &'static str,
}

impl Refusal {
    /// A refusal.
    #[must_use]
    pub const fn new(status: u16, words: &'static str) -> Self {
        Self { status, words }
    }
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The kind of text.
    kind: &'static str,
    /// The text.
    pub body: Vec<u8>,
}

impl Reply {
    /// A page.
    #[must_use]
    pub fn html(status: u16, page: String) -> Self {
        Self { status, kind: "text/html; charset=utf-8", body: page.into_bytes() }
    }

    /// A JSON document.
    #[must_use]
    pub fn json(status: u16, document: String) -> Self {
        Self { status, kind: "application/json", body: document.into_bytes() }
    }

    /// The style of the pages.
    #[must_use]
    pub fn css(text: String) -> Self {
        Self { status: 200, kind: "text/css; charset=utf-8", body: text.into_bytes() }
    }

    /// A script of the pages.
    #[must_use]
    pub fn script(text: &str) -> Self {
        Self { status: 200, kind: "text/javascript; charset=utf-8", body: text.as_bytes().to_vec() }
    }

    /// A picture.
    #[must_use]
    pub fn svg(text: &str) -> Self {
        Self { status: 200, kind: "image/svg+xml", body: text.as_bytes().to_vec() }
    }

    /// Writes the reply.
    ///
    /// # Errors
    /// Nobody takes it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let (status, words) = (self.status, words(self.status));
        let head = format!(
            "HTTP/1.1 {status} {words}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\
             Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n\
             Referrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nCross-Origin-Opener-Policy: same-origin\r\n\r\n",
            self.kind,
            self.body.len()
        );
        to.write_all(head.as_bytes())?;
        to.write_all(&self.body)?;
        to.flush()
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        Self {
            status: refusal.status,
            kind: "text/plain; charset=utf-8",
            body: format!("{}\n", refusal.words).into_bytes(),
        }
    }
}

/// The words of a status.
fn words(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}
