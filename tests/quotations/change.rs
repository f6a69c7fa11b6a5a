//! What editors do to the words of others: what changes what was said, what only tidies it, what says that it leaves
//! something out or puts something in. Each returns the words as the draft has them, and none where it cannot be done.

use super::seeded::Seeded;
use super::words::{Word, another, capital, is_joiner, plain};

/// What was done to the words.
pub struct Changed {
    pub words: Vec<Word>,
    pub how: &'static str,
    /// What an alteration touches: `number`, `name`, `negation`, `modal`, or nothing of these.
    pub touches: Option<&'static str>,
}

const PRONOUNS: [&str; 8] = ["we", "they", "it", "i", "you", "us", "them", "we'd"];
const AUXILIARIES: [&str; 5] = ["was", "were", "is", "are", "did"];
const ADVERBS: [&str; 7] = ["clearly", "simply", "entirely", "wilfully", "openly", "calmly", "secretly"];
const ELLIPSES: [(&str, bool); 7] = [
    ("…", false),
    ("...", false),
    ("…", true),
    ("...", true),
    ("[…]", false),
    ("[...]", false),
    (". . .", false),
];

/// A change that nothing marks.
pub fn altered(chance: &mut Seeded, said: &[Word]) -> Option<Changed> {
    let kind = *chance.weighted(&[
        (20, "word"),
        (10, "two words"),
        (12, "number"),
        (12, "name"),
        (12, "modal"),
        (12, "negation dropped"),
        (10, "negation added"),
        (6, "words dropped"),
        (6, "word put in"),
    ]);
    let mut words = said.to_vec();
    let touches = match kind {
        "word" => swap(chance, &mut words, is_content).then_some(None),
        "two words" => {
            words = two_words(chance, said)?;
            Some(None)
        }
        "number" => swap(chance, &mut words, |word| word.list == "number").then_some(Some("number")),
        "name" => {
            swap(chance, &mut words, |word| matches!(word.list, "place" | "party")).then_some(Some("name"))
        }
        "modal" => swap(chance, &mut words, |word| word.list == "modal").then_some(Some("modal")),
        "negation dropped" => drop_negation(chance, &mut words).then_some(Some("negation")),
        "negation added" => add_negation(chance, &mut words).then_some(Some("negation")),
        "words dropped" => drop_words(chance, &mut words).then_some(None),
        _ => put_in(chance, &mut words).then_some(None),
    }?;
    first_capital(&mut words, said);
    Some(Changed { words, how: kind, touches })
}

/// Two of the words exchanged for others of their kind.
pub fn two_words(chance: &mut Seeded, said: &[Word]) -> Option<Vec<Word>> {
    let mut words = said.to_vec();
    let swapped = swap(chance, &mut words, is_content) && swap(chance, &mut words, is_content);
    (swapped && differ(&words, said) == 2).then_some(words)
}

/// What was said with the stumbles of speech in it, for a draft that has it without.
pub fn stumbling(chance: &mut Seeded, tidy: &[Word]) -> Option<Changed> {
    let mut words = tidy.to_vec();
    let how = *chance.pick(&["filler", "filler", "repeated word", "agreement"]);
    match how {
        "filler" => {
            let at = gap(chance, &words, |_| true)?;
            words[at].tail = ",";
            let filler = *chance.pick(&["uh", "um", "er", "you know", "I mean"]);
            words.insert(at + 1, Word { tail: ",", ..plain(filler) });
        }
        "repeated word" => {
            let at = gap(chance, &words, |word| word.list.is_empty() || word.list == "modal")?;
            let again = Word { tail: chance.pick::<&str>(&["", ",", "--"]), ..words[at + 1].clone() };
            if !(again.list.is_empty() || again.list == "modal") || words[at + 1].text.contains('\'') {
                return None;
            }
            words.insert(at + 1, again);
        }
        _ => {
            let at = any(chance, &words, |word| matches!(word.text.as_str(), "were" | "don't"))?;
            words[at].text = if words[at].text == "were" { "was" } else { "doesn't" }.into();
        }
    }
    Some(Changed { words, how, touches: None })
}

/// A change that stands in square brackets.
pub fn bracketed(chance: &mut Seeded, said: &[Word]) -> Option<Changed> {
    let mut words = said.to_vec();
    let how = *chance.pick(&["put in", "in the place of", "in the place of", "capital"]);
    match how {
        "put in" => {
            let at = gap(chance, &words, |_| true)?;
            let words_in = ["[of March]", "[on Monday]", "[the ministry]", "[sic]", "[as they are known]"];
            words.insert(at + 1, plain(chance.pick::<&str>(&words_in)));
        }
        "in the place of" => {
            let is = |word: &Word| {
                PRONOUNS.contains(&word.text.to_lowercase().as_str())
                    || matches!(word.list, "target" | "office")
            };
            let at = any(chance, &words, is)?;
            let by = *chance.pick(&[
                "[the crew]",
                "[Norland]",
                "[our people]",
                "[the fleet]",
                "[those in command]",
            ]);
            words[at] = Word { text: by.to_owned(), list: "", ..words[at].clone() };
        }
        _ => {
            let first = words[0].text.chars().next().filter(|_| !words[0].text.starts_with('I'))?;
            let rest: String = words[0].text.chars().skip(1).collect();
            words[0].text = format!("[{}]{rest}", first.to_lowercase());
        }
    }
    Some(Changed { words, how, touches: None })
}

/// Two or three pieces in their order, with a mark of omission between.
pub fn elided(chance: &mut Seeded, said: &[Word]) -> Option<Changed> {
    let cuts = if said.len() > 16 && chance.percent(25) { 2 } else { 1 };
    let mut words = said.to_vec();
    let ellipsis = *chance.pick(&ELLIPSES);
    let mut from = 3;
    for _ in 0..cuts {
        // Three words at least stay before and after each omission.
        let room = words.len().checked_sub(from + 4)?;
        let at = from + chance.below(room.clamp(1, 6));
        let most = words.len().checked_sub(at + 4)?;
        let length = 1 + chance.below(most.clamp(1, 6));
        from = omit(&mut words, at, length, ellipsis) + 3;
        if from >= words.len() {
            break;
        }
    }
    Some(Changed { words, how: "omission marked", touches: None })
}

/// Takes words out at a place and marks it; says where what follows begins.
pub fn omit(
    words: &mut Vec<Word>,
    at: usize,
    length: usize,
    (mark, attached): (&'static str, bool),
) -> usize {
    words.drain(at..at + length);
    join(words, at, (mark, attached))
}

/// Puts a mark of omission between two words.
fn join(words: &mut Vec<Word>, at: usize, (mark, attached): (&'static str, bool)) -> usize {
    words[at - 1].tail = "";
    if attached {
        words[at - 1].tail = mark;
        return at;
    }
    words.insert(at, plain(mark));
    at + 1
}

/// Two pieces of what was said, the second before the first; or all of one and all of another.
pub fn spliced(chance: &mut Seeded, said: &[Word], other: Option<&[Word]>) -> Option<Changed> {
    let Some(other) = other else {
        let middle = said.len() / 2;
        if middle < 5 {
            return None;
        }
        let mut words = said[middle..].to_vec();
        let at = words.len();
        words.extend(said[..middle].iter().cloned());
        join(&mut words, at, *chance.pick(&ELLIPSES));
        if let Some(last) = words.last_mut() {
            last.tail = ".";
        }
        return Some(Changed { words, how: "out of order", touches: None });
    };
    let mut words = said.to_vec();
    let at = words.len();
    words.extend(other.iter().cloned());
    if chance.percent(40) {
        join(&mut words, at, *chance.pick(&ELLIPSES));
        return Some(Changed { words, how: "two statements, omission marked", touches: None });
    }
    words[at - 1].tail = ".";
    Some(Changed { words, how: "two statements, unmarked", touches: None })
}

/// Where a piece of what was said begins and ends: mostly between clauses, as editors cut.
pub fn piece(chance: &mut Seeded, said: &[Word], least: usize) -> Option<(usize, usize)> {
    let ends = seams(said);
    let (from, to) = if chance.percent(70) && ends.len() > 1 {
        let from = if chance.percent(50) { 0 } else { *chance.pick(&ends) };
        let later: Vec<usize> = ends.iter().copied().filter(|end| *end > from).collect();
        (from, if later.is_empty() || chance.percent(50) { said.len() } else { *chance.pick(&later) })
    } else {
        let most = said.len().checked_sub(2)?;
        let length = least + chance.below((most + 1).checked_sub(least)?.min(14));
        let from = chance.below(said.len() - length + 1);
        (from, from + length)
    };
    (to - from >= least && to - from < said.len()).then_some((from, to))
}

/// Where one clause ends and the next begins.
pub fn seams(said: &[Word]) -> Vec<usize> {
    (1..said.len()).filter(|at| !said[at - 1].tail.is_empty() || is_joiner(&said[*at])).collect()
}

/// Whether the cut takes a `not` or an `if` from what is left, within the same clause.
pub fn cut_drops(said: &[Word], from: usize) -> Option<&'static str> {
    let clause = said[..from].iter().rposition(|word| matches!(word.tail, "." | ";")).map_or(0, |at| at + 1);
    let before: Vec<String> = said[clause..from].iter().map(|word| word.text.to_lowercase()).collect();
    let has = |of: &[&str]| before.iter().any(|word| of.contains(&word.as_str()) || word.ends_with("n't"));
    if has(&["not", "never", "no", "nobody", "neither"]) {
        return Some("negation");
    }
    before.iter().any(|word| matches!(word.as_str(), "if" | "unless")).then_some("condition")
}

fn is_content(word: &Word) -> bool {
    !matches!(word.list, "" | "modal" | "number" | "place" | "party" | "when")
}

fn differ(one: &[Word], other: &[Word]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one.text.to_lowercase() != other.text.to_lowercase()).count()
}

fn any(chance: &mut Seeded, words: &[Word], is: impl Fn(&Word) -> bool) -> Option<usize> {
    let at: Vec<usize> = (0..words.len()).filter(|at| is(&words[*at])).collect();
    if at.is_empty() { None } else { Some(*chance.pick(&at)) }
}

/// A word, neither of the first two nor the last two, that no mark follows.
fn gap(chance: &mut Seeded, words: &[Word], is: impl Fn(&Word) -> bool) -> Option<usize> {
    let at: Vec<usize> = (1..words.len().saturating_sub(2))
        .filter(|at| words[*at].tail.is_empty() && is(&words[*at]))
        .collect();
    if at.is_empty() { None } else { Some(*chance.pick(&at)) }
}

fn swap(chance: &mut Seeded, words: &mut [Word], is: impl Fn(&Word) -> bool) -> bool {
    let Some(at) = any(chance, words, is) else { return false };
    let Some(other) = another(chance, &words[at]) else { return false };
    let begins = words[at].text.chars().next().is_some_and(char::is_uppercase);
    let own = words[at].text.clone();
    // `brigade's`: what hangs on a word stays on it.
    let suffix = own.strip_suffix("'s").map_or("", |_| "'s");
    words[at].text = format!("{other}{suffix}");
    if begins && at == 0 {
        capital(&mut words[at].text);
    }
    true
}

fn drop_negation(chance: &mut Seeded, words: &mut Vec<Word>) -> bool {
    let is = |word: &Word| {
        let text = word.text.to_lowercase();
        matches!(text.as_str(), "not" | "never" | "nobody" | "no" | "don't" | "hasn't" | "can't")
    };
    let Some(at) = any(chance, words, is) else { return false };
    match words[at].text.to_lowercase().as_str() {
        "not" | "never" => {
            let tail = words.remove(at).tail;
            if at > 0 && words[at - 1].tail.is_empty() {
                words[at - 1].tail = tail;
            }
        }
        "nobody" => words[at].text = "somebody".into(),
        "no" => words[at].text = "some".into(),
        "don't" => words[at].text = "do".into(),
        "hasn't" => words[at].text = "has".into(),
        _ => words[at].text = "can".into(),
    }
    true
}

fn add_negation(chance: &mut Seeded, words: &mut Vec<Word>) -> bool {
    let free: Vec<usize> = (0..words.len().saturating_sub(1))
        .filter(|at| {
            let takes = words[*at].list == "modal" || AUXILIARIES.contains(&words[*at].text.as_str());
            takes && words[*at].tail.is_empty() && words[at + 1].text != "not"
        })
        .collect();
    if free.is_empty() {
        return false;
    }
    words.insert(chance.pick(&free) + 1, plain("not"));
    true
}

fn drop_words(chance: &mut Seeded, words: &mut Vec<Word>) -> bool {
    let from: Vec<usize> = (3..words.len().saturating_sub(5))
        .filter(|at| {
            let taken = &words[*at..at + 2];
            taken.iter().any(is_content) && taken.iter().all(|word| word.tail.is_empty() && !heavy(word))
        })
        .collect();
    if from.is_empty() {
        return false;
    }
    let at = *chance.pick(&from);
    words.drain(at..at + 2);
    true
}

fn put_in(chance: &mut Seeded, words: &mut Vec<Word>) -> bool {
    let Some(at) =
        gap(chance, words, |word| word.list == "modal" || AUXILIARIES.contains(&word.text.as_str()))
    else {
        return false;
    };
    words.insert(at + 1, plain(chance.pick::<&str>(&ADVERBS)));
    true
}

/// A word whose loss would touch a number, a name, a negation or a modal.
fn heavy(word: &Word) -> bool {
    matches!(word.list, "modal" | "number" | "place" | "party")
        || matches!(
            word.text.as_str(),
            "not" | "never" | "no" | "nobody" | "neither" | "nor" | "a" | "one" | "nothing"
        )
        || word.text.ends_with("n't")
}

fn first_capital(words: &mut [Word], said: &[Word]) {
    if said[0].text.chars().next().is_some_and(char::is_uppercase) {
        capital(&mut words[0].text);
    }
}
