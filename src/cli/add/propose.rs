//! A position put together from menus in words: what the speaker does, what about, with whom and what in it.

use super::session::{Chosen, Session};
use crate::cli::ask::{Dialogue, Left};
use crate::entry::draft::Draft;
use crate::entry::sentence;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::vocabulary::{Predicate, QUESTIONS};
use crate::ledger::words::{self, Number};
use crate::read::propositions::{self, list_of};

/// Asks for the positions of a statement, as many as there are. Going back takes the last one away.
pub fn positions(session: &mut Session, draft: &mut Draft) -> Result<(), Left> {
    let mut order: Vec<&'static str> = Vec::new();
    loop {
        let more = Stance::ALL.iter().any(|stance| !draft.values(stance.key()).is_empty());
        let question = if more { "What else does it say?" } else { "What does it say?" };
        Dialogue::tell(&format!("\n{question} (Enter alone: nothing{})", if more { " more" } else { "" }));
        let stances = Stance::ALL.map(|stance| words::says_that(Number::One, stance, "…"));
        let at = match session.dialogue().menu(&stances, true) {
            Ok(Some(at)) => at,
            Ok(None) => return Ok(()),
            Err(Left::Back) if more => {
                let known = || Stance::ALL.iter().rev().map(|stance| stance.key());
                let key = order.pop().or_else(|| known().find(|key| !draft.values(key).is_empty()));
                let last = key.and_then(|key| draft.take_back(key));
                Dialogue::tell(&format!("  Taken back: {}", last.unwrap_or_default()));
                continue;
            }
            Err(left) => return Err(left),
        };
        let stance = Stance::ALL[at];
        let with_value = stance.sign() != Sign::None;
        let text = match proposition(session, with_value, true) {
            Err(Left::Back) => continue,
            found => found?,
        };
        if let Some(text) = text {
            if let Some(said) = sentence::in_words(session.ledger(), draft.values("by"), stance, &text) {
                Dialogue::tell(&format!("  = {said}: {text}"));
            }
            draft.give(stance.key(), text);
            order.push(stance.key());
        }
    }
}

/// Asks for a proposition, with a value where its predicate takes one and `with_value` says so.
pub fn proposition(session: &mut Session, with_value: bool, optional: bool) -> Result<Option<String>, Left> {
    loop {
        let Some(predicate) = predicate(session, optional)? else { return Ok(None) };
        let text = match of_predicate(session, &predicate, with_value) {
            Err(Left::Back) => continue,
            text => text?,
        };
        let ledger = session.ledger();
        match propositions::resolve(ledger, &mut ledger.phrases.clone(), &text) {
            Ok(_) => return Ok(Some(text)),
            Err(refusal) => Dialogue::tell(&format!("  {}: {}", refusal.message, refusal.help)),
        }
    }
}

/// Asks for the arguments of a predicate, and for its value.
fn of_predicate(session: &mut Session, predicate: &Predicate, with_value: bool) -> Result<String, Left> {
    let mut arguments: Vec<String> = Vec::new();
    loop {
        let asked = match predicate.arguments.get(arguments.len()) {
            Some((kind, may_lack)) => argument(session, predicate, &arguments, *kind, *may_lack),
            None => Ok(None),
        };
        let written = match asked {
            Ok(Some(argument)) => {
                arguments.push(argument);
                continue;
            }
            Ok(None) => {
                if !with_value || predicate.value.is_empty() {
                    return Ok(sentence::composed(predicate, &arguments, None));
                }
                value(session, predicate).map(|value| sentence::composed(predicate, &arguments, Some(&value)))
            }
            Err(left) => Err(left),
        };
        match written {
            Err(Left::Back) if arguments.pop().is_some() => {}
            written => return written,
        }
    }
}

/// Asks under which question it falls, then for one predicate of those.
fn predicate(session: &mut Session, optional: bool) -> Result<Option<Predicate>, Left> {
    let all: Vec<Predicate> =
        session.ledger().vocabulary.iter().map(|(_, predicate)| predicate.clone()).collect();
    let asked: Vec<(&str, &str)> = QUESTIONS
        .into_iter()
        .filter(|(word, _)| all.iter().any(|predicate| predicate.asks == *word))
        .collect();
    loop {
        Dialogue::tell("\n  About what?");
        let questions: Vec<String> = asked.iter().map(|(_, question)| (*question).to_owned()).collect();
        let Some(at) = session.dialogue().menu(&questions, optional)? else { return Ok(None) };
        let fitting: Vec<&Predicate> = all.iter().filter(|predicate| predicate.asks == asked[at].0).collect();
        Dialogue::tell(&format!("\n  {} (Enter alone: back)", asked[at].1));
        let options: Vec<String> = fitting.iter().map(|predicate| sentence::described(predicate)).collect();
        match session.dialogue().menu(&options, true) {
            Ok(Some(at)) => return Ok(Some(fitting[at].clone())),
            Ok(None) | Err(Left::Back) => {}
            Err(left) => return Err(left),
        }
    }
}

/// Asks for one argument; `self` may be one. Where an event is known to be spoken of, Enter alone is that event, and the speaker.
fn argument(
    session: &mut Session,
    predicate: &Predicate,
    before: &[String],
    kind: ArgumentKind,
    may_lack: bool,
) -> Result<Option<String>, Left> {
    Dialogue::tell(&format!("\n  {}: which {} is ____?", sentence::blank(predicate, before), kind.word()));
    if kind == ArgumentKind::Party {
        Dialogue::tell("  self: whoever speaks.");
    }
    let usual = match kind {
        ArgumentKind::Event => session.about.clone(),
        ArgumentKind::Party if before.is_empty() && session.about.is_some() => Some("self".to_owned()),
        _ => None,
    };
    Ok(match session.choose_or(&[list_of(kind)], may_lack, usual.as_deref())? {
        Chosen::Id(id) => Some(id),
        Chosen::Usual => usual,
        Chosen::None => None,
    })
}

/// Asks for a value of a kind that the predicate takes.
fn value(session: &mut Session, predicate: &Predicate) -> Result<String, Left> {
    let text = sentence::free_value(predicate);
    if let Some(list) = sentence::value_list(predicate) {
        let own =
            text && session.dialogue().yes("  Give it in free words, which clash with nothing?", false)?;
        if !own {
            let id = session.choose(&[list], false)?;
            return Ok(format!("= {}", id.unwrap_or_default()));
        }
    }
    let how = sentence::value_asked(predicate);
    loop {
        let line = session.dialogue().line(&format!("  {how} "))?;
        if line.is_empty() {
            Dialogue::tell("  This is needed.");
            continue;
        }
        match sentence::valued(predicate, &line, text) {
            Ok(value) => return Ok(value),
            Err(fault) => Dialogue::tell(&format!("  {fault}")),
        }
    }
}
