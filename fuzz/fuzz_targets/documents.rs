//! Any bytes at all, as a draft of each kind that is read: it is read or refused.

#![no_main]

use gainsay::read::files::documents;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for ending in ["txt", "md", "html", "docx"] {
        let _ = documents::read(bytes, ending);
    }
});
