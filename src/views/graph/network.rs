//! The network of parties, events and links as a picture, in which the standing of a link is told by its line and in
//! words.

use maud::{Markup, html};

use super::formats::{attribution, closing};
use super::{Graph, Link, Node, Standing, name};
use crate::layout::picture::layers::{self, Arrow, Course, Drawing, Point, Size};
use crate::layout::picture::{
    LINE, Picture, at_most, fitted, i32_of, legend, line, shift, small, text, wide,
};
use crate::ledger::Ledger;
use crate::ledger::model::party::PartyKind;
use crate::ledger::words;
use crate::reason::standing::Grade;

/// Width of the widest line in a box or a label.
const WIDEST: i32 = 158;
/// Largest number of links of which the picture says who says so; of more, the words beside it do.
const MOST_IN_FULL: usize = 40;
/// Pixels between a box and its text.
const PADDING: i32 = 8;

/// The picture of a graph.
#[must_use]
pub fn network(ledger: &Ledger, graph: &Graph, title: &str) -> Picture {
    let boxes: Vec<Words> = graph.nodes.iter().map(|node| box_words(ledger, *node)).collect();
    let full = graph.links.len() <= MOST_IN_FULL;
    let labels: Vec<Words> = graph.links.iter().map(|link| label_words(ledger, link, full)).collect();
    let drawing = Drawing {
        boxes: boxes.iter().map(|words| words.size(2 * PADDING)).collect(),
        arrows: graph
            .links
            .iter()
            .zip(&labels)
            .map(|(link, label)| Arrow { from: link.from, to: link.to, label: label.size(4) })
            .collect(),
    };
    let layout = layers::layout(&drawing);
    let width = layout.size.0.max(620);
    let (signs, below) = legend(0, width, &signs());
    let notes = small(&closing(graph), width);
    let top = below + 16;
    let body = html! {
        (signs)
        g transform=(shift(0, top)) {
            @for (link, course) in graph.links.iter().zip(&layout.arrows) {
                (arrow(link, course))
            }
            @for (course, label) in layout.arrows.iter().zip(&labels) {
                (plate(course.label, label))
            }
            @for (at, node) in graph.nodes.iter().enumerate() {
                (boxed(ledger, *node, layout.boxes[at], &boxes[at]))
            }
        }
        (text(0, top + layout.size.1 + 14, "s", &notes))
    };
    let count = |standing| graph.links.iter().filter(|link| link.standing == standing).count();
    let counts: Vec<String> = Standing::ALL
        .into_iter()
        .map(|standing| (count(standing), standing))
        .filter(|(count, _)| *count > 0)
        .map(|(count, standing)| format!("{count} {}", standing.word()))
        .collect();
    let links = words::counted(graph.links.len(), "link", "links");
    let among = words::counted(graph.nodes.len(), "party or event", "parties and events");
    Picture {
        width,
        height: top + layout.size.1 + 14 + i32_of(notes.len()) * LINE,
        title: title.to_owned(),
        about: format!("A drawing of {links} among {among}: {}.", words::list(&counts)),
        body,
    }
}

/// Lines of text with the class of each.
struct Words(Vec<(&'static str, String)>);

impl Words {
    /// The room that they take with `around` pixels around them; bold letters are wider.
    fn size(&self, around: i32) -> Size {
        let widest = self.0.iter().map(|(_, line)| wide(line)).max().unwrap_or(0);
        (widest + widest / 7 + around, i32_of(self.0.len()) * LINE + around)
    }
}

fn box_words(ledger: &Ledger, node: Node) -> Words {
    let mut lines: Vec<(&'static str, String)> =
        at_most(fitted(&words::capital(name(ledger, node)), WIDEST), 4)
            .into_iter()
            .map(|line| ("b", line))
            .collect();
    match node {
        Node::Event(event) => {
            let date = ledger.event(event).date.map_or("no date on record".to_owned(), |date| date.words());
            lines.extend(fitted(&date, WIDEST).into_iter().map(|line| ("s", line)));
        }
        Node::Party(party) if ledger.party(party).kind == PartyKind::Class => {
            lines.push(("s", "a description".to_owned()));
        }
        Node::Party(_) => {}
    }
    Words(lines)
}

fn label_words(ledger: &Ledger, link: &Link, full: bool) -> Words {
    let mut lines: Vec<(&'static str, String)> =
        at_most(fitted(&link.verb, WIDEST), 2).into_iter().map(|line| ("m", line)).collect();
    let standing = format!("[{}]", link.standing.word());
    let said = attribution(ledger, link).into_iter().filter(|_| full);
    let said: Vec<String> = said.flat_map(|side| small(&side, WIDEST)).collect();
    lines.extend([standing].into_iter().chain(at_most(said, 9)).map(|line| ("s m", line)));
    Words(lines)
}

/// The line of a link, with its tip.
fn arrow(link: &Link, course: &Course) -> Markup {
    let class = class(link.standing);
    let curve = |(from, to): &(Point, Point)| {
        let middle = i32::midpoint(from.0, to.0);
        format!("M{} {}C{middle} {} {middle} {} {} {}", from.0, from.1, from.1, to.1, to.0, to.1)
    };
    let path: String = course.runs.iter().map(curve).collect();
    let tip = course.runs.last().filter(|_| !link.mutual).map(|(from, to)| {
        let back = if from.0 < to.0 { -8 } else { 8 };
        format!("M{} {}l{back} -4v8z", to.0, to.1)
    });
    html! {
        path class={ "link " (class) } d=(path) {}
        @if let Some(tip) = tip { path class={ "tip " (class) } d=(tip) {} }
    }
}

/// The label of a link, on a ground of its own so that the line does not run through the words.
fn plate((x, y): Point, label: &Words) -> Markup {
    let (width, height) = label.size(4);
    html! {
        rect class="plate" x=(x) y=(y) width=(width) height=(height - 2) {}
        @for (at, (class, words)) in label.0.iter().enumerate() {
            (text(x + width / 2, y + 2 + i32_of(at) * LINE, class, std::slice::from_ref(words)))
        }
    }
}

fn boxed(ledger: &Ledger, node: Node, (x, y): Point, words: &Words) -> Markup {
    let (width, height) = words.size(2 * PADDING);
    let (class, round) = match node {
        Node::Event(_) => ("box event", 0),
        Node::Party(party) if ledger.party(party).kind == PartyKind::Class => ("box class", 9),
        Node::Party(_) => ("box", 9),
    };
    html! {
        rect class=(class) x=(x) y=(y) width=(width) height=(height) rx=(round) {}
        @for (at, (class, words)) in words.0.iter().enumerate() {
            (text(x + PADDING, y + PADDING + i32_of(at) * LINE, class, std::slice::from_ref(words)))
        }
    }
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Disputed => "disputed",
        Standing::Reading => "reading",
        Standing::Graded(Grade::Unverified) => "unverified",
        Standing::Graded(Grade::Undisputed) => "undisputed",
        Standing::Graded(Grade::Corroborated | Grade::Documented) => "borne-out",
    }
}

/// The meanings of lines and boxes.
fn signs() -> Vec<(Markup, i32, &'static str)> {
    let sample = |standing| html! { (line(&format!("link {}", class(standing)), (0, 9), (34, 9))) };
    let square = |class: &str, round: i32| html! { rect class=(class) x="1" y="2" width="22" height="13" rx=(round) {} };
    vec![
        (sample(Standing::Disputed), 34, "disputed: somebody says otherwise"),
        (sample(Standing::Graded(Grade::Unverified)), 34, "unverified: nothing bears it out"),
        (
            sample(Standing::Graded(Grade::Undisputed)),
            34,
            "undisputed: claimed, said by another, denied by nobody",
        ),
        (
            sample(Standing::Graded(Grade::Documented)),
            34,
            "documented, or corroborated by those without a stake",
        ),
        (sample(Standing::Reading), 34, "only on a reading: nobody has said so"),
        (square("box", 6), 24, "party"),
        (square("box class", 6), 24, "description of several"),
        (square("box event", 0), 24, "event"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_in_which_a_link_stands_has_a_style_of_its_own() {
        let style = include_str!("../../layout/picture/picture.css");
        for class in Standing::ALL.map(class) {
            assert!(style.contains(&format!(".picture .{class} {{")), "no style for `{class}`");
        }
    }
}
