//! Names and descriptions of those whom no list knows: whether they are persons, bodies or several.

use super::given;
use super::reader::Reader;
use super::roles::{self, Role};
use super::sentences::Item;

/// An office stands within so many items behind a name and a comma.
const NEAR: usize = 7;

impl Reader<'_> {
    /// Whether an office stands beside a name: "Minister TAREK OZU", "TAREK OZU, the mayor,".
    pub(super) fn titled(&self, items: &[Item], first: usize, last: usize) -> bool {
        let office = |word: &str| roles::role(word) == Some(Role::Office) || given::address(word).is_some();
        let before = office(self.back(items, first, 1));
        let comma = matches!(items.get(last + 1), Some(Item::Comma));
        let apposed = || {
            let end = (last + 2 + NEAR).min(items.len());
            let words = items[(last + 2).min(end)..end].iter();
            words
                .take_while(|item| matches!(item, Item::Word { .. } | Item::Name { .. }))
                .any(|item| office(self.word(Some(item))))
        };
        before || comma && apposed()
    }
}

/// Whether words without a name on file speak of several: "officials", "the police".
pub(super) fn several(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    last.ends_with('s') && !last.ends_with("ss") && words.starts_with(char::is_lowercase)
        || roles::role(&last) == Some(Role::People) && last.ends_with('s')
        || matches!(last.as_str(), "police" | "people" | "authorities" | "media" | "men" | "women")
}

/// Whether words are two or three names and nothing that tells what bears them: "Tarek Ozu", and not "Harbour Authority".
pub(super) fn bare(words: &str) -> bool {
    const BODIES: &[&str] = &[
        "ministry",
        "authority",
        "department",
        "agency",
        "army",
        "force",
        "forces",
        "front",
        "party",
        "union",
        "court",
        "council",
        "committee",
        "commission",
        "association",
        "organisation",
        "organization",
        "group",
        "movement",
        "company",
        "corporation",
        "bank",
        "university",
        "institute",
        "hospital",
        "times",
        "post",
        "news",
        "herald",
        "house",
        "office",
        "service",
        "guard",
        "navy",
        "police",
        "brigade",
        "league",
        "foundation",
        "centre",
        "center",
        "federation",
        "parliament",
        "senate",
        "assembly",
        "embassy",
        "wire",
        "agency",
        "church",
        "club",
        "team",
    ];
    let all: Vec<&str> = words.split(' ').collect();
    (2..=3).contains(&all.len())
        && all.iter().all(|word| {
            let lower = word.to_lowercase();
            word.starts_with(char::is_uppercase)
                && lower != "the"
                && roles::role(&lower).is_none()
                && !BODIES.contains(&lower.as_str())
        })
}
