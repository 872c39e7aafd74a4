//! What blogs show views of the atlas with: a file for each generator, to be copied into the blog.

use rustscape::link::Platform;

use crate::publish::{File, Publication, text::one_line};

/// What the files are made of. Where they are, the snippets say that lead to them: they end in `.txt` so
/// that hosts show them as the text that they are, instead of as a page with holes in it.
const TEMPLATES: [(Platform, &str); 2] = [
    (Platform::Hugo, include_str!("../../../templates/blog/hugo/rustscape.html")),
    (Platform::Jekyll, include_str!("../../../templates/blog/jekyll/rustscape.html")),
];

/// The shortcode of Hugo and the include of Jekyll. Each writes the quote with a link to a view that
/// `embed.js` turns into a frame.
pub fn files(publication: &Publication) -> Vec<File> {
    let site = literal(&publication.url.absolute(""));
    let title = literal(&one_line(&publication.dataset().title));
    let filled = |template: &str| template.replace("@SITE@", &site).replace("@TITLE@", &title);
    let file = |(host, template): (Platform, &str)| {
        let (path, _) = host.file()?;
        Some(File::new(path, filled(template)))
    };
    TEMPLATES.into_iter().filter_map(file).collect()
}

/// A text as HTML that neither generator takes for one of its own: both look for two braces, or one
/// and a percent sign. Quotes are escaped too, since the address stands in an attribute; and `@`,
/// lest a text be taken for one of the holes that are filled.
fn literal(text: &str) -> String {
    text.chars().fold(String::new(), |mut html, char| {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '{' => html.push_str("&#123;"),
            '}' => html.push_str("&#125;"),
            '@' => html.push_str("&#64;"),
            char => html.push(char),
        }
        html
    })
}
