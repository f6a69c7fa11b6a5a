//! Completions in a real bash, and the manual pages through a real `man`.

#![cfg(unix)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

const GAINSAY: &str = env!("CARGO_BIN_EXE_gainsay");

#[test]
fn bash_completes_commands_options_and_their_values() {
    for (typed, offered, not) in [
        ("gainsay ch", "check", "show"),
        ("gainsay ", "what-if", "--format"),
        ("gainsay check --as", "--as-of", "--since"),
        ("gainsay check --format ", "markdown", "bash"),
        ("gainsay completions f", "fish", "zsh"),
    ] {
        let words: Vec<String> = typed.split(' ').map(|word| format!("'{word}'")).collect();
        let (last, before) = (words.last().unwrap(), &words[words.len() - 2]);
        let script = format!(
            "source <(\"$1\" completions bash) || exit 1\n\
             COMP_WORDS=({}); COMP_CWORD={}\n\
             _gainsay gainsay {last} {before} || exit 1\n\
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            words.len() - 1
        );
        let output = Command::new("bash").args(["--norc", "-c", &script, "bash", GAINSAY]).output().unwrap();
        assert!(output.status.success(), "`{typed}`: {}", text(&output.stderr));
        let replies = text(&output.stdout);
        let replies: Vec<&str> = replies.lines().collect();
        assert!(replies.contains(&offered) && !replies.contains(&not), "`{typed}` offers {replies:?}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = gainsay(&["completions", shell]);
        assert!(text(&output.stdout).contains("what-if"), "{shell} knows no command");
    }
}

#[test]
fn man_reads_every_page_without_a_warning() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man1");
    let _ = fs::remove_dir_all(&folder);
    gainsay(&["man", folder.to_str().unwrap()]);
    let main = fs::read_to_string(folder.join("gainsay.1")).unwrap();
    assert_eq!(
        text(&gainsay(&["man"]).stdout),
        main,
        "without a folder the page of gainsay itself is printed"
    );

    let main = main.replace("\\-", "-");
    let mut pages = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let page = entry.unwrap().path();
        let name = page.file_stem().unwrap().to_str().unwrap().to_owned();
        let Some(output) = man(&page) else { return };
        assert!(output.status.success() && output.stderr.is_empty(), "{name}: {}", text(&output.stderr));
        let shown = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&format!("NAME {name} - ")), "{name} has no name line");
        // A page stands in that of its command: `gainsay-add-party` in `gainsay-add`.
        let above = name.rsplit_once('-').map(|(above, _)| folder.join(format!("{above}.1")));
        let above = above.and_then(|above| fs::read_to_string(above).ok()).unwrap_or_default();
        let named = main.contains(&name) || above.replace("\\-", "-").contains(&name);
        assert!(named, "neither gainsay(1) nor the page of its command names {name}");
        pages += 1;
    }
    assert!(pages > 12, "only {pages} pages were written");
}

/// Nothing where there is no `man` to ask, which is a failure in CI.
fn man(page: &Path) -> Option<Output> {
    let output = Command::new("man")
        .args(["--warnings", "-l"])
        .arg(page)
        .env("LC_ALL", "C.UTF-8")
        .env("MANWIDTH", "80")
        .output();
    if output.is_err() {
        assert!(std::env::var_os("CI").is_none(), "there is no `man`: install man-db and groff");
        let _ = writeln!(std::io::stderr(), "NOT RUN: the manual pages; install man-db and groff");
    }
    output.ok()
}

fn gainsay(arguments: &[&str]) -> Output {
    let output = Command::new(GAINSAY).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
