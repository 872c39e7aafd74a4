//! What a reader has opened or chosen that is no part of a link.

use leptos::prelude::*;

use super::{HEADING_ID, browser, theme};
use crate::{
    link::{Embed, Theme},
    markup::USUAL_HEIGHT_PX,
    search::Facet,
};

/// The id of the element above the page.
pub(crate) const MODAL_ID: &str = "modal";

/// What is open above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The facets.
    Refine,
    /// The ways to share.
    Share,
}

/// The controls of a page: cheap to copy, provided as context to every component.
#[derive(Clone, Copy)]
pub struct Controls {
    theme: RwSignal<Theme>,
    over: RwSignal<Option<Over>>,
    open_facets: RwSignal<Vec<Facet>>,
    wanted: RwSignal<Option<(Facet, String)>>,
    frame: RwSignal<(Theme, u32)>,
    copied: RwSignal<Option<(String, &'static str)>>,
}

impl Controls {
    /// The controls of a page in a browser.
    pub fn of_page() -> Self {
        Self::new(theme::as_opened())
    }

    /// The controls of a page that is rendered to text.
    pub fn of_text() -> Self {
        Self::new(Theme::Auto)
    }

    fn new(theme: Theme) -> Self {
        Self {
            theme: RwSignal::new(theme),
            over: RwSignal::new(None),
            open_facets: RwSignal::new(Vec::new()),
            wanted: RwSignal::new(None),
            frame: RwSignal::new((Theme::Auto, USUAL_HEIGHT_PX)),
            copied: RwSignal::new(None),
        }
    }

    /// The controls that a page has provided.
    #[track_caller]
    pub fn expect() -> Self {
        expect_context()
    }

    /// The theme that is chosen.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// What is open above the page.
    pub fn over(self) -> Option<Over> {
        self.over.get()
    }

    /// Whether all values of a facet are shown.
    pub fn is_open(self, facet: Facet) -> bool {
        self.open_facets.with(|open| open.contains(&facet))
    }

    /// What is looked for among the values of a facet.
    pub fn wanted(self, facet: Facet) -> String {
        self.wanted.with(|wanted| match wanted {
            Some((of, text)) if *of == facet => text.clone(),
            _ => String::new(),
        })
    }

    /// The frame that is shared, as chosen.
    pub fn embed(self, url: String, title: String) -> Embed {
        let (theme, height_px) = self.frame.get();
        Embed { url, title, height_px, theme }
    }

    /// The field that was copied last, and what became of that.
    pub fn copied(self) -> Option<(String, &'static str)> {
        self.copied.get()
    }

    /// Goes on to the next theme, shows it and keeps it for the next visit.
    pub(super) fn next_theme(self) {
        let next = theme::after(self.theme.get_untracked());
        theme::choose(next);
        self.theme.set(next);
    }

    /// Shows all values of a facet, or only the first again.
    pub(super) fn toggle_facet(self, facet: Facet) {
        self.wanted.set(None);
        self.open_facets.update(|open| match open.iter().position(|other| *other == facet) {
            Some(at) => drop(open.remove(at)),
            None => open.push(facet),
        });
    }

    /// Looks for a value of a facet.
    pub(super) fn look_for(self, facet: Facet, text: String) {
        self.wanted.set(Some((facet, text)));
    }

    /// Opens something above the page, as soon as its content is there.
    pub(super) fn open(self, over: Over) {
        self.copied.set(None);
        self.over.set(Some(over));
        request_animation_frame(|| browser::open_modal(MODAL_ID));
    }

    /// Closes what is open above the page.
    pub(super) fn close(self) {
        browser::close_modal(MODAL_ID);
    }

    /// What was open above the page has closed, whoever closed it.
    pub(crate) fn has_closed(self) {
        let opener = match self.over.get_untracked() {
            Some(Over::Refine) => "refine",
            _ => "share",
        };
        self.over.set(None);
        self.wanted.set(None);
        // The button may have been made anew meanwhile; then the browser cannot give it the focus.
        browser::keep_focus(Some(opener.to_owned()), HEADING_ID);
    }

    /// Chooses the theme of the frame that is shared.
    pub(super) fn choose_frame_theme(self, key: &str) {
        let theme = Theme::ALL.into_iter().find(|theme| theme.key() == key).unwrap_or_default();
        self.frame.update(|(chosen, _)| *chosen = theme);
    }

    /// Chooses the height of the frame that is shared.
    pub(super) fn choose_frame_height(self, height_px: u32) {
        self.frame.update(|(_, chosen)| *chosen = height_px);
    }

    /// Copies the text of a field; where that is not allowed, selects it to be copied by hand.
    pub(super) async fn copy(self, field: String) {
        let field_element = browser::element(&field);
        let text = field_element.and_then(|field| browser::value_of(&field)).unwrap_or_default();
        if browser::copy_text(&text).await {
            self.copied.set(Some((field, "Copied")));
            return;
        }
        let said = "Selected: copy it with Ctrl+C or ⌘C";
        self.copied.set(Some((field.clone(), said)));
        request_animation_frame(move || browser::select(&field));
    }
}
