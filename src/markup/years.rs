use maud::{Markup, html};

use crate::{
    chart::{Bar, CHART_HEIGHT},
    wording::grouped,
};

/// A bar of the histogram of years: a place to click on that is as high as the picture, and the bar
/// itself, in color where its year is chosen.
pub fn year_bar(bar: Bar, year: u16, count: u32, is_chosen: bool) -> Markup {
    html! {
        title { (year) ": " (grouped(count as usize)) }
        rect.hit x=(bar.x) y="0" width=(bar.width) height=(CHART_HEIGHT) {}
        rect.in[is_chosen] x=(bar.x) y=(bar.y) width=(bar.width) height=(bar.height) {}
    }
}
