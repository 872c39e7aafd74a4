//! Recipes say what the table says, also where no server is installed that could be asked.

use std::{fs, path::PathBuf};

use rustscape_cli::hosting;

/// The text of a recipe.
#[track_caller]
pub(crate) fn recipe(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates/deploy");
    fs::read_to_string(folder.join(name)).expect("there is such a recipe")
}

/// A recipe with other values in place of some that have to be there.
#[track_caller]
pub(crate) fn adapted(name: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(recipe(name), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old} in {name}");
        text.replace(old, new)
    })
}

/// Every line of a recipe that a host reads, without the white space around it.
fn lines(name: &str) -> Vec<String> {
    let text = recipe(name);
    let lines = text.lines().map(|line| line.split("  # ").next().unwrap_or_default().trim());
    lines.filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[track_caller]
fn check(name: &str, expected: &str) {
    assert!(lines(name).iter().any(|line| line == expected), "{name} lacks: {expected}");
}

/// A value as nginx and Caddy read it: in quotes where there is a space in it.
fn quoted(value: &str) -> String {
    if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() }
}

#[test]
fn both_servers_send_the_headers_of_the_table() {
    for (name, value) in hosting::FOR_EVERY_ANSWER {
        let value = quoted(value);
        check("nginx.conf", &format!("add_header {name} {value} always;"));
        check("Caddyfile", &format!("{name} {value}"));
    }
    let (for_ever, revalidated) = (quoted(hosting::CACHED_FOR_EVER), quoted(hosting::REVALIDATED));
    check("nginx.conf", &format!("default {revalidated};"));
    check("nginx.conf", &format!("~^/assets/ {for_ever};"));
    check("Caddyfile", &format!("header @named Cache-Control {revalidated}"));
    check("Caddyfile", &format!("header @hashed Cache-Control {for_ever}"));
}

#[test]
fn nginx_has_the_types_of_the_table() {
    for (ending, media_type) in hosting::ENDINGS {
        check("nginx.conf", &format!("{} {ending};", quoted(media_type)));
    }
    for (name, media_type) in hosting::NAMES {
        let name = name.replace('.', "\\.");
        let location = format!("location ~ /{name}$ {{ types {{}} default_type {media_type}; }}");
        check("nginx.conf", &location);
    }
}

/// Those that Go, in which it is written, has no list of its own for.
#[test]
fn caddy_has_the_types_of_the_table() {
    const KNOWN: [&str; 7] = ["html", "css", "txt", "svg", "png", "jpg", "webp"];
    let lines = lines("Caddyfile");
    let typed = hosting::ENDINGS.iter().filter(|(ending, _)| !KNOWN.contains(ending));
    for (_, media_type) in typed.chain(&hosting::NAMES) {
        let value = format!(" Content-Type {}", quoted(media_type));
        let header = |line: &&String| line.starts_with("header @") && line.ends_with(&value);
        assert_eq!(lines.iter().filter(header).count(), 1, "{media_type}");
    }
}
