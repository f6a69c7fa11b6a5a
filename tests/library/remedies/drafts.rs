//! What is said of a file of drafts, each remedy followed in it. The cases are data, `drafts.txt` in `sheets/`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay::extract::draft::Drafts;

use super::followed::cases;

/// The drafts of a file as they are written again; what is said of them otherwise.
fn read(text: &str) -> Result<String, Vec<String>> {
    let drafts = Drafts::read(text);
    let said = |faults: Vec<gainsay::read::apart::Fault>| {
        faults.into_iter().map(|fault| format!("{}\n{}", fault.message, fault.help)).collect()
    };
    drafts.map(|drafts| drafts.write()).map_err(said)
}

#[test]
fn each_remedy_of_a_file_of_drafts_leads_to_one_that_is_read() {
    let mut report = String::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/remedies/sheets/drafts.txt");
    for case in cases(&fs::read_to_string(file).unwrap()) {
        let (mut wrong, before) = (Vec::new(), read(&case.wrong).err().unwrap_or_default());
        for says in case.says.iter().filter(|says| !before.iter().any(|told| told.contains(says.as_str()))) {
            wrong.push(format!("is not told {says:?}, but {before:#?}"));
        }
        for way in &case.ways {
            let text = case.after(way, &mut wrong);
            let held = read(&text);
            let means = |held: &String| way.means.iter().all(|means| held.contains(means.as_str()));
            if way.means.is_empty() || !held.as_ref().is_ok_and(means) {
                wrong.push(format!("after {:?}: {held:#?}", way.done));
            }
        }
        for wrong in wrong {
            let _ = writeln!(report, "## {}: {wrong}", case.title);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
