//! `gainsay explain`: the manual page of a rule, or the list of rules.

use clap::Args;

use super::output::Output;
use super::{SOUND, UNREAD};
use crate::rules::finding::Family;
use crate::rules::{self, CATALOGUE};

/// Print the manual page of a rule, or the list of rules.
#[derive(Args)]
pub struct Explain {
    /// The rule, or a family of rules; without it, all rules with a sentence on each
    rule: Option<String>,
}

impl Explain {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(name) = &self.rule else {
            output.print(&list(&Family::ALL));
            return SOUND;
        };
        if let Some(rule) = rules::find(name) {
            output.print(&rule.page());
            return SOUND;
        }
        if let Some(family) = Family::ALL.into_iter().find(|family| family.plural() == name) {
            output.print(&list(&[family]));
            return SOUND;
        }
        let near = crate::read::nearest(name, rules::names().into_iter());
        let help = near.map_or_else(
            || "`gainsay explain` lists the rules".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Output::complain(&format!("gainsay: unknown rule `{name}`\nhelp: {help}"));
        UNREAD
    }
}

fn list(families: &[Family]) -> String {
    let mut text = String::new();
    for family in families {
        text.push_str(&format!("{}\n", family.plural()));
        for rule in CATALOGUE.iter().filter(|rule| rule.family == *family) {
            text.push_str(&format!("  {:<24} {}\n", rule.id, rule.summary()));
        }
    }
    text
}
