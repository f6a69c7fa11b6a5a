//! Any text at all: our own reader gives what the library's parser gives, or gives way to it.

#![no_main]

use gainsay::read::records::by_library;
use gainsay::read::yaml::subset::read;
use gainsay::text::FileId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(read) = read(FileId(0), text) {
        assert_eq!(read.cut, by_library(FileId(0), text));
    }
});
