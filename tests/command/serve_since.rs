//! What the overview says has changed: since the last commit before today, where the store is kept in git.

use std::path::Path;
use std::process::Command;

use crate::common::desk::Desk;
use crate::common::incident::{folder, write};

const RECORDS: &str = "
sources:
  - {id: wire-1, outlet: wire, title: Fire on the quay, archive: wire-1.txt}
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, source: wire-1, quote: The Front burnt it, asserts: ['carried-out(front, quay-fire)']}
";
const DENIED: &str = "  - {id: f-denies, by: front, date: 2031-05-03, quote: We did not, denies: ['carried-out(self, quay-fire)']}\n";

fn git(folder: &Path, date: Option<&str>, arguments: &[&str]) {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
    let mut run = Command::new("git");
    run.args(identity).args(arguments).current_dir(folder);
    if let Some(date) = date {
        run.env("GIT_COMMITTER_DATE", date).env("GIT_AUTHOR_DATE", date);
    }
    let run = run.output().expect("git runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// The part of a page on what has changed; empty where there is none.
fn changes(desk: &Desk) -> String {
    let page = desk.get("/").text;
    let part = page.split("<section class=\"since\"").nth(1).unwrap_or_default();
    part.split("</section>").next().unwrap_or_default().to_owned()
}

#[test]
fn what_git_knows_of_yesterday_is_compared_with_what_is_there() {
    let folder = folder("serve-since-git");
    git(&folder, None, &["init", "-q", "-b", "main"]);
    write(&folder, RECORDS);
    std::fs::write(folder.join(".gitignore"), "*.txt\n").unwrap();
    // The archived text is not in git; that it lacks the words is no news.
    std::fs::write(folder.join("claims/wire-1.txt"), "Nothing of the kind.\n").unwrap();
    git(&folder, None, &["add", "."]);
    git(&folder, Some("2020-03-04T12:00:00"), &["commit", "-q", "-m", "one"]);
    let desk = Desk::open(&folder, &[]);
    assert_eq!(changes(&desk), "");
    write(&folder, &format!("{RECORDS}{DENIED}"));
    let told = changes(&desk);
    assert!(told.contains("From the last commit before today (4 Mar 2020) to now"), "{told}");
    assert!(told.contains("contradiction") && !told.contains("problem in the record"), "{told}");
    // A commit of today is not yesterday's, nor does opening the desk anew make what is there the beginning.
    git(&folder, None, &["commit", "-q", "-a", "-m", "two"]);
    assert_eq!(changes(&desk), told);
    drop(desk);
    let desk = Desk::open(&folder, &["--read-only"]);
    assert_eq!(changes(&desk), told);
    write(&folder, RECORDS);
    assert_eq!(changes(&desk), "");
}

#[test]
fn where_git_knows_of_no_yesterday_it_is_told_since_the_desk_was_opened() {
    let folder = folder("serve-since-opened");
    git(&folder, None, &["init", "-q", "-b", "main"]);
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, &[]);
    // Its address is there a little before it has read the store for the first time.
    assert_eq!(changes(&desk), "");
    for commit in [None, Some(["commit", "-q", "-m", "of today"])] {
        if let Some(commit) = commit {
            git(&folder, None, &["add", "."]);
            git(&folder, None, &commit);
        }
        write(&folder, &format!("{RECORDS}{DENIED}"));
        assert!(changes(&desk).contains("From when this desk was opened to now"));
        write(&folder, RECORDS);
        assert_eq!(changes(&desk), "");
    }
}
