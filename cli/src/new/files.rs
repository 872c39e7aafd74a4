use crate::{json::to_json, publish::File, schema};

/// The title of the example.
pub(super) const EXAMPLE_TITLE: &str = "My atlas";

/// The dataset to begin with.
const ATLAS: &str = include_str!("../../templates/new/atlas.json");

/// What says how to go on.
const README: &str = include_str!("../../templates/new/README.md");

/// What is copied as it is.
const COPIED: [(&str, &str); 8] = [
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

/// The files of an atlas that begins, with their paths below its folder. The title is one line; the
/// address is that of the site.
pub fn files(title: &str, base_url: &str) -> Vec<File> {
    // As JSON, so that any title is one text of the file.
    let quoted = |title: &str| to_json(&title);
    let atlas = ATLAS.replacen(&quoted(EXAMPLE_TITLE), &quoted(title), 1);
    // An address has no braces, so the title cannot be taken for a part of it.
    let readme = README.replace("{base_url}", base_url).replace("{title}", &escaped(title));
    let mut files = vec![
        File::new("atlas.json", atlas),
        File::new("README.md", readme),
        File::new("schema/v1.json", schema::json_schema_text()),
    ];
    files.extend(COPIED.map(|(path, text)| File::new(path, text)));
    files
}

/// A text as Markdown that shows it as it is.
fn escaped(text: &str) -> String {
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
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn a_title_is_shown_as_it_is() {
        check("Who runs C++?", "Who runs C++?");
        check("C# & *friends*", r"C\# \& \*friends\*");
        check("<b>[x](y)", r"\<b\>\[x\](y)");
    }
}
