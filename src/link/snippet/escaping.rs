//! Texts as the languages of other pages take them.

/// What stands for a character.
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

/// Parentheses would end the address of a link.
const MARKDOWN_URL: Table = &[('(', "%28"), (')', "%29")];

/// Parameters in templates have no escapes that both Hugo and Jekyll understand, and the end of a
/// tag ends it also between quotes. Hardly a text has such characters; these look alike.
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

/// For a text or a quoted attribute, also of JSX.
pub(super) fn html(text: &str) -> String {
    escaped(text, HTML)
}

/// For the words of a link or the description of a picture.
pub(super) fn markdown(text: &str) -> String {
    escaped(text, MARKDOWN)
}

/// For the address of a link or a picture.
pub(super) fn markdown_url(url: &str) -> String {
    escaped(url, MARKDOWN_URL)
}

/// For a quoted parameter of a shortcode or an include.
pub(super) fn template(text: &str) -> String {
    escaped(text, TEMPLATE)
}

/// For a field of BibTeX that is no address.
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
