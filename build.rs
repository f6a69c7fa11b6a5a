//! Writes two catalogues from `mod` lines, in their order: the rules from the folders of rules, and the formats of the
//! table from the folder of formats. A rule or a format is listed by the line that makes it part of the program.

use std::path::Path;
use std::{env, fs, io};

/// The folders of `src/rules/`, in the order of the manual.
const RULES: [&str; 5] = ["record", "contradictions", "links", "agreements", "drafts"];

fn main() -> io::Result<()> {
    let mut rules = Vec::new();
    for folder in RULES {
        rules.extend(
            listed(&format!("src/rules/{folder}/mod.rs"))?
                .iter()
                .map(|name| format!("{folder}::{name}::RULE")),
        );
    }
    write("rules.rs", &rules)?;
    let formats = listed("src/views/table/formats/mod.rs")?;
    write("formats.rs", &formats.iter().map(|name| format!("{name}::FORMAT")).collect::<Vec<_>>())
}

/// The modules that a file lists: those of its `pub(crate) mod` lines.
fn listed(list: &str) -> io::Result<Vec<String>> {
    println!("cargo::rerun-if-changed={list}");
    let text = fs::read_to_string(list)?;
    let names = text.lines().filter_map(|line| line.strip_prefix("pub(crate) mod ")?.strip_suffix(';'));
    Ok(names.map(str::to_owned).collect())
}

/// Writes a list of references to constants, to be included where the program keeps its catalogue.
fn write(file: &str, paths: &[String]) -> io::Result<()> {
    let list = format!("&[\n    &{},\n]\n", paths.join(",\n    &"));
    fs::write(Path::new(&env::var("OUT_DIR").unwrap_or_default()).join(file), list)
}
