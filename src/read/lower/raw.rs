//! Statements that are still to be read: by the places of their values, or by their trees.

use std::borrow::Cow;

use rayon::prelude::*;

use super::entities::id_of;
use super::sheet::{Said, Sheet};
use crate::ledger::model::entity::Entity;
use crate::ledger::model::statement::Statement;
use crate::read::records::{self, RawRecord};
use crate::read::yaml::subset::{Bare, Bares};
use crate::read::yaml::tree::Node;
use crate::text::{FileId, Sources, Span};

/// A statement to be read.
pub(super) enum Raw<'s, 't> {
    /// By the places of its values in a file, the text of which stands beside.
    Bare(FileId, &'t str, &'s Bares, &'s Bare),
    /// By its tree.
    Tree(&'s RawRecord<'t>),
}

impl<'t> Raw<'_, 't> {
    /// Its id with its place; none where it has no sound one.
    pub(super) fn id(&self) -> Option<(&str, Span)> {
        match self {
            Self::Bare(file, text, _, bare) => Some((bare.id.text(text), bare.id.span(*file))),
            Self::Tree(record) => id_of(&record.node),
        }
    }

    /// The place of all of it.
    fn whole(&self) -> Span {
        match self {
            Self::Bare(file, _, bares, bare) => {
                let end = bares.items(bare).last().map_or(bare.start, |last| last.end);
                Span { file: *file, start: bare.start, end }
            }
            Self::Tree(record) => record.node.span,
        }
    }

    /// Whether a part of it was lost while its file was cut; `broken` are the places of such problems, in their order.
    pub(super) fn is_cut(&self, broken: &[Span]) -> bool {
        let whole = self.whole();
        let from = broken.partition_point(|span| (span.file, span.start) < (whole.file, whole.start));
        broken.get(from).is_some_and(|span| span.file == whole.file && span.start < whole.end)
    }

    /// Its tree.
    pub(super) fn tree(&self) -> Option<Cow<'_, Node<'t>>> {
        match self {
            Self::Bare(file, text, _, bare) => bare.tree(*file, text).map(Cow::Owned),
            Self::Tree(record) => Some(Cow::Borrowed(&record.node)),
        }
    }
}

/// For each sheet its statements, cut out of its file again; none where they were kept.
pub(super) fn again<'t>(sheets: &[Sheet<'_>], texts: &'t Sources) -> Vec<Said<'t>> {
    let cut = |sheet: &Sheet<'_>| {
        if sheet.said.is_some() {
            return Said::default();
        }
        let mut cut = records::cut(sheet.file, &texts.file(sheet.file).text);
        cut.records.retain(|record| record.list == Statement::LIST);
        Said { trees: cut.records, ..Said::default() }
    };
    sheets.par_iter().with_max_len(1).map(cut).collect()
}

/// The statements of a file, in file order.
pub(super) fn in_order<'s, 't>(
    file: FileId,
    text: &'t str,
    said: &'s Said<'t>,
) -> impl Iterator<Item = Raw<'s, 't>> {
    let (mut bares, mut trees) = (said.bares.rows.iter().peekable(), said.trees.iter().peekable());
    std::iter::from_fn(move || {
        let before = |bare: &&Bare| trees.peek().is_none_or(|tree| bare.start < tree.node.span.start);
        match bares.next_if(before) {
            Some(bare) => Some(Raw::Bare(file, text, &said.bares, bare)),
            None => trees.next().map(Raw::Tree),
        }
    })
}
