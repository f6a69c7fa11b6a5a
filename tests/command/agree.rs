//! What commands once said differently of one position or one accusation, and now say alike.

use crate::common::incident::{folder, gainsay, said, write};

/// Runs commands over a store in a folder of its own; what they print.
fn printed<const N: usize>(name: &str, records: &str, commands: [&[&str]; N]) -> [String; N] {
    let folder = folder(name);
    write(&folder, records);
    std::fs::write(folder.join("draft.txt"), "“we never went near the quay”, Norland said.\n").unwrap();
    commands.map(|command| said(&gainsay(&folder, command)).0)
}

#[test]
fn hearsay_withdraws_nothing() {
    let [check, shown, audited, told] = printed(
        "agree-hearsay",
        "
statements:
  - {id: n1, by: norland, date: 2031-05-02, quote: we never went near the quay, denies: ['carried-out(self, quay-fire)']}
  - {id: n2, by: norland, via: [sudria], date: 2031-05-03, retracts: [n1]}
",
        [&["check", "--all"], &["show", "n1"], &["audit", "draft.txt"], &["timeline"]],
    );
    assert!(!check.contains("[retraction]"), "{check}");
    assert!(shown.contains("carried out the quay fire: stands"), "{shown}");
    assert!(!shown.contains("  withdrawn by"), "{shown}");
    assert!(shown.contains("not withdrawn by   n2"), "{shown}");
    assert!(!audited.contains("withdrawn or reversed since"), "{audited}");
    assert!(!told.contains("retracted"), "{told}");
}

#[test]
fn an_outlet_of_the_accused_answers_for_every_command() {
    let [check, put, shown, report] = printed(
        "agree-outlet",
        "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['carried-out(sudria, quay-fire)']}
  - {id: n2, by: norland, date: 2031-05-02, asserts: ['backs(sudria, front)']}
  - {id: d1, by: daily, date: 2031-05-03, denies: ['carried-out(sudria, quay-fire)', 'accurate(n2)']}
---
parties: [{id: daily, name: Sudria Daily, kind: outlet, part-of: sudria}]
",
        [&["check", "--all"], &["replies"], &["show", "sudria"], &["report"]],
    );
    assert!(!check.contains("[unanswered-accusation]"), "{check}");
    assert!(put.contains("2 accusations of 1 party: 2 answered, 0 not answered"), "{put}");
    assert!(!shown.contains("has no position on this on file"), "{shown}");
    assert!(
        report.contains("Every accusation on record here of a party that can be asked has an answer"),
        "{report}"
    );
    assert!(!report.contains("not answered on file"), "{report}");
}

#[test]
fn timeline_and_page_name_the_same_successor() {
    let [told, shown] = printed(
        "agree-same-as",
        "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 3']}
  - {id: n2, by: norland, date: 2031-05-03, same-as: [n1], asserts: ['killed(quay-fire) = 5']}
  - {id: n3, by: norland, date: 2031-05-04, asserts: ['killed(quay-fire) = 9']}
",
        [&["timeline"], &["show", "n1"]],
    );
    assert!(!told.contains("superseded by n2"), "{told}");
    assert_eq!(told.matches("superseded by n3").count(), 2, "{told}");
    assert!(shown.contains("superseded on 4 May 2031 by `n3`"), "{shown}");
}

#[test]
fn the_latest_request_decides_in_any_order_of_writing() {
    let requests = [
        "  - {to: sudria, about: ['carried-out(sudria, quay-fire)'], date: 2031-05-04, outcome: no-reply}\n",
        "  - {to: sudria, date: 2031-05-06, outcome: declined}\n",
    ];
    for (name, [one, other]) in [("agree-ask-1", requests), ("agree-ask-2", [requests[1], requests[0]])] {
        let records = format!(
            "
statements:
  - {{id: n1, by: norland, date: 2031-05-02, asserts: ['carried-out(sudria, quay-fire)']}}
requests:
{one}{other}"
        );
        let [check, put, shown] =
            printed(name, &records, [&["check", "--all"], &["replies"], &["show", "sudria"]]);
        let check = check.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(check.contains("It was asked on 6 May 2031: declined."), "{check}");
        assert!(put.contains("[asked, declined]"), "{put}");
        for asked in ["4 May 2031: no reply", "6 May 2031: declined"] {
            assert!(shown.contains(&format!("was asked for a reply, {asked}")), "{shown}");
        }
    }
}
