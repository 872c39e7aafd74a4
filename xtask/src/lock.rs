//! Reads Cargo.lock.

/// Returns the version of the package `name` in the text of a Cargo.lock: the first of several, `None` if
/// the package is not in it.
pub(crate) fn find_version<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let name_line = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name_line)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::find_version;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-backend"
version = "0.2.99"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "somewhere"

[[package]]
name = "without-version"
"#;

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(find_version(LOCK, name), expected, "{name}");
    }

    #[test]
    fn finds_the_version_of_the_package_with_the_whole_name() {
        check("wasm-bindgen", Some("0.2.130"));
        check("wasm-bindgen-backend", Some("0.2.99"));
        check("bindgen", None);
        check("without-version", None);
        check("absent", None);
    }
}
