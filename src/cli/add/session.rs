//! Asking for a record step by step: each field in the words of the table, others looked up or made on the way.

use super::draft::Draft;
use super::naming;
use super::pick::{self, Candidate};
use super::propose;
use crate::cli::ask::{Dialogue, Gone};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::words;
use crate::read;
use crate::read::fields::{self, Field, Kind, List};
use crate::read::{DATE_HELP, Loaded, NAMED, Text, singular};
use crate::rules;
use crate::write::emit;

/// The fields that are asked for without asking whether; `says` stands for all positions of a statement.
const FIRST: &[(&str, &[&str])] = &[
    ("parties", &["name", "kind", "part-of"]),
    ("places", &["name", "within"]),
    ("topics", &["name"]),
    ("events", &["name", "date", "place", "participants"]),
    ("sources", &["outlet", "title", "url", "published"]),
    ("statements", &["by", "date", "source", "quote", "says", "answers"]),
    ("requests", &["to", "about", "date", "outcome"]),
    ("predicates", &["arguments", "reads", "reads-not", "asks"]),
    ("rules", &["when", "then"]),
    ("reconciliations", &["between", "on", "reason", "by", "date", "note"]),
];
/// How many records are listed where nothing was typed.
const LISTED: usize = 30;

/// A dialogue about new records.
pub struct Session {
    dialogue: Dialogue,
    texts: Vec<Text>,
    loaded: Loaded,
    /// Records made on the way, to be written before the one that they are for.
    pub made: Vec<Draft>,
}

impl Session {
    /// Begins with the files of a store.
    pub fn new(dialogue: Dialogue, texts: Vec<Text>) -> Self {
        let loaded = read::texts(texts.clone(), &rules::referable());
        Self { dialogue, texts, loaded, made: Vec::new() }
    }

    /// What is on file, with what was made on the way.
    pub fn ledger(&self) -> &Ledger {
        &self.loaded.ledger
    }

    /// Somebody to ask.
    pub fn dialogue(&mut self) -> &mut Dialogue {
        &mut self.dialogue
    }

    /// Asks for what a record has not yet: all of it where nothing is known, else what it cannot do without.
    pub fn complete(&mut self, draft: &mut Draft) -> Result<(), Gone> {
        if draft.is_empty() {
            self.describe(draft)?;
            if self.dialogue.yes("\nMore details?", false)? {
                self.rest(draft)?;
            }
        } else {
            for field in draft.missing().collect::<Vec<_>>() {
                self.field(draft, field)?;
            }
        }
        if draft.wants_id() {
            naming::name(self.ledger(), draft);
        }
        Ok(())
    }

    fn describe(&mut self, draft: &mut Draft) -> Result<(), Gone> {
        let first = FIRST.iter().find(|(list, _)| *list == draft.list.name).map_or(&[][..], |(_, keys)| keys);
        for key in first {
            if *key == "says" {
                propose::positions(self, draft)?;
            } else if let Some(field) = draft.list.fields.iter().find(|field| field.key == *key)
                && draft.values(key).is_empty()
            {
                self.field(draft, field)?;
            }
        }
        Ok(())
    }

    fn rest(&mut self, draft: &mut Draft) -> Result<(), Gone> {
        for field in draft.list.fields {
            let open =
                draft.values(field.key).is_empty() && !matches!(field.kind, Kind::Id | Kind::Position(_));
            let first =
                FIRST.iter().any(|(list, keys)| *list == draft.list.name && keys.contains(&field.key));
            if open && !first {
                self.field(draft, field)?;
            }
        }
        Ok(())
    }

    /// Asks for the values of one field.
    fn field(&mut self, draft: &mut Draft, field: &'static Field) -> Result<(), Gone> {
        Dialogue::tell(&format!("\n{}: {}", words::capital(field.key), field.meaning));
        let must = |draft: &Draft| field.required && draft.values(field.key).is_empty();
        loop {
            match self.value(field, !must(draft))? {
                Some(value) => draft.give(field.key, value),
                None => return Ok(()),
            }
            if !field.many {
                return Ok(());
            }
            Dialogue::tell("  Another? (Enter alone: no)");
        }
    }

    /// Asks for one value; nothing where it is optional and Enter alone was typed.
    fn value(&mut self, field: &Field, optional: bool) -> Result<Option<String>, Gone> {
        let skip = if optional { " (Enter alone: none)" } else { "" };
        match field.kind {
            Kind::Choice(words) => {
                let options: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                Ok(self.dialogue.menu(&options, optional)?.map(|at| words[at].to_owned()))
            }
            Kind::Reference(list) => self.choose(&[list], optional),
            Kind::Membership(_) | Kind::Carrier(_) | Kind::Speaker => self.choose(&["parties"], optional),
            Kind::AnyRecord => self.choose(&NAMED, optional),
            Kind::StatementOrParty => self.choose(&["statements", "parties"], optional),
            Kind::Proposition | Kind::Position(_) | Kind::Subject => {
                propose::proposition(self, false, optional)
            }
            kind => loop {
                let example = match kind {
                    Kind::Date => ", such as 2024-01-28",
                    Kind::Coordinates => ", such as 31.9, 36.5",
                    _ => "",
                };
                let line = self.dialogue.line(&format!("  {}{example}{skip} ", field.key))?;
                match (line.is_empty(), kind) {
                    (true, _) if optional => return Ok(None),
                    (true, _) => Dialogue::tell("  This is needed."),
                    (_, Kind::Date) => match Date::parse(&line) {
                        Ok(_) => return Ok(Some(line)),
                        Err(message) => Dialogue::tell(&format!("  {message}: {DATE_HELP}")),
                    },
                    _ => return Ok(Some(line)),
                }
            },
        }
    }

    /// Asks for a record of one of these lists, by a part of its name; one that is not on file can be made.
    pub fn choose(&mut self, lists: &[&'static str], optional: bool) -> Result<Option<String>, Gone> {
        let one = singular(lists[0]);
        let new = fields::list(lists[0]).filter(|list| list.name != "statements");
        let make = new.map_or_else(String::new, |_| format!("; + makes a new {one}"));
        let skip = if optional { "; Enter alone: none" } else { "" };
        let how = format!("  Type a part of its name; ? lists what is on file{make}{skip}");
        let mut shown: Vec<Candidate> = Vec::new();
        Dialogue::tell(&how);
        loop {
            let typed = self.dialogue.line("  ")?;
            let all = pick::candidates(self.ledger(), lists);
            let number = typed.parse::<usize>().ok().and_then(|number| shown.get(number.checked_sub(1)?));
            if let Some(found) = number {
                Dialogue::tell(&format!("  = {}", found.shown));
                return Ok(Some(found.id.clone()));
            }
            match (typed.as_str(), new) {
                ("", _) if optional => return Ok(None),
                ("self", _) if lists == ["parties"] => return Ok(Some(typed)),
                ("+", Some(list)) => return self.make(list).map(Some),
                ("" | "?", _) => shown = all.into_iter().take(LISTED).collect(),
                _ => {
                    shown = pick::matching(all, &typed);
                    if let [only] = &shown[..] {
                        Dialogue::tell(&format!("  = {}", only.shown));
                        return Ok(Some(only.id.clone()));
                    }
                }
            }
            for (at, it) in shown.iter().enumerate() {
                Dialogue::tell(&format!("  {:>2}  {}", at + 1, it.shown));
            }
            match (shown.is_empty(), new) {
                (false, _) => Dialogue::tell("  Type its number, or another part of its name."),
                (true, Some(_)) => {
                    Dialogue::tell(&format!("  No {one} like that is on file. Type + to make a new one."));
                }
                (true, None) => Dialogue::tell(&format!("  No {one} like that is on file.")),
            }
        }
    }

    /// Asks for a record that another needs, and takes it as though it were on file.
    fn make(&mut self, list: &'static List) -> Result<String, Gone> {
        Dialogue::tell(&format!("\n  A new {}: {}.", singular(list.name), list.one));
        let mut draft = Draft::new(list);
        self.describe(&mut draft)?;
        naming::name(self.ledger(), &mut draft);
        let id = draft.values("id").first().cloned().unwrap_or_default();
        Dialogue::tell(&format!("  = {id}\n"));
        self.texts.push(Text {
            path: format!("a new {}", singular(list.name)),
            content: Ok(emit::one(list.name, draft.record())),
        });
        self.loaded = read::texts(self.texts.clone(), &rules::referable());
        self.made.push(draft);
        Ok(id)
    }
}
