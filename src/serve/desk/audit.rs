//! A draft held against the ledger before it is published: its text with marks, and what is to be said of each.

use serde_json::{Value, json};

use super::{Answer, Store, file};
use crate::audit::findings::{Noted, findings};
use crate::audit::html::{beside, class};
use crate::audit::text::summary;
use crate::audit::verdict::Verdict;
use crate::audit::{self, Audit};
use crate::check::options::Options;
use crate::check::{Case, Levels};
use crate::entry::article::Article;
use crate::ledger::words::capital;
use crate::text::FileId;
use crate::text::points::Points;

/// Holds a draft that was pasted or dropped against the ledger. Nothing of it is kept.
#[must_use]
pub fn audit(store: &Store<'_>, asked: &Value) -> Answer {
    let article = match file::article(asked) {
        Ok(article) => article,
        Err(refused) => return refused,
    };
    let Ok(mut case) = Case::open(store.folder, Options::default()) else {
        return Answer::refused(503, "The folder of the store cannot be read.", "Look whether it is there.");
    };
    let Article { readable, .. } = article;
    let draft = case.add("the draft".to_owned(), readable.text);
    let ledger = case.ledger();
    let mut audit = audit::document(ledger, &ledger.texts.file(draft).text, &readable.quoted);
    audit.unread = readable.unread;
    audit.beside = readable.beside;
    let mut noted = findings(&audit, draft);
    let levels = Levels::new(ledger, case.options());
    noted.retain_mut(|Noted { finding, .. }| {
        levels.apply(finding.rule.id, finding.family, &mut finding.level)
    });
    Answer::ok(told(&audit, &noted, draft))
}

fn told(audit: &Audit<'_>, noted: &[Noted], draft: FileId) -> Value {
    let text = audit.ledger.texts.file(draft).text.as_str();
    let points = Points::new(text);
    let remarks: Vec<&Noted> = noted.iter().filter(|noted| beside(noted)).collect();
    let mut marks: Vec<(usize, usize, &str, Vec<usize>)> = Vec::new();
    for one in noted.iter().filter(|noted| !beside(noted)) {
        marks.push((one.range().start, one.range().end, class(one), Vec::new()));
    }
    for (at, one) in remarks.iter().enumerate() {
        marks.push((one.range().start, one.range().end, class(one), vec![at + 1]));
    }
    marks
        .extend(audit.unrecorded(draft).map(|(range, _)| (range.start, range.end, "unrecorded", Vec::new())));
    // Of two at one place the one that is remarked on is marked.
    marks.sort_by_key(|(start, end, _, notes)| (*start, *end, notes.is_empty()));
    let marks: Vec<Value> = marks
        .iter()
        .map(|(start, end, class, notes)| {
            let [start, end] = points.pair(&(*start..*end));
            json!({ "start": start, "end": end, "class": class, "remarks": notes })
        })
        .collect();
    let told: Vec<Value> = remarks
        .iter()
        .map(|noted| {
            let finding = &noted.finding;
            json!({
                "class": class(noted),
                "about": capital(&finding.reading),
                "message": finding.message,
                "on_file": finding.labels[1..].iter().map(|label| label.text.as_str()).collect::<Vec<_>>(),
                "help": finding.help.as_deref().map(capital),
            })
        })
        .collect();
    let short = summary(audit, Verdict::words);
    json!({
        "text": text,
        "summary": short.lines().collect::<Vec<_>>(),
        "marks": marks,
        "remarks": told,
    })
}
