//! A slip in one line of a file costs one record: random changes of one line in a file of forty records, and what of it
//! could be read all the same. `GAINSAY_SLIPS=5000` tries so many (if not given, an eighth of that, all with `GAINSAY_FULL=1`).

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::common::{names, size};
use crate::generator::seeded::Seeded;
use gainsay::read::records::cut;
use gainsay::read::{Text, texts};
use gainsay::text::FileId;

/// Forty records of eight lists, in the ways in which people write them; each is named by a word with a number of its own.
fn forty(flush: bool) -> String {
    let mut text = "# What was said of the quay fire.\nparties:\n".to_owned();
    for at in 0..6 {
        let _ = writeln!(text, "  - id: r{at}r-party\n    name: Party {at}\n    kind: state");
    }
    text.push_str(
        "\nplaces:\n  - {id: r6r-quay, name: the old quay}\n  - {id: r7r-yard, within: r6r-quay}\n",
    );
    text.push_str(
        "topics:\n  - id: r8r-truce\n    aliases: [a truce, \"the truce\"]\n  - id: r9r-talks\nevents:\n",
    );
    for at in 10..13 {
        let _ = writeln!(
            text,
            "  - id: r{at}r-fire\n    date: 2031-05-{at}\n    place: r6r-quay\n    participants:\n      - r1r-party"
        );
    }
    text.push_str("sources:\n");
    for at in 13..18 {
        let _ =
            writeln!(text, "  - id: r{at}r-wire\n    outlet: r5r-party\n    url: https://wire.example/{at}");
    }
    text.push_str("\nstatements:\n");
    for at in 18..36 {
        let _ = writeln!(text, "  # said at the quay\n  - id: r{at}r-says\n    by: r{}r-party", at % 5);
        let _ = writeln!(text, "    date: 2031-05-20\n    source: r{}r-wire", 13 + at % 5);
        match at % 4 {
            0 => text.push_str("    quote: \"we did it, and: more will follow\"\n"),
            1 => text.push_str(
                "    quote: >\n      It was not us.\n      Ask the others.\n\n      We know nothing.\n",
            ),
            2 => text.push_str(
                "    quote: we are told it was they\n      who did it\n    note: 'they don''t say'\n",
            ),
            _ => {}
        }
        if at % 3 == 0 {
            let _ = writeln!(text, "    denies: [\"carried-out(self, r{}r-fire)\"]", 10 + at % 3);
        } else {
            let _ = writeln!(
                text,
                "    asserts:\n      - happened(r{}r-fire)\n      - killed(r10r-fire) = 3",
                10 + at % 3
            );
        }
    }
    text.push_str("accepted:\n  - finding: self-contradiction\n    parties: [r1r-party]\n    note: r36r\n");
    text.push_str(
        "requests:\n  - to: r1r-party\n    date: 2031-05-21\n    note: r37r\n    about:\n      - r19r-says\n",
    );
    text.push_str("expect:\n  - {finds-no: reversal, on: happened(r38r)}\n  - finds: self-contradiction\n    on: happened(r39r)\n");
    if !flush {
        return text;
    }
    let nearer = |line: &str| line.strip_prefix("  ").unwrap_or(line).to_owned() + "\n";
    text.lines().map(nearer).collect()
}

/// Lines that have no business where they are put.
const STRAY: &[&str] = &[
    "\"quote",
    "'",
    "oh well",
    "said",
    "quote: x",
    "note:",
    "- said",
    "---",
    "...",
    "=======",
    "<<<<<<< HEAD",
    ">>>>>>> theirs",
    "|||||||",
    "- ",
    ":",
    "{",
    "[",
    "}",
    "\t",
    "  \"quote",
    "    said",
    "# what",
    "%YAML",
    "&x",
    "sources",
];

/// One line changed, and what was done.
fn slip(text: &str, chance: &mut Seeded) -> (String, String) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = chance.below(lines.len());
    let line = lines[at].clone();
    let body = line.trim_start().to_owned();
    let deep = line.len() - body.len();
    let letters: Vec<char> = line.chars().collect();
    let place = chance.below(letters.len() + 1);
    let what = *chance.pick(&[
        "to the margin",
        "to the margin",
        "nearer",
        "deeper",
        "deleted",
        "twice",
        "stray",
        "stray",
        "letter put in",
        "letter out",
        "letter exchanged",
        "cut",
        "tab",
    ]);
    let odd = *chance.pick(&[
        '"', '\'', ':', '#', '-', '[', ']', '{', '}', '&', '*', '!', '|', '>', '%', '@', '`', ',', 'x', ' ',
    ]);
    match what {
        "to the margin" => lines[at] = body,
        "nearer" => lines[at] = " ".repeat(deep.saturating_sub(1 + chance.below(3))) + &body,
        "deeper" => lines[at] = " ".repeat(deep + 1 + chance.below(4)) + &body,
        "deleted" => drop(lines.remove(at)),
        "twice" => lines.insert(at, line.clone()),
        "stray" => lines.insert(at, (*chance.pick(STRAY)).to_owned()),
        "letter put in" => {
            let (before, after) = letters.split_at(place);
            lines[at] = before.iter().chain([&odd]).chain(after).collect();
        }
        "letter out" | "letter exchanged" if !letters.is_empty() => {
            let place = place % letters.len();
            let new = if what == "letter out" { None } else { Some(odd) };
            lines[at] = letters[..place]
                .iter()
                .copied()
                .chain(new)
                .chain(letters[place + 1..].iter().copied())
                .collect();
        }
        "cut" => lines[at] = letters[..place].iter().collect(),
        "tab" => lines[at] = format!("\t{body}"),
        _ => {}
    }
    let became = lines.get(at).cloned().unwrap_or_default();
    (lines.join("\n") + "\n", format!("line {} {line:?}, {what}, {became:?}", at + 1))
}

/// Which of the forty are read whole and in their list: each as it was, or with what was changed in it.
fn read(text: &str) -> BTreeSet<(String, String)> {
    let cut = cut(FileId(0), text);
    let records = cut.records.iter().filter(|record| {
        record.node.get("id").or(record.node.get("note")).or(record.node.get("on")).is_some()
    });
    let named = records.filter_map(|record| {
        let words = &text[record.node.span.start as usize..record.node.span.end as usize];
        Some((record.list.to_string(), of(words)?))
    });
    named.collect()
}

/// The first `r7r` in a text.
fn of(text: &str) -> Option<String> {
    let mark = |word: &str| {
        word.strip_prefix('r')?
            .split_once('r')
            .filter(|(digits, _)| digits.parse::<u8>().is_ok())
            .map(|(digits, _)| digits.to_owned())
    };
    let own = text.lines().filter(|line| ["id:", "note:", "on:"].iter().any(|key| line.contains(key)));
    own.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric())).find_map(mark)
}

/// Those of the lost that no problem names, by a place in their lines or by their id.
fn unnamed(text: &str, lost: &BTreeSet<(String, String)>) -> Vec<String> {
    let loaded =
        texts(vec![Text { path: "claims/a.yaml".to_owned(), content: Ok(text.to_owned()) }], &names());
    let said: Vec<(usize, usize, String)> = loaded
        .problems
        .iter()
        .map(|it| {
            let line = |at: u32| text[..at as usize].matches('\n').count();
            (line(it.span.start), line(it.span.end), format!("{} {}", it.message, it.help))
        })
        .collect();
    let lines: Vec<&str> = text.lines().collect();
    let named = |digits: &str| {
        let mark = format!("r{digits}r");
        let own = |line: &&str| {
            ["id:", "note:", "on:"].iter().any(|key| line.contains(key)) && line.contains(&mark)
        };
        let Some(at) = lines.iter().position(own) else { return true };
        let begins = |line: &&str| {
            line.trim_start().starts_with("- ") && !line.contains('(') || line.trim().is_empty()
        };
        let begin = (0..=at).rev().find(|at| lines[*at].trim_start().starts_with("- ")).unwrap_or(0);
        let end = (at + 1..lines.len())
            .find(|at| begins(&lines[*at]) && lines[*at].contains("id:"))
            .unwrap_or(lines.len());
        said.iter().any(|(from, to, message)| {
            message.contains(&mark) || *from <= end && begin.saturating_sub(1) <= *to
        })
    };
    lost.iter()
        .filter(|(_, digits)| !named(digits))
        .map(|(list, digits)| format!("{list} {digits}"))
        .collect()
}

#[test]
fn a_slip_in_one_line_costs_one_record_and_none_is_lost_unnamed() {
    let slips =
        std::env::var("GAINSAY_SLIPS").ok().and_then(|slips| slips.parse().ok()).unwrap_or(size(5_000));
    let whole = [forty(false), forty(true)];
    let all: Vec<_> = whole.iter().map(|text| read(text)).collect();
    assert_eq!((all[0].len(), all[1].len()), (40, 40), "{:?}", all[0]);
    let (mut more, mut silent) = (Vec::new(), Vec::new());
    for seed in 0..slips {
        let mut chance = Seeded::new(seed as u64);
        let way = chance.below(2);
        let (text, what) = slip(&whole[way], &mut chance);
        let now = read(&text);
        let lost: BTreeSet<_> = all[way].difference(&now).cloned().collect();
        if lost.len() > 1 {
            more.push(format!("{seed} {way} {what}: {}", lost.len()));
        }
        // What is sound in another list as well, once the name of its own is gone, is read, and nothing can tell.
        let there: BTreeSet<String> = now.iter().map(|(_, digits)| digits.clone()).collect();
        let gone: BTreeSet<_> = lost.iter().filter(|(_, digits)| !there.contains(digits)).cloned().collect();
        let unnamed = if gone.is_empty() { Vec::new() } else { unnamed(&text, &gone) };
        if !unnamed.is_empty() {
            silent.push(format!("{seed} {way} {what}: {unnamed:?}"));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    assert!(more.len() * 100 <= slips, "{} of {slips} cost more than one record: {more:#?}", more.len());
}
