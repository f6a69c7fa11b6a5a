//! `gainsay add`: a new record, by flags named like its fields or asked step by step; written only once it is sound.

mod flags;
mod from;
mod named;
mod propose;
mod session;
mod sitting;
mod steps;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};

use super::ask::Dialogue;
use super::output::Output;
use super::writing;
use super::{SOUND, UNREAD, UNSOUND, store};
use crate::entry::desk::{Change, Desk};
use crate::entry::draft::Draft;
use crate::entry::placing::{self, Files, Placed};
use crate::layout::safe;
use crate::write::emit;

/// Add a record to the ledger.
pub struct Add {
    /// What is known of the record; nothing where not even its kind was given.
    draft: Option<Draft>,
    store: Option<PathBuf>,
    file: Option<PathBuf>,
    /// A file of drafts to go through.
    from: Option<PathBuf>,
    dry_run: bool,
    no_input: bool,
}

impl Args for Add {
    fn augment_args(command: Command) -> Command {
        let folder =
            |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(PathBuf)).global(true);
        let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue).global(true);
        command
            .subcommands(flags::commands())
            .subcommand_value_name("KIND")
            .subcommand_help_heading("Kinds")
            .arg(folder("store").value_name("DIR").help(
                "The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]",
            ))
            .arg(folder("file").value_name("FILE").help(
                "The file to write to, in the store; made where there is none [default: where it fits]",
            ))
            .arg(
                Arg::new("from")
                    .long("from")
                    .value_name("DRAFTS")
                    .value_parser(value_parser!(PathBuf))
                    .conflicts_with_all(["dry-run", "no-input"])
                    .help(
                        "Go through the drafts that `gainsay extract` made of an article, on a terminal: take, change or skip each, \
                         stop and go on later",
                    ),
            )
            .arg(
                flag("dry-run")
                    .help("Show what would be written and what it would contradict; write nothing"),
            )
            .arg(flag("no-input").help("Ask nothing, also on a terminal"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Add {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let inner = matches.subcommand();
        let last = inner.map_or(matches, |(_, matches)| matches);
        Ok(Self {
            draft: inner.and_then(|(word, matches)| flags::given(word, matches)),
            store: last.get_one::<PathBuf>("store").cloned(),
            file: last.get_one::<PathBuf>("file").cloned(),
            from: matches.get_one::<PathBuf>("from").cloned(),
            dry_run: last.get_flag("dry-run"),
            no_input: last.get_flag("no-input"),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Goes through the drafts of a file with somebody who sits at a terminal; gives the exit status.
pub fn through(output: &mut Output, folder: &Path, dialogue: Dialogue, file: &Path) -> u8 {
    let add = Add { draft: None, store: None, file: None, from: None, dry_run: false, no_input: false };
    from::walk(&add, output, folder, dialogue, file)
}

impl Add {
    pub fn run(mut self, output: &mut Output) -> u8 {
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let dialogue = if self.no_input { None } else { Dialogue::open() };
        if let Some(file) = &self.from {
            let Some(dialogue) = dialogue else {
                Output::complain(
                    "gainsay: drafts are gone through on a terminal\n\
                     help: run `gainsay add --from` there; one record is added by flags, as in `gainsay add statement --by …`",
                );
                return UNREAD;
            };
            return from::walk(&self, output, &folder, dialogue, file);
        }
        let draft = self.draft.take();
        let complete =
            draft.as_ref().is_some_and(|draft| !draft.is_empty() && draft.missing().next().is_none());
        match (dialogue, draft) {
            (Some(dialogue), draft) if !complete => sitting::sit(&self, output, &folder, dialogue, draft),
            (_, Some(draft)) => self.write(output, &folder, draft),
            (_, None) => {
                let kinds: Vec<&str> = flags::kinds().map(|(word, _)| word).collect();
                Output::complain(&format!(
                    "gainsay: add what?\nhelp: name one of {}, as in `gainsay add party --name …`; on a terminal, \
                     `gainsay add` asks step by step",
                    kinds.join(", ")
                ));
                UNREAD
            }
        }
    }

    /// Writes what was given by flags.
    fn write(&self, output: &mut Output, folder: &Path, mut draft: Draft) -> u8 {
        let Some(desk) = Desk::open(folder) else { return UNREAD };
        if let Err(several) = named::look_up(&desk.before.ledger, &mut draft) {
            Output::complain(&format!("gainsay: {several}"));
            return UNREAD;
        }
        let Some((changes, placed)) = self.place(&desk, vec![draft]) else { return UNREAD };
        if self.dry_run {
            let sound = show(output, &desk, &changes, &placed);
            output.print(if sound { "Nothing was written: this is a dry run.\n" } else { "" });
            return if sound { SOUND } else { UNSOUND };
        }
        let judged = desk.judge(&changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return UNSOUND;
        }
        judged.foreseen(output);
        if placed.iter().any(|placed| placed.draft.list.name == "statements") {
            output.print(&format!("It makes {}\n", judged.counted()));
        }
        if self.finish(output, desk, &changes, &placed) { SOUND } else { UNREAD }
    }

    /// Writes, and says what stands where and how to take it back; false where it could not be written.
    fn finish(&self, output: &mut Output, desk: Desk, changes: &[Change], placed: &[Placed]) -> bool {
        if !desk.commit(output, "add", changes) {
            return false;
        }
        for Placed { path, lines: (first, last), draft, .. } in placed {
            let word = crate::read::singular(draft.list.name);
            let id = draft.values("id").first().map_or_else(String::new, |id| format!(" {id}"));
            let path = safe::line(path);
            let lines =
                if first == last { format!("line {first}") } else { format!("lines {first} to {last}") };
            output.print(&format!("Wrote the {word}{id} to {path}, {lines}.\n"));
        }
        output.print(&writing::way_back(self.store.as_deref()));
        true
    }

    /// Puts records into the texts of their files.
    fn place(&self, desk: &Desk, drafts: Vec<Draft>) -> Option<(Vec<Change>, Vec<Placed>)> {
        let ledger = &desk.before.ledger;
        let asked = match self.file.as_deref().map(|file| desk.writer.path_of(file)) {
            Some(Ok(path)) => Some(path),
            Some(Err(failure)) => {
                writing::complain(&failure);
                return None;
            }
            None => None,
        };
        let files = Files { ledger, store: desk.writer.name(), texts: desk.writer.texts() };
        match placing::place(&files, asked.as_deref(), drafts) {
            Ok(placed) => Some(placed),
            Err(failure) => {
                writing::complain(&failure);
                None
            }
        }
    }
}

/// Shows what would be written and what it would contradict; false where it has an error, shown instead.
fn show(output: &mut Output, desk: &Desk, changes: &[Change], placed: &[Placed]) -> bool {
    let judged = desk.judge(changes);
    if judged.refused(output) {
        output.print("\nNothing was written.\n");
        return false;
    }
    output.print("\n");
    for placed in placed {
        output.print(&format!("{}:\n", safe::line(&placed.path)));
        let yaml = emit::one(placed.draft.list.name, placed.draft.record());
        let lines: Vec<_> = yaml.lines().map(|line| format!("  {}\n", safe::line(line))).collect();
        output.print(&format!("{}\n", lines.concat()));
    }
    judged.foreseen(output);
    output.print(&format!("It makes {}\n", judged.counted()));
    true
}
