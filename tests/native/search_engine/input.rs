//! Tests of the search box parser.

use rustscape::search::{Catalog, InputState, ParsedInput, Polarity, YearRange, parse_input};
use serde_json::{Value, json};

use crate::search_atlas::index_of;

fn organizations() -> Value {
    json!([{"id": "acme", "name": "Acme, Inc", "industry": "cloud", "country": "DE", "projects": [
        {"id": "a", "domains": ["proxy"], "replaces": ["cpp"], "since": 2018},
        {"id": "b", "since": 2020},
    ]}])
}

/// Returns a parsed input in one line: `text; facet:id -facet:id; years; sort; pending;
/// facet?value=id`.
fn written(parsed: &ParsedInput, catalog: &Catalog) -> String {
    let sign = |polarity| if polarity == Polarity::Exclude { "-" } else { "" };
    let id = |facet, idx| catalog.value(facet, idx).id.as_str();
    let mut parts = Vec::new();
    if !parsed.text.is_empty() {
        parts.push(parsed.text.clone());
    }
    for r in &parsed.refinements {
        parts.push(format!("{}{}:{}", sign(r.polarity), r.facet.key(), id(r.facet, r.value)));
    }
    parts.extend(parsed.years.map(|years| format!("years {years}")));
    parts.extend(parsed.sort.map(|sort| format!("sort {}", sort.key())));
    parts.extend(parsed.pending.as_ref().map(|pending| format!("pending {pending}")));
    for u in &parsed.unknown {
        let meant = u.suggestion.map_or("", |idx| id(u.facet, idx));
        parts.push(format!("{}{}?{}={meant}", sign(u.polarity), u.facet.key(), u.value));
    }
    parts.join("; ")
}

#[track_caller]
fn check_at(at: InputState, input: &str, expected: &str) {
    let (_, index) = index_of(&organizations());
    let parsed = parse_input(input, at, index.catalog());
    assert_eq!(written(&parsed, index.catalog()), expected, "“{input}”");
}

#[track_caller]
fn check(input: &str, expected: &str) {
    check_at(InputState::Complete, input, expected);
}

#[test]
fn everything_but_qualifiers_is_text() {
    check("", "");
    check("  memory \t safety ", "memory safety");
    check("https://x.org foo:bar a:b", "https://x.org foo:bar a:b");
    check("-word \"two words\" :x - -:", "-word \"two words\" :x - -:");
    check(
        "-sort:name sort:loud sort: sort:name,since",
        "-sort:name sort:loud sort: sort:name,since",
    );
    check("a\u{0}b\nc", "a b c");
}

#[test]
fn reads_qualifiers_by_id_and_label_at_any_position() {
    check("replaces:c++", "replaces:cpp");
    check(
        "fast REPLACES:Cpp -status:discontinued edge",
        "fast edge; replaces:cpp; -status:discontinued",
    );
    check("country:germany oss:YES", "country:de; oss:yes");
    check("org:\"Acme, Inc\" x", "x; org:acme");
    check("industry:\"cloud and hosting\",media", "industry:cloud; industry:media");
    check("industry:“cloud and hosting”", "industry:cloud");
    check("-replaces:c,c++,,c#", "-replaces:c; -replaces:cpp; -replaces:csharp");
    check("domain:web\" platform\"", "domain:web-platform");
    check("industry:\"cloud and hosting", "industry:cloud");
    check("status:unknown verdict:unknown", "status:unknown; verdict:unknown");
    check("sort:Name sort:oldest", "sort oldest");
}

#[test]
fn reads_years_as_a_range() {
    check("since:2018", "years 2018");
    check("since:2018..", "years 2018..");
    check("since:..2020", "years ..2020");
    check("since:2020..2018", "years 2018..2020");
    check("since:.. since:2018..2020", "years 2018..2020");
    check("since:..", "years ..");
    check("since:2018,unknown", "since:unknown; years 2018");
    check("-since:unknown", "-since:unknown");
    check("-since:2018", "-since?2018=");
    check("since:20 since:2018-2020", "since?20=; since?2018-2020=");
    check("since:unknwon", "since?unknwon=unknown");
}

#[test]
fn keeps_unknown_values_with_a_suggestion() {
    check("domain:prxoy x", "x; domain?prxoy=proxy");
    check("-domain:stroage,proxy", "-domain:proxy; -domain?stroage=storage");
    check("domain:blokchain", "domain?blokchain=");
    check("domain: proxy", "proxy; domain?=");
    check("replaces:\"\"", "replaces?=");
}

#[test]
fn holds_back_an_incomplete_qualifier_while_typing() {
    check_at(InputState::Typing, "fast replaces:c", "fast; pending replaces:c");
    check_at(InputState::Typing, "fast replaces:c ", "fast; replaces:c");
    check_at(InputState::Typing, "-status:", "pending -status:");
    check_at(InputState::Typing, "org:\"Acme, ", "pending org:\"Acme, ");
    check_at(InputState::Typing, "org:\"Acme, Inc\"", "pending org:\"Acme, Inc\"");
    check_at(InputState::Typing, "domain:nothing fas", "fas; domain?nothing=");
    check_at(InputState::Typing, "sort:na", "pending sort:na");
    check_at(InputState::Typing, "foo:ba", "foo:ba");
    check_at(InputState::Complete, "fast replaces:c", "fast; replaces:c");
}

#[test]
fn ranges_of_years_parse_from_their_text_form() {
    let year = Some(2018);
    let table = [
        ("2018..2022", YearRange::new(year, Some(2022))),
        ("2018..", YearRange::new(year, None)),
        ("..2018", YearRange::new(None, year)),
        ("2018", YearRange::new(year, year)),
        ("..", YearRange::default()),
        ("0987..2018", YearRange::new(year, Some(987))),
    ];
    for (text, range) in table {
        assert_eq!(range.to_string(), text);
        assert_eq!(YearRange::parse(text), Some(range), "{text}");
    }
    for text in ["", ".", "...", "2018.", "20", "+201", "20188", "2018...2020", "a..b", "2018..x"] {
        assert_eq!(YearRange::parse(text), None, "{text}");
    }
}
