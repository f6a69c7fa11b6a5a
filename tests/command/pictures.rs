//! Pictures: what is drawn and how it stands, that they are well-formed, and that no name breaks out of them.

use crate::common::incident::{PARTIES, folder, gainsay, ledger, said, write};
use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::ledger::words;
use gainsay::read::Loaded;
use gainsay::reason::Reasoning;
use gainsay::reason::standing::Grade;
use gainsay::views::graph::{Graph, Link, Standing, graph};
use gainsay::views::table::{self, table};
use gainsay::views::timeline;

/// Every way in which a link may stand.
const LINKS: &str = "
sources:
  - {id: ledger-of-arms, outlet: wire}
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: ['carried-out(front, quay-fire)', 'backs(sudria, front)']}
  - {id: b, by: front, date: 2031-05-03, denies: ['carried-out(self, quay-fire)', 'acts-for(self, sudria)']}
  - {id: c, by: sudria, date: 2031-05-03, denies: ['involved-in(self, quay-fire)']}
  - {id: d, by: norland, date: 2031-05-02, asserts: ['involved-in(front, quay-fire)']}
  - {id: e, by: estia, date: 2031-05-04, asserts: ['member-of(raiders, raiders)']}
  - {id: f, by: estia, date: 2031-05-04, asserts: ['arms(norland, raiders)']}
  - {id: g, by: wire, date: 2031-05-04, evidence: [ledger-of-arms], asserts: ['arms(norland, raiders)']}
";

const TOLLS: &str = "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 24']}
  - {id: n2, by: norland, date: 2031-05-03, asserts: ['killed(quay-fire) >= 30']}
  - {id: s1, by: sudria, date: 2031-05-03/2031-06-01, suggests: ['killed(quay-fire) = 9..12']}
  - {id: s2, by: estia, date: 2031-05-05, denies: ['killed(quay-fire) = 24']}
";

fn drawn(loaded: &Loaded, most: Option<usize>) -> Graph {
    let reasoning = Reasoning::new(&loaded.ledger);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    graph(&reasoning, &table(&reasoning, &report, &table::Options::default()), most)
}

fn svg(loaded: &Loaded) -> String {
    gainsay::views::graph::formats::svg(&loaded.ledger, &drawn(loaded, None), "Links")
}

fn pictures(loaded: &Loaded) -> [String; 3] {
    let found = timeline::timeline(&Reasoning::new(&loaded.ledger), &Options::default());
    [
        svg(loaded),
        gainsay::views::timeline::formats::svg(&loaded.ledger, &found, "Who spoke when"),
        gainsay::views::timeline::formats::tolls(&loaded.ledger, &found),
    ]
}

/// All words of a picture.
fn words(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts =
        document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|text| text.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_link_is_drawn_as_it_stands() {
    let loaded = ledger(LINKS);
    let graph = drawn(&loaded, None);
    let standing = |name: &str| {
        let named = |link: &&Link| words::canonical(&loaded.ledger, &link.proposition) == name;
        graph.links.iter().find(named).map(|link| link.standing)
    };
    assert_eq!(standing("carried-out(front, quay-fire)"), Some(Standing::Disputed));
    assert_eq!(standing("backs(sudria, front)"), Some(Standing::Graded(Grade::Unverified)));
    assert_eq!(standing("arms(norland, raiders)"), Some(Standing::Graded(Grade::Documented)));
    assert_eq!(standing("involved-in(sudria, quay-fire)"), Some(Standing::Reading));
    assert_eq!(standing("acts-for(front, sudria)"), None, "nobody says so");
    assert_eq!((graph.only_denied, graph.to_itself, graph.left_out), (1, 1, 0));
    let words = words(&svg(&loaded));
    for said in
        ["[disputed]", "[unverified]", "[documented]", "[only on a reading]", "Not drawn: 1 link that is"]
    {
        assert!(words.contains(said), "{said} in {words}");
    }
    // Who says so stands in the picture, and what nobody has said is not put into anybody's mouth.
    assert!(words.contains("said by Norland") && words.contains("denied by Free Front"), "{words}");
    assert!(words.contains("may be read as saying so: Norland"), "{words}");
}

#[test]
fn a_link_is_disputed_only_where_somebody_is_on_the_other_side() {
    let standing = |records: &str, name: &str| {
        let loaded = ledger(records);
        let named = |link: &&Link| words::canonical(&loaded.ledger, &link.proposition) == name;
        drawn(&loaded, None).links.iter().find(named).map(|link| link.standing)
    };
    // Claimed by the accused and said by its accuser: nobody else bears that out.
    let claimed = "
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: ['carried-out(front, quay-fire)']}
  - {id: b, by: front, date: 2031-05-03, asserts: ['carried-out(self, quay-fire)']}
";
    let undisputed = Some(Standing::Graded(Grade::Undisputed));
    assert_eq!(standing(claimed, "carried-out(front, quay-fire)"), undisputed);
    // Two name different parties, and nobody denies either.
    let rivals = "
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: ['carried-out(front, quay-fire)']}
  - {id: b, by: estia, date: 2031-05-03, asserts: ['carried-out(sudria, quay-fire)']}
";
    let unverified = Some(Standing::Graded(Grade::Unverified));
    assert_eq!(standing(rivals, "carried-out(front, quay-fire)"), unverified);
    let denied = format!(
        "{rivals}  - {{id: c, by: front, date: 2031-05-03, denies: ['carried-out(self, quay-fire)']}}\n"
    );
    assert_eq!(standing(&denied, "carried-out(front, quay-fire)"), Some(Standing::Disputed));
}

#[test]
fn a_picture_of_who_spoke_says_what_is_hearsay_and_conditional_and_names_no_ids() {
    let loaded = ledger(
        "
statements:
  - {id: n-if, by: norland, date: 2031-05-02, if: the guard lied, asserts: ['carried-out(front, quay-fire)']}
  - {id: s-heard, by: sudria, via: estia, date: 2031-05-03, asserts: ['carried-out(front, quay-fire)']}
  - {id: e-first, by: estia, date: 2031-05-03, asserts: ['carried-out(front, quay-fire)']}
  - {id: e-back, by: estia, date: 2031-05-04, retracts: [e-first]}
  - {id: f-toll, by: front, date: 2031-05-03, asserts: ['killed(quay-fire) = 9']}
  - {id: f-less, by: front, date: 2031-05-05, asserts: ['killed(quay-fire) = 4']}
",
    );
    let [_, spoke, tolls] = pictures(&loaded);
    for picture in [&spoke, &tolls] {
        for id in ["n-if", "s-heard", "e-first", "e-back", "f-toll", "f-less"] {
            assert!(!picture.contains(id), "{id} in {picture}");
        }
    }
    let told = words(&spoke);
    for said in [
        "(on the condition “the guard lied”)",
        "(by hearsay)",
        "[taken back on 4 May 2031]",
        "takes back what was said on 3 May 2031",
        "by hearsay, or on a condition",
    ] {
        assert!(told.contains(said), "{said} in {told}");
    }
    assert_eq!(spoke.matches("class=\"plus hedged\"").count(), 3, "a sign for each, and the legend: {spoke}");
}

#[test]
fn what_is_left_out_is_counted() {
    let loaded = ledger(LINKS);
    let graph = drawn(&loaded, Some(2));
    assert_eq!((graph.nodes.len(), graph.links.len() + graph.left_out), (2, 5));
    let svg = gainsay::views::graph::formats::svg(&loaded.ledger, &graph, "Links");
    assert!(words(&svg).contains("Left out for want of room: 3 more links"), "{svg}");
}

#[test]
fn lines_differ_and_so_do_their_words_in_every_format() {
    let loaded = ledger(LINKS);
    let graph = drawn(&loaded, None);
    let dot = gainsay::views::graph::formats::dot(&loaded.ledger, &graph, "Links");
    let mermaid = gainsay::views::graph::formats::mermaid(&loaded.ledger, &graph, "Links");
    let svg = svg(&loaded);
    for link in &graph.links {
        let standing = link.standing;
        for (format, text) in [("dot", &dot), ("mermaid", &mermaid), ("svg", &svg)] {
            assert!(text.contains(standing.word()), "{format}: {text}");
            assert!(text.contains(&link.verb), "{format}: {text}");
        }
    }
    assert_eq!(dot.matches(" -> ").count(), graph.links.len());
    let arrows = ["==>", "--x", "-.->"].map(|arrow| mermaid.matches(arrow).count());
    assert_eq!(arrows.iter().sum::<usize>(), graph.links.len(), "{mermaid}");
    assert!(arrows.iter().all(|count| *count > 0), "{mermaid}");
}

#[test]
fn a_timeline_says_what_was_said_and_not_only_when() {
    let loaded = ledger(LINKS);
    let [_, lanes, _] = pictures(&loaded);
    let words = words(&lanes);
    for said in [
        "2 May 2031",
        "Norland says that Free Front carried out the quay fire; says that Sudria backs Free Front",
        "Free Front denies that Free Front carried out the quay fire",
    ] {
        assert!(words.contains(said), "{said} in {words}");
    }
}

#[test]
fn a_toll_of_one_party_and_day_is_told_and_not_drawn() {
    let one = "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 24']}
  - {id: n2, by: norland, date: 2031-05-02, asserts: ['injured(quay-fire) = 7']}
";
    let tolls = |records: &str| words(&pictures(&ledger(records))[2]);
    let alone = tolls(one);
    assert!(
        alone.contains("nothing is to be compared") && alone.contains("Norland, 24, 2 May 2031"),
        "{alone}"
    );
    assert!(!pictures(&ledger(one))[2].contains("class=\"plus"), "a bar is drawn");
    // The near misses: a second day, and a second party.
    let later = "  - {id: n3, by: norland, date: 2031-05-03, asserts: ['killed(quay-fire) = 30']}\n";
    let other = "  - {id: s1, by: sudria, date: 2031-05-02, asserts: ['injured(quay-fire) = 7']}\n";
    let some = tolls(&format!("{one}{later}"));
    assert!(some.contains("nothing is to be compared") && some.contains("30, raised from 24"), "{some}");
    assert!(!tolls(&format!("{one}{later}{other}")).contains("nothing is to be compared"));
}

#[test]
fn pictures_are_well_formed_and_alike_each_time() {
    for records in [LINKS, TOLLS, ""] {
        let loaded = ledger(records);
        for (one, again) in pictures(&loaded).iter().zip(pictures(&loaded)) {
            assert_eq!(*one, again);
            let document = roxmltree::Document::parse(one).unwrap();
            let numbers = document.descendants().flat_map(|node| node.attributes()).filter(|attribute| {
                ["x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx"].contains(&attribute.name())
            });
            for number in numbers.filter(|attribute| attribute.value() != "100%") {
                let at: i32 = number.value().parse().unwrap();
                assert!((-20..20_000).contains(&at), "{number:?}");
            }
        }
    }
}

#[test]
fn a_toll_tells_counts_revisions_and_disputes() {
    let loaded = ledger(TOLLS);
    let [_, lanes, tolls] = pictures(&loaded);
    let tolls = words(&tolls);
    for said in ["2 May 2031: 24", "at least 30", "likely or possible: 9 to 12", "denied: 24", "Disputed: "] {
        assert!(tolls.contains(said), "{said} in {tolls}");
    }
    let lanes = words(&lanes);
    for said in ["Norland", "Sudria", "Estia", "The quay fire", "2031 May 1"] {
        assert!(lanes.contains(said), "{said} in {lanes}");
    }
}

#[test]
fn many_days_are_drawn_as_months_or_years() {
    let said = |at: usize| {
        format!(
            "  - {{id: s{at}, by: norland, date: {}-{:02}-01, asserts: ['happened(quay-fire)']}}\n",
            1900 + at,
            at % 12 + 1
        )
    };
    let loaded = ledger(&format!("statements:\n{}", (0..150).map(said).collect::<String>()));
    let [_, lanes, _] = pictures(&loaded);
    assert!(words(&lanes).contains("1900s 1910s"), "{lanes}");
    let width =
        roxmltree::Document::parse(&lanes).unwrap().root_element().attribute("width").unwrap().to_owned();
    assert!(width.parse::<i32>().unwrap() < 900, "{width}");
    // No date is too far away.
    let far = ledger(
        "statements: [{id: a, by: norland, date: '9999', asserts: ['happened(quay-fire)']},
        {id: b, by: norland, date: '../2031-05-05', asserts: ['happened(quay-fire)']},
        {id: c, by: norland, date: '2031-05-05/..', asserts: ['happened(quay-fire)']}]",
    );
    for svg in pictures(&far) {
        assert!(roxmltree::Document::parse(&svg).is_ok(), "{svg}");
    }
}

#[test]
fn no_name_breaks_out() {
    let hostile = r#"\"'><script>x</script> \\ ]] %%{init}%% #quot; `a` \u202e \uffff \x1b {b} |c| -->"#;
    let records = format!(
        "  - {{id: inn, name: \"{hostile}\", date: 2031-05-01}}\nstatements:\n  \
         - {{id: a, by: norland, date: 2031-05-02, asserts: ['carried-out(front, inn)', 'killed(inn) = 3']}}\n"
    );
    let text =
        gainsay::read::Text { path: "claims/a.yaml".to_owned(), content: Ok(format!("{PARTIES}{records}")) };
    let loaded = gainsay::read::texts(vec![text], &gainsay::rules::names());
    for svg in pictures(&loaded) {
        let document = roxmltree::Document::parse(&svg).unwrap();
        assert!(document.descendants().all(|node| !node.has_tag_name("script")), "{svg}");
        assert!(svg.contains("&lt;script&gt;") && !svg.contains('\u{202e}'), "{svg}");
    }
    let graph = drawn(&loaded, None);
    let dot = gainsay::views::graph::formats::dot(&loaded.ledger, &graph, hostile);
    for line in dot.lines().filter(|line| line.contains("script")) {
        // Within its quotes nothing ends them.
        let quotes = line.replace("\\\\", "").replace("\\\"", "").matches('"').count();
        assert_eq!(quotes % 2, 0, "{line}");
    }
    let mermaid = gainsay::views::graph::formats::mermaid(&loaded.ledger, &graph, hostile);
    assert!(!mermaid.contains("<script") && !mermaid.contains("%%{") && !mermaid.contains('`'), "{mermaid}");
    let node = mermaid.lines().find(|line| line.starts_with("  n1[")).unwrap();
    assert!(node.starts_with("  n1[\"") && node.ends_with("\"]"), "{node}");
    assert_eq!(node.matches('"').count(), 2, "{node}");
}

#[test]
fn the_command_draws() {
    let folder = folder("pictures-command");
    write(&folder, LINKS);
    let (svg, complaint, status) = said(&gainsay(&folder, &["graph"]));
    assert_eq!((complaint.as_str(), status), ("", 0));
    assert!(words(&svg).starts_with("Who is tied to what"), "{svg}");
    let (dot, _, _) = said(&gainsay(&folder, &["graph", "--format", "dot", "--about", "front"]));
    assert!(dot.starts_with("digraph gainsay {\n  label=\"Who is tied to what: Free Front"), "{dot}");
    let (mermaid, _, _) = said(&gainsay(&folder, &["graph", "claims", "--format", "mermaid"]));
    assert!(mermaid.starts_with("flowchart LR\n  %% Who is tied to what"), "{mermaid}");
    write(&folder, TOLLS);
    let (svg, _, _) = said(&gainsay(&folder, &["timeline", "--format", "svg", "--as-of", "2031-05-03"]));
    assert!(words(&svg).starts_with("Who spoke when, as of 3 May 2031"), "{svg}");
    let (tolls, _, _) = said(&gainsay(&folder, &["timeline", "--tolls"]));
    assert!(tolls.starts_with("Toll: how many") && tolls.ends_with("\n1 toll\n"), "{tolls}");
    let (svg, _, _) = said(&gainsay(&folder, &["timeline", "--tolls", "--format", "svg"]));
    assert!(words(&svg).starts_with("Toll: how many were killed in the quay fire"), "{svg}");
    let (_, complaint, status) = said(&gainsay(&folder, &["graph", "--about", "nobody"]));
    assert!(status == 2 && complaint.contains("no party, event, place or topic `nobody`"), "{complaint}");
}
