//! The writer itself: what it keeps (links, modes, other people's changes), what it refuses, what it leaves behind.

#![cfg(unix)]

use std::cell::RefCell;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::common::folder::Folder;
use gainsay::write::store::{Queue, Writer};

const TEXT: &str = "parties:\n  - id: a\n";

fn change(path: &str, text: &str) -> (String, String) {
    (path.to_owned(), text.to_owned())
}

/// Waits a minute at most.
fn queue() -> Queue {
    fn wait(_: &str, tries: u32) -> bool {
        std::thread::sleep(std::time::Duration::from_millis(10));
        tries < 6000
    }
    Queue { name: "a test".to_owned(), wait }
}

/// Every name in a folder and below, hidden ones too.
fn names(folder: &Folder) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder.claims()).min_depth(1).sort_by_file_name();
    // But for what is kept to take changes back.
    let walk = walk.into_iter().filter_entry(|entry| entry.file_name() != ".gainsay");
    walk.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn links_and_modes_are_kept_and_nothing_is_left_behind() {
    let folder = Folder::with(&[]);
    fs::create_dir(folder.claims().join("kept")).unwrap();
    let real = folder.claims().join("kept/real.txt");
    fs::write(&real, TEXT).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("kept/real.txt", folder.claims().join("a.yaml")).unwrap();
    let mut writer = Writer::open(&folder.claims(), queue()).unwrap();
    assert_eq!(writer.text("claims/a.yaml"), Some(TEXT));
    writer.write(&[change("claims/a.yaml", "parties: []\n"), change("claims/new/b.yaml", TEXT)]).unwrap();
    drop(writer);
    assert!(fs::symlink_metadata(folder.claims().join("a.yaml")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "parties: []\n");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_to_string(folder.claims().join("new/b.yaml")).unwrap(), TEXT);
    // A new file has the mode of any new file.
    fs::write(folder.0.join("plain"), "").unwrap();
    let mode = |path: &str| fs::metadata(folder.0.join(path)).unwrap().permissions().mode();
    assert_eq!(mode("claims/new/b.yaml"), mode("plain"));
    assert_eq!(names(&folder), ["a.yaml", "kept", "real.txt", "new", "b.yaml"]);
}

#[test]
fn links_are_followed_to_what_lies_in_the_store_and_no_further() {
    let folder = Folder::with(&[("a.yaml", TEXT)]);
    let claims = folder.claims();
    fs::write(folder.0.join("secret.yaml"), "parties:\n  - id: secret\n").unwrap();
    fs::write(folder.0.join("page.txt"), "a page").unwrap();
    // What is read where it stands is not read twice, and what holds no records is nobody's business.
    symlink("a.yaml", claims.join("again.yaml")).unwrap();
    symlink("../claims", claims.join("round")).unwrap();
    symlink("../page.txt", claims.join("page.txt")).unwrap();
    let loaded = gainsay::read::store(&claims, &[]).unwrap();
    assert!(loaded.problems.is_empty() && loaded.ledger.parties.find("a").is_some(), "{:?}", loaded.problems);
    for (link, target) in
        [("b.yaml", "../secret.yaml"), ("root", "/"), ("c.yaml", "nowhere"), ("d.yaml", "d.yaml")]
    {
        symlink(target, claims.join(link)).unwrap();
        let loaded = gainsay::read::store(&claims, &[]).unwrap();
        assert!(loaded.ledger.parties.find("secret").is_none());
        let [problem] = &loaded.problems[..] else { panic!("{link}: {:?}", loaded.problems) };
        assert!(problem.message.contains("leads out of the store, or to nothing"), "{problem:?}");
        assert_eq!(loaded.unread, 1);
        let failure = Writer::open(&claims, queue()).unwrap_err();
        assert!(failure.message.contains("nothing was written"), "{failure:?}");
        fs::remove_file(claims.join(link)).unwrap();
    }
}

#[test]
fn the_lock_follows_no_link_and_waits_for_no_pipe() {
    let folder = Folder::with(&[("a.yaml", TEXT)]);
    let lock = folder.claims().join(".gainsay.lock");
    fs::write(folder.0.join("there"), "kept").unwrap();
    for target in ["../there", "../nowhere"] {
        symlink(target, &lock).unwrap();
        let failure = Writer::open(&folder.claims(), queue()).unwrap_err();
        assert!(failure.message.contains("no plain file"), "{failure:?}");
        fs::remove_file(&lock).unwrap();
    }
    assert!(!folder.0.join("nowhere").exists());
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
    assert!(Writer::open(&folder.claims(), queue()).unwrap_err().message.contains("no plain file"));
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_not_replaced() {
    let folder = Folder::with(&[("a.yaml", TEXT), ("b.yaml", TEXT)]);
    let mut writer = Writer::open(&folder.claims(), queue()).unwrap();
    fs::write(folder.claims().join("b.yaml"), "parties: []\n").unwrap();
    let failure = writer
        .write(&[change("claims/a.yaml", "topics: []\n"), change("claims/b.yaml", "x: []\n")])
        .unwrap_err();
    assert!(failure.message.contains("claims/b.yaml could not be written"), "{failure:?}");
    assert!(failure.message.contains("changed by somebody else"), "{failure:?}");
    // The file before it is put back: both or none.
    assert_eq!(fs::read_to_string(folder.claims().join("a.yaml")).unwrap(), TEXT);
    assert_eq!(fs::read_to_string(folder.claims().join("b.yaml")).unwrap(), "parties: []\n");
    // A file that came to be meanwhile, even one that is only a link to nowhere, is not replaced either.
    symlink("nowhere", folder.claims().join("c.yaml")).unwrap();
    let failure = writer.write(&[change("claims/c.yaml", TEXT)]).unwrap_err();
    assert!(failure.message.contains("changed by somebody else"), "{failure:?}");
    drop(writer);
    assert_eq!(names(&folder), ["a.yaml", "b.yaml", "c.yaml"]);
}

#[test]
fn what_a_stopped_writer_left_is_swept_away_and_what_is_not_ours_stays() {
    let folder = Folder::with(&[("a.yaml", TEXT)]);
    for name in [".gainsay-1a2b3c.tmp", ".gainsay.lock", ".hidden.tmp", "x.tmp"] {
        fs::write(folder.claims().join(name), "half").unwrap();
    }
    drop(Writer::open(&folder.claims(), queue()).unwrap());
    assert_eq!(names(&folder), [".hidden.tmp", "a.yaml", "x.tmp"]);
}

#[test]
fn where_a_file_cannot_be_read_nothing_is_written() {
    let folder = Folder::with(&[("a.yaml", TEXT)]);
    fs::write(folder.claims().join("b.yaml"), [0xff, 0xfe, 0, 0]).unwrap();
    let failure = Writer::open(&folder.claims(), queue()).unwrap_err();
    assert!(failure.message.contains("claims/b.yaml") && failure.message.contains("nothing was written"));
    assert!(
        Writer::open(&folder.0.join("no-such"), queue())
            .unwrap_err()
            .message
            .contains("cannot be written to")
    );
}

#[test]
fn who_waits_learns_for_whom_and_may_give_up() {
    fn wait(writer: &str, tries: u32) -> bool {
        assert_eq!(writer, "a test");
        tries < 3
    }
    let folder = Folder::with(&[("a.yaml", TEXT)]);
    let first = Writer::open(&folder.claims(), queue()).unwrap();
    let failure = Writer::open(&folder.claims(), Queue { name: "another".to_owned(), wait }).unwrap_err();
    assert!(failure.message.contains("a test has been writing to it all the while"), "{}", failure.message);
    assert!(failure.help.contains("wait until it has ended"), "{}", failure.help);
    drop(first);
    drop(Writer::open(&folder.claims(), Queue { name: "another".to_owned(), wait }).unwrap());
    assert_eq!(names(&folder), ["a.yaml"]);
}

#[test]
fn who_waits_counts_anew_for_each_writing_though_the_name_is_one() {
    thread_local! {
        static FOLDER: Folder = Folder::with(&[("a.yaml", TEXT)]);
        static HELD: RefCell<Option<Writer>> = const { RefCell::new(None) };
        static SEEN: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    }
    /// Another of the same name writes from the third time on, and nobody from the fifth.
    fn wait(writer: &str, tries: u32) -> bool {
        assert_eq!(writer, "a test");
        let times = SEEN.with_borrow_mut(|seen| {
            seen.push(tries);
            seen.len()
        });
        if matches!(times, 3 | 5) {
            HELD.take();
        }
        if times == 3 {
            HELD.set(FOLDER.with(|folder| Writer::open(&folder.claims(), queue()).ok()));
        }
        times < 10
    }
    HELD.set(FOLDER.with(|folder| Writer::open(&folder.claims(), queue()).ok()));
    let queue = Queue { name: "a test".to_owned(), wait };
    drop(FOLDER.with(|folder| Writer::open(&folder.claims(), queue).unwrap()));
    assert_eq!(SEEN.take(), [1, 2, 3, 1, 2]);
}

#[test]
fn writers_wait_for_one_another() {
    let folder = Folder::with(&[("a.yaml", "parties:\n")]);
    std::thread::scope(|scope| {
        for at in 0..40 {
            let claims = folder.claims();
            scope.spawn(move || {
                let mut writer = Writer::open(&claims, queue()).unwrap();
                let text = format!("{}  - id: p{at}\n", writer.text("claims/a.yaml").unwrap());
                writer.write(&[change("claims/a.yaml", &text)]).unwrap();
            });
        }
    });
    let text = fs::read_to_string(folder.claims().join("a.yaml")).unwrap();
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 40);
    assert_eq!(names(&folder), ["a.yaml"]);
}
