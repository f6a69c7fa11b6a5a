//! The findings of a ledger by rule and proposition: which of those of another ledger are among them, though somebody may
//! have joined or left.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::identity::in_common;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;
use crate::rules::Rule;
use crate::rules::finding::Finding;

/// The facts of a finding by which it is seen whether there was one like it.
pub(super) struct Facts {
    /// The rule and the proposition, in canonical text.
    subject: String,
    /// True when it is about a proposition.
    named: bool,
    /// The ids of its roots.
    roots: Roots,
}

/// The ids of roots.
type Roots = BTreeSet<String>;

impl Facts {
    /// The facts of a finding of a rule on a proposition that rests on these parties.
    pub(super) fn new(
        ledger: &Ledger,
        rule: &Rule,
        about: Option<&Proposition>,
        parties: &[PartyId],
    ) -> Self {
        let on = about.map(|about| words::canonical(ledger, about)).unwrap_or_default();
        let roots = parties.iter().map(|id| ledger.party(*id).id.clone()).collect();
        Self { subject: format!("{}\n{on}", rule.id), named: about.is_some(), roots }
    }

    /// The facts of a finding.
    pub(super) fn of(ledger: &Ledger, finding: &Finding) -> Self {
        Self::new(ledger, finding.rule, finding.about.as_ref(), &finding.parties)
    }
}

/// The findings of a ledger, by rule and proposition, each with its roots and how often there is one of these.
#[derive(Default)]
pub struct Kin(HashMap<String, BTreeMap<Roots, usize>>);

impl Kin {
    /// Those of a ledger.
    #[must_use]
    pub fn of(ledger: &Ledger, findings: &[Finding]) -> Self {
        let mut all = Self::default();
        for facts in findings.iter().map(|finding| Facts::of(ledger, finding)) {
            *all.0.entry(facts.subject).or_default().entry(facts.roots).or_default() += 1;
        }
        all
    }

    /// True when there is one of these very roots.
    pub(super) fn has(&self, facts: &Facts) -> bool {
        self.0.get(&facts.subject).is_some_and(|all| all.contains_key(&facts.roots))
    }

    /// For each finding of another ledger, whether it is among these, be it that somebody has joined or left. Each of these
    /// is one finding of the other: first of those that are `settled`, then of those with the same roots.
    pub(super) fn among(&self, settled: &[Facts], found: &[Facts]) -> Vec<bool> {
        let subjects: BTreeSet<&String> =
            found.iter().filter(|facts| facts.named).map(|facts| &facts.subject).collect();
        let own = subjects.into_iter().filter_map(|subject| Some((subject, self.0.get(subject)?.clone())));
        let mut left: HashMap<&String, BTreeMap<Roots, usize>> = own.collect();
        let mut alike =
            |facts: &Facts| left.get_mut(&facts.subject).is_some_and(|all| take(all, &facts.roots));
        for facts in settled {
            alike(facts);
        }
        let mut known: Vec<bool> = found.iter().map(&mut alike).collect();
        for (known, facts) in known.iter_mut().zip(found).filter(|(known, _)| !**known) {
            let Some(all) = left.get_mut(&facts.subject) else { continue };
            let most = all
                .keys()
                .filter_map(|roots| Some((in_common(roots.iter(), facts.roots.iter())?, roots.clone())));
            let most = most.max_by_key(|(common, _)| *common);
            *known = most.is_some_and(|(_, roots)| take(all, &roots));
        }
        known
    }

    /// The findings that are not among these, in their order; of a ledger that may be another.
    #[must_use]
    pub fn without(&self, ledger: &Ledger, findings: Vec<Finding>) -> Vec<Finding> {
        let facts: Vec<Facts> = findings.iter().map(|finding| Facts::of(ledger, finding)).collect();
        let among = self.among(&[], &facts);
        findings.into_iter().zip(among).filter(|(_, among)| !among).map(|(finding, _)| finding).collect()
    }
}

/// Takes out one of these very roots; false where there is none.
fn take(all: &mut BTreeMap<Roots, usize>, roots: &Roots) -> bool {
    let Some(left) = all.get_mut(roots) else { return false };
    *left -= 1;
    if *left == 0 {
        all.remove(roots);
    }
    true
}
