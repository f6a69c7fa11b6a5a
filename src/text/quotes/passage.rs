//! A quotation looked for in a longer text: a source as it was archived.

use super::align::{Step, align};
use super::difference::{Hunk, Wording, hunks};
use super::tokens::{Kind, Words};

/// What became of looking for a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// It stands there.
    There,
    /// Something like it stands there: the words there, and what differs.
    Near(String, Vec<Hunk>),
    /// Nothing like it stands there.
    Nowhere,
}

/// Looks for a quotation in a text.
pub fn look(words: &mut Words, text: &Wording, quote: &str) -> Looked {
    let quote = Wording::new(words, std::iter::once(quote));
    if quote.tokens.is_empty() || stands(&quote, text) {
        return Looked::There;
    }
    let Some(alignment) = align(&quote.tokens, &text.tokens) else { return Looked::Nowhere };
    let hunks = hunks(words, &quote, text, &alignment.steps);
    if hunks.is_empty() {
        return Looked::There;
    }
    let said = quote.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let same = alignment.steps.iter().filter(|step| matches!(step, Step::Same(..))).count();
    if same > 2 && same * 10 >= said * 6 {
        Looked::Near(text.slice(alignment.range), hunks)
    } else {
        Looked::Nowhere
    }
}

/// Whether the words of a quotation stand in a text one after the other.
fn stands(quote: &Wording, text: &Wording) -> bool {
    let plain = quote.tokens.iter().all(|token| token.kind == Kind::Word);
    plain
        && text
            .tokens
            .windows(quote.tokens.len())
            .any(|window| window.iter().zip(&quote.tokens).all(|(a, b)| a.word == b.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_there_or_near_or_nowhere() {
        let mut words = Words::default();
        let text = Wording::new(
            &mut words,
            ["She said: ‘We won’t leave the harbour,\nand we stay.’ Then she left."].into_iter(),
        );
        let mut looked = |quote: &str| look(&mut words, &text, quote);
        assert_eq!(looked("We won't leave the harbour, and we stay."), Looked::There);
        assert_eq!(looked("We won't leave … and [they] stay"), Looked::There);
        assert!(matches!(looked("We won't leave the town, and we stay"), Looked::Near(..)));
        assert_eq!(looked("The lighthouse keeper has gone"), Looked::Nowhere);
    }
}
