//! Any text at all, as a date and as a proposition: a date that is accepted is written so that it reads as the same date.

#![no_main]

use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::proposition;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = Date::parse(text) {
        assert_eq!(Date::parse(&date.to_string()), Ok(date), "{text}");
    }
    let _ = proposition::parse(text);
});
