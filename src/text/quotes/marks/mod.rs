//! Quotations found in prose by their marks: typographic and straight, double and single, nested, and continued from
//! paragraph to paragraph. A mark without partner is reported where it stands and shifts nothing after it.

pub mod beside;
mod doubles;
mod odd;
mod singles;

use std::ops::Range;

use super::prose::paragraphs;

/// A quotation, or a mark without partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The bytes, marks excluded; several pieces where it goes on in a new paragraph. For a mark without partner, the
    /// words for which it may have been meant.
    pub pieces: Vec<Range<usize>>,
    /// The place of a mark without partner; none for a quotation.
    pub odd: Option<Range<usize>>,
    /// The index of the quotation around it.
    pub inside: Option<usize>,
    /// The paragraph in which it begins.
    pub paragraph: usize,
}

impl Quotation {
    /// The range from its first byte to one past its last.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.start);
        start..self.pieces.last().map_or(start, |piece| piece.end)
    }
}

/// Smallest number of words of a paragraph set off by layout that is taken for a quotation.
const FEWEST: usize = 4;

/// A mark in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    start: usize,
    end: usize,
    character: char,
    /// True when a quotation may begin after the character before it.
    free_before: bool,
    /// True when a quotation may end before the character after it.
    free_after: bool,
    /// The character before it; a space at the beginning.
    before: char,
    /// The character after it; a space at the end.
    after: char,
}

/// The pairs of marks of one paragraph, and the marks without partner, with whether they open.
#[derive(Debug, Default)]
struct Marks {
    pairs: Vec<(Mark, Mark)>,
    odd: Vec<(Mark, bool)>,
}

/// All quotations of a text, in the order in which they begin, with those that are set off by layout. A paragraph that
/// is set off and stands in marks as well is one quotation.
#[must_use]
pub fn quotations(text: &str, set_off: &[Range<usize>]) -> Vec<Quotation> {
    let mut all = marked(text);
    if !set_off.is_empty() {
        let paragraphs = paragraphs(text);
        for range in set_off {
            let words = text[range.clone()].split_whitespace().count();
            let within = |other: &Quotation| {
                let own = other.range();
                own.start >= range.start && own.end <= range.end && own.len() * 10 >= range.len() * 7
            };
            if words < FEWEST || all.iter().any(within) {
                continue;
            }
            let paragraph = paragraphs.partition_point(|other| other.end < range.end);
            all.push(Quotation { pieces: vec![range.clone()], odd: None, inside: None, paragraph });
        }
        all.sort_by_key(|quotation| (quotation.range().start, std::cmp::Reverse(quotation.range().end)));
        nest(&mut all);
    }
    all
}

/// The quotations that stand in marks.
fn marked(text: &str) -> Vec<Quotation> {
    let paragraphs = paragraphs(text);
    let mut found: Vec<[Marks; 2]> = paragraphs.iter().map(|range| pairs(text, range)).collect();
    // Where single marks are the outer ones, one that stays open is a mistake; otherwise it is an apostrophe.
    let outer: usize = found.iter().map(|[doubles, singles]| singles::outside(singles, doubles)).sum();
    if outer <= found.iter().map(|[doubles, _]| doubles.pairs.len()).sum() {
        for [_, singles] in &mut found {
            singles.odd.clear();
        }
    }
    let mut all = Vec::new();
    for kind in 0..2 {
        let mut carried: Vec<Range<usize>> = Vec::new();
        for (at, range) in paragraphs.iter().enumerate() {
            let this = &found[at][kind];
            let mut pairs = this.pairs.as_slice();
            let mut odd = this.odd.as_slice();
            if !carried.is_empty() {
                let begun = at - carried.len();
                if let Some(((open, close), rest)) =
                    pairs.split_first().filter(|((open, _), _)| open.start == range.start)
                {
                    carried.push(open.end..close.start);
                    pairs = rest;
                    push(&mut all, std::mem::take(&mut carried), None, begun);
                }
            }
            let goes_on = goes_on(text, &found, kind, at, &paragraphs);
            if goes_on && let Some(((open, _), rest)) = odd.split_last() {
                carried.push(open.end..range.end);
                odd = rest;
            }
            let places = odd::places(&found[at]);
            for (open, close) in pairs {
                push(&mut all, std::iter::once(open.end..close.start).collect(), None, at);
            }
            for (mark, opens) in odd {
                push(
                    &mut all,
                    vec![odd::meant(text, range, &places, mark, *opens)],
                    Some(mark.start..mark.end),
                    at,
                );
            }
        }
    }
    all.sort_by_key(|quotation| (quotation.range().start, std::cmp::Reverse(quotation.range().end)));
    // A row of marks without words is one mistake.
    all.dedup_by(|next, last| {
        next.odd.is_some() && last.odd.is_some() && empty(text, next) && last.paragraph == next.paragraph
    });
    nest(&mut all);
    all
}

fn push(all: &mut Vec<Quotation>, pieces: Vec<Range<usize>>, odd: Option<Range<usize>>, paragraph: usize) {
    if odd.is_some() || pieces.iter().any(|piece| !piece.is_empty()) {
        all.push(Quotation { pieces, odd, inside: None, paragraph });
    }
}

fn empty(text: &str, quotation: &Quotation) -> bool {
    !text[quotation.range()].chars().any(char::is_alphanumeric)
}

/// The pairs of a paragraph: double, then single.
fn pairs(text: &str, range: &Range<usize>) -> [Marks; 2] {
    let (mut doubles, mut singles) = (Vec::new(), Vec::new());
    let paragraph = &text[range.clone()];
    let mut before = ' ';
    let mut characters = paragraph.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        // Two apostrophes are how some archives write a double mark.
        let twice = character == '\'' && characters.next_if(|(_, next)| *next == '\'').is_some();
        let character = if twice { '"' } else { character };
        let after = characters.peek().map_or(' ', |(_, next)| *next);
        let list = match character {
            '“' | '”' | '"' | '«' | '»' | '„' => Some(&mut doubles),
            '‘' | '’' | '\'' | '‚' => Some(&mut singles),
            _ => None,
        };
        if let Some(list) = list {
            let start = range.start + at;
            list.push(Mark {
                start,
                end: start + character.len_utf8() + usize::from(twice),
                character,
                free_before: before.is_whitespace() || "([{<—–-/*_“«„‘‚\"'".contains(before),
                free_after: after.is_whitespace() || ".,;:!?)]}>—–-/*_”»’\"'".contains(after),
                before,
                after,
            });
        }
        before = character;
    }
    let doubles = doubles::pair(doubles);
    let singles = singles::pair(text, &singles, &doubles.pairs);
    [doubles, singles]
}

/// True when a quotation that is open at the end of a paragraph goes on in the next, which then begins with a mark.
fn goes_on(text: &str, found: &[[Marks; 2]], kind: usize, at: usize, paragraphs: &[Range<usize>]) -> bool {
    let Some((open, true)) = found[at][kind].odd.last() else { return false };
    let Some(next) = paragraphs.get(at + 1) else { return false };
    let reopened = |mark: &Mark| mark.start == next.start && mark.character == open.character;
    let begins = found[at + 1][kind].pairs.first().is_some_and(|(mark, _)| reopened(mark))
        || found[at + 1][kind].odd.first().is_some_and(|(mark, opens)| *opens && reopened(mark));
    let last = found[at][kind].pairs.last().is_none_or(|(_, close)| close.start < open.start);
    let words = &text[open.end..paragraphs[at].end];
    // "We go, he said." was never closed, and does not go on.
    let attributed = words.match_indices(" said").any(|(said, _)| words[..said].contains(','));
    let said = words.contains(char::is_alphanumeric);
    begins && last && said && !attributed && words.ends_with(['.', '?', '!', '…', ':', '—'])
}

/// Enters for each quotation the one around it.
fn nest(all: &mut [Quotation]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..all.len() {
        let range = all[at].range();
        while open.last().is_some_and(|outer| all[*outer].range().end < range.end) {
            open.pop();
        }
        all[at].inside = open.last().copied();
        if all[at].odd.is_none() {
            open.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quotations after as many `>` as they are deep; marks without partner after `!`.
    fn found(text: &str) -> Vec<String> {
        let all = quotations(text, &[]);
        let depth = |at: usize| std::iter::successors(all[at].inside, |at| all[*at].inside).count();
        let shown = |(at, quotation): (usize, &Quotation)| {
            let words: Vec<&str> = quotation.pieces.iter().map(|piece| &text[piece.clone()]).collect();
            let sign = if quotation.odd.is_some() { "!".to_owned() } else { ">".repeat(depth(at)) };
            format!("{sign}{}", words.join(" / "))
        };
        all.iter().enumerate().map(shown).collect()
    }

    #[test]
    fn every_style_is_found() {
        assert_eq!(found("“We go,” he said. \"We stay,\" she said."), ["We go,", "We stay,"]);
        assert_eq!(
            found("‘We don’t go,’ he said of the soldiers’ base. 'We do.'"),
            ["We don’t go,", "We do."]
        );
        assert_eq!(found("«On y va», „wir gehen“, he said"), ["On y va", "wir gehen"]);
        assert_eq!(
            found("“He told us ‘we go’ and left,” she said."),
            ["He told us ‘we go’ and left,", ">we go"]
        );
        assert_eq!(
            found("‘He told us “we go” and left,’ she said."),
            ["He told us “we go” and left,", ">we go"]
        );
        assert_eq!(
            found("\"He told us 'we go' and left,\" she said."),
            ["He told us 'we go' and left,", ">we go"]
        );
    }

    #[test]
    fn apostrophes_are_none() {
        assert_eq!(
            found("The soldiers’ base, the ’90s, rock ’n’ roll, O’Neill's and 'tis 6\" long"),
            [""; 0]
        );
        assert_eq!(found("‘The soldiers’ base was hit,’ he said."), ["The soldiers’ base was hit,"]);
        assert_eq!(found("‘Terrorists’ hit the farmers’ land."), ["Terrorists"]);
        assert_eq!(found("“We go,” the sectors of ‘Al-Marl and Kestrel"), ["We go,"]);
    }

    #[test]
    fn a_mark_without_partner_shifts_nothing() {
        assert_eq!(found("“We go, he said. “We stay,” she said."), ["!We go, he said.", "We stay,"]);
        assert_eq!(found("\"We go, he said.\n\"We stay,\" she said."), ["!We go, he said.", "We stay,"]);
        assert_eq!(
            found("“We go.” But we stay,” he said. “And sleep.”"),
            ["We go.", "!But we stay,", "And sleep."]
        );
        assert_eq!(found("“We go.” “.\n“We stay.”"), ["We go.", "!.", "We stay."]);
        assert_eq!(found("‘We go, he said. ‘We stay,’ she said."), ["!We go, he said.", "We stay,"]);
        assert_eq!(found("““““"), ["!"]);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        assert_eq!(
            found("She said: “We go.\n“We come back.\n“We stay.” So it was."),
            ["We go. / We come back. / We stay."]
        );
        assert_eq!(found("‘We go.\n‘We come back,’ he said. ‘Yes.’"), ["We go. / We come back,", "Yes."]);
    }
}
