//! Templates for static site generators. Tests in `tests/hosts` run the generators.

use rustscape_cli::publish::blog;
use serde_json::json;

use crate::publications::{HOSTILE, SITE, hostile, small, text};

const PATHS: [&str; 2] =
    ["data/blog/hugo/rustscape.html.txt", "data/blog/jekyll/rustscape.html.txt"];

#[test]
fn fills_in_every_placeholder() {
    let (publication, _) = small(|_| {});
    let files = blog::files(&publication);
    for path in PATHS {
        let text = text(&files, path);
        assert!(!text.contains('@'), "{text}");
        assert!(
            text.contains(&format!("<script async src=\"{SITE}embed.js\"></script>")),
            "{text}"
        );
        assert!(text.contains(&format!("<a href=\"{SITE}{{{{ ")), "{text}");
        assert!(text.contains("Harbors"), "{text}");
    }
}

#[test]
fn escapes_the_title_for_the_generator_and_html() {
    let (before, _) = small(|_| {});
    let before = blog::files(&before);
    let code = "{{ now }}{% raw %}*/}}{%- endcomment -%}@SITE@";
    let (publication, _) = small(|dataset| dataset["title"] = json!(code));
    let (hostile, _) = hostile();
    for files in [blog::files(&publication), blog::files(&hostile)] {
        for path in PATHS {
            let (before, after) = (text(&before, path), text(&files, path));
            assert!(!after.contains(code) && !after.contains(HOSTILE), "{after}");
            for special in ["{", "}", "<", ">", "\"", "'", "@"] {
                assert_eq!(
                    after.matches(special).count(),
                    before.matches(special).count(),
                    "{after}"
                );
            }
        }
    }
}
