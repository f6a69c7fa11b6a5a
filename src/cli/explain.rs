//! `gainsay explain`: the manual page of a rule, or the list of rules.

use clap::Args;
use serde::Serialize;

use super::output::Output;
use super::reading::Listed;
use super::{SOUND, UNREAD};
use crate::layout::said;
use crate::rules::finding::Family;
use crate::rules::{self, CATALOGUE, Rule};

/// Print the manual page of a rule, or the list of rules.
#[derive(Args)]
pub struct Explain {
    /// The rule, or a family of rules; without it, all rules with a sentence on each
    rule: Option<String>,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

impl Explain {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(name) = &self.rule else {
            output.print(&self.list(&Family::ALL));
            return SOUND;
        };
        if let Some(rule) = rules::find(name) {
            output.print(&match self.format {
                Listed::Text => rule.page(),
                Listed::Json => json(&[rule]),
            });
            return SOUND;
        }
        if let Some(family) = Family::ALL.into_iter().find(|family| family.plural() == name) {
            output.print(&self.list(&[family]));
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

    /// The rules of some families.
    fn list(&self, families: &[Family]) -> String {
        match self.format {
            Listed::Text => list(families),
            Listed::Json => {
                let of = |family| CATALOGUE.iter().copied().filter(move |rule| rule.family == family);
                json(&families.iter().flat_map(|family| of(*family)).collect::<Vec<_>>())
            }
        }
    }
}

/// Rules with their manual pages, for programs.
fn json(rules: &[&Rule]) -> String {
    #[derive(Serialize)]
    struct Document {
        version: u32,
        rules: Vec<Explained>,
    }
    #[derive(Serialize)]
    struct Explained {
        rule: &'static str,
        family: &'static str,
        summary: String,
        page: String,
    }
    let explained = |rule: &&Rule| Explained {
        rule: rule.id,
        family: rule.family.singular(),
        summary: rule.summary(),
        page: rule.page(),
    };
    said::write(&Document { version: 1, rules: rules.iter().map(explained).collect() })
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
