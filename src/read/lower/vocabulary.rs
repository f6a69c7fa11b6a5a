//! The vocabulary: predicates, the built-in ones and a store's own.

use rustc_hash::FxHashMap;

use super::Lowering;
use super::entities::id_of;
use super::reader::Record;
use super::said::said;
use crate::ledger::Ledger;
use crate::ledger::model::id::PredicateId;
use crate::ledger::model::proposition::{ArgumentKind, MOST_ARGUMENTS};
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::{Act, Predicate, Role, built_in};
use crate::read::fields;
use crate::read::propositions;
use crate::read::records::RawRecord;
use crate::text::Span;

impl Lowering<'_> {
    /// Adds predicates and rules; a predicate of a known id takes the place of the built-in one.
    pub(super) fn vocabulary(&mut self, predicates: &[&RawRecord<'_>], rules: &[&RawRecord<'_>]) {
        let Some(list) = fields::list("predicates") else { return };
        let mut seen: Vec<(&str, Span)> = Vec::new();
        let mut fresh = Vec::new();
        let mut replaced: FxHashMap<PredicateId, &RawRecord<'_>> = FxHashMap::default();
        for record in predicates {
            if let Some((id, span)) = id_of(&record.node) {
                let before = seen.iter().find(|(other, first)| *other == id && !built_in(*first));
                if let Some((_, first)) = before {
                    self.duplicate(list.name, id, span, *first);
                    continue;
                }
                seen.push((id, span));
                let named = self.ledger.vocabulary.set(blank(id, span));
                // A store's own record takes the place of the built-in one whole.
                if let Some(at) = fresh.iter().position(|(other, _): &(PredicateId, _)| *other == named) {
                    let (_, before): (_, &RawRecord<'_>) = fresh.remove(at);
                    replaced.insert(named, before);
                }
                fresh.push((named, *record));
            } else {
                let mut reader = Record::open(list, &record.node);
                reader.id();
                self.take(reader);
            }
        }
        for (id, record) in &fresh {
            let mut reader = Record::open(list, &record.node);
            let mut read = self.predicate(&mut reader, *id);
            if let Some(replaced) = replaced.get(id) {
                read = self.in_place_of(&mut reader, read, replaced);
            }
            *self.ledger.vocabulary.get_mut(*id) = read;
            self.take(reader);
        }
        for (id, record) in fresh {
            let mut reader = Record::open(list, &record.node);
            reader.scalar("id");
            self.same_arguments(&mut reader, id);
            let known = self.problems.len();
            for problem in reader.into_problems() {
                if !self.problems[..known].contains(&problem) {
                    self.problems.push(problem);
                }
            }
        }
        self.rules_of_reading(rules);
    }

    fn predicate(&mut self, record: &mut Record<'_, '_>, id: PredicateId) -> Predicate {
        let mut predicate = self.ledger.vocabulary.get(id).clone();
        for (text, span) in record.texts("arguments") {
            let (word, optional) = text.strip_suffix('?').map_or((text, false), |word| (word, true));
            match ArgumentKind::WORDS.iter().find(|(known, _)| *known == word) {
                Some((_, kind)) if predicate.arguments.len() < MOST_ARGUMENTS => {
                    predicate.arguments.push((*kind, optional));
                }
                Some(_) => record.bad(
                    span,
                    format!("`{}` has more than {MOST_ARGUMENTS} arguments", predicate.id),
                    "say it in two predicates".to_owned(),
                ),
                None => {
                    let words: Vec<&str> = ArgumentKind::WORDS.iter().map(|(word, _)| *word).collect();
                    record.bad(
                        span,
                        format!("`{word}` is no kind of argument"),
                        format!("the kinds are {}", words.join(", ")),
                    );
                }
            }
        }
        if predicate.arguments.is_empty() && !record.broken() {
            record.bad(
                record.head(),
                format!("`{}` has no arguments", predicate.id),
                "say what it is about: `arguments: [party, event]`".to_owned(),
            );
        }
        predicate.implies = self.predicates_named(record, "implies");
        predicate.opposite = self.predicates_named(record, "opposite").pop();
        predicate.value = record
            .choices("value")
            .into_iter()
            .filter_map(|word| {
                ValueKind::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
            })
            .collect();
        predicate.happening = record.flag("happening");
        predicate.link = record.flag("link");
        predicate.attitude = record.flag("attitude");
        predicate.many = record.flag("many");
        predicate.unit = record.words("unit");
        let (doing, claims) = record.mapping("act").map_or((None, None), |mut act| {
            let words = (act.words("doing"), act.words("claims"));
            record.adopt(act);
            words
        });
        predicate.act = Act { doing, claims };
        predicate.said = said(record, &predicate);
        predicate.rival = argument_at(record, "rival", &predicate, ArgumentKind::Party);
        predicate.accuses = argument_at(record, "accuses", &predicate, ArgumentKind::Party);
        predicate.verbal = argument_at(record, "verbal", &predicate, ArgumentKind::Topic);
        predicate.role = role(record, &predicate);
        predicate.symmetric = record.flag("symmetric") || predicate.role.is_some_and(Role::symmetric);
        predicate.transitive = record.flag("transitive") || predicate.role.is_some_and(Role::transitive);
        let spelled = predicate.id.replace('-', " ");
        let places: Vec<String> = (1..=predicate.arguments.len()).map(|at| format!("{{{at}}}")).collect();
        let value = if predicate.value.is_empty() { "" } else { " {value}" };
        predicate.reads =
            record.words("reads").unwrap_or_else(|| format!("{spelled}: {}{value}", places.join(", ")));
        predicate.reads_open = record.words("reads-open");
        predicate.reads_not =
            record.words("reads-not").unwrap_or_else(|| format!("not so: {}", predicate.reads));
        predicate.reads_many = record.words("reads-many");
        predicate.reads_not_many = record.words("reads-not-many");
        record.choice("asks").unwrap_or("what").clone_into(&mut predicate.asks);
        predicate
    }

    /// A store's record in the place of a built-in one: it bears the same role, whether it says so or not, and takes the
    /// same arguments where what is built in counts on them. Where it does not, the built-in one stays.
    fn in_place_of(
        &mut self,
        record: &mut Record<'_, '_>,
        mut own: Predicate,
        built_in: &RawRecord<'_>,
    ) -> Predicate {
        let Some(list) = fields::list("predicates") else { return own };
        let mut reader = Record::open(list, &built_in.node);
        let id = self.ledger.vocabulary.set(blank(&own.id, own.span));
        let known = self.predicate(&mut reader, id);
        let kinds = |predicate: &Predicate| -> Vec<ArgumentKind> {
            predicate.arguments.iter().map(|(kind, _)| *kind).collect()
        };
        if counted_on(self.ledger, &known, id) && kinds(&known) != kinds(&own) {
            let arguments: Vec<&str> = kinds(&known).into_iter().map(ArgumentKind::word).collect();
            record.problem(
                "wrong-argument",
                record.node("arguments").map_or(record.head(), |node| node.span),
                format!("`{}` is built in and takes other arguments: {}", own.id, arguments.join(", ")),
                "keep its arguments, or give this predicate an id of its own".to_owned(),
            );
            return known;
        }
        let changed =
            own.role.is_some() && own.role != known.role || !known.role.is_none_or(|role| role.fits(&own));
        if changed {
            let role = known.role.map_or("none".to_owned(), |role| format!("`{}`", role.word()));
            record.problem(
                "wrong-argument",
                record.node("role").map_or(record.head(), |node| node.span),
                format!("`{}` is built in, and its role is {role}", own.id),
                "leave out `role`, and keep what the role wants, or give this predicate an id of its own"
                    .to_owned(),
            );
            return known;
        }
        own.role = known.role;
        own.symmetric |= own.role.is_some_and(Role::symmetric);
        own.transitive |= own.role.is_some_and(Role::transitive);
        own
    }

    fn predicates_named(&mut self, record: &mut Record<'_, '_>, key: &str) -> Vec<PredicateId> {
        let mut found = Vec::new();
        for (text, span) in record.texts(key) {
            match propositions::predicate(self.ledger, text) {
                Ok(predicate) => found.push(predicate),
                Err(refusal) => record.problem(refusal.rule, span, refusal.message, refusal.help),
            }
        }
        found
    }

    /// What a predicate implies or excludes must take the same arguments.
    fn same_arguments(&mut self, record: &mut Record<'_, '_>, id: PredicateId) {
        let own = self.ledger.vocabulary.get(id).clone();
        let kinds =
            |predicate: &Predicate| predicate.arguments.iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
        let fits = |other: &PredicateId| kinds(self.ledger.vocabulary.get(*other)) == kinds(&own);
        let (implies, opposite) = (own.implies.iter().all(fits), own.opposite.iter().all(fits));
        for (key, sound) in [("implies", implies), ("opposite", opposite)] {
            if !sound {
                let message = format!("`{key}` of `{}` names a predicate of other arguments", own.id);
                let span = record.node(key).map_or(record.head(), |node| node.span);
                record.problem(
                    "wrong-argument",
                    span,
                    message,
                    "both must take the same kinds of argument".to_owned(),
                );
            }
        }
        let vocabulary = &self.ledger.vocabulary;
        let kept = own
            .implies
            .iter()
            .copied()
            .filter(|other| kinds(vocabulary.get(*other)) == kinds(&own))
            .collect();
        let opposed = own.opposite.filter(|other| kinds(vocabulary.get(*other)) == kinds(&own));
        let row = self.ledger.vocabulary.get_mut(id);
        (row.implies, row.opposite) = (kept, opposed);
    }
}

/// The place (from 0) of the argument that a property names (from 1): a party.
fn argument_at(
    record: &mut Record<'_, '_>,
    key: &str,
    predicate: &Predicate,
    kind: ArgumentKind,
) -> Option<usize> {
    let at = usize::try_from(record.number(key)?).ok()? - 1;
    let fits = predicate.arguments.get(at).is_some_and(|(known, _)| *known == kind);
    if !fits {
        record.bad(
            record.node(key)?.span,
            format!("`{key}` of `{}` names no {}", predicate.id, kind.word()),
            format!("give the place of an argument that is a {}, counted from 1", kind.word()),
        );
    }
    fits.then_some(at)
}

/// The role that a record gives its predicate; none, and a problem, where the predicate cannot bear it.
fn role(record: &mut Record<'_, '_>, predicate: &Predicate) -> Option<Role> {
    let role = Role::named(record.choice("role")?)?;
    let fits = role.fits(predicate);
    if !fits && !record.broken() {
        record.problem(
            "wrong-argument",
            record.node("role")?.span,
            format!("`{}` cannot bear the role `{}`", predicate.id, role.word()),
            format!("that role is for a predicate {}", role.shape()),
        );
    }
    fits.then_some(role)
}

/// A predicate of which only the name is known yet.
fn blank(id: &str, span: Span) -> Predicate {
    Predicate {
        id: id.to_owned(),
        arguments: Vec::new(),
        value: Vec::new(),
        reads: String::new(),
        reads_open: None,
        reads_not: String::new(),
        reads_many: None,
        reads_not_many: None,
        asks: "what".to_owned(),
        implies: Vec::new(),
        opposite: None,
        symmetric: false,
        transitive: false,
        rival: None,
        verbal: None,
        happening: false,
        link: false,
        accuses: None,
        attitude: false,
        role: None,
        many: false,
        unit: None,
        act: Act::default(),
        said: Vec::new(),
        span,
    }
}

/// Whether what is built in counts on the arguments of a predicate: it bears a role, implies another or is implied.
fn counted_on(ledger: &Ledger, known: &Predicate, id: PredicateId) -> bool {
    known.role.is_some()
        || !known.implies.is_empty()
        || ledger.vocabulary.iter().any(|(_, other)| other.implies.contains(&id))
}
