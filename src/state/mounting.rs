//! Making the cards of a long list: the first screenful at once, the rest in later frames, so that
//! the answer to a keystroke is painted in the next frame and the browser's own find still reaches
//! every card.

use leptos::prelude::*;

/// The cards of the first frame: more than the tallest screen shows (2,560 px by 1,440 px show
/// about eight), and few enough for one frame.
const FIRST: usize = 10;

/// The cards that each later frame adds: making one takes about a quarter of a millisecond, so a
/// frame stays responsive.
const PER_FRAME: usize = 16;

/// How much of a list is there. The list itself is told by a number that changes with it, so that
/// a new list starts small by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mounting {
    progress: RwSignal<(u64, usize)>,
    is_gradual: bool,
}

impl Mounting {
    /// Every list is there as a whole at once.
    pub(super) fn whole() -> Self {
        Self { progress: RwSignal::new((0, 0)), is_gradual: false }
    }

    /// Lists grow frame by frame.
    pub(super) fn gradual() -> Self {
        Self { progress: RwSignal::new((0, 0)), is_gradual: true }
    }

    /// How many of the first cards of a list are to be there now.
    pub(super) fn n_mounted(self, list: u64) -> usize {
        let (of, n) = self.progress.get();
        match self.is_gradual {
            false => usize::MAX,
            true if of == list => n,
            true => FIRST,
        }
    }

    /// Makes the whole list at once, as scrolling back to where a reader was needs it.
    pub(super) fn finish(self, list: u64) {
        if self.is_gradual {
            self.progress.set((list, usize::MAX));
        }
    }

    /// Lets a list of `n_cards` grow in the coming frames, until another list takes its place.
    pub(super) fn grow(self, list: impl Fn() -> (u64, usize) + 'static) {
        if !self.is_gradual {
            return;
        }
        request_animation_frame(move || {
            // The frame that answers the reader is painted first; the next one adds to it.
            request_animation_frame(move || {
                let (id, n_cards) = list();
                let n_mounted = untrack(|| self.n_mounted(id));
                if n_mounted < n_cards {
                    self.progress.set((id, n_mounted + PER_FRAME));
                    self.grow(list);
                }
            });
        });
    }
}
