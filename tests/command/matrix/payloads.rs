//! Texts that attack whoever prints them.

/// A text that attacks nobody: what the others are held against.
pub const PLAIN: &str = "harmless";

/// Each with a name that can name a folder.
pub const PAYLOADS: &[(&str, &str)] = &[
    ("escape", "\x1b[31mred\x1b]0;title\x07 \x1b]8;;http://x.example\x1b\\click\x1b]8;;\x1b\\"),
    ("c1", "\u{9b}31m \u{85}next \0\x07\x08\x7f"),
    ("return", "good\rbad"),
    ("bidi", "\u{202e}txt.exe\u{202c} \u{2066}x\u{2069}"),
    ("invisible", "a\u{200b}b\u{200d}c\u{feff}d\u{ad}e\u{2060} \u{e0001}\u{e0041}\u{2028}\u{2029}"),
    ("lines", "one\n\n# two\n- three\r\n\tfour"),
    ("html", "\"'><img src=x onerror=alert(1)><!-- --><![CDATA[ ]]>&lt;&#60; &amp;quot;"),
    ("script", "</script><script>alert(1)</script>"),
    ("svg", "</text></svg><svg onload=alert(1)></style></title></textarea><iframe srcdoc='x'>"),
    ("javascript", "javascript:alert(1)//http://"),
    ("data", "data:text/html,<script>alert(1)</script>"),
    ("markdown", "[x](javascript:alert) ![i](http://x.example) **b** _i_ `c` ~~s~~ <http://x.example>"),
    ("markdown-table", "a|b\n|---|---|\n| c | \\| d"),
    ("markdown-block", "> quote\n```\ncode\n```\n---\n@you #1 :warning:"),
    ("formula", "=HYPERLINK(\"http://x.example\",\"x\")"),
    ("plus", "+1;=1,=1\"=1"),
    ("minus", "-2+cmd|' /C calc'!A0"),
    ("at", "@SUM(A1)\t=1"),
    ("tab", "\t=1"),
    ("wide-formula", "＝1＋1"),
    ("csv", "\"\r\n\"=1\",\"x\",\""),
    ("github", "\n::error file=x,line=1::pwned\n##[error]pwned %0A::error::x a:b,c=d::e%2C%3A"),
    ("azure", "x ##vso[task.complete]y\n ##teamcity[z]"),
    ("mention", "@you x@y.example #12 GH-12 x/y#1 https://x.example www.x.example :warning:"),
    ("sarif", "[link](http://x.example) [1](1) {0} \\[ ]("),
    ("dot", "\"]; evil [label=\"x\\"),
    ("mermaid", "\"] --> evil; click n0 \"javascript:x\" %%{init}%% #quot;"),
    ("yaml", "': !!x &a *b {c: d} - e: |\n  f # g\n---\n..."),
    ("json", "\\u003c\\\", \"x\": \"\\ud800 _x000D_ _x0041_"),
    ("path", "../../etc/passwd%00#?&c:\\x"),
    ("wide", "漢字漢字 e\u{301}\u{301}\u{301} 👩 العربية"),
    (
        "long",
        concat!(
            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong ",
            "loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong"
        ),
    ),
];
