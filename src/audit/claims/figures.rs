//! Figures in a draft without marks: how many a party said were killed or injured in an event, against the record.

use std::collections::HashMap;

use super::events::Events;
use super::{Attribution, Standing};
use crate::attribution::Prose as Draft;
use crate::attribution::cues::Cue;
use crate::attribution::parts::is_part;
use crate::attribution::sentences::{Item, Sentence};
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words;
use crate::text::quotes::lexicon;

/// What is counted, in the words of drafts and as a predicate.
const COUNTED: &[(&str, &str)] = &[
    ("killed", "killed"),
    ("dead", "killed"),
    ("died", "killed"),
    ("injured", "injured"),
    ("wounded", "injured"),
    ("hurt", "injured"),
    ("missing", "missing"),
];

/// A number stands within so many items before what is counted.
const NEAR: usize = 8;

/// One figure that a draft lays on a party.
struct Figure {
    sentence: usize,
    holder: PartyId,
    predicate: &'static str,
    event: EventId,
    /// How many; of a denial that anybody was, none.
    count: Option<(u64, u64)>,
}

/// What one statement has on record.
struct Row {
    speaker: PartyId,
    statement: StatementId,
    counts: (u64, u64),
    value: Value,
}

/// Every figure that a draft lays on a party on file, with its sentence and how it stands to the record.
#[must_use]
pub fn figures(ledger: &Ledger, draft: &Draft<'_>) -> Vec<(usize, Attribution)> {
    let mut events = Events::default();
    let mut found = Vec::new();
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let named = events.read(ledger, draft, sentence);
        found.extend(figure(draft, at, sentence, &named));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let rows = recorded(ledger);
    found
        .into_iter()
        .map(|figure| {
            let range = draft.sentences[figure.sentence].range.clone();
            (figure.sentence, weigh(ledger, &figure, &rows, range))
        })
        .collect()
}

/// The figure in a sentence, where it lays one on a party, of one event.
fn figure(draft: &Draft<'_>, at: usize, sentence: &Sentence, named: &[(usize, EventId)]) -> Option<Figure> {
    let items = &sentence.items;
    let word = |at: usize| match items.get(at) {
        Some(Item::Word { word, .. }) => draft.words.text(*word),
        _ => "",
    };
    let [(_, event)] = named else { return None };
    let [cue] = &draft.speakers.cues[at][..] else { return None };
    let holder = cue.subject.as_ref()?.speaker.party().filter(|_| cue.plain)?;
    if draft.text[sentence.range.clone()].trim_end().ends_with('?') {
        return None;
    }
    let mut counted = (0..items.len()).filter_map(|at| {
        COUNTED.iter().find(|(own, _)| *own == word(at)).map(|(_, predicate)| (at, *predicate))
    });
    let (place, predicate) = counted.next()?;
    if counted.next().is_some() {
        return None;
    }
    if cue.cue == Cue::Denies {
        let anybody = (cue.at..place).any(|at| matches!(word(at), "anyone" | "anybody" | "any"));
        let that = (cue.at + 1..=cue.at + 2).any(|at| word(at) == "that");
        return (anybody && that && !lexicon::negation(word(place - 1))).then_some(Figure {
            sentence: at,
            holder,
            predicate,
            event: *event,
            count: None,
        });
    }
    if !matches!(cue.cue, Cue::Says | Cue::Claims | Cue::Confirms) {
        return None;
    }
    if (0..items.len()).any(|at| lexicon::negation(word(at)) || lexicon::condition(word(at))) {
        return None;
    }
    let near = place.saturating_sub(NEAR)..(place + 3).min(items.len());
    let mut numbers = near.filter_map(|at| Some((at, number(word(at))?)));
    let (number_at, count) = numbers.next().filter(|_| numbers.next().is_none())?;
    let before = |by: usize| number_at.checked_sub(by).map_or("", word);
    let counts = match (before(2), before(1)) {
        ("at", "least") => (count, u64::MAX),
        ("more", "than") | (_, "over") => (count.saturating_add(1), u64::MAX),
        ("at", "most") | ("up", "to") => (0, count),
        (_, "about" | "some" | "around" | "nearly" | "almost" | "roughly" | "approximately") => {
            Value::Count(Comparison::About, count, count).counts()?
        }
        (_, "than" | "to" | "of" | "the") => return None,
        _ => (count, count),
    };
    Some(Figure { sentence: at, holder, predicate, event: *event, count: Some(counts) })
}

/// The number that a word says.
fn number(word: &str) -> Option<u64> {
    lexicon::plain(&[word]).first()?.parse().ok().filter(|count| *count > 0)
}

/// What is on record of each count of each event, of people in general.
fn recorded(ledger: &Ledger) -> HashMap<(String, EventId), Vec<Row>> {
    let mut rows: HashMap<(String, EventId), Vec<Row>> = HashMap::new();
    for (id, statement) in ledger.said() {
        for position in &statement.positions {
            let Some(value) = position.value.filter(|_| position.stance.sign() == Sign::Plus) else {
                continue;
            };
            let proposition = ledger.proposition(position.proposition);
            let predicate = ledger.vocabulary.get(proposition.predicate);
            let (Some(counts), Some(event)) = (value.counts(), predicate.event(&proposition, 0)) else {
                continue;
            };
            // A count of some among them is not the count of all.
            if predicate.party(&proposition, 1).is_some() {
                continue;
            }
            for speaker in &statement.by {
                let row = Row { speaker: *speaker, statement: id, counts, value };
                rows.entry((predicate.id.clone(), event)).or_default().push(row);
            }
        }
    }
    rows
}

fn weigh(
    ledger: &Ledger,
    figure: &Figure,
    rows: &HashMap<(String, EventId), Vec<Row>>,
    range: std::ops::Range<usize>,
) -> Attribution {
    let who = &ledger.party(figure.holder).name;
    let same = |row: &&Row| {
        row.speaker == figure.holder
            || is_part(ledger, row.speaker, figure.holder)
            || is_part(ledger, figure.holder, row.speaker)
    };
    let key = (figure.predicate.to_owned(), figure.event);
    let own: Vec<&Row> = rows.get(&key).into_iter().flatten().filter(same).collect();
    let fits = |row: &&&Row| match figure.count {
        Some((low, high)) => row.counts.0 <= high && low <= row.counts.1,
        None => row.counts.0 == 0,
    };
    let fitting: Vec<&Row> = own.iter().filter(fits).copied().collect();
    let proposition = ledger.vocabulary.find(figure.predicate).map(|id| Proposition::of(id, figure.event));
    let said = |row: &Row| {
        proposition.map_or_else(String::new, |proposition| {
            words::sentence(ledger, &proposition, Some(row.value), Sign::Plus)
        })
    };
    let (standing, of, message) = match (fitting.first(), own.last()) {
        (Some(row), _) => (Standing::OnRecord, &fitting, format!("on record: {}", said(row))),
        (None, Some(row)) if figure.count.is_none() => (
            Standing::StanceConflict,
            &own,
            format!("the record has {who} saying the opposite: {}", said(row)),
        ),
        (None, Some(row)) => {
            (Standing::NumberConflict, &own, format!("the record of {who} has another figure: {}", said(row)))
        }
        (None, None) => (Standing::NoRecord, &own, format!("no such figure of {who} is on record")),
    };
    Attribution {
        range,
        standing,
        party: Some(figure.holder),
        statements: of.iter().map(|row| row.statement).collect(),
        proposition,
        message,
    }
}
