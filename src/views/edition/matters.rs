//! The matters of the edition: findings on one proposition together, then the rows of the table that no finding tells.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::settled::reconciled;
use super::sides::{Heading, Strengths, stated};
use super::{Group, Line, Matter, Said, Words};
use crate::layout::credit::{found, quoted, who};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::views::document::{Document, Kind, kind_of};
use crate::views::replies::formats::asked;
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

/// The group of a finding; none where it is about the record, or told with another. That an editor has accepted it takes
/// it off the editor's list, not from what readers are told.
pub(super) fn group(finding: &Finding) -> Option<Group> {
    match kind_of(finding).filter(|_| finding.folding.into.is_none())? {
        _ if finding.reconciled.is_some() => Some(Group::Also),
        _ if finding.rule.tells == Tells::Accusation => Some(Group::Unanswered),
        Kind::Contradictions => Some(Group::Contradicted),
        Kind::Unverified => Some(Group::Unverified),
        Kind::Agreements => Some(Group::Agreed),
        Kind::Notes => Some(Group::Also),
    }
}

/// The findings of each group, those on one proposition together, in the group of the first.
fn drafts<'d>(document: &'d Document<'_>) -> Vec<Vec<Vec<&'d Finding>>> {
    let mut places: FxHashMap<Proposition, (usize, usize)> = FxHashMap::default();
    let mut all: Vec<Vec<Vec<&Finding>>> = Group::ALL.map(|_| Vec::new()).into();
    for (at, wanted) in Group::ALL.into_iter().enumerate() {
        for finding in document.report.findings.iter().filter(|finding| group(finding) == Some(wanted)) {
            if let Some((group, matter)) = finding.about.and_then(|about| places.get(&about)) {
                all[*group][*matter].push(finding);
            } else {
                places.extend(finding.about.map(|about| (about, (at, all[at].len()))));
                all[at].push(vec![finding]);
            }
        }
    }
    all
}

/// Writes matters one after another, and knows which words and sources stand above.
struct Writer<'d> {
    ledger: &'d Ledger,
    reasoning: &'d Reasoning<'d>,
    rows: FxHashMap<Proposition, &'d Row>,
    /// What was done to have an answer to an accusation, where anything was.
    asked: FxHashMap<Proposition, String>,
    /// The words and the reasons that stand above.
    quoted: BTreeSet<(StatementId, String)>,
    reasons: BTreeSet<String>,
    statements: BTreeSet<StatementId>,
    sources: Vec<SourceId>,
    places: BTreeMap<SourceId, usize>,
}

impl<'d> Writer<'d> {
    fn new(reasoning: &'d Reasoning<'d>, document: &'d Document<'_>) -> Self {
        let accusations = document.replies.accused.iter().flat_map(|accused| &accused.accusations);
        let requested = accusations.filter(|accusation| !accusation.requests.all().is_empty());
        Self {
            ledger: document.report.ledger,
            reasoning,
            rows: document.table.rows.iter().map(|row| (row.proposition, row)).collect(),
            asked: requested.map(|accusation| (accusation.proposition, asked(accusation))).collect(),
            quoted: BTreeSet::new(),
            reasons: BTreeSet::new(),
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
        let row = findings[0].about.and_then(|about| self.rows.get(&about).copied());
        let heading = Heading::of(self.ledger, findings, row);
        let strengths = row.map(|row| Strengths::new(self.reasoning, row, heading.denies));
        let mut lines: Vec<Line> = Vec::new();
        let mut known: BTreeSet<(PartyId, StatementId)> = BTreeSet::new();
        for (finding, side) in findings.iter().flat_map(|one| one.sides.iter().map(move |side| (one, side))) {
            let statements: Vec<StatementId> =
                side.statements.iter().copied().filter(|id| known.insert((side.root, *id))).collect();
            if statements.is_empty() && !side.statements.is_empty() {
                continue;
            }
            let whole = || vec![(side.says.clone(), statements.clone())];
            let parts = strengths.as_ref().and_then(|all| all.parts(finding, side, &statements));
            for (says, statements) in parts.unwrap_or_else(whole) {
                let said = |writer: &mut Self, id| writer.said(id, Some(side.root), side.own(id));
                lines.push(self.line(Some(side.root), &says, &statements, said));
            }
        }
        if let Some(strengths) = &strengths {
            self.entries(strengths, &mut known, &mut lines);
        }
        let mut remarks = Vec::new();
        for finding in findings {
            remarks.extend(self.remark(group, finding));
            if finding.rule.tells == Tells::Accusation {
                remarks.extend(finding.about.and_then(|about| self.asked.get(&about).cloned()));
            }
            let loose = finding.sides.is_empty().then_some(finding.statements.as_slice());
            for (says, statements) in loose.map(|statements| (String::new(), statements)).into_iter().chain(
                finding.folding.also.iter().map(|also| (also.text.clone(), also.statements.as_slice())),
            ) {
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

    /// A row of the table that no finding tells.
    fn row(&mut self, row: &Row, findings: &[&Finding]) -> Matter {
        let mut lines = Vec::new();
        let strengths = Strengths::new(self.reasoning, row, false);
        self.entries(&strengths, &mut BTreeSet::new(), &mut lines);
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
        let credit: Vec<String> = [who(self.ledger, id, root)].into_iter().chain(outlet).collect();
        Said { words, credit: credit.join(", "), source }
    }

    /// The sentences on a finding that its lines do not say; none where they say it all, or it was said above.
    fn remark(&mut self, group: Group, finding: &Finding) -> Option<String> {
        let have = |parties: &[PartyId]| {
            let have = words::verb(words::parties_number(self.ledger, parties), "have");
            format!("{} {have}", words::capital(&words::parties(self.ledger, parties)))
        };
        if let Some(reconciled) = reconciled(self.ledger, finding) {
            return Some(reconciled);
        }
        let told = match finding.rule.tells {
            Tells::Reading => {
                let read = finding.sides.iter().filter(|side| side.read).map(|side| side.root);
                let read: Vec<PartyId> = read.collect();
                if read.is_empty() { String::new() } else { format!("{} not said so.", have(&read)) }
            }
            Tells::Accusation => format!("{} not answered that on record.", have(&finding.parties)),
            Tells::Link => {
                let heading = if group == Group::Unverified { "" } else { "Not verified. " };
                let why = finding.level != Level::Note && self.reasons.insert(finding.message.clone());
                format!("{heading}{}", if why { &finding.message } else { "" })
            }
            // Told with a matter of another group, an agreement says who agrees.
            _ if finding.family == Family::Agreement && group != Group::Agreed => finding.message.clone(),
            _ => finding.beyond.as_ref().unwrap_or(&finding.message).clone(),
        };
        Some(told.trim().to_owned()).filter(|told| !told.is_empty())
    }
}
