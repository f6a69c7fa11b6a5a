//! The questions about one record, one after the other: each field in the words of the table, with a way back.

use super::propose;
use super::session::{Chosen, Session};
use crate::cli::ask::{Dialogue, Left};
use crate::cli::dates;
use crate::entry::dates::{counted_from, nearby};
use crate::entry::draft::Draft;
use crate::entry::naming;
use crate::ledger::words;
use crate::read::NAMED;
use crate::read::fields::{Field, Kind};

/// The fields that are asked for without asking whether; `says` stands for all positions of a statement.
const FIRST: &[(&str, &[&str])] = &[
    ("parties", &["name", "kind", "part-of"]),
    ("places", &["name", "within"]),
    ("topics", &["name"]),
    ("events", &["name", "date", "place", "participants"]),
    ("sources", &["outlet", "title", "url", "published"]),
    // The source before the date: a day may be counted from that on which it was published.
    ("statements", &["by", "source", "date", "quote", "says", "answers"]),
    ("requests", &["to", "about", "date", "outcome"]),
    ("predicates", &["arguments", "reads", "reads-not", "asks"]),
    ("rules", &["when", "then"]),
    ("reconciliations", &["between", "on", "reason", "by", "date", "note"]),
];
/// The keys of a statement that the next one is likely to have as well.
const CARRIED: [&str; 3] = ["by", "source", "date"];
/// The key whose text is pasted from elsewhere, with the line breaks of its page.
const PASTED: &str = "quote";

/// The questions about a record.
pub struct Questions {
    steps: Vec<Step>,
    at: usize,
}

/// One question.
#[derive(Clone, Copy)]
enum Step {
    /// The values of a field.
    Field(&'static Field),
    /// The positions of a statement.
    Positions,
    /// Whether the fields that are left are to be asked for too.
    More,
}

impl Questions {
    /// All that can be asked where nothing is known, else what the record cannot do without.
    pub fn all(draft: &Draft) -> Self {
        if draft.is_empty() {
            let mut all = Self::first(draft);
            all.steps.push(Step::More);
            return all;
        }
        Self { steps: draft.missing().map(Step::Field).collect(), at: 0 }
    }

    /// Those that are asked without asking whether, as far as they are not answered.
    pub fn first(draft: &Draft) -> Self {
        let keys = first(draft);
        let field = |key: &&str| draft.list.fields.iter().find(|field| field.key == *key);
        let step = |key: &&str| match *key {
            "says" => Some(Step::Positions),
            key => field(&key).filter(|_| draft.values(key).is_empty()).map(Step::Field),
        };
        Self { steps: keys.iter().filter_map(step).collect(), at: 0 }
    }

    /// Asks those that are left, and names the record.
    ///
    /// # Errors
    /// Whoever was asked has left, or wants to go back to before the first of them.
    pub fn ask(&mut self, session: &mut Session, draft: &mut Draft) -> Result<(), Left> {
        while let Some(step) = self.steps.get(self.at).copied() {
            match self.step(session, draft, step) {
                Ok(()) => self.at += 1,
                // A letter that goes elsewhere leaves all questions.
                Err(Left::Back) if session.skips => return Err(Left::Back),
                Err(Left::Back) => self.back(draft)?,
                Err(Left::Gone) => return Err(Left::Gone),
            }
        }
        if draft.wants_id() {
            naming::name(session.ledger(), draft);
        }
        Ok(())
    }

    /// Goes back by one question, whose answer is forgotten; the positions of a statement are kept, and taken back singly.
    ///
    /// # Errors
    /// There is none before.
    pub fn back(&mut self, draft: &mut Draft) -> Result<(), Left> {
        self.at = self.at.checked_sub(1).ok_or(Left::Back)?;
        draft.forget("id");
        if let Some(Step::Field(field)) = self.steps.get(self.at) {
            draft.forget(field.key);
        }
        Ok(())
    }

    fn step(&mut self, session: &mut Session, draft: &mut Draft, step: Step) -> Result<(), Left> {
        match step {
            Step::Field(field) => {
                let carried = session.last.as_ref().filter(|last| {
                    last.list.name == draft.list.name
                        && draft.list.name == "statements"
                        && CARRIED.contains(&field.key)
                });
                let usual = carried.map_or_else(Vec::new, |last| last.values(field.key).to_vec());
                values(session, draft, field, &usual)
            }
            Step::Positions => propose::positions(session, draft),
            Step::More => {
                self.steps.truncate(self.at + 1);
                if session.dialogue().yes("\nMore details?", false)? {
                    let known = first(draft);
                    let open = |field: &&Field| {
                        let one = matches!(field.kind, Kind::Id | Kind::Position(_));
                        draft.values(field.key).is_empty() && !one && !known.contains(&field.key)
                    };
                    self.steps.extend(draft.list.fields.iter().filter(open).map(Step::Field));
                }
                Ok(())
            }
        }
    }
}

fn first(draft: &Draft) -> &'static [&'static str] {
    FIRST.iter().find(|(list, _)| *list == draft.list.name).map_or(&[][..], |(_, keys)| keys)
}

/// The fields of a record that can be changed singly: those that are usually asked for, and those that it has.
pub fn changeable(draft: &Draft) -> Vec<&'static Field> {
    let known = first(draft);
    let shown = |field: &&Field| known.contains(&field.key) || !draft.values(field.key).is_empty();
    let one = |field: &&Field| !matches!(field.kind, Kind::Id | Kind::Position(_));
    draft.list.fields.iter().filter(one).filter(shown).collect()
}

/// Asks for the values of one field anew; Enter alone leaves those that there are.
pub fn change(session: &mut Session, draft: &mut Draft, field: &'static Field) -> Result<(), Left> {
    let mut changed = draft.clone();
    changed.forget(field.key);
    values(session, &mut changed, field, draft.values(field.key))?;
    *draft = changed;
    Ok(())
}

/// Asks for the values of one field; `usual` are those that Enter alone stands for.
fn values(
    session: &mut Session,
    draft: &mut Draft,
    field: &'static Field,
    usual: &[String],
) -> Result<(), Left> {
    Dialogue::tell(&format!("\n{}: {}", words::capital(field.key), field.meaning));
    let ledger = session.ledger();
    let from = (counted_from(ledger, draft, dates::today), nearby(ledger, draft, session.about.as_deref()));
    let mut given: Vec<String> = Vec::new();
    loop {
        let optional = !field.required || !given.is_empty();
        let usual = if given.is_empty() { usual } else { &[] };
        let shown = (!usual.is_empty()).then(|| usual.join(", "));
        match value(session, field, optional, shown.as_deref(), from) {
            Ok(Chosen::Id(value)) => given.push(value),
            Ok(Chosen::Usual) => {
                given.extend_from_slice(usual);
                break;
            }
            Ok(Chosen::None) => break,
            Err(Left::Back) if given.pop().is_some() => continue,
            Err(left) => return Err(left),
        }
        if !field.many {
            break;
        }
        Dialogue::tell("  Another? (Enter alone: no)");
    }
    for value in given {
        draft.give(field.key, value);
    }
    Ok(())
}

/// Asks for one value.
fn value(
    session: &mut Session,
    field: &Field,
    optional: bool,
    usual: Option<&str>,
    from: (i32, Option<i32>),
) -> Result<Chosen, Left> {
    let some = |value: Option<String>| value.map_or(Chosen::None, Chosen::Id);
    match field.kind {
        Kind::Choice(words) => {
            let options: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            if let Some(usual) = usual {
                Dialogue::tell(&format!("  Enter alone: {usual}"));
            }
            let chosen = session.dialogue().menu(&options, optional || usual.is_some())?;
            let none = if usual.is_some() { Chosen::Usual } else { Chosen::None };
            Ok(chosen.map_or(none, |at| Chosen::Id(words[at].to_owned())))
        }
        Kind::Reference(list) => session.choose_or(&[list], optional, usual),
        Kind::Membership(_) | Kind::Carrier(_) | Kind::Speaker => {
            session.choose_or(&["parties"], optional, usual)
        }
        Kind::AnyRecord => session.choose_or(&NAMED, optional, usual),
        Kind::StatementOrParty => session.choose_or(&["statements", "parties"], optional, usual),
        Kind::Proposition | Kind::Position(_) | Kind::Subject => {
            propose::proposition(session, false, optional).map(some)
        }
        kind => written(session, field, kind, optional, usual, from),
    }
}

/// Asks for a value that is written out.
fn written(
    session: &mut Session,
    field: &Field,
    kind: Kind,
    optional: bool,
    usual: Option<&str>,
    (from, day): (i32, Option<i32>),
) -> Result<Chosen, Left> {
    let skip = match usual {
        Some(usual) => format!(" (Enter alone: {usual})"),
        None if optional => " (Enter alone: none)".to_owned(),
        None => String::new(),
    };
    let example = match kind {
        Kind::Date => ", such as 2024-01-28, 28 January 2024 or yesterday",
        Kind::Coordinates => ", such as 31.9, 36.5",
        Kind::Words if field.key == PASTED => ", as many lines as you like, and an empty one behind them",
        _ => "",
    };
    loop {
        let question = format!("  {}{example}{skip} ", field.key);
        let line = if field.key == PASTED {
            session.dialogue().lines(&question)?
        } else {
            session.dialogue().line(&question)?
        };
        match (line.is_empty(), kind) {
            (true, _) if usual.is_some() => return Ok(Chosen::Usual),
            (true, _) if optional => return Ok(Chosen::None),
            (true, _) => Dialogue::tell("  This is needed."),
            (_, Kind::Date) => {
                if let Some(date) = dates::typed(session.dialogue(), &line, from, day)? {
                    return Ok(Chosen::Id(date));
                }
            }
            _ => return Ok(Chosen::Id(line)),
        }
    }
}
