//! The desk: an article on one side, and on the other its statements, one after the other, as they become records.
//!
//! Each request is a function from the store and some JSON to an answer. What is decided about records is decided where
//! `gainsay add` and `gainsay extract` decide it.

mod answer;
mod article;
mod audit;
mod file;
mod findings;
mod given;
mod make;
pub(super) mod page;
mod preview;
mod save;
mod vocabulary;

pub use answer::Answer;
pub use article::article;
pub use audit::audit;
pub use make::make;
pub use preview::preview;
pub use save::save;
pub use vocabulary::vocabulary;

use std::path::Path;
use std::time::Duration;

use crate::check::appearing::Known;
use crate::ledger::Ledger;
use crate::write::store::Queue;

/// A store, as the desk was shown it.
pub struct Store<'s> {
    /// Its folder.
    pub folder: &'s Path,
    /// Its records.
    pub ledger: &'s Ledger,
    /// The findings that it has.
    pub known: &'s Known,
}

/// What a record that is entered here is called where it is taken back.
pub(super) const ENTERED: &str = "enter";

/// A place in the queue of those who write. Whoever saves waits half a minute at most.
pub(super) fn queue() -> Queue {
    const PAUSE: Duration = Duration::from_millis(5);
    fn wait(_: &str, tries: u32) -> bool {
        std::thread::sleep(PAUSE);
        tries < 6000
    }
    Queue { name: "gainsay serve".to_owned(), wait }
}
