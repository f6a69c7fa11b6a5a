//! Writes the statements of a store for programs that gainsay is measured beside: `statements.jsonl`, one JSON object a
//! line, and `statements.journal`, one transaction each, for hledger. `cargo run --release --example export -- STORE OUT`.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Parser;
use gainsay::read::records::cut;
use gainsay::read::yaml::tree::{Node, Value};
use gainsay::text::FileId;
use serde_json::{Map, Value as Json};

/// What to read, and where to write.
#[derive(Parser)]
struct Arguments {
    /// The folder of YAML files.
    store: PathBuf,
    /// The folder to write to; made where there is none.
    out: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    fs::create_dir_all(&arguments.out)?;
    let mut lines = BufWriter::new(File::create(arguments.out.join("statements.jsonl"))?);
    let mut journal = BufWriter::new(File::create(arguments.out.join("statements.journal"))?);
    each(&arguments.store, &mut |text| {
        for record in cut(FileId(0), text).records.iter().filter(|record| record.list == "statements") {
            writeln!(lines, "{}", json(&record.node))?;
            let field = |key| record.node.get(key).and_then(Node::as_str).unwrap_or("unknown");
            // Two postings, as many as an hledger transaction needs.
            writeln!(
                journal,
                "{} {}\n    {}  1\n    {}\n",
                field("date"),
                field("id"),
                field("by"),
                field("source")
            )?;
        }
        Ok(())
    })?;
    lines.flush()?;
    journal.flush()
}

/// Every YAML file below a folder, in the order of their names.
fn each(folder: &Path, take: &mut dyn FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each(&path, take)?;
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            take(&fs::read_to_string(path)?)?;
        }
    }
    Ok(())
}

fn json(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Scalar { text, .. } => Json::String(text.to_string()),
        Value::Sequence { items, .. } => items.iter().map(json).collect(),
        Value::Mapping(entries) => {
            let pair = |(key, value): &(Node<'_>, Node<'_>)| Some((key.as_str()?.to_owned(), json(value)));
            Json::Object(entries.iter().filter_map(pair).collect::<Map<_, _>>())
        }
    }
}
