//! Who speaks: the subject of each attributing verb of a draft, and the speaker of each quotation, through names,
//! titles, pronouns and descriptions.

pub(super) mod phrase;
mod quoted;

use super::cues::{self, Cue};
use super::names::Named;
use super::sentences::{Item, Sentence};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::text::quotes::tokens::Words;
use phrase::Head;

/// Whom a draft names as a speaker.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// A party on file.
    Party(PartyId),
    /// Somebody who is not, as the draft has it.
    Unknown(String),
}

impl Speaker {
    /// The party, where it is on file.
    #[must_use]
    pub fn party(&self) -> Option<PartyId> {
        if let Self::Party(party) = self { Some(*party) } else { None }
    }
}

/// An attributing verb in a sentence, and its subject.
#[derive(Clone, Debug)]
pub struct Attributing {
    /// Its place among the items of the sentence.
    pub at: usize,
    /// What it says.
    pub cue: Cue,
    /// Who is its subject, where that can be told.
    pub subject: Option<Speaker>,
}

/// Who says a quotation.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Who, where the draft says so.
    pub speaker: Option<Speaker>,
    /// What the verb says.
    pub cue: Option<Cue>,
    /// The sentence with the attribution; else that of the quotation.
    pub sentence: Option<usize>,
    /// The place of the verb among the items of that sentence.
    pub place: Option<usize>,
}

/// What reading a draft for its speakers gives.
#[derive(Debug, Default)]
pub struct Speakers {
    /// For each sentence its attributing verbs.
    pub cues: Vec<Vec<Attributing>>,
    /// For each quotation who says it.
    pub said: Vec<Said>,
}

/// Reads a draft for its speakers; it has so many quotations.
#[must_use]
pub fn speakers(
    ledger: &Ledger,
    words: &Words,
    text: &str,
    sentences: &[Sentence],
    quotations: usize,
) -> Speakers {
    let mut reader = Reader { ledger, words, text, recent: Vec::new() };
    let cues: Vec<Vec<Attributing>> =
        sentences.iter().map(|sentence| reader.sentence(&sentence.items)).collect();
    let said = quoted::said(&reader, sentences, &cues, quotations);
    Speakers { cues, said }
}

/// What has been read so far.
struct Reader<'r> {
    ledger: &'r Ledger,
    words: &'r Words,
    text: &'r str,
    /// Whom the draft named, the latest last, and whether as a subject.
    recent: Vec<(Speaker, bool)>,
}

/// A sentence names its subject within so many items.
const FIRST: usize = 40;
/// How many names back a pronoun or description reaches.
const REACH: usize = 24;

impl Reader<'_> {
    fn word(&self, item: Option<&Item>) -> &str {
        match item {
            Some(Item::Word { word, .. }) => self.words.text(*word),
            _ => "",
        }
    }

    /// The attributing verbs of a sentence with their subjects; the names in it are remembered.
    fn sentence(&mut self, items: &[Item]) -> Vec<Attributing> {
        let mut found: Vec<Attributing> = Vec::new();
        let mut noted = 0;
        for at in 0..items.len() {
            let Some((cue, participle)) = self.cue(items, at) else { continue };
            self.note(&items[noted..at]);
            noted = at;
            let subject = self.subject(items, at, participle, &found);
            if let Some(subject) = &subject {
                self.recent.push((subject.clone(), true));
            }
            found.push(Attributing { at, cue, subject });
        }
        let first = self.first(items).filter(|_| found.is_empty());
        self.note(&items[noted..]);
        self.recent.extend(first.map(|subject| (subject, true)));
        found
    }

    /// Remembers the names in some items.
    fn note(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Name { named: Named::Party(party), .. } = item {
                self.recent.push((Speaker::Party(*party), false));
            }
        }
    }

    /// The attributing verb at a place, if there is one.
    fn cue(&self, items: &[Item], at: usize) -> Option<(Cue, bool)> {
        let Item::Word { word, capital, .. } = &items[at] else { return None };
        let word = self.words.text(*word);
        let before = at.checked_sub(1).map(|at| &items[at]);
        let next = self.word(items.get(at + 1));
        if word == "according" && next == "to" {
            return Some((Cue::Says, false));
        }
        if *capital && at > 0 {
            return None;
        }
        let genitive = matches!(before, Some(Item::Name { genitive: true, .. }));
        if cues::saying(word) && (genitive || word == "words" && next == "of") {
            return Some((Cue::Says, false));
        }
        let (cue, participle) = cues::verb(word).filter(|(_, participle)| *participle || !*capital)?;
        let previous = self.word(before);
        let noun =
            genitive || phrase::determiner(previous) || cues::preposition(previous) || previous == "to";
        if noun && !participle || participle && phrase::determiner(previous) {
            return None;
        }
        if word.starts_with("call") && matches!(next, "for" | "on") {
            return Some((Cue::Calls, participle));
        }
        Some((cue, participle))
    }

    /// The subject of the verb at a place.
    fn subject(
        &self,
        items: &[Item],
        at: usize,
        participle: bool,
        before: &[Attributing],
    ) -> Option<Speaker> {
        let inherited = || before.last().map_or_else(|| self.first(items), |last| last.subject.clone());
        let next = self.word(items.get(at + 1));
        if self.word(items.get(at)) == "according" {
            return self.after(items, at + 2).or_else(inherited);
        }
        if cues::saying(self.word(items.get(at)))
            && cues::verb(self.word(items.get(at))).is_none_or(|_| {
                matches!(at.checked_sub(1).map(|at| &items[at]), Some(Item::Name { genitive: true, .. }))
            })
        {
            return match at.checked_sub(1).map(|at| &items[at]) {
                Some(Item::Name { named: Named::Party(party), genitive: true, .. }) => {
                    Some(Speaker::Party(*party))
                }
                _ => self.after(items, at + 2),
            };
        }
        let passive = (1..=3).any(|by| {
            let word = self.word(at.checked_sub(by).and_then(|at| items.get(at)));
            matches!(word, "was" | "were" | "been" | "being" | "is" | "are")
        });
        if passive && next == "by" {
            return self.after(items, at + 2);
        }
        if participle {
            // "With Norland denying it": its own subject stands right before it.
            let own = match at.checked_sub(1).map(|at| &items[at]) {
                Some(Item::Name { named: Named::Party(party), genitive: false, .. }) => {
                    Some(Speaker::Party(*party))
                }
                _ => None,
            };
            return own.or_else(inherited);
        }
        let quote = |back: usize| matches!(at.checked_sub(back).map(|at| &items[at]), Some(Item::Quote(_)));
        let comma = matches!(at.checked_sub(1).map(|at| &items[at]), Some(Item::Comma));
        let inverted = quote(1) || comma && quote(2) || at == 0;
        if inverted && let Some(subject) = self.after(items, at + 1) {
            return Some(subject);
        }
        self.before(items, at).or_else(inherited)
    }

    /// The first subject of a sentence.
    fn first(&self, items: &[Item]) -> Option<Speaker> {
        let end = items
            .iter()
            .position(|item| matches!(item, Item::Comma | Item::Quote(_) | Item::Colon | Item::Break));
        let heads = self.heads(items, 0, end.unwrap_or(items.len()).min(FIRST));
        heads.first().and_then(|_| self.resolve(items, &heads[..1], 0))
    }

    /// The subject that stands before a verb.
    fn before(&self, items: &[Item], at: usize) -> Option<Speaker> {
        let mut end = at;
        // "John Smith, envoy of Norland, said": what stands between the commas says more of the same.
        while matches!(end.checked_sub(1).map(|last| &items[last]), Some(Item::Comma))
            || self.word(end.checked_sub(1).map(|last| &items[last])) == "who"
        {
            let comma =
                items[..end - 1].iter().rposition(|item| matches!(item, Item::Comma | Item::Quote(_)));
            end = comma.filter(|comma| matches!(items[*comma], Item::Comma))?;
        }
        let start = items[..end].iter().rposition(|item| match item {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => true,
            Item::Word { word, .. } => cues::joins(self.words.text(*word)),
            Item::Name { .. } => false,
        });
        let start = start.map_or(0, |start| start + 1);
        let heads = self.heads(items, start, end);
        self.resolve(items, &heads, heads.len().checked_sub(1)?)
    }

    /// The subject that stands behind a verb.
    fn after(&self, items: &[Item], start: usize) -> Option<Speaker> {
        let end = items[start.min(items.len())..].iter().position(|item| match item {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => true,
            Item::Word { word, .. } => {
                let word = self.words.text(*word);
                cues::joins(word) || cues::preposition(word)
            }
            Item::Name { .. } => false,
        });
        let heads = self.heads(items, start, end.map_or(items.len(), |end| start + end));
        let person =
            heads.iter().rposition(|head| matches!(head, Head::Party(_, party, _) if self.is_person(*party)));
        self.resolve(items, &heads, person.or_else(|| heads.len().checked_sub(1))?)
    }

    fn is_person(&self, party: PartyId) -> bool {
        self.ledger.party(party).kind == crate::ledger::model::party::PartyKind::Person
    }
}
