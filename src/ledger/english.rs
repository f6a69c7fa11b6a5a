//! English as far as sentences need it: verbs for one or many, small numbers as words.

/// A verb in the third person, for one or for many: `verb(1, "say")` is "says", `verb(1, "deny")` "denies".
#[must_use]
pub fn verb(count: usize, plain: &str) -> String {
    if count != 1 {
        return plain.to_owned();
    }
    match plain {
        "have" => "has".to_owned(),
        _ => match plain.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{plain}s"),
        },
    }
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
        let one = |plain| verb(1, plain);
        assert_eq!([one("say"), one("deny"), one("have")], ["says", "denies", "has"]);
        assert_eq!(verb(2, "deny"), "deny");
    }
}
