//! What the edition tells readers is true of what each party said: nothing is stronger, hidden, or told of more than it holds for.

use crate::edition::{about, between, of, since};
use crate::plain_words::stores;
use gainsay::check::Case;
use gainsay::check::options::Options;
use gainsay::read::Text;
use gainsay::views::table;
use rayon::prelude::*;

/// Words of editors and of the manual, each with what readers are told in their place.
const NOT_FOR_READERS: [(&str, &str); 7] = [
    ("no stake", "without an interest in it"),
    (" has a stake", "has an interest in it"),
    ("on file", "on record"),
    ("one origin", "go back to one source"),
    (" on it.", "what hangs on a link is for editors"),
    ("take no further part", "withdrawn"),
    ("in the words above", "words are quoted once"),
];

#[test]
fn no_edition_has_words_of_the_manual() {
    let wrong = |store: &std::path::PathBuf| {
        let case = Case::open(store, Options::default()).ok()?;
        let text = crate::edition::printed(&case).into_iter().next()?;
        let said: Vec<&str> =
            case.ledger().statements.iter().flat_map(|one| case.ledger().quotes(one)).collect();
        let ours = |words: &str| text.contains(words) && !said.iter().any(|said| said.contains(words));
        let found = NOT_FOR_READERS.iter().find(|(words, _)| ours(words));
        found.map(|(words, better)| format!("{}: “{words}”, better: {better}", store.display()))
    };
    let wrong: Vec<String> = stores().par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} stores:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_goes_back_to_one_source_is_said_of_those_words_alone() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['killed(quay-fire) = 40']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, citing: [norland], asserts: ['killed(quay-fire) = 40']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, asserts: ['killed(quay-fire) = 3']}
");
    let told =
        "What Estia and Norland say goes back to one source, Norland: 40 were killed in the quay fire.";
    assert!(text.contains(told), "{text}");
    assert!(!text.contains("All of it goes back"), "{text}");
}

/// Norland accuses Sudria, which denies it; Norland and Estia say that the fire was set, and Sudria says so too.
fn opponents(via: &str) -> String {
    format!("statements:
  - {{id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['carried-out(sudria, quay-fire)', 'deliberate(quay-fire)']}}
  - {{id: s-1, by: sudria, date: 2031-05-03, source: wire-1, denies: ['carried-out(self, quay-fire)']}}
  - {{id: e-2, by: estia, date: 2031-05-03, source: wire-1, asserts: ['deliberate(quay-fire)']}}
  - {{id: s-2, by: sudria, {via}date: 2031-05-03, source: wire-1, asserts: ['deliberate(quay-fire)']}}
")
}

#[test]
fn opponents_agree_only_in_words_of_their_own() {
    let [own, heard] = ["", "via: estia, "].map(|via| of(&opponents(via)));
    assert!(own.contains("Opponents agree"), "{own}");
    assert!(!heard.contains("Opponents agree"), "{heard}");
    assert!(heard.contains("Of the three, two speak independently of one another."), "{heard}");
}

#[test]
fn who_says_the_same_says_the_same() {
    let values = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['killed(quay-fire) = 200']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, suggests: ['killed(quay-fire) = 100..300']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, asserts: ['killed(quay-fire) = 3']}
";
    let text = of(values);
    assert!(text.contains("Estia and Norland agree on this much: 100 to 300 were killed in the quay fire. Estia says only that it is likely or possible."), "{text}");
    assert!(!text.contains("say the same"), "{text}");
    let hedged = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, denies: ['deliberate(quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, doubts: ['deliberate(quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, asserts: ['deliberate(quay-fire)']}
";
    let text = of(hedged);
    assert!(
        text.contains("Norland says that the quay fire was not deliberate; Estia says it is likely."),
        "{text}"
    );
    let both = hedged.replace("denies: ['del", "doubts: ['del");
    let text = of(&both);
    assert!(
        text.contains("Estia and Norland say it is likely that the quay fire was not deliberate."),
        "{text}"
    );
}

#[test]
fn two_who_speak_in_one_article_are_no_two_sources() {
    let two = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['deliberate(quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, asserts: ['deliberate(quay-fire)']}
";
    let text = of(two);
    assert!(text.contains("Neither cites the other. All of it was read in one place."), "{text}");
    assert!(!text.to_lowercase().contains("two sources"), "{text}");
    let text = of(&two.replacen("source: wire-1, ", "", 1));
    assert!(text.contains("(2 May 2031, no source given)"), "{text}");
    assert!(!text.contains("read in one place"), "{text}");
}

#[test]
fn the_answer_that_an_accusation_is_untrue_is_told_with_the_event() {
    let accuracy = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'Sudria did it', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'That is a lie', denies: ['accurate(n-1)']}
  - {id: n-2, by: norland, date: 2031-05-02, source: wire-1, quote: 'They sank it too', asserts: ['carried-out(sudria, sinking)']}
  - {id: s-2, by: sudria, date: 2031-05-03, source: wire-1, quote: 'Nor that', denies: ['accurate(n-2)']}
";
    let text = about(accuracy, "quay-fire");
    assert!(text.contains("Sudria denies it: “That is a lie”"), "{text}");
    assert!(!text.contains("Nor that") && !text.contains("They sank it"), "{text}");
}

#[test]
fn a_later_hedge_hides_no_earlier_word() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'Sudria did it', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'We did not do it', denies: ['carried-out(self, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-05, source: wire-1, quote: 'It can hardly have been us', doubts: ['carried-out(self, quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, quote: 'It was set', asserts: ['deliberate(quay-fire)']}
  - {id: e-2, by: estia, date: 2031-05-05, source: wire-1, quote: 'We do not know', leaves-open: ['deliberate(quay-fire)']}
");
    for words in [
        "Sudria says it is unlikely: “It can hardly have been us” (5 May 2031, The Wire) [1] Sudria before that denied that Sudria carried out the quay fire: “We did not do it” (3 May 2031",
        "Estia says it is not known: “We do not know” (5 May 2031, The Wire) [1] Estia before that said that the quay fire was deliberate: “It was set” (2 May 2031",
    ] {
        assert!(text.contains(words), "no “{words}” in: {text}");
    }
    // Who repeats itself has no word of before.
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, denies: ['carried-out(self, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-05, source: wire-1, denies: ['carried-out(self, quay-fire)']}
");
    assert!(!text.contains("before that"), "{text}");
}

#[test]
fn what_was_withdrawn_has_the_day_of_its_withdrawal() {
    let text = of("statements:
  - {id: e-1, by: estia, date: 2031-05-02, source: wire-1, asserts: ['deliberate(quay-fire)']}
  - {id: e-2, by: estia, date: 2031-05-04, source: wire-1, retracts: [e-1]}
");
    let told = "Estia no longer says that the quay fire was deliberate (said on 2 May 2031, withdrawn on 4 May 2031)";
    assert!(text.contains(told), "{text}");
    assert_eq!(text.matches("withdr").count(), 1, "{text}");
}

#[test]
fn a_condition_is_told_once() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, quote: 'Then it was set', if: 'the guard lied', asserts: ['deliberate(quay-fire)']}
");
    assert_eq!(text.matches("the guard lied").count(), 1, "{text}");
}

#[test]
fn a_thing_and_its_opposite_are_one_matter() {
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'An accident', asserts: ['accidental(quay-fire)']}
  - {id: n-1, by: norland, date: 2031-05-03, source: wire-1, quote: 'It was set', asserts: ['deliberate(quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-03, source: wire-1, quote: 'Not on purpose', denies: ['deliberate(quay-fire)']}
");
    let told = between(&text, "Whether the quay fire was deliberate", "Sources");
    for words in [
        "Norland says so: “It was set”",
        "Estia denies it: “Not on purpose”",
        "Sudria says that the quay fire was accidental: “An accident”",
        "It cannot be both",
    ] {
        assert!(told.contains(words), "no “{words}” in: {text}");
    }
    assert!(!text.contains("Whether the quay fire was accidental"), "{text}");
    assert_eq!(text.matches("Norland says").count(), 1, "{text}");
}

#[test]
fn who_names_another_has_not_denied_it_in_so_many_words() {
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, asserts: ['carried-out(estia, quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-03, source: wire-1, asserts: ['carried-out(sudria, quay-fire)']}
");
    assert!(text.contains("Sudria has not denied it in so many words."), "{text}");
    assert!(!text.contains("not answered that"), "{text}");
}

#[test]
fn who_names_whom_is_not_quoted_again() {
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'It was Estia', asserts: ['carried-out(estia, quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-03, source: wire-1, quote: 'It was Sudria', asserts: ['carried-out(sudria, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-03, source: wire-1, denies: ['carried-out(self, quay-fire)']}
  - {id: e-2, by: estia, date: 2031-05-03, source: wire-1, denies: ['carried-out(self, quay-fire)']}
");
    let told = between(&text, "Who carried out the quay fire", "Sources");
    assert!(told.contains("Estia says it was Sudria; Sudria says it was Estia."), "{text}");
    assert!(!told.split("Agreed").next().unwrap().contains("The Wire"), "{text}");
}

#[test]
fn a_flat_denial_in_other_words_is_told_as_flat_beside_a_hedge() {
    let text = of("statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['carried-out(sudria, quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-03, source: wire-1, quote: 'Hardly they', doubts: ['ordered(sudria, quay-fire)', 'involved-in(sudria, quay-fire)']}
  - {id: e-2, by: estia, anonymous: an official, date: 2031-05-03, source: wire-1, quote: 'They did not touch it', denies: ['involved-in(sudria, quay-fire)']}
");
    for words in [
        "Estia says it is unlikely that Sudria was involved in the quay fire: “Hardly they”",
        "Estia denies that Sudria was involved in the quay fire: “They did not touch it”",
    ] {
        assert!(text.contains(words), "no “{words}” in: {text}");
    }
}

#[test]
fn words_that_a_party_disowns_say_so() {
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, source: wire-1, quote: 'We burnt it', asserts: ['carried-out(self, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-04, source: wire-1, denies: ['authentic(s-1)']}
");
    let told = between(&text, "Whether Sudria carried out the quay fire Sudria claims it", "[1]");
    assert!(told.contains("(3 May 2031, The Wire, Sudria denies that these words are genuine)"), "{text}");
}

#[test]
fn one_moment_in_the_time_of_two_places_is_the_same() {
    let text = of("statements:
  - {id: s-1, by: sudria, date: 2031-05-03, asserts: ['date(quay-fire) = 2031-05-01T18:59+03:00']}
  - {id: e-1, by: estia, date: 2031-05-03, asserts: ['date(quay-fire) = 2031-05-02T00:59+09:00']}
");
    assert!(!text.contains("on this much"), "{text}");
    assert!(
        text.contains("No source is given for any of it.") && !text.contains("no source given"),
        "{text}"
    );
}

#[test]
fn a_part_since_a_day_says_that_it_is_one() {
    let records = "statements:
  - {id: n-1, by: norland, date: 2031-05-02, source: wire-1, asserts: ['deliberate(quay-fire)']}
  - {id: e-1, by: estia, date: 2031-05-03, source: wire-1, asserts: ['deliberate(quay-fire)']}
";
    let part = "A part only: what was said since 3 May 2031, and what that bears on.";
    let text = since(records, "2031-05-03");
    assert!(text.contains(part) && text.contains("said on 3 May 2031."), "{text}");
    assert!(!of(records).contains("A part only"), "{text}");
}

#[test]
fn the_foot_of_a_table_counts_its_rows_as_they_are_shown() {
    let records = "parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
events: [{id: quay-fire}, {id: sinking}]
statements:
  - {id: n-1, by: norland, date: 2031-05-02, asserts: ['condemns(self, quay-fire)', 'deliberate(quay-fire)']}
  - {id: s-1, by: sudria, date: 2031-05-02, asserts: ['condemns(self, quay-fire)']}
  - {id: s-2, by: sudria, date: 2031-05-02, leaves-open: ['deliberate(quay-fire)']}
";
    let text = Text { path: "claims/quay.yaml".to_owned(), content: Ok(records.to_owned()) };
    let case = Case::of(vec![text], Options::default());
    let reasoned = case.reason();
    let report = reasoned.report();
    let table = table::table(&reasoned.reasoning, &report, &table::Options::default());
    let printed = table::formats::markdown(&report, &table);
    assert_eq!(table.rows.len(), 3);
    assert!(printed.contains("2 rows: 1 agreed, 1 without a status"), "{printed}");
}
