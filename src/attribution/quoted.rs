//! Whose words a quotation is: of the verb before it, of the one behind it, or of the speaker who is speaking already.

use super::cues;
use super::frames::{self, Form};
use super::reader::Reader;
use super::sentences::{Item, Sentence};
use super::signed::Signed;
use super::speakers::{Attributing, How, Meant, Said, Speaker};

/// Who speaks is looked for so many sentences ahead.
const AHEAD: usize = 12;
/// A clause of so many words behind a quotation is there to attribute it.
const SHORT_CLAUSE: usize = 8;

/// Who says each quotation.
pub(super) fn said(
    reader: &Reader<'_>,
    sentences: &[Sentence],
    cues: &[Vec<Attributing>],
    signed: &[Option<Signed>],
) -> Vec<Said> {
    let whom = |one: &Option<Signed>| reader.signer(one.as_ref()?.whom.as_ref()?);
    let mut all: Vec<Said> = signed.iter().map(|one| by(whom(one))).collect();
    for (at, sentence) in sentences.iter().enumerate() {
        for (place, item) in sentence.items.iter().enumerate() {
            let Item::Quote(quotation) = item else { continue };
            let said = &mut all[*quotation];
            if signed[*quotation].is_some() {
                said.sentence = said.sentence.or(Some(at));
            } else if said.speaker.is_none() {
                *said = attributed(reader, &sentence.items, place, &cues[at]).unwrap_or_default();
                said.sentence = Some(at);
            }
        }
    }
    carry(reader, sentences, cues, signed, &mut all);
    all
}

/// Who says a quotation as its own sentence has it.
fn attributed(reader: &Reader<'_>, items: &[Item], place: usize, cues: &[Attributing]) -> Option<Said> {
    // What was not plainly said is nobody's.
    let said = |cue: &Attributing| {
        let subject = cue.standing.clone().filter(|_| cue.plain());
        Said { cue: Some(cue.cue), place: Some(cue.at), ..by(subject) }
    };
    let beside = |cue: &&Attributing| !cue.beside || cue.at + 4 >= place;
    let before = cues.iter().filter(|cue| cue.at < place).rfind(beside);
    let before = before.map(|inner| outer(reader, items, place, cues, inner));
    let adjacent = before.is_some_and(|cue| cue.at + 2 >= place);
    // Where somebody is speaking already, the clause behind must be short to take the words over.
    let near = |cue: &&Attributing| before.is_none() || cue.at - place <= SHORT_CLAUSE;
    if !adjacent && let Some(cue) = behind(reader, items, place, cues).filter(near) {
        return Some(said(cue));
    }
    if before.is_none()
        && let Some(speaker) = signed(reader, items, place)
    {
        return Some(by(Some(Meant { how: How::Signed, ..speaker })));
    }
    if let Some(cue) = before {
        return Some(said(cue));
    }
    if let Some(Item::Colon) = place.checked_sub(1).map(|at| &items[at]) {
        let speaker = reader.before(items, place - 1).or_else(|| reader.first(items));
        return speaker.map(|speaker| by(Some(speaker)));
    }
    cues.iter().find(|cue| cue.at > place && !cue.beside).map(said)
}

/// The verb in whose clause another stands: in "Orr said that those who call for war “…”" the words are Orr’s, unless the
/// inner verb stands right beside them.
fn outer<'c>(
    reader: &Reader<'_>,
    items: &[Item],
    place: usize,
    cues: &'c [Attributing],
    inner: &'c Attributing,
) -> &'c Attributing {
    if inner.at + 3 > place {
        return inner;
    }
    let apart = |item: &Item| match item {
        Item::Comma | Item::Quote(_) | Item::Colon | Item::Break => true,
        Item::Word { word, .. } => {
            matches!(
                reader.words.text(*word),
                "and" | "but" | "while" | "whereas" | "after" | "before" | "as" | "or" | "when"
            )
        }
        Item::Name { .. } => false,
    };
    let outer = cues.iter().rfind(|cue| cue.at < inner.at && !cue.beside && !cue.noun);
    outer.filter(|outer| outer.plain() && !items[outer.at..inner.at].iter().any(apart)).unwrap_or(inner)
}

/// What is said by somebody.
fn by(meant: Option<Meant>) -> Said {
    let Some(meant) = meant else { return Said::default() };
    let known = meant.known();
    let Meant { speaker, how, range } = meant;
    Said {
        speaker: known.then_some(speaker),
        how: known.then_some(how),
        phrase: Some(range),
        ..Said::default()
    }
}

/// Who signs a quotation: `“…” — Ann Envoy`.
fn signed(reader: &Reader<'_>, items: &[Item], place: usize) -> Option<Meant> {
    let rest = items.get(place + 1..)?;
    let end = rest.iter().position(|item| matches!(item, Item::Quote(_))).unwrap_or(rest.len());
    let short = end <= 6 && matches!(rest.first(), Some(Item::Break));
    if short { reader.after(items, place + 2) } else { None }
}

/// The verb of the clause that follows a quotation, unless that clause begins something new.
fn behind<'c>(
    reader: &Reader<'_>,
    items: &[Item],
    place: usize,
    cues: &'c [Attributing],
) -> Option<&'c Attributing> {
    let next = items.get(place + 1..)?;
    let first = next.iter().position(|item| !matches!(item, Item::Comma))?;
    if let Item::Word { word, .. } = &next[first] {
        let word = reader.words.text(*word);
        if cues::joins(word)
            || matches!(
                word,
                "who" | "as" | "after" | "before" | "in" | "on" | "at" | "of" | "to" | "for" | "against"
            )
        {
            return None;
        }
        if frames::verb(word).is_some_and(|verb| verb.form == Form::Ing) {
            return None;
        }
    }
    let quote =
        next.iter().position(|item| matches!(item, Item::Quote(_))).map_or(items.len(), |at| place + 1 + at);
    let cue = cues.iter().find(|cue| cue.at > place)?;
    let commas = items[place + 1..cue.at].iter().filter(|item| matches!(item, Item::Comma)).count();
    // "“…,” Ann Envoy, the minister, said": the commas before the verb are those around a title, or the first.
    let near = if cue.beside { 6 } else { 20 };
    (cue.at < quote && cue.at - place <= near && commas <= 3).then_some(cue)
}

/// Where a sentence attributes nothing, the speaker of the same paragraph speaks on; a paragraph that is nothing but
/// speech is the last speaker's.
fn carry(
    reader: &Reader<'_>,
    sentences: &[Sentence],
    cues: &[Vec<Attributing>],
    signed: &[Option<Signed>],
    all: &mut [Said],
) {
    let mut last: Option<(Said, usize)> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let quotes = quotes(sentence);
        for quotation in &quotes {
            let open = all[*quotation].speaker.is_none() && all[*quotation].cue.is_none();
            if open && signed[*quotation].is_none() && cues[at].is_empty() {
                let introduced = || announced(reader, sentences, cues, at);
                let own = last.as_ref().filter(|(_, paragraph)| *paragraph == sentence.paragraph);
                let speech = || only_speech(sentences, sentence.paragraph);
                let next = || following(sentences, all, at);
                let previous =
                    || last.as_ref().filter(|(_, paragraph)| paragraph + 1 == sentence.paragraph && speech());
                let said = own
                    .map(|(said, _)| said.clone())
                    .or_else(introduced)
                    .or_else(next)
                    .or_else(|| led_up(reader, sentences, cues, at))
                    .or_else(|| previous().map(|(said, _)| said.clone()));
                if let Some(said) = said {
                    let how = said
                        .how
                        .filter(|_| said.place.is_none() && said.sentence.is_none())
                        .or(Some(How::Carried));
                    all[*quotation] = Said { place: None, cue: None, sentence: Some(at), how, ..said };
                }
            }
            // A pronoun that nobody can tell is carried on as well, and not whoever spoke before it.
            if all[*quotation].phrase.is_some() {
                last = Some((all[*quotation].clone(), sentence.paragraph));
            }
        }
    }
}

/// Who says what a paragraph holds whose only words are quoted, where the paragraph before ends with a colon.
fn announced(
    reader: &Reader<'_>,
    sentences: &[Sentence],
    cues: &[Vec<Attributing>],
    at: usize,
) -> Option<Said> {
    let before = at.checked_sub(1)?;
    let (own, other) = (&sentences[at], &sentences[before]);
    let alone = own.items.iter().all(|item| matches!(item, Item::Quote(_) | Item::Comma));
    if !alone || other.paragraph + 1 != own.paragraph || !matches!(other.items.last(), Some(Item::Colon)) {
        return None;
    }
    let meant = match cues[before].last() {
        Some(cue) => cue.standing.clone().filter(|_| cue.plain()),
        None => reader.first(&other.items),
    };
    meant.map(|meant| by(Some(meant)))
}

/// Whoever is the subject of the sentence before, in the same paragraph, of a sentence that is nothing but words in marks:
/// "Orr had a word for the board. “Shut the lock.”"
fn led_up(reader: &Reader<'_>, sentences: &[Sentence], cues: &[Vec<Attributing>], at: usize) -> Option<Said> {
    let before = at.checked_sub(1)?;
    let (own, other) = (&sentences[at], &sentences[before]);
    let plain = |item: &Item| matches!(item, Item::Quote(_) | Item::Comma);
    if own.paragraph != other.paragraph || !own.items.iter().all(plain) || !quotes(other).is_empty() {
        return None;
    }
    let meant = match cues[before].last() {
        Some(cue) => cue.standing.clone().filter(|_| cue.plain()),
        None => reader.first(&other.items),
    };
    let person = |meant: &Meant| match &meant.speaker {
        Speaker::Party(party) => reader.is_person(*party),
        Speaker::Introduced(at, _) => reader.people.introduced[*at].person,
        Speaker::Several(_) | Speaker::Unnamed(..) => false,
    };
    // Nobody is named for the words themselves, so the draft gives them away from nobody.
    meant.filter(person).map(|meant| by(Some(Meant { how: How::Carried, ..meant })))
}

fn quotes(sentence: &Sentence) -> Vec<usize> {
    sentence
        .items
        .iter()
        .filter_map(|item| if let Item::Quote(at) = item { Some(*at) } else { None })
        .collect()
}

/// The attribution of the next quotation of the same paragraph, or a verb that attributes what stands before it.
fn following(sentences: &[Sentence], all: &[Said], at: usize) -> Option<Said> {
    let paragraph = sentences[at].paragraph;
    let rest = sentences[at + 1..].iter().take_while(|sentence| sentence.paragraph == paragraph);
    rest.take(AHEAD)
        .flat_map(quotes)
        .map(|quotation| &all[quotation])
        .find(|said| said.phrase.is_some())
        .cloned()
}

/// Whether a paragraph holds quotations and no word of its own.
fn only_speech(sentences: &[Sentence], paragraph: usize) -> bool {
    let start = sentences.partition_point(|sentence| sentence.paragraph < paragraph);
    sentences[start..]
        .iter()
        .take_while(|sentence| sentence.paragraph == paragraph)
        .take(AHEAD)
        .flat_map(|sentence| &sentence.items)
        .all(|item| !matches!(item, Item::Word { .. } | Item::Name { .. }))
}
