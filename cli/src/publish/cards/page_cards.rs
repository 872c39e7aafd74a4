//! The preview card of each page, drawn only where it says something else than previous.

use std::{collections::HashMap, sync::Mutex};

use rustscape::{link::Route, wording::headline};

use super::{Card, CardRenderer};
use crate::{
    Failure,
    dataset_file::warn,
    publish::{File, MARKER_FILE, Output, Page, Publication, hash},
};

/// How many names a card is given: more than fit on its line.
const NAMES_MAX: usize = 12;

/// The most letters without a font that a warning names: enough to recognize their script.
const WARNED_LETTERS_MAX: usize = 12;

/// What begins a note of a card that was drawn.
const NOTE_PREFIX: &str = "card ";

/// Draws the cards of a site.
pub(in crate::publish) struct PageCards<'p> {
    publication: &'p Publication,
    renderer: CardRenderer,
    /// The hash of what each card said when it was drawn last, by its path.
    previous: HashMap<String, String>,
    notes: Mutex<Vec<String>>,
}

impl<'p> PageCards<'p> {
    /// Knows what was drawn for the site that is there, and takes fonts for scripts that the program
    /// has none for.
    pub(in crate::publish) fn new(
        publication: &'p Publication,
        fonts: Vec<Vec<u8>>,
        output: &Output,
    ) -> Result<Self, Failure> {
        let mark = output.previous(MARKER_FILE).unwrap_or_default();
        let mark = String::from_utf8_lossy(&mark);
        let noted = mark.lines().filter_map(|line| line.strip_prefix(NOTE_PREFIX)?.split_once(' '));
        let previous = noted.map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect();
        let renderer = CardRenderer::new(fonts)?;
        Ok(Self { publication, renderer, previous, notes: Mutex::default() })
    }

    /// Writes the card of a page, as it was where it says the same.
    pub(in crate::publish) fn write(&self, page: &Page, output: &Output) -> Result<(), Failure> {
        let path = path(page);
        let svg = self.svg(page);
        let hash = hash::content_hash(svg.as_bytes());
        let previous = self.previous.get(&path).filter(|previous| **previous == hash);
        let bytes = match previous.and_then(|_| output.previous(&path)) {
            Some(bytes) => bytes,
            None => self.renderer.png(&svg)?,
        };
        output.write(&File::new(path.clone(), bytes))?;
        if let Ok(mut notes) = self.notes.lock() {
            notes.push(format!("{NOTE_PREFIX}{hash} {path}\n"));
        }
        Ok(())
    }

    /// Tells of letters that no font has: a script that is output in ASCII is not what was written.
    pub(in crate::publish) fn warn_of_missing_letters(&self) {
        let letters = self.renderer.missing_letters();
        if letters.is_empty() {
            return;
        }
        let some: String = letters.chars().take(WARNED_LETTERS_MAX).collect();
        let rest = if letters.len() == some.len() { "" } else { " …" };
        warn(&format!(
            "preview cards transliterate letters in ASCII that no font has ({some}{rest}): give a font that has them with --font"
        ));
    }

    /// What to note for the next time.
    pub(in crate::publish) fn notes(self) -> String {
        let mut notes = self.notes.into_inner().unwrap_or_default();
        notes.sort_unstable();
        notes.concat()
    }

    fn svg(&self, page: &Page) -> String {
        let Self { publication, .. } = self;
        let dataset = publication.dataset();
        let names = names(publication, page);
        let lead = lead(publication, page);
        let base = publication.url.absolute("");
        let address = base.split_once("://").map_or(&*base, |(_, rest)| rest);
        self.renderer.svg(&Card {
            atlas: &dataset.title,
            sentence: &page.heading,
            lead: lead.as_deref(),
            names: &names[..names.len().min(NAMES_MAX)],
            n_more: names.len().saturating_sub(NAMES_MAX),
            address: address.trim_end_matches('/'),
            accent: dataset.accent.as_deref(),
            is_rtl: dataset.dir().is_some(),
        })
    }
}

/// Where the card of a page is, below the site.
pub(in crate::publish) fn path(page: &Page) -> String {
    [&page.address, "card.png"].concat()
}

/// The organizations of a list, the projects of an organization, what a project replaced.
fn names(publication: &Publication, page: &Page) -> Vec<String> {
    let dataset = publication.dataset();
    match &page.route {
        Route::Explore(query) => {
            let results = publication.search(query);
            results.groups.iter().map(|group| dataset.org(group.org).name.clone()).collect()
        }
        Route::Organization(org) => {
            let projects = dataset.org(*org).project_idxs();
            projects.map(|project| dataset.project(project).name.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// The figure of a project, if it has one; otherwise what the page is about.
fn lead(publication: &Publication, page: &Page) -> Option<String> {
    let dataset = publication.dataset();
    let figure = match &page.route {
        Route::Explore(_) => return None,
        Route::Project(project) => headline(dataset.project(*project), &dataset.vocabulary),
        _ => None,
    };
    let text = match figure {
        Some((outcome, figure)) => {
            let against = outcome.baseline.as_ref().map(|baseline| format!(" against {baseline}"));
            format!("{} {}{}", figure.amount, figure.quantity, against.unwrap_or_default())
        }
        None => page.description.clone(),
    };
    (!text.is_empty()).then_some(text)
}
