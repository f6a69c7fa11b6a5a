//! What hangs on a link is the same over the positions that it can touch as over all that stand around it.

use std::collections::BTreeSet;

use crate::common;
use crate::generator::large;
use crate::generator::small::Ledger;
use gainsay::check::what_if::{Change, Neighbours, Premised, Told, Touched, each};
use gainsay::ledger::model::proposition::Proposition;
use gainsay::read::{self, Loaded, Text};
use gainsay::reason::Reasoning;

fn load(files: Vec<String>) -> Loaded {
    let text = |(at, text)| Text { path: format!("claims/{at}.yaml"), content: Ok(text) };
    read::texts(files.into_iter().enumerate().map(text).collect(), &[])
}

/// The changes that granting and ruling out each link would make, over all positions around it and over those that it
/// can touch; and how many positions there are of each.
fn both_ways(name: &str, loaded: &Loaded) -> (usize, usize) {
    let reasoning = Reasoning::new(&loaded.ledger);
    let vocabulary = &loaded.ledger.vocabulary;
    let (neighbours, touched) = (Neighbours::new(&reasoning), Touched::new(&loaded.ledger));
    let links: BTreeSet<Proposition> = reasoning
        .positions
        .iter()
        .map(|position| reasoning.propositions.get(position.proposition))
        .filter(|said| vocabulary.get(said.predicate).link)
        .collect();
    let (mut all, mut few) = (0, 0);
    for link in links {
        let Some(around) = neighbours.of(&reasoning, &link, 500) else { continue };
        let link = [link];
        let trials: [Premised<'_>; 2] = [(&link, &[]), (&[], &link)];
        let chosen = touched.of(&reasoning, &around, &trials);
        (all, few) = (all + around.len(), few + chosen.len());
        let seen = |positions| -> Vec<String> {
            let changes: Vec<Change> = each(&reasoning, positions, &trials, Told::All);
            changes.iter().map(|change| format!("{change:#?}")).collect()
        };
        assert_eq!(seen(&around), seen(&chosen), "{name}: {link:?}");
    }
    (all, few)
}

#[test]
fn what_a_link_cannot_touch_changes_nothing_that_hangs_on_it() {
    let (mut all, mut few) = (0, 0);
    let mut add = |name: &str, loaded: &Loaded| {
        let (more, fewer) = both_ways(name, loaded);
        (all, few) = (all + more, few + fewer);
    };
    for seed in 0..common::size(60) as u64 {
        add(&format!("small, seed {seed}"), &load(vec![Ledger::new(seed).text()]));
    }
    let files = large::files(common::size(400), 2, 7);
    add("large", &load(files.into_iter().map(|(_, text)| text).collect()));
    assert!(few < all, "nothing was left out: {few} of {all}");
}
