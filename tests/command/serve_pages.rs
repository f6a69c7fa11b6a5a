//! The pages of the desk: each is there with its JSON, is narrowed by its address, and makes nothing of what a person wrote
//! but text.

use serde_json::Value;

use crate::common::desk::Desk;
use crate::common::incident::{PARTIES, folder, write};
use crate::common::node;

const RECORDS: &str = "
sources:
  - {id: wire-1, outlet: wire, title: Fire on the quay, archive: wire-1.txt}
statements:
  - {id: n-accuses, by: norland-envoy, date: 2031-05-02, source: wire-1, quote: The Front burnt it and Sudria pays them,
     asserts: ['carried-out(front, quay-fire)', 'killed(quay-fire) = 24']}
  - {id: f-denies, by: front, date: 2031-05-03, source: wire-1, quote: We did not … and never would,
     denies: ['carried-out(self, quay-fire)']}
  - {id: e-agrees, by: estia, date: 2031-05-05, source: wire-1, quote: These words are nowhere, asserts: ['carried-out(front, quay-fire)']}
";
const ARCHIVED: &str = "Nora Envoy said: “The Front burnt it, and Sudria pays them.”\n\n\
                        “We did not,” the Front said, “do this <b> and never would.”\n";

/// Every page, with a word that stands on it.
const PAGES: &[(&str, &str)] = &[
    ("/", "Contradicted"),
    ("/findings", "class=\"finding\""),
    ("/table", "role=\"table\""),
    ("/timeline", "Timeline"),
    ("/graph", "The same in words"),
    ("/replies", "Accused: "),
    ("/statements", "The Front burnt it"),
    ("/problems", "Problems"),
    ("/method", "does not say who is right"),
    ("/party/front", "Free Front"),
    ("/event/quay-fire", "quay fire"),
    ("/source/wire-1", "<mark>"),
    ("/statement/f-denies", "never would"),
    ("/proposition?is=carried-out(front,%20quay-fire)", "Estia"),
    ("/search?q=burnt", "n-accuses"),
];

fn opened(name: &str) -> Desk {
    let folder = folder(name);
    write(&folder, RECORDS);
    std::fs::write(folder.join("claims/wire-1.txt"), ARCHIVED).unwrap();
    Desk::open(&folder, &[])
}

#[test]
fn every_page_is_there_and_its_json_beside_it() {
    let desk = opened("serve-pages");
    for (target, words) in PAGES {
        let page = desk.get(target);
        assert_eq!(page.status, 200, "{target}: {}", page.text);
        assert!(page.text.contains(words), "{target} has no {words}: {}", page.text);
        assert!(page.fields.contains("Content-Type: text/html"), "{}", page.fields);
        let (path, query) = target
            .split_once('?')
            .map_or((*target, String::new()), |(path, query)| (path, format!("?{query}")));
        let beside = if path == "/" { "/index.json".to_owned() } else { format!("{path}.json{query}") };
        let json = desk.get(&beside);
        let offered = page.text.contains(">This page as JSON<");
        assert_eq!(json.status, if offered { 200 } else { 404 }, "{beside}");
        if offered {
            let value: Value = serde_json::from_str(&json.text).unwrap();
            assert_eq!(value["version"], 1, "{beside}");
        }
    }
}

#[test]
fn an_address_narrows_a_page_and_the_way_on() {
    let desk = opened("serve-narrowed");
    assert!(desk.get("/findings").text.contains("Estia"));
    let early = desk.get("/findings?as-of=2031-05-04&about=front").text;
    assert!(!early.contains("Estia") && early.contains("As of 4 May 2031"), "{early}");
    assert!(early.contains("href=\"/statement/f-denies?as-of=2031-05-04&amp;about=front\""), "{early}");
    assert!(early.contains("href=\"/table?as-of=2031-05-04&amp;about=front\""), "{early}");
    let table: Value = serde_json::from_str(&desk.get("/table.json?party=estia").text).unwrap();
    assert_eq!(table["rows"].as_array().map(Vec::len), Some(1), "{table}");
    assert_eq!(desk.get("/statement/e-agrees?as-of=2031-05-04").status, 200);
    let unknown = desk.get("/table?about=frnt");
    assert!(unknown.status == 404 && unknown.text.contains("Did you mean front?"), "{}", unknown.text);
    let no_date = desk.get("/table?as-of=tuesday");
    assert!(no_date.status == 404 && no_date.text.contains("tuesday"), "{}", no_date.text);
    let wrong_kind = desk.get("/event/front");
    assert!(wrong_kind.status == 404, "{}", wrong_kind.text);
}

#[test]
fn each_quotation_is_marked_in_the_text_of_its_source() {
    let desk = opened("serve-marked");
    let page = desk.get("/source/wire-1").text;
    let marks: Vec<&str> =
        page.split("<mark>").skip(1).filter_map(|rest| rest.split("</mark>").next()).collect();
    assert_eq!(
        marks,
        ["The Front burnt it, and Sudria pays them", "We did not", "and never would"],
        "{page}"
    );
    assert!(
        page.contains("not found in its text word for word") && page.contains("/statement/e-agrees"),
        "{page}"
    );
}

#[test]
fn the_overview_says_what_changed_since_the_desk_was_opened() {
    let folder = folder("serve-since");
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, &[]);
    assert!(!desk.get("/").text.contains("when this desk was opened"));
    write(
        &folder,
        &RECORDS.replace("denies: ['carried-out(self, quay-fire)']", "asserts: ['happened(quay-fire)']"),
    );
    let page = desk.get("/").text;
    assert!(page.contains("From when this desk was opened to now") && page.contains("Settled"), "{page}");
    write(&folder, RECORDS);
    assert!(!desk.get("/").text.contains("when this desk was opened"));
}

/// A store with an attack in every text that a page shows.
fn attacked() -> String {
    let attack =
        r#"\"'><img src=x onerror=alert(1)><script>alert(2)</script>\u202e\u001b[2J-->javascript:alert(3)"#;
    format!(
        "{PARTIES}  - {{id: inn, name: \"{attack}\", date: 2031-05-01}}
sources: [{{id: src, title: \"{attack}\", url: \"{attack}\", reliability: B, language: \"{attack}\", archive: text.txt}}]
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
fn nothing_that_a_person_wrote_becomes_more_than_text_on_any_page() {
    let folder = folder("serve-hostile");
    std::fs::write(folder.join("claims/a.yaml"), attacked()).unwrap();
    std::fs::write(
        folder.join("claims/text.txt"),
        "\"'><img src=x onerror=alert(1)> <script>alert(2)</script>\u{202e}\n",
    )
    .unwrap();
    let desk = Desk::open(&folder, &[]);
    let asked = "%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E%3Cscript%3Ealert(2)%3C/script%3E%E2%80%AE";
    let further = [
        "/event/inn",
        "/source/src",
        "/statement/a",
        "/statement/b",
        "/party/norland",
        "/proposition?is=carried-out(front,inn)",
    ];
    let asking = ["/search", "/proposition", "/table", "/statement/a"]
        .map(|path| format!("{path}?q={asked}&is={asked}&about={asked}&as-of={asked}"));
    let pages = PAGES.iter().map(|(page, _)| (*page).to_owned());
    for target in pages.chain(further.map(str::to_owned)).chain(asking) {
        let page = desk.get(&target).text;
        for broken in ["<img", "<script>", "alert(2)</script>", "\u{202e}", "\u{1b}", "href=\"javascript"] {
            assert!(!page.contains(broken), "{target}: {broken} in {page}");
        }
    }
    let event = desk.get("/event/inn").text;
    assert!(event.contains("&lt;img src=x onerror=alert(1)&gt;"), "{event}");
}

#[test]
#[ignore = "needs Chromium and the packages of tests/tools: .ci/run installs them, and so do \
            `apt-get install chromium` and `npm ci --prefix tests/tools`"]
fn a_browser_finds_nothing_to_complain_of_on_any_page() {
    let folder = folder("serve-browser");
    write(&folder, RECORDS);
    std::fs::write(folder.join("claims/wire-1.txt"), ARCHIVED).unwrap();
    let desk = Desk::open(&folder, &[]);
    let address = format!("http://127.0.0.1:{}/#{}", desk.port, desk.token);
    let output = node::run("serve.mjs", &[address.as_ref(), &folder.join("claims/a.yaml")], "");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
}
