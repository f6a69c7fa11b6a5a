//! What the rules on quotes and their sources share: every quote looked for in the archived text of its source.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::statement::Statement;
use crate::ledger::{Archive, Ledger};
use crate::text::Span;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::passage::{Looked, look};
use crate::text::quotes::tokens::{Word, Words};

/// A quote with the result of looking for it.
pub struct Quote<'l> {
    /// The place in the file where it is written.
    pub span: Span,
    /// Its statement.
    pub statement: &'l Statement,
    /// The id of its source.
    pub source: &'l str,
    /// The result of looking for it in its own source.
    pub looked: Looked,
    /// Another source in whose archived text the words stand, where they stand nowhere in their own; none where they
    /// stand in no other.
    pub elsewhere: Option<&'l str>,
}

/// Number of words, from the beginning of a quote, by which it is looked up in other texts.
const BEGINNING: usize = 4;

/// Every quote whose source has an archived text, with the result of looking for it there, in the order of the records.
/// A text is read once, whatever sources name it.
pub fn quotes(ledger: &Ledger) -> Vec<Quote<'_>> {
    let mut sought = Vec::new();
    let mut texts: Vec<(&Archive, Vec<usize>)> = Vec::new();
    let mut places: FxHashMap<*const Archive, usize> = FxHashMap::default();
    for (_, statement) in ledger.said() {
        let Some((id, archive)) = statement.source.and_then(|id| Some((id, ledger.archives.get(&id)?)))
        else {
            continue;
        };
        let place = *places.entry(Arc::as_ptr(archive)).or_insert_with(|| {
            texts.push((archive, Vec::new()));
            texts.len() - 1
        });
        for quote in &statement.quote {
            texts[place].1.push(sought.len());
            sought.push((statement, id, quote.span, quote.text(&ledger.texts)));
        }
    }
    let looked = texts.into_par_iter().flat_map_iter(|(archive, places)| {
        let mut words = Words::default();
        let text = Wording::new(&mut words, std::iter::once(archive.text.as_str()));
        let looked = |at: usize| (at, look(&mut words, &text, sought[at].3));
        places.into_iter().map(looked).collect::<Vec<_>>()
    });
    let mut looked: Vec<(usize, Looked)> = looked.collect();
    looked.sort_unstable_by_key(|(at, _)| *at);
    let lost: Vec<(usize, &str)> = looked
        .iter()
        .filter(|(_, looked)| *looked == Looked::Nowhere)
        .map(|(at, _)| (*at, sought[*at].3))
        .collect();
    let mut elsewhere = elsewhere(ledger, &lost);
    let found = looked.into_iter().map(|(at, looked)| {
        let (statement, id, span, _) = sought[at];
        Quote { span, statement, source: &ledger.source(id).id, looked, elsewhere: elsewhere.remove(&at) }
    });
    found.collect()
}

/// For quotes that are lost in their own source the other one in which they stand; every archived text is read once.
fn elsewhere<'l>(ledger: &'l Ledger, lost: &[(usize, &str)]) -> FxHashMap<usize, &'l str> {
    let mut found = FxHashMap::default();
    if lost.is_empty() {
        return found;
    }
    let mut words = Words::default();
    let mut tokens = |text: &str| -> Vec<Word> {
        words.tokens(text, 0..text.len()).iter().map(|token| token.word).collect()
    };
    let lost: Vec<(usize, Vec<Word>)> = lost.iter().map(|(at, text)| (*at, tokens(text))).collect();
    let mut begins: FxHashMap<&[Word], Vec<usize>> = FxHashMap::default();
    for (at, (_, quote)) in lost.iter().enumerate().filter(|(_, (_, quote))| quote.len() >= BEGINNING) {
        begins.entry(&quote[..BEGINNING]).or_default().push(at);
    }
    let mut read = FxHashSet::default();
    for (id, archive) in ledger.archives.iter().filter(|(_, archive)| read.insert(Arc::as_ptr(archive))) {
        let text = tokens(&archive.text);
        for (at, window) in text.windows(BEGINNING).enumerate() {
            for (place, quote) in begins.get(window).into_iter().flatten().map(|one| &lost[*one]) {
                if text[at..].starts_with(quote) {
                    found.entry(*place).or_insert(ledger.source(*id).id.as_str());
                }
            }
        }
    }
    found
}
