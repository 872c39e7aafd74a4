//! Share dialog and its QR codes.

use leptos::prelude::*;
use rqrr::PreparedImage;
use rustscape::{
    link::{EmbedOptions, EmbedPart, EmbedParts, Platform, SharedView, Theme},
    share::{ShareOptions, qr_code},
    state::{CopyOutcome, ShareChange, Sharing, Tab},
};

#[test]
fn a_qr_code_decodes_to_its_link() {
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
fn keeps_choices_and_ignores_numbers_of_rows_out_of_range() {
    let mut sharing = Sharing::default();
    for change in [
        ShareChange::Tab(Tab::Embed),
        ShareChange::Platform(Platform::Hugo),
        ShareChange::Theme(Theme::Dark),
        ShareChange::Part(EmbedPart::Sources),
        ShareChange::Rows(4),
        ShareChange::Pin,
    ] {
        sharing.change(change);
    }
    let check = |sharing: &Sharing| {
        assert_eq!((sharing.tab, sharing.platform), (Tab::Embed, Platform::Hugo));
        assert_eq!((sharing.embed_options.theme, sharing.embed_options.n_rows), (Theme::Dark, 4));
        assert_eq!(Some(sharing.embed_options.parts), EmbedParts::parse("facets,sentence,sources"));
        assert!(sharing.is_pinned);
    };
    check(&sharing);
    for n_rows in [0, EmbedOptions::ROWS_MAX + 1, u32::MAX] {
        sharing.change(ShareChange::Rows(n_rows));
    }
    sharing.change(ShareChange::Width);
    check(&sharing);
}

#[test]
fn each_choice_clears_the_outcome_of_copying() {
    let copied = Some(("share-link", CopyOutcome::Copied));
    for change in [
        ShareChange::Tab(Tab::Link),
        ShareChange::Platform(Platform::Html),
        ShareChange::Width,
        ShareChange::Pin,
    ] {
        let mut sharing = Sharing { copied, ..Sharing::default() };
        assert_eq!(sharing.outcome_of("share-link"), Some(CopyOutcome::Copied));
        assert_eq!(sharing.outcome_of("share-html"), None);
        sharing.change(change);
        assert_eq!(sharing.outcome_of("share-link"), None, "{change:?}");
    }
}

#[test]
fn the_dialog_restores_the_last_choices() {
    let view = SharedView {
        site: "https://atlas.example/".to_owned(),
        address: "replaces/cpp/".to_owned(),
        sentence: "A sentence".to_owned(),
        page_sentence: "A page".to_owned(),
        day: "2026-11-25".to_owned(),
        ..SharedView::default()
    };
    let sharing = Sharing {
        platform: Platform::Frame,
        is_pinned: true,
        copied: Some(("share-frame", CopyOutcome::Copied)),
        ..Sharing::default()
    };
    let html = options(&view, Sharing { tab: Tab::Embed, ..sharing });
    for chosen in ["share-tab-Embed", "share-host-iframe", "share-theme-auto", "share-pin-day"] {
        let input = html.split("<input ").find(|input| input.contains(chosen)).expect(chosen);
        let (input, _) = input.split_once('>').expect("an end");
        assert!(input.contains("checked"), "{chosen} in {input}");
    }
    for part in [
        "<iframe id=\"share-preview\" src=\"https://atlas.example/embed/replaces/cpp/?data=2026-11-25\"",
        "width=\"100%\" height=\"478\" style=\"border:0\"></iframe>",
        "<option selected>6</option>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("Copied"), "{html}");
    let html = options(&view, Sharing { tab: Tab::Link, ..sharing });
    assert!(html.contains("https://atlas.example/replaces/cpp/?data=2026-11-25"), "{html}");
    assert!(!html.contains("iframe"), "{html}");
}

#[test]
fn offers_the_data_files_of_the_published_page() {
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
fn offers_no_published_files_for_an_unpublished_view() {
    let view = SharedView { day: "2026-11-25".to_owned(), ..SharedView::default() };
    for tab in Tab::ALL {
        let html = panel(&view, tab);
        for absent in ["card.png", "api/v1", "Pin to"] {
            assert!(!html.contains(absent), "{absent} in {html}");
        }
    }
}

/// Renders the dialog with an open tab.
fn panel(view: &SharedView, tab: Tab) -> String {
    options(view, Sharing { tab, ..Sharing::default() })
}

fn options(view: &SharedView, sharing: Sharing) -> String {
    Owner::new().with(|| {
        let (view, sharing) = (view.clone(), RwSignal::new(sharing));
        let today = "2026-11-30".to_owned();
        view! { <ShareOptions view sharing today has_share_sheet=true/> }.to_html()
    })
}

/// Decodes a QR code whose path is a list of horizontal runs: `M3 4h2v1h-2z`.
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
