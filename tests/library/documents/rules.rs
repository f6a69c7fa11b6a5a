//! The tables of rules, from the catalogue and the manual pages.

use gainsay::audit::verdict::{Remark, Verdict};
use gainsay::rules::finding::{Family, Level};
use gainsay::rules::{CATALOGUE, Rule};

use super::table;

/// The names of all tables of rules: a family each, and three for drafts.
pub fn names() -> impl Iterator<Item = String> {
    let families = Family::ALL.into_iter().filter(|family| *family != Family::Draft);
    let families = families.map(|family| format!("rules {}", family.plural()));
    families.chain(["verdicts", "remarks", "sentences"].into_iter().map(|part| format!("drafts {part}")))
}

/// The rules of one family.
pub fn rules(of: &str) -> String {
    let family = Family::ALL.into_iter().find(|family| family.plural() == of);
    let family = family.unwrap_or_else(|| panic!("there is no family `{of}`"));
    shown(CATALOGUE.iter().filter(|rule| rule.family == family))
}

/// The rules on drafts: verdicts and remarks on quotations, and what is said of sentences without marks.
pub fn drafts(of: &str) -> String {
    let part = |rule: &Rule| {
        let verdict = Verdict::RULES.iter().any(|(own, _)| *own == rule);
        let remark = Remark::RULES.iter().any(|(own, _)| *own == rule);
        if verdict {
            "verdicts"
        } else if remark {
            "remarks"
        } else {
            "sentences"
        }
    };
    shown(CATALOGUE.iter().filter(|rule| rule.family == Family::Draft && part(rule) == of))
}

fn shown<'r>(rules: impl Iterator<Item = &'r &'static Rule>) -> String {
    let rows = rules.map(|rule| {
        let level = match rule.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        [format!("`{}`", rule.id), level.to_owned(), rule.summary()]
    });
    table(["rule", "level", "finds"], rows)
}
