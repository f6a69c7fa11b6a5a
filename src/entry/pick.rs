//! Records looked for by a part of their name, also a misspelt one.

use crate::ledger::Ledger;
use crate::text::{alike, folded};

/// How many matches are shown.
const MOST: usize = 9;
/// How alike two words must be.
const ALIKE: f64 = 0.84;

/// A record that may be meant.
#[derive(Clone)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// It for people: name and id.
    pub shown: String,
    /// Its names as they are compared.
    names: Vec<String>,
}

impl Candidate {
    /// A record that is not on file yet, with what is shown of it.
    #[must_use]
    pub fn new(id: &str, shown: String) -> Self {
        Self { id: id.to_owned(), shown, names: Vec::new() }
    }

    /// Its id, name and other names, as names are compared.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// All records of some lists.
pub fn candidates(ledger: &Ledger, lists: &[&str]) -> Vec<Candidate> {
    lists.iter().flat_map(|list| of_list(ledger, list)).collect()
}

fn of_list(ledger: &Ledger, list: &str) -> Vec<Candidate> {
    match list {
        "parties" => ledger.parties.iter().map(|row| candidate(&row.id, &row.name, &row.aliases)).collect(),
        "places" => ledger.places.iter().map(|row| candidate(&row.id, &row.name, &row.aliases)).collect(),
        "topics" => ledger.topics.iter().map(|row| candidate(&row.id, &row.name, &row.aliases)).collect(),
        "events" => ledger.events.iter().map(|row| candidate(&row.id, &row.name, &row.aliases)).collect(),
        "sources" => {
            let title = |row: &crate::ledger::model::source::Source| {
                let outlet = row.outlet.map(|outlet| ledger.party(outlet).name.clone());
                row.title.clone().or(outlet).unwrap_or_else(|| row.id.clone())
            };
            ledger.sources.iter().map(|row| candidate(&row.id, &title(row), &[])).collect()
        }
        "statements" => {
            let said = ledger.said();
            said.map(|(_, row)| {
                let by = crate::ledger::words::parties(ledger, &row.by);
                let quote: String = ledger.quotes(row).flat_map(str::chars).take(60).collect();
                candidate(&row.id, &format!("{by}, {}: “{quote}”", row.date.words()), &[])
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

fn candidate(id: &str, name: &str, aliases: &[String]) -> Candidate {
    let shown = if name == id { id.to_owned() } else { format!("{name} ({id})") };
    let names = [id, name].into_iter().chain(aliases.iter().map(String::as_str)).map(folded::name).collect();
    Candidate { id: id.to_owned(), shown, names }
}

/// What was found of what was typed.
pub enum Found {
    /// This one: it is its id or its name, or no other has all these words in its name.
    One(Candidate),
    /// One of these may be meant, the best first; none where nothing is like it.
    Maybe(Vec<Candidate>),
}

/// The records that bear this very id, or where none does this very name or alias.
#[must_use]
pub fn named(candidates: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let id = typed.trim();
    let name = folded::name(typed);
    let (own, rest): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|it| it.id == id);
    if own.is_empty() { rest.into_iter().filter(|it| it.names.contains(&name)).collect() } else { own }
}

/// Those that fit what was typed.
#[must_use]
pub fn matching(candidates: Vec<Candidate>, typed: &str) -> Found {
    let mut exact = named(candidates.clone(), typed);
    if let (Some(only), true) = (exact.pop(), exact.is_empty()) {
        return Found::One(only);
    }
    let typed = folded::name(typed);
    let mut scored: Vec<(Fit, Candidate)> =
        candidates.into_iter().filter_map(|it| Some((score(&it, &typed)?, it))).collect();
    scored.sort_by(|(a, x), (b, y)| {
        b.whole.cmp(&a.whole).then(b.sum.total_cmp(&a.sum)).then_with(|| x.id.cmp(&y.id))
    });
    if scored.iter().filter(|(fit, _)| fit.whole).count() == 1 {
        return Found::One(scored.swap_remove(0).1);
    }
    Found::Maybe(scored.into_iter().take(MOST).map(|(_, it)| it).collect())
}

/// Whether a record may be meant by what was typed: all others can be left out before they are matched.
#[must_use]
pub fn may_be(candidate: &Candidate, typed: &str) -> bool {
    let name = folded::name(typed);
    candidate.id == typed.trim() || candidate.names.contains(&name) || score(candidate, &name).is_some()
}

/// How well a name fits.
struct Fit {
    /// Every word that was typed is one of its words.
    whole: bool,
    /// How well all of them fit.
    sum: f64,
}

/// How well the words that were typed fit a name; none where one of them fits no word of it.
fn score(candidate: &Candidate, typed: &str) -> Option<Fit> {
    let words: Vec<&str> = candidate.names.iter().flat_map(|name| parts(name)).collect();
    let mut all = Fit { whole: true, sum: 0.0 };
    for part in parts(typed) {
        all.whole &= words.contains(&part);
        let best = words.iter().map(|word| fit(word, part)).fold(0.0, f64::max);
        if best < ALIKE {
            return None;
        }
        all.sum += best;
    }
    (all.sum > 0.0).then_some(all)
}

fn fit(word: &str, part: &str) -> f64 {
    if word == part {
        1.0
    } else if word.starts_with(part) {
        0.97
    } else if word.contains(part) && part.len() > 1 {
        0.9
    } else {
        alike::words(word, part) * 0.95
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}
