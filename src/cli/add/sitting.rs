//! A sitting at a terminal: records are asked for step by step, shown with what they would contradict, and written one after
//! the other.

use std::path::Path;

use super::session::Session;
use super::steps::Questions;
use super::{Add, flags, named, show};
use crate::cli::ask::{Dialogue, Left};
use crate::cli::output::Output;
use crate::cli::{SOUND, UNREAD, UNSOUND};
use crate::entry::desk::Desk;
use crate::entry::draft::Draft;
use crate::read::singular;

/// What became of a record.
pub enum Came {
    /// It was written.
    Written,
    /// It is not wanted after all.
    Unwanted,
    /// It has an error, and nothing more is to be done about it.
    Refused,
    /// The store cannot be read or written.
    Failed,
}

/// Asks for one record after the other, as long as there are more.
pub fn sit(add: &Add, output: &mut Output, folder: &Path, dialogue: Dialogue, draft: Option<Draft>) -> u8 {
    let mut written = false;
    match records(add, output, folder, dialogue, draft, &mut written) {
        Ok(status) => status,
        Err(_) if written => SOUND,
        Err(_) => {
            Output::complain("\nNothing was written.");
            UNREAD
        }
    }
}

fn records(
    add: &Add,
    output: &mut Output,
    folder: &Path,
    mut dialogue: Dialogue,
    draft: Option<Draft>,
    written: &mut bool,
) -> Result<u8, Left> {
    let Some(desk) = Desk::open(folder) else { return Ok(UNREAD) };
    let texts = desk.writer.texts().to_vec();
    Dialogue::tell(
        "Nothing is written before you say so. < goes back to the question before; Ctrl-C leaves everything as it is.",
    );
    let draft = match draft {
        Some(mut draft) => match named::look_up(&desk.before.ledger, &mut draft) {
            Ok(()) => draft,
            Err(several) => {
                Output::complain(&format!("gainsay: {several}"));
                return Ok(UNREAD);
            }
        },
        None => Draft::new(kind(&mut dialogue)?),
    };
    // Nobody is kept waiting while somebody thinks.
    drop(desk);
    let list = draft.list;
    let mut session = Session::new(dialogue, texts);
    let mut next = draft;
    loop {
        let mut questions = Questions::all(&next);
        let came = one(add, output, folder, &mut session, &mut next, &mut questions)?;
        let status = match came {
            Came::Written => SOUND,
            Came::Unwanted => return Ok(SOUND),
            Came::Refused => return Ok(UNSOUND),
            Came::Failed => return Ok(UNREAD),
        };
        *written = true;
        let again = format!("\nAnother {}?", singular(list.name));
        if !session.dialogue().yes(&again, false).unwrap_or_default() {
            return Ok(status);
        }
        let Some(desk) = Desk::open(folder) else { return Ok(UNREAD) };
        session.go_on(desk.writer.texts().to_vec());
        session.last = Some(next);
        next = Draft::new(list);
    }
}

/// Asks what is to be added.
fn kind(dialogue: &mut Dialogue) -> Result<&'static crate::read::fields::List, Left> {
    loop {
        Dialogue::tell("\nWhat do you want to add?");
        let kinds: Vec<_> = flags::kinds().collect();
        let options: Vec<String> = kinds.iter().map(|(word, list)| format!("{word}: {}", list.one)).collect();
        match dialogue.menu(&options, false) {
            Ok(at) => return Ok(kinds[at.unwrap_or_default()].1),
            Err(Left::Back) => Dialogue::tell("  This is the first question."),
            Err(left) => return Err(left),
        }
    }
}

/// Asks for one record, shows what would be written, and writes it where that is wanted. What is refused, or is not as it was
/// meant, can be gone back to: nothing that was typed is lost.
pub fn one(
    add: &Add,
    output: &mut Output,
    folder: &Path,
    session: &mut Session,
    draft: &mut Draft,
    questions: &mut Questions,
) -> Result<Came, Left> {
    loop {
        match questions.ask(session, draft) {
            Err(Left::Back) => {
                Dialogue::tell("  This is the first question.");
                continue;
            }
            asked => asked?,
        }
        let drafts: Vec<Draft> = session.made.iter().chain([&*draft]).cloned().collect();
        let Some(desk) = Desk::open(folder) else { return Ok(Came::Failed) };
        let Some((changes, placed)) = add.place(&desk, drafts.clone()) else { return Ok(Came::Failed) };
        let sound = show(output, &desk, &changes, &placed);
        drop(desk);
        let (question, usual) =
            if sound { ("\nWrite it?", true) } else { ("\nGo back to the last question?", true) };
        let answer = if sound && add.dry_run { Ok(false) } else { session.dialogue().yes(question, usual) };
        match answer {
            Err(Left::Back) => {}
            Err(left) => return Err(left),
            Ok(true) if sound => {
                let Some(desk) = Desk::open(folder) else { return Ok(Came::Failed) };
                let Some((changes, placed)) = add.place(&desk, drafts) else { return Ok(Came::Failed) };
                if desk.judge(&changes).refused(output) {
                    output.print("\nNothing was written: somebody else has changed the store meanwhile.\n");
                    return Ok(Came::Refused);
                }
                let written = add.finish(output, desk, &changes, &placed);
                return Ok(if written { Came::Written } else { Came::Failed });
            }
            Ok(true) => {}
            Ok(false) if sound => {
                output.print("Nothing was written.\n");
                return Ok(Came::Unwanted);
            }
            Ok(false) => return Ok(Came::Refused),
        }
        if questions.back(draft).is_err() {
            Dialogue::tell("  There is nothing to go back to: all of it was given on the command line.");
            return Ok(Came::Refused);
        }
    }
}
