//! Who says what a phrase says: the subject of its verb, or whoever says the words in which it stands.

use std::ops::Range;

use super::matching::Hit;
use super::nouns;
use super::phrases::{Phrase, Slot};
use super::polarity::{called, denial};
use super::propositions::{Holder, Told, bytes};
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::who::{self, Who};
use crate::attribution::attributions::{Attribution, Kind as Speech};
use crate::attribution::cues::{self, Cue};
use crate::attribution::frames;
use crate::attribution::names::Named;
use crate::attribution::speakers::Attributing;
use crate::ledger::model::stance::Stance;

/// Who stands right before a participle.
enum Beside {
    /// Nobody but the subject that was found.
    Nobody,
    /// Somebody else; nobody who could be told.
    Somebody(Option<Holder>),
}

impl Reading<'_> {
    /// Who speaks by a phrase that says so itself; nobody where the sentence denies it or asks whether it was said.
    pub(super) fn acting(
        &self,
        sentence: usize,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
    ) -> Option<Holder> {
        if self.own_voice(units, phrase, hit) {
            return None;
        }
        let verbs = &self.prose.speakers.cues[sentence];
        let own = |cue: &Attributing| {
            self.item_range(sentence, cue.at)
                .is_some_and(|range| hit.own.iter().any(|at| units[*at].range == range))
        };
        if let Some(at) = verbs.iter().position(own) {
            let verb = &verbs[at];
            // "With Norland denying it": the name right before the verb is its subject.
            match self.beside(units, hit.own[0], verb) {
                Beside::Nobody => {}
                Beside::Somebody(holder) => return holder,
            }
            // "Denied accusing", "short of accusing", "for accusing": nothing of the kind is said to be said.
            let before = hit.own[0]
                .checked_sub(1)
                .filter(|_| self.words.text(units[hit.own[0]].word).ends_with("ing"));
            let governed = before.is_some_and(|at| {
                let word = self.words.text(units[at].word);
                // "In blaming Norland" it is blamed.
                cues::preposition(word) && !matches!(word, "in" | "by" | "after" | "while")
                    || frames::verb(word).is_some()
                    || denial(word)
            });
            // "Orr said Norland wanted it": it is she who says so.
            let of = self.ledger.vocabulary.get(phrase.predicate);
            if of.attitude
                && let Some((Who::Party(_) | Who::New(_), _)) = self.subject(units, phrase, hit)
                && let Some((Holder::Attribution(at), false)) =
                    self.content(sentence, units, phrase, hit, &bytes(units, hit))
                && self.attributions[at].cue != self.item_range(sentence, verb.at)
            {
                return Some(Holder::Attribution(at));
            }
            return (verb.plain() && !governed && !verb.noun && verb.subject.is_some())
                .then_some(Holder::Verb(at));
        }
        // A word that is no verb of saying: "declined to comment", "took responsibility".
        let (who, words) = self.subject(units, phrase, hit)?;
        // "Said it regretted", "“we regret”": whoever says so speaks, also of what another wants.
        let of = self.ledger.vocabulary.get(phrase.predicate);
        if (of.attitude || matches!(who, Who::Speaker | Who::Pronoun))
            && let Some((holder, false)) = self.content(sentence, units, phrase, hit, &bytes(units, hit))
        {
            return Some(holder);
        }
        matches!(who, Who::Party(_) | Who::New(_)).then_some(Holder::Party(who, words))
    }

    /// Whether the article itself says by the way what somebody wants or holds: "the front, which wants autonomy, …".
    fn own_voice(&self, units: &[Unit], phrase: &Phrase, hit: &Hit) -> bool {
        if !self.ledger.vocabulary.get(phrase.predicate).attitude
            || self.in_marks(units[hit.own[0]].range.start)
        {
            return false;
        }
        let word = |at: usize| self.words.text(units[at].word);
        let verb = hit.own[0];
        let mut at = verb;
        while at > 0 && cues::auxiliary(word(at - 1)) {
            at -= 1;
        }
        let relative = at > 1 && matches!(word(at - 1), "which" | "who") && units[at - 2].kind == Kind::Comma;
        let present = frames::verb(word(verb)).is_some_and(|verb| verb.form == frames::Form::Present);
        let holds =
            ["want", "seek", "sought", "oppos", "support", "back", "favour", "favor", "campaign", "believ"];
        relative && (present || holds.iter().any(|beginning| word(verb).starts_with(beginning)))
    }

    /// Who stands where a phrase has whoever says it, with the bytes of the words; nobody where that is not one.
    pub(super) fn subject(&self, units: &[Unit], phrase: &Phrase, hit: &Hit) -> Option<(Who, Range<usize>)> {
        let range = self.speaking(units, phrase, hit)?;
        let mut who = who::who(self.words, units, range.clone());
        let who = if who.len() == 1 { who.remove(0) } else { return None };
        Some((who, units[range.start].range.start..units[range.end - 1].range.end))
    }

    /// The units of whoever says a phrase.
    fn speaking(&self, units: &[Unit], phrase: &Phrase, hit: &Hit) -> Option<Range<usize>> {
        let part = phrase.parts.iter().position(|part| matches!(part, Slot::Speaker(_)))?;
        let filled = hit.filled.iter().find(|(own, _)| *own == part).map(|(_, range)| range.clone());
        Some(filled.unwrap_or_else(|| nouns::start(self.words, units, hit.own[0])..hit.own[0]))
    }

    /// The name right before a participle, where it is another than the subject that was found.
    fn beside(&self, units: &[Unit], verb: usize, found: &Attributing) -> Beside {
        let word = |at: usize| self.words.text(units[at].word);
        if !word(verb).ends_with("ing") {
            return Beside::Nobody;
        }
        let Some(at) = verb.checked_sub(1) else { return Beside::Nobody };
        let named =
            matches!(units[at].kind, Kind::Name(Named::Party(_)) | Kind::Word(true)) && !units[at].genitive;
        let own = found.subject.as_ref().is_some_and(|meant| meant.range.contains(&units[at].range.start));
        if !named || own {
            return Beside::Nobody;
        }
        let from = nouns::start(self.words, units, verb);
        let from = (from..verb).rev().find(|at| cues::preposition(word(*at))).map_or(from, |at| at + 1);
        let mut who = who::who(self.words, units, from..verb);
        let bytes = units[from].range.start..units[at].range.end;
        Beside::Somebody((found.plain() && who.len() == 1).then(|| Holder::Party(who.remove(0), bytes)))
    }

    /// The same of those who say it together with somebody: "Norland and Sudria condemned", "by Norland and Sudria".
    pub(super) fn others(&self, units: &[Unit], phrase: &Phrase, hit: &Hit, told: &Told) -> Vec<Told> {
        if !matches!(told.holder, Holder::Verb(_)) {
            return Vec::new();
        }
        let Some(range) = self.speaking(units, phrase, hit) else { return Vec::new() };
        let all = who::who(self.words, units, range.clone());
        if all.len() < 2 || !all.iter().all(|who| matches!(who, Who::Party(_) | Who::New(_))) {
            return Vec::new();
        }
        let bytes = units[range.start].range.start..units[range.end - 1].range.end;
        all.into_iter()
            .map(|who| Told { holder: Holder::Party(who, bytes.clone()), ..told.clone() })
            .collect()
    }

    /// In whose words a phrase stands, and whether they deny what stands in them; nobody where they only speak of it.
    pub(super) fn content(
        &self,
        sentence: usize,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
        words: &Range<usize>,
    ) -> Option<(Holder, bool)> {
        let last = hit.own.last().map_or(words.end, |at| units[*at].range.end);
        let verb = units[hit.own[0]].range.start;
        let holds = |attribution: &&usize| {
            let attribution = &self.attributions[**attribution];
            attribution.pieces.iter().any(|piece| piece.start <= verb && last <= piece.end.max(verb))
        };
        let length = |at: &usize| self.attributions[*at].pieces.iter().map(Range::len).sum::<usize>();
        let of = &self.by_sentence[sentence];
        let at = *of.iter().filter(holds).min_by_key(|at| length(at))?;
        let attribution = &self.attributions[at];
        if attribution.negated || attribution.source.is_none() {
            return None;
        }
        let marked = attribution.kind == Speech::Direct || self.in_marks(verb);
        match attribution.does {
            None | Some(Cue::Says | Cue::Claims | Cue::Confirms) => Some((Holder::Attribution(at), false)),
            Some(Cue::Denies) if attribution.kind != Speech::Direct => {
                // "Denied that it carried out the attack", not "denied a part in the attack that killed twelve".
                let first = self.clause(units, attribution.pieces.first()?.start);
                let near =
                    units[..hit.own[0]].iter().rev().take_while(|unit| unit.range.start >= first).count();
                let clause = self.text[..first].trim_end().ends_with("that")
                    || near == 0
                    || units[hit.whole.start].range.start <= first + 1;
                (clause && near <= 8 && phrase.stance == Stance::Asserts && !self.relative(units, hit, first))
                    .then_some((Holder::Attribution(at), true))
            }
            Some(_) if marked => Some((Holder::Attribution(at), false)),
            Some(_) => None,
        }
    }

    /// Where a clause begins behind a noun for what is said: "accusations that it was".
    fn clause(&self, units: &[Unit], first: usize) -> usize {
        let from = units.partition_point(|unit| unit.range.start < first);
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let noun = (from..from + 4).find(|at| called(word(*at)));
        let that = noun.map(|at| at + 1).filter(|at| word(*at) == "that").and_then(|at| units.get(at + 1));
        that.map_or(first, |unit| unit.range.start)
    }

    /// Whether the phrase stands in a relative clause: "the attack that killed twelve".
    fn relative(&self, units: &[Unit], hit: &Hit, first: usize) -> bool {
        let before = units[..hit.own[0]].iter().rev().take_while(|unit| unit.range.start >= first);
        before
            .into_iter()
            .any(|unit| matches!(self.words.text(unit.word), "which" | "who" | "that" | "whose" | "where"))
    }
}

/// The attribution whose verb is that of a sentence.
#[must_use]
pub fn attribution_of(attributions: &[Attribution], of: &[usize], verb: &Range<usize>) -> Option<usize> {
    of.iter().copied().find(|at| attributions[*at].cue.as_ref() == Some(verb))
}
