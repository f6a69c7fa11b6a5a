//! The edition for readers: what is contradicted, not answered, not verified and agreed on an event, with the words of all
//! sides, each fact once, and nothing that only an editor needs.
//!
//! It is laid out from the document, its findings and the rows of its table, and decides nothing.

mod borne;
pub mod formats;
mod grouped;
mod matters;
mod parties;
mod remarks;
mod settled;
mod sides;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::document::{self, Document};
use crate::check::Case;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use matters::Told;
use parties::Kind;

/// The edition.
pub struct Edition<'l> {
    /// The document of which it is an edition.
    document: Document<'l>,
    /// The title that its editor gives; none where the subject is its title.
    title: Option<String>,
    /// The paragraph that its editor puts first.
    lead: Option<String>,
    /// The day since which something must have been said for a matter to be told; none where all is told.
    since: Option<Date>,
    /// Who speaks in it or is spoken of, by kind.
    parties: Vec<Kind>,
    /// The matters, in the order in which they are told; no group is empty.
    groups: Vec<(Group, Vec<Matter>)>,
    /// The sources, in the order in which they are first named.
    sources: Vec<SourceId>,
}

/// The heading under which a matter is told, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Words that cannot both be so.
    Contradicted,
    /// Accusations that nothing on file answers.
    Unanswered,
    /// Links that nothing on file bears out.
    Unverified,
    /// Matters on which two or more say the same.
    Agreed,
    /// All else.
    Also,
}

impl Group {
    const ALL: [Group; 5] =
        [Self::Contradicted, Self::Unanswered, Self::Unverified, Self::Agreed, Self::Also];
}

/// A matter: what is in question, who says what of it, and what is to be said of that.
struct Matter {
    question: String,
    lines: Vec<Line>,
    remarks: Vec<String>,
}

/// The word of one party on a matter.
struct Line {
    /// The party; none for statements that only bear on the matter.
    root: Option<PartyId>,
    /// The word, to be read after the name.
    says: String,
    /// The statements in which it is said.
    said: Vec<Said>,
    /// The number of further statements.
    more: usize,
}

/// A statement as it is quoted.
struct Said {
    words: Words,
    /// The speaker, where the party does not say enough, the day, and where it was read.
    credit: String,
    /// The place of its source in the list of sources.
    source: Option<usize>,
}

impl Said {
    /// True when both show the same, and neither shows words.
    fn reads_as(&self, other: &Self) -> bool {
        let shown = |said: &Self| matches!(said.words, Words::Here(_));
        !shown(self) && !shown(other) && self.credit == other.credit && self.source == other.source
    }
}

/// The words of a statement.
enum Words {
    /// None are on file.
    None,
    /// They stand here.
    Here(String),
    /// They stand with a matter above.
    Above,
}

/// The edition on a case, with a title and a lead of its own where they are given; nothing is cut where `all` is true.
#[must_use]
pub fn edition(case: &Case, all: bool, title: Option<String>, lead: Option<String>) -> Edition<'_> {
    let reasoned = case.reason();
    let document = document::composed(&reasoned, case.options(), Cow::Owned(reasoned.unfiltered()), all);
    let Told { groups, sources, statements } = matters::told(&reasoned.reasoning, &document);
    let of_lines = groups.iter().flat_map(|(_, matters)| matters).flat_map(|matter| &matter.lines);
    let roots: Vec<PartyId> = of_lines.filter_map(|line| line.root).collect();
    let statements: BTreeSet<StatementId> = statements.into_iter().collect();
    let parties = parties::parties(&document, &roots, &statements);
    let since = case.options().since;
    Edition { document, title, lead, since, parties, groups, sources }
}
