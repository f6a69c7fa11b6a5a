//! What the reader says of files, each remedy followed on the disk.

use std::fs;
use std::path::Path;

use gainsay::read::{Loaded, store};

use crate::common;

const SOUND: &str = "parties:\n  - {id: norland, name: Norländer}\n";

/// One thing is wrong with a store, told so and with this remedy; the file counts as unread.
fn told(folder: &Path, message: &str, help: &str) {
    let loaded = read(folder);
    let [problem] = &loaded.problems[..] else { panic!("{message}: {:#?}", loaded.problems) };
    assert!(problem.message.contains(message), "{}", problem.message);
    assert_eq!(problem.help, help);
    assert_eq!(loaded.unread, 1, "{message}");
}

fn read(folder: &Path) -> Loaded {
    store(folder, &common::names()).unwrap()
}

/// The remedy was followed, and the record is there.
fn sound(folder: &Path) {
    let loaded = read(folder);
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    let party = loaded.ledger.parties.iter().find(|party| party.id == "norland");
    assert_eq!(party.map(|party| party.name.as_str()), Some("Norländer"));
}

#[test]
fn a_file_in_another_encoding_is_saved_as_utf_8() {
    const HELP: &str = "open the file in an editor and save it as UTF-8";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    let wide: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = SOUND.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let older = [latin.as_slice(), b"# \x93\n"].concat();
    let mut cut = SOUND.as_bytes().to_vec();
    cut.extend("# ä".as_bytes().split_last().unwrap().1);
    let utf_32 = [&[0xff, 0xfe, 0, 0], wide.as_slice()].concat();
    for (bytes, looks_like) in [
        (wide, "UTF-16 (little-endian)"),
        (big, "UTF-16 (big-endian)"),
        (utf_32, "UTF-32 (little-endian)"),
        (latin, "Latin-1, Windows-1252 or a similar older encoding"),
        (older, "Windows-1252 or a similar older encoding"),
        (cut, "UTF-8 that was cut off in the middle of a letter"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff".to_vec(), "no text at all"),
    ] {
        fs::write(&file, bytes).unwrap();
        told(folder.path(), &format!("the file is not UTF-8 text; it looks like {looks_like}"), HELP);
        fs::write(&file, SOUND).unwrap();
        sound(folder.path());
    }
}

#[test]
fn a_file_too_large_is_split() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::File::create(&file).unwrap().set_len(u64::from(u32::MAX) + 1).unwrap();
    told(folder.path(), "this file is larger than 4 GiB", "split it into several");
    fs::remove_file(&file).unwrap();
    let (head, record) = SOUND.split_at(SOUND.find("  -").unwrap());
    fs::write(&file, format!("{head}  - {{id: sudria}}\n")).unwrap();
    fs::write(folder.path().join("b.yaml"), format!("{head}{record}")).unwrap();
    sound(folder.path());
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_out_is_replaced_by_what_it_leads_to() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let link = folder.path().join("a.yaml");
    fs::write(other.path().join("a.yaml"), SOUND).unwrap();
    for target in [other.path().join("a.yaml"), other.path().join("none.yaml")] {
        std::os::unix::fs::symlink(&target, &link).unwrap();
        told(
            folder.path(),
            "this link leads out of the store, or to nothing; what is behind it is not read",
            "put the file itself, or the folder, in the place of the link, or delete the link",
        );
        fs::remove_file(&link).unwrap();
    }
    fs::copy(other.path().join("a.yaml"), &link).unwrap();
    sound(folder.path());
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.yaml"), SOUND).unwrap();
    let pipe = folder.path().join("a.yaml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    told(
        folder.path(),
        "this is no regular file",
        "a store is made of plain files: take it out, or give it another ending",
    );
    fs::rename(&pipe, folder.path().join("a.pipe")).unwrap();
    sound(folder.path());
}

#[test]
fn a_file_of_another_program_is_told_once_and_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.yaml"), SOUND).unwrap();
    let other = folder.path().join("a.yaml");
    let content =
        "version: \"3\"\nservices:\n  web: {image: one}\nvolumes:\n  - name: data\nx-note: {<<: no}\n";
    fs::write(&other, content).unwrap();
    told(
        folder.path(),
        "none of the names at its top (`version`, `services`, `volumes`, `x-note`) is that of a list",
        "if it belongs to another program, take it out of the store; if it holds records, write the name of their \
         list on a line above them, and each record below it after `- `",
    );
    fs::remove_file(&other).unwrap();
    sound(folder.path());
}
