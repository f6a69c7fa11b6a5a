//! The laws of `extract`: what is proposed stands in the article, no denial becomes an assertion, names change nothing.

use gainsay::extract::{Extraction, Wanted, extract};
use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::EventId;
use gainsay::ledger::model::stance::Stance;
use gainsay::read::{self, Text};
use gainsay::text::quotes::readable::Readable;

use crate::generator::seeded::Seeded;

const STORE: &str = "
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: quay-brigade, name: Quay Brigade, kind: armed-group}
  - {id: ostby-herald, name: Ostby Herald, kind: outlet}
  - {id: ann-orr, name: Ann Orr, kind: person, title: foreign minister, part-of: norland}
places:
  - {id: ostby, name: Ostby}
topics:
  - {id: ceasefire, name: a ceasefire, aliases: [ceasefire]}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-03, place: ostby}
";

fn ledger(content: &str) -> Ledger {
    let text = Text { path: "a.yaml".to_owned(), content: Ok(content.to_owned()) };
    let loaded = read::texts(vec![text], &[]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.ledger
}

fn wanted(ledger: &Ledger) -> Wanted {
    Wanted {
        about: ledger.events.find("quay-fire").map(EventId::from),
        source: None,
        published: Date::parse("2031-05-06").ok(),
    }
}

fn article(text: &str) -> Readable {
    Readable { text: text.to_owned(), ..Readable::default() }
}

/// Who says what, in one line for each position: `norland asserts carried-out(sudria, quay-fire)`.
fn said(found: &Extraction<'_>) -> Vec<String> {
    let mut rows = Vec::new();
    for statement in &found.statements {
        let speaker =
            statement.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).unwrap_or("nobody");
        for proposal in &statement.proposals {
            let mark = if proposal.question { "? " } else { "" };
            rows.push(format!(
                "{mark}{speaker} {} {}",
                proposal.stance.key(),
                proposal.propositions.join(" or ")
            ));
        }
    }
    rows
}

fn of(text: &str) -> Vec<String> {
    let ledger = ledger(STORE);
    said(&extract(&ledger, &article(text), wanted(&ledger)))
}

/// Sentences, and what each of them says of the incident.
const WHOLE: &[(&str, &str)] = &[
    ("Norland accused Sudria of carrying out the fire.", "Norland asserts carried-out(sudria, quay-fire)"),
    (
        "Norland blamed the Quay Brigade for the attack.",
        "Norland asserts involved-in(quay-brigade, quay-fire)",
    ),
    ("Norland blamed the attack on Sudria.", "Norland asserts involved-in(sudria, quay-fire)"),
    (
        "The Quay Brigade claimed responsibility for the attack.",
        "Quay Brigade asserts carried-out(self, quay-fire)",
    ),
    ("The Quay Brigade has claimed responsibility.", "Quay Brigade asserts carried-out(self, quay-fire)"),
    ("The attack was claimed by the Quay Brigade.", "Quay Brigade asserts carried-out(self, quay-fire)"),
    (
        "“We carried out the attack,” the Quay Brigade said.",
        "Quay Brigade asserts carried-out(self, quay-fire)",
    ),
    ("Sudria denied any involvement in the fire.", "Sudria denies involved-in(self, quay-fire)"),
    ("Sudria denied involvement.", "Sudria denies involved-in(self, quay-fire)"),
    ("Sudria said it was not behind the attack.", "Sudria denies involved-in(self, quay-fire)"),
    ("“We had nothing to do with it,” said Ann Orr.", "Ann Orr denies involved-in(self, quay-fire)"),
    ("“We had nothing to do with it,” Sudria said.", "Sudria denies involved-in(self, quay-fire)"),
    ("The death toll rose to 22 on Sunday, Norland said.", "Norland asserts killed(quay-fire) = 22"),
    ("Sudria denied that it carried out the attack.", "Sudria denies carried-out(self, quay-fire)"),
    (
        "Sudria rejected claims that it was involved in the attack.",
        "Sudria denies involved-in(self, quay-fire)",
    ),
    ("Norland said Sudria may have carried out the fire.", "Norland suggests carried-out(sudria, quay-fire)"),
    ("Norland said the fire was carried out by Sudria.", "Norland asserts carried-out(sudria, quay-fire)"),
    (
        "Norland said it was not clear who was behind the fire.",
        "Norland leaves-open carried-out(?, quay-fire)",
    ),
    ("Norland said at least 12 people were killed in the fire.", "Norland asserts killed(quay-fire) >= 12"),
    ("Norland said the blast killed between 10 and 12 people.", "Norland asserts killed(quay-fire) = 10..12"),
    ("Norland said the death toll had risen to 1,200.", "Norland asserts killed(quay-fire) = 1200"),
    ("Norland said 30 others were injured.", "Norland asserts injured(quay-fire) = 30"),
    ("Norland condemned the attack.", "Norland asserts condemns(self, quay-fire)"),
    ("Norland and Sudria condemned the attack.", "Sudria asserts condemns(self, quay-fire)"),
    ("The attack was condemned by Norland, Sudria and Ann Orr.", "Sudria asserts condemns(self, quay-fire)"),
    ("Norland called for a ceasefire.", "Norland asserts calls-for(self, ceasefire)"),
    ("Norland called for an inquiry.", "Norland asserts calls-for(self, inquiry)"),
    ("Norland called the fire an act of terrorism.", "Norland asserts terrorism(quay-fire)"),
    ("Norland said the fire was caused by a gas leak.", "Norland asserts cause(quay-fire) = \"a gas leak\""),
    ("Norland said the cause of the fire was not known.", "Norland leaves-open cause(quay-fire)"),
    ("Norland accused Sudria of backing the Quay Brigade.", "Norland asserts backs(sudria, quay-brigade)"),
    ("Norland blamed the Tide Front for the fire.", "Norland asserts involved-in(tide-front, quay-fire)"),
    ("Norland put the death toll at 36.", "Norland asserts killed(quay-fire) = 36"),
    ("Norland said three soldiers were killed.", "Norland asserts killed(quay-fire, soldiers) = 3"),
    ("Norland said more than a dozen people were injured.", "Norland asserts injured(quay-fire) > 12"),
    ("Norland said 12 people were killed and another 30 injured.", "Norland asserts injured(quay-fire) = 30"),
    ("Norland said twenty-two people were killed.", "Norland asserts killed(quay-fire) = 22"),
    ("Norland reported no casualties.", "Norland denies killed(quay-fire)"),
    ("The Quay Brigade said it was behind the fires.", "Quay Brigade asserts involved-in(self, quay-fire)"),
    ("Norland called the fire an appalling act.", "Norland asserts condemns(self, quay-fire)"),
    ("Norland said it regretted the attack.", "Norland asserts regrets(self, quay-fire)"),
    ("Ann Orr said Norland wanted a ceasefire.", "Ann Orr asserts seeks(norland, ceasefire)"),
    ("Norland said Sudria had shelled the quay.", "Norland asserts carried-out(sudria, quay-fire)"),
    ("Sudria denied shelling the quay.", "Sudria denies carried-out(self, quay-fire)"),
    (
        "Norland said investigators found a gas leak caused the fire.",
        "Norland asserts cause(quay-fire) = \"a gas leak\"",
    ),
    ("Norland believes a gas leak caused the fire.", "Norland suggests cause(quay-fire) = \"a gas leak\""),
    ("Norland said the fire was not being treated as terror-related.", "Norland denies terrorism(quay-fire)"),
];

#[test]
fn what_the_tool_is_for_comes_out_whole() {
    for (text, wanted) in WHOLE {
        let found = of(text);
        assert!(found.iter().any(|row| row == wanted), "{text}\n{found:#?}");
    }
    let answered = of("Sudria accused Norland of carrying out the fire. Ann Orr denied the accusation.");
    assert!(answered.contains(&"Ann Orr denies carried-out(self, quay-fire)".to_owned()), "{answered:?}");
    let office = of(
        "Norland accused Sudria of carrying out the fire. Sudria’s envoy, Ben Dahl, dismissed the accusation.",
    );
    assert!(office.contains(&"Ben Dahl denies carried-out(sudria, quay-fire)".to_owned()), "{office:?}");
    let both = of("Norland accused Sudria of carrying out the fire. Sudria has denied it.");
    assert_eq!(
        both,
        ["Norland asserts carried-out(sudria, quay-fire)", "Sudria denies carried-out(self, quay-fire)"]
    );
}

/// Sentences that deny, doubt, ask, suppose, or speak of another event.
const NASTY: &[&str] = &[
    "Norland did not accuse Sudria of carrying out the fire.",
    "Norland never said that Sudria carried out the fire.",
    "Norland stopped short of accusing Sudria of carrying out the fire.",
    "Norland refused to say that Sudria carried out the fire.",
    "Norland declined to blame Sudria for the fire.",
    "Norland said that it would be wrong to say that Sudria carried out the fire.",
    "Norland said it is not true that Sudria carried out the fire.",
    "Norland said it was false that Sudria carried out the fire.",
    "Norland said there was no evidence that Sudria carried out the fire.",
    "Norland said nobody believed that Sudria carried out the fire.",
    "Norland dismissed reports that Sudria carried out the fire.",
    "Norland called the claim that Sudria carried out the fire a lie.",
    "“Sudria carried out the fire? No,” Norland said.",
    "“Did Sudria carry out the fire?” Norland asked.",
    "“Sudria carried out the fire. That is a lie,” Norland said.",
    "“It is a lie — Sudria carried out the fire, they tell us,” Norland said.",
    "Norland asked whether Sudria carried out the fire.",
    "Norland said it did not know if Sudria carried out the fire.",
    "Norland doubts that Sudria carried out the fire.",
    "Norland doubted Sudria was behind the fire.",
    "Norland said neither Sudria nor the Quay Brigade carried out the fire.",
    "Norland ruled out that Sudria was behind the fire.",
    "Norland denied that Sudria was behind the fire.",
    "Norland has denied reports that the Quay Brigade claimed responsibility for the fire.",
    "Norland said the theory that Sudria carried out the fire was absurd.",
    "Norland said Sudria could not have carried out the fire.",
    "Norland said Sudria hardly carried out the fire.",
    "Norland said it was unlikely that Sudria carried out the fire.",
    "Norland said the Quay Brigade had not claimed responsibility for the fire.",
    "Nobody has claimed responsibility for the fire.",
    "No group has claimed responsibility for the fire.",
    "Neither Norland nor Sudria claimed responsibility for the fire.",
    "The Quay Brigade has yet to claim responsibility for the fire.",
    "The Quay Brigade did not claim responsibility for the fire.",
    "The Quay Brigade refused to claim responsibility for the fire.",
    "Sudria denied claiming responsibility for the fire.",
    "Sudria rejected the accusation that it carried out the fire.",
    "Sudria said it would have been mad to carry out the fire.",
    "“If we carried out the fire, we would say so,” Sudria said.",
    "“We never carried out the fire,” Sudria said.",
    "“Nobody can say that we carried out the fire,” Sudria said.",
    "“We carried out nothing of the kind, no attack, no fire,” Sudria said.",
    "“They say we carried out the fire, which is nonsense,” Sudria said.",
    "“The allegation that we carried out the fire is baseless,” Sudria said.",
    "“It is untrue that we carried out the fire,” Sudria said.",
    "Sudria failed to carry out the fire, Norland said.",
    "Norland said it had prevented the attack that Sudria would have carried out.",
    "Norland did not condemn the attack.",
    "Norland has not condemned the attack.",
    "Norland refused to condemn the attack.",
    "Norland declined to condemn the attack.",
    "Norland failed to condemn the attack.",
    "Norland has yet to condemn the attack.",
    "Norland did not call for a ceasefire.",
    "Norland rejected calls for a ceasefire.",
    "Norland would not call for a ceasefire.",
    "Norland said nobody was killed in the fire.",
    "Norland denied that 12 people were killed in the fire.",
    "Norland said it was not true that 12 people were killed in the fire.",
    "Norland disputed that 12 people were killed.",
    "Norland dismissed claims that the fire killed 12 people.",
    "Norland said reports that 12 people were killed were false.",
    "Norland said the fire was not terrorism.",
    "Norland refused to call the fire terrorism.",
    "Norland said it was too early to call the fire terrorism.",
    "Norland said the fire was not caused by a gas leak.",
    "Norland denied that the fire was caused by a gas leak.",
    "Norland denied accusing Sudria of carrying out the fire.",
    "Norland apologised for accusing Sudria of carrying out the fire.",
    "Norland withdrew its claim that Sudria carried out the fire.",
    "Norland no longer blames Sudria for the fire.",
    "Norland said it does not blame Sudria for the fire.",
    "Norland cleared Sudria of carrying out the fire.",
    "Norland said Sudria did not back the Quay Brigade.",
    "Sudria denied backing the Quay Brigade.",
    "Norland said Sudria had no hand in the fire.",
    "Sudria admitted it had no plan for the fire.",
];

#[test]
fn no_denial_becomes_an_assertion() {
    let mut wrong = Vec::new();
    for text in NASTY {
        let asserted = of(text).into_iter().filter(|row| row.contains(" asserts ") && !row.starts_with("? "));
        wrong.extend(asserted.map(|row| format!("{text} -> {row}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn denials_around_a_sentence_are_no_assertions_either() {
    let cores = [
        "Sudria carried out the fire",
        "the fire was carried out by Sudria",
        "Sudria was behind the fire",
        "Sudria was responsible for the fire",
        "12 people were killed in the fire",
        "the fire was terrorism",
        "Sudria backs the Quay Brigade",
    ];
    let frames = [
        "Norland denied that {}.",
        "Norland denies that {}.",
        "Norland has repeatedly denied that {}.",
        "Norland said it is untrue that {}.",
        "Norland said it is not the case that {}.",
        "Norland said there is nothing to show that {}.",
        "Norland said it has never believed that {}.",
        "Norland says it refuses to believe that {}.",
        "Norland said, “It is a lie that {}.”",
        "“I do not think that {},” Ann Orr said.",
        "“I reject the idea that {},” Ann Orr said.",
        "“To say that {} is absurd,” Ann Orr said.",
        "“They claim that {}, and they are lying,” Ann Orr said.",
        "“Suppose {}: what then?” Ann Orr said.",
        "According to Norland, it is false that {}.",
        "It is wrong that {}, Norland said.",
        "Norland doubts whether {}.",
        "Norland wondered whether {}.",
        "Norland refuted the claim that {}.",
        "Norland disputes that {}.",
        "Norland says no one has shown that {}.",
        "Norland said the report that {} had been retracted.",
        "If {}, Norland said, there would be proof.",
        "Norland never said that {}.",
    ];
    let mut wrong = Vec::new();
    for core in cores {
        for frame in frames {
            let text = frame.replace("{}", core);
            let asserted =
                of(&text).into_iter().filter(|row| row.contains(" asserts ") && !row.starts_with("? "));
            wrong.extend(asserted.map(|row| format!("{text} -> {row}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_clause_that_nobody_affirms_gives_nothing() {
    let cores = [
        "Sudria carried out the fire",
        "the fire was carried out by Sudria",
        "Sudria was behind the fire",
        "12 people were killed in the fire",
        "the fire was terrorism",
        "the fire was deliberate",
    ];
    let frames = [
        "Norland said it was too early to say that {}.",
        "Norland said it was too soon to conclude that {}.",
        "Norland said it was premature to say {}.",
        "Norland said it was unthinkable that {}.",
        "Norland said it was quite remarkable that {}.",
        "Norland said investigators had yet to establish that {}.",
        "Norland said it was up to a court to find that {}.",
        "Norland said the film was meant to show that {}.",
        "Norland said it was easy to say that {}.",
        "Norland said it was convenient for Bruma to say that {}.",
        "Ann Orr said she was tired of hearing that {}.",
        "Norland said it was a mistake to assume that {}.",
        "Ann Orr said she regretted having said that {}.",
        "Norland said the press was quick to claim that {}.",
        "Norland said the task was to prove that {}.",
        "Norland said it was hard to believe that {}.",
        "Ann Orr said she used to think that {}.",
        "Norland said people were led to believe that {}.",
        "Norland said it found it strange that {}.",
        "“It is too early to say that {},” Ann Orr said.",
        "Norland apologised for saying that {}.",
        "Norland stopped short of saying that {}.",
        "Bruma accused Norland of claiming that {}.",
        "That {} is hard to believe, Norland said.",
    ];
    let mut wrong = Vec::new();
    for core in cores {
        for frame in frames {
            let text = frame.replace("{}", core);
            wrong.extend(of(&text).into_iter().map(|row| format!("{text} -> {row}")));
        }
    }
    for text in [
        "Norland said the fire was deliberate or an accident.",
        "Norland said the fire was an accident or a crime.",
        "Norland said the fire was an accident only in the eyes of Sudria.",
        "Norland said 280 people were nearly killed in the fire.",
        "Norland said 300 people were killed, injured or missing after the fire.",
        "Norland said 300 people were killed or injured in the fire.",
        "Norland said 300 people were killed and injured in the fire.",
        "Norland said it was a mistake to publish the list.",
    ] {
        wrong.extend(of(text).into_iter().map(|row| format!("{text} -> {row}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_clause_that_is_affirmed_says_so() {
    for frame in [
        "Norland said it was clear that {}.",
        "Norland went on to say that {}.",
        "Norland said there was evidence to show that {}.",
        "“I am sure that {},” Norland said.",
        "Norland said that, after the vote, it was certain that {}.",
    ] {
        let text = frame.replace("{}", "the fire was deliberate");
        assert!(
            of(&text).contains(&"Norland asserts deliberate(quay-fire)".to_owned()),
            "{text}\n{:?}",
            of(&text)
        );
    }
}

#[test]
fn what_somebody_says_that_another_said_is_carried_by_whoever_says_so() {
    let ledger = ledger(STORE);
    for (text, wanted_rows) in [
        (
            "Norland said the Quay Brigade claimed responsibility for the fire.",
            vec!["Quay Brigade via norland: asserts carried-out(self, quay-fire)"],
        ),
        (
            "Sudria quoted Ann Orr as saying that Norland carried out the fire.",
            vec!["Ann Orr via sudria: asserts carried-out(norland, quay-fire)"],
        ),
        (
            "Sudria claimed that Ann Orr had admitted that Norland carried out the fire.",
            vec!["Ann Orr via sudria: asserts carried-out(norland, quay-fire)"],
        ),
        (
            "Norland blames Sudria for the fire, the Quay Brigade said.",
            vec!["Norland via quay-brigade: asserts involved-in(sudria, quay-fire)"],
        ),
        ("Norland condemned the fire.", vec!["Norland via : asserts condemns(self, quay-fire)"]),
    ] {
        let article = article(text);
        let found = extract(&ledger, &article, wanted(&ledger));
        let rows: Vec<String> = found
            .statements
            .iter()
            .flat_map(|statement| {
                let name =
                    statement.speaker.as_ref().and_then(|speaker| speaker.name.clone()).unwrap_or_default();
                let via = statement.via.join(", ");
                statement.proposals.iter().map(move |proposal| {
                    format!(
                        "{name} via {via}: {} {}",
                        proposal.stance.key(),
                        proposal.propositions.join(" or ")
                    )
                })
            })
            .collect();
        assert_eq!(rows, wanted_rows, "{text}");
    }
}

#[test]
fn the_allegation_is_what_was_last_alleged() {
    assert_eq!(
        of(
            "Sudria accused Norland of arming the Quay Brigade. Ann Orr declined to comment on the allegation."
        ),
        ["Sudria asserts arms(norland, quay-brigade)", "Ann Orr declines arms(norland, quay-brigade)"]
    );
    assert_eq!(of("Ann Orr declined to comment on the allegations."), Vec::<String>::new());
}

#[test]
fn a_title_before_a_name_is_no_name() {
    for title in ["Dr", "Dr.", "Prof", "Sir", "Mrs"] {
        let text = format!(
            "The foreign minister of Norland, {title} Ann Orr, said 12 people were killed in the fire."
        );
        assert_eq!(of(&text), ["Ann Orr asserts killed(quay-fire) = 12"], "{text}");
    }
}

#[test]
fn another_event_is_not_taken_for_this_one() {
    for text in [
        "The Quay Brigade claimed responsibility for another attack.",
        "The Quay Brigade claimed responsibility for the attack on 3 March.",
        "The Quay Brigade claimed responsibility for several attacks.",
        "The Quay Brigade claimed responsibility for a similar fire.",
        "The Quay Brigade claimed responsibility for last year’s kidnapping of two envoys and three attacks.",
        "Sudria denied involvement in decisions of the Quay Brigade.",
        "Norland condemned previous attacks.",
        "Norland said Sudria had shelled the harbour.",
        "Norland said Sudria had shelled another quay.",
        "Sudria denied any link between the two.",
        "Norland urged residents to leave.",
        "Norland said another 30 people were killed.",
        "Norland said it was not looking for anyone else.",
    ] {
        assert_eq!(of(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn several_events_that_fit_are_a_question() {
    let two = STORE.replace(
        "events:\n",
        "events:\n  - {id: dock-fire, name: the dock fire, date: 2031-05-04, place: ostby}\n",
    );
    let ledger = ledger(&two);
    let article = article("The Quay Brigade claimed responsibility for the fire.");
    let found = extract(&ledger, &article, Wanted::default());
    assert_eq!(
        said(&found),
        ["? Quay Brigade asserts carried-out(self, dock-fire) or carried-out(self, quay-fire)"]
    );
}

#[test]
fn a_store_has_phrases_of_its_own() {
    let own = format!(
        "{STORE}\npredicates:\n  - id: towed\n    arguments: [party, party]\n    reads: '{{1}} towed {{2}}'\n    said: ['{{1}} towed {{2}}', {{denies: '{{1}} did not tow {{2}}'}}]\n"
    );
    let ledger = ledger(&own);
    let of = |text: &str| said(&extract(&ledger, &article(text), wanted(&ledger)));
    assert_eq!(
        of("Norland said Sudria towed the Quay Brigade."),
        ["Norland asserts towed(sudria, quay-brigade)"]
    );
    assert_eq!(
        of("Norland said Sudria did not tow the Quay Brigade."),
        ["Norland denies towed(sudria, quay-brigade)"]
    );
    assert_eq!(of("Norland said Sudria followed the Quay Brigade."), Vec::<String>::new());
}

/// Sentences from which articles are made.
const PARTS: &[&str] = &[
    "Norland accused Sudria of carrying out the fire.",
    "“We carried out the attack,” the Quay Brigade said on Monday.",
    "Sudria denied any involvement in the fire.",
    "Ann Orr, who visited Ostby, said “it was a crime” and called for a ceasefire.",
    "“No part of it,” said Sudria, “was our doing.”",
    "Norland said at least 12 people were killed, and 30 others were injured.",
    "Officials told the Ostby Herald that the death toll had risen to 14.",
    "Norland condemned the attack; Sudria has denied it.",
    "The fire, seen from “Pier 4”, burned for a day.",
];

#[test]
fn every_quote_is_verbatim_at_its_place_and_nothing_overlaps() {
    let ledger = ledger(STORE);
    for seed in 0..60 {
        let mut random = Seeded::new(seed);
        let text: Vec<&str> = (0..6).map(|_| PARTS[random.below(PARTS.len())]).collect();
        let text = text.join(if seed % 2 == 0 { " " } else { "\n\n" });
        let article = article(&text);
        let found = extract(&ledger, &article, wanted(&ledger));
        for statement in &found.statements {
            let mut last = 0;
            for piece in &statement.pieces {
                assert!(piece.start >= last && piece.start < piece.end, "{text}: {:?}", statement.pieces);
                last = piece.end;
            }
            for quote in &statement.quotes {
                assert!(!text[quote.clone()].is_empty());
                assert!(text[..quote.start].ends_with(['“', ' ']) || quote.start == 0, "{text}: {quote:?}");
            }
            for proposal in &statement.proposals {
                assert!(!text[proposal.words.clone()].trim().is_empty());
            }
        }
    }
}

#[test]
fn other_names_other_marks_and_another_order_change_nothing_else() {
    let plain = ledger(STORE);
    let renamed = |text: &str| {
        let text = text.replace("Norland", "Vestmark").replace("norland", "vestmark");
        text.replace("Sudria", "Osterland")
            .replace("sudria", "osterland")
            .replace("Quay Brigade", "Pier Column")
            .replace("quay-brigade", "pier-column")
    };
    let other = ledger(&renamed(STORE));
    for seed in 0..30 {
        let mut random = Seeded::new(seed);
        let chosen: Vec<&str> = (0..4).map(|_| PARTS[random.below(PARTS.len() - 2)]).collect();
        let text = chosen.join("\n\n");
        let rows = |ledger: &Ledger, text: &str| said(&extract(ledger, &article(text), wanted(ledger)));
        let before = rows(&plain, &text);
        let expected: Vec<String> = before.iter().map(|row| renamed(row)).collect();
        assert_eq!(rows(&other, &renamed(&text)), expected, "{text}");
        let straight = text.replace(['“', '”'], "\"");
        assert_eq!(rows(&plain, &straight), before, "{straight}");
        let mut turned: Vec<&str> = chosen.clone();
        turned.reverse();
        let (mut one, mut two) = (rows(&plain, &turned.join("\n\n")), before);
        one.sort();
        two.sort();
        assert_eq!(one, two, "{text}");
    }
}

#[test]
fn dates_carriers_and_unnamed_speakers() {
    let ledger = ledger(STORE);
    let of = |text: &str| {
        let article = article(text);
        let found = extract(&ledger, &article, wanted(&ledger));
        let statement = found.statements.first().cloned().unwrap_or_else(|| panic!("{text}"));
        let anonymous = statement.speaker.as_ref().and_then(|speaker| speaker.anonymous.clone());
        (statement.date.unwrap_or_default(), statement.via, statement.citing, anonymous)
    };
    let none = Vec::<String>::new;
    // The sixth of May 2031 is a Tuesday.
    assert_eq!(of("On Monday Norland said the harbour was closed.").0, "2031-05-05");
    assert_eq!(of("Norland said on Tuesday the harbour was closed.").0, "2031-05-06");
    assert_eq!(of("Norland said on Wednesday the harbour was closed.").0, "2031-04-30");
    assert_eq!(of("Norland said on 2 May the harbour was closed.").0, "2031-05-02");
    assert_eq!(of("Norland said yesterday the harbour was closed.").0, "2031-05-05");
    assert_eq!(of("Norland said the harbour was closed.").0, "../2031-05-06");
    assert_eq!(of("Norland said the harbour was closed on Monday.").0, "../2031-05-06");
    assert_eq!(of("Norland condemned the attack.").0, "2031-05-03/2031-05-06");
    let told = of("Ann Orr told the Ostby Herald that the harbour was closed.");
    assert_eq!((told.1, told.2, told.3), (vec!["ostby-herald".to_owned()], none(), None));
    let cited = of("Sudria, citing Norland, said the harbour was closed.");
    assert_eq!(cited.2, ["norland"]);
    let unnamed = of("Officials said the harbour was closed.");
    assert_eq!(unnamed.3.as_deref(), Some("Officials"));
}

#[test]
fn whoever_is_new_is_proposed_once_with_what_the_article_says() {
    let ledger = ledger(STORE);
    let text = "Ben Dahl, a spokesman for Norland, condemned the attack. The armed group Tide Front claimed responsibility. Norland \
                blamed the Tide Front for the fire. Dahl called for a ceasefire.";
    let article = article(text);
    let found = extract(&ledger, &article, wanted(&ledger));
    let new: Vec<_> =
        found.newcomers.iter().map(|new| (new.name.as_str(), new.kind, new.part_of.as_deref())).collect();
    assert_eq!(
        new,
        [("Ben Dahl", Some("person"), Some("norland")), ("Tide Front", Some("armed-group"), None)]
    );
    assert!(found.statements.iter().flat_map(|one| &one.proposals).all(|one| one.stance == Stance::Asserts));
}
