//! Who speaks of what a link could touch, so that what hangs on it is looked for only there.

use std::collections::{BTreeSet, HashMap};

use crate::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::reason::Reasoning;
use crate::reason::position::PositionId;

/// Which positions name which parties and events; to look only at what a link can touch.
#[derive(Debug, Default)]
pub struct Neighbours {
    naming: HashMap<(ArgumentKind, Argument), Vec<PositionId>>,
}

impl Neighbours {
    /// Reads off all positions what they name.
    #[must_use]
    pub fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut neighbours = Self::default();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            for key in named(reasoning, &reasoning.propositions.get(position.proposition)) {
                neighbours.naming.entry(key).or_default().push(id);
            }
        }
        neighbours
    }

    /// The positions that name what a proposition names, and those that tie the parties named there to others;
    /// nothing where there are more than `most`.
    #[must_use]
    pub fn of(
        &self,
        reasoning: &Reasoning<'_>,
        proposition: &Proposition,
        most: usize,
    ) -> Option<Vec<PositionId>> {
        let mut found: BTreeSet<PositionId> = BTreeSet::new();
        for key in named(reasoning, proposition) {
            found.extend(self.naming.get(&key).into_iter().flatten());
            if found.len() > most {
                return None;
            }
        }
        let parties: BTreeSet<(ArgumentKind, Argument)> = found
            .iter()
            .flat_map(|id| named(reasoning, &reasoning.propositions.get(reasoning.position(*id).proposition)))
            .filter(|(kind, _)| *kind == ArgumentKind::Party)
            .collect();
        for key in parties {
            for id in self.naming.get(&key).into_iter().flatten() {
                let proposition = reasoning.propositions.get(reasoning.position(*id).proposition);
                if named(reasoning, &proposition).all(|(kind, _)| kind == ArgumentKind::Party) {
                    found.insert(*id);
                }
            }
            if found.len() > most {
                return None;
            }
        }
        Some(found.into_iter().collect())
    }
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
