//! The little English that comparing wordings needs: words that carry no content, words that turn a sentence round,
//! hesitation, and words that differ in form only.

/// Words that say little of the subject of a sentence; two quotations that share only these share nothing.
const COMMON: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have",
    "he", "her", "here", "him", "his", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me",
    "might", "more", "my", "no", "not", "of", "on", "one", "or", "our", "out", "over", "she", "should", "so",
    "some", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
    "up", "us", "very", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would", "you",
    "your",
];

/// Words that deny.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "nothing", "none", "nobody", "nor", "neither", "nowhere", "without", "cannot",
    "hardly", "scarcely", "barely",
];

/// Words that open a condition.
const CONDITIONS: &[&str] = &["if", "unless", "provided", "providing", "until", "assuming"];

/// Verbs of possibility and duty.
const MODALS: &[&str] =
    &["will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "ought"];

/// Sounds and words of hesitation, longer ones first.
const HESITATIONS: &[&[&str]] = &[
    &["you", "know"],
    &["i", "mean"],
    &["kind", "of"],
    &["sort", "of"],
    &["like"],
    &["well"],
    &["so"],
    &["okay"],
    &["ok"],
    &["right"],
    &["look"],
    &["actually"],
    &["basically"],
    &["uh"],
    &["um"],
    &["er"],
    &["erm"],
    &["ah"],
    &["eh"],
    &["oh"],
    &["mm"],
    &["hmm"],
    &["uhm"],
];

/// Numbers in words.
const NUMBERS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// Words that count without being a number.
const MEASURES: &[&str] = &[
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "dozen",
    "dozens",
    "half",
    "double",
    "twice",
    "percent",
    "%",
    "first",
    "second",
    "third",
];

/// Short forms with the words for which they stand.
const SHORT_FORMS: &[(&str, &[&str])] = &[
    ("can't", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("won't", &["will", "not"]),
    ("shan't", &["shall", "not"]),
    ("ain't", &["is", "not"]),
    ("let's", &["let", "us"]),
    ("gonna", &["going", "to"]),
    ("wanna", &["want", "to"]),
    ("gotta", &["got", "to"]),
    ("'cause", &["because"]),
    ("cos", &["because"]),
    ("yeah", &["yes"]),
    ("yep", &["yes"]),
    ("em", &["them"]),
];

/// Words that an editor may correct without changing what was said: number of the verb, article, case.
const GRAMMAR: &[&[&str]] = &[
    &["is", "are", "am"],
    &["was", "were"],
    &["has", "have"],
    &["does", "do"],
    &["a", "an"],
    &["who", "whom"],
    &["less", "fewer"],
    &["me", "i"],
];

/// True when a word says little by itself.
#[must_use]
pub fn common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

/// True when a word denies.
#[must_use]
pub fn negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't")
}

/// True when a word opens a condition.
#[must_use]
pub fn condition(word: &str) -> bool {
    CONDITIONS.contains(&word)
}

/// True when a word is a modal verb.
#[must_use]
pub fn modal(word: &str) -> bool {
    MODALS.contains(&word) || matches!(word, "won't" | "can't" | "shan't") || word.ends_with("'ll")
}

/// The number of a month, from 1; none where the word is no month.
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

/// True when a word is a number or counts.
#[must_use]
pub fn number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        || MEASURES.contains(&word)
        || NUMBERS.iter().any(|(name, _)| *name == word)
}

/// The number of words of hesitation at the beginning; 0 where there are none.
#[must_use]
pub fn hesitation(words: &[&str]) -> usize {
    HESITATIONS.iter().find(|form| words.starts_with(form)).map_or(0, |form| form.len())
}

/// True when two words differ in grammar only.
#[must_use]
pub fn same_but_grammar(one: &str, other: &str) -> bool {
    GRAMMAR.iter().any(|group| group.contains(&one) && group.contains(&other))
}

/// The words in one form: short forms written out, numbers in digits, one spelling.
#[must_use]
pub fn plain(words: &[&str]) -> Vec<String> {
    let mut plain = Vec::with_capacity(words.len());
    for word in words {
        if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| short == word) {
            plain.extend(long.iter().map(|word| (*word).to_owned()));
        } else if let Some((_, digits)) = NUMBERS.iter().find(|(name, _)| name == word) {
            plain.push((*digits).to_owned());
        } else if let Some(stem) = word.strip_suffix("n't") {
            plain.extend([stem.to_owned(), "not".to_owned()]);
        } else if let Some((stem, end)) = word.split_once('\'') {
            let long = match end {
                "re" => Some("are"),
                "ve" => Some("have"),
                "ll" => Some("will"),
                "m" => Some("am"),
                "s" if matches!(stem, "it" | "that" | "there" | "he" | "she" | "what" | "who") => Some("is"),
                _ => None,
            };
            match long {
                Some(long) => plain.extend([stem.to_owned(), long.to_owned()]),
                None => plain.push((*word).to_owned()),
            }
        } else {
            plain.push(spelling(word));
        }
    }
    plain
}

/// The American spelling of a word that British English spells otherwise.
fn spelling(word: &str) -> String {
    let ends = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("ises", "izes"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("our", "or"),
        ("ours", "ors"),
        ("ence", "ense"),
        ("tre", "ter"),
        ("lled", "led"),
        ("lling", "ling"),
        ("ogue", "og"),
    ];
    let long = word.len() > 4;
    let end = ends.iter().find(|(british, _)| long && word.ends_with(british));
    end.map_or_else(
        || word.to_owned(),
        |(british, american)| format!("{}{american}", &word[..word.len() - british.len()]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_common_words_is_in_order() {
        assert!(COMMON.is_sorted(), "it is searched by halves");
    }

    #[test]
    fn one_dress() {
        assert_eq!(
            plain(&["don't", "we're", "cannot", "three"]),
            ["do", "not", "we", "are", "can", "not", "3"]
        );
        assert_eq!(plain(&["organisation", "colour", "iran's"]), ["organization", "color", "iran's"]);
        assert_eq!(hesitation(&["you", "know", "in"]), 2);
        assert_eq!(hesitation(&["you", "go"]), 0);
    }
}
