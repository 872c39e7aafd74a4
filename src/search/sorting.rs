//! One sort for everything that has to be sorted.

use std::cmp::Ordering;

/// The positions from 0 to `len` in the order of a comparison, equal ones as they are.
///
/// Every type that is sorted with the standard sort adds about a kilobyte to what a browser has
/// to load; positions are always of one type.
pub(super) fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions = (0..len).collect::<Vec<_>>();
    positions.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    positions
}
