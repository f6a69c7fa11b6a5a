//! Drafts and the store: what one would contradict, one written, and the last one taken back.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::{Done, Walk};
use crate::cli::ask::Dialogue;
use crate::cli::writing::{self, queue};
use crate::entry::completing;
use crate::entry::desk::{Change, Desk};
use crate::entry::draft::Draft;
use crate::extract::draft::State;
use crate::read::Text;

/// What was written.
pub struct Written {
    /// The files of the store, as they are now.
    pub texts: Vec<Text>,
    /// The id and the place of each record.
    places: Vec<(String, String)>,
}

impl Walk<'_> {
    /// Shows what a statement would contradict and how much it makes; whether it can be written. None where the store cannot
    /// be read.
    pub(super) fn foresee(&mut self, draft: &Draft) -> Option<bool> {
        self.sound = None;
        let desk = Desk::open(self.folder)?;
        let (changes, _) = self.add.place(&desk, vec![draft.clone()])?;
        let judged = desk.judge(&changes);
        let seen = seen(&desk, &changes);
        drop(desk);
        if judged.refused(self.output) {
            return Some(false);
        }
        self.sound = Some(seen);
        judged.foreseen(self.output);
        Dialogue::tell(&format!("  It makes {}", judged.counted()));
        Some(true)
    }

    /// Writes the statement of a draft.
    pub(super) fn take(&mut self, at: usize) -> Option<()> {
        let draft = self.whole(at);
        let written = self.write(vec![draft])?;
        for (id, place) in &written.places {
            Dialogue::tell(&format!("  Written as {id} to {place}."));
        }
        self.session.go_on(written.texts);
        self.session.last = Some(self.whole(at));
        self.was(Done::Taken(at));
        self.answer(at, State::Taken)
    }

    /// Writes records; none where one is refused or cannot be written.
    pub(super) fn write(&mut self, drafts: Vec<Draft>) -> Option<Written> {
        let desk = Desk::open(self.folder)?;
        let (changes, records) = self.add.place(&desk, drafts)?;
        // What was judged when it was shown, in a store that is as it was, is not judged again.
        let judged = self.sound.take() == Some(seen(&desk, &changes));
        if !judged && desk.judge(&changes).refused(self.output) {
            return None;
        }
        let texts = desk.writer.with(&changes);
        let id = |draft: &Draft| draft.values("id").first().cloned().unwrap_or_default();
        let written = records.iter().map(|it| (id(&it.draft), format!("{}, line {}", it.path, it.lines.0)));
        let places = written.collect();
        let done = desk.commit(self.output, "add", &changes);
        self.done.extend(done.then_some(Done::Other));
        done.then_some(Written { texts, places })
    }

    /// Writes the records that were made on the way.
    pub(super) fn write_made(&mut self) -> Option<()> {
        let made = std::mem::take(&mut self.session.made);
        if !made.is_empty() {
            let written = self.write(made)?;
            self.session.go_on(written.texts);
        }
        Some(())
    }

    /// Says what the last change of the store was.
    pub(super) fn was(&mut self, done: Done) {
        self.done.pop();
        self.done.push(done);
    }

    /// Goes back to the draft before; one that was taken is taken out of the store again, with what was made since, where nothing
    /// else came after it.
    pub(super) fn back(&mut self, at: usize) -> Option<usize> {
        let Some(before) = at.checked_sub(1) else {
            Dialogue::tell("  This is the first draft.");
            return Some(at);
        };
        if self.kept.drafts.drafts[before].state == State::Taken {
            let from = self.done.iter().rposition(|done| *done == Done::Taken(before));
            let from = from.filter(|from| self.done[*from..].iter().all(|done| *done != Done::Other));
            let untouched =
                || Desk::open(self.folder).is_some_and(|desk| self.session.has(desk.writer.texts()));
            let Some(from) = from.filter(|_| untouched()) else {
                Dialogue::tell(
                    "  The draft before is on file, and other changes came after it. `gainsay list` finds it, `gainsay edit` \
                     changes it.",
                );
                return Some(at);
            };
            if !self.session.dialogue().yes("  It was written. Take it back?", true).unwrap_or_default() {
                return Some(at);
            }
            while self.done.len() > from {
                self.take_back()?;
            }
            let desk = Desk::open(self.folder)?;
            self.session.go_on(desk.writer.texts().to_vec());
        }
        self.answer(before, State::Proposed)?;
        Some(before)
    }

    /// Takes the last change of the store back.
    fn take_back(&mut self) -> Option<()> {
        if let Err(failure) =
            completing::writer(self.folder, queue()).and_then(|mut writer| writer.undo(false))
        {
            writing::complain(&failure);
            return None;
        }
        match self.done.pop() {
            Some(Done::Taken(at)) => self.answer(at, State::Proposed),
            Some(Done::Made(which)) => {
                self.kept.drafts.new[which].state = State::Proposed;
                self.kept.save()
            }
            Some(Done::Other) | None => Some(()),
        }
    }
}

/// A number for the files of a store with some changes: the same for the same.
fn seen(desk: &Desk, changes: &[Change]) -> u64 {
    let mut hasher = FxHasher::default();
    for text in desk.writer.texts() {
        text.path.hash(&mut hasher);
        text.content.as_ref().ok().hash(&mut hasher);
    }
    changes.hash(&mut hasher);
    hasher.finish()
}
