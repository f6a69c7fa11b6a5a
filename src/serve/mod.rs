//! The desk: the pages of a store, served to browsers on the same machine.
//!
//! A request passes, in this order, the socket (`listen`), the guard (`guard`), the table of addresses (`routes`) and the
//! page. Requests are answered side by side, all from one state of the store; where a file has changed, the store is read
//! again before the next request is answered. Nothing that a request says is ever the path of a file.

pub mod desk;
mod change;
mod guard;
mod head;
mod listen;
mod pages;
mod reply;
mod request;
mod routes;
mod since;
mod state;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use crate::check::Case;
use crate::check::options::Options;
use crate::read::files::stamp::Stamp;
use crate::views::compare;

pub use guard::{Door, Entrant, TOKEN_FIELD};
pub use head::{Head, LARGEST};
use listen::Call;
pub use listen::Listener;
pub use reply::{Refusal, Reply};
pub use request::{Method, Request};
pub use routes::{ROUTES, Route, find, post};
pub use state::State;

/// Largest number of requests that are answered at once.
const MOST_AT_ONCE: usize = 16;

/// A secret of 128 bits from the system, in hexadecimal digits.
///
/// # Errors
/// The system has none.
pub fn token() -> Result<String, String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Answers requests about the store in a folder, for ever.
pub fn serve(mut listener: Listener, door: &Door, folder: &Path) -> ! {
    let mut begun = None;
    let sitting = change::Sitting::default();
    let earlier = since::Earlier::default();
    let mut call: Option<Call> = None;
    loop {
        let stamp = Stamp::of(folder);
        let Ok(case) = Case::open(folder, Options::default()) else {
            // It may be there again when somebody asks.
            match call.take() {
                Some(call) => {
                    call.answer(&Refusal::new(503, "The folder of the store cannot be read.").into());
                }
                None => call = Some(listener.next(door)),
            }
            continue;
        };
        let reasoned = case.reason();
        let (found, hash) = (reasoned.unfiltered(), state::hash(&case));
        let taken = || compare::taken(&reasoned.reasoning, &found, case.options());
        let begun = begun.get_or_insert_with(|| (hash.clone(), taken()));
        let state = State {
            folder,
            case: &case,
            reasoned: &reasoned,
            found: &found,
            hash: &hash,
            begun,
            sitting: &sitting,
            earlier: &earlier,
            since: OnceLock::new(),
            whole: OnceLock::new(),
            judged_by: OnceLock::new(),
            read_only: door.read_only,
        };
        call = Some(at_once(&mut listener, door, &stamp, &state, call));
    }
}

/// Answers requests side by side until a file of the store has changed; gives the request that is to be answered from what
/// is there then. Where no thread can be made they are answered one after the other.
fn at_once(
    listener: &mut Listener,
    door: &Door,
    stamp: &Stamp,
    state: &State<'_>,
    first: Option<Call>,
) -> Call {
    let busy = AtomicUsize::new(0);
    thread::scope(|scope| {
        let mut first = first;
        loop {
            let call = first.take().unwrap_or_else(|| listener.next(door));
            if Stamp::of(state.folder) != *stamp {
                return call;
            }
            while busy.load(Ordering::Acquire) >= MOST_AT_ONCE {
                thread::sleep(Duration::from_millis(1));
            }
            // A thread that cannot be made does not take the request with it.
            let slot = Arc::new(Mutex::new(Some(call)));
            busy.fetch_add(1, Ordering::AcqRel);
            let work = {
                let (slot, busy) = (Arc::clone(&slot), &busy);
                move || {
                    answer(state, &slot);
                    busy.fetch_sub(1, Ordering::AcqRel);
                }
            };
            // Another thread would wait for ever for the work that only this one does.
            let alone = rayon::current_thread_index().is_some();
            if alone || thread::Builder::new().spawn_scoped(scope, work).is_err() {
                answer(state, &slot);
                busy.fetch_sub(1, Ordering::AcqRel);
            }
        }
    })
}

/// Answers one request. A mistake of ours costs that request, and no other.
fn answer(state: &State<'_>, slot: &Mutex<Option<Call>>) {
    let Some(call) = slot.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
    let reply = match &call.request {
        Ok((request, route)) => {
            let made = catch_unwind(AssertUnwindSafe(|| (route.answer)(state, request)));
            made.unwrap_or(Err(Refusal::new(500, "This is a mistake of ours: the page could not be made.")))
        }
        Err(refusal) => Err(*refusal),
    };
    call.answer(&reply.unwrap_or_else(Reply::from));
}
