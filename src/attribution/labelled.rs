//! Words under a name: the turns of a transcript (`NAME: words`), the answers of an interview. Lines that look like one and
//! are none of its (`Note: …`, a dateline, a recipe) are left; those of which nobody can tell are counted.

use std::collections::BTreeMap;
use std::ops::Range;

use super::given;
use super::names::{Named, Names, merged};
use super::roles;
use super::signed;
use super::{cues, frames};
use crate::text::quotes::lexicon;
use crate::text::quotes::prose::paragraphs;
use crate::text::quotes::tokens::Words;

/// A label has so many bytes at most.
const LONGEST: usize = 70;
/// A label has so many words at most.
const MOST: usize = 6;
/// A line has so many words before anybody asks whether it is speech.
const FEWEST: usize = 4;
/// Between two turns stand so many paragraphs of the first at most.
const BETWEEN: usize = 4;

/// Words that stand before a colon at the head of a line and name nobody.
const LABELS: &str = "note notes update updated updates source sources date time place location where when who what why \
    how correction clarification editor photo image picture caption video audio more related also ps nb warning disclaimer \
    summary background context ingredients method serves prep cook step tip contact email phone tel subject from to cc re \
    by title author published breaking exclusive opinion analysis fact facts claim verdict rating conclusion result results \
    example remember hint figure table chapter part section appendix total price address watch read listen see live photos \
    credit credits copyright topic topics tags category filed agenda item born died age height weight";

/// What one speaker says under a label.
pub(super) struct Turn {
    /// The label, without its colon.
    pub(super) label: Range<usize>,
    /// The words, paragraph by paragraph.
    pub(super) words: Vec<Range<usize>>,
    /// Whom the label means; none where it is an answer and the text does not tell whose.
    pub(super) whom: Option<signed::Whom>,
}

/// The turns of a text.
#[derive(Default)]
pub(super) struct Turns {
    pub(super) turns: Vec<Turn>,
    /// How many lines look like a turn and were not read as one.
    pub(super) unread: usize,
}

/// What stands before the colon of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Question,
    Answer,
    /// Somebody whom the file or the text knows, and whether a person.
    Known(Named, bool),
    /// An office, such as `Moderator`.
    Role,
    /// Words with capitals, and whether they look like a name by themselves.
    Name(bool),
}

struct Line {
    kind: Label,
    label: Range<usize>,
    /// From the first word behind the colon to the end of the turn.
    words: Range<usize>,
    /// The paragraph in which it stands.
    paragraph: usize,
}

/// The turns of a text; `person` says whether a name is that of a person.
pub(super) fn turns(words: &mut Words, names: &Names, text: &str, person: impl Fn(Named) -> bool) -> Turns {
    if !text.contains(':') && !text.contains("Q.") {
        return Turns::default();
    }
    let paragraphs = paragraphs(text);
    let lines = lines(words, names, text, &paragraphs, &person);
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for line in &lines {
        *often.entry(text[line.label.clone()].to_lowercase()).or_default() += 1;
    }
    let has = |kind: Label| lines.iter().any(|line| line.kind == kind);
    let interview = has(Label::Question) && has(Label::Answer);
    let repeated = |line: &Line| often[&text[line.label.clone()].to_lowercase()] > 1;
    let sure = |line: &&Line| {
        matches!(line.kind, Label::Known(..) | Label::Role | Label::Name(true)) || repeated(line)
    };
    let dialogue = often.len() > 1
        && lines.iter().any(|line| repeated(line) || matches!(line.kind, Label::Known(..)))
        && lines.iter().filter(sure).count() > 1;
    let taken = |line: &Line| match line.kind {
        Label::Question | Label::Answer => interview,
        Label::Known(_, true) => dialogue || ends(text, &line.words),
        Label::Known(_, false) | Label::Role => dialogue,
        Label::Name(alone) => dialogue && (alone || repeated(line)),
    };
    let answers = lines.iter().find(|line| line.kind == Label::Question).map_or(0, |line| line.label.start);
    let interviewed =
        interview.then(|| signed::interviewed(words, names, text, 0..answers, &person)).flatten();
    // In a transcript most paragraphs have a label, and one without goes on.
    let reach =
        lines.first().zip(lines.last()).map_or(0, |(first, last)| last.paragraph - first.paragraph + 1);
    let dense = lines.len() > 2 && lines.len() * 2 >= reach;
    let mut found = Turns::default();
    for (at, line) in lines.iter().enumerate() {
        if !taken(line) {
            let long = text[line.words.clone()].split_whitespace().count() >= FEWEST;
            found.unread += usize::from(long && ends(text, &line.words));
            continue;
        }
        let whom = match line.kind {
            // What an interviewer asks is nobody's statement.
            Label::Question => continue,
            Label::Answer => interviewed.clone(),
            Label::Known(known, _) => Some(signed::Whom::Named(known, line.label.clone())),
            Label::Role | Label::Name(_) => Some(signed::Whom::Words(line.label.clone())),
        };
        let mut pieces = vec![line.words.clone()];
        if let Some(next) = lines.get(at + 1).filter(|next| dense && taken(next))
            && next.paragraph - line.paragraph <= BETWEEN + 1
        {
            let between = paragraphs.get(line.paragraph + 1..next.paragraph).unwrap_or_default();
            let spoken = |range: &&Range<usize>| {
                let words = &text[(*range).clone()];
                ends(text, range) && !words.starts_with(['(', '[']) && !words.contains(['“', '"', '«', '„'])
            };
            pieces.extend(between.iter().take_while(spoken).cloned());
        }
        found.turns.push(Turn { label: line.label.clone(), words: pieces, whom });
    }
    found
}

/// Whether words end as a sentence does.
fn ends(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()]
        .trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', '*', '_', ' '])
        .ends_with(['.', '?', '!', '…'])
}

/// The lines of a text that begin with a label.
fn lines(
    words: &mut Words,
    names: &Names,
    text: &str,
    paragraphs: &[Range<usize>],
    person: &impl Fn(Named) -> bool,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mut start = paragraph.start;
        for line in text[paragraph.clone()].split_inclusive('\n') {
            if let Some((label, begin)) = split(text, start..start + line.len())
                && let Some(kind) = kind(words, names, text, &label, person)
            {
                if let Some(last) = lines.last_mut().filter(|last| last.paragraph == at) {
                    last.words.end = last.words.end.min(trimmed(text, last.words.start..start).end);
                }
                lines.push(Line { kind, label, words: begin..paragraph.end, paragraph: at });
            }
            start += line.len();
        }
    }
    lines.retain(|line| line.words.start < line.words.end);
    lines
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start.max(range.start + words.trim_end().len())
}

/// The label of a line and where the words behind it begin.
fn split(text: &str, line: Range<usize>) -> Option<(Range<usize>, usize)> {
    const SET: [char; 4] = ['*', '_', ' ', '\t'];
    let words = &text[line.clone()];
    let start = words.len()
        - words.trim_start_matches(|sign: char| SET.contains(&sign) || "•>-".contains(sign)).len();
    let rest = &words[start..];
    let head = &rest[..rest.floor_char_boundary(LONGEST)];
    let colon = if let Some(colon) = head.find(':') {
        colon
    } else {
        matches!(head.get(..2), Some("Q." | "A.")).then_some(1)?
    };
    let label = head[..colon].trim_end_matches(SET);
    let behind = &rest[colon + 1..];
    if label.is_empty() || !behind.starts_with(|sign: char| SET.contains(&sign) || sign == '\n') {
        return None;
    }
    let skipped =
        behind.len() - behind.trim_start_matches(|sign: char| SET.contains(&sign) || sign == '\n').len();
    let from = line.start + start;
    Some((from..from + label.len(), from + colon + 1 + skipped))
}

/// What a label is; none where it names nobody.
fn kind(
    words: &mut Words,
    names: &Names,
    text: &str,
    label: &Range<usize>,
    person: &impl Fn(Named) -> bool,
) -> Option<Label> {
    match &text[label.clone()] {
        "Q" | "Question" | "QUESTION" => return Some(Label::Question),
        "A" | "Answer" | "ANSWER" => return Some(Label::Answer),
        _ => {}
    }
    let written = &text[label.clone()];
    // "Mira Holt, the foreign minister, said on Monday" is a sentence, and names nobody by itself.
    if written.split(|letter: char| !letter.is_alphanumeric()).any(|word| frames::verb(word).is_some()) {
        return None;
    }
    // "Mira Holt, foreign minister", "Mira Holt (Norland)".
    let cut = written.find([',', '(']).unwrap_or(written.len());
    let parts: Vec<&str> = written[..cut].split_whitespace().collect();
    let bare = |part: &str| part.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let capital = |part: &&str| part.starts_with(char::is_uppercase);
    let empty = |part: &&str| {
        let word = bare(part);
        LABELS.split_whitespace().any(|label| label == word) || cues::calendar(&word)
    };
    if parts.is_empty() || parts.len() > MOST || parts.iter().any(empty) || !parts.iter().any(capital) {
        return None;
    }
    let tokens = merged(words, text, label.start..label.start + cut);
    let title =
        |word: &str| roles::role(word).is_some() || roles::branch(word) || given::address(word).is_some();
    let mut first = 0;
    while first < tokens.len() {
        match names.at(text, &tokens[first..]) {
            Some((known @ (Named::Party(_) | Named::Introduced(_) | Named::Several(_)), long))
                if first + long == tokens.len() =>
            {
                return Some(Label::Known(known, person(known)));
            }
            Some((Named::Place(_) | Named::Event(_), long)) if long == tokens.len() => return None,
            _ => first += 1,
        }
    }
    let last = words.text(tokens.last()?.word);
    if roles::role(last).is_some_and(|role| !matches!(role, roles::Role::Last))
        || matches!(last, "moderator" | "interviewer")
    {
        return Some(Label::Role);
    }
    // Each of its words must be one of a name: with a capital, and no small word of the language.
    let small = |part: &&str| lexicon::common(&bare(part)) && !title(&bare(part));
    if !parts.iter().all(capital) || parts.iter().any(small) {
        return None;
    }
    let given = parts.len() > 1 && given::gender(parts[parts.len() - 2]).is_some();
    let loud = written[..cut].chars().all(|letter| !letter.is_lowercase());
    Some(Label::Name(given || loud && parts.len() > 1))
}
