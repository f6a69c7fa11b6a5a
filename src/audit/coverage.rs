//! Which sentences of a draft that attribute something have a record, and which have none.

use std::collections::{BTreeSet, HashMap};

use super::claims::{self, Attribution, Standing, figures, weigh};
use super::held::Held;
use super::matching::Matched;
use super::since;
use super::verdict::Verdict;
use super::{Draft, Quoted};
use crate::attribution::parts::is_part;
use crate::attribution::sentences::Item;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::text::quotes::tokens::Word;

/// The number of sentences of a draft that attribute something, and of those that have a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Sentences that attribute something: with a quotation of speech, or with a party on file that says something.
    pub sentences: usize,
    /// Those of which something is on record.
    pub on_record: usize,
    /// Those without a quotation on file that say otherwise, or more, than the record.
    pub otherwise: usize,
}

/// Counts the sentences that attribute something, and those on record. The quotes stand in the order of the quotations.
#[must_use]
pub fn count(draft: &Draft<'_>, quotes: &[Quoted], attributions: &[Attribution]) -> Coverage {
    let mut coverage = Coverage::default();
    let mut standing: HashMap<usize, Standing> = HashMap::new();
    for told in attributions {
        let best = standing.entry(told.range.start).or_insert(told.standing);
        *best = told.standing.min(*best);
    }
    for sentence in &draft.sentences {
        let within = |quoted: &&Quoted| {
            quoted.range.start < sentence.range.end && sentence.range.start < quoted.range.end
        };
        let speech = |item: &Item| match item {
            Item::Quote(at) => {
                let from = quotes.partition_point(|quoted| quoted.quotation < *at);
                let mut own = quotes[from..].iter().take_while(|quoted| quoted.quotation == *at);
                own.find(within).filter(|quoted| quoted.verdict != Verdict::NotSpeech)
            }
            _ => None,
        };
        let spoken: Vec<&Quoted> = sentence.items.iter().filter_map(speech).collect();
        let told = standing.get(&sentence.range.start);
        if spoken.is_empty() && told.is_none() {
            continue;
        }
        coverage.sentences += 1;
        if spoken.iter().any(|quoted| !quoted.statements.is_empty()) {
            coverage.on_record += 1;
            continue;
        }
        match told {
            Some(Standing::OnRecord | Standing::Superseded) => coverage.on_record += 1,
            Some(Standing::NoRecord) | None => {}
            Some(_) => coverage.otherwise += 1,
        }
    }
    coverage
}

/// So many words that say something must a sentence share with a statement to be taken for what it reports.
const SHARED: usize = 2;

/// The things that a draft attributes without marks, in its order: what could be read as a proposition, and other
/// sentences in which a party on file says something.
#[must_use]
pub fn attributions(
    ledger: &Ledger,
    draft: &Draft<'_>,
    matched: &Matched,
    held: &Held<'_>,
    judged: &[Quoted],
) -> Vec<Attribution> {
    let claims = claims::claims(ledger, draft);
    let mut all = weigh::weigh(ledger, draft, &claims, held);
    let figures = figures::figures(ledger, draft);
    let read: BTreeSet<usize> =
        claims.iter().map(|(at, _)| *at).chain(figures.iter().map(|(at, _)| *at)).collect();
    all.extend(figures.into_iter().map(|(_, figure)| figure));
    let mut told: Vec<(usize, PartyId)> = Vec::new();
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let quoted = sentence.items.iter().any(|item| matches!(item, Item::Quote(_)));
        let party = draft.speakers.cues[at].iter().find_map(|cue| {
            // What was not plainly said is nobody's.
            cue.subject.as_ref().filter(|_| cue.plain())?.speaker.party()
        });
        told.extend(party.filter(|_| !quoted && !read.contains(&at)).map(|party| (at, party)));
    }
    for ((at, party), statements) in told.iter().zip(reported(ledger, draft, matched, &told)) {
        let (standing, message) = if statements.is_empty() {
            (
                Standing::NoRecord,
                format!("nothing on record of {} is near to this", ledger.party(*party).name),
            )
        } else {
            (Standing::OnRecord, "on record, it seems, in other words".to_owned())
        };
        let range = draft.sentences[*at].range.clone();
        all.push(Attribution {
            range,
            standing,
            party: Some(*party),
            statements,
            positions: Vec::new(),
            proposition: None,
            message,
        });
    }
    since::mark(ledger, held, &mut all, judged);
    all.sort_by_key(|attribution| (attribution.range.start, attribution.standing));
    all
}

/// For each sentence in which a party says something, the statements of that party that share most of its words.
fn reported(
    ledger: &Ledger,
    draft: &Draft<'_>,
    matched: &Matched,
    told: &[(usize, PartyId)],
) -> Vec<Vec<StatementId>> {
    let mut sentences: HashMap<Word, Vec<usize>> = HashMap::new();
    for (place, (at, _)) in told.iter().enumerate() {
        for item in &draft.sentences[*at].items {
            if let Item::Word { word, .. } = item
                && !draft.words.common(*word)
            {
                let known = sentences.entry(*word).or_default();
                if known.last() != Some(&place) {
                    known.push(place);
                }
            }
        }
    }
    let mut best: Vec<(usize, Vec<StatementId>)> = vec![(SHARED, Vec::new()); told.len()];
    let mut counts = vec![0; told.len()];
    for (id, wording) in &matched.wordings {
        let words: BTreeSet<Word> = wording
            .tokens
            .iter()
            .map(|token| token.word)
            .filter(|word| sentences.contains_key(word))
            .collect();
        let met: Vec<usize> = words.iter().flat_map(|word| &sentences[word]).copied().collect();
        for place in &met {
            counts[*place] += 1;
        }
        for place in met {
            let shared = std::mem::take(&mut counts[place]);
            let (most, found) = &mut best[place];
            if shared >= *most && ledger.statement(*id).by.iter().any(|by| same(ledger, *by, told[place].1)) {
                if shared > *most {
                    found.clear();
                    *most = shared;
                }
                found.push(*id);
            }
        }
    }
    best.into_iter().map(|(_, found)| found).collect()
}

fn same(ledger: &Ledger, one: PartyId, other: PartyId) -> bool {
    one == other || is_part(ledger, one, other) || is_part(ledger, other, one)
}
