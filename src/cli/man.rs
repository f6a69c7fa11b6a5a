//! `gainsay man`: the manual pages of the commands, as `man` reads them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{SOUND, UNREAD, command};
use crate::layout::safe;

/// Write the manual pages of all commands, as `man` reads them.
#[derive(Args)]
#[command(
    after_help = "To read one page: gainsay man | man -l -\n\nTo have them all where `man` finds them:\n\n    \
                        gainsay man ~/.local/share/man/man1"
)]
pub struct Manual {
    /// The folder to write a page for each command to, made if need be; without it, the page of `gainsay` is printed
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Manual {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(folder) = &self.folder else {
            let mut page = Vec::new();
            // Nothing can go wrong in writing to memory.
            let _ = clap_mangen::Man::new(command()).render(&mut page);
            output.print(&String::from_utf8_lossy(&page));
            return SOUND;
        };
        let shown = safe::line(&folder.display().to_string()).into_owned();
        match write(folder) {
            Ok(()) => {
                output.print(&format!(
                    "Wrote the manual pages to {shown}. To read one: man -l {shown}/gainsay.1\n"
                ));
                SOUND
            }
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: the manual pages could not be written to `{shown}`: {error}\n\
                     help: name a folder in which you may write"
                ));
                UNREAD
            }
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command(), folder)
}
