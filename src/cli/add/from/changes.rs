//! What is changed in a draft before it is taken: which proposition is meant, a position left out, a field said anew.

use super::{Walk, card};
use crate::cli::add::{propose, steps};
use crate::cli::ask::{Dialogue, Left};
use crate::entry::sentence;
use crate::read::fields::Field;

impl Walk<'_> {
    /// Asks which proposition is meant where words leave that open; false where the answer could not be kept.
    pub(super) fn choices(&mut self, at: usize) -> Result<bool, Left> {
        let by = self.record(at).values("by").to_vec();
        let open = |walk: &Self| {
            walk.kept.drafts.drafts[at].proposed.iter().position(|it| it.propositions.len() != 1)
        };
        while let Some(which) = open(self) {
            let proposed = self.kept.drafts.drafts[at].proposed[which].clone();
            let ledger = self.session.ledger();
            let words = |text: &String| {
                sentence::in_words(ledger, &by, proposed.stance, text).unwrap_or_else(|| text.clone())
            };
            let options: Vec<String> = proposed.propositions.iter().map(words).collect();
            Dialogue::tell(&format!("\n  “{}” may mean (Enter alone: none of these)", proposed.words));
            let chosen = self.session.dialogue().menu(&options, true)?;
            let all = &mut self.kept.drafts.drafts[at].proposed;
            match chosen {
                Some(chosen) => all[which].propositions = vec![proposed.propositions[chosen].clone()],
                None => {
                    all.remove(which);
                }
            }
            if self.kept.save().is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Leaves a position out, counted as they are shown: those of the statement, then those that are proposed.
    pub(super) fn leave_out(&mut self, at: usize, number: usize) -> Option<()> {
        let mut draft = self.record(at);
        let own = card::own(&draft);
        let Some((stance, text)) = own.get(number) else {
            self.kept.drafts.drafts[at].proposed.remove(number - own.len());
            return self.kept.save();
        };
        let rest: Vec<String> = draft.values(stance.key()).iter().filter(|it| *it != text).cloned().collect();
        draft.forget(stance.key());
        for text in rest {
            draft.give(stance.key(), text);
        }
        self.keep(at, &draft)
    }

    /// Asks what is to be changed in a draft, and how.
    pub(super) fn change(&mut self, at: usize) -> Result<Option<()>, Left> {
        let mut draft = self.record(at);
        let fields = steps::changeable(&draft);
        Dialogue::tell("\n  What is to be changed? (Enter alone: nothing)");
        let shown = |field: &&Field| format!("{}: {}", field.key, draft.values(field.key).join(", "));
        let options: Vec<String> = fields.iter().map(shown).collect();
        let chosen = match self.session.dialogue().menu(&options, true) {
            Ok(Some(chosen)) => chosen,
            Ok(None) | Err(Left::Back) => return Ok(Some(())),
            Err(left) => return Err(left),
        };
        match steps::change(&mut self.session, &mut draft, fields[chosen]) {
            Err(Left::Back) => Ok(Some(())),
            Err(left) => Err(left),
            Ok(()) => Ok(self.keep(at, &draft)),
        }
    }

    /// Asks what else a draft says, `<` takes back what it says already.
    pub(super) fn positions(&mut self, at: usize) -> Result<Option<()>, Left> {
        let mut draft = self.whole(at);
        match propose::positions(&mut self.session, &mut draft) {
            Err(Left::Back) => return Ok(Some(())),
            Err(left) => return Err(left),
            Ok(()) => {}
        }
        self.kept.drafts.drafts[at].proposed.clear();
        Ok(self.keep(at, &draft))
    }
}
