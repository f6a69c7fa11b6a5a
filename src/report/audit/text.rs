//! The audit as text: what is to be done first, then what is not on file, then a count of all.

use crate::audit::advice;
use crate::audit::verdict::Verdict;
use crate::audit::{Audit, Quoted};
use crate::finding::Level;
use crate::report::credit::credit;
use crate::report::lines::Lines;
use crate::report::paint::{Role, paint};
use crate::report::wrap::{shorten, tag, wrap};
use crate::report::{Style, counted, safe};
use crate::source::{FileId, Span};

/// How many characters of a quotation are shown where it is only named.
const SHOWN: usize = 90;

/// The audit as text; the draft is this file of the ledger's texts.
#[must_use]
pub fn text(audit: &Audit<'_>, draft: FileId, style: Style) -> String {
    let lines = Lines::new(&audit.ledger.texts);
    let page = Page { audit, draft, lines: &lines, style };
    let mut blocks = Vec::new();
    for quoted in &audit.quotes {
        if quoted.verdict.level() != Level::Note {
            let advice = advice::verdict(audit.ledger, quoted);
            blocks.push(page.block(quoted, quoted.verdict.word(), &advice));
        }
        for remark in quoted.remarks.iter().filter(|remark| remark.level() != Level::Note) {
            blocks.push(page.block(quoted, remark.word(), &advice::remark(quoted, *remark)));
        }
    }
    let unknown: Vec<&Quoted> =
        audit.quotes.iter().filter(|quoted| quoted.verdict == Verdict::Unknown).collect();
    if !unknown.is_empty() {
        let mut rows = vec![paint(style.color, Role::Name, "Not on file")];
        rows.extend(unknown.iter().flat_map(|quoted| page.short(quoted)));
        blocks.push(rows.join("\n"));
    }
    if style.all {
        let rest = audit
            .quotes
            .iter()
            .filter(|quoted| quoted.verdict.level() == Level::Note && quoted.verdict != Verdict::Unknown);
        let mut rows = vec![paint(style.color, Role::Name, "The rest")];
        rows.extend(rest.flat_map(|quoted| page.short(quoted)));
        blocks.push(rows.join("\n"));
    }
    blocks.push(summary(audit));
    blocks.join("\n\n") + "\n"
}

/// How many quotations there are, and of which verdicts.
fn summary(audit: &Audit<'_>) -> String {
    let parts: Vec<String> = Verdict::WORDS
        .iter()
        .rev()
        .filter_map(|(word, verdict)| {
            let count = audit.quotes.iter().filter(|quoted| quoted.verdict == *verdict).count();
            (count > 0).then(|| format!("{count} {word}"))
        })
        .collect();
    let all = counted(audit.quotes.len(), "quotation", "quotations");
    if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) }
}

struct Page<'p> {
    audit: &'p Audit<'p>,
    draft: FileId,
    lines: &'p Lines<'p>,
    style: Style,
}

impl Page<'_> {
    fn place(&self, quoted: &Quoted) -> String {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.lines.place(Span {
            file: self.draft,
            start: byte(quoted.range.start),
            end: byte(quoted.range.end),
        })
    }

    /// What is wrong, the draft's words, those on file, and what to do.
    fn block(&self, quoted: &Quoted, rule: &str, advice: &advice::Advice) -> String {
        let width = self.style.columns();
        let mut rows = wrap(&format!("warning: {}", safe::line(&advice.headline)), width, 2);
        let shown = format!("[{rule}]");
        tag(&mut rows, &shown, &paint(self.style.color, Role::Faint, &shown), width);
        if let Some(rest) = rows[0].strip_prefix("warning:") {
            rows[0] = paint(self.style.color, Role::Warning, "warning:") + rest;
        }
        rows.extend(self.placed("the draft", &format!("“{}”", quoted.text), &self.place(quoted)));
        for id in &quoted.statements {
            let words = credit(self.audit.ledger, *id, None, usize::MAX);
            rows.extend(self.placed(
                "on file",
                &words,
                &self.lines.place(self.audit.ledger.statement(*id).span),
            ));
        }
        rows.extend(
            wrap(&format!("help: {}", safe::line(&advice.help)), width - 2, 6)
                .into_iter()
                .map(|row| format!("  {row}")),
        );
        rows.join("\n")
    }

    /// One line of words under its label, with its place at the margin.
    fn placed(&self, label: &str, words: &str, place: &str) -> Vec<String> {
        let width = self.style.columns();
        let mut rows = wrap(&safe::line(words), width - 15, 0);
        let place = safe::line(place).into_owned();
        tag(&mut rows, &place, &paint(self.style.color, Role::Faint, &place), width - 15);
        let row = |(at, row): (usize, String)| format!("  {:<13}{row}", if at == 0 { label } else { "" });
        rows.into_iter().enumerate().map(row).collect()
    }

    /// A quotation in a line or two.
    fn short(&self, quoted: &Quoted) -> Vec<String> {
        let width = self.style.columns() - 2;
        let text = quoted.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = shorten(&text, SHOWN)
            .map_or_else(|| format!("“{text}”"), |head| format!("“{head}” (cut short here)"));
        let speaker = match &quoted.speaker {
            Some(crate::audit::speakers::Speaker::Party(party)) => {
                format!("{}: ", self.audit.ledger.party(*party).name)
            }
            Some(crate::audit::speakers::Speaker::Unknown(name)) => format!("{name}: "),
            None => String::new(),
        };
        let word = if quoted.verdict == Verdict::Unknown {
            String::new()
        } else {
            format!(" {}", quoted.verdict.word())
        };
        let mut rows = wrap(&safe::line(&format!("{speaker}{text}{word}")), width, 2);
        let place = safe::line(&self.place(quoted)).into_owned();
        tag(&mut rows, &place, &paint(self.style.color, Role::Faint, &place), width);
        rows.into_iter().map(|row| format!("  {row}")).collect()
    }
}
