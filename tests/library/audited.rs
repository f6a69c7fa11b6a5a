//! What an audit says of sentences without marks: on record, otherwise, or not, and in which words.

use gainsay::audit::{advice, audit, findings, json, text};
use gainsay::layout::Style;
use gainsay::ledger::Ledger;

use crate::common;

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: coast-front, name: the Coast Front, kind: armed-group}
  - {id: mira-holt, name: Mira Holt, kind: person, part-of: norland}
  - {id: coast-wire, name: the Coast Wire, kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
  - {id: mill-raid, name: the mill raid, date: 2031-05-02}
predicates:
  - {id: pays, arguments: [party, event], reads: '{1} paid for {2}', reads-not: '{1} did not pay for {2}', asks: who}
rules:
  - {id: paying-is-involvement, when: ['pays(?state, ?event)'], then: 'involved-in(?state, ?event)'}
statements:
  - {id: n-pays, by: norland, date: 2031-05-03, asserts: ['pays(sudria, quay-fire)']}
  - {id: n-raid, by: norland, date: 2031-05-03, asserts: ['involved-in(sudria, mill-raid)']}
  - {id: n-mourns, by: norland, date: 2031-05-03, quote: We mourn with every house on the quay tonight.}
  - {id: s-mourns, by: sudria, date: 2031-05-03, quote: We mourn with every house on the quay tonight.}
  - {id: h-killed, by: mira-holt, date: 2031-05-03, asserts: ['killed(quay-fire) = 143']}
  - {id: h-least, by: mira-holt, date: 2031-05-03, asserts: ['killed(mill-raid) >= 12']}
";

fn ledger() -> Ledger {
    read(STORE)
}

fn read(store: &str) -> Ledger {
    let loaded = common::one_file(store);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.ledger
}

/// What is said of the one sentence of a text.
fn told(ledger: &Ledger, text: &str) -> (&'static str, String) {
    let audit = audit(ledger, text);
    match &audit.attributions[..] {
        [one] => (one.standing.word(), one.message.clone()),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn what_is_on_file_only_as_a_reading_is_overreach() {
    let ledger = ledger();
    let (standing, message) = told(&ledger, "Norland said Sudria was involved in the quay fire.");
    assert_eq!(standing, "overreach", "{message}");
    assert!(message.contains("may be read as saying"), "{message}");
    let (standing, _) = told(&ledger, "Norland said Sudria was involved in the mill raid.");
    assert_eq!(standing, "on-record");
    let (standing, _) = told(&ledger, "Mira Holt said the Coast Front was involved in the quay fire.");
    assert_eq!(standing, "no-record");
}

#[test]
fn a_figure_is_on_record_where_the_draft_says_no_more_than_the_record() {
    let ledger = ledger();
    for (text, standing) in [
        ("Mira Holt said 143 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said 134 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said more than 140 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said more than 150 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said at least a dozen people were killed in the mill raid.", "on-record"),
        ("Mira Holt said a dozen people were killed in the mill raid.", "number-conflict"),
        ("Mira Holt said dozens of people were killed in the mill raid.", "number-conflict"),
        ("Mira Holt said between 140 and 150 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said 120 to 130 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said the quay fire had killed 143 people.", "on-record"),
        ("Mira Holt put the death toll of the quay fire at 144.", "number-conflict"),
        ("Mira Holt said 143 people were killed and 60 injured in the quay fire.", "on-record"),
        ("Mira Holt said 143 people, including 12 children, were killed in the quay fire.", "on-record"),
        ("The quay fire is out. Mira Holt said 134 people were killed.", "number-conflict"),
        ("The quay fire is out. Mira Holt said 143 people were killed.", "on-record"),
        ("The Coast Wire said 143 people were killed in the quay fire.", "no-record"),
    ] {
        let audit = audit(&ledger, text);
        let told: Vec<&str> = audit.attributions.iter().map(|one| one.standing.word()).collect();
        assert_eq!(told.first(), Some(&standing), "{text}: {:?}", audit.attributions);
    }
}

#[test]
fn figures_that_cannot_be_compared_are_no_conflict() {
    let ledger = ledger();
    for text in [
        "Mira Holt said 12 children were killed in the quay fire.",
        "Mira Holt said 12 people were killed when a bus crashed near Oldmark.",
        "Mira Holt said one of the 143 people killed in the quay fire was her cousin.",
        "Did Mira Holt say 12 people were killed in the quay fire?",
        "Mira Holt said that if 12 people were killed in the quay fire, it was enough.",
        "Mira Holt said on 12 May that people were killed in the quay fire.",
    ] {
        let audit = audit(&ledger, text);
        let conflict = audit.attributions.iter().any(|one| one.standing.word() == "number-conflict");
        assert!(!conflict, "{text}: {:?}", audit.attributions);
    }
}

#[test]
fn words_that_two_said_alike_accuse_nobody() {
    let ledger = ledger();
    let headline = |text: &str| {
        let audit = audit(&ledger, text);
        (audit.quotes[0].verdict.rule().id, advice::verdict(&ledger, &audit.quotes[0]).headline)
    };
    let (rule, said) = headline("“We mourn with every house on the quay tonight,” said Karl Unger.");
    assert_eq!(rule, "ambiguous");
    assert!(said.contains("Norland and Sudria said alike, given to “Karl Unger”"), "{said}");
    let (rule, _) = headline("“We mourn with every house on the quay tonight,” said Norland.");
    assert_eq!(rule, "verbatim");
}

const HELD: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: coast-front, name: the Coast Front, kind: armed-group}
  - {id: mira-holt, name: Mira Holt, kind: person, part-of: norland}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
  - {id: mill-raid, name: the mill raid, date: 2031-05-02}
  - {id: dam-blast, name: the dam blast, date: 2031-05-02}
statements:
  - {id: f-deed, by: coast-front, date: 2031-05-03, denies: ['carried-out(self, dam-blast)']}
  - {id: n-condemns, by: norland, date: 2031-05-03, asserts: ['condemns(self, quay-fire)']}
  - {id: s-praises, by: sudria, date: 2031-05-03, asserts: ['praises(self, quay-fire)', 'justifies(self, mill-raid)']}
  - {id: f-regrets, by: coast-front, date: 2031-05-03, asserts: ['regrets(self, mill-raid)']}
  - {id: f-denies, by: coast-front, date: 2031-05-03, denies: ['involved-in(self, quay-fire)']}
  - {id: n-front, by: norland, date: 2031-05-03, asserts: ['involved-in(coast-front, mill-raid)']}
  - {id: h-killed, by: mira-holt, date: 2031-05-03, asserts: ['killed(quay-fire) = 143']}
  - {id: h-least, by: mira-holt, date: 2031-05-03, asserts: ['killed(mill-raid) >= 12']}
";

#[test]
fn what_a_sentence_says_is_held_against_what_its_party_said_of_that_event() {
    let ledger = read(HELD);
    for (text, standing) in [
        ("Norland condemned the quay fire.", "on-record"),
        ("Norland condemned the mill raid.", "no-record"),
        ("Sudria condemned the quay fire.", "stance-conflict"),
        // To regret something is no lower rung of condemning it, or of denying it.
        ("The Coast Front condemned the mill raid.", "no-record"),
        ("The Coast Front denied any involvement in the mill raid.", "no-record"),
        ("The Coast Front denied any involvement in the quay fire.", "on-record"),
        // Who denies any part denies the deed too, and who denies the deed may have had some part.
        ("The Coast Front denied carrying out the quay fire.", "on-record"),
        ("The Coast Front denied responsibility for the quay fire.", "on-record"),
        ("The Coast Front denied ordering the quay fire.", "on-record"),
        ("The Coast Front denied carrying out the dam blast.", "on-record"),
        ("The Coast Front denied being responsible for the dam blast.", "on-record"),
        ("The Coast Front denied any involvement in the dam blast.", "overreach"),
        ("The Coast Front denied having had any part in the dam blast.", "overreach"),
        ("The Coast Front denied ordering the dam blast.", "no-record"),
        ("The Coast Front denied that Sudria had any part in the quay fire.", "no-record"),
        ("The Coast Front claimed responsibility for the quay fire.", "stance-conflict"),
        // Who confirms that something was, admits nothing.
        ("The Coast Front confirmed the quay fire.", "no-record"),
        ("The Coast Front confirmed its role in the quay fire.", "stance-conflict"),
        // Nobody on record backs the Coast Front, whom Norland accuses.
        ("Norland accused Sudria of the mill raid.", "no-record"),
        ("Mira Holt accused Sudria of possible involvement in the mill raid.", "no-record"),
        ("Mira Holt denied that anyone was killed in the quay fire.", "stance-conflict"),
        ("Mira Holt denied that 12 people were killed in the quay fire.", "no-record"),
    ] {
        let (told, message) = told(&ledger, text);
        assert_eq!(told, standing, "{text}: {message}");
    }
}

#[test]
fn a_figure_is_of_the_event_of_the_text_where_its_sentence_tells_of_no_other() {
    let ledger = read(HELD);
    for (text, standing) in [
        ("134 people were killed, Mira Holt told reporters.", "number-conflict"),
        ("143 people were killed, Mira Holt told reporters on Monday.", "on-record"),
        ("Mira Holt said 12 people were killed when a bus crashed near Oldmark.", "no-record"),
    ] {
        let text = format!("The quay fire is out. {text}");
        let audit = audit(&ledger, &text);
        let told: Vec<&str> = audit.attributions.iter().map(|one| one.standing.word()).collect();
        assert_eq!(told, [standing], "{text}: {:?}", audit.attributions);
    }
}

const QUOTED: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: mira-holt, name: Mira Holt, kind: person, part-of: norland}
  - {id: karl-unger, name: Karl Unger, kind: person, part-of: sudria}
  - {id: coast-wire, name: the Coast Wire, kind: outlet}
  - {id: marl-post, name: the Marl Post, kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
statements:
  - {id: n-first, by: norland, date: 2031-05-02, quote: Our boats were never near the burning quay., denies: ['involved-in(self, quay-fire)']}
  - {id: n-later, by: norland, date: 2031-05-06, quote: One of our crews lit the fire at the quay by mistake., asserts: ['involved-in(self, quay-fire)']}
  - {id: s-houses, by: sudria, date: 2031-05-03, quote: We will rebuild every single house on the coast., asserts: ['regrets(self, quay-fire)']}
  - {id: s-winter, by: sudria, date: 2031-05-04, quote: Nobody has to leave before the winter comes.}
  - {id: s-navy, by: sudria, date: 2031-05-04, quote: Their navy shelled the harbour at dawn., asserts: ['carried-out(norland, quay-fire)']}
  - {id: s-both, by: sudria, date: 2031-05-04, quote: Norland lit this fire and our coastguard did not., asserts: ['carried-out(norland, quay-fire)'], denies: ['carried-out(self, quay-fire)']}
  - {id: s-books, by: sudria, date: 2031-05-05, via: coast-wire, quote: The harbour master kept two sets of books., asserts: ['involved-in(norland, quay-fire)']}
  - {id: s-there, by: sudria, date: 2031-05-05, quote: And it is for us to be there on the coast as we were before.}
  - {id: n-mourns, by: norland, date: 2031-05-05, quote: We mourn with every house on the quay tonight.}
  - {id: s-mourns, by: sudria, date: 2031-05-05, quote: We mourn with every house on the quay tonight.}
  - {id: k-justice, by: karl-unger, date: 2031-05-05, quote: We shall see justice done in Oldmark soon.}
  - {id: m-true, by: mira-holt, date: 2031-05-07, asserts: ['authentic(s-navy)'], denies: ['authentic(s-winter)', 'accurate(s-houses)']}
";

/// A draft, the verdict on its one quotation, the remarks on it, and the statement whose words it is taken for.
type Draft = (&'static str, &'static str, &'static [&'static str], Option<&'static str>);

const DRAFTS: &[Draft] = &[
    // What the same voice took back since, and what stands.
    (
        "“Our boats were never near the burning quay,” Norland said.",
        "verbatim",
        &["superseded"],
        Some("n-first"),
    ),
    (
        "“One of our crews lit the fire at the quay by mistake,” Norland said.",
        "verbatim",
        &[],
        Some("n-later"),
    ),
    // Denied to have been said; called untrue, which is something else; and called genuine.
    (
        "“Nobody has to leave before the winter comes,” Sudria said.",
        "verbatim",
        &["denied-words"],
        Some("s-winter"),
    ),
    ("“We will rebuild every single house on the coast,” Sudria said.", "verbatim", &[], Some("s-houses")),
    ("“Their navy shelled the harbour at dawn,” Sudria said.", "verbatim", &[], Some("s-navy")),
    // Who denies something says no more than that somebody did it; who says both may be quoted as denying.
    (
        "“Their navy shelled the harbour at dawn,” Sudria denied.",
        "verbatim",
        &["cue-conflict"],
        Some("s-navy"),
    ),
    ("“Norland lit this fire and our coastguard did not,” Sudria denied.", "verbatim", &[], Some("s-both")),
    // Said to another outlet; said to a person, which no carrier contradicts.
    (
        "“The harbour master kept two sets of books,” Sudria told the Marl Post.",
        "verbatim",
        &["cue-conflict"],
        Some("s-books"),
    ),
    ("“The harbour master kept two sets of books,” Sudria told Mira Holt.", "verbatim", &[], Some("s-books")),
    (
        "“The harbour master kept two sets of books,” Sudria told the Coast Wire.",
        "verbatim",
        &[],
        Some("s-books"),
    ),
    // Pieces of three words are pieces.
    ("“We will rebuild nobody has to leave,” Sudria said.", "spliced", &[], Some("s-houses")),
    ("“We will rebuild and nobody has to leave,” Sudria said.", "unknown", &[], None),
    // Four words that nobody is named for are shown as they are; five want a speaker.
    ("“We shall see justice,” the note ran.", "partial", &[], Some("k-justice")),
    ("“We shall see justice done,” the note ran.", "speaker-unresolved", &[], Some("k-justice")),
    // In another's mouth: few words that tell much are enough, and many that tell nothing are not.
    ("“Two sets of books,” Norland said.", "misattributed", &[], Some("s-books")),
    ("“And it is for us to be there on the coast,” said Norland.", "unknown", &[], None),
    ("“On the coast,” said a man in the street.", "unknown", &[], None),
    // Two said the same: whoever is named of them said it, also where a word was changed.
    ("“We mourn with every house on the quay tonight,” said Norland.", "verbatim", &[], Some("n-mourns")),
    ("“We mourn with every house on the quay tomorrow,” said Norland.", "altered", &[], Some("n-mourns")),
];

#[test]
fn whose_words_they_are_and_what_became_of_them() {
    let ledger = read(QUOTED);
    for (text, verdict, remarks, statement) in DRAFTS {
        let audit = audit(&ledger, text);
        let [quoted] = &audit.quotes[..] else { panic!("{text}: {:?}", audit.quotes) };
        let told: Vec<&str> = quoted.remarks.iter().map(|remark| remark.rule().id).collect();
        let first = quoted.statements.first().map(|id| ledger.statement(*id).id.as_str());
        assert_eq!((quoted.verdict.rule().id, &told[..], first), (*verdict, *remarks, *statement), "{text}");
    }
}

#[test]
fn what_is_on_file_without_words_names_whoever_spoke_of_itself() {
    let mut ledger = read(HELD);
    let text = "The Coast Front denied any involvement in the dam blast.";
    let file = ledger.texts.add("draft.txt".to_owned(), text.to_owned());
    let told = findings::findings(&audit(&ledger, text), file);
    let labels: Vec<&str> = told[0].finding.labels.iter().map(|label| label.text.as_str()).collect();
    let on_file = "the Coast Front, 3 May 2031: denies that the Coast Front carried out the dam blast";
    assert!(labels.contains(&on_file), "{labels:?}");
}

/// What programs are told of a draft.
fn told_to_programs(store: &str, text: &str) -> serde_json::Value {
    let mut ledger = read(store);
    let file = ledger.texts.add("draft.txt".to_owned(), text.to_owned());
    let audit = audit(&ledger, text);
    for (range, _) in audit.unrecorded(file) {
        assert_eq!(text[range.clone()].trim(), &text[range], "{text}");
    }
    serde_json::from_str(&json(&audit, &findings::findings(&audit, file), file)).unwrap()
}

#[test]
fn sentences_are_counted_by_how_they_stand_to_the_record() {
    for (store, text, counts) in [
        (
            QUOTED,
            "The “temporary” measures stay. “We will rebuild every single house on the coast,” Sudria said. It rained.",
            [1, 1, 0, 0],
        ),
        (QUOTED, "Words flew. “Not one of them was ours to give,” Sudria said.", [1, 0, 0, 1]),
        (
            HELD,
            "Sudria condemned the quay fire. Norland condemned the quay fire. Norland condemned the mill raid. It rained.",
            [3, 1, 1, 1],
        ),
    ] {
        let told = told_to_programs(store, text);
        let counted = ["sentences", "on_record", "otherwise", "no_record"]
            .map(|key| told["coverage"][key].as_u64().unwrap());
        assert_eq!(counted, counts, "{text}");
    }
}

#[test]
fn programs_are_told_what_is_more_than_a_note_and_what_is_nowhere_on_file() {
    for (text, rules) in [
        ("“One of our crews lit the fire at the quay by mistake,” Norland said.", &[][..]),
        ("“The harbour master kept three sets of books,” Sudria said.", &["altered"]),
        ("“Not one of them was ours to give,” Sudria said.", &["unknown"]),
    ] {
        let told = told_to_programs(QUOTED, text);
        let found: Vec<&str> =
            told["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
        assert_eq!(found, rules, "{text}");
    }
    let told = told_to_programs(QUOTED, "“The harbour master kept three sets of books,” Sudria said.");
    let message = told["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("(number)"), "{message}");
}

#[test]
fn the_summary_says_nothing_of_what_was_not_read_where_all_was() {
    let mut ledger = read(QUOTED);
    let draft = "“We shall see justice done,” said Karl Unger.";
    let file = ledger.texts.add("draft.txt".to_owned(), draft.to_owned());
    let audit = audit(&ledger, draft);
    let said = findings::findings(&audit, file);
    let told = text(&audit, &said, file, Style { width: 100, color: false, explain: false, all: false });
    let summary = "1 quotation: 1 partial\n1 sentence attributes something: 1 on record, 0 not";
    assert_eq!(told.trim(), summary);
}

/// A store with more records at the top of one of its lists.
fn with(list: &str, more: &str) -> Ledger {
    read(&STORE.replacen(list, &format!("{list}{more}"), 1))
}

#[test]
fn predicates_that_imply_one_another_in_a_circle_are_gone_through_once() {
    let words = |verb: &str| format!("reads: '{{1}} {verb} {{2}}', reads-not: '{{1}} did not {verb} {{2}}'");
    let more = format!(
        "  - {{id: funds, arguments: [party, event], {}, implies: aids}}\n  - {{id: aids, arguments: [party, event], {}, implies: funds}}\n",
        words("fund"),
        words("aid")
    );
    let store = STORE.replacen("pays(sudria, quay-fire)']}", "funds(sudria, quay-fire)']}", 1);
    let ledger = read(&store.replacen("predicates:\n", &format!("predicates:\n{more}"), 1));
    let (standing, message) = told(&ledger, "Norland said Sudria was involved in the quay fire.");
    assert_eq!(standing, "overreach", "{message}");
}

#[test]
fn of_parties_that_are_part_of_many_each_is_asked_once() {
    // Twelve storeys of six bodies, each part of all six above it: two thousand million ways to the top.
    let part_of = |storey: usize| {
        let above = |at: usize| format!("b{}-{at}", storey + 1);
        (storey < 11).then(|| format!(", part-of: [{}]", (0..6).map(above).collect::<Vec<_>>().join(", ")))
    };
    let body = |storey: usize, at: usize| {
        format!(
            "  - {{id: b{storey}-{at}, name: Office {storey} {at}, kind: body{}}}\n",
            part_of(storey).unwrap_or_default()
        )
    };
    let bodies: String = (0..12)
        .flat_map(|storey| (0..6).map(move |at| (storey, at)))
        .map(|(storey, at)| body(storey, at))
        .collect();
    let clerk = "  - {id: clerk, name: Ina Vale, kind: person, part-of: b0-0}\n";
    let ledger = with("parties:\n", &(bodies + clerk));
    let (standing, message) = told(&ledger, "Ina Vale said Sudria was involved in the mill raid.");
    assert_eq!(standing, "no-record", "{message}");
}
