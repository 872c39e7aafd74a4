//! What is pasted into other pages.

use super::Theme;

/// A view in a frame of another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The absolute address of the embedded view, without a theme.
    pub url: String,
    /// What the frame shows, for those who cannot see it.
    pub title: String,
    /// The height that the page keeps free, in CSS pixels.
    pub height_px: u32,
    /// The colors.
    pub theme: Theme,
}

/// The `<iframe>` of a view. Defaults are left out; every text is escaped.
pub fn embed_snippet(embed: &Embed) -> String {
    let mut src = embed.url.clone();
    if embed.theme != Theme::default() {
        src.push(if src.contains('?') { '&' } else { '?' });
        src.push_str("theme=");
        src.push_str(embed.theme.key());
    }
    [
        "<iframe src=\"",
        &escaped(&src),
        "\" title=\"",
        &escaped(&embed.title),
        "\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups \
         allow-popups-to-escape-sandbox\" width=\"100%\" height=\"",
        &embed.height_px.to_string(),
        "\" style=\"border:0\"></iframe>",
    ]
    .concat()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
