//! Somebody ties one thing to another, and nothing on file bears the tie out.
//!
//! # What it says
//!
//! A link says that somebody did something, that one party backs another, or that two events are one. It stands
//! in one of these ways, and every report says which, by whom and why:
//!
//! - *documented*: somebody asserts it with `evidence` that an outlet with no stake published, and that is not the
//!   report in which we read the statement;
//! - *corroborated*: two or more parties with no stake assert it with certainty, each on its own knowledge. What an
//!   outlet says for itself counts with `evidence` only, hearsay never;
//! - *undisputed*: the accused says so of itself, another party says so too, and nobody denies or doubts it;
//! - *unverified* otherwise. This finding is about these.
//!
//! A stake has whoever is named in the link, takes part in its event, is said to be behind it, or has answered for a
//! part of its own in it; whoever is part of these; and whoever the editor lists under the event's `stakes`.
//! Blame (that somebody is answerable for it, or failed to prevent it) is reported and never stands. A link that
//! is only denied is not reported.
//!
//! # Why it matters
//!
//! Links are what makes a story: who did it, and who stands behind whom. Repetition makes them look settled
//! long before anybody without a stake has confirmed them. The finding is a warning where somebody says so and
//! another denies it, where the accused names somebody else, or where something hangs on it, and a note otherwise.
//! What hangs on it is what would be found, and who would be on record for what, if it were granted or ruled out;
//! `gainsay what-if` shows all of it.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: free-coast-front
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: free-coast-front
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//!   - id: vardia-accuses
//!     by: vardia
//!     date: 2024-05-12
//!     asserts: ["carried-out(free-coast-front, harbour-blast)"]
//! ```
//!
//! Vardia is not concerned either and speaks from its own knowledge: two parties with no stake on file, no finding.
//!
//! # What to do
//!
//! Attribute the link to those who assert it, and write that it is not confirmed. Look for a second party
//! without a stake, or record what you found under `evidence`. The store decides how many parties are enough:
//! `settings: {verify: {origins: 2}}`.

use std::collections::BTreeSet;

use super::{accused, single_source};
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Argument;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::standing::Standing;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unverified-link",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Link,
    source: include_str!("unverified_link.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    for (id, holds) in reasoning.groups() {
        if let Some(standing) = fires(context, id, holds) {
            let said = holds.iter().any(|hold| hold.stated() && hold.sign() == Sign::Plus);
            let disputed = || {
                reasoning.against(id).next().is_some()
                    || !accused::instead(context, id).is_empty()
                    || !accused::members_denying(context, id).is_empty()
            };
            let weighs = said && !standing.blame && disputed();
            let roots: Vec<PartyId> = taking_part(context, id, holds).iter().map(|hold| hold.root).collect();
            findings.push(
                Sketch::new(rule, roots, move || finding(rule, context, id, holds, &standing))
                    .about(reasoning.propositions.get(id))
                    .level(if weighs { rule.level } else { Level::Note }),
            );
        }
    }
}

/// The standing of a link that somebody asserts, suggests or leaves open in so many words; none where it is no link, an
/// argument is not known, nobody does, or something bears it out.
pub(super) fn fires(context: &Context<'_>, id: PropositionId, holds: &[Hold]) -> Option<Standing> {
    let reasoning = context.reasoning;
    let proposition = reasoning.propositions.get(id);
    let raised = |hold: &Hold| {
        hold.stated() && matches!(hold.stance, Stance::Asserts | Stance::Suggests | Stance::LeavesOpen)
    };
    let known = proposition.arguments().iter().all(|argument| *argument != Argument::UNKNOWN);
    if !known || !reasoning.ledger.vocabulary.get(proposition.predicate).link || !holds.iter().any(raised) {
        return None;
    }
    Some(context.stakes.standing(reasoning, id)).filter(|standing| !standing.borne_out())
}

/// The holds that take part: those that state the link or leave it open, and those that deny it, by definition too; of
/// a class, also the denials of its members.
fn taking_part<'r>(context: &'r Context<'_>, id: PropositionId, holds: &'r [Hold]) -> Vec<&'r Hold> {
    let said = holds.iter().filter(|hold| hold.sign() != Sign::Minus && hold.stated());
    said.chain(context.reasoning.against(id)).chain(accused::members_denying(context, id)).collect()
}

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    id: PropositionId,
    holds: &[Hold],
    standing: &Standing,
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let sides = compose::sides(reasoning, Some(id), &taking_part(context, id, holds));
    let mut message = missing(context, standing);
    let (mut further, mut beyond) = (String::new(), String::new());
    let asserting: Vec<&Hold> =
        holds.iter().filter(|hold| hold.stated() && hold.stance == Stance::Asserts).collect();
    if single_source::one_unnamed_origin(context, &asserting) {
        message.push_str(" All who assert it are unnamed, and they are one origin.");
        beyond.push_str(" All who say so are unnamed, and their words go back to one source.");
    }
    let named = accused::instead(context, id);
    if !named.is_empty() {
        further.push_str(&format!(" The accused names {}.", words::parties(ledger, &named)));
    }
    let members: BTreeSet<PartyId> =
        accused::members_denying(context, id).iter().map(|hold| hold.root).collect();
    if !members.is_empty() {
        let members: Vec<PartyId> = compose::sorted_roots(ledger, members.into_iter());
        let denies = words::verb(words::parties_number(ledger, &members), "deny");
        further.push_str(&format!(
            " {}, said to be among those described, {denies} it.",
            words::capital(&words::parties(ledger, &members))
        ));
    }
    message.push_str(&further);
    beyond.push_str(&further);
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    // How it stands is with the finding as facts.
    finding.beyond = Some(beyond.trim().to_owned());
    finding.folding.aside = Some(if standing.blame {
        "it is blame, and no deed that anything on file could bear out".to_owned()
    } else {
        format!("not verified: {}", witnesses(context, standing))
    });
    finding.help = (!standing.blame).then(|| {
        "find somebody without a stake in it who says so from knowledge of their own, or evidence".to_owned()
    });
    finding
}

/// The witnesses without a stake and how many are needed, in words.
fn witnesses(context: &Context<'_>, standing: &Standing) -> String {
    let ledger = context.reasoning.ledger;
    if standing.witnesses.is_empty() {
        return "nobody with no stake on file says so from knowledge of its own".to_owned();
    }
    let needed = words::number(ledger.settings.verify_origins);
    let who: Vec<String> =
        standing.witnesses.iter().map(|witness| compose::witness(ledger, witness)).collect();
    let (noun, verb) = if who.len() == 1 { ("party", "says") } else { ("parties", "say") };
    let (how_many, who) = (words::number(who.len()), words::list(&who));
    format!("{how_many} {noun} with no stake on file {verb} so: {who}; {needed} are needed")
}

/// The sentences on the witnesses, how many are needed, who has which stake, and who denies it without one.
fn missing(context: &Context<'_>, standing: &Standing) -> String {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    if standing.blame {
        return "This is blame, and no deed that anything on file could bear out.".to_owned();
    }
    let mut parts = vec![witnesses(context, standing)];
    for (root, stake) in &standing.interested {
        let (has, pronoun) = (words::party_number(ledger, *root), words::pronoun(ledger, *root));
        parts.push(format!(
            "{} {} a stake: {} {}",
            ledger.party(*root).name,
            words::verb(has, "have"),
            pronoun.they,
            stake.words(reasoning, pronoun)
        ));
    }
    if !standing.against.is_empty() {
        let against: Vec<PartyId> = compose::sorted_roots(ledger, standing.against.iter().copied());
        parts.push(format!(
            "{}, with no stake on file, {} it is not so, or unlikely",
            words::parties(ledger, &against),
            words::verb(words::parties_number(ledger, &against), "say")
        ));
    }
    parts.iter().map(|part| format!("{}.", words::capital(part))).collect::<Vec<_>>().join(" ")
}
