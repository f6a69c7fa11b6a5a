//! What a person says of a sheet: what its columns mean, and who its names are. The answers stand in the mapping file.

use std::path::Path;

use super::{complain, json};
use crate::cli::UNREAD;
use crate::cli::ask::{Dialogue, Left};
use crate::cli::output::Output;
use crate::cli::reading::Listed;
use crate::grid::Column;
use crate::import::Open;
use crate::import::copy::Copy;
use crate::import::mapping::Mapping;
use crate::import::prepare;
use crate::import::propose::{Meaning, Proposal, ROWS};
use crate::write::store::replace;

/// Proposes a mapping. On a terminal a person confirms or changes it, and it is written; its text. Elsewhere it is printed, to
/// be changed.
///
/// # Errors
/// The exit status, where nobody confirmed it.
pub fn propose(
    output: &mut Output,
    sheet: &Path,
    file: &Path,
    copy: &Copy,
    format: Listed,
) -> Result<String, u8> {
    let Ok((columns, rows)) = prepare::open(&copy.text) else { return Err(UNREAD) };
    let rows = rows.filter_map(Result::ok).take(ROWS).collect();
    let name = sheet.file_name().unwrap_or_default().to_string_lossy();
    let mut proposal = Proposal::new(&name, &columns, rows);
    // Who asked for what a program reads is no person who could answer.
    let dialogue = if format == Listed::Json { None } else { Dialogue::open() };
    let Some(mut dialogue) = dialogue else {
        output.print(&match format {
            Listed::Text => proposal.file(),
            Listed::Json => json::proposed(&proposal),
        });
        return Err(complain(
            &format!(
                "nobody has said yet what the columns of `{}` mean, and nothing was written",
                sheet.display()
            ),
            &format!(
                "keep what was printed as `{}`, change what is wrong in it, and run this again",
                file.display()
            ),
        ));
    };
    if let Ok(true) = confirmed(&mut dialogue, &mut proposal, columns.len()) {
        return save(file, proposal.file());
    }
    Output::complain("Nothing was written.");
    Err(UNREAD)
}

/// Shows a proposal until it is confirmed; false where it is not wanted.
fn confirmed(dialogue: &mut Dialogue, proposal: &mut Proposal<'_>, columns: usize) -> Result<bool, Left> {
    loop {
        Dialogue::tell(&format!("\n{}\n{}", proposal.listed(), proposal.sentence()));
        let answer = dialogue.line(
            "Is that what the columns mean? [Y/n, or a column with its meaning, as in `3 date`; ? for all] ",
        )?;
        match answer.to_lowercase().as_str() {
            "" | "y" | "yes" => break,
            "n" | "no" => return Ok(false),
            "?" => {
                for word in Meaning::words() {
                    let told = Meaning::named(word).map_or("", Meaning::told);
                    Dialogue::tell(&format!("  {word}: {told}"));
                }
            }
            other => {
                let mut words = other.split([' ', '=']).filter(|word| !word.is_empty());
                let column = words.next().and_then(|word| word.parse::<usize>().ok());
                let column = column.and_then(|number| number.checked_sub(1)).filter(|at| *at < columns);
                match (column, words.next().and_then(Meaning::named)) {
                    (Some(column), Some(meaning)) => proposal.mean(column, meaning),
                    _ => Dialogue::tell(
                        "  Please type the number of a column and a meaning, such as `3 date`; ? lists the meanings.",
                    ),
                }
            }
        }
    }
    if let Some((example, dates)) = proposal.undecided() {
        let question = format!("Is “{example}” {} (the day comes first)?", dates[0]);
        proposal.day_first = Some(dialogue.yes(&question, true)?);
    }
    Ok(true)
}

/// Asks who the names are that are like one on file, and keeps the answers; the new text of the mapping.
///
/// # Errors
/// The exit status, where somebody left, or the mapping is written so that nothing can be added to it: the answers are
/// printed then.
pub fn names(
    dialogue: &mut Dialogue,
    file: &Path,
    written: &str,
    open: &[Open],
    columns: &[Column],
) -> Result<String, u8> {
    let (mut text, mut lines) = (written.to_owned(), String::new());
    let mut left = false;
    for Open { list, name, alike } in open {
        Dialogue::tell(&format!("\n“{name}” is like:"));
        let shown: Vec<String> =
            alike.iter().map(|it| it.shown.clone()).chain(["none of these: a new one".to_owned()]).collect();
        let Ok(Some(at)) = dialogue.menu(&shown, false) else {
            left = true;
            break;
        };
        let id = alike.get(at).map_or("new", |it| it.id.as_str());
        let name = serde_json::to_string(name).unwrap_or_default();
        let line = format!("  - {{list: {list}, name: {name}, id: {id}}}\n");
        // Each answer is kept as it is given: whoever leaves is not asked it again.
        match with_names(&text, &line, 1, columns) {
            Some(more) if lines.is_empty() => {
                keep(file, &more)?;
                text = more;
            }
            _ => lines.push_str(&line),
        }
    }
    if !lines.is_empty() {
        return Err(complain(
            &format!("what was said cannot be put into {}, and nothing was written", file.display()),
            &format!("put it there yourself, and run this again:\nnames:\n{}", lines.trim_end()),
        ));
    }
    if text != written {
        Output::complain(&format!("What was said is kept in {}.", file.display()));
    }
    if left { Err(UNREAD) } else { Ok(text) }
}

/// A mapping with so many more names; none where it would not be read with just these more.
fn with_names(written: &str, lines: &str, count: usize, columns: &[Column]) -> Option<String> {
    let heading = written.find("\nnames:").map(|at| at + "\nnames:".len());
    let text = match heading.and_then(|at| Some(at + written[at..].find('\n')? + 1)) {
        Some(at) => format!("{}{lines}{}", &written[..at], &written[at..]),
        None => format!("{}\nnames:\n{lines}", written.trim_end()),
    };
    let names = |text: &str| Mapping::read(text, columns).map(|mapping| mapping.names.len()).ok();
    (names(&text)? == names(written)? + count).then_some(text)
}

fn save(file: &Path, text: String) -> Result<String, u8> {
    keep(file, &text)?;
    Output::complain(&format!("What was said is kept in {}.", file.display()));
    Ok(text)
}

/// Writes the text of a mapping.
fn keep(file: &Path, text: &str) -> Result<(), u8> {
    replace(file, text.as_bytes()).map_err(|error| {
        complain(
            &format!("`{}` could not be written: {error}", file.display()),
            "name another file with `--mapping`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::with_names;

    #[test]
    fn names_are_put_only_where_the_mapping_can_be_read_with_them() {
        let line = "  - {list: parties, name: \"Norlnd\", id: norland}\n";
        let rest = "sheet: {id: sheet}\nrecords:\n  - {list: parties, record: {name: Ann}}\n";
        let sound =
            [rest.to_owned(), format!("{rest}names:\n{line}"), format!("{rest}names: # as asked\n{line}")];
        for written in sound {
            assert!(with_names(&written, line, 1, &[]).is_some_and(|text| text.contains(line)), "{written}");
        }
        let broken = [
            format!("{rest}names: []\n"),
            format!("{rest}names:\n- {{list: parties, name: Ben, id: new}}\n"),
            format!("names:\n{line}{rest}"),
            format!("{rest}names: [\n  {{list: parties, name: Ben, id: new}}]\n"),
        ];
        for written in broken {
            assert_eq!(with_names(&written, line, 1, &[]), None, "{written}");
        }
    }
}
