//! Makes small stores, and drafts of articles that quote them rightly and wrongly, and knows of each quotation what it
//! is: from how the draft was made, never by looking at it. It shares no function with the code that is tested, and
//! meets it only in the command and its JSON.
//!
//! `words` makes what is said, `change` does to it what careless and careful editors do, `store` and `draft` write it
//! down, in the sentences of `forms`; `plan` decides what a case holds, and `faults` and `claims` plant it. `score` compares; `large` is for
//! measuring.

pub mod change;
pub mod claims;
pub mod draft;
pub mod faults;
pub mod forms;
pub mod large;
pub mod plan;
pub mod score;
pub mod store;
pub mod words;

#[allow(clippy::duplicate_mod, reason = "a program of tests may have the generator of ledgers too")]
#[path = "../generator/seeded.rs"]
pub mod seeded;
