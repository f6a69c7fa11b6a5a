//! Propositions: a predicate and its arguments, interned, and the grammar in which people write them.

use rustc_hash::FxHashMap;

use super::id::{EventId, PartyId, PlaceId, PredicateId, PropositionId, SourceId, StatementId, TopicId};
use super::value::Comparison;

/// Largest number of arguments that a proposition may have.
pub const MOST_ARGUMENTS: usize = 4;

/// The kind of record that an argument names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArgumentKind {
    /// A party, or `self`.
    Party,
    /// A place.
    Place,
    /// An event.
    Event,
    /// A topic.
    Topic,
    /// A source.
    Source,
    /// A statement.
    Statement,
}

impl ArgumentKind {
    /// Every kind with its word in the vocabulary.
    pub const WORDS: [(&'static str, ArgumentKind); 6] = [
        ("party", Self::Party),
        ("place", Self::Place),
        ("event", Self::Event),
        ("topic", Self::Topic),
        ("source", Self::Source),
        ("statement", Self::Statement),
    ];

    /// The word for the kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("argument", |(word, _)| word)
    }
}

/// An argument, as the index of the named record in its table. Only the predicate knows of what kind it is:
/// [`Predicate::party`](crate::ledger::vocabulary::Predicate::party) and its like say what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Argument(u32);

impl Argument {
    /// `self`: the root of whoever speaks.
    pub const SPEAKER: Self = Self(u32::MAX);
    /// No argument at this place.
    pub const NONE: Self = Self(u32::MAX - 1);
    /// `?`: a party that is not known.
    pub const UNKNOWN: Self = Self(u32::MAX - 2);

    /// The index of the named record in its table; none for `self` and `?`, which name no record.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        (self.0 < Self::UNKNOWN.0).then_some(self.0 as usize)
    }
}

/// Lets the ids of all kinds that a proposition can name be arguments.
macro_rules! argument {
    ($($id:ident),+) => {$(
        impl From<$id> for Argument {
            fn from(id: $id) -> Self {
                Self(u32::try_from(id.index()).unwrap_or(u32::MAX))
            }
        }
    )+};
}

argument!(PartyId, PlaceId, TopicId, EventId, SourceId, StatementId);

/// A predicate and its arguments, without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proposition {
    /// The predicate.
    pub predicate: PredicateId,
    /// Its arguments; unused places hold [`Argument::NONE`].
    pub arguments: [Argument; MOST_ARGUMENTS],
}

impl Proposition {
    /// A predicate with one argument.
    #[must_use]
    pub fn of(predicate: PredicateId, argument: impl Into<Argument>) -> Self {
        let none = Argument::NONE;
        Self { predicate, arguments: [argument.into(), none, none, none] }
    }

    /// A predicate with two arguments.
    #[must_use]
    pub fn of_two(predicate: PredicateId, one: impl Into<Argument>, other: impl Into<Argument>) -> Self {
        Self::of(predicate, one).with(1, other.into())
    }

    /// The arguments in use.
    #[must_use]
    pub fn arguments(&self) -> &[Argument] {
        let used = self.arguments.iter().position(|argument| *argument == Argument::NONE);
        &self.arguments[..used.unwrap_or(MOST_ARGUMENTS)]
    }

    /// The proposition with another argument at `place`.
    #[must_use]
    pub fn with(mut self, place: usize, argument: Argument) -> Self {
        self.arguments[place] = argument;
        self
    }
}

/// All propositions of a run, each once.
#[derive(Clone, Debug, Default)]
pub struct Propositions {
    rows: Vec<Proposition>,
    ids: FxHashMap<Proposition, PropositionId>,
}

impl Propositions {
    /// The id of a proposition, which is added where it is new.
    pub fn intern(&mut self, proposition: Proposition) -> PropositionId {
        *self.ids.entry(proposition).or_insert_with(|| {
            self.rows.push(proposition);
            PropositionId::from(self.rows.len() - 1)
        })
    }

    /// The id of a proposition; none where it has not been added.
    #[must_use]
    pub fn find(&self, proposition: &Proposition) -> Option<PropositionId> {
        self.ids.get(proposition).copied()
    }

    /// The proposition with an id.
    #[must_use]
    pub fn get(&self, id: PropositionId) -> Proposition {
        self.rows[id.index()]
    }

    /// The number of propositions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A proposition as written, before anything is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed<'t> {
    /// Name of the predicate.
    pub name: &'t str,
    /// Ids of the arguments, `self`, `?` or a variable among them.
    pub arguments: Vec<&'t str>,
    /// Comparison, literal and, for a range, its end.
    pub value: Option<(Comparison, Literal<'t>, Option<Literal<'t>>)>,
}

/// A value as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal<'t> {
    /// Digits, a date or an id.
    Bare(&'t str),
    /// Text in double quotes.
    Quoted(&'t str),
}

/// The parts of a text `name(argument, …) value`.
///
/// # Errors
/// The fault of the text, in words.
pub fn parse(text: &str) -> Result<Parsed<'_>, String> {
    let text = text.trim();
    let Some(open) = text.find('(') else {
        return Err(if text.contains(')') {
            format!("`{text}` closes a bracket that it never opened")
        } else {
            format!("`{text}` is no proposition: it has no arguments in brackets")
        });
    };
    let name = text[..open].trim();
    if !is_name(name) {
        return Err(format!("`{name}` is no name of a predicate"));
    }
    let Some(close) = text[open..].find(')').map(|at| open + at) else {
        return Err(format!("`{text}` opens a bracket that it never closes"));
    };
    let arguments: Vec<&str> = text[open + 1..close].split(',').map(str::trim).collect();
    if let Some(wrong) = arguments.iter().find(|argument| !is_argument(argument)) {
        return Err(if wrong.is_empty() {
            format!("`{text}` has an empty argument")
        } else {
            format!("`{wrong}` is no id: ids are small letters a to z, digits and hyphens")
        });
    }
    Ok(Parsed { name, arguments, value: parse_value(text[close + 1..].trim())? })
}

/// The signs with which a value begins, longer ones first.
const SIGNS: [(&str, Comparison); 6] = [
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("<", Comparison::Less),
    (">", Comparison::More),
    ("=", Comparison::Is),
    ("~", Comparison::About),
];

type WrittenValue<'t> = Option<(Comparison, Literal<'t>, Option<Literal<'t>>)>;

fn parse_value(text: &str) -> Result<WrittenValue<'_>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let Some((sign, comparison)) = SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) else {
        return Err(format!("`{text}` after the brackets is no value: a value begins with = < <= > >= or ~"));
    };
    let rest = text[sign.len()..].trim();
    if let Some(inner) = rest.strip_prefix('"') {
        return match inner.strip_suffix('"') {
            Some(inner) if !inner.contains('"') => Ok(Some((*comparison, Literal::Quoted(inner), None))),
            _ => Err(format!("`{rest}` is no text in double quotes")),
        };
    }
    if rest.is_empty() {
        return Err(format!("a value is missing after `{sign}`"));
    }
    // `2024/..` and `../2024` are dates with an open end; `2024-01/2024-02..2024-06` is a range.
    let open = |(from, to): &(&str, &str)| from.ends_with('/') || to.starts_with('/');
    if let Some((from, to)) = rest.split_once("..").filter(|ends| !open(ends)) {
        let (from, to) = (from.trim(), to.trim());
        if *comparison != Comparison::Is || from.is_empty() || to.is_empty() {
            return Err(format!("`{text}` is no range: a range is written `= 100..300`"));
        }
        return Ok(Some((Comparison::Range, Literal::Bare(from), Some(Literal::Bare(to)))));
    }
    Ok(Some((*comparison, Literal::Bare(rest), None)))
}

/// True when a text is an id: `[a-z0-9][a-z0-9-]*`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// True when a text is an id, `?` alone, or a variable `?name`.
fn is_argument(text: &str) -> bool {
    text == "?" || is_name(text.strip_prefix('?').unwrap_or(text))
}
