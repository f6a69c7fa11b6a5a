//! Height at which each item of a column stands: as level with its neighbours as the other items of the column allow.

use super::order::Column;

/// Number of passes in which every column is evened out.
const ROUNDS: usize = 30;

/// The height of the middle of each item, from an arbitrary zero.
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

/// The middles nearest to the wanted ones that keep the order and do not touch: neighbours that would overlap form one
/// block, which stands at the average of where its items want it.
fn settled(column: &[usize], wanted: &[i32], heights: &[i32], gap: i32) -> Vec<i32> {
    let mut offsets = Vec::new();
    let mut offset = 0;
    for (at, item) in column.iter().enumerate() {
        if at > 0 {
            offset += (heights[column[at - 1]] + heights[*item] + 1) / 2 + gap;
        }
        offsets.push(offset);
    }
    // For each block, the number of items and the sum of where they want it to begin.
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
