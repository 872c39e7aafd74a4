//! Layout: horizontal overflow and layout shifts.

use super::Page;

const FIND_OVERFLOW: &str = include_str!("overflow.js");

const SUM_SHIFTS: &str = include_str!("layout_shift.js");

impl Page {
    /// Asserts that the page does not scroll sideways, and names the elements that reach out of it if it does.
    #[track_caller]
    pub fn assert_no_horizontal_overflow(&self) {
        let found = self.inspect(FIND_OVERFLOW);
        let found: Vec<&str> =
            found.as_array().into_iter().flatten().filter_map(|line| line.as_str()).collect();
        assert!(found.is_empty(), "the page scrolls sideways:\n  {}", found.join("\n  "));
    }

    /// The sum of all layout shifts since the page was loaded, except those that followed an input within half a
    /// second. It has no unit: a share of the window moved by a share of the window. 0 is a page that stands still.
    #[track_caller]
    pub fn layout_shift(&self) -> f64 {
        self.inspect(SUM_SHIFTS).as_f64().expect("a sum")
    }
}
