//! The socket: takes connections on the loopback alone, and reads all of them side by side until one has sent a whole
//! request. One that is slow, or says nothing, keeps nobody waiting, and needs no thread.

use std::io::{self, ErrorKind, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::guard::{Door, Entrant};
use super::head::Head;
use super::reply::{Refusal, Reply};
use super::request::Request;
use super::routes::{self, Route};

/// How long a whole request, and its reply, may take on their way.
const PATIENCE: Duration = Duration::from_secs(5);
/// Largest number of connections that are waited for; the oldest gives way to one more.
const MOST_WAITING: usize = 512;

/// The socket, and the connections that have not sent a whole request yet.
pub struct Listener {
    socket: TcpListener,
    waiting: Vec<Waiting>,
}

/// A connection, and what it has sent so far.
struct Waiting {
    stream: TcpStream,
    bytes: Vec<u8>,
    /// The head with its route, once it has come and was let in.
    let_in: Option<(Entrant, &'static Route, usize)>,
    until: Instant,
}

/// A request that has come whole, or is refused, and the connection on which it is answered.
pub struct Call {
    stream: TcpStream,
    /// The request with its route, or why there is none.
    pub request: Result<(Request, &'static Route), Refusal>,
}

impl Listener {
    /// Listens on the loopback, at a port; at one that is free where it is 0.
    ///
    /// # Errors
    /// The port is taken, or there is no network.
    pub fn open(port: u16) -> io::Result<Self> {
        Ok(Self { socket: TcpListener::bind((Ipv4Addr::LOCALHOST, port))?, waiting: Vec::new() })
    }

    /// The port at which it listens.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn port(&self) -> io::Result<u16> {
        Ok(self.socket.local_addr()?.port())
    }

    /// The next request; waits for it. The guard sees each head as soon as it has come.
    pub fn next(&mut self, door: &Door) -> Call {
        loop {
            self.accept();
            let now = Instant::now();
            let mut at = 0;
            while at < self.waiting.len() {
                let one = &mut self.waiting[at];
                let read = one.read(door);
                if let (Ok(None), true) = (&read, now < one.until) {
                    at += 1;
                    continue;
                }
                let Waiting { stream, bytes, .. } = self.waiting.swap_remove(at);
                let request = match read {
                    Ok(Some(whole)) => Ok(whole),
                    Err(Some(refusal)) => Err(refusal),
                    // Browsers open connections that they may never use.
                    Ok(None) if bytes.is_empty() => continue,
                    Ok(None) => Err(Refusal::new(408, "The request did not come whole within five seconds.")),
                    Err(None) => continue,
                };
                return Call { stream, request };
            }
        }
    }

    /// Takes the connections that have been opened. Waits for one where there is none yet, and else for as long as it is
    /// worth to look again.
    fn accept(&mut self) {
        let idle = self.waiting.is_empty();
        if !idle {
            let some = u64::try_from(self.waiting.len()).unwrap_or(u64::MAX);
            sleep(Duration::from_micros(500 + 20 * some));
        }
        // Where this fails the next connection is waited for, and those that are there are late by one.
        let _ = self.socket.set_nonblocking(!idle);
        loop {
            match self.socket.accept() {
                Ok((stream, _)) if stream.set_nonblocking(true).is_ok() => {
                    if self.waiting.len() >= MOST_WAITING {
                        self.waiting.remove(0);
                    }
                    let until = Instant::now() + PATIENCE;
                    self.waiting.push(Waiting { stream, bytes: Vec::new(), let_in: None, until });
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => {
                    // No connection can be opened any more, and those that wait are what can be given up.
                    self.waiting.drain(..self.waiting.len().min(1));
                    sleep(Duration::from_millis(20));
                    return;
                }
            }
            if idle {
                return;
            }
        }
    }
}

impl Waiting {
    /// Reads what has come; the request, once that is all of it.
    ///
    /// # Errors
    /// Why there will be none; nothing where the connection was closed.
    fn read(&mut self, door: &Door) -> Result<Option<(Request, &'static Route)>, Option<Refusal>> {
        let mut room = [0; 16 * 1024];
        loop {
            match self.stream.read(&mut room) {
                Ok(0) => return Err(None),
                Ok(read) => self.bytes.extend_from_slice(&room[..read]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => return Err(None),
            }
            if let Some(whole) = self.whole(door).map_err(Some)? {
                return Ok(Some(whole));
            }
        }
    }

    /// The request, where all of it has come.
    fn whole(&mut self, door: &Door) -> Result<Option<(Request, &'static Route)>, Refusal> {
        if self.let_in.is_none()
            && let Some(head) = Head::parse(&self.bytes)?
        {
            let entrant = door.admit(&head)?;
            let (path, _) = routes::beside(&entrant.path);
            let (route, _) = routes::find(entrant.method, path)?;
            if entrant.length > route.most {
                return Err(Refusal::new(413, "That is too much at once."));
            }
            self.let_in = Some((entrant, route, head.length));
        }
        let come = |(entrant, _, from): &(Entrant, &Route, usize)| self.bytes.len() - from >= entrant.length;
        if !self.let_in.as_ref().is_some_and(come) {
            return Ok(None);
        }
        let Some((entrant, route, from)) = self.let_in.take() else { return Ok(None) };
        let mut body = self.bytes.split_off(from);
        body.truncate(entrant.length);
        let (path, json) = routes::beside(&entrant.path);
        let named = route.named(path).unwrap_or_default().to_owned();
        let request = Request { path: path.to_owned(), named, json, query: entrant.query, body };
        Ok(Some((request, route)))
    }
}

impl Call {
    /// Sends the reply, and closes the connection once the other side has it.
    pub fn answer(mut self, reply: &Reply) {
        // Whoever has gone away, or takes nothing, is not waited for longer than this.
        let until = Instant::now() + PATIENCE;
        let ready = self.stream.set_nonblocking(false).is_ok()
            && self.stream.set_write_timeout(Some(PATIENCE)).is_ok()
            && self.stream.set_read_timeout(Some(Duration::from_millis(200))).is_ok();
        if !ready || reply.write(&mut self.stream).is_err() {
            return;
        }
        // What is closed with bytes unread is taken back by the system, reply and all.
        let _ = self.stream.shutdown(std::net::Shutdown::Write);
        let mut room = [0; 16 * 1024];
        while Instant::now() < until && matches!(self.stream.read(&mut room), Ok(1..)) {}
    }
}
