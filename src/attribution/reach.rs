//! How far what is said behind a verb reaches: up to where the text itself goes on, in the main clause that follows, or with
//! what it adds of its own behind a dash or a comma.

use super::clause::Clause;
use super::cues;
use super::frames::{self, Form};
use super::phrase::determiner;
use super::sentences::Item;

/// What is said has so many words before the text goes on by itself.
const FEWEST: usize = 3;

impl Clause<'_> {
    /// Where the clause that a verb takes ends, of those that begin at a place and end at another at most. What stands in its
    /// marks is never cut off.
    pub(super) fn reach(&self, from: usize, end: usize, quoted: &impl Fn(usize) -> bool) -> usize {
        let first = (from..end).rev().find(|at| quoted(*at)).map_or(from + FEWEST, |last| last + 1);
        let under = self.subordinate();
        let dashes: Vec<usize> = self.dashes(0..self.items.len());
        let before = dashes.iter().filter(|at| **at < self.cue.at).count();
        let paired = dashes.len() - before > 1 && before.is_multiple_of(2);
        (first..end)
            .find(|at| match self.items[*at] {
                Item::Break if self.semicolon(*at) => !self.that(at + 2) && self.word(at + 2) != "that",
                Item::Break => dashes.contains(at) && !paired && !self.continued(at + 1),
                Item::Comma => under && self.begins_clause(at + 1, end) || self.added(at + 1, end),
                _ => false,
            })
            .unwrap_or(end)
    }

    /// The dashes among some items.
    fn dashes(&self, span: std::ops::Range<usize>) -> Vec<usize> {
        span.filter(|at| matches!(self.items[*at], Item::Break) && !self.semicolon(*at)).collect()
    }

    /// Whether the verb stands in a clause that hangs on a later one: "While Orr says that it leaked, the lock was shut".
    fn subordinate(&self) -> bool {
        let edge = |item: &Item| matches!(item, Item::Comma | Item::Break | Item::Quote(_) | Item::Colon);
        let from = self.items[..self.cue.at].iter().rposition(edge).map_or(0, |at| at + 1);
        let skipped = (from..self.cue.at).find(|at| !matches!(self.word(*at), "and" | "but" | "even"));
        let word = self.word(skipped.unwrap_or(from));
        let opens = matches!(
            word,
            "while"
                | "although"
                | "though"
                | "when"
                | "if"
                | "after"
                | "as"
                | "before"
                | "because"
                | "since"
                | "whereas"
                | "despite"
                | "where"
                | "once"
                | "asked"
                | "with"
                | "who"
                | "which"
        );
        let begun = from == self.cue.at && frames::verb(word).is_some_and(|verb| verb.form == Form::Ing);
        opens || begun && from == 0
    }

    /// Whether what stands behind a comma may be a clause of its own: a subject, and no relative or joined clause.
    fn begins_clause(&self, at: usize, end: usize) -> bool {
        let subject = match self.items.get(at) {
            Some(Item::Name { .. } | Item::Quote(_)) => true,
            Some(Item::Word { word, capital, .. }) => {
                let word = self.words.text(*word);
                *capital
                    || determiner(word)
                    || matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there")
            }
            _ => false,
        };
        subject && at < end
    }

    /// Whether the text adds something behind a comma: ", but the lock was open", and up to the end ", which leaked", ", leaving
    /// it open", ", a lock of 1850".
    fn added(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let last = !self.items[at..end].iter().any(|item| matches!(item, Item::Comma));
        match word {
            "but" => self.begins_clause(at + 1, end) && self.word(at + 1) != "that",
            "which" | "who" | "whose" | "a" | "an" => last,
            _ => {
                word.len() > 5
                    && word.ends_with("ing")
                    && !matches!(
                        word,
                        "including"
                            | "during"
                            | "according"
                            | "nothing"
                            | "anything"
                            | "something"
                            | "everything"
                    )
            }
        }
    }

    /// Whether a clause goes on behind a dash: "— and nobody minded", "— including Orr".
    fn continued(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "including" | "that" | "not" | "even" | "especially")
            || cues::joins(word) && word != "which"
    }

    /// Whether some items before a verb are only when, where or how it was said, and no clause: "On Tuesday, however,".
    pub(super) fn adjuncts(&self, span: std::ops::Range<usize>) -> bool {
        self.items[span.clone()]
            .split(|item| matches!(item, Item::Comma))
            .scan(span.start, |at, part| {
                let from = *at;
                *at += part.len() + 1;
                Some(from..from + part.len())
            })
            .all(|part| self.adjunct_only(part))
    }

    fn adjunct_only(&self, part: std::ops::Range<usize>) -> bool {
        let first = self.word(part.start);
        let joined = matches!(
            first,
            "as" | "after"
                | "before"
                | "when"
                | "while"
                | "if"
                | "since"
                | "because"
                | "though"
                | "although"
                | "despite"
                | "asked"
                | "even"
        );
        let finite = |at: usize| {
            let word = self.word(at);
            cues::be(word) || cues::helps(word) || word.ends_with("ed")
        };
        let hangs = cues::preposition(first)
            || cues::calendar(first)
            || first.ends_with("ly")
            || first.len() > 5 && first.ends_with("ing")
            || matches!(
                first,
                "however"
                    | "meanwhile"
                    | "still"
                    | "instead"
                    | "earlier"
                    | "later"
                    | "yesterday"
                    | "today"
                    | "then"
                    | "now"
                    | "again"
                    | "too"
                    | "also"
                    | "so"
                    | "and"
                    | "but"
                    | "or"
                    | "yet"
            );
        part.is_empty() || joined || hangs && !part.clone().any(finite)
    }
}
