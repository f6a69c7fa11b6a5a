//! What the rules on quotes and their sources share: every quote looked for in the archived text of its source.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::statement::Statement;
use crate::ledger::{Archive, Ledger};
use crate::text::Span;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::passage::{Looked, look};
use crate::text::quotes::tokens::{Token, Word, Words};

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

/// Every quote whose source has an archived text, with the result of looking for it there.
pub fn quotes(ledger: &Ledger) -> Vec<Quote<'_>> {
    let mut words = Words::default();
    let mut texts: FxHashMap<*const Archive, Wording> = FxHashMap::default();
    let mut found = Vec::new();
    let mut lost = Vec::new();
    for (_, statement) in ledger.said() {
        let Some((id, archive)) = statement.source.and_then(|id| Some((id, ledger.archives.get(&id)?)))
        else {
            continue;
        };
        let text = texts
            .entry(Arc::as_ptr(archive))
            .or_insert_with(|| Wording::new(&mut words, std::iter::once(archive.text.as_str())));
        for quote in &statement.quote {
            let (quote, span) = (quote.text(&ledger.texts), &quote.span);
            found.push(Quote {
                span: *span,
                statement,
                source: &ledger.source(id).id,
                looked: look(&mut words, text, quote),
                elsewhere: None,
            });
            if found.last().is_some_and(|quote: &Quote<'_>| quote.looked == Looked::Nowhere) {
                lost.push((found.len() - 1, Wording::new(&mut words, std::iter::once(quote)).tokens));
            }
        }
    }
    if !lost.is_empty() {
        elsewhere(ledger, &mut words, &lost, &mut found);
    }
    found
}

/// Enters for quotes that are lost in their own source the other one in which they stand; every archived text is read
/// once.
fn elsewhere<'l>(
    ledger: &'l Ledger,
    words: &mut Words,
    lost: &[(usize, Vec<Token>)],
    found: &mut [Quote<'l>],
) {
    let word = |token: &Token| token.word;
    let mut begins: FxHashMap<Vec<Word>, Vec<usize>> = FxHashMap::default();
    for (at, (_, tokens)) in lost.iter().enumerate().filter(|(_, (_, tokens))| tokens.len() >= BEGINNING) {
        begins.entry(tokens[..BEGINNING].iter().map(word).collect()).or_default().push(at);
    }
    let mut read = FxHashSet::default();
    for (id, archive) in ledger.archives.iter().filter(|(_, archive)| read.insert(Arc::as_ptr(archive))) {
        let text: Vec<Word> = words.tokens(&archive.text, 0..archive.text.len()).iter().map(word).collect();
        for (at, window) in text.windows(BEGINNING).enumerate() {
            for one in begins.get(window).into_iter().flatten() {
                let (quote, tokens) = &lost[*one];
                if text[at..].len() >= tokens.len()
                    && tokens.iter().zip(&text[at..]).all(|(token, word)| token.word == *word)
                {
                    found[*quote].elsewhere.get_or_insert(&ledger.source(*id).id);
                }
            }
        }
    }
}
