//! The stubs of a new rule and of a new format: the files that `cargo run --example new-rule` and `new-format` write.

#[path = "../../../examples/new-format/stub.rs"]
mod format;
#[path = "../../../examples/new-rule/stub.rs"]
mod rule;

use super::read;

#[test]
fn a_new_rule_is_one_file_one_line_and_its_cases() {
    for family in ["contradictions", "links", "agreements"] {
        let list = read(&format!("src/rules/{family}/mod.rs"));
        let files = rule::files("early-praise", family, &list).unwrap();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let module = format!("src/rules/{family}/early_praise.rs");
        let cases =
            ["fires", "near-miss"].map(|case| format!("tests/cases/early-praise/{case}/claims/case.yaml"));
        assert_eq!(paths, [&module, &cases[0], &cases[1], &format!("src/rules/{family}/mod.rs")]);
        for (path, text) in &files[..3] {
            assert!(text.contains("early-praise") && !text.contains("denial"), "{path}:\n{text}");
        }
        let added: Vec<&str> = files[3].1.lines().filter(|line| !list.contains(line)).collect();
        assert_eq!(added, ["pub(crate) mod early_praise;"]);
        assert!(rule::files("early-praise", family, &files[3].1).unwrap_err().contains("already"));
    }
}

#[test]
fn a_new_rule_has_a_sound_name_and_a_known_family() {
    let list = read("src/rules/links/mod.rs");
    for (name, family) in
        [("", "links"), ("Late", "links"), ("late_denial", "links"), ("late-", "links"), ("late", "record")]
    {
        assert!(rule::files(name, family, &list).is_err(), "{name} {family}");
    }
    assert!(rule::files("late", "links", "").is_err());
    assert!(rule::NEXT.contains("GAINSAY_ACCEPT=1"));
}

#[test]
fn a_new_format_is_one_file_and_one_line() {
    let list = read(format::LIST);
    let [(path, text), (_, longer)] = format::files("brief", &list).unwrap();
    assert_eq!(path, "src/views/table/formats/brief.rs");
    assert!(text.contains("name: \"brief\"") && !text.contains("tally"), "{text}");
    let added: Vec<&str> = longer.lines().filter(|line| !list.contains(line)).collect();
    assert_eq!(added, ["pub(crate) mod brief;"]);
    for name in ["", "Brief", "in-brief", "csv", "legend"] {
        assert!(format::files(name, &list).is_err(), "{name}");
    }
    assert!(format::files("brief", "").is_err() && format::NEXT.contains("GAINSAY_ACCEPT=1"));
}
