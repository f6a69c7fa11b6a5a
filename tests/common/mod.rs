//! What several tests need: the names that a store may use, and a check from texts to report.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each of the three programs of tests needs a part; a test may"
)]

#[cfg(feature = "serve")]
pub mod desk;
pub mod findings;
pub mod folder;
pub mod incident;
pub mod node;
pub mod page;
#[cfg(unix)]
pub mod terminal;

use gainsay::read::{Loaded, Text, texts};
use gainsay::rules;
use gainsay::rules::finding::Family;

/// Whether a variable is set, and to something but `0`.
pub fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "0")
}

/// How much of a long test is done: all of it where `GAINSAY_FULL` is set, as `.ci/run` does, and an eighth elsewhere.
pub fn size(all: usize) -> usize {
    if is_set("GAINSAY_FULL") { all } else { all.div_ceil(8) }
}

/// The names that `expect`, `accepted` and `settings` may use.
pub fn names() -> Vec<&'static str> {
    rules::names().into_iter().chain(Family::ALL.map(Family::plural)).collect()
}

/// A store of one file that is at hand.
pub fn one_file(content: &str) -> Loaded {
    texts(vec![Text { path: "claims/case.yaml".to_owned(), content: Ok(content.to_owned()) }], &names())
}
