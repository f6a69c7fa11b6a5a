//! How long the parts of a check take, apart and together, on a ledger of the seeded generator: `cargo bench`.
//! It has 10,000 statements; `GAINSAY_STATEMENTS=100000 cargo bench` takes more.

#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::hint::black_box;
use std::path::PathBuf;
use std::{env, fs, io};

use criterion::{Criterion, Throughput};
use gainsay::check::formats;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::read::records::{by_library, cut};
use gainsay::reason::Reasoning;
use gainsay::text::FileId;
use gainsay::{check, read, rules};

#[path = "../tests/generator/mod.rs"]
mod generator;

fn main() -> io::Result<()> {
    let statements =
        env::var("GAINSAY_STATEMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let files = generator::large::files(statements, (statements / 1_000).max(1), 1);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ledger-of-{statements}"));
    for (name, text) in &files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, text)?;
    }
    let mut criterion = Criterion::default().configure_from_args();
    read(&mut criterion, &files);
    stages(&mut criterion, statements, &folder)?;
    criterion.final_summary();
    Ok(())
}

/// From text to trees, on one thread.
fn read(criterion: &mut Criterion, files: &[(String, String)]) {
    let mut group = criterion.benchmark_group("read");
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
    group.bench_function("our own reader", |bench| {
        bench.iter(|| files.iter().map(|(_, text)| cut(FileId(0), text).records.len()).sum::<usize>());
    });
    group.bench_function("the library's", |bench| {
        bench.iter(|| files.iter().map(|(_, text)| by_library(FileId(0), text).records.len()).sum::<usize>());
    });
    group.finish();
}

/// From files to a report, each step from what the one before it gave.
fn stages(criterion: &mut Criterion, statements: usize, folder: &std::path::Path) -> io::Result<()> {
    let (names, options) = (rules::names(), Options::default());
    let loaded = read::store(folder, &names)?;
    let reasoning = Reasoning::new(&loaded.ledger);
    let found = check::over(&reasoning, &loaded.problems, &options);
    let mut group = criterion.benchmark_group("check");
    group.throughput(Throughput::Elements(statements as u64)).sample_size(10);
    group.bench_function("load", |bench| bench.iter(|| black_box(read::store(folder, &names).is_ok())));
    group.bench_function("reason", |bench| bench.iter(|| black_box(Reasoning::new(&loaded.ledger))));
    group.bench_function("rules", |bench| {
        bench.iter(|| black_box(check::over(&reasoning, &loaded.problems, &options).findings.len()));
    });
    group.bench_function("report as text", |bench| {
        let style = Style { width: 80, all: true, ..Style::default() };
        bench.iter(|| black_box(formats::text(&found, style).len()));
    });
    group.bench_function("report as JSON", |bench| bench.iter(|| black_box(formats::json(&found).len())));
    group.bench_function("all, counts only", |bench| {
        bench.iter(|| {
            let loaded = read::store(folder, &names).ok()?;
            let report = check::summary(&loaded.ledger, &loaded.problems, &options);
            Some(black_box(formats::json(&report).len()))
        });
    });
    group.bench_function("all, as JSON", |bench| {
        bench.iter(|| {
            let loaded = read::store(folder, &names).ok()?;
            let report = check::check(&loaded.ledger, &loaded.problems, &options);
            Some(black_box(formats::json(&report).len()))
        });
    });
    group.finish();
    Ok(())
}
