//! Views of a case, each with its formats beside it.

pub mod checks;
pub mod compare;
pub mod document;
pub mod edition;
pub mod graph;
pub mod listing;
pub mod page;
pub mod replies;
pub mod show;
pub mod table;
pub mod timeline;
