//! An index of pairs of neighbouring words, which finds the stored wordings that many quotations may come from.

use std::collections::HashMap;

use super::tokens::{Kind, Token, Word, Words};

/// Largest number of stored wordings that are looked at for one quotation, the likeliest first.
const MOST_CANDIDATES: usize = 40;

/// Pairs of neighbouring words, each with the quotations that have it.
#[derive(Debug, Default)]
pub struct Shingles {
    pairs: HashMap<(Word, Word), Vec<u32>>,
    single: HashMap<Word, Vec<u32>>,
    quotations: usize,
}

impl Shingles {
    /// The index of quotations, in their order.
    #[must_use]
    pub fn new(words: &Words, quotations: &[&[Token]]) -> Self {
        let mut index = Self { quotations: quotations.len(), ..Self::default() };
        for (at, tokens) in quotations.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let said: Vec<Word> = said(tokens).collect();
            let short = said.len() < 3 || said.iter().all(|word| words.common(*word));
            for pair in said.windows(2).filter(|pair| short || telling(words, pair)) {
                add(index.pairs.entry((pair[0], pair[1])).or_default(), at);
            }
            if let [one] = said[..] {
                add(index.single.entry(one).or_default(), at);
            }
        }
        index
    }

    /// For every quotation, the stored wordings that share most with it, the likeliest first; of two that share as
    /// much, the earlier. `stored` gives all stored wordings in order.
    #[must_use]
    pub fn candidates<'t>(&self, stored: impl Iterator<Item = &'t [Token]>) -> Vec<Vec<usize>> {
        let mut shared: Vec<Vec<(u32, usize)>> = vec![Vec::new(); self.quotations];
        let mut count = vec![0u32; self.quotations];
        let mut met: Vec<u32> = Vec::new();
        for (at, tokens) in stored.enumerate() {
            let mut last: Option<Word> = None;
            for word in said(tokens) {
                let pair = last.and_then(|last| self.pairs.get(&(last, word)));
                for quotation in pair.into_iter().chain(self.single.get(&word)).flatten() {
                    let seen = &mut count[*quotation as usize];
                    if *seen == 0 {
                        met.push(*quotation);
                    }
                    *seen += 1;
                }
                last = Some(word);
            }
            for quotation in met.drain(..) {
                shared[quotation as usize].push((count[quotation as usize], at));
                count[quotation as usize] = 0;
            }
        }
        shared.into_iter().map(likeliest).collect()
    }
}

/// The words of a wording that were said, without omissions and insertions.
fn said(tokens: &[Token]) -> impl Iterator<Item = Word> {
    tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.word)
}

/// True when two neighbouring words say something: half of all sentences have "of the" in them.
fn telling(words: &Words, pair: &[Word]) -> bool {
    pair.iter().any(|word| !words.common(*word))
}

fn add(places: &mut Vec<u32>, at: u32) {
    if places.last() != Some(&at) {
        places.push(at);
    }
}

fn likeliest(mut shared: Vec<(u32, usize)>) -> Vec<usize> {
    shared.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
    shared.truncate(MOST_CANDIDATES);
    shared.into_iter().map(|(_, at)| at).collect()
}
