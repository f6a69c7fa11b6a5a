//! Ledgers in which very much lies at one spot: the shapes whose cost once grew with the square of their size, or faster.

use std::fmt::Write as _;

/// The store of all shapes at once, each of a size: file name and content.
pub fn files(size: usize) -> Vec<(String, String)> {
    store([
        ("events", events(size)),
        ("kinds", kinds(size)),
        ("tolls", tolls(size)),
        ("signatories", signatories(size)),
        ("readings", readings(size)),
    ])
}

/// A store of one joint statement of so many.
pub fn joint(size: usize) -> Vec<(String, String)> {
    store([("signatories", signatories(size))])
}

/// A store of so many facts, which may be read in many ways.
pub fn read(size: usize) -> Vec<(String, String)> {
    store([("readings", readings(size))])
}

/// A store of one event that so many parties lay each on another.
pub fn rivals(size: usize) -> Vec<(String, String)> {
    let mut text = states("side", size);
    text.push_str("events:\n  - {id: raid}\nstatements:\n");
    for at in 0..size {
        let _ = writeln!(
            text,
            "  - {{id: names-{at}, by: side-{at}, date: 2031-01-02, asserts: ['carried-out(side-{}, raid)']}}",
            (at + 1) % size
        );
    }
    store([("rivals", text)])
}

/// A store of so many sources with one archived text of 20,000 words, and a quote of each; every third quote differs from the text.
pub fn quoted(size: usize) -> Vec<(String, String)> {
    let word = |at: usize| WORDS[at * at * 31 % 9_973 % WORDS.len()];
    let words = |from: usize| (from..from + 24).map(word).collect::<Vec<_>>().join(" ");
    let mut text = "sources:\n".to_owned();
    for at in 0..size {
        let _ = writeln!(
            text,
            "  - {{id: copy-{at}, title: Copy {at}, published: 2031-01-02, archive: archived.txt}}"
        );
    }
    text.push_str("events:\n  - {id: raid}\nstatements:\n");
    for at in 0..size {
        let quote = words(at * 61 % 19_000);
        let quote = if at % 3 == 0 { quote.replacen(WORDS[at % WORDS.len()], "lantern", 2) } else { quote };
        let _ = writeln!(
            text,
            "  - {{id: told-{at}, by: alba, date: 2031-01-02, source: copy-{at}, quote: {quote}, asserts: [happened(raid)]}}"
        );
    }
    let mut all = store([("quoted", text)]);
    all.push(("archived.txt".to_owned(), (0..20_000).map(word).collect::<Vec<_>>().join(" ")));
    all
}

/// The words of which an archived text is made up.
const WORDS: [&str; 16] = [
    "harbour", "the", "of", "guards", "ship", "and", "minister", "a", "night", "in", "port", "was", "not",
    "fire", "said", "they",
];

/// The list of parties with so many states, whose ids begin with a name.
fn states(name: &str, size: usize) -> String {
    let mut text = "parties:\n".to_owned();
    for at in 0..size {
        let _ = writeln!(text, "  - {{id: {name}-{at}, kind: state}}");
    }
    text
}

/// The files of a store with these texts, and with the two parties that all of them name.
fn store<const N: usize>(texts: [(&str, String); N]) -> Vec<(String, String)> {
    let parties = "parties:\n  - {id: alba, kind: state}\n  - {id: bruma, kind: state}\n".to_owned();
    let all = std::iter::once(("parties", parties)).chain(texts);
    all.map(|(name, text)| (format!("{name}.yaml"), text)).collect()
}

/// Events at one place on one day, of each of which somebody else speaks.
pub fn events(size: usize) -> String {
    let mut text = "parties:\n".to_owned();
    for at in 0..size {
        let _ = writeln!(text, "  - {{id: witness-{at}, kind: person}}");
    }
    text.push_str("places:\n  - {id: port, at: [10, 10]}\nevents:\n");
    for at in 0..size {
        let _ = writeln!(text, "  - {{id: blast-{at:05}, date: 2031-01-01, place: port}}");
    }
    text.push_str("statements:\n");
    for at in 0..size {
        let _ = writeln!(
            text,
            "  - {{id: told-{at}, by: witness-{at}, date: 2031-01-02, asserts: [happened(blast-{at:05})]}}"
        );
    }
    text
}

/// Two voices that name kinds of weapon, each kind within another, as deep as is followed.
pub fn kinds(size: usize) -> String {
    let mut text = "topics:\n".to_owned();
    for at in 0..size {
        let within = if at % 60 == 0 { String::new() } else { format!(", within: kind-{}", at - 1) };
        let _ = writeln!(text, "  - {{id: kind-{at}{within}}}");
    }
    text.push_str("events:\n  - {id: raid}\nstatements:\n");
    for at in 0..size {
        let by = if at % 2 == 0 { "alba" } else { "bruma" };
        let _ = writeln!(
            text,
            "  - {{id: names-{at}, by: {by}, date: 2031-01-02, asserts: [weapon(raid) = kind-{at}]}}"
        );
    }
    text
}

/// Tolls of one party, a day each.
pub fn tolls(size: usize) -> String {
    let mut text = "events:\n  - {id: war}\nstatements:\n".to_owned();
    for at in 0..size {
        let (year, month, day) = (2031 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let _ = writeln!(
            text,
            "  - {{id: toll-{at}, by: alba, date: {year}-{month:02}-{day:02}, asserts: [killed(war) = {}]}}",
            100 + at * 7919 % 997
        );
    }
    text
}

/// A joint statement of many, which somebody denies.
pub fn signatories(size: usize) -> String {
    let mut text = states("state", size);
    let all: Vec<String> = (0..size).map(|at| format!("state-{at}")).collect();
    let _ = writeln!(
        text,
        "events:\n  - {{id: siege}}\nstatements:\n  - {{id: joint, by: [{}], date: 2031-01-02, asserts: ['carried-out(bruma, \
         siege)']}}\n  - {{id: denial, by: bruma, date: 2031-01-03, denies: ['carried-out(self, siege)']}}",
        all.join(", ")
    );
    text
}

/// A rule of reading with several conditions, and facts of one party that fit it in many ways.
pub fn readings(size: usize) -> String {
    let mut text = "rules:\n  - {id: by-proxy, when: ['backs(?a, ?b)', 'carried-out(?b, ?e)', 'backs(?c, ?b)', 'backs(?c, ?d)'], \
                    then: 'involved-in(?d, ?e)'}\nparties:\n"
        .to_owned();
    let size = size.div_ceil(4);
    for at in 0..size {
        let _ = writeln!(text, "  - {{id: side-{at}, kind: state}}");
    }
    text.push_str("events:\n");
    for at in 0..size {
        let _ = writeln!(text, "  - {{id: shelling-{at}}}");
    }
    text.push_str("statements:\n");
    for at in 0..size {
        let _ = writeln!(
            text,
            "  - {{id: helps-{at}, by: alba, date: 2031-01-02, asserts: ['backs(side-{at}, side-{})', 'backs(side-{at}, side-{})', \
             'carried-out(side-{}, shelling-{at})']}}",
            at * 7 % size,
            (at * 7 + 1) % size,
            at % 20 % size
        );
    }
    text
}
