//! The geometry of pictures.

use rustscape::chart::{BAR_STEP, CHART_HEIGHT, bars};

#[test]
fn the_largest_count_is_as_high_as_the_chart_and_the_others_in_proportion() {
    check(&[], &[]);
    check(&[7], &[100]);
    check(&[1, 2, 4], &[25, 50, 100]);
    check(&[3, 1], &[100, 33]);
}

#[test]
fn even_a_count_of_nothing_has_a_bar() {
    check(&[0, 0], &[2, 2]);
    check(&[0, 1000, 1], &[2, 100, 2]);
}

#[test]
fn the_largest_numbers_keep_their_proportion() {
    check(&[u32::MAX, u32::MAX / 2, 0], &[100, 49, 2]);
}

#[track_caller]
fn check(counts: &[u32], heights: &[u32]) {
    let bars = bars(counts);
    assert_eq!(bars.iter().map(|bar| bar.height).collect::<Vec<_>>(), heights);
    for (at, bar) in (0..).zip(&bars) {
        assert_eq!(bar.y + bar.height, CHART_HEIGHT, "{bar:?} stands on the ground");
        let is_in_its_column = at * BAR_STEP < bar.x && bar.x + bar.width < (at + 1) * BAR_STEP;
        assert!(is_in_its_column, "{bar:?}");
    }
}
