//! Drafts and the store: what one would contradict, one written, and the last one taken back.

use super::Walk;
use crate::cli::ask::Dialogue;
use crate::cli::writing::{self, queue};
use crate::entry::desk::Desk;
use crate::entry::draft::Draft;
use crate::extract::draft::State;
use crate::read::Text;
use crate::write::store::Writer;

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
        let desk = Desk::open(self.folder)?;
        let (changes, _) = self.add.place(&desk, vec![draft.clone()])?;
        let judged = desk.judge(&changes);
        drop(desk);
        if judged.refused(self.output) {
            return Some(false);
        }
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
        self.last = Some(at);
        self.answer(at, State::Taken)
    }

    /// Writes records; none where one is refused or cannot be written.
    pub(super) fn write(&mut self, drafts: Vec<Draft>) -> Option<Written> {
        let desk = Desk::open(self.folder)?;
        let (changes, records) = self.add.place(&desk, drafts)?;
        if desk.judge(&changes).refused(self.output) {
            return None;
        }
        let texts = desk.writer.with(&changes);
        let id = |draft: &Draft| draft.values("id").first().cloned().unwrap_or_default();
        let written = records.iter().map(|it| (id(&it.draft), format!("{}, line {}", it.path, it.lines.0)));
        let places = written.collect();
        self.last = None;
        desk.commit(self.output, "add", &changes).then_some(Written { texts, places })
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

    /// Goes back to the draft before; one that was taken is taken out of the store again, where it was the last change there.
    pub(super) fn back(&mut self, at: usize) -> Option<usize> {
        let Some(before) = at.checked_sub(1) else {
            Dialogue::tell("  This is the first draft.");
            return Some(at);
        };
        if self.kept.drafts.drafts[before].state == State::Taken {
            if self.last != Some(before) {
                Dialogue::tell(
                    "  The draft before is on file, and other changes came after it. `gainsay list` finds it, `gainsay edit` \
                     changes it.",
                );
                return Some(at);
            }
            if !self.session.dialogue().yes("  It was written. Take it back?", true).unwrap_or_default() {
                return Some(at);
            }
            if let Err(failure) = Writer::open(self.folder, queue()).and_then(|mut writer| writer.undo(false))
            {
                writing::complain(&failure);
                return None;
            }
            let desk = Desk::open(self.folder)?;
            self.session.go_on(desk.writer.texts().to_vec());
            self.last = None;
        }
        self.answer(before, State::Proposed)?;
        Some(before)
    }
}
