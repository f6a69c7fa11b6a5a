//! A store of many quotes and a draft that holds a few of them, for measuring: half of those as they were said, half
//! with two words changed; as many quotations that nobody said; and prose of the same words without marks.

use std::collections::HashSet;

use super::change;
use super::draft::{After, Draft, Known, Marks, in_prose};
use super::forms::FILLERS;
use super::plan::{Case, bare, in_common};
use super::seeded::Seeded;
use super::store::{self, Statement, Store};
use super::words::{self, Style, Word, capital, speech};

/// How much there is of what.
#[derive(Clone, Copy)]
pub struct Size {
    pub statements: usize,
    pub characters: usize,
    pub planted: usize,
}

/// The same seed and size give the same case.
pub fn case(seed: u64, size: Size) -> Case {
    let chance = &mut Seeded::new(seed);
    let style = Style { curly: true, dash: " — " };
    let marks = Marks { outer: ('“', '”'), inner: ('‘', '’'), british: false, style };
    let mut store = Store { parties: store::parties(chance), statements: Vec::new(), events: 0 };
    let mut said: Vec<Vec<Word>> = Vec::new();
    let mut texts = HashSet::new();
    while said.len() < size.statements {
        let next = wide(chance);
        if texts.insert(bare(&next)) {
            let (id, by) = (format!("s{}", said.len() + 1), *chance.pick(&store::SPEAKERS));
            let quote = vec![words::text(&next, style)];
            store.statements.push(Statement { id, by, day: 4, quote, ..Statement::default() });
            said.push(next);
        }
    }
    let all: Vec<Vec<String>> = said.iter().map(|said| bare(said)).collect();
    let mut draft = Draft::new(marks);
    let mut used = HashSet::new();
    let every = size.characters / size.planted.max(1);
    for at in 0..size.planted {
        // One in the draft's n-th part, with prose up to the next.
        let (statement, words, verdict) = planted(chance, (&said, &all), &mut used, at % 2 == 1);
        let by = &store.parties[store.statements[statement].by];
        let ids = vec![store.statements[statement].id.clone()];
        write(&mut draft, &words, &in_prose(by), known(verdict, vec![by.id.clone()], ids));
        let stranger = loop {
            let words = wide(chance);
            let plain = bare(&words);
            if all.iter().all(|other| in_common(&plain, other) * 10 < plain.len() * 6) {
                break words;
            }
        };
        let by = &store.parties[*chance.pick(&store::SPEAKERS)];
        write(&mut draft, &stranger, &in_prose(by), known("unknown", vec![by.id.clone()], Vec::new()));
        draft.paragraph();
        while draft.here() < (at + 1) * every {
            let sentence = if chance.percent(50) {
                (*chance.pick(&FILLERS)).to_owned()
            } else {
                words::text(&wide(chance), style)
            };
            draft.prose(&sentence);
            draft.prose(" ");
        }
    }
    draft.raw("\n");
    Case { store, text: draft.text, known: draft.known, claims: Vec::new(), marks }
}

/// A speech whose names, and half of whose things, hardly anybody else speaks of: fifty kinds of clause are few for ten
/// thousand quotes.
fn wide(chance: &mut Seeded) -> Vec<Word> {
    let mut words = speech(chance);
    for word in &mut words {
        let before = word.text.clone();
        match word.list {
            "place" => word.text = format!("{}{}", chance.pick(&HEADS), chance.pick(&TAILS)),
            "party" => word.text = format!("{}{}", chance.pick(&HEADS), chance.pick(&LANDS)),
            "target" | "people" | "vehicles" | "building" | "goods" | "thing" if chance.percent(60) => {
                word.text = format!("{} {before}", chance.pick(&KINDS));
            }
            _ => {}
        }
        if before.starts_with(char::is_uppercase) {
            capital(&mut word.text);
        }
    }
    words
}

const HEADS: [&str; 32] = [
    "Hal", "Bren", "Ost", "Vel", "Tor", "Mar", "Kes", "Dun", "Fal", "Gris", "Hed", "Ild", "Jor", "Kal",
    "Lin", "Mor", "Nes", "Orm", "Pel", "Quen", "Rav", "Sol", "Tys", "Ulm", "Vard", "Wick", "Yar", "Zel",
    "Ash", "Berg", "Cor", "Ebb",
];
const TAILS: [&str; 20] = [
    "mere", "by", "stead", "ford", "haven", "wold", "combe", "sund", "vik", "holm", "dale", "ness", "gate",
    "market", "bridge", "moor", "thorpe", "strand", "water", "field",
];
const LANDS: [&str; 10] = [
    "land",
    "mark",
    "avia",
    "onia",
    "estan",
    "ia Province",
    "ern League",
    "ic Union",
    "ish Guard",
    "ine Council",
];
const KINDS: [&str; 48] = [
    "tarred",
    "eastern",
    "brick",
    "narrow",
    "borrowed",
    "municipal",
    "flooded",
    "temporary",
    "armoured",
    "foreign",
    "retired",
    "yellow",
    "crippled",
    "merchant",
    "summer",
    "hidden",
    "leased",
    "provincial",
    "steam",
    "junior",
    "volunteer",
    "broken",
    "repainted",
    "southern",
    "private",
    "twin",
    "coastal",
    "upper",
    "imported",
    "neutral",
    "iron",
    "stolen",
    "older",
    "disputed",
    "royal",
    "rented",
    "smaller",
    "state-owned",
    "frozen",
    "unarmed",
    "makeshift",
    "spare",
    "striking",
    "licensed",
    "northern",
    "second",
    "roofless",
    "river",
];

/// A quote of some length, as it was said or with two words changed.
fn planted(
    chance: &mut Seeded,
    (said, all): (&[Vec<Word>], &[Vec<String>]),
    used: &mut HashSet<usize>,
    changed: bool,
) -> (usize, Vec<Word>, &'static str) {
    loop {
        let at = chance.below(said.len());
        if change::seams(&said[at]).is_empty() || used.contains(&at) {
            continue;
        }
        let (words, verdict) = if changed {
            (change::two_words(chance, &said[at]), "altered")
        } else {
            (Some(said[at].clone()), "verbatim")
        };
        // What somebody else said almost word for word cannot be told from it by anybody.
        let Some(words) = words.filter(|words| words.len() > 12) else { continue };
        let plain = bare(&words);
        let like = |other: usize| other != at && in_common(&plain, &all[other]) * 10 > plain.len() * 7;
        if !(0..all.len()).any(like) {
            used.insert(at);
            return (at, words, verdict);
        }
    }
}

fn write(draft: &mut Draft, words: &[Word], name: &str, known: Known) {
    draft.paragraph();
    let core = draft.core(words);
    let (start, end) = draft.quote(&core, After::Tag);
    draft.prose(&format!(" said {name}."));
    draft.known.push(Known { start, end, ..known });
}

fn known(verdict: &'static str, speakers: Vec<String>, statements: Vec<String>) -> Known {
    Known {
        start: 0,
        end: 0,
        verdict,
        how: "of many",
        speakers,
        statements,
        all: true,
        remarks: Vec::new(),
        touches: None,
        cut: None,
    }
}
