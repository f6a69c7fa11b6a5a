//! What the rules on quotes and their sources share: every quote looked for in the archived text of its source.

use std::collections::BTreeMap;

use crate::ledger::Ledger;
use crate::ledger::model::id::SourceId;
use crate::text::Span;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::passage::{Looked, look};
use crate::text::quotes::tokens::Words;

/// A quote, and what became of looking for it.
pub struct Quote<'l> {
    /// Where it is written.
    pub span: Span,
    /// The id of its source.
    pub source: &'l str,
    /// What was found.
    pub looked: Looked,
}

/// Every quote whose source has an archived text at hand, looked for there.
pub fn quotes(ledger: &Ledger) -> Vec<Quote<'_>> {
    let mut words = Words::default();
    let mut texts: BTreeMap<SourceId, Wording> = BTreeMap::new();
    let mut found = Vec::new();
    for (_, statement) in ledger.said() {
        let Some((id, archive)) =
            statement.source.and_then(|id| ledger.archives.get(&id).map(|archive| (id, archive)))
        else {
            continue;
        };
        let text = texts
            .entry(id)
            .or_insert_with(|| Wording::new(&mut words, std::iter::once(archive.text.as_str())));
        for quote in &statement.quote {
            let (quote, span) = (quote.text(&ledger.texts), &quote.span);
            found.push(Quote {
                span: *span,
                source: &ledger.source(id).id,
                looked: look(&mut words, text, quote),
            });
        }
    }
    found
}
