//! Parties and topics that an article names and the ledger does not have, each proposed once.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::Ledger;
use crate::ledger::ids;

/// A record that is not on file.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// The name of its list.
    pub list: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The word for its kind; none where the article does not say.
    pub kind: Option<&'static str>,
    /// The office of a person.
    pub title: Option<String>,
    /// The id of the party that it is part of.
    pub part_of: Option<String>,
    /// The bytes of the words that name it first.
    pub words: Range<usize>,
}

/// Those of an article.
#[derive(Debug)]
pub struct Newcomers<'l> {
    ledger: &'l Ledger,
    /// In the order in which they are named.
    pub all: Vec<Newcomer>,
    names: FxHashMap<(&'static str, String), usize>,
    ids: FxHashSet<String>,
}

impl<'l> Newcomers<'l> {
    /// None yet.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        Self { ledger, all: Vec::new(), names: FxHashMap::default(), ids: FxHashSet::default() }
    }

    /// The place of whoever or whatever bears a name, which is added where it is new.
    pub fn named(&mut self, list: &'static str, name: &str, words: Range<usize>) -> usize {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(&name);
        let key = (list, plain.to_lowercase());
        if let Some(at) = self.names.get(&key) {
            return *at;
        }
        // "Dahl" behind "Ben Dahl" is nobody new.
        if !plain.contains(' ') {
            let family = |one: &Newcomer| {
                one.list == list && one.name.rsplit_once(' ').is_some_and(|(_, last)| last == plain)
            };
            if let Some(at) = self.all.iter().position(family) {
                return at;
            }
        }
        let id = self.free(list, plain);
        self.all.push(Newcomer {
            list,
            id: id.clone(),
            name: plain.to_owned(),
            kind: None,
            title: None,
            part_of: None,
            words,
        });
        self.ids.insert(id);
        self.names.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }

    fn free(&self, list: &str, name: &str) -> String {
        let base = ids::made(crate::read::singular(list), name);
        let taken = |id: &String| self.ids.contains(id) || crate::read::find(self.ledger, list, id).is_some();
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(base)
    }
}
