//! Words that attribute: what a verb says of how its subject stands to the words, and the words around it.

use super::frames;
use crate::text::quotes::lexicon;

/// What an attributing verb says that its subject does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// Says, in whatever tone.
    Says,
    /// Says that it is so, against a doubt.
    Confirms,
    /// Says that it is not so.
    Denies,
    /// Lays something on somebody.
    Accuses,
    /// Says that a deed was its own, or merely says.
    Claims,
    /// Condemns.
    Condemns,
    /// Asks for something.
    Calls,
}

/// Whether a word beside a quotation denies what stands in it.
#[must_use]
pub fn denies(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "reject",
        "refus",
        "refut",
        "dismiss",
        "avoid",
        "prevent",
        "oppos",
        "unwilling",
        "unlikely",
        "reluctan",
        "fail",
    ];
    const WORDS: &[&str] = &[
        "against", "ruled", "ruling", "stop", "stopping", "stopped", "end", "ended", "ending", "lack",
        "lacks",
    ];
    frames::verb(word).is_some_and(|verb| verb.cue == Cue::Denies)
        || WORDS.contains(&word)
        || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Nouns for what somebody says: "Norland’s claim that “…”".
#[must_use]
pub fn saying(word: &str) -> bool {
    matches!(
        word,
        "claim"
            | "claims"
            | "statement"
            | "remark"
            | "remarks"
            | "comment"
            | "comments"
            | "assertion"
            | "warning"
            | "words"
            | "promise"
            | "pledge"
            | "vow"
            | "denial"
            | "accusation"
            | "description"
            | "call"
            | "letter"
            | "speech"
            | "view"
    )
}

/// Pronouns before what somebody says: `her claim`.
#[must_use]
pub fn possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their")
}

/// Words after which a name is no subject.
#[must_use]
pub fn preposition(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "in", "at", "on", "of", "for", "to", "from", "with", "by", "near", "against", "between", "about",
        "over", "after", "before", "during", "into", "under", "among", "towards", "toward", "through",
        "since", "until", "despite", "amid", "behind", "across", "around", "inside", "outside", "within",
        "without", "than", "as",
    ];
    WORDS.contains(&word)
}

/// Words that begin a new clause.
#[must_use]
pub fn joins(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "and", "but", "or", "while", "whereas", "although", "though", "because", "that", "which", "when",
        "whose", "where", "if", "what", "how", "why", "whether", "so", "whatever", "whoever", "however",
    ];
    WORDS.contains(&word)
}

/// Words between a subject and its verb: auxiliaries and adverbs.
#[must_use]
pub fn auxiliary(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "been",
        "being",
        "be",
        "also",
        "later",
        "then",
        "never",
        "not",
        "repeatedly",
        "publicly",
        "already",
        "again",
        "once",
        "since",
        "still",
        "now",
        "recently",
        "even",
        "just",
        "earlier",
        "reportedly",
        "always",
        "often",
        "further",
        "himself",
        "herself",
        "itself",
        "themselves",
        "did",
        "does",
        "do",
        "has",
        "would",
        "will",
        "could",
        "may",
        "might",
        "must",
        "should",
        "can",
        "cannot",
        "immediately",
        "strongly",
        "quickly",
        "explicitly",
        "directly",
        "previously",
        "flatly",
        "firmly",
        "categorically",
        "vehemently",
        "only",
        "first",
        "both",
    ];
    WORDS.contains(&word) || word.ends_with("n't") || word.ends_with("ly")
}

/// Forms of `have` and `do`, and modal verbs: a clause that has one has a verb of its own.
#[must_use]
pub fn helps(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "does"
            | "do"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
    ) || word.ends_with("n't")
}

/// Forms of `be`, as the passive has them.
#[must_use]
pub fn be(word: &str) -> bool {
    matches!(
        word,
        "was" | "were" | "been" | "being" | "is" | "are" | "be" | "wasn't" | "weren't" | "isn't" | "aren't"
    )
}

/// Days and months: written with a capital, and nobody's name.
#[must_use]
pub fn calendar(word: &str) -> bool {
    weekday(word).is_some()
        || lexicon::month(word).is_some()
        || matches!(word, "today" | "yesterday" | "tomorrow")
}

/// The number of a day of the week, Monday 0.
#[must_use]
pub fn weekday(word: &str) -> Option<i32> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().zip(0..).find(|(day, _)| **day == word).map(|(_, at)| at)
}

/// Words before a quotation that say that it is no speech: "the so-called “…”".
#[must_use]
pub fn labels(word: &str) -> bool {
    matches!(
        word,
        "called"
            | "dubbed"
            | "known"
            | "term"
            | "titled"
            | "entitled"
            | "headlined"
            | "codenamed"
            | "nicknamed"
            | "word"
            | "phrase"
            | "labelled"
            | "labeled"
            | "named"
            | "book"
            | "film"
            | "song"
            | "series"
            | "programme"
    )
}
