//! `gainsay audit`: every quotation and attribution of a draft against the ledger.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::check::LevelFlags;
#[cfg(feature = "docx")]
use super::checked::Checked;
use super::output::Output;
use super::progress::Progress;
use super::{SOUND, UNREAD, UNSOUND, reading, store};
use crate::audit;
use crate::audit::findings::Noted;
use crate::check::formats;
use crate::check::options::{Options, Setting};
use crate::check::{Counts, Levels, Report};
use crate::layout::Style;
use crate::read::files::documents;
use crate::rules::finding::Level;
use crate::text::quotes::readable::Readable;

/// Check every quotation and attribution of a draft against the ledger.
#[derive(Args)]
pub struct Audit {
    /// The draft: text, Markdown, HTML or DOCX; `-` for standard input
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// The store [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List every quotation, also those that are as on file
    #[arg(long)]
    all: bool,
    /// On the page, name rules and places in the ledger too
    #[arg(long)]
    internals: bool,
    /// Write the draft, a DOCX, to this file too, with a comment at whatever the report lists; comments of an earlier
    /// audit are replaced. Name the draft itself to write into it
    #[arg(long, value_name = "CHECKED.docx")]
    output: Option<PathBuf>,
    #[command(flatten)]
    levels: LevelFlags,
}

/// The format of an audit.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs: version 1
    Json,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
    /// A page with the draft and its quotations marked
    Html,
}

impl Audit {
    pub fn run(&self, output: &mut Output, levels: &[(usize, String, Setting)]) -> u8 {
        #[cfg(not(feature = "docx"))]
        if self.output.is_some() {
            Output::complain(
                "gainsay: this gainsay was built without DOCX, and comments are written into DOCX only\n\
                 help: build gainsay with it: `cargo install --path .` does",
            );
            return UNREAD;
        }
        let levels = levels.iter().map(|(_, name, setting)| (name.clone(), *setting)).collect();
        let options = Options { levels, ..Options::default() };
        let Some(mut store) = store::open(self.store.as_deref(), options) else { return UNREAD };
        if !store.spares(self.output.as_deref()) {
            return UNREAD;
        }
        let read = bytes(&self.draft).and_then(|bytes| Ok((read(&self.draft, &bytes)?, bytes)));
        let (read, bytes) = match read {
            Ok(read) => read,
            Err((message, help)) => {
                Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
                return UNREAD;
            }
        };
        let base = store.base();
        let draft = store.case.add(self.name(&base), read.text);
        let ledger = store.case.ledger();
        let waiting = Progress::of("holding the draft against the ledger");
        let mut audit = audit::document(ledger, &ledger.texts.file(draft).text, &read.quoted);
        audit.unread = read.unread;
        audit.beside = read.beside;
        drop(waiting);
        let mut noted = audit::findings::findings(&audit, draft);
        let levels = Levels::new(ledger, store.case.options());
        noted.retain_mut(|Noted { finding, .. }| {
            levels.apply(finding.rule.id, finding.family, &mut finding.level)
        });
        let wrong = noted.iter().any(|noted| noted.finding.level == Level::Error);
        #[cfg(not(feature = "docx"))]
        drop(bytes);
        #[cfg(feature = "docx")]
        if let Some(file) = &self.output {
            let checked = Checked { draft: &self.draft, bytes: &bytes, file };
            if let Err((message, help)) = checked.write(&audit, &noted, draft) {
                Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
                return UNREAD;
            }
        }
        let shown = match self.format {
            Format::Text => {
                let style = Style { all: self.all, ..reading::style() };
                crate::audit::text(&audit, &noted, draft, style)
            }
            Format::Json => crate::audit::json(&audit, &noted, draft),
            Format::Html => crate::audit::html(&audit, &noted, draft, self.internals),
            Format::Sarif => {
                let counts = Counts::default();
                let told = noted.into_iter().filter(Noted::told);
                let findings = told.map(|noted| noted.finding).collect();
                formats::sarif(&Report { ledger, as_of: None, only: None, findings, counts }, &base)
            }
        };
        output.print(&shown);
        let format = if self.format == Format::Text { reading::Format::Text } else { reading::Format::Json };
        match reading::ending(output, &store, format) {
            SOUND if wrong => UNSOUND,
            status => status,
        }
    }

    /// The level flags in the order in which they stand on the command line.
    pub fn level_flags(&self, matches: &clap::ArgMatches) -> Vec<(usize, String, Setting)> {
        self.levels.flags(matches)
    }

    /// The name of the draft; in SARIF, from the folder that holds the store, as all paths there are.
    fn name(&self, base: &str) -> String {
        let path =
            if self.draft == Path::new("-") { "standard input".into() } else { self.draft.to_string_lossy() };
        if self.format == Format::Sarif && self.draft.is_relative() {
            return "../".repeat(base.matches('/').count()) + &path;
        }
        path.into_owned()
    }
}

/// The bytes of a draft; or why it cannot be read, and what to do.
fn bytes(path: &Path) -> Result<Vec<u8>, (String, String)> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    read.map_err(|error| {
        (
            format!("the draft `{}` could not be read: {error}", path.display()),
            "name a file of text, Markdown, HTML or DOCX, or `-` for standard input".to_owned(),
        )
    })
}

/// The words that a reader sees of it; or why it cannot be read, and what to do.
fn read(path: &Path, bytes: &[u8]) -> Result<Readable, (String, String)> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    documents::read(bytes, &ending).map_err(|(reason, help)| {
        (format!("the draft `{}` could not be read: {reason}", path.display()), help)
    })
}
