//! What an attributing verb attributes: the clause, infinitive, noun phrase or quotation that it takes, before it or behind
//! it, as a reader without a parser finds them.

use std::ops::Range;

use super::clause::{ASIDE, Clause};
use super::cues;
use super::frames::{self, Form};
use super::sentences::{Item, Sentence};
use super::speakers::Attributing;
use crate::text::quotes::tokens::Words;

/// A dateline has so many items at most.
const DATELINE: usize = 12;

/// What a verb attributes.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The items, in order.
    pub(super) spans: Vec<Range<usize>>,
    /// Whether it is words in marks and nothing beside.
    pub(super) direct: bool,
}

/// What the verb at a place attributes; `own` are the quotations that are its.
pub(super) fn content(
    words: &Words,
    text: &str,
    sentence: &Sentence,
    all: &[Attributing],
    cue: &Attributing,
    own: impl Fn(usize) -> bool,
) -> Content {
    let reading = Clause { words, text, start: sentence.range.start, items: &sentence.items, all, cue };
    reading.content(own)
}

impl Clause<'_> {
    fn content(&self, own: impl Fn(usize) -> bool) -> Content {
        let items = self.items;
        let quoted = |at: usize| matches!(items.get(at), Some(Item::Quote(quotation)) if own(*quotation));
        let (mut left, right) = self.edges();
        let right = self.apposition(right);
        let end = self.end(right);
        // "According to Orr, it rained": what comes behind the comma.
        let according = self.word(self.cue.at) == "according";
        let opened = if according { None } else { self.opens(right, end, &quoted) };
        let mut spans: Vec<Range<usize>> = Vec::new();
        if let Some(from) = opened {
            let direct = quoted(from) && !self.goes_on(from + 1, end);
            let before: Vec<usize> = (0..left).filter(|at| quoted(*at)).collect();
            if direct {
                let marked = before.into_iter().chain((from..end).filter(|at| quoted(*at)));
                return Content { spans: marked.map(|at| at..at + 1).collect(), direct: true };
            }
            // "“We go,” Orr said of the plan": the words are before the verb.
            if !before.is_empty() && !(from..end).any(quoted) && !self.that(from) {
                return Content { spans: before.into_iter().map(|at| at..at + 1).collect(), direct: true };
            }
            spans.extend(before.into_iter().map(|at| at..at + 1));
            spans.push(from..self.reach(from, end, &quoted));
            return Content { spans, direct: false };
        }
        // "The lock was shut, as Orr reported".
        left -= usize::from(left > 1 && self.word(left - 1) == "as");
        let start = self.begins(left, &quoted);
        let mut before = self.trimmed(start..left);
        // "“We go,” Ann Orr, who leads the board, said": what its own comma closes is all of it.
        if quoted(start) && self.closed(start, left) {
            before.end = start + 1;
        }
        if !before.clone().any(quoted)
            && (self.adjuncts(before.clone()) || self.dateline(before.clone(), left))
        {
            before.end = before.start;
        }
        let after = self.resumes(right, end);
        let comma = before.end < left
            || matches!(left.checked_sub(1).map(|at| &items[at]), Some(Item::Comma | Item::Quote(_)));
        let told = !before.is_empty() && (comma || according);
        let plain = |item: &Item| matches!(item, Item::Comma | Item::Quote(_));
        // Behind direct speech only marks go on with it: "“We go,” Orr said, a day before the vote".
        let after = if told && items[before.clone()].iter().all(plain) && !after.clone().any(quoted) {
            end..end
        } else {
            after
        };
        if told {
            spans.push(before);
        }
        if told || according && left == 0 || left == 0 && after.clone().any(quoted) {
            spans.extend(Some(after).filter(|after| !after.is_empty()));
        }
        let direct = !spans.is_empty() && spans.iter().all(|span| items[span.clone()].iter().all(plain));
        if !direct && !spans.is_empty() && !self.clause() {
            spans.clear();
        }
        let loose: Vec<usize> = (0..items.len()).filter(|at| quoted(*at)).collect();
        if direct || spans.is_empty() || !loose.iter().all(|at| spans.iter().any(|span| span.contains(at))) {
            let spans: Vec<Range<usize>> = loose.into_iter().map(|at| at..at + 1).collect();
            return Content { direct: !spans.is_empty(), spans };
        }
        Content { spans, direct: false }
    }

    /// Where the clause before a verb begins: at the last semicolon, or at a quotation of its own that is a sentence by itself.
    fn begins(&self, left: usize, quoted: &impl Fn(usize) -> bool) -> usize {
        let comma = left - usize::from(left > 0 && matches!(self.items[left - 1], Item::Comma));
        if let Some(quote) = comma.checked_sub(1).filter(|at| quoted(*at) && self.capital_quote(*at)) {
            return quote;
        }
        (0..left).rev().find(|at| self.semicolon(*at)).map_or(0, |at| at + 1)
    }

    /// Whether some items before a subject are where and when a report is from: "PORT ELLIS, March 13 (Wire) - ".
    fn dateline(&self, before: Range<usize>, left: usize) -> bool {
        let finite = |at: usize| {
            let word = self.word(at);
            cues::be(word) || cues::helps(word) || word.ends_with("ed")
        };
        let dash = left.checked_sub(1).is_some_and(|last| matches!(self.items[last], Item::Break));
        before.start == 0 && dash && before.len() <= DATELINE && !before.into_iter().any(finite)
    }

    /// Whether a quotation begins with a capital.
    fn capital_quote(&self, at: usize) -> bool {
        let from = (0..at).rev().find_map(|at| self.bytes(at)).map_or(self.start, |before| before.end);
        let inner = self.text[from..].trim_start_matches(|sign: char| !sign.is_alphanumeric() && sign != '[');
        inner.trim_start_matches('[').starts_with(char::is_uppercase)
    }

    /// Whether a quotation ends with a comma, or with a mark that stands for one.
    fn closed(&self, quote: usize, end: usize) -> bool {
        let Some(next) = (quote + 1..end).find_map(|at| self.bytes(at)) else { return false };
        let before = self.text[..next.start].trim_end();
        let inner = before.trim_end_matches(['”', '"', '’', '\'', '»']);
        before.ends_with(',') || inner.len() < before.len() && inner.ends_with([',', '?', '!', '—', '-', '…'])
    }

    /// Some items without commas at their end.
    fn trimmed(&self, span: Range<usize>) -> Range<usize> {
        let mut end = span.end;
        while end > span.start && matches!(self.items[end - 1], Item::Comma | Item::Break | Item::Colon) {
            end -= 1;
        }
        span.start..end
    }

    /// What goes on behind a verb with its subject in the midst: "The lock, Orr said, was shut".
    fn resumes(&self, right: usize, end: usize) -> Range<usize> {
        let comma = (right..end.min(right + ASIDE)).find(|at| matches!(self.items[*at], Item::Comma));
        let Some(comma) = comma else { return end..end };
        let word = self.word(comma + 1);
        let participle = frames::verb(word).is_some_and(|verb| verb.form == Form::Ing);
        let other = participle
            || word.ends_with("ing")
            || matches!(
                word,
                "who"
                    | "which"
                    | "while"
                    | "as"
                    | "after"
                    | "when"
                    | "before"
                    | "and"
                    | "but"
                    | "though"
                    | "although"
            );
        if other { end..end } else { self.trimmed(comma + 1..end) }
    }
}
