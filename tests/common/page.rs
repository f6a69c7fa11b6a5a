//! One small store with everything in it that a page may show, and the pages on it.
#![allow(dead_code, clippy::unwrap_used)] // each test file uses its part

use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::read::{self, Loaded, Text};
use gainsay::reason::Reasoning;
use gainsay::text::lines::Lines;
use gainsay::views::page::Page;
use gainsay::views::show;

pub const STORE: &str = r"
parties:
  - {id: norland, name: Norland, kind: state, aliases: [the North]}
  - {id: navy, name: Norland Navy, kind: body, part-of: norland}
  - {id: vardia, name: Vardia, kind: state}
  - id: ann
    name: Ann Hale
    kind: person
    part-of: [{party: navy, title: spokeswoman, from: 2031-01-01, until: 2031-12-31}]
  - {id: front, name: Free Front, kind: armed-group}
  - {id: wire, name: The Wire, kind: outlet}
  - {id: estia, name: Estia, kind: state}
places: [{id: estia, name: Estia}, {id: quay, name: the old quay, within: estia}]
topics: [{id: truce, name: a truce}]
sources:
  - {id: wire-1, outlet: wire, title: Fire at the quay, url: 'https://wire.example/1', published: 2031-05-03,
     reliability: B}
events:
  - {id: fire, name: the quay fire, date: 2031-05-01, place: quay, participants: [estia]}
  - {id: blast, name: the blast, date: 2031-05-01, place: quay}
statements:
  - id: front-claims
    by: front
    date: 2031-05-01
    asserts: ['carried-out(self, fire)', 'killed(fire) = 3']
  - id: front-recants
    by: front
    date: 2031-05-02
    quote: we had no part in it
    denies: ['involved-in(self, fire)']
  - id: ann-says
    by: ann
    date: 2031-05-02
    source: wire-1
    locator: paragraph 2
    quote: it was the front, armed by Vardia
    note: translated by us
    credibility: 2
    asserts: ['carried-out(front, fire)', 'arms(vardia, front)', 'place(fire) = quay', 'seeks(self, truce)']
  - id: navy-ties
    by: navy
    date: 2031-05-02
    asserts: ['same-event(blast, fire)']
  - id: vardia-denies
    by: vardia
    date: 2031-05-03
    answers: [ann-says]
    denies: ['involved-in(self, fire)', 'carried-out(front, blast)', 'accurate(ann-says)']
  - {id: estia-toll, by: estia, date: 2031-05-02, asserts: ['killed(fire) = 9']}
  - {id: estia-withdraws, by: estia, date: 2031-05-04, retracts: [estia-toll]}
  - {id: told, by: vardia, via: [estia], date: 2031-05-04, suggests: ['happened(fire)']}
  - {id: unnamed, by: norland, anonymous: a senior official, date: 2031-05-04, source: wire-1,
     leaves-open: ['ordered(vardia, fire)']}
  - {id: warning, by: norland, if: the attacks go on, date: 2031-05-04, asserts: ['rejects(self, truce)']}
";

pub fn loaded(text: &str) -> Loaded {
    let content = Ok(text.to_owned());
    read::texts(vec![Text { path: "claims/quay.yaml".to_owned(), content }], &[])
}

pub fn shown(text: &str, id: &str) -> (Loaded, Vec<Page>) {
    let loaded = loaded(text);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    let subjects = show::find(&loaded.ledger, id).unwrap();
    let pages = show::pages(&Reasoning::new(&loaded.ledger), &report, &subjects);
    drop(report);
    (loaded, pages)
}

/// Titles, headings and rows, a line each: what is to the left, what it says, what is at the margin.
pub fn text(id: &str) -> String {
    let (loaded, pages) = shown(STORE, id);
    let lines = Lines::new(&loaded.ledger.texts);
    let mut out = String::new();
    for page in &pages {
        out.push_str(&format!("{} [{} {}]\n", page.title, page.kind, page.id));
        for section in page.sections.iter().filter(|section| !section.rows.is_empty()) {
            out.push_str(&format!("{}\n", section.heading));
            for row in &section.rows {
                let place = row.at.map(|span| lines.place(span)).or_else(|| row.proposition.clone());
                let parts = [row.label.clone(), row.text.clone(), place.unwrap_or_default()];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                out.push_str(&format!("{}\n", parts.join(" ")));
            }
        }
    }
    out
}
