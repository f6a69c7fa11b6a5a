//! The matters of the edition: findings on one proposition together, then the rows of the table that no finding tells.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::borne;
use super::grouped::drafts;
use super::remarks::Remarks;
use super::settled::reconciled;
use super::sides::{Heading, Strengths, stated};
use super::{Group, Line, Matter, Said, Words};
use crate::check::formats::text::in_question;
use crate::layout::credit::{found, quoted, who, who_and_when};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Side, Tells};
use crate::views::document::Document;
use crate::views::table::{Findings, Row};

/// Largest number of statements of a line that are quoted; the others are counted.
const MOST_STATEMENTS: usize = 4;
/// Largest number of characters of a quote that are shown.
const MOST_QUOTE: usize = 400;

/// All that is told.
pub(super) struct Told {
    /// The matters by group, without empty groups.
    pub groups: Vec<(Group, Vec<Matter>)>,
    /// The sources, in the order in which they are first named.
    pub sources: Vec<SourceId>,
    /// The statements that are told.
    pub statements: BTreeSet<StatementId>,
}

/// The matters of a document.
pub(super) fn told(reasoning: &Reasoning<'_>, document: &Document<'_>) -> Told {
    let mut writer = Writer::new(reasoning, document);
    let drafts = drafts(document);
    let mut groups: Vec<(Group, Vec<Matter>)> = Group::ALL.map(|group| (group, Vec::new())).into();
    for ((_, matters), (group, drafts)) in groups.iter_mut().zip(Group::ALL.iter().zip(drafts)) {
        matters.extend(drafts.into_iter().map(|findings| writer.matter(*group, &findings)));
    }
    let on = Findings::new(&document.report);
    let row = |row: &&Row| {
        let known = |id: &StatementId| writer.statements.contains(id);
        let told = on.on(reasoning, row).iter().any(|finding| finding.family != Family::Record);
        stated(row).any(|(_, entry)| !told || !entry.statements.iter().all(known))
    };
    let rest: Vec<&Row> = document.table.rows.iter().filter(row).collect();
    if let Some((_, also)) = groups.last_mut() {
        also.extend(rest.into_iter().map(|row| writer.row(row, &on.on(reasoning, row))));
    }
    groups.retain(|(_, matters)| !matters.is_empty());
    Told { groups, sources: writer.sources, statements: writer.statements }
}

/// Writes matters one after another, and knows which words and sources stand above.
struct Writer<'d> {
    ledger: &'d Ledger,
    reasoning: &'d Reasoning<'d>,
    rows: FxHashMap<Proposition, &'d Row>,
    remarks: Remarks<'d>,
    /// The words that stand above.
    quoted: BTreeSet<(StatementId, String)>,
    /// The statements of which a party denies that the words are its own.
    disowned: BTreeSet<(PartyId, StatementId)>,
    /// True when anything on record has a source, so that it is worth saying of what has none.
    sourced: bool,
    statements: BTreeSet<StatementId>,
    sources: Vec<SourceId>,
    places: BTreeMap<SourceId, usize>,
}

impl<'d> Writer<'d> {
    fn new(reasoning: &'d Reasoning<'d>, document: &'d Document<'_>) -> Self {
        Self {
            ledger: document.report.ledger,
            reasoning,
            rows: document.table.rows.iter().map(|row| (row.proposition, row)).collect(),
            remarks: Remarks::new(reasoning, document),
            quoted: BTreeSet::new(),
            disowned: borne::disowned(reasoning),
            sourced: !document.sources.is_empty(),
            statements: BTreeSet::new(),
            sources: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// A text without the ids of statements, which stand in brackets behind who said it and when.
    fn plain(&self, text: &str) -> String {
        let mut parts = text.split(" (`");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once("`)") {
                Some((id, rest)) if self.ledger.statements.find(id).is_some() => out.push_str(rest),
                _ => {
                    out.push_str(" (`");
                    out.push_str(part);
                }
            }
        }
        out
    }

    /// The findings on one proposition.
    fn matter(&mut self, group: Group, findings: &[&Finding]) -> Matter {
        if findings.iter().all(|finding| self.told_above(finding)) {
            return self.again(findings);
        }
        let row = findings[0].about.and_then(|about| self.rows.get(&about).copied());
        let heading = Heading::of(self.ledger, findings, row);
        let strengths = row.map(|row| Strengths::new(self.reasoning, row, heading.denies));
        let (mut lines, mut known) = (Vec::new(), BTreeSet::new());
        for finding in findings {
            // What another finding told of a statement is not told again; one may set two words of one statement side by side.
            let above = known.clone();
            for side in &finding.sides {
                let mut statements = side.statements.clone();
                statements.retain(|id| !above.contains(&(side.root, *id)));
                known.extend(statements.iter().map(|id| (side.root, *id)));
                if statements.is_empty() && !side.statements.is_empty() {
                    continue;
                }
                // The side of an opposite says in full what it says.
                let own = finding.rule.tells != Tells::Opposites;
                let strengths =
                    strengths.as_ref().filter(|all| own || finding.about == Some(all.row.proposition));
                let parts = strengths.and_then(|all| all.parts(finding, side, &statements));
                for (says, statements) in parts.unwrap_or_else(|| vec![(side.says.clone(), statements)]) {
                    let said = |writer: &mut Self, id| writer.said(id, Some(side.root), side.own(id));
                    lines.push(self.line(Some(side.root), &says, &statements, said));
                }
            }
        }
        if let Some(strengths) = &strengths {
            self.entries(strengths, &mut known, &mut lines);
            // A conflict of values tells in a word which counts were revised.
            let counts = findings.iter().any(|finding| finding.rule.tells == Tells::Values);
            self.replaced(strengths, counts, &mut known, &mut lines);
        }
        let mut remarks = Vec::new();
        for finding in findings {
            remarks.extend(self.remarks.of(group, finding));
            let loose = finding.sides.is_empty().then_some(finding.statements.as_slice());
            let mut further: Vec<(String, &[StatementId])> =
                loose.map(|statements| (String::new(), statements)).into_iter().collect();
            for also in &finding.folding.also {
                let (says, sentences) = self.remarks.also(finding, also);
                remarks.extend(sentences);
                further.push((says, also.statements.as_slice()));
            }
            for (says, statements) in further {
                let new: Vec<StatementId> =
                    statements.iter().copied().filter(|id| !self.statements.contains(id)).collect();
                match (says.is_empty(), new.is_empty()) {
                    (_, false) => {
                        let said = |writer: &mut Self, id| writer.said(id, None, &[]);
                        lines.push(self.line(None, &says, &new, said));
                    }
                    (false, true) => remarks.push(format!("Also: {says}.")),
                    (true, true) => {}
                }
            }
        }
        self.told(&heading.question, lines, &remarks)
    }

    /// True when a finding is on whom each names for one deed, and all these words stand above.
    fn told_above(&self, finding: &Finding) -> bool {
        let told = |side: &Side| side.statements.iter().all(|id| self.statements.contains(id));
        finding.rule.tells == Tells::Rivals && finding.reconciled.is_none() && finding.sides.iter().all(told)
    }

    /// A matter of which all words stand above: who says what, without these.
    fn again(&mut self, findings: &[&Finding]) -> Matter {
        let name = |side: &Side| format!("{} {}", self.ledger.party(side.root).name, side.says);
        let told =
            findings.iter().map(|finding| finding.sides.iter().map(name).collect::<Vec<_>>().join("; "));
        let mut remarks: Vec<String> = told.map(|told| format!("{told}.")).collect();
        for finding in findings {
            remarks.extend(self.remarks.of(Group::Contradicted, finding));
        }
        self.told(&in_question(findings[0]), Vec::new(), &remarks)
    }

    /// A row of the table that no finding tells.
    fn row(&mut self, row: &Row, findings: &[&Finding]) -> Matter {
        let (mut lines, mut known) = (Vec::new(), BTreeSet::new());
        let strengths = Strengths::new(self.reasoning, row, false);
        self.entries(&strengths, &mut known, &mut lines);
        self.replaced(&strengths, false, &mut known, &mut lines);
        let remarks: BTreeSet<String> =
            findings.iter().filter_map(|finding| reconciled(self.ledger, finding)).collect();
        let remarks: Vec<String> = remarks.into_iter().collect();
        self.told(&Heading::of_row(self.ledger, row), lines, &remarks)
    }

    fn told(&self, question: &str, lines: Vec<Line>, remarks: &[String]) -> Matter {
        let remarks = remarks.iter().map(|remark| words::capital(&self.plain(remark))).collect();
        Matter { question: words::capital(&self.plain(question)), lines, remarks }
    }

    /// The positions of a row that are taken in so many words, without those that are known.
    fn entries(
        &mut self,
        strengths: &Strengths<'_>,
        known: &mut BTreeSet<(PartyId, StatementId)>,
        lines: &mut Vec<Line>,
    ) {
        for (cell, entry) in stated(strengths.row) {
            let statements: Vec<StatementId> =
                entry.statements.iter().copied().filter(|id| known.insert((cell.root, *id))).collect();
            if statements.is_empty() {
                continue;
            }
            let own = entry.long.as_ref().and_then(|long| long.quote.as_ref());
            let own: Vec<Box<str>> =
                own.map(|quote| quote.text(&self.ledger.texts).into()).into_iter().collect();
            let said = |writer: &mut Self, id| writer.said(id, Some(cell.root), &own);
            lines.push(self.line(Some(cell.root), &strengths.says(cell.root, entry), &statements, said));
        }
    }

    /// What a root said of a row before a later word of its own took its place, behind what it says now; without what says
    /// the same, and what is known; and without plain `counts`, where these are told elsewhere.
    fn replaced(
        &mut self,
        strengths: &Strengths<'_>,
        counts: bool,
        known: &mut BTreeSet<(PartyId, StatementId)>,
        lines: &mut Vec<Line>,
    ) {
        for (root, says, statement) in strengths.before(counts) {
            if !known.insert((root, statement)) {
                continue;
            }
            let line =
                self.line(Some(root), &says, &[statement], |writer, id| writer.said(id, Some(root), &[]));
            let behind = lines.iter().rposition(|line| line.root == Some(root));
            lines.insert(behind.map_or(lines.len(), |at| at + 1), line);
        }
    }

    /// A line; statements that would read alike, since no words of theirs are shown, are told once.
    fn line(
        &mut self,
        root: Option<PartyId>,
        says: &str,
        statements: &[StatementId],
        said: impl Fn(&mut Self, StatementId) -> Said,
    ) -> Line {
        let mut line = Line { root, says: self.plain(says), said: Vec::new(), more: 0 };
        self.statements.extend(statements);
        for id in statements {
            if line.said.len() == MOST_STATEMENTS {
                line.more += 1;
                continue;
            }
            let said = said(self, *id);
            if !line.said.iter().any(|known| known.reads_as(&said)) {
                line.said.push(said);
            }
        }
        line
    }

    /// A statement with its words, or with those of the position in question.
    fn said(&mut self, id: StatementId, root: Option<PartyId>, own: &[Box<str>]) -> Said {
        let statement = self.ledger.statement(id);
        let words = match quoted(self.ledger, statement, own, MOST_QUOTE) {
            None => Words::None,
            Some(words) if self.quoted.insert((id, words.clone())) => Words::Here(words),
            Some(_) => Words::Above,
        };
        self.statements.insert(id);
        let source = statement.source.map(|source| {
            *self.places.entry(source).or_insert_with(|| {
                self.sources.push(source);
                self.sources.len()
            })
        });
        let outlet = found(self.ledger, statement).map(str::to_owned);
        // A condition stands with the word of a party.
        let who = if root.is_some() { who_and_when } else { who }(self.ledger, id, root);
        let unread = (self.sourced && statement.source.is_none()).then(|| "no source given".to_owned());
        let disowned = root.filter(|root| self.disowned.contains(&(*root, id)));
        let disowned = disowned.map(|root| {
            let number = words::party_number(self.ledger, root);
            let denies = words::verb(number, "deny");
            format!("{} {denies} that these words are genuine", self.ledger.party(root).name)
        });
        let credit: Vec<String> = [who].into_iter().chain(outlet).chain(unread).chain(disowned).collect();
        Said { words, credit: credit.join(", "), source }
    }
}
