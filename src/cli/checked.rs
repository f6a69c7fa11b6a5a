//! `gainsay audit DRAFT.docx --output CHECKED.docx`: the draft again, with what the audit says as comments in it.

use std::path::Path;

use crate::audit::Audit;
use crate::audit::findings::Noted;
use crate::text::FileId;
use crate::write::store;

/// A draft that is to be written again, with comments.
pub struct Checked<'c> {
    /// The draft, as it was named.
    pub draft: &'c Path,
    /// Its bytes.
    pub bytes: &'c [u8],
    /// The file that is to be written.
    pub file: &'c Path,
}

impl Checked<'_> {
    /// Writes it, and says how many comments are in it.
    ///
    /// # Errors
    /// Why nothing was written, and what to do.
    pub fn write(&self, audit: &Audit<'_>, noted: &[Noted], draft: FileId) -> Result<(), (String, String)> {
        let own = self.may_be_written()?;
        let comments = crate::audit::comments::comments(audit, noted, draft);
        let with = crate::write::word::commented(self.bytes, &comments).map_err(|reason| {
            let message = format!("no comments can be put into `{}`: {reason}", self.draft.display());
            (message, "save it anew as DOCX, and audit that".to_owned())
        })?;
        let there = own.then(|| std::fs::read(self.file));
        if there.is_some_and(|there| there.is_ok_and(|there| there != self.bytes)) {
            let message = format!("`{}` was changed by somebody else meanwhile", self.file.display());
            return Err((message, "audit it again".to_owned()));
        }
        store::replace(self.file, &with).map_err(|error| {
            let message =
                format!("`{}` could not be written: {error}; nothing was changed", self.file.display());
            (message, "name another file, or make it one that you may write".to_owned())
        })?;
        let count = crate::ledger::words::counted(comments.len(), "comment", "comments");
        super::output::Output::complain(&format!("`{}` holds the draft with {count}.", self.file.display()));
        Ok(())
    }

    /// True when the file is the draft itself, so named; or why it may not be written, and what to do.
    fn may_be_written(&self) -> Result<bool, (String, String)> {
        let (draft, file) = (self.draft.display(), self.file.display());
        let refused = |message: String, help: &str| Err((message, help.to_owned()));
        if !self.bytes.starts_with(b"PK") {
            return refused(
                format!("the draft `{draft}` is no DOCX, and comments are written into DOCX only"),
                "save it as DOCX, or use `--format html` for a page with the draft and its quotations marked",
            );
        }
        let word = self.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
        if !word {
            return refused(
                format!("`{file}` is no name of a DOCX document"),
                "name a file that ends in .docx, as in `--output checked.docx`",
            );
        }
        let own = self.file == self.draft;
        if !own && same_file::is_same_file(self.draft, self.file).unwrap_or(false) {
            return refused(
                format!("`{file}` is the draft itself under another name"),
                "name another file; to write the comments into the draft, name it as you named the draft",
            );
        }
        Ok(own)
    }
}
