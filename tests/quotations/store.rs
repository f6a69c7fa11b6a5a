//! A small ledger: states, their ministries and spokespeople, a group, outlets, and what they said. Written as YAML.

use super::seeded::Seeded;

/// The first day on which anything is said, in March 2031.
pub const FIRST_DAY: u32 = 3;

pub struct Party {
    pub id: String,
    pub name: String,
    pub kind: &'static str,
    pub title: Option<&'static str>,
    pub aliases: Vec<String>,
    pub part_of: Option<usize>,
    /// How a draft speaks of it after having named it.
    pub pronoun: &'static str,
}

#[derive(Default)]
pub struct Statement {
    pub id: String,
    pub by: usize,
    /// A day of March 2031.
    pub day: u32,
    pub source: usize,
    /// One text or several.
    pub quote: Vec<String>,
    /// Keys and propositions beside: `asserts`, `denies`.
    pub positions: Vec<(&'static str, String)>,
    pub retracts: Option<String>,
}

pub struct Store {
    pub parties: Vec<Party>,
    pub statements: Vec<Statement>,
    /// How many events the positions speak of.
    pub events: usize,
}

/// Who may be quoted: indexes into the parties.
pub const SPEAKERS: [usize; 9] =
    [MINISTER, SPOKESWOMAN, ENVOY, COMMANDER, WITNESS, SECRETARY, MINISTRY, FRONT, MISSION];
pub const NORLAND: usize = 0;
pub const SUDRIA: usize = 1;
pub const MINISTRY: usize = 2;
pub const MISSION: usize = 3;
pub const COAST_GUARD: usize = 4;
pub const FRONT: usize = 5;
pub const WORLD_BODY: usize = 6;
pub const POST: usize = 7;
pub const NEWS: usize = 8;
pub const MINISTER: usize = 9;
pub const SPOKESWOMAN: usize = 10;
pub const ENVOY: usize = 11;
pub const COMMANDER: usize = 12;
pub const WITNESS: usize = 13;
pub const SECRETARY: usize = 14;
/// One of two people of one surname.
pub const ELDER: usize = 15;
/// A state that says nothing, and of which something may be said.
pub const VESTMARK: usize = 17;

/// The two sources: what came in the language of the draft, and what was translated.
pub const PLAIN: usize = 0;
pub const TRANSLATED: usize = 1;

const WOMEN: [&str; 8] = ["Anna", "Mira", "Ilse", "Tova", "Ruth", "Selma", "Nadia", "Greta"];
const MEN: [&str; 8] = ["Carl", "Owen", "Piet", "Stefan", "Jonas", "Emil", "Hugo", "Anton"];
const SURNAMES: [&str; 18] = [
    "Berg",
    "O'Hara",
    "van Rijk",
    "Moreau",
    "Lindqvist",
    "Tessaro",
    "Achterberg",
    "Quill-Marsh",
    "Okonta",
    "Sörensen",
    "Vane",
    "Halloran",
    "Petrescu",
    "Dunmore",
    "Castellan",
    "Ibarra",
    "Novik",
    "Rask",
];

/// The parties of a store; who they are changes with the seed, what they are does not.
pub fn parties(chance: &mut Seeded) -> Vec<Party> {
    let party = |id: &str, name: &str, kind, part_of, aliases: &[&str]| Party {
        id: id.to_owned(),
        name: name.to_owned(),
        kind,
        title: None,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        part_of,
        pronoun: "it",
    };
    let mut all = vec![
        party("norland", "Norland", "state", None, &["Halvik"]),
        party("sudria", "Sudria", "state", None, &["Tessala"]),
        party(
            "norland-ministry",
            "Foreign Ministry of Norland",
            "body",
            Some(NORLAND),
            &["Norland Foreign Ministry"],
        ),
        party(
            "sudria-mission",
            "Mission of Sudria to the World Body",
            "body",
            Some(SUDRIA),
            &["Sudria's mission"],
        ),
        party("coast-guard", "Sudria Coast Guard", "body", Some(SUDRIA), &[]),
        party("coast-front", "Coast Front", "armed-group", None, &["CFL"]),
        party("world-body", "World Body", "organisation", None, &[]),
        party("harbour-post", "The Harbour Post", "outlet", None, &[]),
        party("sudria-news", "Sudria News", "outlet", Some(SUDRIA), &[]),
    ];
    let mut surnames = SURNAMES.to_vec();
    chance.shuffle(&mut surnames);
    let people = [
        ("foreign minister", Some(MINISTRY)),
        ("spokeswoman", Some(MINISTRY)),
        ("ambassador", Some(MISSION)),
        ("commander", Some(COAST_GUARD)),
        ("", None),
        ("secretary-general", Some(WORLD_BODY)),
        ("", None),
        ("", None),
    ];
    for (at, (title, part_of)) in people.into_iter().enumerate() {
        let woman = title == "spokeswoman" || (title != "ambassador" && chance.percent(50));
        let first =
            if woman { WOMEN[(at * 3 + chance.below(2)) % 8] } else { MEN[(at * 3 + chance.below(2)) % 8] };
        // The last two share a surname, and only that.
        let name = match at {
            7 => format!("{} {}", if woman { "Petra" } else { "Lukas" }, surnames[6]),
            _ => format!("{first} {}", surnames[at]),
        };
        all.push(Party {
            id: slug(&name),
            name,
            kind: "person",
            title: Some(title).filter(|title| !title.is_empty()),
            aliases: Vec::new(),
            part_of,
            pronoun: if woman { "she" } else { "he" },
        });
    }
    all.push(party("vestmark", "Vestmark", "state", None, &[]));
    all.push(party("groups", "armed groups on the river", "class", None, &[]));
    all
}

/// The name of an event, as it stands in a sentence.
pub fn event_name(event: usize) -> String {
    format!("the {} {}", SCENES[event % 12], KINDS[(event / 12 + event) % 10])
}

const SCENES: [&str; 12] = [
    "Mirk",
    "Hadder",
    "Velmo",
    "Ottery",
    "Tarn",
    "Quill Street",
    "Lower Brenn",
    "Saint Ulla",
    "Oster",
    "Ashdown",
    "Kestrel Bay",
    "Cape Torrent",
];
const KINDS: [&str; 10] = [
    "attack",
    "shooting",
    "explosion",
    "kidnapping",
    "bombing",
    "drone strike",
    "ambush",
    "raid",
    "arson",
    "hijacking",
];

pub fn surname(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, surname)| surname)
}

impl Store {
    /// The ledger as one file.
    pub fn yaml(&self) -> String {
        let mut text = "parties:\n".to_owned();
        for party in &self.parties {
            text += &format!(
                "  - id: {}\n    name: {}\n    kind: {}\n",
                party.id,
                scalar(&party.name),
                party.kind
            );
            if let Some(title) = party.title {
                text += &format!("    title: {title}\n");
            }
            if !party.aliases.is_empty() {
                let aliases: Vec<String> = party.aliases.iter().map(|alias| scalar(alias)).collect();
                text += &format!("    aliases: [{}]\n", aliases.join(", "));
            }
            if let Some(whole) = party.part_of {
                text += &format!("    part-of: {}\n", self.parties[whole].id);
            }
        }
        text += "places:\n  - id: port-halm\n    name: Port Halm\nevents:\n";
        for event in 0..self.events.max(1) {
            text += &format!("  - id: event-{event}\n    name: {}\n", event_name(event));
        }
        text += "sources:\n  - id: post\n    outlet: harbour-post\n    language: en\n";
        text +=
            "  - id: news\n    outlet: sudria-news\n    language: en\n    translated-from: sv\nstatements:\n";
        for said in &self.statements {
            text += &self.statement(said);
        }
        text
    }

    fn statement(&self, said: &Statement) -> String {
        let source = ["post", "news"][said.source];
        let mut text = format!(
            "  - id: {}\n    by: {}\n    date: 2031-03-{:02}\n    source: {source}\n",
            said.id, self.parties[said.by].id, said.day
        );
        match said.quote.as_slice() {
            [] => {}
            [one] => text += &format!("    quote: {}\n", scalar(one)),
            several => {
                text += "    quote:\n";
                for one in several {
                    text += &format!("      - {}\n", scalar(one));
                }
            }
        }
        if let Some(other) = &said.retracts {
            text += &format!("    retracts: [{other}]\n");
        }
        for (at, (stance, proposition)) in said.positions.iter().enumerate() {
            if at == 0 || said.positions[at - 1].0 != *stance {
                text += &format!("    {stance}:\n");
            }
            text += &format!("      - {proposition}\n");
        }
        text
    }
}

/// A text as YAML that nobody can misread.
fn scalar(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn slug(name: &str) -> String {
    let plain = name.to_lowercase().replace('ö', "o").replace('\'', "");
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
