//! The sentences in which a predicate is said.

use super::reader::Record;
use crate::ledger::model::stance::Stance;
use crate::ledger::vocabulary::{Predicate, Said, built_in};
use crate::read::fields::SAID;
use crate::read::yaml::tree::Value;
use crate::text::Span;

/// The sentences of a record's key `said`. One that cannot be read is reported and left out.
pub(super) fn said(record: &mut Record<'_, '_>, predicate: &Predicate) -> Vec<Said> {
    let mut found = Vec::new();
    for node in record.items("said") {
        if matches!(node.value, Value::Mapping(_)) {
            let mut part = Record::part("a sentence", SAID, node);
            for stance in Stance::ALL {
                let sentence = part.scalar(stance.key());
                found.extend(sentence.and_then(|sentence| read(&mut part, stance, sentence, predicate)));
            }
            record.adopt(part);
        } else {
            let sentence = record.text("said", node).map(|text| (text, node.span));
            found.extend(sentence.and_then(|sentence| read(record, Stance::Asserts, sentence, predicate)));
        }
    }
    found
}

fn read(
    record: &mut Record<'_, '_>,
    stance: Stance,
    (text, span): (&str, Span),
    predicate: &Predicate,
) -> Option<Said> {
    let said = Said { stance, text: text.to_owned() };
    // What is built in is known to be sound, and a check has no need of it.
    if built_in(span) {
        return Some(said);
    }
    match said.forms(predicate.arguments.len(), !predicate.value.is_empty()) {
        Ok(_) => Some(said),
        Err(message) => {
            let help = "write it as in `{1} claimed responsibility for {2}`".to_owned();
            record.bad(span, message, help);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ledger::Ledger;
    use crate::read::{self, Text};

    fn ledger(content: &str) -> (Ledger, Vec<String>) {
        let text = Text { path: "a.yaml".to_owned(), content: Ok(content.to_owned()) };
        let loaded = read::texts(vec![text], &[]);
        (loaded.ledger, loaded.problems.into_iter().map(|problem| problem.message).collect())
    }

    #[test]
    fn every_sentence_of_the_built_in_vocabulary_is_sound() {
        let (ledger, _) = ledger("");
        let mut count = 0;
        for (_, predicate) in ledger.vocabulary.iter() {
            for said in &predicate.said {
                let forms = said.forms(predicate.arguments.len(), !predicate.value.is_empty());
                assert!(forms.is_ok(), "{}: {forms:?}", predicate.id);
                count += 1;
            }
        }
        assert!(count > 150, "{count}");
    }

    #[test]
    fn a_store_has_sentences_of_its_own() {
        let row = "predicates:\n  - id: sank\n    arguments: [party, event]\n    said:\n";
        let (sound, problems) =
            ledger(&format!("{row}      - '{{1}} sank {{2}}'\n      - denies: '{{1}} did not sink {{2}}'\n"));
        let sank = sound.vocabulary.get(sound.vocabulary.find("sank").unwrap());
        assert_eq!((sank.said.len(), problems), (2, Vec::new()));
        for wrong in ["'{1} sank {3}'", "{denied: x}", "{denies: '{value} sank'}"] {
            let (left, problems) = ledger(&format!("{row}      - {wrong}\n"));
            assert_eq!(left.vocabulary.get(left.vocabulary.find("sank").unwrap()).said.len(), 0, "{wrong}");
            assert_eq!(problems.len(), 1, "{wrong}: {problems:?}");
        }
    }
}
