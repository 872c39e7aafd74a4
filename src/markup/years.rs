//! Histogram of years.

use maud::{Markup, html};

use crate::{
    chart::{Bar, CHART_HEIGHT},
    wording::grouped,
};

/// Renders a bar of the histogram: a click target with the full height of the chart, and the bar, which
/// is colored if its year is chosen.
pub fn year_bar(bar: Bar, year: u16, count: u32, is_chosen: bool) -> Markup {
    html! {
        title { (year) ": " (grouped(count as usize)) }
        rect.hit x=(bar.x) y="0" width=(bar.width) height=(CHART_HEIGHT) {}
        rect.in[is_chosen] x=(bar.x) y=(bar.y) width=(bar.width) height=(bar.height) {}
    }
}
