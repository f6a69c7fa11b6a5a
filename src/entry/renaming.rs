//! An id exchanged in all files of a store: in its record, and wherever it is referred to.

use super::desk::Change;
use crate::ledger::Ledger;
use crate::read::Text;
use crate::write::edit::{self, Renaming};
use crate::write::store::Failure;

/// The new texts of the files in which an id stands, with the number of places in each; that of the record itself comes last, so
/// that whoever is stopped between two files can give the same command again.
///
/// # Errors
/// A file cannot be read whole, or not all places in it can be changed safely.
pub fn renamed(
    ledger: &Ledger,
    texts: &[Text],
    list: &str,
    old: &str,
    new: &str,
) -> Result<Vec<(Change, usize)>, Failure> {
    let renaming = Renaming { ledger, list, old, new };
    let mut found = Vec::new();
    for text in texts {
        let renamed = edit::rename(text.content.as_deref().unwrap_or_default(), &renaming);
        let renamed = renamed.map_err(|refused| Failure {
            message: format!("{}: {}", text.path, refused.message),
            help: refused.help,
        })?;
        if renamed.places > 0 {
            found.push((renamed.own, (text.path.clone(), renamed.text), renamed.places));
        }
    }
    found.sort_by_key(|(own, ..)| *own);
    Ok(found.into_iter().map(|(_, change, places)| (change, places)).collect())
}
