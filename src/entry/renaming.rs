//! An id exchanged in all files of a store: in its record, and wherever it is referred to. Where another record has the new
//! id already, the two are one from then on.

use std::collections::BTreeMap;

use super::desk::Change;
use crate::ledger::Ledger;
use crate::read::Text;
use crate::read::fields::{self, Kind};
use crate::read::yaml::tree::{Node, Value};
use crate::write::edit::{self, Renaming, Setting};
use crate::write::emit::Yaml;
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
            found.push((renamed.own, (text.path.clone(), once(renamed.text, new)), renamed.places));
        }
    }
    found.sort_by_key(|(own, ..)| *own);
    Ok(found.into_iter().map(|(_, change, places)| (change, places)).collect())
}

/// A text in which an id stands once in each list of references: two records that are one now were both named there. A list
/// that cannot be changed safely keeps it twice.
fn once(text: String, id: &str) -> String {
    let Ok(cut) = edit::read(&text) else { return text };
    let mut twice: BTreeMap<String, Vec<(String, Vec<Setting>)>> = BTreeMap::new();
    for record in &cut.records {
        let Some(own) = record.node.get("id").and_then(Node::as_str) else { continue };
        let fields = fields::list(&record.list).map_or(&[][..], |list| list.fields);
        let references = fields.iter().filter(|field| field.many && refers(field.kind));
        let settings: Vec<Setting> = references
            .filter_map(|field| Some((field.key, Some(single(record.node.get(field.key)?, id)?))))
            .collect();
        if !settings.is_empty() {
            twice.entry(record.list.to_string()).or_default().push((own.to_owned(), settings));
        }
    }
    let changed =
        twice.iter().try_fold(text.clone(), |now, (list, records)| edit::set_all(&now, list, records));
    changed.unwrap_or(text)
}

/// Whether a value is the id of another record, or may be.
fn refers(kind: Kind) -> bool {
    use Kind::{AnyRecord, Carrier, Membership, Reference, Speaker, StatementOrParty};
    matches!(kind, Reference(_) | Speaker | Carrier(_) | StatementOrParty | AnyRecord | Membership(_))
}

/// A list of ids with one of them only once; none where that one does not stand twice in it, or anything else does.
fn single(list: &Node<'_>, id: &str) -> Option<Yaml> {
    let Value::Sequence { items, .. } = &list.value else { return None };
    let items: Vec<&str> = items.iter().map(Node::as_str).collect::<Option<_>>()?;
    let mut seen = false;
    let kept: Vec<&str> =
        items.iter().copied().filter(|item| *item != id || !std::mem::replace(&mut seen, true)).collect();
    let written = || kept.iter().map(|item| Yaml::Text((*item).to_owned())).collect();
    (kept.len() < items.len()).then(|| Yaml::List(written()))
}
