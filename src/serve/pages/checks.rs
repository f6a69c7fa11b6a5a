//! Second readers on the pages: how many statements nobody has checked yet, the list of these, and the button that checks one.

use maud::{Markup, html};

use super::asked::{Sight, kept};
use super::shell;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::counted;
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::views::checks::{seen, statements};
use crate::views::document::formats::{Leads, recorded};

/// Largest number of statements that are shown at once; the next come when these are checked.
const MOST: usize = 200;

/// How many statements nobody has checked yet, with the way to them; nothing where there is no statement.
pub(super) fn counts(request: &Request, sight: &Sight<'_>) -> Markup {
    let reasoning = &sight.reasoned.reasoning;
    let all = statements(reasoning, sight.options, false).len();
    let open = statements(reasoning, sight.options, true).len();
    html! {
        @if open > 0 {
            p {
                "No second reader has checked "
                a href=(address(request)) { (open) " of " (counted(all, "statement", "statements")) }
                " yet."
            }
        } @else if all > 0 {
            p { "A second reader has checked every statement." }
        }
    }
}

/// The address of the list of those that nobody has checked, behind the filters of a page.
fn address(request: &Request) -> String {
    let filters = kept(request);
    let filters = filters.strip_prefix('?').map_or_else(String::new, |rest| format!("&{rest}"));
    format!("/statements?checked=no{filters}")
}

/// The statements that nobody has checked yet.
pub(super) fn open(state: &State<'_>, sight: &Sight<'_>, leads: Leads) -> Markup {
    let all = statements(&sight.reasoned.reasoning, sight.options, true);
    let shown = &all[..all.len().min(MOST)];
    html! {
        p class="limits" { "Only those that no second reader has checked yet: " (all.len()) ". " a href="/statements" { "Show all" } }
        @if all.len() > MOST { p class="cuts" { "The first " (MOST) " are shown, by date." } }
        @if matches!(leads, Leads::Pages { change: true, .. }) { (reader()) }
        (recorded(state.document(), leads, shown))
    }
}

/// The field for the name of the reader, and the script of the buttons.
pub(super) fn reader() -> Markup {
    html! {
        form class="reader" data-fleeting { (shell::by()) }
        p id="checked" class="told" role="status" {}
        script src="/check.js" defer {}
    }
}

/// The button by which a statement is checked, on its own page.
pub(super) fn button(sight: &Sight<'_>, id: StatementId) -> Markup {
    let ledger = sight.found.ledger;
    html! {
        (reader())
        p {
            button type="button" data-check=(ledger.statement(id).id) data-seen=(seen(ledger, id)) {
                "I have compared it with its source"
            }
        }
    }
}
