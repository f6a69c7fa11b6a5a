//! Sources: where statements were read or heard.

use super::date::Date;
use super::entity::Entity;
use super::id::PartyId;
use crate::text::Span;

/// A source, in which statements were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Id, unique among sources.
    pub id: String,
    /// The outlet that published it.
    pub outlet: Option<PartyId>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The day on which it was published.
    pub published: Option<Date>,
    /// The day on which we read it.
    pub retrieved: Option<Date>,
    /// The file with its text, relative to the record's own file.
    pub archive: Option<String>,
    /// SHA-256 of that file, in hexadecimal digits.
    pub sha256: Option<String>,
    /// Language of the text, as a BCP 47 tag.
    pub language: Option<String>,
    /// The language from which it was translated.
    pub translated_from: Option<String>,
    /// Admiralty grade of the source, A (completely reliable) to F (cannot be judged).
    pub reliability: Option<char>,
    /// The day on which its publisher corrected it.
    pub corrected: Option<Date>,
    /// The day on which its publisher withdrew it.
    pub withdrawn: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// The place of the record's id in the file.
    pub span: Span,
}

impl Source {
    /// True when it was withdrawn, or corrected after we read it.
    #[must_use]
    pub fn fallen(&self) -> bool {
        let corrected =
            |corrected: Date| self.retrieved.is_some_and(|retrieved| corrected.later_than(&retrieved));
        self.withdrawn.is_some() || self.corrected.is_some_and(corrected)
    }
}

impl Entity for Source {
    const LIST: &'static str = "sources";

    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            outlet: None,
            title: None,
            url: None,
            published: None,
            retrieved: None,
            archive: None,
            sha256: None,
            language: None,
            translated_from: None,
            reliability: None,
            corrected: None,
            withdrawn: None,
            note: None,
            span,
        }
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn span(&self) -> Span {
        self.span
    }
}
