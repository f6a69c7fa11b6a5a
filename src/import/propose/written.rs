//! Texts of a sheet as a proposed mapping writes them.

/// So many characters of a text are shown.
const WIDE: usize = 60;

/// A text on one line, not too long.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDE {
        return line;
    }
    line.chars().take(WIDE - 1).chain(['…']).collect()
}

/// A text as YAML has it between double quotes.
pub(super) fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() || crate::text::hides(letter) => {
                out.push_str(&format!("\\U{:08X}", u32::from(letter)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// A text that may stand in a comment.
pub(super) fn safe(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() || crate::text::hides(letter) { ' ' } else { letter })
        .collect()
}
