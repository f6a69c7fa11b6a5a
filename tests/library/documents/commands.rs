//! The tables of commands, of the options that several take, and of formats, from the description of the command line.

use clap::Arg;

use super::{code, table};

/// Every command, with what stands behind its name.
pub fn commands(_: &str) -> String {
    let all = gainsay::cli::command();
    let rows = all.get_subcommands().map(|command| {
        let mut behind: Vec<String> = command.get_positionals().map(positional).collect();
        behind.extend(command.get_subcommand_value_name().map(str::to_owned));
        let call = [vec![command.get_name().to_owned()], behind].concat().join(" ");
        [format!("`gainsay {call}`"), sentence(command.get_about().map(ToString::to_string))]
    });
    table(["command", "does"], rows)
}

/// The options that several commands take and mean the same by; `--format` has a table of its own.
pub fn options(_: &str) -> String {
    let all = gainsay::cli::command();
    let mut options: Vec<(String, String, Vec<&str>)> = Vec::new();
    for command in all.get_subcommands() {
        for option in command.get_arguments() {
            let Some(long) = option.get_long().filter(|long| *long != "format") else { continue };
            let value = if flag(option) { String::new() } else { format!(" {}", value_name(option)) };
            let call = format!("`--{long}{value}`");
            let help = sentence(option.get_help().map(ToString::to_string));
            match options.iter_mut().find(|(own, told, _)| *own == call && *told == help) {
                Some((.., by)) => by.push(command.get_name()),
                None => options.push((call, help, vec![command.get_name()])),
            }
        }
    }
    let shared = options.into_iter().filter(|(.., by)| by.len() > 1);
    table(["option", "does", "taken by"], shared.map(|(call, help, by)| [call, help, code(&by, "and")]))
}

/// The words of `--format`, and which command has which.
pub fn formats(_: &str) -> String {
    let all = gainsay::cli::command();
    let mut formats: Vec<(String, Vec<(&str, String)>)> = Vec::new();
    for command in all.get_subcommands() {
        let format = command.get_opts().find(|option| option.get_long() == Some("format"));
        for word in format.iter().flat_map(|option| option.get_possible_values()) {
            let taker = (command.get_name(), word.get_help().map(ToString::to_string).unwrap_or_default());
            match formats.iter_mut().find(|(name, _)| name == word.get_name()) {
                Some((_, takers)) => takers.push(taker),
                None => formats.push((word.get_name().to_owned(), vec![taker])),
            }
        }
    }
    let rows = formats.into_iter().map(|(name, takers)| {
        let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
        for (command, help) in &takers {
            match told.iter_mut().find(|(own, _)| own == help) {
                Some((_, by)) => by.push(command),
                None => told.push((help, vec![*command])),
            }
        }
        let uses = told.iter().map(|(help, by)| format!("{}: {help}", code(by, "and")));
        [format!("`{name}`"), uses.collect::<Vec<_>>().join("; ")]
    });
    table(["`--format`", "of which command, and what for"], rows)
}

fn positional(argument: &Arg) -> String {
    let several = argument.get_num_args().is_some_and(|range| range.max_values() > 1);
    let name = value_name(argument) + if several { "…" } else { "" };
    if argument.is_required_set() { name } else { format!("[{name}]") }
}

fn value_name(argument: &Arg) -> String {
    let names = argument.get_value_names().map(|names| names.iter().map(ToString::to_string).collect());
    names.unwrap_or_else(|| vec![argument.get_id().as_str().to_uppercase()]).join(" ")
}

/// Whether an argument is a flag, with no value behind it.
fn flag(argument: &Arg) -> bool {
    !argument.get_action().takes_values()
}

/// A help text as one line that ends in a full stop.
fn sentence(text: Option<String>) -> String {
    let text = text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.ends_with('.') { text } else { text + "." }
}
