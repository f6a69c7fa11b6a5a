//! What the words around a phrase make of it: a denial, a hedge, a question.

use std::ops::Range;

use super::matching::Hit;
use super::phrases::Phrase;
use super::polarity::{Polarity, called, denial, polarity};
use super::propositions::Holder;
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::words::{HEDGES, listed};
use crate::ledger::model::stance::Stance;
use crate::text::quotes::lexicon;

impl Reading<'_> {
    /// How the words around a phrase stand to it.
    pub(super) fn around(
        &self,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
        holder: &Holder,
        flips: bool,
    ) -> Polarity {
        let sentence_start = units[..hit.whole.start]
            .iter()
            .rposition(|unit| matches!(unit.kind, Kind::Stop | Kind::Question));
        let start = sentence_start.map_or(0, |at| at + 1);
        let end =
            units[hit.whole.end..].iter().position(|unit| matches!(unit.kind, Kind::Stop | Kind::Question));
        let end = end.map_or(units.len(), |at| hit.whole.end + at + 1);
        let cue = match holder {
            Holder::Attribution(at) => self.attributions[*at].cue.clone(),
            _ => None,
        };
        // "Doubts that" denies by its verb.
        // So does "believes" hedge, and "alleges" does not.
        let telling = |word: &str| denial(word) || listed(HEDGES, word) && !word.starts_with("alleg");
        let cue = cue.filter(|cue| flips || !telling(&self.text[cue.clone()].to_lowercase()));
        // "Rejected accusations that": what is denied is called so.
        let called = |at: usize| flips && called(self.words.text(units[at].word));
        let own = |at: usize| {
            called(at)
                || hit.own.contains(&at)
                || cue
                    .as_ref()
                    .is_some_and(|cue| cue.start <= units[at].range.start && units[at].range.end <= cue.end)
        };
        let part =
            |range: Range<usize>| polarity(self.words, &units[range.clone()], |at| own(range.start + at));
        if phrase.act {
            // Another verb of saying has denials of its own.
            let first = hit.own[0];
            let from = (start..first)
                .rev()
                .find(|at| {
                    units[*at].stops() || matches!(self.words.text(units[*at].word), "and" | "but" | "while")
                })
                .map_or(start, |at| at + 1);
            let mut found = part(from.min(hit.whole.start).max(start)..hit.whole.end);
            found.hedged = false;
            let word = |at: usize| self.words.text(units[at].word);
            // "Red Dawn, which opposes the treaty, denied it": what stands between the commas says something else.
            let aside = self.aside(units, from..first);
            let own = |at: usize| own(at) || aside.contains(&at);
            let near = |at: usize| lexicon::negation(word(at)) || lexicon::condition(word(at));
            let far = (from..first).any(|at| !own(at) && denial(word(at)));
            found.denied = far || (from..hit.whole.end).any(|at| !own(at) && near(at));
            let hedge = hit.own.first().is_some_and(|at| {
                (at.saturating_sub(3)..*at).any(|at| {
                    matches!(word(at), "may" | "might" | "could" | "would" | "will" | "should" | "to")
                })
            });
            found.open = hedge || units[end - 1].kind == Kind::Question;
            return found;
        }
        let mut found = part(start..end);
        if phrase.counts() {
            // A figure stands by itself among others; whoever denies it does so from afar or right beside it.
            let comma = |at: &usize| units[*at].kind == Kind::Comma || units[*at].stops();
            let from = (start..hit.own[0]).rev().find(comma).unwrap_or(start);
            let to = (hit.whole.end..end)
                .find(|at| comma(at) || self.words.text(units[*at].word) == "and")
                .unwrap_or(end);
            let near = part(from..to);
            let far = (start..from).any(|at| !own(at) && denial(self.words.text(units[at].word)));
            found = Polarity { denied: near.denied || far, ..near };
        }
        if phrase.denies && phrase.stance == Stance::Denies {
            // "Has no link to it and was not involved in it": each denial has its own verb.
            let and = |at: &usize| matches!(self.words.text(units[*at].word), "and" | "but");
            let from = (start..hit.own[0]).rev().find(and).unwrap_or(start);
            let to = (hit.whole.end..end).find(and).unwrap_or(end);
            let far = (start..end).any(|at| !own(at) && denial(self.words.text(units[at].word)));
            let near = part(from..to);
            let open = near.open || part(start..hit.whole.end).open;
            found = Polarity { denied: far || near.denied, open, ..near };
        }
        // "That is a lie": said of the sentence before.
        let next = units[end..].iter().take(7);
        let words: Vec<&str> =
            next.take_while(|unit| unit.kind != Kind::Stop).map(|unit| self.words.text(unit.word)).collect();
        if words
            .first()
            .is_some_and(|word| matches!(*word, "that" | "this" | "it" | "which" | "no" | "wrong" | "these"))
            && words.iter().any(|word| lexicon::negation(word) || denial(word))
        {
            found.denied = true;
        }
        found.open |= self.wished(units, hit);
        found
    }

    /// The relative clause between two commas among some units; none of them where there is none.
    fn aside(&self, units: &[Unit], range: Range<usize>) -> Range<usize> {
        let comma = |at: &usize| units[*at].kind == Kind::Comma;
        let opens = |at: &usize| {
            comma(at)
                && units
                    .get(at + 1)
                    .is_some_and(|unit| matches!(self.words.text(unit.word), "which" | "who" | "whose"))
        };
        let Some(open) = range.clone().find(opens) else { return range.end..range.end };
        let close = (open + 1..range.end).find(comma);
        close.map_or(range.end..range.end, |close| open..close)
    }

    /// Whether the verb is an infinitive of what is to be done: "plans to carry out". "Is believed to have" is none.
    fn wished(&self, units: &[Unit], hit: &Hit) -> bool {
        let first = hit.own[0];
        let word = |at: usize| self.words.text(units[at].word);
        let mut at = first;
        while at > 0 && word(at - 1).ends_with("ly") {
            at -= 1;
        }
        at > 0
            && word(at - 1) == "to"
            && !(at > 1
                && matches!(
                    word(at - 2),
                    "believed"
                        | "thought"
                        | "claimed"
                        | "claims"
                        | "claiming"
                        | "known"
                        | "suspected"
                        | "alleged"
                        | "reported"
                        | "seems"
                        | "appears"
                ))
    }
}
