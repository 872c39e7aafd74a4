//! Pure geometry for pictures, in whole units of a drawing's own view box.

mod bars;

pub use bars::{BAR_STEP, Bar, CHART_HEIGHT, bars};
