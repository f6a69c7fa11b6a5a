//! Findings as the desk shows them: in words, with the words of each side.

use serde_json::{Value, json};

use crate::check::formats::sides::worded;
use crate::check::formats::text::{in_question, word};
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::rules::finding::{Finding, Side};

/// Largest number of statements that are shown of a side.
const MOST_STATEMENTS: usize = 4;
/// Largest number of characters of a quote that are shown.
const MOST_QUOTE: usize = 260;

/// Findings, each with its sides.
pub(super) fn told(ledger: &Ledger, findings: &[Finding]) -> Vec<Value> {
    findings.iter().map(|finding| one(ledger, finding)).collect()
}

fn one(ledger: &Ledger, finding: &Finding) -> Value {
    let said = |statements: &[_], side: Option<&Side>| -> Vec<String> {
        statements.iter().take(MOST_STATEMENTS).map(|id| worded(ledger, *id, side, MOST_QUOTE)).collect()
    };
    let sides: Vec<Value> = finding
        .sides
        .iter()
        .map(|side| {
            json!({
                "who": words::capital(&words::parties(ledger, &[side.root])),
                "says": side.says,
                "words": said(&side.statements, Some(side)),
            })
        })
        .collect();
    let words = if sides.is_empty() { said(&finding.statements, None) } else { Vec::new() };
    let also: Vec<&str> = finding.folding.also.iter().map(|also| also.text.as_str()).collect();
    json!({
        "rule": finding.rule.id,
        "word": word(finding),
        "question": words::capital(&in_question(finding)),
        "message": finding.told(),
        "help": finding.help,
        "sides": sides,
        "words": words,
        "also": also,
    })
}
