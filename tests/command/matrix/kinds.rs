//! What each kind of output must never hold, whatever was written into the ledger.

use std::collections::BTreeSet;

use gainsay::text::hides;
use serde_json::Value;

/// A kind of output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Terminal,
    /// Records to be kept, whose texts are what they are.
    Yaml,
    Markdown,
    Json,
    Html,
    Svg,
    Csv,
    Sarif,
    Github,
    Dot,
    Mermaid,
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Kind {
    /// Whether what was printed is no more than it should be; `plain` is the same with harmless text.
    pub fn check(self, printed: &[u8], plain: &[u8]) -> Result<(), String> {
        #[cfg(feature = "xlsx")]
        if self == Self::Xlsx {
            return xlsx(printed);
        }
        let text = |bytes| std::str::from_utf8(bytes).map_err(|error| error.to_string());
        let (printed, plain) = (text(printed)?, text(plain)?);
        let ours = if self == Self::Csv { csv(printed)? } else { printed.to_owned() };
        steady(&ours)?;
        match self {
            Self::Terminal => unheard(printed),
            Self::Csv | Self::Yaml => Ok(()),
            Self::Markdown => markdown(printed),
            Self::Json => json(printed).map(drop),
            Self::Html => html(printed, plain),
            Self::Svg => roxmltree::Document::parse(printed)
                .map_err(|error| error.to_string())
                .and_then(|_| html(printed, plain)),
            Self::Sarif => sarif(printed),
            Self::Github => github(printed),
            Self::Dot | Self::Mermaid => around_quotes(printed, plain, self == Self::Dot),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Ok(()),
        }
    }
}

/// Nothing steers a terminal or hides from a reader.
fn steady(text: &str) -> Result<(), String> {
    let bad = |character: &char| *character != '\n' && (character.is_control() || hides(*character));
    match text.char_indices().find(|(_, character)| bad(character)) {
        Some((at, character)) => Err(format!("U+{:04X} in {:?}", u32::from(character), around(text, at))),
        None => Ok(()),
    }
}

/// No line is a command to the log of a build.
fn unheard(log: &str) -> Result<(), String> {
    let command = |line: &str| {
        line.trim_start().starts_with("::")
            || line.match_indices("##").any(|(at, _)| {
                line[at + 2..].trim_start_matches(|name: char| name.is_ascii_alphanumeric()).starts_with('[')
            })
    };
    log.lines().find(|line| command(line)).map_or(Ok(()), |line| Err(format!("a command in {line:?}")))
}

/// What stands around a place, for a message.
fn around(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(60))..text.ceil_char_boundary(at + 60)]
}

/// Whatever means something to a page stands behind a backslash, but for what we set ourselves.
fn markdown(page: &str) -> Result<(), String> {
    let mut bars = 0;
    for line in page.lines() {
        let mut escaped = false;
        let mut naked = String::new();
        tied(&line.replace('\\', ""))?;
        for character in line.replace("<br>", " ").replace("<!-- -->", "").chars() {
            if !escaped && character != '\\' {
                naked.push(character);
            }
            escaped = character == '\\' && !escaped;
        }
        if let Some(mark) = naked.chars().find(|character| "[]<>~@`_&".contains(*character)) {
            return Err(format!("a bare {mark} in {line:?}"));
        }
        if naked.replace("**", "").contains('*') || naked.matches("**").count() % 2 == 1 {
            return Err(format!("a bare * in {line:?}"));
        }
        let text = naked.trim_start_matches('#');
        if text.contains('#') || (text != naked && !text.starts_with(' ')) {
            return Err(format!("a bare # in {line:?}"));
        }
        let own = naked.matches('|').count();
        if own > 0 && bars > 0 && own != bars {
            return Err(format!("{own} cells and not {bars} in {line:?}"));
        }
        bars = own;
        if line.starts_with("::")
            || (line.starts_with("    ") && !line.starts_with("    - "))
            || line.starts_with('=')
        {
            return Err(format!("a line begins otherwise than ours: {line:?}"));
        }
    }
    Ok(())
}

fn json(document: &str) -> Result<Value, String> {
    serde_json::from_str(document).map_err(|error| error.to_string())
}

/// The tags of a page are those that it has with harmless text, closed where they are opened, and its links lead to
/// pages, mail or places in it.
fn html(page: &str, plain: &str) -> Result<(), String> {
    let (tags, own) = (tags(page)?, tags(plain)?);
    let shape = |tags: &[Tag]| -> BTreeSet<String> {
        tags.iter()
            .map(|tag| {
                format!("{} {:?}", tag.name, tag.attributes.iter().map(|(name, _)| name).collect::<Vec<_>>())
            })
            .collect()
    };
    if let Some(other) = shape(&tags).difference(&shape(&own)).next() {
        return Err(format!("a tag that harmless text does not have: {other}"));
    }
    let mut open = Vec::new();
    for tag in &tags {
        match tag.name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Err(format!("</{name}> closes nothing")),
            None if !tag.closed && !VOID.contains(&tag.name.as_str()) => open.push(&tag.name),
            _ => {}
        }
        for (name, value) in &tag.attributes {
            let leads = ["http://", "https://", "mailto:", "#"].iter().any(|begin| value.starts_with(begin));
            if ["href", "src", "action"].contains(&name.as_str()) && !leads {
                return Err(format!("{name} leads to {value:?}"));
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

/// Tags that nothing closes.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "meta", "link"];

struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    closed: bool,
}

/// The tags of a page; whatever begins like one and is none is an error. What is in `script` and `style` is no tag.
fn tags(page: &str) -> Result<Vec<Tag>, String> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap_or(page);
    while let Some(at) = rest.find('<') {
        let from = &rest[at + 1..];
        let end = end_of_tag(from).ok_or_else(|| format!("no end of a tag: {:?}", around(rest, at)))?;
        let tag = tag(&from[..end]).ok_or_else(|| format!("no tag of ours: {:?}", around(rest, at)))?;
        rest = &from[end + 1..];
        if ["script", "style"].contains(&tag.name.as_str()) {
            let close = format!("</{}", tag.name);
            rest = &rest[rest.find(&close).ok_or("a script or style that does not end")?..];
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// The `>` that ends a tag, and is in none of its values.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut within = false;
    text.char_indices().find_map(|(at, character)| {
        within ^= character == '"';
        (character == '>' && !within).then_some(at)
    })
}

fn tag(text: &str) -> Option<Tag> {
    let closed = text.ends_with('/');
    let text = text.trim_end_matches('/').trim_end();
    let (name, mut rest) = text.split_once([' ', '\n']).unwrap_or((text, ""));
    let plain =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-:/".contains(c));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let own = rest.trim_start();
        let end = own.find(['=', ' ']).unwrap_or(own.len());
        let (key, behind) = own.split_at(end);
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(value) => value.split_once('"')?,
            None => ("", behind.strip_prefix('=').map_or(Some(behind), |_| None)?),
        };
        if !plain(key) {
            return None;
        }
        attributes.push((key.to_owned(), value.to_owned()));
        rest = behind;
    }
    plain(name).then(|| Tag { name: name.to_owned(), attributes, closed })
}

/// The fields as text, if they are as many in each row and none of them is a formula.
fn csv(text: &str) -> Result<String, String> {
    let text = text.strip_prefix('\u{feff}').ok_or("no mark of UTF-8")?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut out = String::new();
    for row in reader.records() {
        for field in &row.map_err(|error| error.to_string())? {
            if field.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
                return Err(format!("a formula: {field:?}"));
            }
            out.push_str(field);
            out.push('\n');
        }
    }
    Ok(out)
}

/// Addresses are relative paths, and the links in a message lead to the places of its own result.
fn sarif(log: &str) -> Result<(), String> {
    let log = json(log)?;
    let plain = |uri: &str| uri.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/%".contains(c));
    for result in log["runs"][0]["results"].as_array().ok_or("no results")? {
        let none = Vec::new();
        let related = result["relatedLocations"].as_array().unwrap_or(&none);
        for place in result["locations"].as_array().ok_or("no place")?.iter().chain(related) {
            let uri = place["physicalLocation"]["artifactLocation"]["uri"].as_str().ok_or("no address")?;
            if !plain(uri) || uri.starts_with('/') || uri.is_empty() {
                return Err(format!("no relative path: {uri:?}"));
            }
        }
        let message = result["message"]["text"].as_str().ok_or("no message")?;
        for (at, _) in message.match_indices("](") {
            let target = message[at + 2..].split(')').next().unwrap_or_default();
            if !target.parse::<usize>().is_ok_and(|number| (1..=related.len()).contains(&number)) {
                return Err(format!("a link of somebody else's: {:?}", around(message, at)));
            }
        }
    }
    Ok(())
}

/// Nothing in a line of a page, as it is shown, notifies anybody or becomes a link or a picture.
fn tied(line: &str) -> Result<(), String> {
    let named = |after: &str| after.starts_with(|first: char| first.is_alphanumeric() || first == '_');
    for sign in ["@", "#", "://", "www.", "GH-"] {
        if line.match_indices(sign).any(|(at, _)| sign == "://" || named(&line[at + sign.len()..])) {
            return Err(format!("{sign} is followed at once in {line:?}"));
        }
    }
    if line.contains(":warning:") { Err(format!("a picture in {line:?}")) } else { Ok(()) }
}

/// Each line is a command of ours or none at all.
fn github(log: &str) -> Result<(), String> {
    for line in log.lines() {
        let command = line.trim_start().strip_prefix("::");
        if line.contains("##[") {
            return Err(format!("an old command in {line:?}"));
        }
        let Some(command) = command else { continue };
        let (head, body) = command.split_once("::").ok_or("a command without an end")?;
        let (word, properties) = head.split_once(' ').ok_or("a command without properties")?;
        let keys: Vec<&str> =
            properties.split(',').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
        let known = ["error", "warning", "notice"].contains(&word)
            && [&["file", "line", "col", "title"][..], &["title"]].contains(&&keys[..]);
        let encoded = |text: &str| {
            text.match_indices('%').all(|(at, _)| {
                ["%25", "%0A", "%3A", "%2C"].contains(&text.get(at..at + 3).unwrap_or_default())
            })
        };
        if !known || properties.contains(':') || !encoded(properties) || !encoded(body) {
            return Err(format!("no command of ours: {line:?}"));
        }
    }
    Ok(())
}

/// What stands outside quotation marks is the same as with harmless text.
fn around_quotes(printed: &str, plain: &str, backslash: bool) -> Result<(), String> {
    let outside = |text: &str| {
        let (mut out, mut within, mut escaped) = (String::new(), false, false);
        for character in text.chars() {
            match character {
                '"' if !escaped => within = !within,
                '\n' if within => out.push_str("a line break within a text"),
                _ if !within => out.push(character),
                _ => {}
            }
            escaped = backslash && within && character == '\\' && !escaped;
        }
        out
    };
    let same = |text: &str| {
        outside(text)
            .lines()
            .filter(|line| !line.trim_start().starts_with("%% "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (one, other) = (same(printed), same(plain));
    match one.iter().zip(&other).find(|(one, other)| one != other) {
        Some((one, other)) => Err(format!("{one:?} and not {other:?}")),
        None if one.len() != other.len() => Err("more or fewer lines".to_owned()),
        None => Ok(()),
    }
}

/// Every cell is text that another program reads as it is, and nothing hides in it.
#[cfg(feature = "xlsx")]
fn xlsx(book: &[u8]) -> Result<(), String> {
    let tools = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    let file = tempfile::NamedTempFile::with_suffix(".xlsx").map_err(|error| error.to_string())?;
    std::fs::write(file.path(), book).map_err(|error| error.to_string())?;
    let mut reader = std::process::Command::new(tools.join("python/bin/python"));
    let read = reader.arg(tools.join("xlsx.py")).arg(file.path()).output();
    let read = read.expect("openpyxl is installed in tests/tools/python, as .ci/run does it");
    let sheets = json(&String::from_utf8_lossy(&read.stdout))?;
    for sheet in sheets.as_array().ok_or("no sheets")? {
        if sheet["formulas"] != 0 {
            return Err(format!("what is no text in sheet {}", sheet["name"]));
        }
        for cell in sheet["rows"].as_array().ok_or("no rows")?.iter().flat_map(|row| row.as_array().unwrap())
        {
            steady(cell.as_str().unwrap_or_default())?;
        }
    }
    Ok(())
}
