//! Values of propositions: every value denotes a set, and two values conflict when their sets are disjoint.

use rustc_hash::FxHashMap;

use super::date::Date;
use super::decimal::Decimal;
use super::id::{PartyId, PlaceId, TextId, TopicId, ValueId};

/// The largest count a ledger may hold.
pub const LARGEST_COUNT: u64 = 1_000_000_000_000;

/// The kind of value that a predicate takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// A count, 0 to 10^12.
    Count,
    /// A decimal number, with a sign.
    Number,
    /// A date.
    Date,
    /// A place.
    Place,
    /// A party.
    Party,
    /// A topic.
    Topic,
    /// Quoted text, which is shown side by side and never conflicts.
    Text,
}

impl ValueKind {
    /// Every kind with its word in the vocabulary.
    pub const WORDS: [(&'static str, ValueKind); 7] = [
        ("count", Self::Count),
        ("number", Self::Number),
        ("date", Self::Date),
        ("place", Self::Place),
        ("party", Self::Party),
        ("topic", Self::Topic),
        ("text", Self::Text),
    ];
}

/// The sign between a proposition and its value, which says how the value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// `=`
    Is,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `~`: within a tenth; for dates, widened by one of its own units each way.
    About,
    /// `= a..b`
    Range,
}

/// The value that a position gives to its proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A count; the second figure is the end of a range, else the first again.
    Count(Comparison, u64, u64),
    /// A decimal number; the second is the end of a range, else the first again.
    Number(Comparison, Decimal, Decimal),
    /// A date; the second is the end of a range, else the first again.
    Date(Comparison, Date, Date),
    /// A place.
    Place(PlaceId),
    /// A party.
    Party(PartyId),
    /// A topic.
    Topic(TopicId),
    /// Quoted text.
    Text(TextId),
}

/// All values of a run, each once: equal values have equal ids.
#[derive(Clone, Debug, Default)]
pub struct Values {
    rows: Vec<Value>,
    ids: FxHashMap<Value, ValueId>,
}

impl Values {
    /// The id of a value, which is added where it is new.
    pub fn intern(&mut self, value: Value) -> ValueId {
        *self.ids.entry(value).or_insert_with(|| {
            self.rows.push(value);
            ValueId::from(self.rows.len() - 1)
        })
    }

    /// The value of an id.
    #[must_use]
    pub fn get(&self, id: ValueId) -> Value {
        self.rows[id.index()]
    }
}

impl Value {
    /// The counts that it denotes, lowest and highest; none where it is no count or denotes none.
    #[must_use]
    pub fn counts(self) -> Option<(u64, u64)> {
        let Self::Count(comparison, a, b) = self else { return None };
        let (low, high) = match comparison {
            Comparison::Is => (a, a),
            Comparison::Less => (0, a.checked_sub(1)?),
            Comparison::AtMost => (0, a),
            Comparison::More => (a.saturating_add(1), u64::MAX),
            Comparison::AtLeast => (a, u64::MAX),
            Comparison::About => ((a * 9).div_ceil(10), a * 11 / 10),
            Comparison::Range => (a, b),
        };
        (low <= high).then_some((low, high))
    }

    /// The figures that it denotes, lowest and highest, all in one scale: a figure stands for all that rounds to it.
    /// None where it is no number or denotes none.
    #[must_use]
    pub fn numbers(self) -> Option<(i128, i128)> {
        let Self::Number(comparison, a, b) = self else { return None };
        let (low, high) = match comparison {
            Comparison::Is => a.rounds(),
            Comparison::Less => (i128::MIN, a.exact() - 1),
            Comparison::AtMost => (i128::MIN, a.rounds().1),
            Comparison::More => (a.exact() + 1, i128::MAX),
            Comparison::AtLeast => (a.rounds().0, i128::MAX),
            Comparison::About => {
                let tenth = a.exact().abs() / 10;
                (a.rounds().0.min(a.exact() - tenth), a.rounds().1.max(a.exact() + tenth))
            }
            Comparison::Range => (a.rounds().0, b.rounds().1),
        };
        (low <= high).then_some((low, high))
    }

    /// The days that it denotes, first and last, as written; none where it is no date or denotes none.
    #[must_use]
    pub fn days(self) -> Option<(i32, i32)> {
        let Self::Date(comparison, a, b) = self else { return None };
        let (first, last) = match comparison {
            Comparison::Is => (a.first(), a.last()),
            Comparison::Less => (i32::MIN, a.first().checked_sub(1)?),
            Comparison::AtMost => (i32::MIN, a.last()),
            Comparison::More => (a.last().checked_add(1)?, i32::MAX),
            Comparison::AtLeast => (a.first(), i32::MAX),
            Comparison::About => (a.about().first(), a.about().last()),
            Comparison::Range => (a.first(), b.last()),
        };
        (first <= last).then_some((first, last))
    }
}
