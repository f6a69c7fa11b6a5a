//! Any text at all, as a ledger file that is edited: a layout loses no comment and is stable; what is added is read again,
//! and is one record more.

#![no_main]

use gainsay::write::edit::{append, comments, layout, read};
use gainsay::write::emit::Record;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(laid) = layout(text) {
        assert_eq!(comments(&laid), comments(text));
        assert_eq!(layout(&laid).as_ref(), Ok(&laid));
    }
    let record = Record::of("brought-in-anew").text("name", "x\n# no comment");
    if let Ok(appended) = append(text, "parties", &record) {
        let count = |text: &str| read(text).map(|cut| cut.records.len());
        assert_eq!(count(&appended.text), count(text).map(|before| before + 1));
    }
});
