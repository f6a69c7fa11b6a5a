//! What a finding is about, as people name it: a proposition without a value, in which `?` and `self` may stand.

use super::Refusal;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::{self, Argument, Proposition};
use crate::read::propositions;

/// The proposition that a person names, every name in it looked up; a value is refused.
///
/// # Errors
/// The rule that the text breaks, with reason and remedy.
pub fn named(ledger: &Ledger, text: &str) -> Result<Proposition, Refusal> {
    let refuse = |rule, message, help: &str| Refusal { rule, message, help: help.to_owned() };
    let parsed = proposition::parse(text).map_err(|message| {
        refuse("bad-value", message, "a proposition is named predicate(argument, argument)")
    })?;
    if parsed.value.is_some() {
        return Err(refuse(
            "bad-value",
            format!("`{text}` names a proposition with a value"),
            "a proposition is named without its value: take out what stands behind the brackets",
        ));
    }
    let predicate = propositions::predicate(ledger, parsed.name)?;
    let open = |text: &str| (text == "?").then_some(Some(Argument::UNKNOWN));
    propositions::arguments(ledger, predicate, &parsed.arguments, open)
}
