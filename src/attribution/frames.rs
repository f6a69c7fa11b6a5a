//! Verbs that attribute, as data: their forms, what they say that their subject does, and what they take.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cues::Cue;
use crate::read::{self, yaml::tree::Node};

/// The verbs with their frames.
const FRAMES: &str = include_str!("frames.yaml");

/// What a verb takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words between marks.
    Quote,
    /// A clause with `that`.
    That,
    /// A bare clause.
    Clause,
    /// A deed in -ing, with or without `of`.
    OfIng,
    /// An infinitive.
    To,
    /// A noun phrase.
    Noun,
    /// Words between marks right beside it, and no others.
    Beside,
}

const TAKES: [(&str, Takes); 7] = [
    ("quote", Takes::Quote),
    ("that", Takes::That),
    ("clause", Takes::Clause),
    ("of-ing", Takes::OfIng),
    ("to", Takes::To),
    ("noun", Takes::Noun),
    ("beside", Takes::Beside),
];

const DOES: [(&str, Cue); 7] = [
    ("says", Cue::Says),
    ("confirms", Cue::Confirms),
    ("denies", Cue::Denies),
    ("accuses", Cue::Accuses),
    ("claims", Cue::Claims),
    ("condemns", Cue::Condemns),
    ("calls", Cue::Calls),
];

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `say`, `says`.
    Present,
    /// `said`; also the participle of the passive.
    Past,
    /// `saying`.
    Ing,
}

/// A verb in one of its forms.
#[derive(Clone, Debug)]
pub struct Verb {
    /// What its subject does.
    pub cue: Cue,
    /// The form.
    pub form: Form,
    /// Whether its present is a noun as well: `claim`.
    pub noun: bool,
    takes: Vec<Takes>,
}

impl Verb {
    /// Whether it takes something.
    #[must_use]
    pub fn takes(&self, what: Takes) -> bool {
        self.takes.contains(&what)
    }
}

/// The verb that a word is a form of.
#[must_use]
pub fn verb(word: &str) -> Option<&'static Verb> {
    static VERBS: LazyLock<HashMap<String, Verb>> = LazyLock::new(verbs);
    VERBS.get(word)
}

/// Whether a verb says more of its subject than that something was said: "denied", "condemned", "blamed".
#[must_use]
pub fn acts(word: &str) -> bool {
    verb(&word.to_lowercase()).is_some_and(|verb| verb.cue != Cue::Says)
}

fn verbs() -> HashMap<String, Verb> {
    let mut verbs = HashMap::new();
    let records = read::whole(FRAMES).unwrap_or_default();
    for record in records.iter().filter_map(Node::items).flatten() {
        let text = |key| record.get(key).and_then(Node::as_str);
        let list = |key| -> Vec<&str> {
            record.get(key).and_then(Node::items).into_iter().flatten().filter_map(Node::as_str).collect()
        };
        let (Some(plain), Some(does)) = (text("verb"), text("does")) else { continue };
        let Some((_, cue)) = DOES.iter().find(|(word, _)| *word == does) else { continue };
        let takes: Vec<Takes> = list("takes")
            .iter()
            .filter_map(|own| TAKES.iter().find(|(word, _)| word == own).map(|(_, takes)| *takes))
            .collect();
        let noun = text("also") == Some("noun");
        let mut add = |word: String, form| {
            verbs.entry(word).or_insert_with(|| Verb { cue: *cue, form, noun, takes: takes.clone() });
        };
        let irregular = list("past");
        for past in &irregular {
            add((*past).to_owned(), Form::Past);
        }
        if irregular.is_empty() {
            add(past(plain), Form::Past);
        }
        add(plain.to_owned(), Form::Present);
        add(third(plain), Form::Present);
        add(ing(plain, irregular.first().copied()), Form::Ing);
    }
    verbs
}

fn consonant_y(plain: &str) -> bool {
    plain.ends_with('y') && plain.chars().rev().nth(1).is_some_and(|before| !"aeo".contains(before))
}

fn third(plain: &str) -> String {
    match &plain[..plain.len() - 1] {
        stem if consonant_y(plain) => format!("{stem}ies"),
        _ if plain.ends_with(['s', 'x', 'o']) || plain.ends_with("sh") || plain.ends_with("ch") => {
            format!("{plain}es")
        }
        _ => format!("{plain}s"),
    }
}

fn past(plain: &str) -> String {
    if plain.ends_with('e') { format!("{plain}d") } else { format!("{plain}ed") }
}

/// The form in -ing; the last letter is doubled where the past doubles it: `admitted`, `admitting`.
fn ing(plain: &str, past: Option<&str>) -> String {
    let last = &plain[plain.len() - 1..];
    let doubled =
        past.is_some_and(|past| past == format!("{plain}{last}ed")) || matches!(plain, "put" | "rip" | "let");
    if doubled {
        format!("{plain}{last}ing")
    } else if plain.ends_with('e') && !plain.ends_with("ee") {
        format!("{}ing", &plain[..plain.len() - 1])
    } else {
        format!("{plain}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_frames_is_read() {
        let lines = FRAMES.lines().filter(|line| line.starts_with("- ")).count();
        let records = read::whole(FRAMES).expect("the frames are YAML");
        let read = records.iter().filter_map(Node::items).flatten().filter(|record| {
            let takes = record.get("takes").and_then(Node::items).unwrap_or_default();
            let known = |word: &Node<'_>| TAKES.iter().any(|(own, _)| Some(*own) == word.as_str());
            let does = record.get("does").and_then(Node::as_str);
            !takes.is_empty() && takes.iter().all(known) && DOES.iter().any(|(own, _)| Some(*own) == does)
        });
        assert_eq!(read.count(), lines);
        assert!(lines >= 250, "{lines} verbs");
    }

    #[test]
    fn forms_of_verbs() {
        let form = |word: &str| verb(word).map(|verb| verb.form);
        for word in ["said", "denied", "condemned", "told", "replied", "admitted", "accused", "wrote"] {
            assert_eq!(form(word), Some(Form::Past), "{word}");
        }
        for word in ["says", "denies", "warns", "accuses", "echoes", "say"] {
            assert_eq!(form(word), Some(Form::Present), "{word}");
        }
        for word in ["saying", "denying", "admitting", "accusing", "calling", "replying", "referring"] {
            assert_eq!(form(word), Some(Form::Ing), "{word}");
        }
        assert_eq!(verb("claimed").map(|verb| verb.cue), Some(Cue::Claims));
        for word in ["sailor", "denim", "address", "wrot", "noted2", "callous"] {
            assert!(verb(word).is_none(), "{word}");
        }
    }
}
