//! `gainsay audit`: every quotation and attribution of a draft against the ledger.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::Output;
use super::{UNREAD, reading, store};
use crate::audit;
use crate::load::decode;
use crate::report::{self, Style};

/// Check every quotation and attribution of a draft against the ledger.
#[derive(Args)]
pub struct Audit {
    /// The draft: text, Markdown or HTML; `-` for standard input
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// The store [default: `claims` here, or in the nearest folder above]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List every quotation, also those that are as on file
    #[arg(long)]
    all: bool,
}

/// How an audit is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs: version 1
    Json,
}

impl Audit {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(mut store) = store::load(self.store.as_deref()) else { return UNREAD };
        let text = match read(&self.draft) {
            Ok(text) => text,
            Err((message, help)) => {
                Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
                return UNREAD;
            }
        };
        let name = self.draft.display().to_string();
        let draft = store.loaded.ledger.texts.add(name, text);
        let ledger = &store.loaded.ledger;
        let audit = audit::audit(ledger, &ledger.texts.file(draft).text);
        output.print(&match self.format {
            Format::Text => report::audit::text(&audit, draft, Style { all: self.all, ..reading::style() }),
            Format::Json => report::audit::json(&audit, draft),
        });
        reading::ending(
            output,
            &store,
            if self.format == Format::Text { reading::Format::Text } else { reading::Format::Json },
        )
    }
}

/// The text of a draft; why there is none, and what to do.
fn read(path: &Path) -> Result<String, (String, String)> {
    let failed = |error: io::Error| {
        (
            format!("the draft `{}` could not be read: {error}", path.display()),
            "name a file of text, Markdown or HTML, or `-` for standard input".to_owned(),
        )
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
    } else {
        bytes = fs::read(path).map_err(failed)?;
    }
    decode::decode(bytes)
        .map_err(|wrong| (format!("the draft `{}`: {}", path.display(), wrong.message), wrong.help))
}
