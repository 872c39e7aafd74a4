//! The URL path below which the app is hosted.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// A URL path with a slash at both ends, such as `/` or `/rustscape/`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Base {
    /// Parses a path and adds a missing slash at its end.
    pub(crate) fn parse(path: &str) -> Result<Self, Failure> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-._~%".contains(c);
        if !path.starts_with('/') || path.contains("//") || !path.chars().all(is_plain) {
            return Err(Failure::new(format!(
                "--base takes a path such as /rustscape/, not {path:?}"
            )));
        }
        let slash = if path.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{path}{slash}")))
    }
}

/// Writes the base into index.html of a built site and copies the page to 404.html, which static hosts
/// send for unknown addresses.
pub(crate) fn write(base: &Base, dist: &Path) -> Result<(), Failure> {
    let path = dist.join("index.html");
    let html =
        fs::read_to_string(&path).map_err(|error| Failure::of_file("read", &path, &error))?;
    let html = rewrite(&html, base).ok_or_else(|| {
        Failure::new("index.html lacks /locate.js or a <base href=\"…\"> to put the path into")
    })?;
    for path in [path, dist.join("404.html")] {
        fs::write(&path, &html).map_err(|error| Failure::of_file("write", &path, &error))?;
    }
    Ok(())
}

/// Returns `html` with another base, also in the address of the script that sets the base; `None` if
/// either is missing.
fn rewrite(html: &str, base: &Base) -> Option<String> {
    let (_, rest) = html.split_once("<base href=\"")?;
    let (old, _) = rest.split_once('"')?;
    let put = |html: &str, before: &str, after: &str| {
        let old = [before, old, after].concat();
        html.contains(&old).then(|| html.replace(&old, &[before, &base.0, after].concat()))
    };
    put(&put(html, "<base href=\"", "\"")?, "<script src=\"", "locate.js\"")
}

#[cfg(test)]
mod tests {
    use super::{Base, rewrite};

    fn check(path: &str, expected: Option<&str>) {
        let base = Base::parse(path).ok().map(|base| base.0);
        assert_eq!(base.as_deref(), expected, "{path}");
    }

    #[test]
    fn a_base_is_a_plain_path_with_a_slash_at_both_ends() {
        check("/", Some("/"));
        check("/rustscape/", Some("/rustscape/"));
        check("/rustscape", Some("/rustscape/"));
        check("/a/b-c_d.e~f%20g", Some("/a/b-c_d.e~f%20g/"));
    }

    #[test]
    fn refuses_other_paths() {
        for path in ["", "rustscape/", "//host/", "/a//b", "/a\"b/", "/<a>/", "https://host/"] {
            check(path, None);
        }
    }

    #[test]
    fn rewrites_only_the_base_of_a_page() {
        let html = |path: &str| {
            format!(
                "<head><script src=\"{path}locate.js\"></script><script src=\"locate.js\"></script>\
                 <base href=\"{path}\"><link href=\"./a.css\"></head>"
            )
        };
        let base = Base("/x/".to_owned());
        assert_eq!(rewrite(&html("/"), &base), Some(html("/x/")));
        assert_eq!(rewrite(&html("/x/"), &Base::default()), Some(html("/")));
        assert_eq!(rewrite("<head><base href=\"/\"></head>", &base), None);
        assert_eq!(rewrite("<script src=\"/locate.js\"></script>", &base), None);
    }
}
