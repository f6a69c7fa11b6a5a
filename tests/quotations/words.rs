//! What people say in these stores: sentences about incidents that never happened, from a grammar. Each word keeps the
//! list that it comes from, so that a change can put another of its kind in its place.

use super::seeded::Seeded;

/// A word, or a few that go together: `the north quay`.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    /// The mark after it: `,` `.` `;` `?` or `--`, which is a dash.
    pub tail: &'static str,
    /// The list it was taken from; empty where the sentence gives it.
    pub list: &'static str,
}

/// How a text is written: what no reader would call a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub curly: bool,
    pub dash: &'static str,
}

impl Style {
    pub fn any(chance: &mut Seeded) -> Self {
        let curly = chance.percent(50);
        let dash = if curly {
            *chance.pick(&["—", " — ", " – "])
        } else {
            *chance.pick(&[" -- ", " - ", "--"])
        };
        Self { curly, dash }
    }

    pub fn apostrophes(self, text: &str) -> String {
        if self.curly { text.replace('\'', "’") } else { text.to_owned() }
    }
}

/// One to three clauses, about 118 characters on average.
pub fn speech(chance: &mut Seeded) -> Vec<Word> {
    let clauses = *chance.weighted(&[(46, 1), (44, 2), (10, 3)]);
    sentences(chance, clauses)
}

/// So many clauses, joined.
pub fn sentences(chance: &mut Seeded, clauses: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut frames: Vec<&str> = Vec::new();
    while frames.len() < clauses {
        let frame = *chance.pick(FRAMES);
        if frames.contains(&frame) {
            continue;
        }
        frames.push(frame);
        let mut next = filled(chance, frame);
        if let Some(last) = words.last_mut() {
            let (tail, joiner) = *chance.pick(&JOINERS);
            last.tail = tail;
            if tail == "." {
                capital(&mut next[0].text);
            } else if !joiner.is_empty() {
                words.push(plain(joiner));
            }
        }
        words.extend(next);
    }
    capital(&mut words[0].text);
    if let Some(last) = words.last_mut() {
        last.tail = *chance.weighted(&[(88, "."), (12, "")]);
    }
    words
}

/// One clause, without a capital and without an end.
pub fn clause(chance: &mut Seeded) -> Vec<Word> {
    let frame = *chance.pick(FRAMES);
    filled(chance, frame)
}

fn filled(chance: &mut Seeded, frame: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for part in frame.split(' ') {
        let tail = if part.ends_with(',') { "," } else { "" };
        let part = part.trim_end_matches(',');
        if let Some((before, rest)) = part.split_once('<') {
            let (name, after) = rest.split_once('>').unwrap_or((rest, ""));
            let (list, items) = list(name);
            let item = *chance.pick(&items);
            let after = if after == "'" && !item.ends_with('s') { "'s" } else { after };
            let text = format!("{before}{item}{after}");
            words.push(Word { text, tail, list });
        } else {
            words.push(Word { tail, ..plain(part) });
        }
    }
    for at in 1..words.len() {
        if matches!(words[at - 1].text.as_str(), "a" | "A")
            && words[at].text.starts_with(['a', 'e', 'i', 'o', 'u'])
        {
            words[at - 1].text.push('n');
        }
    }
    words
}

/// Another of the same list.
pub fn another(chance: &mut Seeded, word: &Word) -> Option<String> {
    if word.list.is_empty() {
        return None;
    }
    let (_, items) = list(word.list);
    let own = word.text.to_lowercase();
    (0..20).map(|_| (*chance.pick(&items)).to_owned()).find(|item| !own.contains(&item.to_lowercase()))
}

/// A word that joins two clauses.
pub fn is_joiner(word: &Word) -> bool {
    matches!(word.text.as_str(), "because" | "while" | "although" | "when" | "until")
}

pub fn plain(text: &str) -> Word {
    Word { text: text.to_owned(), tail: "", list: "" }
}

pub fn capital(text: &mut String) {
    if let Some(first) = text.chars().next() {
        *text = first.to_uppercase().chain(text.chars().skip(1)).collect();
    }
}

/// The words as a text in this style, with the mark after the last.
pub fn text(words: &[Word], style: Style) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        text.push_str(&word.text);
        if word.tail == "--" {
            text.push_str(style.dash);
        } else {
            text.push_str(word.tail);
            if at + 1 < words.len() {
                text.push(' ');
            }
        }
    }
    style.apostrophes(&text)
}

fn list(name: &str) -> (&'static str, Vec<&'static str>) {
    let found = LISTS.iter().find(|(of, _)| *of == name);
    assert!(found.is_some(), "no list of words is called {name}");
    found.map_or(("", Vec::new()), |(name, items)| (*name, items.split('|').collect()))
}

const JOINERS: [(&str, &str); 12] = [
    (",", "and"),
    (",", "but"),
    (";", ""),
    ("", "because"),
    (".", ""),
    (".", ""),
    (".", ""),
    ("", "while"),
    ("--", ""),
    (",", "so"),
    ("", "although"),
    (",", "which means that"),
];

const FRAMES: &[&str] = &[
    "we <modal> not leave <place> until the <people> have <done> the <target>",
    "we <modal> open the <way> to <place> <when>",
    "<number> of our <people> were <hurt> when the <thing> <struck> the <target>",
    "there is no <proof> that <party> had anything to do with the <event>",
    "the <people> at <place> had not been told of the <event>",
    "a <look> <thing> came in from the <side> and <struck> the <target> <when>",
    "<party> <modal> answer for what was done in <place> <when>",
    "we have asked <party> for the <record> of the <event> and received nothing",
    "<number> <vehicles> crossed at <place> without a single <record>",
    "whoever gave that order <modal> not sleep soundly in <place>",
    "if the <event> is repeated, the <people> <modal> be sent to <place> <when>",
    "unless <party> hands over the <record>, the <way> <modal> stay closed",
    "our <people> found <number> <goods> in the <look> <building> near <place>",
    "it was not <party> that <done> the <target>",
    "I saw the <thing> over <place> with my own eyes",
    "nobody in the <office> believed the <record> from <place>",
    "the <office> has paid <number> families for the <loss> of their <goods>",
    "we did not <act> the <target>, and we <modal> prove it before any court",
    "the <way> between <place> and the <target> was cut in <number> places",
    "every one of the <people> who was on duty <when> <modal> be questioned again",
    "they don't want a <deal>, they want the <target> for themselves",
    "the talks with <party> broke down over <number> <goods>",
    "what happened at <place> was a <look> failure of the <office>",
    "it's the <people>' own <goods> that burned",
    "<party> hasn't shown us one <record> from the <building>",
    "our <office>'s <vehicles> never went beyond <place>",
    "I've read the <record> of <number> witnesses and the <people> are right to be <mood>",
    "the <thing> that <struck> <place> was <look> and carried no markings",
    "you can't <act> a <building> and call it a <deal>",
    "we <modal> rebuild the <target> with our own <goods>",
    "<party> was warned <number> times about the <vehicles>",
    "the <people>' union has never received a <record> from the <office>",
    "our patience with <party> is <mood>",
    "there were <number> <people> in the <building> when the alarm was raised <when>",
    "no <vehicles> of ours were within <number> miles of <place>",
    "the <event> has cost us <number> <vehicles> and the trust of the <people>",
    "those who call this a <deal> have never stood in <place> <when>",
    "I told the <office> <when> that the <target> was not safe",
    "the order to <act> the <target> came from the <office>",
    "we are not looking for a <deal> with <party>",
    "people in <place> are <mood>, and they've every reason to be",
    "we'd rather lose the <target> than see the <people> <hurt>",
    "the <look> <vehicles> belong to <party>, not to us",
    "somebody must tell the <people> why the <way> was closed <when>",
    "let there be no doubt that we <modal> <act> every <building> they use",
    "I do not know who <struck> the <target>",
    "the <loss> of the <target> is a <loss> for <place>",
    "my <office> has neither the <goods> nor the <people> for it",
    "what we need from <party> is a <record>, not a <deal>",
    "as long as the <way> to <place> is open, the <people> <modal> stay",
];

/// The lists that the sentences take words from, each item after a `|`.
const LISTS: [(&str, &str); 25] = [
    ("modal", "will|must|may|could|should|can|might"),
    (
        "number",
        "three|four|seven|eleven|fourteen|nineteen|twenty-six|forty|a hundred|12|31|48|60|112|250|1,400|\
         3,000",
    ),
    (
        "place",
        "Port Halm|Tarn|the Salt Marsh|Kestrel Bay|Ottery|Lower Brenn|Saint Ulla|the Grey Pass|Velmo|\
         Cape Torrent|Ashdown Ferry|Mirk|Oster Island|the Long Bridge|Quill Street|Hadder|New Sollen|\
         the Reeve Valley",
    ),
    (
        "party",
        "Norland|Sudria|the Coast Front|the Hill Front|Vestmark|the World Body|Ostreva|\
         the River Commission|the Lantern Brigade",
    ),
    (
        "people",
        "pilots|ferrymen|engineers|nurses|dockers|signalmen|farmers|inspectors|recruits|cadets|miners|\
         teachers|fishermen|drivers|stokers|porters|surveyors|divers|shepherds|clerks|bakers|\
         lamplighters|wardens|medics|weavers|millers|guards|observers|welders|students",
    ),
    (
        "thing",
        "drone|rocket|shell|barge|tanker|balloon|glider|patrol boat|mine|torpedo|helicopter|truck|crane|\
         flare|freight car|trawler",
    ),
    (
        "target",
        "north quay|grain store|lighthouse|radio mast|power house|customs shed|field hospital|\
         water tower|fuel depot|ferry landing|signal box|pumping station|old mill|barracks|school|weir|\
         dry dock|observatory|cable house|market hall|tunnel|toll house|chapel|reservoir|granary",
    ),
    (
        "building",
        "warehouse|boathouse|tannery|cellar|cannery|farmhouse|foundry|brewery|hangar|library|shelter|\
         quarry hut|net loft|printing house|stable|garage|archive|monastery",
    ),
    (
        "event",
        "quay fire|ferry sinking|bridge explosion|night raid|pipeline leak|blackout|landing|\
         train derailment|mill blast|harbour strike|dam breach|convoy attack|border shooting|\
         tunnel collapse|evacuation|market bombing",
    ),
    ("proof", "proof|evidence|sign|indication|suggestion|reason to believe"),
    (
        "record",
        "logbook|photograph|letter|manifest|report|radio log|sworn statement|chart|receipt|recording|\
         list of names|permit|duty roster|telegram|ledger|map|inventory",
    ),
    (
        "office",
        "ministry|coast guard|commission|council|brigade|harbour office|mission|garrison|railway board|\
         general staff|relief agency|embassy|governor's office|port authority",
    ),
    (
        "vehicles",
        "lorries|barges|gunboats|tugs|wagons|tankers|minesweepers|buses|launches|bulldozers|ambulances|\
         trawlers|locomotives|tractors",
    ),
    (
        "goods",
        "crates|timber|boats|rifles|blankets|sacks of grain|fuses|radios|cattle|nets|barrels|tents|\
         bricks|engines|medicines|lamps|tools",
    ),
    (
        "way",
        "road|crossing|canal|railway|corridor|footbridge|channel|coast road|mountain pass|ferry line|\
         towpath",
    ),
    ("done", "cleared|mined|flooded|repaired|searched|burned|rebuilt|inspected|shelled"),
    ("act", "shell|flood|search|occupy|defend|rebuild|mine|burn|inspect|evacuate"),
    ("struck", "hit|struck|damaged|destroyed|missed|grazed|shook"),
    ("hurt", "hurt|wounded|arrested|buried|taken away|left behind|burned|trapped"),
    (
        "look",
        "grey|unmarked|rusted|low-flying|burning|half-empty|heavy|painted|abandoned|silent|wooden|\
         badly lit|shameful|costly|captured",
    ),
    ("side", "north|sea|hills|east|estuary|border|far bank|direction of the town"),
    (
        "when",
        "before dawn|on Tuesday night|last spring|within the hour|in the second week of March|\
         after the ceasefire|by the end of the month|shortly after midnight|during the storm|\
         on the eve of the talks|since the thaw|at low tide|this winter|two days later",
    ),
    ("deal", "truce|settlement|ransom|war|bargain|quarrel|partnership|rescue|victory"),
    ("loss", "loss|theft|burning|seizure|disappearance|sinking"),
    ("mood", "angry|exhausted|afraid|worn thin|not endless|ashamed|tired of waiting|calm"),
];
