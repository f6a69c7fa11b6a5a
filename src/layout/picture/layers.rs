//! Layout of boxes tied by labelled arrows in layers from left to right, with labels in columns of their own, so that
//! nothing lies on anything else. It uses whole numbers and no chance: a graph is laid out the same everywhere.

use std::collections::BTreeMap;

use super::order::{self, Column};
use super::stack;

/// Pixels between two boxes of one column.
const GAP: i32 = 14;
/// Pixels between two columns.
const ALLEY: i32 = 44;
/// Pixels between two arrows at the side of one box, where there is room.
const BESIDE: i32 = 12;
/// Width that a drawing may have even if none of its parts has.
const ROOM: i32 = 980;
/// Pixels between two parts of a drawing that no arrow ties.
const APART: i32 = 34;

/// The boxes to lay out, by width and height, and the arrows between them.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// The boxes.
    pub boxes: Vec<Size>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// Width and height.
pub type Size = (i32, i32);
/// A point, from the left and from the top.
pub type Point = (i32, i32);

/// An arrow from one box to another, with the size of its label.
#[derive(Clone, Copy, Debug)]
pub struct Arrow {
    /// The index of the box from which it leads.
    pub from: usize,
    /// The index of the box to which it leads.
    pub to: usize,
    /// The size of its label.
    pub label: Size,
}

/// The places of all boxes and arrows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The upper left corner of each box.
    pub boxes: Vec<Point>,
    /// The course of each arrow; an arrow from a box to itself has no runs, and no label.
    pub arrows: Vec<Course>,
    /// The size of the whole.
    pub size: Size,
}

/// The course of an arrow, and the place of its label.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The upper left corner of its label.
    pub label: Point,
    /// The stretches of the course, each from point to point and level at both ends.
    pub runs: Vec<(Point, Point)>,
}

/// A box, a label, or an arrow passing by, as it stands in a column.
#[derive(Clone, Copy, Debug)]
struct Item {
    size: Size,
    column: usize,
}

/// The items of one arrow, in the order of columns.
struct Chain {
    items: Vec<usize>,
    /// The item that is its label.
    label: usize,
    /// True when it runs against the order of columns.
    turned: bool,
}

/// The layout of a drawing.
#[must_use]
pub fn layout(drawing: &Drawing) -> Layout {
    let ties: Vec<(usize, usize)> = drawing.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
    let mut whole = Layout {
        boxes: vec![(0, 0); drawing.boxes.len()],
        arrows: vec![Course::default(); drawing.arrows.len()],
        size: (0, 0),
    };
    let parts: Vec<(Vec<usize>, Vec<usize>)> = order::parts(drawing.boxes.len(), &ties)
        .into_iter()
        .map(|part| {
            let ranks = order::ranks(&part, &ties);
            (part, ranks)
        })
        .collect();
    // Parts that are narrow enough stand beside one another.
    let (mut corner, mut below) = ((0, 0), 0);
    for (part, ranks) in &parts {
        let mut laid = lay(drawing, part, ranks, corner, &mut whole);
        if corner.0 > 0 && corner.0 + laid.0 > whole.size.0.max(ROOM) {
            corner = (0, below + APART);
            laid = lay(drawing, part, ranks, corner, &mut whole);
        }
        whole.size.0 = whole.size.0.max(corner.0 + laid.0);
        below = below.max(corner.1 + laid.1);
        corner.0 += laid.0 + APART;
    }
    whole.size.1 = below;
    whole
}

/// Lays out the boxes of one part from an upper left corner, and returns the part's size.
fn lay(drawing: &Drawing, part: &[usize], ranks: &[usize], corner: Point, whole: &mut Layout) -> Size {
    let (side, top) = corner;
    let mut items: Vec<Item> = part
        .iter()
        .zip(ranks)
        .map(|(at, rank)| Item { size: drawing.boxes[*at], column: 2 * rank })
        .collect();
    let item = |of: usize| part.iter().position(|at| *at == of);
    let mut own: Vec<(usize, Chain)> = Vec::new();
    for (at, arrow) in drawing.arrows.iter().enumerate().filter(|(_, arrow)| arrow.from != arrow.to) {
        if let Some((from, to)) = item(arrow.from).zip(item(arrow.to)) {
            own.push((at, chain(from, to, arrow.label, &mut items)));
        }
    }
    let mut columns: Vec<Column> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        columns.resize(columns.len().max(item.column + 1), Column::new());
        columns[item.column].push(at);
    }
    let pairs: Vec<(usize, usize)> =
        own.iter().flat_map(|(_, chain)| chain.items.windows(2).map(|two| (two[0], two[1]))).collect();
    order::uncross(&mut columns, &pairs, items.len());
    let heights: Vec<i32> = items.iter().map(|item| item.size.1).collect();
    let middles = stack::middles(&columns, &heights, &pairs, GAP);
    let widths: Vec<i32> =
        columns.iter().map(|column| column.iter().map(|at| items[*at].size.0).max().unwrap_or(0)).collect();
    let left = |column: usize| side + widths[..column].iter().map(|width| width + ALLEY).sum::<i32>();
    let (low, high) = stack::extent(&columns, &heights, &middles);
    let place = |at: usize| {
        let Item { size: (wide, tall), column } = items[at];
        // A label stands in the middle of its column, a box at its left.
        let slack = if column % 2 == 1 { (widths[column] - wide) / 2 } else { 0 };
        (left(column) + slack, middles[at] - tall / 2 - low + top)
    };
    for (at, of) in part.iter().enumerate() {
        whole.boxes[*of] = place(at);
    }
    // An arrow runs along the foot of its label, and beside others at the side of a box.
    let feet: Vec<i32> = (0..items.len())
        .map(|at| {
            middles[at] - low
                + top
                + if at < part.len() { 0 } else { items[at].size.1 - items[at].size.1 / 2 }
        })
        .collect();
    let sides = sides(&own, &feet, |at| (at < part.len()).then(|| items[at].size.1));
    for (arrow, chain) in own {
        let level =
            |at: usize, leaves: bool| feet[at] + sides.get(&(at, leaves, arrow)).copied().unwrap_or(0);
        // Within a column an arrow runs straight; it turns only between columns, where nothing stands.
        let begin = |at: usize| left(items[at].column);
        let end = |at: usize| begin(at) + widths[items[at].column];
        let mut runs: Vec<(Point, Point)> = Vec::new();
        for two in chain.items.windows(2) {
            let (here, there) = (level(two[0], true), level(two[1], false));
            let from = if two[0] < part.len() { begin(two[0]) + items[two[0]].size.0 } else { begin(two[0]) };
            runs.push(((from, here), (end(two[0]), here)));
            runs.push(((end(two[0]), here), (begin(two[1]), there)));
        }
        if chain.turned {
            runs = runs.into_iter().rev().map(|(from, to)| (to, from)).collect();
        }
        whole.arrows[arrow] = Course { label: place(chain.label), runs };
    }
    (left(columns.len()) - ALLEY - side, high - low)
}

/// Pixels from the middle of a box's side at which each arrow leaves or enters it, by box, whether it leaves, and
/// arrow.
fn sides(
    own: &[(usize, Chain)],
    feet: &[i32],
    height: impl Fn(usize) -> Option<i32>,
) -> BTreeMap<(usize, bool, usize), i32> {
    let mut meeting: BTreeMap<(usize, bool), Vec<(i32, usize)>> = BTreeMap::new();
    for (arrow, chain) in own {
        for two in chain.items.windows(2) {
            meeting.entry((two[0], true)).or_default().push((feet[two[1]], *arrow));
            meeting.entry((two[1], false)).or_default().push((feet[two[0]], *arrow));
        }
    }
    let mut sides = BTreeMap::new();
    for ((at, leaves), mut arrows) in meeting {
        let Some(height) = height(at) else { continue };
        arrows.sort_unstable();
        let count = i32::try_from(arrows.len()).unwrap_or(i32::MAX);
        let step = (height / count).min(BESIDE);
        for (place, (_, arrow)) in (0..).zip(arrows) {
            sides.insert((at, leaves, arrow), place * step - (count - 1) * step / 2);
        }
    }
    sides
}

/// Gives an arrow its items: those at its ends, its label in the first column between them, and a place of its own in
/// every other column that it passes.
fn chain(from: usize, to: usize, label: Size, items: &mut Vec<Item>) -> Chain {
    let turned = items[from].column > items[to].column;
    let (first, last) = if turned { (to, from) } else { (from, to) };
    let (begin, end) = (items[first].column, items[last].column);
    let mut chain = Chain { items: vec![first], label: items.len(), turned };
    for column in begin + 1..end {
        chain.items.push(items.len());
        items.push(Item { size: if column == begin + 1 { label } else { (0, 2) }, column });
    }
    chain.items.push(last);
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A drawing with a number of boxes and about as many arrows, of which some lead back, and some pass columns by.
    fn drawing(boxes: usize) -> Drawing {
        let size = |at: usize| {
            (40 + i32::try_from(at * 37 % 120).unwrap(), 20 + i32::try_from(at * 13 % 50).unwrap())
        };
        let arrow =
            |at: usize| Arrow { from: at * 7 % boxes, to: (at * at + 3) % boxes, label: size(at + 5) };
        Drawing { boxes: (0..boxes).map(size).collect(), arrows: (0..boxes + boxes / 5).map(arrow).collect() }
    }

    #[test]
    fn nothing_lies_on_anything_else_at_a_hundred_boxes() {
        let drawing = drawing(100);
        let layout = layout(&drawing);
        let boxes = layout.boxes.iter().zip(&drawing.boxes).map(|(at, size)| (*at, *size));
        let labels = layout.arrows.iter().zip(&drawing.arrows).filter(|(course, _)| !course.runs.is_empty());
        let all: Vec<(Point, Size)> =
            boxes.chain(labels.map(|(course, arrow)| (course.label, arrow.label))).collect();
        let touch = |(a, p): (Point, Size), (b, q): (Point, Size)| {
            a.0 < b.0 + q.0 && b.0 < a.0 + p.0 && a.1 < b.1 + q.1 && b.1 < a.1 + p.1
        };
        for (at, one) in all.iter().enumerate() {
            assert!(one.0.0 >= 0 && one.0.1 >= 0 && one.0.0 + one.1.0 <= layout.size.0, "{one:?}");
            assert!(one.0.1 + one.1.1 <= layout.size.1, "{one:?} in {:?}", layout.size);
            let other = all[at + 1..].iter().find(|other| touch(*one, **other));
            assert!(other.is_none(), "{one:?} lies on {other:?}");
            for (from, to) in layout.arrows.iter().flat_map(|course| &course.runs).filter(|(a, b)| a.1 == b.1)
            {
                let through = one.0.1 < from.1 && from.1 < one.0.1 + one.1.1 - 1;
                let beside = to.0.max(from.0) <= one.0.0 || to.0.min(from.0) >= one.0.0 + one.1.0;
                assert!(!through || beside, "{from:?} {to:?} runs through {one:?}");
            }
        }
    }

    #[test]
    fn every_arrow_runs_from_its_box_to_its_box_without_a_break() {
        let drawing = drawing(40);
        let layout = layout(&drawing);
        for (arrow, course) in drawing.arrows.iter().zip(&layout.arrows).filter(|(a, _)| a.from != a.to) {
            assert!(course.runs.windows(2).all(|two| two[0].1 == two[1].0), "{course:?}");
            let touches = |at: usize, (x, y): Point| {
                let ((left, top), (width, height)) = (layout.boxes[at], drawing.boxes[at]);
                (x == left || x == left + width) && (top..=top + height).contains(&y)
            };
            assert!(touches(arrow.from, course.runs[0].0), "{arrow:?} {course:?}");
            assert!(touches(arrow.to, course.runs[course.runs.len() - 1].1), "{arrow:?} {course:?}");
        }
        assert_eq!(layout, super::layout(&drawing));
    }
}
