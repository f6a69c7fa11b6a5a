//! Writes a store and a draft that quotes it rightly and wrongly, and what is known of each quotation: `cargo run
//! --example drafts -- --seed 7 DIR`. With `--statements 10000` a large store and a long draft, for measuring. The same
//! seed gives the same bytes.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "as in the tests")]
#![allow(clippy::cast_possible_truncation, reason = "days of a month")]
#![allow(dead_code, reason = "the score is for the tests")]

use std::path::PathBuf;

use clap::Parser;

#[path = "../tests/quotations/mod.rs"]
mod quotations;

use quotations::large::Size;

/// What to write, and where.
#[derive(Parser)]
struct Arguments {
    /// Another seed, another store and another draft.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many quotations a small case has, more or less.
    #[arg(long, default_value_t = 60)]
    quotations: usize,
    /// How many quotes the store of a large case has.
    #[arg(long)]
    statements: Option<usize>,
    /// How long the draft of a large case is, in characters.
    #[arg(long, default_value_t = 100_000)]
    characters: usize,
    /// How many quotations of a large case are from the store, half of them with two words changed.
    #[arg(long, default_value_t = 200)]
    planted: usize,
    /// The folder to write to; made where there is none.
    dir: PathBuf,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let case = match arguments.statements {
        None => quotations::plan::case(arguments.seed, arguments.quotations),
        Some(statements) => {
            let size = Size { statements, characters: arguments.characters, planted: arguments.planted };
            quotations::large::case(arguments.seed, size)
        }
    };
    std::fs::create_dir_all(arguments.dir.join("claims"))?;
    std::fs::write(arguments.dir.join("claims/store.yaml"), case.store.yaml())?;
    std::fs::write(arguments.dir.join("draft.txt"), &case.text)?;
    let mut known = String::new();
    for one in &case.known {
        let text: String = case.text.chars().skip(one.start).take(one.end - one.start).collect();
        known += &format!(
            "{}..{} {} ({}) {:?} {:?} {:?} {text}\n",
            one.start, one.end, one.verdict, one.how, one.speakers, one.statements, one.remarks
        );
    }
    std::fs::write(arguments.dir.join("known.txt"), known)
}
