//! Makes the files of a new rule: `cargo run --example new-rule late-denial [FAMILY]`, from the top of the repository.
//!
//! FAMILY is `contradictions` (if not given), `links` or `agreements`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

mod stub;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let family = arguments.next().unwrap_or_else(|| "contradictions".to_owned());
    match make(&name, &family) {
        Ok(made) => {
            println!("Made the rule {name}:\n  {}\n{}", made.join("\n  "), stub::NEXT);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("new-rule: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the files and the line; gives their paths. Writes nothing where a file is there already.
fn make(name: &str, family: &str) -> io::Result<Vec<String>> {
    let list = format!("src/rules/{family}/mod.rs");
    let rules = fs::read_to_string(&list).unwrap_or_default();
    let files = stub::files(name, family, &rules).map_err(io::Error::other)?;
    if let Some((path, _)) = files.iter().find(|(path, _)| *path != list && Path::new(path).exists()) {
        return Err(io::Error::other(format!("{path} is there already")));
    }
    for (path, text) in &files {
        fs::create_dir_all(Path::new(path).parent().unwrap_or(Path::new(".")))?;
        fs::write(path, text)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
