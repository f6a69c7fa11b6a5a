//! Who acts by a verb that a simple order of words does not tell: the agent of a passive, those who are nobody, a subject
//! behind its verb.

use super::cues::{self, Cue};
use super::frames::{self, Form};
use super::names::Named;
use super::phrase::Head;
use super::reader::Reader;
use super::sentences::Item;
use super::speakers::{Attributing, How, Meant, Speaker};
use super::subject::{FIRST, comma};

/// The agent of a passive stands within so many items behind it.
const FAR: usize = 12;
/// A subject behind its verb has so many words at most.
const BEHIND: usize = 12;

impl Reader<'_> {
    /// The agent that stands behind what a passive lays on somebody: "Sudria was blamed for the attack by Norland".
    pub(super) fn later_agent(&self, items: &[Item], at: usize, cue: Cue) -> Option<Meant> {
        if !matches!(cue, Cue::Accuses | Cue::Condemns | Cue::Claims) {
            return None;
        }
        let clause = |at: &usize| match &items[*at] {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => false,
            Item::Word { word, .. } => !cues::joins(self.words.text(*word)),
            Item::Name { .. } => true,
        };
        let end = (at + 2 + FAR).min(items.len());
        let by = (at + 2..end).take_while(clause).find(|at| self.word(items.get(*at)) == "by")?;
        let named = |meant: &Meant| matches!(meant.how, How::Named | How::Office);
        self.after(items, by + 1).filter(named)
    }

    /// Those who accuse or deny, and are nobody that is named: "Sudria condemned those who blamed it".
    pub(super) fn anyone(&self, items: &[Item], at: usize, cue: Cue) -> Option<Meant> {
        let mut end = at;
        while end > 0 && cues::auxiliary(self.back(items, end, 1)) {
            end -= 1;
        }
        let who = end.checked_sub(1).filter(|at| matches!(self.word(items.get(*at)), "who" | "that"))?;
        let anybody = self.back(items, who, 1);
        let several = matches!(
            anybody,
            "those" | "anyone" | "anybody" | "everyone" | "everybody" | "someone" | "somebody"
        );
        let acts = matches!(cue, Cue::Accuses | Cue::Condemns | Cue::Denies);
        (several && acts).then(|| {
            let words = Speaker::Unnamed(anybody.to_owned(), true);
            Meant::new(words, How::Described, self.phrase(items, who - 1, who - 1))
        })
    }

    /// Whether a verb stands among some items, as in a clause of its own.
    pub(super) fn finite(&self, items: &[Item]) -> bool {
        items.iter().any(|item| {
            let word = self.word(Some(item));
            cues::be(word) || cues::helps(word) || word.ends_with("ed")
        })
    }

    /// Whoever is named first in the clause that ends at a place, in front of its commas: "Ann Orr, envoy for trade, ports
    /// and customs, said".
    pub(super) fn opening(&self, items: &[Item], end: usize) -> Option<Meant> {
        let edge = |item: &Item| matches!(item, Item::Colon | Item::Break | Item::Quote(_));
        let near = end.saturating_sub(FIRST);
        let mut from = items[near..end].iter().rposition(edge).map_or(near, |at| near + at + 1);
        while from < end {
            let to = comma(items, from, end);
            let word = self.word(items.get(from));
            if to < end && !cues::joins(word) {
                let heads = self.heads(items, from, to);
                let named = |head: &Head| {
                    matches!(
                        head,
                        Head::Named(_, Named::Party(_) | Named::Introduced(_), false) | Head::Pronoun(_)
                    )
                };
                if let Some(at) = heads.iter().rposition(named) {
                    return self.resolve(items, &heads, at);
                }
            }
            from = to + 1;
        }
        None
    }

    /// The place of the last verb, where it says that its subject quotes somebody: "Orr quoted Brandt as saying".
    pub(super) fn quoting(&self, items: &[Item], before: &[Attributing]) -> Option<usize> {
        let at = before.last()?.at;
        let quotes = |word: &str| word.starts_with("quot") || matches!(word, "cited" | "cites" | "citing");
        let mut first = at;
        while first > 0 && cues::auxiliary(self.back(items, first, 1)) {
            first -= 1;
        }
        let passive = self.word(items.get(at + 1)) == "by"
            || (first..at).any(|near| cues::be(self.word(items.get(near))));
        (quotes(self.word(items.get(at))) && !passive).then_some(at)
    }

    /// Whether the phrase at a place ends its clause, as in "The lock was shut, said Ann Orr, the harbour master".
    pub(super) fn closes(&self, items: &[Item], start: usize) -> bool {
        let rest = items.get(start..).unwrap_or_default();
        let edge = |item: &Item| matches!(item, Item::Comma | Item::Break | Item::Quote(_));
        let end = rest.iter().position(edge).unwrap_or(rest.len());
        let phrase = |(at, item): (usize, &Item)| match item {
            Item::Name { .. } => true,
            Item::Word { word, .. } => {
                let word = self.words.text(*word);
                // "Said Sudria carried out the attack": what follows a name may be its verb.
                let name = at > 0
                    && (matches!(rest[at - 1], Item::Name { genitive: false, .. })
                        || self.capital(rest.get(at - 1)));
                let verb = frames::verb(word).is_some_and(|verb| verb.form != Form::Present);
                let other = cues::be(word) || cues::auxiliary(word) || cues::joins(word);
                !(other || verb || name && past(word))
            }
            _ => false,
        };
        let pronoun = matches!(self.word(rest.first()), "he" | "she" | "it" | "they" | "we" | "i" | "you");
        // "Orr, the mayor, asked the board “…”": what it says goes on.
        let quote = matches!(rest.get(end), Some(Item::Quote(_)));
        (1..=BEHIND).contains(&end)
            && rest[..end].iter().enumerate().all(phrase)
            && (end == 1 || !pronoun)
            && !quote
    }
}

/// Whether a word behind a name is likely its verb: a past form, or one before an infinitive.
fn past(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "struck", "hit", "shot", "did", "made", "took", "sent", "gave", "went", "came", "knew", "began",
        "broke", "brought", "bought", "fell", "felt", "fought", "found", "got", "kept", "laid", "led",
        "left", "lost", "met", "paid", "ran", "saw", "sold", "set", "shut", "stood", "stole", "won", "will",
        "would", "can", "could", "may", "might", "must", "should", "wants", "needs", "does", "do",
    ];
    WORDS.contains(&word) || word.len() > 4 && word.ends_with("ed")
}
