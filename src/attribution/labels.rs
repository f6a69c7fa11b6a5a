//! What stands between marks and is no speech: names of what is on file, titles, headings, so-called things.

use super::cues;
use super::frames;
use super::names::Names;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::marks::Quotation;
use crate::text::quotes::tokens::Words;

/// What stands before a quotation is read so many characters back.
const NEAR: usize = 80;

/// A label has so many words at most.
const LONGEST_LABEL: usize = 8;

/// What may stand between a quotation and the word before it.
const MARKS: [char; 6] = ['“', '"', '‘', '\'', '«', ' '];

/// Whether a quotation is a name, a title or a label, by its words and by those before it.
pub fn label(words: &mut Words, names: &Names, text: &str, quotation: &Quotation, wording: &Wording) -> bool {
    if quotation.odd.is_some() || wording.tokens.is_empty() {
        return wording.tokens.is_empty() && quotation.odd.is_none();
    }
    let inner = wording.text.trim_end_matches([',', '.', ';', ':']);
    if names.is_name(words, inner) {
        return true;
    }
    if wording.tokens.len() > LONGEST_LABEL || inner.ends_with(['?', '!']) || inner.contains(". ") {
        return false;
    }
    let start = quotation.range().start;
    let end = quotation.range().end;
    let ends_sentence = wording.text.ends_with(['.', ',', '?', '!']);
    // Alone on its line: letters are looked for next to it, never through the whole paragraph.
    let letter = |character: &char| *character == '\n' || character.is_alphanumeric();
    let heading = text[..start].chars().rev().find(letter).is_none_or(|character| character == '\n')
        && text[end..].chars().find(letter).is_none_or(|character| character == '\n');
    let far = text[..start].char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let close = text[far..start].rfind('\n').map_or(far, |at| far + at + 1);
    if heading && !ends_sentence && wording.breaks.len() == 2 {
        return true;
    }
    let before = words.tokens(text, close..start);
    let mut last: Vec<&str> = before.iter().rev().take(4).map(|token| words.text(token.word)).collect();
    if matches!(last.first(), Some(&"the" | &"a" | &"an")) {
        last.remove(0);
    }
    let labelled = last.first().is_some_and(|word| cues::labels(word));
    // "Norland called it “…”" speaks; "the so-called “…”", "was dubbed the “…”", "the drill, called “…”" do not.
    let passive = last.get(1).is_some_and(|word| {
        matches!(
            *word,
            "so" | "code" | "is" | "was" | "are" | "were" | "be" | "been" | "being" | "also" | "the" | "a"
        )
    });
    let apposed =
        text[..start].trim_end_matches(MARKS).rsplit_once(' ').is_some_and(|(rest, _)| rest.ends_with(','));
    if labelled && (passive || apposed) && !ends_sentence {
        return true;
    }
    // A title: capitals on all its words that matter, no verb of saying before it.
    let written = |at: usize| &wording.text[wording.tokens[at].start..wording.tokens[at].end];
    let matter: Vec<usize> =
        (0..wording.tokens.len()).filter(|at| !words.common(wording.tokens[*at].word)).collect();
    let titled = matter.len() > 1 && matter.iter().all(|at| written(*at).starts_with(char::is_uppercase));
    let closest = text[..start].trim_end_matches(MARKS);
    let says = last.first().and_then(|word| frames::verb(word).map(|_| *word));
    let speaks =
        closest.ends_with(':') || says.is_some_and(|word| !closest.ends_with(',') || word.starts_with("sa"));
    titled && !speaks && !ends_sentence
}
