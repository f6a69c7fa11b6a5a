//! The sentences of prose in which a predicate is said, as data: words, places of arguments, and parts that may be lacking.

use crate::ledger::model::stance::Stance;

/// A sentence in which a predicate is said: `{1} claimed responsibility for {2}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The stance that whoever says it takes.
    pub stance: Stance,
    /// The sentence, as written.
    pub text: String,
}

/// A part of such a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Any of these words, in any form.
    Words(Vec<String>),
    /// The argument at an index.
    Argument(usize),
    /// What the event at an index was done to.
    Of(usize),
    /// The value.
    Value,
    /// Whoever says it, where that is none of the arguments.
    Speaker,
}

/// A sentence has so many parts in brackets at most.
const MOST_BRACKETS: usize = 3;

impl Said {
    /// The sentence with all its parts, and without those in brackets, the longest first; for a predicate with so many
    /// arguments, and a value or none.
    ///
    /// # Errors
    /// The fault of the text, in words.
    pub fn forms(&self, arguments: usize, value: bool) -> Result<Vec<Vec<Part>>, String> {
        let text = self.text.as_str();
        if text.matches('[').count() > MOST_BRACKETS {
            return Err(format!("`{text}` has more than {MOST_BRACKETS} parts in brackets"));
        }
        let mut forms = vec![String::new()];
        let mut rest = text;
        while let Some(open) = rest.find(['[', ']']) {
            let inner = rest[open..].strip_prefix('[').and_then(|inner| inner.split_once(']'));
            let Some((inner, after)) = inner.filter(|(inner, _)| !inner.contains('[')) else {
                return Err(format!("`{text}` opens and closes its brackets not one after the other"));
            };
            let without = forms.iter().map(|form| format!("{form}{}", &rest[..open]));
            let with = without.clone().map(|form| format!("{form}{inner}"));
            forms = with.chain(without.clone()).collect();
            rest = after;
        }
        let whole = forms.into_iter().flat_map(|form| hyphens(&format!("{form}{rest}")));
        let parts = |form: String| Self::parts(&form, arguments, value);
        let mut forms = whole.map(parts).collect::<Result<Vec<_>, _>>()?;
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        if forms.iter().any(|form| !form.iter().any(|part| matches!(part, Part::Words(_)))) {
            return Err(format!("`{text}` has no words of its own"));
        }
        Ok(forms)
    }

    fn parts(form: &str, arguments: usize, value: bool) -> Result<Vec<Part>, String> {
        form.split_whitespace()
            .map(|part| match part.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')) {
                Some("by") => Ok(Part::Speaker),
                Some("value") if value => Ok(Part::Value),
                Some("value") => {
                    Err("`{value}` stands for a value, and this predicate takes none".to_owned())
                }
                Some(inner) => match inner.strip_prefix("of-").unwrap_or(inner).parse::<usize>() {
                    Ok(at) if (1..=arguments).contains(&at) && inner.starts_with("of-") => {
                        Ok(Part::Of(at - 1))
                    }
                    Ok(at) if (1..=arguments).contains(&at) => Ok(Part::Argument(at - 1)),
                    _ => Err(format!("`{{{inner}}}` names no argument of this predicate")),
                },
                None if part.contains(['{', '}']) => {
                    Err(format!("`{part}` is neither a word nor a place such as `{{1}}`"))
                }
                None => Ok(Part::Words(part.split('/').map(str::to_lowercase).collect())),
            })
            .collect()
    }
}

/// A sentence with words such as `terror-related` as several; several sentences where some of the words that stand for one
/// another have more parts than others.
fn hyphens(form: &str) -> Vec<String> {
    let mut forms = vec![String::new()];
    for part in form.split_whitespace() {
        let mut each: Vec<String> = Vec::new();
        if part.starts_with('{') || !part.contains('-') {
            each.push(part.to_owned());
        } else {
            let words: Vec<Vec<&str>> = part.split('/').map(|word| word.split('-').collect()).collect();
            let longest = words.iter().map(Vec::len).max().unwrap_or_default();
            for long in 1..=longest {
                let own: Vec<_> = words.iter().filter(|word| word.len() == long).collect();
                let at = |at: usize| own.iter().map(|word| word[at]).collect::<Vec<_>>().join("/");
                if !own.is_empty() {
                    each.push((0..long).map(at).collect::<Vec<_>>().join(" "));
                }
            }
        }
        forms = forms.iter().flat_map(|form| each.iter().map(move |part| format!("{form} {part}"))).collect();
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Result<Vec<Vec<Part>>, String> {
        Said { stance: Stance::Asserts, text: text.to_owned() }.forms(2, false)
    }

    #[test]
    fn a_sentence_has_its_forms() {
        let words = |words: &str| Part::Words(words.split('/').map(str::to_owned).collect());
        let full =
            vec![Part::Argument(0), words("claimed/took"), words("part"), words("in"), Part::Argument(1)];
        assert_eq!(forms("{1} Claimed/took part[ in {2}]"), Ok(vec![full.clone(), full[..3].to_vec()]));
        assert_eq!(forms("sank {of-2}"), Ok(vec![vec![words("sank"), Part::Of(1)]]));
        assert_eq!(
            forms("nobody/no-one slept"),
            Ok(vec![vec![words("no"), words("one"), words("slept")], vec![words("nobody"), words("slept")]])
        );
        assert_eq!(forms("{by} said[ so][ again]").map(|forms| forms.len()), Ok(4));
    }

    #[test]
    fn a_fault_is_named() {
        for (text, said) in [
            ("{3} did {2}", "names no argument"),
            ("{0} did {2}", "names no argument"),
            ("{1} sank {of-3}", "names no argument"),
            ("{1} had {value}", "takes none"),
            ("{1} did[ {2}", "brackets"),
            ("{1} did [[so]]", "brackets"),
            ("{1}did {2}", "neither a word"),
            ("{1} {2}", "no words of its own"),
            ("a[ b][ c][ d][ e]", "more than 3"),
        ] {
            let fault = forms(text).expect_err(text);
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
