//! Names: finding a record by its id, and the nearest one where there is none.

use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::is_name;
use crate::read::fields::meant::meant_id;
use crate::text::alike;

/// The lists of records that others refer to by id. Where a name may stand for a record of any of them, the first that has
/// it is meant.
pub const NAMED: [&str; 6] = ["parties", "places", "topics", "events", "sources", "statements"];

/// The place of a record in the list of that name.
#[must_use]
pub fn find(ledger: &Ledger, list: &str, id: &str) -> Option<usize> {
    match list {
        "parties" => ledger.parties.find(id).filter(|_| id != UNKNOWN),
        "places" => ledger.places.find(id),
        "topics" => ledger.topics.find(id),
        "events" => ledger.events.find(id),
        "sources" => ledger.sources.find(id),
        "statements" => ledger.statements.find(id),
        _ => None,
    }
}

/// The word for one record of a list.
#[must_use]
pub fn singular(list: &str) -> &str {
    match list {
        "parties" => "party",
        "places" => "place",
        "topics" => "topic",
        "events" => "event",
        "sources" => "source",
        "statements" => "statement",
        "requests" => "request",
        "reconciliations" => "reconciliation",
        "predicates" => "predicate",
        "rules" => "rule of reading",
        other => other,
    }
}

/// After so many different names that are on file nowhere, no nearest one is looked for any more: each costs a look at
/// every record.
const MOST_SUGGESTIONS: usize = 200;

/// What to say of an id that is on file nowhere: the reason and the remedy, with the nearest name.
#[must_use]
pub fn unknown(ledger: &Ledger, list: &str, id: &str) -> (String, String) {
    let short = || (format!("unknown {} `{id}`", singular(list)), added(list, id));
    looked_for(ledger, list, id, || look_for(ledger, list, id), short)
}

/// What to say of a name: what was said of it before, else what a look at every record finds, else what is `short`, once
/// too many were looked for. Nothing while many records are read at once.
pub(crate) fn looked_for(
    ledger: &Ledger,
    list: &str,
    name: &str,
    look: impl FnOnce() -> (String, String),
    short: impl FnOnce() -> (String, String),
) -> (String, String) {
    let key = (list.to_owned(), name.to_owned());
    let most = match ledger.suggestions.known() {
        None => return (String::new(), String::new()),
        Some(known) => match known.get(&key) {
            Some(answer) => return answer.clone(),
            None => known.len() >= MOST_SUGGESTIONS,
        },
    };
    if most {
        return short();
    }
    let answer = look();
    if let Some(mut known) = ledger.suggestions.known() {
        known.insert(key, answer.clone());
    }
    answer
}

fn look_for(ledger: &Ledger, list: &str, id: &str) -> (String, String) {
    let word = singular(list);
    let message = format!("unknown {word} `{id}`");
    if list == "parties" && id == UNKNOWN {
        let message = format!("`{UNKNOWN}` is nobody's id: it stands in `by` and `via` for who is not known");
        let help = "name a party; in `leaves-open`, `?` stands for who is not known: `carried-out(?, …)`";
        return (message, help.to_owned());
    }
    let by_name = by_name(ledger, list, id);
    if let Some(meant) = by_name {
        return (message, format!("did you mean `{meant}`? Records are referred to by id"));
    }
    // `alba, bruma` and `alba and bruma` are two.
    let parts: Vec<&str> = id.split(',').flat_map(|part| part.split(" and ")).map(str::trim).collect();
    if parts.len() > 1 && parts.iter().all(|part| find(ledger, list, part).is_some()) {
        return (message, format!("write them as a list: `[{}]`", parts.join(", ")));
    }
    let near = match list {
        "parties" => nearest(id, ledger.parties.ids()),
        "places" => nearest(id, ledger.places.ids()),
        "topics" => nearest(id, ledger.topics.ids()),
        "events" => nearest(id, ledger.events.ids()),
        "sources" => nearest(id, ledger.sources.ids()),
        "statements" => nearest(id, ledger.statements.ids()),
        _ => None,
    };
    if let Some(near) = near {
        return (message, format!("did you mean `{near}`?"));
    }
    let other = ["parties", "places", "topics", "events", "sources", "statements"]
        .into_iter()
        .find(|other| find(ledger, other, id).is_some());
    match other {
        Some(other) => {
            (message, format!("`{id}` is on file as {}, and {} is wanted", a(singular(other)), a(word)))
        }
        None => (message, added(list, id)),
    }
}

/// What to do about an id that is like none on file; one that can be none is told with the id that it would have.
fn added(list: &str, id: &str) -> String {
    match meant_id(id).filter(|_| !is_name(id)) {
        Some(meant) => format!("add it to `{list}` by an id, such as `{meant}`, and write that id here"),
        None => format!("add it to `{list}`, or correct the id"),
    }
}

/// A word with its article.
pub(in crate::read) fn a(word: &str) -> String {
    format!("{} {word}", if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" })
}

/// The id of the record of any kind that bears this very id, name or alias; none where none does.
pub(in crate::read) fn by_any_name<'l>(ledger: &'l Ledger, name: &str) -> Option<&'l str> {
    let gathered = || {
        let mut named = FxHashMap::default();
        for (id, name) in
            ["parties", "events", "places", "topics"].iter().flat_map(|list| names(ledger, list))
        {
            named.entry(fold(name)).or_insert_with(|| id.to_owned());
        }
        named
    };
    ledger.suggestions.named(gathered).get(&fold(name)).map(String::as_str)
}

/// The id of the record that bears this very name or alias.
fn by_name<'l>(ledger: &'l Ledger, list: &str, name: &str) -> Option<&'l str> {
    let wanted = fold(name);
    names(ledger, list).find(|(_, name)| fold(name) == wanted).map(|(id, _)| id)
}

/// The names and other names of the records of a list, each with its id, in the order read.
fn names<'l>(ledger: &'l Ledger, list: &str) -> Box<dyn Iterator<Item = (&'l str, &'l str)> + 'l> {
    fn each<'l>(
        id: &'l str,
        name: &'l str,
        aliases: &'l [String],
    ) -> impl Iterator<Item = (&'l str, &'l str)> {
        std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(move |name| (id, name))
    }
    match list {
        "parties" => Box::new(ledger.parties.iter().flat_map(|it| each(&it.id, &it.name, &it.aliases))),
        "places" => Box::new(ledger.places.iter().flat_map(|it| each(&it.id, &it.name, &it.aliases))),
        "topics" => Box::new(ledger.topics.iter().flat_map(|it| each(&it.id, &it.name, &it.aliases))),
        "events" => Box::new(ledger.events.iter().flat_map(|it| each(&it.id, &it.name, &it.aliases))),
        _ => Box::new(std::iter::empty()),
    }
}

fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfkc().collect::<String>().to_lowercase()
}

/// The candidate most like a word, if any is like it; of equals the one that sorts first.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = fold(word);
    let length = word.chars().count();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates.filter(|candidate| candidate.len().abs_diff(length) <= 1 + length / 3) {
        let likeness = alike::words(&word, candidate).max(alike::letters(&word, candidate));
        let better = best.is_none_or(|(top, held)| likeness > top || likeness >= top && candidate < held);
        if likeness >= 0.8 && better {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_is_nearest_and_of_equals_the_first() {
        for (word, candidates, nearest_one) in [
            ("norlnd", &["norend", "norland", "nordland"][..], Some("norland")),
            ("norlnd", &["nordland", "norland", "norend"], Some("norland")),
            ("quay-fir", &["quay-fire", "quay-firm"], Some("quay-fire")),
            ("quay-fir", &["quay-firm", "quay-fire"], Some("quay-fire")),
            ("sudria", &["norland"], None),
        ] {
            assert_eq!(nearest(word, candidates.iter().copied()), nearest_one, "{word} {candidates:?}");
        }
    }
}
