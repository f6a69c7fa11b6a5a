//! What divides the cells of a row of text.

use std::borrow::Cow;

use super::delimited::Delimited;

const KNOWN: [(char, &str); 4] =
    [(',', "commas"), (';', "semicolons"), ('\t', "tabs"), ('|', "vertical strokes")];
/// So many rows are looked at.
const ROWS: usize = 50;
/// And so many bytes.
const BYTES: usize = 64 * 1024;

/// What divides the cells, and the byte at which the rows begin. What is not plain from the name is said.
pub fn find(text: &str, ending: &str, said: &mut Vec<String>) -> (char, usize) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(delimiter) = rest.chars().next().filter(|letter| !letter.is_alphanumeric())
    {
        let end = text.find('\n').map_or(text.len(), |at| at + 1);
        return (delimiter, end);
    }
    if ending == "tsv" || ending == "tab" {
        return ('\t', 0);
    }
    let mut end = text.len().min(BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // A row that was cut off says nothing.
    let head = match text[..end].rfind('\n') {
        Some(last) if end < text.len() => &text[..last],
        _ => &text[..end],
    };
    let scored = KNOWN
        .into_iter()
        .rev()
        .map(|(delimiter, name)| (score(head, delimiter, end == text.len()), delimiter, name));
    match scored.max_by_key(|(score, ..)| *score) {
        Some(((_, columns), delimiter, name)) if columns > 1 => {
            if delimiter != ',' {
                said.push(format!("Its cells are divided by {name}."));
            }
            (delimiter, 0)
        }
        _ => (',', 0),
    }
}

/// How many of the rows have as many cells as the first, of a hundred; and how many those are. Nothing where each
/// has one, or the text cannot be read so; of a text that was cut, the last row says nothing of that.
fn score(head: &str, delimiter: char, whole: bool) -> (usize, usize) {
    let mut counts: Vec<usize> = Vec::new();
    for row in Delimited::new(Cow::Borrowed(head), delimiter, 0).take(ROWS) {
        match row {
            Ok(row) => counts.push(row.cells.len()),
            Err(_) if whole => return (0, 0),
            Err(_) => break,
        }
    }
    match counts.iter().copied().find(|count| *count > 1) {
        None => (0, 0),
        Some(first) => (counts.iter().filter(|count| **count == first).count() * 100 / counts.len(), first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_divides_all_rows_alike_is_taken() {
        for (text, expected) in [
            ("a,b\n1,2\n", ','),
            ("a;b;c\n1,5;2;3\n2,5;2;3\n", ';'),
            ("a\tb\n1, 2\t3; 4\n", '\t'),
            ("name|said\nAnn|we, all; of us\n", '|'),
            ("one\ntwo\n", ','),
            ("sep=;\na;b\n", ';'),
            ("a,b;c,\";\"\n\"x;y;z\",2,3\n", ','),
            ("\"a;b\",c\n\"d;e\",f\n", ','),
        ] {
            assert_eq!(find(text, "csv", &mut Vec::new()).0, expected, "{text:?}");
        }
    }
}
