//! What a draft says without marks, held against the record.

use super::{Attribution, Claim, Standing};
use crate::attribution::Prose as Draft;
use crate::attribution::parts::is_part;
use crate::audit::held::Held;
use crate::ledger::Ledger;
use crate::ledger::hierarchy::reaches;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::readings::Reading;
use crate::text::Span;

/// One position on what a party did, as the record has it.
struct Recorded {
    speaker: PartyId,
    statement: StatementId,
    span: Span,
    stance: Stance,
    predicate: String,
    party: PartyId,
    event: Option<EventId>,
    other: Option<PartyId>,
}

/// Holds every claim against the record.
#[must_use]
pub fn weigh(
    ledger: &Ledger,
    draft: &Draft<'_>,
    claims: &[(usize, Claim)],
    held: &Held<'_>,
) -> Vec<Attribution> {
    if claims.is_empty() {
        return Vec::new();
    }
    let record = Record { ledger, rows: recorded(ledger), held };
    claims
        .iter()
        .map(|(sentence, claim)| record.attribution(draft.sentences[*sentence].range.clone(), claim))
        .collect()
}

/// All positions whose first argument is a party, `self` resolved.
fn recorded(ledger: &Ledger) -> Vec<Recorded> {
    let mut rows = Vec::new();
    for (id, statement) in ledger.said() {
        for position in &statement.positions {
            let proposition = ledger.proposition(position.proposition);
            let predicate = ledger.vocabulary.get(proposition.predicate);
            let named = |at: usize, speaker: PartyId| {
                let own = proposition.arguments().get(at) == Some(&Argument::SPEAKER);
                if own {
                    Some(roots::spoken_for(ledger, statement, speaker))
                } else {
                    predicate.party(&proposition, at)
                }
            };
            for speaker in &statement.by {
                let Some(party) = named(0, *speaker) else { continue };
                rows.push(Recorded {
                    speaker: *speaker,
                    statement: id,
                    span: position.span,
                    stance: position.stance,
                    predicate: predicate.id.clone(),
                    party,
                    event: predicate.event(&proposition, 1),
                    other: named(1, *speaker),
                });
            }
        }
    }
    rows
}

struct Record<'r, 'l> {
    ledger: &'r Ledger,
    rows: Vec<Recorded>,
    held: &'r Held<'l>,
}

impl Record<'_, '_> {
    fn attribution(&self, range: std::ops::Range<usize>, claim: &Claim) -> Attribution {
        let (standing, rows, message) = self.standing(claim);
        let mut statements: Vec<StatementId> = rows.iter().map(|(id, _)| *id).collect();
        statements.dedup();
        let positions = if standing == Standing::OnRecord { rows } else { Vec::new() };
        Attribution {
            range,
            standing,
            party: claim.holder.or(Some(claim.party)),
            statements,
            positions,
            proposition: self.proposition(claim),
            message,
        }
    }

    fn proposition(&self, claim: &Claim) -> Option<Proposition> {
        let predicate = self.ledger.vocabulary.find(claim.predicate)?;
        Some(Proposition::of_two(predicate, claim.party, claim.event))
    }

    fn sentence(&self, claim: &Claim) -> String {
        self.proposition(claim).map_or_else(String::new, |proposition| {
            words::sentence(
                self.ledger,
                &proposition,
                None,
                if claim.plus { Sign::Plus } else { Sign::Minus },
            )
        })
    }

    fn same(&self, one: PartyId, other: PartyId) -> bool {
        one == other || is_part(self.ledger, one, other) || is_part(self.ledger, other, one)
    }

    /// True when holding one predicate is holding another.
    fn covers(&self, strong: &str, weak: &str) -> bool {
        let vocabulary = &self.ledger.vocabulary;
        let ids = vocabulary.find(strong).zip(vocabulary.find(weak));
        strong == weak
            || ids.is_some_and(|(strong, weak)| {
                reaches(strong, weak, |at| vocabulary.get(at).implies.iter().copied())
            })
    }

    /// How a claim stands to the record, on which positions, and that in words.
    fn standing(&self, claim: &Claim) -> (Standing, Vec<(StatementId, Span)>, String) {
        let by_holder = |row: &&Recorded| claim.holder.is_none_or(|holder| self.same(holder, row.speaker));
        let of_event: Vec<&Recorded> =
            self.rows.iter().filter(|row| row.event == Some(claim.event)).filter(by_holder).collect();
        let own: Vec<&Recorded> =
            of_event.iter().copied().filter(|row| self.same(row.party, claim.party)).collect();
        let take = |rows: &[&Recorded]| rows.iter().map(|row| (row.statement, row.span)).collect::<Vec<_>>();
        let sign = |plus: bool| if plus { Sign::Plus } else { Sign::Minus };
        let fits = |row: &Recorded, sign: Sign| match sign {
            Sign::Plus => self.covers(&row.predicate, claim.predicate),
            // Who denies any part denies the deed, and not the other way round.
            _ => self.covers(claim.predicate, &row.predicate),
        };
        let said: Vec<&Recorded> = own
            .iter()
            .copied()
            .filter(|row| row.stance.sign() == sign(claim.plus) && fits(row, sign(claim.plus)))
            .collect();
        let who =
            claim.holder.map_or_else(|| "nobody".to_owned(), |holder| self.ledger.party(holder).name.clone());
        let sentence = self.sentence(claim);
        if said.iter().any(|row| row.stance.certain()) || claim.hedged && !said.is_empty() {
            let said: Vec<&Recorded> =
                said.into_iter().filter(|row| claim.hedged || row.stance.certain()).collect();
            return (Standing::OnRecord, take(&said), format!("on record: {sentence}"));
        }
        if !said.is_empty() {
            let message =
                format!("the draft says flatly what the record has as likely or possible: {sentence}");
            return (Standing::Overreach, take(&said), message);
        }
        let against: Vec<&Recorded> = own
            .iter()
            .copied()
            .filter(|row| match claim.predicate {
                "condemns" => {
                    row.predicate == "condemns" && row.stance.sign() == Sign::Minus
                        || matches!(row.predicate.as_str(), "justifies" | "praises")
                            && row.stance.sign() == Sign::Plus
                }
                _ => {
                    // Who denies the deed may have had some part.
                    row.stance.sign() == sign(!claim.plus)
                        && (claim.plus && self.covers(claim.predicate, &row.predicate)
                            || self.covers(&row.predicate, claim.predicate))
                }
            })
            .collect();
        if !against.is_empty() && claim.holder.is_some() {
            return (
                Standing::StanceConflict,
                take(&against),
                format!("the record has {who} saying the opposite: {}", self.opposite(claim)),
            );
        }
        let denies_less = |row: &&&Recorded| {
            !claim.plus && row.stance.sign() == Sign::Minus && self.covers(&row.predicate, claim.predicate)
        };
        let less: Vec<&Recorded> = own.iter().filter(denies_less).copied().collect();
        if !less.is_empty() {
            let message = format!("the draft has {who} denying more than is on record: {sentence}");
            return (Standing::Overreach, take(&less), message);
        }
        if claim.predicate == "condemns" || !claim.plus {
            return (Standing::NoRecord, Vec::new(), format!("nothing on record says so of {who}"));
        }
        if let Some((root, statements)) = self.reading(claim) {
            let root = &self.ledger.party(root).name;
            let message = format!(
                "the words of {root} on record may be read as saying that {sentence}, and {root} has not said it"
            );
            return (Standing::Overreach, statements, message);
        }
        let weaker = self.weaker(claim, &of_event, &own);
        if weaker.is_empty() && against.is_empty() {
            return (Standing::NoRecord, Vec::new(), format!("nothing on record says so: {sentence}"));
        }
        let rows = if weaker.is_empty() { against } else { weaker };
        let message = if claim.holder.is_some() {
            format!("the draft has {who} saying that {sentence}; what {who} says on record is less")
        } else {
            format!("the draft says that {sentence}; nobody says so on record, and what is said is less")
        };
        (Standing::Overreach, take(&rows), message)
    }

    fn opposite(&self, claim: &Claim) -> String {
        self.sentence(&Claim { plus: !claim.plus, ..claim.clone() })
    }

    /// The root whose words may be read as saying what a claim says, with the statements; none where there is no such root.
    fn reading(&self, claim: &Claim) -> Option<(PartyId, Vec<(StatementId, Span)>)> {
        if self.ledger.vocabulary.rules.is_empty() {
            return None;
        }
        let reasoning = self.held.get();
        let says = |reading: &&Reading| {
            let predicate = self.ledger.vocabulary.get(reading.proposition.predicate);
            let party = predicate.party(&reading.proposition, 0);
            self.covers(&predicate.id, claim.predicate)
                && party.is_some_and(|party| self.same(party, claim.party))
                && predicate.event(&reading.proposition, 1) == Some(claim.event)
                && claim.holder.is_none_or(|holder| self.same(holder, reading.root))
        };
        let reading = reasoning.readings.iter().find(says)?;
        let position = |at: &usize| {
            let position = reasoning.position(reasoning.holds[*at].base);
            (position.statement, position.span)
        };
        Some((reading.root, reading.premises.iter().map(position).collect()))
    }

    /// The positions on record that are near to a claim and less: a lower rung, others whom the party backs, other events
    /// that it claims.
    fn weaker<'r>(
        &'r self,
        claim: &Claim,
        of_event: &[&'r Recorded],
        own: &[&'r Recorded],
    ) -> Vec<&'r Recorded> {
        let plus = |row: &&&Recorded| row.stance.sign() == Sign::Plus && row.predicate != "condemns";
        let lower: Vec<&Recorded> = own.iter().filter(plus).copied().collect();
        if !lower.is_empty() {
            return lower;
        }
        let backs = |party: PartyId| {
            self.rows.iter().filter(move |row| {
                row.stance.sign() == Sign::Plus
                    && row.other == Some(party)
                    && self.same(row.party, claim.party)
            })
        };
        let through: Vec<&Recorded> =
            of_event.iter().filter(plus).copied().filter(|row| backs(row.party).next().is_some()).collect();
        if !through.is_empty() {
            return through;
        }
        let claims = |row: &&Recorded| {
            claim.holder == Some(claim.party)
                && row.predicate == claim.predicate
                && row.stance.sign() == Sign::Plus
                && row.event.is_some()
                && self.same(row.party, claim.party)
                && self.same(row.speaker, claim.party)
        };
        self.rows.iter().filter(claims).collect()
    }
}
