//! A second reader's word that a statement says what its source says.

use super::desk::{Change, Desk};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::statement::Check;
use crate::read::unknown;
use crate::views::checks;
use crate::write::edit;
use crate::write::emit::{Record, Yaml};
use crate::write::store::Failure;

/// The file in which a statement is checked by somebody on a day; none where the record is another than the reader has seen.
///
/// # Errors
/// There is no such statement, nobody is named, or the reader has checked it on that day already.
pub fn checked(
    desk: &Desk,
    id: &str,
    seen: &str,
    by: &str,
    today: Option<Date>,
) -> Result<Option<Change>, Failure> {
    let ledger = &desk.before.ledger;
    if by.is_empty() {
        return Err(failure("Say who has checked it.", "Your name or initials will do."));
    }
    let Some(at) = ledger.statements.find(id).map(StatementId::from) else {
        let (message, help) = unknown(ledger, "statements", id);
        return Err(Failure { message, help });
    };
    if checks::seen(ledger, at) != seen {
        return Ok(None);
    }
    let statement = ledger.statement(at);
    let own = Check { by: by.into(), date: today };
    if statement.checked.contains(&own) {
        return Err(failure("You have checked it on that day already.", ""));
    }
    let one = |check: &Check| Yaml::Map(Record::default().text("by", &check.by).date("date", check.date));
    let all = statement.checked.iter().chain([&own]).map(one).collect();
    let path = &ledger.texts.file(statement.span.file).path;
    let text = desk.writer.text(path).unwrap_or_default();
    let set = edit::set(text, "statements", id, &[("checked", Yaml::List(all))]);
    let new = set
        .map_err(|refused| Failure { message: format!("{path}: {}", refused.message), help: refused.help })?;
    Ok(Some((path.clone(), new)))
}

fn failure(message: &str, help: &str) -> Failure {
    Failure { message: message.to_owned(), help: help.to_owned() }
}
