//! Web app manifest, by which devices install the site as an app.

use serde::Serialize;

use crate::{
    json::to_json,
    publish::{
        File, Publication,
        cards::{
            app_color::{PAPER, accent, hex},
            icons::{ICON_LARGE, ICON_SMALL, SVG},
        },
        text::{cut, one_line},
    },
};

/// Name of the file.
pub const NAME: &str = "site.webmanifest";

/// Maximum number of characters that devices show below an icon.
const SHORT_NAME_MAX_CHARS: usize = 12;

/// A manifest in the W3C format, <https://www.w3.org/TR/appmanifest/>.
#[derive(Debug, Serialize)]
struct Manifest<'p> {
    name: String,
    short_name: String,
    description: String,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    theme_color: &'p str,
    background_color: String,
    icons: [Icon; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dir: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Icon {
    src: &'static str,
    sizes: &'static str,
    r#type: &'static str,
}

/// Returns `site.webmanifest`. Its addresses are relative, because browsers ignore those of another
/// origin, such as that of the published site in a preview.
pub fn file(publication: &Publication) -> File {
    let dataset = publication.dataset();
    let manifest = Manifest {
        name: one_line(&dataset.title),
        short_name: cut(&one_line(&dataset.title), SHORT_NAME_MAX_CHARS),
        description: one_line(&dataset.description),
        start_url: "./",
        scope: "./",
        display: "minimal-ui",
        theme_color: accent(publication),
        background_color: hex(PAPER),
        icons: [
            Icon { src: SVG, sizes: "any", r#type: "image/svg+xml" },
            Icon { src: ICON_SMALL.0, sizes: "192x192", r#type: "image/png" },
            Icon { src: ICON_LARGE.0, sizes: "512x512", r#type: "image/png" },
        ],
        lang: dataset.language.as_deref().map(one_line),
        dir: dataset.dir(),
    };
    File::new(NAME, to_json(&manifest))
}
