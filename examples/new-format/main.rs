//! Makes the file of a new format of the table: `cargo run --example new-format tally`, from the top of the repository.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]

mod stub;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let name = env::args().nth(1).unwrap_or_default();
    match make(&name) {
        Ok(path) => {
            println!(
                "Made the format {name}:\n  {path}\n  {}\n{}",
                stub::LIST,
                stub::NEXT.replace("NAME", &name)
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("new-format: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the file and the line; gives the path of the file. Writes nothing where it is there already.
fn make(name: &str) -> io::Result<String> {
    let list = fs::read_to_string(stub::LIST).unwrap_or_default();
    let files = stub::files(name, &list).map_err(io::Error::other)?;
    let [(path, _), _] = &files;
    if Path::new(path).exists() {
        return Err(io::Error::other(format!("{path} is there already")));
    }
    for (path, text) in &files {
        fs::write(path, text)?;
    }
    Ok(path.clone())
}
