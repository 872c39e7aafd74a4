//! Choices of the reader in the share dialog.

use crate::link::{EmbedOptions, EmbedPart, Platform, Theme};

/// Height of a frame with six rows, in CSS pixels. The snippet uses it until the preview reports its
/// height.
const DEFAULT_HEIGHT_PX: u32 = 478;

/// A tab of the share dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Link to the view.
    #[default]
    Link,
    /// Snippet that embeds the view in another page.
    Embed,
    /// Citation of the view.
    Cite,
    /// Picture of the view.
    Image,
    /// Files with the records of the view.
    Data,
}

impl Tab {
    /// All tabs in display order.
    pub const ALL: [Self; 5] = [Self::Link, Self::Embed, Self::Cite, Self::Image, Self::Data];

    /// Returns the label of the tab.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "Link",
            Self::Embed => "Embed",
            Self::Cite => "Cite",
            Self::Image => "Image",
            Self::Data => "Data",
        }
    }
}

/// A choice in the share dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareChange {
    /// Opens a tab.
    Tab(Tab),
    /// Sets the platform of the snippet.
    Platform(Platform),
    /// Sets the theme of the frame.
    Theme(Theme),
    /// Shows or hides a part of the frame.
    Part(EmbedPart),
    /// Sets the maximum number of rows of the frame. A number out of range changes nothing.
    Rows(u32),
    /// Changes the width of the preview, which styles alone apply.
    Width,
    /// Pins links to the day of the data, or unpins them.
    Pin,
}

/// Outcome of copying a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// The text is in the clipboard.
    Copied,
    /// The browser denied access to the clipboard. The text is selected, so that the reader can copy
    /// it.
    Selected,
}

impl CopyOutcome {
    /// Returns the message about the outcome.
    pub fn message(self) -> &'static str {
        match self {
            Self::Copied => "Copied",
            Self::Selected => "Press Ctrl+C or ⌘C to copy",
        }
    }
}

/// State of the share dialog. It outlives the dialog, so that the choices apply to the next view too.
///
/// # Examples
///
/// ```
/// use rustscape::state::{ShareChange, Sharing, Tab};
///
/// let mut sharing = Sharing::default();
/// sharing.change(ShareChange::Tab(Tab::Embed));
/// sharing.change(ShareChange::Rows(4));
/// assert_eq!(sharing.tab, Tab::Embed);
/// assert_eq!(sharing.embed_options.n_rows, 4);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    /// The open tab.
    pub tab: Tab,
    /// Platform of the page that embeds the view.
    pub platform: Platform,
    /// Options of the frame.
    pub embed_options: EmbedOptions,
    /// Height of the frame, in CSS pixels.
    pub height_px: u32,
    /// `true` if links name the day of the data, so that they always show the same.
    pub is_pinned: bool,
    /// Id of the field that was copied last and the outcome, until the next choice.
    pub copied: Option<(&'static str, CopyOutcome)>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            platform: Platform::default(),
            embed_options: EmbedOptions::default(),
            height_px: DEFAULT_HEIGHT_PX,
            is_pinned: false,
            copied: None,
        }
    }
}

impl Sharing {
    /// Applies a choice, and forgets which field was copied.
    pub fn change(&mut self, change: ShareChange) {
        self.copied = None;
        match change {
            ShareChange::Tab(tab) => self.tab = tab,
            ShareChange::Platform(platform) => self.platform = platform,
            ShareChange::Theme(theme) => self.embed_options.theme = theme,
            ShareChange::Part(part) => {
                self.embed_options.parts = self.embed_options.parts.toggled(part);
            }
            ShareChange::Rows(n_rows) if (1..=EmbedOptions::ROWS_MAX).contains(&n_rows) => {
                self.embed_options.n_rows = n_rows;
            }
            ShareChange::Rows(_) | ShareChange::Width => {}
            ShareChange::Pin => self.is_pinned = !self.is_pinned,
        }
    }

    /// Returns the outcome of copying a field if it was the last one.
    pub fn outcome_of(&self, field_id: &str) -> Option<CopyOutcome> {
        let copied = self.copied.filter(|(id, _)| *id == field_id);
        copied.map(|(_, outcome)| outcome)
    }
}
