//! Records looked for by a part of their name, also a misspelt one.

use unicode_normalization::UnicodeNormalization;

use crate::ledger::Ledger;

/// How many matches are shown.
const MOST: usize = 9;
/// How alike two words must be.
const ALIKE: f64 = 0.84;

/// A record that may be meant.
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// It for people: name and id.
    pub shown: String,
    /// Its names as they are compared.
    names: Vec<String>,
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
    let names = [id, name].into_iter().chain(aliases.iter().map(String::as_str)).map(fold).collect();
    Candidate { id: id.to_owned(), shown, names }
}

/// Those that fit what was typed, the best first; one alone where what was typed is its very name.
pub fn matching(mut candidates: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let typed = fold(typed);
    let exact = |it: &Candidate| it.names.contains(&typed);
    if candidates.iter().filter(|it| exact(it)).count() == 1 {
        candidates.retain(exact);
        return candidates;
    }
    let mut scored: Vec<(f64, Candidate)> =
        candidates.into_iter().filter_map(|it| Some((score(&it, &typed)?, it))).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    scored.into_iter().take(MOST).map(|(_, it)| it).collect()
}

/// How well every word that was typed fits some word of a name.
fn score(candidate: &Candidate, typed: &str) -> Option<f64> {
    let words: Vec<&str> = candidate.names.iter().flat_map(|name| parts(name)).collect();
    let mut sum = 0.0;
    let mut count = 0.0;
    for part in parts(typed) {
        let best = words.iter().map(|word| fit(word, part)).fold(0.0, f64::max);
        if best < ALIKE {
            return None;
        }
        sum += best;
        count += 1.0;
    }
    (count > 0.0).then_some(sum / count)
}

fn fit(word: &str, part: &str) -> f64 {
    if word == part {
        1.0
    } else if word.starts_with(part) {
        0.97
    } else if word.contains(part) && part.len() > 1 {
        0.9
    } else {
        strsim::jaro_winkler(word, part) * 0.95
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}

fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .collect::<String>()
        .to_lowercase()
}
