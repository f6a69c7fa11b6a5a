//! Unmarked differences along an alignment: the words that differ, in both wordings, and what they touch.

use std::ops::Range;

use super::align::Step;
use super::lexicon;
use super::tokens::{Token, Words};

/// A wording to compare: its text, and the words in it.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// The text, with each piece of a statement on a line.
    pub text: String,
    /// The words.
    pub tokens: Vec<Token>,
    /// The index of the first token of each piece, and the number of all tokens at the end.
    pub breaks: Vec<usize>,
}

impl Wording {
    /// The wording of some pieces of text.
    pub fn new<'t>(words: &mut Words, pieces: impl Iterator<Item = &'t str>) -> Self {
        let mut wording = Self { breaks: vec![0], ..Self::default() };
        for piece in pieces {
            if !wording.text.is_empty() {
                wording.text.push('\n');
            }
            let start = wording.text.len();
            wording.text.push_str(piece);
            wording.tokens.extend(words.tokens(&wording.text, start..wording.text.len()));
            wording.breaks.push(wording.tokens.len());
        }
        wording
    }

    /// The text of some tokens, as written, on one line; empty where there are none.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> String {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last)))
        {
            (Some(first), Some(last)) if range.start < range.end => {
                self.text[first.start..last.end].split_whitespace().collect::<Vec<_>>().join(" ")
            }
            _ => String::new(),
        }
    }
}

/// A kind of word that a difference touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    /// A word that denies.
    Negation,
    /// A number.
    Number,
    /// A name.
    Name,
    /// A verb of possibility or duty.
    Modal,
}

impl Touch {
    /// The word in reports and in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Name => "name",
            Self::Modal => "modal",
        }
    }
}

/// Words of the draft in place of other words on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The draft's words, as written; empty where it leaves words out.
    pub draft: String,
    /// The stored words, as written; empty where the draft adds words.
    pub stored: String,
    /// The kinds of words that it touches.
    pub touches: Vec<Touch>,
    /// True when it is hesitation, grammar or spelling only.
    pub harmless: bool,
    /// True when it stands before or behind all that is on file, and changes nothing of it.
    pub beyond: bool,
}

impl Hunk {
    /// True when it changes what is on file.
    #[must_use]
    pub fn changes(&self) -> bool {
        !self.harmless && !self.beyond
    }
}

/// Differences in words: “five” for “six”; “not” left out.
#[must_use]
pub fn in_words(hunks: &[Hunk]) -> String {
    let one = |hunk: &Hunk| match (hunk.draft.is_empty(), hunk.stored.is_empty()) {
        (true, _) => format!("“{}” left out", hunk.stored),
        (_, true) => format!("“{}” added", hunk.draft),
        _ => format!("“{}” for “{}”", hunk.draft, hunk.stored),
    };
    hunks.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The unmarked differences along an alignment, in order.
#[must_use]
pub fn hunks(words: &Words, draft: &Wording, stored: &Wording, steps: &[Step]) -> Vec<Hunk> {
    let changed = |step: &Step| matches!(step, Step::Changed(..) | Step::Added(_) | Step::Left(_));
    let mut hunks = Vec::new();
    for run in steps.chunk_by(|a, b| changed(a) == changed(b)).filter(|run| changed(&run[0])) {
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        for step in run {
            match *step {
                Step::Changed(i, j) => {
                    ours.push(i);
                    theirs.push(j);
                }
                Step::Added(i) => ours.push(i),
                Step::Left(j) => theirs.push(j),
                _ => {}
            }
        }
        hunks.push(hunk(words, (draft, &ours), (stored, &theirs)));
    }
    hunks
}

fn hunk(words: &Words, draft: (&Wording, &[usize]), stored: (&Wording, &[usize])) -> Hunk {
    let texts = |(wording, at): (&Wording, &[usize])| -> Vec<String> {
        at.iter().map(|at| words.text(wording.tokens[*at].word).to_owned()).collect()
    };
    let (ours, theirs) = (texts(draft), texts(stored));
    let before = match (draft.1.first(), stored.1.first()) {
        (Some(at), _) => at.checked_sub(1).map(|at| words.text(draft.0.tokens[at].word)),
        (None, Some(at)) => at.checked_sub(1).map(|at| words.text(stored.0.tokens[at].word)),
        _ => None,
    };
    let after =
        stored.1.last().and_then(|at| stored.0.tokens.get(at + 1)).map(|token| words.text(token.word));
    let harmless = harmless(&borrowed(&ours), &borrowed(&theirs), (before, after));
    let slice = |(wording, at): (&Wording, &[usize])| match at {
        [first, .., last] => wording.slice(*first..last + 1),
        [one] => wording.slice(*one..one + 1),
        [] => String::new(),
    };
    let mut touches = Vec::new();
    if !harmless {
        let plain = |words: &[String]| lexicon::plain(&borrowed(words));
        let (a, b) = (plain(&ours), plain(&theirs));
        let count = |words: &[String], kind: fn(&str) -> bool| words.iter().filter(|word| kind(word)).count();
        let only = |kind: fn(&str) -> bool| a.iter().chain(&b).any(|word| kind(word)) && a != b;
        if count(&a, lexicon::negation) != count(&b, lexicon::negation) {
            touches.push(Touch::Negation);
        }
        if only(lexicon::number) {
            touches.push(Touch::Number);
        }
        if name(draft) || name(stored) {
            touches.push(Touch::Name);
        }
        let modals = |words: &[String]| -> Vec<String> {
            words.iter().filter(|word| lexicon::modal(word)).cloned().collect()
        };
        if modals(&a) != modals(&b) {
            touches.push(Touch::Modal);
        }
    }
    Hunk { draft: slice(draft), stored: slice(stored), touches, harmless, beyond: false }
}

fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// True when a difference is hesitation, grammar or spelling only. `around` are the words before and after.
fn harmless(ours: &[&str], theirs: &[&str], around: (Option<&str>, Option<&str>)) -> bool {
    let hesitation = |mut words: &[&str]| {
        while !words.is_empty() {
            let long = lexicon::hesitation(words);
            if long == 0 {
                return false;
            }
            words = &words[long..];
        }
        true
    };
    // A word said twice: "We, we will go".
    let repeated = |words: &[&str]| match words {
        [one] => around.0 == Some(one) || around.1 == Some(one),
        _ => false,
    };
    match (ours, theirs) {
        ([], theirs) => hesitation(theirs) || repeated(theirs),
        (ours, []) => hesitation(ours),
        _ => {
            let (ours, theirs) = (lexicon::plain(ours), lexicon::plain(theirs));
            let same = |(a, b): (&String, &String)| a == b || lexicon::same_but_grammar(a, b);
            ours.len() == theirs.len() && ours.iter().zip(&theirs).all(same)
        }
    }
}

/// True when one of these words is written as a name: with a capital, and not at the beginning of a sentence.
fn name((wording, at): (&Wording, &[usize])) -> bool {
    at.iter().any(|at| {
        let token = &wording.tokens[*at];
        let written = &wording.text[token.start..token.end];
        let before = wording.text[..token.start].trim_end();
        let opens = before.is_empty()
            || before.ends_with(['.', '?', '!', '…', '“', '"', ':'])
            || wording.breaks.contains(at);
        written.starts_with(char::is_uppercase)
            && !opens
            && written != "I"
            && !written.starts_with("I'")
            && !written.starts_with("I’")
    })
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::*;

    fn found(draft: &str, stored: &str) -> Vec<Hunk> {
        let mut words = Words::default();
        let draft = Wording::new(&mut words, [draft].into_iter());
        let stored = Wording::new(&mut words, [stored].into_iter());
        let alignment = align(&draft.tokens, &stored.tokens).expect("both have words");
        hunks(&words, &draft, &stored, &alignment.steps)
    }

    #[test]
    fn what_is_touched_is_named() {
        let touches = |draft: &str, stored: &str| -> Vec<Touch> {
            found(draft, stored).into_iter().flat_map(|hunk| hunk.touches).collect()
        };
        assert_eq!(touches("we will go home", "we will not go home"), [Touch::Negation]);
        assert_eq!(touches("we lost five ships", "we lost six ships"), [Touch::Number]);
        assert_eq!(touches("we left Sudria then", "we left Norland then"), [Touch::Name]);
        assert_eq!(touches("we could go home", "we must go home"), [Touch::Modal]);
        assert_eq!(touches("a great day out", "a good day out"), []);
    }

    #[test]
    fn hesitation_and_grammar_are_harmless() {
        let harmless = |draft: &str, stored: &str| found(draft, stored).iter().all(|hunk| hunk.harmless);
        assert!(harmless("we will go home", "we will, you know, go, uh, home"));
        assert!(harmless("they do not know", "they don't know"));
        assert!(harmless("we will go", "we we will go"));
        assert!(harmless("there were 3 ships", "there was three ships"));
        assert!(!harmless("we will go", "we will surely go"));
    }
}
