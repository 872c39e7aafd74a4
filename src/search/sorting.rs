//! Sorting of positions.

use std::cmp::Ordering;

/// Returns the positions from 0 to `len`, sorted by a comparison. The sort is stable.
///
/// Every element type that is sorted with the standard library adds about a kilobyte to the
/// download, so all code sorts positions.
pub(super) fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions = (0..len).collect::<Vec<_>>();
    positions.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    positions
}
