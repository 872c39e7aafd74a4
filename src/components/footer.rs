//! Footer of a page or a frame.

use leptos::prelude::*;

use super::{file_field::FileField, text};
use crate::{
    markup,
    state::{Explorer, Presentation},
};

/// Id of the footer of a frame.
pub(crate) const FRAME_FOOT_ID: &str = "frame-foot";

/// Footer of a page: description, legend, day and download of the data, links. A frame has a footer of
/// one line.
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

/// Returns the HTML of the footer of a frame: name and day of the data, link to the full page.
pub(crate) fn frame_foot(explorer: Explorer) -> String {
    let route = explorer.full_page_route();
    explorer.with_site(|site| markup::frame_footer(site, &route).into_string())
}
