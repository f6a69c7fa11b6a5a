//! Decides what a store and its draft hold: which faults are planted, in which sentences, in which styles. What is
//! known of a quotation is written down here, from how it was made.

use super::draft::{After, Draft, Known, Marks};
use super::forms::{FILLERS, Fits, Reference, form, refer};
use super::seeded::Seeded;
use super::store::{self, Statement, Store};
use super::words::{self, Style, Word, speech};

/// A store and a draft, and what is known of it.
pub struct Case {
    pub store: Store,
    pub text: String,
    pub known: Vec<Known>,
    pub claims: Vec<Known>,
    pub marks: Marks,
}

/// What is planted, and how often of a thousand.
const PLANS: &[(usize, &str)] = &[
    (150, "whole"),
    (70, "partial"),
    (60, "fragment"),
    (30, "longer"),
    (40, "split"),
    (80, "elided"),
    (70, "bracketed"),
    (60, "cleaned"),
    (150, "altered"),
    (60, "spliced"),
    (70, "misattributed"),
    (40, "ambiguous"),
    (40, "one of two"),
    (45, "unresolved"),
    (30, "secondhand"),
    (60, "not speech"),
    (25, "unbalanced"),
    (60, "unknown"),
    (25, "continued"),
    (30, "two sentences"),
    (30, "superseded"),
    (30, "cue"),
    (30, "date"),
    (25, "institution"),
    (60, "short"),
    (30, "follow-up"),
    (90, "claim"),
];

/// A case for a seed: so many plans, with prose between.
pub fn case(seed: u64, plans: usize) -> Case {
    let mut chance = Seeded::new(seed);
    let marks = Marks::any(&mut chance);
    let store = Store { parties: store::parties(&mut chance), statements: Vec::new(), events: 0 };
    let mut plan = Plan { chance, store, draft: Draft::new(marks), heard: Vec::new() };
    for _ in 0..8 {
        let by = plan.anyone();
        let words = plan.fresh();
        plan.say(by, &words);
    }
    plan.filler();
    for _ in 0..plans {
        let what = *plan.chance.weighted(PLANS);
        plan.plant(what);
        if plan.chance.percent(35) {
            plan.filler();
        }
    }
    plan.draft.raw("\n");
    let Plan { mut chance, store, draft, .. } = plan;
    let text = if chance.percent(20) { wrapped(&draft.text) } else { draft.text };
    Case { store, text, known: draft.known, claims: draft.claims, marks }
}

/// A case under way.
pub struct Plan {
    pub chance: Seeded,
    pub store: Store,
    pub draft: Draft,
    /// The words of every statement, as a list of plain words, so that nothing is said twice by chance.
    pub heard: Vec<Vec<String>>,
}

impl Plan {
    pub fn anyone(&mut self) -> usize {
        *self.chance.pick(&store::SPEAKERS)
    }

    pub fn someone_else(&mut self, than: &[usize]) -> usize {
        loop {
            let by = self.anyone();
            if !than.contains(&by) {
                return by;
            }
        }
    }

    /// Words that are like nothing that was said before.
    pub fn fresh(&mut self) -> Vec<Word> {
        self.fresh_with(9, speech)
    }

    pub fn fresh_with(&mut self, least: usize, make: impl Fn(&mut Seeded) -> Vec<Word>) -> Vec<Word> {
        loop {
            let said = make(&mut self.chance);
            let plain = bare(&said);
            if plain.len() >= least && self.heard.iter().all(|other| !alike(&plain, other)) {
                return said;
            }
        }
    }

    /// Puts a statement on file, in any style; half of them in that of the draft.
    pub fn say(&mut self, by: usize, said: &[Word]) -> usize {
        let style =
            if self.chance.percent(50) { self.draft.marks.style } else { Style::any(&mut self.chance) };
        let source = if self.chance.percent(8) { store::TRANSLATED } else { store::PLAIN };
        let day = store::FIRST_DAY + self.chance.below(20) as u32;
        self.heard.push(bare(said));
        let id = format!("s{}", self.store.statements.len() + 1);
        let quote = vec![words::text(said, style)];
        self.store.statements.push(Statement { id, by, day, source, quote, ..Statement::default() });
        self.store.statements.len() - 1
    }

    pub fn filler(&mut self) {
        self.draft.paragraph();
        for at in 0..=self.chance.below(2) {
            let filler = *self.chance.pick(&FILLERS);
            self.draft.prose(if at == 0 { "" } else { " " });
            self.draft.prose(filler);
        }
    }

    pub fn reference(&mut self, by: usize) -> Reference {
        let whole = self.store.parties[by].part_of.map(|at| &self.store.parties[at]);
        refer(&mut self.chance, &self.store.parties[by], whole)
    }

    /// What is known of a quotation from one statement.
    pub fn known(
        &self,
        verdict: &'static str,
        how: &'static str,
        from: &[usize],
        by: Option<usize>,
    ) -> Known {
        let said = from.first().map(|at| &self.store.statements[*at]);
        let translated = verdict != "unknown" && said.is_some_and(|said| said.source == store::TRANSLATED);
        Known {
            start: 0,
            end: 0,
            verdict,
            how,
            speakers: by.map(|by| self.store.parties[by].id.clone()).into_iter().collect(),
            statements: from.iter().map(|at| self.store.statements[*at].id.clone()).collect(),
            all: false,
            remarks: if translated { vec!["translation"] } else { Vec::new() },
            touches: None,
            cut: None,
        }
    }

    /// `verbatim` or `typographic`: whether what is on file is character for character what the draft has, but for
    /// the mark at its end.
    pub fn same_words(&self, statement: usize, said: &[Word]) -> &'static str {
        let end = |text: &str| text.trim_end_matches(['.', ',']).to_owned();
        let stored = end(&self.store.statements[statement].quote[0]);
        if stored == end(&self.draft.core(said)) { "verbatim" } else { "typographic" }
    }

    fn plant(&mut self, what: &'static str) {
        match what {
            "whole" | "elided" | "bracketed" | "altered" | "cleaned" => self.one(what),
            "partial" | "fragment" => self.partial(what),
            "longer" => self.longer(),
            "short" => self.short(),
            "split" => self.split(),
            "spliced" => self.spliced(),
            "misattributed" => self.misattributed(),
            "ambiguous" | "one of two" => self.said_by_two(what),
            "unresolved" => self.unresolved(),
            "secondhand" => self.secondhand(),
            "not speech" => self.not_speech(),
            "unbalanced" => self.unbalanced(),
            "unknown" => self.unknown(),
            "continued" => self.continued(),
            "two sentences" => self.two_sentences(),
            "follow-up" => self.follow_up(),
            "superseded" => self.superseded(),
            "cue" => self.cue(),
            "date" => self.date(),
            "institution" => self.institution(),
            "claim" => self.claim(),
            _ => unreachable!("{what}"),
        }
    }

    pub fn put(&mut self, known: Known, said: &[Word], after: After) {
        let core = self.draft.core(said);
        let (start, end) = self.draft.quote(&core, after);
        self.draft.known.push(Known { start, end, ..known });
    }

    /// A paragraph of its own, or a sentence after another.
    pub fn write(&mut self, known: Known, said: &[Word], fits: Fits, by: usize) {
        let reference = self.reference(by);
        self.tagged(known, said, fits, &reference);
    }

    pub fn tagged(&mut self, known: Known, said: &[Word], fits: Fits, reference: &Reference) {
        let others = [store::NORLAND, store::SUDRIA, store::FRONT, store::WORLD_BODY];
        let others = others.map(|at| &self.store.parties[at]);
        let (before, after, behind) = form(&mut self.chance, fits, reference, &others);
        self.draft.paragraph();
        self.draft.prose(&before);
        self.put(known, said, after);
        self.draft.prose(&behind);
    }
}

/// The text in lines of at most 72 characters, as in a mail. Where lines end is no difference between wordings.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let mut row = String::new();
        for word in line.split(' ') {
            if !row.is_empty() && row.chars().count() + 1 + word.chars().count() > 72 {
                lines.push(std::mem::take(&mut row));
            } else if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
        lines.push(row);
    }
    lines.join("\n")
}

/// The words alone: small letters, no marks.
pub fn bare(words: &[Word]) -> Vec<String> {
    words
        .iter()
        .flat_map(|word| word.text.split([' ', '-']))
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether half of the words of one stand in the other in the same order, or the other way round.
pub fn alike(one: &[String], other: &[String]) -> bool {
    let common = in_common(one, other);
    common * 2 > one.len().min(other.len())
}

/// How many words stand in both, in the same order.
pub fn in_common(one: &[String], other: &[String]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for word in one {
        let mut before = 0;
        for (at, there) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == there { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    row[other.len()]
}

/// Whether the words of a piece stand together in all.
pub fn holds(all: &[String], piece: &[String]) -> bool {
    all.windows(piece.len()).any(|window| window == piece)
}
