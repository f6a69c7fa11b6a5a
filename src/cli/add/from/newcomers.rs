//! Records that a draft needs and that are not on file: each offered when it is first needed, beside those that are alike.

use super::{Done, Next, Walk};
use crate::cli::add::steps;
use crate::cli::ask::{Dialogue, Left};
use crate::entry::draft::Draft;
use crate::entry::naming;
use crate::entry::pick::{self, Found};
use crate::extract::draft::{Drafts, State};
use crate::ledger::Ledger;
use crate::read::fields::{self, Kind, List};
use crate::read::{find, singular};

impl Walk<'_> {
    /// Offers the records that a draft needs and that are not on file; none once it has all of them, else where to go instead.
    pub(super) fn newcomers(&mut self, at: usize) -> Result<Option<Next>, Left> {
        while let Some(which) = needed(self.session.ledger(), &self.kept.drafts, at) {
            let next = self.newcomer(at, which)?;
            if next.is_some() {
                return Ok(next);
            }
        }
        Ok(None)
    }

    /// Offers one record, and makes it or puts another in its place.
    fn newcomer(&mut self, at: usize, which: usize) -> Result<Option<Next>, Left> {
        let new = &self.kept.drafts.new[which];
        let (list, one, words) = (new.list.name, singular(new.list.name), new.words.clone());
        let mut draft = Draft::of(new.list, &new.record);
        let id = first(&draft, "id");
        loop {
            let name =
                Some(first(&draft, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone());
            let alike = match pick::matching(pick::candidates(self.session.ledger(), &[list]), &name) {
                Found::One(only) => vec![only],
                Found::Maybe(some) => some,
            };
            Dialogue::tell(&format!("\n  Not on file: {name}{}; “{words}”", about(&draft)));
            for (number, it) in alike.iter().enumerate() {
                Dialogue::tell(&format!("  {:>2}  {}", number + 1, it.shown));
            }
            let or = if alike.is_empty() { "" } else { ", number" };
            let question = format!("  Make “{name}” a new {one}? [Y/n, another name{or}, e, s, b, q] ");
            let answer = self.session.dialogue().line(&question)?;
            if answer != "p"
                && answer != "c"
                && let Some(next) = self.command(at, &answer)?
            {
                return Ok(Some(next));
            }
            let numbered = answer.parse::<usize>().ok().and_then(|number| alike.get(number.checked_sub(1)?));
            let other = match answer.to_lowercase().as_str() {
                _ if numbered.is_some() => numbered.map(|found| found.id.clone()).unwrap_or_default(),
                "" | "y" | "yes" => return Ok(self.make(which, &id, draft)),
                "n" | "no" => {
                    Dialogue::tell(&format!("  Which {one} is it, then?"));
                    self.session.choose(&[list], false)?.unwrap_or_default()
                }
                "e" => {
                    for key in ["kind", "part-of", "within"] {
                        if let Some(field) = draft.list.fields.iter().find(|field| field.key == key) {
                            steps::change(&mut self.session, &mut draft, field)?;
                        }
                    }
                    continue;
                }
                // One letter or a number is no name, but a slip.
                short if short.chars().nth(1).is_none() => {
                    Dialogue::tell(
                        "  y makes it, n asks for another; e changes what it is; or type its right name.",
                    );
                    continue;
                }
                _ => {
                    draft.forget("name");
                    draft.give("name", answer.trim_start_matches(['+', ' ']).to_owned());
                    draft.forget("id");
                    continue;
                }
            };
            return Ok(self.instead(which, &id, &other));
        }
    }

    /// Makes a record that drafts need, under an id of its own where its name was changed.
    fn make(&mut self, which: usize, old: &str, mut draft: Draft) -> Option<Next> {
        if draft.wants_id() {
            naming::name(self.session.ledger(), &mut draft);
        }
        let id = first(&draft, "id");
        let mut records = std::mem::take(&mut self.session.made);
        records.push(draft.clone());
        let alone = records.len() == 1;
        let Some(written) = self.write(records) else { return Some(Next::Failed) };
        if alone {
            self.was(Done::Made(which));
        }
        self.session.go_on(written.texts);
        let new = &mut self.kept.drafts.new[which];
        new.record = draft.record();
        new.state = State::Taken;
        if id != old {
            replace(&mut self.kept.drafts, old, &id);
        }
        self.kept.save().map_or(Some(Next::Failed), |()| None)
    }

    /// Puts a record that is on file, or was made on the way, in the place of one that drafts would have made.
    fn instead(&mut self, which: usize, old: &str, id: &str) -> Option<Next> {
        if self.write_made().is_none() {
            return Some(Next::Failed);
        }
        self.kept.drafts.new[which].state = State::Skipped;
        replace(&mut self.kept.drafts, old, id);
        self.kept.save().map_or(Some(Next::Failed), |()| None)
    }
}

/// The first value of a key, empty where there is none.
fn first(draft: &Draft, key: &str) -> String {
    draft.values(key).first().cloned().unwrap_or_default()
}

/// What a record is, in brackets behind its name.
fn about(draft: &Draft) -> String {
    let keys = ["kind", "title", "part-of", "within", "date", "place"];
    let about: Vec<&str> = keys.iter().flat_map(|key| draft.values(key)).map(String::as_str).collect();
    if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) }
}

/// The first record that a draft needs, and that needs no other that is not on file.
fn needed(ledger: &Ledger, drafts: &Drafts, at: usize) -> Option<usize> {
    let draft = drafts.drafts.get(at)?;
    let statement = Draft::of(fields::list("statements")?, &draft.statement);
    let mut names = references(&statement);
    names.extend(draft.proposed.iter().flat_map(|it| &it.propositions).flat_map(|text| ids(text)));
    let open = |names: &[String]| {
        names.iter().find_map(|name| {
            drafts.new.iter().position(|new| {
                let own = Draft::of(new.list, &new.record);
                let open = new.state == State::Proposed && find(ledger, new.list.name, name).is_none();
                open && own.values("id").first() == Some(name)
            })
        })
    };
    let mut which = open(&names)?;
    // What it is part of comes first; a chain that closes has no end.
    for _ in &drafts.new {
        let new = &drafts.new[which];
        match open(&references(&Draft::of(new.list, &new.record))) {
            Some(deeper) if deeper != which => which = deeper,
            _ => break,
        }
    }
    Some(which)
}

/// The keys of a list that name records.
fn naming(list: &'static List) -> impl Iterator<Item = &'static str> {
    let names = |kind: Kind| {
        matches!(
            kind,
            Kind::Reference(_)
                | Kind::Speaker
                | Kind::StatementOrParty
                | Kind::AnyRecord
                | Kind::Membership(_)
                | Kind::Carrier(_)
                | Kind::Position(_)
                | Kind::Proposition
                | Kind::Subject
        )
    };
    list.fields.iter().filter(move |field| names(field.kind)).map(|field| field.key)
}

/// What a record names.
fn references(draft: &Draft) -> Vec<String> {
    let values = naming(draft.list).flat_map(|key| draft.values(key));
    values.flat_map(|text| ids(text)).collect()
}

/// The ids in a reference or a proposition, as far as it is no text in words.
fn ids(text: &str) -> Vec<String> {
    let coded = coded(text).0;
    let letters = |letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    coded.split(letters).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The part of a reference or a proposition that names records, and the rest, which is in words.
fn coded(text: &str) -> (&str, &str) {
    let end = match text.find('(') {
        Some(_) => text.find(['"', ';']),
        None => text.find([',', ';']),
    };
    text.split_at(end.unwrap_or(text.len()))
}

/// Puts one record in the place of another, in all drafts and in the records that they need.
fn replace(drafts: &mut Drafts, old: &str, new: &str) {
    let put = |text: &String| {
        let (coded, rest) = coded(text);
        let mut out = String::new();
        let mut word = String::new();
        for letter in coded.chars().chain(['\0']) {
            if letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' {
                word.push(letter);
                continue;
            }
            // The name before the bracket is that of a predicate.
            out.push_str(if word == old && letter != '(' { new } else { &word });
            word.clear();
            out.extend(Some(letter).filter(|letter| *letter != '\0'));
        }
        out + rest
    };
    let of = |record: &crate::write::emit::Record, list: &'static List| {
        let mut draft = Draft::of(list, record);
        for key in naming(list) {
            let values: Vec<String> = draft.values(key).iter().map(put).collect();
            draft.forget(key);
            for value in values {
                draft.give(key, value);
            }
        }
        draft.record()
    };
    if let Some(statements) = fields::list("statements") {
        for draft in drafts.drafts.iter_mut().filter(|draft| draft.state == State::Proposed) {
            draft.statement = of(&draft.statement, statements);
            for proposed in &mut draft.proposed {
                proposed.propositions = proposed.propositions.iter().map(put).collect();
            }
        }
    }
    for record in &mut drafts.new {
        record.record = of(&record.record, record.list);
    }
}
