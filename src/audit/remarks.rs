//! What else is to be said of quotations that are on file: cuts made good by the draft's own words, denials that were
//! none, other days, words withdrawn since, translations, two renderings of the same words.

use super::Draft;
use super::Quoted;
use crate::ledger::Ledger;

/// Adds the remarks.
pub fn add(_ledger: &Ledger, _draft: &Draft<'_>, _quotes: &mut [Quoted]) {}
