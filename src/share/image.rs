//! "Image" tab of the share dialog.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{context::ShareContext, data::wider_page_notice, field::Field};
use crate::link::SharedView;

/// Picture of the page of a view.
#[component]
pub(super) fn ImageTab(context: ShareContext) -> impl IntoView {
    let view = context.view.get_untracked();
    let Some(picture) = view.picture() else {
        return view! {
            <div class="choices">
                <p>"Only pages of a published site have pictures. Share the link instead."</p>
            </div>
        }
        .into_any();
    };
    let card = card(&view, &picture).into_string();
    let markdown = context.text(move |view| page(view).markdown_picture(&picture));
    view! {
        <div class="choices">
            <div class="live" inner_html=card></div>
            <Field context id="share-picture" label="Markdown" value=markdown/>
        </div>
    }
    .into_any()
}

fn card(view: &SharedView, picture: &str) -> Markup {
    html! {
        (wider_page_notice(view, "This picture"))
        img.card-picture src=(picture) alt=(page(view).sentence) width="1200" height="630";
        p { a.btn href=(picture) download="card.png" { "Download" } }
    }
}

/// Returns the published page that shows a view, or a wider one.
fn page(view: &SharedView) -> SharedView {
    if view.is_page() { view.clone() } else { view.page_view() }
}
