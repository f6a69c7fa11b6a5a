//! Attributions without marks: sentences in which the draft says what a party claimed, denied or said of another, as it
//! is on record, the other way round, or more than is on record.

use super::draft::{Known, in_prose};
use super::plan::Plan;
use super::store::{self, Statement};
use super::words::capital;

/// What is on record of a party `p` (`by`) about an event `e` and another party `q`; what the draft makes of it; what
/// that is. `f` is another event.
type Claim = (Record, &'static str, &'static str, &'static str);

const CLAIMS: [Claim; 26] = [
    (DENIES, "{P} denied any part in {e}.", "", "denied, as on record"),
    (DENIES, "{P} denied involvement in {e}.", "", "denied, as on record"),
    (DENIES, "{P} rejected any role in {e}.", "", "denied, as on record"),
    (CLAIMS_IT, "{P} claimed responsibility for {e}.", "", "claimed, as on record"),
    (CLAIMS_IT, "{P} took responsibility for {e}.", "", "claimed, as on record"),
    (CLAIMS_IT, "{P} said it had carried out {e}.", "", "claimed, as on record"),
    (ACCUSES, "{P} accused {q} of carrying out {e}.", "", "accused, as on record"),
    (BLAMES, "{P} said {q} was involved in {e}.", "", "accused, as on record"),
    (BLAMES, "{P} accused {q} of involvement in {e}.", "", "accused, as on record"),
    (ACCUSES, "{P} said {q} was involved in {e}.", "", "less than on record"),
    (ANOTHER, "{P} called for an inquiry into {e}.", "", "on no record"),
    (DENIES, "{P} admitted its part in {e}.", "stance-conflict", "admitted what it denied"),
    (DENIES, "{P} claimed responsibility for {e}.", "stance-conflict", "claimed what it denied"),
    (DENIES, "{P} acknowledged carrying out {e}.", "stance-conflict", "admitted what it denied"),
    (CLAIMS_IT, "{P} denied any part in {e}.", "stance-conflict", "denied what it claimed"),
    (CLAIMS_IT, "{P} denied carrying out {e}.", "stance-conflict", "denied what it claimed"),
    (CLEARS, "{P} said {q} was behind {e}.", "stance-conflict", "accused whom it cleared"),
    (CLEARS, "{P} accused {q} of carrying out {e}.", "stance-conflict", "accused whom it cleared"),
    (BLAMES, "{P} said {q} carried out {e}.", "overreach", "carried out, for involved"),
    (BLAMES, "According to {p}, {q} carried out {e}.", "overreach", "carried out, for involved"),
    (BLAMES, "{P} accused {q} of carrying out {e}.", "overreach", "carried out, for involved"),
    (BLAMES, "{P} said {q} had ordered {e}.", "overreach", "ordered, for involved"),
    (ANOTHER, "{P} claimed {e}.", "overreach", "claimed another event"),
    (LIKELY, "{P} said {q} was involved in {e}.", "overreach", "certain, for likely"),
    (BACKERS, "{P} said {q} carried out {e}.", "overreach", "carried out, for backed those who did"),
    (BACKERS, "{P} said {q} was behind {e}.", "overreach", "behind it, for backed those who did"),
];

type Record = &'static [(&'static str, &'static str)];
const DENIES: Record = &[("denies", "involved-in(p, e)")];
const CLAIMS_IT: Record = &[("asserts", "carried-out(p, e)")];
const ANOTHER: Record = &[("asserts", "carried-out(p, f)")];
const ACCUSES: Record = &[("asserts", "carried-out(q, e)")];
const BLAMES: Record = &[("asserts", "involved-in(q, e)")];
const CLEARS: Record = &[("denies", "involved-in(q, e)")];
const LIKELY: Record = &[("suggests", "involved-in(q, e)")];
const BACKERS: Record = &[("asserts", "involved-in(groups, e)"), ("asserts", "backs(q, groups)")];

impl Plan {
    /// A sentence about who did what, without a quotation.
    pub fn claim(&mut self) {
        let (record, sentence, verdict, how) = *self.chance.pick(&CLAIMS);
        let by = *self.chance.pick(&[
            store::NORLAND,
            store::SUDRIA,
            store::FRONT,
            store::MINISTRY,
            store::MISSION,
        ]);
        let others = [store::NORLAND, store::SUDRIA, store::FRONT, store::VESTMARK];
        let whole = self.store.parties[by].part_of.unwrap_or(by);
        let others: Vec<usize> = others.into_iter().filter(|other| *other != by && *other != whole).collect();
        let other = *self.chance.pick(&others);
        let event = self.store.events;
        self.store.events += 2;
        let fill = |text: &str| {
            let party = |at: usize| self.store.parties[at].id.clone();
            text.replace("(p,", &format!("({},", party(by)))
                .replace("(q,", &format!("({},", party(other)))
                .replace(" e)", &format!(" event-{event})"))
                .replace(" f)", &format!(" event-{})", event + 1))
        };
        let positions = record.iter().map(|(stance, proposition)| (*stance, fill(proposition))).collect();
        let id = format!("s{}", self.store.statements.len() + 1);
        let day = store::FIRST_DAY + 20;
        self.store.statements.push(Statement { id, by, day, positions, ..Statement::default() });
        let mut name = in_prose(&self.store.parties[by]);
        capital(&mut name);
        let text = sentence
            .replace("{P}", &name)
            .replace("{p}", &in_prose(&self.store.parties[by]))
            .replace("{q}", &in_prose(&self.store.parties[other]))
            .replace("{e}", &store::event_name(event));
        let known = self.known(verdict, how, &[self.store.statements.len() - 1], Some(by));
        self.draft.paragraph();
        let start = self.draft.here();
        self.draft.prose(&text);
        let end = self.draft.here();
        self.draft.claims.push(Known { start, end, ..known });
        if self.chance.percent(50) {
            self.draft.prose(" ");
            let filler = *self.chance.pick(&super::forms::FILLERS);
            self.draft.prose(filler);
        }
    }
}
