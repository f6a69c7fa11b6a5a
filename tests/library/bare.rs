//! Statements in the plainest layout: what is read of them by the places of their values is what is read by their trees,
//! to the last span. `GAINSAY_SEEDS=20000` tries more files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::generator::large::{Shape, shaped};
use crate::generator::messy::{file, spoilt};
use crate::generator::seeded::Seeded;
use gainsay::read::yaml::subset::{fields, read, read_barely};
use gainsay::read::yaml::tree::{Node, Value};
use gainsay::read::{self, Text};
use gainsay::text::{FileId, Span};

const FILE: FileId = FileId(3);

/// The values of a tree with their keys, in file order; none where it is not as plain as a bare statement.
fn values<'n>(tree: &'n Node<'_>) -> Option<Vec<(&'n str, &'n str, Span)>> {
    let scalar = |node: &'n Node<'_>| match &node.value {
        Value::Scalar { text, cut_by: None, .. } => Some((&**text, node.span)),
        _ => None,
    };
    let mut found = Vec::new();
    for (key, value) in tree.entries()? {
        for item in value.items().unwrap_or(std::slice::from_ref(value)) {
            let (text, span) = scalar(item)?;
            found.push((key.as_str()?, text, span));
        }
    }
    Some(found)
}

/// Holds the bare statements of a text against the trees of all; how many there are of either.
fn hold(text: &str) -> (usize, usize) {
    let all = read(FILE, text);
    let barely = read_barely(FILE, text);
    assert_eq!(all.is_some(), barely.is_some(), "{text}");
    let (Some(all), Some((rest, bares))) = (all, barely) else { return (0, 0) };
    let mut records = all.cut.records.clone();
    let count = records.len();
    for bare in &bares.rows {
        let at = records.iter().position(|record| record.node.span.start == bare.start);
        let record = records.remove(at.unwrap_or_else(|| panic!("no tree at {}: {text}", bare.start)));
        assert_eq!(
            (&*record.list, bare.tree(FILE, text).as_ref()),
            ("statements", Some(&record.node)),
            "{text}"
        );
        let items = bares.items(bare).iter();
        let items = items.map(|item| (fields()[usize::from(item.key)].key, item.text(text), item.span(FILE)));
        assert_eq!(values(&record.node), Some(items.collect()), "{text}");
        assert_eq!(record.node.span.end, bares.items(bare).last().unwrap().end, "{text}");
    }
    assert_eq!((&rest.cut.records, &rest.cut.problems), (&records, &all.cut.problems), "{text}");
    (bares.rows.len(), count)
}

#[test]
fn the_plainest_layout_is_read_barely_and_no_other_is() {
    let bare = |id: &str, rest: &str| {
        hold(&format!("statements:\n  - id: {id}\n    by: x\n    date: 2031-05-04\n{rest}  - id: z\n")).0 == 1
    };
    for plain in [
        "",
        "    quote: We were naïve.\n",
        "    quote: 'We go.'\n    note: \"We stay.\"\n",
        "    asserts:\n      - p(q)\n      - r(s)\n    note: x\n",
        "    asserts:\n    - p(q)\n    - r(s)\n",
    ] {
        assert!(bare("a", plain), "{plain}");
    }
    for other in [
        "    quote: We were na\u{200b}ive.\n",
        "    quote: 'It''s so.'\n",
        "    quote: We\n      go.\n",
        "    quote:\n      We go.\n",
        "    quote:We go.\n",
        "    quote: We go. # so\n",
        "    note:\n      - x\n",
        "    asserts:\n    # both\n    - p(q)\n",
        "    asserts:\n      - p(q)\n        r(s)\n",
        "    asserts:\n      - says: p(q)\n",
        "    asserts: [p(q)]\n",
        "    by: y\n",
        "    unheard: y\n",
    ] {
        assert!(!bare("a", other), "{other}");
    }
    for id in ["self", "not", "A9", "a b", "'a'b"] {
        assert!(!bare(id, ""), "{id}");
    }
}

/// Holds what comes of reading texts against what comes of reading them by trees.
fn hold_ledger(texts: &[(String, String)]) {
    let texts = texts.iter().map(|(path, text)| Text { path: path.clone(), content: Ok(text.clone()) });
    let texts: Vec<Text> = texts.collect();
    let (one, other) = (read::texts(texts.clone(), &["reversal"]), read::by_trees(texts, &["reversal"]));
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
}

fn seeds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    1..1 + number("GAINSAY_SEEDS").unwrap_or(usual)
}

#[test]
fn values_stand_where_the_trees_have_them() {
    let (mut bare, mut all) = (0, 0);
    for seed in seeds(2_000) {
        let mut chance = Seeded::new(seed ^ 0xbae);
        let plain = format!("{}{}", file(seed), written(&mut chance));
        for text in [spoilt(&plain, &mut chance), plain] {
            let (some, of) = hold(&text);
            (bare, all) = (bare + some, all + of);
        }
    }
    assert!(bare * 20 > all, "{bare} of {all}");
}

/// A few statements in plain layouts, most of them with something that is not.
fn written(chance: &mut Seeded) -> String {
    let mut text = "statements:\n".to_owned();
    let column = [0, 2][chance.below(2)];
    for at in 0..=chance.below(4) {
        let (dash, own) = (" ".repeat(column), " ".repeat(column + 2));
        text.push_str(&format!("{dash}- id: s-{at}\n{own}by: norland\n{own}date: 2031-05-0{at}\n"));
        for _ in 0..chance.below(4) {
            let value = [
                "plain words",
                "\"in marks\"",
                "'in marks'",
                "'it''s'",
                "\"a \\\" b\"",
                "a: b",
                "a #b",
                "a#b c:d",
                "~",
                "\"\"",
                "unknown",
                "x\n      goes on",
                "[a, b]",
                "caf\u{e9}",
                "e\u{200b}vil",
                "a ",
                "- a",
                "|\n      block",
                "null",
                "# no",
            ][chance.below(20)];
            match chance.below(3) {
                0 => text.push_str(&format!(
                    "{own}{}: {value}\n",
                    ["quote", "note", "by", "odd"][chance.below(4)]
                )),
                1 => text.push_str(&format!("{own}asserts:\n{own}  - {value}\n{own}  - b\n")),
                _ => text.push_str(&format!("{own}denies:\n{own}- {value}\n")),
            }
            if chance.percent(10) {
                text.push_str(["\n", "# a remark\n", "      # deeper\n"][chance.below(3)]);
            }
        }
    }
    text
}

#[test]
fn ledgers_are_the_same_without_trees() {
    for (shape, seed) in [(Shape::Even, 7), (Shape::Even, 8), (Shape::Chain, 9), (Shape::Crowds, 1)] {
        let texts = shaped(300, 3, seed, shape);
        hold_ledger(&texts);
        let mut chance = Seeded::new(seed);
        let spoil = |(path, text): (String, String)| (path, spoilt(&text, &mut chance));
        hold_ledger(&texts.into_iter().map(spoil).collect::<Vec<_>>());
    }
    let (mut bare, mut all) = (0, 0);
    for store in stores() {
        let texts: Vec<(String, String)> = store
            .iter()
            .filter_map(|path| Some((path.display().to_string(), fs::read_to_string(path).ok()?)))
            .collect();
        for (_, text) in &texts {
            let (some, of) = hold(text);
            (bare, all) = (bare + some, all + of);
        }
        hold_ledger(&texts);
    }
    assert!(bare * 10 > all, "{bare} of {all}");
}

/// The files of each store that people wrote.
fn stores() -> Vec<Vec<PathBuf>> {
    let mut stores = Vec::new();
    for folder in ["claims", "tests/cases"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.file_type().is_dir() {
                let files = fs::read_dir(entry.path()).unwrap().map(|file| file.unwrap().path());
                let mut files: Vec<PathBuf> =
                    files.filter(|file| file.extension().is_some_and(|it| it == "yaml")).collect();
                files.sort();
                if !files.is_empty() {
                    stores.push(files);
                }
            }
        }
    }
    stores
}
