//! The right of reply as Markdown: a heading for each party, a table for each accusation, then the questions.

use super::{asked, beside, open, questions, status, summary};
use crate::layout::credit::credit;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::text::lines::Lines;
use crate::views::replies::{Accusation, Replies};

/// The right of reply as a Markdown document.
#[must_use]
pub fn markdown(ledger: &Ledger, replies: &Replies, as_of: Option<Date>) -> String {
    let lines = Lines::new(&ledger.texts);
    let mut blocks = Vec::new();
    if let Some(date) = as_of {
        blocks.push(format!("As of {}:", safe::markdown(&date.words())));
    }
    blocks.push(format!("**{}**", safe::markdown(&summary(replies))));
    for accused in &replies.accused {
        let name = &ledger.party(accused.root).name;
        blocks.push(format!("## {}", safe::markdown(name)));
        for accusation in &accused.accusations {
            blocks.extend(block(ledger, &lines, accusation));
        }
        let questions = questions(&accused.accusations);
        if !questions.is_empty() {
            blocks.push(format!("Ask {}:", safe::markdown(name)));
            let items: Vec<String> =
                questions.iter().map(|question| format!("- {}", safe::markdown(question))).collect();
            blocks.push(items.join("\n"));
        }
    }
    blocks.join("\n\n") + "\n"
}

fn block(ledger: &Ledger, lines: &Lines<'_>, accusation: &Accusation) -> Vec<String> {
    let mut blocks = vec![format!("### {} ({})", safe::markdown(&accusation.reading), status(accusation))];
    let mut table =
        vec!["| Party | Says | Statement | Where |".to_owned(), "| --- | --- | --- | --- |".to_owned()];
    let heard = accusation.accusers.iter().chain(&accusation.answers).map(|word| (word, word.hearsay));
    for (word, hearsay) in heard.chain(accusation.hearsay.iter().map(|word| (word, true))) {
        let says = if hearsay { format!("{} (hearsay)", word.says) } else { word.says.clone() };
        let cells = [
            ledger.party(word.root).name.clone(),
            says,
            credit(ledger, word.statement, Some(word.root), usize::MAX),
            lines.place(ledger.statement(word.statement).span),
        ];
        table.push(format!("| {} |", cells.map(|cell| safe::markdown(&cell)).join(" | ")));
    }
    blocks.push(table.join("\n"));
    let mut rest: Vec<String> = open(accusation).into_iter().collect();
    if !accusation.answered || !accusation.requests.all().is_empty() {
        rest.extend(beside(accusation));
        rest.push(asked(accusation));
    }
    if !rest.is_empty() {
        blocks.push(safe::markdown(&rest.join(" ")));
    }
    blocks
}
