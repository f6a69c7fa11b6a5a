//! How a link stands: documented, corroborated, undisputed or unverified, on whose word, and who has a stake in it.

use std::collections::{BTreeMap, BTreeSet};

use super::Reasoning;
use super::acts::{self, Act};
use super::few::Few;
use super::origins;
use super::position::Hold;
use super::stakes::blame;
pub use super::stakes::{Stake, Stakes};
use super::values::related;
use crate::ledger::model::id::{EventId, PartyId, PropositionId, SourceId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::model::stance::{Sign, Stance};

/// The grade to which a link is borne out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Somebody asserts it with evidence that an outlet with no stake published.
    Documented,
    /// Enough parties with no stake assert it with certainty, each on its own knowledge.
    Corroborated,
    /// The accused says so of itself, another party says so too, and nobody denies or doubts it.
    Undisputed,
    /// None of these.
    #[default]
    Unverified,
}

impl Grade {
    /// The word in reports and in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Corroborated => "corroborated",
            Self::Undisputed => "undisputed",
            Self::Unverified => "unverified",
        }
    }
}

/// A party with no stake that asserts a link on its own knowledge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Witness {
    /// The party.
    pub root: PartyId,
    /// The roots on whose word we have it: the party's own or, where its speaker is unnamed, of whoever carried it.
    pub origin: BTreeSet<PartyId>,
    /// The statement.
    pub statement: StatementId,
}

/// How a link stands, on whose word and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The grade to which it is borne out.
    pub grade: Grade,
    /// True when the link is blame, which nothing can bear out.
    pub blame: bool,
    /// Witnesses of whom no two share a root or an origin, as many as can be chosen.
    pub witnesses: Vec<Witness>,
    /// Statements that assert it with evidence from an outlet with no stake, each with that evidence.
    pub documents: BTreeSet<(StatementId, SourceId)>,
    /// The accused roots that assert it of themselves.
    pub admitted: BTreeSet<PartyId>,
    /// Roots with no stake that deny or doubt it, hearsay not counted.
    pub against: BTreeSet<PartyId>,
    /// Roots that assert or suggest it and have a stake in it, each with the reason.
    pub interested: BTreeMap<PartyId, Stake>,
}

impl Standing {
    /// True when the link is documented, corroborated or undisputed.
    #[must_use]
    pub fn borne_out(&self) -> bool {
        self.grade != Grade::Unverified
    }
}

impl Stakes {
    /// How a link stands.
    #[must_use]
    pub fn standing(&self, reasoning: &Reasoning<'_>, id: PropositionId) -> Standing {
        let ledger = reasoning.ledger;
        let proposition = reasoning.propositions.get(id);
        let mut known: BTreeMap<PartyId, Option<Stake>> = BTreeMap::new();
        let mut stake = |root: PartyId| {
            known.entry(root).or_insert_with(|| self.stake(reasoning, root, &proposition)).clone()
        };
        let mut standing =
            Standing { blame: blame(ledger.vocabulary.get(proposition.predicate)), ..Standing::default() };
        let opposed: BTreeSet<PartyId> = reasoning.against(id).map(|hold| hold.root).collect();
        // A denial that we have by hearsay only does not disqualify a witness.
        let own = |hold: &&Hold| !reasoning.position(hold.base).hearsay;
        let denying: BTreeSet<PartyId> = reasoning.against(id).filter(own).map(|hold| hold.root).collect();
        let mut witnesses: Vec<Witness> = Vec::new();
        let mut others = BTreeSet::new();
        let plus = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus);
        for hold in plus {
            let position = reasoning.position(hold.base);
            let own = stake(hold.root);
            if hold.stance == Stance::Asserts && !position.hearsay && !position.disputed {
                let documented = documents(reasoning, hold, |outlet| stake(outlet).is_some());
                standing.documents.extend(documented);
                if claims(reasoning, &proposition, hold) {
                    standing.admitted.insert(hold.root);
                } else {
                    others.insert(hold.root);
                }
                if own.is_none() && !denying.contains(&hold.root) {
                    witnesses.extend(witness(reasoning, hold, |root| stake(root).is_some()));
                }
            }
            if let Some(own) = own {
                standing.interested.insert(hold.root, own);
            }
        }
        for hold in reasoning.against(id) {
            if !reasoning.position(hold.base).hearsay && stake(hold.root).is_none() {
                standing.against.insert(hold.root);
            }
        }
        // A relative of the accused is no other party, and neither is an unknown speaker.
        let accused: BTreeSet<PartyId> = standing
            .admitted
            .iter()
            .flat_map(|root| [*root, origins::origin(ledger, *root, &reasoning.latest())])
            .collect();
        others.retain(|root| {
            let origin = origins::origin(ledger, *root, &reasoning.latest());
            let kin = accused.iter().any(|party| related(ledger, *party, *root));
            !accused.contains(&origin) && !kin && Some(*root) != ledger.unknown()
        });
        standing.witnesses = apart(witnesses);
        let enough = ledger.settings.verify_origins;
        standing.grade = match () {
            () if standing.blame => Grade::Unverified,
            () if !standing.documents.is_empty() => Grade::Documented,
            () if standing.witnesses.len() >= enough => Grade::Corroborated,
            () if !standing.admitted.is_empty() && !others.is_empty() && opposed.is_empty() => {
                Grade::Undisputed
            }
            () => Grade::Unverified,
        };
        standing
    }
}

/// True when a hold asserts or suggests the proposition of its own root.
fn claims(reasoning: &Reasoning<'_>, proposition: &Proposition, hold: &Hold) -> bool {
    let on = reasoning.position(hold.base).date;
    acts::act(reasoning.ledger, proposition, hold.root, hold.stance, &on) == Some(Act::Claim)
}

/// The evidence of a hold's statement that an outlet with no stake published, without the statement's own source.
fn documents(
    reasoning: &Reasoning<'_>,
    hold: &Hold,
    mut interested: impl FnMut(PartyId) -> bool,
) -> Vec<(StatementId, SourceId)> {
    let ledger = reasoning.ledger;
    let id = reasoning.position(hold.base).statement;
    let statement = ledger.statement(id);
    let mut borne_out = |source: &&SourceId| {
        let outlet = ledger.source(**source).outlet.filter(|_| Some(**source) != statement.source);
        outlet.is_some_and(|outlet| {
            !interested(outlet) && !interested(origins::origin(ledger, outlet, &statement.date))
        })
    };
    statement.evidence.iter().filter(|source| borne_out(source)).map(|source| (id, *source)).collect()
}

/// The witness that a hold makes. None where its statement rests on another's word, where an outlet gives no evidence,
/// or where one of the roots on whose word it rests has a stake.
fn witness(
    reasoning: &Reasoning<'_>,
    hold: &Hold,
    interested: impl FnMut(PartyId) -> bool,
) -> Option<Witness> {
    let ledger = reasoning.ledger;
    let position = reasoning.position(hold.base);
    let statement = ledger.statement(position.statement);
    let origin = reasoning.origins(position.statement);
    let own = origins::origin(ledger, hold.root, &position.date);
    let rests_on_itself = origin.contains(&own) || statement.citing.is_empty();
    let outlet = ledger.party(hold.root).kind == PartyKind::Outlet;
    let sound = rests_on_itself && !origin.is_empty() && !(outlet && statement.evidence.is_empty());
    let free = !origin.iter().copied().any(interested);
    (sound && free).then(|| Witness {
        root: hold.root,
        origin: origin.clone(),
        statement: position.statement,
    })
}

/// Upper bound on witnesses compared in every combination; of more, each is taken that fits those before it.
const MOST_WEIGHED: usize = 12;

/// The most witnesses that can be chosen so that no two share a root or an origin.
fn apart(mut witnesses: Vec<Witness>) -> Vec<Witness> {
    witnesses.sort_by(|a, b| (a.origin.len(), a).cmp(&(b.origin.len(), b)));
    witnesses.dedup_by(|a, b| (a.root, &a.origin) == (b.root, &b.origin));
    let most = if witnesses.len() <= MOST_WEIGHED { usize::MAX } else { 0 };
    chosen(&witnesses, most).into_iter().cloned().collect()
}

/// A choice of witnesses that fit one another: the largest, or the first to be found where `branches` is 0.
fn chosen(witnesses: &[Witness], branches: usize) -> Vec<&Witness> {
    let Some((first, rest)) = witnesses.split_first() else { return Vec::new() };
    let fits = |other: &&Witness| other.root != first.root && other.origin.is_disjoint(&first.origin);
    let left: Vec<Witness> = rest.iter().filter(fits).cloned().collect();
    let kept: BTreeSet<&Witness> = chosen(&left, branches).into_iter().collect();
    let mut with: Vec<&Witness> = vec![first];
    with.extend(rest.iter().filter(|other| kept.contains(other)));
    if left.len() == rest.len() || branches == 0 {
        return with;
    }
    let without = chosen(rest, branches);
    if without.len() > with.len() { without } else { with }
}

/// The events that a proposition names.
#[must_use]
pub fn events(reasoning: &Reasoning<'_>, proposition: &Proposition) -> Few<EventId> {
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let places = predicate.places_of(ArgumentKind::Event);
    places.filter_map(|at| predicate.event(proposition, at)).collect()
}

/// The parties that a proposition names.
#[must_use]
pub fn parties(reasoning: &Reasoning<'_>, proposition: &Proposition) -> Few<PartyId> {
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let places = predicate.places_of(ArgumentKind::Party);
    places.filter_map(|at| predicate.party(proposition, at)).collect()
}
