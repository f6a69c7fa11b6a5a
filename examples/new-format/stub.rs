//! The file of a new format of the table, made from one that stands beside this file, and its line in the list.

/// A format that prints a line for each row. The tests of the documents hold it against the formats there are.
const FORMAT: &str = include_str!("tally.rs");

/// The list of formats, from the top of the repository.
pub const LIST: &str = "src/views/table/formats/mod.rs";

/// What is left to do.
pub const NEXT: &str = "\
Write what it prints and what it is for. After that:
  cargo run -- table claims --format NAME               # look at it
  GAINSAY_ACCEPT=1 cargo test --test library documents  # writes its row in the manual
  cargo test";

/// The files of a format, each with its path from the top of the repository; the last is the list of formats, `list`, with
/// one line more. A reason where there can be no such format.
pub fn files(name: &str, list: &str) -> Result<[(String, String); 2], String> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err(format!("a format's name is small letters, as in tally; `{name}` is not"));
    }
    let line = format!("pub(crate) mod {name};\n");
    let at = list.rfind("pub(crate) mod ").ok_or("run this at the top of the repository")?;
    let end = list[at..].find('\n').map_or(list.len(), |length| at + length + 1);
    if list.contains(&format!("mod {name};")) {
        return Err(format!("there is a module `{name}` among the formats already"));
    }
    Ok([
        (format!("src/views/table/formats/{name}.rs"), FORMAT.replace("tally", name)),
        (LIST.to_owned(), format!("{}{line}{}", &list[..end], &list[end..])),
    ])
}
