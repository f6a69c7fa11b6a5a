//! Names: finding a record by its id, and the nearest one where there is none.

use crate::ledger::Ledger;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::is_name;
use crate::read::fields::meant::meant_id;

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
    let Some(mut known) = ledger.suggestions.known() else {
        return (String::new(), String::new());
    };
    let key = (list.to_owned(), id.to_owned());
    if let Some(answer) = known.get(&key) {
        return answer.clone();
    }
    if known.len() >= MOST_SUGGESTIONS {
        return (format!("unknown {} `{id}`", singular(list)), added(list, id));
    }
    let answer = look_for(ledger, list, id);
    known.insert(key, answer.clone());
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
    ["parties", "events", "places", "topics"].into_iter().find_map(|list| by_name(ledger, list, name))
}

/// The id of the record that bears this very name or alias.
fn by_name<'l>(ledger: &'l Ledger, list: &str, name: &str) -> Option<&'l str> {
    let wanted = fold(name);
    let hit = |id: &'l str, named: &str, aliases: &[String]| {
        (fold(named) == wanted || aliases.iter().any(|alias| fold(alias) == wanted)).then_some(id)
    };
    match list {
        "parties" => ledger.parties.iter().find_map(|party| hit(&party.id, &party.name, &party.aliases)),
        "places" => ledger.places.iter().find_map(|place| hit(&place.id, &place.name, &place.aliases)),
        "topics" => ledger.topics.iter().find_map(|topic| hit(&topic.id, &topic.name, &topic.aliases)),
        "events" => ledger.events.iter().find_map(|event| hit(&event.id, &event.name, &event.aliases)),
        _ => None,
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
        let likeness = strsim::jaro_winkler(&word, candidate)
            .max(strsim::normalized_damerau_levenshtein(&word, candidate));
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
