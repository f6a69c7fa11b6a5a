//! Runs the README and the manual: every command in their console blocks, in order, in one fresh folder for each, and
//! compares what is printed.
//!
//! Under a line `$ COMMAND` (a `\` at its end goes on in the next line) stands what the command prints, at 100 columns and without colour; `…` alone on a line
//! stands for lines left out. A comment `<!-- append: FILE -->` before a yaml block adds that block to FILE.
//! `GAINSAY_ACCEPT=1 cargo test --test command readme` writes the outputs; read what changed before you commit it.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Stands for lines left out.
const LEFT_OUT: &str = "…";

#[test]
fn every_command_of_the_readme_prints_what_stands_there() {
    let folder = fresh_folder("readme");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("claims"), &folder.join("claims"));
    prints_what_stands_there("README.md", &folder, &built());
}

/// Whoever has no Rust installs the Python package, here offline into an environment of its own, with nothing of Rust on
/// the way.
#[test]
#[ignore = "needs the Python packages of tests/tools, which `.ci/run` installs"]
fn every_command_of_the_readme_works_without_rust() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = fresh_folder("wheel");
    copy(&project.join("claims"), &folder.join("claims"));
    let tools = project.join("tests/tools/python/bin");
    let done = |command: &mut Command| {
        let output = command.output().expect("the program is installed");
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    // A folder of its own: what is built there must not take the place of the program that other tests run meanwhile.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wheel-target");
    done(
        Command::new(tools.join("maturin"))
            .args(["build", "--profile", "dev", "--offline", "--compatibility", "linux", "--out"])
            .arg(folder.join("wheels"))
            .current_dir(project)
            .env("CARGO_TARGET_DIR", target),
    );
    done(Command::new(tools.join("python")).args(["-m", "venv"]).arg(folder.join("python")));
    let bin = folder.join("python/bin");
    let wheels = fs::read_dir(folder.join("wheels")).expect("a folder can be read");
    let wheels = wheels.map(|entry| entry.expect("a folder can be read").path());
    done(Command::new(bin.join("pip")).args(["install", "--no-index"]).args(wheels));
    let path = vec![bin, "/usr/bin".into(), "/bin".into()];
    assert!(path.iter().all(|folder| !folder.join("cargo").exists()));
    prints_what_stands_there("README.md", &folder, &path);
}

#[test]
fn every_command_of_the_manual_prints_what_stands_there() {
    let folder = fresh_folder("manual");
    fs::create_dir_all(folder.join("claims")).expect("a folder can be made");
    prints_what_stands_there("docs/ledger.md", &folder, &built());
}

/// Where the program under test is looked for, and whatever else a command needs.
fn built() -> Vec<PathBuf> {
    let program = Path::new(env!("CARGO_BIN_EXE_gainsay"));
    let mut path = vec![program.parent().expect("the program lies in a folder").to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    path
}

/// Runs the console blocks of a document in a folder, with programs from these folders; its name is that of its file, from
/// the top of the project.
fn prints_what_stands_there(name: &str, folder: &Path, programs: &[PathBuf]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let document = fs::read_to_string(&path).expect("the document can be read");

    let mut now: Vec<String> = Vec::new();
    let mut failures = Vec::new();
    let mut commands = 0;
    let mut append_to = None;
    let mut lines = document.lines().enumerate().peekable();
    while let Some((_, line)) = lines.next() {
        now.push(line.to_owned());
        match line {
            "```console" => {
                while let Some((at, line)) = lines.next_if(|(_, line)| *line != "```") {
                    now.push(line.to_owned());
                    let Some(command) = line.strip_prefix("$ ") else {
                        failures.push(format!("{name}:{}: this belongs to no command", at + 1));
                        continue;
                    };
                    let mut command = command.to_owned();
                    while let Some((_, line)) = lines.next_if(|_| command.ends_with('\\')) {
                        now.push(line.to_owned());
                        command.push_str(&format!("\n{line}"));
                    }
                    let mut shown = Vec::new();
                    while let Some((_, line)) =
                        lines.next_if(|(_, line)| *line != "```" && !line.starts_with("$ "))
                    {
                        shown.push(line);
                    }
                    commands += 1;
                    let printed = run(&command, folder, programs);
                    let printed: Vec<&str> = printed.lines().collect();
                    if fits(&shown, &printed) {
                        now.extend(shown.iter().map(|&line| line.to_owned()));
                    } else {
                        failures.push(format!(
                            "{name}:{}: `{command}` prints something else.\n--- {name}\n{}\n--- now\n{}\n",
                            at + 1,
                            shown.join("\n"),
                            printed.join("\n")
                        ));
                        now.extend(cut_alike(&shown, &printed).into_iter().map(str::to_owned));
                    }
                }
            }
            "```yaml" => {
                let mut block = String::new();
                while let Some((_, line)) = lines.next_if(|(_, line)| *line != "```") {
                    now.push(line.to_owned());
                    block.push_str(line);
                    block.push('\n');
                }
                if let Some(file) = append_to.take() {
                    append(&folder.join(file), &block);
                }
            }
            _ if line.starts_with("```") && line.len() > 3 => {
                while let Some((_, line)) = lines.next_if(|(_, line)| *line != "```") {
                    now.push(line.to_owned());
                }
            }
            _ => {
                let marker = line.strip_prefix("<!-- append: ").and_then(|rest| rest.strip_suffix(" -->"));
                append_to = marker.map(str::to_owned).or(append_to.filter(|_| line.is_empty()));
                continue;
            }
        }
        let (_, close) = lines.next().expect("every block of a document is closed");
        now.push(close.to_owned());
    }

    assert!(commands > 0, "{name} shows no command");
    if crate::common::is_set("GAINSAY_ACCEPT") {
        fs::write(&path, now.join("\n") + "\n").expect("the document can be written");
    } else {
        assert!(
            failures.is_empty(),
            "{}\nIf that is as it should be: GAINSAY_ACCEPT=1 cargo test --test command readme",
            failures.join("\n")
        );
    }
}

/// A folder with nothing in it.
fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run can be removed");
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder can be read") {
        let path = entry.expect("a folder can be read").path();
        let target = to.join(path.file_name().expect("a file has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

fn append(file: &Path, block: &str) {
    let mut file =
        fs::OpenOptions::new().create(true).append(true).open(file).expect("the file can be opened");
    file.write_all(block.as_bytes()).expect("the file can be written");
}

/// What a command prints, on standard output and standard error together.
fn run(command: &str, folder: &Path, programs: &[PathBuf]) -> String {
    let command = command.replace("cargo run --release -- ", "gainsay ");
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(programs).expect("folders make a path"))
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .output()
        .expect("a shell runs");
    String::from_utf8(output.stdout).expect("the output is text")
}

/// Whether the lines shown are those printed, where a line `…` stands for any number of lines.
fn fits(shown: &[&str], printed: &[&str]) -> bool {
    match (shown.split_first(), printed.split_first()) {
        (None, None) => true,
        (Some((&LEFT_OUT, rest)), _) => (0..=printed.len()).any(|at| fits(rest, &printed[at..])),
        (Some((one, rest)), Some((other, others))) => one == other && fits(rest, others),
        _ => false,
    }
}

/// What is printed, cut where the document cut it: as many paragraphs before its first `…`, and as many after its last.
fn cut_alike<'p>(shown: &[&'p str], printed: &[&'p str]) -> Vec<&'p str> {
    let blank = |line: &&&str| line.is_empty();
    let first = shown.iter().position(|line| *line == LEFT_OUT);
    let last = shown.iter().rposition(|line| *line == LEFT_OUT);
    let Some((first, last)) = first.zip(last) else { return printed.to_vec() };
    let (before, after) =
        (shown[..first].iter().filter(blank).count(), shown[last..].iter().filter(blank).count());
    let blanks: Vec<usize> = (0..printed.len()).filter(|at| printed[*at].is_empty()).collect();
    if before + after > blanks.len() {
        return printed.to_vec();
    }
    let head = if before == 0 { 0 } else { blanks[before - 1] + 1 };
    let tail = if after == 0 { printed.len() } else { blanks[blanks.len() - after] };
    [&printed[..head], &[LEFT_OUT], &printed[tail..]].concat()
}
