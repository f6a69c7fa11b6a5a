//! Verdicts on quotations, over stores and drafts that are made so that the right verdict is known.
//!
//! `GAINSAY_SEEDS=200 cargo test --test command verdicts -- --nocapture` makes more of them. It prints the confusion matrix;
//! `GAINSAY_WRONG=wrong.txt` writes down every quotation that was judged otherwise than it was made.

#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::quotations::plan::{Case, case};
use crate::quotations::score::{Claimed, Said, Score, claimed, said};
use serde_json::Value;

/// How many quotations a draft has, more or less.
const PLANS: usize = 60;

/// The share that must be judged exactly right, in hundredths of a percent.
const FLOOR: usize = 9_900;

/// The JSON of an audit.
fn audit(store: &Path, draft: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["audit", "--format", "json", "--store"])
        .args([store, draft])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {}: {told}", draft.display(), output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What the command says of a case; its files are left in `folder`.
fn judged(folder: &Path, case: &Case) -> (Vec<Said>, Vec<Claimed>) {
    let (store, draft) = (folder.join("claims"), folder.join("draft.txt"));
    fs::create_dir_all(&store).unwrap();
    fs::write(store.join("store.yaml"), case.store.yaml()).unwrap();
    fs::write(&draft, &case.text).unwrap();
    let json = audit(&store, &draft);
    (said(&json), claimed(&json))
}

#[test]
fn the_verdicts_are_those_the_drafts_were_made_with() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (count, from) = (number("GAINSAY_SEEDS").unwrap_or(25), number("GAINSAY_SEED").unwrap_or(0));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdicts");
    let mut score = Score::default();
    for seed in from..from + count {
        let case = case(seed, PLANS);
        let (said, claimed) = judged(&folder.join(seed.to_string()), &case);
        let name = format!("seed {seed}");
        score.add(&name, &case.text, &case.known, &said);
        score.add_claims(&name, &case.text, &case.claims, &claimed);
    }
    println!("{}\n{}\n{}", score.matrix(), score.summary(), score.weak());
    if let Ok(file) = std::env::var("GAINSAY_WRONG") {
        fs::write(file, score.wrong.join("\n")).unwrap();
    }
    assert_eq!(score.false_alarms, 0, "{}", score.wrong.join("\n"));
    assert!(score.share() >= FLOOR, "{}", score.wrong.join("\n"));
}
