//! The verdict on one quotation: the first that applies.

use super::matching::{Match, Matched};
use super::splice::spliced;
use super::stretches::Stretch;
use super::unnamed;
use super::verdict::{Remark, Verdict};
use super::{Draft, Quoted};
use crate::attribution::frames;
use crate::attribution::parts::is_part;
use crate::attribution::phrase;
use crate::attribution::speakers::{How, Speaker};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::text::quotes::tokens::Kind;
use crate::text::quotes::wording::Likeness;

/// Words between marks that nobody is said to have said are held at arm's length, if they are no more than these.
const ARMS_LENGTH: usize = 4;

/// Judges the stretch of quotation with an index, after those before it.
#[must_use]
pub fn judge(
    ledger: &Ledger,
    draft: &Draft<'_>,
    stretch: usize,
    matched: &Matched,
    earlier: &[Quoted],
) -> Quoted {
    let Stretch { quotation: at, range, wording } = &matched.stretches[stretch];
    let at = *at;
    let quotation = &draft.quotations[at];
    let said = &draft.speakers.said[at];
    let mut quoted = Quoted {
        quotation: at,
        range: range.clone(),
        text: wording.text.clone(),
        verdict: Verdict::Unknown,
        remarks: Vec::new(),
        statements: Vec::new(),
        speaker: said.speaker.clone(),
        how: said.how,
        difference: Vec::new(),
        dropped: Vec::new(),
        kept: Vec::new(),
        denied_by: None,
        since: None,
        stored: Vec::new(),
    };
    let total = wording.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let all = matched.matches(stretch);
    if quotation.odd.is_some() {
        quoted.verdict = Verdict::Unbalanced;
        let near = all.first().filter(|found| found.share(6) && found.telling > 1);
        take(ledger, &mut quoted, near.into_iter(), false);
        return quoted;
    }
    let inner = quotation.inside.is_some();
    if draft.labels[at] || inner && total <= ARMS_LENGTH && !speaks_before(draft, at) {
        quoted.verdict = Verdict::NotSpeech;
        return quoted;
    }
    if inner {
        quoted.verdict = Verdict::Secondhand;
        // Where the words around it are on file with it, what was changed is said of those.
        let around = quotation.inside.and_then(|outer| earlier.iter().rfind(|own| own.quotation == outer));
        let said = |found: &&Match| around.is_some_and(|own| own.statements.contains(&found.statement));
        let clean = all.iter().find(|found| found.clean() && found.telling > 1);
        let near = || all.iter().find(|found| fits_another(found, true) && !said(found));
        take(ledger, &mut quoted, clean.or_else(near).into_iter(), false);
        return quoted;
    }
    said_by(ledger, draft, stretch, matched, quoted)
}

/// The verdict on speech: whose words they are, then what was done to them.
fn said_by(
    ledger: &Ledger,
    draft: &Draft<'_>,
    stretch: usize,
    matched: &Matched,
    mut quoted: Quoted,
) -> Quoted {
    let at = quoted.quotation;
    let said = &draft.speakers.said[at];
    let all = matched.matches(stretch);
    let total =
        matched.stretches[stretch].wording.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let speaker = said.speaker.as_ref().and_then(Speaker::party);
    let bearers: &[PartyId] = match &said.speaker {
        Some(Speaker::Several(bearers)) => &bearers.parties,
        _ => speaker.as_slice(),
    };
    let (own, others): (Vec<&Match>, Vec<&Match>) = all.iter().partition(|found| {
        bearers.iter().any(|bearer| says(ledger, *bearer, found.statement))
            || unnamed::described(ledger, said, found.statement)
    });
    let own: Vec<&Match> = own.into_iter().filter(|found| fits_own(found)).collect();
    let others: Vec<&Match> =
        others.into_iter().filter(|found| fits_another(found, speaker.is_some())).collect();
    let clean = own.first().is_some_and(|found| found.clean());
    if speaker.is_some() {
        let another = others.first().filter(|found| own.is_empty() || found.clean() && !clean);
        if let Some(another) = another {
            let accused =
                speaker.is_some_and(|speaker| accuses(ledger, speaker, said.how, another.statement));
            quoted.verdict = if accused { Verdict::Misattributed } else { Verdict::SpeakerUnresolved };
            if !accused {
                // A pronoun or a description may mean somebody else than we think.
                (quoted.speaker, quoted.how) = (None, None);
            }
            take(ledger, &mut quoted, equals(another, &others), false);
            return quoted;
        }
    } else if let Some(Speaker::Several(bearers)) = &said.speaker
        && let Some(best) = own.first()
    {
        if bearers.alias {
            quoted.verdict = Verdict::Ambiguous;
            take(ledger, &mut quoted, equals(best, &own), false);
            return quoted;
        }
        // A family name that several bear: whoever of them said the words.
        let by = &ledger.statement(best.statement).by;
        quoted.speaker =
            bearers.parties.iter().find(|party| by.contains(party)).map(|party| Speaker::Party(*party));
    } else if let Some(best) = others.first().filter(|_| own.is_empty()) {
        let equal: Vec<&Match> = others.iter().filter(|found| found.cost == best.cost).copied().collect();
        let speakers: Vec<PartyId> =
            equal.iter().flat_map(|found| ledger.statement(found.statement).by.clone()).collect();
        let one = speakers.iter().all(|speaker| same_speaker(ledger, speakers[0], *speaker));
        if !one || said.speaker.is_some() || total > ARMS_LENGTH {
            quoted.verdict = if one { Verdict::SpeakerUnresolved } else { Verdict::Ambiguous };
            take(ledger, &mut quoted, equal.into_iter(), false);
            return quoted;
        }
    }
    let found = if own.is_empty() && speaker.is_none() { others } else { own };
    // Where one statement covers nearly all of it, a word was changed rather than a piece put in.
    let covered = found.first().is_some_and(|best| best.share(8));
    if !clean
        && !covered
        && let Some(spliced) = spliced(draft, stretch, matched, |id| {
            bearers.is_empty() || bearers.iter().any(|speaker| says(ledger, *speaker, id))
        })
    {
        quoted.verdict = Verdict::Spliced;
        (quoted.statements, quoted.difference) = spliced;
        quoted.stored =
            quoted.statements.iter().map(|id| ledger.quoted(ledger.statement(*id), " … ")).collect();
        return quoted;
    }
    if let Some(best) = found.first() {
        quoted.verdict = best.comparison.likeness.into();
        take(ledger, &mut quoted, equals(best, &found), true);
    } else if total <= ARMS_LENGTH && (said.cue.is_none() && said.speaker.is_none() || qualifies(draft, at)) {
        quoted.verdict = Verdict::NotSpeech;
    }
    quoted
}

/// Fills in the statements that were found, and how the first of them differs.
fn take<'m>(ledger: &Ledger, quoted: &mut Quoted, found: impl Iterator<Item = &'m Match>, cuts: bool) {
    let found: Vec<&Match> = found.collect();
    quoted.statements = found.iter().map(|found| found.statement).collect();
    if let Some(best) = found.first() {
        quoted.stored = ledger.quotes(ledger.statement(best.statement)).map(str::to_owned).collect();
        quoted.difference.clone_from(&best.comparison.hunks);
        quoted.kept.clone_from(&best.comparison.kept);
        if cuts {
            quoted.dropped.clone_from(&best.comparison.dropped);
            if !quoted.dropped.is_empty() {
                quoted.remarks.push(Remark::Cut);
            }
        }
    }
}

/// The matches that are as good as another.
fn equals<'m>(best: &'m Match, all: &'m [&'m Match]) -> impl Iterator<Item = &'m Match> {
    // Marks and spaces make no wording the likelier one.
    let rank = |found: &Match| match found.comparison.likeness {
        Likeness::Typographic => Likeness::Verbatim,
        other => other,
    };
    let like = move |found: &&&Match| found.cost == best.cost && rank(found) == rank(best);
    all.iter().filter(like).copied()
}

/// True when a statement is what a speaker said: his or her own, or said by a part or for the whole; an outlet also says
/// what it carried.
fn says(ledger: &Ledger, speaker: PartyId, id: StatementId) -> bool {
    let statement = ledger.statement(id);
    let carried = || {
        let outlet = statement.source.and_then(|source| ledger.source(source).outlet);
        ledger.party(speaker).kind == PartyKind::Outlet
            && (outlet == Some(speaker) || statement.carriers().any(|via| via == speaker))
    };
    statement.by.iter().any(|by| same_speaker(ledger, speaker, *by)) || carried()
}

/// True when a draft that gives words to a speaker gives them away from whoever said them: it must name another party. An
/// office accuses nobody of its own institution.
fn accuses(ledger: &Ledger, speaker: PartyId, how: Option<How>, id: StatementId) -> bool {
    match how {
        Some(How::Named | How::Signed) => true,
        Some(How::Office) => {
            let shared = |by: &PartyId| {
                (0..ledger.parties.len()).map(PartyId::from).any(|whole| {
                    is_part(ledger, *by, whole) && (speaker == whole || is_part(ledger, speaker, whole))
                })
            };
            !ledger.statement(id).by.iter().any(shared)
        }
        _ => false,
    }
}

pub(super) fn same_speaker(ledger: &Ledger, one: PartyId, other: PartyId) -> bool {
    one == other || is_part(ledger, one, other) || is_part(ledger, other, one)
}

/// True when a match counts, in the words of the speaker whom the draft names.
fn fits_own(found: &Match) -> bool {
    let some = found.telling > 0 || found.whole;
    some && found.clean() && found.same * 2 >= found.total
        || found.share(6) && found.same > 2 && found.telling > 1
}

/// True when a match counts, in another's words: what two may well have said alike does not.
fn fits_another(found: &Match, named: bool) -> bool {
    if !named {
        return found.clean() && (found.same > 2 && found.telling > 1 || found.whole && found.same > 1)
            || found.share(7) && found.same > 4 && found.telling > 2;
    }
    found.clean()
        && found.same * 2 >= found.total
        && (found.same > 5 && found.telling > 1 || found.telling > 2 || found.whole && found.same > 3)
        || found.share(7) && found.same > 5 && found.telling > 2
}

/// True when a quotation stands between an article and a noun: `the “temporary” measures`.
fn qualifies(draft: &Draft<'_>, at: usize) -> bool {
    let range = draft.quotations[at].range();
    let marks = ['‘', '\'', '“', '"', '«', ' '];
    let before = draft.text[..range.start].trim_end_matches(marks);
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let after = draft.text[range.end..].trim_start_matches(['’', '\'', '”', '"', '»']);
    phrase::determiner(&word.to_lowercase())
        && after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase))
}

/// True when a verb of saying, or a colon or comma, stands right before a quotation within a quotation.
fn speaks_before(draft: &Draft<'_>, at: usize) -> bool {
    let quotation = &draft.quotations[at];
    let outer = quotation.inside.map_or(0, |outer| draft.quotations[outer].range().start);
    let before = draft.text[outer..quotation.range().start].trim_end_matches(['‘', '\'', '“', '"', ' ']);
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    before.ends_with([',', ':']) || frames::verb(&word.to_lowercase()).is_some()
}
