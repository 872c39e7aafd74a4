//! What a reader has opened or chosen that is no part of a link.

use super::opening::Trouble;
use crate::{
    link::{FrameLook, Notice, Theme},
    search::Facet,
};

/// What is open above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The facets.
    Refine,
    /// The ways to share.
    Share,
}

/// The changeable things around the results. One value behind one signal: each type of signal
/// costs about a kilobyte of code, and the places that follow it are told apart by their text.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What the opened link asked for and did not get.
    pub notices: Vec<Notice>,
    /// The name of a file that could not be opened, and why.
    pub trouble: Option<Trouble>,
    /// The theme that is chosen.
    pub theme: Theme,
    /// How the page looks, where it is a frame.
    pub look: FrameLook,
    /// The published pages of records that were seen, by their addresses, as HTML.
    pub pages: Vec<(String, String)>,
    /// The address of the page that did not arrive last, and why.
    pub missing: Option<(String, String)>,
    /// What is open above the page.
    pub over: Option<Over>,
    /// The facets of which all values are shown.
    pub open_facets: Vec<Facet>,
    /// The open facets that also show their values without results.
    pub empty_shown: Vec<Facet>,
    /// The facet among whose values something is looked for, and what.
    pub wanted: Option<(Facet, String)>,
}

impl Scene {
    /// The scene of a page that was just opened.
    pub fn new(theme: Theme, notices: Vec<Notice>) -> Self {
        Self {
            notices,
            trouble: None,
            theme,
            look: FrameLook::default(),
            pages: Vec::new(),
            missing: None,
            over: None,
            open_facets: Vec::new(),
            empty_shown: Vec::new(),
            wanted: None,
        }
    }

    /// The published page of an address, if it was seen.
    pub fn page(&self, address: &str) -> Option<&str> {
        let page = self.pages.iter().find(|(of, _)| of == address);
        page.map(|(_, html)| html.as_str())
    }

    /// Whether all values of a facet are shown.
    pub fn is_open(&self, facet: Facet) -> bool {
        self.open_facets.contains(&facet)
    }

    /// What is looked for among the values of a facet.
    pub fn wanted(&self, facet: Facet) -> &str {
        match &self.wanted {
            Some((of, text)) if *of == facet => text,
            _ => "",
        }
    }

    /// Shows all values of a facet, or only the first again.
    pub fn toggle_facet(&mut self, facet: Facet) {
        self.wanted = None;
        toggle(&mut self.open_facets, facet);
    }

    /// Shows the values of a facet that have no results as well, or hides them again.
    pub fn toggle_empty(&mut self, facet: Facet) {
        toggle(&mut self.empty_shown, facet);
    }
}

fn toggle(facets: &mut Vec<Facet>, facet: Facet) {
    match facets.iter().position(|other| *other == facet) {
        Some(at) => drop(facets.remove(at)),
        None => facets.push(facet),
    }
}
