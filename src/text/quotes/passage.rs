//! A quotation looked for in a longer text, such as an archived source.

use super::align::{Alignment, Step, align};
use super::cuts::{Dropped, lost};
use super::difference::{Hunk, Wording, hunks};
use super::tokens::{Kind, Token, Words};

/// The result of looking for a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// The text has it.
    There,
    /// The text has similar words: those words, and the differences.
    Near(String, Vec<Hunk>),
    /// The text has it, and a cut takes away words that turn its meaning: the words in the text, and those that are gone.
    Cut(String, Vec<Dropped>),
    /// The text has nothing similar.
    Nowhere,
}

/// Looks for a quotation in a text.
pub fn look(words: &mut Words, text: &Wording, quote: &str) -> Looked {
    let quote = Wording::new(words, std::iter::once(quote));
    if quote.tokens.is_empty() {
        return Looked::There;
    }
    if let Some(looked) = in_a_row(words, &quote, text) {
        return looked;
    }
    let joined = rejoined(words, text, &quote);
    let text = joined.as_ref().unwrap_or(text);
    let Some(alignment) = align(&quote.tokens, &text.tokens) else { return Looked::Nowhere };
    let hunks = hunks(words, &quote, text, &alignment.steps);
    if hunks.is_empty() {
        return kept(words, text, &alignment);
    }
    let said = quote.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let same = alignment.steps.iter().filter(|step| matches!(step, Step::Same(..))).count();
    if same > 2 && same * 10 >= said * 6 {
        Looked::Near(text.slice(alignment.range), hunks)
    } else {
        Looked::Nowhere
    }
}

/// The text with words put together that a line end cuts and the quotation has in one: `inter-` and `national`. None
/// where there are no such words.
fn rejoined(words: &mut Words, text: &Wording, quote: &Wording) -> Option<Wording> {
    let cut = |one: &Token, other: &Token| {
        let between = &text.text[one.end..other.start];
        let mark = between.strip_prefix(['-', '\u{ad}', '‐']);
        let soft = text.text[..one.end].ends_with('\u{ad}').then_some(between);
        mark.or(soft).is_some_and(|rest| rest.starts_with(['\n', '\r']) && rest.trim().is_empty())
    };
    let mut joined: Option<Wording> = None;
    let mut gone = 0;
    for at in 1..text.tokens.len() {
        let (one, other) = (&text.tokens[at - 1], &text.tokens[at]);
        if !cut(one, other) {
            continue;
        }
        let whole = words.intern(&format!("{}{}", words.text(one.word), words.text(other.word)));
        if quote.tokens.iter().any(|token| token.word == whole) {
            let own = joined.get_or_insert_with(|| text.clone());
            let place = at - 1 - gone;
            own.tokens[place].word = whole;
            own.tokens[place].end = other.end;
            own.tokens.remove(place + 1);
            gone += 1;
        }
    }
    if let Some(joined) = &mut joined {
        joined.breaks = vec![0, joined.tokens.len()];
    }
    joined
}

/// The result for a quotation whose words the text has in a row, where it has them most wholly; none where it has them
/// nowhere.
fn in_a_row(words: &Words, quote: &Wording, text: &Wording) -> Option<Looked> {
    let long = quote.tokens.len();
    if quote.tokens.iter().any(|token| token.kind != Kind::Word) {
        return None;
    }
    let mut cut = None;
    for (at, window) in text.tokens.windows(long).enumerate() {
        if window.iter().zip(&quote.tokens).all(|(a, b)| a.word == b.word) {
            let steps = (0..long).map(|by| Step::Same(by, at + by)).collect();
            let looked = kept(words, text, &Alignment { steps, cost: 0, range: at..at + long });
            if looked == Looked::There {
                return Some(looked);
            }
            cut.get_or_insert(looked);
        }
    }
    cut
}

/// The result for a quotation whose words the text has.
fn kept(words: &Words, text: &Wording, alignment: &Alignment) -> Looked {
    let dropped = lost(words, text, alignment, true);
    let (Some(first), Some(last)) = (dropped.first(), dropped.last()) else { return Looked::There };
    let range = &alignment.range;
    let range = range.start.min(first.tokens.start)..range.end.max(last.tokens.end);
    Looked::Cut(text.slice(range), dropped)
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
        assert!(matches!(looked("We … leave the harbour"), Looked::Cut(..)));
        assert!(matches!(looked("leave the harbour"), Looked::Cut(..)));
        assert_eq!(looked("and we stay"), Looked::There);
        assert!(matches!(looked("We won't leave the town, and we stay"), Looked::Near(..)));
        assert_eq!(looked("The lighthouse keeper has gone"), Looked::Nowhere);
    }

    #[test]
    fn words_cut_by_a_line_end_are_put_together() {
        let mut words = Words::default();
        let text = Wording::new(
            &mut words,
            ["The inter-\nnational board found the well-\nknown lock shut, and no in\u{ad}\nquiry was made."]
                .into_iter(),
        );
        let quote = "The international board found the well-known lock shut, and no inquiry was made.";
        assert_eq!(look(&mut words, &text, quote), Looked::There);
    }
}
