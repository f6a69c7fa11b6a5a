//! What a sitting of new records has: what is on file and what was made on the way, and records chosen by their names.

use super::steps::Questions;
use crate::cli::ask::{Dialogue, Left};
use crate::entry::draft::Draft;
use crate::entry::naming;
use crate::entry::pick::{self, Candidate, Found};
use crate::ledger::Ledger;
use crate::read;
use crate::read::fields::{self, List};
use crate::read::{Loaded, Text, singular};
use crate::rules;
use crate::write::emit;

/// How many records are listed where nothing was typed.
const LISTED: usize = 30;

/// A dialogue about new records.
pub struct Session {
    dialogue: Dialogue,
    texts: Vec<Text>,
    loaded: Loaded,
    /// Records made on the way, to be written before the one that they are for.
    pub made: Vec<Draft>,
    /// The record that was written last: what the next one is like in some of its keys.
    pub last: Option<Draft>,
    /// The id of the event that is spoken of where nothing else is said.
    pub about: Option<String>,
    /// Whether `s`, `b` and `q` go elsewhere, as they do among drafts.
    pub letters: bool,
    /// Whether the record that is asked about is to be skipped.
    pub skips: bool,
}

/// What was chosen.
pub enum Chosen {
    /// Nothing.
    None,
    /// What Enter alone stands for.
    Usual,
    /// The record of this id.
    Id(String),
}

impl Session {
    /// Begins with the files of a store.
    pub fn new(dialogue: Dialogue, texts: Vec<Text>) -> Self {
        let loaded = read::texts(texts.clone(), &rules::referable());
        Self {
            dialogue,
            texts,
            loaded,
            made: Vec::new(),
            last: None,
            about: None,
            letters: false,
            skips: false,
        }
    }

    /// Goes on with the files of the store as they are now.
    pub fn go_on(&mut self, texts: Vec<Text>) {
        self.loaded = read::texts(texts.clone(), &rules::referable());
        self.texts = texts;
        self.made.clear();
    }

    /// Whether these are the files that it went on with.
    pub fn has(&self, texts: &[Text]) -> bool {
        let same = |(own, other): (&Text, &Text)| {
            own.path == other.path && own.content.as_ref().ok() == other.content.as_ref().ok()
        };
        self.texts.len() == texts.len() && self.texts.iter().zip(texts).all(same)
    }

    /// What is on file, with what was made on the way.
    pub fn ledger(&self) -> &Ledger {
        &self.loaded.ledger
    }

    /// Somebody to ask.
    pub fn dialogue(&mut self) -> &mut Dialogue {
        &mut self.dialogue
    }

    /// Asks for a record of one of these lists, by a part of its name; one that is not on file can be made.
    pub fn choose(&mut self, lists: &[&'static str], optional: bool) -> Result<Option<String>, Left> {
        match self.choose_or(lists, optional, None)? {
            Chosen::Id(id) => Ok(Some(id)),
            Chosen::None | Chosen::Usual => Ok(None),
        }
    }

    /// The same; Enter alone is `usual`, told in words, where there is one.
    pub fn choose_or(
        &mut self,
        lists: &[&'static str],
        optional: bool,
        usual: Option<&str>,
    ) -> Result<Chosen, Left> {
        let one = singular(lists[0]);
        let new = fields::list(lists[0]).filter(|list| list.name != "statements");
        let plus = new.map_or_else(String::new, |_| format!("; + makes a new {one}"));
        let skip = match usual {
            Some(usual) if optional => format!("; Enter alone: {usual}; - for none"),
            Some(usual) => format!("; Enter alone: {usual}"),
            None if optional => "; Enter alone: none".to_owned(),
            None => String::new(),
        };
        let letters = if self.letters { "; s skips the draft, b goes back, q stops" } else { "" };
        Dialogue::tell(&format!("  Type a part of its name; ? lists what is on file{plus}{skip}{letters}"));
        let mut shown: Vec<Candidate> = Vec::new();
        // What was typed last that is no name on file.
        let mut name = String::new();
        loop {
            let typed = self.dialogue.line("  ")?;
            let number = typed.parse::<usize>().ok().and_then(|number| shown.get(number.checked_sub(1)?));
            if let Some(found) = number {
                return Ok(taken(found));
            }
            let mut wanted = typed.strip_prefix('+').map(|name| name.trim().to_owned());
            let all = pick::candidates(self.ledger(), lists);
            match typed.as_str() {
                "" if usual.is_some() => return Ok(Chosen::Usual),
                "" | "-" if optional => return Ok(Chosen::None),
                "self" if lists == ["parties"] => return Ok(Chosen::Id(typed)),
                "s" | "S" | "b" | "B" if self.letters => {
                    self.skips = matches!(typed.as_str(), "s" | "S");
                    return Err(Left::Back);
                }
                "q" | "Q" if self.letters => return Err(Left::Gone),
                number if number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty() => {
                    Dialogue::tell("  No such number was offered.");
                    continue;
                }
                "" | "?" => shown = all.into_iter().take(LISTED).collect(),
                _ if wanted.is_some() => {}
                _ => {
                    match self.found(pick::matching(all, &typed))? {
                        Ok(found) => return Ok(taken(&found)),
                        Err(some) => shown = some,
                    }
                    name.clone_from(&typed);
                    let make = format!("  Make “{name}” a new {one}?");
                    if shown.is_empty() && new.is_some() && self.dialogue.yes(&make, true)? {
                        wanted = Some(String::new());
                    }
                }
            }
            if let (Some(list), Some(wanted)) = (new, wanted) {
                match self.make(list, if wanted.is_empty() { &name } else { &wanted }) {
                    Err(Left::Back) => Dialogue::tell(&format!("  Which {one}, then?")),
                    id => return id.map(Chosen::Id),
                }
                continue;
            }
            for (at, it) in shown.iter().enumerate() {
                Dialogue::tell(&format!("  {:>2}  {}", at + 1, it.shown));
            }
            if shown.is_empty() {
                Dialogue::tell(&format!(
                    "  No {one} like that is on file. Type another part of its name{plus}."
                ));
            } else {
                Dialogue::tell(&format!("  Type its number, or another part of its name{plus}."));
            }
        }
    }

    /// The one record that was found; where there is only one that may be meant, as whoever typed says. Else those that may be.
    fn found(&mut self, found: Found) -> Result<Result<Candidate, Vec<Candidate>>, Left> {
        let mut some = match found {
            Found::One(only) => return Ok(Ok(only)),
            Found::Maybe(some) => some,
        };
        if some.len() == 1
            && let Some(only) = some.pop()
            && self.dialogue.yes(&format!("  Is it {}?", only.shown), true)?
        {
            return Ok(Ok(only));
        }
        Ok(Err(some))
    }

    /// Asks for a record that another needs, under a name that is known already or none, and takes it as though it were on
    /// file.
    fn make(&mut self, list: &'static List, name: &str) -> Result<String, Left> {
        Dialogue::tell(&format!("\n  A new {}: {}.", singular(list.name), list.one));
        let mut draft = Draft::new(list);
        let key = ["name", "title"].into_iter().find(|key| list.fields.iter().any(|field| field.key == *key));
        if let (Some(key), false) = (key, name.is_empty()) {
            draft.give(key, name.to_owned());
        }
        Questions::first(&draft).ask(self, &mut draft)?;
        let id = self.take(draft);
        Dialogue::tell(&format!("  = {id}\n"));
        Ok(id)
    }

    /// Takes a record as though it were on file; gives its id.
    pub fn take(&mut self, mut draft: Draft) -> String {
        if draft.wants_id() {
            naming::name(self.ledger(), &mut draft);
        }
        self.texts.push(Text {
            path: format!("a new {}", singular(draft.list.name)),
            content: Ok(emit::one(draft.list.name, draft.record())),
        });
        self.loaded = read::texts(self.texts.clone(), &rules::referable());
        let id = draft.values("id").first().cloned().unwrap_or_default();
        self.made.push(draft);
        id
    }
}

/// Says which record was taken.
fn taken(found: &Candidate) -> Chosen {
    Dialogue::tell(&format!("  = {}", found.shown));
    Chosen::Id(found.id.clone())
}
