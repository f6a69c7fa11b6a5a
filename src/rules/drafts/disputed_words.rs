//! Words are quoted of which two reports differ.
//!
//! # What it says
//!
//! The statement quoted and another are recorded as the same words (`same-as`), and what they have the speaker say clashes:
//! see `gainsay explain disputed-wording`.
//!
//! # Why it matters
//!
//! One of the two wordings was never said, and nobody knows yet which.
//!
//! # An example that fires
//!
//! The ledger holds
//!
//! ```yaml
//! parties:
//!   - id: norland
//!     name: Norland
//!     kind: state
//!   - id: ann-envoy
//!     name: Ann Envoy
//!     kind: person
//!     title: envoy
//!     part-of: norland
//! events:
//!   - id: quay-fire
//! statements:
//!   - id: envoy-in-the-mail
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote: Our sailors had a hand in what burnt on the quay.
//!     asserts:
//!       - involved-in(norland, quay-fire)
//!   - id: envoy-in-the-post
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote: Our sailors had no hand in what burnt on the quay.
//!     same-as: envoy-in-the-mail
//!     denies:
//!       - involved-in(norland, quay-fire)
//!   - id: envoy-on-the-harbour
//!     by: ann-envoy
//!     date: 2031-03-05
//!     quote: We will not leave the harbour
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “Our sailors had a hand in what burnt on the quay,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Go to the recording. Until then quote neither wording as the speaker’s, or quote both and say whose they are.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "disputed-words",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("disputed_words.rs"),
    run: Run::Draft,
};
