//! Counts: statements, propositions, findings by family and level.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::ledger::model::id::SourceId;
use crate::ledger::roots;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Level};

/// The counts of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files of the store that were read.
    pub files: usize,
    /// Statements on file and sound.
    pub statements: usize,
    /// Roots that speak in them; parties that do not speak are not counted.
    pub parties: usize,
    /// Propositions of which anybody speaks.
    pub propositions: usize,
    /// Findings of the family `agreements`.
    pub agreements: usize,
    /// Findings of the family `contradictions`, without notes.
    pub contradictions: usize,
    /// Findings of the family `unverified-links`, without notes.
    pub unverified_links: usize,
    /// Notes among the contradictions and unverified links, which are not counted there.
    pub notes: usize,
    /// Findings at level error, of whichever family.
    pub errors: usize,
    /// Contradictions that an editor holds to be none.
    pub reconciled: usize,
    /// Findings of the family `records`, notes included.
    pub problems: usize,
    /// Quotes compared with an archived text.
    pub quotes_checked: usize,
    /// Quotes without an archived text.
    pub quotes_unchecked: usize,
}

/// The number of findings of each family and level, and of reconciled ones.
#[derive(Default)]
pub(super) struct Tally {
    counted: BTreeMap<(Family, Level), usize>,
    reconciled: usize,
}

impl Tally {
    /// Adds a finding.
    pub(super) fn add(&mut self, family: Family, level: Level, reconciled: bool) {
        if reconciled {
            self.reconciled += 1;
        } else {
            *self.counted.entry((family, level)).or_default() += 1;
        }
    }

    /// The number of findings of these families at these levels.
    fn of(&self, families: &[Family], levels: &[Level]) -> usize {
        let fits = |(family, level): &(Family, Level)| families.contains(family) && levels.contains(level);
        self.counted.iter().filter(|(key, _)| fits(key)).map(|(_, count)| count).sum()
    }

    /// The counts of a report with these findings.
    pub(super) fn counts(&self, reasoning: &Reasoning<'_>) -> Counts {
        const FIRM: [Level; 2] = [Level::Error, Level::Warning];
        const ALL: [Level; 3] = [Level::Error, Level::Warning, Level::Note];
        let ledger = reasoning.ledger;
        let sound = || ledger.said().map(|(_, statement)| statement);
        let quotes: usize = sound().map(|statement| statement.quote.len()).sum();
        let at_hand = |source: &SourceId| ledger.archives.contains_key(source);
        let checked = sound().filter(|statement| statement.source.as_ref().is_some_and(at_hand));
        let checked = checked.map(|statement| statement.quote.len()).sum();
        let mut spoken: Vec<_> = reasoning.positions.iter().map(|position| position.proposition).collect();
        spoken.par_sort_unstable();
        spoken.dedup();
        let roots: BTreeSet<_> = sound()
            .flat_map(|statement| {
                statement.by.iter().map(|party| roots::spoken_for(ledger, statement, *party))
            })
            .collect();
        Counts {
            files: ledger.files,
            statements: sound().count(),
            parties: roots.len(),
            propositions: spoken.len(),
            agreements: self.of(&[Family::Agreement], &ALL),
            contradictions: self.of(&[Family::Contradiction], &FIRM),
            unverified_links: self.of(&[Family::UnverifiedLink], &FIRM),
            notes: self.of(&[Family::Contradiction, Family::UnverifiedLink], &[Level::Note]),
            errors: self.of(&Family::ALL, &[Level::Error]),
            reconciled: self.reconciled,
            problems: self.of(&[Family::Record], &ALL),
            quotes_checked: checked,
            quotes_unchecked: quotes - checked,
        }
    }
}
