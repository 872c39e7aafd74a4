//! Structured data for search engines: terms of schema.org as JSON-LD.
//!
//! The data only repeats what the page shows. A thing has the same `@id` on every page that describes
//! it.

mod atlas;
mod crumbs;
mod list;
mod project;
mod schema_org;

use rustscape::link::Route;
use serde::Serialize;

pub use self::schema_org::Graph;
use self::schema_org::Thing;
use crate::json::to_json;
use crate::publish::{Page, Publication};

/// Returns the structured data of a page: the site, the page, its breadcrumbs and its content.
pub fn json_ld(publication: &Publication, page: &Page) -> Graph {
    let is_home = page.address.is_empty();
    let site = if is_home { atlas::searchable_site(publication) } else { atlas::site(publication) };
    let mut things = vec![Thing::WebSite(site.into())];
    if !is_home {
        things.push(Thing::BreadcrumbList(crumbs::crumbs(publication, page)));
    }
    let dataset = || Thing::Dataset(atlas::dataset(publication).into());
    let web_page = |page: schema_org::WebPage| Thing::WebPage(page.into());
    match &page.route {
        Route::Explore(query) => {
            things.extend(is_home.then(dataset));
            things.push(web_page(list::page(publication, page)));
            things.push(Thing::ItemList(list::projects(publication, page, query)));
        }
        Route::Organization(org) => {
            things.push(web_page(list::organization_page(publication, page, *org)));
            things.push(Thing::ItemList(list::projects_of(publication, page, *org)));
        }
        Route::Directory => {
            things.push(web_page(list::page(publication, page)));
            things.push(Thing::ItemList(list::organizations(publication, page)));
        }
        Route::Project(project) => {
            let article = project::article(publication, page, *project);
            things.push(Thing::TechArticle(article.into()));
            let review = project::claim_review(publication, page, *project);
            things.extend(review.map(|review| Thing::ClaimReview(review.into())));
        }
        Route::About => {
            things.push(web_page(atlas::about_page(publication, page)));
            things.push(dataset());
        }
        Route::Claims(_) | Route::Changes | Route::NotFound { .. } => {
            things.push(web_page(atlas::web_page("WebPage", publication, page)));
        }
    }
    Graph { context: "https://schema.org", things }
}

/// Serializes a value as JSON that is safe inside of a `script` element. Escapes all characters that
/// could end the element or start a comment; parsers read the same value.
pub fn script_text(value: &impl Serialize) -> String {
    let mut text = String::new();
    for char in to_json(value).chars() {
        match char {
            // These characters only occur in strings, where an escape means the same.
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
