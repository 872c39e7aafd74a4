//! Geometry of a bar chart.

/// Height of the view box.
pub const CHART_HEIGHT: u32 = 100;

/// Width of the view box per bar, including the gaps around it.
pub const BAR_STEP: u32 = 10;

/// Gap on either side of a bar.
const GAP: u32 = 1;

/// Minimum height of a bar, so that a count of zero can still be clicked.
const LEAST: u32 = 2;

/// A bar in a view box of height [`CHART_HEIGHT`] and of width [`BAR_STEP`] per bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height; never 0.
    pub height: u32,
}

/// Returns one bar per count, in the same order. The bar of the largest count fills the height.
///
/// ```
/// use rustscape::chart::{CHART_HEIGHT, bars};
///
/// let bars = bars(&[2, 4]);
/// assert_eq!(bars[0].height, CHART_HEIGHT / 2);
/// assert_eq!(bars[1].height, CHART_HEIGHT);
/// ```
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
