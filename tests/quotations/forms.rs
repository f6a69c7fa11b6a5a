//! Sentences of news English into which a quotation is put, ways to name its speaker, and sentences that quote nobody.

use super::draft::{After, in_prose};
use super::seeded::Seeded;
use super::store::{Party, surname};
use super::words::capital;

/// Which sentences suit a quotation.
#[derive(Clone, Copy, PartialEq)]
pub enum Fits {
    /// It begins a sentence of the speaker's and ends one.
    Sentence,
    /// Any words of a sentence.
    Fragment,
}

/// Before the quotation, what follows it at once, after it. In braces: `who` is the speaker, `subject` the same where a
/// verb follows, `other` somebody else. Those before `Named` suit pronouns too.
pub type Form = (&'static str, After, &'static str);

const SENTENCES: [Form; 14] = [
    ("", After::Tag, " {subject} {verb}."),
    ("{Subject} {verb}: ", After::Stop, ""),
    ("{Subject} {verb}, ", After::Stop, ""),
    ("", After::Tag, " {subject} told The Harbour Post."),
    ("Asked about {other}, {subject} replied: ", After::Stop, ""),
    ("In a statement carried by Sudria News, {subject} said: ", After::Stop, ""),
    ("", After::Tag, " said {who}."),
    ("", After::Tag, " according to {who}."),
    ("According to {who}, ", After::Stop, ""),
    ("{Who}, who had flown in from {place} after talks with {other}, {verb}: ", After::Stop, ""),
    ("", After::Tag, " said {who}, speaking in {place} before a meeting with {other}."),
    ("{Subject} was blunt in {place}: ", After::Stop, ""),
    ("", After::Tag, " {subject} {verb}, and went back into the hall."),
    ("When the doors opened, {subject} said, ", After::Stop, ""),
];

const FRAGMENTS: [Form; 9] = [
    ("{Subject} said that ", After::Part, ""),
    ("{Subject} spoke of ", After::More, " and left it at that."),
    ("The trouble, {subject} said, was ", After::Part, ""),
    ("{Subject} insisted in {place} that ", After::More, ", whatever {other} might think."),
    ("{Subject} told reporters that ", After::Part, ""),
    ("{Subject} had called it ", After::More, " before the vote."),
    ("According to {who}, it was ", After::Part, ""),
    ("It was, in the words of {who}, ", After::Part, ""),
    ("The report by The Harbour Post has {who} saying that ", After::Part, ""),
];

/// How many of each, from the first, suit a pronoun; of those of an institution the two that name another party do not.
const FOR_PRONOUNS: [(usize, usize); 2] = [(6, 4), (6, 6)];

/// A form that suits, filled in.
pub fn form(
    chance: &mut Seeded,
    fits: Fits,
    reference: &Reference,
    others: &[&Party],
) -> (String, After, String) {
    let (forms, (people, bodies)): (&[Form], _) = match fits {
        Fits::Sentence => (&SENTENCES, FOR_PRONOUNS[0]),
        Fits::Fragment => (&FRAGMENTS, FOR_PRONOUNS[1]),
    };
    let who = reference.words.as_str();
    let count = match who {
        "he" | "she" => people,
        "it" => bodies,
        _ => forms.len(),
    };
    let (before, after, behind) = forms[chance.below(count)];
    let others: Vec<String> = others
        .iter()
        .map(|other| in_prose(other))
        .filter(|other| !who.contains(other.as_str()) && !reference.before.contains(other.as_str()))
        .collect();
    let begin = |text: &str| {
        let mut text = text.to_owned();
        capital(&mut text);
        text
    };
    let subject = reference.subject();
    let verbs = [
        "said",
        "said",
        "said",
        "added",
        "explained",
        "insisted",
        "told reporters",
        "warned",
        "says",
        "wrote",
    ];
    let fill = [
        ("{who}", who.to_owned()),
        ("{Who}", begin(who)),
        ("{Subject}", begin(&subject)),
        ("{subject}", subject),
        ("{verb}", (*chance.pick(&verbs)).to_owned()),
        ("{place}", (*chance.pick(&["Tarn", "Velmo", "Port Halm"])).to_owned()),
        ("{other}", chance.pick(&others).clone()),
    ];
    let filled = |text: &str| fill.iter().fold(text.to_owned(), |text, (name, by)| text.replace(name, by));
    (format!("{}{}", reference.before, filled(before)), after, filled(behind))
}

/// How a draft refers to a speaker: what goes before, and what stands beside the quotation.
pub struct Reference {
    /// A sentence that names the speaker, where the reference is a pronoun.
    pub before: String,
    pub words: String,
}

impl Reference {
    pub fn plain(words: &str) -> Self {
        Self { before: String::new(), words: words.to_owned() }
    }

    /// The words where a verb follows: what stands beside a name is closed, `Anna Berg, the minister of Norland, said`.
    pub fn subject(&self) -> String {
        format!("{}{}", self.words, if self.words.contains(", the ") { "," } else { "" })
    }

    pub fn is_pronoun(&self) -> bool {
        matches!(self.words.as_str(), "he" | "she" | "it")
    }
}

/// One of the ways to name a speaker.
pub fn refer(chance: &mut Seeded, party: &Party, whole: Option<&Party>) -> Reference {
    let name = in_prose(party);
    let plain = |words: String| Reference { before: String::new(), words };
    if party.kind != "person" {
        let rise = [
            "published its findings on the quay",
            "had been silent since the weekend",
            "met behind closed doors",
        ];
        return match chance.below(5) {
            0 if !party.aliases.is_empty() => {
                let alias = &party.aliases[0];
                let article = alias.ends_with("Ministry") || alias == "CFL";
                plain(if article { format!("the {alias}") } else { alias.clone() })
            }
            1 => {
                let mut begin = name;
                capital(&mut begin);
                Reference {
                    before: format!("{begin} {}. ", chance.pick(&rise)),
                    words: party.pronoun.to_owned(),
                }
            }
            _ => plain(name),
        };
    }
    let last = surname(&party.name);
    match (chance.below(8), party.title, whole) {
        (0, ..) => plain(last.to_owned()),
        (1, Some(title), _) => {
            let title: Vec<String> = title
                .split(' ')
                .map(|word| {
                    let mut word = word.to_owned();
                    capital(&mut word);
                    word
                })
                .collect();
            plain(format!("{} {last}", title.join(" ")))
        }
        (2, Some(title), Some(whole)) => plain(format!("{}, the {title} of {}", party.name, in_prose(whole))),
        (3, Some(title), Some(whole)) => plain(format!("the {title} of {}", in_prose(whole))),
        (4 | 5, ..) => {
            let rise = [
                "had been at the harbour since the morning",
                "arrived late and left early",
                "spent an hour at the gate",
            ];
            Reference {
                before: format!("{} {}. ", party.name, chance.pick(&rise)),
                words: party.pronoun.to_owned(),
            }
        }
        _ => plain(name),
    }
}

/// Sentences that quote nobody and attribute nothing.
pub const FILLERS: [&str; 16] = [
    "The road along the river was closed for most of the morning.",
    "Two cranes stood idle at the far end of the yard.",
    "Snow had fallen in the night, and the ferries ran late.",
    "By noon the smoke had thinned, and the first shops opened again.",
    "The lamps along the pier stayed dark for a third night.",
    "A crowd of several hundred gathered outside the town hall.",
    "The price of coal has doubled since the autumn.",
    "Schools on both sides of the estuary will reopen after the holiday.",
    "It was the third fire at the harbour in as many months.",
    "The ferry's timetable hasn't changed since the war.",
    "Insurance for the passage has become hard to find.",
    "No trains ran on the branch line until the evening.",
    "Workers' huts on the eastern bank were searched and sealed.",
    "The fishermen's market opened an hour later than usual.",
    "On the hill above the town the bells were rung at six o'clock.",
    "The inquiry is expected to last until the spring of '32.",
];

/// Titles, names and words held at arm's length: before, inside, after, what it is.
pub const NOT_SPEECH: [(&str, &str, &str, &str); 16] = [
    (
        "The inquiry was the subject of the film ",
        "The Long Ferry",
        ", shown at the harbour last autumn.",
        "a film",
    ),
    ("Her first novel, ", "A Winter at the Weir", ", sold out within a week.", "a novel"),
    ("The commission's report, ", "Lights Along the Estuary", ", runs to four hundred pages.", "a report"),
    ("The band played ", "The Stoker's Farewell", " as the ship left the quay.", "a song"),
    ("The so-called ", "quiet corridor", " was closed again on the same evening.", "so-called"),
    ("What used to be called the ", "ghost fleet", " lay at anchor off the cape.", "a nickname"),
    ("The tug ", "Iron Tide", " brought the barges in before dark.", "a ship"),
    ("The operation, code-named ", "Glass Hammer", ", lasted less than an hour.", "a code name"),
    ("Shops in the district known as ", "the Kettle", " stayed shut.", "a district"),
    ("The magazine's essay ", "Who Owns the Sea?", " won a prize in the spring.", "an essay"),
    ("The map marks the area as a ", "safe zone", " and shows no roads there.", "scare quotes"),
    ("Few still believe in the ", "temporary", " measures that began six years ago.", "scare quotes"),
    ("The exhibition ", "Nets and Knots", " opens on the first of the month.", "an exhibition"),
    ("Emil ", "the Fox", " Harrow sold the boats for a third of their price.", "a nickname"),
    ("The word ", "ferry", " appears nowhere in the contract.", "a word as a word"),
    ("The drills, called ", "Open Water", ", end on the last day of the month.", "a name"),
];

/// A speaker whom no file can know.
pub fn nobody(chance: &mut Seeded) -> String {
    (*chance.pick(&[
        "an official",
        "one diplomat",
        "a senior officer",
        "a person close to the talks",
        "another witness",
    ]))
    .to_owned()
}
