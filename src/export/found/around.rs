//! The statements around findings, chosen by the columns: those on which they rest, and those by which the words of a rule
//! may be others. So a store of which only a part fits into memory can be asked for the words of some findings.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Fault, Written};
use crate::export::columns::number;

/// The columns of an export: calls what is given with each row of a table, of which the columns named are taken; an open
/// field is none. Fails where the table cannot be read.
pub type Columns<'c> = dyn Fn(&str, &[&str], &mut dyn FnMut(&[Option<i64>])) -> Result<(), Fault> + 'c;

/// What stands around findings.
#[derive(Default)]
pub struct Around {
    /// The statements.
    pub statements: FxHashSet<i64>,
    /// The files in which they stand, and those that hold other records; each with what it held.
    pub files: FxHashMap<i64, i64>,
    /// How much the export holds.
    pub counted: Counted,
}

/// How much an export holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// Files.
    pub files: usize,
    /// Statements.
    pub statements: usize,
    /// Roots that speak.
    pub parties: usize,
    /// Propositions of which anybody speaks.
    pub propositions: usize,
}

/// The propositions of an export, as far as choosing needs them.
#[derive(Default)]
struct Propositions {
    names_event: Vec<(i64, i64)>,
    names_party: Vec<(i64, i64)>,
    implied: Vec<(i64, i64)>,
    beside: Vec<(i64, i64)>,
    /// Propositions about a statement, each with it.
    about: Vec<(i64, i64)>,
    /// Attitudes, each with the proposition that stands for those of all parties.
    shared: Vec<(i64, i64)>,
    links: FxHashSet<i64>,
}

/// Chooses what stands around findings.
///
/// # Errors
/// A table cannot be read.
pub fn around(findings: &[Written], columns: &Columns<'_>) -> Result<Around, Fault> {
    let propositions = Propositions::read(columns)?;
    let found: FxHashSet<i64> =
        findings.iter().map(|written| number("proposition", &written.proposition)).collect();
    let mut wanted = propositions.around(&found);
    let mut around = Around::default();
    for written in findings {
        around.statements.extend(written.statements.iter().map(|statement| number("statement", statement)));
    }
    let spoken_of = propositions.about.iter().filter(|(on, _)| found.contains(on));
    around.statements.extend(spoken_of.map(|(_, statement)| *statement));
    let further = further(columns, &wanted, &mut around.statements)?;
    let ties = ties(columns)?;
    loop {
        around.speaking(columns, &wanted, &further)?;
        close(&ties, &mut around.statements);
        // What is said of the words of those that came in.
        let before = wanted.len();
        let of_words = propositions.about.iter().filter(|(_, of)| around.statements.contains(of));
        wanted.extend(of_words.map(|(on, _)| *on));
        if wanted.len() == before {
            break;
        }
    }
    around.places(columns)?;
    Ok(around)
}

impl Propositions {
    fn read(columns: &Columns<'_>) -> Result<Self, Fault> {
        let mut all = Self::default();
        let pairs = |table: &str, names: &[&str], into: &mut Vec<(i64, i64)>| {
            columns(table, names, &mut |row| {
                if let [Some(a), Some(b)] = row[..2] {
                    into.push((a, b));
                }
            })
        };
        pairs("names_event", &["proposition", "event"], &mut all.names_event)?;
        pairs("names_party", &["proposition", "party"], &mut all.names_party)?;
        pairs("implied", &["proposition", "consequence"], &mut all.implied)?;
        pairs("opposite", &["one", "other"], &mut all.beside)?;
        pairs("counted_in", &["part", "whole"], &mut all.beside)?;
        pairs("proposition", &["id", "about"], &mut all.about)?;
        pairs("proposition", &["id", "shared"], &mut all.shared)?;
        columns("proposition", &["id", "link"], &mut |row| {
            if let [Some(proposition), Some(1)] = row[..2] {
                all.links.insert(proposition);
            }
        })?;
        all.names_event.sort_unstable();
        all.names_event.dedup();
        Ok(all)
    }

    /// The propositions by which what is found on others may be worded otherwise.
    fn around(&self, found: &FxHashSet<i64>) -> FxHashSet<i64> {
        let mut asked = found.clone();
        asked.extend(firsts(&self.shared, |shared| found.contains(&shared)));
        let mut wanted = asked.clone();
        wanted.extend(seconds(&self.implied, |from| asked.contains(&from)));
        let beside: Vec<i64> = seconds(&self.beside, |one| wanted.contains(&one))
            .chain(firsts(&self.beside, |other| wanted.contains(&other)))
            .collect();
        wanted.extend(beside);
        let implying: Vec<i64> = firsts(&self.implied, |to| wanted.contains(&to)).collect();
        wanted.extend(implying);
        let events = self.events(&asked);
        wanted.extend(firsts(&self.names_event, |event| events.contains(&event)));
        // A link is judged by all that is said of the parties that it names.
        let links = |proposition: i64| asked.contains(&proposition) && self.links.contains(&proposition);
        let named: FxHashSet<i64> = seconds(&self.names_party, links).collect();
        wanted.extend(firsts(&self.names_party, |party| named.contains(&party)));
        if !events.is_empty() || !named.is_empty() {
            // Who is tied to whom decides how words may be read, and what hangs on a link.
            let of_events: FxHashSet<i64> =
                self.names_event.iter().map(|(proposition, _)| *proposition).collect();
            let parties: FxHashSet<i64> =
                seconds(&self.names_party, |proposition| wanted.contains(&proposition)).collect();
            let ties = self
                .names_party
                .iter()
                .filter(|(proposition, party)| !of_events.contains(proposition) && parties.contains(party));
            wanted.extend(ties.map(|(proposition, _)| *proposition).collect::<Vec<_>>());
        }
        wanted
    }

    /// The events of some propositions, and those that anybody ties to them.
    fn events(&self, of: &FxHashSet<i64>) -> FxHashSet<i64> {
        let mut events: FxHashSet<i64> = seconds(&self.names_event, |on| of.contains(&on)).collect();
        let tying: Vec<&[(i64, i64)]> =
            self.names_event.chunk_by(|a, b| a.0 == b.0).filter(|one| one.len() > 1).collect();
        loop {
            let before = events.len();
            for tie in &tying {
                if tie.iter().any(|(_, event)| events.contains(event)) {
                    events.extend(tie.iter().map(|(_, event)| *event));
                }
            }
            if events.len() == before {
                return events;
            }
        }
    }
}

/// The first of each pair of which the second is wanted.
fn firsts(pairs: &[(i64, i64)], wanted: impl Fn(i64) -> bool) -> impl Iterator<Item = i64> {
    pairs.iter().filter(move |(_, second)| wanted(*second)).map(|(first, _)| *first)
}

/// The second of each pair of which the first is wanted.
fn seconds(pairs: &[(i64, i64)], wanted: impl Fn(i64) -> bool) -> impl Iterator<Item = i64> {
    pairs.iter().filter(move |(first, _)| wanted(*first)).map(|(_, second)| *second)
}

/// The positions from which what is wanted follows on a root's own further word; the further statements are added.
fn further(
    columns: &Columns<'_>,
    wanted: &FxHashSet<i64>,
    statements: &mut FxHashSet<i64>,
) -> Result<FxHashSet<i64>, Fault> {
    let (mut positions, mut holds) = (FxHashSet::default(), FxHashSet::default());
    columns("further", &["id", "position", "proposition"], &mut |row| {
        if let [Some(hold), Some(position), Some(proposition)] = row[..3]
            && wanted.contains(&proposition)
        {
            positions.insert(position);
            holds.insert(hold);
        }
    })?;
    columns("further_by", &["further", "statement"], &mut |row| {
        if let [Some(hold), Some(statement)] = row[..2]
            && holds.contains(&hold)
        {
            statements.insert(statement);
        }
    })?;
    Ok(positions)
}

/// Pairs of statements of which each may change what the other says.
fn ties(columns: &Columns<'_>) -> Result<Vec<(i64, i64)>, Fault> {
    let mut ties = Vec::new();
    for (table, names) in [("refers", ["statement", "other"]), ("reconciled", ["a", "b"])] {
        columns(table, &names, &mut |row| {
            if let [Some(a), Some(b)] = row[..2] {
                ties.push((a, b));
            }
        })?;
    }
    Ok(ties)
}

/// Adds the statements that are tied to those chosen, however far.
fn close(ties: &[(i64, i64)], statements: &mut FxHashSet<i64>) {
    loop {
        let before = statements.len();
        for (a, b) in ties {
            if statements.contains(a) != statements.contains(b) {
                statements.extend([*a, *b]);
            }
        }
        if statements.len() == before {
            return;
        }
    }
}

impl Around {
    /// Adds the statements with a position on a proposition that is wanted or from which such a one follows, and the latest
    /// of all, by whose day memberships are looked up.
    fn speaking(
        &mut self,
        columns: &Columns<'_>,
        wanted: &FxHashSet<i64>,
        further: &FxHashSet<i64>,
    ) -> Result<(), Fault> {
        let (mut roots, mut spoken) = (FxHashSet::default(), FxHashSet::default());
        let mut latest = [(None, 0); 2];
        let names = ["id", "statement", "root", "proposition", "starts", "ends", "instant"];
        columns("position", &names, &mut |row| {
            let [Some(own), Some(statement), Some(root), Some(proposition), starts, ends, instant] = row[..7]
            else {
                return;
            };
            roots.insert(root);
            spoken.insert(proposition);
            if wanted.contains(&proposition) || further.contains(&own) {
                self.statements.insert(statement);
            }
            for (kept, at) in latest.iter_mut().zip([(starts, instant), (ends, instant)]) {
                if Some(at) > kept.0 {
                    *kept = (Some(at), statement);
                }
            }
        })?;
        let known = latest.iter().filter(|(at, _)| at.is_some());
        self.statements.extend(known.map(|(_, statement)| *statement));
        (self.counted.parties, self.counted.propositions) = (roots.len(), spoken.len());
        Ok(())
    }

    /// Finds the files that are to be read, and counts.
    fn places(&mut self, columns: &Columns<'_>) -> Result<(), Fault> {
        let (mut all, mut holding) = (FxHashSet::default(), FxHashSet::default());
        columns("place", &["statement", "file"], &mut |row| {
            if let [Some(statement), Some(file)] = row[..2] {
                all.insert(statement);
                if self.statements.contains(&statement) {
                    holding.insert(file);
                }
            }
        })?;
        let mut files = FxHashSet::default();
        columns("file", &["id", "content", "others"], &mut |row| {
            if let [Some(file), Some(content), Some(others)] = row[..3] {
                files.insert(file);
                if others != 0 || holding.contains(&file) {
                    self.files.insert(file, content);
                }
            }
        })?;
        (self.counted.files, self.counted.statements) = (files.len(), all.len());
        Ok(())
    }
}
