//! What a text attributes to whom, with its words, verb and speaker, in invented sentences: as data.

use gainsay::attribution::Prose;
use gainsay::ledger::Ledger;
use gainsay::read;
use gainsay::read::yaml::tree::Node;

use crate::common;

const TEXTS: &str = include_str!("attributions.yaml");

/// Each attribution of a text in one line.
fn given(ledger: &Ledger, text: &str) -> Vec<String> {
    let prose = Prose::new(ledger, text, &[]);
    let shown = |one: gainsay::attribution::attributions::Attribution| {
        let name = one.source.and_then(|source| source.name).unwrap_or_else(|| "nobody".to_owned());
        let cue = one.cue.map(|cue| &text[cue]).unwrap_or_default();
        let words: Vec<&str> = one.pieces.into_iter().map(|piece| &text[piece]).collect();
        let sign = match (one.negated, one.within) {
            (true, _) => "not: ",
            (false, Some(_)) => "within: ",
            (false, None) => "",
        };
        format!("{sign}{name} | {cue} | {} | {}", one.kind.word(), words.join(" / "))
    };
    prose.attributions(ledger).into_iter().map(shown).collect()
}

#[test]
fn every_text_attributes_what_a_reader_says() {
    let start = TEXTS.find("texts:").unwrap();
    let loaded = common::one_file(&TEXTS[..start]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let documents = read::whole(TEXTS).unwrap();
    let mut wrong = Vec::new();
    for one in documents[0].get("texts").unwrap().items().unwrap() {
        let text = one.get("text").unwrap().as_str().unwrap();
        let wanted: Vec<&str> =
            one.get("gives").unwrap().items().unwrap().iter().filter_map(Node::as_str).collect();
        let given = given(&loaded.ledger, text);
        if given != wanted {
            wrong.push(format!("{text}\n    gives {given:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
