//! The verdicts on a quotation and the remarks beside them: data that the manual pages, reports and settings share.

use crate::rules::finding::Level;
use crate::text::quotes::wording::Likeness;

/// What a quotation is, the first that applies.
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
    /// Every verdict with its word, in their order.
    pub const WORDS: [(&'static str, Verdict); 15] = [
        ("unbalanced", Self::Unbalanced),
        ("not-speech", Self::NotSpeech),
        ("secondhand", Self::Secondhand),
        ("misattributed", Self::Misattributed),
        ("ambiguous", Self::Ambiguous),
        ("speaker-unresolved", Self::SpeakerUnresolved),
        ("spliced", Self::Spliced),
        ("altered", Self::Altered),
        ("cleaned", Self::Cleaned),
        ("bracketed", Self::Bracketed),
        ("elided", Self::Elided),
        ("partial", Self::Partial),
        ("typographic", Self::Typographic),
        ("verbatim", Self::Verbatim),
        ("unknown", Self::Unknown),
    ];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, verdict)| *verdict == self).map_or("", |(word, _)| word)
    }

    /// How much it weighs, unless settings say otherwise.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::Unbalanced | Self::Misattributed | Self::Ambiguous | Self::Spliced | Self::Altered => {
                Level::Warning
            }
            _ => Level::Note,
        }
    }
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
            Likeness::Altered => Self::Altered,
        }
    }
}

/// What else is to be said of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// A cut takes away a word that denies, or a condition.
    Cut,
    /// The draft says that it was denied, or said another day, or elsewhere, and the record does not.
    CueConflict,
    /// Withdrawn or reversed since.
    Superseded,
    /// Two renderings, it seems, of the same words in one draft.
    TwoWordings,
    /// The words are a translator's.
    Translation,
}

impl Remark {
    /// Every remark with its word, in their order.
    pub const WORDS: [(&'static str, Remark); 5] = [
        ("cut", Self::Cut),
        ("cue-conflict", Self::CueConflict),
        ("superseded", Self::Superseded),
        ("two-wordings", Self::TwoWordings),
        ("translation", Self::Translation),
    ];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, remark)| *remark == self).map_or("", |(word, _)| word)
    }

    /// How much it weighs, unless settings say otherwise.
    #[must_use]
    pub fn level(self) -> Level {
        if self == Self::Translation { Level::Note } else { Level::Warning }
    }
}
