//! Names written out in a text: runs of words with capitals, without titles, that are somebody's name.

use std::ops::Range;

use super::cues;
use super::given::{self, Gender};
use super::names::{Named, Names};
use super::roles;
use crate::text::quotes::tokens::{Token, Words};

/// A name has so many words at most.
const LONGEST: usize = 5;

/// Words before a name that are no part of it, besides offices.
const TITLES: &str = "mr mrs ms miss dr prof sir lady lord sen sens rep reps gov gen lt col maj sgt capt cmdr adm \
    rev fr hon st prime foreign interior defence defense finance vice deputy acting former retired then chief \
    attorney major lieutenant field press congressman congresswoman reverend father sheikh ayatollah \
    princess lord brigadier sergeant inspector superintendent detective constable doctor coach archbishop \
    bishop pope cardinal comedian actor actress author journalist activist candidate nominee state us";

/// Forms of address, which stand before a name and are none.
const ADDRESS: &str = "mr mrs ms miss dr prof professor sir dame lady lord rev reverend hon sen rep gov gen lt col maj sgt capt \
    cmdr adm fr madam mx";

/// Whether a word stands before a name and is none: `Dr`.
pub(super) fn address(word: &str) -> bool {
    listed(ADDRESS, word)
}

/// Small words within a name.
const PARTICLES: &str = "al el de la von van der den bin ibn da dos du di ben abu bint ter";

/// One mention of a name that is written out.
pub(super) struct Mention {
    /// Its words, titles left out.
    pub(super) words: Vec<String>,
    /// A title or form of address before it.
    pub(super) titled: bool,
    pub(super) gender: Option<Gender>,
    /// What the bytes of the name are.
    pub(super) range: Range<usize>,
    pub(super) named: Option<Named>,
}

/// The words of a name in small letters, without the titles and offices before it.
pub(super) fn untitled(words: &[String]) -> &[String] {
    let title = |word: &&String| listed(TITLES, word) || roles::role(word).is_some();
    &words[words.iter().take_while(title).count()..]
}

/// The names written out in some tokens.
pub(super) fn mentions(words: &Words, names: &Names, text: &str, tokens: &[Token], found: &mut Vec<Mention>) {
    let mut at = 0;
    while at < tokens.len() {
        if !capital(text, &tokens[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < tokens.len() && end < at + 12 && joined(text, &tokens[end - 1], &tokens[end]) {
            if capital(text, &tokens[end]) {
                end += 1;
            } else if listed(PARTICLES, words.text(tokens[end].word))
                && tokens
                    .get(end + 1)
                    .is_some_and(|next| capital(text, next) && joined(text, &tokens[end], next))
            {
                end += 2;
            } else {
                break;
            }
        }
        found.extend(cut(words, names, text, &tokens[at..end], tokens.get(end)));
        at = end;
    }
}

/// The name in a run of words with capitals: what stands before it as a title is left out.
fn cut(words: &Words, names: &Names, text: &str, run: &[Token], next: Option<&Token>) -> Option<Mention> {
    let word = |token: &Token| words.text(token.word);
    let title = |token: &Token| listed(TITLES, word(token)) || roles::role(word(token)).is_some();
    let begin = run
        .iter()
        .rposition(|token| title(token) || cues::calendar(word(token)) || is_filler(word(token)))
        .map_or(0, |last| last + 1);
    // What is on file and stands before the name, or is all of it.
    let mut start = begin;
    while start < run.len() {
        match names.at(text, &run[start..]) {
            Some((meant, long)) if start + long == run.len() => {
                let range = run[start].start..run[run.len() - 1].end;
                let on_file = matches!(meant, Named::Party(_)) && (long > 1 || start == begin && begin == 0);
                if on_file {
                    let titles = run[..begin].iter().find_map(|token| given::address(word(token)));
                    return Some(Mention {
                        words: run[start..].iter().map(|token| word(token).to_owned()).collect(),
                        titled: begin > 0,
                        gender: titles,
                        range,
                        named: Some(meant),
                    });
                }
                break;
            }
            Some((Named::Adjective(_) | Named::Place(_) | Named::Event(_), long)) => start += long,
            Some((Named::Party(_), long)) if long > 1 => start += long,
            _ => break,
        }
    }
    let mut name = &run[start.min(run.len())..];
    // "Spokeswoman van Rijk": a family name alone.
    while name.len() > 1 && listed(PARTICLES, word(&name[0])) {
        name = &name[1..];
    }
    let (first, last) = (name.first()?, name.last()?);
    if name.len() > LONGEST {
        return None;
    }
    let range = first.start..last.end;
    let written = &text[first.start..first.end];
    let titled = begin > 0 && title(&run[begin - 1]);
    let gender = run[..begin].iter().find_map(|token| given::address(word(token)));
    let initial = name.len() > 1 && name[..name.len() - 1].iter().any(|token| token.end - token.start == 1);
    let known = given::gender(written).is_some() && name.len() > 1;
    // "Ann Orr, the envoy", "Ann Orr, 45,".
    let behind = next.filter(|next| text[last.end..next.start].trim_start().starts_with(','));
    let apposed = name.len() > 1
        && behind.is_some_and(|next| {
            let word = word(next);
            word.starts_with(|digit: char| digit.is_ascii_digit()) && word.len() == 2
                || matches!(word, "a" | "an" | "the" | "who") && !organisation(words, last)
        });
    let person = (titled || known || initial || apposed) && !organisation(words, last);
    let letters = text[range.clone()].chars().all(|letter| !letter.is_lowercase());
    (person && !(letters && name.len() == 1)).then(|| Mention {
        words: name.iter().map(|token| word(token).to_owned()).collect(),
        titled,
        gender,
        range,
        named: None,
    })
}

/// Whether the last word of a name says that nobody bears it.
fn organisation(words: &Words, last: &Token) -> bool {
    const WORDS: &str = "times post news university committee department party court council institute \
        center centre association group campaign journal house foundation union press street states \
        street congress coalition fund service agency magazine bank church college hospital school \
        company corporation inc ltd league club act bill day war prize airport hall park square road \
        avenue city county valley river island islands office ministry parliament army force forces \
        police front movement republic kingdom initiative";
    listed(WORDS, words.text(last.word))
}

/// Words that are written with a capital at the head of a sentence only.
fn is_filler(word: &str) -> bool {
    cues::joins(word)
        || cues::preposition(word)
        || super::phrase::determiner(word)
        || crate::text::quotes::lexicon::common(word)
        || matches!(
            word,
            "asked"
                | "earlier"
                | "later"
                | "meanwhile"
                | "even"
                | "yet"
                | "still"
                | "only"
                | "according"
                | "both"
        )
}

fn capital(text: &str, token: &Token) -> bool {
    text[token.start..token.end].starts_with(char::is_uppercase)
}

/// Whether two words with capitals may belong to one name, by what stands between them.
fn joined(text: &str, one: &Token, other: &Token) -> bool {
    let written = &text[one.start..one.end];
    if written.ends_with("'s") || written.ends_with("’s") {
        return false;
    }
    let between = &text[one.end..other.start];
    let short = one.end - one.start <= 4;
    match between.trim_end_matches([' ', '\n', '\t', '\u{a0}']) {
        "" => between.matches('\n').count() < 2 && !between.is_empty(),
        "." => {
            short
                && between.len() > 1
                && (one.end - one.start == 1 || listed(TITLES, written.to_lowercase().as_str()))
        }
        "-" | "‑" => between.len() <= 3,
        _ => false,
    }
}

/// Whether a word stands in a list.
fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|own| own == word)
}
