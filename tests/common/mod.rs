//! What several tests need: the names that a store may use, and a check from texts to report.

use gainsay::read::{Loaded, Text, texts};
use gainsay::rules;
use gainsay::rules::finding::Family;

/// The names that `expect`, `accepted` and `settings` may use.
pub fn names() -> Vec<&'static str> {
    rules::names().into_iter().chain(Family::ALL.map(Family::plural)).collect()
}

/// A store of one file that is at hand.
#[allow(dead_code, reason = "not every test that takes this module in needs it")]
pub fn one_file(content: &str) -> Loaded {
    texts(vec![Text { path: "claims/case.yaml".to_owned(), content: Ok(content.to_owned()) }], &names())
}
