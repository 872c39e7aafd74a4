//! Making the cards of a long list: the first screenful at once, the rest in later frames, so that
//! the answer to a keystroke is painted in the next frame and the browser's own find still reaches
//! every card.

use leptos::prelude::*;

/// The cards of the first frame: more than the tallest screen shows (2,560 px by 1,440 px show
/// about eight), and few enough for one frame.
const FIRST: usize = 10;

/// The cards that each later frame adds: about 4 ms of work, so that a frame stays responsive.
const PER_FRAME: usize = 16;

/// How much of the list is there. Lists are told apart by a number that changes with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mounting {
    inner: StoredValue<Inner>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Inner {
    /// Every list is made as a whole: there is no frame to be late for.
    is_whole: bool,
    /// The list that is made as a whole, because scrolling back into it needs its full height.
    whole_list: Option<u64>,
    list: u64,
    n_mounted: usize,
    /// Which run of frames adds cards: an older one ends when there is a newer one.
    run: u32,
}

impl Mounting {
    /// Every list is there as a whole at once.
    pub(super) fn whole() -> Self {
        Self { inner: StoredValue::new(Inner { is_whole: true, ..Inner::default() }) }
    }

    /// Lists grow frame by frame.
    pub(super) fn gradual() -> Self {
        Self { inner: StoredValue::new(Inner::default()) }
    }

    /// The next list with this number is made as a whole.
    pub(super) fn expect_whole(self, list: u64) {
        self.inner.update_value(|inner| inner.whole_list = Some(list));
    }

    /// How many cards of a list are to be made first.
    pub(super) fn first(self, list: u64, n_cards: usize) -> usize {
        let mut first = n_cards;
        self.inner.update_value(|inner| {
            let is_whole = inner.is_whole || inner.whole_list.take() == Some(list);
            if !is_whole {
                first = n_cards.min(FIRST);
            }
            (inner.list, inner.n_mounted) = (list, first);
        });
        first
    }

    /// Lets the list of this number grow in the coming frames: `add` is called with the range of
    /// cards to add, until `n_cards` are there or another list takes the place of this one.
    pub(super) fn grow(self, list: u64, n_cards: usize, add: impl Fn(usize, usize) + 'static) {
        self.inner.update_value(|inner| inner.run += 1);
        let run = self.inner.with_value(|inner| inner.run);
        // The frame that answers the reader is painted first; the next one adds to it.
        request_animation_frame(move || {
            request_animation_frame(move || self.step(run, list, n_cards, add));
        });
    }

    fn step(self, run: u32, list: u64, n_cards: usize, add: impl Fn(usize, usize) + 'static) {
        let Some(inner) = self.inner.try_get_value() else { return };
        let is_over = inner.run != run || inner.list != list || n_cards <= inner.n_mounted;
        if inner.is_whole || is_over {
            return;
        }
        let end = n_cards.min(inner.n_mounted + PER_FRAME);
        add(inner.n_mounted, end);
        self.inner.update_value(|inner| inner.n_mounted = end);
        request_animation_frame(move || self.step(run, list, n_cards, add));
    }
}
