//! Reads a text for its speakers: finds its attributing verbs, and remembers whom it has named so far.

use super::cues::{self, Cue};
use super::frames::{self, Form, Takes, Verb};
use super::names::{Named, Names};
use super::people::People;
use super::sentences::{Item, Sentence};
use super::signed::{Signed, Whom};
use super::speakers::{Attributing, Bearers, How, Meant, Speaker, Speakers};
use super::{phrase, quoted, roles};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// A word that takes back what is said stands within so many items before the verb.
const NEAR: usize = 40;

/// What a text is read with.
pub(super) struct Reader<'r> {
    pub(super) ledger: &'r Ledger,
    pub(super) words: &'r Words,
    pub(super) names: &'r Names,
    pub(super) people: &'r People,
    pub(super) text: &'r str,
    /// Whom the text named, the latest last, and whether as a subject.
    pub(super) recent: Vec<(Speaker, bool)>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(
        ledger: &'r Ledger,
        words: &'r Words,
        names: &'r Names,
        people: &'r People,
        text: &'r str,
    ) -> Self {
        Self { ledger, words, names, people, text, recent: Vec::new() }
    }

    /// Reads the sentences of a text, of whose quotations some are signed.
    pub(super) fn read(mut self, sentences: &[Sentence], signed: &[Option<Signed>]) -> Speakers {
        let cues: Vec<Vec<Attributing>> =
            sentences.iter().map(|sentence| self.sentence(&sentence.items)).collect();
        let said = quoted::said(&self, sentences, &cues, signed);
        Speakers { cues, said }
    }

    pub(super) fn word(&self, item: Option<&Item>) -> &str {
        match item {
            Some(Item::Word { word, .. }) => self.words.text(*word),
            _ => "",
        }
    }

    /// The word so many items before a place.
    pub(super) fn back(&self, items: &[Item], at: usize, by: usize) -> &str {
        self.word(at.checked_sub(by).map(|at| &items[at]))
    }

    /// The attributing verbs of a sentence with their subjects; the names in it are remembered.
    fn sentence(&mut self, items: &[Item]) -> Vec<Attributing> {
        let mut found: Vec<Attributing> = Vec::new();
        let mut noted = 0;
        let first = self.first(items).filter(Meant::known).map(|meant| meant.speaker);
        self.recent.extend(first.clone().map(|speaker| (speaker, true)));
        for at in 0..items.len() {
            let Some(verb) = self.cue(items, at) else { continue };
            self.note(&items[noted..at]);
            noted = at;
            let attributing = self.attributing(items, at, verb, &found);
            if let Some(subject) = &attributing.subject
                && !attributing.noun
            {
                self.recent.push((subject.speaker.clone(), true));
            }
            found.push(attributing);
        }
        self.note(&items[noted..]);
        if found.iter().all(|cue| cue.noun) {
            self.recent.extend(first.map(|speaker| (speaker, true)));
        }
        found
    }

    /// Remembers the names in some items.
    fn note(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Name { named, range, .. } = item
                && let Some(speaker) = self.speaker(*named, range.clone())
            {
                self.recent.push((speaker, false));
            }
        }
    }

    /// Whom a label or a signature means.
    pub(super) fn signer(&self, whom: &Whom) -> Option<Meant> {
        let (speaker, range) = match whom {
            Whom::Named(named, range) => (self.speaker(*named, range.clone())?, range),
            Whom::Words(range) => (Speaker::Unnamed(self.text[range.clone()].to_owned(), true), range),
        };
        Some(Meant::new(speaker, How::Signed, range.clone()))
    }

    /// Whom a name means as a speaker.
    pub(super) fn speaker(&self, named: Named, range: std::ops::Range<usize>) -> Option<Speaker> {
        Some(match named {
            Named::Party(party) => Speaker::Party(party),
            Named::Introduced(at) => Speaker::Introduced(at, self.people.introduced[at].name.clone()),
            Named::Several(at) => {
                let (several, alias) = self.names.several(at);
                let party = |named: &Named| if let Named::Party(party) = named { Some(*party) } else { None };
                Speaker::Several(Bearers {
                    name: self.text[range].to_owned(),
                    parties: several.iter().filter_map(party).collect(),
                    alias,
                })
            }
            _ => return None,
        })
    }

    /// The attributing verb at a place, if there is one: what it does, its form, and whether it takes only what is beside it.
    fn cue(&self, items: &[Item], at: usize) -> Option<(Cue, Form, bool)> {
        let Item::Word { word, capital, .. } = &items[at] else { return None };
        let word = self.words.text(*word);
        let before = at.checked_sub(1).map(|at| &items[at]);
        let next = self.word(items.get(at + 1));
        if word == "according" && next == "to" {
            return Some((Cue::Says, Form::Present, false));
        }
        if *capital && at > 0 {
            return None;
        }
        let genitive = matches!(before, Some(Item::Name { genitive: true, .. }));
        let quote = matches!(items.get(at + 1), Some(Item::Quote(_)));
        let hers = cues::possessive(self.word(before)) && word != "words" && (next == "that" || quote);
        if cues::saying(word) && (genitive || hers || word == "words" && next == "of") {
            return Some((Cue::Says, Form::Present, false));
        }
        let Some(verb) = frames::verb(word).filter(|verb| verb.form == Form::Ing || !*capital) else {
            return self.fumed(items, at).then_some((Cue::Says, Form::Past, true));
        };
        let participle = verb.form == Form::Ing;
        let previous = self.word(before);
        // "Went on to call": the infinitive tells what was said.
        let on = previous == "to"
            && matches!(self.back(items, at, 2), "on" | "continued" | "proceeded" | "quick" | "continues");
        if on && verb.form == Form::Present {
            return Some((verb.cue, Form::Ing, verb.takes(Takes::Beside)));
        }
        if verb.form == Form::Present && !self.agrees(items, at, verb, word) {
            return None;
        }
        let noun =
            genitive || phrase::determiner(previous) || cues::preposition(previous) || previous == "to";
        if noun && !participle || participle && phrase::determiner(previous) {
            return None;
        }
        if word.starts_with("call") && matches!(next, "for" | "on") {
            return Some((Cue::Calls, verb.form, false));
        }
        Some((verb.cue, verb.form, verb.takes(Takes::Beside)))
    }

    /// Whether a word in the form of the present may be a verb behind the word before it: "officials claim", "she claims", and
    /// not "the latest claim", "security issues", "White House press".
    fn agrees(&self, items: &[Item], at: usize, verb: &Verb, word: &str) -> bool {
        let third = word.ends_with('s') && !word.ends_with("ss");
        match at.checked_sub(1).map(|at| &items[at]) {
            None => third,
            Some(Item::Word { .. } | Item::Name { .. }) if !verb.noun => true,
            Some(Item::Word { word: near, capital, .. }) => {
                let near = self.words.text(*near);
                let any = cues::auxiliary(near) || matches!(near, "who" | "which" | "that" | "and" | "also");
                let role = roles::role(near).is_some();
                let plural =
                    near.ends_with('s') || matches!(near, "police" | "people" | "media" | "men" | "women");
                any || if third {
                    role || *capital || matches!(near, "he" | "she" | "it")
                } else {
                    plural || matches!(near, "i" | "we" | "you" | "they")
                }
            }
            Some(Item::Name { range, .. }) => {
                let joined = (2..=4).any(|by| self.back(items, at, by) == "and");
                third || joined || self.text[range.clone()].ends_with('s')
            }
            _ => true,
        }
    }

    /// Whether a word that no list knows attributes by where it stands: `“We go,” Ann Envoy fumed.`
    fn fumed(&self, items: &[Item], at: usize) -> bool {
        let word = self.word(items.get(at));
        if !word.ends_with("ed") || word.len() < 5 {
            return false;
        }
        let quote = items[at.saturating_sub(5)..at].iter().rposition(|item| matches!(item, Item::Quote(_)));
        let Some(quote) = quote.map(|quote| at.saturating_sub(5) + quote) else { return false };
        let between = items[quote + 1..at].iter().filter(|item| !matches!(item, Item::Comma));
        let mut some = false;
        for item in between {
            match item {
                Item::Name { genitive: false, .. } | Item::Word { capital: true, .. } => some = true,
                Item::Word { word, .. } if matches!(self.words.text(*word), "he" | "she" | "they") => {
                    some = true;
                }
                _ => return false,
            }
        }
        some
    }

    /// Whether the verb at a place says plainly that it was said.
    pub(super) fn plain(&self, items: &[Item], at: usize) -> bool {
        for by in 1..=5 {
            let Some(Item::Word { word, .. }) = at.checked_sub(by).map(|at| &items[at]) else { break };
            let word = self.words.text(*word);
            let denied = lexicon::negation(word)
                || matches!(
                    word,
                    "refused"
                        | "declined"
                        | "failed"
                        | "unable"
                        | "refuses"
                        | "declines"
                        | "yet"
                        | "if"
                        | "whether"
                        | "unless"
                        | "refusing"
                        | "declining"
                        | "could"
                        | "would"
                        | "should"
                        | "might"
                        | "may"
                        | "must"
                );
            if denied {
                return false;
            }
            if !cues::auxiliary(word) && word != "to" {
                break;
            }
        }
        // "Neither Norland nor Sudria said".
        !items[at.saturating_sub(NEAR)..at]
            .iter()
            .any(|item| matches!(self.word(Some(item)), "neither" | "nobody" | "whether"))
    }

    pub(super) fn is_person(&self, party: PartyId) -> bool {
        self.ledger.party(party).kind == PartyKind::Person
    }
}
