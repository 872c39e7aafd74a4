//! A row of bars.

/// The height of the view box.
pub const CHART_HEIGHT: u32 = 100;

/// The width of the view box that each bar takes, with the gap around it.
pub const BAR_STEP: u32 = 10;

/// The gap on either side of a bar.
const GAP: u32 = 1;

/// The least height of a bar, so that a count of nothing is still a place to click on.
const LEAST: u32 = 2;

/// A bar in a view box that is [`CHART_HEIGHT`] high and [`BAR_STEP`] wide for each bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The left edge.
    pub x: u32,
    /// The upper edge.
    pub y: u32,
    /// The width.
    pub width: u32,
    /// The height, at least a little.
    pub height: u32,
}

/// A bar for each count in the same order, the largest as high as the view box.
pub fn bars(counts: &[u32]) -> Vec<Bar> {
    let largest = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut bars = Vec::with_capacity(counts.len());
    let mut x = GAP;
    for count in counts {
        let height = height_of(*count, largest);
        bars.push(Bar { x, y: CHART_HEIGHT - height, width: BAR_STEP - 2 * GAP, height });
        x += BAR_STEP;
    }
    bars
}

fn height_of(count: u32, largest: u32) -> u32 {
    let height = u64::from(count) * u64::from(CHART_HEIGHT) / u64::from(largest);
    u32::try_from(height).unwrap_or(CHART_HEIGHT).max(LEAST)
}
