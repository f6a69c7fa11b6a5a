//! What somebody does by a stance, in words: "says that …", "denies it".

use super::Ledger;
use super::english::Number;
use super::model::proposition::Proposition;
use super::model::stance::{Sign, Stance};
use super::model::value::Value;
use super::questions::who;
use super::words::sentence;

/// What a stance does, to be read after a name: "denies it".
#[must_use]
pub fn does(number: Number, stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => number.pick("says so", "say so"),
        Stance::Suggests => number.pick("says it is likely or possible", "say it is likely or possible"),
        Stance::Doubts => number.pick("says it is unlikely", "say it is unlikely"),
        Stance::Denies => number.pick("denies it", "deny it"),
        Stance::LeavesOpen => number.pick("says it is not known", "say it is not known"),
        Stance::Declines => number.pick("declines to say", "decline to say"),
    }
}

/// What is done by a stance, to be read before "by" and a name: "denied".
#[must_use]
pub fn done(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "said",
        Stance::Suggests => "called likely or possible",
        Stance::Doubts => "called unlikely",
        Stance::Denies => "denied",
        Stance::LeavesOpen => "left open",
        Stance::Declines => "not commented on",
    }
}

/// What a stance says of a proposition, to be read after a name: "says that …", "declines to say how many …".
#[must_use]
pub fn says(
    ledger: &Ledger,
    number: Number,
    stance: Stance,
    proposition: &Proposition,
    value: Option<Value>,
) -> String {
    if let Some(who) = who(ledger, proposition).filter(|_| stance == Stance::LeavesOpen) {
        return format!("{} {who}", does(number, stance));
    }
    let sentence = sentence(ledger, proposition, value, Sign::Plus);
    let open = value.is_none() && !ledger.vocabulary.get(proposition.predicate).value.is_empty();
    match stance {
        Stance::LeavesOpen | Stance::Declines if open => format!("{} {sentence}", does(number, stance)),
        _ => says_that(number, stance, &sentence),
    }
}

/// What a stance says of a sentence, to be read after a name: "says that …", "denies that …".
#[must_use]
pub fn says_that(number: Number, stance: Stance, sentence: &str) -> String {
    match stance {
        Stance::Asserts => format!("{} that {sentence}", number.pick("says", "say")),
        Stance::Denies => format!("{} that {sentence}", number.pick("denies", "deny")),
        Stance::Suggests | Stance::Doubts => format!("{} that {sentence}", does(number, stance)),
        Stance::LeavesOpen | Stance::Declines => format!("{} whether {sentence}", does(number, stance)),
    }
}

/// What [`says`] tells, of a day that is past: "said that …", "denied that …", "said it was unlikely that …".
#[must_use]
pub fn past(says: &str) -> String {
    let (verb, rest) = says.split_once(' ').unwrap_or((says, ""));
    let verb = match verb {
        "says" | "say" => "said",
        "denies" | "deny" => "denied",
        "declines" | "decline" => "declined",
        other => other,
    };
    match rest.strip_prefix("it is ") {
        Some(rest) => format!("{verb} it was {rest}"),
        None => format!("{verb} {rest}"),
    }
}

/// A reason for which an apparent contradiction is none, as a clause; a reason that the format does not know is told as it
/// is written.
#[must_use]
pub fn why_none(reason: &str) -> &str {
    match reason {
        "time" => "they speak of different times",
        "scope" => "they count or cover different things",
        "definition" => "they use a word in different senses",
        "level" => "one speaks of the whole, the other of a part",
        "event" => "they speak of different events",
        "superseded" => "a later word has taken the place of one of them",
        "hedge" => "one of them does not commit itself",
        "translation" => "it comes of the translation",
        other => other,
    }
}
