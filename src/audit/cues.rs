//! Words that attribute: what a verb says of how its subject stands to the words, and the words around it.

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

/// Verbs by what they say: plain form and past where it is not regular.
const VERBS: &[(Cue, &[&str])] = &[
    (
        Cue::Says,
        &[
            "say/said",
            "tell/told",
            "add",
            "state",
            "announce",
            "declare",
            "explain",
            "write/wrote",
            "tweet",
            "post",
            "reply/replied",
            "respond",
            "answer",
            "insist",
            "argue",
            "note",
            "observe",
            "remark",
            "stress",
            "warn",
            "promise",
            "vow",
            "pledge",
            "swear/swore",
            "assure",
            "recall",
            "report",
            "describe",
            "call",
            "name",
            "comment",
            "continue",
            "conclude",
            "joke",
            "quip",
            "complain",
            "lament",
            "boast",
            "speculate",
            "suggest",
            "believe",
            "think/thought",
            "think",
            "hope",
            "fear",
            "emphasize",
            "emphasise",
            "reiterate",
            "underline",
            "underscore",
            "mention",
            "quote",
            "cite",
            "repeat",
            "retort",
            "shout",
            "testify/testified",
            "threaten",
            "predict",
            "propose",
            "voice",
            "hail",
            "praise",
            "welcome",
            "criticize",
            "criticise",
            "decry/decried",
            "speak/spoke",
            "urge",
            "claim",
            "maintain",
            "contend",
            "allege",
            "estimate",
            "indicate",
            "reveal",
            "mock",
            "ridicule",
            "brand",
            "label",
            "slam",
            "insult",
            "deride",
            "taunt",
            "tout",
            "characterize",
            "characterise",
            "liken",
            "compare",
            "refer/referred",
            "defend",
            "encourage",
            "advise",
            "sing/sang",
            "portray",
        ],
    ),
    (
        Cue::Confirms,
        &["confirm", "admit/admitted", "acknowledge", "concede", "recognize", "recognise", "verify/verified"],
    ),
    (Cue::Denies, &["deny/denied", "reject", "refute", "dismiss", "disavow", "repudiate", "contradict"]),
    (Cue::Accuses, &["accuse", "blame"]),
    (Cue::Condemns, &["condemn", "denounce", "deplore"]),
    (Cue::Calls, &["demand", "request", "ask", "appeal", "seek/sought", "want"]),
];

/// The verb that a word is a form of, and whether it is a participle in `-ing`.
#[must_use]
pub fn verb(word: &str) -> Option<(Cue, bool)> {
    let is = |plain: &str, past: Option<&str>| -> Option<bool> {
        if word == plain || past == Some(word) {
            return Some(false);
        }
        let rest = word.strip_prefix(&plain[..plain.len() - 1])?;
        let last = &plain[plain.len() - 1..];
        let third = match last {
            "y" if !plain.ends_with("ay") => "ies",
            "s" | "h" => "es",
            _ => "s",
        };
        let plural = if third == "ies" { rest == "ies" } else { rest.strip_prefix(last) == Some(third) };
        let regular = rest.strip_prefix(last).is_some_and(|end| end == "ed") || last == "e" && rest == "ed";
        let doubled =
            |end: &str| rest.strip_prefix(last).and_then(|rest| rest.strip_prefix(last)) == Some(end);
        let present = if last == "e" {
            rest == "ing"
        } else {
            rest.strip_prefix(last) == Some("ing") || doubled("ing")
        };
        if present {
            return Some(true);
        }
        (plural || regular && past.is_none()).then_some(false)
    };
    VERBS.iter().find_map(|(cue, verbs)| {
        verbs.iter().find_map(|verb| {
            let (plain, past) =
                verb.split_once('/').map_or((*verb, None), |(plain, past)| (plain, Some(past)));
            if plain.as_bytes().first() != word.as_bytes().first() {
                return None;
            }
            is(plain, past).map(|participle| {
                let claims = *verb == "claim";
                (if claims { Cue::Claims } else { *cue }, participle)
            })
        })
    })
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
    matches!(verb(word), Some((Cue::Denies, _)))
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

/// Days and months: written with a capital, and nobody's name.
#[must_use]
pub fn calendar(word: &str) -> bool {
    weekday(word).is_some() || month(word).is_some() || matches!(word, "today" | "yesterday" | "tomorrow")
}

/// The number of a day of the week, Monday 0.
#[must_use]
pub fn weekday(word: &str) -> Option<i32> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().zip(0..).find(|(day, _)| **day == word).map(|(_, at)| at)
}

/// The number of a month, from 1.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.iter().zip(1..).find(|(month, _)| **month == word).map(|(_, at)| at)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_verbs() {
        for word in [
            "said",
            "says",
            "denied",
            "denies",
            "condemned",
            "told",
            "warns",
            "replied",
            "accuses",
            "admitted",
        ] {
            assert_eq!(verb(word).map(|(_, participle)| participle), Some(false), "{word}");
        }
        for word in ["saying", "denying", "admitting", "accusing", "calling"] {
            assert_eq!(verb(word).map(|(_, participle)| participle), Some(true), "{word}");
        }
        assert_eq!(verb("claimed"), Some((Cue::Claims, false)));
        for word in ["sailor", "denim", "address", "wrot", "noted2", "callous"] {
            assert_eq!(verb(word), None, "{word}");
        }
    }
}
