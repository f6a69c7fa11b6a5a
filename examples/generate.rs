//! Writes a large ledger that nobody wrote, for measuring: `cargo run --release --example generate --
//! --statements 100000 --files 100 --seed 1 DIR`. The same seed gives the same bytes.

use std::path::PathBuf;

use clap::Parser;

#[path = "../tests/generator/mod.rs"]
mod generator;
use generator::large::{Shape, shaped};

/// What to write, and where.
#[derive(Parser)]
struct Arguments {
    /// How many statements; there is one event to ten of them.
    #[arg(long, default_value_t = 10_000)]
    statements: usize,
    /// How many files they are spread over, beside two with parties and places.
    #[arg(long, default_value_t = 10)]
    files: usize,
    /// Write every so-manieth statement in a way that our own reader leaves to the library.
    #[arg(long)]
    odd: Option<usize>,
    /// Lie lopsidedly.
    #[arg(long, value_enum, default_value_t)]
    shape: Shape,
    /// Another seed, another ledger.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write to; made where there is none.
    dir: PathBuf,
}

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    let Arguments { statements, files, seed, shape, .. } = arguments;
    for (name, text) in shaped(statements, files, seed, shape) {
        let text = match arguments.odd {
            Some(every) => odd(&text, every),
            None => text,
        };
        let path = arguments.dir.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}

/// Every so-manieth quote with its key in quotation marks.
fn odd(text: &str, every: usize) -> String {
    const KEY: &str = "    quote: ";
    let mut parts = text.split(KEY);
    let mut odd = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        odd.push_str(if at % every.max(1) == 0 { "    \"quote\": " } else { KEY });
        odd.push_str(part);
    }
    odd
}
