//! What else is to be said of quotations that are on file: cuts made good by the draft's own words, denials that were
//! none, other days, words withdrawn since, translations, two renderings of the same words.

use std::collections::{BTreeMap, BTreeSet};

use super::fallen::Fallen;
use super::held::Held;
use super::since;
use super::verdict::{Remark, Verdict};
use super::{Draft, Quoted};
use crate::attribution::cues::{self, Cue};
use crate::attribution::names::Named;
use crate::attribution::sentences::Item;
use crate::attribution::speakers::Said;
use crate::ledger::Ledger;
use crate::ledger::model::date::civil;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::source::Source;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::statement::Statement;
use crate::ledger::roots;
use crate::text::quotes::align::{Step, align};
use crate::text::quotes::cuts::Turn;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::{hedges, lexicon};

/// A rendering of so many words at most is held against the others of a draft.
const SHORT: usize = 4;
/// So many quotations on either side of another may hold the words that it cuts.
const BESIDE: usize = 6;
/// A day or an outlet belongs to a verb within so many words.
const NEAR: usize = 5;

/// Adds the remarks to quotations, whose wordings stand in the same order.
pub fn add(
    ledger: &Ledger,
    draft: &Draft<'_>,
    wordings: &[&Wording],
    quotes: &mut [Quoted],
    held: &Held<'_>,
    told: &BTreeSet<StatementId>,
) {
    let named = quotes.iter().flat_map(|quoted| quoted.statements.iter().copied()).collect();
    let fallen = Fallen::new(ledger, held, &named);
    let beside: Vec<Vec<usize>> = (0..quotes.len()).map(|at| beside(draft, quotes, at)).collect();
    let renderings = two_wordings(ledger, wordings, quotes);
    for (at, quoted) in quotes.iter_mut().enumerate() {
        let said = &draft.speakers.said[quoted.quotation];
        made_good(draft, said, quoted, &beside[at]);
        let on_file = !matches!(quoted.verdict, Verdict::Unbalanced | Verdict::NotSpeech | Verdict::Unknown);
        let Some(first) = quoted.statements.first().copied().filter(|_| on_file) else { continue };
        let statement = ledger.statement(first);
        if quoted.verdict != Verdict::Misattributed && quoted.verdict != Verdict::Secondhand {
            let conflicts = |id: &StatementId| conflict(ledger, draft, said, ledger.statement(*id));
            if quoted.statements.iter().all(conflicts) {
                quoted.remarks.push(Remark::CueConflict);
            }
        }
        if quoted.statements.iter().all(|id| fallen.superseded.contains(id)) {
            quoted.remarks.push(Remark::Superseded);
        } else if quoted.verdict != Verdict::Misattributed {
            quoted.since = since::revised(ledger, held, quoted, told);
            quoted.remarks.extend(quoted.since.as_ref().map(|_| Remark::Superseded));
        }
        let source = |id: &StatementId| ledger.statement(*id).source.map(|source| ledger.source(source));
        if quoted.statements.iter().all(|id| source(id).is_some_and(Source::fallen)) {
            quoted.remarks.push(Remark::FallenSource);
        }
        if quoted.statements.iter().all(|id| fallen.disputed.contains(id)) {
            quoted.remarks.push(Remark::DisputedWords);
        }
        if let Some(denier) = fallen.denied.get(&first) {
            quoted.denied_by = Some(*denier);
            quoted.remarks.push(Remark::DeniedWords);
        }
        if renderings.contains(&at) {
            quoted.remarks.push(Remark::TwoWordings);
        }
        if statement.source.is_some_and(|source| ledger.source(source).translated_from.is_some()) {
            quoted.remarks.push(Remark::Translation);
        }
    }
}

/// The words of a quoted statement that the other quotations of the paragraph keep, by their tokens.
fn beside(draft: &Draft<'_>, quotes: &[Quoted], at: usize) -> Vec<usize> {
    let own = &quotes[at];
    if own.dropped.is_empty() {
        return Vec::new();
    }
    let paragraph = |quoted: &Quoted| draft.quotations[quoted.quotation].paragraph;
    let same = |other: &&Quoted| paragraph(other) == paragraph(own);
    let (before, behind) = (quotes[..at].iter().rev(), quotes[at + 1..].iter());
    let others = before.take(BESIDE).take_while(same).chain(behind.take(BESIDE).take_while(same));
    let of_it = others.filter(|other| other.statements.first() == own.statements.first());
    of_it.flat_map(|other| other.kept.iter().copied()).collect()
}

/// Takes back the remark on a cut where the draft says the words that were cut away beside the marks, or quotes them
/// besides.
fn made_good(draft: &Draft<'_>, said: &Said, quoted: &mut Quoted, beside: &[usize]) {
    if quoted.dropped.is_empty() {
        return;
    }
    let own = said.sentence.map(|sentence| &draft.sentences[sentence]);
    let words: Vec<&str> = own
        .into_iter()
        .flat_map(|sentence| &sentence.items)
        .filter_map(
            |item| if let Item::Word { word, .. } = item { Some(draft.words.text(*word)) } else { None },
        )
        .collect();
    let denied = words.iter().any(|word| lexicon::negation(word) || cues::denies(word));
    let conditional =
        words.iter().any(|word| lexicon::condition(word) || matches!(*word, "should" | "condition" | "case"));
    let hedged = words.iter().any(|word| hedges::loose(word));
    quoted.dropped.retain(|dropped| {
        let made_good = match dropped.turn {
            Turn::Denial => denied,
            Turn::Condition => conditional,
            Turn::Hedge => hedged || sourced(&words),
        };
        !made_good && !dropped.tokens.clone().all(|token| beside.contains(&token))
    });
    if quoted.dropped.is_empty() {
        quoted.remarks.retain(|remark| *remark != Remark::Cut);
    }
}

/// True when words beside a quotation name the sources of what is quoted.
fn sourced(words: &[&str]) -> bool {
    (0..words.len()).any(|at| hedges::length(|by| words.get(at + by).copied()) > 0)
}

/// True when the draft says otherwise than the record how, when or to whom a statement was made.
fn conflict(ledger: &Ledger, draft: &Draft<'_>, said: &Said, statement: &Statement) -> bool {
    let signs: Vec<Sign> = statement.positions.iter().map(|position| position.stance.sign()).collect();
    let denied =
        said.cue == Some(Cue::Denies) && signs.contains(&Sign::Plus) && !signs.contains(&Sign::Minus);
    let negated = || {
        ledger
            .quotes(statement)
            .any(|quote| quote.split_whitespace().any(|word| lexicon::negation(&word.to_lowercase())))
    };
    let Some((sentence, place)) = said.sentence.zip(said.place) else { return denied && !negated() };
    let items = &draft.sentences[sentence].items;
    let around: Vec<&Item> = items[place.saturating_sub(NEAR)..]
        .iter()
        .take(2 * NEAR + 1)
        .take_while(|item| !matches!(item, Item::Colon))
        .collect();
    denied && !negated()
        || other_day(draft, &around, statement)
        || other_outlet(ledger, &items[place..], statement)
}

/// True when the words around a verb name days, and none of them is the statement's.
fn other_day(draft: &Draft<'_>, around: &[&Item], statement: &Statement) -> bool {
    let day = statement.date.first();
    if day != statement.date.last() {
        return false;
    }
    let words: Vec<(&str, bool)> = around
        .iter()
        .map(|item| match item {
            Item::Word { word, capital, .. } => (draft.words.text(*word), *capital),
            _ => ("", false),
        })
        .collect();
    let (_, month, of_month) = civil(day);
    let mut named = Vec::new();
    for (at, (word, capital)) in words.iter().enumerate().filter(|(_, (_, capital))| *capital) {
        if let Some(weekday) = cues::weekday(word) {
            // 1 January 1970 was a Thursday.
            named.push(weekday == (day + 3).rem_euclid(7));
        }
        let number = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).and_then(|(word, _)| {
                word.trim_end_matches(|letter: char| letter.is_alphabetic()).parse::<u32>().ok()
            })
        };
        if let (Some(other), Some(of)) = (
            lexicon::month(word),
            number(at.checked_sub(1))
                .or_else(|| number(Some(at + 1)))
                .filter(|of| (1..=31).contains(of) && *capital),
        ) {
            named.push((other, of) == (u32::from(month), u32::from(of_month)));
        }
    }
    !named.is_empty() && !named.contains(&true)
}

/// True when a draft says to whom words were said, and the record has it that they were said to another outlet.
fn other_outlet(ledger: &Ledger, behind: &[Item], statement: &Statement) -> bool {
    let outlet = |party: crate::ledger::model::id::PartyId| ledger.party(party).kind == PartyKind::Outlet;
    let told = behind.iter().take(NEAR).find_map(|item| match item {
        Item::Name { named: Named::Party(party), .. } if outlet(*party) => Some(*party),
        _ => None,
    });
    let published = statement.source.and_then(|source| ledger.source(source).outlet);
    let carried = statement.carriers().any(outlet);
    told.is_some_and(|told| {
        carried
            && !statement.carriers().any(|via| via == told)
            && published != Some(told)
            && !statement.by.contains(&told)
    })
}

/// The short quotations that look like another rendering of words that the draft quotes elsewhere: of the same root and
/// day and in the same matter, with one word exchanged.
fn two_wordings(ledger: &Ledger, wordings: &[&Wording], quotes: &[Quoted]) -> BTreeSet<usize> {
    let on_file = |quoted: &Quoted| {
        quoted.verdict.rule().level == crate::rules::finding::Level::Note
            && quoted.statements.len() == 1
            && quoted.verdict != Verdict::Secondhand
    };
    let short: Vec<usize> = (0..quotes.len())
        .filter(|at| on_file(&quotes[*at]) && (2..=SHORT).contains(&wordings[*at].tokens.len()))
        .collect();
    let mut found = BTreeSet::new();
    let mut first: BTreeMap<StatementId, usize> = BTreeMap::new();
    for (at, quoted) in quotes.iter().enumerate().filter(|(_, quoted)| on_file(quoted)) {
        first.entry(quoted.statements[0]).or_insert(at);
    }
    for at in short {
        let own = ledger.statement(quotes[at].statements[0]);
        let others = first.iter().filter(|(id, _)| same_matter(ledger, own, ledger.statement(**id)));
        if others.into_iter().any(|(_, other)| one_word_apart(wordings[at], wordings[*other])) {
            found.insert(at);
        }
    }
    found
}

fn same_matter(ledger: &Ledger, one: &Statement, other: &Statement) -> bool {
    let root =
        |statement: &Statement| statement.by.first().map(|by| roots::spoken_for(ledger, statement, *by));
    let overlap = one.date.first() <= other.date.last() && other.date.first() <= one.date.last();
    let predicates = |statement: &Statement| -> BTreeSet<_> {
        statement
            .positions
            .iter()
            .map(|position| ledger.proposition(position.proposition).predicate)
            .collect()
    };
    one.id != other.id
        && overlap
        && root(one) == root(other)
        && !predicates(one).is_disjoint(&predicates(other))
}

fn one_word_apart(short: &Wording, other: &Wording) -> bool {
    let Some(alignment) = align(&short.tokens, &other.tokens) else { return false };
    let changed = alignment.steps.iter().filter(|step| matches!(step, Step::Changed(..))).count();
    changed == 1 && alignment.steps.iter().all(|step| matches!(step, Step::Changed(..) | Step::Same(..)))
}
