//! What a column may mean, as far as its heading and its cells suggest it: proposed to a person, and never taken as known.

use crate::grid::{Column, Row};
use crate::ledger::model::date::Date;
use crate::read::fields::meant::dates;

/// What a column may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is not used.
    Nothing,
    /// It tells rows apart.
    Key,
    /// Who speaks.
    Speaker,
    /// When.
    Date,
    /// The words.
    Words,
    /// What happened.
    Event,
    /// Where.
    Place,
    /// Who is said to have done it.
    Accused,
    /// How many were killed, at least, at most.
    Killed,
    KilledLow,
    KilledHigh,
    /// How many were injured.
    Injured,
    /// Who reported it.
    Outlet,
    /// Where that can be read.
    Address,
}

/// Each meaning with its word, what it says of a column, and the words of headings that suggest it. Of several that fit, the
/// first is proposed.
const MEANINGS: [(Meaning, &str, &str, &[&str]); 14] = [
    (
        Meaning::KilledLow,
        "killed-low",
        "at least how many were killed",
        &[
            "killed min",
            "killed low",
            "deaths min",
            "deaths low",
            "fatalities min",
            "fatalities low",
            "min killed",
            "low killed",
            "min deaths",
            "low deaths",
            "minimum killed",
            "minimum deaths",
        ],
    ),
    (
        Meaning::KilledHigh,
        "killed-high",
        "at most how many were killed",
        &[
            "killed max",
            "killed high",
            "deaths max",
            "deaths high",
            "fatalities max",
            "fatalities high",
            "max killed",
            "high killed",
            "max deaths",
            "high deaths",
            "maximum killed",
            "maximum deaths",
        ],
    ),
    (Meaning::Killed, "killed", "how many were killed", &["killed", "deaths", "dead", "fatalities"]),
    (Meaning::Injured, "injured", "how many were injured", &["injured", "wounded", "injuries"]),
    (
        Meaning::Address,
        "address",
        "where a report can be read; not used",
        &["url", "link", "href", "address"],
    ),
    (
        Meaning::Speaker,
        "speaker",
        "who speaks",
        &[
            "speaker",
            "said by",
            "attributing",
            "attributed by",
            "attribution by",
            "claimant",
            "claimed by",
            "politician",
            "spokesperson",
            "who",
        ],
    ),
    (
        Meaning::Accused,
        "accused",
        "who is said to have done it",
        &["accused", "initiator", "attacker", "perpetrator", "attributed to", "suspect", "responsible"],
    ),
    (Meaning::Date, "date", "when", &["date", "day", "when", "year", "published", "created"]),
    (
        Meaning::Words,
        "words",
        "the words that were said",
        &["quote", "quotation", "claim", "statement", "words", "said", "text"],
    ),
    (
        Meaning::Outlet,
        "outlet",
        "who reported it; not used unless the compiler speaks",
        &["source", "sources", "outlet", "outlets", "media", "publisher", "reported by"],
    ),
    (Meaning::Event, "event", "what happened", &["incident", "event", "title", "attack", "strike"]),
    (Meaning::Place, "place", "where", &["place", "location", "city", "town", "country", "region"]),
    (Meaning::Key, "key", "what tells rows apart", &["id", "no", "number", "ref", "reference", "case"]),
    (Meaning::Nothing, "nothing", "not used", &[]),
];

impl Meaning {
    /// The word with which a person names it.
    #[must_use]
    pub fn word(self) -> &'static str {
        MEANINGS.iter().find(|(own, ..)| *own == self).map_or("nothing", |(_, word, ..)| word)
    }

    /// What it says of a column.
    #[must_use]
    pub fn told(self) -> &'static str {
        MEANINGS.iter().find(|(own, ..)| *own == self).map_or("not used", |(_, _, told, _)| told)
    }

    /// True where it says something of an event that another column names.
    pub(super) fn of_event(self) -> bool {
        use Meaning::{Accused, Injured, Killed, KilledHigh, KilledLow, Place};
        matches!(self, Place | Accused | Killed | KilledLow | KilledHigh | Injured)
    }

    /// The meaning of that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        MEANINGS.iter().find(|(_, own, ..)| *own == word).map(|(own, ..)| *own)
    }

    /// All words, in order.
    pub fn words() -> impl Iterator<Item = &'static str> {
        MEANINGS.iter().map(|(_, word, ..)| *word)
    }
}

/// What the columns of a sheet may mean, by their headings and these rows. No two columns are proposed for one meaning, but
/// for outlets and addresses.
#[must_use]
pub fn proposed(columns: &[Column], rows: &[Row]) -> Vec<Meaning> {
    let mut all = vec![Meaning::Nothing; columns.len()];
    for (meaning, .., headings) in MEANINGS {
        for (at, column) in columns.iter().enumerate() {
            let several = matches!(meaning, Meaning::Outlet | Meaning::Address);
            if all[at] == Meaning::Nothing
                && (several || !all.contains(&meaning))
                && suggests(&column.heading, headings)
                && fits(meaning, at, rows)
            {
                all[at] = meaning;
            }
        }
    }
    all
}

/// Whether a heading has all words of one of these.
fn suggests(heading: &str, of: &[&str]) -> bool {
    let mut spaced = String::new();
    let mut small = false;
    for letter in heading.chars() {
        if small && letter.is_uppercase() {
            spaced.push(' ');
        }
        small = letter.is_lowercase();
        spaced.extend(if letter.is_alphanumeric() { letter } else { ' ' }.to_lowercase());
    }
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let has =
        |wanted: &str| words.iter().any(|word| *word == wanted || word.strip_suffix('s') == Some(wanted));
    of.iter().any(|wanted| wanted.split(' ').all(has))
}

/// Whether a text has three parts as a day has, though which day that is may not be known: `18/04/31`, `3 May 31`.
fn seems_day(text: &str) -> bool {
    let mut parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.by_ref().take(3).collect();
    let number = |part: &&&str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let word = |part: &&&str| part.len() >= 3 && part.chars().all(char::is_alphabetic);
    let (numbers, words) = (parts.iter().filter(number).count(), parts.iter().filter(word).count());
    numbers >= 2 && numbers + words == 3
}

/// Whether most cells of a column can mean that.
fn fits(meaning: Meaning, column: usize, rows: &[Row]) -> bool {
    let cells: Vec<&str> = rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty()).collect();
    let most = |sound: &dyn Fn(&str) -> bool| {
        !cells.is_empty() && cells.iter().filter(|text| sound(text)).count() * 5 >= cells.len() * 3
    };
    match meaning {
        Meaning::Date => {
            most(&|text| Date::parse(text).is_ok() || !dates(text).is_empty() || seems_day(text))
        }
        Meaning::Killed | Meaning::KilledLow | Meaning::KilledHigh | Meaning::Injured => {
            most(&|text| super::super::values::number(text).is_ok())
        }
        Meaning::Key => {
            let distinct: std::collections::HashSet<&&str> = cells.iter().collect();
            cells.len() == rows.len() && distinct.len() == cells.len()
        }
        Meaning::Address => most(&|text| text.contains("://") || text.starts_with("www.")),
        // A number or an address is nobody's name and nobody's words.
        _ => most(&|text| super::super::values::number(text).is_err() && !text.contains("://")),
    }
}
