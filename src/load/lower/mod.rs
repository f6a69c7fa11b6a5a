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

use rustc_hash::FxHashMap;

use super::fields;
use super::records::{Lost, Problem, RawRecord};
use super::suspicious::suspicious;
use crate::ledger::Ledger;
use crate::source::{Sources, Span};
use reader::Record;

/// What the files hold, cut into records.
pub(super) struct Found<'f, 't> {
    /// The records.
    pub raw: &'f [RawRecord<'t>],
    /// Records that could not be read, as far as their ids could.
    pub lost: &'f [Lost<'t>],
    /// The lists that are named, with or without records.
    pub lists: &'f [(String, Span)],
}

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
    found: &Found<'_, '_>,
    problems: Vec<Problem>,
    rules: &[&'static str],
) -> Vec<Problem> {
    let (raw, lost) = (found.raw, found.lost);
    let mut lowering = Lowering { ledger, texts, problems, rules };
    let mut broken_before: Vec<Span> = lowering.problems.iter().map(|problem| problem.span).collect();
    broken_before.sort();
    let lists = Lists::new(raw);
    for (name, span) in found.lists.iter().filter(|(name, _)| fields::list(name).is_none()) {
        lowering.unknown_list(name, *span);
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
struct Lists<'n, 't>(FxHashMap<&'static str, Vec<&'n RawRecord<'t>>>);

impl<'n, 't> Lists<'n, 't> {
    fn new(raw: &'n [RawRecord<'t>]) -> Self {
        let mut lists: FxHashMap<&'static str, Vec<&RawRecord<'_>>> = FxHashMap::default();
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
    fn unknown_list(&mut self, name: &str, span: Span) {
        let known = || fields::LISTS.iter().map(|list| list.name);
        let help = names::nearest(name, known()).map_or_else(
            || format!("the lists are {}", known().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`? Nothing under `{name}` was read"),
        );
        self.problems.push(Problem {
            rule: "unknown-key",
            span,
            message: format!("unknown list `{name}`"),
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
