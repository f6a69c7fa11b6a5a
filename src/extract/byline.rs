//! What an article says of itself: its title, who published it and when, as pages and datelines have it.

use crate::ledger::model::date::Date;
use crate::read::fields::spoken::spoken;

/// What an article says of itself. It is offered to whoever records its source, and taken for nothing by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// Who published it.
    pub outlet: Option<String>,
    /// The day on which it was published.
    pub published: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// So much of a page is looked through for what its head says.
const HEAD: usize = 100_000;
/// So many lines at the beginning of a text may be a dateline.
const LINES: usize = 8;
/// A dateline has so many words at most; a longer line tells of something.
const LONGEST: usize = 12;

/// What a document says of itself, by the bytes of a page and by its text.
#[must_use]
pub fn byline(bytes: &[u8], text: &str) -> Byline {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut found = Byline::default();
    for tag in head.split("<meta").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let Some(content) = attribute(tag, "content").filter(|content| !content.trim().is_empty()) else {
            continue;
        };
        let name = attribute(tag, "property").or_else(|| attribute(tag, "name")).unwrap_or_default();
        match name.to_lowercase().as_str() {
            "og:site_name" => found.outlet = found.outlet.or(Some(content)),
            "og:title" => found.title = found.title.or(Some(content)),
            "og:url" => found.url = found.url.or(Some(content)),
            "article:published_time" | "date" | "dc.date" | "datepublished" | "pubdate" => {
                let day = content.get(..10).and_then(|day| Date::parse(day).ok());
                found.published = found.published.or(day);
            }
            _ => {}
        }
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    found.published = found.published.or_else(|| lines.into_iter().find_map(dateline));
    found
}

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}="))?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let (value, _) = rest[1..].split_once(mark)?;
    Some(value.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"))
}

/// The one day, with its year, in a line too short to tell of anything else: `Monday, 6 May 2031`.
fn dateline(line: &str) -> Option<Date> {
    let words: Vec<&str> = line
        .split(|letter: char| letter.is_whitespace() || letter == ',' || letter == '|')
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > LONGEST {
        return None;
    }
    let year = |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok();
    let whole = |words: &[&str]| {
        let written = words.join(" ");
        let sound = words.len() == 1 && written.len() == 10 || words.len() == 3 && words.iter().any(year);
        let days = if sound { spoken(&written, 0) } else { Vec::new() };
        match &days[..] {
            [only] => Date::parse(only).ok(),
            _ => None,
        }
    };
    words.windows(3).find_map(whole).or_else(|| words.windows(1).find_map(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        byline(b"", text).published.map(|date| date.to_string())
    }

    #[test]
    fn a_dateline_tells_the_day_and_a_sentence_does_not() {
        assert_eq!(
            day("Fire on the quay\nMonday, May 6, 2031\n\nA fire broke out."),
            Some("2031-05-06".into())
        );
        assert_eq!(day("Published: 6 May 2031 | Ostby"), Some("2031-05-06".into()));
        assert_eq!(day("2031-05-06"), Some("2031-05-06".into()));
        assert_eq!(
            day(
                "A fire broke out on the quay in the harbour of Ostby on Saturday 3 May 2031, the port said."
            ),
            None
        );
        assert_eq!(day("Monday"), None);
        assert_eq!(day(""), None);
    }

    #[test]
    fn the_head_of_a_page_tells_who_published_it() {
        let page = br#"<html><head><meta property="og:site_name" content="Ostby Herald &amp; Post"><meta content='A fire' property='og:title'>
            <meta name="article:published_time" content="2031-05-06T08:00:00Z"></head><body><p>x</p></body></html>"#;
        let found = byline(page, "x");
        assert_eq!(found.outlet.as_deref(), Some("Ostby Herald & Post"));
        assert_eq!(found.title.as_deref(), Some("A fire"));
        assert_eq!(found.published, Date::parse("2031-05-06").ok());
        assert_eq!(byline(b"<meta content=\"", "").outlet, None);
        assert_eq!(byline("<meta property=\"og:title\" content=“".as_bytes(), "").title, None);
    }
}
