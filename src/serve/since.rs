//! What has changed: since the last commit of before today, where the store is kept in git; else since the desk was opened.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::state::State;
use crate::check::Case;
use crate::check::options::Options;
use crate::ledger::model::date::Date;
use crate::read::{self, revision};
use crate::rules;
use crate::views::compare::formats::Ends;
use crate::views::compare::{Diff, Snapshot, compare, snapshot, taken};

/// The changes, and between what.
pub struct Since {
    /// The names of what is compared.
    pub ends: Ends,
    /// How they differ.
    pub diff: Diff,
}

/// What the store held at the last commit that was asked for: it is read once, however often the store changes.
#[derive(Debug, Default)]
pub struct Earlier(Mutex<Option<(String, Arc<Snapshot>)>>);

impl Earlier {
    /// The store as it was at the last commit of before today, and that in words; none where git knows of no such state.
    fn before_today(&self, folder: &Path) -> Option<(String, Arc<Snapshot>)> {
        let (commit, day) = revision::before_today(folder).ok().flatten()?;
        let day = Date::parse(&day).map_or(day, |day| day.words());
        let words = format!("the last commit before today ({day})");
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept.as_ref().filter(|(of, _)| *of == commit.commit) {
            return Some((words, Arc::clone(known)));
        }
        let texts = revision::texts(folder, &commit).ok()?;
        // Archived texts are kept out of git, and are those of today on both sides: what they lack is then no change.
        let loaded = read::with_archives(texts, folder, &rules::referable());
        let known = Arc::new(snapshot(&Case::over(loaded, Options::default())));
        *kept = Some((commit.commit, Arc::clone(&known)));
        Some((words, known))
    }
}

/// What has changed; none where nothing has.
#[must_use]
pub fn since(state: &State<'_>) -> Option<Since> {
    let now = || taken(&state.reasoned.reasoning, state.found, state.case.options());
    let (words, diff) = match state.earlier.before_today(state.folder) {
        Some((words, before)) => (words, compare(&before, &now())),
        None if state.begun.0 == state.hash => return None,
        None => ("when this desk was opened".to_owned(), compare(&state.begun.1, &now())),
    };
    let same = diff.is_empty() && diff.statements.0 == diff.statements.1;
    (!same).then(|| Since { ends: Ends { before: words, after: "now".to_owned() }, diff })
}
