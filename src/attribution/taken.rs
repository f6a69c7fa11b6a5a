//! What stands behind an attributing verb: whom it is told, where and when, and where what it takes begins.

use super::clause::{ASIDE, Clause};
use super::cues::{self, Cue};
use super::frames::{Form, Takes};
use super::phrase::determiner;
use super::roles;
use super::sentences::Item;

impl Clause<'_> {
    /// Where what the verb takes begins behind it; none where nothing does.
    pub(super) fn opens(&self, right: usize, end: usize, quoted: &impl Fn(usize) -> bool) -> Option<usize> {
        let verb = self.verb();
        let takes = |what| verb.is_none_or(|verb| verb.takes(what));
        let noun = verb.is_some_and(|verb| verb.takes(Takes::Noun)) && !takes(Takes::Clause);
        let told = addressee(self.word(self.cue.at));
        let mut at = right;
        let mut whom = told;
        while at < end.min(right + ASIDE) {
            let word = self.word(at);
            match &self.items[at] {
                Item::Quote(_) => return Some(at),
                Item::Colon => {
                    at += 1;
                    continue;
                }
                Item::Comma => {
                    if matches!(self.items.get(at + 1), Some(Item::Quote(_))) {
                        return Some(at + 1);
                    }
                    // "said on Monday, after the vote, that": an aside between commas.
                    let that = (at + 1..end.min(at + ASIDE)).find(|at| self.word(*at) == "that");
                    let that = that.filter(|that| takes(Takes::That) && self.aside(at, *that));
                    return that.map(|that| that + 1).filter(|from| *from < end);
                }
                Item::Break => return None,
                _ => {}
            }
            if word == "that" && (takes(Takes::That) || self.cue.noun) {
                return (at + 1 < end).then_some(at + 1);
            }
            let asks = matches!(
                word,
                "what" | "how" | "why" | "whether" | "if" | "where" | "who" | "which" | "when"
            );
            let begun = self.cue.at == 0 && verb.is_some_and(|verb| verb.form == Form::Ing);
            if self.cue.noun || begun || cues::joins(word) && !(asks && word != "when" && word != "where") {
                return None;
            }
            if word == "out" {
                at += 1;
                continue;
            }
            if word == "to" && takes(Takes::To) && self.bare(at + 1) {
                return Some(at);
            }
            if matches!(word, "last" | "this" | "next" | "early" | "earlier" | "late")
                && span_of_time(self.word(at + 1))
                && !cues::auxiliary(self.word(at + 2))
            {
                at += 2;
                continue;
            }
            // "Asked Orr how it leaked": what was asked, and not whom.
            if self.cue.cue == Cue::Calls
                && let Some(asked) = self.asked(at, end)
            {
                return Some(asked);
            }
            if noun && word.ends_with("ly") && !self.capital(at) && at + 1 < end {
                at += 1;
                continue;
            }
            if noun && !told && (self.cue.cue != Cue::Says || !cues::preposition(word)) {
                self.cue.standing.as_ref()?;
                let said = self.cue.cue != Cue::Says || (at..end).any(quoted);
                return said.then_some(at);
            }
            if cues::calendar(word) || word == "later" || word == "again" || word.ends_with("ly") {
                at += 1;
            } else if cues::preposition(word) && !self.amount(at) {
                at = self.adjunct(at + 1, end);
            } else if std::mem::take(&mut whom) {
                at = self.adjunct(at, end);
            } else if takes(Takes::Clause) || takes(Takes::That) {
                return (at + 1 < end && self.clausal(at, end)).then_some(at);
            } else {
                return None;
            }
        }
        None
    }

    /// Where the question begins that somebody is asked, right behind whom it is put to.
    fn asked(&self, at: usize, end: usize) -> Option<usize> {
        let asks = |at: &usize| {
            matches!(self.word(*at), "what" | "how" | "why" | "whether" | "if" | "who" | "where" | "when")
        };
        let from = self.adjunct(at, end);
        (asks(&from) && from < end && self.word(self.cue.at).starts_with("ask")).then_some(from)
    }

    /// Whether between a comma and `that` stands an aside only: the comma before `that` closes it.
    fn aside(&self, comma: usize, that: usize) -> bool {
        matches!(self.items[that - 1], Item::Comma)
            && self.all.iter().all(|other| other.at <= comma || other.at > that)
    }

    /// Whether a bare clause begins at a place: a subject, and near it a verb that has one.
    fn clausal(&self, from: usize, end: usize) -> bool {
        // Right behind `said` a clause begins; behind when and where it was said, only what looks like one.
        if from == self.cue.at + 1 && matches!(self.word(self.cue.at), "said" | "say" | "says" | "saying") {
            return true;
        }
        let pronoun = |word: &str| {
            matches!(
                word,
                "he" | "she"
                    | "it"
                    | "they"
                    | "we"
                    | "i"
                    | "you"
                    | "there"
                    | "why"
                    | "how"
                    | "what"
                    | "whether"
                    | "if"
            )
        };
        if pronoun(self.word(from)) {
            return true;
        }
        let comma = (from..end).find(|at| matches!(self.items[*at], Item::Comma)).unwrap_or(end);
        (from + 1..comma.min(from + ASIDE)).any(|at| {
            let word = self.word(at);
            let verb = cues::be(word) && !matches!(word, "being" | "been" | "be")
                || cues::helps(word)
                || word.ends_with("ed")
                    && !determiner(self.word(at - 1))
                    && !determiner(self.word(at.saturating_sub(2)));
            verb && !(from..at).any(|near| matches!(self.word(near), "who" | "which" | "that" | "of"))
        })
    }

    /// True where a preposition begins a figure and no adjunct: "at least twenty", "over 20", "up to a dozen".
    fn amount(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        match self.word(at) {
            "at" => matches!(next, "least" | "most"),
            "over" | "about" | "around" | "under" | "between" | "up" => {
                let figure = if next == "to" { self.word(at + 2) } else { next };
                figure.starts_with(|first: char| first.is_ascii_digit()) || NUMBERS.contains(&figure)
            }
            _ => false,
        }
    }

    /// Whether a word may be the infinitive behind `to`.
    fn bare(&self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Word { word, capital: false, .. })
            if !determiner(self.words.text(*word)) && roles::role(self.words.text(*word)).is_none())
    }

    /// One past the last item of the noun phrase that begins at a place: "the crowd", "a news conference", "reporters".
    pub(super) fn adjunct(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        let mut noun = false;
        while at < end {
            match &self.items[at] {
                Item::Name { genitive, .. } => {
                    if noun && !self.capital(at - 1) {
                        return at;
                    }
                    noun = !genitive;
                }
                Item::Word { word, capital, .. } => {
                    let word = self.words.text(*word);
                    let pronoun = matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there");
                    if pronoun && at == from && word != "he" && word != "she" && word != "they" {
                        return at + 1;
                    }
                    let stops = pronoun
                        || cues::preposition(word)
                        || cues::joins(word)
                        || word == "to"
                        || cues::be(word)
                        || noun && determiner(word)
                        || noun && *capital && !self.capital(at - 1);
                    if stops {
                        return at;
                    }
                    noun = noun || !determiner(word);
                    if cues::calendar(word) {
                        return at + 1;
                    }
                }
                _ => return at,
            }
            at += 1;
        }
        at
    }

    fn capital(&self, at: usize) -> bool {
        match self.items.get(at) {
            Some(Item::Word { capital, .. }) => *capital,
            Some(Item::Name { .. }) => true,
            _ => false,
        }
    }
}

/// Whether a word is a span of time that has come or gone: "last week".
fn span_of_time(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "month"
            | "year"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "weekend"
            | "summer"
            | "spring"
            | "fall"
            | "autumn"
            | "winter"
            | "decade"
            | "century"
            | "day"
    )
}

/// Words for small numbers, with which a figure may begin.
const NUMBERS: &[&str] = &[
    "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "half",
];

/// Whether a verb takes whom it is told as its object.
pub(super) fn addressee(word: &str) -> bool {
    const STEMS: &[&str] =
        &["tell", "told", "inform", "remind", "assur", "notif", "reassur", "persuad", "convinc"];
    STEMS.iter().any(|stem| word.starts_with(stem))
}
