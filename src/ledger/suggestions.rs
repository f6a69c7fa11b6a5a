//! Answers already given for names on file nowhere, and whose names are on file.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

/// Reason and remedy for a name on file nowhere, by list and name.
pub(crate) type Answers = FxHashMap<(String, String), (String, String)>;

/// The ids of records by their names, as names are compared.
pub(crate) type Named = FxHashMap<String, String>;

/// Answers already given for names on file nowhere. While many records are read at once none is given: which name was
/// looked for first would hang on chance.
#[derive(Debug, Default)]
pub(crate) struct Suggestions {
    resting: AtomicBool,
    known: Mutex<Answers>,
    named: OnceLock<Named>,
}

impl Suggestions {
    /// Gives no answers from now on, or gives them again.
    pub(crate) fn rest(&self, resting: bool) {
        self.resting.store(resting, Ordering::Relaxed);
    }

    /// The answers given so far, unless none is given now.
    pub(crate) fn known(&self) -> Option<MutexGuard<'_, Answers>> {
        let resting = self.resting.load(Ordering::Relaxed);
        (!resting).then(|| self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whose names are on file, gathered when somebody first asks.
    pub(crate) fn named(&self, gathered: impl FnOnce() -> Named) -> &Named {
        self.named.get_or_init(gathered)
    }
}
