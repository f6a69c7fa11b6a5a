//! A desk that is open: `gainsay serve` on a folder, spoken to in bytes, closed when it is dropped.
#![allow(dead_code, clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A desk that is open.
pub struct Desk {
    child: Child,
    /// The port at which it answers.
    pub port: u16,
    /// The secret of its address.
    pub token: String,
}

/// What came back: the status, the fields as they were sent, and the text.
#[derive(Debug)]
pub struct Came {
    pub status: u16,
    pub fields: String,
    pub text: String,
}

impl Desk {
    /// Opens the store `claims` of a folder, with further arguments.
    pub fn open(folder: &Path, arguments: &[&str]) -> Self {
        Self::run(
            Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["serve", "--no-open"]).args(arguments),
            folder,
        )
    }

    /// Runs the command that opens it in a folder.
    pub fn run(command: &mut Command, folder: &Path) -> Self {
        let mut child = command.current_dir(folder).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find(|line| line.as_ref().unwrap().starts_with("http")).unwrap().unwrap();
        let (port, token) = address.strip_prefix("http://127.0.0.1:").unwrap().split_once("/#").unwrap();
        Self { child, port: port.parse().unwrap(), token: token.to_owned() }
    }

    /// Sends bytes, and gives what comes back; none where the connection is closed without a word.
    pub fn send(&self, bytes: &[u8]) -> Option<Came> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // What is refused early is not read to its end.
        let _ = stream.write_all(bytes);
        let mut came = Vec::new();
        let _ = stream.read_to_end(&mut came);
        let came = String::from_utf8_lossy(&came).into_owned();
        let (fields, text) = came.split_once("\r\n\r\n")?;
        let status = fields.split(' ').nth(1)?.parse().ok()?;
        Some(Came { status, fields: fields.to_owned(), text: text.to_owned() })
    }

    /// Asks for a page.
    pub fn get(&self, target: &str) -> Came {
        let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port);
        self.send(request.as_bytes()).unwrap()
    }

    /// Sends JSON, as a page of the desk would.
    pub fn post(&self, target: &str, body: &str) -> Came {
        let request = format!(
            "POST {target} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX-Gainsay-Token: {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.port,
            self.token,
            body.len()
        );
        self.send(request.as_bytes()).unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
