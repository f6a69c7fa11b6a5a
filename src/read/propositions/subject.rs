//! What a finding is about, as people name it: canonical text, in which `?` and `self` may stand.

use super::Refusal;
use crate::ledger::Ledger;
use crate::ledger::ids::argument_id;
use crate::ledger::model::proposition::{self, Argument};
use crate::read::propositions;

/// The canonical text of a proposition named by a person, every name in it looked up; a value is refused.
///
/// # Errors
/// The rule that the text breaks, with reason and remedy.
pub fn canonical(ledger: &Ledger, text: &str) -> Result<String, Refusal> {
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
    let found = propositions::arguments(ledger, predicate, &parsed.arguments, |text| {
        (text == "?").then_some(Some(Argument::NONE))
    })?;
    let kinds = &ledger.vocabulary.get(predicate).arguments;
    let names: Vec<&str> = parsed
        .arguments
        .iter()
        .enumerate()
        .map(|(at, written)| match found.arguments[at] {
            Argument::NONE => *written,
            argument => argument_id(ledger, kinds[at].0, argument),
        })
        .collect();
    Ok(format!("{}({})", parsed.name, names.join(", ")))
}
