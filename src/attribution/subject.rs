//! The subject of an attributing verb: before it or behind it, with what stands between commas; in the passive the agent.

use super::cues::{self, Cue};
use super::frames::Form;
use super::names::Named;
use super::phrase::Head;
use super::reader::Reader;
use super::sentences::Item;
use super::speakers::{Attributing, How, Meant, Told};
use super::taken::addressee;

/// A sentence names its subject within so many items.
pub(super) const FIRST: usize = 40;

impl Reader<'_> {
    /// The verb at a place with its subject.
    pub(super) fn attributing(
        &self,
        items: &[Item],
        at: usize,
        verb: (Cue, Form, bool),
        before: &[Attributing],
    ) -> Attributing {
        let mut found = self.voiced(items, at, verb, before);
        let known = |meant: Option<Meant>| meant.filter(Meant::known);
        found.subject = known(found.standing.clone());
        found.patient = known(found.patient);
        found
    }

    /// The verb at a place with whoever is its subject, the agent in the passive.
    fn voiced(
        &self,
        items: &[Item],
        at: usize,
        (cue, form, beside): (Cue, Form, bool),
        before: &[Attributing],
    ) -> Attributing {
        let mut found = Attributing {
            at,
            cue,
            subject: None,
            standing: None,
            patient: None,
            told: if self.plain(items, at) { Told::Plainly } else { Told::Unsaid },
            beside,
            noun: false,
        };
        let word = self.word(items.get(at));
        let next = self.word(items.get(at + 1));
        found.noun = cues::saying(word)
            && (cues::possessive(self.back(items, at, 1))
                || matches!(at.checked_sub(1).map(|at| &items[at]), Some(Item::Name { genitive: true, .. })));
        let be = (1..=3).find(|by| {
            cues::be(self.back(items, at, *by))
                && (1..*by).all(|near| cues::auxiliary(self.back(items, at, near)))
        });
        let passive = form == Form::Past && (be.is_some() || next == "by") && word != "according";
        if passive {
            let agent = (next == "by").then(|| self.after(items, at + 2)).flatten();
            let agent = agent.or_else(|| be.and_then(|_| self.later_agent(items, at, cue)));
            let subject = self.before(items, be.map_or(at, |by| at - by));
            let quoted = matches!(word, "quoted" | "cited") && self.word(items.get(at + 1)) != "by"
                || word == "quoted" && (at + 1..at + 6).any(|at| self.word(items.get(at)) == "saying");
            if quoted {
                // "Orr was quoted by a paper as saying": whoever is quoted speaks.
                found.standing = subject;
            } else if let Some(agent) = agent {
                found.standing = Some(agent);
                found.patient = subject;
            } else if be.is_some() {
                found.patient = subject;
                found.by_nobody();
            } else {
                found.standing = subject;
                found.by_nobody();
            }
            return found;
        }
        found.standing = self.subject(items, at, cue, form == Form::Ing, before);
        found
    }

    /// The subject of the active verb at a place.
    fn subject(
        &self,
        items: &[Item],
        at: usize,
        cue: Cue,
        participle: bool,
        before: &[Attributing],
    ) -> Option<Meant> {
        let inherited =
            || before.last().map_or_else(|| self.first(&items[..at]), |last| last.standing.clone());
        if self.word(items.get(at)) == "according" {
            return self.after(items, at + 2).or_else(|| self.behind(items, at + 2)).or_else(inherited);
        }
        let previous = at.checked_sub(1).map(|at| &items[at]);
        let own = match previous {
            Some(Item::Name { named, range, genitive }) => {
                self.speaker(*named, range.clone()).map(|speaker| {
                    (Meant::new(speaker, How::Named, self.phrase(items, at - 1, at - 1)), *genitive)
                })
            }
            _ => None,
        };
        if cues::saying(self.word(items.get(at))) {
            match own {
                Some((own, true)) => return Some(own),
                _ if self.word(items.get(at)) == "words" => return self.after(items, at + 2),
                _ if cues::possessive(self.back(items, at, 1)) => return Some(self.pronoun(items, at - 1)),
                _ => {}
            }
        }
        if participle
            && self.back(items, at, 1) == "as"
            && let Some(quoting) = self.quoting(items, before)
        {
            return self.after(items, quoting + 1);
        }
        if participle {
            // "With Norland denying it": its own subject stands right before it.
            return own.filter(|(_, genitive)| !genitive).map(|(own, _)| own).or_else(inherited);
        }
        let quote = |back: usize| matches!(at.checked_sub(back).map(|at| &items[at]), Some(Item::Quote(_)));
        let comma = matches!(previous, Some(Item::Comma));
        let inverted = quote(1) || comma && quote(2) || at == 0;
        // "Norland’s minister, Ann Orr, blamed Sudria": whoever is named behind such a verb is no subject of it.
        let turned = match cue {
            Cue::Says => true,
            Cue::Claims | Cue::Confirms => self.finite(&items[..at]),
            Cue::Accuses | Cue::Condemns | Cue::Denies | Cue::Calls => false,
        };
        let closes = turned && comma && !addressee(self.word(items.get(at))) && self.closes(items, at + 1);
        if (inverted || closes)
            && let Some(subject) = self.after(items, at + 1)
        {
            return Some(subject);
        }
        if inverted
            && at > 0
            && let Some(subject) = self.behind(items, at + 1)
        {
            return Some(subject);
        }
        if matches!(self.back(items, at, 1), "so" | "as" | "than") {
            return self.after(items, at + 1).or_else(inherited);
        }
        self.anyone(items, at, cue).or_else(|| self.before(items, at)).or_else(inherited)
    }

    /// The first subject of a sentence.
    pub(super) fn first(&self, items: &[Item]) -> Option<Meant> {
        let edge = |item: &Item| matches!(item, Item::Quote(_) | Item::Colon | Item::Break);
        let end = items.iter().position(edge).unwrap_or(items.len()).min(FIRST);
        let mut from = 0;
        while from < end {
            let to = comma(items, from, end);
            let word = self.word(items.get(from));
            let aside = cues::joins(word) && from == 0 || cues::preposition(word);
            let heads = self.heads(items, from, to);
            if !(aside && to < end || heads.is_empty()) {
                // "Vice President Ann Orr": the name at the end of the titles.
                let joined = heads.windows(2).take_while(|two| two[0].last() + 1 == two[1].first()).count();
                let named = |head: &Head| matches!(head, Head::Named(..) | Head::Role(_));
                let last = (0..=joined).rev().find(|at| named(&heads[*at])).unwrap_or(0);
                return self.resolve(items, &heads[..=last], last);
            }
            from = to + 1;
        }
        None
    }

    /// The subject that stands before a verb.
    pub(super) fn before(&self, items: &[Item], at: usize) -> Option<Meant> {
        let mut end = at;
        while end > 0 && cues::auxiliary(self.back(items, end, 1)) {
            end -= 1;
        }
        // "The group, which said": whoever stands before it.
        if matches!(self.back(items, end, 1), "who" | "which" | "that") {
            end -= 1;
            if matches!(end.checked_sub(1).map(|last| &items[last]), Some(Item::Comma)) {
                end -= 1;
            }
            return self.last(items, end, None);
        }
        // "Ann Orr, envoy of Norland, said": what stands between the commas says more of the same.
        let mut apposed = None;
        if matches!(end.checked_sub(1).map(|last| &items[last]), Some(Item::Comma))
            && let Some(found) = self.opening(items, end - 1)
        {
            return Some(found);
        }
        while matches!(end.checked_sub(1).map(|last| &items[last]), Some(Item::Comma)) {
            let comma =
                items[..end - 1].iter().rposition(|item| matches!(item, Item::Comma | Item::Quote(_)))?;
            if !matches!(items[comma], Item::Comma) {
                break;
            }
            apposed = Some((comma + 1, end - 1));
            end = comma;
        }
        self.last(items, end, apposed).or_else(|| self.opening(items, end))
    }

    /// The last phrase that ends at a place, or whoever is named between the commas behind it.
    fn last(&self, items: &[Item], end: usize, apposed: Option<(usize, usize)>) -> Option<Meant> {
        let near = end.saturating_sub(FIRST);
        let start = items[near..end].iter().rposition(|item| match item {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => true,
            Item::Word { word, .. } => {
                let word = self.words.text(*word);
                cues::joins(word)
                    || matches!(word, "after" | "before" | "since" | "until" | "as" | "once" | "than")
            }
            Item::Name { .. } => false,
        });
        let start = start.map_or(near, |start| near + start + 1);
        // "Voters who back Orr said": whoever stands before `who`.
        let who = (start + 1..end).find(|at| self.word(items.get(*at)) == "who");
        let end = who.unwrap_or(end);
        let heads = self.heads(items, start, end);
        let Some(last) = heads.len().checked_sub(1) else {
            return self.unlisted(items, start, end).or_else(|| self.anybody(items, start, end));
        };
        if let Head::Role(_) = heads[last]
            && let Some((from, to)) = apposed
            && matches!(
                items.get(from),
                Some(
                    Item::Name { named: Named::Party(_) | Named::Introduced(_), .. }
                        | Item::Word { capital: true, .. }
                )
            )
        {
            let names = self.heads(items, from, to);
            if let Some(found) = names.first().and_then(|_| self.resolve(items, &names[..1], 0)) {
                return Some(found);
            }
        }
        self.resolve(items, &heads, last)
    }

    /// Whoever no list knows behind a verb: "said a person close to the board".
    fn behind(&self, items: &[Item], start: usize) -> Option<Meant> {
        let edge = |item: &Item| match item {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => true,
            Item::Word { word, .. } => cues::joins(self.words.text(*word)),
            Item::Name { .. } => false,
        };
        let end = items[start..].iter().position(edge).map_or(items.len(), |end| start + end);
        self.anybody(items, start, end)
    }

    /// The subject that stands behind a verb.
    pub(super) fn after(&self, items: &[Item], start: usize) -> Option<Meant> {
        let start = start.min(items.len());
        let end = items[start..].iter().position(|item| match item {
            Item::Comma | Item::Colon | Item::Break | Item::Quote(_) => true,
            Item::Word { word, .. } => {
                let word = self.words.text(*word);
                cues::joins(word) || cues::preposition(word)
            }
            Item::Name { .. } => false,
        });
        let end = end.map_or(items.len(), |end| start + end);
        let heads = self.heads(items, start, end);
        let person = heads.iter().rposition(|head| match head {
            Head::Named(_, Named::Party(party), _) => self.is_person(*party),
            Head::Named(_, Named::Introduced(at), _) => self.people.introduced[*at].person,
            _ => false,
        });
        let at = person.or_else(|| heads.len().checked_sub(1))?;
        // "said the minister, Ann Orr,": whoever is named behind the comma.
        if let (Head::Role(_), Some(Item::Comma), Some(Item::Name { named, range, genitive: false })) =
            (&heads[at], items.get(end), items.get(end + 1))
            && let Some(speaker) = self.speaker(*named, range.clone())
            && !matches!(speaker.party(), Some(party) if !self.is_person(party))
        {
            let phrase = self.phrase(items, heads[at].first(), end + 1);
            return Some(Meant::new(speaker, How::Named, phrase));
        }
        self.resolve(items, &heads, at)
    }
}

/// The place of the first comma between two places; the second of these where there is none.
pub(super) fn comma(items: &[Item], from: usize, end: usize) -> usize {
    items[from..end].iter().position(|item| matches!(item, Item::Comma)).map_or(end, |by| from + by)
}
