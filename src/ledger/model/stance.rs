//! Stances: how a speaker takes a position, by the six lists of a statement, after `FactBank`'s polarity and certainty.

/// The stance of a speaker on one proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Says it is so (CT+).
    Asserts,
    /// Says it is likely or possible (PR+, PS+).
    Suggests,
    /// Says it is unlikely (PR−, PS−).
    Doubts,
    /// Says it is not so (CT−).
    Denies,
    /// Says it is not known (Uu).
    LeavesOpen,
    /// Refuses to say: no comment, neither confirms nor denies.
    Declines,
}

/// The side of a proposition on which a stance puts the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// It is so.
    Plus,
    /// It is not so.
    Minus,
    /// Neither side. It clashes and agrees with nothing, and yet is an answer.
    None,
}

impl Stance {
    /// All six, in the order of the manual.
    pub const ALL: [Stance; 6] =
        [Self::Asserts, Self::Suggests, Self::Doubts, Self::Denies, Self::LeavesOpen, Self::Declines];

    /// The key of the list in a statement.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Suggests => "suggests",
            Self::Doubts => "doubts",
            Self::Denies => "denies",
            Self::LeavesOpen => "leaves-open",
            Self::Declines => "declines",
        }
    }

    /// The side on which it puts the speaker.
    #[must_use]
    pub fn sign(self) -> Sign {
        match self {
            Self::Asserts | Self::Suggests => Sign::Plus,
            Self::Doubts | Self::Denies => Sign::Minus,
            Self::LeavesOpen | Self::Declines => Sign::None,
        }
    }

    /// True when it is certain, false when it is hedged or takes no side.
    #[must_use]
    pub fn certain(self) -> bool {
        matches!(self, Self::Asserts | Self::Denies)
    }

    /// The stance with a sign, certain or hedged; for no sign, that which leaves it open.
    #[must_use]
    pub fn of(sign: Sign, certain: bool) -> Self {
        match (sign, certain) {
            (Sign::Plus, true) => Self::Asserts,
            (Sign::Plus, false) => Self::Suggests,
            (Sign::Minus, false) => Self::Doubts,
            (Sign::Minus, true) => Self::Denies,
            (Sign::None, _) => Self::LeavesOpen,
        }
    }
}

impl Sign {
    /// The word in the public JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Plus => "plus",
            Self::Minus => "minus",
            Self::None => "none",
        }
    }
}
