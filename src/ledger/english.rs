//! English as far as sentences need it: verbs for one or many, small numbers as words.

/// Whether a verb is of one or of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// "says".
    One,
    /// "say".
    Many,
}

impl Number {
    /// That of so many.
    #[must_use]
    pub fn of(count: usize) -> Self {
        if count == 1 { Self::One } else { Self::Many }
    }

    /// One word or the other.
    #[must_use]
    pub fn pick<T>(self, one: T, many: T) -> T {
        match self {
            Self::One => one,
            Self::Many => many,
        }
    }
}

/// A verb in the third person: "say" is "says" of one and "say" of many, "deny" is "denies" and "deny".
#[must_use]
pub fn verb(number: Number, plain: &str) -> String {
    if number == Number::Many {
        return if plain == "be" { "are" } else { plain }.to_owned();
    }
    match plain {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        _ => match plain.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{plain}s"),
        },
    }
}

/// The verbs that a sentence which denies begins with, each with that of the question to `you` and to a third, and with what
/// the question says in place of the denial: "took no part" asks "did … take part".
const TURNS: [(&str, &str, &str, &str); 14] = [
    ("was not ", "were", "was", ""),
    ("were not ", "were", "were", ""),
    ("is not ", "are", "is", ""),
    ("are not ", "are", "are", ""),
    ("is no ", "are", "is", "a "),
    ("are no ", "are", "are", ""),
    ("did not ", "did", "did", ""),
    ("does not ", "do", "does", ""),
    ("do not ", "do", "do", ""),
    ("has not ", "have", "has", ""),
    ("have not ", "have", "have", ""),
    ("had not ", "had", "had", ""),
    ("will not ", "will", "will", ""),
    ("took no part ", "did", "did", "take part "),
];

/// The question that a denial of a subject makes, by what stands behind the subject: "did not order {2}" asks "did {1} order
/// {2}". None where it begins with no such verb.
#[must_use]
pub fn turned(subject: &str, denial: &str, to_you: bool) -> Option<String> {
    TURNS.iter().find_map(|(begins, you, third, instead)| {
        let rest = denial.strip_prefix(begins)?;
        Some(format!("{} {subject} {instead}{rest}", if to_you { you } else { third }))
    })
}

/// Words that end what a name names: "the strikes | on three bases".
const BEHIND: [&str; 22] = [
    "of", "in", "on", "at", "against", "near", "by", "from", "for", "to", "since", "with", "without",
    "between", "over", "under", "after", "before", "during", "within", "along", "around",
];

/// Nouns in the plural that no "s" shows.
const PLURAL: [&str; 5] = ["people", "children", "men", "women", "police"];

/// Names that end like a plural and are none.
const SINGULAR: [&str; 12] = [
    "chaos",
    "emirates",
    "gas",
    "hamas",
    "nations",
    "netherlands",
    "news",
    "philippines",
    "reuters",
    "series",
    "states",
    "times",
];

/// The noun of a name: the last word before what says where, when or of what: "strikes" of "the strikes on three bases".
fn noun(name: &str) -> &str {
    let behind = |word: &&str| !BEHIND.contains(&word.to_lowercase().as_str()) && !word.starts_with('(');
    let noun = name.split_whitespace().take_while(behind).last().unwrap_or("");
    noun.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether a name is of several, as far as its noun shows: "the Marsh Raiders", "earlier strikes in Norland".
#[must_use]
pub fn plural(name: &str) -> bool {
    let noun = noun(name).to_lowercase();
    let shown =
        noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") && !noun.ends_with("is");
    PLURAL.contains(&noun.as_str()) || shown && !noun.ends_with("'s") && !SINGULAR.contains(&noun.as_str())
}

/// Whether the noun of a name is an ordinary word, written small, or the name begins with "the".
#[must_use]
pub fn described(name: &str) -> bool {
    noun(name).starts_with(char::is_lowercase)
        || name.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "))
}

/// A count as a word up to twelve, in digits beyond.
#[must_use]
pub fn number(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_agree_with_their_subjects() {
        let one = |plain| verb(Number::One, plain);
        assert_eq!([one("say"), one("deny"), one("have")], ["says", "denies", "has"]);
        assert_eq!(verb(Number::Many, "deny"), "deny");
        assert_eq!([verb(Number::One, "be"), verb(Number::Many, "be")], ["is", "are"]);
    }

    #[test]
    fn names_are_of_several_where_their_noun_is() {
        for name in [
            "the Marsh Raiders",
            "earlier strikes in Norland",
            "quay bombings",
            "children",
            "US forces at sea",
        ] {
            assert!(plural(name), "{name}");
        }
        for name in
            ["the strike on three bases", "Hamas", "the crisis", "United Nations", "loss of signal", ""]
        {
            assert!(!plural(name), "{name}");
        }
        assert!(described("the Elders") && described("local residents") && !described("Doctors Abroad"));
    }
}
