use leptos::prelude::*;

use super::{file_field::FileField, text};
use crate::{
    markup,
    state::{Explorer, Presentation},
};

/// The id of the last line of a frame.
pub(crate) const FRAME_FOOT_ID: &str = "frame-foot";

/// The end of a page: what the data is, how to read it, how old it is, and where to get it. In a
/// frame, the last line.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let explorer = Explorer::expect();
    if explorer.presentation() == Presentation::Embed {
        let line = text(move || frame_foot(explorer));
        return view! { <footer class="foot frame-foot" id=FRAME_FOOT_ID inner_html=line></footer> }
            .into_any();
    }
    let about = explorer.with_site(|site| markup::about_data(site).into_string());
    let links = explorer.with_site(|site| markup::footer_links(site).into_string());
    view! {
        <footer class="foot">
            <div class="live" inner_html=about></div>
            <nav class="pages" aria-label="More">
                <span class="live" inner_html=links></span>
                <span class="live" id="open-file"><FileField/></span>
            </nav>
        </footer>
    }
    .into_any()
}

/// Returns the last line of a frame, as HTML: where it is from, and the way to the whole.
pub(crate) fn frame_foot(explorer: Explorer) -> String {
    let route = explorer.full_page_route();
    explorer.with_site(|site| markup::frame_footer(site, &route).into_string())
}
