//! From what is attributed and what sentences say to statements: one for each speaker and sentence, with its propositions.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::answers::Before;
use super::newcomers::{Newcomer, Newcomers};
use super::said::holders::attribution_of;
use super::said::propositions::{Holder, Told};
use super::said::reading::Reading;
use super::{By, Proposal, Speaker, Statement, Wanted, carriers, describe, people, when};
use crate::attribution::attributions::Kind;
use crate::attribution::speakers::How;

/// The statements of an article, in its order, and whoever is new in them.
pub fn settle<'l>(
    reading: &Reading<'l>,
    newcomers: Newcomers<'l>,
    wanted: Wanted,
) -> (Vec<Statement>, Vec<Newcomer>) {
    let mut settler = Settler {
        reading,
        newcomers,
        statements: Vec::new(),
        of: vec![None; reading.attributions.len()],
        accused: FxHashMap::default(),
    };
    for sentence in 0..reading.prose.sentences.len() {
        settler.sentence(sentence);
    }
    let Settler { mut newcomers, mut statements, .. } = settler;
    headline(reading, &mut statements);
    carriers::enter(reading, &mut newcomers, &mut statements);
    when::enter(reading, wanted, &mut statements);
    describe::describe(reading, &mut newcomers);
    (statements, newcomers.all)
}

/// Statements in the making.
pub(super) struct Settler<'s, 'l> {
    /// What the article is read with.
    pub(super) reading: &'s Reading<'l>,
    /// Whoever and whatever is new so far.
    pub(super) newcomers: Newcomers<'l>,
    /// The statements so far.
    pub(super) statements: Vec<Statement>,
    /// The statement to which each attribution belongs.
    of: Vec<Option<usize>>,
    /// The last thing of which somebody was accused: the predicate and the event.
    pub(super) accused: FxHashMap<By, Told>,
}

impl Settler<'_, '_> {
    fn sentence(&mut self, sentence: usize) {
        let reading = self.reading;
        let first = self.statements.len();
        for at in &reading.by_sentence[sentence] {
            let attribution = &reading.attributions[*at];
            if attribution.negated && attribution.kind != Kind::Direct {
                continue;
            }
            // "No group has claimed it": nobody says so.
            if attribution.source.as_ref().is_some_and(|source| nobody(&reading.text[source.range.clone()])) {
                continue;
            }
            // "Orr quoted Brandt as saying": it is he who says so, and she who carried it.
            if quoting(reading, sentence, *at) {
                continue;
            }
            let speaker = attribution
                .source
                .as_ref()
                .map(|source| people::speaker(reading, &mut self.newcomers, sentence, source));
            let place = self.statement(first, sentence, speaker, attribution.kind, attribution.cue.clone());
            self.of[*at] = Some(place);
            let statement = &mut self.statements[place];
            statement.pieces.extend(attribution.pieces.iter().cloned());
            if statement.kind != attribution.kind {
                statement.kind = Kind::Mixed;
            }
        }
        let mut told = reading.told(sentence, &reading.units[sentence]);
        told.sort_by_key(|told| told.words.start);
        for told in &told {
            self.told(first, sentence, told);
        }
        // An accusation may stand in the sentence in which it is denied.
        for answer in self.answers(sentence, &told) {
            self.told(first, sentence, &answer);
        }
        for statement in &mut self.statements[first..] {
            tidy(reading, statement);
        }
    }

    /// The statement of a speaker in a sentence, which is begun where there is none.
    fn statement(
        &mut self,
        first: usize,
        sentence: usize,
        speaker: Option<Speaker>,
        kind: Kind,
        cue: Option<Range<usize>>,
    ) -> usize {
        let same = |statement: &Statement| match (&statement.speaker, &speaker) {
            (Some(one), Some(other)) => match (one.by, other.by) {
                (By::Unknown, By::Unknown) => one.words == other.words,
                (one, other) => one == other,
            },
            _ => false,
        };
        if let Some(at) = (first..self.statements.len()).find(|at| same(&self.statements[*at])) {
            return at;
        }
        self.statements.push(Statement {
            pieces: Vec::new(),
            quotes: Vec::new(),
            kind,
            speaker,
            cue,
            sentence,
            paragraph: self.reading.prose.sentences[sentence].paragraph + 1,
            date: None,
            via: Vec::new(),
            citing: Vec::new(),
            proposals: Vec::new(),
            known: None,
        });
        self.statements.len() - 1
    }

    /// Enters a proposition into the statement of whoever says so.
    fn told(&mut self, first: usize, sentence: usize, told: &Told) -> Option<()> {
        let reading = self.reading;
        let place = match &told.holder {
            Holder::Attribution(at) => self.of[*at]?,
            Holder::Verb(at) => {
                let verb = &reading.prose.speakers.cues[sentence][*at];
                let meant =
                    verb.subject.as_ref().filter(|meant| !nobody(&reading.text[meant.range.clone()]))?;
                let cue = reading.item_range(sentence, verb.at)?;
                let attribution = attribution_of(reading.attributions, &reading.by_sentence[sentence], &cue);
                if let Some(place) = attribution.and_then(|at| self.of[at]) {
                    place
                } else {
                    let speaker = people::meant(reading, &mut self.newcomers, meant);
                    self.statement(first, sentence, Some(speaker), Kind::Indirect, Some(cue))
                }
            }
            Holder::Party(who, words) => {
                let (by, name) = self.party(who)?;
                let speaker = Speaker { words: words.clone(), name, by, anonymous: None, how: How::Named };
                self.statement(first, sentence, Some(speaker), Kind::Indirect, None)
            }
        };
        let before = match self.of_before(place, sentence, told) {
            Before::Nothing => None,
            Before::Told(before) => Some(*before),
            Before::Unknown => {
                let statement = &mut self.statements[place];
                if statement.pieces.is_empty() {
                    statement.pieces.push(told.words.clone());
                }
                return None;
            }
        };
        let told = before.as_ref().unwrap_or(told);
        let proposal = self.proposal(place, told)?;
        let statement = &mut self.statements[place];
        if statement.pieces.is_empty() {
            statement.pieces.push(told.words.clone());
        }
        let same =
            |own: &Proposal| own.propositions == proposal.propositions && own.stance == proposal.stance;
        if !statement.proposals.iter().any(same) {
            statement.proposals.push(proposal);
        }
        self.remember(place, told);
        Some(())
    }
}

/// Whether an attribution only says that its speaker quotes somebody, whose words follow: "quoted Brandt as saying".
fn quoting(reading: &Reading<'_>, sentence: usize, at: usize) -> bool {
    let attribution = &reading.attributions[at];
    let word =
        |cue: &Option<Range<usize>>| cue.as_ref().map_or("", |cue| &reading.text[cue.clone()]).to_lowercase();
    let own = word(&attribution.cue);
    let quotes = own.starts_with("quot") || matches!(own.as_str(), "cited" | "cites" | "citing");
    quotes
        && attribution.kind != Kind::Direct
        && reading.by_sentence[sentence].iter().any(|other| {
            let inner = &reading.attributions[*other];
            inner.within == Some(at) && word(&inner.cue).ends_with("ing")
        })
}

/// Whether a phrase names nobody: "no group", "neither side".
fn nobody(phrase: &str) -> bool {
    let first = phrase.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(
        first.as_str(),
        "no" | "none"
            | "nobody"
            | "neither"
            | "nothing"
            | "whoever"
            | "anyone"
            | "anybody"
            | "everyone"
            | "everybody"
            | "those"
            | "what"
            | "who"
    )
}

/// Takes out what a headline says of somebody where the text below says the same: it was said once.
fn headline(reading: &Reading<'_>, statements: &mut Vec<Statement>) {
    let first = reading.prose.sentences.first();
    let Some(end) = first.map(|sentence| sentence.range.end) else { return };
    let heading = reading.text[..end].trim_end();
    if heading.ends_with(['.', '!', '?', '”', '"', '’']) || reading.prose.sentences.len() < 2 {
        return;
    }
    let below: Vec<(Option<By>, Proposal)> = statements
        .iter()
        .filter(|statement| statement.sentence > 0)
        .flat_map(|statement| {
            let by = statement.speaker.as_ref().map(|speaker| speaker.by);
            statement.proposals.iter().map(move |proposal| (by, proposal.clone()))
        })
        .collect();
    statements.retain(|statement| {
        let by = statement.speaker.as_ref().map(|speaker| speaker.by);
        let same = |own: &Proposal| {
            below.iter().any(|(other, told)| {
                *other == by && told.stance == own.stance && told.propositions == own.propositions
            })
        };
        statement.sentence > 0 || statement.proposals.is_empty() || !statement.proposals.iter().all(same)
    });
}

/// Puts the pieces of a statement in order, and finds those that stand in marks.
fn tidy(reading: &Reading<'_>, statement: &mut Statement) {
    statement.pieces.sort_by_key(|piece| (piece.start, piece.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for piece in statement.pieces.drain(..) {
        match joined.last_mut() {
            Some(last) if piece.start < last.end => last.end = last.end.max(piece.end),
            _ => joined.push(piece),
        }
    }
    statement.pieces = joined;
    let first = statement.pieces.first().map_or(0, |piece| piece.start);
    let last = statement.pieces.last().map_or(0, |piece| piece.end);
    let from = reading.marked.partition_point(|range| range.end <= first);
    let inside = reading.marked[from..].iter().take_while(|range| range.start < last);
    statement.quotes = inside.filter(|range| statement.says(range)).cloned().collect();
    statement.proposals.sort_by_key(|proposal| proposal.words.start);
}
