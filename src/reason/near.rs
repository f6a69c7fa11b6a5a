//! Events near one another in time and place, found by a window over days and bands of latitude instead of all pairs.

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PlaceId};

/// Two events near each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The event whose id sorts first.
    pub one: EventId,
    /// The other event.
    pub other: EventId,
    /// Kilometres between their places; none where one of them has no coordinates.
    pub kilometres: Option<f64>,
    /// True where the later of the two has more events near it than are looked at.
    pub crowded: bool,
}

/// Largest number of earlier events near an event that are looked at, the latest first: a crowd at one place and day would
/// otherwise be every pair of it.
pub const MOST_NEAR: usize = 50;

/// Largest number of days that the date of an event may span; an event with a longer date is near no other.
const MOST_DAYS: i32 = 2;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.2;

/// The pairs of events that are near in time, and either near in place or at places of one name in two countries; of
/// more than [`MOST_NEAR`] earlier events near one, only so many.
#[must_use]
pub fn pairs(ledger: &Ledger) -> Vec<Near> {
    let mut dated: Vec<(i32, i32, EventId)> = ledger
        .events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| {
            let date = event.date?;
            let days = date.last().checked_sub(date.first())?;
            (days < MOST_DAYS && event.place.is_some())
                .then(|| (date.first(), date.last(), EventId::from(at)))
        })
        .collect();
    // By their ids, which the order of records does not change: it would choose among a crowd.
    dated.sort_unstable_by_key(|(first, last, event)| (*first, *last, &ledger.event(*event).id));
    let reach = i32::try_from(ledger.settings.near_hours.div_ceil(24))
        .unwrap_or(i32::MAX / 4)
        .saturating_add(1 + MOST_DAYS);
    let mut buckets: FxHashMap<Bucket, Vec<(i32, EventId)>> = FxHashMap::default();
    let mut names = Names::default();
    let mut pairs: Vec<Near> = Vec::new();
    for (first, _, event) in dated {
        let mut found = BTreeSet::new();
        let before = pairs.len();
        for bucket in around(ledger, &mut names, event) {
            let Some(earlier) = buckets.get_mut(&bucket) else { continue };
            earlier.retain(|(day, _)| first - day <= reach);
            for (_, other) in earlier.iter().rev() {
                if found.contains(other) {
                    continue;
                }
                if let Some(pair) = near(ledger, &mut names, event, *other) {
                    if found.len() == MOST_NEAR {
                        pairs[before..].iter_mut().for_each(|pair| pair.crowded = true);
                        break;
                    }
                    found.insert(*other);
                    pairs.push(pair);
                }
            }
        }
        for bucket in own(ledger, &mut names, event) {
            buckets.entry(bucket).or_default().push((first, event));
        }
    }
    pairs
}

/// The names of places as they are compared, each worked out once.
#[derive(Default)]
struct Names(FxHashMap<PlaceId, Rc<[String]>>);

impl Names {
    /// The name and aliases of a place, folded for comparison.
    fn of(&mut self, ledger: &Ledger, place: PlaceId) -> Rc<[String]> {
        let folded = || {
            let record = ledger.place(place);
            let mut names: Vec<String> = std::iter::once(&record.name)
                .chain(&record.aliases)
                .map(|name| name.nfkc().collect::<String>().trim().to_lowercase())
                .collect();
            names.sort();
            names.dedup();
            names.into()
        };
        Rc::clone(self.0.entry(place).or_insert_with(folded))
    }
}

/// A key under which events that may be near each other are found.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Bucket {
    /// A band of latitude, for a place with coordinates.
    Band(i64),
    /// A place without coordinates.
    Place(PlaceId),
    /// A name of a place.
    Name(String),
}

fn own(ledger: &Ledger, names: &mut Names, event: EventId) -> Vec<Bucket> {
    let Some(place) = ledger.event(event).place else { return Vec::new() };
    let record = ledger.place(place);
    let mut buckets = vec![match record.at {
        Some((latitude, _)) => Bucket::Band(band(ledger, latitude)),
        None => Bucket::Place(place),
    }];
    buckets.extend(names.of(ledger, place).iter().cloned().map(Bucket::Name));
    buckets
}

fn around(ledger: &Ledger, names: &mut Names, event: EventId) -> Vec<Bucket> {
    let mut buckets = own(ledger, names, event);
    if let Some(Bucket::Band(band)) = buckets.first().cloned() {
        buckets.extend([Bucket::Band(band - 1), Bucket::Band(band + 1)]);
    }
    buckets
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // bands of latitude are few, kilometres too
fn band(ledger: &Ledger, latitude: f64) -> i64 {
    let kilometres = ledger.settings.near_kilometres.max(1) as f64;
    (latitude * DEGREE / kilometres).floor() as i64
}

#[allow(clippy::cast_precision_loss)] // kilometres on Earth
fn near(ledger: &Ledger, names: &mut Names, a: EventId, b: EventId) -> Option<Near> {
    let (x, y) = (ledger.event(a), ledger.event(b));
    let ((on, then), (here, there)) = (x.date.zip(y.date)?, x.place.zip(y.place)?);
    if hours_apart(&on, &then) > i64::try_from(ledger.settings.near_hours).unwrap_or(i64::MAX) {
        return None;
    }
    let kilometres = ledger.place(here).at.zip(ledger.place(there).at).map(|(from, to)| distance(from, to));
    let close = kilometres.map_or(here == there, |km| km <= ledger.settings.near_kilometres as f64);
    let mut namesakes = || {
        let known = names.of(ledger, there);
        let shared = names.of(ledger, here).iter().any(|name| known.contains(name));
        shared && outermost(ledger, here).is_disjoint(&outermost(ledger, there))
    };
    let (one, other) = if x.id <= y.id { (a, b) } else { (b, a) };
    (close || namesakes()).then_some(Near { one, other, kilometres, crowded: false })
}

/// Hours between two dates: by the clock where both give time and zone, else by the calendar. A day without a zone is
/// that day anywhere on Earth, so neighbouring days may be the same.
fn hours_apart(a: &Date, b: &Date) -> i64 {
    if let (Some(a), Some(b)) = (a.instant(), b.instant()) {
        return (a - b).abs() / 60;
    }
    let days = i64::from(b.first() - a.last()).max(i64::from(a.first() - b.last()));
    (days - 1).max(0) * 24
}

/// The outermost places in which a place lies: its country or countries; the place itself where it lies in none.
#[must_use]
pub fn outermost(ledger: &Ledger, place: PlaceId) -> BTreeSet<PlaceId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![place];
    while let Some(at) = open.pop() {
        let within = &ledger.place(at).within;
        if within.is_empty() {
            found.insert(at);
        }
        open.extend(within.iter().filter(|outer| seen.insert(**outer)));
    }
    found
}

/// Kilometres along a great circle between two points in degrees (haversine, mean radius of the Earth).
fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    const RADIUS: f64 = 6371.0;
    let (lat1, lat2) = (from.0.to_radians(), to.0.to_radians());
    let (dlat, dlon) = (lat2 - lat1, (to.1 - from.1).to_radians());
    let half = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * RADIUS * half.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() {
        assert!((distance((33.0, 38.0), (34.0, 38.0)) - 111.2).abs() < 0.1);
        assert!((distance((0.0, 179.9), (0.0, -179.9)) - 22.2).abs() < 0.1);
    }
}
