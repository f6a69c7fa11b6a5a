//! People whom a text itself introduces: by their full names, and afterwards by one part of it; organisations by the
//! letters in brackets behind their name. Whom of the ledger each of them is.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::given::{self, Gender};
use super::mentions::{self, Mention};
use super::names::{Named, Names, merged};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;
use crate::text::quotes::prose::paragraphs;
use crate::text::quotes::tokens::Words;

/// Somebody whom the text introduces and who is not on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduced {
    /// The name, as first written.
    pub name: String,
    /// Whether a person; else an organisation.
    pub person: bool,
}

/// Everybody whom the text speaks of.
#[derive(Debug, Default)]
pub struct People {
    /// Those who are not on file.
    pub introduced: Vec<Introduced>,
    /// What is known of their gender, and of that of persons on file.
    genders: HashMap<Named, Gender>,
}

/// Letters in brackets belong to a name within so many characters before them.
const NEAR: usize = 120;

impl People {
    /// Reads whom a text introduces, and lets the names know them.
    #[must_use]
    pub fn new(ledger: &Ledger, words: &mut Words, names: &mut Names, text: &str) -> Self {
        let mut people = Self::default();
        for (at, party) in ledger.parties.iter().enumerate() {
            let given = party.name.split_whitespace().next().and_then(given::gender);
            let titled = || party.title.as_deref().and_then(|title| given::address(&title.to_lowercase()));
            if party.kind == PartyKind::Person
                && let Some(gender) = titled().or(given)
            {
                people.genders.insert(Named::Party(PartyId::from(at)), gender);
            }
        }
        let mut found = Vec::new();
        for paragraph in paragraphs(text) {
            let tokens = merged(words, text, paragraph);
            mentions::mentions(words, names, text, &tokens, &mut found);
        }
        people.full(ledger, words, names, text, &mut found);
        people.short(words, names, text, &found);
        people
    }

    /// Gives every full name to whom it means.
    fn full(
        &mut self,
        ledger: &Ledger,
        words: &mut Words,
        names: &mut Names,
        text: &str,
        mentions: &mut [Mention],
    ) {
        let mut known: HashMap<(String, String), Named> = HashMap::new();
        for (at, party) in
            ledger.parties.iter().enumerate().filter(|(_, party)| party.kind == PartyKind::Person)
        {
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                let parts: Vec<String> =
                    name.split_whitespace().map(|part| part.trim_end_matches('.').to_lowercase()).collect();
                // "Congressman Ben Orr": the name without the office is the same person's.
                for own in [&parts[..], mentions::untitled(&parts)] {
                    if let [first, .., last] = own {
                        let ends = (first.clone(), last.clone());
                        known.entry(ends).or_insert(Named::Party(PartyId::from(at)));
                    }
                }
            }
        }
        for mention in mentions.iter_mut() {
            let name = &text[mention.range.clone()];
            let meant = if let Some(meant) = mention.named {
                meant
            } else if let [first, .., last] = &mention.words[..] {
                // "House Speaker Ben Orr", "Mary Ben Orr": on file as "Ben Orr".
                let shorter = mention.words[1..]
                    .iter()
                    .take(mention.words.len().saturating_sub(2))
                    .find_map(|first| known.get(&(first.clone(), last.clone())).copied())
                    .filter(|known| matches!(known, Named::Party(_)));
                let ends = (first.clone(), last.clone());
                let known = *known.entry(ends).or_insert_with(|| {
                    if let Some(shorter) = shorter {
                        return shorter;
                    }
                    self.introduced.push(Introduced { name: one_line(name), person: true });
                    Named::Introduced(self.introduced.len() - 1)
                });
                names.introduce(words, name, &[known]);
                known
            } else {
                continue;
            };
            mention.named = Some(meant);
            let given = name.split_whitespace().next().and_then(given::gender);
            if let Some(gender) = mention.gender.or(given) {
                self.genders.entry(meant).or_insert(gender);
            }
        }
        let letters = acronyms(words, text);
        for (name, range) in letters {
            let tokens = merged(words, text, range.clone());
            let meant = match names.at(text, &tokens) {
                Some((meant, long)) if long == tokens.len() => meant,
                _ => {
                    self.introduced.push(Introduced { name: one_line(&text[range]), person: false });
                    Named::Introduced(self.introduced.len() - 1)
                }
            };
            names.introduce(words, &name, &[meant]);
        }
    }

    /// Lets one part of a name stand for whom the text has introduced by the whole: the last, or a given name that
    /// nobody else bears.
    fn short(&mut self, words: &mut Words, names: &mut Names, text: &str, mentions: &[Mention]) {
        let mut parts: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
        for mention in mentions {
            let Some(meant) = mention.named else { continue };
            let name = &text[mention.range.clone()];
            let written: Vec<&str> = name.split_whitespace().collect();
            let [first, .., last] = written[..] else { continue };
            let given = given::gender(first).is_some();
            for part in std::iter::once(last).chain((given || written.len() > 1).then_some(first)) {
                let known = parts.entry(part).or_default();
                if !known.contains(&meant) {
                    known.push(meant);
                }
            }
        }
        for (part, meant) in parts {
            names.introduce(words, part, &meant);
        }
        // Whoever is known by a family name only: "President Orr".
        for mention in mentions.iter().filter(|mention| mention.named.is_none() && mention.titled) {
            let name = &text[mention.range.clone()];
            let tokens = merged(words, text, mention.range.clone());
            let meant = if let Some((meant, _)) = names.at(text, &tokens) {
                meant
            } else {
                self.introduced.push(Introduced { name: one_line(name), person: true });
                Named::Introduced(self.introduced.len() - 1)
            };
            names.introduce(words, name, &[meant]);
            if let Some(gender) = mention.gender {
                self.genders.entry(meant).or_insert(gender);
            }
        }
    }

    /// Whether a name means a person.
    #[must_use]
    pub fn person(&self, ledger: &Ledger, named: Named) -> bool {
        match named {
            Named::Party(party) => ledger.party(party).kind == PartyKind::Person,
            Named::Introduced(at) => self.introduced[at].person,
            Named::Several(_) => true,
            Named::Adjective(_) | Named::Event(_) | Named::Place(_) => false,
        }
    }

    /// The gender of whom a name means, where that is known.
    #[must_use]
    pub fn gender(&self, named: Named) -> Option<Gender> {
        self.genders.get(&named).copied()
    }
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters in brackets behind a name with the bytes of the name: `Harbour Watch Office (HWO)`.
fn acronyms(words: &mut Words, text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let inner = &text[open + 1..];
        let long = inner.bytes().take_while(u8::is_ascii_uppercase).take(NEAR).count();
        if !(2..=7).contains(&long) || !inner[long..].starts_with(')') {
            continue;
        }
        let letters = &inner[..long];
        let far = text[..open].char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
        let start = text[far..open].rfind(['.', ',', ';', '(', '\n', '"']).map_or(far, |at| far + at + 1);
        let before = merged(words, text, start..open);
        let mut left = letters.chars().rev().peekable();
        let mut first = None;
        for token in before.iter().rev() {
            let begins = text[token.start..token.end].chars().next().unwrap_or(' ');
            let Some(wanted) = left.peek() else { break };
            if begins == *wanted {
                left.next();
                first = Some(token.start);
            } else if begins.is_uppercase() {
                break;
            }
        }
        if let (None, Some(first), Some(last)) = (left.peek(), first, before.last()) {
            found.push((letters.to_owned(), first..last.end));
        }
    }
    found
}
