//! The keys of mappings inside records.

use super::{Field, Kind, VERDICTS, many, must, one};

/// What a party is part of, as what, and when.
pub const MEMBERSHIP: &[Field] = &[
    must(one("party", Kind::Reference("parties"), "what it is part of")),
    one("title", Kind::Words, "as what"),
    one("from", Kind::Date, "since when"),
    one("until", Kind::Date, "until when"),
];
/// Who carried the words, where the carrier is not named.
pub const CARRIER: &[Field] = &[
    must(one("party", Kind::Speaker, "the party whose unnamed member carried the words")),
    one("anonymous", Kind::Words, "how the unnamed carrier is described"),
];
/// A second reader's check of a statement.
pub const CHECK: &[Field] = &[
    must(one("by", Kind::Words, "who compared it, in the name or initials that the desk uses")),
    one("date", Kind::Date, "when"),
];
/// A position written long.
pub const POSITION: &[Field] = &[
    must(one("says", Kind::Proposition, "the proposition")),
    one("quote", Kind::Words, "the words for this position alone: a part of the statement's own"),
    one("scope", Kind::Words, "what the figure covers; figures of different scope are not compared"),
    one("as-of", Kind::Date, "the day for which it holds: the statement's date if not given"),
];
/// The act of a predicate in words of its own.
pub const ACT: &[Field] = &[
    one("doing", Kind::Words, "the act, to follow \"denies\" or \"is accused of\": having carried it out"),
    one("claims", Kind::Words, "what those make who say it of themselves: claims of responsibility"),
];
/// A sentence in which a predicate is said, under the stance of whoever says it.
pub const SAID: &[Field] = &[
    one("asserts", Kind::Words, "the sentence of somebody who says it is so"),
    one("suggests", Kind::Words, "the sentence of somebody who says it is likely or possible"),
    one("doubts", Kind::Words, "the sentence of somebody who says it is unlikely"),
    one("denies", Kind::Words, "the sentence of somebody who says it is not so"),
    one("leaves-open", Kind::Words, "the sentence of somebody who says it is not known"),
    one("declines", Kind::Words, "the sentence of somebody who declines to say"),
];
/// Setting: when a link is corroborated.
pub const VERIFY: &[Field] = &[one(
    "origins",
    Kind::Number(1, u64::MAX),
    "how many parties with no stake must say so before a link is corroborated: 2 if not given",
)];
/// Setting: when two events are candidates for being one.
pub const NEAR: &[Field] = &[
    one("hours", Kind::Number(0, 20_000), "how far apart in time: 24 if not given"),
    one("km", Kind::Number(0, 20_000), "how far apart in space, in kilometres: 50 if not given"),
];
/// Setting: what is an error in the quotations of a draft.
pub const QUOTES: &[Field] =
    &[many("error", Kind::Choice(VERDICTS), "verdicts and remarks of the audit that are errors")];
/// Setting: which readings are made.
pub const READINGS: &[Field] =
    &[many("off", Kind::Reference("rules"), "rules of reading that are switched off")];
