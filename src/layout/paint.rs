//! Colour, in one place. It only repeats what the words say.

use annotate_snippets::renderer::{AnsiColor, Effects, Style as Sgr};

use crate::rules::finding::{Family, Finding, Level};

/// The part that a stretch of text plays, by which it is coloured.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// The first word of a finding at level error.
    Error,
    /// The first word of a finding at level warning.
    Warning,
    /// The first word of a note.
    Note,
    /// The first word of an agreement.
    Agreement,
    /// The name of a root.
    Name,
    /// Rules and places, to be looked up rather than read.
    Faint,
}

impl Role {
    /// The role of a finding's first word.
    pub(crate) fn of(finding: &Finding) -> Self {
        match (finding.level, finding.family) {
            (Level::Error, _) => Self::Error,
            (_, Family::Agreement) => Self::Agreement,
            (Level::Warning, _) => Self::Warning,
            (Level::Note, _) => Self::Note,
        }
    }

    fn sgr(self) -> Sgr {
        match self {
            Self::Error => AnsiColor::Red.on_default().effects(Effects::BOLD),
            Self::Warning => AnsiColor::Yellow.on_default().effects(Effects::BOLD),
            Self::Note => AnsiColor::Cyan.on_default().effects(Effects::BOLD),
            Self::Agreement => AnsiColor::Green.on_default().effects(Effects::BOLD),
            Self::Name => Sgr::new().effects(Effects::BOLD),
            Self::Faint => Sgr::new().effects(Effects::DIMMED),
        }
    }
}

/// A text in its colour; as it is where there is no colour.
pub(crate) fn paint(color: bool, role: Role, text: &str) -> String {
    if !color || text.is_empty() {
        return text.to_owned();
    }
    let sgr = role.sgr();
    format!("{}{text}{}", sgr.render(), sgr.render_reset())
}
