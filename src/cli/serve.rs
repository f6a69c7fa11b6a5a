//! `gainsay serve`: the desk, in the browser of whoever started it.

use std::process::{Command, Stdio};

use clap::Args;

use super::UNREAD;
use super::output::Output;
use super::store::{self, StoreArgument};
use crate::check::options::Options;
use crate::layout::safe;
use crate::serve::{Door, Listener, serve, token};

/// Open the ledger in a browser: read, search, enter and change it; only on this machine, until Ctrl-C.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    store: StoreArgument,
    /// Answer at this port; 0 for any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Only show; change nothing
    #[arg(long)]
    read_only: bool,
    /// Open no browser
    #[arg(long)]
    no_open: bool,
}

impl Serve {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, tell)) = self.store.folder() else { return UNREAD };
        // A folder that is no store is refused before a browser opens.
        if store::open_folder(&folder, Options::default()).is_none() {
            return UNREAD;
        }
        let opened = Listener::open(self.port).and_then(|listener| Ok((listener.port()?, listener)));
        let (port, listener) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: port {} cannot be listened at: {error}\nhelp: leave out `--port`, and a free one is taken",
                    self.port
                ));
                return UNREAD;
            }
        };
        let token = match token() {
            Ok(token) => token,
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: the system gives no secret for the address: {error}\n\
                     help: without one, any program on this machine could write; start again later"
                ));
                return UNREAD;
            }
        };
        let address = format!("http://127.0.0.1:{port}/#{token}");
        if tell {
            output.print(&format!("The store is {}.\n", safe::line(&folder.display().to_string())));
        }
        output.print(&format!(
            "{address}\nThe desk is open at this address, on this machine only. Ctrl-C closes it.\n"
        ));
        if !self.no_open {
            open(&address);
        }
        serve(listener, &Door { port, token, read_only: self.read_only }, &folder)
    }
}

/// Opens an address in the browser of whoever asks; where there is none, the address stands on the screen.
fn open(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let _ = Command::new(program)
        .args(before)
        .arg(address)
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .spawn();
}
