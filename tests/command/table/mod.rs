//! The contradiction table: which rows and cells there are, and how each row stands.
#![allow(clippy::unwrap_used)]

mod formats;
mod print;
mod store;

use self::store::{accuses, denies, json, printed, row, said, statuses, store};
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::PartyId;
use gainsay::views::table::{Options, Status};
use serde_json::Value;

#[test]
fn a_clash_is_contested_and_the_denial_of_more_stands_in_its_row_by_definition() {
    let table = json(&store(&[accuses("north"), denies("league")], ""));
    let strike = row(&table, "carried-out(league, strike)");
    assert_eq!(strike["status"], "contested");
    assert_eq!(strike["reading"], "League carried out the Harbour strike");
    let cells = &strike["cells"];
    assert_eq!((&cells["north"]["stance"], &cells["north"]["how"]), (&"asserts".into(), &"stated".into()));
    assert_eq!(
        (&cells["league"]["stance"], &cells["league"]["how"]),
        (&"denies".into(), &"definition".into())
    );
    assert_eq!(cells["league"]["statements"], serde_json::json!(["league-denies"]));
    // Where the denial is said in so many words, the same two meet; nobody has a row for what follows alone.
    assert_eq!(row(&table, "involved-in(league, strike)")["status"], "contested");
    assert_eq!(table["rows"].as_array().unwrap().len(), 2, "{table}");
    // A near miss: two who deny contradict nobody.
    let all = statuses(&store(&[denies("north"), denies("league")], ""));
    assert_eq!(all["involved-in(league, strike)"], "agreed");
}

#[test]
fn reconciled_needs_a_reason_on_file() {
    let both = [accuses("north"), denies("league")];
    let record = "reconciliations: [{between: [north-accuses, league-denies], reason: definition}]\n";
    assert_eq!(statuses(&store(&both, record))["carried-out(league, strike)"], "reconciled");
    let other = "reconciliations: [{between: [north-accuses, east-denies], reason: definition}]\n";
    let three = [accuses("north"), denies("league"), denies("east")];
    assert_eq!(statuses(&store(&three, other))["carried-out(league, strike)"], "contested");
    let accepted = "accepted: [{rule: direct-contradiction, between: [north, league]}]\n";
    assert_eq!(statuses(&store(&both, accepted))["carried-out(league, strike)"], "contested");
}

#[test]
fn unverified_agreed_and_one_origin() {
    let on = "carried-out(league, strike)";
    assert_eq!(statuses(&store(&[accuses("north")], ""))[on], "unverified");
    // Two disinterested origins verify it, and agree.
    assert_eq!(statuses(&store(&[accuses("north"), accuses("east")], ""))[on], "agreed");
    let weapon = |id: &str, by: &str, citing: &str| {
        said(id, by, 2, &format!("{citing}asserts: ['killed(strike) = 3']"))
    };
    let on = "killed(strike)";
    assert_eq!(statuses(&store(&[weapon("a", "north", "")], ""))[on], "one-origin");
    let echo = [weapon("a", "north", ""), weapon("b", "east", "citing: [a], ")];
    assert_eq!(statuses(&store(&echo, ""))[on], "one-origin");
    assert_eq!(statuses(&store(&[weapon("a", "north", ""), weapon("b", "east", "")], ""))[on], "agreed");
    // Two origins that neither clash nor agree: none of the words applies.
    let unsigned = [
        said("a", "north", 2, "leaves-open: ['happened(strike)']"),
        said("b", "east", 2, "declines: ['happened(strike)']"),
    ];
    assert_eq!(statuses(&store(&unsigned, ""))["happened(strike)"], "none");
}

#[test]
fn two_hedges_contest_nothing() {
    let store = store(
        &[
            said("a", "north", 2, "suggests: ['happened(strike)']"),
            said("b", "east", 2, "doubts: ['happened(strike)']"),
        ],
        "",
    );
    assert_eq!(statuses(&store)["happened(strike)"], "none");
}

#[test]
fn a_cell_shows_the_word_that_stands() {
    let toll =
        |id: &str, day, value| said(id, "minister", day, &format!("asserts: ['killed(strike) = {value}']"));
    let table = json(&store(&[toll("first", 2, 3), toll("second", 4, 5)], ""));
    let cell = &row(&table, "killed(strike)")["cells"]["north"];
    assert_eq!(
        (&cell["value"], &cell["date"], &cell["source"]),
        (&"5".into(), &"2031-03-04".into(), &"wire-1".into())
    );
    assert_eq!(cell["statements"], serde_json::json!(["second"]));
    assert!(cell.get("also").is_none(), "{cell}");
    // A claim that a later denial of any involvement took the place of keeps its row, with the denial in it.
    let claim = said("claims", "league", 2, "asserts: ['carried-out(self, strike)']");
    let table = json(&store(&[claim.clone(), denies("league")], ""));
    let claimed = row(&table, "carried-out(league, strike)");
    assert_eq!(
        (&claimed["status"], &claimed["cells"]["league"]["stance"]),
        (&"contested".into(), &"denies".into())
    );
    // What was withdrawn leaves the table.
    let back = said("back", "league", 4, "retracts: [claims]");
    assert!(row(&json(&store(&[claim, back], "")), "carried-out(league, strike)").is_null());
}

#[test]
fn voices_that_differ_are_both_shown() {
    let a = said("a", "minister", 2, "asserts: ['happened(strike)']");
    let b = said("b", "army", 2, "denies: ['happened(strike)']");
    let (table, text, _) = printed(&store(&[a.clone(), b], ""), |_| {}, 100);
    let cell = &row(&table, "happened(strike)")["cells"]["north"];
    assert_eq!(row(&table, "happened(strike)")["status"], "contested");
    assert_eq!(cell["also"].as_array().unwrap().len(), 1, "{cell}");
    assert!(
        text.contains("Ann Minister, 2 Mar 2031") && text.contains("Northland army, 2 Mar 2031"),
        "{text}"
    );
    // Two voices of one mind are one position.
    let b = said("b", "army", 3, "asserts: ['happened(strike)']");
    let (table, text, _) = printed(&store(&[a, b], ""), |_| {}, 100);
    let cell = &row(&table, "happened(strike)")["cells"]["north"];
    assert_eq!((&cell["also"], cell["statements"].as_array().unwrap().len()), (&Value::Null, 2));
    assert!(!text.contains("Ann Minister"), "{text}");
}

#[test]
fn conditions_and_hearsay_are_shown_as_such() {
    let a = said("a", "north", 2, "if: the talks fail, asserts: ['involved-in(league, raid)']");
    let b = said("b", "league", 2, "via: [east], asserts: ['carried-out(self, strike)']");
    let (table, text, _) = printed(&store(&[a, b], ""), |_| {}, 100);
    let conditional = &row(&table, "involved-in(league, raid)")["cells"]["north"];
    assert_eq!((&conditional["condition"], &conditional["act"]), (&"the talks fail".into(), &Value::Null));
    assert_eq!(row(&table, "carried-out(league, strike)")["cells"]["league"]["hearsay"], true);
    assert!(text.contains("if “the talks fail”") && text.contains("hearsay"), "{text}");
    assert!(text.contains("via Eastland"), "{text}");
}

#[test]
fn acts_are_derived() {
    let act = |by: &str, rest: &str| {
        let table = json(&store(&[said("a", by, 2, rest)], ""));
        let cell = &table["rows"][0]["cells"][by]["act"];
        (cell["name"].as_str().unwrap_or("").to_owned(), cell["cameo"].as_str().unwrap_or("").to_owned())
    };
    let pair = |name: &str, code: &str| (name.to_owned(), code.to_owned());
    assert_eq!(act("north", "suggests: ['carried-out(league, strike)']"), pair("accusation", "112"));
    assert_eq!(
        act("league", "asserts: ['carried-out(self, strike)']"),
        pair("claim of responsibility", "015")
    );
    assert_eq!(act("league", "denies: ['carried-out(self, strike)']"), pair("denial", "016"));
    assert_eq!(act("north", "denies: ['carried-out(army, strike)']"), pair("denial", "016"));
    assert_eq!(act("north", "denies: ['carried-out(league, strike)']"), pair("exoneration", ""));
    assert_eq!(act("north", "declines: ['happened(strike)']"), pair("no comment", "011"));
    assert_eq!(act("north", "leaves-open: ['carried-out(league, strike)']"), pair("", ""));
    assert_eq!(act("north", "asserts: ['happened(strike)']"), pair("", ""));
}

#[test]
fn a_reading_is_no_position_and_stands_in_the_cell_of_the_accuser() {
    let all = [
        said("a", "north", 2, "asserts: ['involved-in(league, strike)', 'backs(east, league)']"),
        said("b", "east", 3, "denies: ['involved-in(self, strike)']"),
    ];
    let (table, text, page) = printed(&store(&all, ""), |_| {}, 100);
    let found = row(&table, "involved-in(east, strike)");
    assert_eq!((&found["status"], &found["read_as"]), (&"contested".into(), &serde_json::json!(["north"])));
    assert!(found["cells"].get("north").is_none(), "{found}");
    assert!(text.contains("Northland") && text.contains("has not said it"), "{text}");
    assert!(page.contains("**may be read as saying so**<br>has not said it"), "{page}");
    for printed in [text, page] {
        assert!(!printed.contains("Only on a reading"), "{printed}");
    }
    // A near miss: where the accuser has no column, the row says it.
    let east = |options: &mut Options| options.parties = vec![PartyId::from(4)];
    let (_, text, page) = printed(&store(&all, ""), east, 100);
    for printed in [text, page] {
        assert!(printed.contains("Only on a reading") && !printed.contains("**may be"), "{printed}");
    }
}

#[test]
fn filters_take_rows_and_columns_away() {
    let all = [
        accuses("north"),
        denies("league"),
        said("raids", "east", 1, "asserts: ['killed(raid) = 2']"),
        said("peace", "west", 5, "asserts: ['seeks(self, peace)']"),
    ];
    let store = store(&all, "");
    let seen = |options: fn(&mut Options)| {
        let table = printed(&store, options, 80).0;
        let ids = |list: &Value, key: &str| -> Vec<String> {
            let text = |item: &Value| if key.is_empty() { item.clone() } else { item[key].clone() };
            list.as_array().unwrap().iter().map(|item| text(item).as_str().unwrap().to_owned()).collect()
        };
        (ids(&table["columns"], ""), ids(&table["rows"], "proposition"))
    };
    let both = ["carried-out(league, strike)", "involved-in(league, strike)"];
    let (columns, rows) = seen(|_| {});
    assert_eq!(columns, ["league", "north", "east", "west"]);
    assert_eq!(rows, [both[0], both[1], "killed(raid)", "seeks(west, peace)"]);
    assert_eq!(seen(|options| options.about = vec!["raid".to_owned()]).1, ["killed(raid)"]);
    assert_eq!(seen(|options| options.about = vec!["bay".to_owned()]).1, ["killed(raid)"]);
    let (columns, rows) = seen(|options| options.about = vec!["north".to_owned(), "peace".to_owned()]);
    assert_eq!(columns, ["league", "north", "west"]);
    assert_eq!(rows, [both[0], both[1], "seeks(west, peace)"]);
    assert_eq!(seen(|options| options.since = Date::parse("2031-03-04").ok()).1, ["seeks(west, peace)"]);
    assert_eq!(seen(|options| options.only = vec![Status::Contested]).1, both);
    // The parties in the order asked for, and only rows in which one of them speaks; the status stays that of all.
    let (columns, rows) = seen(|options| options.parties = vec![PartyId::from(5), PartyId::from(0)]);
    assert_eq!(columns, ["west", "north"]);
    assert_eq!(rows, [both[0], both[1], "seeks(west, peace)"]);
}

#[test]
fn what_each_says_of_itself_is_one_line_for_reading_and_a_row_each_in_json() {
    let wants = |by: &str| said(&format!("{by}-wants"), by, 2, "asserts: ['seeks(self, peace)']");
    let (table, text, _) = printed(&store(&[wants("north"), wants("east")], ""), |_| {}, 40);
    assert_eq!(table["rows"].as_array().unwrap().len(), 2);
    assert_eq!(row(&table, "seeks(east, peace)")["status"], "agreed");
    assert_eq!(text.matches("Each of them seeks peace").count(), 1, "{text}");
    let (_, text, _) = printed(&store(&[wants("north")], ""), |_| {}, 40);
    assert!(text.contains("Northland seeks peace") && !text.contains("Each of them"), "{text}");
    // Where somebody else speaks of it too, it keeps a line of its own.
    let other = said("other", "west", 2, "denies: ['seeks(north, peace)']");
    let (_, text, _) = printed(&store(&[wants("north"), wants("east"), other], ""), |_| {}, 40);
    assert!(text.contains("Northland seeks peace") && text.contains("Eastland seeks peace"), "{text}");
}
