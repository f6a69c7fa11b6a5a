//! `gainsay add --from FILE`: the drafts of an article, gone through one after the other at a terminal. What was answered is kept
//! in their file at once, so that whoever is stopped in the middle goes on there.

mod card;
mod changes;
mod file;
mod newcomers;
mod written;

use std::path::Path;

use super::Add;
use super::session::Session;
use super::steps::Questions;
use crate::cli::ask::{Dialogue, Left};
use crate::cli::output::Output;
use crate::cli::writing;
use crate::cli::{SOUND, UNREAD};
use crate::entry::desk::Desk;
use crate::entry::draft::Draft;
use crate::extract::draft::State;
use crate::ledger::words::counted;
use crate::read::fields;
use file::Kept;

/// What may be typed below a draft.
const HELP: &str = "  Enter takes it as it is; the number of a position leaves that out; p adds a position; c changes something else; \
                    s skips it; b goes back to the one before; q stops, and the rest waits.";

/// Somebody who goes through drafts.
struct Walk<'w> {
    add: &'w Add,
    output: &'w mut Output,
    folder: &'w Path,
    session: Session,
    kept: Kept,
    /// What was written so far, one for each change of the store.
    done: Vec<Done>,
    /// What was judged sound when it was shown: the store and its changes as a number.
    sound: Option<u64>,
}

/// What a change of the store wrote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    /// The statement of a draft.
    Taken(usize),
    /// A record that drafts need.
    Made(usize),
    /// Records that were made on the way.
    Other,
}

/// Where to go from a draft.
enum Next {
    On,
    Back,
    /// The same again: something about it was changed.
    Again,
    Stop,
    /// Nowhere: something could not be read or written, and that was said.
    Failed,
}

impl Next {
    /// This, where what comes before it is done.
    fn after(self, done: Option<()>) -> Self {
        done.map_or(Self::Failed, |()| self)
    }
}

/// How a question about a draft was answered.
enum Asked {
    Yes,
    /// Without this position.
    Without(usize),
    /// Not at all: one goes elsewhere.
    Else(Next),
}

/// Goes through the drafts of a file; gives the exit status.
pub fn walk(add: &Add, output: &mut Output, folder: &Path, dialogue: Dialogue, file: &Path) -> u8 {
    let Some(kept) = Kept::open(file) else { return UNREAD };
    let Some(desk) = Desk::open(folder) else { return UNREAD };
    let mut session = Session::new(dialogue, desk.writer.texts().to_vec());
    drop(desk);
    let only = match session.ledger().events.iter().as_slice() {
        [event] => Some(event.id.clone()),
        _ => None,
    };
    session.about = kept.drafts.about.clone().or(only);
    let mut walk = Walk { add, output, folder, session, kept, done: Vec::new(), sound: None };
    let (all, left) = (walk.kept.drafts.drafts.len(), walk.kept.left());
    Dialogue::tell(&format!(
        "{} from {}, {left} of them open. Each is shown with what it would contradict, and written once you take it.\n{HELP}",
        counted(all, "draft", "drafts"),
        walk.kept.drafts.article
    ));
    let stopped = walk.through();
    walk.end(file);
    if stopped.is_some() { SOUND } else { UNREAD }
}

impl Walk<'_> {
    /// From the first open draft to the last; none where the store or the file of the drafts cannot be written.
    fn through(&mut self) -> Option<()> {
        let mut at = 0;
        while at < self.kept.drafts.drafts.len() {
            if self.kept.drafts.drafts[at].state != State::Proposed {
                at += 1;
                continue;
            }
            match self.draft(at) {
                Ok(Next::On) => at += 1,
                Ok(Next::Again) => {}
                Ok(Next::Back) | Err(Left::Back) => at = self.back(at)?,
                Ok(Next::Stop) | Err(Left::Gone) => return Some(()),
                Ok(Next::Failed) => return None,
            }
        }
        Some(())
    }

    /// Shows a draft, asks what is missing in it and what is to be done with it.
    fn draft(&mut self, at: usize) -> Result<Next, Left> {
        card::heading(self.session.ledger(), &self.kept.drafts, at);
        let mut draft = self.record(at);
        if let Some(id) = card::on_file(self.session.ledger(), &draft) {
            Dialogue::tell(&format!("  It is on file already: {id}"));
            return Ok(Next::On.after(self.answer(at, State::Taken)));
        }
        if draft.missing().next().is_some() {
            let missing: Vec<&str> = draft.missing().map(|field| field.key).collect();
            let question = format!("  It lacks {}. Say it? [Enter, s, b, q] ", missing.join(" and "));
            if let Some(next) = self.ask(at, &question, true)? {
                return Ok(next);
            }
            self.session.letters = true;
            let asked = Questions::all(&draft).ask(&mut self.session, &mut draft);
            self.session.letters = false;
            if std::mem::take(&mut self.session.skips) {
                return Ok(Next::On.after(self.answer(at, State::Skipped)));
            }
            asked?;
            draft.forget("id");
            return Ok(Next::Again.after(self.keep(at, &draft)));
        }
        if let Some(next) = self.newcomers(at)? {
            return Ok(next);
        }
        if !self.choices(at)? {
            return Ok(Next::Failed);
        }
        let draft = self.record(at);
        let positions = card::positions(self.session.ledger(), &draft, &self.kept.drafts.drafts[at]);
        let Some(sound) = self.foresee(&self.whole(at)) else { return Ok(Next::Failed) };
        let left_out = if positions > 0 { ", number" } else { "" };
        let question = if sound {
            format!("\n  Take it? [Enter{left_out}, p, c, s, b, q] ")
        } else {
            format!("\n  It cannot be written as it is. Change it? [c{left_out}, p, s, b, q] ")
        };
        Ok(match self.ask_of(at, &question, sound, positions)? {
            Asked::Yes => Next::On.after(self.take(at)),
            Asked::Without(number) => Next::Again.after(self.leave_out(at, number)),
            Asked::Else(next) => next,
        })
    }

    /// Asks a question about a draft; none where it is answered by Enter, else where to go from there.
    fn ask(&mut self, at: usize, question: &str, yes: bool) -> Result<Option<Next>, Left> {
        Ok(match self.ask_of(at, question, yes, 0)? {
            Asked::Yes | Asked::Without(_) => None,
            Asked::Else(next) => Some(next),
        })
    }

    /// The same, where so many positions are shown and Enter may be no answer.
    fn ask_of(&mut self, at: usize, question: &str, yes: bool, positions: usize) -> Result<Asked, Left> {
        loop {
            let answer = self.session.dialogue().line(question)?;
            if let Some(next) = self.command(at, &answer)? {
                return Ok(Asked::Else(next));
            }
            let number = answer.parse::<usize>().ok().filter(|number| (1..=positions).contains(number));
            match (answer.as_str(), number) {
                ("" | "y" | "Y", _) if yes => return Ok(Asked::Yes),
                (_, Some(number)) => return Ok(Asked::Without(number - 1)),
                _ => Dialogue::tell(HELP),
            }
        }
    }

    /// Does what a letter stands for; none where it stands for nothing.
    fn command(&mut self, at: usize, letter: &str) -> Result<Option<Next>, Left> {
        Ok(Some(match letter {
            "p" | "P" => Next::Again.after(self.positions(at)?),
            "c" | "C" => Next::Again.after(self.change(at)?),
            "s" | "S" => Next::On.after(self.answer(at, State::Skipped)),
            "b" | "B" => Next::Back,
            "q" | "Q" => Next::Stop,
            _ => return Ok(None),
        }))
    }

    /// The statement of a draft, without what is proposed.
    fn record(&self, at: usize) -> Draft {
        let draft = &self.kept.drafts.drafts[at];
        let list = fields::list("statements").unwrap_or(&fields::LISTS[0]);
        let mut record = Draft::of(list, &draft.statement);
        if let (Some(source), true) = (&self.kept.drafts.source, record.values("source").is_empty()) {
            record.give("source", source.clone());
        }
        record
    }

    /// The statement of a draft, with what is proposed.
    fn whole(&self, at: usize) -> Draft {
        let mut record = self.record(at);
        for proposed in &self.kept.drafts.drafts[at].proposed {
            if let [only] = &proposed.propositions[..] {
                record.give(proposed.stance.key(), only.clone());
            }
        }
        // What is in no marks and in no position would be lost.
        let shown = &self.kept.drafts.drafts[at];
        if card::empty(&record) && record.values("note").is_empty() && !shown.words.is_empty() {
            record.give("note", format!("In the article’s words: {}", card::told(shown)));
        }
        // An id that was given before another record had it.
        if record.values("id").iter().any(|id| self.session.ledger().statements.find(id).is_some()) {
            record.forget("id");
        }
        record
    }

    /// Keeps what became of a draft; none where that cannot be written.
    fn answer(&mut self, at: usize, state: State) -> Option<()> {
        self.kept.drafts.drafts[at].state = state;
        self.kept.save()
    }

    /// Keeps the statement of a draft as it was changed; what was made on the way for it is written to the store first.
    fn keep(&mut self, at: usize, draft: &Draft) -> Option<()> {
        self.write_made()?;
        self.kept.drafts.drafts[at].statement = draft.record();
        self.kept.save()
    }

    /// Says how far it came.
    fn end(&mut self, file: &Path) {
        let count = |state| self.kept.drafts.drafts.iter().filter(|draft| draft.state == state).count();
        let (taken, skipped) = (count(State::Taken), count(State::Skipped));
        let left = self.kept.left();
        let next = if left > 0 {
            format!("{left} are left. Go on with them: gainsay add --from {}", writing::quoted(file))
        } else {
            "None is left. Look at what they make: gainsay check".to_owned()
        };
        self.output.print(&format!("\n{taken} in the ledger, {skipped} skipped. {next}\n"));
    }
}
