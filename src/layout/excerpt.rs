//! Excerpts: a problem in the record at its place, as a line of the file with a caret under it, and what to do.
//!
//! The renderer of carets panics on spans that do not fit, lets some controls pass, and is slow on big texts; so it
//! only ever sees one short line, cut and cleaned here, and a span inside it.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Style;
use super::paint::{Role, paint};
use super::safe;
use super::wrap::{columns, wrap};
use crate::rules::finding::{Finding, Label};
use crate::text::lines::Lines;
use crate::text::{Position, Span};

/// The places of a finding with their lines, then its help.
pub(crate) fn excerpt(finding: &Finding, lines: &Lines<'_>, style: Style) -> Vec<String> {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.columns() * 2);
    let mut rows = Vec::new();
    let mut remarks = Vec::new();
    for (at, label) in finding.labels.iter().enumerate() {
        let (path, text) = lines.file(label.span);
        let path = safe::line(path);
        if text.is_empty() {
            rows.push(format!("  {} {path}", paint(style.color, Role::Faint, "-->")));
            remarks.extend(remark(label));
            continue;
        }
        let Position { line, column } = lines.position(label.span);
        let gutter = " ".repeat(line.to_string().len());
        rows.push(format!("{gutter}{} {path}:{line}:{column}", paint(style.color, Role::Faint, "-->")));
        let budget = style.columns().saturating_sub(gutter.len() + 3);
        let cut = cut(text, label.span, budget);
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mut mark = kind.span(cut.start..cut.end);
        let room = budget.saturating_sub(columns(&cut.line[..cut.end]) + 2);
        match remark(label) {
            Some(words) if columns(&words) <= room => mark = mark.label(words),
            Some(words) => remarks.push(words),
            None => {}
        }
        let snippet = Snippet::source(cut.line).line_start(line).annotation(mark);
        let drawn = renderer.render(&[Group::with_level(Level::ERROR).element(snippet)]);
        rows.extend(drawn.lines().map(|row| row.trim_end().to_owned()));
    }
    let remarks = remarks.into_iter().map(|words| format!("note: {words}"));
    let help = finding.help.iter().map(|help| format!("help: {}", safe::line(help)));
    for words in remarks.chain(help) {
        rows.extend(wrap(&words, style.columns() - 2, 6).into_iter().map(|row| format!("  {row}")));
    }
    rows
}

/// The words shown at a place; none where there are none.
fn remark(label: &Label) -> Option<String> {
    let words = wrap(&safe::line(&label.text), usize::MAX, 0).join(" ");
    (!words.is_empty()).then_some(words)
}

/// A line of a file, cleaned and cut to the room, and the stretch of it to mark, in bytes.
struct Cut {
    line: String,
    start: usize,
    end: usize,
}

fn cut(text: &str, span: Span, budget: usize) -> Cut {
    let from = text.floor_char_boundary(span.start as usize);
    let to = text.floor_char_boundary(span.end as usize).max(from);
    // No more is read than could be shown: a line may be as long as its file.
    let shown = |(at, character): (usize, char)| {
        let mut out = String::new();
        safe::push(&mut out, text, at, character);
        out
    };
    let head =
        text[..from].char_indices().rev().take(budget + 1).take_while(|(_, character)| *character != '\n');
    let head: Vec<String> = head.map(shown).collect();
    let tail = text[from..].char_indices().take(budget + 1).take_while(|(_, character)| *character != '\n');
    let mut tail: Vec<(usize, char)> = tail.collect();
    if tail.last().is_some_and(|(at, character)| *character == '\r' && from + at >= to) {
        tail.pop();
    }
    let inside = tail.iter().filter(|(at, _)| from + at < to).count();
    let tail: Vec<String> = tail.into_iter().map(|(at, character)| shown((from + at, character))).collect();
    let (before, after) = (wide(&head), wide(&tail).max(1)); // one column at least for a caret
    let room = if before + after <= budget { before } else { budget.saturating_sub(after).max(budget / 3) };
    let (head, head_cut) = fitting(head, room);
    let mut line = if head_cut { "…".to_owned() } else { String::new() };
    line.extend(head.iter().rev().map(String::as_str));
    let start = line.len();
    let (tail, tail_cut) = fitting(tail, budget.saturating_sub(columns(&line)));
    let end = start + tail.iter().take(inside).map(String::len).sum::<usize>();
    line.extend(tail.iter().map(String::as_str));
    if tail_cut {
        line.push('…');
    }
    if line.len() == start {
        line.push(' '); // so that there is something to point at
    }
    let first = line[start..].chars().next().map_or(0, char::len_utf8);
    Cut { end: end.max(start + first), line, start }
}

fn wide(run: &[String]) -> usize {
    run.iter().map(|shown| columns(shown)).sum()
}

/// The beginning of a run that fits into `room` columns, and whether it was cut; where it was, a column is left for
/// `…`.
fn fitting(mut run: Vec<String>, room: usize) -> (Vec<String>, bool) {
    if wide(&run) <= room {
        return (run, false);
    }
    let mut used = 1;
    let keep = run.iter().take_while(|shown| {
        used += columns(shown);
        used <= room
    });
    let keep = keep.count();
    run.truncate(keep);
    (run, true)
}
