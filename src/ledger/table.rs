//! Records of one kind, found by id.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::model::entity::Entity;

/// Records of one kind, found by id.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<T>,
    /// A slot for each row, at the hash of its id or at the first free one behind; at least half of all are free. The ids
    /// themselves stand in the rows alone.
    slots: Vec<Slot>,
}

/// A part of the hash of an id, and the place of its row; `FREE` where there is none.
#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    place: u32,
}

const FREE: Slot = Slot { hash: 0, place: u32::MAX };

/// Number of slots of an empty table. Always a power of two.
const FEWEST: usize = 16;

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), slots: vec![FREE; FEWEST] }
    }
}

impl<T: Entity> Table<T> {
    /// Adds a record under its id; of two with one id the first is found.
    pub fn add(&mut self, row: T) -> usize {
        if self.slots.len() < (self.rows.len() + 1) * 2 {
            self.grow();
        }
        let at = self.rows.len();
        self.rows.push(row);
        self.enter(at);
        at
    }

    /// Place in the table of the record with that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        let (slot, _) = self.slot(id);
        Some(self.slots[slot]).filter(|slot| slot.place != FREE.place).map(|slot| slot.place as usize)
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(Entity::id)
    }

    /// The index of the slot of an id, or of the free one that it would take, and the part of its hash that is kept.
    fn slot(&self, id: &str) -> (usize, u32) {
        let [a, b, c, d, low @ ..] = FxBuildHasher.hash_one(id).to_be_bytes();
        let (hash, low) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes(low));
        let mask = self.slots.len() - 1;
        let mut at = (low ^ hash.rotate_left(16)) as usize & mask;
        loop {
            let slot = self.slots[at];
            let free = slot.place == FREE.place;
            if free || slot.hash == hash && self.rows[slot.place as usize].id() == id {
                return (at, hash);
            }
            at = (at + 1) & mask;
        }
    }

    /// Enters a row into its slot, where no other row has its id.
    fn enter(&mut self, at: usize) {
        let (slot, hash) = self.slot(self.rows[at].id());
        if self.slots[slot].place == FREE.place {
            self.slots[slot] = Slot { hash, place: u32::try_from(at).unwrap_or(FREE.place - 1) };
        }
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; self.slots.len() * 2];
        for at in 0..self.rows.len() {
            self.enter(at);
        }
    }
}

impl<T> Table<T> {
    /// The record at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> &T {
        &self.rows[place]
    }

    /// The record at a place, to be filled in. Its id stays what it is.
    pub fn at_mut(&mut self, place: usize) -> &mut T {
        &mut self.rows[place]
    }

    /// All records, in the order read.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<'t, T> IntoIterator for &'t Table<T> {
    type Item = &'t T;
    type IntoIter = std::slice::Iter<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::model::place::Topic;
    use crate::text::{FileId, Span};

    #[test]
    fn each_is_found_by_its_id_and_the_first_of_two_alike() {
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let mut table = Table::default();
        for at in 0..5_000 {
            assert_eq!(table.add(Topic::named(&format!("topic-{at}"), span)), at);
        }
        table.add(Topic::named("topic-7", span));
        for at in 0..5_000 {
            assert_eq!(table.find(&format!("topic-{at}")), Some(at));
        }
        assert_eq!((table.find("topic-5000"), table.find(""), table.len()), (None, None, 5_001));
    }
}
