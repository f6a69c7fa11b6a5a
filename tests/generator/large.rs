//! Large ledgers of the shape that a newsroom's would have: 2,000 parties, a tenth as many events as statements,
//! statements of about 480 bytes with quotes, places in places, tolls that rise, hedges, withdrawals;
//! evenly, or in one of the lopsided ways in which a cost may hide.

use std::fmt::Write as _;

use super::seeded::Seeded;

const PARTIES: usize = 2_000;
const PLACES: usize = 300;
const TOPICS: usize = 40;

/// How the parties are made up: states, then bodies, persons, groups, organisations, outlets, classes.
const STATES: usize = 120;
const BODIES: usize = 480;
const PERSONS: usize = 800;
const GROUPS: usize = 240;
const ORGANISATIONS: usize = 160;
const OUTLETS: usize = 160;

/// How the statements lie: evenly, or in one of the lopsided ways in which a cost may hide that grows with its square.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Shape {
    /// Ten statements to an event, by all parties alike.
    #[default]
    Even,
    /// All statements are about one event, and by all parties.
    OneEvent,
    /// Every other statement is by one party.
    OneParty,
    /// Every other statement is one party's word that an event and the next are one, so that all are.
    Chain,
    /// Every event is somewhere in ten thousand places, each within the one before it.
    Nested,
    /// Much of one kind lies at one spot: events, kinds of weapon, tolls, signatories, readings; no other statement is made.
    Crowds,
    /// One statement by so many parties jointly, which the accused denies; no other statement is made.
    Joint,
    /// A rule of reading with four conditions, and a fourth of so many statements, all of one party, that fit it in many
    /// ways; no other statement is made.
    Readings,
    /// One event that so many parties lay each on another; no other statement is made.
    Rivals,
    /// A long archived text that so many sources name, with a quote each, some of which differ; no other statement is made.
    Quotes,
}

/// How many places lie in one another where they are nested.
const NESTED: usize = 10_000;

/// The texts of an even ledger: file name and content.
pub fn files(statements: usize, files: usize, seed: u64) -> Vec<(String, String)> {
    shaped(statements, files, seed, Shape::Even)
}

/// The same of a lopsided one.
pub fn shaped(statements: usize, files: usize, seed: u64, shape: Shape) -> Vec<(String, String)> {
    match shape {
        Shape::Crowds => return super::crowds::files(statements),
        Shape::Joint => return super::crowds::joint(statements),
        Shape::Readings => return super::crowds::read(statements),
        Shape::Rivals => return super::crowds::rivals(statements),
        Shape::Quotes => return super::crowds::quoted(statements),
        _ => {}
    }
    let chance = &mut Seeded::new(seed);
    let events = match shape {
        Shape::Chain => statements / 2 + 1,
        _ => (statements / 10).max(1),
    };
    let mut all = vec![
        ("records/parties.yaml".to_owned(), parties(chance)),
        ("records/places.yaml".to_owned(), places(chance)),
    ];
    if shape == Shape::Nested {
        all.push(("records/nested.yaml".to_owned(), nested()));
    }
    let sources = (statements / 4).max(1);
    let (count, mut made) = (files.max(1), 0);
    for file in 0..count {
        let mut text = String::new();
        let part = |of: usize| (of * file / count, of * (file + 1) / count);
        let (from, to) = part(events);
        list(&mut text, "events", (from..to).map(|at| event(chance, at, events, shape)));
        let (from, to) = part(sources);
        list(&mut text, "sources", (from..to).map(|at| source(chance, at)));
        let (_, to) = part(statements);
        // A file is about its own days, so its statements speak of its own events.
        list(
            &mut text,
            "statements",
            (made..to).map(|at| match shape {
                Shape::Chain if at.is_multiple_of(2) => link(at, events, sources, statements),
                _ => statement(chance, at, events, sources, statements, shape),
            }),
        );
        made = to;
        all.push((format!("{:02}/case-{file:04}.yaml", file % 12 + 1), text));
    }
    all
}

fn list(text: &mut String, name: &str, records: impl Iterator<Item = String>) {
    let rows: String = records.collect();
    if !rows.is_empty() {
        let _ = write!(text, "{name}:\n{rows}");
    }
}

fn parties(chance: &mut Seeded) -> String {
    let mut text = "parties:\n".to_owned();
    let mut at = 0;
    let mut add = |kind: &str, count: usize, whole: &mut dyn FnMut() -> Option<String>| {
        for _ in 0..count {
            let _ = writeln!(text, "  - id: party-{at}\n    name: {}\n    kind: {kind}", name(at));
            if let Some(whole) = whole() {
                let _ = writeln!(text, "    part-of: {whole}");
            }
            at += 1;
        }
    };
    add("state", STATES, &mut || None);
    add("body", BODIES, &mut || Some(format!("party-{}", chance.below(STATES))));
    add("person", PERSONS, &mut || {
        chance.percent(85).then(|| format!("party-{}", STATES + chance.below(BODIES)))
    });
    add("armed-group", GROUPS, &mut || None);
    add("organisation", ORGANISATIONS, &mut || None);
    add("outlet", OUTLETS, &mut || None);
    add("class", PARTIES - STATES - BODIES - PERSONS - GROUPS - ORGANISATIONS - OUTLETS, &mut || None);
    text
}

fn places(chance: &mut Seeded) -> String {
    let mut text = "places:\n".to_owned();
    for at in 0..PLACES {
        let _ = writeln!(text, "  - id: place-{at}\n    name: {}", name(at + 7_000));
        // Countries, then provinces, then towns, some of them on a border.
        match at {
            0..30 => {}
            30..120 => {
                let _ = writeln!(text, "    within: place-{}", chance.below(30));
            }
            _ if chance.percent(8) => {
                let _ = writeln!(
                    text,
                    "    within: [place-{}, place-{}]",
                    30 + chance.below(45),
                    75 + chance.below(45)
                );
            }
            _ => {
                let _ = writeln!(text, "    within: place-{}", 30 + chance.below(90));
            }
        }
    }
    text.push_str("topics:\n");
    for at in 0..TOPICS {
        let _ = writeln!(text, "  - id: topic-{at}\n    name: {}", name(at + 9_000));
    }
    text
}

const SYLLABLES: [&str; 16] =
    ["Ka", "lo", "ri", "men", "tar", "vo", "su", "del", "bar", "ni", "os", "hel", "ru", "fa", "gim", "ze"];

/// Made up of syllables, so that names differ and none is anybody's.
fn name(at: usize) -> String {
    let (mut rest, mut name) = (at * 2_654_435_761 % 65_536, String::new());
    for _ in 0..4 {
        name.push_str(SYLLABLES[rest % 16]);
        rest /= 16;
    }
    format!("{name} {at}")
}

fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2020 + number / 336 % 10, number / 28 % 12 + 1, number % 28 + 1)
}

/// Days on which an event happened: events follow one another over ten years.
fn day_of(event: usize, events: usize) -> usize {
    event * 3_300 / events.max(1)
}

/// Places within one another, the first within nothing.
fn nested() -> String {
    let mut text = "places:\n  - id: nested-0\n".to_owned();
    for at in 1..NESTED {
        let _ = writeln!(text, "  - id: nested-{at}\n    within: nested-{}", at - 1);
    }
    text
}

fn event(chance: &mut Seeded, at: usize, events: usize, shape: Shape) -> String {
    let date = day(day_of(at, events));
    let mut text = format!("  - id: event-{at}\n    name: the {} incident\n    date: {date}\n", name(at));
    let place = chance.below(PLACES - 30) + 30;
    let _ = match shape {
        Shape::Nested => writeln!(text, "    place: nested-{}", at * 7_919 % NESTED),
        _ => writeln!(text, "    place: place-{place}"),
    };
    if chance.percent(50) {
        let _ = writeln!(text, "    participants: [party-{}]", chance.below(STATES));
    }
    text
}

fn source(chance: &mut Seeded, at: usize) -> String {
    let outlet = PARTIES - 40 - OUTLETS + chance.below(OUTLETS);
    let mut text = format!(
        "  - id: source-{at}\n    outlet: party-{outlet}\n    title: Report {at} on what was said\n    reliability: {}\n",
        chance.pick(&["A", "B", "C"])
    );
    if chance.percent(1) {
        text.push_str("    withdrawn: 2031-01-01\n");
    }
    text
}

/// One party's word that an event and the next are one.
fn link(at: usize, events: usize, sources: usize, statements: usize) -> String {
    let event = at / 2;
    format!(
        "  - id: statement-{at}\n    by: party-0\n    date: {}\n    source: source-{}\n    asserts: same-event(event-{event}, event-{})\n",
        day(day_of(event, events)),
        at * sources / statements.max(1),
        event + 1
    )
}

fn statement(
    chance: &mut Seeded,
    at: usize,
    events: usize,
    sources: usize,
    statements: usize,
    shape: Shape,
) -> String {
    // Ten statements to an event; a few look back at an earlier one.
    let about = (at * events / statements.max(1)).min(events - 1);
    let event = if chance.percent(10) { about.saturating_sub(chance.below(5)) } else { about };
    let event = if shape == Shape::OneEvent { 0 } else { event };
    // The same few speak of one event, so that they agree, clash and change their story; of the only one, everybody.
    let about = if shape == Shape::OneEvent { at / 10 } else { event };
    let cast = &mut Seeded::new(about as u64 ^ 0x005e_ed0f_ca57);
    let cast: Vec<usize> = (0..6).map(|_| cast.below(PARTIES - 40)).collect();
    let by = *chance.pick(&cast);
    let by = if shape == Shape::OneParty && at.is_multiple_of(2) { 0 } else { by };
    // Two of them are suspected.
    let accused = *chance.pick(&cast[..2]);
    let date = day(day_of(event, events) + chance.below(6));
    let mut text = format!(
        "  - id: statement-{at}\n    by: party-{by}\n    date: {date}\n    source: source-{}\n    locator: paragraph {}\n",
        at * sources / statements.max(1),
        chance.below(40) + 1
    );
    let _ = writeln!(text, "    quote: \"{}\"", quote(chance));
    if at > 20 && chance.percent(2) {
        let _ = writeln!(text, "    citing: statement-{}", at - 1 - chance.below(10));
    }
    if chance.percent(3) {
        text.push_str("    anonymous: an official who asked not to be named\n");
    }
    let mut lists: [(&str, Vec<String>); 6] =
        ["asserts", "suggests", "doubts", "denies", "leaves-open", "declines"].map(|key| (key, Vec::new()));
    // As in the cases that people wrote: five positions to three statements.
    for _ in 0..*chance.weighted(&[(50, 1), (35, 2), (15, 3)]) {
        let list = *chance.weighted(&[(60, 0), (9, 1), (5, 2), (20, 3), (4, 4), (2, 5)]);
        lists[list].1.push(proposition(chance, event, events, accused, &cast));
    }
    for (key, propositions) in lists.iter().filter(|(_, propositions)| !propositions.is_empty()) {
        let _ = writeln!(text, "    {key}:");
        for proposition in propositions {
            let _ = writeln!(text, "      - {proposition}");
        }
    }
    text
}

fn proposition(chance: &mut Seeded, event: usize, events: usize, accused: usize, cast: &[usize]) -> String {
    let deed = *chance.pick(&["carried-out", "involved-in", "ordered", "took-part-in"]);
    match chance.below(12) {
        0..4 => format!("{deed}(party-{accused}, event-{event})"),
        4 => format!("backs(party-{accused}, party-{})", chance.pick(cast)),
        5 => format!("seeks(self, topic-{})", chance.below(TOPICS)),
        6 => format!("place(event-{event}) = place-{}", 30 + (event * 7 + chance.below(3)) % (PLACES - 30)),
        7 if events > 1 => {
            let other = (event + 1 + chance.below(2)) % events;
            if other == event {
                format!("happened(event-{event})")
            } else {
                format!("same-event(event-{event}, event-{other})")
            }
        }
        8 => format!("injured(event-{event}) >= {}", 10 + event % 30 + chance.below(4)),
        9 => format!("condemns(self, event-{event})"),
        _ => format!("killed(event-{event}) = {}", 3 + event % 40 + chance.below(4)),
    }
}

/// About two hundred bytes of words that say nothing: so many of them that no two quotes share six by chance.
fn quote(chance: &mut Seeded) -> String {
    let mut text = String::new();
    while text.len() < 190 {
        for _ in 0..2 + chance.below(2) {
            text.push_str(&SYLLABLES[chance.below(SYLLABLES.len())].to_lowercase());
        }
        text.push(' ');
    }
    text.trim_end().to_owned()
}
