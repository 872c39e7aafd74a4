//! Icons.

use maud::{Markup, html};

/// A decorative icon, which is hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Magnifying glass, for search.
    Find,
    /// Cross, for removal.
    Cross,
    /// Arrow out of a box, for sharing.
    Share,
    /// Sun, for the light theme.
    Sun,
    /// Moon, for the dark theme.
    Moon,
    /// Half-filled circle. Needs the class `filled`, like the next two.
    Half,
    /// Filled circle.
    Full,
    /// Empty circle.
    Open,
    /// Crossed-out circle, for exclusion.
    Exclude,
    /// Two sliders, for filters.
    Sliders,
    /// Box with an outward arrow, for external links.
    External,
    /// Two mountains, the logo.
    Logo,
}

impl Icon {
    /// Returns the SVG path, in a view box of 24 by 24.
    pub fn path(self) -> &'static str {
        match self {
            Self::Find => "M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM20 20l-4-4",
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Share => "M12 3v12M7 8l5-5 5 5M5 14v5h14v-5",
            Self::Sun => {
                "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5\
                 M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
            Self::Full => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
            Self::Half => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 5.5a6.5 6.5 0 0 0 0 13z",
            Self::Open => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 5.5a6.5 6.5 0 0 0 0 13 6.5 6.5 0 0 0 0-13z"
            }
            Self::Exclude => "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM8 12h8",
            Self::Sliders => {
                "M4 8h10M18 8h2M4 16h2M10 16h10M18 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z\
                 M10 16a2 2 0 1 1-4 0 2 2 0 0 1 4 0z"
            }
            Self::External => "M14 5h5v5M19 5l-8 8M11 5H5v14h14v-6",
            Self::Logo => "M3 18 9 7l4 6 2.5-4L21 18zM3 21h18",
        }
    }
}

/// Renders an icon in the color and size of the surrounding text.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.i viewBox="0 0 24 24" aria-hidden="true" { path d=(icon.path()) {} }
    }
}
