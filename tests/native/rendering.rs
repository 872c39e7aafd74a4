//! The pages, rendered to text without a browser.

use std::sync::Arc;

use rustscape::{app::render, state::Atlas};

use crate::atlas;

/// The path below which the rendered pages live.
const BASE: &str = "/some/where/";

fn published() -> Arc<Atlas> {
    Atlas::from_bytes(atlas::BYTES).unwrap()
}

/// Renders an address of the published dataset and looks for each of `expected` in it.
#[track_caller]
fn check(address: &str, expected: &[&str]) -> String {
    let html = render(published(), BASE, address);
    for part in expected {
        assert!(html.contains(part), "{address} lacks {part}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{address} has one heading");
    assert_eq!(html.matches("<main").count(), 1, "{address} has one main part");
    html
}

#[test]
fn the_home_page_lists_every_organization_with_its_projects() {
    let html = check(
        "",
        &[
            r#"<span class="num">478</span> projects <span class="soft">at</span>"#,
            r#"<span class="num">314</span> organizations</h1>"#,
            r#"<a href="/some/where/org/cloudflare/">Cloudflare</a>"#,
            r#"<a href="/some/where/org/cloudflare/pingora/">Pingora</a>"#,
            r#"<a class="tag" href="/some/where/domain/proxy/" data-refine="domain:proxy">Proxy</a>"#,
        ],
    );
    assert_eq!(html.matches(r#"<article class="card">"#).count(), 314);
    assert_eq!(html.matches(r#"<li class="project">"#).count(), 478);
}

#[test]
fn a_narrowed_list_says_and_shows_what_is_left() {
    let html = check(
        "replaces/nginx/?q=pingora",
        &[
            r#"data-do="go replaces/nginx/" aria-label="Remove “pingora”""#,
            "<mark>Pingora</mark>",
            r#"value="pingora""#,
            r#"id="side-replaces-nginx" checked"#,
        ],
    );
    assert!(!html.contains("Dropbox"));
}

#[test]
fn a_list_of_nothing_says_what_to_drop() {
    check("replaces/nginx/?q=pingora&domain=kernel", &["No project matches all of this", "Drop "]);
}

#[test]
fn a_link_that_asks_in_vain_is_told_so() {
    check(
        "?domain=blokchain&industry=cloud",
        &["“domain=blokchain”", r#"data-do="go industry/cloud/?domain=blockchain""#],
    );
}

#[test]
fn the_page_of_an_organization_has_its_facts_figures_and_projects() {
    let html = check(
        "org/cloudflare/",
        &[
            r#"<h1 id="record-heading" tabindex="-1">Cloudflare</h1>"#,
            "8 projects",
            "<b>−70\u{a0}%</b>",
            r#"<a href="/some/where/industry/cloud/" data-refine="industry:cloud">"#,
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
            r#"<sup><a href="/some/where/org/cloudflare/pingora/#source-2" aria-label="Source 2">"#,
            "The post says",
            r#"data-refine="verdict:imprecise">Imprecise</a>"#,
            r#"<li id="source-4" tabindex="-1">"#,
            "seen in a copy",
            "Cloudflare Blog · First-party · 2022-09-14",
            "Alike elsewhere",
        ],
    );
}

#[test]
fn what_is_unknown_is_shown_as_unknown() {
    let html = render(
        Atlas::from_bytes(atlas::small().to_string().as_bytes()).unwrap(),
        BASE,
        "org/acme/b/",
    );
    assert!(html.contains(r#"<dt>Status</dt><dd><span class="quiet">Unknown</span></dd>"#));
    assert!(html.contains("No measured outcome is known."));
}

#[test]
fn an_address_of_nothing_leads_to_the_nearest_page() {
    check(
        "org/clodflare/",
        &["No page here", r#"href="/some/where/org/cloudflare/">Open Cloudflare</a>"#],
    );
}

#[test]
fn texts_of_a_dataset_are_never_read_as_html() {
    let mut file = atlas::small();
    file["organizations"][0]["name"] = r#"<img src=x onerror="alert(1)">"#.into();
    file["organizations"][0]["projects"][0]["summary"] = "</p><script>alert(1)</script>".into();
    let atlas = Atlas::from_bytes(file.to_string().as_bytes()).unwrap();
    for address in ["", "org/acme/", "org/acme/a/", "?q=img"] {
        let html = render(atlas.clone(), BASE, address);
        assert!(!html.contains("<img") && !html.contains("<script"), "{address}");
    }
}
