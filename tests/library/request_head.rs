//! The head of a request, from any bytes at all: it is read whole or refused, and never otherwise because more has come.
//!
//! `GAINSAY_SEEDS=1000000 cargo test --test library request_head` tries more; `fuzz/` goes on for as long as one likes.

use crate::generator::seeded::Seeded;

use gainsay::serve::{Door, Head, LARGEST};

/// What requests are made of, sound and not.
const PIECES: &[&str] = &[
    "GET ",
    "POST ",
    "/",
    "/party/norland",
    "/?q=%41",
    "/%2e",
    "..",
    " HTTP/1.1",
    " HTTP/1.0",
    " HTTP/2.0",
    "\r\n",
    "\n",
    "\r",
    "Host: ",
    "127.0.0.1:7",
    "localhost:7",
    "evil.example",
    "Origin: ",
    "http://127.0.0.1:7",
    "null",
    "Content-Length: ",
    "0",
    "99999999999999999999",
    "Transfer-Encoding: chunked",
    "X-Gainsay-Token: ",
    "secret",
    "Content-Type: application/json",
    "Sec-Fetch-Site: ",
    "same-origin",
    "cross-site",
    ":",
    " ",
    "\t",
    "\0",
    "\u{ff}",
    "é",
    "{}",
    "x",
];

fn made(chance: &mut Seeded) -> Vec<u8> {
    let sound = "GET /party/norland?as-of=2031-05-02 HTTP/1.1\r\nHost: 127.0.0.1:7\r\nAccept: */*\r\n\r\n";
    let mut bytes = if chance.percent(50) { sound.as_bytes().to_vec() } else { Vec::new() };
    for _ in 0..chance.below(24) {
        let piece = if chance.percent(90) { chance.pick(PIECES).as_bytes() } else { &[0x80, 0xff][..] };
        let at = if chance.percent(50) { bytes.len() } else { chance.below(bytes.len() + 1) };
        bytes.splice(at..at, piece.iter().copied());
    }
    if chance.percent(50) {
        bytes.extend_from_slice(b"\r\n\r\n");
    }
    bytes
}

#[test]
fn any_bytes_are_a_head_or_are_refused() {
    let seeds = std::env::var("GAINSAY_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(20_000);
    let door = Door { port: 7, token: "secret".to_owned(), read_only: false };
    let (mut whole, mut admitted) = (0, 0);
    for seed in 0..seeds {
        let bytes = made(&mut Seeded::new(seed));
        let came = Head::parse(&bytes);
        if let Ok(Some(head)) = &came {
            whole += 1;
            assert!(head.length <= bytes.len().min(LARGEST), "{seed}");
            // What comes behind a head changes nothing about it; without its last byte it is not whole.
            assert_eq!(Head::parse(&[&bytes[..head.length], b"GET"].concat()), came, "{seed}");
            assert_eq!(Head::parse(&bytes[..head.length - 1]), Ok(None), "{seed}");
            if let Ok(entrant) = door.admit(head) {
                admitted += 1;
                assert!(head.all("host").count() == 1, "{seed}");
                assert!(
                    entrant.path.starts_with('/') && !entrant.path.contains(['%', '\\', '?', '#']),
                    "{seed}"
                );
                assert!(!entrant.path.contains("..") && entrant.path.is_ascii(), "{seed}");
            }
        }
        // A part that is refused is refused whatever follows.
        let part = &bytes[..bytes.len() / 2];
        if Head::parse(part).is_err() {
            assert_eq!(Head::parse(part), came, "{seed}");
        }
    }
    assert!(whole > seeds / 20 && admitted > seeds / 100, "of {seeds}: {whole} whole, {admitted} let in");
}
