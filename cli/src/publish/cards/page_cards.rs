//! Preview cards of all pages. Only cards whose content changed are rasterized again.

use std::{collections::HashMap, sync::Mutex};

use rustscape::{link::Route, wording::headline};

use super::{Card, CardRenderer};
use crate::{
    Failure,
    output::warn,
    publish::{File, MARKER_FILE, Output, Page, Publication, hash},
};

/// Maximum number of names for a card: more than fit on one line.
const NAMES_MAX: usize = 12;

/// Maximum number of letters in a warning: enough to recognize their script.
const WARNED_LETTERS_MAX: usize = 12;

/// Start of a line in the marker file that records a card.
const NOTE_PREFIX: &str = "card ";

/// Writer of the preview cards of a site.
pub(in crate::publish) struct PageCards<'p> {
    publication: &'p Publication,
    renderer: CardRenderer,
    /// Hash of the SVG of each card in the previous publication, by path.
    previous: HashMap<String, String>,
    notes: Mutex<Vec<String>>,
}

impl<'p> PageCards<'p> {
    /// Reads the hashes of the previous publication, and loads `fonts` for scripts that the program
    /// has no font for.
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

    /// Writes the card of a page. Reuses the previous picture if its SVG is unchanged.
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

    /// Warns of letters that no font has, because their ASCII spelling is not the original text.
    pub(in crate::publish) fn warn_of_missing_letters(&self) {
        let letters = self.renderer.missing_letters();
        if letters.is_empty() {
            return;
        }
        let some: String = letters.chars().take(WARNED_LETTERS_MAX).collect();
        let rest = if letters.len() == some.len() { "" } else { " …" };
        warn(&format!(
            "preview cards spell letters in ASCII that no font has ({some}{rest}): name a font file for them with --font"
        ));
    }

    /// Returns the lines for the marker file.
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

/// Returns the path of the card of a page, below the site.
pub(in crate::publish) fn path(page: &Page) -> String {
    [&page.address, "card.png"].concat()
}

/// Returns the names on the card of a page: the organizations of a list, or the projects of an
/// organization.
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

/// Returns the secondary text of the card of a page: the figure of a project, or else the
/// description.
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
