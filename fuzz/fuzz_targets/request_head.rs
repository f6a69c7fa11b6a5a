//! Any bytes at all: the head of a request, let in or refused, and never otherwise because more has come.

#![no_main]

use gainsay::serve::{Door, Head};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let door = Door { port: 7, token: "secret".to_owned(), read_only: false };
    if let Ok(Some(head)) = Head::parse(bytes) {
        assert_eq!(Head::parse(&bytes[..head.length]), Ok(Some(head.clone())));
        let _ = door.admit(&head);
    }
});
