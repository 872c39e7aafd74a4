//! The choices that a reader makes in the dialog that shares a view.

use crate::link::{EmbedOptions, EmbedPart, Platform, Theme};

/// The height of a frame of six rows, in CSS pixels: what a page keeps free until the frame that is
/// tried out has told its own.
const USUAL_HEIGHT_PX: u32 = 478;

/// A way to share a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The link.
    #[default]
    Link,
    /// A frame of it in another page.
    Embed,
    /// A reference to it.
    Cite,
    /// A picture of it.
    Image,
    /// The records.
    Data,
}

impl Tab {
    /// Every way, in the order of the dialog.
    pub const ALL: [Self; 5] = [Self::Link, Self::Embed, Self::Cite, Self::Image, Self::Data];

    /// Returns its name in the dialog.
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

/// One choice in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareChange {
    /// Opens another way.
    Tab(Tab),
    /// Writes the snippet for another host.
    Platform(Platform),
    /// Gives the frame another theme.
    Theme(Theme),
    /// Adds a part to the frame, or leaves it out.
    Part(EmbedPart),
    /// Gives the frame at most this many rows; out of the range of a frame, changes nothing.
    Rows(u32),
    /// Tries the frame out in another width, which styles alone apply.
    Width,
    /// Makes links name the day of the data, or takes that back.
    Pin,
}

/// The outcome of copying a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// The text is in the clipboard.
    Copied,
    /// The clipboard is not allowed: the text is selected, to be copied by hand.
    Selected,
}

impl CopyOutcome {
    /// Returns the announcement of the outcome.
    pub fn message(self) -> &'static str {
        match self {
            Self::Copied => "Copied",
            Self::Selected => "Selected: copy it with Ctrl+C or ⌘C",
        }
    }
}

/// The state of the dialog that shares a view. It outlives the dialog, so that the next view can be
/// shared in the same way.
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    /// The way that is open.
    pub tab: Tab,
    /// The software that the other page is written with.
    pub platform: Platform,
    /// The look of the frame.
    pub look: EmbedOptions,
    /// The height that the frame has, in CSS pixels.
    pub height_px: u32,
    /// Links name the day of the data, and so show the same for ever.
    pub is_pinned: bool,
    /// The id of the field that was copied last, unless something was chosen since.
    pub copied: Option<(&'static str, CopyOutcome)>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            platform: Platform::default(),
            look: EmbedOptions::default(),
            height_px: USUAL_HEIGHT_PX,
            is_pinned: false,
            copied: None,
        }
    }
}

impl Sharing {
    /// Makes a choice.
    pub fn change(&mut self, change: ShareChange) {
        self.copied = None;
        match change {
            ShareChange::Tab(tab) => self.tab = tab,
            ShareChange::Platform(platform) => self.platform = platform,
            ShareChange::Theme(theme) => self.look.theme = theme,
            ShareChange::Part(part) => self.look.parts = self.look.parts.toggled(part),
            ShareChange::Rows(n_rows) if (1..=EmbedOptions::ROWS_MAX).contains(&n_rows) => {
                self.look.n_rows = n_rows;
            }
            ShareChange::Rows(_) | ShareChange::Width => {}
            ShareChange::Pin => self.is_pinned = !self.is_pinned,
        }
    }

    /// Returns the outcome of copying the text of a field, if that was copied last.
    pub fn outcome_of(&self, field_id: &str) -> Option<CopyOutcome> {
        let copied = self.copied.filter(|(id, _)| *id == field_id);
        copied.map(|(_, outcome)| outcome)
    }
}
