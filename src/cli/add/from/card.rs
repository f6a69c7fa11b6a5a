//! A draft as it is shown: who says what, and the positions that its words suggest.

use crate::attribution::attributions::Kind;
use crate::cli::ask::Dialogue;
use crate::entry::draft::Draft;
use crate::entry::sentence;
use crate::extract::draft::{Draft as Shown, Drafts};
use crate::extract::with_verb;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::stance::Stance;
use crate::ledger::words;
use crate::read::fields;
use crate::write::emit::Yaml;

/// Shows who says what in a draft, and how far one has come.
pub fn heading(ledger: &Ledger, drafts: &Drafts, at: usize) {
    let shown = &drafts.drafts[at];
    let Some(list) = fields::list("statements") else { return };
    let draft = Draft::of(list, &shown.statement);
    let first = |key: &str| draft.values(key).first().map(String::as_str);
    let by: Vec<String> = draft.values("by").iter().map(|id| name(ledger, drafts, id)).collect();
    let by: Vec<&str> = by.iter().map(String::as_str).collect();
    let by = if by.is_empty() {
        "Somebody, and the article does not say who".to_owned()
    } else {
        words::list(&by)
    };
    let place = first("locator").map_or_else(String::new, |place| format!(", {place}"));
    Dialogue::tell(&format!("\n{} of {}{place}: {}", at + 1, drafts.drafts.len(), shown.kind));
    let who = first("anonymous").map_or(by.clone(), |anonymous| format!("{by} ({anonymous})"));
    let cue = shown.cue.as_ref().map_or_else(String::new, |cue| format!(", “{cue}”"));
    let words = |date: &str| Date::parse(date).map_or_else(|_| date.to_owned(), |date| date.words());
    let date = first("date").map_or_else(String::new, |date| format!(", {}", words(date)));
    Dialogue::tell(&format!("  {who}{cue}{date}:"));
    // The words around a quotation say what it is a part of.
    match shown.words.as_str() {
        "" => draft.values("quote").iter().for_each(|quote| Dialogue::tell(&format!("  “{quote}”"))),
        _ => Dialogue::tell(&format!("  {}", told(shown))),
    }
    for key in ["via", "citing", "note"] {
        if !draft.values(key).is_empty() {
            Dialogue::tell(&format!("  {key}: {}", draft.values(key).join("; ")));
        }
    }
}

/// The words of a draft as they stand in the article, with its verb where that turns or colours them: "denied involvement".
pub fn told(shown: &Shown) -> String {
    let cue = shown.cue.as_deref().filter(|_| shown.kind != Kind::Direct.word());
    with_verb(cue, shown.words.clone())
}

/// Whether a statement holds neither words in marks nor a position.
pub fn empty(draft: &Draft) -> bool {
    draft.values("quote").is_empty() && own(draft).is_empty()
}

/// The name of a record with its id, also of one that the drafts would make.
fn name(ledger: &Ledger, drafts: &Drafts, id: &str) -> String {
    if let Some(at) = ledger.parties.find(id) {
        return format!("{} ({id})", ledger.parties.at(at).name);
    }
    let new = drafts.new.iter().map(|new| new.record.entries());
    let text = |entries: &[(&'static str, Yaml)], wanted: &str| {
        entries.iter().find_map(|(key, value)| match value {
            Yaml::Text(text) if *key == wanted => Some(text.clone()),
            _ => None,
        })
    };
    let mut named = new.filter(|entries| text(entries, "id").as_deref() == Some(id));
    named
        .find_map(|entries| text(entries, "name"))
        .map_or_else(|| id.to_owned(), |name| format!("{name} ({id})"))
}

/// The positions of a statement itself, in the order in which they are shown.
pub fn own(draft: &Draft) -> Vec<(Stance, String)> {
    let of = |stance: Stance| draft.values(stance.key()).iter().map(move |text| (stance, text.clone()));
    Stance::ALL.into_iter().flat_map(of).collect()
}

/// Shows the positions of a statement and those that are proposed, numbered; gives how many there are.
pub fn positions(ledger: &Ledger, draft: &Draft, shown: &Shown) -> usize {
    let proposed = &shown.proposed;
    let by = draft.values("by");
    let said = |stance: Stance, text: &str| {
        let words = sentence::in_words(ledger, by, stance, text);
        words.map_or_else(|| format!("{}: {text}", stance.key()), |words| format!("{words} · {text}"))
    };
    let mut lines: Vec<String> = own(draft).iter().map(|(stance, text)| said(*stance, text)).collect();
    lines.extend(proposed.iter().map(|it| {
        let text = it.propositions.first().map(String::as_str).unwrap_or_default();
        format!("{}\n        from “{}”; how sure: {}", said(it.stance, text), it.words, it.sure.word())
    }));
    for (at, line) in lines.iter().enumerate() {
        Dialogue::tell(&format!("  {:>2}  {line}", at + 1));
    }
    if lines.is_empty() {
        let would = if empty(draft) && !shown.words.is_empty() {
            "no words of it stand in marks, so those of the article would be kept as a note"
        } else {
            "it would be a quotation alone"
        };
        Dialogue::tell(&format!("  No position was found in it: {would}. p adds one."));
    }
    lines.len()
}

/// The id of the statement on file that has the same speakers and source, and the same words or the same id; none where there
/// is none.
pub fn on_file(ledger: &Ledger, draft: &Draft) -> Option<String> {
    let (quotes, id) = (draft.values("quote"), draft.values("id").first());
    let source = draft.values("source").first().map(String::as_str);
    let same = ledger.said().find(|(_, statement)| {
        let of = statement.source.map(|source| ledger.source(source).id.as_str());
        let by = statement.by.iter().map(|party| ledger.party(*party).id.as_str());
        let words = || !quotes.is_empty() && ledger.quotes(statement).eq(quotes.iter().map(String::as_str));
        of == source
            && by.eq(draft.values("by").iter().map(String::as_str))
            && (id == Some(&statement.id) || words())
    });
    same.map(|(_, statement)| statement.id.clone())
}
