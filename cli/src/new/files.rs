//! The files of a new atlas.

use crate::{json::to_json, publish::File, schema};

/// The title of the example dataset.
pub(super) const EXAMPLE_TITLE: &str = "My atlas";

/// The example dataset.
const ATLAS: &str = include_str!("../../templates/new/atlas.json");

/// The instructions for curators.
const README: &str = include_str!("../../templates/new/README.md");

/// Files that are copied unchanged: their paths and contents.
const STATIC_FILES: [(&str, &str); 8] = [
    (".gitignore", "/site/\n"),
    (".github/workflows/check.yml", include_str!("../../templates/workflow/check.yml")),
    (".github/workflows/pages.yml", include_str!("../../templates/workflow/pages.yml")),
    ("deploy/README.md", include_str!("../../templates/deploy/README.md")),
    ("deploy/Caddyfile", include_str!("../../templates/deploy/Caddyfile")),
    ("deploy/nginx.conf", include_str!("../../templates/deploy/nginx.conf")),
    ("deploy/netlify.toml", include_str!("../../templates/deploy/netlify.toml")),
    (
        "deploy/cloudfront-headers.json",
        include_str!("../../templates/deploy/cloudfront-headers.json"),
    ),
];

/// Returns the files of a new atlas, with paths relative to its folder. The title has to be on one
/// line; `base_url` is the URL of the published site.
pub(super) fn new_atlas_files(title: &str, base_url: &str) -> Vec<File> {
    // Compares and inserts JSON strings, so that any title is valid in the file.
    let quoted = |title: &str| to_json(&title);
    let atlas = ATLAS.replacen(&quoted(EXAMPLE_TITLE), &quoted(title), 1);
    // Inserts the URL first: it contains no braces, while a title may contain `{base_url}`.
    let readme = README.replace("{base_url}", base_url).replace("{title}", &escape_markdown(title));
    let mut files = vec![
        File::new("atlas.json", atlas),
        File::new("README.md", readme),
        File::new("schema/v1.json", schema::json_schema_text()),
    ];
    files.extend(STATIC_FILES.map(|(path, text)| File::new(path, text)));
    files
}

/// Escapes a text so that Markdown shows it unchanged.
fn escape_markdown(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|') {
            markdown.push('\\');
        }
        markdown.push(char);
    }
    markdown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape_markdown(text), expected);
    }

    #[test]
    fn escapes_markdown_in_a_title() {
        check("Who runs C++?", "Who runs C++?");
        check("C# & *friends*", r"C\# \& \*friends\*");
        check("<b>[x](y)", r"\<b\>\[x\](y)");
    }
}
