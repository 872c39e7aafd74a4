use maud::html;

use super::explore::{heading, told};
use crate::{
    components::{Places, ways_out},
    markup::{Markup, problems, search_field, slice, slice_tools, way_back},
    state::{Explorer, SEARCH_ID},
};

/// The list that a query asks for, in a frame of another page: a sentence and rows. Which parts of
/// it are shown is a matter of styles.
pub(super) fn slice_page(explorer: Explorer, places: &mut Places) -> Markup {
    let query = explorer.query();
    html! {
        div.page {
            main.main {
                div role="status" { (places.add("notices", move || notices(explorer))) }
                (problems(&explorer.atlas().problems))
                header.slice-head {
                    (places.add("sentence", move || heading(explorer)))
                    (places.add("tools", move || slice_tools(&explorer.query())))
                }
                (explorer.with_site(|site| search_field(site, SEARCH_ID, query.text())))
                (places.add("way-back", move || back(explorer)))
                (places.add("rows", move || rows(explorer)))
                (places.add("ways-out", move || ways_out(explorer)))
            }
        }
    }
}

/// What its address asked for in vain, and where whoever embeds it makes it anew.
fn notices(explorer: Explorer) -> Markup {
    let is_wrong = explorer.with_scene(|scene| !scene.notices.is_empty());
    let whole = explorer.href(&explorer.whole());
    html! {
        (told(explorer))
        @if is_wrong {
            p.hint.anew { a href={ (whole) "#share" } target="_blank" { "Make this frame anew" } }
        }
    }
}

/// The way back to the author's view, where the reader has left it.
fn back(explorer: Explorer) -> Markup {
    let Some(view) = explorer.left_view() else { return Markup::default() };
    let (sentence, _) = explorer.words_of(&view);
    explorer.with_site(|site| way_back(site, &view, &sentence))
}

fn rows(explorer: Explorer) -> Markup {
    let results = explorer.results();
    let look = explorer.with_scene(|scene| scene.look);
    explorer.with_site(|site| slice(site, &results, look))
}
