//! Any bytes at all, as a sheet of each kind: row by row to the end, or to the first fault.

#![no_main]

use gainsay::grid::{Grid, Opening};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for ending in ["csv", "tsv", "jsonl", "xlsx", "ods"] {
        if let Ok(grid) = Grid::open(bytes, Opening { ending, ..Opening::default() }) {
            let _ = grid.take_while(Result::is_ok).count();
        }
    }
});
