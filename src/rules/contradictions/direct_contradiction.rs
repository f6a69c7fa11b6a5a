//! One party says that it is so, and another says that it is not.
//!
//! # What it says
//!
//! Two parties with different roots hold opposite sides of one proposition, in so many words or by
//! definition. Who denies any involvement denies having carried it out; who denies that an event
//! happened denies its toll; what is denied of a state is denied of its army. The finding stands at
//! what the one who says so said in so many words, and names all who take part.
//!
//! With values, all that the one says must lie within what the other denies: launched from the
//! coast of Vardia, not launched from Vardia. It says whether both are certain or one hedges; where
//! both hedge it is a note. No comment and "not known" contradict nothing.
//!
//! # Why it matters
//!
//! This is the plainest dispute there is. A text that gives only one side takes sides.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(sudria, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - involved-in(self, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Norland says only that Sudria was involved, and Sudria denies only that it carried it out. Both
//! can be so.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - involved-in(sudria, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - carried-out(self, quay-fire)
//! ```
//!
//! # What to do
//!
//! Print both sides, each with its date and source. Check that they speak of the same event and the
//! same kind of responsibility. If they do not contradict one another after all, record a
//! reconciliation with your reason; the finding is then listed and not counted.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::clash::{self, Clash};
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::{Hold, Reason};
use crate::reason::standing::Grade;
use crate::rules::finding::{Family, Finding, Level, Side, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "direct-contradiction",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Sides,
    source: include_str!("direct_contradiction.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    for (id, meeting) in meetings(reasoning) {
        let on = reasoning.propositions.get(id);
        let denied: BTreeSet<PropositionId> = std::iter::once(id)
            .chain(reasoning.consequences(id).iter().map(|consequence| consequence.to))
            .collect();
        let meets = |plus: &Hold| {
            let own = (!plus.stated()).then_some(plus.proposition);
            let all = denied.iter().copied().filter(move |_| own.is_none());
            own.into_iter().chain(all)
        };
        let clashes = |plus: &Hold, minus: &Hold| reasoning.clash(plus, minus);
        let Meeting { plus, minus } = meeting;
        let all = &context.reconciled;
        let Some(clash) = clash::meeting(reasoning, all, on, &plus, &minus, meets, clashes) else {
            continue;
        };
        findings.push(clash.sketch(rule, reasoning, on, move |clash| finding(rule, context, id, clash)));
    }
}

fn finding(rule: &'static Rule, context: &Context<'_>, id: PropositionId, clash: &Clash<'_>) -> Finding {
    let reasoning = context.reasoning;
    let sides = compose::sides(reasoning, Some(id), &clash.holds);
    let of = |sign| sides.iter().filter(|side| side.sign == sign).map(|side| side.root).collect::<Vec<_>>();
    let (so, not) = (of(Sign::Plus), of(Sign::Minus));
    let hearsay = clash.holds.iter().any(|hold| reasoning.position(hold.base).hearsay);
    let how = match (clash.certain, clash.both_certain) {
        _ if hearsay => " Some of it is hearsay: that it was said at all is another's word.",
        (_, true) if sides.len() == 2 => " Both are certain.",
        (_, true) if clash.holds.iter().all(|hold| hold.stance.certain()) => " Both sides are certain.",
        (_, true) => " On both sides somebody is certain.",
        (true, false) => " One side is certain, the other hedges.",
        (false, false) => " Both hedge.",
    };
    let one_event = one_event(context, &clash.holds);
    let further = borne_out(context, id, &not, "with no stake on file") + &one_event;
    let told = borne_out(context, id, &not, "without an interest in it") + &one_event;
    let message = format!("{}{how}{further}", who_says_what(context, &sides, &so, &not));
    let hedged = if clash.both_certain { "" } else { how };
    let beyond = if hearsay { format!("{how}{told}") } else { format!("{hedged}{told}") };
    let aside = who_denies_a_value(context, &sides);
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    finding.beyond = Some(beyond.trim().to_owned());
    finding.folding.aside = aside;
    finding
}

/// The denials of values in words; none where no value is denied.
fn who_denies_a_value(context: &Context<'_>, sides: &[Side]) -> Option<String> {
    let denying = sides.iter().filter(|side| side.sign == Sign::Minus && !side.values.is_empty());
    let told: Vec<String> = denying
        .map(|side| format!("{} {}", context.reasoning.ledger.party(side.root).name, side.says))
        .collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// The roots on each side in words; a root on both sides is named apart, with the days of each word.
fn who_says_what(context: &Context<'_>, sides: &[Side], so: &[PartyId], not: &[PartyId]) -> String {
    let ledger = context.reasoning.ledger;
    let both: Vec<PartyId> = so.iter().filter(|root| not.contains(root)).copied().collect();
    let only = |roots: &[PartyId]| {
        let only: Vec<PartyId> = roots.iter().filter(|root| !both.contains(root)).copied().collect();
        (!only.is_empty()).then(|| {
            let number = words::parties_number(ledger, &only);
            (words::parties(ledger, &only), words::verb(number, "say"))
        })
    };
    let days = |root: PartyId, sign: Sign| {
        let of = sides.iter().filter(|side| side.root == root && side.sign == sign);
        let days: Vec<String> = of
            .flat_map(|side| &side.statements)
            .map(|id| ledger.statement(*id).date.words())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        words::list(&days)
    };
    let mut parts = match (only(so), only(not)) {
        (Some((so, say)), Some((not, _))) => vec![format!("{so} {say} one thing and {not} the other")],
        (Some((so, say)), None) => vec![format!("{so} {say} the one thing")],
        (None, Some((not, say))) => vec![format!("{not} {say} the other thing")],
        (None, None) => Vec::new(),
    };
    parts.extend(both.iter().map(|root| {
        let have = words::verb(words::party_number(ledger, *root), "have");
        let name = &ledger.party(*root).name;
        let (plus, minus) = (days(*root, Sign::Plus), days(*root, Sign::Minus));
        if plus == minus {
            format!("{name} {have} said both, on {plus}")
        } else {
            format!("{name} {have} said both, the one on {plus}, the other on {minus}")
        }
    }));
    format!("{}.", parts.join("; "))
}

/// The sentence on what bears out a link that is denied, with the words for who has no stake; empty where it is no link,
/// or neither corroborated nor documented.
fn borne_out(context: &Context<'_>, id: PropositionId, not: &[PartyId], apart: &str) -> String {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    if !ledger.vocabulary.get(reasoning.propositions.get(id).predicate).link {
        return String::new();
    }
    let standing = context.stakes.standing(reasoning, id);
    let denies = words::verb(words::parties_number(ledger, not), "deny");
    let not = words::parties(ledger, not);
    match standing.grade {
        Grade::Corroborated => {
            let by: Vec<String> =
                standing.witnesses.iter().map(|witness| compose::witness(ledger, witness)).collect();
            format!(" Corroborated by {}, {apart}; {not} {denies} it.", words::list(&by))
        }
        Grade::Documented => {
            let sources: BTreeSet<String> =
                standing.documents.iter().map(|(_, source)| words::source(ledger, *source)).collect();
            let sources: Vec<String> = sources.into_iter().collect();
            format!(" Documented by {}; {not} {denies} it.", words::list(&sources))
        }
        Grade::Undisputed | Grade::Unverified => String::new(),
    }
}

/// The sentence on whose word two events are one; empty where the clash does not rest on that.
fn one_event(context: &Context<'_>, holds: &[&Hold]) -> String {
    let ledger = context.reasoning.ledger;
    let rests = |hold: &&&Hold| context.reasoning.takes(hold, Reason::SameEvent);
    let roots = compose::sorted_roots(ledger, holds.iter().filter(rests).map(|hold| hold.root));
    if roots.is_empty() {
        return String::new();
    }
    let names = words::parties(ledger, &roots);
    format!(" That the events are one is the word of {names} alone.")
}

/// The holds for and against a proposition, to be reported there.
#[derive(Default)]
struct Meeting<'r> {
    plus: Vec<&'r Hold>,
    minus: Vec<&'r Hold>,
}

/// The meetings of plus and minus, by the proposition at which they are reported: that which the plus side states or,
/// where it states none, as in a chain, that of the minus side.
fn meetings<'r>(reasoning: &'r Reasoning<'_>) -> BTreeMap<PropositionId, Meeting<'r>> {
    let mut meetings: BTreeMap<PropositionId, Meeting<'r>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        let plus = || holds.iter().filter(|hold| hold.sign() == Sign::Plus);
        if plus().any(Hold::stated) && reasoning.against(id).next().is_some() {
            let meeting = meetings.entry(id).or_default();
            meeting.plus.extend(plus().filter(|hold| hold.stated()));
            meeting.minus.extend(reasoning.against(id));
        }
        // A hold by definition alone is met at the proposition from which it follows; one on further words is met here.
        if reasoning.denying(id).next().is_none() {
            continue;
        }
        let mut met = FxHashSet::default();
        for hold in plus().filter(|hold| !hold.by_definition()) {
            let chain = reasoning.takes(hold, Reason::Transitive);
            let at = if chain { id } else { reasoning.position(hold.base).proposition };
            let meeting = meetings.entry(at).or_default();
            meeting.plus.push(hold);
            if met.insert((at, hold.root)) {
                meeting.minus.extend(reasoning.denying(id).filter(|minus| minus.root != hold.root));
            }
        }
    }
    meetings
}
