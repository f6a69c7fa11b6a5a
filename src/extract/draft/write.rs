//! The way from drafts to the text of their file.

use super::{Draft, Drafts, New};
use crate::write::emit::{self, Record, Yaml};

impl Drafts {
    /// The text of the file.
    #[must_use]
    pub fn write(&self) -> String {
        let record = Record::default()
            .text("article", &self.article)
            .maybe("source", self.source.as_deref())
            .maybe("about", self.about.as_deref())
            .list("known", self.known.clone())
            .maps("new", self.new.iter().map(New::record).collect())
            .maps("drafts", self.drafts.iter().map(Draft::record).collect());
        emit::file(&record)
    }
}

impl New {
    fn record(&self) -> Record {
        Record::default()
            .text("state", self.state.word())
            .text("list", self.list.name)
            .with("record", Yaml::Map(self.record.clone()))
            .text("words", &self.words)
    }
}

impl Draft {
    fn record(&self) -> Record {
        let proposed = self.proposed.iter().map(|proposed| {
            Record::default()
                .text("stance", proposed.stance.key())
                .texts("proposition", &proposed.propositions)
                .text("words", &proposed.words)
                .text("sure", proposed.sure.word())
        });
        Record::default()
            .text("state", self.state.word())
            .text("kind", &self.kind)
            .maybe("how", self.how.as_deref())
            .maybe("cue", self.cue.as_deref())
            .maybe("words", Some(self.words.as_str()).filter(|words| !words.is_empty()))
            .with("statement", Yaml::Map(self.statement.clone()))
            .maps("proposed", proposed.collect())
    }
}
