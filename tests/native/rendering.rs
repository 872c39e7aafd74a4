//! Pages, rendered to text without a browser.

use std::sync::Arc;

use rustscape::{
    render,
    state::{Atlas, RenderContext},
};
use serde_json::{Value, json};

use crate::atlas;

/// Path below which the rendered pages live.
const BASE: &str = "/some/where/";

fn published() -> Arc<Atlas> {
    Atlas::from_bytes(atlas::BYTES).unwrap()
}

/// Renders an address below [`BASE`], on the day of the dataset.
fn render(atlas: Arc<Atlas>, address: &str) -> String {
    atlas::without_directions(&directed(atlas, address))
}

/// Renders an address, including the `dir` and `lang` attributes.
fn directed(atlas: Arc<Atlas>, address: &str) -> String {
    let today = atlas.dataset.updated.clone();
    let context = RenderContext { base: BASE, origin: "", today: today.as_ref() };
    render::render(atlas, context, address)
}

/// Renders an address of the published dataset and looks for each of `expected` in it.
#[track_caller]
fn check(address: &str, expected: &[&str]) -> String {
    let html = render(published(), address);
    for part in expected {
        assert!(html.contains(part), "{address} lacks {part}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{address} has one heading");
    assert_eq!(html.matches("<main").count(), 1, "{address} has one main part");
    html
}

#[test]
fn the_home_page_shows_the_first_rows_and_links_to_the_directory() {
    let html = check(
        "",
        &[
            r#"<span class="num">478</span> projects <span class="soft">at</span>"#,
            r#"<span class="num">314</span> organizations</h1>"#,
            r#"<li class="value"><a href="./replaces/c/">"#,
            r#"<a class="btn" href="./org/">All organizations, from A to Z</a>"#,
        ],
    );
    let n_rows = html.matches(r#"<li class="project">"#).count();
    assert!((24..40).contains(&n_rows), "{n_rows}");
    assert!(!html.contains("<dialog"), "nothing that only a script opens");
}

#[test]
fn a_long_list_links_to_the_projects_without_a_row() {
    let html = check("status/production/", &[r#"<ul class="directory unscripted">"#]);
    let n_rows = html.matches(r#"<li class="project">"#).count();
    assert!((60..80).contains(&n_rows), "{n_rows}");
    let (_, named) = html.split_once("directory unscripted").unwrap();
    let (named, _) = named.split_once("</ul>").unwrap();
    let n_named = named.matches(r#"<a class="quiet""#).count();
    let n_namesakes = named.matches("<li>").count() - named.matches("</a>: ").count();
    let count = html.split(r#"<span class="num">"#).nth(1).unwrap().split('<').next().unwrap();
    let n_all = n_rows + n_cut(&html) + n_named + n_namesakes;
    assert_eq!(n_all, count.parse::<usize>().unwrap());
}

/// Returns the number of rows that the cards of a page do not show.
fn n_cut(html: &str) -> usize {
    let cards = html.split("<article").skip(1).map(|card| card.split("</article>").next().unwrap());
    let cards = cards.filter_map(|card| Some((card, card.split_once("Show all ")?.1)));
    let n_cut = |(card, shown): (&str, &str)| {
        let n_all: usize = shown.split(' ').next().unwrap().parse().unwrap();
        n_all - card.matches(r#"<li class="project">"#).count()
    };
    cards.map(n_cut).sum()
}

#[test]
fn the_directory_lists_all_organizations_and_projects() {
    let html =
        check("org/", &["314 organizations from A to Z", r#"id="letter-A""#, "replaces/cpp/"]);
    let (_, names) = html.split_once("<section").unwrap();
    let n_namesakes = 314 - names.matches("</a>: ").count();
    assert!(0 < n_namesakes);
    assert_eq!(html.matches(r#"<a class="quiet""#).count() + n_namesakes, 478);
}

#[test]
fn the_about_page_explains_the_atlas_and_links_to_its_data() {
    check("about/", &["How to read it", "data/rustscape.json", "api/v1/", "<dt>Sources</dt>"]);
}

#[test]
fn a_narrowed_list_shows_its_filters_and_matches() {
    let html = check(
        "replaces/nginx/?q=pingora",
        &[
            r#"aria-label="Remove “pingora”""#,
            "<mark>Pingora</mark>",
            r#"value="pingora""#,
            r#"<li class="value on"><a href="./replaces/nginx/""#,
        ],
    );
    assert!(!html.contains("Dropbox"));
}

#[test]
fn an_empty_list_suggests_filters_to_remove() {
    check("replaces/nginx/?q=pingora&domain=kernel", &["No projects found", "Remove "]);
}

#[test]
fn an_unusable_part_of_a_link_is_reported() {
    check("?domain=blokchain&industry=cloud", &["“domain=blokchain”", "Use “Blockchain”"]);
}

#[test]
fn the_page_of_an_organization_has_its_facts_figures_and_projects() {
    let html = check(
        "org/cloudflare/",
        &[
            r#"<h1 id="record-heading" tabindex="-1">Cloudflare</h1>"#,
            "8 projects",
            "<b>−70\u{a0}%</b>",
            r#"<a href="./industry/cloud/" data-refine="industry:cloud">"#,
            r#"<a href="https://www.cloudflare.com" target="_blank""#,
        ],
    );
    assert_eq!(html.matches(r#"<li class="project">"#).count(), 8);
}

#[test]
fn the_page_of_a_project_has_outcomes_claim_and_numbered_sources() {
    check(
        "org/cloudflare/pingora/",
        &[
            "Pingora uses about 70% less CPU than the old service.",
            r#"<sup><a href="./org/cloudflare/pingora/#source-2" aria-label="Source 2" title="How we built Pingora, the proxy that connects Cloudflare to the Internet — Cloudflare Blog · First-party · 2022-09-14, copy checked on 2026-11-25">2</a>"#,
            "The post says",
            r#"href="./claims/imprecise/" title="Right in essence, but scope, wording or a detail is off">Imprecise</a>"#,
            "All 41 claims, checked",
            "A first-party page or the repository itself was seen",
            "Sources of these facts: ",
            r#"<li id="source-4" tabindex="-1">"#,
            "copy checked",
            "Cloudflare Blog · First-party · 2022-09-14",
            "Similar projects",
        ],
    );
}

#[test]
fn the_page_of_claims_lists_every_claim_with_its_verdict() {
    let html = check(
        "claims/",
        &[
            ">41 claims, checked</h1>",
            "Claims from “Rust&apos;s Rise in Big Tech”, compared with the sources."
                .replace("&apos;", "'")
                .as_str(),
            r#"<a class="btn" href="./claims/" aria-current="page">All <span class="num">41</span></a>"#,
            r#"<a class="btn" href="./claims/imprecise/">Imprecise <span class="num">18</span></a>"#,
            r#"<a class="btn" href="./claims/wrong/">Wrong <span class="num">0</span></a>"#,
            r#"<a href="./org/amazon/firecracker/">Firecracker</a>"#,
        ],
    );
    assert_eq!(html.matches(r#"<li class="card one">"#).count(), 41);
    let html = check("claims/outdated/", &[">3 claims: Outdated</h1>", "Mozilla"]);
    assert_eq!(html.matches(r#"<li class="card one">"#).count(), 3);
    assert_eq!(html.matches("All <span").count(), 1);
}

#[test]
fn lists_changes_newest_first_with_current_names() {
    let mut file = atlas::small();
    file["events"] = json!([
        {"date": "2026-01-01", "kind": "added", "note": "It began."},
        {"date": "2026-02-02", "record": "old/a", "kind": "corrected", "note": "It is so."},
        {"date": "2026-01-01", "record": "gone", "kind": "status", "note": "It ended."},
        {"date": "2026-02-02", "record": "acme", "kind": "source", "note": "There is one."},
    ]);
    let html = render(of_file(&file), "changes/");
    let found: Vec<_> = [
        "2026-02-02",
        ">A at Acme</a>: It is so.",
        ">Acme</a>: There is one.",
        "2026-01-01",
        "It began.",
        "gone: It ended.",
    ]
    .iter()
    .map(|part| html.find(part).unwrap_or_else(|| panic!("{part}: {html}")))
    .collect();
    assert!(found.is_sorted(), "{found:?}");
    let none = render(of_file(&atlas::small()), "changes/");
    assert!(none.contains("This dataset lists no changes."));
    assert!(!none.contains("What changed</a>"), "nothing leads to a page without content");
}

#[test]
fn report_links_are_prefilled_with_the_location_of_the_error() {
    let mut file = atlas::small();
    let page = render(of_file(&file), "org/acme/a/");
    assert!(!page.contains("Correct this"));
    file["contribute"] = json!({
        "issues": "https://example.org/issues/new?labels=data", "mail": "atlas@example.org",
        "file": "https://example.org/atlas.json",
    });
    let text = serde_json::to_string_pretty(&file).unwrap();
    let atlas = Atlas::from_bytes(text.as_bytes()).unwrap();
    let line_of = |part: &str| 1 + text.lines().position(|line| line.contains(part)).unwrap();
    let page = render(atlas, "org/acme/a/");
    // A JSON object begins a line before its first key, in the order of this file.
    let note =
        line_of("It took a year.") - usize::from(!text.contains("{\"statement\": \"It took"));
    for expected in [
        "https://example.org/issues/new?labels=data&amp;title=Correction:%20acme/a&amp;body=Record:%20acme/a%0AField:%20(which%20one%3F)%0APage:%20/some/where/org/acme/a/%0ALine",
        "mailto:atlas@example.org?subject=Correction:%20acme/a&amp;body=Record:%20acme/a%0AField:%20notes[0]".replace('[', "%5B").replace(']', "%5D").as_str(),
        &format!("https://example.org/atlas.json#L{}\"", note - 1),
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
}

#[test]
fn facts_have_source_numbers_and_old_entries_need_a_recheck() {
    let mut file = atlas::small();
    let project = &mut file["organizations"][0]["projects"][0];
    project["cites"] = json!({"status": [0], "summary": [0], "license": [0]});
    project["verified"] = json!("2025-01-02");
    let html = render(of_file(&file), "org/acme/a/");
    let cite = r#"<sup><a href="./org/acme/a/#source-1" aria-label="Source 1""#;
    for fact in ["In production</a>", "The first.", ", MIT"] {
        assert!(html.contains(&format!("{fact}{cite}")), "{fact}: {html}");
    }
    assert!(html.contains("Sources of facts without a number: "));
    let old = r#"2025-01-02 <span class="pill warn">needs a new check</span>"#;
    assert!(html.contains(old), "a year has passed on the day of the dataset");
    file["organizations"][0]["projects"][0]["verified"] = json!("2025-01-03");
    let html = render(of_file(&file), "org/acme/a/");
    assert!(!html.contains(old) && html.contains("2025-01-03</dd>"));
}

fn of_file(file: &Value) -> Arc<Atlas> {
    Atlas::from_bytes(file.to_string().as_bytes()).unwrap()
}

#[test]
fn shows_unknown_values_as_unknown() {
    let html =
        render(Atlas::from_bytes(atlas::small().to_string().as_bytes()).unwrap(), "org/acme/b/");
    assert!(html.contains(r#"<dt>Status</dt><dd><span class="quiet">Unknown</span></dd>"#));
    assert!(html.contains("No measured outcome found."));
}

#[test]
fn an_unknown_address_suggests_a_similar_page() {
    check(
        "org/clodflare/",
        &["Page not found", r#"href="./org/cloudflare/"><span>Open Cloudflare</span></a>"#],
    );
}

#[test]
fn a_dataset_without_claims_has_one_page_of_them() {
    let mut file = atlas::small();
    for org in file["organizations"].as_array_mut().unwrap() {
        for project in org["projects"].as_array_mut().unwrap() {
            project["claim"] = Value::Null;
        }
    }
    for address in ["claims/", "claims/wrong/"] {
        let html = render(of_file(&file), address);
        assert!(html.contains("<h1 id=\"record-heading\" tabindex=\"-1\">0 claims, checked</h1>"));
        assert!(html.contains("This dataset checks no claims."), "{address}");
    }
}

#[test]
fn a_colon_in_a_path_never_becomes_a_scheme() {
    let html = render(published(), "embed/javascript:alert(1)/");
    assert!(html.contains("href=\"./javascript:alert(1)"), "{html}");
    assert!(!html.contains("\"javascript:"), "{html}");
}

#[test]
fn escapes_html_in_texts_of_a_dataset() {
    let mut file = atlas::small();
    file["organizations"][0]["name"] = r#"<img src=x onerror="alert(1)">"#.into();
    file["organizations"][0]["projects"][0]["summary"] = "</p><script>alert(1)</script>".into();
    let atlas = Atlas::from_bytes(file.to_string().as_bytes()).unwrap();
    for address in ["", "org/acme/", "org/acme/a/", "?q=img"] {
        let html = render(atlas.clone(), address);
        assert!(!html.contains("<img") && !html.contains("<script"), "{address}");
    }
}

#[test]
fn ids_of_records_never_clash_with_ids_of_elements() {
    let mut file = atlas::small().to_string();
    // Ids that scripts use, as ids of two organizations, their projects and terms.
    for (id, taken) in
        [("acme", "app"), ("bolt", "status"), ("a", "trouble"), ("b", "search"), ("c", "heading")]
    {
        file = file.replace(&format!(r#""id":"{id}""#), &format!(r#""id":"{taken}""#));
    }
    let file = file.replace(r#""org/acme""#, r#""org/app""#).replace("proxy", "record");
    let file: Value = serde_json::from_str(&file).unwrap();
    for address in ["", "org/", "org/app/", "org/app/trouble/", "domain/record/", "claims/"] {
        for address in [address.to_owned(), format!("embed/{address}")] {
            let html = render(of_file(&file), &address);
            let ids = html.split(r#" id=""#).skip(1).map(|rest| rest.split('"').next().unwrap());
            let ids: Vec<_> = ids.collect();
            for id in &ids {
                let n_times = ids.iter().filter(|other| *other == id).count();
                assert_eq!(n_times, 1, "{id} in {address}");
            }
            let names = html.split(r#" name=""#).skip(1);
            assert!(names.clone().all(|rest| rest.starts_with("q\"")), "a name in {address}");
        }
    }
}

/// The published dataset with Hebrew as its language, and one organization with Hebrew names.
fn hebrew() -> Arc<Atlas> {
    let mut dataset: Value = serde_json::from_slice(atlas::BYTES).unwrap();
    dataset["language"] = json!("he");
    let organizations = dataset["organizations"].as_array_mut().unwrap();
    organizations.retain(|organization| organization["id"] == "cloudflare");
    organizations[0]["name"] = json!("חברה 5");
    for project in organizations[0]["projects"].as_array_mut().unwrap() {
        if project["id"] == "pingora" {
            project["name"] = json!("מנוע C++");
        }
    }
    Atlas::from_bytes(dataset.to_string().as_bytes()).unwrap()
}

#[test]
fn names_figures_and_english_phrases_keep_their_text_direction() {
    let list = directed(hebrew(), "");
    for part in [
        r#"<h1 lang="en" dir="ltr" id="heading" tabindex="-1" class="sentence">"#,
        "<b dir=\"ltr\">−70\u{a0}%</b>",
        r#"<a dir="auto" href="./org/cloudflare/">חברה 5</a>"#,
        "<a dir=\"auto\" href=\"./org/cloudflare/pingora/\">מנוע C++\u{200e}</a>",
        r#"<p class="what" dir="auto">"#,
    ] {
        assert!(list.contains(part), "the list lacks {part}");
    }
    let page = directed(hebrew(), "org/cloudflare/pingora/");
    for part in
        ["<bdi>מנוע C++\u{200e}</bdi> <small>at <bdi>חברה 5</bdi></small>", r#"<dt lang="en">"#]
    {
        assert!(page.contains(part), "the page lacks {part}");
    }
    let frame = directed(hebrew(), "embed/");
    assert!(frame.contains(r#"<p class="row-facts" dir="auto">"#), "{frame}");
}
