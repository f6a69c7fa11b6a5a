//! The right of reply in three formats.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;

use super::{Accusation, Replies};
use crate::ledger::words::{self, counted};
use crate::reason::state::request::Asked;

/// The sentence on requests and their outcomes: "It was asked on 5 May 2031: no reply."
pub(crate) fn asked(accusation: &Accusation) -> String {
    if accusation.requests.all().is_empty() {
        return "No request for a reply is on file.".to_owned();
    }
    let all: Vec<String> = accusation.requests.all().iter().map(request).collect();
    let were = accusation.accused.number.pick("was", "were");
    format!("{} {were} asked {}.", words::capital(accusation.accused.they), all.join("; and "))
}

fn request(request: &Asked) -> String {
    let when = request.date.map_or("on a day not recorded".to_owned(), |date| format!("on {}", date.words()));
    let outcome = match request.outcome.as_deref() {
        Some("replied") => "there was a reply",
        Some("declined") => "declined to reply",
        Some("no-reply") => "no reply",
        Some("not-reached") => "not reached",
        _ => "what came of it is not recorded",
    };
    format!("{when}: {outcome}")
}

/// The sentences on an accusation that is open; none where it is answered.
pub(crate) fn open(accusation: &Accusation) -> Option<String> {
    if accusation.answered {
        return None;
    }
    let mut said = "This is not answered on file.".to_owned();
    let replied =
        accusation.requests.asked().is_some_and(|asked| asked.outcome.as_deref() == Some("replied"));
    if replied {
        said.push_str(" A request was replied to: enter the reply as a statement.");
    }
    if let Some(within) = &accusation.within {
        said.push_str(&format!(" The question whether {within} covers it."));
    }
    Some(said)
}

/// The sentence on what the accused said of the same events, three positions at most; none where it said nothing.
pub(crate) fn beside(accusation: &Accusation) -> Option<String> {
    let mut said: Vec<String> = accusation.beside.iter().take(3).cloned().collect();
    if let Some(more @ 1..) = accusation.beside.len().checked_sub(3) {
        said.push(format!("{more} more"));
    }
    (!said.is_empty())
        .then(|| format!("Of the same event {} {}.", accusation.accused.they, words::list(&said)))
}

/// The word for the status of an accusation.
pub(crate) fn status(accusation: &Accusation) -> &'static str {
    match (accusation.answered, accusation.requests.asked().map(|asked| asked.outcome.as_deref())) {
        (true, _) => "answered",
        (_, None) => "not answered",
        (_, Some(Some("no-reply"))) => "asked, no reply",
        (_, Some(Some("declined"))) => "asked, declined",
        (_, Some(Some("replied"))) => "asked, reply not entered",
        _ => "asked",
    }
}

/// The last line.
fn summary(replies: &Replies) -> String {
    let all = || replies.accused.iter().flat_map(|one| &one.accusations);
    let answered = all().filter(|one| one.answered).count();
    let open = all().count() - answered;
    let asked = all().filter(|one| !one.answered && one.requests.asked().is_some()).count();
    let of_them = if asked > 0 { format!(" ({asked} of them asked)") } else { String::new() };
    let mut line = format!(
        "{} of {}: {answered} answered, {open} not answered{of_them}",
        counted(all().count(), "accusation", "accusations"),
        counted(replies.accused.len(), "party", "parties"),
    );
    if replies.of_descriptions > 0 {
        let of =
            counted(replies.of_descriptions, "more is of an unnamed group", "more are of unnamed groups");
        line.push_str(&format!("; {of}, who cannot be asked"));
    }
    line
}

/// The questions that are still to be asked.
pub(crate) fn questions(accusations: &[Accusation]) -> Vec<&str> {
    accusations.iter().filter_map(Accusation::to_ask).collect()
}
