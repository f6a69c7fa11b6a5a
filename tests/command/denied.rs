//! What is denied fails an audit, beside whatever verdict it is said.

use std::path::Path;
use std::process::Command;

#[test]
fn changed_words_fail_an_audit_beside_any_verdict() {
    let drafts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut failed = 0;
    for entry in std::fs::read_dir(drafts.join("altered")).unwrap() {
        let path = entry.unwrap().path();
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .args(["audit", "--deny", "altered", "--store"])
            .args([&drafts.join("claims"), &path])
            .output()
            .unwrap();
        let fires = path.file_name().unwrap().to_string_lossy().starts_with("fires");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(i32::from(fires)), "{}: {said}", path.display());
        failed += usize::from(fires);
    }
    assert!(failed >= 8, "{failed}");
}
