//! Holds what the command says of a draft against what is known of it, and counts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::draft::Known;

/// The verdicts in their order; what comes after them are ways to miss.
pub const VERDICTS: [&str; 16] = [
    "unbalanced",
    "not-speech",
    "secondhand",
    "misattributed",
    "ambiguous",
    "speaker-unresolved",
    "spliced",
    "altered",
    "longer",
    "cleaned",
    "bracketed",
    "elided",
    "partial",
    "typographic",
    "verbatim",
    "unknown",
];

/// How a quotation over two paragraphs is made.
pub const CONTINUED: &str = "continued in a new paragraph";

/// Remarks that the drafts are made for.
const REMARKS: [&str; 3] = ["translation", "cue-conflict", "superseded"];

/// What the command said of one quotation.
#[derive(Clone, Debug)]
pub struct Said {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub verdict: String,
    pub remarks: Vec<String>,
    pub statements: Vec<String>,
    pub speaker: Option<String>,
    pub difference: Value,
}

/// The `quotes` of the JSON.
pub fn said(json: &Value) -> Vec<Said> {
    let texts = |value: &Value| -> Vec<String> {
        let all = value.as_array().cloned().unwrap_or_default();
        all.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
    let quotes = json["quotes"].as_array().cloned().unwrap_or_default();
    quotes
        .iter()
        .map(|quote| Said {
            start: number(&quote["start"]),
            end: number(&quote["end"]),
            text: quote["text"].as_str().unwrap_or_default().to_owned(),
            verdict: quote["verdict"].as_str().unwrap_or_default().to_owned(),
            remarks: texts(&quote["remarks"]),
            statements: texts(&quote["statements"]),
            speaker: quote["speaker"].as_str().map(str::to_owned),
            difference: quote["difference"].clone(),
        })
        .collect()
}

/// What the command said of a sentence that attributes without marks.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub verdict: String,
}

/// Those `attributions` of the JSON with which something is wrong.
pub fn claimed(json: &Value) -> Vec<Claimed> {
    let all = json["attributions"].as_array().cloned().unwrap_or_default();
    let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    all.iter()
        .map(|one| Claimed {
            start: number(&one["start"]),
            end: number(&one["end"]),
            text: text(&one["text"]),
            verdict: text(&one["verdict"]),
        })
        .filter(|one| matches!(one.verdict.as_str(), "stance-conflict" | "overreach"))
        .collect()
}

/// Counts over any number of drafts.
#[derive(Default)]
pub struct Score {
    /// What was planted, what was said: how often.
    pub matrix: BTreeMap<(String, String), usize>,
    /// How it was planted: how often, how often rightly named.
    pub ways: BTreeMap<(String, String), (usize, usize)>,
    pub planted: usize,
    pub right: usize,
    /// Quotations that nobody planted.
    pub extra: usize,
    /// Of those with the right verdict: how many must name a speaker, how many name the right one; and so on.
    pub speakers: (usize, usize),
    pub statements: (usize, usize),
    pub remarks: (usize, usize),
    /// Of alterations: whether the difference says that it touches a number, a name, a negation, a modal, or none.
    pub touches: (usize, usize),
    /// Verbatim quotations that were called anything but verbatim or typographic; and those of them that go on in a new
    /// paragraph, where the marks of each paragraph must be told from apostrophes by themselves.
    pub false_alarms: usize,
    pub false_alarms_continued: usize,
    /// Attributions without marks: planted, what was said, how often; and those that nobody planted.
    pub claims: BTreeMap<(String, String), usize>,
    pub claims_extra: usize,
    /// What went wrong, in words.
    pub wrong: Vec<String>,
}

impl Score {
    /// Counts one draft.
    pub fn add(&mut self, name: &str, text: &str, known: &[Known], said: &[Said]) {
        let letters: Vec<char> = text.chars().collect();
        let mut used = BTreeSet::new();
        for one in known {
            self.planted += 1;
            let found = find(one, said);
            used.extend(found);
            let (got, verdict) = match found.map(|at| &said[at]) {
                None => (None, "missed".to_owned()),
                Some(found)
                    if one.verdict != "unbalanced" && (found.start, found.end) != (one.start, one.end) =>
                {
                    (Some(found), "other extent".to_owned())
                }
                Some(found) => (Some(found), found.verdict.clone()),
            };
            *self.matrix.entry((one.verdict.to_owned(), verdict.clone())).or_default() += 1;
            let way = self.ways.entry((one.verdict.to_owned(), one.how.to_owned())).or_default();
            way.0 += 1;
            let right = verdict == one.verdict;
            if matches!(one.verdict, "verbatim" | "typographic")
                && !matches!(verdict.as_str(), "verbatim" | "typographic")
            {
                if one.how == CONTINUED {
                    self.false_alarms_continued += 1;
                } else {
                    self.false_alarms += 1;
                }
            }
            let mut faults = Vec::new();
            if right {
                way.1 += 1;
                self.right += 1;
                if let Some(got) = got {
                    self.beside(one, got, &mut faults);
                }
            } else {
                faults.push(format!("is called {verdict}"));
            }
            if !faults.is_empty() {
                self.wrong.push(report(name, &letters, one, got, &faults));
            }
        }
        for (at, one) in said.iter().enumerate() {
            let lost = known
                .iter()
                .any(|known| known.verdict == "unbalanced" && same_paragraph(&letters, known, one));
            if !used.contains(&at) && !lost {
                self.extra += 1;
                self.wrong.push(format!(
                    "{name}: nobody planted [{}..{}] “{}”: {}",
                    one.start, one.end, one.text, one.verdict
                ));
            }
        }
    }

    /// Counts the attributions without marks of one draft.
    pub fn add_claims(&mut self, name: &str, text: &str, known: &[Known], said: &[Claimed]) {
        let letters: Vec<char> = text.chars().collect();
        let inside = |one: &Known, said: &Claimed| said.start < one.end && one.start < said.end;
        for one in known {
            let got = said.iter().find(|said| inside(one, said)).map_or("", |said| said.verdict.as_str());
            let word = |verdict: &str| if verdict.is_empty() { "nothing" } else { verdict }.to_owned();
            *self.claims.entry((format!("{} ({})", word(one.verdict), one.how), word(got))).or_default() += 1;
            if got != one.verdict {
                self.wrong.push(report(name, &letters, one, None, &[format!("is called {}", word(got))]));
            }
        }
        for one in said.iter().filter(|said| !known.iter().any(|known| inside(known, said))) {
            self.claims_extra += 1;
            self.wrong.push(format!("{name}: nobody planted the {} of “{}”", one.verdict, one.text));
        }
    }

    /// Of the attributions without marks: how many there were, how many were judged right.
    pub fn claims_right(&self) -> (usize, usize) {
        let right = self.claims.iter().filter(|((planted, said), _)| planted.starts_with(said.as_str()));
        (self.claims.values().sum(), right.map(|(_, count)| count).sum())
    }

    /// What stands beside the verdict.
    fn beside(&mut self, one: &Known, got: &Said, faults: &mut Vec<String>) {
        if !one.speakers.is_empty() {
            self.speakers.0 += 1;
            if got.speaker.as_ref().is_some_and(|speaker| one.speakers.contains(speaker)) {
                self.speakers.1 += 1;
            } else {
                faults.push(format!("speaker {:?}, not {:?}", got.speaker, one.speakers));
            }
        }
        if !one.statements.is_empty() {
            self.statements.0 += 1;
            let mut named = one.statements.iter().map(|statement| got.statements.contains(statement));
            if if one.all { named.all(|is| is) } else { named.any(|is| is) } {
                self.statements.1 += 1;
            } else {
                faults.push(format!("statements {:?}, not {:?}", got.statements, one.statements));
            }
        }
        if one.verdict == "altered" {
            self.touches.0 += 1;
            let told = touches(&got.difference);
            if told == one.touches.into_iter().map(str::to_owned).collect() {
                self.touches.1 += 1;
            } else {
                faults.push(format!("touches {told:?}, not {:?}", one.touches));
            }
        }
        self.remarks.0 += 1;
        let mut wanted = one.remarks.clone();
        wanted.sort_unstable();
        let mut told: Vec<&str> =
            got.remarks.iter().map(String::as_str).filter(|it| REMARKS.contains(it)).collect();
        told.sort_unstable();
        if told == wanted {
            self.remarks.1 += 1;
        } else {
            faults.push(format!("remarks {told:?}, not {wanted:?}"));
        }
    }

    /// The share of quotations with the right verdict and the right extent, in hundredths of a percent.
    pub fn share(&self) -> usize {
        self.right * 10_000 / self.planted.max(1)
    }

    /// The confusion matrix as a Markdown table: planted down, said across, only what occurs.
    pub fn matrix(&self) -> String {
        let across: Vec<&str> = VERDICTS
            .iter()
            .chain(&["other extent", "missed"])
            .copied()
            .filter(|verdict| self.matrix.keys().any(|(_, said)| said == verdict))
            .collect();
        let mut text =
            format!("| planted | {} |\n|---|{}\n", across.join(" | "), "---:|".repeat(across.len()));
        for planted in VERDICTS {
            if !self.matrix.keys().any(|(of, _)| of == planted) {
                continue;
            }
            let cells: Vec<String> = across
                .iter()
                .map(|said| {
                    self.matrix
                        .get(&(planted.to_owned(), (*said).to_owned()))
                        .map_or(String::new(), usize::to_string)
                })
                .collect();
            text += &format!("| {planted} | {} |\n", cells.join(" | "));
        }
        text
    }

    /// Each way of planting that was not always seen for what it is.
    pub fn weak(&self) -> String {
        let rows = self.ways.iter().filter(|(_, (all, right))| right < all);
        let quotes =
            rows.map(|((verdict, how), (all, right))| format!("{verdict} ({how}): {right} of {all}\n"));
        let claims = self.claims.iter().filter(|((planted, said), _)| !planted.starts_with(said.as_str()));
        quotes
            .chain(claims.map(|((planted, said), count)| format!("{planted}: {count} called {said}\n")))
            .collect()
    }

    /// All figures in a few lines.
    pub fn summary(&self) -> String {
        let share = self.share();
        let (claims, claims_right) = self.claims_right();
        format!(
            "{} of {} verdicts exactly right ({}.{:02} %), {} quotations that nobody planted\n{} false alarms on verbatim quotations, {} more on those that go on in a new paragraph\nof those rightly judged: speakers {} of {}, statements {} of {}, remarks {} of {}, what is touched {} of {}\nattributions without marks: {claims_right} of {claims} right, {} that nobody planted\n",
            self.right,
            self.planted,
            share / 100,
            share % 100,
            self.extra,
            self.false_alarms,
            self.false_alarms_continued,
            self.speakers.1,
            self.speakers.0,
            self.statements.1,
            self.statements.0,
            self.remarks.1,
            self.remarks.0,
            self.touches.1,
            self.touches.0,
            self.claims_extra,
        )
    }
}

/// What a difference says that it touches.
fn touches(difference: &Value) -> BTreeSet<String> {
    let hunks = difference.as_array().cloned().unwrap_or_default();
    let all = hunks.iter().filter_map(|hunk| hunk["touches"].as_array().cloned()).flatten();
    all.filter_map(|touch| touch.as_str().map(str::to_owned)).collect()
}

/// The quotation at this place; else the one that overlaps it most.
fn find(one: &Known, said: &[Said]) -> Option<usize> {
    if one.verdict == "unbalanced" {
        let near = |at: usize| at.abs_diff(one.start) <= 2;
        let is = |said: &Said| said.verdict == "unbalanced" && (near(said.start) || near(said.end));
        return said
            .iter()
            .position(is)
            .or_else(|| said.iter().position(|said| near(said.start) || near(said.end)));
    }
    if let Some(exact) = said.iter().position(|said| (said.start, said.end) == (one.start, one.end)) {
        return Some(exact);
    }
    let overlap = |said: &Said| said.end.min(one.end).saturating_sub(said.start.max(one.start));
    let (at, most) =
        said.iter().enumerate().map(|(at, said)| (at, overlap(said))).max_by_key(|(_, most)| *most)?;
    (most * 2 > one.end - one.start).then_some(at)
}

/// Whether a quotation stands in the paragraph of a lonely mark.
fn same_paragraph(letters: &[char], known: &Known, said: &Said) -> bool {
    let (from, to) = (known.start.min(said.start), known.start.max(said.start).min(letters.len()));
    !letters[from.min(to)..to].windows(2).any(|two| two == ['\n', '\n'])
}

fn report(name: &str, letters: &[char], one: &Known, got: Option<&Said>, faults: &[String]) -> String {
    let from = (0..one.start).rev().find(|at| letters[*at] == '\n').map_or(0, |at| at + 1);
    let to = (one.end..letters.len()).find(|at| letters[*at] == '\n').unwrap_or(letters.len());
    let paragraph: String = letters[from..to].iter().collect();
    let found = got.map_or(String::new(), |got| {
        format!(
            "\n    {} [{}..{}] by {:?} {:?} {}",
            got.verdict, got.start, got.end, got.speaker, got.statements, got.difference
        )
    });
    format!(
        "{name}: {} ({}) [{}..{}] of {:?}: {}\n    {paragraph}{found}",
        one.verdict,
        one.how,
        one.start,
        one.end,
        one.statements,
        faults.join("; ")
    )
}
