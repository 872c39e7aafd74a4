use leptos::prelude::*;

use super::{
    icon_view::icon, search_field::SearchField, share_dialog::ShareDialog,
    theme_button::ThemeButton,
};
use crate::{
    link::Route,
    markup::Icon,
    state::{Explorer, HEADING_ID},
};

/// The bar on top of every page: where one is, the search, the theme, and sharing.
#[component]
pub fn Bar() -> impl IntoView {
    let explorer = Explorer::expect();
    let title = explorer.atlas().dataset.title.clone();
    view! {
        <a class="skip" href=move || format!("{}#{HEADING_ID}", explorer.href(&explorer.route()))>
            "Skip to the content"
        </a>
        <header class="bar">
            <a class="brand" href=explorer.href(&Route::home())>
                {icon(Icon::Logo)}
                {title}
            </a>
            <SearchField />
            <div class="acts">
                <ThemeButton />
                <ShareDialog />
            </div>
        </header>
    }
    .into_any()
}
