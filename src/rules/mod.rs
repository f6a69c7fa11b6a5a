//! The rules: one rule is one file, its own manual page, and one line in the catalogue below.

pub mod agreements;
pub(crate) mod compose;
mod context;
pub mod contradictions;
mod drafts;
pub mod finding;
pub mod links;
pub mod record;
mod sketch;

pub use context::Context;
pub(crate) use record::unused_record::stale;
pub use sketch::Sketch;

use crate::ledger::Ledger;
use finding::{Family, Finding, Level};

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
    &record::unreadable_file::RULE,
    &record::unknown_key::RULE,
    &record::duplicate_id::RULE,
    &record::unknown_reference::RULE,
    &record::wrong_argument::RULE,
    &record::bad_value::RULE,
    &record::bad_date::RULE,
    &record::class_speaks::RULE,
    &record::part_of_cycle::RULE,
    &record::overlapping_memberships::RULE,
    &record::quote_not_in_source::RULE,
    &record::altered_quote::RULE,
    &record::source_changed::RULE,
    &record::before_its_event::RULE,
    &record::after_its_source::RULE,
    &record::overstated::RULE,
    &record::shared_quote::RULE,
    &record::unsupported_grade::RULE,
    &record::suspicious_characters::RULE,
    &record::unused_record::RULE,
    &contradictions::direct_contradiction::RULE,
    &contradictions::conflicting_values::RULE,
    &contradictions::incompatible_claims::RULE,
    &contradictions::rival_attributions::RULE,
    &contradictions::implied_contradiction::RULE,
    &contradictions::reversal::RULE,
    &contradictions::self_contradiction::RULE,
    &contradictions::split_position::RULE,
    &contradictions::disputed_wording::RULE,
    &contradictions::retraction::RULE,
    &links::unverified_link::RULE,
    &links::candidate_link::RULE,
    &links::unanswered_accusation::RULE,
    &links::circular_reporting::RULE,
    &links::single_source::RULE,
    &links::withdrawn_source::RULE,
    &agreements::agreement::RULE,
    &agreements::shared_position::RULE,
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
