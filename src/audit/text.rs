//! The audit as text: what is to be looked at first, with the draft's words and those on file, then what is not on file,
//! then a count of all.

use super::Audit;
use super::claims::Standing;
use super::verdict::Verdict;
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{shorten, tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::words::counted;
use crate::rules::finding::{Finding, Level};
use crate::rules::{Rule, drafts};
use crate::text::lines::Lines;
use crate::text::{FileId, Span};

/// Notes that have a list of their own.
const LISTED: [&Rule; 2] = [&drafts::unknown::RULE, &drafts::speaker_unresolved::RULE];
/// How many characters of a quotation or sentence are shown where it is only named.
const SHOWN: usize = 90;

/// The audit as text. `findings` are its own; the draft is this file of the ledger's texts.
#[must_use]
pub fn text(audit: &Audit<'_>, findings: &[Finding], draft: FileId, style: Style) -> String {
    let lines = Lines::new(&audit.ledger.texts);
    let page = Page { audit, draft, lines: &lines, style };
    let mut blocks: Vec<String> = findings
        .iter()
        .filter(|finding| finding.level != Level::Note)
        .map(|finding| page.block(finding))
        .collect();
    let notes = |rule: &'static Rule| {
        findings
            .iter()
            .filter(move |finding| finding.level == Level::Note && finding.rule == rule)
            .map(|finding| (finding.message.as_str(), finding.labels[0].span))
    };
    page.list("Not on file", notes(LISTED[0]), &mut blocks);
    page.list("On file, and the draft does not name who said it", notes(LISTED[1]), &mut blocks);
    let without = audit.attributions.iter().filter(|told| told.standing == Standing::NoRecord);
    let without: Vec<(String, Span)> =
        without.map(|told| (page.sentence(told.range.clone()), page.span(told.range.clone()))).collect();
    page.list(
        "No record of what this says",
        without.iter().map(|(text, span)| (text.as_str(), *span)),
        &mut blocks,
    );
    if style.all {
        let rest: Vec<(String, Span)> = findings
            .iter()
            .filter(|finding| finding.level == Level::Note && !LISTED.contains(&finding.rule))
            .map(|finding| (format!("{}: {}", finding.rule.id, finding.message), finding.labels[0].span))
            .collect();
        page.list("The rest", rest.iter().map(|(text, span)| (text.as_str(), *span)), &mut blocks);
    }
    blocks.push(summary(audit));
    blocks.join("\n\n") + "\n"
}

/// How many quotations there are and of which verdicts, and how many sentences have a record.
pub(super) fn summary(audit: &Audit<'_>) -> String {
    let parts: Vec<String> = Verdict::RULES
        .iter()
        .rev()
        .filter_map(|(rule, verdict)| {
            let count = audit.quotes.iter().filter(|quoted| quoted.verdict == *verdict).count();
            (count > 0).then(|| format!("{count} {}", rule.id))
        })
        .collect();
    let all = counted(audit.quotes.len(), "quotation", "quotations");
    let quotes = if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) };
    let coverage = audit.coverage;
    let sentences = counted(coverage.sentences, "sentence attributes", "sentences attribute");
    let unread = if audit.unread == 0 {
        String::new()
    } else {
        let marks = counted(audit.unread, "mark of quotation stands", "marks of quotation stand");
        format!("\n{marks} in code or the head of the file, which were not read")
    };
    format!(
        "{quotes}\n{sentences} something: {} on record, {} not{unread}",
        coverage.on_record,
        coverage.sentences - coverage.on_record
    )
}

struct Page<'p> {
    audit: &'p Audit<'p>,
    draft: FileId,
    lines: &'p Lines<'p>,
    style: Style,
}

impl Page<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.draft, start: byte(range.start), end: byte(range.end) }
    }

    fn sentence(&self, range: std::ops::Range<usize>) -> String {
        self.audit.ledger.texts.text(self.span(range)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What is found, the draft's words, those on file, and what to do.
    fn block(&self, finding: &Finding) -> String {
        let width = self.style.columns();
        let word = format!("{}:", finding.level.word());
        let mut rows = wrap(&format!("{word} {}", safe::line(&finding.reading)), width, 2);
        let rule = format!("[{}]", finding.rule.id);
        tag(&mut rows, &rule, &paint(self.style.color, Role::Faint, &rule), width);
        if let Some(rest) = rows[0].strip_prefix(&word) {
            rows[0] = paint(self.style.color, Role::of(finding), &word) + rest;
        }
        for (at, label) in finding.labels.iter().enumerate() {
            let (name, words) =
                if at == 0 { ("the draft", &finding.message) } else { ("on file", &label.text) };
            rows.extend(self.placed(name, words, &self.lines.place(label.span)));
        }
        let help =
            finding.help.iter().flat_map(|help| wrap(&format!("help: {}", safe::line(help)), width - 2, 6));
        rows.extend(help.map(|row| format!("  {row}")));
        rows.join("\n")
    }

    /// One line of words under its label, with its place at the margin.
    fn placed(&self, label: &str, words: &str, place: &str) -> Vec<String> {
        let width = self.style.columns() - 13;
        let mut rows = wrap(&safe::line(words), width, 0);
        let place = safe::line(place).into_owned();
        tag(&mut rows, &place, &paint(self.style.color, Role::Faint, &place), width);
        let row = |(at, row): (usize, String)| format!("  {:<11}{row}", if at == 0 { label } else { "" });
        rows.into_iter().enumerate().map(row).collect()
    }

    /// Quotations or sentences in a line or two each, under a heading.
    fn list<'t>(
        &self,
        heading: &str,
        items: impl Iterator<Item = (&'t str, Span)>,
        blocks: &mut Vec<String>,
    ) {
        let width = self.style.columns() - 2;
        let mut rows = vec![paint(self.style.color, Role::Name, heading)];
        for (text, span) in items {
            let shown = shorten(text, SHOWN)
                .map_or_else(|| text.to_owned(), |head| format!("{head} (cut short here)"));
            let mut lines = wrap(&safe::line(&shown), width, 2);
            let place = safe::line(&self.lines.place(span)).into_owned();
            tag(&mut lines, &place, &paint(self.style.color, Role::Faint, &place), width);
            rows.extend(lines.into_iter().map(|row| format!("  {row}")));
        }
        if rows.len() > 1 {
            blocks.push(rows.join("\n"));
        }
    }
}
