//! Rendering of datasets with few facts, or with many projects of one kind.

use std::sync::Arc;

use rustscape::{
    render,
    search::{Facet, Query, SearchResults, ValueIdx},
    state::{Atlas, FacetRows, RenderContext, RowFilter, n_empty},
};
use serde_json::{Value, json};

use crate::atlas;

fn render(file: &Value, address: &str) -> String {
    let context = RenderContext { base: "/", origin: "", today: None };
    atlas::without_directions(&render::render(of_file(file), context, address))
}

fn of_file(file: &Value) -> Arc<Atlas> {
    let atlas = Atlas::from_bytes(file.to_string().as_bytes()).unwrap();
    assert_eq!(atlas.problems, []);
    atlas
}

/// A dataset whose projects only have a kind.
fn bare() -> Value {
    let project = |id: &str, kind: &str| json!({"id": id, "name": id, "kind": kind, "confidence": "unverified"});
    let mut file = atlas::small();
    file["vocabulary"]["kind"] =
        json!([{"id": "new", "label": "New project"}, {"id": "rewrite", "label": "Rewrite"}]);
    file["vocabulary"]["confidence"] = json!([{"id": "unverified", "label": "Unverified"}]);
    file["organizations"] = json!([
        {"id": "acme", "name": "Acme", "projects": [project("gate", "new"), project("lock", "rewrite")]},
        {"id": "bolt", "name": "Bolt", "projects": [project("bolt", "new")]},
    ]);
    file
}

/// The bare dataset with `n_projects` projects in its first organization.
fn with_projects(n_projects: usize) -> Value {
    let mut file = bare();
    let project =
        |at| json!({"id": format!("p{at}"), "name": format!("P{at}"), "confidence": "unverified"});
    file["organizations"][0]["projects"] = (0..n_projects).map(project).collect();
    file
}

#[test]
fn hides_facets_that_no_record_fills() {
    let file = bare();
    for address in ["", "org/", "org/acme/", "org/acme/gate/", "embed/", "embed/org/acme/gate/"] {
        let html = render(&file, address);
        for unfilled in [
            "nknown",
            "Industry",
            "Country",
            "Status",
            "Since",
            "Domain",
            "Replaced",
            "Source code",
            "Measured",
            "Claim",
            "Repository",
            "Last verified",
            "Home page",
            "Outcomes",
            "unknown/",
            "<p></p>",
            r#"<p class="what"></p>"#,
            r#"<p class="lead"></p>"#,
            r#"<div class="tags"></div>"#,
        ] {
            assert!(!html.contains(unfilled), "{unfilled} in {address}: {html}");
        }
    }
    let home = render(&file, "");
    assert!(home.contains(r#"aria-label="Kind""#) && home.contains("New project"));
    assert!(!home.contains(r#"aria-label="Evidence""#), "all projects share one value");
    assert!(render(&file, "org/acme/gate/").contains("<dt>Kind</dt>"));
}

#[test]
fn hides_source_particulars_that_no_source_states() {
    let mut file = bare();
    let source = json!({"url": "https://example.org/", "title": "T"});
    file["organizations"][0]["projects"][0]["sources"] = json!([source, source]);
    let page = |file: &Value| render(file, "org/acme/gate/");
    assert!(!page(&file).contains("publisher unknown") && !page(&file).contains("undated"));
    file["organizations"][0]["projects"][0]["sources"][0]["date"] = json!("2021-05");
    assert!(page(&file).contains("undated") && !page(&file).contains("publisher unknown"));
}

#[test]
fn shows_missing_values_of_a_used_facet_as_unknown() {
    let mut file = bare();
    file["organizations"][0]["industry"] = json!("cloud");
    let home = render(&file, "");
    assert!(home.contains(r#"aria-label="Industry""#));
    assert!(home.contains(r#"<span class="quiet">Industry unknown</span></p>"#), "{home}");
    file["organizations"][1]["industry"] = json!("cloud");
    let home = render(&file, "");
    assert!(!home.contains(r#"aria-label="Industry""#), "nothing to choose from");
    assert!(
        home.contains(r#"<p><a href="./industry/cloud/""#),
        "it is a fact of each all the same"
    );
    file["organizations"][0]["industry"] = Value::Null;
    file["organizations"][1]["industry"] = Value::Null;
    file["organizations"][0]["country"] = json!("US");
    assert!(render(&file, "").contains(r#"<span class="quiet">Country unknown</span></p>"#));
}

#[test]
fn links_with_an_unused_facet_still_work() {
    let file = bare();
    let html = render(&file, "industry/unknown/");
    assert!(html.contains(r#"aria-label="Remove in an unknown industry""#));
    assert_eq!(html.matches("<article").count(), 2);
    let html = render(&file, "?industry=-unknown&sort=newest");
    assert!(html.contains(r#"aria-label="Remove in a known industry""#));
    assert!(html.contains("No projects found"));
    assert!(html.contains(r#"<option value="newest" selected>"#));
}

#[test]
fn offers_only_orders_that_make_a_difference() {
    let orders = |file: &Value, address: &str| {
        let html = render(file, address);
        let options = html.split(r#"<option value=""#).skip(1);
        options.map(|option| option.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(orders(&bare(), ""), ["projects", "name"]);
    assert_eq!(orders(&bare(), "?q=gate"), ["relevance", "projects", "name"]);
    assert_eq!(
        orders(&atlas::small(), ""),
        ["projects", "outcome", "newest", "oldest", "name", "updated"]
    );
}

#[test]
fn an_unknown_value_in_a_row_names_its_facet() {
    let mut file = atlas::small();
    for (list, id) in
        [("status", "unknown"), ("kind", "unknown"), ("industry", "unknown"), ("domain", "unknown")]
    {
        let term = json!({"id": id, "label": "Unknown"});
        file["vocabulary"][list].as_array_mut().unwrap().push(term);
    }
    let project = &mut file["organizations"][1]["projects"][0];
    project["status"] = json!("unknown");
    project["domains"] = json!(["unknown"]);
    file["organizations"][1]["industry"] = json!("unknown");
    let html = render(&file, "org/bolt/c/");
    assert!(html.contains(
        "<dt>Status</dt><dd><a href=\"./status/unknown/\" data-refine=\"status:unknown\">Unknown</a>"
    ));
    let card =
        |file: &Value| render(file, "?org=bolt").split_once("<article").unwrap().1.to_owned();
    assert!(card(&file).contains(">Status unknown</a>"));
    assert!(card(&file).contains(">Industry unknown</a> · "));
    assert!(!card(&file).contains(">Unknown<"), "{}", card(&file));
    file["organizations"][1]["projects"][0]["kind"] = json!("rewrite");
    assert!(card(&file).contains(">Rewrite</a> · <a"));
    assert!(card(&file).contains(">status unknown</a>"));
}

#[test]
fn a_footer_shows_only_known_facts() {
    let footer = |file: &Value| render(file, "").split_once("<footer").unwrap().1.to_owned();
    let mut file = atlas::small();
    assert!(footer(&file).contains("<p>Data updated on 2026-01-02 · License CC0-1.0 · <a "));
    file["license"] = Value::Null;
    file["updated"] = Value::Null;
    file["description"] = json!("");
    let bare = footer(&file);
    assert!(bare.contains(r#"<p><a href="./data/rustscape.json" download>Download JSON</a></p>"#));
    assert!(!bare.contains("<p></p>") && !bare.contains("<p> ·"), "{bare}");
    let frame = render(&file, "embed/").split_once("<footer").unwrap().1.to_owned();
    assert!(frame.contains("<span>Small</span>"), "{frame}");
}

#[test]
fn shows_a_name_shared_by_organization_and_project_once() {
    let mut file = bare();
    file["organizations"][1]["projects"][0]["name"] = json!("Bolt");
    assert!(render(&file, "org/").contains(r#"<li><a href="./org/bolt/">Bolt</a></li>"#));
    assert!(render(&file, "org/").contains(r#"<a href="./org/acme/">Acme</a>: <a"#));
    for address in ["org/bolt/bolt/", "embed/org/bolt/bolt/"] {
        let html = render(&file, address);
        let heading = html.split_once("<h1").unwrap().1.split_once("</h1>").unwrap().0;
        assert!(heading.ends_with(">Bolt"), "{heading}");
    }
    let card = render(&file, "?org=bolt").split_once("<article").unwrap().1.to_owned();
    assert_eq!(card.split("</article>").next().unwrap().matches(">Bolt<").count(), 1, "{card}");
    assert!(card.contains(r#"href="./org/bolt/bolt/#sources""#), "{card}");
    let frame = render(&file, "embed/");
    assert!(frame.contains(r#"<p class="row-name"><a href="./org/bolt/bolt/">Bolt</a></p>"#));
}

#[test]
fn a_row_of_a_frame_counts_the_other_projects_of_its_organization() {
    let more = |n_projects: usize| render(&with_projects(n_projects), "embed/");
    assert!(
        more(2).contains(r#"<p class="row-facts"><a href="./org/acme/">1 more project</a></p>"#)
    );
    assert!(more(7).contains(">6 more projects</a>"));
    assert!(
        render(&bare(), "embed/")
            .contains(r#">New project · <a href="./org/acme/">1 more project</a>"#)
    );
}

#[test]
fn cuts_a_card_with_many_projects_and_links_to_all() {
    let n_rows = |html: &str| html.matches(r#"<li class="project">"#).count();
    let one_org = |n_projects| {
        let mut file = with_projects(n_projects);
        file["organizations"].as_array_mut().unwrap().truncate(1);
        file
    };
    for n_projects in [6, 8] {
        let html = render(&one_org(n_projects), "");
        assert_eq!((n_rows(&html), html.contains("Show all")), (n_projects, false));
    }
    let html = render(&one_org(1_258), "");
    assert_eq!(n_rows(&html), 6);
    let link = r#"<a class="more" href="./org/acme/" data-rows="acme">Show all 1,258 projects<span class="unseen"> of Acme</span></a>"#;
    assert!(html.contains(link), "{html}");
    assert!(html.contains("1,258 projects</p>"));
    assert_eq!(n_rows(&render(&one_org(20), "org/acme/")), 20);
    let html = render(&one_org(20), "?q=p1");
    assert!(html.contains("Show all 11 matching projects"), "{html}");
    assert!(html.contains("11 of 20 projects"));
    // The page still shows the card of the other organization.
    assert_eq!(render(&with_projects(258), "").matches("<article").count(), 2);
}

#[test]
fn matching_rows_come_first_in_a_cut_card() {
    let mut file = with_projects(20);
    file["organizations"][0]["projects"][17]["summary"] = json!("Made by Acme for others.");
    let html = render(&file, "?q=acme");
    let first = html.split_once(r#"<li class="project">"#).unwrap().1;
    assert!(first.contains(r#"href="./org/acme/p17/""#));
    assert!(first.split("</li>").next().unwrap().contains("<mark>Acme</mark>"));
}

#[test]
fn a_tooltip_shows_a_long_label_in_full() {
    let mut file = bare();
    let label = "Rewrite of a program that nobody understood";
    file["vocabulary"]["kind"][1]["label"] = json!(label);
    assert!(render(&file, "").contains(&format!(r#"title="{label}""#)));
    file["vocabulary"]["kind"][1]["hint"] = json!("It did the same.");
    assert!(render(&file, "").contains(&format!(r#"title="{label}: It did the same.""#)));
}

/// A dataset with twenty domains, each of one project; the last ten are of another kind.
fn many_domains() -> Arc<Atlas> {
    let mut file = bare();
    let domain = |at: usize| json!({"id": format!("d{at:02}"), "label": format!("Domain {at:02}")});
    file["vocabulary"]["domain"] = (0..20).map(domain).collect();
    let project = |at: usize| {
        let kind = if at < 10 { "new" } else { "rewrite" };
        json!({"id": format!("p{at}"), "name": "P", "kind": kind, "domains": [format!("d{at:02}")],
               "confidence": "unverified"})
    };
    file["organizations"][0]["projects"] = (0..20).map(project).collect();
    of_file(&file)
}

/// Rows of a facet at an address.
struct Facets {
    atlas: Arc<Atlas>,
    query: Query,
    results: SearchResults,
}

impl Facets {
    fn at(address: &str) -> Self {
        let atlas = many_domains();
        let link = rustscape::link::read(address, &atlas.dataset, atlas.catalog());
        let rustscape::link::Route::Explore(query) = link.route else { panic!("{address}") };
        let results = atlas.index.search(&query);
        Self { atlas, query, results }
    }

    fn rows(&self, filter: RowFilter) -> FacetRows {
        FacetRows::new(&self.atlas, &self.query, &self.results, Facet::Domain, filter)
    }

    fn n_empty(&self) -> usize {
        n_empty(&self.atlas, &self.query, &self.results, Facet::Domain)
    }

    /// Returns the ids of rows.
    fn ids(&self, rows: &FacetRows) -> Vec<&str> {
        let id = |value: &ValueIdx| &*self.atlas.catalog().value(Facet::Domain, *value).id;
        rows.values.iter().map(id).collect()
    }
}

fn expanded() -> RowFilter {
    RowFilter { is_expanded: true, ..RowFilter::default() }
}

fn looking_for(text: &str) -> RowFilter {
    RowFilter { text: text.to_owned(), ..expanded() }
}

#[test]
fn an_expanded_facet_hides_values_without_results() {
    let everything = Facets::at("");
    assert_eq!(everything.rows(expanded()).values.len(), 21);
    assert_eq!(everything.n_empty(), 0);
    let rewrites = Facets::at("kind/rewrite/?domain=d08");
    let rows = rewrites.rows(expanded());
    let ids = rewrites.ids(&rows);
    assert_eq!(ids.len(), 18, "{ids:?}");
    assert!(ids.contains(&"d08"), "a chosen one stays: {ids:?}");
    assert!(ids.contains(&"d00"), "and the first ones: {ids:?}");
    assert!(!ids.contains(&"d07"), "{ids:?}");
    assert_eq!(rewrites.n_empty(), 3);
    assert_eq!(rewrites.rows(RowFilter { has_empty: true, ..expanded() }).values.len(), 21);
    assert_eq!(rewrites.rows(looking_for("domain 07")).values.len(), 2);
    assert_eq!(rewrites.rows(RowFilter::default()).values.len(), 8);
}

#[test]
fn keeps_the_rows_that_a_reader_points_at() {
    let before = Facets::at("").rows(expanded());
    let rewrites = Facets::at("kind/rewrite/");
    let kept = rewrites.rows(expanded()).or_keep(Some(&before));
    assert_eq!(kept, before);
    assert_ne!(rewrites.rows(expanded()).or_keep(None), before);
    // A new search text applies at once.
    let searched = rewrites.rows(looking_for("domain 1")).or_keep(Some(&before));
    assert_eq!(searched.values.len(), 10);
}
