//! What the dialog shows, and what its codes say to a camera.

use rqrr::PreparedImage;
use rustscape::{
    link::{FrameParts, Host, SharedView, Theme},
    share::{PLACES, Shared, Sharing, Tab, qr_code},
};

#[test]
fn a_code_is_read_as_the_link_that_was_drawn() {
    let check = |url: &str| {
        let svg = qr_code(url).expect("a code").into_string();
        assert_eq!(decoded(&svg), url);
    };
    check("https://atlas.example/");
    check("HTTPS://ATLAS.EXAMPLE/");
    check("https://atlas.example/atlas/industry/cloud/?replaces=cpp&since=2018..&q=%C3%BC");
    check(&format!("https://atlas.example/?q={}", "a".repeat(300)));
    assert!(qr_code(&"a".repeat(400)).is_none(), "too fine for a camera");
}

#[test]
fn what_is_chosen_is_kept_and_what_is_not_known_changes_nothing() {
    let mut sharing = Sharing::default();
    for (key, value) in [
        ("tab", "Embed"),
        ("host", "Hugo"),
        ("theme", "dark"),
        ("part", "sources"),
        ("max", "4"),
        ("pin", "on"),
    ] {
        sharing.change(key, value);
    }
    let check = |sharing: &Sharing| {
        assert_eq!((sharing.tab, sharing.host), (Tab::Embed, Host::Hugo));
        assert_eq!((sharing.look.theme, sharing.look.n_rows), (Theme::Dark, 4));
        assert_eq!(Some(sharing.look.parts), FrameParts::parse("facets,sentence,sources"));
        assert!(sharing.is_pinned);
    };
    check(&sharing);
    for (key, value) in [
        ("tab", "x"),
        ("host", ""),
        ("theme", "pink"),
        ("part", "x"),
        ("max", "25"),
        ("max", ""),
        ("x", "y"),
        ("", ""),
    ] {
        sharing.change(key, value);
    }
    check(&sharing);
}

#[test]
fn files_of_data_are_those_of_the_page_of_the_view() {
    let check = |page: &str, expected: &[&str]| {
        let view = SharedView {
            page: page.to_owned(),
            page_sentence: "A page".to_owned(),
            ..SharedView::default()
        };
        let html = panel(&view, Tab::Data);
        let links = html.split("href=\"api/v1/").skip(1);
        let links: Vec<_> = links.filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(links, expected, "{page}");
    };
    check("", &["projects.spreadsheet.csv", "projects.ndjson"]);
    check("replaces/cpp/", &["facets/replaces/cpp.spreadsheet.csv", "facets/replaces/cpp.json"]);
    check("since/2018/", &["facets/since/2018.spreadsheet.csv", "facets/since/2018.json"]);
    check("org/acme/", &["organizations/acme.json"]);
    check("org/acme/gate/", &["projects/acme/gate.json"]);
    check("org/", &["organizations.json", "organizations.ndjson"]);
    check("changes/", &["changes.json"]);
    check("claims/imprecise/", &[]);
    check("about/", &[]);
}

#[test]
fn a_view_without_published_pages_offers_nothing_that_is_not_there() {
    let view = SharedView { day: "2026-11-25".to_owned(), ..SharedView::default() };
    for tab in Tab::ALL {
        let html = panel(&view, tab);
        for absent in ["card.png", "api/v1", "Pin to"] {
            assert!(!html.contains(absent), "{absent} in {html}");
        }
    }
}

fn panel(view: &SharedView, tab: Tab) -> String {
    let sharing = Sharing { tab, ..Sharing::default() };
    PLACES.map(|(_, make)| make(&Shared { view, sharing: &sharing }).into_string()).concat()
}

/// What a camera reads in a picture of one path of rows: `M3 4h2v1h-2z`.
fn decoded(svg: &str) -> String {
    const SCALE: usize = 4;
    let attribute = |name: &str| svg.split(&format!(" {name}=\"")).nth(1)?.split('"').next();
    let view_box = attribute("viewBox").expect("a view box");
    let numbers: Vec<i32> =
        view_box.split(' ').map(|number| number.parse().expect("a number")).collect();
    let (margin, side) = (-numbers[0], usize::try_from(numbers[2]).expect("a side"));
    let mut dark = vec![false; side * side];
    for row in attribute("d").expect("a path").split('M').skip(1) {
        let (x, rest) = row.split_once(' ').expect("x");
        let (y, rest) = rest.split_once('h').expect("y");
        let (run, _) = rest.split_once('v').expect("a run");
        let at = |text: &str| {
            usize::try_from(text.parse::<i32>().expect("a number") + margin).expect("inside")
        };
        let start = at(y) * side + at(x);
        dark[start..start + run.parse::<usize>().expect("a length")].fill(true);
    }
    let mut image = PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
        if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    let grid = grids.first().expect("a code that a camera finds");
    grid.decode().expect("a code that can be read").1
}
