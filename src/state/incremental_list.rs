//! Making the cards of a long list: the first screenful at once, the rest in later frames, so that
//! the answer to a keystroke is painted in the next frame and the browser's own find still reaches
//! every card.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{MORE_CARDS_ID, browser};

/// The least height of a row, in CSS pixels. The rows of the first frame fill the window with rows
/// of this height; more would make the frame late.
const ROW_HEIGHT_PX: usize = 110;

/// How long a list has to rest before it grows, in milliseconds: longer than between two quick
/// keystrokes, which would find the browser at work.
const GROW_DELAY_MILLIS: u32 = 150;

/// The rows that each later frame adds: about 4 ms of work, so that a frame stays responsive.
const ROWS_PER_FRAME: usize = 24;

/// How much of the list is there. Lists are told apart by a number that changes with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct IncrementalList {
    progress: StoredValue<Progress>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    /// Nothing is added to a list: there is no frame in which to do it.
    is_still: bool,
    /// How many rows the next list has first; otherwise, those that fill the window.
    n_page_rows: Option<usize>,
    list: u64,
    n_mounted: usize,
    /// The cards that were added to an earlier list are still there, hidden.
    has_old_cards: bool,
    /// Which run of frames adds cards: an older one ends when there is a newer one.
    run: u32,
}

impl IncrementalList {
    /// The list has so many rows, and never grows.
    pub(super) fn page(n_rows: usize) -> Self {
        Self::of(Progress { is_still: true, n_page_rows: Some(n_rows), ..Progress::default() })
    }

    /// The first list has so many rows, as the page has that was there before, and names the others
    /// where later ones are added; from then on lists grow frame by frame.
    pub(super) fn after_page(n_rows: usize) -> Self {
        let progress =
            Progress { n_page_rows: Some(n_rows), has_old_cards: true, ..Progress::default() };
        Self::of(progress)
    }

    /// Lists grow frame by frame.
    pub(super) fn gradual() -> Self {
        Self::of(Progress::default())
    }

    fn of(progress: Progress) -> Self {
        Self { progress: StoredValue::new(progress) }
    }

    /// How many cards of a list are to be made first; `sizes` are their numbers of rows.
    pub(super) fn first(self, list: u64, sizes: impl ExactSizeIterator<Item = usize>) -> usize {
        let mut first = sizes.len();
        self.progress.update_value(|progress| {
            let n_page_rows =
                if progress.is_still { progress.n_page_rows } else { progress.n_page_rows.take() };
            if let Some(n_rows) = n_page_rows {
                first = n_filling(sizes, n_rows);
            } else {
                first = n_filling(sizes, browser::window_height().div_ceil(ROW_HEIGHT_PX));
            }
            (progress.list, progress.n_mounted) = (list, first);
        });
        first
    }

    /// Lets the list of this number grow in the coming frames, until another list takes its place:
    /// `add` adds about so many rows after so many cards, and says how many cards there are then.
    pub(super) fn grow(self, list: u64, add: impl Fn(usize, usize) -> usize + 'static) {
        self.pause();
        let Progress { run, list: old, .. } = self.progress.get_value();
        if old != list {
            // Taking away hundreds of cards takes as long as making a screenful: they are out of
            // sight at once, and go when the reader has been answered.
            browser::set_hidden(MORE_CARDS_ID, true);
            self.progress.update_value(|progress| progress.has_old_cards = true);
        }
        let begin = move || request_animation_frame(move || self.step(run, list, add));
        Timeout::new(GROW_DELAY_MILLIS, begin).forget();
    }

    /// Makes the list of this number whole at once, because scrolling back into it needs its full
    /// height. `add` is as for [`grow`](Self::grow).
    pub(super) fn complete(self, list: u64, add: impl Fn(usize, usize) -> usize) {
        let progress = self.progress.get_value();
        if !progress.is_still && progress.list == list {
            self.pause();
            self.add(progress, usize::MAX, add);
        }
    }

    /// Lets no list grow until the next call of [`grow`](Self::grow).
    pub(super) fn pause(self) {
        self.progress.update_value(|progress| progress.run += 1);
    }

    fn step(self, run: u32, list: u64, add: impl Fn(usize, usize) -> usize + 'static) {
        let Some(progress) = self.progress.try_get_value() else { return };
        if progress.is_still || progress.run != run || progress.list != list {
            return;
        }
        if self.add(progress, ROWS_PER_FRAME, &add) {
            request_animation_frame(move || self.step(run, list, add));
        }
    }

    /// Adds about so many rows to the list. Returns whether there were any.
    fn add(self, progress: Progress, n_rows: usize, add: impl Fn(usize, usize) -> usize) -> bool {
        if progress.has_old_cards {
            browser::set_html(MORE_CARDS_ID, "");
            browser::set_hidden(MORE_CARDS_ID, false);
            self.progress.update_value(|progress| progress.has_old_cards = false);
        }
        let n_mounted = add(progress.n_mounted, n_rows);
        self.progress.update_value(|progress| progress.n_mounted = n_mounted);
        progress.n_mounted < n_mounted
    }
}

/// How many of the first cards have together at least so many rows; all of them, if they have not.
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
