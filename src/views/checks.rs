//! Second readers: which statements nobody has compared with their sources yet, and who has compared the others.

use serde::Serialize;

use crate::check::focus::{Matter, passes};
use crate::check::options::Options;
use crate::layout::safe;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::statement::{Check, Statement};
use crate::ledger::words::list;
use crate::ledger::{Ledger, roots};
use crate::read::files::archives;
use crate::reason::Reasoning;
use crate::text::lines::Lines;
use crate::write::emit;

/// The statements that pass the filters, by date; only those that nobody has checked, where these are asked for.
#[must_use]
pub fn statements(reasoning: &Reasoning<'_>, options: &Options, unchecked: bool) -> Vec<StatementId> {
    let ledger = reasoning.ledger;
    let wanted = |(id, statement): &(StatementId, &Statement)| {
        (!unchecked || statement.checked.is_empty()) && touched(reasoning, options, *id, statement)
    };
    let mut all: Vec<StatementId> = ledger.said().filter(wanted).map(|(id, _)| id).collect();
    all.sort_by_cached_key(|id| (ledger.statement(*id).date.order(), ledger.statement(*id).id.clone()));
    all
}

/// Whether a statement passes the filters, by itself or by one of its positions.
fn touched(reasoning: &Reasoning<'_>, options: &Options, id: StatementId, statement: &Statement) -> bool {
    let speaks = statement.by.iter().map(|by| roots::spoken_for(reasoning.ledger, statement, *by));
    let parties: Vec<PartyId> = speaks.chain(statement.by.iter().copied()).collect();
    let statements = [id];
    let matter = Matter { parties: &parties, statements: &statements, ..Matter::default() };
    let held = || statement.positions.iter().map(|written| reasoning.ledger.proposition(written.proposition));
    passes(reasoning, options, matter)
        || held().any(|about| passes(reasoning, options, Matter { about: Some(about), ..matter }))
}

/// Who has checked a statement, and when; none where nobody has.
#[must_use]
pub fn words(statement: &Statement) -> Option<String> {
    let one = |check: &Check| {
        let date = check.date.map_or_else(String::new, |date| format!(" on {}", date.words()));
        format!("{}{date}", check.by)
    };
    let all: Vec<String> = statement.checked.iter().map(one).collect();
    (!all.is_empty()).then(|| list(&all))
}

/// What stands for all that is on record of a statement: whoever has it has seen the record as it is.
#[must_use]
pub fn seen(ledger: &Ledger, id: StatementId) -> String {
    archives::hash(emit::statement(ledger, id).as_bytes())[..32].to_owned()
}

#[derive(Serialize)]
struct Document<'l> {
    version: u8,
    as_of: Option<String>,
    statements: Vec<Told<'l>>,
}

#[derive(Serialize)]
struct Told<'l> {
    id: &'l str,
    by: Vec<&'l str>,
    date: String,
    source: Option<&'l str>,
    quote: Vec<&'l str>,
    checked: Vec<By<'l>>,
    file: &'l str,
    line: usize,
}

#[derive(Serialize)]
struct By<'l> {
    by: &'l str,
    date: Option<String>,
}

impl<'l> By<'l> {
    fn of(check: &'l Check) -> Self {
        Self { by: &check.by, date: check.date.map(|date| date.to_string()) }
    }
}

/// Statements as a JSON document, version 1, ended by a line break.
///
/// # Panics
/// Never: texts, numbers and lists always serialise.
#[must_use]
pub fn json(ledger: &Ledger, statements: &[StatementId], as_of: Option<Date>) -> String {
    let lines = Lines::new(&ledger.texts);
    let told = |id: &StatementId| {
        let statement = ledger.statement(*id);
        Told {
            id: &statement.id,
            by: statement.by.iter().map(|by| ledger.party(*by).id.as_str()).collect(),
            date: statement.date.to_string(),
            source: statement.source.map(|source| ledger.source(source).id.as_str()),
            quote: ledger.quotes(statement).collect(),
            checked: statement.checked.iter().map(By::of).collect(),
            file: lines.file(statement.span).0,
            line: lines.position(statement.span).line,
        }
    };
    let as_of = as_of.map(|date| date.to_string());
    let document = Document { version: 1, as_of, statements: statements.iter().map(told).collect() };
    let document =
        serde_json::to_string_pretty(&document).expect("texts, numbers and lists always serialise");
    safe::json(&document).into_owned() + "\n"
}
