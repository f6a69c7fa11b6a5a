//! The audit as text: what is to be looked at first, with the draft's words and those on file, then what is not on file,
//! then a count of all.

use super::Audit;
use super::findings::Noted;
use super::verdict::{Verdict, Weight};
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{shorten, tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::words::counted;
use crate::rules::finding::{Finding, Level};
use crate::text::lines::Lines;
use crate::text::{FileId, Span};

/// Number of characters of a quotation or sentence that are shown where it is only named.
const SHOWN: usize = 90;

/// The audit as text. `said` is what it says; the draft is this file of the ledger's texts.
#[must_use]
pub fn text(audit: &Audit<'_>, said: &[Noted], draft: FileId, style: Style) -> String {
    let lines = Lines::new(&audit.ledger.texts);
    let page = Page { audit, draft, lines: &lines, style };
    let (light, heavy): (Vec<&Noted>, Vec<&Noted>) =
        said.iter().partition(|noted| noted.finding.level == Level::Note);
    let mut blocks: Vec<String> = heavy.iter().map(|noted| page.block(&noted.finding)).collect();
    let listed = |weight: Weight| {
        let notes = light.iter().filter(move |noted| noted.weight == weight).map(|noted| &noted.finding);
        notes.map(|finding| (finding.message.as_str(), finding.labels[0].span))
    };
    page.list("Not on file", listed(Weight::NotOnFile), &mut blocks);
    page.list("On file, and the draft does not name who said it", listed(Weight::Unnamed), &mut blocks);
    let without: Vec<(String, Span)> =
        audit.unrecorded(draft).map(|(range, _)| (page.sentence(range.clone()), page.span(range))).collect();
    page.list(
        "No record of what this says",
        without.iter().map(|(text, span)| (text.as_str(), *span)),
        &mut blocks,
    );
    if style.all {
        let rest: Vec<(String, Span)> = light
            .iter()
            .filter(|noted| !noted.listed())
            .map(|noted| &noted.finding)
            .map(|finding| (format!("{}: {}", finding.rule.id, finding.message), finding.labels[0].span))
            .collect();
        page.list("The rest", rest.iter().map(|(text, span)| (text.as_str(), *span)), &mut blocks);
    }
    blocks.push(summary(audit, |verdict| verdict.rule().id));
    blocks.join("\n\n") + "\n"
}

/// The number of quotations, of those of each verdict, so named, and of sentences with a record, in words.
pub fn summary(audit: &Audit<'_>, name: impl Fn(Verdict) -> &'static str) -> String {
    let parts: Vec<String> = Verdict::RULES
        .iter()
        .rev()
        .filter_map(|(_, verdict)| {
            let count = audit.quotes.iter().filter(|quoted| quoted.verdict == *verdict).count();
            (count > 0).then(|| format!("{count} {}", name(*verdict)))
        })
        .collect();
    let all = counted(audit.quotes.len(), "quotation", "quotations");
    let quotes = if parts.is_empty() { all } else { format!("{all}: {}", parts.join(", ")) };
    let coverage = audit.coverage;
    let sentences = counted(coverage.sentences, "sentence attributes", "sentences attribute");
    let mut unread = String::new();
    if audit.unread > 0 {
        let marks = counted(audit.unread, "mark of quotation stands", "marks of quotation stand");
        unread += &format!("\n{marks} in code or the head of the file, which were not read");
    }
    if audit.unlabelled > 0 {
        let lines = counted(audit.unlabelled, "line looks", "lines look");
        unread += &format!(
            "\n{lines} like words under a name, as in a transcript, and nothing else says so: not read as speech"
        );
    }
    let otherwise = if coverage.otherwise == 0 {
        String::new()
    } else {
        format!("{} otherwise than on record, ", coverage.otherwise)
    };
    format!(
        "{quotes}\n{sentences} something: {} on record, {otherwise}{} not{unread}",
        coverage.on_record,
        coverage.sentences - coverage.on_record - coverage.otherwise
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

    /// The headline, the draft's words, those on file, and what to do.
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
