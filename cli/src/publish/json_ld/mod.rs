//! What search engines read of a page: the terms of schema.org as JSON-LD.
//!
//! It says nothing that the page does not show. Whatever is described on several pages has the same
//! `@id` on each.

mod atlas;
mod crumbs;
mod list;
mod node;
mod project;

use rustscape::link::Route;
use serde_json::{Value, json};

use self::node::Node;
use super::{Page, Publication};

/// A page as a graph of schema.org's terms: the site, the page, the way there, and what is on it.
pub fn json_ld(publication: &Publication, page: &Page) -> Value {
    let is_home = page.address.is_empty();
    let mut graph =
        vec![if is_home { atlas::searchable_site(publication) } else { atlas::site(publication) }];
    if !is_home {
        graph.push(crumbs::crumbs(publication, page));
    }
    match &page.route {
        Route::Explore(query) => {
            if is_home {
                graph.push(atlas::dataset(publication));
            }
            graph.push(list::page(publication, page));
            graph.push(list::projects(publication, page, query));
        }
        Route::Organization(org) => {
            graph.push(list::organization_page(publication, page, *org));
            graph.push(list::projects_of(publication, page, *org));
        }
        Route::Directory => {
            graph.push(list::page(publication, page));
            graph.push(list::organizations(publication, page));
        }
        Route::Project(project) => {
            graph.push(project::article(publication, page, *project));
            graph.extend(project::claim_review(publication, page, *project));
        }
        Route::About => {
            graph.push(atlas::about_page(publication, page));
            graph.push(atlas::dataset(publication));
        }
        Route::Claims(_) | Route::Changes | Route::NotFound { .. } => {
            graph.push(atlas::plain_page(publication, page));
        }
    }
    let graph: Vec<Value> = graph.into_iter().map(Node::into_value).collect();
    json!({"@context": "https://schema.org", "@graph": graph})
}

/// JSON as it may stand in a `script` element of a page: nothing in it can end the element or begin
/// a comment, and it is still the same JSON.
pub fn script_text(value: &Value) -> String {
    let mut text = String::new();
    for char in value.to_string().chars() {
        match char {
            // These stand only inside of texts, where they can be written by their number.
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            char => text.push(char),
        }
    }
    text
}
