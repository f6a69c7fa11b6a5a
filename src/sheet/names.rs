//! Names for ids, and back: a name stands alone where one record of its kind bears it, and with its id where several do.

use rustc_hash::FxHashMap;

use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::event::Event;
use crate::ledger::model::party::{Party, PartyKind, UNKNOWN};
use crate::ledger::model::place::{Place, Topic};
use crate::ledger::model::source::Source;
use crate::read;
use crate::text::folded;

/// What stands between several values in one cell.
pub const BETWEEN: &str = " | ";

/// The names of the records of a ledger.
pub struct Names<'l> {
    ledger: &'l Ledger,
    lists: FxHashMap<&'static str, Named<'l>>,
}

/// The names of the records of one list.
#[derive(Default)]
struct Named<'l> {
    /// Ids with their names, in the order read.
    rows: Vec<(&'l str, &'l str)>,
    /// Names as they are compared, with the records that bear them.
    own: FxHashMap<String, Vec<&'l str>>,
    /// The same of other names.
    aliases: FxHashMap<String, Vec<&'l str>>,
}

/// Why a text names nothing: the reason and the remedy.
pub type Unclear = (String, String);

impl<'l> Names<'l> {
    /// The names of a ledger.
    pub fn new(ledger: &'l Ledger) -> Self {
        let parties = ledger.parties.iter().filter(|row| row.kind != PartyKind::Unknown);
        let parties = parties.map(|row| (&*row.id, &*row.name, &row.aliases[..]));
        let places = ledger.places.iter().map(|row| (&*row.id, &*row.name, &row.aliases[..]));
        let topics = ledger.topics.iter().map(|row| (&*row.id, &*row.name, &row.aliases[..]));
        let events = ledger.events.iter().map(|row| (&*row.id, &*row.name, &row.aliases[..]));
        let title = |row: &'l Source| row.title.as_deref().unwrap_or(&row.id);
        let sources = ledger.sources.iter().map(|row| (&*row.id, title(row), &[][..]));
        let lists = [
            (Party::LIST, named(parties)),
            (Place::LIST, named(places)),
            (Topic::LIST, named(topics)),
            (Event::LIST, named(events)),
            (Source::LIST, named(sources)),
        ];
        Self { ledger, lists: lists.into_iter().collect() }
    }

    /// The name of a record by which it is found again: its name, its name and id where others bear it too, or its id alone
    /// where the name could be taken for something else.
    pub fn shown(&self, list: &str, id: &str) -> String {
        let Some(named) = self.lists.get(list) else { return id.to_owned() };
        let Some(name) = self.name_of(list, id) else { return id.to_owned() };
        let odd = name.contains(BETWEEN.trim()) || name.contains(", anonymous:") || name.trim().is_empty();
        if odd || ["self", "?", UNKNOWN].contains(&name) {
            return id.to_owned();
        }
        let alone = named.own.get(&folded(name)).is_some_and(|ids| ids[..] == [id]);
        if alone { name.to_owned() } else { format!("{name} ({id})") }
    }

    fn name_of(&self, list: &str, id: &str) -> Option<&'l str> {
        let ledger = self.ledger;
        let at = read::find(ledger, list, id)?;
        Some(match list {
            "parties" => &ledger.parties.at(at).name,
            "places" => &ledger.places.at(at).name,
            "topics" => &ledger.topics.at(at).name,
            "events" => &ledger.events.at(at).name,
            "sources" => ledger.sources.at(at).title.as_deref().unwrap_or(&ledger.sources.at(at).id),
            _ => return None,
        })
    }

    /// The id of the record of a list that a text names: by its name, its id, both, or another name that no other bears.
    ///
    /// # Errors
    /// None, or several.
    pub fn read(&self, list: &'static str, text: &str) -> Result<String, Unclear> {
        let text = text.trim();
        let known = |id: &str| read::find(self.ledger, list, id).is_some();
        let (named, name) = (self.lists.get(list), folded(text));
        let own = named.and_then(|named| named.own.get(&name)).map_or(&[][..], Vec::as_slice);
        let other = || named.and_then(|named| named.aliases.get(&name)).map_or(&[][..], Vec::as_slice);
        let behind = || {
            let (_, id) = text.strip_suffix(')')?.rsplit_once('(')?;
            known(id).then(|| id.to_owned())
        };
        let several = |ids: &[&str]| {
            let word = read::singular(list);
            let shown = ids.iter().map(|id| format!("`{text} ({id})`")).collect::<Vec<_>>().join(", ");
            (format!("more than one {word} is called `{text}`"), format!("say which: {shown}"))
        };
        match own {
            _ if known(text) => Ok(text.to_owned()),
            [id] => Ok((*id).to_owned()),
            [] => match (other(), behind()) {
                ([id], _) => Ok((*id).to_owned()),
                (_, Some(id)) => Ok(id),
                ([], None) => Err(self.unknown(list, text)),
                (ids, None) => Err(several(ids)),
            },
            ids => Err(several(ids)),
        }
    }

    fn unknown(&self, list: &'static str, text: &str) -> Unclear {
        let word = read::singular(list);
        let unknown = |help: String| (format!("no {word} `{text}` is on file"), help);
        let other = || unknown(format!("add it first, with `gainsay add {word}`"));
        let look = || {
            let rows = self.lists.get(list).map_or(&[][..], |named| &named.rows);
            let names = rows.iter().flat_map(|(id, name)| [*id, *name]);
            read::nearest(text, names).map_or_else(other, |near| unknown(format!("did you mean `{near}`?")))
        };
        read::looked_for(self.ledger, &format!("sheet:{list}"), text, look, other)
    }

    /// Every record of a list as it is shown, to be chosen from, in the order read.
    #[cfg(feature = "xlsx")]
    pub fn all(&self, list: &str) -> impl Iterator<Item = String> + '_ {
        let rows = self.lists.get(list).map_or(&[][..], |named| &named.rows);
        let list = list.to_owned();
        rows.iter().map(move |(id, _)| self.shown(&list, id))
    }
}

fn named<'l>(rows: impl Iterator<Item = (&'l str, &'l str, &'l [String])>) -> Named<'l> {
    let mut named = Named::default();
    let mut other = Vec::new();
    for (id, name, aliases) in rows {
        named.rows.push((id, name));
        bears(&mut named.own, folded(name), id);
        // A name that is another's id stands with its own.
        bears(&mut named.own, id.to_owned(), id);
        other.extend(aliases.iter().map(|alias| (folded(alias), id)));
    }
    for (alias, id) in other {
        bears(&mut named.aliases, alias, id);
    }
    named
}

fn bears<'l>(names: &mut FxHashMap<String, Vec<&'l str>>, name: String, id: &'l str) {
    let ids = names.entry(name).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

/// A name as it is compared, which is as it is seen.
fn folded(name: &str) -> String {
    folded::name(&safe::line(name))
}
