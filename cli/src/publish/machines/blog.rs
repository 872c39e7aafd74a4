//! Templates that bloggers copy into their static site generator to embed views.

use rustscape::link::Platform;

use crate::publish::{File, Publication, text::one_line};

/// Templates of the files. The published files end in `.txt`, so that hosts show them as text
/// instead of as a page.
const TEMPLATES: [(Platform, &str); 2] = [
    (Platform::Hugo, include_str!("../../../templates/blog/hugo/rustscape.html")),
    (Platform::Jekyll, include_str!("../../../templates/blog/jekyll/rustscape.html")),
];

/// Returns the shortcode for Hugo and the include for Jekyll. Each writes a quote with a link to a
/// view, which `embed.js` turns into an embed.
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

/// Escapes a text as HTML that neither generator interprets.
///
/// Both generators act on `{{` and `{%`. Quotes are escaped because the address is in an attribute,
/// and `@` because it marks the placeholders of the templates.
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
