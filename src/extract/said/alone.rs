//! Whether a phrase stands whole and alone: it is not one of two that are left open, did not nearly happen, and is not so in
//! somebody’s eyes only.

use super::matching::Hit;
use super::phrases::{Phrase, Slot};
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::words::listed;
use crate::attribution::cues;
use crate::attribution::phrase::determiner;
use crate::ledger::model::proposition::ArgumentKind;

/// Adverbs that say that something did not quite happen.
const ALMOST: &str = "nearly almost narrowly virtually practically";

/// In whose eyes something is so.
const EYES: &str = "eyes view views opinion mind minds imagination version telling";

impl Reading<'_> {
    /// Whether a phrase is one of two that are left open: "deliberate or an accident", "killed, injured or missing", and of a
    /// figure also what it counts together: "killed and injured".
    pub(super) fn either(&self, units: &[Unit], phrase: &Phrase, hit: &Hit) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let party = |part: usize| {
            matches!(phrase.parts[part], Slot::Argument(_, ArgumentKind::Party) | Slot::Value(_))
        };
        let mut filled = hit.filled.iter().filter(|(part, _)| party(*part));
        if filled.any(|(_, range)| range.clone().any(|at| word(at) == "or")) {
            return true;
        }
        if phrase.act {
            return false;
        }
        let first = hit.own[0];
        let near = |by: usize| first.checked_sub(by).map_or("", word);
        if near(1) == "or" || near(2) == "or" && determiner(near(1)) {
            return true;
        }
        let last = hit.own.last().map_or(hit.whole.end, |at| at + 1);
        if (first..last).any(|at| !hit.own.contains(&at) && word(at) == "or") {
            return true;
        }
        let with = matches!(word(last + 1), "injured" | "wounded" | "missing" | "hurt" | "killed" | "dead");
        if phrase.counts() && matches!(word(last), "and" | "or") && with {
            return true;
        }
        (last..(last + 4).min(units.len()))
            .take_while(|at| {
                let plain = matches!(units[*at].kind, Kind::Word(_) | Kind::Comma);
                plain
                    && !matches!(
                        word(*at),
                        "and" | "but" | "who" | "which" | "that" | "if" | "in" | "at" | "by"
                    )
            })
            .any(|at| word(at) == "or")
    }

    /// Whether an adverb says that it did not quite happen: "were nearly killed".
    pub(super) fn almost(&self, units: &[Unit], hit: &Hit) -> bool {
        let near = |at: &usize| at.checked_sub(1).map_or("", |at| self.words.text(units[at].word));
        hit.own.iter().any(|at| listed(ALMOST, near(at)))
    }

    /// Whether it is so in somebody’s eyes, or only under a circumstance: "an accident only in the eyes of Norland".
    pub(super) fn in_eyes(&self, units: &[Unit], hit: &Hit) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let last = hit.own.last().map_or(hit.whole.end, |at| at + 1);
        if word(last) == "only"
            && (cues::preposition(word(last + 1)) || matches!(word(last + 1), "if" | "when"))
        {
            return true;
        }
        (0..units.len().saturating_sub(3)).any(|at| {
            word(at) == "in" && word(at + 1) == "the" && listed(EYES, word(at + 2)) && word(at + 3) == "of"
        })
    }
}
