//! Pairs of double marks in a paragraph. A straight mark opens or closes by what stands around it; where that decides
//! nothing, it closes a mark that is open.

use super::{Mark, Marks};

/// Styles of marks; an opening and a closing mark of one style belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Typographic,
    Straight,
    Angled,
    Low,
}

fn style(character: char) -> Style {
    match character {
        '"' => Style::Straight,
        '«' | '»' => Style::Angled,
        '„' => Style::Low,
        _ => Style::Typographic,
    }
}

/// The pairs of double marks of a paragraph, and the marks without partner.
pub(super) fn pair(marks: Vec<Mark>) -> Marks {
    let mut found = Marks::default();
    let mut open: Vec<Mark> = Vec::new();
    for mark in marks {
        if mark.character == '"' && mark.before.is_ascii_digit() && !is_open(&open, Style::Straight) {
            continue; // inches
        }
        if opens(&mark, &open) {
            // A mark of the same style that is still open was never closed.
            if let Some(at) = open.iter().position(|other| style(other.character) == style(mark.character)) {
                found.odd.extend(open.drain(at..).map(|odd| (odd, true)));
            }
            open.push(mark);
        } else if open.is_empty() {
            found.odd.push((mark, false));
        } else {
            let partner = |other: &Mark| match style(other.character) {
                Style::Low => style(mark.character) == Style::Typographic,
                own => own == style(mark.character),
            };
            let at = open.iter().rposition(partner).unwrap_or(open.len() - 1);
            found.odd.extend(open.drain(at + 1..).map(|odd| (odd, true)));
            found.pairs.extend(open.pop().map(|start| (start, mark)));
        }
    }
    found.odd.extend(open.into_iter().map(|odd| (odd, true)));
    found.pairs.sort_by_key(|(open, _)| open.start);
    found.odd.sort_by_key(|(mark, _)| mark.start);
    found
}

fn is_open(open: &[Mark], wanted: Style) -> bool {
    open.iter().any(|mark| style(mark.character) == wanted)
}

/// True when a mark opens, given the marks that are open.
fn opens(mark: &Mark, open: &[Mark]) -> bool {
    match mark.character {
        '„' | '«' => true,
        '»' => false,
        '”' => mark.free_before && !mark.free_after && open.is_empty(),
        '“' => {
            let closes_low = is_open(open, Style::Low) && !mark.free_before;
            let mistyped = is_open(open, Style::Typographic) && !mark.free_before && mark.free_after;
            !closes_low && !mistyped
        }
        _ => match (mark.free_before, mark.free_after) {
            (true, false) => true,
            (false, true) => false,
            _ => !is_open(open, Style::Straight),
        },
    }
}
