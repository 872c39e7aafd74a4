use maud::html;

use super::{Places, facet_panel};
use crate::{
    markup::{Markup, tray_foot, tray_head},
    state::{Explorer, Over, REFINE_ID},
};

/// The facets in a sheet, where there is no room for them beside the list, with a button that says
/// what they give.
pub fn refine_sheet(explorer: Explorer, places: &mut Places) -> Markup {
    let head = move || {
        let cleared = explorer.cleared_query();
        explorer.with_site(|site| tray_head(site, cleared))
    };
    let over = Some(Over::Refine);
    html! {
        dialog.tray id=(REFINE_ID) aria-label="Refine" {
            (places.add("tray-head", head))
            (facet_panel(explorer, "tray", over, places))
            (places.add("tray-foot", move || tray_foot(&explorer.results())))
        }
    }
}
