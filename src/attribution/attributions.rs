//! What a text attributes to whom: each attribution with its words, its verb and its speaker, in marks or without.

use std::ops::Range;

use super::Prose;
use super::content::{self, Content};
use super::cues::Cue;
use super::roles;
use super::sentences::{Item, Sentence, with_marks};
use super::speakers::{Attributing, How, Said, Speaker, Told};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::text::quotes::marks::Quotation;
use crate::text::quotes::tokens::Kind as Token;

/// Words between marks of which nobody is said to have said them are no speech, if they are no more than these.
const ARMS_LENGTH: usize = 4;

/// A sentence of more items is a list or a trap: what its verbs take is not looked for.
const LONGEST: usize = 600;

/// Something that a text says somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The bytes of what is said, in order and apart: of direct speech the words between the marks, of a clause without the
    /// `that` before it. Several where the verb stands between them, or a quotation goes on in a new paragraph.
    pub pieces: Vec<Range<usize>>,
    /// Whether it stands in marks.
    pub kind: Kind,
    /// Who says it; none where the text does not tell.
    pub source: Option<Source>,
    /// The bytes of the verb, or of `according to`; none where words stand under a name or are carried on.
    pub cue: Option<Range<usize>>,
    /// What the verb says that its subject does.
    pub does: Option<Cue>,
    /// Whether it is denied, asked after or only supposed that it was said: `has not said that`, `if she says`.
    pub negated: bool,
    /// The sentence, by its place in [`Prose::sentences`].
    pub sentence: usize,
    /// The quotations of which it consists, or that stand in it, by their places in [`Prose::quotations`].
    pub quotations: Vec<usize>,
    /// The attribution in whose words this one stands, by its place among all: what A says that B said.
    pub within: Option<usize>,
}

/// Whether what is said stands in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In marks.
    Direct,
    /// Without marks.
    Indirect,
    /// A clause with words in marks in it.
    Mixed,
}

impl Kind {
    /// The word in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The bytes of the phrase that says who: `the minister`, `she`. Of words that are carried on, that of the words before.
    pub range: Range<usize>,
    /// The name: that on file, else as the text gives it, of a pronoun that of whom it means; none where nobody knows whom.
    pub name: Option<String>,
    /// The party, where it is on file.
    pub party: Option<PartyId>,
    /// How it was found.
    pub how: How,
}

impl Prose<'_> {
    /// Everything that the text attributes, in its order: direct speech, and what is said without marks.
    #[must_use]
    pub fn attributions(&self, ledger: &Ledger) -> Vec<Attribution> {
        let mut all = Vec::new();
        let mut taken = vec![false; self.quotations.len()];
        for (at, sentence) in self.sentences.iter().enumerate() {
            let first = all.len();
            let cues = self.speakers.cues[at].iter().filter(|_| sentence.items.len() <= LONGEST);
            for cue in cues {
                all.extend(self.of_cue(ledger, at, cue, &mut taken));
            }
            for item in &sentence.items {
                if let Item::Quote(quotation) = item
                    && !std::mem::replace(&mut taken[*quotation], true)
                {
                    all.extend(self.floating(ledger, at, *quotation));
                }
            }
            all[first..].sort_by_key(|one| one.pieces[0].start);
            nest(&mut all, first);
        }
        all
    }

    /// What an attributing verb attributes; nothing where it stands by itself.
    fn of_cue(
        &self,
        ledger: &Ledger,
        at: usize,
        cue: &Attributing,
        taken: &mut [bool],
    ) -> Option<Attribution> {
        let sentence = &self.sentences[at];
        let said = &self.speakers.said;
        let own =
            |quotation: usize| said[quotation].sentence == Some(at) && said[quotation].place == Some(cue.at);
        let Content { spans, direct } =
            content::content(&self.words, self.text, sentence, &self.speakers.cues[at], cue, own);
        let quotations: Vec<usize> = spans
            .iter()
            .flat_map(|span| &sentence.items[span.clone()])
            .filter_map(|item| if let Item::Quote(at) = item { Some(*at) } else { None })
            .collect();
        let pieces: Vec<Range<usize>> = if direct {
            quotations.iter().flat_map(|at| self.quotations[*at].pieces.clone()).collect()
        } else {
            spans.iter().filter_map(|span| self.bytes(sentence, span.clone())).collect()
        };
        if pieces.is_empty() {
            return None;
        }
        for at in &quotations {
            taken[*at] = true;
        }
        let kind = match (direct, quotations.is_empty()) {
            (true, _) => Kind::Direct,
            (false, true) => Kind::Indirect,
            (false, false) => Kind::Mixed,
        };
        let source = cue.standing.as_ref().map(|meant| {
            let speaker = Some(&meant.speaker).filter(|_| meant.known());
            source(ledger, self.text, meant.range.clone(), speaker, meant.how)
        });
        let cue_bytes = self.bytes(sentence, cue.at..cue.at + 1);
        Some(Attribution {
            pieces,
            kind,
            source,
            cue: cue_bytes,
            does: Some(cue.cue),
            negated: cue.told == Told::Unsaid,
            sentence: at,
            quotations,
            within: None,
        })
    }

    /// What stands in marks and has no verb of its own; nothing where it is no speech.
    fn floating(&self, ledger: &Ledger, at: usize, quotation: usize) -> Option<Attribution> {
        let said: &Said = &self.speakers.said[quotation];
        let words = self.wordings[quotation].tokens.iter().filter(|token| token.kind == Token::Word).count();
        let source = said.phrase.clone().map(|phrase| {
            source(ledger, self.text, phrase, said.speaker.as_ref(), said.how.unwrap_or(How::Pronoun))
        });
        (source.is_some() || words > ARMS_LENGTH).then(|| Attribution {
            pieces: self.quotations[quotation].pieces.clone(),
            kind: Kind::Direct,
            source,
            cue: None,
            does: said.cue,
            negated: false,
            sentence: at,
            quotations: vec![quotation],
            within: None,
        })
    }

    /// The bytes of some items of a sentence.
    fn bytes(&self, sentence: &Sentence, span: Range<usize>) -> Option<Range<usize>> {
        let items = &sentence.items[span];
        let bytes = |item: &Item| item_bytes(self.text, &self.quotations, &sentence.range, item);
        let first = items.iter().find_map(bytes)?;
        let last = items.iter().rev().find_map(bytes)?;
        (first.start < last.end).then_some(first.start..last.end)
    }
}

/// The bytes of a word, a name or a quotation with its marks, as far as it stands in a sentence.
fn item_bytes(
    text: &str,
    quotations: &[Quotation],
    within: &Range<usize>,
    item: &Item,
) -> Option<Range<usize>> {
    match item {
        Item::Word { range, .. } | Item::Name { range, .. } => Some(range.clone()),
        Item::Quote(at) => {
            let mut pieces = quotations[*at].pieces.iter().filter(|piece| within.contains(&piece.start));
            let first = pieces.next()?;
            let last = pieces.next_back().unwrap_or(first);
            Some(with_marks(text, first).start..with_marks(text, last).end)
        }
        Item::Comma | Item::Colon | Item::Break => None,
    }
}

/// Who says something, for others than the engine.
fn source(ledger: &Ledger, text: &str, range: Range<usize>, speaker: Option<&Speaker>, how: How) -> Source {
    let party = speaker.and_then(Speaker::party);
    let name = match (party, speaker) {
        (Some(party), _) => Some(ledger.party(party).name.clone()),
        // Whoever has no name is called as the text does, with all words of the phrase.
        // "founder Ann Orr": a title is no part of a name.
        (None, Some(Speaker::Unnamed(words, _))) if how == How::Named => Some(untitled(words)),
        (None, Some(Speaker::Unnamed(..))) if !range.is_empty() && how == How::Described => {
            Some(text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
        }
        (None, speaker) => speaker.and_then(Speaker::words).map(str::to_owned),
    };
    Source { range, name, party, how }
}

/// Enters, for the attributions of one sentence, in whose words each stands: the narrowest that hold its verb and are more.
fn nest(all: &mut [Attribution], first: usize) {
    for at in first..all.len() {
        let Some(cue) = all[at].cue.clone() else { continue };
        let own: usize = all[at].pieces.iter().map(Range::len).sum();
        let holds = |other: &usize| {
            *other != at
                && all[*other].pieces.iter().map(Range::len).sum::<usize>() > own
                && all[*other].pieces.iter().any(|piece| piece.start <= cue.start && cue.end <= piece.end)
        };
        let length = |other: &usize| all[*other].pieces.iter().map(Range::len).sum::<usize>();
        all[at].within = (first..all.len()).filter(holds).min_by_key(length);
    }
}

/// A name without the office before it; the whole where nothing stands behind the office.
fn untitled(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let office = words.iter().rposition(|word| roles::role(&word.to_lowercase()).is_some());
    let rest = &words[office.map_or(0, |at| at + 1)..];
    if rest.is_empty() { words.join(" ") } else { rest.join(" ") }
}
