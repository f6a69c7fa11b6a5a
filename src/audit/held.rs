//! Who holds what, worked out when it is first asked: most drafts ask nothing of it.

use std::cell::OnceCell;

use crate::ledger::Ledger;
use crate::reason::Reasoning;

/// The reasoning over a ledger, made when it is first asked for.
pub struct Held<'l> {
    ledger: &'l Ledger,
    made: OnceCell<Reasoning<'l>>,
}

impl<'l> Held<'l> {
    /// Nothing is reasoned yet.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        Self { ledger, made: OnceCell::new() }
    }

    /// The reasoning.
    pub fn get(&self) -> &Reasoning<'l> {
        self.made.get_or_init(|| Reasoning::new(self.ledger))
    }
}
