use leptos::prelude::*;

use super::{file_field::FileField, text};
use crate::{
    markup,
    state::{Explorer, Presentation},
};

/// The end of a page: what the data is, how to read it, how old it is, and where to get it. In a
/// frame, the last line: where it is from, and the way to the whole.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let explorer = Explorer::expect();
    if explorer.presentation() == Presentation::Embed {
        let line = text(move || {
            let route = explorer.full_page_route();
            explorer.with_site(|site| markup::frame_footer(site, &route).into_string())
        });
        return view! { <footer class="foot frame-foot" inner_html=line></footer> }.into_any();
    }
    let about = explorer.with_site(|site| markup::about_data(site).into_string());
    let links = explorer.with_site(|site| markup::footer_links(site).into_string());
    view! {
        <footer class="foot">
            <div class="live" inner_html=about></div>
            <nav class="pages" aria-label="More">
                <span class="live" inner_html=links></span>
                <FileField/>
            </nav>
        </footer>
    }
    .into_any()
}
