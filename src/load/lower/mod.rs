//! From trees to records: what fits goes into the ledger, what does not becomes a problem.
//!
//! First every id is declared, so that order never matters; then every record is read in full. A statement or an
//! editor's record with any error is set aside whole; a party, place, topic, event, source or predicate keeps what
//! could be read, so that one slip in it does not cost all that refers to it.

pub(crate) mod names;
pub(crate) mod reader;

mod circles;
mod editorial;
mod entities;
mod memberships;
mod references;
mod statements;
mod vocabulary;

use std::collections::HashMap;

use super::fields;
use super::records::{Lost, Problem, RawRecord};
use super::suspicious::suspicious;
use crate::ledger::Ledger;
use crate::source::{Sources, Span};
use reader::Record;

/// The ledger in the making.
pub(super) struct Lowering<'l> {
    pub ledger: &'l mut Ledger,
    pub texts: &'l Sources,
    pub problems: Vec<Problem>,
    /// Names of the rules that records may refer to.
    pub rules: &'l [&'static str],
}

/// Reads records into the ledger; problems found on the way are added to those found before.
pub(super) fn lower(
    ledger: &mut Ledger,
    texts: &Sources,
    raw: &[RawRecord<'_>],
    lost: &[Lost<'_>],
    found: Vec<Problem>,
    rules: &[&'static str],
) -> Vec<Problem> {
    let mut lowering = Lowering { ledger, texts, problems: found, rules };
    let mut broken_before: Vec<Span> = lowering.problems.iter().map(|problem| problem.span).collect();
    broken_before.sort();
    let lists = Lists::new(raw);
    for record in raw.iter().filter(|record| fields::list(&record.list).is_none()) {
        lowering.unknown_list(record);
    }
    let of = |name: &str| lists.of(name);
    lowering.declare(&lists, lost);
    lowering.vocabulary(of("predicates"), of("rules"));
    lowering.parties(of("parties"));
    lowering.places(of("places"));
    lowering.topics(of("topics"));
    lowering.events(of("events"));
    lowering.break_circles();
    lowering.sources(of("sources"));
    lowering.statements(of("statements"), lost, &broken_before);
    lowering.requests(of("requests"));
    lowering.reconciliations(of("reconciliations"));
    lowering.accepted(of("accepted"));
    lowering.settings(of("settings"));
    lowering.expectations(of("expect"));
    for record in raw {
        suspicious(&record.node, &mut lowering.problems);
    }
    lowering.problems
}

/// The records of a run, by list.
struct Lists<'n, 't>(HashMap<&'static str, Vec<&'n RawRecord<'t>>>);

impl<'n, 't> Lists<'n, 't> {
    fn new(raw: &'n [RawRecord<'t>]) -> Self {
        let mut lists: HashMap<&'static str, Vec<&RawRecord<'_>>> = HashMap::new();
        for record in raw {
            if let Some(list) = fields::list(&record.list) {
                lists.entry(list.name).or_default().push(record);
            }
        }
        Self(lists)
    }

    fn of(&self, name: &str) -> &[&'n RawRecord<'t>] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

impl Lowering<'_> {
    fn unknown_list(&mut self, record: &RawRecord<'_>) {
        if self
            .problems
            .iter()
            .any(|problem| problem.rule == "unknown-key" && problem.span == record.list_span)
        {
            return;
        }
        let known = || fields::LISTS.iter().map(|list| list.name);
        let help = names::nearest(&record.list, known()).map_or_else(
            || format!("the lists are {}", known().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`? Nothing under `{}` was read", record.list),
        );
        self.problems.push(Problem {
            rule: "unknown-key",
            span: record.list_span,
            message: format!("unknown list `{}`", record.list),
            help,
        });
    }

    /// Takes over what a record's reader found.
    fn take(&mut self, record: Record<'_, '_>) {
        self.problems.extend(record.into_problems());
    }

    fn duplicate(&mut self, list: &str, id: &str, span: Span, first: Span) {
        let texts = self.texts;
        let (path, line) = (&texts.file(first.file).path, texts.position(first).line);
        let message = format!("a second {} `{id}`", names::singular(list));
        let help =
            format!("the first is at {path}:{line}, and it is the one that counts: give this one another id");
        self.problems.push(Problem { rule: "duplicate-id", span, message, help });
    }
}
