//! The stubs of a new rule: the files that `cargo run --example new-rule` writes.

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
