//! References from one record to others, looked up by id.

use super::names;
use super::reader::Record;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::UNKNOWN;
use crate::read::fields::Kind;
use crate::text::Span;

impl Record<'_, '_> {
    /// The records that a key refers to, by their places in the table.
    pub fn references<I: From<usize>>(&mut self, ledger: &Ledger, key: &str) -> Vec<I> {
        let Some(Kind::Reference(list)) = self.field(key).map(|field| field.kind) else { return Vec::new() };
        let texts = self.texts(key);
        texts.into_iter().filter_map(|(text, span)| self.reference(ledger, list, text, span)).collect()
    }

    /// One record of a list by its id.
    pub fn reference<I: From<usize>>(
        &mut self,
        ledger: &Ledger,
        list: &str,
        text: &str,
        span: Span,
    ) -> Option<I> {
        let found = names::find(ledger, list, text);
        if found.is_none() {
            let (message, help) = names::unknown(ledger, list, text);
            self.problem("unknown-reference", span, message, help);
        }
        found.map(I::from)
    }

    /// A party by its id, or the one that stands for whoever is not known.
    pub fn speaker(&mut self, ledger: &Ledger, text: &str, span: Span) -> Option<PartyId> {
        match ledger.unknown() {
            Some(unknown) if text == UNKNOWN => Some(unknown),
            _ => self.reference(ledger, "parties", text, span),
        }
    }

    /// The one record that a key refers to.
    pub fn referred<I: From<usize>>(&mut self, ledger: &Ledger, key: &str) -> Option<I> {
        self.references(ledger, key).into_iter().next()
    }
}
