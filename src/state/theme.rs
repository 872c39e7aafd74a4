//! Light or dark: as the system has it, or as the reader chose.

use leptos::prelude::*;

use super::browser;
use crate::link::Theme;

/// Where the choice is kept; `boot.js` reads it before the first paint.
const KEY: &str = "rustscape:theme";

/// What a reader can choose: the themes of links.
pub type ThemeChoice = Theme;

/// The switch between them.
#[derive(Clone, Copy, Debug)]
pub struct ThemeSwitch {
    choice: RwSignal<ThemeChoice>,
}

impl ThemeSwitch {
    /// The switch as the page was opened: `boot.js` has set what was asked for or stored.
    pub fn as_opened() -> Self {
        let root = browser::document().and_then(|document| document.document_element());
        let set = root.and_then(|root| root.get_attribute("data-theme"));
        let choice = Theme::ALL.into_iter().find(|theme| set.as_deref() == Some(theme.key()));
        Self { choice: RwSignal::new(choice.unwrap_or_default()) }
    }

    /// The switch of a page that is rendered to text.
    pub fn automatic() -> Self {
        Self { choice: RwSignal::new(Theme::Auto) }
    }

    /// What is chosen.
    pub fn get(self) -> ThemeChoice {
        self.choice.get()
    }

    /// Goes on to the next choice, shows it and keeps it for the next visit.
    pub fn next(self) {
        let next = match self.choice.get_untracked() {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        };
        self.choice.set(next);
        let chosen = (next != Theme::Auto).then(|| next.key());
        browser::store(KEY, chosen);
        let root = browser::document().and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = match chosen {
                Some(theme) => root.set_attribute("data-theme", theme),
                None => root.remove_attribute("data-theme"),
            };
        }
    }
}
