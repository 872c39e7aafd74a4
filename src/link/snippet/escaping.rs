//! Escaping of text for HTML, Markdown, templates and LaTeX.

/// Characters and their replacements.
type Table = &'static [(char, &'static str)];

const HTML: Table = &[('&', "&amp;"), ('"', "&quot;"), ('<', "&lt;"), ('>', "&gt;")];

const MARKDOWN: Table = &[
    ('\\', "\\\\"),
    ('`', "\\`"),
    ('*', "\\*"),
    ('_', "\\_"),
    ('[', "\\["),
    (']', "\\]"),
    ('<', "\\<"),
    ('>', "\\>"),
    ('&', "\\&"),
    ('|', "\\|"),
    ('~', "\\~"),
];

/// Parentheses would end the URL of a link.
const MARKDOWN_URL: Table = &[('(', "%28"), (')', "%29")];

/// Look-alikes, because Hugo and Jekyll have no common escapes in parameters, and the end of a tag counts
/// even inside of quotes. Few texts contain these characters.
const TEMPLATE: Table =
    &[('"', "”"), ('\\', "∖"), ('{', "("), ('}', ")"), ('\n', " "), ('\r', " ")];

const LATEX: Table = &[
    ('\\', "\\textbackslash{}"),
    ('{', "\\{"),
    ('}', "\\}"),
    ('%', "\\%"),
    ('&', "\\&"),
    ('#', "\\#"),
    ('_', "\\_"),
    ('$', "\\$"),
    ('~', "\\textasciitilde{}"),
    ('^', "\\textasciicircum{}"),
];

/// Escapes text for HTML content or a quoted attribute, also in JSX.
pub(super) fn html(text: &str) -> String {
    escaped(text, HTML)
}

/// Escapes the text of a Markdown link or the description of an image.
pub(super) fn markdown(text: &str) -> String {
    escaped(text, MARKDOWN)
}

/// Escapes the URL of a Markdown link or image.
pub(super) fn markdown_url(url: &str) -> String {
    escaped(url, MARKDOWN_URL)
}

/// Escapes a quoted parameter of a shortcode or an include.
pub(super) fn template(text: &str) -> String {
    escaped(text, TEMPLATE)
}

/// Escapes a field of BibTeX that is not a URL.
pub(super) fn latex(text: &str) -> String {
    escaped(text, LATEX)
}

fn escaped(text: &str, table: Table) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match table.iter().find(|(from, _)| *from == c) {
            Some((_, to)) => escaped.push_str(to),
            None => escaped.push(c),
        }
    }
    escaped
}
