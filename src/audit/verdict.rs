//! The verdicts on a quotation and the remarks beside them: data that the manual pages, reports and settings share.

use crate::rules::{Rule, drafts};
use crate::text::quotes::wording::Likeness;

/// The verdict on a quotation, the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Its marks do not pair.
    Unbalanced,
    /// A title, a name, a word held at arm's length.
    NotSpeech,
    /// A quotation within a quotation.
    Secondhand,
    /// On file as another's words.
    Misattributed,
    /// On file as the words of several, and the draft does not say whose.
    Ambiguous,
    /// On file, and the draft does not say of whom, or of somebody who is not on file.
    SpeakerUnresolved,
    /// Put together from two statements, or out of order.
    Spliced,
    /// Changed, and the change is not marked.
    Altered,
    /// What is on file stands in it, with more before or behind it.
    Longer,
    /// Rid of hesitation or set right in grammar.
    Cleaned,
    /// Changed inside `[ ]` only.
    Bracketed,
    /// Cut, and each cut is marked.
    Elided,
    /// One piece of the words on file.
    Partial,
    /// The same but for marks, dashes, spaces.
    Typographic,
    /// The same.
    Verbatim,
    /// Not on file.
    Unknown,
}

impl Verdict {
    /// Every verdict with its rule, in their order.
    pub const RULES: [(&'static Rule, Verdict); 16] = [
        (&drafts::unbalanced::RULE, Self::Unbalanced),
        (&drafts::not_speech::RULE, Self::NotSpeech),
        (&drafts::secondhand::RULE, Self::Secondhand),
        (&drafts::misattributed::RULE, Self::Misattributed),
        (&drafts::ambiguous::RULE, Self::Ambiguous),
        (&drafts::speaker_unresolved::RULE, Self::SpeakerUnresolved),
        (&drafts::spliced::RULE, Self::Spliced),
        (&drafts::altered::RULE, Self::Altered),
        (&drafts::longer::RULE, Self::Longer),
        (&drafts::cleaned::RULE, Self::Cleaned),
        (&drafts::bracketed::RULE, Self::Bracketed),
        (&drafts::elided::RULE, Self::Elided),
        (&drafts::partial::RULE, Self::Partial),
        (&drafts::typographic::RULE, Self::Typographic),
        (&drafts::verbatim::RULE, Self::Verbatim),
        (&drafts::unknown::RULE, Self::Unknown),
    ];

    /// The rule that says so in a finding.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        let own = Self::RULES.iter().find(|(_, verdict)| *verdict == self);
        own.map_or(&drafts::unknown::RULE, |(rule, _)| rule)
    }

    /// Its weight in a report where it is but a note.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::Unknown | Self::Longer => Weight::NotOnFile,
            Self::SpeakerUnresolved => Weight::Unnamed,
            Self::NotSpeech => Weight::NoSpeech,
            Self::Verbatim | Self::Typographic | Self::Partial | Self::Elided | Self::Bracketed => {
                Weight::OnFile
            }
            _ => Weight::Aside,
        }
    }

    /// The quotations that are so, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Unbalanced => "with a mark missing",
            Self::NotSpeech => "not speech",
            Self::Secondhand => "within another quotation",
            Self::Misattributed => "given to another speaker",
            Self::Ambiguous => "of one of several speakers",
            Self::SpeakerUnresolved => "on file, speaker not named",
            Self::Spliced => "put together",
            Self::Altered => "changed without a mark",
            Self::Longer => "longer than the words on file",
            Self::Cleaned => "set right in grammar",
            Self::Bracketed => "changed in brackets",
            Self::Elided => "cut, and marked so",
            Self::Partial => "a piece of the words on file",
            Self::Typographic => "with other marks or spaces",
            Self::Verbatim => "word for word",
            Self::Unknown => "not on file",
        }
    }
}

/// The weight of a note in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It is listed: nobody can say where the words are from.
    NotOnFile,
    /// It is listed: who said the words is to be named.
    Unnamed,
    /// It is said beside the draft.
    Aside,
    /// Nothing is said of it: the words are as on file.
    OnFile,
    /// Nothing is said of it: nobody has said the words.
    NoSpeech,
}

impl From<Likeness> for Verdict {
    fn from(likeness: Likeness) -> Self {
        match likeness {
            Likeness::Verbatim => Self::Verbatim,
            Likeness::Typographic => Self::Typographic,
            Likeness::Partial => Self::Partial,
            Likeness::Elided => Self::Elided,
            Likeness::Bracketed => Self::Bracketed,
            Likeness::Cleaned => Self::Cleaned,
            Likeness::Longer => Self::Longer,
            Likeness::Altered => Self::Altered,
        }
    }
}

/// A remark on a quotation beside its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// A cut takes away a word that denies, a condition, a hedge, or a source.
    Cut,
    /// The draft says that it was denied, or said another day, or elsewhere, and the record does not.
    CueConflict,
    /// Withdrawn or reversed since.
    Superseded,
    /// The source of the words was withdrawn, or corrected after it was read.
    FallenSource,
    /// Two reports of the words differ, and it is not settled which is right.
    DisputedWords,
    /// Somebody denies that the words were ever said.
    DeniedWords,
    /// Two renderings, it seems, of the same words in one draft.
    TwoWordings,
    /// The words are a translator's.
    Translation,
}

impl Remark {
    /// Every remark with its rule, in their order.
    pub const RULES: [(&'static Rule, Remark); 8] = [
        (&drafts::cut::RULE, Self::Cut),
        (&drafts::cue_conflict::RULE, Self::CueConflict),
        (&drafts::superseded::RULE, Self::Superseded),
        (&drafts::fallen_source::RULE, Self::FallenSource),
        (&drafts::disputed_words::RULE, Self::DisputedWords),
        (&drafts::denied_words::RULE, Self::DeniedWords),
        (&drafts::two_wordings::RULE, Self::TwoWordings),
        (&drafts::translation::RULE, Self::Translation),
    ];

    /// The rule that says so in a finding.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        let own = Self::RULES.iter().find(|(_, remark)| *remark == self);
        own.map_or(&drafts::unknown::RULE, |(rule, _)| rule)
    }
}
