//! Edits of a file's text: what is added or set is there, and every other byte is where it was.

use gainsay::write::edit::{append, append_all, comments, set, set_all};
use gainsay::write::emit::{Record, Yaml};

fn record() -> Record {
    Record::of("new").text("name", "x\nis_admin: true").texts("aliases", ["- x", "no"])
}

/// Whether a text is another with something put in at one place.
fn only_grew(old: &str, new: &str) -> bool {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    (0..=same).any(|at| new.as_bytes().ends_with(&old.as_bytes()[at..]))
}

/// Texts of files, and what stands there when the record was added to `parties`.
const APPENDED: &[(&str, &str, &str)] = &[
    (
        "an empty file",
        "",
        "parties:\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n",
    ),
    (
        "before another list, behind comments of the record",
        "# top\nparties:\n  - id: a  # first\n    name: A\n    # still a\n\n# topics\ntopics:\n  - id: t\n",
        "# top\nparties:\n  - id: a  # first\n    name: A\n    # still a\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n\n# topics\ntopics:\n  - id: t\n",
    ),
    (
        "no line break at the end, no indentation, blank lines between",
        "parties:\n- id: a\n\n- id: b",
        "parties:\n- id: a\n\n- id: b\n\n- id: new\n  name: \"x\\nis_admin: true\"\n  aliases:\n    - \"- x\"\n    - \"no\"\n",
    ),
    (
        "Windows line ends, and a mark at the beginning",
        "\u{feff}parties:\r\n    -   id: a\r\n        name: A\r\n",
        "\u{feff}parties:\r\n    -   id: a\r\n        name: A\r\n    - id: new\r\n      name: \"x\\nis_admin: true\"\r\n      aliases:\r\n        - \"- x\"\r\n        - \"no\"\r\n",
    ),
    (
        "a bare name",
        "parties: # none so far\ntopics:\n  - id: t\n",
        "parties: # none so far\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\ntopics:\n  - id: t\n",
    ),
    (
        "an empty list",
        "parties: []\ntopics:\n  - id: t\n",
        "parties:\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\ntopics:\n  - id: t\n",
    ),
    (
        "a list in brackets",
        "parties: [{id: a}]\n",
        "parties: [{id: a}]\n\n---\nparties:\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n",
    ),
    (
        "the end of a document, after which other readers want a new one to begin",
        "topics:\n  - id: t\n...\n# end\n",
        "topics:\n  - id: t\n...\n# end\n\n---\nparties:\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n",
    ),
    (
        "a block of text at the end",
        "parties:\n  - id: a\n    name: |\n      # no comment\n      A\n\n",
        "parties:\n  - id: a\n    name: |\n      # no comment\n      A\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n\n",
    ),
    (
        "two documents",
        "parties:\n  - id: a\n---\ntopics:\n  - id: t\n...\n",
        "parties:\n  - id: a\n  - id: new\n    name: \"x\\nis_admin: true\"\n    aliases:\n      - \"- x\"\n      - \"no\"\n---\ntopics:\n  - id: t\n...\n",
    ),
];

#[test]
fn a_record_stands_behind_its_neighbours_and_nothing_else_moves() {
    for (what, old, new) in APPENDED {
        let appended =
            append(old, "parties", &record()).unwrap_or_else(|refused| panic!("{what}: {refused:?}"));
        assert_eq!(appended.text, *new, "{what}");
        let lines: Vec<&str> = appended.text.lines().collect();
        assert!(lines[appended.lines.0 - 1].contains("- id: new"), "{what}: {:?}", appended.lines);
        assert!(lines[appended.lines.1 - 1].contains("- \"no\""), "{what}: {:?}", appended.lines);
        assert_eq!(comments(old), comments(new), "{what}");
        assert!(what.contains("empty list") || only_grew(old, &appended.text), "{what}");
    }
}

#[test]
fn a_record_may_end_in_any_letter() {
    for name in ["Café", "Россия", "日本", "x"] {
        let records = [Record::of("one").text("name", name), Record::of("two").text("name", name)];
        let (text, lines) = append_all("", "parties", &records).unwrap();
        assert_eq!(lines, [(2, 3), (4, 5)], "{text}");
        let appended = append(&text, "parties", &Record::of("three").text("name", name)).unwrap();
        assert_eq!(appended.lines, (6, 7), "{}", appended.text);
    }
}

#[test]
fn a_file_that_cannot_be_read_whole_is_left_alone() {
    for broken in ["parties:\n  - id: \"a\n", "parties\n", "<<<<<<< x\nparties:\n=======\n>>>>>>> y\n"] {
        let refused = append(broken, "parties", &record()).unwrap_err();
        assert!(refused.message.contains("not all of this file"), "{refused:?}");
    }
}

const SOURCES: &str = "# what we read\nsources:\n  - id: a   # the first\n    outlet: post\n    title: >\n      A long\n      title\n    # a remark\n    url: \"https://a.invalid\" # as read\n\n  - {id: b, outlet: post}\n  - id: c\n";

#[test]
fn keys_are_put_where_the_table_has_them() {
    let keys = [
        ("archive", Yaml::Text("archive/a.txt".to_owned())),
        ("sha256", Yaml::Text("0e1".to_owned())),
        ("retrieved", Yaml::Text("2031-05-01".to_owned())),
    ];
    let one = set(SOURCES, "sources", "a", &keys).unwrap();
    assert_eq!(
        one,
        SOURCES.replace(
            "# as read\n",
            "# as read\n    retrieved: \"2031-05-01\"\n    archive: archive/a.txt\n    sha256: \"0e1\"\n"
        )
    );
    let two = set(&one, "sources", "b", &keys).unwrap();
    let flow =
        "{id: b, outlet: post, retrieved: \"2031-05-01\", archive: \"archive/a.txt\", sha256: \"0e1\"}";
    assert_eq!(two, one.replace("{id: b, outlet: post}", flow));
    let three = set(&two, "sources", "c", &keys).unwrap();
    assert_eq!(
        three,
        format!("{two}    retrieved: \"2031-05-01\"\n    archive: archive/a.txt\n    sha256: \"0e1\"\n")
    );
    // Set again, the values are exchanged and nothing else is.
    let again = set(&three, "sources", "a", &[("archive", Yaml::Text("b # c".to_owned()))]).unwrap();
    assert_eq!(again, three.replacen("archive: archive/a.txt", "archive: \"b # c\"", 1));
    assert_eq!(set(&three, "sources", "a", &keys).unwrap(), three);
}

#[test]
fn values_of_every_shape_are_exchanged() {
    let list = Yaml::List(vec![Yaml::Text("no".to_owned()), Yaml::Text("b".to_owned())]);
    let text = Yaml::Text("short".to_owned());
    for (old, key, value, new) in [
        ("title: >\n      A long\n      title\n", "title", &text, "title: short\n"),
        ("title: # heard\n      A\n", "title", &text, ""),
        ("title:\n", "title", &text, "title: short\n"),
        ("note: 'a b'   # kept\n", "note", &text, "note: short   # kept\n"),
        ("note: x\n", "note", &list, "note:\n      - \"no\"\n      - b\n"),
        ("note: [a, b] # kept\n", "note", &text, "note: short # kept\n"),
        ("note:\n    - a\n    - b\n", "note", &text, "note: short\n"),
    ] {
        let text = format!("sources:\n  - id: a\n    {old}  - id: b\n");
        match set(&text, "sources", "a", &[(key, value.clone())]) {
            Ok(changed) => assert_eq!(changed, format!("sources:\n  - id: a\n    {new}  - id: b\n")),
            // A comment would be lost.
            Err(_) => assert!(new.is_empty(), "{old}"),
        }
    }
    assert!(set(SOURCES, "sources", "nobody", &[("note", text)]).unwrap_err().message.contains("`nobody`"));
}

const STATEMENTS: &str = "statements:\n  - id: a  # the first\n    by: [x, y] # both\n    date: 2031-05-01\n    note: as heard # by us\n    asserts:\n      # who\n      - did(x, e)   # so they say\n      - {says: killed(e) = 7, scope: a day}\n\n  - {id: b, by: x, date: 2031-05-02, note: n, denies: ['did(x, e)', 'did(y, e)']}\n";

#[test]
fn of_a_list_only_what_differs_is_exchanged_and_comments_beside_it_stay() {
    let text = |text: &str| Yaml::Text(text.to_owned());
    let long = |says: &str| Yaml::Map(Record::default().text("says", says).text("scope", "a day"));
    let settings = [
        (
            "a".to_owned(),
            vec![
                ("asserts", Some(Yaml::List(vec![text("did(y, e)"), long("killed(e) = 8")]))),
                ("by", Some(Yaml::List(vec![text("x"), text("no")]))),
                ("note", None),
            ],
        ),
        (
            "b".to_owned(),
            vec![
                ("note", None),
                ("denies", Some(Yaml::List(vec![text("did(x, e)"), text("did(x, f)")]))),
                ("credibility", Some(Yaml::Number(2))),
            ],
        ),
    ];
    let new = set_all(STATEMENTS, "statements", &settings).unwrap();
    let meant = STATEMENTS
        .replace("- did(x, e)   #", "- did(y, e)   #")
        .replace("killed(e) = 7", "\"killed(e) = 8\"")
        .replace("[x, y]", "[x, \"no\"]")
        .replace("    note: as heard # by us\n", "    # by us\n")
        .replace(", note: n", "")
        .replace("'did(y, e)']}", "\"did(x, f)\"], credibility: 2}");
    assert_eq!(new, meant);
}

#[test]
fn of_many_records_those_that_cannot_be_changed_are_named_and_nothing_is() {
    let text =
        "statements:\n  - id: a\n    note: # why\n      x\n  - id: b\n    note: y\n  - note: z\n    id: c\n";
    let note = |id: &str, value: Option<&str>| {
        (id.to_owned(), vec![("note", value.map(|value| Yaml::Text(value.to_owned())))])
    };
    let refused = set_all(
        text,
        "statements",
        &[note("a", Some("w")), note("b", Some("w")), note("c", None), note("d", Some("w"))],
    );
    let refused: Vec<String> = refused.unwrap_err().into_iter().map(|(id, _)| id).collect();
    assert_eq!(refused, ["a", "c", "d"]);
    let new = set_all(text, "statements", &[note("b", Some("w")), note("c", Some("v"))]).unwrap();
    assert_eq!(new, text.replace("note: y", "note: w").replace("note: z", "note: v"));
}
