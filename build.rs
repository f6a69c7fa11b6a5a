//! Writes the catalogue of rules from the `mod` lines of the folders of rules, in their order: a rule is listed by the
//! line that makes it part of the program.

use std::path::Path;
use std::{env, fs, io};

/// The folders of `src/rules/`, in the order of the manual.
const FOLDERS: [&str; 5] = ["record", "contradictions", "links", "agreements", "drafts"];

fn main() -> io::Result<()> {
    let mut catalogue = String::from("&[\n");
    for folder in FOLDERS {
        let list = format!("src/rules/{folder}/mod.rs");
        println!("cargo::rerun-if-changed={list}");
        let text = fs::read_to_string(&list)?;
        for name in text.lines().filter_map(|line| line.strip_prefix("pub(crate) mod ")?.strip_suffix(';')) {
            catalogue.push_str(&format!("    &{folder}::{name}::RULE,\n"));
        }
    }
    catalogue.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("catalogue.rs"), catalogue)
}
