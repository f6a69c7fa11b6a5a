//! The stem of an English word: one for all forms of a verb.

use std::borrow::Cow;

/// Verbs whose forms are not made by an ending, each with its stem first.
const IRREGULAR: &[&[&str]] = &[
    &["be", "is", "are", "was", "were", "been", "being", "am", "isn't", "wasn't", "aren't", "weren't"],
    &["have", "has", "had", "having", "haven't", "hasn't", "hadn't"],
    &["do", "does", "did", "done", "doing", "don't", "doesn't", "didn't"],
    &["take", "took", "taken", "taking"],
    &["hold", "held"],
    &["know", "knew", "known"],
    &["lose", "lost", "losing"],
    &["rise", "rose", "risen", "rising"],
    &["stand", "stood"],
    &["seek", "sought"],
    &["say", "said"],
    &["shoot", "shot"],
    &["win", "won", "winning"],
    &["give", "gave", "given", "giving"],
    &["bear", "bore", "borne"],
    &["leave", "left", "leaving"],
    &["sink", "sank", "sunk"],
    &["die", "died", "dies", "dying"],
    &["begin", "began", "begun"],
    &["break", "broke", "broken"],
    &["bring", "brought"],
    &["build", "built"],
    &["buy", "bought"],
    &["come", "came", "coming"],
    &["cut", "cutting"],
    &["fall", "fell", "fallen"],
    &["fight", "fought"],
    &["find", "found"],
    &["fly", "flew", "flown"],
    &["get", "got", "gotten"],
    &["go", "went", "gone", "goes", "going"],
    &["lead", "led"],
    &["make", "made", "making"],
    &["meet", "met"],
    &["pay", "paid"],
    &["put", "putting"],
    &["send", "sent"],
    &["set", "setting"],
    &["show", "shown"],
    &["steal", "stole", "stolen"],
    &["strike", "struck", "striking"],
    &["think", "thought"],
    &["write", "wrote", "written"],
    &["can", "can't", "cannot"],
    &["will", "won't"],
    // No verbs, and no forms of one.
    &["missing"],
    &["killing"],
    &["during"],
    &["this"],
    &["his"],
    &["its"],
    &["us"],
    &["used"],
    &["red"],
    &["need"],
];

/// The stem of a folded word.
#[must_use]
pub fn stem(word: &str) -> Cow<'_, str> {
    if let Some(row) =
        IRREGULAR.iter().find(|row| row.contains(&word) || word.strip_suffix('s') == Some(row[0]))
    {
        return Cow::Borrowed(row[0]);
    }
    if word.len() < 4 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    for (ending, instead) in [("ies", "y"), ("ied", "y")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) {
            return Cow::Owned(format!("{stem}{instead}"));
        }
    }
    let stripped = ["ings", "ing", "ed", "es", "s"].iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        let vowel = stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let plural = *ending == "s" && stem.ends_with(['s', 'u', 'i']);
        let es = *ending == "es"
            && !(stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh"));
        (stem.len() >= 3 && vowel && !plural && !es).then_some(stem)
    });
    let Some(stem) = stripped else {
        return Cow::Borrowed(word.strip_suffix('e').filter(|stem| stem.len() >= 3).unwrap_or(word));
    };
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !matches!(bytes[bytes.len() - 1], b's' | b'l' | b'z' | b'e' | b'o');
    let stem = if doubled { &stem[..stem.len() - 1] } else { stem };
    Cow::Borrowed(stem.strip_suffix('e').filter(|short| short.len() >= 3).unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_of_a_verb_have_one_stem() {
        for forms in [
            &["claim", "claims", "claimed", "claiming"][..],
            &["accuse", "accuses", "accused", "accusing"],
            &["deny", "denies", "denied", "denying"],
            &["commit", "commits", "committed", "committing"],
            &["kill", "kills", "killed"],
            &["injure", "injured", "injures", "injuring"],
            &["launch", "launches", "launched", "launching"],
            &["carry", "carried", "carrying", "carries"],
            &["take", "took", "taking", "takes"],
            &["condemn", "condemns", "condemned"],
            &["call", "called", "calls", "calling"],
            &["attack", "attacks"],
            &["bombing", "bombings", "bombed"],
            &["stage", "staged", "staging"],
            &["blame", "blamed", "blaming", "blames"],
            &["dismiss", "dismissed", "dismisses", "dismissing"],
            &["refuse", "refused", "refusing"],
        ] {
            let first = stem(forms[0]);
            assert!(forms.iter().all(|form| stem(form) == first), "{forms:?}: {first}");
        }
        assert_ne!(stem("miss"), stem("missing"));
        assert_ne!(stem("used"), stem("us"));
    }
}
