//! A copy of what a source said, kept beside its record.

use super::desk::Desk;
use crate::ledger::model::date::Date;
use crate::read::files::archives;
use crate::write::emit::Yaml;
use crate::write::store::Failure;

/// The folder of copies, beside the records of their sources.
pub const FOLDER: &str = "archive";
/// What keeps the copies out of version control: few newsrooms may hand on the articles of others.
const IGNORED: &str = "# Copies of what others published: kept here, and out of version control.\n*\n";

/// A copy that is to be kept.
pub struct Keeping<'k> {
    /// The id of its source.
    pub source: &'k str,
    /// The ending of its name.
    pub ending: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Whether it may take the place of another.
    pub replace: bool,
}

/// A copy as it will be kept.
pub struct Kept {
    /// Its name from the record of the source.
    pub named: String,
    /// Its hash.
    pub hash: String,
    /// The files that are to be written, of those that are not there yet.
    pub beside: Vec<(String, Vec<u8>)>,
}

impl Keeping<'_> {
    /// What is to be written beside the record of its source.
    ///
    /// # Errors
    /// Another copy is kept there, or what is there cannot be read.
    pub fn prepare(self, desk: &Desk, record: &str) -> Result<Kept, Failure> {
        let name = format!("{}.{}", self.source, self.ending);
        let place = format!("{}/{FOLDER}", record.rsplit_once('/').map_or("", |(folder, _)| folder));
        let (copy, ignored) = (format!("{place}/{name}"), format!("{place}/.gitignore"));
        let hash = archives::hash(&self.bytes);
        let (kept, ruled) = (desk.writer.kept(&copy)?, desk.writer.kept(&ignored)?.is_some());
        let same = kept.as_ref() == Some(&self.bytes);
        if kept.is_some() && !same && !self.replace {
            return Err(Failure {
                message: format!("another copy of `{}` is kept as `{FOLDER}/{name}`", self.source),
                help: "put this one in its place with `--replace`, or enter the new version as a source of its own"
                    .to_owned(),
            });
        }
        let rule = (!ruled).then(|| (ignored, IGNORED.as_bytes().to_vec()));
        let beside = rule.into_iter().chain((!same).then_some((copy, self.bytes))).collect();
        Ok(Kept { named: format!("{FOLDER}/{name}"), hash, beside })
    }
}

impl Kept {
    /// What the record of the source says of it.
    #[must_use]
    pub fn keys(&self, retrieved: Option<Date>) -> Vec<(&'static str, Yaml)> {
        let read = retrieved.map(|day| ("retrieved", Yaml::Text(day.to_string())));
        let copy = [("archive", Yaml::Text(self.named.clone())), ("sha256", Yaml::Text(self.hash.clone()))];
        read.into_iter().chain(copy).collect()
    }
}

/// The ending of the copy of a file with this one. One of a ledger file would make the copy a part of the ledger.
#[must_use]
pub fn ending(own: &str) -> String {
    let own = own.to_lowercase();
    let known = ["html", "htm", "xhtml", "md", "pdf"].contains(&own.as_str());
    if known { own } else { "txt".to_owned() }
}
