//! Small ledgers in which much clashes: a few roots with their organs and voices, a few events, a dozen statements.
//! Parties are kept by number, so that two of them can be exchanged without touching a name.

use super::open;
use super::seeded::Seeded;

/// An argument of a proposition.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    Party(usize),
    Myself,
    Unknown,
    Id(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Proposition {
    pub name: &'static str,
    pub arguments: Vec<Argument>,
    pub value: Option<String>,
    /// What a figure covers, and the day for which it holds.
    pub scope: Option<&'static str>,
    pub as_of: Option<i32>,
}

#[derive(Clone, Debug)]
pub struct Party {
    pub name: &'static str,
    pub kind: &'static str,
    /// Whole, first day, last day.
    pub part_of: Vec<(usize, Option<i32>, Option<i32>)>,
}

#[derive(Clone, Debug)]
pub struct Event {
    pub id: &'static str,
    pub participants: Vec<usize>,
    pub stakes: Vec<usize>,
    pub part_of: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Source {
    pub id: String,
    pub outlet: Option<usize>,
    pub published: i32,
    pub retrieved: Option<i32>,
    pub corrected: Option<i32>,
    pub withdrawn: Option<i32>,
}

/// Days are days of January 2031.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is one key of the record
pub struct Statement {
    pub id: String,
    pub by: Vec<usize>,
    /// For which of several parties a person speaks.
    pub capacity: Option<usize>,
    pub first: i32,
    pub last: i32,
    pub hour: Option<u32>,
    /// The record itself doubts the day.
    pub doubt: bool,
    pub source: Option<usize>,
    pub evidence: Vec<usize>,
    pub anonymous: bool,
    pub conditional: bool,
    pub via: Vec<usize>,
    /// Whether the last who carried the words is not named.
    pub unnamed_carrier: bool,
    pub citing_parties: Vec<usize>,
    pub citing: Vec<usize>,
    pub answers: Vec<usize>,
    pub retracts: Vec<usize>,
    pub same_as: Vec<usize>,
    pub positions: Vec<(&'static str, Proposition)>,
}

#[derive(Clone, Debug)]
pub struct Ledger {
    /// Ids of the parties: exchange two of these, and the parties are exchanged everywhere.
    pub ids: Vec<String>,
    pub parties: Vec<Party>,
    pub events: Vec<Event>,
    pub sources: Vec<Source>,
    pub statements: Vec<Statement>,
}

const EVENTS: [&str; 4] = ["harbour-strike", "airfield-strike", "bridge-blast", "dam-blast"];
const PLACES: &str = "places:\n  - id: jordania\n  - id: syrland\n  - {id: camp, within: jordania}\n  - {id: tower, within: camp}\n  - {id: border, within: [jordania, syrland]}\n  - id: yemenia\n";
const PREDICATES: &str = "predicates:
  - {id: turnout, arguments: [event], value: number, unit: percent, asks: how-many, reads: '{value} of the town came to {1}', reads-not: 'not {value} of the town came to {1}'}
  - {id: shelled, arguments: [event, party], role: deed, accuses: 2, rival: 2, link: true, happening: true, asks: who, reads: '{2} shelled {1}', reads-not: '{2} did not shell {1}'}
";
/// Whoever is not known: the last of the parties, who has no record.
pub const NOBODY: usize = 14;
/// A person who belongs to two parties at once, and says for which of them she speaks.
const TWO_HATS: usize = 13;
const PLACE_IDS: [&str; 6] = ["jordania", "syrland", "camp", "tower", "border", "yemenia"];
const TOPICS: &str = "topics:\n  - id: wider-war\n  - id: drone\n  - id: missile\n  - id: rocket\n  - {id: marsh-rocket, within: rocket}\n";

impl Ledger {
    /// The ledger of a seed.
    pub fn new(seed: u64) -> Self {
        let chance = &mut Seeded::new(seed);
        let (ids, parties) = parties(chance);
        let mut events: Vec<Event> = EVENTS[..2 + chance.below(3)]
            .iter()
            .map(|id| Event {
                id,
                participants: if chance.percent(40) { vec![*chance.pick(&[0, 3, 6])] } else { Vec::new() },
                stakes: if chance.percent(10) { vec![*chance.pick(&[7, 11, 12])] } else { Vec::new() },
                part_of: None,
            })
            .collect();
        if chance.percent(35) {
            let (part, whole) = *chance.pick(&[(0, 1), (1, 0)]);
            events[part].part_of = Some(EVENTS[whole]);
        }
        let mut ledger = Self { ids, parties, events, sources: Vec::new(), statements: Vec::new() };
        // Fewer speakers make more turns and splits.
        let mut speakers: Vec<usize> = (0..NOBODY).filter(|at| ledger.parties[*at].kind != "class").collect();
        chance.shuffle(&mut speakers);
        speakers.truncate(3 + chance.below(5));
        if chance.percent(15) {
            speakers.push(NOBODY);
        }
        for _ in 0..=chance.below(3) {
            let source = ledger.source(chance);
            ledger.sources.push(source);
        }
        // A theme of few propositions is where statements meet.
        let theme: Vec<Proposition> = (0..2 + chance.below(4)).map(|_| ledger.proposition(chance)).collect();
        for _ in 0..3 + chance.below(8) {
            let statement = ledger.statement(chance, &speakers, &theme);
            ledger.statements.push(statement);
        }
        ledger
    }

    fn source(&self, chance: &mut Seeded) -> Source {
        let published = 1 + chance.below(4) as i32;
        let some_day = |chance: &mut Seeded, percent| {
            chance.percent(percent).then(|| published + chance.below(6) as i32)
        };
        Source {
            id: format!("article-{}", self.sources.len()),
            outlet: chance.percent(80).then(|| *chance.pick(&[9, 10])),
            published,
            retrieved: some_day(chance, 60),
            corrected: some_day(chance, 15),
            withdrawn: some_day(chance, 15),
        }
    }

    fn statement(&self, chance: &mut Seeded, speakers: &[usize], theme: &[Proposition]) -> Statement {
        let number = self.statements.len();
        let first = 1 + chance.below(8) as i32;
        let mut by = vec![*chance.pick(speakers)];
        let hats: Vec<usize> = self.parties[by[0]].part_of.iter().map(|(whole, ..)| *whole).collect();
        let capacity = (by[0] == TWO_HATS).then(|| *chance.pick(&hats));
        if by[0] < TWO_HATS && chance.percent(6) {
            let other = *chance.pick(&[0, 3, 6, 7]);
            if self.top(other, first) != self.top(by[0], first) {
                by.push(other);
            }
        }
        let source = chance.percent(60).then(|| chance.below(self.sources.len()));
        let source = source.filter(|source| self.sources[*source].published <= first);
        let earlier: Vec<usize> = (0..number).filter(|at| self.statements[*at].first <= first).collect();
        let some_earlier = |chance: &mut Seeded, percent| {
            if !earlier.is_empty() && chance.percent(percent) {
                vec![*chance.pick(&earlier)]
            } else {
                Vec::new()
            }
        };
        let own: Vec<usize> = earlier
            .iter()
            .copied()
            .filter(|at| {
                let other = &self.statements[*at];
                let side = |by: usize, capacity: Option<usize>, day| self.top(capacity.unwrap_or(by), day);
                other.first == other.last
                    && side(other.by[0], other.capacity, other.first) == side(by[0], capacity, first)
            })
            .collect();
        let some_own = |chance: &mut Seeded, percent| {
            if !own.is_empty() && by.len() == 1 && chance.percent(percent) {
                vec![*chance.pick(&own)]
            } else {
                Vec::new()
            }
        };
        let anonymous = by[0] == NOBODY || by.len() == 1 && chance.percent(12);
        let via = if chance.percent(15) { vec![*chance.pick(&[9, 9, 10, 3, 6])] } else { Vec::new() };
        let unnamed_carrier = chance.percent(25);
        let citing_parties =
            if chance.percent(8) { vec![*chance.pick(&[0, 1, 3, 6, 11])] } else { Vec::new() };
        let citing = if citing_parties.is_empty() { some_earlier(chance, 8) } else { Vec::new() };
        let (answers, retracts) = (some_earlier(chance, 10), some_own(chance, 8));
        let mut same_as = if retracts.is_empty() { some_own(chance, 6) } else { Vec::new() };
        // Two reports of one word, each from the speaker's own mouth: else nobody could say whose word it is.
        let plain = |said: &Statement| {
            !said.anonymous && said.via.is_empty() && said.citing.is_empty() && said.citing_parties.is_empty()
        };
        let direct = !anonymous && via.is_empty() && citing.is_empty() && citing_parties.is_empty();
        same_as.retain(|other: &usize| {
            let first = &self.statements[*other];
            (&first.by, first.capacity) == (&by, capacity) && plain(first) && direct
        });
        let mut positions = Vec::new();
        for _ in 0..=chance.below(3) {
            let (stance, proposition) = self.position(chance, theme, &earlier, &own);
            if !positions.iter().any(|(_, known)| known == &proposition) || chance.percent(20) {
                positions.push((stance, proposition));
            }
        }
        let spans = retracts.is_empty() && chance.percent(12);
        Statement {
            id: format!("said-{number}"),
            by,
            capacity,
            first,
            last: if spans { first + 1 } else { first },
            hour: None,
            doubt: retracts.is_empty() && chance.percent(5),
            source,
            evidence: if chance.percent(12) { vec![chance.below(self.sources.len())] } else { Vec::new() },
            anonymous,
            conditional: chance.percent(4),
            via,
            unnamed_carrier,
            citing_parties,
            citing,
            answers,
            retracts,
            same_as,
            positions,
        }
        .at_an_hour(chance)
    }

    /// What a statement says of something: of the theme, of something else, or of an earlier statement.
    fn position(
        &self,
        chance: &mut Seeded,
        theme: &[Proposition],
        earlier: &[usize],
        own: &[usize],
    ) -> (&'static str, Proposition) {
        let mut proposition = match chance.below(20) {
            0 if !earlier.is_empty() => {
                let about = self.statements[*chance.pick(earlier)].id.clone();
                Proposition::plain("accurate", vec![Argument::Id(about)])
            }
            1 if !earlier.is_empty() => {
                let own = if own.is_empty() { earlier } else { own };
                let about = self.statements[*chance.pick(own)].id.clone();
                Proposition::plain("authentic", vec![Argument::Id(about)])
            }
            1..4 => self.proposition(chance),
            _ => self.near(chance, theme),
        };
        if open::SCOPES_AND_DAYS && proposition.name == "killed" {
            if chance.percent(12) {
                proposition.scope = Some(*chance.pick(&["the past day", "the city"]));
            }
            if chance.percent(15) {
                proposition.as_of = Some(1 + chance.below(8) as i32);
            }
        }
        if proposition.name == "carried-out" && chance.percent(3) {
            proposition.arguments[0] = Argument::Unknown;
        }
        let open = proposition.arguments[0] == Argument::Unknown;
        let stance = if open {
            "leaves-open"
        } else {
            *chance.weighted(&[
                (45, "asserts"),
                (9, "suggests"),
                (7, "doubts"),
                (27, "denies"),
                (7, "leaves-open"),
                (5, "declines"),
            ])
        };
        (stance, proposition)
    }

    /// One of the theme, or the same with another value or another predicate of the same arguments.
    fn near(&self, chance: &mut Seeded, theme: &[Proposition]) -> Proposition {
        let mut found = chance.pick(theme).clone();
        if found.value.is_some() {
            found.value = value(chance, found.name).or(found.value);
        } else if let Some(group) = ALIKE.iter().find(|group| group.contains(&found.name))
            && chance.percent(40)
        {
            found.name = *chance.pick::<&str>(group);
        } else if matches!(found.arguments[0], Argument::Party(_)) && chance.percent(25) {
            found.arguments[0] = Argument::Party(*chance.pick(&[0, 1, 2, 3, 4, 6, 7, 8]));
        }
        if found.arguments.len() == 2 && found.arguments[0] == found.arguments[1] {
            return chance.pick(theme).clone();
        }
        found
    }

    fn proposition(&self, chance: &mut Seeded) -> Proposition {
        let name = *chance.weighted(&[
            (5, "carried-out"),
            (5, "involved-in"),
            (2, "ordered"),
            (2, "took-part-in"),
            (2, "answerable-for"),
            (1, "knew-of"),
            (4, "backs"),
            (2, "arms"),
            (3, "member-of"),
            (1, "acts-for"),
            (4, "same-event"),
            (1, "part-of-event"),
            (1, "retaliation-for"),
            (2, "happened"),
            (2, "deliberate"),
            (2, "accidental"),
            (5, "killed"),
            (usize::from(open::NUMBERS), "turnout"),
            (1, "shelled"),
            (2, "place"),
            (2, "date"),
            (3, "weapon"),
            (2, "seeks"),
            (1, "condemns"),
        ]);
        let doer = |chance: &mut Seeded| match *chance.pick(&[0, 1, 2, 3, 4, 6, 6, 7, 8, 99]) {
            99 => Argument::Myself,
            party => Argument::Party(party),
        };
        let event =
            |chance: &mut Seeded| Argument::Id(self.events[chance.below(self.events.len())].id.to_owned());
        let arguments = loop {
            let arguments = match name {
                "backs" | "arms" | "acts-for" => {
                    vec![doer(chance), Argument::Party(*chance.pick(&[6, 7, 8]))]
                }
                "member-of" => vec![
                    Argument::Party(*chance.pick(&[6, 7, 2, 5])),
                    Argument::Party(*chance.pick(&[8, 8, 7])),
                ],
                "same-event" | "part-of-event" | "retaliation-for" => vec![event(chance), event(chance)],
                "seeks" => vec![Argument::Myself, Argument::Id("wider-war".to_owned())],
                "condemns" => vec![Argument::Myself, event(chance)],
                "carried-out" | "involved-in" | "ordered" | "took-part-in" | "answerable-for" | "knew-of" => {
                    vec![doer(chance), event(chance)]
                }
                "shelled" => vec![event(chance), doer(chance)],
                "killed" if chance.percent(30) => vec![event(chance), Argument::Party(8)],
                _ => vec![event(chance)],
            };
            if arguments.len() < 2 || arguments[0] != arguments[1] {
                break arguments;
            }
        };
        Proposition { value: value(chance, name), ..Proposition::plain(name, arguments) }
    }

    /// The top of what a party is part of on a day; an outlet is its own.
    fn top(&self, party: usize, day: i32) -> usize {
        let party_of = &self.parties[party];
        let mut touched = party_of.part_of.iter().filter(|(_, from, until)| {
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| until >= day)
        });
        match touched.next_back() {
            Some((whole, ..)) if party_of.kind != "outlet" => self.top(*whole, day),
            _ => party,
        }
    }

    /// The same two parties exchanged.
    pub fn exchanged(&self, one: usize, other: usize) -> Self {
        let mut exchanged = self.clone();
        exchanged.ids.swap(one, other);
        exchanged
    }

    /// Without what came after a day.
    pub fn until(&self, day: i32) -> Self {
        let kept: Vec<usize> = (0..self.statements.len()).filter(|at| self.exists(*at, day)).collect();
        let mut earlier = self.only(&kept);
        for source in &mut earlier.sources {
            source.corrected = source.corrected.filter(|corrected| *corrected <= day);
            source.withdrawn = source.withdrawn.filter(|withdrawn| *withdrawn <= day);
        }
        earlier
    }

    /// With some of its statements only. Whoever speaks of the accuracy of another falls silent on it.
    pub fn only(&self, kept: &[usize]) -> Self {
        let mut fewer = self.clone();
        fewer.statements = kept.iter().map(|at| self.statements[*at].clone()).collect();
        let ids: Vec<Argument> =
            fewer.statements.iter().map(|statement| Argument::Id(statement.id.clone())).collect();
        for statement in &mut fewer.statements {
            for list in [
                &mut statement.citing,
                &mut statement.answers,
                &mut statement.retracts,
                &mut statement.same_as,
            ] {
                *list = list.iter().filter_map(|at| kept.iter().position(|known| known == at)).collect();
            }
            statement.positions.retain(|(_, proposition)| {
                !["accurate", "authentic"].contains(&proposition.name)
                    || ids.contains(&proposition.arguments[0])
            });
        }
        fewer
    }

    /// The smallest ledger like this one of which something is still so.
    pub fn shrunk(&self, still: impl Fn(&Self) -> bool) -> Self {
        let mut small = self.clone();
        loop {
            let mut tries: Vec<Self> = Vec::new();
            let count = small.statements.len();
            for at in 0..count {
                tries.push(small.only(&(0..count).filter(|other| *other != at).collect::<Vec<_>>()));
            }
            for at in 0..count {
                for position in 0..small.statements[at].positions.len() {
                    let mut fewer = small.clone();
                    fewer.statements[at].positions.remove(position);
                    tries.push(fewer);
                }
                let clear: [fn(&mut Statement) -> bool; 9] = [
                    |said| std::mem::take(&mut said.doubt),
                    |said| said.source.take().is_some(),
                    |said| !std::mem::take(&mut said.evidence).is_empty(),
                    |said| !std::mem::take(&mut said.via).is_empty(),
                    |said| !std::mem::take(&mut said.citing).is_empty(),
                    |said| !std::mem::take(&mut said.citing_parties).is_empty(),
                    |said| !std::mem::take(&mut said.answers).is_empty(),
                    |said| said.by[0] != NOBODY && std::mem::take(&mut said.anonymous),
                    |said| said.by.len() > 1 && said.by.pop().is_some(),
                ];
                for clear in clear {
                    let mut fewer = small.clone();
                    if clear(&mut fewer.statements[at]) {
                        tries.push(fewer);
                    }
                }
            }
            let clear: [fn(&mut Event) -> bool; 3] = [
                |event| !std::mem::take(&mut event.participants).is_empty(),
                |event| !std::mem::take(&mut event.stakes).is_empty(),
                |event| event.part_of.take().is_some(),
            ];
            for at in 0..small.events.len() {
                for clear in clear {
                    let mut fewer = small.clone();
                    if clear(&mut fewer.events[at]) {
                        tries.push(fewer);
                    }
                }
            }
            match tries.into_iter().find(&still) {
                Some(fewer) => small = fewer,
                None => return small,
            }
        }
    }

    fn exists(&self, statement: usize, day: i32) -> bool {
        let statement = &self.statements[statement];
        statement.first <= day && statement.source.is_none_or(|source| self.sources[source].published <= day)
    }

    /// The ledger as one file.
    pub fn text(&self) -> String {
        self.files(1, &mut Seeded::new(0), false).remove(0)
    }

    /// What tells this ledger from others, for people.
    pub fn brief(&self) -> String {
        let mut text: String =
            self.statements.iter().map(|statement| self.statement_text(statement)).collect();
        let used = |at: &usize| {
            self.statements.iter().any(|said| said.source == Some(*at) || said.evidence.contains(at))
        };
        for at in (0..self.sources.len()).filter(used) {
            text.push_str(&self.source_text(&self.sources[at]));
        }
        let plain = |event: &Event| {
            event.participants.is_empty() && event.stakes.is_empty() && event.part_of.is_none()
        };
        for event in self.events.iter().filter(|event| !plain(event)) {
            text.push_str(&self.event_text(event));
        }
        for at in [5, 12] {
            if !self.parties[at].part_of.is_empty() {
                text.push_str(&self.party_text(at));
            }
        }
        text
    }

    /// The ledger as several files, its records in their order or in any.
    pub fn files(&self, count: usize, chance: &mut Seeded, shuffled: bool) -> Vec<String> {
        let mut records: Vec<(&str, String)> = Vec::new();
        for at in 0..NOBODY {
            records.push(("parties", self.party_text(at)));
        }
        for event in &self.events {
            records.push(("events", self.event_text(event)));
        }
        for source in &self.sources {
            records.push(("sources", self.source_text(source)));
        }
        for statement in &self.statements {
            records.push(("statements", self.statement_text(statement)));
        }
        if shuffled {
            chance.shuffle(&mut records);
        }
        let mut files = vec![Vec::new(); count];
        for record in records {
            files[chance.below(count)].push(record);
        }
        let mut texts: Vec<String> = files
            .into_iter()
            .map(|records| {
                let mut text = String::new();
                for list in ["statements", "parties", "sources", "events"] {
                    let rows: Vec<&str> =
                        records.iter().filter(|(of, _)| *of == list).map(|(_, text)| text.as_str()).collect();
                    if !rows.is_empty() {
                        text.push_str(&format!("{list}:\n{}", rows.concat()));
                    }
                }
                text
            })
            .collect();
        texts[0].push_str(PLACES);
        texts[0].push_str(TOPICS);
        texts[0].push_str(PREDICATES);
        texts
    }

    fn event_text(&self, event: &Event) -> String {
        let parties =
            |list: &[usize]| list.iter().map(|at| self.ids[*at].as_str()).collect::<Vec<_>>().join(", ");
        let mut text =
            format!("  - id: {}\n    participants: [{}]\n", event.id, parties(&event.participants));
        if !event.stakes.is_empty() {
            text.push_str(&format!("    stakes: [{}]\n", parties(&event.stakes)));
        }
        if let Some(whole) = event.part_of {
            text.push_str(&format!("    part-of: {whole}\n"));
        }
        text
    }

    fn party_text(&self, at: usize) -> String {
        let party = &self.parties[at];
        let mut text =
            format!("  - id: {}\n    name: {}\n    kind: {}\n", self.ids[at], party.name, party.kind);
        if !party.part_of.is_empty() {
            text.push_str("    part-of:\n");
        }
        for (whole, from, until) in &party.part_of {
            text.push_str(&format!("      - party: {}\n", self.ids[*whole]));
            for (key, day) in [("from", from), ("until", until)] {
                if let Some(day) = day {
                    text.push_str(&format!("        {key}: {}\n", date(*day)));
                }
            }
        }
        text
    }

    fn source_text(&self, source: &Source) -> String {
        let mut text = format!("  - id: {}\n", source.id);
        if let Some(outlet) = source.outlet {
            text.push_str(&format!("    outlet: {}\n", self.ids[outlet]));
        }
        let dates = [
            ("published", Some(source.published)),
            ("retrieved", source.retrieved),
            ("corrected", source.corrected),
            ("withdrawn", source.withdrawn),
        ];
        for (key, day) in dates {
            if let Some(day) = day {
                text.push_str(&format!("    {key}: {}\n", date(day)));
            }
        }
        text
    }

    fn statement_text(&self, statement: &Statement) -> String {
        let parties = |list: &[usize]| list.iter().map(|at| self.ids[*at].clone()).collect::<Vec<_>>();
        let said = |list: &[usize]| list.iter().map(|at| self.statements[*at].id.clone()).collect::<Vec<_>>();
        let mut text = format!("  - id: {}\n    by: [{}]\n", statement.id, parties(&statement.by).join(", "));
        if let Some(capacity) = statement.capacity {
            text.push_str(&format!("    for: {}\n", self.ids[capacity]));
        }
        let when = match (statement.hour, statement.first == statement.last) {
            // Far from one another, so that the clock may turn neighbouring days round.
            (Some(hour), true) => {
                let zone = ["Z", "+12:00", "-11:00"][(hour as usize + statement.id.len()) % 3];
                format!("{}T{hour:02}:00{zone}", date(statement.first))
            }
            (_, true) => date(statement.first),
            _ => format!("{}/{}", date(statement.first), date(statement.last)),
        };
        let doubt = if statement.doubt && statement.hour.is_none() && statement.first == statement.last {
            "?"
        } else {
            ""
        };
        text.push_str(&format!("    date: \"{when}{doubt}\"\n"));
        if let Some(source) = statement.source {
            text.push_str(&format!("    source: {}\n", self.sources[source].id));
        }
        if statement.anonymous {
            text.push_str("    anonymous: an official\n");
        }
        if statement.conditional {
            text.push_str("    if: the reports are true\n");
        }
        let sources = statement.evidence.iter().map(|at| self.sources[*at].id.clone()).collect::<Vec<_>>();
        let citing = [parties(&statement.citing_parties), said(&statement.citing)].concat();
        for (key, list) in [
            ("evidence", sources),
            ("via", self.carriers(statement)),
            ("citing", citing),
            ("answers", said(&statement.answers)),
            ("retracts", said(&statement.retracts)),
            ("same-as", said(&statement.same_as)),
        ] {
            if !list.is_empty() {
                text.push_str(&format!("    {key}: [{}]\n", list.join(", ")));
            }
        }
        for stance in ["asserts", "suggests", "doubts", "denies", "leaves-open", "declines"] {
            let lines: Vec<String> = statement
                .positions
                .iter()
                .filter(|(of, _)| *of == stance)
                .map(|(_, proposition)| self.position_text(proposition))
                .collect();
            if !lines.is_empty() {
                text.push_str(&format!("    {stance}:\n{}", lines.concat()));
            }
        }
        text
    }

    fn carriers(&self, statement: &Statement) -> Vec<String> {
        let mut names: Vec<String> = statement.via.iter().map(|at| self.ids[*at].clone()).collect();
        if let Some(last) = names.last_mut().filter(|_| statement.unnamed_carrier) {
            *last = format!("{{party: {last}, anonymous: an aide}}");
        }
        names
    }

    fn position_text(&self, proposition: &Proposition) -> String {
        let says = self.proposition_text(proposition);
        if proposition.scope.is_none() && proposition.as_of.is_none() {
            return format!("      - {says}\n");
        }
        let mut text = format!("      - says: {says}\n");
        if let Some(scope) = proposition.scope {
            text.push_str(&format!("        scope: {scope}\n"));
        }
        if let Some(day) = proposition.as_of {
            text.push_str(&format!("        as-of: {}\n", date(day)));
        }
        text
    }

    fn proposition_text(&self, proposition: &Proposition) -> String {
        let arguments: Vec<&str> = proposition
            .arguments
            .iter()
            .map(|argument| match argument {
                Argument::Party(at) => self.ids[*at].as_str(),
                Argument::Myself => "self",
                Argument::Unknown => "?",
                Argument::Id(id) => id,
            })
            .collect();
        let value = proposition.value.as_deref().unwrap_or_default();
        format!("\"{}({}){value}\"", proposition.name, arguments.join(", "))
    }
}

impl Proposition {
    fn plain(name: &'static str, arguments: Vec<Argument>) -> Self {
        Self { name, arguments, value: None, scope: None, as_of: None }
    }
}

impl Statement {
    fn at_an_hour(mut self, chance: &mut Seeded) -> Self {
        if chance.percent(30) && self.first == self.last {
            self.hour = Some(chance.below(24) as u32);
        }
        self
    }
}

/// Predicates that may stand for one another.
const ALIKE: [&[&str]; 4] = [
    &[
        "carried-out",
        "involved-in",
        "ordered",
        "took-part-in",
        "answerable-for",
        "knew-of",
        "involved-in",
        "carried-out",
    ],
    &["backs", "arms", "backs"],
    &["deliberate", "accidental", "happened"],
    &["retaliation-for", "part-of-event"],
];

fn value(chance: &mut Seeded, name: &str) -> Option<String> {
    Some(match name {
        "killed" => match chance.below(6) {
            0 => format!(" >= {}", chance.pick(&[3, 5, 20])),
            1 => format!(" = {}..{}", chance.pick(&[1, 3]), chance.pick(&[5, 20])),
            2 => " ~ 20".to_owned(),
            3 => " < 5".to_owned(),
            _ => format!(" = {}", chance.pick(&[3, 5, 20])),
        },
        "place" => format!(" = {}", chance.pick(&PLACE_IDS)),
        "date" => format!(
            " = {}",
            chance.pick(&["2031-01-01", "2031-01-02", "2031-01-03", "2031-01", "2031-01-05"])
        ),
        "weapon" => format!(" = {}", chance.pick(&["drone", "missile", "rocket", "marsh-rocket"])),
        "turnout" => format!(" = {}", chance.pick(&["51", "51.2", "50.8", "43.9"])),
        _ => return None,
    })
}

fn date(day: i32) -> String {
    format!("2031-01-{day:02}")
}

fn parties(chance: &mut Seeded) -> (Vec<String>, Vec<Party>) {
    let rows: [(&str, &str, &str, Option<usize>); 15] = [
        ("norland", "Norland", "state", None),
        ("norland-ministry", "the Ministry of Norland", "body", Some(0)),
        ("norland-army", "the Army of Norland", "body", Some(1)),
        ("sudria", "Sudria", "state", None),
        ("sudria-mission", "the Mission of Sudria", "body", Some(3)),
        ("anna-berg", "Anna Berg", "person", Some(1)),
        ("coast-front", "the Coast Front", "armed-group", None),
        ("hill-front", "the Hill Front", "armed-group", None),
        ("armed-groups", "armed groups on the coast", "class", None),
        ("harbour-post", "The Harbour Post", "outlet", None),
        ("sudria-news", "Sudria News", "outlet", Some(3)),
        ("world-body", "the World Body", "organisation", None),
        ("carl-dahl", "Carl Dahl", "person", None),
        ("eva-lind", "Eva Lind", "person", Some(1)),
        ("unknown", "somebody unknown", "unknown", None),
    ];
    let ids = rows.iter().map(|(id, ..)| (*id).to_owned()).collect();
    let mut parties: Vec<Party> = rows
        .iter()
        .map(|(_, name, kind, whole)| Party {
            name,
            kind,
            part_of: whole.map(|whole| (whole, None, None)).into_iter().collect(),
        })
        .collect();
    parties[TWO_HATS].part_of.push((11, None, None));
    // An office that changes hands: one day with the ministry, the next with the other state, or with nobody.
    if chance.percent(40) {
        let day = 3 + chance.below(4) as i32;
        parties[5].part_of = vec![(1, None, Some(day)), (*chance.pick(&[0, 3, 4]), Some(day + 1), None)];
    }
    if chance.percent(30) {
        parties[12].part_of = vec![(*chance.pick(&[1, 4, 6]), Some(2 + chance.below(4) as i32), None)];
    }
    (ids, parties)
}
