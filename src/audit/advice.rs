//! What is to be said of a quotation, and what to do: plain sentences for an editor.

use super::Quoted;
use super::verdict::{Remark, Verdict};
use crate::attribution::speakers::Speaker;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::words;
use crate::text::quotes::difference::{self, Hunk, Touch};

/// The help where there is nothing to do.
pub const NOTHING: &str = "nothing";

/// A headline, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// In a few words.
    pub headline: String,
    /// The help.
    pub help: String,
}

impl Advice {
    fn new(headline: impl Into<String>, help: impl Into<String>) -> Self {
        Self { headline: headline.into(), help: help.into() }
    }
}

/// The advice on the verdict on a quotation.
#[must_use]
pub fn verdict(ledger: &Ledger, quoted: &Quoted) -> Advice {
    let by = speakers(ledger, &quoted.statements);
    let given = match &quoted.speaker {
        Some(Speaker::Party(party)) => ledger.party(*party).name.clone(),
        Some(other) => format!("“{}”", other.words().unwrap_or_default()),
        None => "nobody".to_owned(),
    };
    match quoted.verdict {
        Verdict::Unbalanced => Advice::new(
            "a quotation mark without its partner",
            "set the mark that is missing, or take this one out",
        ),
        Verdict::NotSpeech => Advice::new("a name, a title, or a word held at arm’s length", NOTHING),
        Verdict::Secondhand => Advice::new(
            "a quotation within a quotation",
            "look for the words at their own source: this is what one party says that another said",
        ),
        Verdict::Misattributed => Advice::new(
            format!("words of {by}, given to {given}"),
            format!("give them to {by}, or record where {given} said so"),
        ),
        Verdict::Ambiguous => match &quoted.speaker {
            Some(Speaker::Introduced(..) | Speaker::Unnamed(..)) => Advice::new(
                format!("words that {by} said alike, given to {given}, who is not on file"),
                format!(
                    "if {given} is one of them, name the party as the ledger does; else record where {given} said so"
                ),
            ),
            _ => Advice::new(
                format!("words of {by}, and the draft does not say whose"),
                "say in the draft who is speaking",
            ),
        },
        Verdict::SpeakerUnresolved => match &quoted.speaker {
            Some(_) => Advice::new(
                format!("words of {by}, given to {given}, who is not on file"),
                format!("if {given} is {by}, name {by} as the ledger does, or add the name to the aliases"),
            ),
            None => Advice::new(
                format!("words of {by}, and the draft does not name who says them"),
                "name the speaker in the draft",
            ),
        },
        Verdict::Spliced => Advice::new(
            match quoted.statements[..] {
                [_] => "pieces of one statement out of their order, in one pair of marks".to_owned(),
                _ => "pieces of several statements in one pair of marks".to_owned(),
            },
            "close the marks after each piece and open them again",
        ),
        Verdict::Altered => altered(quoted),
        Verdict::Longer => Advice::new(
            format!("longer than the words on file: {}", difference::in_words(&quoted.difference)),
            "record the whole statement with its source: what is on file stands in it, and the rest is on no file",
        ),
        Verdict::Cleaned => Advice::new(
            format!("hesitation or grammar set right: {}", difference::in_words(&quoted.difference)),
            "nothing, if your house does so",
        ),
        Verdict::Bracketed => Advice::new("changed inside brackets only", NOTHING),
        Verdict::Elided => Advice::new("cut, and each cut is marked", NOTHING),
        Verdict::Partial => Advice::new("a piece of the words on file", NOTHING),
        Verdict::Typographic => Advice::new("the words on file, with other marks or spaces", NOTHING),
        Verdict::Verbatim => Advice::new("the words on file", NOTHING),
        Verdict::Unknown => Advice::new(
            match &quoted.speaker {
                Some(_) => format!("no such words of {given} are on file"),
                None => "no such words are on file".to_owned(),
            },
            "record the statement with its source, or check it by hand",
        ),
    }
}

/// The advice on words that were changed.
#[must_use]
pub fn altered(quoted: &Quoted) -> Advice {
    let touches = touches(&quoted.difference);
    let touching = if touches.is_empty() { String::new() } else { format!(" ({})", touches.join(", ")) };
    Advice::new(
        format!("words changed without a mark{touching}: {}", difference::in_words(&quoted.difference)),
        "quote the words on file, or mark the change with … and [ ]",
    )
}

/// The advice on a remark on a quotation.
#[must_use]
pub fn remark(ledger: &Ledger, quoted: &Quoted, remark: Remark) -> Advice {
    match remark {
        Remark::Cut => {
            let words: Vec<String> = quoted.dropped.iter().map(|word| format!("“{}”", word.word)).collect();
            let them = if words.len() > 1 || words[0].contains(' ') { "them" } else { "it" };
            Advice::new(
                format!("the cut takes {} away", words::list(&words)),
                format!("take {them} into the quotation, or say {them} beside the marks"),
            )
        }
        Remark::CueConflict => {
            Advice::new("the draft says otherwise how or when it was said", "compare it with the record")
        }
        Remark::Superseded => {
            let by = speakers(ledger, &quoted.statements);
            let since =
                quoted.since.as_ref().map(|since| format!("{by} has said otherwise since: {}", since.words));
            let headline = since.unwrap_or_else(|| "withdrawn or reversed since".to_owned());
            Advice::new(headline, "say so in the draft, or quote what was said since")
        }
        Remark::FallenSource => Advice::new(
            "the report in which these words were read was withdrawn, or corrected since",
            "read the corrected report, or find the words in a source that stands",
        ),
        Remark::DisputedWords => Advice::new(
            "two reports of these words differ, and it is not settled which of them is right",
            "quote neither as the speaker’s words before you have them from a recording, or quote both and say whose they are",
        ),
        Remark::DeniedWords => {
            let who = quoted.denied_by.map_or("somebody", |denier| ledger.party(denier).name.as_str());
            Advice::new(
                format!("{who} denied that these words were ever said"),
                "say so in the draft, or find a recording or somebody else who heard them",
            )
        }
        Remark::TwoWordings => {
            Advice::new("quoted in two wordings, it seems", "find out which of the two was said")
        }
        Remark::Translation => Advice::new("the words are a translator’s", "say so, or quote the original"),
    }
}

/// The speakers of some statements, each name once.
fn speakers(ledger: &Ledger, statements: &[StatementId]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for by in statements.iter().flat_map(|id| &ledger.statement(*id).by) {
        let name = ledger.party(*by).name.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words::list(&names)
}

fn touches(hunks: &[Hunk]) -> Vec<&'static str> {
    let mut touches: Vec<Touch> = hunks.iter().flat_map(|hunk| hunk.touches.iter().copied()).collect();
    touches.sort();
    touches.dedup();
    touches.into_iter().map(Touch::word).collect()
}
