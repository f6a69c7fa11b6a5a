//! What stands beside the name of a new party: its office and whose it is, before the name or between commas behind it.

use super::newcomers::Newcomer;
use super::owners::{Owner, of_state};
use super::said::reading::Reading;
use super::said::units::{Kind, Unit};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::attribution::roles::{self, Role};

/// The units around a name.
pub struct Beside<'b> {
    /// What the article is read with.
    pub reading: &'b Reading<'b>,
    /// The units of the sentence.
    pub units: &'b [Unit],
}

impl Beside<'_> {
    fn word(&self, at: usize) -> &str {
        self.units.get(at).map_or("", |unit| self.reading.words.text(unit.word))
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.reading.text[self.units[from].range.start..self.units[to].range.end].to_owned()
    }

    /// Whoever is named by the units that end at a place, capitals before it included.
    fn owner(&self, end: usize, head: &str) -> Option<Owner> {
        let named = |at: usize| {
            matches!(
                self.units[at].kind,
                Kind::Name(Named::Party(_) | Named::Adjective(_) | Named::Place(_)) | Kind::Word(true)
            ) && !determiner(self.word(at))
                && !cues::calendar(self.word(at))
                && roles::role(self.word(at)).is_none()
        };
        if !named(end) {
            return None;
        }
        let mut first = end;
        while first > 0 && named(first - 1) && matches!(self.units[end].kind, Kind::Word(_)) {
            first -= 1;
        }
        let words = self.units[first].range.start..self.units[end].range.end;
        let known = !of_state(head) && !head.starts_with("spokes");
        Some(Owner { words, state: of_state(head), known })
    }

    /// What stands before a name: words of its office, and whose it is.
    pub fn before(&self, first: usize, newcomer: &mut Newcomer) -> Option<Owner> {
        let mut end = first;
        // "Norland’s minister, Ann Orr,", "the minister of Norland, Ann Orr,".
        if end > 1 && self.units[end - 1].kind == Kind::Comma {
            end -= 1;
            let office = |at: usize| matches!(roles::role(self.word(at)), Some(Role::Office));
            let mut of = end;
            while of > 0
                && end - of < 4
                && matches!(self.units[of - 1].kind, Kind::Word(true) | Kind::Name(_))
            {
                of -= 1;
            }
            if of > 1 && of < end && matches!(self.word(of - 1), "of" | "for") && office(of - 2) {
                let head = self.word(of - 2).to_owned();
                let from = self.office(of - 1);
                newcomer.kind = newcomer.kind.or(Some("person"));
                newcomer.title = newcomer.title.take().or_else(|| Some(self.text(from, of - 2)));
                return self.owner(end - 1, &head);
            }
            // "Norland’s ambassador to Sudria, Ann Orr,".
            if of > 1 && of < end && matches!(self.word(of - 1), "to" | "in" | "at") && office(of - 2) {
                end = of - 1;
            }
            if !office(end - 1) {
                return None;
            }
        }
        let from = self.office(end);
        if from == end {
            return None;
        }
        let head = self.word(end - 1).to_owned();
        if group(&head) {
            let kind = self.group(from, end);
            newcomer.kind = newcomer.kind.or(kind);
        } else if matches!(roles::role(&head), Some(Role::Office)) {
            newcomer.kind = newcomer.kind.or(Some("person"));
            newcomer.title = Some(self.text(from, end - 1));
        }
        self.owner(from.checked_sub(1)?, &head)
    }

    /// Where the words of an office begin that end at a place.
    fn office(&self, end: usize) -> usize {
        let mut from = end;
        while from > 0
            && end - from < 6
            && matches!(self.units[from - 1].kind, Kind::Word(_))
            && !self.units[from - 1].genitive
            && office(self.word(from - 1))
        {
            from -= 1;
        }
        from
    }

    /// The kind of party that is called a group or the like; none where the words do not tell.
    fn group(&self, from: usize, end: usize) -> Option<&'static str> {
        let near = from.saturating_sub(3)..end;
        let says = |words: &[&str]| near.clone().any(|at| words.contains(&self.word(at)));
        if says(ARMED) {
            Some("armed-group")
        } else if says(PEACEFUL) {
            Some("organisation")
        } else {
            None
        }
    }

    /// Whoever an office is of that stands before a name: "Foreign Minister ANN ORR of Norland".
    pub fn of(&self, last: usize, newcomer: &Newcomer) -> Option<Owner> {
        let office = newcomer.title.as_ref().filter(|_| self.word(last + 1) == "of")?;
        let head = office.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let named = |at: usize| {
            self.units
                .get(at)
                .is_some_and(|unit| matches!(unit.kind, Kind::Word(true) | Kind::Name(Named::Party(_))))
        };
        let end = (last + 2..last + 5).take_while(|at| named(*at)).last()?;
        self.owner(end, &head)
    }

    /// What stands behind a name, between commas.
    pub fn behind(&self, last: usize, newcomer: &mut Newcomer) -> Option<Owner> {
        let units = self.units;
        if units.get(last + 1).is_none_or(|unit| unit.kind != Kind::Comma) {
            return None;
        }
        let mut at = last + 2;
        while determiner(self.word(at)) {
            at += 1;
        }
        // "Ann Orr, Norland’s minister,".
        let genitive = (at..at + 3)
            .take_while(|at| {
                units.get(*at).is_some_and(|unit| matches!(unit.kind, Kind::Word(true) | Kind::Name(_)))
            })
            .find(|at| units[*at].genitive);
        let adjective = || {
            let adjective = matches!(units.get(at)?.kind, Kind::Name(Named::Adjective(_)));
            adjective.then_some(at)
        };
        let whose = genitive.or_else(adjective);
        let start = whose.map_or(at, |whose| whose + 1);
        at = start;
        let mut head = None;
        while at < units.len() && at < start + 6 && matches!(units[at].kind, Kind::Word(_)) {
            if roles::role(self.word(at)).is_some() || group(self.word(at)) {
                head = Some(at);
            }
            if matches!(self.word(at), "of" | "for" | "at" | "in" | "from" | "with" | "who" | "said") {
                break;
            }
            at += 1;
        }
        let head = head?;
        let noun = self.word(head).to_owned();
        if group(&noun) {
            let kind = self.group(start, head + 1);
            newcomer.kind = newcomer.kind.or(kind);
        } else if matches!(roles::role(&noun), Some(Role::Office | Role::People))
            && single(self.word(start), &noun)
        {
            newcomer.kind = newcomer.kind.or(Some("person"));
            newcomer.title = newcomer.title.take().or_else(|| Some(self.text(start, head)));
        }
        if let Some(whose) = whose {
            return self.owner(whose, &noun);
        }
        if !matches!(self.word(at), "of" | "for" | "at" | "from" | "with") {
            return None;
        }
        at += 1;
        while determiner(self.word(at)) {
            at += 1;
        }
        let named = |at: usize| {
            units
                .get(at)
                .is_some_and(|unit| matches!(unit.kind, Kind::Word(true) | Kind::Name(Named::Party(_))))
        };
        let end = (at..at + 4).take_while(|at| named(*at)).last()?;
        self.owner(end, &noun)
    }
}

/// Whether a noun says that a party is a group of some kind.
fn group(word: &str) -> bool {
    matches!(word, "group" | "militia" | "faction" | "militants" | "rebels" | "insurgents" | "guerrillas")
}

/// Words beside `group` that say that it is armed.
const ARMED: &[&str] = &[
    "armed",
    "militant",
    "militants",
    "rebel",
    "rebels",
    "terrorist",
    "terror",
    "separatist",
    "insurgent",
    "insurgents",
    "guerrilla",
    "guerrillas",
    "paramilitary",
    "militia",
    "extremist",
    "islamist",
    "jihadist",
    "fighters",
];

/// Words beside it that say that it is not.
const PEACEFUL: &[&str] = &[
    "aid",
    "rights",
    "advocacy",
    "campaign",
    "campaigning",
    "environmental",
    "monitoring",
    "opposition",
    "civil",
    "medical",
    "industry",
    "charity",
    "relief",
    "humanitarian",
    "watchdog",
    "research",
    "business",
    "lobby",
    "conservation",
    "legal",
    "protest",
    "student",
    "trade",
    "media",
];

/// False of several people: "12 people", "officials" behind a comma are no apposition to one of them.
fn single(first: &str, head: &str) -> bool {
    !first.starts_with(|letter: char| letter.is_ascii_digit())
        && head != "people"
        && !head.ends_with("men")
        && !head.ends_with('s')
}

/// Whether a word may stand in an office before a name.
fn office(word: &str) -> bool {
    roles::role(word).is_some()
        || roles::branch(word)
        || matches!(
            word,
            "prime"
                | "deputy"
                | "vice"
                | "acting"
                | "former"
                | "chief"
                | "senior"
                | "armed"
                | "separatist"
                | "insurgent"
                | "aid"
                | "rights"
                | "opposition"
                | "militant"
                | "rebel"
                | "terrorist"
                | "group"
                | "militia"
                | "faction"
                | "extremist"
                | "islamist"
        )
}
