//! From an extraction to a file of drafts.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::draft::{Draft, Drafts, New, Proposed, State};
use super::{By, Extraction, Newcomer, Statement};
use crate::ledger::ids::slug;
use crate::read::fields::{self, List};
use crate::write::emit::{Record, Yaml};

/// The drafts of an article, named as it was. What is on file already is not proposed again.
#[must_use]
pub fn drafts(extraction: &Extraction<'_>, article: &str) -> Drafts {
    let ledger = extraction.ledger;
    let mut ids = FxHashSet::default();
    let mut new: Vec<New> = Vec::new();
    let mut offered = BTreeSet::new();
    let mut drafts = Vec::new();
    for statement in extraction.statements.iter().filter(|statement| statement.known.is_none()) {
        for at in needs(extraction, statement) {
            // What it is part of comes first; a chain that closes has no end.
            let mut chain = vec![at];
            let whole = |at: usize| {
                let whole = extraction.newcomers[at].part_of.as_ref()?;
                extraction.newcomers.iter().position(|new| new.list == "parties" && new.id == *whole)
            };
            while let Some(next) = whole(chain[chain.len() - 1]).filter(|next| !chain.contains(next)) {
                chain.push(next);
            }
            for at in chain.into_iter().rev() {
                if offered.insert(at) {
                    new.extend(newcomer(extraction, &extraction.newcomers[at]));
                }
            }
        }
        drafts.push(draft(extraction, statement, &mut ids));
    }
    let known: BTreeSet<_> = extraction.statements.iter().filter_map(|statement| statement.known).collect();
    Drafts {
        article: article.to_owned(),
        source: extraction.wanted.source.map(|source| ledger.source(source).id.clone()),
        about: extraction.wanted.about.map(|event| ledger.event(event).id.clone()),
        known: known.into_iter().map(|id| ledger.statement(id).id.clone()).collect(),
        new,
        drafts,
    }
}

/// The newcomers of a statement, in the order in which it names them.
fn needs(extraction: &Extraction<'_>, statement: &Statement) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    if let Some(By::New(at)) = statement.speaker.as_ref().map(|speaker| speaker.by) {
        all.push(at);
    }
    let named = statement.via.iter().chain(&statement.citing);
    all.extend(named.filter_map(|id| extraction.newcomers.iter().position(|new| new.id == *id)));
    all.extend(statement.proposals.iter().flat_map(|proposal| proposal.needs.iter().copied()));
    all
}

fn newcomer(extraction: &Extraction<'_>, new: &Newcomer) -> Option<New> {
    let record = Record::of(&new.id)
        .text("name", &new.name)
        .maybe("kind", new.kind)
        .maybe("title", new.title.as_deref())
        .maybe("part-of", new.part_of.as_deref());
    let list: &'static List = fields::list(new.list)?;
    let words = line(&extraction.text[new.words.clone()]);
    Some(New { state: State::Proposed, list, record, words })
}

fn draft(extraction: &Extraction<'_>, statement: &Statement, ids: &mut FxHashSet<String>) -> Draft {
    let ledger = extraction.ledger;
    let text = extraction.text;
    let speaker = statement.speaker.as_ref();
    let by = speaker.and_then(|speaker| match speaker.by {
        By::Party(party) => Some(ledger.party(party).id.as_str()),
        By::New(at) => Some(extraction.newcomers[at].id.as_str()),
        By::Unknown => speaker.anonymous.is_some().then_some("unknown"),
    });
    let source = extraction.wanted.source.map(|source| ledger.source(source).id.as_str());
    let quotes =
        statement.quotes.iter().map(|quote| text[quote.clone()].trim()).filter(|quote| !quote.is_empty());
    let via = statement.via.iter().map(|id| Yaml::Text(id.clone())).collect();
    let record = Record::of(&id(extraction, by, statement, ids))
        .maybe("by", by)
        .maybe("date", statement.date.as_deref())
        .maybe("source", source)
        .text("locator", &format!("¶{}", statement.paragraph))
        .texts("quote", quotes)
        .maybe("anonymous", speaker.and_then(|speaker| speaker.anonymous.as_deref()).map(line).as_deref())
        .values("via", via)
        .texts("citing", &statement.citing);
    let proposed = statement.proposals.iter().map(|proposal| Proposed {
        stance: proposal.stance,
        propositions: proposal.propositions.clone(),
        words: line(&text[proposal.words.clone()]),
        sure: proposal.sure,
    });
    let pieces: Vec<String> = statement.pieces.iter().map(|piece| line(&text[piece.clone()])).collect();
    Draft {
        state: State::Proposed,
        kind: statement.kind.word().to_owned(),
        how: speaker.map(|speaker| speaker.how.word().to_owned()),
        cue: statement.cue.as_ref().map(|cue| line(&text[cue.clone()])),
        words: pieces.join(" … "),
        statement: record,
        proposed: proposed.collect(),
    }
}

/// An id for a statement: from who speaks and where, as no other has it.
fn id(
    extraction: &Extraction<'_>,
    by: Option<&str>,
    statement: &Statement,
    ids: &mut FxHashSet<String>,
) -> String {
    let source = extraction.wanted.source.map(|source| extraction.ledger.source(source).id.as_str());
    let said = statement.cue.as_ref().map_or("says", |cue| &extraction.text[cue.clone()]);
    let base = match by.filter(|by| *by != "unknown") {
        Some(by) => slug(&format!("{by} {said}")),
        None => slug(&format!("{} {}", source.unwrap_or("article"), statement.paragraph)),
    };
    let taken = |id: &String| extraction.ledger.statements.find(id).is_some() || ids.contains(id);
    let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    let id = std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(base);
    ids.insert(id.clone());
    id
}

/// A text in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
