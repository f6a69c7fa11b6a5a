//! Syntax errors in plain words: what the writer meant, why YAML reads it otherwise, what to do.

use granit_parser::ErrorKind as Kind;

use super::build::Fault;
use super::place::{BOM, BOM_HELP, Named, Place, odd_blank, tab, unclosed};
use super::traps::single_quoted;
use crate::ledger::model::proposition;
use crate::read::problem::{BAD_VALUE, Problem, UNREADABLE, span};
use crate::read::propositions::colon_help;
use crate::text::FileId;

const QUOTE_IT: &str = "put quotation marks around the whole text";

/// A problem for the place where the parser gave up.
#[must_use]
pub fn explain(file: FileId, text: &str, fault: &Fault) -> Problem {
    let mut at = fault.at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let place = Place::new(text, at);
    let (rule, from, to, message, help) = odd_blank(&place).unwrap_or_else(|| name(&fault.kind, &place));
    let to = if to > from { to } else { from + text[from..].chars().next().map_or(0, char::len_utf8) };
    Problem { rule, span: span(file, from, to), message, help }
}

fn name(kind: &Kind, place: &Place<'_>) -> Named {
    match kind {
        Kind::MappingValueNotAllowed | Kind::InvalidSimpleKey => colon(place),
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart => tab(place),
        Kind::UnexpectedCharacter { character } if character.is_control() => place.here(
            UNREADABLE,
            format!("an invisible control character (U+{:04X}) stands here", u32::from(*character)),
            "delete it and type the text of this line again",
        ),
        Kind::UnclosedQuotedScalar
        | Kind::DocumentIndicatorInQuotedScalar
        | Kind::InvalidQuotedScalarIndent => unclosed(place),
        Kind::InvalidTrailingDoubleQuotedScalar | Kind::InvalidTrailingSingleQuotedScalar => {
            trailing(kind, place)
        }
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidUnicodeEscape => place.here(
            BAD_VALUE,
            "in double quotes a backslash begins a code such as `\\n`, and the one in this text is none",
            "write `\\\\` for a backslash, or use single quotes",
        ),
        Kind::UndeclaredTagHandle
        | Kind::InvalidTagTerminator
        | Kind::InvalidTagEscape
        | Kind::MissingTagUri
        | Kind::UnclosedVerbatimTag
        | Kind::InvalidGlobalTagCharacter => place.here(
            BAD_VALUE,
            "a `!` at the start makes this a YAML tag, and tags have no meaning in a ledger",
            "put quotation marks around the text if the `!` belongs to it, or remove the tag",
        ),
        Kind::RecursionLimitExceeded => place.here(
            UNREADABLE,
            "lists and mappings are nested more than 255 deep here",
            "write it flat: a record's fields hold text and lists of text",
        ),
        Kind::BomInsideDocument => place.here(UNREADABLE, BOM, BOM_HELP),
        Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::UnclosedFlowCollection { .. } => flow(place),
        Kind::CommentNotSeparated => place.here(
            BAD_VALUE,
            "a `#` stands right behind this, and only a space makes it the beginning of a comment",
            "put a space before the `#`, or the whole text between single quotes if the `#` belongs to it",
        ),
        Kind::InvalidDocumentEnd => place.here(
            UNREADABLE,
            "`...` ends a document, and nothing else may stand in its line",
            "delete it, or write what follows on a line of its own",
        ),
        _ => directive(place).or_else(|| starting(place)).unwrap_or_else(|| rest(kind, place)),
    }
}

/// `quote: He said: no`.
fn colon(place: &Place<'_>) -> Named {
    let before = place.text[place.line_start..place.at].trim_start().trim_start_matches("- ");
    if place.at <= place.value_start || place.key.is_none() && !before.contains([' ', '(']) {
        return place.here(
            UNREADABLE,
            format!(
                "`{before}:` cannot begin a field here: either it is indented differently from the fields around it, or \
                 it continues the text above, which then must be in quotation marks"
            ),
            "indent the fields of a record alike, or put quotation marks around the text above",
        );
    }
    let (message, help) = if place.value.contains('(') && before.contains('(') {
        (
            "a colon followed by a space cuts this proposition in two".to_owned(),
            colon_help(place.value, |text| proposition::parse(text).is_ok()),
        )
    } else {
        (
            format!("{} holds a colon followed by a space, which YAML reads as a second key", place.field()),
            format!("{QUOTE_IT}: {}", single_quoted(place.value)),
        )
    };
    (BAD_VALUE, place.at, place.at + 1, message, help)
}

/// `quote: "No," he said` and `quote: 'don't'`.
fn trailing(kind: &Kind, place: &Place<'_>) -> Named {
    if *kind == Kind::InvalidTrailingSingleQuotedScalar {
        return place.here(
            BAD_VALUE,
            "the text in single quotes ends at the `'` before this, and more follows",
            "write `''` for an apostrophe inside single quotes, or put the text in double quotes",
        );
    }
    place.here(
        BAD_VALUE,
        "more text follows the closing quotation mark",
        if place.value.starts_with('"') {
            format!("put the whole in single quotes: {}", single_quoted(place.value))
        } else {
            "inside \"…\" write \\\" for a quotation mark, or use single quotes around the whole".to_owned()
        },
    )
}

fn flow(place: &Place<'_>) -> Named {
    if let (Some(key), true) = (place.key, place.value.starts_with(['[', '{']))
        && place.value.chars().filter(|it| "[{".contains(*it)).count()
            == place.value.chars().filter(|it| "]}".contains(*it)).count()
    {
        let message = format!("what stands in the brackets of `{key}` cannot be read from here on");
        return place.here(
            UNREADABLE,
            message,
            "give one item a line, each after `- `, or check commas and quotation marks",
        );
    }
    place.here(
        UNREADABLE,
        "a bracket `[` or `{` is opened and not closed rightly, or a comma is missing or too many",
        "close the bracket; if it belongs to a text, put quotation marks around the whole text",
    )
}

/// A line at the margin that begins with `%`: this one, or the one before it.
fn directive(place: &Place<'_>) -> Option<Named> {
    let above = place.text[..place.line_start].trim_end().rfind('\n').map_or(0, |end| end + 1);
    let start = [above, place.line_start].into_iter().find(|start| place.text[*start..].starts_with('%'))?;
    let end = start + place.text[start..].lines().next().unwrap_or_default().trim_end().len();
    let message = "a line that begins with `%` is a directive to YAML, and none has a meaning in a ledger";
    let help = "delete it, or indent it if it belongs to the text above";
    Some((UNREADABLE, start, end, message.to_owned(), help.to_owned()))
}

/// Text that begins with a character that means something to YAML.
fn starting(place: &Place<'_>) -> Option<Named> {
    let first = place.value.chars().next()?;
    let begins =
        "[]{}&*!|>%@`,".contains(first) || place.value.starts_with("- ") || place.value.starts_with("? ");
    let within = place.at >= place.value_start && (place.key.is_some() || place.at == place.value_start);
    let block = matches!(first, '|' | '>') && place.key.is_some();
    let below = if block {
        format!("write `{first}` alone if the text stands below it, else ")
    } else {
        String::new()
    };
    (begins && within).then(|| {
        place.value(
            format!("{} begins with `{first}`, which has a meaning of its own in YAML", place.field()),
            format!("{below}{QUOTE_IT}: {}", single_quoted(place.value)),
        )
    })
}

fn rest(kind: &Kind, place: &Place<'_>) -> Named {
    let above = place.line_before().trim_start();
    if above.starts_with('#') && *kind == Kind::ExpectedBlockMappingKey && place.key.is_none() {
        return place.here(
            BAD_VALUE,
            "the line above begins with `#`, which makes it a comment and cuts the text in two",
            "put quotation marks around the whole text, or move the comment",
        );
    }
    match kind {
        Kind::SimpleKeyExpected => place.here(
            UNREADABLE,
            "this line is no field: it has no `key: ` with a space after the colon",
            "add the colon and a space, or indent the line deeper if it continues the text above",
        ),
        Kind::ExpectedBlockMappingKey | Kind::ExpectedBlockSequenceEntry | Kind::BlockSequenceEntryNotAllowed
        | Kind::InvalidIndentation => place.here(
            UNREADABLE,
            "this line does not fit the lines above it: it is indented differently, or a `-` or a key is missing",
            "indent the fields of a record alike, and the records of a list alike",
        ),
        other => place.here(
            UNREADABLE,
            format!("this cannot be read as YAML ({other})"),
            "check quotation marks, colons and indentation in this record",
        ),
    }
}
