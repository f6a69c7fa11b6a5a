//! The last lines of a report: its counts.

use crate::check::{Counts, Report};
use crate::ledger::words::counted;

/// The counts in one line: `24 statements by 11 parties in 3 files: 4 agreements, 1 contradiction, …`.
#[must_use]
pub fn summary(report: &Report<'_>) -> String {
    let counts = &report.counts;
    let mut line = format!(
        "{} by {} in {}: {}, {}, {}, {} in the record",
        counted(counts.statements, "statement", "statements"),
        counted(counts.parties, "party", "parties"),
        counted(counts.files, "file", "files"),
        counted(counts.agreements, "agreement", "agreements"),
        counted(counts.contradictions, "contradiction", "contradictions"),
        counted(counts.unverified_links, "unverified link", "unverified links"),
        counted(counts.problems, "problem", "problems"),
    );
    if counts.reconciled > 0 {
        line = format!("{line}, {} reconciled", counts.reconciled);
    }
    line
}

/// The number of notes among contradictions and unverified links, which the summary does not count; none where there
/// are none.
#[must_use]
pub fn notes(report: &Report<'_>) -> Option<String> {
    let notes = report.counts.notes;
    (notes > 0).then(|| {
        format!("and {}, not counted there (--all shows them in full)", counted(notes, "note", "notes"))
    })
}

/// The sentence for a report without statements: as of a date, or because none could be read. None where there are
/// some.
#[must_use]
pub fn nothing(report: &Report<'_>) -> Option<String> {
    let later = report.ledger.statements.len().saturating_sub(report.counts.statements);
    let none = report.counts.statements == 0 && report.counts.files > 0 && later > 0;
    none.then(|| match report.as_of {
        Some(date) => format!(
            "Nothing was on record on {}: {} on file, later than that, published later or set aside.",
            date.words(),
            counted(later, "statement is", "statements are")
        ),
        None => format!(
            "Nothing could be compared: {} set aside.",
            counted(later, "statement is", "statements are")
        ),
    })
}

/// The number of quotes compared with an archived text, in words; none where there are no quotes.
#[must_use]
pub fn quotes(counts: &Counts) -> Option<String> {
    let (compared, unchecked) = (counts.quotes_checked, counts.quotes_unchecked);
    let all = counted(compared + unchecked, "quote", "quotes");
    match (compared, unchecked) {
        (0, 0) => None,
        (0, 1) => Some(format!("{all}, not compared with an archived text")),
        (0, _) => Some(format!("{all}, none compared with an archived text")),
        (1, 0) => Some(format!("{all}, compared with an archived text")),
        (_, 0) => Some(format!("{all}, all compared with an archived text")),
        _ => Some(format!("{all}: {compared} compared with an archived text, {unchecked} unchecked")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_never_called_checked_when_they_were_not() {
        let line = |quotes_checked, quotes_unchecked| {
            quotes(&Counts { quotes_checked, quotes_unchecked, ..Counts::default() }).unwrap_or_default()
        };
        assert_eq!(line(0, 0), "");
        assert_eq!(line(0, 17), "17 quotes, none compared with an archived text");
        assert_eq!(line(12, 5), "17 quotes: 12 compared with an archived text, 5 unchecked");
        assert_eq!(line(2, 0), "2 quotes, all compared with an archived text");
        assert_eq!(line(0, 1), "1 quote, not compared with an archived text");
    }
}
