//! How a speaker stands to a proposition: the six lists of a statement, after `FactBank`'s polarity and certainty.

/// The attitude of a statement to one proposition.
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

/// Which side of a proposition a stance is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// It is so.
    Plus,
    /// It is not so.
    Minus,
    /// Neither: it clashes and agrees with nothing, but it is an answer.
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

    /// Plus, minus or none.
    #[must_use]
    pub fn sign(self) -> Sign {
        match self {
            Self::Asserts | Self::Suggests => Sign::Plus,
            Self::Doubts | Self::Denies => Sign::Minus,
            Self::LeavesOpen | Self::Declines => Sign::None,
        }
    }

    /// Said with certainty, not as likely or possible.
    #[must_use]
    pub fn certain(self) -> bool {
        matches!(self, Self::Asserts | Self::Denies)
    }

    /// The stance of that sign, certain or hedged; for no sign, leaving open.
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
