//! Pictures as SVG: the frame that all share, text in lines that fit, and marks that mean the same without colour.
//!
//! A picture stands alone in a file, always on white, or within a page, whose style sheet may darken it. Nothing in it
//! is smaller than twelve pixels, and what it shows is said in words beside it as well.

pub(crate) mod days;
pub(crate) mod layers;
mod order;
mod stack;

use maud::{Markup, PreEscaped, html};

pub(crate) use super::markup::Text;
use super::safe;
use super::wrap::{columns, wrap};

/// The style of a picture that stands alone; a page has it in its own style sheet.
pub const STYLE: &str = include_str!("picture.css");

/// Pixels from one line of text to the next.
pub(crate) const LINE: i32 = 17;
/// Pixels around a picture.
const MARGIN: i32 = 12;

/// A picture, laid out.
pub struct Picture {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The title.
    pub title: String,
    /// The same in a sentence or two, for those who cannot see it.
    pub about: String,
    /// The drawing.
    pub body: Markup,
}

impl Picture {
    /// The picture as a file of its own, with its title above it.
    #[must_use]
    pub fn alone(&self) -> String {
        let title = fitted(&self.title, self.width);
        let head = MARGIN + i32_of(title.len()) * LINE;
        let (width, height) = (self.width + 2 * MARGIN, self.height + head + 2 * MARGIN);
        let svg = html! {
            svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox={ "0 0 " (width) " " (height) }
                width=(width) height=(height) role="img" aria-label=(Text(self.spoken())) {
                title { (Text(&self.title)) }
                style { (PreEscaped(STYLE)) }
                rect class="ground" width="100%" height="100%" {}
                g transform=(shift(MARGIN, MARGIN)) { (text(0, 0, "b", &title)) }
                g transform=(shift(MARGIN, head + MARGIN)) { (self.body) }
            }
        };
        svg.into_string() + "\n"
    }

    /// The picture within a page that has its title in a heading; `class` is for the page's style sheet.
    #[must_use]
    pub fn within(&self, class: &str) -> Markup {
        html! {
            svg class={ "picture " (class) } viewBox={ "-2 -2 " (self.width + 4) " " (self.height + 4) }
                width=(self.width + 4) height=(self.height + 4) role="img" aria-label=(Text(self.spoken())) {
                (self.body)
            }
        }
    }

    /// The words for those who cannot see it.
    fn spoken(&self) -> String {
        format!("{}. {}", self.title, self.about)
    }
}

/// One picture of several, below one another, each under its title; the picture itself where it is the only one.
#[must_use]
pub fn stacked(mut pictures: Vec<Picture>) -> Picture {
    if pictures.len() == 1 {
        return pictures.remove(0);
    }
    let width = pictures.iter().map(|picture| picture.width).max().unwrap_or(320);
    let mut top = 0;
    let mut drawn = Vec::new();
    for picture in &pictures {
        let title = fitted(&picture.title, width);
        drawn.push(text(0, top, "b", &title));
        top += i32_of(title.len()) * LINE + MARGIN;
        drawn.push(html! { g transform=(shift(0, top)) { (picture.body) } });
        top += picture.height + 2 * MARGIN;
    }
    let about: Vec<&str> = pictures.iter().map(|picture| picture.about.as_str()).collect();
    let about = if about.is_empty() { "There is none on file.".to_owned() } else { about.join(" ") };
    let body = html! { @for one in &drawn { (one) } @if pictures.is_empty() { (text(0, 0, "", std::slice::from_ref(&about))) } };
    Picture { width, height: top.max(LINE), title: "Tolls".to_owned(), about, body }
}

/// A length or a count as a number of pixels.
pub(crate) fn i32_of(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The largest width of a line of text in pixels; no font is at hand to ask.
pub(crate) fn wide(line: &str) -> i32 {
    i32_of(columns(line)) * 15 / 2
}

/// A text in lines of at most `width` pixels; a word too long for a line is cut.
pub(crate) fn fitted(words: &str, width: i32) -> Vec<String> {
    let most = usize::try_from(width * 2 / 15).unwrap_or(1).max(4);
    let mut out = Vec::new();
    for line in wrap(&safe::line(words), most, 0) {
        let mut rest = line.as_str();
        while columns(rest) > most {
            let cut =
                rest.char_indices().map(|(at, _)| at).take_while(|at| columns(&rest[..*at]) <= most).last();
            let (head, tail) = rest.split_at(cut.filter(|at| *at > 0).unwrap_or(rest.len()));
            out.push(head.to_owned());
            rest = tail;
        }
        out.push(rest.to_owned());
    }
    out
}

/// The same for small letters, of which more fit.
pub(crate) fn small(words: &str, width: i32) -> Vec<String> {
    fitted(words, width * 15 / 14)
}

/// The first `most` lines; the last of them ends in `…` where there were more.
pub(crate) fn at_most(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Lines of text below one another; the first stands below `y`.
pub(crate) fn text(x: i32, y: i32, class: &str, lines: &[String]) -> Markup {
    html! {
        @for (at, line) in lines.iter().enumerate() {
            text class=(class) x=(x) y=(y + 13 + i32_of(at) * LINE) { (Text(line)) }
        }
    }
}

/// The attribute that moves a drawing.
pub(crate) fn shift(x: i32, y: i32) -> String {
    format!("translate({x} {y})")
}

/// A straight line.
pub(crate) fn line(class: &str, from: (i32, i32), to: (i32, i32)) -> Markup {
    html! { line class=(class) x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1) {} }
}

/// A sign of a legend with its words beside it, and the width of both.
fn key(x: i32, y: i32, sign: &Markup, width: i32, words: &str) -> (Markup, i32) {
    let drawn = html! {
        g transform=(shift(x, y)) { (sign) }
        (text(x + width + 6, y, "s", &[words.to_owned()]))
    };
    (drawn, width + 6 + wide(words) + 18)
}

/// A legend of signs with their words, in as many rows as it needs, and its height.
pub(crate) fn legend(y: i32, width: i32, signs: &[(Markup, i32, &str)]) -> (Markup, i32) {
    let (mut x, mut row) = (0, 0);
    let mut all = Vec::new();
    for (sign, of, words) in signs {
        let takes = of + 6 + wide(words);
        if x > 0 && x + takes > width {
            (x, row) = (0, row + 1);
        }
        let (drawn, step) = key(x, y + row * (LINE + 3), sign, *of, words);
        all.push(drawn);
        x += step;
    }
    (html! { @for one in &all { (one) } }, (row + 1) * (LINE + 3))
}
