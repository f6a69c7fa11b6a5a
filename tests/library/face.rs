//! The library's face: one call, and what it gives says what the command says.

use gainsay::{Family, Level, Status};

#[test]
fn one_call_tells_what_check_tells() {
    let store = tempfile::tempdir().unwrap();
    let folder = store.path();
    std::fs::write(folder.join("a.yaml"), STORE).unwrap();
    let checked = gainsay::check(folder).unwrap();
    assert_eq!(checked.status, Status::Sound);
    let clash = checked.found.iter().find(|told| told.rule == "direct-contradiction").unwrap();
    assert_eq!((clash.family, clash.level, clash.counts), (Family::Contradiction, Level::Warning, true));
    assert_eq!(clash.about.as_deref(), Some("carried-out(sudria, quay-fire)"));
    let said: Vec<(&str, &[String], usize)> = clash
        .statements
        .iter()
        .map(|said| (said.id.as_str(), said.quotes.as_slice(), said.place.line))
        .collect();
    let words = |text: &str| vec![text.to_owned()];
    assert_eq!(
        said,
        [("n1", words("Sudria lit it").as_slice(), 8), ("s1", words("We did not").as_slice(), 13)]
    );
    assert_eq!(clash.statements[0].by, ["Norland"]);
    assert!(clash.place.as_ref().is_some_and(|place| place.file.ends_with("a.yaml") && place.column > 1));
}

#[test]
fn a_folder_that_is_none_is_an_error_and_a_broken_file_a_finding() {
    let store = tempfile::tempdir().unwrap();
    let folder = store.path();
    assert!(gainsay::check(&folder.join("nowhere")).is_err());
    std::fs::write(folder.join("a.yaml"), "parties: [\n").unwrap();
    let checked = gainsay::check(folder).unwrap();
    assert_eq!(checked.status, Status::Unread);
    assert!(checked.found.iter().any(|told| told.family == Family::Record && told.about.is_none()));
}

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-04}

statements:
  - id: n1
    by: norland
    date: 2031-05-05
    quote: Sudria lit it
    asserts: ['carried-out(sudria, quay-fire)']
  - id: s1
    by: sudria
    date: 2031-05-06
    quote: We did not
    denies: ['carried-out(self, quay-fire)']
";
