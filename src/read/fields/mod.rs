//! The one table of every record kind's keys: name, kind of value, one or many, required, meaning.
//!
//! The reader's unknown-key suggestions, the schema for editors and the manual of the format come from it.

mod choices;
mod kind;
pub(crate) mod meant;
mod parts;
pub mod spoken;

use super::lower::names::nearest;
use choices::{ASKS, GRADES, ROLES, VALUE_KINDS};
pub use choices::{LEVELS, OUTCOMES, PARTY_KINDS, REASONS, VERDICTS};
pub use kind::{Field, Kind, List};
pub use parts::{ACT, CARRIER, CHECK, MEMBERSHIP, NEAR, POSITION, QUOTES, READINGS, SAID, VERIFY};

const fn one(key: &'static str, kind: Kind, meaning: &'static str) -> Field {
    Field { key, kind, many: false, required: false, meaning }
}

const fn many(key: &'static str, kind: Kind, meaning: &'static str) -> Field {
    Field { key, kind, many: true, required: false, meaning }
}

const fn must(mut field: Field) -> Field {
    field.required = true;
    field
}

const ID: Field =
    must(one("id", Kind::Id, "the record's name in the ledger: small letters, digits, hyphens"));
const NAME: Field = one("name", Kind::Words, "the name for people");
const ALIASES: Field = many("aliases", Kind::Words, "other names");
const NOTE: Field = one("note", Kind::Words, "a remark");

/// Every kind of record.
pub const LISTS: &[List] = &[
    List {
        name: "parties",
        one: "who speaks or is spoken of",
        fields: &[
            ID,
            NAME,
            one("kind", Kind::Choice(PARTY_KINDS), "what sort of party it is"),
            ALIASES,
            one("title", Kind::Words, "the title of a person"),
            many(
                "part-of",
                Kind::Membership(MEMBERSHIP),
                "what it is part of: a party, or a list of memberships with dates",
            ),
        ],
    },
    List {
        name: "places",
        one: "somewhere",
        fields: &[
            ID,
            NAME,
            ALIASES,
            many(
                "within",
                Kind::Reference("places"),
                "the place it lies in or, on a border, the several places",
            ),
            one("at", Kind::Coordinates, "latitude and longitude, in degrees"),
        ],
    },
    List {
        name: "topics",
        one: "something one can be for or against; a kind of weapon, target or cause",
        fields: &[
            ID,
            NAME,
            ALIASES,
            many("within", Kind::Reference("topics"), "the topics of which it is a kind"),
            one("verb", Kind::Words, "what one does who is for it, as read behind \"to\""),
        ],
    },
    List {
        name: "events",
        one: "an incident; what it says of date and place identifies it and is nobody's position",
        fields: &[
            ID,
            NAME,
            ALIASES,
            one("date", Kind::Date, "when it was, to identify it"),
            one("place", Kind::Reference("places"), "where it was, to identify it"),
            one("part-of", Kind::Reference("events"), "the larger event it belongs to"),
            many("participants", Kind::Reference("parties"), "its targets and belligerents"),
            many("stakes", Kind::Reference("parties"), "parties that have a stake in it for another reason"),
        ],
    },
    List {
        name: "sources",
        one: "where a statement was found",
        fields: &[
            ID,
            one("outlet", Kind::Reference("parties"), "who published it"),
            one("title", Kind::Words, "its title"),
            one("url", Kind::Words, "its address"),
            one("published", Kind::Date, "when it was published"),
            one("retrieved", Kind::Date, "when we read it"),
            one("archive", Kind::Words, "a file with its text, relative to this file"),
            one("sha256", Kind::Words, "the SHA-256 of that file"),
            one("language", Kind::Words, "the language of the text"),
            one("translated-from", Kind::Words, "the language it was translated from"),
            one("reliability", Kind::Choice(GRADES), "Admiralty grade of the source, A to F"),
            one("corrected", Kind::Date, "when its publisher corrected it"),
            one("withdrawn", Kind::Date, "when its publisher withdrew it"),
            NOTE,
        ],
    },
    List {
        name: "statements",
        one: "who said what",
        fields: &[
            ID,
            must(many(
                "by",
                Kind::Speaker,
                "who speaks; several make a joint statement; `unknown`, with `anonymous`, where nobody knows",
            )),
            must(one("date", Kind::Date, "when it was said")),
            one("source", Kind::Reference("sources"), "where we read it"),
            one("locator", Kind::Words, "where in the source: page, minute, paragraph"),
            many("quote", Kind::Words, "the words"),
            NOTE,
            one("credibility", Kind::Number(1, 6), "Admiralty grade of the information, 1 to 6"),
            many("evidence", Kind::Reference("sources"), "sources that bear it out"),
            one("anonymous", Kind::Words, "how an unnamed speaker of `by` is described"),
            many("via", Kind::Carrier(CARRIER), "who carried the words, nearest to the speaker first"),
            one(
                "for",
                Kind::Reference("parties"),
                "in which capacity a person speaks: one of the parties that he or she is part of that day",
            ),
            many("basis", Kind::Words, "on what the speaker says it rests; printed, never computed with"),
            many("citing", Kind::StatementOrParty, "on whose word the speaker says so"),
            many("answers", Kind::Reference("statements"), "what it replies to"),
            many("retracts", Kind::Reference("statements"), "what it withdraws"),
            many("same-as", Kind::Reference("statements"), "another report of the same words"),
            one("if", Kind::Words, "the condition under which the speaker says so"),
            many("checked", Kind::Mapping(CHECK), "who has compared the record with its source"),
            many("asserts", Kind::Position(POSITION), "says it is so"),
            many("suggests", Kind::Position(POSITION), "says it is likely or possible"),
            many("doubts", Kind::Position(POSITION), "says it is unlikely"),
            many("denies", Kind::Position(POSITION), "says it is not so"),
            many("leaves-open", Kind::Position(POSITION), "says it is not known"),
            many("declines", Kind::Position(POSITION), "declines to say"),
        ],
    },
    List {
        name: "requests",
        one: "the right of reply: whom we asked about what",
        fields: &[
            many("to", Kind::Reference("parties"), "whom we asked"),
            many("about", Kind::Subject, "the propositions we asked about"),
            one("date", Kind::Date, "when we asked"),
            one("outcome", Kind::Choice(OUTCOMES), "what came of it"),
            NOTE,
        ],
    },
    List {
        name: "reconciliations",
        one: "an editor's reasoned word that an apparent contradiction is none",
        fields: &[
            many("between", Kind::Reference("statements"), "the statements concerned"),
            one("on", Kind::Subject, "the one proposition concerned"),
            one("reason", Kind::Choice(REASONS), "why it is none"),
            one("by", Kind::Words, "who decided"),
            one("date", Kind::Date, "when"),
            NOTE,
        ],
    },
    List {
        name: "accepted",
        one: "a finding seen and left",
        fields: &[
            one("rule", Kind::Rule, "the rule of the finding"),
            one("on", Kind::Subject, "the proposition of the finding"),
            many(
                "between",
                Kind::AnyRecord,
                "statements, roots or other records that must be in the finding",
            ),
            one("by", Kind::Words, "who accepted it"),
            one("date", Kind::Date, "when"),
            NOTE,
        ],
    },
    List {
        name: "predicates",
        one: "a predicate added to the vocabulary",
        fields: &[
            ID,
            many("arguments", Kind::Argument, "kinds of its arguments; `?` after one that may be left out"),
            one("reads", Kind::Words, "the sentence for plus, with {1}, {2}, {value}"),
            one("reads-not", Kind::Words, "the sentence for minus"),
            one("reads-many", Kind::Words, "the sentence for plus where {1} is of several: {1} watch {2}"),
            one("reads-not-many", Kind::Words, "the sentence for minus where {1} is of several"),
            one("reads-open", Kind::Words, "the question that its value answers: where {1} happened"),
            one("asks", Kind::Choice(ASKS), "under which question tables group it"),
            many(
                "implies",
                Kind::Reference("predicates"),
                "predicates of the same arguments that then hold too",
            ),
            one("opposite", Kind::Reference("predicates"), "the predicate that cannot hold beside it"),
            one("symmetric", Kind::Flag, "its two arguments may be exchanged"),
            one("transitive", Kind::Flag, "from a to b and b to c follows a to c"),
            many("value", Kind::Choice(VALUE_KINDS), "the kind of value it takes"),
            one("rival", Kind::Number(1, 4), "the argument that names who did it"),
            one("happening", Kind::Flag, "holding it says that its event happened"),
            one("link", Kind::Flag, "it ties one thing to another, and something must bear it out"),
            one("accuses", Kind::Number(1, 4), "the argument that it accuses"),
            one("attitude", Kind::Flag, "of one's own: shared rather than agreed"),
            one(
                "verbal",
                Kind::Number(1, 4),
                "the argument that is told by the verb of its topic, if it has one",
            ),
            one("role", Kind::Choice(ROLES), "what it is to the reasoning, as a built-in one is"),
            one("many", Kind::Flag, "several values may hold at once: what a voice lists is one set"),
            one("unit", Kind::Words, "the unit of its value"),
            many(
                "said",
                Kind::Sentence(SAID),
                "sentences of prose in which it is said, with {1}, {2}, {value}, {of-2} for what the event 2 was done to, and {by} for a speaker who is none of them",
            ),
            one("act", Kind::Mapping(ACT), "the act that it accuses of, in words of its own"),
        ],
    },
    List {
        name: "rules",
        one: "a rule of reading: who says `when` may be read as saying `then`",
        fields: &[
            ID,
            must(many("when", Kind::Pattern, "one to four propositions with ?variables")),
            must(one("then", Kind::Pattern, "the proposition that follows")),
        ],
    },
    List {
        name: SETTINGS,
        one: "the store's settings, once in a store",
        fields: &[
            one("verify", Kind::Mapping(VERIFY), "what it takes to corroborate a link"),
            one("near", Kind::Mapping(NEAR), "how near two events are candidates for being one"),
            one("levels", Kind::Levels, "levels of rules and families"),
            one("quotes", Kind::Mapping(QUOTES), "what is an error in the quotations of a draft"),
            one("readings", Kind::Mapping(READINGS), "which readings are made"),
        ],
    },
    List {
        name: "expect",
        one: "what this store must, or must not, find",
        fields: &[
            one("finds", Kind::Rule, "the rule that must find something"),
            one("finds-no", Kind::Rule, "the rule that must find nothing"),
            one("on", Kind::Subject, "the proposition concerned"),
            many("between", Kind::Reference("parties"), "roots that must all be in the finding"),
            one("only", Kind::Flag, "those roots and no other"),
        ],
    },
];

/// The one list that is a mapping and not a list.
pub const SETTINGS: &str = "settings";

/// The kind of record of a list's name.
#[must_use]
pub fn list(name: &str) -> Option<&'static List> {
    LISTS.iter().find(|list| list.name == name)
}

/// Whether a word is a key of some record and no name of a list.
#[must_use]
pub fn is_key(word: &str) -> bool {
    list(word).is_none() && LISTS.iter().any(|list| list.fields.iter().any(|field| field.key == word))
}

/// The list that a misspelt name means.
#[must_use]
pub fn near_list(name: &str) -> Option<&'static str> {
    nearest(name, LISTS.iter().map(|list| list.name))
}
