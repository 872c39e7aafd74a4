//! What devices need to know to install the site as an app.

use serde_json::json;

use super::{
    File, Publication,
    color::{PAPER, accent, hex},
    icons::{ICON_LARGE, ICON_SMALL, SVG},
    text::{cut, one_line},
};

/// The name of the file.
pub const NAME: &str = "site.webmanifest";

/// How many characters of a title devices show below an icon.
const SHORT_NAME_MAX_CHARS: usize = 12;

/// `site.webmanifest`. Its addresses are relative to it, as browsers ignore those of another origin
/// than that on which a preview is served.
pub fn file(publication: &Publication) -> File {
    let dataset = publication.dataset();
    let mut manifest = json!({
        "name": one_line(&dataset.title),
        "short_name": cut(&one_line(&dataset.title), SHORT_NAME_MAX_CHARS),
        "description": one_line(&dataset.description),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": accent(publication),
        "background_color": hex(PAPER),
        "icons": [
            {"src": SVG, "sizes": "any", "type": "image/svg+xml"},
            {"src": ICON_SMALL.0, "sizes": "192x192", "type": "image/png"},
            {"src": ICON_LARGE.0, "sizes": "512x512", "type": "image/png"},
        ],
    });
    if let Some(language) = &dataset.language {
        manifest["lang"] = json!(one_line(language));
    }
    if let Some(dir) = dataset.dir() {
        manifest["dir"] = json!(dir);
    }
    File::new(NAME, manifest.to_string())
}
