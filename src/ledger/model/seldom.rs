//! What few statements have, kept apart from their rows: of a million statements most have none of it.

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use super::id::{PartyId, SourceId, StatementId};
use super::statement::{Carrier, Check, Cited, Long, Statement};

/// The fields of a statement that few have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rarer {
    /// The fact-checker's remark.
    pub note: Option<String>,
    /// Admiralty grade of the information, 1 (confirmed) to 6 (cannot be judged).
    pub credibility: Option<u8>,
    /// Sources that bear the statement out.
    pub evidence: Box<[SourceId]>,
    /// The description of a speaker of `by` who is not named.
    pub anonymous: Option<String>,
    /// The carriers of the words, from the one nearest to the speaker to the one nearest to us.
    pub via: Box<[Carrier]>,
    /// The party for which a person speaks, where he or she is part of several that day.
    pub capacity: Option<PartyId>,
    /// The grounds that the speaker gives: radar, tally sheets.
    pub basis: Box<[Box<str>]>,
    /// The parties and statements that the speaker cites.
    pub citing: Box<[Cited]>,
    /// Statements to which it replies.
    pub answers: Box<[StatementId]>,
    /// Statements that it withdraws.
    pub retracts: Box<[StatementId]>,
    /// Other reports or translations of the same words.
    pub same_as: Box<[StatementId]>,
    /// The condition under which the speaker says so.
    pub condition: Option<String>,
    /// Its checks by second readers, in the order written.
    pub checked: Box<[Check]>,
    /// Facts written beside those positions that have the long form, in the order of the positions.
    pub long: Box<[Long]>,
}

/// The rarer fields of one statement; no room is taken where it has none.
#[derive(Clone, Debug, Default)]
pub struct Seldom(Option<Box<Rarer>>);

/// The fields of a statement that has none of them.
static NONE: LazyLock<Rarer> = LazyLock::new(Rarer::default);

impl From<Rarer> for Seldom {
    fn from(rarer: Rarer) -> Self {
        Self((rarer != *NONE).then(|| Box::new(rarer)))
    }
}

/// Equal where the fields are, whether or not room was taken for them.
impl PartialEq for Seldom {
    fn eq(&self, other: &Self) -> bool {
        self.fields() == other.fields()
    }
}

impl Seldom {
    fn fields(&self) -> &Rarer {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl Deref for Statement {
    type Target = Rarer;

    fn deref(&self) -> &Rarer {
        self.seldom.fields()
    }
}

impl DerefMut for Statement {
    fn deref_mut(&mut self) -> &mut Rarer {
        self.seldom.0.get_or_insert_default()
    }
}
