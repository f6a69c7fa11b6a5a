//! The right of reply for a terminal: the accused, each accusation with its accusers and answers, then what to ask.

use super::{asked, beside, open, questions, status, summary};
use crate::layout::Style;
use crate::layout::credit::credit;
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::rows::{Rows, heading, paragraph};
use crate::layout::wrap::tag;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::text::lines::Lines;
use crate::views::replies::{Accusation, Replies, Word};

/// Largest number of characters of a quote that are shown.
const MOST_QUOTE: usize = 160;

/// The right of reply as text.
#[must_use]
pub fn text(ledger: &Ledger, replies: &Replies, as_of: Option<Date>, style: Style) -> String {
    let lines = Lines::new(&ledger.texts);
    let all = replies.accused.iter().flat_map(|one| &one.accusations);
    let all = all.flat_map(|one| one.accusers.iter().chain(&one.answers).chain(&one.hearsay));
    let rows = Rows::new(style, 4, all.map(|word| ledger.party(word.root).name.as_str()));
    let mut blocks = Vec::new();
    for accused in &replies.accused {
        let name = &ledger.party(accused.root).name;
        blocks.push(heading(style, &format!("Accused: {name}")));
        for accusation in &accused.accusations {
            blocks.push(block(ledger, &lines, &rows, accusation, style));
        }
        let questions = questions(&accused.accusations);
        if !questions.is_empty() {
            let mut ask = vec![format!("  {}", heading(style, &format!("Ask {name}:")))];
            ask.extend(questions.iter().flat_map(|question| paragraph(style, 4, question, 2)));
            blocks.push(ask.join("\n"));
        }
    }
    let as_of = as_of.map(|date| format!("As of {}:", date.words()));
    let closing = as_of.into_iter().chain([summary(replies)]);
    blocks.push(closing.flat_map(|line| paragraph(style, 0, &line, 0)).collect::<Vec<_>>().join("\n"));
    blocks.join("\n\n") + "\n"
}

fn block(ledger: &Ledger, lines: &Lines<'_>, rows: &Rows, accusation: &Accusation, style: Style) -> String {
    let mut out = paragraph(style, 2, &accusation.reading, 2);
    let status_word = format!("[{}]", status(accusation));
    let role = if accusation.answered { Role::Faint } else { Role::Warning };
    tag(&mut out, &status_word, &paint(style.color, role, &status_word), style.columns());
    for (words, hearsay) in
        [(&accusation.accusers, false), (&accusation.answers, false), (&accusation.hearsay, true)]
    {
        out.extend(spoken(ledger, lines, rows, words, hearsay));
    }
    let open = open(accusation);
    let mut rest: Vec<String> = open.into_iter().collect();
    if !accusation.answered || !accusation.requests.all().is_empty() {
        rest.extend(beside(accusation));
        rest.push(asked(accusation));
    }
    if !rest.is_empty() {
        out.extend(paragraph(style, 4, &rest.join(" "), 0));
    }
    out.join("\n")
}

/// The rows of words, those of one root that say the same together, with their statements.
fn spoken(ledger: &Ledger, lines: &Lines<'_>, rows: &Rows, all: &[Word], hearsay: bool) -> Vec<String> {
    let mut grouped: Vec<(&Word, Vec<&Word>)> = Vec::new();
    for word in all {
        match grouped.iter_mut().find(|(first, _)| first.root == word.root && first.says == word.says) {
            Some((_, all)) => all.push(word),
            None => grouped.push((word, vec![word])),
        }
    }
    let mut out = Vec::new();
    for (first, all) in grouped {
        let says = if hearsay {
            format!("is said to have answered, which answers nothing: {}", first.says)
        } else if all.iter().all(|word| word.hearsay) {
            format!("{} (hearsay: the words reach us only through another party)", first.says)
        } else {
            first.says.clone()
        };
        // A few words and one statement fit on a line.
        let short = all.len() == 1 && first.direct && says == first.says;
        let mut body = if short { Vec::new() } else { rows.text(&says, 2) };
        for word in all {
            let place = lines.place(ledger.statement(word.statement).span);
            let line = credit(ledger, word.statement, Some(word.root), MOST_QUOTE);
            let line = if short { format!("{says}: {line}") } else { line };
            body.extend(rows.placed(&line, &place));
        }
        out.extend(rows.beside(&ledger.party(first.root).name, &body));
    }
    out
}
