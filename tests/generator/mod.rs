//! Seeded generators of ledgers that nobody wrote: small and dense for the laws, large and realistic for the clock.
//! One seed gives one ledger, on every machine.
#![allow(dead_code, missing_docs, clippy::unused_self)] // included by several targets, none of which uses all of it

pub mod large;
pub mod seeded;
pub mod small;
