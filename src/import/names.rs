//! Who or what a name in a sheet is: somebody on file, somebody new, or one of those alike, which a person must say.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mapping::Named;
use super::spellings::Spellings;
use crate::entry::pick::{self, Candidate, Found};
use crate::ledger::Ledger;
use crate::ledger::ids;
use crate::ledger::model::entity::Entity;
use crate::read::{fields, singular};
use crate::text::folded;

/// Names are put under the first letters of their words, and compared with those that share some.
const LETTERS: usize = 3;

/// The names of all lists.
pub struct Names<'l> {
    ledger: &'l Ledger,
    /// The file of the records that this sheet made before: they are made again, and so found again.
    own: &'l str,
    lists: FxHashMap<&'static str, Known>,
    /// What a person has said.
    answers: FxHashMap<(&'static str, String), Option<String>>,
    /// Names that only a person can place.
    pub open: BTreeMap<(&'static str, String), Vec<Candidate>>,
    /// The names that were new, in order.
    new: Vec<New>,
}

/// A name that was new.
struct New {
    list: &'static str,
    /// Its id without a number, and with it.
    base: String,
    id: String,
    /// It as names are compared.
    name: String,
}

/// A name that only a person can place.
#[derive(Clone)]
pub struct Open {
    /// Its list.
    pub list: &'static str,
    /// The name, as the sheet has it.
    pub name: String,
    /// Those that are alike: on file, or new in the sheet before it.
    pub alike: Vec<Candidate>,
}

/// The names of a list.
struct Known {
    ids: FxHashSet<String>,
    candidates: Vec<Candidate>,
    /// The candidates by the beginnings of their words.
    beginnings: FxHashMap<String, Vec<usize>>,
    /// Whose name it is, for each name on file; none where it is that of several.
    exact: FxHashMap<String, Option<String>>,
    /// Names that were new, with the ids that they got.
    made: FxHashMap<String, String>,
    /// The same names, by how they may be misspelt.
    spellings: Spellings,
    /// The last number that was put behind an id.
    numbers: FxHashMap<String, u32>,
}

/// What a name is.
pub enum Placed {
    /// It is on file, or was new before: its id.
    Known(String),
    /// It is new: the id that it gets.
    New(String),
}

impl<'l> Names<'l> {
    /// The names of a ledger but for those of a file, with what a person has said.
    #[must_use]
    pub fn new(ledger: &'l Ledger, own: &'l str, answers: &[Named]) -> Self {
        let answers = answers.iter().map(|it| ((it.list, folded::name(&it.name)), it.id.clone())).collect();
        Self { ledger, own, lists: FxHashMap::default(), answers, open: BTreeMap::new(), new: Vec::new() }
    }

    /// What a name in a list is. Where it is `coded`, as A1 and A2 are, it is not compared with those that were new before.
    ///
    /// # Errors
    /// Why only a person can say that.
    pub fn find(&mut self, list: &'static str, name: &str, coded: bool) -> Result<Placed, String> {
        let text = name.trim();
        let folded = folded::name(text);
        let (ledger, own) = (self.ledger, self.own);
        let known = self.lists.entry(list).or_insert_with(|| Known::of(ledger, list, own));
        let answer = self.answers.get(&(list, folded.clone()));
        if let Some(Some(id)) = answer {
            return Ok(Placed::Known(id.clone()));
        }
        if let Some(id) = known.made.get(&folded) {
            return Ok(Placed::Known(id.clone()));
        }
        if answer.is_none() {
            if known.ids.contains(text) {
                return Ok(Placed::Known(text.to_owned()));
            }
            if let Some(Some(id)) = known.exact.get(&folded) {
                return Ok(Placed::Known(id.clone()));
            }
            let alike = known.alike(&folded, text);
            if !alike.is_empty() {
                let first = alike[0].shown.clone();
                self.open.insert((list, text.to_owned()), alike);
                return Err(format!(
                    "“{text}” may be {first}, which is on file; say under `names` who or what it is"
                ));
            }
            if let Some(other) = known.spellings.like(&folded).filter(|_| !coded)
                && let Some(id) = known.made.get(other)
            {
                let shown = format!("{other} ({id}), new in this sheet");
                self.open.insert((list, text.to_owned()), vec![Candidate::new(id, shown)]);
                return Err(format!(
                    "“{text}” may be “{other}”, which is new in a row before; say under `names` whether it is `{id}` or `new`"
                ));
            }
        }
        if list == "statements" {
            return Err(format!("“{text}” is no statement on file"));
        }
        let id = known.name(list, text);
        known.made.insert(folded.clone(), id.clone());
        if !coded {
            known.spellings.add(&folded);
        }
        self.new.push(New { list, base: ids::made(singular(list), text), name: folded, id: id.clone() });
        Ok(Placed::New(id))
    }

    /// How many names were new so far.
    #[must_use]
    pub fn mark(&self) -> usize {
        self.new.len()
    }

    /// Forgets the names that were new since a mark: nothing that is made has them.
    pub fn back_to(&mut self, mark: usize) {
        for new in self.new.drain(mark.min(self.new.len())..).rev() {
            if let Some(known) = self.lists.get_mut(new.list) {
                known.made.remove(&new.name);
                known.ids.remove(&new.id);
                if let Some(number) = known.numbers.get_mut(&new.base) {
                    *number = number.saturating_sub(1);
                }
            }
        }
    }

    /// An id that no record of a list has; without a number where that can be.
    pub fn free(&mut self, list: &'static str, words: &str) -> String {
        let (ledger, own) = (self.ledger, self.own);
        self.lists.entry(list).or_insert_with(|| Known::of(ledger, list, own)).name(list, words)
    }
}

impl Known {
    fn of(ledger: &Ledger, list: &'static str, own: &str) -> Self {
        fn ids<T: Entity>(ledger: &Ledger, rows: &crate::ledger::Table<T>, own: &str) -> FxHashSet<String> {
            let other = |id: &&str| {
                let row = rows.find(id).map(|at| rows.at(at));
                row.is_some_and(|row| ledger.texts.file(row.span().file).path != own)
            };
            rows.ids().filter(other).map(str::to_owned).collect()
        }
        let ids = match list {
            "parties" => ids(ledger, &ledger.parties, own),
            "places" => ids(ledger, &ledger.places, own),
            "topics" => ids(ledger, &ledger.topics, own),
            "events" => ids(ledger, &ledger.events, own),
            "sources" => ids(ledger, &ledger.sources, own),
            _ => ids(ledger, &ledger.statements, own),
        };
        let mut candidates =
            if list == "statements" { Vec::new() } else { pick::candidates(ledger, &[list]) };
        candidates.retain(|it| ids.contains(&it.id));
        let mut exact: FxHashMap<String, Option<String>> = FxHashMap::default();
        let mut beginnings: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, candidate) in candidates.iter().enumerate() {
            for name in candidate.names() {
                let id = Some(candidate.id.clone());
                exact
                    .entry(name.clone())
                    .and_modify(|other| *other = other.clone().filter(|it| id.as_ref() == Some(it)))
                    .or_insert_with(|| id.clone());
                for beginning in beginnings_of(name) {
                    let places = beginnings.entry(beginning).or_default();
                    if places.last() != Some(&at) {
                        places.push(at);
                    }
                }
            }
        }
        Self {
            ids,
            candidates,
            beginnings,
            exact,
            made: FxHashMap::default(),
            spellings: Spellings::default(),
            numbers: FxHashMap::default(),
        }
    }

    /// Those on file that may be meant.
    fn alike(&self, folded: &str, text: &str) -> Vec<Candidate> {
        let mut near: Vec<usize> =
            beginnings_of(folded).filter_map(|it| self.beginnings.get(&it)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let near = near.into_iter().map(|at| &self.candidates[at]).filter(|it| pick::may_be(it, text));
        match pick::matching(near.cloned().collect(), text) {
            Found::One(only) => vec![only],
            Found::Maybe(some) => some,
        }
    }

    fn name(&mut self, list: &str, words: &str) -> String {
        let base = ids::made(singular(list), words);
        loop {
            let number = self.numbers.entry(base.clone()).or_insert(0);
            *number += 1;
            let id = if *number == 1 { base.clone() } else { format!("{base}-{number}") };
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn beginnings_of(name: &str) -> impl Iterator<Item = String> + '_ {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LETTERS).collect())
}

/// The list of that name, as the table of fields has it.
#[must_use]
pub fn list_of(name: &str) -> &'static str {
    fields::list(name).map_or("parties", |list| list.name)
}
