//! A store as it stood at a git revision: read through the `git` program, without a checkout.

use std::fmt;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::read::Text;
use crate::read::files::decode;

/// Why a revision could not be read.
#[derive(Debug)]
pub enum Refused {
    /// The `git` program is not there.
    NoGit,
    /// The folder is in no repository.
    NoRepository(String),
    /// There is no such revision.
    NoRevision,
    /// The revision does not hold the store.
    NoStore(String),
    /// It failed otherwise, with its words.
    Failed(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit => f.write_str("the `git` program was not found, and a revision is read through it"),
            Self::NoRepository(words) => write!(f, "the store is in no git repository ({words})"),
            Self::NoRevision => f.write_str("there is no such revision"),
            Self::NoStore(path) => write!(f, "that revision has no folder `{path}`"),
            Self::Failed(words) => write!(f, "git failed: {words}"),
        }
    }
}

/// A commit of the repository that a store's folder lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its full name.
    pub commit: String,
    /// The store's folder in the repository, without a slash at its end; empty for the whole.
    prefix: String,
}

/// The commit that a name means in the repository of a folder.
///
/// # Errors
/// Why there is none.
pub fn find(folder: &Path, name: &str) -> Result<Revision, Refused> {
    let prefix = git(folder, &["rev-parse", "--show-prefix"])?;
    if !prefix.status.success() {
        return Err(Refused::NoRepository(complaint(&prefix)));
    }
    let prefix = String::from_utf8_lossy(&prefix.stdout);
    let prefix = prefix.strip_suffix('\n').unwrap_or(&prefix);
    let wanted = format!("{name}^{{commit}}");
    let found = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
    if !found.status.success() {
        return Err(Refused::NoRevision);
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    Ok(Revision { commit, prefix: prefix.trim_end_matches('/').to_owned() })
}

/// The last commit of before today in the repository of a folder, with the day on which it was made; none where there is none. Git
/// says when today began.
///
/// # Errors
/// Why there is none to be found.
pub fn before_today(folder: &Path) -> Result<Option<(Revision, String)>, Refused> {
    let listed = git(folder, &["rev-list", "-1", "--before=midnight", "--format=%cs", "HEAD", "--"])?;
    if !listed.status.success() {
        return Err(Refused::NoRevision);
    }
    let listed = String::from_utf8_lossy(&listed.stdout);
    let mut lines = listed.lines();
    let commit = lines.next().and_then(|line| line.strip_prefix("commit "));
    let (Some(commit), Some(day)) = (commit, lines.next()) else { return Ok(None) };
    Ok(Some((find(folder, commit)?, day.to_owned())))
}

/// The ledger files of a store at a revision, named as they are on the disk.
///
/// # Errors
/// What kept them from being listed or read.
pub fn texts(folder: &Path, revision: &Revision) -> Result<Vec<Text>, Refused> {
    let tree = format!("{}:{}", revision.commit, revision.prefix);
    let listed = git(folder, &["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", &tree])?;
    if !listed.status.success() {
        return Err(Refused::NoStore(revision.prefix.clone()));
    }
    let full = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let store = full.file_name().map_or(String::new(), |name| format!("{}/", name.to_string_lossy()));
    let mut files: Vec<(String, String, bool)> = Vec::new();
    for entry in listed.stdout.split(|byte| *byte == 0) {
        let entry = String::from_utf8_lossy(entry);
        let Some((head, path)) = entry.split_once('\t') else { continue };
        let mut head = head.split(' ');
        let (Some(mode), Some("blob"), Some(object)) = (head.next(), head.next(), head.next()) else {
            continue;
        };
        if is_yaml(path) {
            files.push((path.to_owned(), object.to_owned(), mode == "120000"));
        }
    }
    files.sort_by(|a, b| a.0.split('/').cmp(b.0.split('/')));
    let objects: Vec<&str> = files.iter().map(|(_, object, _)| object.as_str()).collect();
    let contents = blobs(folder, &objects)?;
    let texts = files.iter().zip(contents).map(|((path, _, link), content)| {
        let content = if *link {
            Err((
                "this is a link, and links are not followed in a revision".to_owned(),
                "put the file itself into the store".to_owned(),
            ))
        } else {
            content.and_then(|bytes| decode::decode(bytes).map_err(|wrong| (wrong.message, wrong.help)))
        };
        Text { path: format!("{store}{path}"), content }
    });
    Ok(texts.collect())
}

fn is_yaml(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

/// What one object holds, or the reason and the remedy.
type Blob = Result<Vec<u8>, (String, String)>;

/// The contents of objects, in their order, from one run of git.
fn blobs(folder: &Path, objects: &[&str]) -> Result<Vec<Blob>, Refused> {
    if objects.is_empty() {
        return Ok(Vec::new());
    }
    // In a file and not through a pipe: git answers while it is still being asked, and would wait for its reader.
    let asked = kept(&objects.join("\n")).map_err(|error| Refused::Failed(error.to_string()))?;
    let mut cat = command(folder);
    cat.args(["cat-file", "--batch"]).stdin(asked);
    let output = cat.output().map_err(refused)?;
    if !output.status.success() {
        return Err(Refused::Failed(complaint(&output)));
    }
    let mut rest = output.stdout.as_slice();
    let mut all = Vec::new();
    for _ in objects {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let Some(end) = end else { return Err(Refused::Failed("its answer was cut short".to_owned())) };
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        let size = head.rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
        match size.filter(|size| head.contains(" blob ") && *size < rest.len()) {
            Some(size) => {
                all.push(Ok(rest[..size].to_vec()));
                rest = &rest[size + 1..];
            }
            None => all.push(Err((
                format!("git could not give this file: {head}"),
                "fetch the whole history, with the contents of its files".to_owned(),
            ))),
        }
    }
    Ok(all)
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    // Nothing is fetched and nobody is asked: what is on this disk is what is compared.
    command.arg("-C").arg(folder).env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    // A hook of git sets these, and they would name another repository than the one in which the folder lies.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, Refused> {
    command(folder).args(arguments).stdin(Stdio::null()).output().map_err(refused)
}

/// Lines in a file that has no name, to be read from the first.
fn kept(lines: &str) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    writeln!(file, "{lines}")?;
    file.rewind()?;
    Ok(file)
}

#[allow(clippy::needless_pass_by_value)] // handed to `map_err`
fn refused(error: io::Error) -> Refused {
    if error.kind() == io::ErrorKind::NotFound { Refused::NoGit } else { Refused::Failed(error.to_string()) }
}

fn complaint(output: &Output) -> String {
    let words = String::from_utf8_lossy(&output.stderr);
    words.lines().next().unwrap_or("it did not say why").trim_start_matches("fatal: ").to_owned()
}
