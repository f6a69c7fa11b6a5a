//! The page on which two parties are made one.

use maud::{Markup, html};

use super::shell::{self, Place};
use crate::layout::markup::Text;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::Party;
use crate::reason::namesakes::namesakes;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;

/// A party, and the question which other it is: `/merge?party=norland`; the other may be named too.
pub(in crate::serve) fn merge(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let Some(id) = request.asked("party") else {
        return Err(Refusal::new(400, "Say which: /merge?party=norland"));
    };
    if state.read_only {
        return Err(Refusal::new(403, "This desk only shows: it was started with --read-only."));
    }
    let ledger = state.case.ledger();
    let Some(at) = ledger.parties.find(id).map(PartyId::from) else {
        return Ok(shell::wrong(state, request, 404, &format!("No party has the id {id}.")));
    };
    let party = ledger.party(at);
    let title = format!("{} is the same party as …", party.name);
    let body = html! {
        p {
            "Where one party is on file twice, one record is kept. The names of the other become aliases of it, what it says nothing of "
            "is taken over from the other, and all that was said by or of the other is then said by or of the one that is kept."
        }
        (alike(ledger, at))
        (form(ledger, party, request.asked("other").unwrap_or_default()))
        script src="/change.js" defer {}
    };
    Ok(shell::page(state, request, &Place { path: &request.path, title: &title, json: false }, &body))
}

/// The parties whose names are like those of one; nothing where there are none.
fn alike(ledger: &Ledger, party: PartyId) -> Markup {
    let groups = namesakes(ledger);
    let of = groups.iter().filter(|group| group.parties.contains(&party)).flat_map(|group| &group.parties);
    let others: Vec<&Party> = of.filter(|other| **other != party).map(|other| ledger.party(*other)).collect();
    let own = &ledger.party(party).id;
    html! {
        @if !others.is_empty() {
            p {
                "Its name is like that of "
                @for (at, other) in others.iter().enumerate() {
                    @if at > 0 { ", " }
                    a href={ "/merge?party=" (own) "&other=" (other.id) } { (Text(&other.name)) }
                }
                "."
            }
        }
    }
}

fn form(ledger: &Ledger, party: &Party, other: &str) -> Markup {
    let mut parties: Vec<&Party> = ledger.parties.iter().filter(|one| one.id != party.id).collect();
    parties.sort_by_key(|one| (&one.name, &one.id));
    html! {
        form data-to="/merge" {
            input type="hidden" name="party" value=(party.id);
            div class="field" {
                label for="other" { "The other party: its name or id" }
                input id="other" name="other" list="parties" value=(Text(other)) autocomplete="off";
                datalist id="parties" { @for one in parties { option value=(one.id) { (Text(&one.name)) } } }
            }
            fieldset {
                legend { "Which record is kept?" }
                p {
                    input type="radio" name="keep" id="this" value="this" checked; " "
                    label for="this" { (Text(&party.name)) " (" (party.id) ")" }
                }
                p { input type="radio" name="keep" id="that" value="other"; " " label for="that" { "the other one" } }
            }
            p {
                button type="button" class="main" data-look { "What would it bring?" } " "
                button type="submit" { "Save" } " "
                a href={ "/party/" (party.id) } { "Leave them as they are" }
            }
            p role="status" class="told" {}
            pre class="seen" tabindex="0" hidden {}
        }
    }
}
