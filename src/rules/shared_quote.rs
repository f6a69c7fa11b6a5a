//! The same words are on file as those of two roots.
//!
//! # What it says
//!
//! Six words or more, one after the other, stand in quotes of two statements of different roots, and neither
//! statement is a report of the other (`same-as`), answers it or cites its speaker.
//!
//! # Why it matters
//!
//! Two parties seldom say the same six words. One of the two quotes may have been given to the wrong speaker.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//!   - id: osterland
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     quote: We mourn with every house in the valley tonight
//!   - id: osterland-says
//!     by: osterland
//!     date: 2032-06-08
//!     quote: Tonight we mourn with every house in the valley
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: velmark
//!   - id: osterland
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     quote: We mourn with every house in the valley tonight
//!   - id: osterland-says
//!     by: osterland
//!     date: 2032-06-08
//!     quote: Tonight we mourn with our friends in the valley
//! ```
//!
//! The words in common are fewer than six.
//!
//! # What to do
//!
//! Look both up. If both parties said so, accept the finding with a note.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Rule, Run, draft};
use crate::finding::{Family, Finding, Label, Level};
use crate::ledger::Ledger;
use crate::model::id::{PartyId, StatementId};
use crate::model::statement::{Cited, Statement};
use crate::quotes::tokens::{Word, Words};
use crate::roots;

/// The rule.
pub const RULE: Rule = Rule {
    id: "shared-quote",
    family: Family::Record,
    level: Level::Warning,
    source: include_str!("shared_quote.rs"),
    run: Run::Records(run),
};

/// So many words one after the other are no chance.
const SHARED: usize = 6;

fn run(rule: &Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    let mut words = Words::default();
    let mut first: FxHashMap<[Word; SHARED], StatementId> = FxHashMap::default();
    let mut told: BTreeSet<(StatementId, StatementId)> = BTreeSet::new();
    for (at, statement) in ledger.statements.iter().enumerate() {
        let id = StatementId::from(at);
        for (quote, span) in statement.quote.iter().zip(&statement.quote_spans) {
            let said: Vec<Word> =
                words.tokens(quote, 0..quote.len()).iter().map(|token| token.word).collect();
            for window in said.windows(SHARED) {
                let Ok(key) = <[Word; SHARED]>::try_from(window) else { continue };
                let other = *first.entry(key).or_insert(id);
                let apart = other != id && !related(ledger, ledger.statement(other), statement);
                if apart && told.insert((other, id)) {
                    let other = ledger.statement(other);
                    let message =
                        format!("six words or more of this are on file as another’s, in `{}`", other.id);
                    let help =
                        "look both up: one of them may have been given to the wrong speaker".to_owned();
                    let mut finding = draft::record(rule, *span, message, help);
                    finding.labels.push(Label { span: other.span, text: "the other".to_owned() });
                    findings.push(finding);
                }
            }
        }
    }
}

/// Whether two statements are of one root, or one of them speaks of the other.
fn related(ledger: &Ledger, one: &Statement, other: &Statement) -> bool {
    let roots = |statement: &Statement| -> Vec<PartyId> {
        statement.by.iter().map(|by| roots::root(ledger, *by, &statement.date)).collect()
    };
    let (a, b) = (roots(one), roots(other));
    let names = |from: &Statement, to: &Statement| {
        let linked = from.same_as.iter().chain(&from.answers).any(|id| ledger.statement(*id).id == to.id);
        let cites = from.citing.iter().any(|cited| match cited {
            Cited::Party(party) => to.by.contains(party),
            Cited::Statement(id) => ledger.statement(*id).id == to.id,
        });
        linked || cites
    };
    a.iter().any(|root| b.contains(root)) || names(one, other) || names(other, one)
}
