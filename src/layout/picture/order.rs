//! Order in a layout of layers: which boxes are connected, which column each is in, and which stands above which.

use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The items of one column, from the top.
pub type Column = Vec<usize>;

/// Number of passes over the columns in search of fewer crossings.
const SWEEPS: usize = 24;

/// The groups of boxes that arrows connect, the largest first.
pub fn parts(count: usize, ties: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut part: Vec<usize> = (0..count).collect();
    loop {
        let before = part.clone();
        for (a, b) in ties {
            let least = part[*a].min(part[*b]);
            (part[*a], part[*b]) = (least, least);
        }
        if part == before {
            break;
        }
    }
    let firsts: BTreeSet<usize> = part.iter().copied().collect();
    let of = |first: usize| (0..count).filter(|at| part[*at] == first).collect::<Vec<_>>();
    let mut parts: Vec<Vec<usize>> = firsts.into_iter().map(of).collect();
    parts.sort_by_key(|part| Reverse(part.len()));
    parts
}

/// The rank of each box of a part: every arrow leads to a higher one, except those that would close a circle.
pub fn ranks(part: &[usize], ties: &[(usize, usize)]) -> Vec<usize> {
    let place = |of: usize| part.iter().position(|at| *at == of);
    let mut forward: Vec<(usize, usize)> = Vec::new();
    for (a, b) in ties.iter().filter(|(a, b)| a != b).filter_map(|(a, b)| place(*a).zip(place(*b))) {
        if !forward.contains(&(a, b)) {
            // An arrow that would close a circle is drawn against the columns.
            let tie = if reaches(&forward, b, a) { (b, a) } else { (a, b) };
            forward.push(tie);
        }
    }
    let mut rank = vec![0; part.len()];
    for _ in part {
        for (a, b) in &forward {
            rank[*b] = rank[*b].max(rank[*a] + 1);
        }
    }
    // A box to which nothing leads stands just before the nearest box to which it leads.
    for at in (0..part.len()).filter(|at| forward.iter().all(|(_, b)| b != at)) {
        let nearest = forward.iter().filter(|(a, _)| *a == at).map(|(_, b)| rank[*b]).min();
        rank[at] = nearest.map_or(0, |nearest| nearest - 1);
    }
    let least = rank.iter().copied().min().unwrap_or(0);
    rank.into_iter().map(|rank| rank - least).collect()
}

/// True when a chain of ties leads from one box to another.
fn reaches(ties: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        if at == to {
            return true;
        }
        next.extend(ties.iter().filter(|(a, _)| *a == at).map(|(_, b)| *b).filter(|b| seen.insert(*b)));
    }
    false
}

/// Orders the items of each column so that few arrows cross.
pub fn uncross(columns: &mut [Column], pairs: &[(usize, usize)], items: usize) {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); items];
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); items];
    for (a, b) in pairs {
        behind[*a].push(*b);
        before[*b].push(*a);
    }
    let mut best = columns.to_vec();
    let mut fewest = crossings(columns, &behind, items);
    for sweep in 0..SWEEPS {
        let rightward = sweep % 2 == 0;
        let neighbours = if rightward { &before } else { &behind };
        let mut order: Vec<usize> = (0..columns.len()).collect();
        if !rightward {
            order.reverse();
        }
        for at in order {
            let places = places(columns, items);
            // The sort is stable, so an item without neighbours, or with neighbours as near, keeps its place.
            columns[at].sort_by_key(|item| {
                let around = neighbours[*item].iter().map(|other| places[*other]);
                match around.len() {
                    0 => places[*item] * 1000,
                    count => around.sum::<usize>() * 1000 / count,
                }
            });
        }
        let now = crossings(columns, &behind, items);
        if now < fewest {
            fewest = now;
            best = columns.to_vec();
        }
    }
    columns.clone_from_slice(&best);
}

/// The place of each item in its column.
fn places(columns: &[Column], items: usize) -> Vec<usize> {
    let mut places = vec![0; items];
    for column in columns {
        for (place, item) in column.iter().enumerate() {
            places[*item] = place;
        }
    }
    places
}

/// The number of crossings between neighbouring columns.
fn crossings(columns: &[Column], behind: &[Vec<usize>], items: usize) -> usize {
    let places = places(columns, items);
    let mut count = 0;
    for column in columns {
        let ties: Vec<(usize, usize)> = column
            .iter()
            .flat_map(|item| behind[*item].iter().map(|other| (places[*item], places[*other])))
            .collect();
        for (at, (a, b)) in ties.iter().enumerate() {
            count += ties[at + 1..].iter().filter(|(c, d)| (a < c && b > d) || (a > c && b < d)).count();
        }
    }
    count
}
