//! The right of reply: of what each party is accused and by whom, its answers, whether it was asked, and what to ask.
//!
//! Accusations, answers and requests are decided in `reason/state`, as for the rule `unanswered-accusation`. Answered
//! accusations are listed too.

mod answers;
pub mod formats;
mod question;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::focus::{self, Matter};
use crate::check::options::Options;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words::{self, Pronoun};
use crate::reason::Reasoning;
use crate::reason::state::accusation;
use crate::reason::state::request::Requests;
use crate::reason::state::spoken_of::Spoken;
use answers::{answer, sorted, word};

/// All accusations on file, by accused root.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replies {
    /// The accused, by name.
    pub accused: Vec<Accused>,
    /// The number of accusations of descriptions ("armed groups in the north"), which cannot be asked.
    pub of_descriptions: usize,
}

/// An accused root.
#[derive(Clone, Debug, PartialEq)]
pub struct Accused {
    /// The root.
    pub root: PartyId,
    /// The accusations, the earliest first.
    pub accusations: Vec<Accusation>,
}

/// An accusation: a proposition that accuses, and that another root asserts or suggests in so many words.
#[derive(Clone, Debug, PartialEq)]
pub struct Accusation {
    /// The proposition.
    pub proposition: Proposition,
    /// The proposition in words.
    pub reading: String,
    /// The pronoun of the accused root.
    pub accused: Pronoun,
    /// The words of the accusers.
    pub accusers: Vec<Word>,
    /// The answers of the accused.
    pub answers: Vec<Word>,
    /// The answers that others say the accused gave; hearsay answers nothing.
    pub hearsay: Vec<Word>,
    /// True when it is answered.
    pub answered: bool,
    /// The positions of the accused on the same events, in words; empty where it has answered.
    pub beside: Vec<String>,
    /// The requests for a reply on file.
    pub requests: Requests,
    /// The stronger accusation by the same accusers that implies this one, in words; none where there is none.
    pub within: Option<String>,
    /// The question to ask; none where it is answered, or within another question.
    pub question: Option<String>,
}

/// The word of one root on an accusation.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The root.
    pub root: PartyId,
    /// The statement.
    pub statement: StatementId,
    /// The stance.
    pub stance: Stance,
    /// The act in words, to be read after the name: "accuses Sudria", "denies any part in it".
    pub says: String,
    /// True when it is on the accusation itself, in so many words.
    pub direct: bool,
    /// True when the words reach us only through another party.
    pub hearsay: bool,
}

impl Accusation {
    /// The question, where the accusation is neither answered nor asked about; otherwise none.
    #[must_use]
    pub fn to_ask(&self) -> Option<&str> {
        self.question.as_deref().filter(|_| self.requests.asked().is_none())
    }
}

/// An accusation with its entry.
struct Brought<'r> {
    accusation: accusation::Accusation<'r>,
    entry: Accusation,
}

/// All accusations on file that pass the filters.
#[must_use]
pub fn replies(reasoning: &Reasoning<'_>, options: &Options) -> Replies {
    let mut replies = Replies::default();
    let mut all: Vec<Brought<'_>> = Vec::new();
    for accusation in accusation::accusations(reasoning) {
        if accusation.of_description {
            replies.of_descriptions += 1;
        } else {
            all.push(Brought { entry: entry(reasoning, &accusation), accusation });
        }
    }
    let within = within(reasoning, &all);
    let spoken = Spoken::new(reasoning);
    let mut by_root: BTreeMap<PartyId, Vec<Accusation>> = BTreeMap::new();
    for (mut found, within) in all.into_iter().zip(within) {
        let root = found.accusation.root;
        let statements: Vec<StatementId> = found.entry.accusers.iter().map(|word| word.statement).collect();
        let matter = Matter {
            about: Some(found.entry.proposition),
            parties: &[root],
            statements: &statements,
            accuses: true,
            ..Matter::default()
        };
        if !focus::passes(reasoning, options, matter) {
            continue;
        }
        if !found.entry.answered {
            found.entry.beside = answers::beside(reasoning, &spoken, &found.accusation);
            if within.is_none() {
                found.entry.question = Some(question::question(reasoning, &found));
            }
            found.entry.within = within;
        }
        by_root.entry(root).or_default().push(found.entry);
    }
    replies.accused = by_root.into_iter().map(|(root, accusations)| Accused { root, accusations }).collect();
    let ledger = reasoning.ledger;
    replies.accused.sort_by_key(|one| (&ledger.party(one.root).name, &ledger.party(one.root).id));
    for one in &mut replies.accused {
        one.accusations.sort_by_cached_key(|one| {
            let first = one.accusers.first().map(|word| ledger.statement(word.statement).date.order());
            (first, words::canonical(ledger, &one.proposition))
        });
    }
    replies
}

/// An accusation in words, without the parts that depend on others.
fn entry(reasoning: &Reasoning<'_>, found: &accusation::Accusation<'_>) -> Accusation {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(found.id);
    let accusers = found.accusing.iter().map(|hold| word(reasoning, found.id, hold)).collect();
    let answers = |all: &[accusation::Answer<'_>]| {
        sorted(reasoning, all.iter().map(|one| answer(reasoning, found.id, one)).collect())
    };
    Accusation {
        reading: words::sentence(ledger, &proposition, None, Sign::Plus),
        accused: words::pronoun(ledger, found.root),
        accusers: sorted(reasoning, accusers),
        answers: answers(&found.answers),
        hearsay: answers(&found.hearsay),
        answered: found.answered(),
        beside: Vec::new(),
        requests: Requests::new(ledger, found.root, &proposition),
        within: None,
        question: None,
        proposition,
    }
}

/// For each accusation, the stronger one that covers it: open too, of the same root, implying it, and brought by all
/// its accusers. None where there is none.
fn within(reasoning: &Reasoning<'_>, all: &[Brought<'_>]) -> Vec<Option<String>> {
    let who = |found: &Brought<'_>| -> BTreeSet<PartyId> {
        found.accusation.open.iter().map(|hold| hold.root).collect()
    };
    let places: BTreeMap<PropositionId, usize> =
        all.iter().enumerate().map(|(at, found)| (found.accusation.id, at)).collect();
    let mut within: Vec<Option<String>> = vec![None; all.len()];
    for other in all.iter().filter(|other| !other.entry.answered) {
        for to in reasoning.consequences(other.accusation.id).iter().map(|consequence| consequence.to) {
            let Some(at) = places.get(&to).copied().filter(|_| to != other.accusation.id) else { continue };
            let one = &all[at];
            let nearer = within[at].as_ref().is_none_or(|known| other.entry.reading < *known);
            if nearer && one.accusation.root == other.accusation.root && who(one).is_subset(&who(other)) {
                within[at] = Some(other.entry.reading.clone());
            }
        }
    }
    within
}
