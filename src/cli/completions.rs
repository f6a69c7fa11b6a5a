//! `gainsay completions`: what a shell needs to complete commands and options.

use clap::Args;
use clap_complete::Shell;

use super::output::Output;
use super::{SOUND, command};

/// Print what a shell needs to complete commands and options.
#[derive(Args)]
#[command(
    after_help = "For bash, in the current window:\n\n    source <(gainsay completions bash)\n\nFor good, where your shell \
                        looks for such files, for example:\n\n    \
                        gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay\n    \
                        gainsay completions fish > ~/.config/fish/completions/gainsay.fish"
)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub fn run(&self, output: &mut Output) -> u8 {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut command(), "gainsay", &mut text);
        output.print(&String::from_utf8_lossy(&text));
        SOUND
    }
}
