//! Small ledgers with more of what decides whether a word stands, whether an accusation is answered and whether its
//! party was asked: withdrawals, some by hearsay or on a condition; outlets that belong to the accused and answer;
//! second reports of the same words and later counts; requests in any order of writing.

use super::seeded::Seeded;
use super::small::{Argument, Ledger, Statement};

/// A small ledger, words for each statement, and requests for a reply.
#[derive(Clone, Debug)]
pub struct Contested {
    pub ledger: Ledger,
    pub requests: Vec<String>,
}

/// The predicates of a small ledger that accuse their first argument.
const ACCUSES: [&str; 8] =
    ["carried-out", "involved-in", "ordered", "took-part-in", "answerable-for", "backs", "arms", "acts-for"];
const STATES: [usize; 2] = [0, 3];
/// Norland's and Sudria's.
const OUTLETS: [usize; 2] = [9, 10];

impl Contested {
    /// The ledger of a seed.
    pub fn new(seed: u64) -> Self {
        let chance = &mut Seeded::new(seed ^ 11 << 40);
        let mut ledger = Ledger::new(seed);
        ledger.parties[9].part_of = vec![(0, None, None)];
        for at in 0..ledger.statements.len() {
            let said = ledger.statements[at].clone();
            // Anna Berg and Carl Dahl speak for others on other days; nobody knows what else an unknown speaker says.
            let unknown = ledger.parties[said.by[0]].kind == "unknown";
            if said.by.len() != 1 || unknown || [5, 12].contains(&said.by[0]) {
                continue;
            }
            if chance.percent(25) {
                ledger.add(chance, &said, |later| later.retracts = vec![at]);
            }
            if chance.percent(20)
                && !said.anonymous
                && said.citing.is_empty()
                && said.citing_parties.is_empty()
            {
                let again = ledger.statements.len();
                ledger.add(chance, &said, |second| {
                    second.same_as = vec![at];
                    second.via = Vec::new();
                    second.positions = raised(&said, 7);
                });
                let second = ledger.statements[again].clone();
                ledger.add(chance, &second, |later| later.positions = raised(&said, 40));
            }
        }
        for said in ledger.statements.clone() {
            for (_, proposition) in said.positions.iter().filter(|(_, one)| ACCUSES.contains(&one.name)) {
                let Argument::Party(accused) = proposition.arguments[0] else { continue };
                let Some(at) = STATES.iter().position(|state| *state == accused) else { continue };
                if chance.percent(40) {
                    let stance = *chance.pick(&["denies", "denies", "declines", "leaves-open", "asserts"]);
                    let answer = (stance, proposition.clone());
                    ledger.add(chance, &said, |later| {
                        later.by = vec![OUTLETS[at]];
                        later.capacity = None;
                        later.positions = vec![answer];
                    });
                }
            }
        }
        let mut requests = Vec::new();
        for _ in 0..chance.below(6) {
            let to = &ledger.ids[*chance.pick(&[0, 1, 3, 4, 6])];
            let mut request = format!("  - to: {to}\n");
            if chance.percent(60) {
                let event = ledger.events[0].id;
                let root = *chance.pick(&["norland", "sudria", "coast-front"]);
                request
                    .push_str(&format!("    about: ['{}({root}, {event})']\n", chance.pick(&ACCUSES[..5])));
            }
            if chance.percent(85) {
                request.push_str(&format!("    date: 2031-01-{:02}\n", 1 + chance.below(12)));
            }
            if chance.percent(85) {
                let outcomes = ["replied", "declined", "no-reply", "not-reached", "not-reached"];
                request.push_str(&format!("    outcome: {}\n", chance.pick(&outcomes)));
            }
            requests.push(request);
        }
        Self { ledger, requests }
    }

    /// The ledger as one file; each statement is quoted in words of its own.
    pub fn text(&self) -> String {
        let mut text = self.ledger.text();
        for (at, said) in self.ledger.statements.iter().enumerate() {
            let id = format!("  - id: {}\n", said.id);
            text = text.replacen(&id, &format!("{id}    quote: {}\n", words(at)), 1);
        }
        if !self.requests.is_empty() {
            text.push_str(&format!("requests:\n{}", self.requests.concat()));
        }
        text
    }

    /// A draft that quotes every statement.
    pub fn draft(&self) -> String {
        let speaker = |said: &Statement| self.ledger.parties[said.by[0]].name;
        let all = self.ledger.statements.iter().enumerate();
        let quoted: Vec<String> =
            all.map(|(at, said)| format!("“{}”, {} said.\n\n", words(at), speaker(said))).collect();
        quoted.concat()
    }
}

/// The words of a statement, of which no other has one.
fn words(at: usize) -> String {
    let numbers = ["alpha", "bravo", "gamma", "delta", "sigma"].map(|word| format!("{word}{}", at + 10));
    numbers.join(" ")
}

/// The positions of a statement with its counts raised.
fn raised(said: &Statement, count: u32) -> Vec<(&'static str, super::small::Proposition)> {
    let mut positions = said.positions.clone();
    for (_, proposition) in positions.iter_mut().filter(|(_, one)| one.name == "killed") {
        proposition.value = Some(format!(" = {count}"));
    }
    positions
}

impl Ledger {
    /// Adds a later statement of the same speaker, changed; now and then through another state or on a condition.
    fn add(&mut self, dice: &mut Seeded, said: &Statement, change: impl FnOnce(&mut Statement)) {
        let day = said.last + dice.below(3) as i32;
        let via = if dice.percent(40) { vec![*dice.pick(&[3, 6, 9, 11])] } else { Vec::new() };
        let mut later = Statement {
            id: format!("said-{}", self.statements.len()),
            first: day,
            last: day,
            hour: None,
            source: None,
            evidence: Vec::new(),
            anonymous: false,
            conditional: dice.percent(15),
            via,
            citing_parties: Vec::new(),
            citing: Vec::new(),
            answers: Vec::new(),
            retracts: Vec::new(),
            same_as: Vec::new(),
            positions: Vec::new(),
            ..said.clone()
        };
        change(&mut later);
        self.statements.push(later);
    }
}
