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
use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::statement::{Cited, Statement};
use crate::ledger::roots;
use crate::rules::finding::{Family, Finding, Label, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::plain;
use crate::text::quotes::tokens::{Word, Words};

/// The rule.
pub const RULE: Rule = Rule {
    id: "shared-quote",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("shared_quote.rs"),
    run: Run::Records(run),
};

/// Number of words in a row that are not shared by chance.
const SHARED: usize = 6;

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    let mut words = Words::default();
    let mut first: FxHashMap<[Word; SHARED], StatementId> = FxHashMap::default();
    let mut told: BTreeSet<(StatementId, StatementId)> = BTreeSet::new();
    for id in suspects(ledger) {
        let statement = ledger.statement(id);
        for quote in &statement.quote {
            let text = quote.text(&ledger.texts);
            let said: Vec<Word> = words.tokens(text, 0..text.len()).iter().map(|token| token.word).collect();
            for window in said.windows(SHARED) {
                let Ok(key) = <[Word; SHARED]>::try_from(window) else { continue };
                let other = *first.entry(key).or_insert(id);
                let apart = other != id && !related(ledger, ledger.statement(other), statement);
                if apart && told.insert((other, id)) {
                    let other = ledger.statement(other);
                    let message =
                        format!("six words or more of this are on file as another’s, in `{}`", other.id);
                    let help = "look both up: one of them may have been given to the wrong speaker; if both said so, \
                                accept this with a note"
                        .to_owned();
                    let finding = compose::record(rule, quote.span, message, help);
                    let mut finding = finding.between([&*statement.id, &*other.id]);
                    finding.labels.push(Label { span: other.span, text: "the other".to_owned() });
                    findings.push(finding);
                }
            }
        }
    }
}

/// Number of parts into which hashes are shared out by their lowest bits, so that each fits into a cache.
const PARTS: usize = 256;

/// A part of a hash of six words in a row, and the statement in which they stand.
type Met = (u32, StatementId);

/// The statements that share a hash of six words in a row with another, in order. Most share none. The hashes are shared
/// out into parts, and sorted part by part.
fn suspects(ledger: &Ledger) -> Vec<StatementId> {
    let statements: Vec<(StatementId, &Statement)> = ledger.said().collect();
    let at_once = statements.len().div_ceil(rayon::current_num_threads() * 4).max(1);
    let shared_out = |statements: &[(StatementId, &Statement)]| {
        let mut parts: Vec<Vec<Met>> = vec![Vec::new(); PARTS];
        for (id, statement) in statements {
            sixes(ledger, statement, |hash| {
                let hash = hash ^ hash >> 32;
                let [part, rest @ ..] = hash.to_le_bytes();
                let [a, b, c, d, ..] = rest;
                parts[usize::from(part)].push((u32::from_le_bytes([a, b, c, d]), *id));
            });
        }
        parts
    };
    let shared: Vec<Vec<Vec<Met>>> = statements.par_chunks(at_once).map(shared_out).collect();
    let alike = |part: usize| {
        let mut met: Vec<Met> = shared.iter().flat_map(|parts| &parts[part]).copied().collect();
        met.sort_unstable();
        met.dedup();
        let alike = met.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1);
        alike.flatten().map(|(_, id)| *id).collect::<Vec<_>>()
    };
    let mut suspects: Vec<StatementId> = (0..PARTS).into_par_iter().flat_map_iter(alike).collect();
    suspects.sort_unstable();
    suspects.dedup();
    suspects
}

/// The factor by which the hash of words in a row grows with each word, and what is left of a word six words later.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const GONE: u64 = {
    let (mut power, mut at) = (1_u64, 0);
    while at < SHARED {
        power = power.wrapping_mul(FACTOR);
        at += 1;
    }
    power
};

/// Calls `take` with a hash of every six words in a row of a statement's quotes.
fn sixes(ledger: &Ledger, statement: &Statement, mut take: impl FnMut(u64)) {
    for quote in ledger.quotes(statement) {
        let (mut last, mut count, mut hash) = ([0_u64; SHARED], 0, 0_u64);
        plain::words(quote, |word| {
            // Each word moves the others on by a factor, and the seventh before it goes.
            let (word, gone) = (FxBuildHasher.hash_one(word), last[count % SHARED]);
            hash = hash.wrapping_mul(FACTOR).wrapping_add(word).wrapping_sub(gone.wrapping_mul(GONE));
            last[count % SHARED] = word;
            count += 1;
            if count >= SHARED {
                take(hash);
            }
        });
    }
}

/// True when two statements are of one root, or one of them refers to the other or cites its speaker.
fn related(ledger: &Ledger, one: &Statement, other: &Statement) -> bool {
    let roots = |statement: &Statement| -> Vec<PartyId> {
        statement.by.iter().map(|by| roots::spoken_for(ledger, statement, *by)).collect()
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
