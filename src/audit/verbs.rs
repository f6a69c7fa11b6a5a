//! Verbs that attribute, and their forms.

use super::cues::Cue;

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
