//! `gainsay extract`: drafts of records from an article.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::ask::Dialogue;
use super::asking::Known;
use super::input;
use super::output::Output;
use super::recording;
use super::{SOUND, UNREAD, add, asking, dates, init, reading, store};
use crate::check::options::Options;
use crate::entry::article::Article;
use crate::entry::dates::given;
use crate::entry::pick::{self, Found};
use crate::entry::source::Given;
use crate::extract::{self, Byline, Wanted};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, SourceId};
use crate::read;
use crate::write::store::{lands, replace};

/// Propose records from an article: who says what in it, in the words of the ledger.
#[derive(Args)]
pub struct Extract {
    /// The article: text, Markdown, HTML, DOCX, or PDF where `pdftotext` is installed; `-` for
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
    /// When it was published, such as 2031-05-06, 6 May 2031 or yesterday: “on Monday” is the Monday before
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Its title
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// Its address
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The event that it is about: its id, or a part of its name
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
        let mut known = self.known();
        let byline = extract::byline(&input.bytes, &input.readable.text);
        let Some(folder) = (match self.folder(&mut known, &byline) {
            Ok(folder) => folder,
            Err(status) => return status,
        }) else {
            // Without a store there is nobody on file.
            let loaded = read::texts(Vec::new(), &[]);
            return match self.dated(&mut known) {
                Ok(()) => {
                    self.print(output, &loaded.ledger, &input, None, &known, file.as_deref()).unwrap_or(SOUND)
                }
                Err(status) => status,
            };
        };
        let Some(opened) = store::open(Some(&folder), Options::default()) else { return UNREAD };
        if !opened.spares(file.as_deref()) {
            return UNREAD;
        }
        let ledger = opened.case.ledger();
        if let Err(status) = self.dated(&mut known).and_then(|()| Self::look_up(ledger, &mut known)) {
            return status;
        }
        if known.source.is_none()
            && known.outlet.is_none()
            && self.asks()
            && let Some(mut dialogue) = Dialogue::open()
        {
            // Whoever says nothing more has what was said so far.
            let _ = asking::ask(&mut dialogue, ledger, &byline, &mut known);
        }
        drop(opened);
        let given = Given {
            source: known.source.as_deref(),
            outlet: known.outlet.as_deref(),
            published: known.published,
            title: known.title.as_deref(),
            url: known.url.as_deref(),
            copy: (&input.bytes, input.ending.clone()),
        };
        let source = match recording::source(output, &folder, &given, self.yes) {
            Ok(source) => source,
            Err(status) => return status,
        };
        let Some(store) = store::open(Some(&folder), Options::default()) else { return UNREAD };
        let ledger = store.case.ledger();
        let source = source.and_then(|id| ledger.sources.find(&id)).map(SourceId::from);
        let status = self.print(output, ledger, &input, source, &known, file.as_deref());
        if let (None, true, Some(file)) = (status, self.asks(), &file)
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

    /// Whether somebody may be asked.
    fn asks(&self) -> bool {
        self.format == Format::Text && !self.yes
    }

    /// What the flags say of the article.
    fn known(&self) -> Known {
        Known {
            source: self.source.clone(),
            outlet: self.outlet.clone(),
            published: None,
            title: self.title.clone(),
            url: self.url.clone(),
            about: self.about.clone(),
        }
    }

    /// The folder of the store; none where there is none, and none is wanted. One is made for an event that is named when asked.
    fn folder(&self, known: &mut Known, byline: &Byline) -> Result<Option<PathBuf>, u8> {
        let named =
            self.store.is_some() || self.source.is_some() || self.outlet.is_some() || self.about.is_some();
        if named || !store::nearest().is_err_and(|several| several.is_empty()) {
            return store::folder(self.store.as_deref()).map(|(folder, _)| Some(folder)).ok_or(UNREAD);
        }
        let Some(mut dialogue) = self.asks().then(Dialogue::open).flatten() else { return Ok(None) };
        let Ok(Some((event, date))) = asking::new_event(&mut dialogue, byline.published) else {
            return Ok(None);
        };
        drop(dialogue);
        known.about = Some(event.clone());
        init::about(event, date)
            .map(Some)
            .map_err(|message| complain(&message, "make one with `gainsay init DIR`"))
    }

    /// Enters the day that was given, as people say it.
    fn dated(&self, known: &mut Known) -> Result<(), u8> {
        let Some(text) = &self.published else { return Ok(()) };
        let written = given(text, dates::today()).map_err(|message| {
            Output::complain(&format!("gainsay: {message}"));
            UNREAD
        })?;
        let date =
            store::date(&written).map_err(|message| complain(&message, "give the day of the article"))?;
        if written != *text {
            Output::complain(&format!("{text} = {written}"));
        }
        known.published = Some(date);
        Ok(())
    }

    /// Puts the ids of the event and the source in the place of their names, or of parts of them.
    fn look_up(ledger: &Ledger, known: &mut Known) -> Result<(), u8> {
        if let Some(text) = &known.about {
            known.about = Some(called(ledger, "events", text)?);
        }
        let source = known.source.as_deref().filter(|text| ledger.sources.find(text).is_none());
        if let Some(text) = source
            && let [only] = &pick::named(pick::candidates(ledger, &["sources"]), text)[..]
        {
            Output::complain(&format!("{text} = {}", only.id));
            known.source = Some(only.id.clone());
        }
        Ok(())
    }

    /// Reads the article, prints what it says, and writes the file of drafts; the exit status where that is settled.
    fn print(
        &self,
        output: &mut Output,
        ledger: &Ledger,
        input: &Article,
        source: Option<SourceId>,
        known: &Known,
        file: Option<&Path>,
    ) -> Option<u8> {
        let about = known.about.as_deref().and_then(|id| ledger.events.find(id)).map(EventId::from);
        let published = known.published.or(source.and_then(|source| ledger.source(source).published));
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

/// The id of the record that is called so, or has these words in its name.
fn called(ledger: &Ledger, list: &'static str, text: &str) -> Result<String, u8> {
    if read::find(ledger, list, text).is_some() {
        return Ok(text.to_owned());
    }
    match pick::matching(pick::candidates(ledger, &[list]), text) {
        Found::One(only) => {
            Output::complain(&format!("{text} = {}", only.id));
            Ok(only.id)
        }
        Found::Maybe(some) => {
            let (message, help) = read::unknown(ledger, list, text);
            let shown: Vec<&str> = some.iter().map(|it| it.shown.as_str()).collect();
            let help = if some.is_empty() { help } else { format!("did you mean {}?", shown.join(", or ")) };
            Err(complain(&message, &help))
        }
    }
}

fn complain(message: &str, help: &str) -> u8 {
    Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
    UNREAD
}
