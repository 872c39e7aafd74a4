//! Incremental rendering of long lists: the first screenful at once, the rest in later frames.
//!
//! The result of a keystroke is painted in the next frame this way, and the browser's find command
//! still reaches every card.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{MORE_CARDS_ID, browser};

/// Minimum height of a row, in CSS pixels. The first frame has as many rows as fit into the window at
/// this height; more rows would delay it.
const ROW_HEIGHT_PX: usize = 110;

/// Delay before a list grows, in milliseconds: longer than the pause between two quick keystrokes, so
/// that growing does not delay the second one.
const GROW_DELAY_MILLIS: u32 = 150;

/// Rows that each later frame adds: about 4 ms of work.
const ROWS_PER_FRAME: usize = 24;

/// Progress of rendering a list. Lists are identified by a hash of their query.
#[derive(Clone, Copy, Debug)]
pub(super) struct IncrementalList {
    progress: StoredValue<Progress>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    /// `true` if lists never grow: pages that are rendered to text have no later frames.
    is_static: bool,
    /// Number of rows in the next list's first frame; `None` fills the window.
    n_page_rows: Option<usize>,
    list: u64,
    n_mounted: usize,
    /// `true` if the added cards of the previous list are still in the page, hidden.
    has_old_cards: bool,
    /// Number of the run of frames that adds cards. A newer run ends older ones.
    run: u32,
}

impl IncrementalList {
    /// Creates the list of a page that is rendered to text: at least `n_rows` rows, without growth.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn page(n_rows: usize) -> Self {
        Self::new(Progress { is_static: true, n_page_rows: Some(n_rows), ..Progress::default() })
    }

    /// Creates the list of a published page. It starts with the `n_rows` rows of that page and grows
    /// frame by frame from then on.
    pub(super) fn after_page(n_rows: usize) -> Self {
        let progress =
            Progress { n_page_rows: Some(n_rows), has_old_cards: true, ..Progress::default() };
        Self::new(progress)
    }

    /// Creates a list that fills the window and grows frame by frame.
    pub(super) fn gradual() -> Self {
        Self::new(Progress::default())
    }

    fn new(progress: Progress) -> Self {
        Self { progress: StoredValue::new(progress) }
    }

    /// Starts a list. Returns the number of cards in its first frame; `sizes` are the numbers of rows
    /// of all cards.
    pub(super) fn first(self, list: u64, sizes: impl ExactSizeIterator<Item = usize>) -> usize {
        let mut first = sizes.len();
        self.progress.update_value(|progress| {
            let n_page_rows =
                if progress.is_static { progress.n_page_rows } else { progress.n_page_rows.take() };
            if let Some(n_rows) = n_page_rows {
                first = n_filling(sizes, n_rows);
            } else {
                first = n_filling(sizes, browser::window_height().div_ceil(ROW_HEIGHT_PX));
            }
            (progress.list, progress.n_mounted) = (list, first);
        });
        first
    }

    /// Grows a list in the coming frames, until another list replaces it. `add(start, n_rows)` adds
    /// about `n_rows` rows after the first `start` cards and returns the new number of cards.
    pub(super) fn grow(self, list: u64, add: impl Fn(usize, usize) -> usize + 'static) {
        self.pause();
        let Progress { run, list: old, .. } = self.progress.get_value();
        if old != list {
            // Removing hundreds of cards takes as long as rendering a screenful. They are hidden at
            // once and removed later, after the result is painted.
            browser::set_hidden(MORE_CARDS_ID, true);
            self.progress.update_value(|progress| progress.has_old_cards = true);
        }
        let begin = move || request_animation_frame(move || self.step(run, list, add));
        Timeout::new(GROW_DELAY_MILLIS, begin).forget();
    }

    /// Adds all remaining rows at once, because restoring a scroll position needs the full height of
    /// the list. `add` is the same as for [`grow`](Self::grow).
    pub(super) fn complete(self, list: u64, add: impl Fn(usize, usize) -> usize) {
        let progress = self.progress.get_value();
        if !progress.is_static && progress.list == list {
            self.pause();
            self.add(progress, usize::MAX, add);
        }
    }

    /// Stops growing until the next call of [`grow`](Self::grow).
    pub(super) fn pause(self) {
        self.progress.update_value(|progress| progress.run += 1);
    }

    fn step(self, run: u32, list: u64, add: impl Fn(usize, usize) -> usize + 'static) {
        let Some(progress) = self.progress.try_get_value() else { return };
        if progress.is_static || progress.run != run || progress.list != list {
            return;
        }
        if self.add(progress, ROWS_PER_FRAME, &add) {
            request_animation_frame(move || self.step(run, list, add));
        }
    }

    /// Adds about `n_rows` rows to the list. Returns whether there were any left.
    fn add(self, progress: Progress, n_rows: usize, add: impl Fn(usize, usize) -> usize) -> bool {
        if progress.has_old_cards {
            browser::set_html(MORE_CARDS_ID, "");
            browser::set_hidden(MORE_CARDS_ID, false);
            self.progress.update_value(|progress| progress.has_old_cards = false);
        }
        let n_mounted = add(progress.n_mounted, n_rows);
        self.progress.update_value(|progress| progress.n_mounted = n_mounted);
        n_mounted > progress.n_mounted
    }
}

/// Returns the number of first cards that have at least `n_rows` rows together, or the number of all
/// cards if they have fewer.
pub(super) fn n_filling(sizes: impl Iterator<Item = usize>, n_rows: usize) -> usize {
    let mut n_left = n_rows;
    let mut n_cards = 0;
    for size in sizes {
        if n_left == 0 {
            break;
        }
        n_left = n_left.saturating_sub(size);
        n_cards += 1;
    }
    n_cards
}
