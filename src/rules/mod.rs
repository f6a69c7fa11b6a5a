//! The rules: one rule is one file, its own manual page, and one line in the catalogue below.

mod archived;
mod clash;
mod context;
pub(crate) mod draft;
mod drafts;
mod sketch;
mod turns;

mod after_its_source;
mod agreement;
mod altered_quote;
mod bad_date;
mod bad_value;
mod before_its_event;
mod candidate_link;
mod circular_reporting;
mod class_speaks;
mod conflicting_values;
mod direct_contradiction;
mod disputed_wording;
mod duplicate_id;
mod implied_contradiction;
mod incompatible_claims;
mod overlapping_memberships;
mod overstated;
mod part_of_cycle;
mod quote_not_in_source;
mod retraction;
mod reversal;
mod rival_attributions;
mod self_contradiction;
mod shared_position;
mod shared_quote;
mod single_source;
mod source_changed;
mod split_position;
mod suspicious_characters;
mod unanswered_accusation;
mod unknown_key;
mod unknown_reference;
mod unreadable_file;
mod unsupported_grade;
mod unused_record;
mod unverified_link;
mod withdrawn_source;
mod wrong_argument;

pub use context::Context;
pub use sketch::Sketch;
pub(crate) use unused_record::stale;

use crate::finding::{Family, Finding, Level};
use crate::ledger::Ledger;

/// One rule: its name, what it counts as, its manual page, and how it is run.
pub struct Rule {
    /// The name, as in findings and on the command line.
    pub id: &'static str,
    /// What its findings count as.
    pub family: Family,
    /// How much they weigh, unless a finding says otherwise.
    pub level: Level,
    /// The text of its file; the manual page is the leading `//!` block.
    pub source: &'static str,
    /// How it is run.
    pub run: Run,
}

/// When a rule looks, and at what.
pub enum Run {
    /// While the files are read: the reader reports under this name.
    Reading,
    /// Over a draft: the audit reports under this name.
    Draft,
    /// Over the records, before anything is reasoned.
    Records(fn(&Rule, &Ledger, &mut Vec<Finding>)),
    /// The same, only where strictness is asked for.
    Strict(fn(&Rule, &Ledger, &mut Vec<Finding>)),
    /// Over what is held.
    Positions(Sketches),
    /// Over what is held and all records beside it: never over a part of the positions.
    Whole(Sketches),
}

/// A rule over positions: it sketches what it finds.
pub type Sketches = for<'r> fn(&'static Rule, &'r Context<'r>, &mut Vec<Sketch<'r>>);

/// Every rule, by family, in the order of the manual.
pub const CATALOGUE: &[&Rule] = &[
    &unreadable_file::RULE,
    &unknown_key::RULE,
    &duplicate_id::RULE,
    &unknown_reference::RULE,
    &wrong_argument::RULE,
    &bad_value::RULE,
    &bad_date::RULE,
    &class_speaks::RULE,
    &part_of_cycle::RULE,
    &overlapping_memberships::RULE,
    &quote_not_in_source::RULE,
    &altered_quote::RULE,
    &source_changed::RULE,
    &before_its_event::RULE,
    &after_its_source::RULE,
    &overstated::RULE,
    &shared_quote::RULE,
    &unsupported_grade::RULE,
    &suspicious_characters::RULE,
    &unused_record::RULE,
    &direct_contradiction::RULE,
    &conflicting_values::RULE,
    &incompatible_claims::RULE,
    &rival_attributions::RULE,
    &implied_contradiction::RULE,
    &reversal::RULE,
    &self_contradiction::RULE,
    &split_position::RULE,
    &disputed_wording::RULE,
    &retraction::RULE,
    &unverified_link::RULE,
    &candidate_link::RULE,
    &unanswered_accusation::RULE,
    &circular_reporting::RULE,
    &single_source::RULE,
    &withdrawn_source::RULE,
    &agreement::RULE,
    &shared_position::RULE,
    &drafts::unbalanced::RULE,
    &drafts::not_speech::RULE,
    &drafts::secondhand::RULE,
    &drafts::misattributed::RULE,
    &drafts::ambiguous::RULE,
    &drafts::speaker_unresolved::RULE,
    &drafts::spliced::RULE,
    &drafts::altered::RULE,
    &drafts::cleaned::RULE,
    &drafts::bracketed::RULE,
    &drafts::elided::RULE,
    &drafts::partial::RULE,
    &drafts::typographic::RULE,
    &drafts::verbatim::RULE,
    &drafts::unknown::RULE,
    &drafts::cut::RULE,
    &drafts::cue_conflict::RULE,
    &drafts::superseded::RULE,
    &drafts::two_wordings::RULE,
    &drafts::translation::RULE,
    &drafts::stance_conflict::RULE,
    &drafts::overreach::RULE,
];

/// The rule of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().copied().find(|rule| rule.id == name)
}

/// The names of all rules.
#[must_use]
pub fn names() -> Vec<&'static str> {
    CATALOGUE.iter().map(|rule| rule.id).collect()
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
