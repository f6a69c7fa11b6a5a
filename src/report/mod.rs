//! Reports: one format is one file, a function from a [`Report`](crate::check::Report) to text.

