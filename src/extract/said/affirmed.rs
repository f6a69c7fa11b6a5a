//! Whether the words around a phrase affirm it: a report verb governs its clause only where somebody is said to say so.

use std::ops::Range;

use super::matching::Hit;
use super::phrases::Phrase;
use super::propositions::Holder;
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::words::listed;
use crate::attribution::cues;
use crate::attribution::frames::{self, Form, Takes};
use crate::attribution::phrase::determiner;
use crate::ledger::model::stance::Stance;
use crate::text::quotes::lexicon;

/// Verbs that govern a clause with `that` and are no verbs of saying.
const SHOWING: &str = "
    show showing prove proving establish establishing hear hearing know knowing learn learning see seeing
    demonstrate demonstrating pretend pretending think thinking understand understanding accept accepting";

/// Words before an infinitive that says so all the same: "went on to say", "evidence to suggest".
const STILL: &str = "
    on able continue continues continued proceeded came appears appear appeared seems seem seemed began
    begun begins glad happy sorry evidence proof reason reasons grounds as";

/// Words behind a form of `be` with which a clause is affirmed: "it is clear that".
const AFFIRMING: &str = "
    clear certain evident obvious true plain apparent likely possible probable undeniable undisputed
    indisputable sure confident convinced adamant aware positive fact truth reality conclusion finding result
    evidence answer position view belief assessment understanding known proven shown understood thought
    established";

/// Nouns behind a form of `be` with which a clause is not affirmed: "it is a pity that".
const SLIGHTING: &str = "
    mistake error pity shame nonsense question matter assumption fantasy dream story rumour rumor irony
    exaggeration";

/// Verbs with which somebody calls a clause what it is: "finds it strange that".
const FINDING: &str = "
    find finds found make makes made consider considers considered deem deems deemed think thinks thought call calls
    called hold holds held regard regards regarded";

impl Reading<'_> {
    /// Whether the words around a phrase do not affirm it: it hangs on what is too early to say or hard to believe, it nearly
    /// happened, it is one of two, or it is so in somebody’s eyes. `flips` where a denial of it is meant.
    pub(super) fn unaffirmed(
        &self,
        sentence: usize,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
        holder: &Holder,
        flips: bool,
    ) -> bool {
        if self.governed(sentence, units, hit, holder) {
            return true;
        }
        let says = matches!(phrase.stance, Stance::Asserts | Stance::Suggests) && !flips;
        says && (self.either(units, phrase, hit)
            || !phrase.act && (self.almost(units, hit) || self.in_eyes(units, hit)))
    }

    /// Whether a phrase hangs on words that do not affirm it, within the words of any of those who speak around it.
    fn governed(&self, sentence: usize, units: &[Unit], hit: &Hit, holder: &Holder) -> bool {
        let mut first = hit.own[0];
        let byte = units[first].range.start;
        let own = match holder {
            Holder::Attribution(at) => Some(*at),
            _ => self.holding(sentence, units, hit),
        };
        let mut next = own;
        while let Some(at) = next {
            let attribution = &self.attributions[at];
            let piece = attribution.pieces.iter().find(|piece| piece.start <= byte && byte < piece.end);
            if let Some(piece) = piece {
                let from = units.partition_point(|unit| unit.range.start < piece.start);
                if self.loose(units, from..first, hit) {
                    return true;
                }
            }
            let cue = attribution.cue.as_ref();
            if let Some(cue) = cue.and_then(|cue| units.iter().position(|unit| unit.range == *cue)) {
                if self.hangs(units, cue) {
                    return true;
                }
                first = first.min(cue);
            }
            next = attribution.within.filter(|outer| *outer != at && first > 0);
            if attribution.cue.is_none() {
                break;
            }
        }
        false
    }

    /// The narrowest attribution in whose words a unit stands, and not by a verb of the phrase itself.
    fn holding(&self, sentence: usize, units: &[Unit], hit: &Hit) -> Option<usize> {
        let range = &units[hit.own[0]].range;
        let other = |at: &usize| {
            let cue = self.attributions[*at].cue.as_ref();
            !cue.is_some_and(|cue| hit.own.iter().any(|own| units[*own].range == *cue))
        };
        let holds = |at: &usize| {
            let mut pieces = self.attributions[*at].pieces.iter();
            pieces.any(|piece| piece.start <= range.start && range.end <= piece.end)
        };
        let length = |at: &usize| self.attributions[*at].pieces.iter().map(Range::len).sum::<usize>();
        self.by_sentence[sentence].iter().copied().filter(|at| holds(at) && other(at)).min_by_key(length)
    }

    /// Whether some units before a phrase leave it loose: a verb of saying that nobody is said to do, or a clause of which
    /// something else is said than that it is so.
    fn loose(&self, units: &[Unit], range: Range<usize>, hit: &Hit) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let parts = |at: &usize| match units[*at].kind {
            Kind::Stop | Kind::Question | Kind::Break => true,
            Kind::Comma => {
                matches!(word(*at + 1), "and" | "but" | "while" | "though" | "although" | "whereas")
            }
            _ => matches!(word(*at), "but" | "while" | "although" | "though" | "whereas"),
        };
        let from = range.clone().rev().find(parts).map_or(range.start, |at| at + 1);
        // "That the attack was deliberate is hard to believe".
        if word(from) == "that" && self.clause_begins(units, from + 1) && from + 1 < range.end {
            return true;
        }
        (from..range.end)
            .filter(|at| !hit.own.contains(at))
            .any(|at| word(at) == "that" && at > from && self.not_so(units, at) || self.hangs(units, at))
    }

    /// Whether a clause may begin at a unit.
    fn clause_begins(&self, units: &[Unit], at: usize) -> bool {
        units.get(at).is_some_and(|unit| {
            let word = self.words.text(unit.word);
            matches!(unit.kind, Kind::Name(_))
                || matches!(word, "it" | "he" | "she" | "they" | "we" | "there")
                || matches!(word, "at" | "more" | "people" | "nobody")
                || determiner(word)
                || lexicon::number(word)
        })
    }

    /// Whether a unit is a verb of saying or showing that hangs on other words, and takes a clause: "too early to say", "tired of
    /// hearing", "regretted having said".
    fn hangs(&self, units: &[Unit], at: usize) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        if !matches!(units[at].kind, Kind::Word(false)) {
            return false;
        }
        let own = word(at);
        let verb = frames::verb(own).filter(|verb| verb.takes(Takes::That) || verb.takes(Takes::Clause));
        let that = word(at + 1) == "that";
        let reports =
            verb.is_some() && own != "found" && (own != "find" || that) || that && listed(SHOWING, own);
        let asks = matches!(
            word(at + 1),
            "what"
                | "who"
                | "how"
                | "why"
                | "whether"
                | "when"
                | "where"
                | "which"
                | "if"
                | "more"
                | "so"
                | "by"
        );
        if !reports || asks {
            return false;
        }
        let mut before = at;
        while before > 0
            && (word(before - 1).ends_with("ly")
                || matches!(word(before - 1), "have" | "be" | "been" | "now"))
        {
            before -= 1;
        }
        let Some(last) = before.checked_sub(1) else { return false };
        let infinitive = word(last) == "to";
        if infinitive && verb.is_none_or(|verb| verb.form != Form::Ing) {
            return last == 0 || !listed(STILL, word(last - 1));
        }
        // "Regretted having said": what is regretted.
        let gerund = if word(last) == "having" { last } else { at };
        let Some(governor) = gerund.checked_sub(1) else { return false };
        if !word(gerund).ends_with("ing") || !matches!(units[governor].kind, Kind::Word(_)) {
            return false;
        }
        let near = word(governor);
        cues::preposition(near) && !matches!(near, "in" | "by" | "after" | "before" | "as" | "since" | "on")
            || frames::verb(near).is_some_and(|verb| verb.form != Form::Ing)
            || near.ends_with("ed") && !cues::be(near)
    }

    /// Whether the words before a `that` say something else of its clause than that it is so: "it is unthinkable that".
    fn not_so(&self, units: &[Unit], that: usize) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let last = that - 1;
        let own = word(last);
        if !matches!(units[last].kind, Kind::Word(false))
            || !self.clause_begins(units, that + 1)
                && !matches!(units.get(that + 1).map(|unit| unit.kind), Some(Kind::Word(true)))
            || cues::preposition(own)
            || cues::joins(own)
            || cues::auxiliary(own)
            || listed(AFFIRMING, own)
        {
            return false;
        }
        if listed(SLIGHTING, own) {
            return true;
        }
        if frames::verb(own).is_some() || lexicon::modal(own) {
            return false;
        }
        // "Was unthinkable that", "found it strange that"; not "was an attack that".
        let found = |at: usize| {
            let verb = at.checked_sub(1).map_or("", word);
            word(at) == "it" && listed(FINDING, verb)
        };
        let mut at = last;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else { return false };
            if cues::be(word(before)) || found(before) {
                return true;
            }
            let adverb = word(before).ends_with("ly")
                || matches!(
                    word(before),
                    "so" | "too" | "very" | "quite" | "more" | "less" | "still" | "also" | "now"
                );
            if !adverb {
                return false;
            }
            at = before;
        }
        false
    }
}
