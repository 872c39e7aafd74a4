use leptos::prelude::*;
use maud::{Markup, html};

use super::{data::wider, field::Field, shared::Shared};
use crate::link::SharedView;

/// A picture of the page of a view.
#[component]
pub(super) fn ImageTab(shared: Shared) -> impl IntoView {
    let view = shared.view.get_untracked();
    let Some(picture) = view.picture() else {
        return view! {
            <div class="choices">
                <p>"Only the pages of a published atlas have pictures."</p>
            </div>
        }
        .into_any();
    };
    let card = card(&view, &picture).into_string();
    let markdown = shared.text(move |view| page(view).markdown_picture(&picture));
    view! {
        <div class="choices">
            <div class="live" inner_html=card></div>
            <Field shared id="share-picture" label="Markdown" value=markdown/>
        </div>
    }
    .into_any()
}

fn card(view: &SharedView, picture: &str) -> Markup {
    html! {
        (wider(view, "The picture"))
        img.card-picture src=(picture) alt=(page(view).sentence) width="1200" height="630";
        p { a.btn href=(picture) download="card.png" { "Download" } }
    }
}

/// Returns the page that shows a view, or that it narrows.
fn page(view: &SharedView) -> SharedView {
    if view.is_page() { view.clone() } else { view.of_page() }
}
