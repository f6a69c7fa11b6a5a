//! The guard: which requests are let in. It sees the head alone, and decides before a byte of the body is read.

use super::head::Head;
use super::reply::Refusal;
use super::request::{Method, query};

/// The field in which a request that changes something gives the token.
pub const TOKEN_FIELD: &str = "x-gainsay-token";

/// What the guard goes by.
#[derive(Clone, Debug)]
pub struct Door {
    /// The port at which the server listens.
    pub port: u16,
    /// The secret in the address that was printed.
    pub token: String,
    /// Whether nothing may be changed.
    pub read_only: bool,
}

/// A request that was let in, without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    /// The method.
    pub method: Method,
    /// The path, without the query.
    pub path: String,
    /// The query, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The number of bytes of the body.
    pub length: usize,
}

impl Door {
    /// Lets a request in.
    ///
    /// # Errors
    /// Why it stays outside.
    pub fn admit(&self, head: &Head) -> Result<Entrant, Refusal> {
        self.is_ours(head)?;
        let method = match head.method.as_str() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            _ => return Err(Refusal::new(405, "Only GET and POST are answered.")),
        };
        let (path, asked) = head.target.split_once('?').unwrap_or((&head.target, ""));
        plain(path)?;
        let query = query(asked).ok_or(Refusal::new(400, "The query of the address cannot be read."))?;
        let length = length(head)?;
        if method == Method::Get && length > 0 {
            return Err(Refusal::new(400, "A request that only reads has no body."));
        }
        if method == Method::Post {
            self.may_change(head)?;
        }
        Ok(Entrant { method, path: path.to_owned(), query, length })
    }

    /// Whether a request was meant for us, and comes from a page of ours or from somebody who typed the address. The name
    /// of the host tells: a page of another site that has its name lead here still sends that name.
    fn is_ours(&self, head: &Head) -> Result<(), Refusal> {
        let hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port));
        let mut named = head.all("host");
        let host = named.next().filter(|_| named.next().is_none());
        let Some(host) = host.and_then(|host| hosts.iter().find(|ours| ours.as_bytes() == host)) else {
            return Err(Refusal::new(
                403,
                "The request is for another host: open the address that was printed.",
            ));
        };
        let origin = format!("http://{host}");
        let same = head.all("origin").all(|from| from == origin.as_bytes())
            && head.all("sec-fetch-site").all(|from| from == b"same-origin" || from == b"none");
        if same {
            Ok(())
        } else {
            Err(Refusal::new(403, "A page of another site sent this: open the address that was printed."))
        }
    }

    fn may_change(&self, head: &Head) -> Result<(), Refusal> {
        if self.read_only {
            return Err(Refusal::new(403, "This desk only shows: it was started with --read-only."));
        }
        let given = head.one(TOKEN_FIELD)?.unwrap_or_default();
        if !alike(given, self.token.as_bytes()) {
            return Err(Refusal::new(
                403,
                "The address lacks its secret: open the one that was printed when the desk was started.",
            ));
        }
        let kind = head.one("content-type")?.unwrap_or_default().to_ascii_lowercase();
        let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        if kind == b"application/json" {
            Ok(())
        } else {
            Err(Refusal::new(415, "What is sent here is JSON, as application/json."))
        }
    }
}

/// Whether a path is one of ours by its letters: absolute, visible ASCII, no escape, no way up.
fn plain(path: &str) -> Result<(), Refusal> {
    let sound = path.starts_with('/')
        && path.bytes().all(|byte| byte.is_ascii_graphic() && !b"%\\#".contains(&byte))
        && !path.contains("..")
        && !path.contains("//");
    if sound { Ok(()) } else { Err(Refusal::new(400, "There is no such address here.")) }
}

/// The number of bytes of the body; zero where none is announced.
fn length(head: &Head) -> Result<usize, Refusal> {
    if head.all("transfer-encoding").next().is_some() {
        return Err(Refusal::new(501, "A body is sent whole, with its length."));
    }
    let Some(digits) = head.one("content-length")? else { return Ok(0) };
    let unreadable = Refusal::new(400, "The length of the body cannot be read.");
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(unreadable);
    }
    // A number that does not fit is larger than any body we take.
    let number = std::str::from_utf8(digits).map_err(|_| unreadable)?.parse();
    Ok(number.unwrap_or(usize::MAX))
}

/// Whether two texts are the same, found out in a time that does not tell how much of them is.
fn alike(one: &[u8], other: &[u8]) -> bool {
    let differ = one.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b));
    one.len() == other.len() && differ == 0
}
