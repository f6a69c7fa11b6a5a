//! One root and its own words: retractions, reversals, what stands, self-contradictions, split positions, wordings.

use gainsay::ledger::Ledger;
use gainsay::ledger::model::stance::{Sign, Stance};

use super::held::World;
use super::record::{self, Voice};
use super::said::{Atom, Said, clash, definition};
use super::values::rises;
use super::{Book, weight};

/// `retraction`: what a root withdrew, by proposition.
pub fn retractions(ledger: &Ledger, book: &mut Book) {
    for (at, later) in ledger.statements.iter().enumerate() {
        for speaker in &later.by {
            let root = record::root(ledger, speaker.index(), &later.date);
            if later.condition.is_some() || record::hearsay(ledger, later, root) {
                continue;
            }
            for target in &later.retracts {
                let statement = ledger.statement(*target);
                let same = |by: usize| record::root(ledger, by, &statement.date) == root;
                let own = statement.by.iter().any(|by| same(by.index()));
                if statement.date.later_than(&later.date) {
                    continue;
                }
                if !own || statement.condition.is_some() || record::hearsay(ledger, statement, root) {
                    continue;
                }
                for written in &statement.positions {
                    let proposition = ledger.proposition(written.proposition);
                    let arguments = proposition
                        .arguments()
                        .iter()
                        .map(|argument| if argument.0 == u32::MAX { root } else { argument.0 as usize });
                    let atom = Atom::new(ledger, proposition.predicate, arguments.collect());
                    let statements = [at, target.index()];
                    book.add("retraction", (atom.text(ledger), root), [root], statements, Some("note"));
                }
            }
        }
    }
}

/// Whether the later of two positions of a root takes the place of the earlier, whether they clash or not.
fn supersedes(ledger: &Ledger, later: &Said, earlier: &Said) -> bool {
    let apart = later.root != earlier.root
        || later.hearsay
        || later.stance == Stance::Declines
        || !later.date(ledger).later_than(earlier.date(ledger))
        || record::same_words(ledger, later.statement).contains(&earlier.statement);
    if apart {
        return false;
    }
    let plus = later.sign() == Sign::Plus && earlier.sign() == Sign::Plus;
    if later.atom == earlier.atom && plus && rises(earlier.value, later.value) {
        return later.voice == earlier.voice || matches!(earlier.voice, Voice::Party(_));
    }
    if later.voice != earlier.voice {
        return false;
    }
    if later.atom == earlier.atom {
        return (later.sign(), later.certain(), later.value)
            != (earlier.sign(), earlier.certain(), earlier.value)
            || later.stance != earlier.stance;
    }
    let defined = match earlier.sign() {
        Sign::Plus => definition(ledger, &earlier.atom, earlier.date(ledger)).contains(&later.atom),
        Sign::Minus => definition(ledger, &later.atom, earlier.date(ledger)).contains(&earlier.atom),
        Sign::None => false,
    };
    let undone = super::pending::LEAVING_OPEN_UNDOES_A_DENIAL || earlier.sign() == Sign::Plus;
    clash(ledger, later, earlier).is_some()
        || defined
            && earlier.certain()
            && undone
            && (later.stance == Stance::LeavesOpen || !later.certain() && later.sign() == earlier.sign())
}

/// Reports `reversal` and gives back what stands.
pub fn turns(ledger: &Ledger, said: &[Said], book: &mut Book) -> Vec<Said> {
    for later in said {
        for earlier in said.iter().filter(|earlier| !earlier.hearsay && earlier.voice == later.voice) {
            let Some(atom) = clash(ledger, later, earlier) else { continue };
            let both = later.sign() == Sign::Plus && earlier.sign() == Sign::Plus;
            let revised = both && rises(earlier.value, later.value);
            let before = said.iter().any(|between| {
                supersedes(ledger, between, earlier) && later.date(ledger).later_than(between.date(ledger))
            });
            if supersedes(ledger, later, earlier) && !revised && !before {
                let statements = [earlier.statement, later.statement];
                let level = weight(earlier.certain(), later.certain());
                book.add("reversal", (atom.text(ledger), later.root), [later.root], statements, level);
            }
        }
    }
    said.iter()
        .filter(|earlier| !said.iter().any(|later| supersedes(ledger, later, earlier)))
        .cloned()
        .collect()
}

/// `self-contradiction`, `split-position` and `disputed-wording`, among what stands.
pub fn clashes_inside(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    for (at, one) in world.said.iter().enumerate() {
        for other in &world.said[at + 1..] {
            if one.root != other.root {
                continue;
            }
            let Some(atom) = clash(ledger, one, other) else { continue };
            let wording = one.statement != other.statement
                && record::same_words(ledger, one.statement).contains(&other.statement);
            let rule = if wording {
                "disputed-wording"
            } else if one.hearsay || other.hearsay {
                continue;
            } else if one.voice == other.voice {
                "self-contradiction"
            } else {
                "split-position"
            };
            let statements = [one.statement, other.statement];
            let level = weight(one.certain(), other.certain());
            book.add(rule, (atom.text(ledger), one.root), [one.root], statements, level);
        }
    }
}
