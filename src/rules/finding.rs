//! Findings: the results of rules as facts, from which every format is made.

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

/// The family of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Something is wrong with the record itself.
    Record,
    /// Two sides say what cannot both be so, or one side says both.
    Contradiction,
    /// A link that nothing bears out, or an accusation that nobody has answered.
    UnverifiedLink,
    /// Two roots or more say the same.
    Agreement,
    /// The use that a draft makes of the record.
    Draft,
}

impl Family {
    /// All families, in the order of reports.
    pub const ALL: [Family; 5] =
        [Self::Record, Self::Contradiction, Self::UnverifiedLink, Self::Agreement, Self::Draft];

    /// The name on the command line and in settings.
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

    /// The name in the public JSON.
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

/// The weight of a finding; `Error` makes the command fail.
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

/// The kind of facts that a finding tells beside its message. Views decide by it and never by a rule's name, so that a
/// new rule is treated like its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// Nothing beside the message.
    Message,
    /// The roots on each side of one proposition.
    Sides,
    /// The roots that give each of several values that cannot all be right.
    Values,
    /// The parties that each root names for one deed.
    Rivals,
    /// The turn of one root against its own words; the message says it.
    Turn,
    /// The roots on two propositions that cannot both be so; it is reported at the first of them.
    Opposites,
    /// The roots on each side of one proposition, on one side only as their words may be read.
    Reading,
    /// The roots on each side of a link that nothing bears out.
    Link,
    /// The roots that accuse a party that has not answered; that party is the only one of the finding.
    Accusation,
}

/// The part of one root in a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The root.
    pub root: PartyId,
    /// The side of the proposition that it takes.
    pub sign: Sign,
    /// The strongest stance that it takes.
    pub stance: Stance,
    /// The values given.
    pub values: Vec<Value>,
    /// The scope of its figures; none where it is not given, or not the same for all.
    pub scope: Option<Box<str>>,
    /// The day for which its figures hold, where one is named; none where they hold for several.
    pub as_of_value: Option<Date>,
    /// The statements on which it rests, sorted by date, then id.
    pub statements: Vec<StatementId>,
    /// The words of its positions, for each statement of which all positions in question have words of their own.
    pub own_words: BTreeMap<StatementId, Vec<Box<str>>>,
    /// True when it follows by definition or derivation only, and nobody said it in so many words.
    pub derived: bool,
    /// The act of a side that spoke in so many words: it accuses, claims, denies.
    pub act: Option<Act>,
    /// The side in words, to be read after the root's name: "denies it", "denies any part in it".
    pub says: String,
    /// The same in words to be read after several names: "deny it".
    pub say: String,
    /// True when its words may only be read so, and it has not said it.
    pub read: bool,
    /// The steps in words from the statements to a derived side.
    pub way: Vec<String>,
}

impl Side {
    /// The words of the positions in question of a statement; empty where the statement's words count as theirs.
    #[must_use]
    pub fn own(&self, statement: StatementId) -> &[Box<str>] {
        self.own_words.get(&statement).map_or(&[], Vec::as_slice)
    }
}

/// A place in the ledger to which a finding points.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The words shown there.
    pub text: String,
}

/// A finding that hangs on an unverified link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    /// True when it would appear if the link were granted; otherwise granting the link or ruling it out makes it
    /// disappear.
    pub appears: bool,
    /// Its rule.
    pub rule: &'static Rule,
    /// The proposition it is about.
    pub about: Option<Proposition>,
}

/// The place of a finding among others of the same quarrel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// The words for what it adds where it is told in a line of another; none where its proposition says that.
    pub aside: Option<String>,
    /// The finding into which it is folded, which says this and more; none where it is told by itself.
    pub into: Option<Folded>,
    /// The findings that are folded into this one.
    pub also: Vec<Also>,
}

/// The finding into which another is folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// Its rule.
    pub rule: &'static Rule,
    /// The proposition it is about.
    pub about: Option<Proposition>,
}

/// A folded finding, as the other tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// The words, to be read after "also:".
    pub text: String,
    /// The proposition that the folded findings are about; none where they are about none.
    pub about: Option<Proposition>,
    /// The statements on which it rests and the other does not.
    pub statements: Vec<StatementId>,
}

/// The result of a rule on one proposition or record.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The family.
    pub family: Family,
    /// The level.
    pub level: Level,
    /// The proposition that it is about, with `?` or `self` in it for some rules; none where it is about none.
    pub about: Option<Proposition>,
    /// The proposition in words, or what the finding is about.
    pub reading: String,
    /// The matter as a question, so that nobody takes it for a claim of ours: whether it is so, where it was, how many
    /// they were.
    pub question: String,
    /// The roots on which it rests.
    pub parties: Vec<PartyId>,
    /// The statements on which it rests.
    pub statements: Vec<StatementId>,
    /// The ids of the records to which a finding about the record refers, sorted; empty for other findings.
    pub records: Vec<String>,
    /// The part of each root.
    pub sides: Vec<Side>,
    /// The finding in one or more plain sentences.
    pub message: String,
    /// What the message says beyond its sides, for where these stand beside it, without words that only an editor knows;
    /// none where that is all of it.
    pub beyond: Option<String>,
    /// The advice to an editor; none where there is none.
    pub help: Option<String>,
    /// The reason for which an editor holds it to be no contradiction; none where nobody does.
    pub reconciled: Option<String>,
    /// True when an editor has seen and accepted it.
    pub accepted: bool,
    /// Its place among others of the same quarrel.
    pub folding: Folding,
    /// The standing of the link that it is about; none where it is about no link.
    pub standing: Option<Box<Standing>>,
    /// The findings that hang on an unverified link; empty for any other finding.
    pub hangs_on: Vec<Hanging>,
    /// The weightiest findings and positions that hang on it, in words.
    pub hanging: Vec<String>,
    /// The places to look at, the most telling first.
    pub labels: Vec<Label>,
}

impl Finding {
    /// True when it is neither settled by an editor nor folded into another.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.settled() && self.folding.into.is_none()
    }

    /// True when an editor has reconciled or accepted it.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.reconciled.is_some() || self.accepted
    }

    /// The finding, as one that lies between records with these ids.
    #[must_use]
    pub fn between<'i>(mut self, ids: impl IntoIterator<Item = &'i str>) -> Self {
        self.records.extend(ids.into_iter().map(str::to_owned));
        self.records.sort_unstable();
        self.records.dedup();
        self
    }

    /// The message, followed by what hangs on it.
    #[must_use]
    pub fn told(&self) -> Cow<'_, str> {
        if self.hanging.is_empty() {
            return Cow::Borrowed(&self.message);
        }
        Cow::Owned(format!("{} What hangs on it: {}.", self.message, self.hanging.join("; ")))
    }

    /// The canonical text of the proposition that it is about; none where it is about none.
    #[must_use]
    pub fn on(&self, ledger: &Ledger) -> Option<String> {
        self.about.map(|about| words::canonical(ledger, &about))
    }
}
