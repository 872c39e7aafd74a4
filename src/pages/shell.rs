use maud::html;

use super::{explore::explore, record::record, slice::slice_page};
use crate::{
    components::{Places, bar, refine_sheet, share_dialog},
    link::Provenance,
    markup::{Markup, footer, frame_footer, provenance, trouble, unknown_version},
    state::{Explorer, Medium, RECORD_ID, STATUS_ID, Stage, TROUBLE_ID},
};

/// The whole page, without a list where the page of a record is shown: [`list`] is added when it is
/// asked for, and then stays while the page of a record lies over it, so that going back finds it
/// as it was.
pub fn shell(explorer: Explorer, places: &mut Places) -> Markup {
    let is_page = explorer.stage() == Stage::Page;
    html! {
        @if is_page { (bar(explorer, places)) }
        (places.add(TROUBLE_ID, move || told_first(explorer)))
        @if explorer.shows_list() { (list(explorer, places)) }
        (places.add(RECORD_ID, move || record(explorer)))
        (places.add("foot", move || foot(explorer)))
        @if explorer.medium() == Medium::Browser {
            (refine_sheet(explorer, places))
            (share_dialog())
        }
        p.unseen lang="en" id=(STATUS_ID) role="status" {}
    }
}

/// The list that a query asks for, as it is shown here.
pub fn list(explorer: Explorer, places: &mut Places) -> Markup {
    match explorer.stage() {
        Stage::Page => explore(explorer, places),
        Stage::Frame => slice_page(explorer, places),
    }
}

/// What has to be known of the dataset before anything of it is read. The foot of a frame says of a
/// version what it is, so that frames of all versions are of one height.
fn told_first(explorer: Explorer) -> Markup {
    let route = explorer.route();
    let is_frame = explorer.stage() == Stage::Frame;
    explorer.with_scene(|scene| {
        explorer.with_site(|site| {
            let is_in_foot = is_frame && matches!(site.provenance, Provenance::Version(_));
            html! {
                @if !is_in_foot { (provenance(site, &route)) }
                (unknown_version(site, &scene.notices))
                (trouble(scene.trouble.as_ref()))
            }
        })
    })
}

fn foot(explorer: Explorer) -> Markup {
    // Only a frame's footer says where one is: the other one is not made at each keystroke.
    if explorer.stage() != Stage::Frame {
        return explorer.with_site(footer);
    }
    let route = explorer.whole();
    explorer.with_site(|site| frame_footer(site, &route))
}
