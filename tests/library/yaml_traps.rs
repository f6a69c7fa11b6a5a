//! The traps of YAML: what each is reported as, where, and how many records survive it.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use crate::common;
use gainsay::read::files::decode::decode;
use gainsay::read::records::{Cut, cut};
use gainsay::read::yaml::traps::{mapping_for_text, unbalanced};
use gainsay::read::yaml::tree::{Node, Value};
use gainsay::text::{FileId, Sources};

/// A text, the records that survive, and each problem as `rule line:column word`.
type Trap = (&'static str, &'static str, usize, &'static [&'static str]);

const SOUND: &str = "  - id: a\n    by: x\n";

const TRAPS: &[Trap] = &[
    ("a sound file", "statements:\n  - id: a\n    by: x\n  - id: b\n", 2, &[]),
    ("an empty file", "", 0, &[]),
    ("comments only", "# nothing yet\n", 0, &[]),
    ("an empty list", "statements:\n", 0, &[]),
    ("a byte-order mark", "\u{feff}statements:\n  - id: a\n", 1, &[]),
    (
        "a byte-order mark before an error",
        "\u{feff}statements:\n  - id: a\n  - id: @b\n",
        1,
        &["bad-value 3:9 begins with `@`"],
    ),
    ("CRLF", "statements:\r\n  - id: a\r\n    by: x\r\n  - id: b\r\n", 2, &[]),
    ("several documents", "---\nstatements:\n- id: a\n---\nparties:\n- id: b\n...\n", 2, &[]),
    ("settings", "settings:\n  near: {hours: 24}\n", 1, &[]),
    ("schema stays text", "statements:\n  - {id: no, by: 12:30, date: 01234}\n", 1, &[]),
    ("many comments", "statements:\nCOMMENTS  - id: a\n", 1, &[]),
    (
        "colon in a plain text",
        "statements:\nSOUND  - id: b\n    quote: He said: no\n  - id: c\n",
        2,
        &["bad-value 5:19 'He said: no'"],
    ),
    (
        "colon in a text of two lines",
        "statements:\nSOUND  - id: b\n    quote: He\n      then said: no\n  - id: c\n",
        2,
        &["bad-value 6:16 colon"],
    ),
    (
        "colon in a proposition",
        "statements:\nSOUND  - id: b\n    denies: weapon(x) = \"one: two\"\n",
        1,
        &["bad-value 5:29 'weapon(x) = \"one: two\"'"],
    ),
    ("key twice", "statements:\nSOUND  - id: b\n    by: x\n    by: y\n", 2, &["bad-value 6:5 `by`"]),
    ("list twice", "statements:\n- id: a\nstatements:\n- id: b\n", 2, &["bad-value 3:1 `statements`"]),
    ("core tag", "statements:\n  - id: !!str a\n", 1, &["bad-value 2:9 `!!str`"]),
    ("own tag", "statements:\n  - id: !x a\n", 1, &["bad-value 2:9 `!x`"]),
    ("unknown tag handle", "statements:\nSOUND  - id: !x!y a\n", 1, &["bad-value 4:9 tag"]),
    ("key that is a list", "statements:\n  - id: a\n    [b]: c\n", 1, &["bad-value 3:5 key"]),
    ("no key", "statements:\n  - id: a\n    : c\n", 1, &["bad-value 3:5 key"]),
    ("merge key", "statements:\n  - &a\n    id: a\n  - <<: *a\n    id: b\n", 2, &["bad-value 4:5 `<<`"]),
    ("no such anchor", "statements:\nSOUND  - id: b\n    quote: *foo\n", 1, &["bad-value 5:12 `*foo`"]),
    (
        "starred text",
        "statements:\nSOUND  - id: b\n    quote: *foo* bar\n",
        1,
        &["bad-value 5:12 begins with `*`"],
    ),
    (
        "anchor in another record of a broken file",
        "statements:\n  - id: &x a\n  - id: *x\n  - id: b\n    quote: He said: no\n",
        1,
        &["bad-value 3:9 `&x`", "bad-value 5:19 colon"],
    ),
    ("alias within itself", "statements:\n  - id: a\n    by: &x [*x]\n", 0, &["bad-value 3:13 inside"]),
    (
        "sic",
        "statements:\nSOUND  - id: b\n    quote: [sic] he said\n",
        1,
        &["bad-value 5:12 begins with `[`"],
    ),
    ("at sign", "statements:\nSOUND  - id: b\n    quote: @x said\n", 1, &["bad-value 5:12 begins with `@`"]),
    ("dash", "statements:\nSOUND  - id: b\n    quote: - no\n", 1, &["bad-value 5:12 begins with `-`"]),
    ("greater", "statements:\nSOUND  - id: b\n    quote: > no\n", 1, &["bad-value 5:12 begins with `>`"]),
    (
        "text behind a quote",
        "statements:\nSOUND  - id: b\n    quote: \"No,\" he said\n",
        1,
        &["bad-value 5:18 '\"No,\" he said'"],
    ),
    ("apostrophe", "statements:\nSOUND  - id: b\n    quote: 'I don't'\n", 1, &["bad-value 5:19 apostrophe"]),
    ("backslash", "statements:\nSOUND  - id: b\n    quote: \"a\\qb\"\n", 1, &["bad-value 5:12 backslash"]),
    (
        "quote not closed",
        "statements:\nSOUND  - id: b\n    quote: \"a\n  - id: c\n",
        2,
        &["unreadable-file 5:12 not closed"],
    ),
    (
        "bracket not closed",
        "statements:\nSOUND  - id: b\n    denies: [a, b\n  - id: c\n",
        2,
        &["unreadable-file 5:13 bracket"],
    ),
    (
        "comment in the midst of a text",
        "statements:\nSOUND  - id: b\n    quote: The\n      #MeToo movement\n      said\n",
        1,
        &["bad-value 7:7 comment"],
    ),
    ("tab", "statements:\nSOUND  - id: b\n\tby: x\n  - id: c\n", 2, &["unreadable-file 5:1 tab"]),
    ("tab before a record", "statements:\nSOUND\t- id: b\n  - id: c\n", 3, &["unreadable-file 4:1 tab"]),
    (
        "tabs",
        "statements:\nSOUND  - id: b\n\t\tby: x\n  - id: c\n\t by: y\n",
        1,
        &["unreadable-file 5:1 tab", "unreadable-file 7:1 tab"],
    ),
    ("no colon", "statements:\nSOUND  - id: b\n    by x\n    date: d\n", 1, &["unreadable-file 5:5 `key: `"]),
    (
        "a line end of old Macs behind a comment",
        "statements:\nSOUND# note\r: c\n",
        1,
        &["unreadable-file 4:8 belongs to no record"],
    ),
    ("field too deep", "statements:\nSOUND  - id: b\n      by: x\n", 1, &["unreadable-file 5:9 indented"]),
    (
        "field not deep enough",
        "statements:\nSOUND  - id: b\n   by: x\n  - id: c\n",
        2,
        &["unreadable-file 5:4 indented"],
    ),
    (
        "records indented unlike",
        "statements:\n    - id: a\n  - id: b\n    - id: c\n",
        3,
        &["unreadable-file 3:3 2 spaces"],
    ),
    (
        "zero byte",
        "statements:\nSOUND  - id: b\n    quote: x\0y\n  - id: c\n",
        2,
        &["unreadable-file 5:13 U+0000"],
    ),
    (
        "control",
        "statements:\nSOUND  - id: b\n    quote: \x01y\n  - id: c\n",
        2,
        &["unreadable-file 5:12 U+0001"],
    ),
    (
        "garbage line",
        "statements:\nSOUNDoh well, this\n  - id: c\n",
        2,
        &["unreadable-file 4:1 belongs to no record"],
    ),
    ("list without colon", "statements:\nSOUNDparties\n  - id: c\n", 2, &["unreadable-file 4:1 colon"]),
    (
        "a key at the margin",
        "statements:\nSOUND  - id: b\n    by: x\ndate: 2031\n    source: y\n  - id: c\n",
        2,
        &["unreadable-file 6:1 the record above is not read"],
    ),
    (
        "the last key at the margin, with its list",
        "statements:\nSOUND  - id: b\nasserts:\n      - p(x)\n",
        1,
        &["unreadable-file 5:1 the record above is not read"],
    ),
    (
        "a stray quotation mark",
        "statements:\nSOUND\"quote\n  - id: c\n",
        2,
        &["unreadable-file 4:1 belongs to no record"],
    ),
    (
        "a stray one before the first",
        "statements:\n\"quote\nSOUND",
        1,
        &["unreadable-file 2:1 belongs to no record"],
    ),
    (
        "a document that ends within a record",
        "statements:\nSOUND  - id: b\n---\n    by: x\n  - id: c\n",
        2,
        &["unreadable-file 5:1 ends a document"],
    ),
    (
        "a document that ends between records",
        "statements:\nSOUND...\n  - id: c\n",
        2,
        &["unreadable-file 4:1 ends a document"],
    ),
    (
        "a mark of a merge alone",
        "statements:\nSOUND<<<<<<< HEAD\n  - id: c\n",
        2,
        &["unreadable-file 4:1 merge"],
    ),
    ("a misspelt list", "statments:\n  - id: a\n", 1, &[]),
    ("a list with a sign behind it", "statements:[\nSOUND", 1, &["unreadable-file 1:1 name of a list"]),
    (
        "a list indented like its records",
        "parties:\n  - id: b\n  statements:\n  - id: c\n",
        2,
        &["unreadable-file 3:3 indented more"],
    ),
    ("no list", "- id: a\n", 0, &["unreadable-file 1:1 name of a list"]),
    ("text only", "Dear editor\n", 0, &["unreadable-file 1:1 name of a list"]),
    ("value for a list", "statements: none\nparties:\n- id: a\n", 1, &["bad-value 1:1 list"]),
    ("settings as a list", "settings:\n- near: 1\n", 0, &["bad-value 1:1 mapping"]),
    (
        "conflict between records",
        "statements:\nSOUND<<<<<<< HEAD\n  - id: b\n=======\n  - id: c\n>>>>>>> theirs\n  - id: d\n",
        2,
        &["unreadable-file 4:1 `<<<<<<<`", "unreadable-file 6:1 `=======`", "unreadable-file 8:1 `>>>>>>>`"],
    ),
    (
        "conflict within a record",
        "statements:\nSOUND  - id: b\n<<<<<<< HEAD\n    by: x\n=======\n    by: y\n>>>>>>> theirs\n    date: d\n  - id: d\n",
        2,
        &["unreadable-file 5:1 merge", "unreadable-file 7:1 merge", "unreadable-file 9:1 merge"],
    ),
    ("broken flow document", "{statements: [{id: a}, {id: b]}\n", 0, &["unreadable-file 1:24 bracket"]),
    (
        "two broken documents",
        "statements:\n- id: a\n- id: b\n  quote: c: d\n---\n{a: [}\n---\nparties:\n- id: d\n",
        2,
        &["bad-value 4:11 colon", "unreadable-file 6:5 bracket"],
    ),
    (
        "a dash in a block text",
        "statements:\nSOUND  - id: b\n    quote: |\n      one\n      - two\n  - id: c\n    quote: a: b\n",
        2,
        &["bad-value 9:13 colon"],
    ),
    (
        "errors in two records of two lists",
        "parties:\n- id: a\n  name: b: c\n- id: d\nstatements:\n- id: e\n- id: f\n  quote: @g\n",
        2,
        &["bad-value 3:10 colon", "bad-value 8:10 begins"],
    ),
    (
        "bracket closed at the margin, and an error elsewhere",
        "statements:\n- id: a\n  denies: [\n    x\n]\n- id: b\n  quote: c: d\n",
        1,
        &["bad-value 7:11 colon"],
    ),
];

fn read(text: &str) -> (Cut<'_>, Vec<String>) {
    let cut = cut(FileId(0), text);
    let mut sources = Sources::default();
    let file = sources.add("f.yaml".into(), text.into());
    let problems = cut
        .problems
        .iter()
        .map(|it| {
            assert_eq!(it.span.file, file);
            assert!(it.span.start <= it.span.end && it.span.end as usize <= text.len(), "{it:?}");
            assert!(!it.help.is_empty() && !it.message.is_empty());
            let at = sources.position(it.span);
            format!("{} {}:{} {} / {}", it.rule, at.line, at.column, it.message, it.help)
        })
        .collect();
    (cut, problems)
}

fn filled(text: &str) -> String {
    text.replace("SOUND", SOUND).replace("COMMENTS", &"  # x\n".repeat(500))
}

#[test]
fn every_trap_is_named_and_costs_its_record() {
    let mut wrong = Vec::new();
    for (name, text, records, expected) in TRAPS {
        let text = filled(text);
        let (cut, problems) = read(&text);
        let fits = |(problem, expected): (&String, &&str)| {
            let mut parts = expected.splitn(3, ' ');
            let place = format!("{} {} ", parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            problem.starts_with(&place) && problem.contains(parts.next().unwrap_or_default())
        };
        if cut.records.len() != *records
            || problems.len() != expected.len()
            || !problems.iter().zip(*expected).all(fits)
        {
            wrong.push(format!(
                "{name}: {} records, expected {records}; problems\n  {}\nexpected\n  {}",
                cut.records.len(),
                problems.join("\n  "),
                expected.join("\n  ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn first<'a, 't>(cut: &'a Cut<'t>, key: &str) -> &'a Node<'t> {
    cut.records[0].node.get(key).unwrap()
}

#[test]
fn values_and_spans() {
    let text = "\u{feff}statements:\n  - id: é1\n    by: \"a\\n\"\n    denies: [x, 'y']\n    quote: |\n      one\n      two\n\n    none:\n    on: no\n";
    let (cut, problems) = read(text);
    assert_eq!(problems, Vec::<String>::new());
    let words = |node: &Node<'_>| &text[node.span.start as usize..node.span.end as usize];
    assert_eq!(words(&cut.records[0].node), text[19..].trim_end());
    assert_eq!(words(first(&cut, "id")), "é1");
    assert_eq!(words(first(&cut, "by")), "\"a\\n\"");
    assert_eq!(first(&cut, "by").as_str(), Some("a\n"));
    assert_eq!(words(first(&cut, "denies")), "[x, 'y']");
    assert!(matches!(first(&cut, "denies").value, Value::Sequence { flow: true, .. }));
    assert_eq!(words(first(&cut, "quote")), "one\n      two");
    assert!(first(&cut, "none").is_null() && !first(&cut, "on").is_null());
    assert_eq!(first(&cut, "on").as_str(), Some("no"));
}

#[test]
fn spans_of_saved_records_are_those_of_the_file() {
    let text = "statements:\n  - id: a\n    quote: b: c\n  - id: dé\n    by: \"e\"\n";
    let (cut, _) = read(text);
    let by = first(&cut, "by").span;
    assert_eq!(&text[by.start as usize..by.end as usize], "\"e\"");
    assert_eq!(cut.records[0].list, "statements");
    assert_eq!((cut.records[0].list_span.start, cut.records[0].list_span.end, cut.broken), (0, 10, 1));
}

#[test]
fn a_comment_that_cuts_a_text_is_marked() {
    for (text, cut_by) in [
        ("quote: The #1 party", Some("#1 party")),
        ("quote: #1 party", Some("#1 party")),
        ("quote: The # 1 party", None),
        ("quote: The #", None),
        ("quote: \"The\" #1", None),
        ("quote: The#1", None),
        ("quote: The\n       #1 party", Some("#1 party")),
        ("quote: The\n    #note: x", None),
        ("quote: The\n      one #2 party\r", Some("#2 party")),
    ] {
        let text = format!("statements:\n  - id: a\n    {text}\n");
        let (cut, _) = read(&text);
        let found = first(&cut, "quote").cut_by().map(|it| &text[it.start as usize..it.end as usize]);
        assert_eq!(found, cut_by, "{text}");
    }
}

#[test]
fn propositions_cut_in_two_are_noticed() {
    assert_eq!(unbalanced("involved-in(iran"), Some("an unclosed bracket"));
    assert_eq!(unbalanced("x)"), Some("an unopened bracket"));
    assert_eq!(unbalanced("weapon(x) = \"one"), Some("an unclosed quotation mark"));
    assert_eq!(unbalanced("weapon(x) = \"one)\""), None);
    let text = "statements:\n  - id: a\n    asserts:\n      - weapon(x) = \"it's one: two\"\n";
    let (cut, problems) = read(text);
    assert!(problems.is_empty());
    let item = &first(&cut, "asserts").items().unwrap()[0];
    let (message, words) = mapping_for_text(item, text, str::to_owned).unwrap();
    assert!(message.contains("`weapon(x) = \"it's one`"), "{message}");
    assert_eq!(words, "weapon(x) = \"it's one: two\"");
}

#[test]
fn aliases_are_resolved_and_explosions_named() {
    let (cut, problems) = read("statements:\n  - &r\n    id: a\n    by: [x]\n  - *r\n");
    assert_eq!((cut.records.len(), problems.len()), (2, 0));
    assert_eq!(cut.records[1].node.get("id").unwrap().as_str(), Some("a"));

    let mut laughs = String::from("statements:\n  - id: &l0 x\n");
    let mut deep = String::from("statements:\n  - id: &l0 x\n");
    for level in 1..40 {
        let below = format!("*l{}, ", level - 1).repeat(20);
        writeln!(laughs, "  - id: &l{level} [{below}]").unwrap();
        writeln!(deep, "  - id: &l{level} {}*l{}{}", "[".repeat(200), level - 1, " ]".repeat(200)).unwrap();
    }
    for text in [laughs, deep] {
        let clock = std::time::Instant::now();
        let (_, problems) = read(&text);
        assert!(
            problems.iter().any(|it| it.starts_with("bad-value") && it.contains("repeats")),
            "{problems:?}"
        );
        assert!(clock.elapsed().as_secs() < 5);
    }
}

#[test]
fn depth_is_bounded() {
    for nest in ["[", "{a: ", "- ", "? ", "[{"] {
        let text = format!("statements:\n  - id: a\n  - id: {}\n  - id: b\n", nest.repeat(20_000));
        let clock = std::time::Instant::now();
        let (cut, problems) = read(&text);
        assert!(cut.records.len() == 2 && problems.len() == 1, "{nest}: {} {problems:?}", cut.records.len());
        assert!(nest.len() > 1 || problems[0].contains("nested"), "{problems:?}");
        assert!(clock.elapsed().as_secs() < 5);
    }
}

#[test]
fn other_encodings_are_named() {
    let wide = |text: &str, big: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let text = "statements:\n- id: a\n";
    let marked = |big| wide(&format!("\u{feff}{text}"), big);
    for (bytes, word, offset, line) in [
        (wide(text, false), "UTF-16 (little", 1, 1),
        (wide(text, true), "UTF-16 (big", 0, 1),
        (marked(false), "UTF-16 (little", 0, 1),
        (marked(true), "UTF-16 (big", 0, 1),
        (b"a: b\nquote: \x93No\x94\n".to_vec(), "Windows-1252", 12, 2),
        (b"a: b\nquote: caf\xe9\n".to_vec(), "Latin-1", 15, 2),
        (b"a: b\nquote: caf\xc3".to_vec(), "cut off", 15, 2),
        (b"PK\x03\x04\x00\x00\xff\xff\x00\x00".to_vec(), "no text", 6, 1),
    ] {
        let error = decode(bytes).unwrap_err();
        assert!(error.message.contains(word), "{}", error.message);
        assert!(error.message.contains(error.looks_like) && error.help.contains("UTF-8"));
        assert_eq!((error.offset, error.line), (offset, line), "{word}");
    }
    assert_eq!(decode("é".into()), Ok("é".into()));
    assert_eq!(decode(Vec::new()), Ok(String::new()));
}

#[test]
fn no_text_makes_it_panic_or_vanish() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let seeds: Vec<String> =
        TRAPS.iter().filter(|it| !it.1.contains("COMMENTS")).map(|it| filled(it.1)).collect();
    let bits = [
        "\n",
        "\t",
        "- ",
        ": ",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "#",
        "&a ",
        "*a",
        "!",
        "|\n",
        "---\n",
        "é",
        "\0",
        "\r",
        "<<<<<<< x\n",
        ">>>>>>> y\n",
        "=======\n",
        "? ",
        "\u{feff}",
        " ",
        "%YAML 1.2\n",
        "...\n",
        "\\",
    ];
    for round in 0..common::size(30_000) {
        let mut text = seeds[round % seeds.len()].clone();
        for _ in 0..=random(4) {
            let mut at = random(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            match random(4) {
                0 => text.truncate(at),
                1 => text.replace_range(at..at + text[at..].chars().next().map_or(0, char::len_utf8), ""),
                2 => text.insert_str(at, &seeds[random(seeds.len())]),
                _ => text.insert_str(at, bits[random(bits.len())]),
            }
        }
        let (cut, problems) = read(&text);
        for record in &cut.records {
            assert!(text.get(record.node.span.start as usize..record.node.span.end as usize).is_some());
        }
        assert!(cut.broken == 0 || !problems.is_empty(), "{text:?}");
        let holds = text.lines().any(|line| line.trim_start().starts_with("- "));
        assert!(!holds || !cut.records.is_empty() || !problems.is_empty(), "nothing said of {text:?}");
    }
}
