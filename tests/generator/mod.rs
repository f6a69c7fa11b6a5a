//! Seeded generators of ledgers that nobody wrote: small and dense for the laws, large and realistic for the clock.
//! One seed gives one ledger, on every machine.
#![allow(dead_code, missing_docs)] // included by several targets, none of which uses all of it
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // the numbers of a generator are small
#![allow(clippy::unused_self)] // a method belongs to the ledger being written

pub mod contested;
pub mod crowds;
pub mod large;
pub mod messy;
pub mod open;
pub mod seeded;
pub mod small;
