//! What an audit found as findings, so that levels, exit status and the formats of `check` hold for them too.

use std::ops::Range;

use super::advice::{self, Advice};
use super::claims::{Attribution, Standing};
use super::verdict::{Remark, Verdict, Weight};
use super::{Audit, Quoted};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::statement::Statement;
use crate::ledger::{roots, words};
use crate::reason::spoken;
use crate::rules::finding::{Finding, Label, Level};
use crate::rules::{Rule, compose};
use crate::text::{FileId, Span};

/// So many positions of a statement without a quote are shown.
const POSITIONS: usize = 4;

/// A finding at one place of a draft.
pub struct Noted {
    /// The finding.
    pub finding: Finding,
    /// Its weight in a report where it is but a note.
    pub weight: Weight,
    /// True when it is said of a sentence, and not of a quotation.
    pub sentence: bool,
}

impl Noted {
    /// True when an editor is to look at it: all but what is said by the way.
    #[must_use]
    pub fn listed(&self) -> bool {
        self.finding.level != Level::Note || matches!(self.weight, Weight::NotOnFile | Weight::Unnamed)
    }

    /// True when programs and code scanning are told: a note only where the words are nowhere on file.
    #[must_use]
    pub fn told(&self) -> bool {
        self.finding.level != Level::Note || self.weight == Weight::NotOnFile
    }

    /// Its bytes in the draft.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        let span = self.finding.labels[0].span;
        span.start as usize..span.end as usize
    }
}

/// The findings of an audit, in the order of the draft, which is this file of the ledger's texts.
#[must_use]
pub fn findings(audit: &Audit<'_>, draft: FileId) -> Vec<Noted> {
    let maker = Maker { audit, draft };
    let mut findings = Vec::new();
    for quoted in &audit.quotes {
        let advice = advice::verdict(audit.ledger, quoted);
        let finding = maker.quoted(quoted, quoted.verdict.rule(), advice);
        findings.push(Noted { finding, weight: quoted.verdict.weight(), sentence: false });
        // Whatever else a quotation is, changed words are said.
        if quoted.verdict != Verdict::Altered && quoted.changed() {
            let advice = advice::altered(quoted);
            let finding = maker.quoted(quoted, Verdict::Altered.rule(), advice);
            findings.push(Noted { finding, weight: Weight::Aside, sentence: false });
        }
        for remark in &quoted.remarks {
            let advice = advice::remark(audit.ledger, quoted, *remark);
            let mut finding = maker.quoted(quoted, remark.rule(), advice);
            if let (Remark::Superseded, Some(since)) = (remark, &quoted.since) {
                finding.statements.extend(&since.statements);
                finding.labels.extend(since.statements.iter().map(|id| maker.label(*id)));
            }
            findings.push(Noted { finding, weight: Weight::Aside, sentence: false });
        }
    }
    let sentences = audit.attributions.iter().filter_map(|attribution| maker.attributed(attribution));
    findings.extend(sentences.map(|finding| Noted { finding, weight: Weight::Aside, sentence: true }));
    findings.sort_by_key(|noted| (noted.range().start, noted.range().end));
    findings
}

struct Maker<'m> {
    audit: &'m Audit<'m>,
    draft: FileId,
}

impl Maker<'_> {
    fn quoted(&self, quoted: &Quoted, rule: &'static Rule, advice: Advice) -> Finding {
        let words = format!("“{}”", quoted.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let range = quoted.range.clone();
        self.finding(rule, advice, words, (range.start, range.end), &quoted.statements)
    }

    /// The finding on something said without marks; none where the record has it, or has nothing of it.
    fn attributed(&self, attribution: &Attribution) -> Option<Finding> {
        let rule = attribution.standing.rule()?;
        let ledger = self.audit.ledger;
        let text = &ledger.texts.file(self.draft).text[attribution.range.clone()];
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let advice = Advice {
            headline: attribution.message.clone(),
            help: match attribution.standing {
                Standing::Superseded => "say so in the draft, or report what was said since",
                _ => "compare the sentence with the record: say what is on record and no more",
            }
            .to_owned(),
        };
        let range = (attribution.range.start, attribution.range.end);
        let mut finding = self.finding(rule, advice, words, range, &attribution.statements);
        finding.about = attribution.proposition;
        finding.parties.extend(attribution.party);
        Some(finding)
    }

    /// A finding: the label of the draft comes first, then those of the statements.
    fn finding(
        &self,
        rule: &'static Rule,
        advice: Advice,
        message: String,
        (start, end): (usize, usize),
        statements: &[StatementId],
    ) -> Finding {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file: self.draft, start: byte(start), end: byte(end) };
        let message = match self.audit.beside_at(start) {
            Some(one) => format!("{message} (in {})", one.place),
            None => message,
        };
        let mut labels = vec![Label { span, text: String::new() }];
        labels.extend(statements.iter().map(|id| self.label(*id)));
        Finding {
            question: advice.headline.clone(),
            statements: statements.to_vec(),
            help: (advice.help != advice::NOTHING).then_some(advice.help),
            labels,
            ..compose::finding(rule, advice.headline, message)
        }
    }

    /// A statement on file in a line.
    fn label(&self, id: StatementId) -> Label {
        let ledger = self.audit.ledger;
        let statement = ledger.statement(id);
        let by = words::parties(ledger, &statement.by);
        let words = if statement.quote.is_empty() {
            held(ledger, statement)
        } else {
            format!("“{}”", ledger.quoted(statement, "” … “"))
        };
        let colon = if words.is_empty() { "" } else { ": " };
        let text = format!("{by}, {}{colon}{words}", statement.date.words());
        Label { span: statement.span, text }
    }
}

/// The positions of a statement in words, as it has no quote that could be shown; empty where it has none either.
pub(super) fn held(ledger: &Ledger, statement: &Statement) -> String {
    let Some(by) = statement.by.first() else { return String::new() };
    let number = words::party_number(ledger, *by);
    let own = roots::spoken_for(ledger, statement, *by);
    let positions = statement.positions.iter().take(POSITIONS).map(|position| {
        let proposition = spoken::resolve(ledger, ledger.proposition(position.proposition), own);
        words::says(ledger, number, position.stance, &proposition, position.value(ledger))
    });
    positions.collect::<Vec<_>>().join("; ")
}
