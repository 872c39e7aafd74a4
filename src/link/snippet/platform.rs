use super::{
    super::EmbedOptions,
    SharedView,
    escaping::{html, template},
};

/// The script that makes frames of quotes, below the atlas.
const LOADER: &str = "embed.js";

/// What frames may do: run the script of the atlas, and open its links.
pub const IFRAME_SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// What a page is written with that a view is put into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Platform {
    /// HTML that may load a script.
    #[default]
    Html,
    /// HTML that may not.
    Frame,
    /// An editor that makes a frame of an address.
    WordPress,
    /// An editor with cards.
    Ghost,
    /// A shortcode.
    Hugo,
    /// An include.
    Jekyll,
    /// Text that has neither frames nor scripts.
    Markdown,
    /// JSX and MDX.
    React,
}

/// A view that is put into another page.
#[derive(Clone, Debug)]
pub struct Embed<'v> {
    /// The view.
    pub view: &'v SharedView,
    /// How its frame looks.
    pub options: EmbedOptions,
    /// The height that the page keeps free, in CSS pixels.
    pub height_px: u32,
}

impl Platform {
    /// Every host, the most usual first.
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

    /// What it is called.
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

    /// Whether the snippet says how the frame looks.
    pub fn has_embed_options(self) -> bool {
        !matches!(self, Self::WordPress | Self::Markdown)
    }

    /// The file that has to be there once, below the atlas and where it is put.
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

/// What is pasted into a page of a host. What is as usual is left out; every text is escaped for
/// the language it stands in.
pub fn snippet(platform: Platform, embed: &Embed<'_>) -> String {
    let view = embed.view;
    match platform {
        Platform::Html | Platform::Ghost => quote(embed),
        Platform::Frame => frame(embed),
        Platform::WordPress => view.url(),
        Platform::Hugo => ["{{< rustscape", &parameters(embed), " >}}"].concat(),
        Platform::Jekyll => ["{% include rustscape.html", &parameters(embed), " %}"].concat(),
        // A picture of a wider page would show other numbers than the link leads to.
        Platform::Markdown => match view.picture().filter(|_| view.is_page()) {
            Some(picture) => view.markdown_picture(&picture),
            None => view.markdown_link(),
        },
        Platform::React => element(embed),
    }
}

/// A quote with words and a link, which stay where the script does not run.
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
    for (key, value) in parts(embed) {
        out.extend([" ", prefix, key, "=\"", &value, "\""]);
    }
}

/// How the frame looks, and how high it is. Needs no escapes.
fn parts(embed: &Embed<'_>) -> Vec<(&'static str, String)> {
    let mut parts = embed.options.params();
    parts.push(("height", embed.height_px.to_string()));
    parts
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

/// The parameters of a shortcode or an include.
fn parameters(embed: &Embed<'_>) -> String {
    let view = embed.view;
    // An address has no character that would end a parameter.
    let mut text =
        [" view=\"", &view.address, "\" text=\"", &template(&view.sentence), "\""].concat();
    push_attributes(&mut text, "", embed);
    text
}
