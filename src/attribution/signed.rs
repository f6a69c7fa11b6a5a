//! Who signs words: the label over them, the name beneath them, the one who is interviewed.

use std::collections::HashMap;
use std::ops::Range;

use super::labelled::Turn;
use super::names::{Named, Names, merged};
use super::phrase::determiner;
use super::roles;
use crate::text::quotes::marks::Quotation;
use crate::text::quotes::tokens::Words;

/// A signature has so many words at most.
const LONGEST: usize = 12;

/// Whom a label or a signature means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// A name that the file or the text knows, and where it stands.
    Named(Named, Range<usize>),
    /// The words of the text.
    Words(Range<usize>),
}

/// What is said by somebody under a label or over a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signed {
    /// Whom it is said by; none where the text does not tell.
    pub(super) whom: Option<Whom>,
    /// Where the label begins, if the words stand under one: they are no part of any sentence.
    pub(super) label: Option<usize>,
}

/// For each quotation whether it is signed. Those that are set off, or alone in their paragraph, may be signed beneath.
pub(super) fn signatures(
    words: &mut Words,
    names: &Names,
    text: &str,
    quotations: &[Quotation],
    turns: &[Turn],
    set_off: &[Range<usize>],
) -> Vec<Option<Signed>> {
    let labelled: HashMap<usize, &Turn> = turns.iter().map(|turn| (turn.words[0].start, turn)).collect();
    let one = |quotation: &Quotation| {
        let range = quotation.range();
        let turn = labelled
            .get(&range.start)
            .filter(|turn| turn.words.last().map(|last| last.end) == Some(range.end));
        if let Some(turn) = turn {
            return Some(Signed { whom: turn.whom.clone(), label: Some(turn.label.start) });
        }
        let line = text[..range.start].rsplit('\n').next().unwrap_or_default();
        let alone = set_off.contains(&range) || !line.contains(char::is_alphanumeric);
        (quotation.odd.is_none() && quotation.inside.is_none() && alone)
            .then(|| beneath(words, names, text, quotation))
            .flatten()
            .map(|whom| Signed { whom: Some(whom), label: None })
    };
    quotations.iter().map(one).collect()
}

/// Who answers in an interview: whoever the text before it says it speaks with, or the only person whom it names.
pub(super) fn interviewed(
    words: &mut Words,
    names: &Names,
    text: &str,
    head: Range<usize>,
    person: &impl Fn(Named) -> bool,
) -> Option<Whom> {
    let tokens = merged(words, text, head);
    let mut people: Vec<(Named, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((meant, long)) = names.at(text, &tokens[at..]) else {
            at += 1;
            continue;
        };
        let range = tokens[at].start..tokens[at + long - 1].end;
        if person(meant) {
            // "An interview with Mira Holt", "we spoke to Mira Holt".
            let mut before = tokens[..at].iter().rev().map(|token| words.text(token.word));
            let near = before
                .by_ref()
                .find(|word| roles::role(word).is_none() && !determiner(word) && !roles::branch(word));
            if matches!(near, Some("with" | "to")) {
                return Some(Whom::Named(meant, range));
            }
            if people.iter().all(|(known, _)| *known != meant) {
                people.push((meant, range));
            }
        }
        at += long;
    }
    match &people[..] {
        [(meant, range)] => Some(Whom::Named(*meant, range.clone())),
        _ => None,
    }
}

/// Who signs a quotation on the line below it: `— Mira Holt, foreign minister`, or the name alone.
fn beneath(words: &mut Words, names: &Names, text: &str, quotation: &Quotation) -> Option<Whom> {
    let end = quotation.range().end;
    let rest = &text[end..];
    let closing = rest.len()
        - rest.trim_start_matches(['”', '“', '"', '’', '‘', '\'', '»', '«', '*', '_', ' ', '\t', '\r']).len();
    let below = rest[closing..].strip_prefix('\n')?;
    let blank = below.len() - below.trim_start().len();
    let start = end + closing + 1 + blank;
    let line = text[start..].lines().next().unwrap_or_default();
    let name = line.trim_start_matches(['—', '–', '-', '―', ' ', '*', '_', '>', '~']);
    let dashed = line.starts_with(['—', '–', '-', '―', '~']);
    // A list goes on with a dash as well: what is signed is a name.
    let name = name.trim_end_matches(['*', '_', ' ', '\r']);
    if name.is_empty()
        || name.split_whitespace().count() > LONGEST
        || name.ends_with(['.', '?', '!', ':', '”', '"'])
        || !name.starts_with(char::is_uppercase)
    {
        return None;
    }
    let offset =
        start + (line.len() - line.trim_start_matches(['—', '–', '-', '―', ' ', '*', '_', '>', '~']).len());
    let cut = name.find([',', '(']).unwrap_or(name.len());
    let range = offset..offset + name[..cut].trim_end().len();
    let tokens = merged(words, text, range.clone());
    // A sentence that begins with a name behind such a word is the next one, and no signature: "According to Mira Holt, …".
    let ties = |word: &str| matches!(word, "to" | "by" | "with" | "from" | "in" | "at" | "on" | "as");
    let sentence = tokens.iter().position(|token| ties(words.text(token.word)));
    let most = if dashed { tokens.len() } else { sentence.unwrap_or(tokens.len()) };
    for first in 0..most {
        if let Some((meant @ (Named::Party(_) | Named::Introduced(_) | Named::Several(_)), long)) =
            names.at(text, &tokens[first..])
            && first + long == tokens.len()
        {
            return Some(Whom::Named(meant, range));
        }
    }
    let capital = |part: &str| part.starts_with(char::is_uppercase);
    let parts = name[..cut].split_whitespace();
    let many = parts.clone().count();
    (dashed && many <= 5 && parts.clone().all(capital)).then_some(Whom::Words(range))
}
