//! The right of reply: what each party is accused of, by whom, what it answered, whether it was asked, what to ask.
//!
//! What counts as an accusation and as an answer is what the rule `unanswered-accusation` says. This lists the answered
//! ones too.

mod answers;
pub mod formats;
mod question;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::focus::narrow;
use crate::check::options::Options;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::text::Span;
use answers::{Spoken, on_accuracy, sorted, word};

/// All accusations on file, by accused root.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replies {
    /// Who is accused, by name.
    pub accused: Vec<Accused>,
    /// How many accusations are of descriptions ("armed groups in the north"), which cannot be asked.
    pub of_descriptions: usize,
}

/// One accused root.
#[derive(Clone, Debug, PartialEq)]
pub struct Accused {
    /// Who.
    pub root: PartyId,
    /// Of what, the earliest accusation first.
    pub accusations: Vec<Accusation>,
}

/// One accusation: a proposition that somebody else asserts or suggests of the accused in so many words.
#[derive(Clone, Debug, PartialEq)]
pub struct Accusation {
    /// Its canonical text.
    pub proposition: String,
    /// In words.
    pub reading: String,
    /// Who says so.
    pub accusers: Vec<Word>,
    /// What the accused says to it.
    pub answers: Vec<Word>,
    /// What it is said to have said to it, by others only: that answers nothing.
    pub hearsay: Vec<Word>,
    /// Whether it is answered.
    pub answered: bool,
    /// What the accused said of the same events, in words, where it has not answered this.
    pub beside: Vec<String>,
    /// Requests for a reply on file, the earliest first.
    pub requests: Vec<Asked>,
    /// Where the same accusers bring a stronger accusation that implies this one: that one, in words.
    pub within: Option<String>,
    /// What to ask, where it is neither answered nor within another question.
    pub question: Option<String>,
}

/// One root's word on an accusation.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Who.
    pub root: PartyId,
    /// Where.
    pub statement: StatementId,
    /// How it stands to it.
    pub stance: Stance,
    /// The same in words, to be read after the name.
    pub says: String,
    /// The words reach us only through another party.
    pub hearsay: bool,
}

/// A request for a reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// When.
    pub date: Option<Date>,
    /// `replied`, `declined`, `no-reply` or `not-reached`.
    pub outcome: Option<String>,
    /// Where it is written.
    pub span: Span,
}

impl Accusation {
    /// The latest request, unless the party was never reached.
    #[must_use]
    pub fn asked(&self) -> Option<&Asked> {
        self.requests.iter().rev().find(|request| request.outcome.as_deref() != Some("not-reached"))
    }

    /// Whether it is neither answered nor asked, and so still to be asked.
    #[must_use]
    pub fn to_ask(&self) -> Option<&str> {
        self.question.as_deref().filter(|_| self.asked().is_none())
    }
}

/// An accusation while it is looked into.
struct Found<'r> {
    id: PropositionId,
    root: PartyId,
    accused: PartyId,
    accusing: Vec<&'r Hold>,
    /// Those of them that the accused has not called inaccurate.
    open: Vec<&'r Hold>,
    entry: Accusation,
}

/// Lists the accusations of a ledger.
#[must_use]
pub fn replies(reasoning: &Reasoning<'_>, options: &Options) -> Replies {
    let mut replies = Replies::default();
    let mut all: Vec<Found<'_>> = Vec::new();
    for (id, holds) in reasoning.groups() {
        match found(reasoning, id, holds) {
            Some(Ok(found)) => all.push(found),
            Some(Err(())) => replies.of_descriptions += 1,
            None => {}
        }
    }
    let within = within(reasoning, &all);
    let spoken = Spoken::new(reasoning);
    let mut by_root: BTreeMap<PartyId, Vec<Accusation>> = BTreeMap::new();
    for (mut found, within) in all.into_iter().zip(within) {
        let statements: Vec<StatementId> = found.entry.accusers.iter().map(|word| word.statement).collect();
        if !narrow::keeps_accusation(reasoning, options, &found.entry.proposition, found.root, &statements) {
            continue;
        }
        if !found.entry.answered {
            found.entry.beside = spoken.beside(reasoning, &found);
            if within.is_none() {
                found.entry.question = Some(question::question(reasoning, &found));
            }
            found.entry.within = within;
        }
        by_root.entry(found.root).or_default().push(found.entry);
    }
    replies.accused = by_root.into_iter().map(|(root, accusations)| Accused { root, accusations }).collect();
    let ledger = reasoning.ledger;
    replies.accused.sort_by_key(|one| (&ledger.party(one.root).name, &ledger.party(one.root).id));
    for one in &mut replies.accused {
        one.accusations.sort_by_cached_key(|one| {
            let first = one.accusers.first().map(|word| ledger.statement(word.statement).date.order());
            (first, one.proposition.clone())
        });
    }
    replies
}

/// The accusation that a proposition is, if anybody brings it; an error where it is of a description.
fn found<'r>(
    reasoning: &'r Reasoning<'_>,
    id: PropositionId,
    holds: &'r [Hold],
) -> Option<Result<Found<'r>, ()>> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let at = ledger.vocabulary.get(proposition.predicate).accuses?;
    let accused = PartyId(proposition.arguments().get(at)?.0);
    let date = |hold: &Hold| reasoning.position(hold.base).date;
    let brings = |hold: &&Hold| {
        hold.sign() == Sign::Plus && hold.stated() && roots::root(ledger, accused, &date(hold)) != hold.root
    };
    let accusing: Vec<&Hold> = holds.iter().filter(brings).collect();
    let latest = accusing.iter().map(|hold| date(hold)).max_by_key(Date::order)?;
    if ledger.is_class(accused) {
        return Some(Err(()));
    }
    let root = roots::root(ledger, accused, &latest);
    let proposed: Vec<&Hold> = holds.iter().chain(reasoning.against(id)).collect();
    let own = |heard: bool| {
        let own = proposed
            .iter()
            .filter(move |hold| hold.root == root && reasoning.position(hold.base).hearsay != heard);
        own.map(|hold| word(reasoning, id, hold))
    };
    let mut answers: Vec<Word> = own(true).collect();
    let mut hearsay: Vec<Word> = own(false).collect();
    let mut answered = !answers.is_empty();
    let mut open = Vec::new();
    for hold in &accusing {
        let words = on_accuracy(reasoning, root, reasoning.position(hold.base).statement);
        let (heard, said): (Vec<Word>, Vec<Word>) = words.into_iter().partition(|word| word.hearsay);
        if said.is_empty() {
            open.push(*hold);
        }
        answers.extend(said);
        hearsay.extend(heard);
    }
    answered |= open.is_empty();
    let canonical = words::canonical(ledger, &proposition);
    let entry = Accusation {
        reading: words::sentence(ledger, &proposition, None, Sign::Plus),
        accusers: sorted(reasoning, accusing.iter().map(|hold| word(reasoning, id, hold)).collect()),
        answers: sorted(reasoning, answers),
        hearsay: sorted(reasoning, hearsay),
        answered,
        beside: Vec::new(),
        requests: requests(reasoning, root, &canonical),
        within: None,
        question: None,
        proposition: canonical,
    };
    Some(Ok(Found { id, root, accused, accusing, open, entry }))
}

fn requests(reasoning: &Reasoning<'_>, root: PartyId, on: &str) -> Vec<Asked> {
    let ledger = reasoning.ledger;
    let fits = |request: &&crate::ledger::model::editorial::Request| {
        let date = request.date.unwrap_or_else(|| Date::day(i32::MAX / 2));
        request.to.iter().any(|party| roots::root(ledger, *party, &date) == root)
            && (request.about.is_empty() || request.about.iter().any(|about| about == on))
    };
    let asked = |request: &crate::ledger::model::editorial::Request| Asked {
        date: request.date,
        outcome: request.outcome.clone(),
        span: request.span,
    };
    let mut found: Vec<Asked> = ledger.requests.iter().filter(fits).map(asked).collect();
    found.sort_by_key(|request| (request.date.map(|date| date.order()), request.span));
    found
}

/// For each accusation the stronger one that covers it: open too, of the same root, implying it, and brought by all
/// its accusers.
fn within(reasoning: &Reasoning<'_>, all: &[Found<'_>]) -> Vec<Option<String>> {
    let who = |found: &Found<'_>| -> BTreeSet<PartyId> { found.open.iter().map(|hold| hold.root).collect() };
    let places: BTreeMap<PropositionId, usize> =
        all.iter().enumerate().map(|(at, found)| (found.id, at)).collect();
    let mut within: Vec<Option<String>> = vec![None; all.len()];
    for other in all.iter().filter(|other| !other.entry.answered) {
        for to in reasoning.consequences(other.id).iter().map(|consequence| consequence.to) {
            let Some(at) = places.get(&to).copied().filter(|_| to != other.id) else { continue };
            let one = &all[at];
            let nearer = within[at].as_ref().is_none_or(|known| other.entry.reading < *known);
            if nearer && one.root == other.root && who(one).is_subset(&who(other)) {
                within[at] = Some(other.entry.reading.clone());
            }
        }
    }
    within
}
