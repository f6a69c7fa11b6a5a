//! From statements to positions: `self` resolved, roots and voices found, hearsay marked.

use rustc_hash::{FxHashMap, FxHashSet};

use super::position::Position;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::{Argument, Proposition, Propositions};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::{Statement, Written};
use crate::ledger::roots::{self, Voice};
use crate::ledger::vocabulary::Role;

/// The positions of all statements on record, `self` resolved. A conditional statement gives none, since it is listed
/// and never compared. Tacit positions (`accurate` by the speaker, `authentic` by the outlet) are given only for
/// statements of which somebody says so or denies it.
#[must_use]
pub fn positions(ledger: &Ledger, propositions: &mut Propositions) -> Vec<Position> {
    let mut found = Vec::new();
    let mut scopes = Scopes::default();
    for (id, statement) in ledger.said() {
        if statement.condition.is_some() {
            continue;
        }
        for speaker in &statement.by {
            let root = roots::spoken_for(ledger, statement, *speaker);
            let model = blank(ledger, id, statement, *speaker, root);
            for (place, written) in statement.positions.iter().enumerate() {
                let own = speaking(ledger, written, statement, *speaker, root);
                let proposition = resolve(ledger, ledger.proposition(written.proposition), own);
                found.push(Position {
                    stance: written.stance,
                    proposition: propositions.intern(proposition),
                    value: written.value,
                    scope: scopes.of(statement, place),
                    as_of: statement.long(place).and_then(|long| long.as_of),
                    span: written.span,
                    ..model
                });
            }
        }
    }
    tacit(ledger, propositions, &mut found);
    dispute(ledger, propositions, &mut found);
    found
}

/// Numbers for the scopes of figures, one for each different text.
#[derive(Default)]
struct Scopes<'l>(FxHashMap<&'l str, u32>);

impl<'l> Scopes<'l> {
    /// The number of the scope that a statement gives at a place; 0 where it gives none.
    fn of(&mut self, statement: &'l Statement, place: usize) -> u32 {
        let Some(scope) = statement.long(place).and_then(|long| long.scope.as_deref()) else { return 0 };
        let next = u32::try_from(self.0.len() + 1).unwrap_or(u32::MAX);
        *self.0.entry(scope).or_insert(next)
    }
}

/// The party that `self` stands for: the speaking body where a predicate that accuses is asserted or suggested, since
/// its whole follows by definition; otherwise, in a denial or an attitude too, the root.
fn speaking(
    ledger: &Ledger,
    written: &Written,
    statement: &Statement,
    speaker: PartyId,
    root: PartyId,
) -> PartyId {
    let predicate = ledger.vocabulary.get(ledger.proposition(written.proposition).predicate);
    if written.stance.sign() != Sign::Plus || predicate.accuses.is_none() || predicate.attitude {
        return root;
    }
    match roots::spoken_in(ledger, statement, speaker) {
        Voice::Party(body) if ledger.party(body).kind == PartyKind::Body => body,
        _ => root,
    }
}

/// The proposition with `own` in place of `self`.
#[must_use]
pub fn resolve(ledger: &Ledger, mut proposition: Proposition, own: PartyId) -> Proposition {
    for argument in &mut proposition.arguments {
        if *argument == Argument::SPEAKER {
            *argument = own.into();
        }
    }
    in_id_order(ledger, proposition)
}

/// Marks as disputed the positions of a root in a statement that the same root denies to be authentic, and removes its
/// tacit word that the statement is accurate. A denial by hearsay marks nothing, and an outlet's word that it carries
/// the statement is kept.
fn dispute(ledger: &Ledger, propositions: &Propositions, found: &mut Vec<Position>) {
    let denial = |position: &&Position| {
        let proposition = propositions.get(position.proposition);
        let denies = position.stance == Stance::Denies && !position.hearsay;
        denies && ledger.vocabulary.get(proposition.predicate).is(Role::Authenticity)
    };
    let about =
        |proposition: &Proposition| ledger.vocabulary.get(proposition.predicate).statement(proposition, 0);
    let denied: FxHashSet<(StatementId, PartyId)> = found
        .iter()
        .filter(denial)
        .filter_map(|position| Some((about(&propositions.get(position.proposition))?, position.root)))
        .collect();
    if denied.is_empty() {
        return;
    }
    // A root does not vouch for words that it disowns.
    let disowned = |position: &Position| {
        let proposition = propositions.get(position.proposition);
        let vouches = ledger.vocabulary.get(proposition.predicate).is(Role::Accuracy);
        position.tacit && vouches && denied.contains(&(position.statement, position.root))
    };
    found.retain(|position| !disowned(position));
    for position in found.iter_mut() {
        let proposition = propositions.get(position.proposition);
        let carries = position.tacit && ledger.vocabulary.get(proposition.predicate).is(Role::Authenticity);
        position.disputed = !carries && denied.contains(&(position.statement, position.root));
    }
}

/// The proposition with the arguments of a symmetric predicate in the order of their ids; any other as it is.
#[must_use]
pub fn in_id_order(ledger: &Ledger, mut proposition: Proposition) -> Proposition {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    if let (true, [a, b]) = (predicate.symmetric, proposition.arguments()) {
        let kind = predicate.arguments[0].0;
        let id = |argument: Argument| crate::ledger::ids::argument_id(ledger, kind, argument);
        if id(*a) > id(*b) {
            proposition.arguments.swap(0, 1);
        }
    }
    proposition
}

/// A position with all that it takes from its statement; stance, proposition and value are to be filled in.
fn blank(
    ledger: &Ledger,
    id: StatementId,
    statement: &Statement,
    speaker: PartyId,
    root: PartyId,
) -> Position {
    let voice = match statement.anonymous {
        Some(_) => Voice::Unnamed(id),
        None => roots::spoken_in(ledger, statement, speaker),
    };
    Position {
        root,
        voice,
        speaker,
        statement: id,
        date: statement.date,
        stance: Stance::Asserts,
        proposition: crate::ledger::model::id::PropositionId::from(0),
        value: None,
        scope: 0,
        as_of: None,
        span: statement.span,
        hearsay: hearsay(ledger, statement, root),
        disputed: false,
        tacit: false,
    }
}

/// True when a carrier of the words is neither an outlet nor of `root`, so that we have them only by hearsay.
#[must_use]
pub fn hearsay(ledger: &Ledger, statement: &Statement, root: PartyId) -> bool {
    statement.carriers().any(|carrier| {
        ledger.party(carrier).kind != PartyKind::Outlet
            && roots::root(ledger, carrier, &statement.date) != root
    })
}

/// Adds the tacit positions of the statements of whose accuracy or authenticity somebody speaks.
fn tacit(ledger: &Ledger, propositions: &mut Propositions, found: &mut Vec<Position>) {
    let role = |said: &Proposition| ledger.vocabulary.get(said.predicate).role;
    let spoken: FxHashSet<Proposition> =
        found.iter().map(|position| propositions.get(position.proposition)).collect();
    let mut spoken: Vec<Proposition> = spoken
        .into_iter()
        .filter(|said| matches!(role(said), Some(Role::Accuracy | Role::Authenticity)))
        .collect();
    spoken.sort();
    for proposition in spoken {
        let Some(id) = ledger.vocabulary.get(proposition.predicate).statement(&proposition, 0) else {
            continue;
        };
        let statement = ledger.statement(id);
        if !statement.on_record() || statement.condition.is_some() {
            continue;
        }
        let proposition_id = propositions.intern(proposition);
        let speakers: Vec<PartyId> = if role(&proposition) == Some(Role::Accuracy) {
            statement.by.to_vec()
        } else {
            statement.source.and_then(|source| ledger.source(source).outlet).into_iter().collect()
        };
        for speaker in speakers {
            let root = if role(&proposition) == Some(Role::Accuracy) {
                roots::spoken_for(ledger, statement, speaker)
            } else {
                roots::root(ledger, speaker, &statement.date)
            };
            let mut position = blank(ledger, id, statement, speaker, root);
            if role(&proposition) == Some(Role::Authenticity) {
                position.voice = roots::voice(ledger, speaker, &statement.date);
                position.hearsay = false;
            }
            found.push(Position { proposition: proposition_id, tacit: true, ..position });
        }
    }
}
