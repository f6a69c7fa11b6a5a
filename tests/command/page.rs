//! The report on an event, a party or the store: the same facts in every format, and a page that stands by itself.
//!
//! What only a browser can tell is asked of headless Chromium by `tests/tools/page.mjs`.

use crate::common::node;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::common::incident::{PARTIES, case, folder, gainsay, said, write};
use gainsay::check::Case;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::ledger::words;
use gainsay::read::Text;
use gainsay::views::document;
use gainsay::views::document::document;
use gainsay::views::document::formats::{SCRIPT, SCRIPT_DIGEST, STYLE_DIGEST, html, markdown, style, text};
use gainsay::views::edition::edition;
use gainsay::views::edition::formats as readers;
use gainsay::views::graph::Link;
use sha2::{Digest, Sha256};

/// A bit of everything that a report shows.
const RECORDS: &str = "
  - {id: pier-fire, name: the pier fire, date: 2031-05-06, participants: [sudria]}
sources:
  - {id: wire-1, outlet: wire, title: Fire on the quay, url: 'https://wire.example/1?a=b&c=d', published: 2031-05-09, language: en}
  - {id: odd, title: No address, url: 'javascript:alert(1)'}
requests:
  - {to: sudria, about: ['backs(sudria, front)'], date: 2031-05-07, outcome: no-reply}
statements:
  - {id: n-accuses, by: norland-envoy, date: 2031-05-02, source: wire-1, quote: The Front burnt it and Sudria pays them,
     asserts: ['carried-out(front, quay-fire)', 'backs(sudria, front)', 'killed(quay-fire) = 24']}
  - {id: n-raises, by: norland-envoy, date: 2031-05-04, source: wire-1, asserts: ['killed(quay-fire) = 30']}
  - {id: f-denies, by: front, date: 2031-05-03, source: odd, quote: [We did not, and never would],
     denies: ['carried-out(self, quay-fire)']}
  - {id: s-denies, by: sudria, date: 2031-05-03/2031-05-05, source: wire-1, denies: ['involved-in(self, quay-fire)'],
     asserts: ['killed(quay-fire) = 9']}
  - {id: n-joins, by: norland, date: 2031-05-03, asserts: ['involved-in(front, quay-fire)']}
  - {id: e-agrees, by: estia, date: 2031-05-05, source: wire-1, asserts: ['carried-out(front, quay-fire)'],
     leaves-open: ['same-event(quay-fire, pier-fire)']}
  - {id: f-claims, by: front, date: 2031-05-07, asserts: ['carried-out(self, pier-fire)']}
";

fn read(records: &str) -> Case {
    about(&[], records)
}

fn about(ids: &[&str], records: &str) -> Case {
    let text = Text { path: "claims/a.yaml".to_owned(), content: Ok(format!("{PARTIES}{records}")) };
    let about = ids.iter().map(|id| (*id).to_owned()).collect();
    Case::of(vec![text], Options { about, ..Options::default() })
}

/// The values of an attribute, in order.
fn values<'h>(page: &'h str, attribute: &str) -> Vec<&'h str> {
    let begin = format!(" {attribute}=\"");
    page.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_same_facts_stand_in_every_format() {
    let case = read(RECORDS);
    let document = document(&case, false);
    let numbers = document.numbers;
    assert_eq!(document.cuts, []);
    assert!(numbers.contradicted >= 2 && numbers.unverified >= 2 && numbers.agreed >= 1, "{numbers:?}");
    assert_eq!(numbers.unanswered, 2, "{numbers:?}");
    let wide = Style { width: 160, ..Style::default() };
    let (plain, marked, page) = (text(&document, wide), markdown(&document), html(&document));
    for (format, printed) in [("text", &plain), ("markdown", &marked), ("html", &page)] {
        let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "");
        let found = format!("Found: {} contradiction", numbers.contradicted);
        assert!(flat.contains(&found), "{format}: {found}: {flat}");
        assert!(
            flat.contains("7 statements by 4 parties, from 2 sources, said from 2 May 2031 to 7 May 2031"),
            "{flat}"
        );
        for finding in document.report.findings.iter().filter(|finding| document::kind(finding).is_some()) {
            assert!(flat.contains(&finding.reading), "{format}: {}", finding.reading);
        }
        for statement in &case.ledger().statements {
            assert!(flat.contains(&statement.id), "{format}: {}", statement.id);
            assert!(
                case.ledger().quotes(statement).all(|quote| flat.contains(quote)),
                "{format}: {:?}",
                statement.quote
            );
        }
        for words in [
            "Sudria has not answered that on file",
            "It was asked on 7 May 2031: no reply",
            "may be read as saying so",
            "only on a reading",
            "Nobody with no stake on file says so from knowledge of its own",
            "30, raised from 24",
            "Fire on the quay",
            "It does not say who is right",
        ] {
            assert!(flat.contains(words), "{format} lacks: {words}");
        }
    }
    // Lists in each: as many findings, as many statements.
    let findings = document.report.findings.len();
    assert_eq!(page.matches("<article class=\"finding\"").count(), findings);
    assert_eq!(page.matches("<article class=\"statement\"").count(), 7);
    let headings = marked.lines().filter(|line| line.starts_with("### "));
    let rules: BTreeSet<&str> = gainsay::rules::names().into_iter().collect();
    let of_findings = headings.filter(|line| {
        let mark = line.rsplit_once('(').and_then(|(_, mark)| mark.strip_suffix(')'));
        mark.is_some_and(|mark| rules.contains(mark.split(',').next().unwrap()))
    });
    assert_eq!(of_findings.count(), findings);
}

#[test]
fn every_link_of_a_page_leads_somewhere() {
    let case = read(RECORDS);
    let page = html(&document(&case, false));
    let ids = values(&page, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id twice: {ids:?}");
    let hrefs = values(&page, "href");
    for href in hrefs.iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(unique.contains(href), "#{href} leads nowhere");
    }
    let outside: Vec<&&str> = hrefs.iter().filter(|href| !href.starts_with('#')).collect();
    assert_eq!(outside, [&"https://wire.example/1?a=b&amp;c=d"]);
    assert!(page.contains("javascript:alert(1)") && !page.contains("href=\"javascript"), "{page}");
    // A finding leads to its statements, a statement to its source and back to its findings.
    for link in ["#s-n-accuses", "#source-wire-1", "#f1"] {
        assert!(hrefs.contains(&link), "{link}");
    }
}

#[test]
fn the_policy_lets_in_what_the_page_brings_and_nothing_else() {
    let case = read(RECORDS);
    let page = html(&document(&case, false));
    let digest = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    assert_eq!(STYLE_DIGEST, digest(&style()), "the style has changed: put this digest into html/mod.rs");
    assert_eq!(SCRIPT_DIGEST, digest(SCRIPT), "the script has changed: put this digest into html/mod.rs");
    for (tag, digest) in [("style", STYLE_DIGEST), ("script", SCRIPT_DIGEST)] {
        assert_eq!(page.matches(&format!("<{tag}")).count(), 1, "one {tag}");
        assert!(page.contains(&format!("{tag}-src 'sha256-{digest}'")), "{page}");
    }
    assert!(page.contains("content=\"default-src 'none';"), "{page}");
    assert_eq!(values(&page, "style").len() + values(&page, "src").len(), 0);
}

#[test]
fn the_edition_for_readers_has_no_script_and_its_own_style_only() {
    let case = read(RECORDS);
    let page = readers::html(&edition(&case, false, Some("Who did it?".to_owned()), None));
    let digest = base64(&Sha256::digest(readers::STYLE.as_bytes()));
    assert_eq!(readers::STYLE_DIGEST, digest, "the style has changed: put this digest into html.rs");
    assert!(page.contains(&format!("content=\"default-src 'none'; style-src 'sha256-{digest}';")), "{page}");
    assert_eq!(page.matches("<style").count() + values(&page, "style").len() + values(&page, "src").len(), 1);
    assert!(!page.contains("<script") && page.contains("<h1>Who did it?</h1>"), "{page}");
    let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
    for href in values(&page, "href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(href), "#{href} leads nowhere");
    }
}

#[test]
fn the_edition_for_readers_is_asked_for_in_so_many_words() {
    let folder = folder("page-readers");
    write(&folder, RECORDS);
    let run = |more: &[&str]| said(&gainsay(&folder, &[&["report", "--about", "quay-fire"], more].concat()));
    let (printed, complaint, status) = run(&[
        "--for",
        "readers",
        "--title",
        "Who did it?",
        "--lead",
        "Six days of it.",
        "--as-of",
        "2031-05-04",
    ]);
    assert_eq!((complaint.as_str(), status), ("", 0));
    assert!(
        printed.starts_with("Who did it?\n\nSix days of it.\n\nAs of 4 May 2031. ")
            && !printed.contains("n-joins"),
        "{printed}"
    );
    // A title is of no use to the report for editors, which has its subject for one.
    let (_, complaint, status) = run(&["--title", "Who did it?"]);
    assert!(status == 2 && complaint.contains("--for <WHOM>"), "{complaint}");
    let (printed, _, _) = run(&[]);
    assert!(printed.contains("n-joins"), "{printed}");
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for part in bytes.chunks(3) {
        let number = part.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)) << (8 * (3 - part.len()));
        for place in 0..4 {
            let letter = char::from(LETTERS[number >> (18 - 6 * place) & 63]);
            out.push(if place <= part.len() { letter } else { '=' });
        }
    }
    out
}

/// A ledger in which there is more of everything than a report shows.
fn much() -> String {
    let mut records = "statements:\n".to_owned();
    for at in 0..400 {
        let _ = writeln!(
            records,
            "  - {{id: a{at}, by: norland, date: 2031-06-01, asserts: ['carried-out(front, e{at})', 'killed(e{at}) = 3']}}"
        );
        let _ = writeln!(
            records,
            "  - {{id: d{at}, by: front, date: 2031-06-02, denies: ['carried-out(self, e{at})']}}"
        );
    }
    let event = |at| format!("  - {{id: e{at}, name: incident {at}, date: 2031-05-01}}\n");
    format!("{}{records}", (0..400).map(event).collect::<String>())
}

#[test]
fn what_is_cut_is_counted_and_can_be_seen() {
    let case = read(&much());
    let shown = document(&case, false);
    let cut = |what: &str| shown.cuts.iter().find(|cut| cut.what == what).map(|cut| (cut.shown, cut.of));
    assert_eq!(cut("contradictions"), Some((document::MOST_FINDINGS, 400)));
    assert_eq!(cut("rows of the table"), Some((document::MOST_ROWS, 800)));
    assert_eq!(cut("tolls"), Some((document::MOST_TOLLS, 400)));
    assert_eq!(shown.numbers.statements, 800);
    assert_eq!(shown.report.counts.contradictions, 400);
    let page = html(&shown);
    assert!(page.contains("Shown are 150 of 400 contradictions"), "{page}");
    assert!(page.contains("800 statements by 2 parties") && page.contains("Contradicted (400)"), "{page}");
    assert!(page.contains("--all leaves nothing out"), "{page}");
    let wide = Style { width: 160, ..Style::default() };
    assert!(text(&shown, wide).contains("Shown are 150 of 400 contradictions"));
    assert!(markdown(&shown).contains("Shown are 150 of 400 contradictions"));
    // With all, nothing is.
    let whole = document(&case, true);
    assert_eq!(whole.cuts, []);
    assert_eq!(whole.statements.len(), 800);
}

#[test]
fn a_report_on_an_event_has_the_accusations_made_in_the_same_breath() {
    let case = about(&["quay-fire"], RECORDS);
    let found = document(&case, false);
    let of = |rule: &str| {
        let of_rule = found.report.findings.iter().filter(|finding| finding.rule.id == rule);
        of_rule.filter_map(|finding| finding.on(case.ledger())).collect::<Vec<_>>()
    };
    assert_eq!(of("unanswered-accusation"), ["backs(sudria, front)", "involved-in(front, quay-fire)"]);
    // The reading that Sudria was involved hangs on the backing, which names no event.
    assert!(
        of("unverified-link").contains(&"backs(sudria, front)".to_owned()),
        "{:?}",
        of("unverified-link")
    );
    assert_eq!(found.replies.accused.iter().map(|accused| accused.accusations.len()).sum::<usize>(), 3);
    // So the table and the drawing have it too.
    assert!(found.table.rows.iter().any(|row| row.name == "backs(sudria, front)"));
    let backs = |link: &Link| words::canonical(case.ledger(), &link.proposition) == "backs(sudria, front)";
    assert!(found.graph.links.iter().any(backs));
    // A near miss: what was said of another event alone does not come in.
    let case = about(&["pier-fire"], RECORDS);
    let found = document(&case, false);
    let unanswered =
        found.report.findings.iter().filter(|finding| finding.rule.id == "unanswered-accusation");
    assert_eq!(unanswered.count(), 0);
    assert!(found.table.rows.iter().all(|row| row.name != "backs(sudria, front)"));
}

#[test]
fn headlines_of_accusations_are_never_ours() {
    let case = case("
predicates:
  - {id: fired, arguments: [party, event], reads: '{1} fired what hit {2}', reads-not: '{1} did not fire what hit {2}',
     asks: who, link: true, accuses: 1}
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: ['fired(front, quay-fire)']}
  - {id: b, by: front, date: 2031-05-03, denies: ['fired(self, quay-fire)']}
  - {id: c, by: sudria, date: 2031-05-04, denies: ['accurate(a)']}
", Options::default());
    let page = html(&document(&case, false));
    assert!(page.contains("Whether Free Front fired what hit the quay fire"), "{page}");
    assert!(
        page.contains("Whether Norland was right that Free Front fired what hit the quay fire"),
        "{page}"
    );
    assert!(!page.contains("</span> Free Front fired"), "{page}");
}

#[test]
fn an_empty_store_and_a_broken_one_make_a_report() {
    for records in ["", "statements: [{id: a, by: nobody-here, date: 2031-05-02}]"] {
        let case = read(records);
        let page = html(&document(&case, false));
        assert!(page.contains("Nothing on record here is contradicted"), "{page}");
        assert_eq!(page.contains("Problems in the record"), !records.is_empty());
    }
}

#[test]
fn the_command_writes_a_file_or_says_why_not() {
    let folder = folder("page-command");
    write(&folder, RECORDS);
    let (printed, complaint, status) = said(&gainsay(
        &folder,
        &["report", "claims", "--about", "quay-fire", "--format", "html", "--output", "out.html"],
    ));
    assert_eq!((printed.as_str(), complaint.as_str(), status), ("", "", 0));
    let page = std::fs::read_to_string(folder.join("out.html")).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html><html lang=\"en\">") && page.contains("<h1>The quay fire</h1>"),
        "{page}"
    );
    let (printed, _, _) = said(&gainsay(&folder, &["report", "--as-of", "2031-05-03"]));
    assert!(
        printed.starts_with("All that is on file\n") && printed.contains("As of 3 May 2031."),
        "{printed}"
    );
    let (_, complaint, status) = said(&gainsay(&folder, &["report", "--output", "no/such/folder/out.txt"]));
    assert!(
        status == 2 && complaint.contains("`no/such/folder/out.txt` could not be written"),
        "{complaint}"
    );
}

/// Every text that a person writes is an attack.
fn attacked() -> String {
    let attack = r#"\"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!-- </style> \u202e\x1b javascript:alert(3)"#;
    format!(
        "{PARTIES}  - {{id: inn, name: \"{attack}\", date: 2031-05-01}}
sources: [{{id: src, title: \"{attack}\", url: \"{attack}\", reliability: B, language: \"{attack}\"}}]
statements:
  - {{id: a, by: norland, anonymous: \"{attack}\", date: 2031-05-02, source: src, locator: \"{attack}\",
     quote: \"{attack}\", note: \"{attack}\", asserts: ['carried-out(front, inn)', 'killed(inn) = 3', 'cause(inn) = \"a < b\"']}}
  - {{id: b, by: front, if: \"{attack}\", date: 2031-05-02, source: src, denies: ['carried-out(front, inn)']}}
  - {{id: c, by: front, date: 2031-05-02, source: src, denies: ['carried-out(front, inn)']}}
accepted: [{{rule: unverified-link, on: 'carried-out(front, inn)', by: \"{attack}\", note: \"{attack}\"}}]
"
    )
}

#[test]
fn nothing_that_a_person_wrote_becomes_more_than_text() {
    let content = Ok(attacked());
    let text = Text { path: "claims/<b>&\".yaml".to_owned(), content };
    let case = Case::of(vec![text], Options::default());
    let page = html(&document(&case, false));
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{page}");
    for broken in ["<img", "<script>alert", "<!--", "\u{202e}", "\u{1b}", "<b>"] {
        assert!(!page.contains(broken), "{broken} in {page}");
    }
    let attack = Some("<img src=x> \u{202e}</title>".to_owned());
    let page = readers::html(&edition(&case, false, attack.clone(), attack));
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{page}");
    for broken in ["<img", "<script", "<!--", "\u{202e}", "\u{1b}", "<b>", "</title></title>"] {
        assert!(!page.contains(broken), "{broken} in {page}");
    }
    let marked = markdown(&document(&case, false)).replace("\\<", "");
    assert!(!marked.contains("<img") && !marked.contains("<script"), "{marked}");
}

#[test]
#[ignore = "needs Chromium and the packages of tests/tools: .ci/run installs them, and so do \
            `apt-get install chromium` and `npm ci --prefix tests/tools`"]
fn a_browser_finds_nothing_to_complain_of() {
    let browser = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    assert!(
        Path::new(&browser).exists(),
        "there is no Chromium at {browser}: install it (`apt-get install chromium`), or say where it is with CHROMIUM"
    );
    let folder = folder("page-browser");
    let pages = [("page.html", format!("{PARTIES}{RECORDS}")), ("hostile.html", attacked())].map(
        |(name, records)| {
            std::fs::write(folder.join("claims/a.yaml"), records).unwrap();
            gainsay(&folder, &["report", "--format", "html", "--output", name]);
            folder.join(name)
        },
    );
    let editions = [("readers.html", format!("{PARTIES}{RECORDS}")), ("hostile-readers.html", attacked())]
        .map(|(name, records)| {
            std::fs::write(folder.join("claims/a.yaml"), records).unwrap();
            gainsay(&folder, &["report", "--for", "readers", "--format", "html", "--output", name]);
            folder.join(name)
        });
    let output = node::run("page.mjs", &[&pages[0], &pages[1], &editions[0], &editions[1]], "");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
}
