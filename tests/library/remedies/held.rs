//! What a store holds beside another, a line for each record: what a case must mean after its remedy was followed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gainsay::ledger::Ledger;
use gainsay::ledger::ids::argument_id;
use gainsay::ledger::vocabulary::{Atom, HornRule, Predicate, Term, built_in};
use gainsay::write::emit;

/// The records of `ledger` that `base` has not, in canonical form and each on one line; its own predicates and rules of
/// reading; its settings.
pub fn beside(base: &Ledger, ledger: &Ledger) -> String {
    let known: BTreeSet<String> = records(base).into_iter().collect();
    let mut held: String = records(ledger)
        .into_iter()
        .filter(|record| !known.contains(record))
        .fold(String::new(), |all, record| all + &record + "\n");
    for (_, predicate) in ledger.vocabulary.iter().filter(|(_, predicate)| !built_in(predicate.span)) {
        let _ = writeln!(held, "{}", own(ledger, predicate));
    }
    for rule in ledger.vocabulary.rules.iter().filter(|rule| !built_in(rule.span)) {
        let _ = writeln!(held, "{}", reads(ledger, rule));
    }
    let _ = writeln!(held, "{:?}", ledger.settings);
    held
}

/// The records of a store with the names of their lists.
fn records(ledger: &Ledger) -> Vec<String> {
    let (mut found, mut list) = (Vec::<String>::new(), String::new());
    for line in emit::ledger(ledger).lines() {
        if !line.starts_with(' ') {
            line.clone_into(&mut list);
        } else if let Some(record) = line.strip_prefix("  - ") {
            found.push(format!("{list} {record}"));
        } else if let Some(last) = found.last_mut() {
            let _ = write!(last, " {}", line.trim_start());
        }
    }
    found
}

fn own(ledger: &Ledger, predicate: &Predicate) -> String {
    let id = |id| ledger.vocabulary.get(id).id.as_str();
    let kinds: Vec<&str> = predicate.arguments.iter().map(|(kind, _)| kind.word()).collect();
    let implies: Vec<&str> = predicate.implies.iter().map(|implied| id(*implied)).collect();
    format!(
        "predicates: {}({}) value {:?} implies {implies:?} opposite {:?} role {:?} accuses {:?} link {} act {:?} said {:?}",
        predicate.id,
        kinds.join(", "),
        predicate.value,
        predicate.opposite.map(id),
        predicate.role,
        predicate.accuses,
        predicate.link,
        predicate.act.doing,
        predicate.said.iter().map(|said| &said.text).collect::<Vec<_>>(),
    )
}

fn reads(ledger: &Ledger, rule: &HornRule) -> String {
    let when: Vec<String> = rule.when.iter().map(|atom| written(ledger, atom)).collect();
    format!("rules: {} {} -> {}", rule.id, when.join(" & "), written(ledger, &rule.then))
}

fn written(ledger: &Ledger, atom: &Atom) -> String {
    let predicate = ledger.vocabulary.get(atom.predicate);
    let terms: Vec<String> = atom
        .terms
        .iter()
        .zip(&predicate.arguments)
        .map(|(term, (kind, _))| match term {
            Term::Variable(at) => format!("?{at}"),
            Term::Fixed(argument) => argument_id(ledger, *kind, *argument).to_owned(),
        })
        .collect();
    format!("{}({})", predicate.id, terms.join(", "))
}
