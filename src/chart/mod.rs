//! Geometry of charts, in integer units of an SVG view box.

mod bars;

pub use bars::{BAR_STEP, Bar, CHART_HEIGHT, bars};
