//! The desk as the socket sees it: who is let in and who is not, what holds it up and what does not, what it shows.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::common::desk::Desk;
use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, asserts: ['carried-out(front, quay-fire)']}
  - {id: f-denies, by: front, date: 2031-05-03, denies: ['carried-out(self, quay-fire)']}
";

fn opened(name: &str, arguments: &[&str]) -> Desk {
    let folder = folder(name);
    write(&folder, RECORDS);
    Desk::open(&folder, arguments)
}

/// Requests that nobody means well with, each with the status that answers it. `PORT` and `TOKEN` stand for ours, `|` for the
/// end of a line; the end of the head is added where there is none.
const ATTACKS: &[(&str, u16)] = &[
    // Another host, so that a page elsewhere could have its name lead here.
    ("GET / HTTP/1.1", 403),
    ("GET / HTTP/1.1|Host: evil.example", 403),
    ("GET / HTTP/1.1|Host: evil.example:PORT", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:1", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT.evil.example", 403),
    ("GET / HTTP/1.1|Host: 0.0.0.0:PORT", 403),
    ("GET / HTTP/1.1|Host: [::1]:PORT", 403),
    ("GET / HTTP/1.1|Host:", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Host: evil.example", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|host: 127.0.0.1:PORT", 403),
    ("GET / HTTP/1.0", 403),
    // A page of another site.
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: http://evil.example", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: null", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: https://127.0.0.1:PORT", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: http://localhost:PORT", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: http://127.0.0.1:PORT|Origin: http://evil.example", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Sec-Fetch-Site: cross-site", 403),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Sec-Fetch-Site: same-site", 403),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|Origin: http://evil.example|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: 2||{}",
        403,
    ),
    // Paths that lead elsewhere.
    ("GET http://127.0.0.1:PORT/ HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET http://evil.example/ HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET * HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /../../etc/passwd HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /source/.. HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /%2e%2e/etc/passwd HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /state%00 HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET //etc/passwd HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /\\etc\\passwd HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /?q=%ff HTTP/1.1|Host: 127.0.0.1:PORT", 400),
    ("GET /claims/a.yaml HTTP/1.1|Host: 127.0.0.1:PORT", 404),
    ("GET /etc/passwd HTTP/1.1|Host: 127.0.0.1:PORT", 404),
    // Methods.
    ("PUT / HTTP/1.1|Host: 127.0.0.1:PORT", 405),
    ("OPTIONS / HTTP/1.1|Host: 127.0.0.1:PORT", 405),
    ("TRACE / HTTP/1.1|Host: 127.0.0.1:PORT", 405),
    ("CONNECT 127.0.0.1:PORT HTTP/1.1|Host: 127.0.0.1:PORT", 405),
    ("get / HTTP/1.1|Host: 127.0.0.1:PORT", 405),
    (
        "POST /state HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: 2||{}",
        405,
    ),
    // What changes something needs the secret, and says that it is JSON, which no form of another page can.
    ("POST / HTTP/1.1|Host: 127.0.0.1:PORT|Content-Type: application/json|Content-Length: 2||{}", 403),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: 0|Content-Type: application/json|Content-Length: 2||{}",
        403,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN0|Content-Type: application/json|Content-Length: 2||{}",
        403,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: 2||{}",
        400,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: text/plain|Content-Length: 2||{}",
        415,
    ),
    ("POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Length: 2||{}", 415),
    // Lengths by which two readers of one request might disagree.
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Transfer-Encoding: chunked||0||",
        501,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: 2|Content-Length: 3||{}",
        400,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: -1||{}",
        400,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: +2||{}",
        400,
    ),
    (
        "POST / HTTP/1.1|Host: 127.0.0.1:PORT|X-Gainsay-Token: TOKEN|Content-Type: application/json|Content-Length: 0x2||{}",
        400,
    ),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|Content-Length: 99999999999999999999999999", 400),
    // No HTTP at all, or another one.
    ("hello", 400),
    ("GET /", 400),
    ("GET / HTTP/2.0|Host: 127.0.0.1:PORT", 400),
    ("PRI * HTTP/2.0||SM||", 400),
    ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0", 400),
    ("GET / HTTP/1.1|Host : 127.0.0.1:PORT", 400),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT| folded: x", 400),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|x: a\0b", 400),
    ("GET / HTTP/1.1|Host: 127.0.0.1:PORT|x: a\rb", 400),
    ("GET  / HTTP/1.1|Host: 127.0.0.1:PORT", 400),
];

#[test]
fn each_attack_meets_its_refusal_and_the_desk_goes_on() {
    let desk = opened("serve-attacks", &[]);
    let mut wrong = Vec::new();
    for (attack, status) in ATTACKS {
        let ours = attack.replace("PORT", &desk.port.to_string()).replace("TOKEN", &desk.token);
        let mut bytes = ours.replace('|', "\r\n");
        if !bytes.contains("\r\n\r\n") {
            bytes.push_str("\r\n\r\n");
        }
        let came = desk.send(bytes.as_bytes()).map_or(0, |came| came.status);
        if came != *status {
            wrong.push(format!("{attack}: {came} and not {status}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(desk.get("/").status, 200);
}

#[test]
fn a_head_that_is_too_large_is_refused() {
    let desk = opened("serve-large", &[]);
    let begin = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", desk.port);
    for more in [format!("x: {}\r\n\r\n", "y".repeat(20_000)), "x: y\r\n".repeat(100), "x".repeat(1_000_000)]
    {
        assert_eq!(desk.send(format!("{begin}{more}").as_bytes()).map(|came| came.status), Some(431));
    }
}

#[test]
fn pages_of_ours_and_typed_addresses_are_let_in() {
    let desk = opened("serve-ours", &[]);
    for ours in [
        "Host: 127.0.0.1:PORT",
        "Host: localhost:PORT",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin",
        "Host: localhost:PORT\r\nOrigin: http://localhost:PORT",
        "host: 127.0.0.1:PORT\r\nSec-Fetch-Site: none",
    ] {
        let ours = ours.replace("PORT", &desk.port.to_string());
        let came = desk.send(format!("GET / HTTP/1.1\r\n{ours}\r\n\r\n").as_bytes()).unwrap();
        assert_eq!(came.status, 200, "{ours}");
    }
}

#[test]
fn every_reply_forbids_what_it_does_not_need() {
    let desk = opened("serve-fields", &[]);
    for target in ["/", "/state.json", "/style.css", "/script.js", "/nowhere"] {
        let fields = desk.get(target).fields;
        for field in [
            "Content-Security-Policy: default-src 'none'; script-src 'self'; ",
            "frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store",
            "Cross-Origin-Resource-Policy: same-origin",
        ] {
            assert!(fields.contains(field), "{target}: no {field} in {fields}");
        }
        assert!(!fields.contains("Access-Control"), "{fields}");
    }
}

#[test]
fn half_open_connections_keep_nobody_waiting() {
    let desk = opened("serve-half-open", &[]);
    let half: Vec<TcpStream> = (0..300)
        .map(|at| {
            let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
            if at % 3 > 0 {
                stream.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();
            }
            stream
        })
        .collect();
    for _ in 0..5 {
        let before = Instant::now();
        assert_eq!(desk.get("/state.json").status, 200);
        assert!(before.elapsed() < Duration::from_secs(2), "{:?}", before.elapsed());
    }
    drop(half);
}

#[test]
fn a_request_has_five_seconds_however_it_trickles() {
    let desk = opened("serve-slow", &[]);
    let before = Instant::now();
    let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
    let mut came = Vec::new();
    for byte in b"GET / HTTP/1.1\r\nHost: 127.0.0.1:1234567890".iter().cycle() {
        // Whoever is refused may find the connection closed.
        if stream.write_all(&[*byte]).is_err() || before.elapsed() > Duration::from_secs(6) {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    let _ = stream.read_to_end(&mut came);
    assert!(String::from_utf8_lossy(&came).starts_with("HTTP/1.1 408 "), "{came:?}");
    assert!(before.elapsed() > Duration::from_millis(4900), "{:?}", before.elapsed());
}

#[test]
fn a_file_that_changed_is_read_again() {
    let folder = folder("serve-changed");
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, &[]);
    let before = desk.get("/state.json").text;
    assert_eq!(before, desk.get("/state.json").text);
    write(
        &folder,
        &format!(
            "{RECORDS}  - {{id: late, by: estia, date: 2031-05-04, asserts: ['happened(quay-fire)']}}\n"
        ),
    );
    let after = desk.get("/state.json").text;
    assert_ne!(before, after);
    std::fs::write(folder.join("claims/b.yaml"), "parties: []\n").unwrap();
    assert_ne!(desk.get("/state.json").text, after);
    std::fs::remove_dir_all(folder.join("claims")).unwrap();
    assert_eq!(desk.get("/").status, 503);
    std::fs::create_dir(folder.join("claims")).unwrap();
    write(&folder, RECORDS);
    assert_eq!(desk.get("/state.json").text, before);
}

#[test]
fn what_cannot_be_served_is_said_before_a_browser_opens() {
    let folder = folder("serve-refused");
    let (_, complaint, status) = said(&gainsay(&folder, &["serve", "--no-open", "nowhere"]));
    assert!(complaint.contains("there is no folder `nowhere`") && status == 2, "{complaint}");
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, &[]);
    let port = desk.port.to_string();
    let (_, complaint, status) = said(&gainsay(&folder, &["serve", "--no-open", "--port", &port]));
    assert!(complaint.contains(&format!("port {port} cannot be listened at")) && status == 2, "{complaint}");
}
