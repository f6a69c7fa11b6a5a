//! From trees to records: what fits goes into the ledger, what does not becomes a problem.
//!
//! First every id is declared, so that order never matters; then every record is read in full. A statement or an
//! editor's record with any error is set aside whole; a party, place, topic, event, source or predicate keeps what
//! could be read, so that one slip in it does not cost all that refers to it.

mod bare;
mod circles;
mod editorial;
mod entities;
mod foreign;
mod memberships;
pub(crate) mod names;
mod parts;
mod positions;
mod raw;
pub(crate) mod reader;
mod references;
mod rules_of_reading;
mod said;
mod sheet;
mod speakers;
mod statements;
mod vocabulary;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::fields;
use super::problem::{UNREADABLE, is_odd_blank, odd_blank_words};
use super::records::{Cut, Lost, Problem, RawRecord};
use crate::ledger::Ledger;
use crate::ledger::model::party::Party;
use crate::text::{Sources, Span};
use reader::Record;
pub(super) use sheet::Sheet;

/// The ledger in the making.
pub(super) struct Lowering<'l> {
    pub ledger: &'l mut Ledger,
    pub texts: &'l Sources,
    pub problems: Vec<Problem>,
    /// Names of the rules that records may refer to.
    pub rules: &'l [&'static str],
}

/// Reads records into the ledger: the program's own vocabulary, then what the files hold. Problems found on the way are
/// added to those found before.
pub(super) fn lower(
    ledger: &mut Ledger,
    texts: &Sources,
    own: &Cut<'_>,
    sheets: &mut [Sheet<'_>],
    problems: Vec<Problem>,
    rules: &[&'static str],
) -> Vec<Problem> {
    let hidden: Vec<Problem> =
        sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.hidden)).collect();
    let lost: Vec<Lost<'_>> =
        sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.cut.lost)).collect();
    let mut lowering = Lowering { ledger, texts, problems, rules };
    let mut broken_before: Vec<Span> = lowering.problems.iter().map(|problem| problem.span).collect();
    broken_before.sort();
    let named = sheets.iter().flat_map(|sheet| &sheet.cut.lists);
    for (name, span) in named.filter(|(name, _)| fields::list(name).is_none()) {
        // Of a line of a record that stands at the top that is said.
        if fields::is_key(name) && broken_before.binary_search(span).is_ok() {
            continue;
        }
        lowering.unknown_list(name, *span);
    }
    let unknown = sheets.iter().find_map(|sheet| sheet.unknown);
    lowering.spoken_of(&Lists::new(own, sheets), &lost, unknown);
    // What has been read makes room for the statements.
    for sheet in &mut *sheets {
        sheet.cut.records.retain(|record| !SPOKEN_OF.contains(&&*record.list));
        sheet.cut.records.shrink_to_fit();
    }
    lowering.statements(sheets, &lost, &broken_before);
    lowering.said_of_statements(&Lists::new(own, sheets));
    lowering.problems.extend(hidden);
    lowering.problems
}

/// The lists of what statements speak of, and of the words in which they do.
const SPOKEN_OF: [&str; 7] = ["predicates", "rules", "parties", "places", "topics", "events", "sources"];

/// The records of a run, by list.
struct Lists<'n, 't>(FxHashMap<&'static str, Vec<&'n RawRecord<'t>>>);

impl<'n, 't> Lists<'n, 't> {
    fn new(own: &'n Cut<'t>, sheets: &'n [Sheet<'t>]) -> Self {
        let mut lists: FxHashMap<&'static str, Vec<&RawRecord<'_>>> = FxHashMap::default();
        for record in own.records.iter().chain(sheets.iter().flat_map(|sheet| &sheet.cut.records)) {
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
    /// Reads all that statements speak of.
    fn spoken_of(&mut self, lists: &Lists<'_, '_>, lost: &[Lost<'_>], unknown: Option<Span>) {
        let of = |name: &str| lists.of(name);
        self.declare(lists, lost);
        if let Some(span) = unknown {
            self.ledger.parties.add(Party::unknown(span));
        }
        self.vocabulary(of("predicates"), of("rules"));
        self.parties(of("parties"));
        self.places(of("places"));
        self.topics(of("topics"));
        self.events(of("events"));
        self.break_circles();
        self.sources(of("sources"));
    }

    /// Reads what editors say of statements, and of the store.
    fn said_of_statements(&mut self, lists: &Lists<'_, '_>) {
        let of = |name: &str| lists.of(name);
        self.requests(of("requests"));
        self.reconciliations(of("reconciliations"));
        self.accepted(of("accepted"));
        self.settings(of("settings"));
        self.expectations(of("expect"));
    }

    fn unknown_list(&mut self, name: &str, span: Span) {
        if let Some(blank) = name.chars().next().filter(|letter| is_odd_blank(*letter)) {
            let (message, help) = odd_blank_words(blank);
            self.problems.push(Problem { rule: UNREADABLE, span, message, help });
            return;
        }
        let help = fields::near_list(name).map_or_else(
            || {
                let known: Vec<_> = fields::LISTS.iter().map(|list| list.name).collect();
                format!("nothing under it was read: the lists are {}", known.join(", "))
            },
            |near| format!("did you mean `{near}`? What stands under `{name}` is read as that"),
        );
        self.problems.push(Problem {
            rule: "unknown-key",
            span,
            message: format!("unknown list `{name}`"),
            help,
        });
    }

    /// Reads the records of a list, all at once, and hands what each holds over in their order. One in which something
    /// is wrong is read again by itself: for the nearest name to one that is on file nowhere it matters what was looked
    /// for before.
    fn all<'r, 't, T: Send>(
        &mut self,
        list: &'static str,
        raw: &[&'r RawRecord<'t>],
        read: impl Fn(&Ledger, &mut Record<'r, 't>) -> T + Sync,
        mut take: impl FnMut(&mut Self, &'r RawRecord<'t>, T, Record<'r, 't>),
    ) {
        const AT_ONCE: usize = 65_536;
        let Some(kind) = fields::list(list) else { return };
        for raw in raw.chunks(AT_ONCE) {
            let ledger = &*self.ledger;
            let reading = |record: &&'r RawRecord<'t>| {
                let mut reader = Record::open(kind, &record.node);
                let found = read(ledger, &mut reader);
                (found, reader)
            };
            ledger.suggestions.rest(true);
            let all: Vec<(T, Record<'r, 't>)> = raw.par_iter().with_min_len(256).map(reading).collect();
            ledger.suggestions.rest(false);
            for (record, (found, reader)) in raw.iter().zip(all) {
                let (found, reader) = if reader.broken() {
                    let mut reader = Record::open(kind, &record.node);
                    (read(self.ledger, &mut reader), reader)
                } else {
                    (found, reader)
                };
                take(self, record, found, reader);
            }
        }
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
