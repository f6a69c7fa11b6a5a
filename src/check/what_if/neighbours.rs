//! The positions that a link could touch, so that what hangs on it is looked for only there.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::reason::Reasoning;
use crate::reason::position::PositionId;

/// The positions that name each party and event, to look only at those that a link can touch.
#[derive(Debug, Default)]
pub struct Neighbours {
    naming: FxHashMap<(ArgumentKind, Argument), Vec<PositionId>>,
    /// For each party, the positions that tie it to other parties and name no event.
    ties: FxHashMap<Argument, Vec<PositionId>>,
}

impl Neighbours {
    /// Indexes all positions by the parties and events that they name.
    #[must_use]
    pub fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut neighbours = Self::default();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            let proposition = reasoning.propositions.get(position.proposition);
            let tie = named(reasoning, &proposition).all(|(kind, _)| kind == ArgumentKind::Party);
            for key in named(reasoning, &proposition) {
                neighbours.naming.entry(key).or_default().push(id);
                if tie {
                    neighbours.ties.entry(key.1).or_default().push(id);
                }
            }
        }
        neighbours
    }

    /// The positions that name a party or event of a proposition, and those that tie the parties of these positions to
    /// others; none where there are more than `most`. At most a few times `most` are looked at.
    #[must_use]
    pub fn of(
        &self,
        reasoning: &Reasoning<'_>,
        proposition: &Proposition,
        most: usize,
    ) -> Option<Vec<PositionId>> {
        let mut found: BTreeSet<PositionId> = BTreeSet::new();
        for key in named(reasoning, proposition) {
            extend(&mut found, self.naming.get(&key), most)?;
        }
        let parties: BTreeSet<Argument> = found
            .iter()
            .flat_map(|id| named(reasoning, &reasoning.propositions.get(reasoning.position(*id).proposition)))
            .filter(|(kind, _)| *kind == ArgumentKind::Party)
            .map(|(_, party)| party)
            .collect();
        for party in parties {
            extend(&mut found, self.ties.get(&party), most)?;
        }
        Some(found.into_iter().collect())
    }
}

/// Adds positions; none where there would be more than `most`.
fn extend(found: &mut BTreeSet<PositionId>, more: Option<&Vec<PositionId>>, most: usize) -> Option<()> {
    let more = more.map_or(&[][..], Vec::as_slice);
    if more.len() > most {
        return None;
    }
    found.extend(more);
    (found.len() <= most).then_some(())
}

/// The parties and events that a proposition names.
fn named<'r>(
    reasoning: &'r Reasoning<'_>,
    proposition: &Proposition,
) -> impl Iterator<Item = (ArgumentKind, Argument)> + use<'r> {
    let kinds = &reasoning.ledger.vocabulary.get(proposition.predicate).arguments;
    let arguments: Vec<Argument> = proposition.arguments().to_vec();
    kinds
        .iter()
        .map(|(kind, _)| *kind)
        .zip(arguments)
        .filter(|(kind, _)| matches!(kind, ArgumentKind::Party | ArgumentKind::Event))
}
