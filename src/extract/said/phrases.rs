//! The sentences of the vocabulary, ready to be looked for: their words as stems, found by the one of them that tells most.

use rustc_hash::FxHashMap;

use super::stems::stem;
use crate::attribution::cues::Cue;
use crate::attribution::frames;
use crate::ledger::Ledger;
use crate::ledger::model::id::PredicateId;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::{Part, Predicate};
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::{Word, Words};

/// A part of a phrase.
#[derive(Clone, Debug)]
pub enum Slot {
    /// Any of these words, by their stems.
    Words(Vec<Word>),
    /// An argument, by its index, of a kind.
    Argument(usize, ArgumentKind),
    /// What an event was done to, by the index of its argument.
    Of(usize),
    /// A value of one of these kinds.
    Value(Vec<ValueKind>),
    /// Whoever says it; an argument as well where there is an index.
    Speaker(Option<usize>),
}

impl Slot {
    /// The argument that whoever says it fills, by its index.
    #[must_use]
    pub fn speaks(&self) -> Option<usize> {
        match self {
            Self::Speaker(argument) => *argument,
            _ => None,
        }
    }
}

/// A sentence of the vocabulary in one of its forms.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The predicate.
    pub predicate: PredicateId,
    /// The stance of whoever says it.
    pub stance: Stance,
    /// Its parts.
    pub parts: Vec<Slot>,
    /// Whether it says itself who speaks: `{1} claimed responsibility`.
    pub act: bool,
    /// Words with which a part begins that it lacks and another form has.
    pub lacking: Vec<Word>,
    /// Whether parts of it may lack that stand here.
    pub longest: bool,
    /// Whether one of its words denies, so that a denial in its midst is meant.
    pub denies: bool,
}

impl Phrase {
    /// Whether it says how many.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Slot::Value(kinds) if kinds.contains(&ValueKind::Count)))
    }
}

/// All phrases of a vocabulary.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The phrases.
    pub all: Vec<Phrase>,
    /// Phrases and the part that is found, by stem.
    found: FxHashMap<Word, Vec<(usize, usize)>>,
}

impl Phrases {
    /// Those of a ledger's vocabulary.
    pub fn new(ledger: &Ledger, words: &mut Words) -> Self {
        let mut phrases = Self::default();
        for (id, predicate) in ledger.vocabulary.iter() {
            for said in &predicate.said {
                let forms = said.forms(predicate.arguments.len(), !predicate.value.is_empty());
                let forms = forms.unwrap_or_default();
                for (at, form) in forms.iter().enumerate() {
                    let longest = at + 1 < forms.len();
                    let next = |other: &&Vec<Part>| other.len() > form.len() && other.starts_with(form);
                    let lacking = forms.iter().filter(next).filter_map(|other| match &other[form.len()] {
                        Part::Words(any) if other.len() > form.len() + 1 => Some(any.clone()),
                        _ => None,
                    });
                    let lacking: Vec<Word> =
                        lacking.flatten().map(|word| words.intern(&stem(&word))).collect();
                    for form in std::iter::once(form.clone()).chain(passive(form)) {
                        phrases.add(words, id, predicate, (said.stance, longest), &form);
                        if let Some(last) = phrases.all.last_mut() {
                            last.lacking.clone_from(&lacking);
                        }
                    }
                }
            }
        }
        phrases
    }

    /// The phrases with a word of this stem, each with the place of the part.
    #[must_use]
    pub fn with(&self, stem: Word) -> &[(usize, usize)] {
        self.found.get(&stem).map_or(&[], Vec::as_slice)
    }

    fn add(
        &mut self,
        words: &mut Words,
        id: PredicateId,
        predicate: &Predicate,
        (stance, longest): (Stance, bool),
        form: &[Part],
    ) {
        let explicit = form.contains(&Part::Speaker);
        let speaker = if explicit { None } else { speaks(predicate, form) };
        let parts: Vec<Slot> = form
            .iter()
            .enumerate()
            .map(|(at, part)| match part {
                Part::Words(any) => Slot::Words(any.iter().map(|word| words.intern(&stem(word))).collect()),
                Part::Argument(argument) if speaker == Some(at) => Slot::Speaker(Some(*argument)),
                Part::Argument(argument) => Slot::Argument(*argument, predicate.arguments[*argument].0),
                Part::Of(argument) => Slot::Of(*argument),
                Part::Value => Slot::Value(predicate.value.clone()),
                Part::Speaker => Slot::Speaker(None),
            })
            .collect();
        let any = form.iter().flat_map(|part| if let Part::Words(any) = part { any.as_slice() } else { &[] });
        let denies = any.clone().any(|word| lexicon::negation(word) || super::polarity::denial(word));
        let telling = |part: &Part| match part {
            Part::Words(any) => {
                any.iter().map(|word| if lexicon::common(word) { 0 } else { word.len() }).min()
            }
            _ => None,
        };
        let anchor = (0..form.len()).rev().max_by_key(|at| telling(&form[*at]));
        let at = self.all.len();
        if let Some(place) = anchor
            && let Slot::Words(stems) = &parts[place]
        {
            for stem in stems {
                self.found.entry(*stem).or_default().push((at, place));
            }
        }
        self.all.push(Phrase {
            predicate: id,
            stance,
            parts,
            act: explicit || speaker.is_some(),
            longest,
            lacking: Vec::new(),
            denies,
        });
    }
}

/// The passive of a sentence in which somebody accuses: "Sudria was accused by Norland of arming the Front". None of another
/// sentence, and none with the accuser at the end: "of taking part in the attack by the Front" names none.
fn passive(form: &[Part]) -> Option<Vec<Part>> {
    let [Part::Speaker, Part::Words(verb), accused @ Part::Argument(_), of @ ..] = form else { return None };
    let lays = |word: &String| frames::verb(word).is_some_and(|verb| verb.cue == Cue::Accuses);
    let by = Part::Words(vec!["by".to_owned()]);
    let begins = [accused.clone(), Part::Words(verb.clone()), by, Part::Speaker];
    (!of.is_empty() && verb.iter().all(lays)).then(|| begins.into_iter().chain(of.iter().cloned()).collect())
}

/// The place of the argument that is the subject of a verb of saying, or its agent: whoever stands there speaks. So does the
/// first argument of an attitude, which is one's own.
fn speaks(predicate: &Predicate, form: &[Part]) -> Option<usize> {
    let party =
        |part: &Part| matches!(part, Part::Argument(at) if predicate.arguments[*at].0 == ArgumentKind::Party);
    let said = |part: &Part| match part {
        Part::Words(any) => {
            any.iter().all(|word| frames::verb(word).is_some_and(|verb| verb.cue != Cue::Says))
        }
        _ => false,
    };
    let by =
        |at: usize| matches!(form.get(at), Some(Part::Words(any)) if any.iter().any(|word| word == "by"));
    let agent = (1..form.len()).find(|at| party(&form[*at]) && by(at - 1));
    let verb = form.iter().position(said);
    if let (Some(verb), Some(agent)) = (verb, agent)
        && verb < agent
    {
        return Some(agent);
    }
    if let Some(verb) = verb
        && verb > 0
        && party(&form[verb - 1])
    {
        return Some(verb - 1);
    }
    let first =
        |at: &usize| predicate.attitude && matches!(form[*at], Part::Argument(0)) && party(&form[*at]);
    (0..form.len()).find(first)
}
