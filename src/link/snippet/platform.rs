//! Snippets that embed a view, by the platform of the page.

use super::{
    super::EmbedOptions,
    SharedView,
    escaping::{html, template},
};

/// Path of the script that replaces quotes with frames, below the atlas.
const LOADER: &str = "embed.js";

/// Sandbox tokens of embedded frames: they may run the scripts of the atlas and open links.
pub const IFRAME_SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// Platform of a page that embeds a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Platform {
    /// HTML with a script.
    #[default]
    Html,
    /// HTML without scripts: an `<iframe>`.
    Frame,
    /// WordPress, which embeds a URL through oEmbed.
    WordPress,
    /// Ghost, in an HTML card.
    Ghost,
    /// Hugo, with a shortcode.
    Hugo,
    /// Jekyll, with an include.
    Jekyll,
    /// Markdown without frames and scripts.
    Markdown,
    /// React and MDX, with a custom element.
    React,
}

/// A view to embed in another page.
#[derive(Clone, Debug)]
pub struct Embed<'v> {
    /// View to embed.
    pub view: &'v SharedView,
    /// Display options of the frame.
    pub options: EmbedOptions,
    /// Height that the page reserves, in CSS pixels.
    pub height_px: u32,
}

impl Platform {
    /// All platforms, the most common first.
    pub const ALL: [Self; 8] = [
        Self::Html,
        Self::Frame,
        Self::WordPress,
        Self::Ghost,
        Self::Hugo,
        Self::Jekyll,
        Self::Markdown,
        Self::React,
    ];

    /// Returns the name of the platform.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Frame => "iframe",
            Self::WordPress => "WordPress",
            Self::Ghost => "Ghost",
            Self::Hugo => "Hugo",
            Self::Jekyll => "Jekyll",
            Self::Markdown => "Markdown",
            Self::React => "React",
        }
    }

    /// Returns whether the snippet contains the options of the frame.
    pub fn has_embed_options(self) -> bool {
        !matches!(self, Self::WordPress | Self::Markdown)
    }

    /// Returns the file that the platform needs once: its path below the atlas, and the path to save it
    /// as.
    pub fn file(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Hugo => {
                Some(("data/blog/hugo/rustscape.html.txt", "layouts/shortcodes/rustscape.html"))
            }
            Self::Jekyll => {
                Some(("data/blog/jekyll/rustscape.html.txt", "_includes/rustscape.html"))
            }
            _ => None,
        }
    }
}

/// Returns the snippet for a platform. Leaves out default options, and escapes every text for the
/// language of the platform.
///
/// # Examples
///
/// ```
/// use rustscape::link::{Embed, EmbedOptions, Platform, SharedView, snippet};
///
/// let view = SharedView {
///     site: "https://atlas.example/".to_owned(),
///     address: "replaces/cpp/".to_owned(),
///     sentence: "16 projects that replaced C++".to_owned(),
///     ..SharedView::default()
/// };
/// let embed = Embed { view: &view, options: EmbedOptions::default(), height_px: 478 };
/// assert_eq!(
///     snippet(Platform::Markdown, &embed),
///     "[16 projects that replaced C++](https://atlas.example/replaces/cpp/)",
/// );
/// ```
pub fn snippet(platform: Platform, embed: &Embed<'_>) -> String {
    let view = embed.view;
    match platform {
        Platform::Html | Platform::Ghost => quote(embed),
        Platform::Frame => frame(embed),
        Platform::WordPress => view.url(),
        Platform::Hugo => ["{{< rustscape", &parameters(embed), " >}}"].concat(),
        Platform::Jekyll => ["{% include rustscape.html", &parameters(embed), " %}"].concat(),
        // The picture of a wider page would show other numbers than the linked view.
        Platform::Markdown => match view.picture().filter(|_| view.is_page()) {
            Some(picture) => view.markdown_picture(&picture),
            None => view.markdown_link(),
        },
        Platform::React => element(embed),
    }
}

/// Returns a quote with text and a link, which remain readable if the script does not run.
fn quote(embed: &Embed<'_>) -> String {
    let view = embed.view;
    let height = embed.height_px.to_string();
    let mut quote = "<blockquote class=\"rustscape\"".to_owned();
    push_attributes(&mut quote, "data-", embed);
    let separator = if view.org_names.is_empty() { "" } else { " · " };
    quote.extend([
        " style=\"min-height:",
        &height,
        "px\"><p>",
        &view.html_link(),
        "</p><p>",
        &html(&view.org_names),
        separator,
        &html(&view.origin()),
        "</p></blockquote>\n",
    ]);
    quote + &script(view)
}

fn element(embed: &Embed<'_>) -> String {
    let view = embed.view;
    let mut element = ["<rustscape-embed view=\"", &html(&view.address), "\""].concat();
    push_attributes(&mut element, "", embed);
    element + "></rustscape-embed>\n" + &script(view)
}

fn push_attributes(out: &mut String, prefix: &str, embed: &Embed<'_>) {
    for (key, value) in attributes(embed) {
        out.extend([" ", prefix, key, "=\"", &value, "\""]);
    }
}

/// Returns the options and the height of the frame. Their values need no escaping.
fn attributes(embed: &Embed<'_>) -> Vec<(&'static str, String)> {
    let mut attributes = embed.options.params();
    attributes.push(("height", embed.height_px.to_string()));
    attributes
}

fn script(view: &SharedView) -> String {
    ["<script async src=\"", &html(&view.site), LOADER, "\"></script>"].concat()
}

fn frame(embed: &Embed<'_>) -> String {
    let view = embed.view;
    [
        "<iframe src=\"",
        &html(&view.frame_url(embed.options)),
        "\" title=\"",
        &html(&view.sentence),
        "\" loading=\"lazy\" sandbox=\"",
        IFRAME_SANDBOX,
        "\" referrerpolicy=\"strict-origin-when-cross-origin\" width=\"100%\" height=\"",
        &embed.height_px.to_string(),
        "\" style=\"border:0\"></iframe>",
    ]
    .concat()
}

/// Returns the parameters of a shortcode or an include.
fn parameters(embed: &Embed<'_>) -> String {
    let view = embed.view;
    // An address contains no character that would end a parameter.
    let mut text =
        [" view=\"", &view.address, "\" text=\"", &template(&view.sentence), "\""].concat();
    push_attributes(&mut text, "", embed);
    text
}
