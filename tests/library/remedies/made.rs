//! Cases too long to be written: what is very deep, and what grows with each line.

use std::fmt::Write as _;

use super::followed::{Case, Way};

/// The cases, as those of the files.
pub fn cases() -> Vec<Case> {
    let chain = |link: fn(usize) -> String| (0..=65).map(link).collect::<String>();
    let topics = chain(|at| match at {
        0 => "topics:\n  - id: t0\n".to_owned(),
        at => format!("  - {{id: t{at}, within: t{}}}\n", at - 1),
    });
    let predicates = chain(|at| match at {
        0 => "predicates:\n  - {id: p0, arguments: [event]}\n".to_owned(),
        at => format!("  - {{id: p{at}, arguments: [event], implies: p{}}}\n", at - 1),
    });
    let mut repeats = "parties:\n  - id: norland\n    aliases: &a0 [N, N, N, N, N, N, N, N]\n".to_owned();
    for at in 1..9 {
        let many = vec![format!("*a{}", at - 1); 8].join(", ");
        let _ = write!(repeats, "  - id: n{at}\n    aliases: &a{at} [{many}]\n");
    }
    let without = |at: usize| {
        let many = vec![format!("*a{}", at - 1); 8].join(", ");
        (format!("&a{at} [{many}]"), "N".to_owned())
    };
    let deep = format!("parties:\n  - id: norland\n    aliases: {}N{}\n", "[".repeat(300), "]".repeat(300));
    vec![
        case(
            "topics one above the other",
            topics,
            &[
                "the topic `t65` is within more than 64 other topics, one above the other; the way up ends here",
                "leave out topics between this one and the last of them",
            ],
            vec![("{id: t65, within: t64}".to_owned(), "{id: t65, within: t63}".to_owned())],
            "topics: id: t65 within: t63",
        ),
        case(
            "predicates one above the other",
            predicates,
            &["the predicate `p65` implies more than 64 other predicates, one above the other"],
            vec![("implies: p64}".to_owned(), "implies: p63}".to_owned())],
            "predicates: p65(event) value [] implies [\"p63\"]",
        ),
        case(
            "values that repeat values",
            repeats,
            &[
                "repeats values that repeat others, which grows beyond what a ledger can hold; records that repeat as much are not read",
                "write the value out, or put quotation marks around the text if the `*` belongs to it",
            ],
            (1..9).map(without).collect(),
            "parties: id: n8 kind: organisation aliases: \"N\"",
        ),
        case(
            "lists within lists",
            deep,
            &[
                "lists and mappings are nested more than 255 deep here",
                "write it flat: a record's fields hold text and lists of text",
            ],
            vec![(format!("{}N{}", "[".repeat(300), "]".repeat(300)), "[Nor]".to_owned())],
            "aliases: Nor",
        ),
    ]
}

fn case(title: &str, wrong: String, says: &[&str], done: Vec<(String, String)>, means: &str) -> Case {
    let ways = vec![Way { done, means: vec![means.to_owned()] }];
    Case { title: title.to_owned(), wrong, says: says.iter().map(|says| (*says).to_owned()).collect(), ways }
}
