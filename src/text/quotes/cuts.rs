//! What a cut loses: words of the same sentence that deny, open a condition, or hedge what is kept.

use std::ops::Range;

use super::align::{Alignment, Step};
use super::difference::Wording;
use super::tokens::Words;
use super::{hedges, lexicon};

/// The way in which a word turns the meaning of those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It denies them.
    Denial,
    /// It makes them depend on something.
    Condition,
    /// It makes them less than certain, or another's.
    Hedge,
}

/// Words that a cut takes away from the words kept, and that turn their meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The words, as written.
    pub word: String,
    /// The way in which they turn it.
    pub turn: Turn,
    /// Their tokens in the stored wording.
    pub tokens: Range<usize>,
    /// True where they stood at an end of the words kept, false where an omission is marked in their place.
    pub outside: bool,
}

/// Largest number of words between the words kept and one that denies or hedges for it to belong to them.
const NEAR: usize = 3;
/// Largest number of words of a source that is named: "according to preliminary data of the harbour police".
const SOURCE: usize = 6;

/// Words that join a clause as good as the one before.
const COORDINATING: &[&str] = &["and", "but", "or", "nor", "yet", "so", "while", "whereas", "because"];

/// Words that open a clause within another.
const SUBORDINATING: &[&str] = &[
    "that", "which", "who", "whom", "whose", "when", "where", "after", "before", "since", "as", "than",
    "then", "although", "though",
];

/// The words lost at both ends of the words kept and at the omissions between them. Where `marks` is true, the stored
/// wording is an article, and a sentence ends at a mark of quotation too.
#[must_use]
pub fn lost(words: &Words, stored: &Wording, alignment: &Alignment, marks: bool) -> Vec<Dropped> {
    let cut = Cut { words, stored, marks };
    let range = &alignment.range;
    let mut lost = cut.before(0..range.start, NEAR);
    lost.extend(cut.behind(range.end..stored.tokens.len()));
    for dropped in &mut lost {
        dropped.outside = true;
    }
    lost.extend(cut.omitted(&alignment.steps));
    lost.sort_by_key(|dropped| (dropped.tokens.start, std::cmp::Reverse(dropped.tokens.end)));
    // "According to preliminary data" has "preliminary data" in it, and what stands within an omission is met twice.
    let mut end = 0;
    lost.retain(|dropped| {
        let new = dropped.tokens.end > end;
        end = end.max(dropped.tokens.end);
        new
    });
    if cut.keeps_hedge(&alignment.steps) {
        lost.retain(|dropped| dropped.turn != Turn::Hedge);
    }
    lost
}

/// A stored wording that was cut.
struct Cut<'c> {
    words: &'c Words,
    stored: &'c Wording,
    marks: bool,
}

impl Cut<'_> {
    fn text(&self, at: usize) -> Option<&str> {
        self.stored.tokens.get(at).map(|token| self.words.text(token.word))
    }

    /// What stands between a token and the one before it.
    fn between(&self, at: usize) -> &str {
        let tokens = &self.stored.tokens;
        at.checked_sub(1).map_or("", |before| &self.stored.text[tokens[before].end..tokens[at].start])
    }

    /// True when a sentence begins with a token. A line break does not begin one; a blank line or a new piece does.
    fn begins(&self, at: usize) -> bool {
        let between = self.between(at);
        self.stored.breaks.contains(&at)
            || between.contains(['.', '?', '!', ';', ':', '…'])
            || between.matches('\n').count() > 1
            || self.marks && between.contains(['“', '”', '"', '„', '«', '»', '‘', '’', '\''])
    }

    /// True when a clause of its own begins with a token behind a comma: ", and they left".
    fn joined(&self, at: usize) -> bool {
        self.between(at).contains(',') && self.text(at).is_some_and(|word| COORDINATING.contains(&word))
    }

    /// The number of words of the hedge, or of the source, that begins with a token; 0 where none does.
    fn hedge(&self, at: usize) -> usize {
        hedges::length(|by| self.text(at + by))
    }

    fn dropped(&self, tokens: Range<usize>, turn: Turn) -> Dropped {
        Dropped { word: self.stored.slice(tokens.clone()), turn, tokens, outside: false }
    }

    /// The hedge that begins with a token, with the source that it names.
    fn hedged(&self, at: usize, long: usize) -> Dropped {
        let source = self.text(at) == Some("according");
        let more = (at + long..self.stored.tokens.len().min(at + SOURCE))
            .take_while(|next| source && !self.begins(*next) && !self.between(*next).contains(','));
        self.dropped(at..at + long + more.count(), Turn::Hedge)
    }

    /// True when a token denies; "no doubt" does not.
    fn denies(&self, at: usize) -> bool {
        let idiom = self.text(at) == Some("no") && matches!(self.text(at + 1), Some("doubt" | "mistake"));
        self.text(at).is_some_and(lexicon::negation) && !idiom
    }

    fn condition(&self, at: usize) -> bool {
        self.text(at).is_some_and(lexicon::condition)
    }

    /// What is lost of the sentence of the words kept, before them. A word that denies belongs to them within `near`
    /// words.
    fn before(&self, gap: Range<usize>, near: usize) -> Vec<Dropped> {
        let mut lost = Vec::new();
        let (mut commas, mut own) = (0, true);
        for at in gap.clone().rev() {
            if self.stored.breaks.contains(&(at + 1)) || self.begins(at + 1) {
                break;
            }
            commas += usize::from(self.between(at + 1).contains(','));
            own &= !self.joined(at + 1);
            let far = gap.end - at;
            if self.condition(at) {
                lost.push(self.dropped(at..at + 1, Turn::Condition));
            } else if far <= near && self.denies(at) {
                lost.push(self.dropped(at..at + 1, Turn::Denial));
            }
            let long = self.hedge(at);
            let first = at == 0 || self.begins(at);
            if own && long > 0 && (far <= long + NEAR || first || commas == 0) {
                lost.push(self.hedged(at, long));
            }
        }
        lost
    }

    /// What is lost of the sentence of the words kept, behind them.
    fn behind(&self, gap: Range<usize>) -> Vec<Dropped> {
        let mut lost = Vec::new();
        let mut comma = false;
        for at in gap.clone() {
            if at == 0 || self.begins(at) {
                break;
            }
            comma |= self.between(at).contains([',', '—', '–']);
            let long = self.hedge(at);
            if self.condition(at) {
                lost.push(self.dropped(at..at + 1, Turn::Condition));
                break;
            }
            if long > 0 && (comma || at - gap.start <= NEAR) {
                lost.push(self.hedged(at, long));
                break;
            }
            if self.text(at).is_some_and(|word| COORDINATING.contains(&word) || SUBORDINATING.contains(&word))
            {
                break;
            }
        }
        lost
    }

    /// What marked omissions take away: of one within a sentence all that turns it, else what belongs to the sentence
    /// before it or to the one behind it.
    fn omitted(&self, steps: &[Step]) -> Vec<Dropped> {
        let skipped = |step: &Step| matches!(step, Step::Skipped(_));
        let mut lost = Vec::new();
        let (mut kept_before, runs) = (false, steps.chunk_by(|a, b| skipped(a) == skipped(b)));
        let kept_last = steps.iter().rposition(|step| matches!(step, Step::Same(..) | Step::Changed(..)));
        let mut passed = 0;
        for run in runs {
            passed += run.len();
            let places: Vec<usize> = run
                .iter()
                .filter_map(|step| if let Step::Skipped(at) = step { Some(*at) } else { None })
                .collect();
            let (Some(first), Some(end)) = (places.first(), places.last().map(|last| last + 1)) else {
                kept_before |= run.iter().any(|step| matches!(step, Step::Same(..) | Step::Changed(..)));
                continue;
            };
            let kept_behind = kept_last.is_some_and(|place| place >= passed);
            let gap = *first..end;
            if kept_before {
                lost.extend(self.behind(gap.clone()));
            }
            if kept_behind {
                lost.extend(self.before(gap, usize::MAX));
            }
        }
        lost
    }

    /// True when the words kept hedge themselves.
    fn keeps_hedge(&self, steps: &[Step]) -> bool {
        let kept: Vec<usize> = steps
            .iter()
            .filter_map(|step| if let Step::Same(_, at) = step { Some(*at) } else { None })
            .collect();
        kept.iter().enumerate().any(|(place, at)| {
            let long = self.hedge(*at);
            long > 0 && kept.get(place + long - 1) == Some(&(at + long - 1))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::*;

    fn gone(draft: &str, stored: &str, marks: bool) -> Vec<(String, Turn)> {
        let mut words = Words::default();
        let draft = Wording::new(&mut words, std::iter::once(draft));
        let stored = Wording::new(&mut words, std::iter::once(stored));
        let alignment = align(&draft.tokens, &stored.tokens).expect("both have words");
        let lost = lost(&words, &stored, &alignment, marks);
        lost.into_iter().map(|dropped| (dropped.word, dropped.turn)).collect()
    }

    /// The words lost, with how they turn the meaning, in a line.
    fn lost_of(draft: &str, stored: &str) -> String {
        let shown = |(word, turn): (String, Turn)| format!("{word}:{turn:?}");
        gone(draft, stored, false).into_iter().map(shown).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_denies_and_what_opens_a_condition_is_lost() {
        assert_eq!(lost_of("looking for war", "We are not looking for war."), "not:Denial");
        assert_eq!(lost_of("we will answer", "If they come, we will answer."), "If:Condition");
        assert_eq!(lost_of("We will answer", "We will answer unless they leave."), "unless:Condition");
        assert_eq!(
            lost_of("We will answer", "We will answer at dawn unless they leave."),
            "unless:Condition"
        );
        assert_eq!(lost_of("the attack on the base", "It has nothing to do with the attack on the base"), "");
        assert_eq!(lost_of("We will stay", "We will not go. We will stay."), "");
        assert_eq!(lost_of("We do … want war", "We do not want war"), "not:Denial");
        assert_eq!(lost_of("We will go … home", "We will go to the port. Never again. And then home"), "");
        assert_eq!(
            lost_of("We will go … We sleep", "We will go if they do. And rest. We sleep."),
            "if:Condition"
        );
        assert_eq!(lost_of("We will answer", "We will answer, and if they leave we sleep."), "");
    }

    #[test]
    fn what_hedges_is_lost_where_it_belongs_to_the_words_kept() {
        let data = "According to preliminary data, the fire began at nine, and allegedly two men were seen.";
        assert_eq!(lost_of("the fire began at nine", data), "According to preliminary data:Hedge");
        assert_eq!(lost_of("two men were seen", data), "allegedly:Hedge");
        assert_eq!(lost_of("left by boat", "They may have left by boat."), "may have:Hedge");
        assert_eq!(lost_of("They … left by boat", "They may have left by boat."), "may have:Hedge");
        assert_eq!(lost_of("The shed burnt", "The shed burnt at nine, we believe."), "we believe:Hedge");
        assert_eq!(lost_of("The shed burnt", "The shed burnt, witnesses and reports said."), "");
        assert_eq!(lost_of("The shed burnt", "The shed burnt, which probably killed the mice."), "");
        assert_eq!(lost_of("The shed burnt", "At nine in the evening the shed burnt."), "");
        assert_eq!(lost_of("The shed burnt", "The shed burnt. That is possibly all."), "");
        assert_eq!(lost_of("The shed probably burnt", "We think the shed probably burnt."), "");
        let told = "The man, who allegedly fled by night in a boat, was found.";
        assert_eq!(lost_of("was found", told), "");
    }

    #[test]
    fn in_an_article_a_mark_of_quotation_ends_the_words() {
        let article = "She would not say “we leave”, if they come.";
        assert_eq!(gone("we leave", article, true), []);
        assert_eq!(gone("we leave", article, false).len(), 2);
    }
}
