//! Rules of reading, the built-in ones and a store's own.

use super::Lowering;
use super::reader::Record;
use crate::ledger::model::proposition;
use crate::ledger::vocabulary::{Atom, HornRule, Term, built_in};
use crate::read::fields;
use crate::read::propositions;
use crate::read::records::RawRecord;
use crate::text::Span;

/// A rule of reading has at most so many premises.
const MOST_PREMISES: usize = 4;

impl Lowering<'_> {
    /// Adds rules of reading; one of a known id takes the place of the built-in one.
    pub(super) fn rules_of_reading(&mut self, raw: &[&RawRecord<'_>]) {
        let Some(list) = fields::list("rules") else { return };
        for record in raw {
            let mut reader = Record::open(list, &record.node);
            let id = reader.id();
            let mut names: Vec<String> = Vec::new();
            let when: Vec<Atom> = reader
                .texts("when")
                .into_iter()
                .filter_map(|(text, span)| self.atom(&mut reader, text, span, &mut names))
                .collect();
            let bound = names.len();
            let then = reader.scalar("then").and_then(|(text, span)| {
                let atom = self.atom(&mut reader, text, span, &mut names)?;
                if names.len() > bound {
                    reader.bad(
                        span,
                        format!("`?{}` of `then` occurs in no `when`", names[bound]),
                        "every variable of the conclusion must occur in a premise".to_owned(),
                    );
                }
                Some(atom)
            });
            if when.len() > MOST_PREMISES {
                reader.bad(
                    reader.head(),
                    format!("a rule of reading has at most {MOST_PREMISES} premises"),
                    "a reading that needs more is no reading: make it two rules, or none".to_owned(),
                );
            }
            if let (Some((id, span)), Some(then), false) = (id, then, reader.broken()) {
                let rules = &mut self.ledger.vocabulary.rules;
                let first = rules.iter().find(|rule| rule.id == id).map(|rule| rule.span);
                match first {
                    Some(first) if !built_in(first) => {
                        self.duplicate(list.name, id, span, first);
                    }
                    _ => {
                        rules.retain(|rule| rule.id != id);
                        rules.push(HornRule { id: id.to_owned(), when, then, variables: names.len(), span });
                    }
                }
            }
            self.take(reader);
        }
    }

    fn atom(
        &mut self,
        record: &mut Record<'_, '_>,
        text: &str,
        span: Span,
        names: &mut Vec<String>,
    ) -> Option<Atom> {
        let atom = self.read_atom(text, names);
        atom.map_err(|refusal| record.problem(refusal.rule, span, refusal.message, refusal.help)).ok()
    }

    fn read_atom(&self, text: &str, names: &mut Vec<String>) -> Result<Atom, propositions::Refusal> {
        let refuse = |message: String, help: &str| propositions::Refusal {
            rule: "bad-value",
            message,
            help: help.to_owned(),
        };
        let parsed = proposition::parse(text)
            .map_err(|message| refuse(message, "a premise is written predicate(?one, ?other)"))?;
        if parsed.value.is_some() {
            return Err(refuse(
                format!("`{text}` has a value"),
                "rules of reading speak of propositions without values",
            ));
        }
        let predicate = propositions::predicate(self.ledger, parsed.name)?;
        let fixed = propositions::arguments(self.ledger, predicate, &parsed.arguments, |text| {
            text.starts_with('?').then_some(Some(proposition::Argument::SPEAKER))
        })?;
        let terms = parsed.arguments.iter().enumerate().map(|(at, text)| match text.strip_prefix('?') {
            None => Term::Fixed(fixed.arguments[at]),
            Some(name) => Term::Variable(names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name.to_owned());
                names.len() - 1
            })),
        });
        Ok(Atom { predicate, terms: terms.collect() })
    }
}
