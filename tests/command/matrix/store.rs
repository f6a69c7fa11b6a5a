//! A small store in which every text is given, with findings of many rules, so that every text is printed somewhere.

/// What `show` is asked for: records of four kinds.
pub const SUBJECTS: &[&str] = &["envoy", "strike", "title-only", "official-says"];

/// Hands out the payload as text of a field, each time with a mark of its own behind it.
pub struct Words {
    payload: String,
    /// The fields that were given a text, each with the mark of it.
    pub fields: Vec<(&'static str, String)>,
}

impl Words {
    pub fn new(payload: &str) -> Self {
        Self { payload: payload.to_owned(), fields: Vec::new() }
    }

    /// A text for a field, as YAML between quotation marks.
    fn of(&mut self, field: &'static str) -> String {
        let text = self.text(field, "", "");
        quoted(&text)
    }

    fn text(&mut self, field: &'static str, before: &str, behind: &str) -> String {
        let mark = format!("MARK{:02}", self.fields.len());
        let text = format!("{before}{} {mark}{behind}", self.payload);
        self.fields.push((field, mark));
        text
    }
}

/// A scalar of YAML that means this text, whatever is in it.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|character| match character {
        '"' | '\\' => format!("\\{character}"),
        ' '..='~' => character.to_string(),
        _ => format!("\\U{:08X}", u32::from(character)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The files: what was there first, what came later, and what is wrong in every way.
pub fn files(words: &mut Words) -> (String, String, String) {
    (sound(words), later(words), broken(words))
}

fn sound(w: &mut Words) -> String {
    let mut out = String::from("parties:\n");
    for (id, kind) in [
        ("north", "state"),
        ("league", "armed-group"),
        ("wire", "outlet"),
        ("east", "state"),
        ("crowd", "class"),
    ] {
        let (name, alias) = (w.of("parties.name"), w.of("parties.aliases"));
        out += &format!("  - {{id: {id}, name: {name}, aliases: [{alias}], kind: {kind}}}\n");
    }
    let (name, alias) = (w.of("parties.name"), w.of("parties.aliases"));
    let (title, office) = (w.of("parties.title"), w.of("parties.part-of.title"));
    out += &format!(
        "  - {{id: envoy, name: {name}, aliases: [{alias}], title: {title}, kind: person, part-of: [{{party: north, title: {office}}}]}}\n"
    );
    out += "  - {id: west, kind: state}\n  - {id: south, kind: state}\nplaces:\n";
    for id in ["port", "bay"] {
        let (name, alias) = (w.of("places.name"), w.of("places.aliases"));
        out += &format!("  - {{id: {id}, name: {name}, aliases: [{alias}]}}\n");
    }
    let (name, alias, verb) = (w.of("topics.name"), w.of("topics.aliases"), w.of("topics.verb"));
    out += &format!("topics:\n  - {{id: peace, name: {name}, aliases: [{alias}], verb: {verb}}}\nevents:\n");
    for (id, place) in [("strike", "port"), ("raid", "bay")] {
        let (name, alias) = (w.of("events.name"), w.of("events.aliases"));
        out += &format!(
            "  - {{id: {id}, name: {name}, aliases: [{alias}], date: 2031-03-01, place: {place}}}\n"
        );
    }
    out += "sources:\n";
    for (id, outlet) in [("of-wire", "outlet: wire, "), ("title-only", "")] {
        let mut field = |key: &'static str| w.of(key);
        let fields = [
            ("title", field("sources.title")),
            ("url", field("sources.url")),
            ("archive", field("sources.archive")),
            ("sha256", field("sources.sha256")),
            ("language", field("sources.language")),
            ("translated-from", field("sources.translated-from")),
            ("note", field("sources.note")),
        ];
        let fields = fields.map(|(key, text)| format!("{key}: {text}")).join(", ");
        out += &format!("  - {{id: {id}, {outlet}{fields}}}\n");
    }
    let reads = quoted(&w.text("predicates.reads", "{1} jeers ", " at {2}"));
    let reads_not = quoted(&w.text("predicates.reads-not", "{1} jeers not ", " at {2}"));
    let many = quoted(&w.text("predicates.reads-many", "{1} jeer ", " at {2}"));
    let not_many = quoted(&w.text("predicates.reads-not-many", "{1} jeer not ", " at {2}"));
    out += &format!(
        "predicates:\n  - {{id: jeers, arguments: [party, event], reads: {reads}, reads-not: {reads_not}, \
         reads-many: {many}, reads-not-many: {not_many}}}\n"
    );
    let unit = w.of("predicates.unit");
    let open = quoted(&w.text("predicates.reads-open", "how wide ", " at {1}"));
    out += &format!(
        "  - {{id: width, arguments: [event], reads: 'it was {{value}} wide at {{1}}', \
         reads-not: 'it was not {{value}} wide at {{1}}', reads-open: {open}, value: [count], unit: {unit}}}\n"
    );
    let statements = [
        said(
            w,
            "north-accuses envoy 2",
            "source: of-wire",
            &["carried-out(league, strike)", "arms(east, league)", "arms(north, league)"],
        ),
        said(
            w,
            "north-toll north 2",
            "source: of-wire",
            &["killed(strike) = 3", "place(strike) = port", "jeers(self, strike)", "width(strike) = 3"],
        ),
        said(w, "north-old north 2", "source: of-wire", &["happened(raid)"]),
        said(
            w,
            "east-toll east 3",
            "source: title-only",
            &["killed(strike) = 5", "place(strike) = bay", "condemns(self, strike)", "width(strike) = 9"],
        ),
        said(
            w,
            "west-toll west 3",
            "source: title-only",
            &[
                "killed(strike) = 3",
                "condemns(self, strike)",
                "involved-in(league, strike)",
                "jeers(crowd, strike)",
            ],
        ),
    ];
    out + "statements:\n" + &statements.concat() + PLAINLY
}

/// Words on file in every run, and the same with one changed in every draft, so that what an audit says of such is there
/// with harmless text too.
const PLAINLY: &str = "  - {id: west-plainly, by: west, date: 2031-03-04, quote: We were never near the old harbour wall that night}\n";

fn later(w: &mut Words) -> String {
    let (anonymous, locator) = (w.of("statements.anonymous"), w.of("statements.locator"));
    let (condition, basis) = (w.of("statements.if"), w.of("statements.basis"));
    let reader = w.of("statements.checked: by");
    let value = w.text("statements.asserts (text)", "weapon(strike) = \"", "\"");
    // A quotation mark would end the text of the proposition.
    let head = value.split_once('"').unwrap().0.len() + 1;
    let inner = value[head..value.len() - 1].replace('"', "");
    let weapon = format!("weapon(strike) = \"{inner}\"");
    let statements = [
        said(
            w,
            "league-denies league 4",
            "source: of-wire",
            &["not involved-in(self, strike)", "not jeers(crowd, strike)"],
        ),
        said(
            w,
            "league-weapon league 4",
            "source: of-wire",
            &[weapon.as_str(), "condemns(self, strike)", "seeks(self, peace)"],
        ),
        said(
            w,
            "south-says south 4",
            "source: of-wire",
            &["condemns(self, strike)", "seeks(self, peace)", "same-event(raid, strike)"],
        ),
        said(w, "wire-says wire 4", "source: of-wire", &["condemns(self, strike)", "jeers(league, strike)"]),
        said(
            w,
            "official-says north 5",
            &format!(
                "anonymous: {anonymous}\nlocator: {locator}\nbasis: [{basis}]\nsource: of-wire\nchecked: [{{by: {reader}}}]"
            ),
            &["carried-out(league, raid)"],
        ),
        said(w, "if-so east 5", &format!("if: {condition}"), &["carried-out(crowd, strike)"]),
        said(w, "hearsay north 6", "via: [east]\nsource: of-wire", &["carried-out(crowd, raid)"]),
        said(
            w,
            "north-again envoy 7",
            "answers: league-denies\nciting: [wire]",
            &["not carried-out(league, raid)"],
        ),
        said(w, "north-back north 8", "retracts: north-old", &["not happened(raid)"]),
    ];
    let notes = [
        w.of("requests.note"),
        w.of("reconciliations.by"),
        w.of("reconciliations.note"),
        w.of("accepted.by"),
        w.of("accepted.note"),
    ];
    let [asked, by, why, editor, note] = notes;
    format!(
        "statements:\n{}requests:\n  - {{to: east, about: ['arms(east, league)'], date: 2031-03-09, outcome: no-reply, note: {asked}}}\n\
         reconciliations:\n  - {{between: [north-toll, east-toll], on: 'place(strike)', reason: scope, by: {by}, date: 2031-03-09, note: {why}}}\n\
         accepted:\n  - {{rule: direct-contradiction, on: 'carried-out(league, strike)', by: {editor}, date: 2031-03-09, note: {note}}}\n\
         expect:\n  - {{finds: retraction, on: 'jeers(north, raid)'}}\n",
        statements.concat()
    )
}

/// An article that quotes the payload, as somebody's words and as nobody's.
pub fn draft(payload: &str) -> String {
    format!(
        "The harbour\n\n“{payload} MARK00 and more words,” said envoy on Monday.\n\nIt was “{payload}”, {payload}.\n\n\
         “We were always near the old harbour wall that night,” somebody said.\n"
    )
}

/// A sheet with a payload in its cells and in a heading.
pub fn sheet(payload: &str) -> String {
    let cell = payload.replace('"', "\"\"").replace('\0', "");
    format!(
        "Speaker,Date,Claim,Incident,\"{cell}\"\n\"{cell}\",2031-03-01,\"{cell}\",\"{cell}\",\"{cell}\"\n\
         envoy,\"{cell}\",\"{cell}\",strike,\n"
    )
}

/// What the columns of the sheet mean.
pub const MAPPING: &str = "\
sheet: {id: sheet}
records:
  - list: events
    record: {name: \"{Incident}\"}
  - list: statements
    record: {by: \"{Speaker}\", date: \"{Date}\", quote: \"{Claim}\", asserts: \"happened({Incident})\"}
";

/// A statement, `id by day`, with a quote, a note and more lines; a proposition behind `not` is denied.
fn said(w: &mut Words, head: &str, more: &str, propositions: &[&str]) -> String {
    let [id, by, day] = head.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let (one, two, note) = (w.of("statements.quote"), w.of("statements.quote"), w.of("statements.note"));
    let mut lines = vec![
        format!("  - id: {id}"),
        format!("    by: {by}"),
        format!("    date: 2031-03-0{day}"),
        format!("    quote: [{one}, {two}]"),
        format!("    note: {note}"),
    ];
    lines.extend(more.lines().map(|line| format!("    {line}")));
    let (denied, asserted): (Vec<&str>, Vec<&str>) =
        propositions.iter().partition(|text| text.starts_with("not "));
    for (key, list) in [("asserts", asserted), ("denies", denied)] {
        if !list.is_empty() {
            lines.push(format!("    {key}:"));
            lines.extend(
                list.iter().map(|text| format!("      - {}", quoted(text.trim_start_matches("not ")))),
            );
        }
    }
    lines.join("\n") + "\n"
}

/// Records that cannot be read, each for another reason, with the payload where something else belongs.
fn broken(w: &mut Words) -> String {
    let text = quoted(&w.payload);
    format!(
        "parties:\n  - {{id: {text}, kind: state}}\n  - {{id: odd, kind: {text}}}\n  - {{id: keys, kind: state, {text}: x}}\n\
         sources:\n  - {{id: when, published: {text}}}\n\
         statements:\n  - {{id: nobody, by: {text}, date: 2031-03-02, asserts: [{text}]}}\n\
         {text}: []\n\
         accepted:\n  - {{rule: {text}, on: {text}}}\nexpect:\n  - {{finds: {text}}}\n  - {{finds: agreement, on: {text}}}\n\
         settings:\n  levels: {{{text}: {text}}}\n"
    )
}
