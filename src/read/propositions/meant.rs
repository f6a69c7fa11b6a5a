//! What somebody meant who wrote a proposition in another way than a ledger writes it.

use super::{PROPOSITION_HELP, figures, proposition, proposition_of, resolve};
use crate::ledger::model::proposition::MOST_ARGUMENTS;
use crate::ledger::vocabulary::Predicate;
use crate::ledger::{Ledger, Phrases};
use crate::read::fields::meant::meant_id;
use crate::read::lower::names;

/// What to do about a text that is no proposition: the one that was meant where it can be told and is one of this ledger,
/// else how one is written.
pub(super) fn help(ledger: &Ledger, text: &str) -> String {
    if let Some(denied) = denied(text).and_then(|bare| meant(ledger, bare)) {
        return format!("write `{denied}`, and put it under `denies`");
    }
    if let Some(meant) = meant(ledger, text) {
        return format!("write `{meant}`");
    }
    with_value(ledger, text).unwrap_or_else(|| PROPOSITION_HELP.to_owned())
}

/// The remedy for a value without its sign; none where nobody can tell what was meant, or the predicate does not take it.
fn with_value(ledger: &Ledger, text: &str) -> Option<String> {
    let (head, value) = text.split_once(')')?;
    let meant = figures::value(value.trim().trim_start_matches(':'))?;
    let whole = format!("{head}) {meant}");
    // A text that is no proposition with the sign either would ask for this remedy again, and without end.
    let sound =
        proposition::parse(&whole).is_ok() && resolve(ledger, &mut Phrases::default(), &whole).is_ok();
    sound.then(|| format!("write `{meant}`"))
}

/// The remedy for a figure that stands where an argument should; none where the predicate takes no value.
pub(super) fn figure_within(predicate: &Predicate, texts: &[&str], at: usize) -> Option<String> {
    let figure = texts[at];
    let fits = at > 0 && !predicate.value.is_empty() && figure.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| {
        format!(
            "write `{}({}) = {figure}`: a figure stands behind the brackets",
            predicate.id,
            texts[..at].join(", ")
        )
    })
}

/// What is denied in a text that begins with a negation.
fn denied(text: &str) -> Option<&str> {
    ["not ", "no ", "never ", "!"].iter().find_map(|word| text.trim().strip_prefix(word))
}

/// A text with its predicate and its arguments as ids; none where not all of them are on file.
fn meant(ledger: &Ledger, text: &str) -> Option<String> {
    let text = text.trim();
    let (name, rest) = text.split_once('(')?;
    let (inside, value) = rest.split_once(')')?;
    let name = meant_id(name)?;
    let told = |arguments: Vec<&str>| {
        if arguments.len() > MOST_ARGUMENTS {
            return None;
        }
        let ids: Option<Vec<String>> = arguments.into_iter().map(|one| id(ledger, one)).collect();
        let meant = format!("{name}({}){}", ids?.join(", "), value.trim_end());
        proposition_of(ledger, &meant).then_some(meant)
    };
    // A dash or a semicolon between two may stand for a comma.
    let parted: [fn(&str) -> Vec<&str>; 3] = [
        |text| text.split(',').collect(),
        |text| text.split(';').collect(),
        |text| {
            text.split([" - ", " – ", " — "].into_iter().find(|dash| text.contains(dash)).unwrap_or(","))
                .collect()
        },
    ];
    parted.into_iter().find_map(|part| told(part(inside)))
}

/// The id that an argument means: as it is written, as it would be written, or of the record of that name.
fn id(ledger: &Ledger, written: &str) -> Option<String> {
    let written = written.trim();
    if matches!(written, "self" | "?") {
        return Some(written.to_owned());
    }
    names::by_any_name(ledger, written).map(str::to_owned).or_else(|| meant_id(written))
}
