//! The parts of a ledger that are compared: its findings by identity, and the stand of each root. It holds nothing of
//! the ledger itself, so that two may be compared.

use std::collections::BTreeMap;

use crate::check::focus::{self, Matter};
use crate::check::identity::Identity;
use crate::check::options::Options;
use crate::check::{Case, Report};
use crate::ledger::Ledger;
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Level};

/// The parts of a ledger that are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// The findings.
    pub findings: Vec<Kept>,
    /// The stand of a root on a proposition, by canonical text (with the value, if any) and root, where it holds one
    /// sign and not the other.
    pub standing: BTreeMap<(String, String), Stand>,
    /// The number of statements.
    pub statements: usize,
}

/// A finding kept for comparison, without the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The facts by which it is the same in another ledger.
    pub identity: Identity,
    /// The family.
    pub family: Family,
    /// The level.
    pub level: Level,
    /// The proposition, in canonical text.
    pub proposition: Option<String>,
    /// The proposition or subject in words.
    pub reading: String,
    /// The same as a question.
    pub question: String,
    /// The names of its roots, in the order of their ids.
    pub names: Vec<String>,
    /// The ids of its statements, sorted.
    pub statements: Vec<String>,
    /// The message.
    pub message: String,
    /// The reason for which an editor holds it to be no contradiction; none where nobody does.
    pub reconciled: Option<String>,
    /// True when an editor has seen and accepted it.
    pub accepted: bool,
    /// True when it is folded into another.
    pub folded: bool,
    /// The first place to look at: `file:line`.
    pub place: Option<String>,
}

impl Kept {
    /// True when it says the same as another of its identity: the same level, statements, roots and settlement, and
    /// both or neither are folded.
    #[must_use]
    pub fn alike(&self, other: &Self) -> bool {
        self.level == other.level
            && self.statements == other.statements
            && self.identity.roots == other.identity.roots
            && self.reconciled == other.reconciled
            && self.accepted == other.accepted
            && self.folded == other.folded
    }

    /// True when it counts: not reconciled, not accepted, not folded into another.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.reconciled.is_none() && !self.accepted && !self.folded
    }
}

/// The stand of a root on a proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The side.
    pub sign: Sign,
    /// The root's name.
    pub name: String,
    /// Its position in words, to be read after its name.
    pub says: String,
    /// True when it is said in so many words, and not only by definition.
    pub stated: bool,
    /// The statements on which it rests, by date: id, date in words.
    pub statements: Vec<(String, String)>,
}

/// The parts of a case that are compared.
#[must_use]
pub fn snapshot(case: &Case) -> Snapshot {
    let reasoned = case.reason();
    taken(&reasoned.reasoning, &reasoned.report(), case.options())
}

/// The parts of a ledger that was reasoned over, with these findings and by these options, that are compared.
#[must_use]
pub fn taken(reasoning: &Reasoning<'_>, report: &Report<'_>, options: &Options) -> Snapshot {
    Snapshot {
        findings: report.findings.iter().map(|finding| found(report.ledger, finding)).collect(),
        standing: standing(reasoning, options),
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

/// The stand of each root in so many words or by definition, where it is on one side only; hearsay is left out.
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
            let value = hold
                .value(ledger)
                .map_or(String::new(), |value| format!(" = {}", words::value_text(ledger, value)));
            let root = ledger.party(hold.root);
            let stand = Stand {
                sign: hold.sign(),
                name: root.name.clone(),
                says: words::says(
                    ledger,
                    words::party_number(ledger, hold.root),
                    position.stance,
                    &base,
                    position.value(ledger),
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

/// The stands of one root as one, in so many words before by definition; none where it is on both sides.
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
