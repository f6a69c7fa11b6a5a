//! The page of one finding, on which an editor accepts it or reconciles its statements.

use maud::{Markup, html};

use super::shell::{self, Place};
use super::views::whole;
use crate::check::Report;
use crate::check::formats::text::in_question;
use crate::entry::settling::{acceptable, find, reconcilable};
use crate::ledger::words::{capital, why_none};
use crate::read::fields::REASONS;
use crate::rules::finding::Finding;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::views::document::formats::{Leads, alone};

/// A finding, by its name: `/finding/5b1f…`.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn finding(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let Some(finding) = find(state.found, &request.named) else {
        let words =
            "This finding is not there any more as it was: it was settled, or the ledger has changed.";
        return Ok(shell::wrong(state, request, 404, words));
    };
    if request.json {
        return Ok(Reply::json(
            200,
            whole(&Report { findings: vec![finding.clone()], ..state.found.clone() }),
        ));
    }
    let leads = Leads::Pages { query: String::new(), change: false };
    let body = html! {
        (alone(state.document(), leads, finding))
        @if !state.read_only { (form(finding, &request.named)) }
    };
    let title = capital(&in_question(finding));
    Ok(shell::page(state, request, &Place { path: &request.path, title: &title, json: true }, &body))
}

fn form(finding: &Finding, name: &str) -> Markup {
    html! {
        section aria-labelledby="decide" {
            h2 id="decide" { "Deal with it" }
            @if acceptable(finding) {
                p {
                    "What is decided here is written into the ledger with its reason. The finding is then listed as dealt with, "
                    "and not counted. It comes back where a later word changes it."
                }
                (fields(finding, name))
                script src="/change.js" defer {}
            } @else {
                p { "It names no record by which it could be told from others. Put right in the file what it says." }
            }
        }
    }
}

fn fields(finding: &Finding, name: &str) -> Markup {
    html! {
        form data-to="/settle" data-then="/findings#settled" {
            input type="hidden" name="finding" value=(name);
            @if reconcilable(finding) {
                fieldset {
                    legend { "What is it?" }
                    p {
                        input type="radio" name="how" id="accept" value="accept" checked; " "
                        label for="accept" { "Accept it: it is as it says, has been seen, and is left as it is" }
                    }
                    p {
                        input type="radio" name="how" id="reconcile" value="reconcile"; " "
                        label for="reconcile" { "Reconcile it: what looks like a contradiction is none, because" } " "
                        select name="reason" aria-label="Why it is no contradiction" {
                            @for reason in REASONS { option value=(reason) { (why_none(reason)) } }
                        }
                    }
                }
            } @else {
                input type="hidden" name="how" value="accept";
            }
            div class="field" { label for="note" { "The reason, in your words" } textarea id="note" name="note" rows="3" {} }
            (shell::by())
            p {
                button type="submit" class="main" { "Save" } " "
                button type="button" data-look { "What would it bring?" } " "
                a href="/findings" { "Leave it as it is" }
            }
            p role="status" class="told" {}
            pre class="seen" tabindex="0" hidden {}
        }
    }
}
