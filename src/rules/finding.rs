//! Findings: what a rule has to say, in our own shape; every format is made from it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Rule;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::acts::Act;
use crate::reason::standing::Standing;
use crate::text::Span;

/// What a finding counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Something is wrong with the record itself.
    Record,
    /// Two sides, or one side twice, say what cannot both be so.
    Contradiction,
    /// Something that nobody has answered or borne out.
    UnverifiedLink,
    /// Two or more say the same.
    Agreement,
    /// What a draft makes of the record.
    Draft,
}

impl Family {
    /// All families, in the order of reports.
    pub const ALL: [Family; 5] =
        [Self::Record, Self::Contradiction, Self::UnverifiedLink, Self::Agreement, Self::Draft];

    /// Its name on the command line and in settings.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Record => "records",
            Self::Contradiction => "contradictions",
            Self::UnverifiedLink => "unverified-links",
            Self::Agreement => "agreements",
            Self::Draft => "drafts",
        }
    }

    /// Its name in the public JSON.
    #[must_use]
    pub fn singular(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Contradiction => "contradiction",
            Self::UnverifiedLink => "unverified-link",
            Self::Agreement => "agreement",
            Self::Draft => "draft",
        }
    }
}

/// How much a finding weighs; `Error` makes the command fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The record or the run is not sound.
    Error,
    /// Worth an editor's eye.
    Warning,
    /// Worth knowing; counted as no contradiction and no unverified link.
    Note,
}

impl Level {
    /// The word in reports and in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What a finding tells beside its message. Views ask this and no rule by its name, so that a new rule is treated as
/// those of its kind are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// All that there is to tell is in its message.
    Message,
    /// Who stands where on one proposition.
    Sides,
    /// Who gives which value, of values that cannot all be right.
    Values,
    /// Who names whom for one deed that several are said to have done.
    Rivals,
    /// How one party turned against its own words; the message says it.
    Turn,
    /// Who stands where on two propositions that cannot both be so; it is reported at the first of them.
    Opposites,
    /// Who stands where, on one side only as words may be read.
    Reading,
    /// A link that nobody without a stake in it has verified, and who stands where on it.
    Link,
    /// An accusation that the accused, its party, has not answered, and who brings it.
    Accusation,
}

/// One root's part in a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Who holds the position.
    pub root: PartyId,
    /// On which side of the proposition.
    pub sign: Sign,
    /// The strongest stance taken.
    pub stance: Stance,
    /// The values given.
    pub values: Vec<Value>,
    /// What its figures cover; none where that is not said, or not the same of all.
    pub scope: Option<Box<str>>,
    /// The day for which its figures hold, where they name one; none where they hold for several.
    pub as_of_value: Option<Date>,
    /// The statements that say so, sorted by date, then id.
    pub statements: Vec<StatementId>,
    /// The words of those statements whose positions in question all have words of their own.
    pub own_words: BTreeMap<StatementId, Vec<Box<str>>>,
    /// Held by definition or derivation only, not in so many words.
    pub derived: bool,
    /// What it does by saying so in so many words: accuses, claims, denies.
    pub act: Option<Act>,
    /// What the root does, to be read after its name: "denies it", "denies any part in it".
    pub says: String,
    /// The same, to be read after several names: "deny it".
    pub say: String,
    /// Its words may only be read so; it has not said it.
    pub read: bool,
    /// How a derived position follows: steps in words, from the statements to the finding.
    pub way: Vec<String>,
}

impl Side {
    /// The words of a statement's positions in question alone; none where the words are the statement's.
    #[must_use]
    pub fn own(&self, statement: StatementId) -> &[Box<str>] {
        self.own_words.get(&statement).map_or(&[], Vec::as_slice)
    }
}

/// A place in the ledger that a finding points at.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub text: String,
}

/// A finding that hangs on an unverified link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    /// It would appear if the link were granted; else it would disappear, by granting the link or ruling it out.
    pub appears: bool,
    /// Its rule.
    pub rule: &'static Rule,
    /// The proposition it is about.
    pub about: Option<Proposition>,
}

/// What becomes of a finding beside others of the same quarrel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// What it adds where it is told in one line of another; none where that is what it is about.
    pub aside: Option<String>,
    /// The finding that says this one and more.
    pub into: Option<Folded>,
    /// The findings that are folded into this one.
    pub also: Vec<Also>,
}

/// The finding that another is folded into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// Its rule.
    pub rule: &'static Rule,
    /// The proposition it is about.
    pub about: Option<Proposition>,
}

/// A finding that is folded into another, as it is told there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// In words, to be read after "also:".
    pub text: String,
    /// The statements that it rests on and the other does not.
    pub statements: Vec<StatementId>,
}

/// What a rule has to say of one proposition or record.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// What it counts as.
    pub family: Family,
    /// How much it weighs.
    pub level: Level,
    /// The proposition it is about; for some rules with `?` or `self` in it.
    pub about: Option<Proposition>,
    /// The proposition in words, or what the finding is about.
    pub reading: String,
    /// The same put so that nobody takes it for our word: whether it is so, where it was, how many they were.
    pub question: String,
    /// The roots it rests on.
    pub parties: Vec<PartyId>,
    /// The statements it rests on.
    pub statements: Vec<StatementId>,
    /// Who stands where.
    pub sides: Vec<Side>,
    /// What is found, in one or more plain sentences.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Why an editor holds it to be no contradiction.
    pub reconciled: Option<String>,
    /// Seen and left.
    pub accepted: bool,
    /// What becomes of it beside others of the same quarrel.
    pub folding: Folding,
    /// How the link stands that it is about; none where it is about no link.
    pub standing: Option<Box<Standing>>,
    /// For an unverified link: the findings that hang on it.
    pub hangs_on: Vec<Hanging>,
    /// The weightiest of what hangs on it, findings and positions, each in words.
    pub hanging: Vec<String>,
    /// Where to look, most telling first.
    pub labels: Vec<Label>,
}

impl Finding {
    /// Whether it counts: neither dealt with by an editor nor folded into another.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.settled() && self.folding.into.is_none()
    }

    /// Whether an editor has dealt with it: reconciled it, or seen and left it.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.reconciled.is_some() || self.accepted
    }

    /// Its message, and what hangs on it.
    #[must_use]
    pub fn told(&self) -> Cow<'_, str> {
        if self.hanging.is_empty() {
            return Cow::Borrowed(&self.message);
        }
        Cow::Owned(format!("{} What hangs on it: {}.", self.message, self.hanging.join("; ")))
    }

    /// The name of the proposition it is about, in canonical text.
    #[must_use]
    pub fn on(&self, ledger: &Ledger) -> Option<String> {
        self.about.map(|about| words::canonical(ledger, &about))
    }
}
