//! Files as people might write them, in every way that YAML has: for holding two readers against one another. What
//! they say is nonsense.

use super::seeded::Seeded;

const LISTS: [&str; 6] = ["statements", "parties", "events", "expect", "settings", "odd_list"];
const KEYS: [&str; 10] =
    ["id", "by", "date", "quote", "note", "asserts", "denies", "part-of", "between", "x_1"];
const WORDS: [&str; 44] = [
    "iran",
    "killed(attack) = 3",
    "same-event(a, b)",
    "a#1",
    "C# is no note",
    "no",
    "12:30",
    "2031-05-01",
    "~",
    "null",
    "http://x.example/a?b=c#d",
    "He said “no”",
    "café déjà vu",
    "it's",
    "say \"so\"",
    "-5",
    "The #1 party",
    "a -b",
    "- x",
    "x:y",
    "a: b",
    "x:",
    "{not: closed",
    "[a",
    "a, b",
    "a]",
    "? so",
    "?so",
    ":so",
    "*a",
    "&a b",
    "!t x",
    "%x",
    "@x",
    "`x`",
    "| x",
    ">",
    "- ",
    "---",
    "...",
    "<<",
    "a\u{a0}b",
    "two  spaces",
    "日本 語",
];

/// The text of a seed.
pub fn file(seed: u64) -> String {
    let mut writer = Writer { chance: Seeded::new(seed), text: String::new(), care: 0 };
    // Most files are written with care, so that much of them is read.
    writer.care = *writer.chance.pick(&[100, 100, 97, 80]);
    writer.file();
    let crlf = writer.chance.percent(15);
    if crlf { writer.text.replace('\n', "\r\n") } else { writer.text }
}

/// The text with something in it changed, taken out, doubled or put in.
pub fn spoilt(text: &str, chance: &mut Seeded) -> String {
    const BITS: [&str; 42] = [
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "- ",
        ": ",
        ":",
        "\"",
        "'",
        "''",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        " # ",
        "&a ",
        "*a",
        "!",
        "|\n",
        ">-\n",
        "|2\n",
        "---\n",
        "é",
        "\0",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{7f}",
        "\u{feff}",
        "<<<<<<< x\n",
        ">>>>>>> y\n",
        "=======\n",
        "? ",
        "%YAML 1.2\n",
        "...\n",
        "\\",
        "\\n",
        "\u{a0}",
    ];
    let mut text = text.to_owned();
    for _ in 0..=chance.below(3) {
        if chance.percent(30) {
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            if lines.is_empty() {
                continue;
            }
            let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
            match chance.below(5) {
                0 => lines.swap(one, other),
                1 => drop(lines.remove(one)),
                2 => lines.insert(one, lines[other].clone()),
                3 => lines[one].insert(0, ' '),
                _ => lines[one] = lines[one].replacen(' ', "", 1),
            }
            text = lines.concat();
            continue;
        }
        let mut at = chance.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        match chance.below(4) {
            0 if at < text.len() => drop(text.remove(at)),
            1 => drop(text.pop()),
            _ => text.insert_str(at, chance.pick::<&str>(&BITS)),
        }
    }
    text
}

struct Writer {
    chance: Seeded,
    text: String,
    /// In how many of a hundred places nothing odd is done.
    care: usize,
}

impl Writer {
    fn odd(&mut self) -> bool {
        !self.chance.percent(self.care)
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn file(&mut self) {
        if self.chance.percent(5) {
            self.push("\u{feff}");
        }
        if self.chance.percent(10) {
            self.push("---\n");
        }
        for _ in 0..=self.chance.below(4) {
            self.list();
            if self.chance.percent(10) {
                self.push("---\n");
            }
        }
        if self.chance.percent(20) {
            let text = self.text.trim_end().to_owned();
            self.text = text;
        }
    }

    fn list(&mut self) {
        self.noise(0);
        let name = *self.chance.pick(&LISTS);
        let name = if self.odd() { "a name: x" } else { name };
        self.push(name);
        self.push(":");
        if self.chance.percent(4) {
            self.push(" []\n");
            return;
        }
        self.line_end();
        let column = *self.chance.pick(&[0, 2, 2, 2, 4, 1]);
        if name == "settings" && self.chance.percent(90) {
            self.mapping(2, false, 0);
            return;
        }
        for _ in 0..self.chance.below(5) {
            self.noise(column);
            let odd = usize::from(self.odd());
            self.item(column + odd, 0);
        }
    }

    fn item(&mut self, column: usize, depth: usize) {
        self.push(&" ".repeat(column));
        let gap = *self.chance.pick(&[1, 1, 1, 3]);
        self.push("-");
        self.push(&" ".repeat(gap));
        match self.chance.below(10) {
            0 if depth > 0 || self.odd() => self.value(column, depth),
            1..3 => self.flow(0),
            _ if depth > 0 => {
                self.scalar(column);
            }
            _ => {
                self.mapping(column + 1 + gap, true, depth);
                return;
            }
        }
        self.line_end();
    }

    /// Entries at `column`; the first where the text ends now, if `begun`.
    fn mapping(&mut self, column: usize, mut begun: bool, depth: usize) {
        let mut keys = KEYS;
        self.chance.shuffle(&mut keys);
        let count = 1 + self.chance.below(6);
        for sound in &keys[..count] {
            if !std::mem::take(&mut begun) {
                self.noise(column);
                let odd = usize::from(self.odd());
                self.push(&" ".repeat(column + odd));
            }
            let key =
                if self.odd() { *self.chance.pick(&["id", "'q'", "a b", "é", "? x", ""]) } else { sound };
            self.push(key);
            self.push(":");
            match self.chance.below(12) {
                0 => self.line_end(),
                1 if depth < 3 => {
                    self.line_end();
                    self.mapping(column + 2, false, depth + 1);
                }
                2..5 if depth < 3 => {
                    self.line_end();
                    let column = column + *self.chance.pick(&[0, 2, 2, 4]);
                    for _ in 0..=self.chance.below(3) {
                        self.noise(column);
                        self.item(column, depth + 1);
                    }
                }
                5 => {
                    self.line_end();
                    self.push(&" ".repeat(column + 2));
                    self.scalar(column);
                    self.line_end();
                }
                _ => {
                    let gap = *self.chance.pick(&[1, 1, 1, 2]);
                    self.push(&" ".repeat(gap));
                    self.value(column, depth);
                }
            }
        }
    }

    fn value(&mut self, column: usize, depth: usize) {
        match self.chance.below(6) {
            0 => self.flow(0),
            1 if depth < 4 => return self.indented(column),
            _ => self.scalar(column),
        }
        self.line_end();
    }

    fn word(&mut self) -> &'static str {
        if self.odd() { self.chance.pick::<&str>(&WORDS) } else { self.chance.pick::<&str>(&WORDS[..16]) }
    }

    fn scalar(&mut self, column: usize) {
        let quote = *self.chance.pick(&["", "", "\"", "'"]);
        self.push(quote);
        let words = 1 + self.chance.below(4);
        for at in 0..words {
            if at > 0 {
                match self.chance.below(8) {
                    0 => {
                        let breaks = *self.chance.pick(&["\n", "\n", " \n", "\n\n", "\n  \n\n"]);
                        self.push(breaks);
                        let odd = self.odd();
                        let depth =
                            if odd { self.chance.below(6) } else { column + 1 + self.chance.below(3) };
                        self.push(&" ".repeat(depth));
                    }
                    1 => self.push("  "),
                    _ => self.push(" "),
                }
            }
            let word = self.word();
            let escape = *self.chance.pick(&["\\\"", "\\n", "\\u00e9", "\\x41", "\\/", "\\\\ ", "\\t"]);
            let odd = *self.chance.pick(&["\\e", "\\ud83d\\ude00", "\\ ", "\\q", "\\\n  ", "\\ud83d", "\\"]);
            let escape = if self.odd() { odd } else { escape };
            let word = match quote {
                "\"" => word.replace('"', escape),
                "'" => word.replace('\'', "''"),
                _ => word.to_owned(),
            };
            self.push(&word);
        }
        if !quote.is_empty() && !self.odd() {
            let space = *self.chance.pick(&["", "", " "]);
            self.push(space);
            self.push(quote);
        }
    }

    fn indented(&mut self, column: usize) {
        let header = *self.chance.pick(&["|", ">", "|-", ">-", "|+", ">+"]);
        let odd = *self.chance.pick(&["|2", "> # c", "|1-", "|x", ">+2"]);
        let header = if self.odd() { odd } else { header };
        self.push(header);
        self.push("\n");
        let depth = column + *self.chance.pick(&[1, 2, 4]);
        for at in 0..self.chance.below(5) {
            if self.chance.percent(15) {
                let odd = usize::from(self.odd()) * 3;
                let spaces = self.chance.below(depth + odd);
                self.push(&" ".repeat(spaces));
                self.push("\n");
                continue;
            }
            let deeper = if at > 0 && self.chance.percent(10) { 1 + self.chance.below(3) } else { 0 };
            self.push(&" ".repeat(depth + deeper));
            let word = *self.chance.pick(&WORDS);
            self.push(word);
            let line = *self.chance.pick(&["\n", "\n", "\n", " \n"]);
            let odd = *self.chance.pick(&["\n# note\n", "\n      # note\n"]);
            let line = if self.odd() { odd } else { line };
            self.push(line);
        }
    }

    fn flow(&mut self, depth: usize) {
        let mapping = self.chance.percent(50);
        self.push(if mapping { "{" } else { "[" });
        let count = self.chance.below(4);
        for (at, sound) in KEYS[..count].iter().enumerate() {
            if at > 0 {
                let comma = *self.chance.pick(&[", ", ", ", ",", " , "]);
                let odd = *self.chance.pick(&[",\n    ", ",,", ", # c\n    ", " "]);
                let comma = if self.odd() { odd } else { comma };
                self.push(comma);
            }
            if mapping {
                let key = if self.odd() { *self.chance.pick(&["\"q\"", "a b", "id", "[x]"]) } else { sound };
                self.push(key);
                let colon = if self.odd() { *self.chance.pick(&[":", "", " : "]) } else { ": " };
                self.push(colon);
            }
            if depth < 2 && self.chance.percent(15) {
                self.flow(depth + 1);
            } else {
                let quote = *self.chance.pick(&["", "\"", "'"]);
                let mut word = self.word().to_owned();
                if !quote.is_empty() {
                    word = word.replace(quote, "");
                }
                self.push(quote);
                self.push(&word);
                self.push(quote);
            }
        }
        if self.odd() {
            let last = *self.chance.pick(&[",", ", ", "\n", " #"]);
            self.push(last);
        }
        let space = *self.chance.pick(&["", "", " "]);
        self.push(space);
        self.push(if mapping { "}" } else { "]" });
    }

    fn line_end(&mut self) {
        let end = *self.chance.pick(&["\n", "\n", "\n", "\n", " \n", " # note\n", "  #note\n"]);
        let odd = *self.chance.pick(&["\t\n", "#x\n", " x\n", "\t# c\n", " # c\u{1}\n", ""]);
        let end = if self.odd() { odd } else { end };
        self.push(end);
    }

    fn noise(&mut self, column: usize) {
        if !self.chance.percent(10) {
            return;
        }
        let depth = if self.chance.percent(50) { column } else { self.chance.below(8) };
        let line = *self.chance.pick(&["", "# a note", "#note: x", "#"]);
        let odd = *self.chance.pick(&["\t", "\t# x", "stray", "- stray", "key: x", "\"q", "# \u{2028}"]);
        let line = if self.odd() { odd } else { line };
        self.push(&" ".repeat(depth));
        self.push(line);
        self.push("\n");
    }
}
