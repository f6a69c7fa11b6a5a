//! Findings that somebody else has found, by a rule and a proposition: worded, weighed and counted as those of a check.

use rayon::prelude::*;

use super::options::Options;
use super::{Report, folded, hanging, passing, sorted};
use crate::ledger::model::proposition::Proposition;
use crate::reason::Reasoning;
use crate::rules::finding::Finding;
use crate::rules::{Context, Rule, Run, Sketch};

/// The report of some findings of rules over positions: `may` says of which rule and proposition they are, `is` which findings
/// they are, each of which it is asked about once.
#[must_use]
pub fn report<'l>(
    reasoning: &Reasoning<'l>,
    options: &Options,
    rules: &[&'static Rule],
    may: impl Fn(&Rule, Proposition) -> bool + Sync,
    mut is: impl FnMut(&Finding) -> bool,
) -> Report<'l> {
    let context = Context::new(reasoning);
    let by_rule = rules.par_iter().with_max_len(1).map(|rule| {
        let mut sketches = Vec::new();
        if let Run::Positions(run) | Run::Whole(run) = rule.run {
            run(rule, &context, &mut sketches);
        }
        sketches.retain(|sketch| sketch.about.is_some_and(|about| may(sketch.rule, about)));
        sketches
    });
    let by_rule: Vec<Vec<Sketch<'_>>> = by_rule.collect();
    let mut sketches: Vec<Sketch<'_>> = by_rule.into_iter().flatten().collect();
    if !options.bare_links {
        hanging::work_out(reasoning, &mut sketches);
    }
    let mut findings: Vec<Finding> = sketches.into_par_iter().map(Sketch::word).collect();
    findings.retain(|finding| is(finding));
    let findings = sorted(reasoning.ledger, passing(&context, findings, options));
    folded(reasoning, findings, options)
}
