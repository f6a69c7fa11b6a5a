//! A remedy, followed to the letter, leads to a record that is accepted and means what was meant.

mod drafts;
mod entries;
mod files;
mod findings;
mod followed;
mod held;
mod imports;
mod literals;
mod made;
mod sheets;

use std::fmt::Write as _;

use gainsay::read::{Text, texts};
use gainsay::write::emit;

use crate::common;

/// A store with one line that is written otherwise than a ledger writes it.
fn store(line: &str) -> Text {
    let text = format!(
        "parties:\n  - {{id: alba, name: Alba, kind: state}}\n  - {{id: bruma-navy, name: the Bruma Navy, kind: body}}\n\
         events:\n  - {{id: fire, name: the quay fire}}\ntopics:\n  - {{id: drone}}\nstatements:\n{line}\n"
    );
    Text { path: "claims/case.yaml".to_owned(), content: Ok(text) }
}

fn said(proposition: &str) -> String {
    format!("  - id: s1\n    by: alba\n    date: 2031-05-04\n    asserts:\n      - {proposition}")
}

/// The texts in backticks of a remedy.
fn quoted(help: &str) -> Vec<&str> {
    help.split('`').skip(1).step_by(2).collect()
}

/// The records of a store in canonical form; what is wrong with it otherwise.
fn held(content: &str) -> Result<String, String> {
    let text = Text { path: "claims/case.yaml".to_owned(), content: Ok(content.to_owned()) };
    let loaded = texts(vec![text], &common::names());
    match loaded.problems.first() {
        Some(problem) => Err(format!("{}: {}", problem.message, problem.help)),
        None => Ok(emit::ledger(&loaded.ledger)),
    }
}

/// Follows the remedy of the first problem of a store, in the place that it names.
fn followed(content: &str, store: Text) -> Result<String, String> {
    let loaded = texts(vec![store], &common::names());
    let problem = loaded.problems.first().ok_or("nothing is wrong with it")?;
    let help = &problem.help;
    let meant = *quoted(help).first().ok_or_else(|| format!("no remedy in {help:?}"))?;
    let (start, end) = (problem.span.start as usize, problem.span.end as usize);
    let wrong = &content[start..end];
    // A value is told with its sign, and replaces all behind the brackets; a denial goes under another stance.
    let named = quoted(&problem.message);
    let named = named.first().filter(|_| help.starts_with("did you mean"));
    let right = match wrong.split_once(')').filter(|_| wrong.contains('(') && !problem.rule.ends_with("date"))
    {
        _ if named.is_some_and(|named| wrong.contains(named)) => {
            wrong.replacen(named.unwrap_or(&""), meant, 1)
        }
        Some((head, _)) if meant.starts_with(['=', '<', '>', '~']) => format!("{head}) {meant}"),
        Some((head, _)) if !meant.contains('(') => format!("{head}) = {meant}"),
        _ => meant.to_owned(),
    };
    let mut text = content.to_owned();
    text.replace_range(start..end, &right);
    if help.contains("put it under `denies`") {
        text = text.replace("asserts:", "denies:");
    }
    held(&text)
}

#[test]
fn each_leads_to_what_was_meant() {
    let dated =
        |date: &str| format!("  - id: s1\n    by: alba\n    date: {date}\n    asserts: [happened(fire)]");
    let by =
        |by: &str| format!("  - id: s1\n    by: {by}\n    date: 2031-05-04\n    asserts: [happened(fire)]");
    let cases = [
        (dated("2031-05-04T14:30 (local)"), dated("2031-05-04T14:30")),
        (dated("4 May 2031"), said("happened(fire)")),
        (dated("May 4th, 2031"), said("happened(fire)")),
        (dated("2031/05/04"), said("happened(fire)")),
        (dated("04.05.2031"), said("happened(fire)")),
        (dated("2031-5-4"), said("happened(fire)")),
        (dated("2031-05-04 14:30"), dated("2031-05-04T14:30")),
        (by("Alba"), said("happened(fire)")),
        (by("alab"), said("happened(fire)")),
        (by("the Bruma Navy"), by("bruma-navy")),
        (by("alba, bruma-navy"), by("[alba, bruma-navy]")),
        (by("alba and bruma-navy"), by("[alba, bruma-navy]")),
        (said("killed(fire) = 1,200"), said("killed(fire) = 1200")),
        (said("killed(fire) = 1.200"), said("killed(fire) = 1200")),
        (said("killed(fire) = 12-15"), said("killed(fire) = 12..15")),
        (said("killed(fire) = at least 20"), said("killed(fire) >= 20")),
        (said("killed(fire) at least 20"), said("killed(fire) >= 20")),
        (said("killed(fire) = 20+"), said("killed(fire) >= 20")),
        (said("killed(fire, 133)"), said("killed(fire) = 133")),
        (said("killed(fire) 133"), said("killed(fire) = 133")),
        (said("carried-out(Bruma Navy, fire)"), said("carried-out(bruma-navy, fire)")),
        (said("carried-out(bruma–navy, fire)"), said("carried-out(bruma-navy, fire)")),
        (said("carried-out(bruma-navy - fire)"), said("carried-out(bruma-navy, fire)")),
        (said("carried-out(bruma-navy; fire)"), said("carried-out(bruma-navy, fire)")),
        (said("carried_out(bruma-navy, fire)"), said("carried-out(bruma-navy, fire)")),
        (said("Carried out(the Bruma Navy, the quay fire)"), said("carried-out(bruma-navy, fire)")),
        (said("not carried-out(self, fire)"), said("carried-out(self, fire)").replace("asserts:", "denies:")),
        (said("weapon(fire) = drones"), said("weapon(fire) = drone")),
        (said("wepon(fire) = drone"), said("weapon(fire) = drone")),
        (said("killed(fier) = 3"), said("killed(fire) = 3")),
    ];
    let mut wrong = String::new();
    for (line, expected) in cases {
        let text = store(&line);
        let content = text.content.clone().unwrap();
        match followed(&content, text) {
            Ok(found) if Ok(&found) == held(store(&expected).content.as_ref().unwrap()).as_ref() => {}
            other => {
                let _ = writeln!(wrong, "{line}\n   {other:?}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_cannot_be_told_is_not_guessed() {
    for line in [
        "killed(fire) = dozens",
        "carried-out(nobody – known, fire)",
        "not sure",
        "happened(fire, twice, over)",
    ] {
        let loaded = texts(vec![store(&said(line))], &common::names());
        let help = &loaded.problems.first().unwrap().help;
        assert!(!help.starts_with("write `") && !help.starts_with("did you mean"), "{line}: {help}");
    }
}
