//! A mapping proposed for a sheet: what its columns may mean, as a sentence made of its first row, and as a file to be changed.

mod meaning;
mod written;

pub use meaning::Meaning;

use super::mapping::{EVENT, WHEN, WHO};
use super::values;
use crate::grid::{Column, Row};
use crate::ledger::ids::slug;
use crate::ledger::model::date::Date;
use crate::read::fields::meant::dates;
use written::{safe, short, text};

/// So many values of a column are shown.
const SHOWN: usize = 3;
/// So many rows are looked at.
pub const ROWS: usize = 200;

/// A mapping that is proposed.
pub struct Proposal<'c> {
    columns: &'c [Column],
    rows: Vec<Row>,
    /// What each column may mean.
    pub meanings: Vec<Meaning>,
    id: String,
    title: String,
    /// Whether the day comes first in dates of numbers; none where that is not asked, or not known.
    pub day_first: Option<bool>,
}

impl<'c> Proposal<'c> {
    /// A mapping for a sheet of that name with these columns, the first rows of which are at hand.
    #[must_use]
    pub fn new(name: &str, columns: &'c [Column], rows: Vec<Row>) -> Self {
        let meanings = meaning::proposed(columns, &rows);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let id = Some(slug(stem)).filter(|id| !id.is_empty()).unwrap_or_else(|| "sheet".to_owned());
        let mut proposal = Self { columns, rows, meanings, id, title: name.to_owned(), day_first: None };
        proposal.day_first = proposal.order();
        proposal
    }

    /// Gives a column another meaning; what meant that before is not used.
    pub fn mean(&mut self, column: usize, meaning: Meaning) {
        if !matches!(meaning, Meaning::Nothing | Meaning::Outlet | Meaning::Address) {
            for other in self.meanings.iter_mut().filter(|own| **own == meaning) {
                *other = Meaning::Nothing;
            }
        }
        self.meanings[column] = meaning;
        self.day_first = self.order();
    }

    /// Which comes first in the dates, as far as one of them can only be read in one way.
    fn order(&self) -> Option<bool> {
        let column = self.column(Meaning::Date)?;
        let part = |text: &str, at: usize| {
            let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
            if parts.len() == 3 && parts[2].len() == 4 { parts[at].parse::<u32>().ok() } else { None }
        };
        let over =
            |at: usize| self.rows.iter().any(|row| part(row.text(column), at).is_some_and(|it| it > 12));
        match (over(0), over(1)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// Whether a person must say which comes first in dates of numbers: an example.
    #[must_use]
    pub fn undecided(&self) -> Option<(&str, Vec<String>)> {
        let column = self.column(Meaning::Date).filter(|_| self.day_first.is_none())?;
        let mut texts = self.rows.iter().map(|row| row.text(column));
        texts.find_map(|text| {
            Some((text, dates(text))).filter(|(text, all)| Date::parse(text).is_err() && all.len() > 1)
        })
    }

    /// The columns, with what each may mean and values of each.
    #[must_use]
    pub fn listed(&self) -> String {
        let mut out = String::new();
        for (at, (name, meaning, values)) in self.columns().enumerate() {
            let values = if values.is_empty() { "(empty)".to_owned() } else { values.join(" | ") };
            let lost = if self.homeless(meaning) { "; not used: no column names the event" } else { "" };
            out.push_str(&format!("{:>3}  {name}: {}{lost}\n       {values}\n", at + 1, meaning.told()));
        }
        out
    }

    /// The columns: name, what each may mean, values of each.
    pub fn columns(&self) -> impl Iterator<Item = (&str, Meaning, Vec<String>)> {
        let columns = self.columns.iter().zip(&self.meanings).enumerate();
        columns.map(|(at, (column, meaning))| (column.name.as_str(), *meaning, self.values(at)))
    }

    fn values(&self, column: usize) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for text in self.rows.iter().map(|row| short(row.text(column))).filter(|text| !text.is_empty()) {
            if all.len() < SHOWN && !all.contains(&text) {
                all.push(text);
            }
        }
        all
    }

    /// Whether a column says something of an event, and no column names that.
    fn homeless(&self, meaning: Meaning) -> bool {
        meaning.of_event() && self.column(Meaning::Event).is_none()
    }

    /// What the first row would say, in sentences; empty where there is no row.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Some(row) = self.rows.first() else { return String::new() };
        let cell =
            |meaning| self.column(meaning).map(|at| short(row.text(at))).filter(|text| !text.is_empty());
        let or = |text: Option<String>, what: &str| text.unwrap_or_else(|| format!("({what})"));
        let mut out = format!("Row {} would be read like this:\n", row.number);
        if let Some(event) = cell(Meaning::Event) {
            // Where somebody speaks, the day is that of the words.
            let when = cell(Meaning::Date).filter(|_| self.column(Meaning::Speaker).is_none());
            let when = when.map_or_else(String::new, |date| format!(", on {date}"));
            let place = cell(Meaning::Place).map_or_else(String::new, |place| format!(", in {place}"));
            out.push_str(&format!("  “{event}” is an event{when}{place}.\n"));
        }
        if self.column(Meaning::Speaker).is_none() {
            out.push_str("  Nobody is quoted: no column says who speaks, so no row makes a statement.\n");
            return out;
        }
        let speaker = or(cell(Meaning::Speaker), "nobody is named in this row");
        let date = or(cell(Meaning::Date), "no date");
        let words = cell(Meaning::Words).map_or_else(|| ".".to_owned(), |words| format!(": “{words}”"));
        out.push_str(&format!("  {speaker} said on {date}{words}\n"));
        let event = cell(Meaning::Event);
        let mut says =
            |text: Option<String>| out.extend(text.map(|text| format!("  {speaker} says that {text}.\n")));
        if let Some(event) = event {
            says(cell(Meaning::Accused).map(|accused| format!("{accused} carried out “{event}”")));
            says(self.toll(row).map(|toll| format!("{toll} were killed in “{event}”")));
            says(cell(Meaning::Injured).map(|count| format!("{count} were injured in “{event}”")));
        }
        out
    }

    fn toll(&self, row: &Row) -> Option<String> {
        let number = |meaning| values::number(row.text(self.column(meaning)?)).ok();
        match (number(Meaning::KilledLow), number(Meaning::KilledHigh)) {
            (Some(low), Some(high)) => Some(format!("{low} to {high}")),
            (Some(low), None) => Some(format!("at least {low}")),
            (None, Some(high)) => Some(format!("at most {high}")),
            (None, None) => number(Meaning::Killed),
        }
    }

    /// The proposal as a mapping file, with what a person should know beside it.
    #[must_use]
    pub fn file(&self) -> String {
        let mut out = format!(
            "# What the columns of {} mean. Nothing of this is known: it is proposed by their headings.\n\
             # Change what is wrong; `{{Column}}` stands for the cell of a row. Without `--write` nothing is written.\n#\n",
            safe(&self.title)
        );
        for line in self.listed().lines().chain(self.sentence().lines()) {
            out.push_str(&format!("# {}\n", safe(line)));
        }
        out.push_str(&format!("sheet:\n  id: {}\n  title: {}\n", self.id, text(&self.title)));
        out.push_str("  # outlet: who compiled it, by name\n");
        if let Some(key) = self.column(Meaning::Key) {
            out.push_str(&format!("  key: {}\n", text(&self.columns[key].name)));
        }
        out.push_str("unknown: [unknown, n/a, \"-\", \"?\"]\n");
        match (self.day_first, self.undecided()) {
            (Some(true), _) => out.push_str("dates: day-first\n"),
            (Some(false), _) => out.push_str("dates: month-first\n"),
            (None, Some((example, all))) => out.push_str(&format!(
                "# dates: day-first    # or month-first: {} may be {}\n",
                safe(example),
                all.join(" or ")
            )),
            (None, None) => {}
        }
        if let Some(column) = self.column(Meaning::Date).filter(|column| self.years(*column)) {
            let name = text(&self.columns[column].name);
            out.push_str(&format!(
                "# years: [{name}]    # most of its days are 1 January: only the year may be known\n"
            ));
        }
        out.push_str("records:\n");
        out.push_str(&self.records());
        out
    }

    fn records(&self) -> String {
        let named = |meaning| self.column(meaning).map(|at| self.columns[at].name.clone());
        let cell = |name: &str| text(&format!("{{{name}}}"));
        let mut out = String::new();
        let (event, date) = (named(Meaning::Event), named(Meaning::Date));
        let speaker = named(Meaning::Speaker);
        if let Some(event) = &event {
            out.push_str(&format!("  - list: events\n    record:\n      name: {}\n", cell(event)));
            let own = date.as_ref().filter(|_| speaker.is_none());
            out.extend(own.map(|date| format!("      date: {}\n", cell(date))));
            out.extend(named(Meaning::Place).map(|place| format!("      place: {}\n", cell(&place))));
        }
        let mark = if speaker.is_some() { "" } else { "# " };
        if speaker.is_none() {
            out.push_str(
                "# No column says who speaks. Only if whoever compiled the sheet says this in its own name, take the marks away\n\
                 # and name it: outlets are then cited, since five that report one toll are not five who counted.\n",
            );
        }
        let by = speaker.map_or_else(|| WHO.to_owned(), |speaker| cell(&speaker));
        out.push_str(&format!("{mark}  - list: statements\n{mark}    record:\n{mark}      by: {by}\n"));
        let day = date.map_or_else(
            || format!("{WHEN}    # no column says when: the day of all of them"),
            |date| cell(&date),
        );
        out.push_str(&format!("{mark}      date: {day}\n"));
        out.extend(named(Meaning::Words).map(|words| format!("{mark}      quote: {}\n", cell(&words))));
        if !mark.is_empty() {
            let outlets: Vec<String> = self.all(Meaning::Outlet).map(cell).collect();
            if !outlets.is_empty() {
                out.push_str(&format!("{mark}      citing: {{all-of: [{}]}}\n", outlets.join(", ")));
            }
        }
        // What is said of an event that no column names says nothing until a person names it.
        let (mark, event) = match event {
            Some(event) => (mark, format!("{{{event}}}")),
            None => ("# ", EVENT.to_owned()),
        };
        let asserted = self.asserted(&event);
        if !asserted.is_empty() {
            if event == EVENT {
                out.push_str(
                    "# No column names the event, so these columns are not used. Where all rows are about one event, name it and take\n\
                     # the marks away:\n",
                );
            }
            out.push_str(&format!("{mark}      asserts:\n"));
            out.extend(asserted.iter().map(|it| format!("{mark}        - {}\n", text(it))));
        }
        out
    }

    /// The positions that its columns suggest, on an event as a mapping writes it.
    fn asserted(&self, event: &str) -> Vec<String> {
        let named = |meaning| self.column(meaning).map(|at| self.columns[at].name.clone());
        let toll = match (named(Meaning::KilledLow), named(Meaning::KilledHigh)) {
            (Some(low), Some(high)) => Some(format!("killed({event}) = {{{low}}}..{{{high}}}")),
            (Some(low), None) => Some(format!("killed({event}) >= {{{low}}}")),
            (None, Some(high)) => Some(format!("killed({event}) <= {{{high}}}")),
            (None, None) => named(Meaning::Killed).map(|count| format!("killed({event}) = {{{count}}}")),
        };
        let accused = named(Meaning::Accused).map(|accused| format!("carried-out({{{accused}}}, {event})"));
        let injured = named(Meaning::Injured).map(|count| format!("injured({event}) = {{{count}}}"));
        [accused, toll, injured].into_iter().flatten().collect()
    }

    /// Whether most days of a column are 1 January.
    fn years(&self, column: usize) -> bool {
        let texts: Vec<&str> =
            self.rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty()).collect();
        let first = |text: &&&str| {
            let all = if Date::parse(text).is_ok() { vec![(**text).to_owned()] } else { dates(text) };
            all.first().is_some_and(|date| date.get(4..).is_some_and(|rest| rest.starts_with("-01-01")))
        };
        texts.len() > 3 && texts.iter().filter(first).count() * 4 > texts.len()
    }

    fn column(&self, meaning: Meaning) -> Option<usize> {
        self.meanings.iter().position(|own| *own == meaning)
    }

    fn all(&self, meaning: Meaning) -> impl Iterator<Item = &str> {
        let with = self.columns.iter().zip(&self.meanings).filter(move |(_, own)| **own == meaning);
        with.map(|(column, _)| column.name.as_str())
    }
}
