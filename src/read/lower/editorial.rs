//! The editors' own records: requests, reconciliations, accepted findings, settings, expectations.

use super::Lowering;
use super::names;
use super::reader::Record;
use crate::ledger::model::editorial::{Accepted, Expectation, Reconciliation, Request};
use crate::ledger::model::proposition::Proposition;
use crate::read::fields::{self, Field, List, NEAR, QUOTES, READINGS, VERIFY};
use crate::read::propositions::subject;
use crate::read::records::RawRecord;
use crate::read::yaml::tree::{Node, Value};
use crate::text::Span;

impl Lowering<'_> {
    pub(super) fn requests(&mut self, raw: &[&RawRecord<'_>]) {
        self.each("requests", raw, |lowering, record| {
            let request = Request {
                to: record.references(lowering.ledger, "to"),
                about: lowering.subjects(record, "about"),
                date: record.date("date"),
                outcome: record.choice("outcome").map(str::to_owned),
                note: record.words("note"),
                span: record.head(),
            };
            (!record.broken()).then(|| lowering.ledger.requests.push(request));
        });
    }

    pub(super) fn reconciliations(&mut self, raw: &[&RawRecord<'_>]) {
        self.each("reconciliations", raw, |lowering, record| {
            let reconciliation = Reconciliation {
                between: record.references(lowering.ledger, "between"),
                on: lowering.subjects(record, "on").pop(),
                reason: record.choice("reason").map(str::to_owned),
                by: record.words("by"),
                date: record.date("date"),
                note: record.words("note"),
                span: record.head(),
            };
            (!record.broken()).then(|| lowering.ledger.reconciliations.push(reconciliation));
        });
    }

    pub(super) fn accepted(&mut self, raw: &[&RawRecord<'_>]) {
        self.each("accepted", raw, |lowering, record| {
            let accepted = Accepted {
                rule: lowering.rule(record, "rule"),
                on: lowering.subjects(record, "on").pop(),
                between: lowering.any_records(record),
                by: record.words("by"),
                date: record.date("date"),
                note: record.words("note"),
                span: record.head(),
            };
            (!record.broken()).then(|| lowering.ledger.accepted.push(accepted));
        });
    }

    pub(super) fn expectations(&mut self, raw: &[&RawRecord<'_>]) {
        self.each("expect", raw, |lowering, record| {
            let (finds, finds_no) = (lowering.rule(record, "finds"), lowering.rule(record, "finds-no"));
            let on = lowering.subjects(record, "on").pop();
            let between = record.references(lowering.ledger, "between");
            let only = record.flag("only");
            match (record.broken(), finds, finds_no) {
                (true, ..) => {}
                (_, Some(rule), None) => {
                    let span = record.head();
                    lowering.ledger.expectations.push(Expectation {
                        rule,
                        finds: true,
                        on,
                        between,
                        only,
                        span,
                    });
                }
                (_, None, Some(rule)) => {
                    let span = record.head();
                    lowering.ledger.expectations.push(Expectation {
                        rule,
                        finds: false,
                        on,
                        between,
                        only,
                        span,
                    });
                }
                _ => record.bad(
                    record.head(),
                    "an expectation says one of `finds` and `finds-no`".to_owned(),
                    "write `finds: RULE` or `finds-no: RULE`".to_owned(),
                ),
            }
            if let Some(problem) = record.problems().first() {
                lowering.ledger.unsound_expectations.push((problem.span, problem.message.clone()));
            }
        });
    }

    pub(super) fn settings(&mut self, raw: &[&RawRecord<'_>]) {
        let mut first: Option<Span> = None;
        self.each("settings", raw, |lowering, record| {
            if let Some(first) = first {
                let texts = lowering.texts;
                let place = format!("{}:{}", texts.file(first.file).path, texts.position(first).line);
                record.problem(
                    "duplicate-id",
                    record.head(),
                    "a second `settings`".to_owned(),
                    format!("a store has one: put these with those at {place}"),
                );
                return;
            }
            first = Some(record.head());
            if let Some(origins) = setting(record, "verify", VERIFY, "origins") {
                match origins.as_str().and_then(|text| text.parse::<usize>().ok()) {
                    Some(number) if number > 0 => lowering.ledger.settings.verify_origins = number,
                    _ => record.bad(
                        origins.span,
                        "`origins` is no whole number above 0".to_owned(),
                        "write how many parties with no stake must say so: `verify: {origins: 2}`".to_owned(),
                    ),
                }
            }
            lowering.near(record);
            lowering.quotes(record);
            lowering.levels(record);
            if let Some(off) = setting(record, "readings", READINGS, "off") {
                let items: Vec<&Node<'_>> = match &off.value {
                    Value::Sequence { items, .. } => items.iter().collect(),
                    _ => vec![off],
                };
                for item in items {
                    let name = item.as_str().unwrap_or_default();
                    if lowering.ledger.vocabulary.rules.iter().any(|rule| rule.id == name) {
                        lowering.ledger.settings.readings_off.push(name.to_owned());
                    } else {
                        record.problem(
                            "unknown-reference",
                            item.span,
                            format!("unknown rule of reading `{name}`"),
                            "name a rule under `rules`, or the built-in one".to_owned(),
                        );
                    }
                }
            }
        });
    }

    /// `near: {hours: …, km: …}`.
    fn near(&mut self, record: &mut Record<'_, '_>) {
        for key in ["hours", "km"] {
            let Some(node) = setting(record, "near", NEAR, key) else { continue };
            let settings = &mut self.ledger.settings;
            let place = if key == "hours" { &mut settings.near_hours } else { &mut settings.near_kilometres };
            match node.as_str().and_then(|text| text.parse().ok()) {
                Some(number @ 0..=20_000) => *place = number,
                _ => record.bad(
                    node.span,
                    format!("`{key}` is no whole number from 0 to 20000"),
                    "write how near is near: `near: {hours: 24, km: 50}`".to_owned(),
                ),
            }
        }
    }

    /// `quotes: {error: …}`: the same as a level for each.
    fn quotes(&mut self, record: &mut Record<'_, '_>) {
        let Some(node) = setting(record, "quotes", QUOTES, "error") else { return };
        let items = node.items().map_or_else(|| vec![node], |items| items.iter().collect());
        for item in items {
            let name = item.as_str().unwrap_or_default();
            if fields::VERDICTS.contains(&name) {
                self.ledger.settings.levels.push((name.to_owned(), "error".to_owned()));
            } else {
                let help = format!("it is one of {}", fields::VERDICTS.join(", "));
                record.bad(item.span, format!("`{name}` is no verdict of the audit"), help);
            }
        }
    }

    fn levels(&mut self, record: &mut Record<'_, '_>) {
        let Some(node) = record.node("levels") else { return };
        let Value::Mapping(pairs) = &node.value else {
            record.bad(
                node.span,
                "`levels` is a mapping of rules and levels".to_owned(),
                "write `levels: {unverified-link: note}`".to_owned(),
            );
            return;
        };
        for (key, value) in pairs {
            let (name, level) = (key.as_str().unwrap_or_default(), value.as_str().unwrap_or_default());
            if !self.rules.contains(&name) {
                let (message, help) = self.unknown_rule(name);
                record.problem("unknown-reference", key.span, message, help);
            } else if fields::LEVELS.contains(&level) {
                self.ledger.settings.levels.push((name.to_owned(), level.to_owned()));
            } else {
                record.bad(
                    value.span,
                    format!("`{level}` is no level"),
                    format!("it is one of {}", fields::LEVELS.join(", ")),
                );
            }
        }
    }

    fn each(
        &mut self,
        name: &str,
        raw: &[&RawRecord<'_>],
        mut read: impl FnMut(&mut Self, &mut Record<'_, '_>),
    ) {
        let Some(list): Option<&'static List> = fields::list(name) else { return };
        for raw in raw {
            let mut record = Record::open(list, &raw.node);
            read(self, &mut record);
            self.take(record);
        }
    }

    /// The name of a rule of gainsay.
    fn rule(&mut self, record: &mut Record<'_, '_>, key: &str) -> Option<String> {
        let (text, span) = record.scalar(key)?;
        if self.rules.contains(&text) {
            return Some(text.to_owned());
        }
        let (message, help) = self.unknown_rule(text);
        record.problem("unknown-reference", span, message, help);
        None
    }

    fn unknown_rule(&self, name: &str) -> (String, String) {
        let help = names::nearest(name, self.rules.iter().copied()).map_or_else(
            || "`gainsay explain` lists the rules".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        (format!("unknown rule `{name}`"), help)
    }

    /// Propositions by their names.
    fn subjects(&mut self, record: &mut Record<'_, '_>, key: &str) -> Vec<Proposition> {
        let mut found = Vec::new();
        for (text, span) in record.texts(key) {
            match subject::named(self.ledger, text) {
                Ok(subject) => found.push(subject),
                Err(refusal) => record.problem(refusal.rule, span, refusal.message, refusal.help),
            }
        }
        found
    }

    fn any_records(&mut self, record: &mut Record<'_, '_>) -> Vec<String> {
        let mut found = Vec::new();
        for (text, span) in record.texts("between") {
            // `unknown` is a root too.
            let root = self.ledger.parties.find(text).is_some();
            if root || names::NAMED.iter().any(|list| names::find(self.ledger, list, text).is_some()) {
                found.push(text.to_owned());
            } else {
                let (_, help) = names::unknown(self.ledger, "statements", text);
                record.problem("unknown-reference", span, format!("there is no record `{text}`"), help);
            }
        }
        found
    }
}

/// The value of an inner key of a setting: `verify: {origins: …}`; a key that is not in the table is reported once, with
/// the first of them.
fn setting<'r, 't>(
    record: &mut Record<'r, 't>,
    key: &str,
    fields: &[Field],
    inner: &str,
) -> Option<&'r Node<'t>> {
    let node = record.node(key)?;
    let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
    let first = keys.first() == Some(&inner);
    let Value::Mapping(pairs) = &node.value else {
        if first {
            record.bad(node.span, format!("`{key}` is a mapping"), format!("write `{key}: {{{inner}: …}}`"));
        }
        return None;
    };
    for (name, _) in pairs.iter().filter(|_| first) {
        let known = name.as_str().is_some_and(|name| keys.contains(&name));
        if !known {
            let message = format!("unknown key `{}` in `{key}`", name.as_str().unwrap_or_default());
            record.problem("unknown-key", name.span, message, format!("the keys are {}", keys.join(", ")));
        }
    }
    pairs.iter().find(|(name, _)| name.as_str() == Some(inner)).map(|(_, value)| value)
}
