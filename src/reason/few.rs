//! The few records of one kind that a proposition names, kept in place: they are asked for at each hold.

use std::ops::Deref;

use crate::ledger::model::proposition::MOST_ARGUMENTS;

/// The few records of one kind that a proposition names, in the order of its arguments.
#[derive(Clone, Copy, Debug)]
pub struct Few<T> {
    all: [T; MOST_ARGUMENTS],
    count: usize,
}

impl<T: Copy + From<usize>> FromIterator<T> for Few<T> {
    /// The first of these, as many as a proposition has arguments.
    fn from_iter<I: IntoIterator<Item = T>>(named: I) -> Self {
        let mut few = Self { all: [T::from(0); MOST_ARGUMENTS], count: 0 };
        for (place, one) in few.all.iter_mut().zip(named) {
            *place = one;
            few.count += 1;
        }
        few
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all[..self.count]
    }
}

impl<T> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = std::iter::Take<std::array::IntoIter<T, MOST_ARGUMENTS>>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter().take(self.count)
    }
}
