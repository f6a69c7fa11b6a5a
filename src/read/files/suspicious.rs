//! Characters that hide or mislead: bidirectional controls, zero-width ones, look-alike letters of two scripts.

use crate::text::spells;
use unicode_security::RestrictionLevel;
use unicode_security::RestrictionLevelDetection;

use crate::read::problem::Problem;
use crate::read::yaml::tree::{Node, Value};

/// Reports each text of a record in which such characters stand.
pub fn suspicious(node: &Node<'_>, problems: &mut Vec<Problem>) {
    match &node.value {
        Value::Scalar { text, .. } if !text.is_ascii() => {
            if let Some((message, help)) = hidden(text).or_else(|| mixed(text)) {
                problems.push(Problem { rule: "suspicious-characters", span: node.span, message, help });
            }
        }
        Value::Scalar { .. } => {}
        Value::Sequence { items, .. } => items.iter().for_each(|item| suspicious(item, problems)),
        Value::Mapping(pairs) => {
            for (key, value) in pairs {
                suspicious(key, problems);
                suspicious(value, problems);
            }
        }
    }
}

fn hidden(text: &str) -> Option<(String, String)> {
    let chars: Vec<char> = text.chars().collect();
    let before = |at: usize| at.checked_sub(1).map(|at| chars[at]);
    chars.iter().enumerate().find_map(|(at, character)| {
        let what = match character {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "turns the direction of writing",
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{180E}' => "has no width",
            // Joiners belong to the spelling of Persian, of Indian languages and of emoji, between their letters.
            '\u{200C}' | '\u{200D}' if !spells(before(at), *character, chars.get(at + 1).copied()) => {
                "has no width"
            }
            _ => return None,
        };
        let message = format!("the character U+{:04X} stands here and {what}", u32::from(*character));
        Some((
            message,
            "take it out, or type the text anew; what is shown may not be what is written".to_owned(),
        ))
    })
}

fn mixed(text: &str) -> Option<(String, String)> {
    let word = text
        .split(|character: char| !character.is_alphabetic())
        .filter(|word| !word.is_ascii())
        .find(|word| word.detect_restriction_level() == RestrictionLevel::MinimallyRestrictive)?;
    Some((
        format!("“{word}” mixes letters of two scripts that look alike"),
        "type the word anew in one script".to_owned(),
    ))
}
