//! What of a ledger is compared: its findings by identity, and where each root stands. Free of the ledger itself, so
//! that two may be held side by side.

use std::collections::BTreeMap;

use crate::check::Case;
use crate::check::focus::{self, Matter};
use crate::check::identity::Identity;
use crate::check::options::Options;
use crate::ledger::Ledger;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Level};

/// What of a ledger is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// Its findings.
    pub findings: Vec<Kept>,
    /// Where a root stands on a proposition, by canonical text (with the value, if any) and root: those that hold one
    /// sign and not the other.
    pub standing: BTreeMap<(String, String), Stand>,
    /// How many statements it has.
    pub statements: usize,
}

/// A finding as it is kept for comparison, without the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What makes it the same.
    pub identity: Identity,
    /// What it counts as.
    pub family: Family,
    /// How much it weighs.
    pub level: Level,
    /// The proposition, in canonical text.
    pub proposition: Option<String>,
    /// In words.
    pub reading: String,
    /// The same as a question.
    pub question: String,
    /// The names of its roots, in the order of their ids.
    pub names: Vec<String>,
    /// The ids of its statements, sorted.
    pub statements: Vec<String>,
    /// What is found.
    pub message: String,
    /// Why an editor holds it to be none.
    pub reconciled: Option<String>,
    /// Seen and left.
    pub accepted: bool,
    /// Folded into another.
    pub folded: bool,
    /// Where to look first: `file:line`.
    pub place: Option<String>,
}

impl Kept {
    /// Whether it says the same as another of its identity: the same level, statements, roots and settlement, and by
    /// itself or not.
    #[must_use]
    pub fn alike(&self, other: &Self) -> bool {
        self.level == other.level
            && self.statements == other.statements
            && self.identity.roots == other.identity.roots
            && self.reconciled == other.reconciled
            && self.accepted == other.accepted
            && self.folded == other.folded
    }

    /// Whether it counts: not reconciled, not accepted, not folded into another.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.reconciled.is_none() && !self.accepted && !self.folded
    }
}

/// Where a root stands on a proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// On which side.
    pub sign: Sign,
    /// The root's name.
    pub name: String,
    /// What it says, to be read after its name.
    pub says: String,
    /// In so many words, and not by definition only.
    pub stated: bool,
    /// The statements that say so, by date: id, date in words.
    pub statements: Vec<(String, String)>,
}

/// Takes down what of a case is compared.
#[must_use]
pub fn snapshot(case: &Case) -> Snapshot {
    let reasoned = case.reason();
    let report = reasoned.report();
    Snapshot {
        findings: report.findings.iter().map(|finding| found(case.ledger(), finding)).collect(),
        standing: standing(&reasoned.reasoning, case.options()),
        statements: report.counts.statements,
    }
}

fn found(ledger: &Ledger, finding: &Finding) -> Kept {
    let mut statements: Vec<String> =
        finding.statements.iter().map(|statement| ledger.statement(*statement).id.clone()).collect();
    statements.sort();
    statements.dedup();
    let place = |label: &crate::rules::finding::Label| {
        let line = ledger.texts.position(label.span).line;
        format!("{}:{line}", ledger.texts.file(label.span.file).path)
    };
    let mut parties = finding.parties.clone();
    parties.sort_by_key(|party| &ledger.party(*party).id);
    Kept {
        identity: Identity::of(ledger, finding),
        family: finding.family,
        level: finding.level,
        proposition: finding.on(ledger),
        reading: finding.reading.clone(),
        question: finding.question.clone(),
        names: parties.iter().map(|party| ledger.party(*party).name.clone()).collect(),
        statements,
        message: finding.told().into_owned(),
        reconciled: finding.reconciled.clone(),
        accepted: finding.accepted,
        folded: finding.folding.into.is_some(),
        place: finding.labels.first().map(place),
    }
}

/// Where each root stands, hearsay left out: in so many words or by definition, and on one side only.
fn standing(reasoning: &Reasoning<'_>, options: &Options) -> BTreeMap<(String, String), Stand> {
    let ledger = reasoning.ledger;
    let mut all: BTreeMap<(String, String), Vec<(Stand, i32)>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        let proposition = reasoning.propositions.get(id);
        let canonical = words::canonical(ledger, &proposition);
        for hold in holds.iter().filter(|hold| hold.sign() != Sign::None && hold.by_definition()) {
            let position = reasoning.position(hold.base);
            let statements = [position.statement];
            let matter = Matter {
                about: Some(proposition),
                parties: &[hold.root],
                statements: &statements,
                ..Matter::default()
            };
            let kept = focus::passes(reasoning, options, matter);
            if position.hearsay || position.tacit || !kept {
                continue;
            }
            let base = reasoning.propositions.get(position.proposition);
            let statement = ledger.statement(position.statement);
            let value =
                hold.value.map_or(String::new(), |value| format!(" = {}", words::value_text(ledger, value)));
            let root = ledger.party(hold.root);
            let stand = Stand {
                sign: hold.sign(),
                name: root.name.clone(),
                says: words::says(
                    ledger,
                    words::party_number(ledger, hold.root),
                    position.stance,
                    &base,
                    position.value,
                ),
                stated: hold.stated(),
                statements: vec![(statement.id.clone(), statement.date.words())],
            };
            let key = (format!("{canonical}{value}"), root.id.clone());
            all.entry(key).or_default().push((stand, statement.date.first()));
        }
    }
    all.into_iter().filter_map(|(key, stands)| Some((key, one_side(stands)?))).collect()
}

/// The stands of one root as one, in so many words before by definition; nothing where it is on both sides.
fn one_side(mut stands: Vec<(Stand, i32)>) -> Option<Stand> {
    stands.sort_by_cached_key(|(stand, day)| {
        (!stand.stated, *day, stand.statements.clone(), stand.says.clone())
    });
    let mut stands = stands.into_iter().map(|(stand, _)| stand);
    let mut all = stands.next()?;
    for stand in stands {
        if stand.sign != all.sign {
            return None;
        }
        for statement in stand.statements {
            if !all.statements.contains(&statement) {
                all.statements.push(statement);
            }
        }
    }
    Some(all)
}
