//! Whom a text means as a speaker, and how that was found.

use std::ops::Range;

use super::cues::Cue;
use crate::ledger::model::id::PartyId;

/// Whom a text means as a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// A party on file.
    Party(PartyId),
    /// Somebody whom the text introduces and who is not on file.
    Introduced(usize, String),
    /// Any of several who bear the name, as the text has it.
    Several(Bearers),
    /// Somebody who is not on file, as the text has it, and whether a person.
    Unnamed(String, bool),
}

/// Those who bear one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearers {
    /// The name.
    pub name: String,
    /// Those on file.
    pub parties: Vec<PartyId>,
    /// Whether it is a whole name of each; else a part of their names.
    pub alias: bool,
}

impl Speaker {
    /// The party, where it is on file.
    #[must_use]
    pub fn party(&self) -> Option<PartyId> {
        if let Self::Party(party) = self { Some(*party) } else { None }
    }

    /// The words of the text for whoever is not on file.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Party(_) => None,
            Self::Introduced(_, name) | Self::Unnamed(name, _) => Some(name),
            Self::Several(bearers) => Some(&bearers.name),
        }
    }
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By name.
    Named,
    /// By an office of a party that is named: `Norland’s minister`.
    Office,
    /// By a description: `the minister`, `the group`.
    Described,
    /// By a pronoun.
    Pronoun,
    /// As the one who was speaking already.
    Carried,
    /// By a signature.
    Signed,
}

impl How {
    /// The word in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Office => "office",
            Self::Described => "described",
            Self::Pronoun => "pronoun",
            Self::Carried => "carried",
            Self::Signed => "signed",
        }
    }
}

/// Whom a phrase means, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Whom.
    pub speaker: Speaker,
    /// How that was found.
    pub how: How,
    /// The bytes of the phrase.
    pub range: Range<usize>,
}

impl Meant {
    pub(super) fn new(speaker: Speaker, how: How, range: Range<usize>) -> Self {
        Self { speaker, how, range }
    }

    /// Whether somebody is meant; a pronoun may stand for nobody whom the text has named.
    pub(super) fn known(&self) -> bool {
        let nobody = |words: &String| {
            matches!(words.as_str(), "it" | "he" | "she" | "they" | "his" | "her" | "its" | "their")
        };
        !(self.how == How::Pronoun && matches!(&self.speaker, Speaker::Unnamed(words, _) if nobody(words)))
    }
}

/// An attributing verb in a sentence, and its subject.
#[derive(Clone, Debug)]
pub struct Attributing {
    /// Its place among the items of the sentence.
    pub at: usize,
    /// What it says.
    pub cue: Cue,
    /// Who is its subject, the agent of a passive, where that can be told.
    pub subject: Option<Meant>,
    /// Its subject as it stands, also a pronoun of which nobody knows whom it means.
    pub(super) standing: Option<Meant>,
    /// Of a passive: whom it is done to.
    pub patient: Option<Meant>,
    /// Whether it was said, and by somebody.
    pub told: Told,
    /// Whether it takes words between marks right beside it only.
    pub beside: bool,
    /// Whether it is a noun: `Norland’s claim`.
    pub noun: bool,
}

/// Whether something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Plainly, by its subject.
    Plainly,
    /// By nobody in particular: `it was said`.
    ByNobody,
    /// It is denied, asked after or only supposed: `has not said`, `if she says`.
    Unsaid,
}

impl Attributing {
    /// Whether it says so plainly: not denied, not asked after, not said by nobody in particular.
    #[must_use]
    pub fn plain(&self) -> bool {
        self.told == Told::Plainly
    }

    /// Takes note that no speaker is named; what is denied stays so.
    pub(super) fn by_nobody(&mut self) {
        if self.told == Told::Plainly {
            self.told = Told::ByNobody;
        }
    }
}

/// Who says a quotation.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Who, where the text says so.
    pub speaker: Option<Speaker>,
    /// How the speaker was found.
    pub how: Option<How>,
    /// The bytes of the phrase that says who.
    pub phrase: Option<Range<usize>>,
    /// What the verb says.
    pub cue: Option<Cue>,
    /// The sentence with the attribution; else that of the quotation.
    pub sentence: Option<usize>,
    /// The place of the verb among the items of that sentence.
    pub place: Option<usize>,
}

/// What reading a text for its speakers gives.
#[derive(Debug, Default)]
pub struct Speakers {
    /// For each sentence its attributing verbs.
    pub cues: Vec<Vec<Attributing>>,
    /// For each quotation who says it.
    pub said: Vec<Said>,
}
