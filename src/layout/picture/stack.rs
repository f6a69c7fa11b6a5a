//! How high each item of a column stands: as level with its neighbours as the others in its column allow.

use super::order::Column;

/// How often every column is evened out.
const ROUNDS: usize = 30;

/// The middle of each item, from a zero of its own.
pub fn middles(columns: &[Column], heights: &[i32], pairs: &[(usize, usize)], gap: i32) -> Vec<i32> {
    let mut around: Vec<Vec<usize>> = vec![Vec::new(); heights.len()];
    for (a, b) in pairs {
        around[*a].push(*b);
        around[*b].push(*a);
    }
    let mut middles = vec![0; heights.len()];
    for column in columns {
        let mut top = 0;
        for item in column {
            middles[*item] = top + heights[*item] / 2;
            top += heights[*item] + gap;
        }
    }
    for round in 0..ROUNDS {
        let mut order: Vec<usize> = (0..columns.len()).collect();
        if round % 2 == 1 {
            order.reverse();
        }
        for at in order {
            let wanted = |item: &usize| {
                let near = &around[*item];
                let sum: i64 = near.iter().map(|other| i64::from(middles[*other])).sum();
                match i64::try_from(near.len()) {
                    Ok(0) | Err(_) => middles[*item],
                    Ok(count) => i32::try_from(sum / count).unwrap_or(i32::MAX),
                }
            };
            let wanted: Vec<i32> = columns[at].iter().map(wanted).collect();
            for (item, middle) in columns[at].iter().zip(settled(&columns[at], &wanted, heights, gap)) {
                middles[*item] = middle;
            }
        }
    }
    middles
}

/// The top of the highest item and the bottom of the lowest.
pub fn extent(columns: &[Column], heights: &[i32], middles: &[i32]) -> (i32, i32) {
    let tops = || columns.iter().flatten().map(|item| (middles[*item] - heights[*item] / 2, heights[*item]));
    let low = tops().map(|(top, _)| top).min().unwrap_or(0);
    let high = tops().map(|(top, height)| top + height).max().unwrap_or(0);
    (low, high)
}

/// Middles as near as can be to those wanted, in the order given and without touching: neighbours that would overlap
/// make one block, and each block stands where its items want it on the average.
fn settled(column: &[usize], wanted: &[i32], heights: &[i32], gap: i32) -> Vec<i32> {
    let mut offsets = Vec::new();
    let mut offset = 0;
    for (at, item) in column.iter().enumerate() {
        if at > 0 {
            offset += (heights[column[at - 1]] + heights[*item] + 1) / 2 + gap;
        }
        offsets.push(offset);
    }
    // Each block: how many items, and the sum of where they want its beginning.
    let mut blocks: Vec<(i64, i64)> = Vec::new();
    for (middle, offset) in wanted.iter().zip(&offsets) {
        blocks.push((1, i64::from(middle - offset)));
        while let [.., (n, a), (m, b)] = blocks[..] {
            if a.div_euclid(n) <= b.div_euclid(m) {
                break;
            }
            blocks.truncate(blocks.len() - 2);
            blocks.push((n + m, a + b));
        }
    }
    let start = |count: i64, sum: i64| i32::try_from(sum.div_euclid(count)).unwrap_or(i32::MAX);
    let starts = blocks.iter().flat_map(|(count, sum)| (0..*count).map(|_| start(*count, *sum)));
    starts.zip(&offsets).map(|(start, offset)| start + offset).collect()
}
