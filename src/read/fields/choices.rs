//! The words that a key may take where it takes one of a few.

/// Words for the sorts of party.
pub const PARTY_KINDS: &[&str] =
    &["state", "body", "armed-group", "organisation", "person", "outlet", "class"];
/// Words for what came of a request.
pub const OUTCOMES: &[&str] = &["replied", "declined", "no-reply", "not-reached"];
/// Why an apparent contradiction is none.
pub const REASONS: &[&str] =
    &["time", "scope", "definition", "level", "event", "superseded", "hedge", "translation"];
/// What the audit of a draft may say of a quotation, and what `settings` may therefore call an error.
pub const VERDICTS: &[&str] = &[
    "unbalanced",
    "not-speech",
    "secondhand",
    "misattributed",
    "ambiguous",
    "speaker-unresolved",
    "spliced",
    "altered",
    "longer",
    "cleaned",
    "bracketed",
    "elided",
    "partial",
    "typographic",
    "verbatim",
    "unknown",
    "cut",
    "cue-conflict",
    "superseded",
    "fallen-source",
    "disputed-words",
    "denied-words",
    "two-wordings",
    "translation",
    "stance-conflict",
    "number-conflict",
    "overreach",
];
/// Levels that `settings` may give to a rule or family.
pub const LEVELS: &[&str] = &["error", "warning", "note", "allow"];
pub(super) const GRADES: &[&str] = &["A", "B", "C", "D", "E", "F"];
pub(super) const VALUE_KINDS: &[&str] = &["count", "number", "date", "place", "party", "topic", "text"];
pub(super) const ASKS: &[&str] =
    &["who", "where", "when", "how-many", "who-backs-whom", "who-wants-what", "same-or-not", "what"];

pub(super) const ROLES: &[&str] = &[
    "same-event",
    "member",
    "tie",
    "deed",
    "happened",
    "accuracy",
    "authenticity",
    "dimension",
    "blame",
    "knowledge",
];
