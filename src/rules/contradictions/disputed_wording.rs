//! Two reports of the same words have the speaker say things that contradict one another.
//!
//! # What it says
//!
//! One statement is recorded as same-as another: two agencies report one speech, or a text and its
//! translation. If what the one has the speaker say clashes with what the other has him or her say,
//! the wording is in dispute. It may be a word like "not", a number, or how strong a verb is.
//!
//! The speaker is not taken to have contradicted itself, nor to have changed its mind, for it spoke
//! once. The two reports are also one origin, however many printed them.
//!
//! # Why it matters
//!
//! A mistake of hearing or translation, printed as a quotation, becomes a dispute about what a
//! party said. It is found only where both versions are on file.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-02
//!     same-as:
//!       - a
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! The second is not marked as the same words. The speaker then spoke twice, and contradicts
//! itself.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-02
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # What to do
//!
//! Go to the recording, or the text in its first language, and record it as a source. Until then
//! quote neither version as the words of the speaker, or quote both and say whose they are. Then
//! correct the wrong record.

use super::turns;
use crate::reason::time::Turn;
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch};

/// The rule.
pub const RULE: Rule = Rule {
    id: "disputed-wording",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("disputed_wording.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    turns::findings(
        rule,
        context,
        Turn::DisputedWording,
        |context, change, _| {
            let root = turns::name(context, change.root);
            format!(
                "Two reports of the same words of {root} differ: the dispute is about the wording, \
             not one of {root} with itself."
            )
            .into()
        },
        findings,
    );
}
