//! What is to be said of a matter beside the word of each party: how it stands, what is agreed, what has no answer.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::settled::reconciled;
use super::{Group, borne};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Also, Family, Finding, Level, Tells};
use crate::views::document::Document;
use crate::views::replies::formats::asked;

/// The name of the rule of a finding, and the proposition that it is about.
type Name = (&'static str, Option<Proposition>);

/// Words the remarks one after another, and knows which reasons were given above.
pub(super) struct Remarks<'d> {
    ledger: &'d Ledger,
    reasoning: &'d Reasoning<'d>,
    /// What was done to have an answer to an accusation, where anything was.
    asked: FxHashMap<Proposition, String>,
    /// The findings that are folded into another, by that one.
    folded: FxHashMap<Name, Vec<&'d Finding>>,
    reasons: BTreeSet<String>,
}

impl<'d> Remarks<'d> {
    pub(super) fn new(reasoning: &'d Reasoning<'d>, document: &'d Document<'_>) -> Self {
        let accusations = document.replies.accused.iter().flat_map(|accused| &accused.accusations);
        let requested = accusations.filter(|accusation| !accusation.requests.all().is_empty());
        let mut folded: FxHashMap<Name, Vec<&Finding>> = FxHashMap::default();
        for finding in &document.report.findings {
            if let Some(into) = &finding.folding.into {
                folded.entry((into.rule.id, into.about)).or_default().push(finding);
            }
        }
        Self {
            ledger: document.report.ledger,
            reasoning,
            asked: requested.map(|accusation| (accusation.proposition, asked(accusation))).collect(),
            folded,
            reasons: BTreeSet::new(),
        }
    }

    /// The sentences on a finding that its lines do not say; empty where they say it all, or it was said above.
    pub(super) fn of(&mut self, group: Group, finding: &Finding) -> Vec<String> {
        if let Some(reconciled) = reconciled(self.ledger, finding) {
            return vec![reconciled];
        }
        let beyond = || finding.beyond.as_ref().unwrap_or(&finding.message).clone();
        let mut told = match finding.rule.tells {
            Tells::Reading => match borne::read(finding).as_slice() {
                [] => Vec::new(),
                read => vec![format!("{} not said so.", self.have(read))],
            },
            Tells::Accusation => {
                let told = format!("{} not answered that on record.", self.have(&finding.parties));
                let requested = finding.about.and_then(|about| self.asked.get(&about).cloned());
                [finding.beyond.clone().unwrap_or(told)].into_iter().chain(requested).collect()
            }
            Tells::Link => {
                let heading = (group != Group::Unverified).then(|| "Not verified.".to_owned());
                let blame = finding.standing.as_ref().is_some_and(|standing| standing.blame);
                let mut told: Vec<String> = heading.filter(|_| !blame).into_iter().collect();
                if finding.level != Level::Note {
                    told.extend(self.standing(finding));
                    told.push(finding.beyond.clone().unwrap_or_default());
                }
                told
            }
            _ if finding.family == Family::Agreement => {
                // Told with a matter of another group, an agreement says who agrees.
                let told = if group == Group::Agreed { beyond() } else { finding.message.clone() };
                let one = borne::read_in_one(self.reasoning, finding).map(str::to_owned);
                [told].into_iter().chain(one).collect()
            }
            _ => vec![beyond()],
        };
        told.retain(|told| !told.trim().is_empty());
        told
    }

    /// The sentences on how a link stands, those that were not told above.
    fn standing(&mut self, finding: &Finding) -> Vec<String> {
        let Some(standing) = &finding.standing else { return Vec::new() };
        let told = borne::lacks(self.reasoning, standing).into_iter();
        told.chain(borne::interests(self.reasoning, standing))
            .filter(|told| self.reasons.insert(told.clone()))
            .collect()
    }

    /// What a finding takes in, as words to be read after "also:", and as sentences; either may be empty.
    pub(super) fn also(&mut self, finding: &Finding, also: &Also) -> (String, Vec<String>) {
        let into = self.folded.get(&(finding.rule.id, finding.about));
        let folded: Vec<&Finding> =
            into.into_iter().flatten().copied().filter(|one| one.about == also.about).collect();
        if folded.is_empty() {
            return (also.text.clone(), Vec::new());
        }
        let (links, others): (Vec<&Finding>, Vec<&Finding>) =
            folded.iter().partition(|one| one.rule.tells == Tells::Link);
        let asides = || others.iter().filter_map(|one| one.folding.aside.as_deref());
        let own = also.about == finding.about;
        let asked = !own || !others.is_empty() && asides().next().is_none();
        let question = asked.then(|| &*folded[0].question);
        let words: Vec<&str> = question.into_iter().chain(asides()).collect();
        let mut words = words.join("; ");
        let mut sentences = Vec::new();
        for link in links {
            let blame = link.standing.as_ref().is_some_and(|standing| standing.blame);
            if !own {
                words.push_str(if blame { "" } else { " (not verified)" });
            } else if !blame {
                sentences.push("Not verified.".to_owned());
                sentences.extend(self.standing(link));
            }
        }
        (words, sentences)
    }

    /// Parties with "has" or "have", to begin a sentence.
    fn have(&self, parties: &[PartyId]) -> String {
        let have = words::verb(words::parties_number(self.ledger, parties), "have");
        format!("{} {have}", words::capital(&words::parties(self.ledger, parties)))
    }
}
