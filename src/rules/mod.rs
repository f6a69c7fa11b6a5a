//! The rules: one rule is one file, its own manual page, and its `mod` line in the folder of its family.

pub mod agreements;
mod beside;
pub(crate) mod compose;
mod context;
pub mod contradictions;
pub(crate) mod drafts;
pub mod finding;
pub mod links;
pub mod record;
mod saying;
mod sketch;

pub use context::Context;
pub use record::archived::{self, Quote};
pub(crate) use record::unused_record::stale;
pub use sketch::Sketch;

use std::fmt;

use crate::ledger::Ledger;
use finding::{Family, Finding, Level, Tells};

/// A rule: its name, its family, its manual page, and how it is run.
pub struct Rule {
    /// The name, as in findings and on the command line.
    pub id: &'static str,
    /// The family of its findings.
    pub family: Family,
    /// The level of its findings, unless a finding sets another.
    pub level: Level,
    /// The kind of facts that its findings tell, by which views word and sort them.
    pub tells: Tells,
    /// The text of its file; the manual page is the leading `//!` block.
    pub source: &'static str,
    /// When it runs, and on what.
    pub run: Run,
}

/// Rules are equal where their names are, since the catalogue holds each name once.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.id)
    }
}

/// When a rule runs, and on what.
pub enum Run {
    /// While the files are read: the reader reports under this name.
    Reading,
    /// Over a draft: the audit reports under this name.
    Draft,
    /// On the records, before anything is reasoned.
    Records(fn(&'static Rule, &Ledger, &mut Vec<Finding>)),
    /// On every quote that was looked for in the archived text of its source.
    Quotes(fn(&'static Rule, &Ledger, &[Quote<'_>], &mut Vec<Finding>)),
    /// On the records, with `--strict` only.
    Strict(fn(&'static Rule, &Ledger, &mut Vec<Finding>)),
    /// On the reasoning, also over a part of the positions.
    Positions(Sketches),
    /// On the reasoning and all records beside it, so never over a part of the positions.
    Whole(Sketches),
}

/// The function of a rule over positions, which adds a sketch for each thing that it finds.
pub type Sketches = for<'r> fn(&'static Rule, &'r Context<'r>, &mut Vec<Sketch<'r>>);

/// Every rule, by family, in the order of the manual: that of the `mod` lines `pub(crate) mod …;` in the folders, from
/// which `build.rs` writes this list.
pub const CATALOGUE: &[&Rule] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The rule with a name; none where no rule has it.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().copied().find(|rule| rule.id == name)
}

/// The names of all rules.
#[must_use]
pub fn names() -> Vec<&'static str> {
    CATALOGUE.iter().map(|rule| rule.id).collect()
}

/// The names that records may use (`settings`, `expect`, `accepted`): of all rules and families.
#[must_use]
pub fn referable() -> Vec<&'static str> {
    names().into_iter().chain(Family::ALL.map(Family::plural)).collect()
}

impl Rule {
    /// The manual page: the leading `//!` block of the rule's file, as Markdown.
    #[must_use]
    pub fn manual(&self) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let page: Vec<&str> =
            lines.map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or("")).collect();
        page.join("\n") + "\n"
    }

    /// The manual page for readers: under its name, and without what only tests need to know.
    #[must_use]
    pub fn page(&self) -> String {
        format!(
            "# {}\n\n{}",
            self.id,
            self.manual()
                .replace("```yaml,finding", "```yaml")
                .replace("```text,finding", "```text")
                .replace("```text,archive", "```text")
        )
    }

    /// The first sentence of its manual page.
    #[must_use]
    pub fn summary(&self) -> String {
        self.manual().lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The stub from which `cargo run --example new-rule` makes a rule.
#[cfg(test)]
#[path = "../../examples/new-rule/late_denial.rs"]
mod new_rule;

#[cfg(test)]
mod tests {
    use super::new_rule::RULE;

    #[test]
    fn the_stub_of_a_rule_is_a_rule() {
        assert_eq!(
            (RULE.id, RULE.summary().as_str()),
            ("late-denial", "One sentence that says what this rule finds.")
        );
        assert_eq!(RULE.manual().lines().filter(|line| line.starts_with("# ")).count(), 5);
    }
}
