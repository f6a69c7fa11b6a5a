//! `gainsay extract`: drafts of records from an article.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::ask::Dialogue;
use super::input;
use super::output::Output;
use super::recording;
use super::store::{self, date};
use super::{SOUND, UNREAD, add, reading};
use crate::check::options::Options;
use crate::entry::article::Article;
use crate::entry::source::Given;
use crate::extract::{self, Wanted};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, SourceId};
use crate::read;
use crate::write::store::{lands, replace};

/// Propose records from an article: who says what in it, in the words of the ledger.
#[derive(Args)]
pub struct Extract {
    /// The article: text, Markdown, HTML, PDF where `pdftotext` is installed or, with the feature `docx`, DOCX; `-` for
    /// standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// The store [default: the nearest one, here or in a folder above]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// The id of its source. Where that has no copy of the text yet, one is kept first
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Who published it, by name or id; its source is recorded first, with a copy of the text
    #[arg(long, value_name = "OUTLET")]
    outlet: Option<String>,
    /// When it was published: “on Monday” is the Monday before
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<Date>,
    /// Its title
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// Its address
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The event that it is about
    #[arg(long, value_name = "EVENT")]
    about: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The file of drafts, outside the store [default, with the format `text`: ARTICLE.drafts.yaml]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Put new drafts in the place of those in the file, and of what was answered there
    #[arg(long)]
    replace: bool,
    /// Ask nothing: record the source, and leave the drafts for later
    #[arg(long)]
    yes: bool,
}

/// How an extraction is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal; the drafts go to a file, for `gainsay add --from`
    Text,
    /// The file of drafts
    Yaml,
    /// For programs: version 1
    Json,
}

impl Extract {
    pub fn run(&self, output: &mut Output) -> u8 {
        let input = match input::read(&self.article, "article") {
            Ok(input) => input,
            Err((message, help)) => return complain(&message, &help),
        };
        let file = match self.file() {
            Ok(file) => file,
            Err(status) => return status,
        };
        let asked =
            self.store.is_some() || self.source.is_some() || self.outlet.is_some() || self.about.is_some();
        if !asked && store::nearest().is_err_and(|several| several.is_empty()) {
            // Without a store there is nobody on file.
            let loaded = read::texts(Vec::new(), &[]);
            return self.print(output, &loaded.ledger, &input, None, file.as_deref()).unwrap_or(SOUND);
        }
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let given = Given {
            source: self.source.as_deref(),
            outlet: self.outlet.as_deref(),
            published: self.published,
            title: self.title.as_deref(),
            url: self.url.as_deref(),
            copy: (&input.bytes, input.ending.clone()),
        };
        let Some(opened) = store::open(Some(&folder), Options::default()) else { return UNREAD };
        if !opened.spares(file.as_deref()) {
            return UNREAD;
        }
        if let Some(id) = self.about.as_deref().filter(|id| opened.case.ledger().events.find(id).is_none()) {
            let (message, help) = read::unknown(opened.case.ledger(), "events", id);
            return complain(&message, &help);
        }
        drop(opened);
        let source = match recording::source(output, &folder, &given, self.yes) {
            Ok(source) => source,
            Err(status) => return status,
        };
        let Some(store) = store::open(Some(&folder), Options::default()) else { return UNREAD };
        let ledger = store.case.ledger();
        let source = source.and_then(|id| ledger.sources.find(&id)).map(SourceId::from);
        let status = self.print(output, ledger, &input, source, file.as_deref());
        if let (None, Format::Text, false, Some(file)) = (status, self.format, self.yes, &file)
            && let Some(mut dialogue) = Dialogue::open()
            && dialogue.yes("\nGo through them now?", true).unwrap_or(false)
        {
            drop(store);
            return add::through(output, &folder, dialogue, file);
        }
        status.unwrap_or_else(|| {
            let format =
                if self.format == Format::Text { reading::Format::Text } else { reading::Format::Json };
            reading::ending(output, &store, format)
        })
    }

    /// Reads the article, prints what it says, and writes the file of drafts; the exit status where that is settled.
    fn print(
        &self,
        output: &mut Output,
        ledger: &Ledger,
        input: &Article,
        source: Option<SourceId>,
        file: Option<&Path>,
    ) -> Option<u8> {
        let about = self.about.as_deref().and_then(|id| ledger.events.find(id)).map(EventId::from);
        let published = self.published.or(source.and_then(|source| ledger.source(source).published));
        let found = extract::extract(ledger, &input.readable, Wanted { about, source, published });
        let drafts = || extract::drafts(&found, &self.article.to_string_lossy()).write();
        match self.format {
            Format::Text => output.print(&extract::text(&found, reading::style())),
            Format::Json => output.print(&extract::json(&found)),
            Format::Yaml if file.is_none() => output.print(&drafts()),
            Format::Yaml => {}
        }
        let file = file?;
        let shown = safe::line(&file.display().to_string()).into_owned();
        if lands(file).is_ok_and(|file| file.exists()) && !self.replace {
            Output::complain(&format!(
                "\nThe drafts in {shown} stay as they are, with what was answered there; `--replace` makes them anew.\n\
                 Go through them: gainsay add --from {shown}"
            ));
            return None;
        }
        if let Err(error) = replace(file, drafts().as_bytes()) {
            return Some(complain(
                &format!("the drafts could not be written to `{shown}`: {error}"),
                "name another file with `--output`",
            ));
        }
        Output::complain(&format!(
            "\nThe drafts are in {shown}. Go through them: gainsay add --from {shown}"
        ));
        None
    }

    /// The file of drafts; none where none is wanted.
    fn file(&self) -> Result<Option<PathBuf>, u8> {
        if let Some(file) = &self.output {
            if lands(file).is_ok_and(|file| file.is_dir()) {
                return Err(complain(&format!("`{}` is a folder", file.display()), "name a file"));
            }
            return Ok(Some(file.clone()));
        }
        if self.format != Format::Text || self.article == Path::new("-") {
            return Ok(None);
        }
        let mut name = self.article.clone().into_os_string();
        name.push(".drafts.yaml");
        Ok(Some(PathBuf::from(name)))
    }
}

fn complain(message: &str, help: &str) -> u8 {
    Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
    UNREAD
}
