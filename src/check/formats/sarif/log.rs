//! A SARIF 2.1.0 log, made from plain rules and results on places in files.

use std::collections::BTreeSet;

use super::shape::{
    Artifact, Configuration, Driver, Invocation, Location, Log, Message, Notification, Physical, Region,
    Reporting, Run, SarifResult, Suppression, Text, Tool,
};
use crate::layout::{safe, said};
use crate::rules::finding::Level;

/// Largest number of results in a log; programs that show such logs refuse more.
const MOST_RESULTS: usize = 25_000;

/// A rule of which results are instances.
pub struct Rule<'a> {
    /// The name.
    pub id: &'a str,
    /// The summary in one sentence.
    pub summary: String,
    /// The manual page, in Markdown.
    pub help: String,
    /// The level of its results, unless a result sets another.
    pub level: Level,
    /// The family.
    pub family: &'a str,
}

/// A result.
pub struct Said<'a> {
    /// The name of its rule.
    pub rule: &'a str,
    /// The level.
    pub level: Level,
    /// The message, made safe. `[words](n)` leads to the `n`th of `related`, counted from 1; see [`words`].
    pub message: String,
    /// The place.
    pub place: Place,
    /// Other places that take part.
    pub related: Vec<Place>,
    /// The facts by which it is the same in another log, wherever it stands.
    pub identity: String,
    /// The reason for which it no longer counts; none where it counts.
    pub settled: Option<String>,
}

/// A stretch of a file; lines and columns from 1, columns in Unicode scalar values.
pub struct Place {
    /// The path from the root of the repository, with `/` between parts.
    pub path: String,
    /// The first line and column.
    pub start: (usize, usize),
    /// The line and column past its end.
    pub end: (usize, usize),
    /// The words shown there; may be empty.
    pub text: String,
}

/// The log as a JSON document, ended by a line break. Where there are too many results, the gravest are kept, and the
/// others are counted in it.
#[must_use]
pub fn log<'a>(rules: impl Iterator<Item = Rule<'a>>, mut found: Vec<Said<'a>>) -> String {
    found.sort_by_key(|one| one.level);
    let cut = found.split_off(found.len().min(MOST_RESULTS));
    let used: BTreeSet<&str> = found.iter().map(|one| one.rule).collect();
    let rules: Vec<Rule<'_>> = rules.filter(|rule| used.contains(rule.id)).collect();
    said::write(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            results: found.iter().map(|one| result(&rules, one)).collect(),
            tool: Tool { driver: driver(rules) },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
                notifications: left_out(&cut).into_iter().collect(),
            }],
        }],
    })
}

/// Text for a message: marks in place of hidden characters, and no link but our own.
#[must_use]
pub fn words(text: &str) -> String {
    safe::line(text).replace("](", "] (")
}

fn driver(rules: Vec<Rule<'_>>) -> Driver {
    let reporting = |rule: Rule<'_>| Reporting {
        id: rule.id.to_owned(),
        short_description: Text::plain(rule.summary.clone()),
        full_description: Text::plain(rule.summary),
        help: Text { text: rule.help.clone(), markdown: Some(rule.help) },
        default_configuration: Configuration { level: rule.level.word() },
        properties: super::shape::Tags { tags: [rule.family.to_owned()] },
    };
    Driver {
        name: "gainsay",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.into_iter().map(reporting).collect(),
    }
}

fn result(rules: &[Rule<'_>], found: &Said<'_>) -> SarifResult {
    let justify = |why: &String| Suppression {
        kind: "external",
        status: "accepted",
        justification: safe::line(why).into_owned(),
    };
    let related = found.related.iter().enumerate();
    SarifResult {
        rule_id: found.rule.to_owned(),
        rule_index: rules.iter().position(|rule| rule.id == found.rule),
        level: found.level.word(),
        message: Message { text: found.message.clone() },
        locations: [location(&found.place, None)],
        related_locations: related.map(|(at, place)| location(place, Some(at + 1))).collect(),
        partial_fingerprints: [("gainsayIdentity/v1", found.identity.clone())].into(),
        suppressions: found.settled.iter().map(justify).collect(),
    }
}

fn location(place: &Place, id: Option<usize>) -> Location {
    let (start, end) = (place.start, place.end.max(place.start));
    Location {
        id,
        message: (!place.text.is_empty()).then(|| Message { text: words(&place.text) }),
        physical: Physical {
            artifact_location: Artifact { uri: uri(&place.path) },
            region: Region { start_line: start.0, start_column: start.1, end_line: end.0, end_column: end.1 },
        },
    }
}

/// The notice of results that were left out; none where none were.
fn left_out(cut: &[Said<'_>]) -> Option<Notification> {
    let of = |level: Level| cut.iter().filter(|one| one.level == level).count();
    (!cut.is_empty()).then(|| Notification {
        level: "warning",
        message: Message {
            text: format!(
                "{} results are left out, since a log may hold {MOST_RESULTS}: {} errors, {} warnings, {} notes. \
                 `--format json` prints all.",
                cut.len(),
                of(Level::Error),
                of(Level::Warning),
                of(Level::Note)
            ),
        },
    })
}

/// A path as a relative URI: characters that could be read as something else are percent-encoded.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().fold(String::new(), |uri, byte| match byte {
        byte if plain(byte) => uri + char::from(byte).encode_utf8(&mut [0; 4]),
        byte => format!("{uri}%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_relative_uri() {
        assert_eq!(uri("claims/a b#c?.yaml"), "claims/a%20b%23c%3F.yaml");
        assert_eq!(uri("javascript:x/é%.yaml"), "javascript%3Ax/%C3%A9%25.yaml");
    }
}
