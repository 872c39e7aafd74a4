//! Configuration templates, compared with the hosting table without running a server.

use std::{fs, path::PathBuf};

use rustscape_cli::hosting;
use serde_json::{Value, json};

/// Returns the text of a template.
#[track_caller]
pub(crate) fn recipe(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates/deploy");
    fs::read_to_string(folder.join(name)).expect("there is such a recipe")
}

/// Returns a template with some of its values replaced. Panics if a value is missing.
#[track_caller]
pub(crate) fn adapted(name: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(recipe(name), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old} in {name}");
        text.replace(old, new)
    })
}

/// Returns the lines of a template without comments and indentation.
fn lines(name: &str) -> Vec<String> {
    let text = recipe(name);
    let lines = text.lines().map(|line| line.split("  # ").next().unwrap_or_default().trim());
    lines.filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[track_caller]
fn check(name: &str, expected: &str) {
    assert!(lines(name).iter().any(|line| line == expected), "{name} lacks: {expected}");
}

/// Quotes a value with spaces, as nginx and Caddy require.
fn quoted(value: &str) -> String {
    if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() }
}

#[test]
fn nginx_and_caddy_templates_have_the_headers_of_the_table() {
    for (name, value) in hosting::COMMON_HEADERS {
        let value = quoted(value);
        check("nginx.conf", &format!("add_header {name} {value} always;"));
        check("Caddyfile", &format!("{name} {value}"));
    }
    let (for_ever, revalidated) = (quoted(hosting::IMMUTABLE), quoted(hosting::REVALIDATE));
    check("nginx.conf", &format!("default {revalidated};"));
    for folder in hosting::HASHED_FOLDERS {
        check("nginx.conf", &format!("~^/{folder} {for_ever};"));
    }
    let hashed = hosting::HASHED_FOLDERS.map(|folder| format!("/{folder}*")).join(" ");
    check("Caddyfile", &format!("@hashed path {hashed}"));
    check("Caddyfile", &format!("@named not path {hashed}"));
    check("Caddyfile", &format!("header @named Cache-Control {revalidated}"));
    check("Caddyfile", &format!("header @hashed Cache-Control {for_ever}"));
}

#[test]
fn nginx_template_has_the_media_types_of_the_table() {
    for (extension, media_type) in hosting::MEDIA_TYPES_BY_EXTENSION {
        check("nginx.conf", &format!("{} {extension};", quoted(media_type)));
    }
    for (name, media_type) in hosting::MEDIA_TYPES_BY_FILE_NAME {
        let name = name.replace('.', "\\.");
        let location = format!("location ~ /{name}$ {{ types {{}} default_type {media_type}; }}");
        check("nginx.conf", &location);
    }
}

/// Checks the types that the Go standard library, on which Caddy is built, lacks.
#[test]
fn caddy_template_has_the_media_types_of_the_table() {
    const KNOWN: [&str; 7] = ["html", "css", "txt", "svg", "png", "jpg", "webp"];
    let lines = lines("Caddyfile");
    let typed = hosting::MEDIA_TYPES_BY_EXTENSION
        .iter()
        .filter(|(extension, _)| !KNOWN.contains(extension));
    for (_, media_type) in typed.chain(&hosting::MEDIA_TYPES_BY_FILE_NAME) {
        let value = format!(" Content-Type {}", quoted(media_type));
        let header = |line: &&String| line.starts_with("header @") && line.ends_with(&value);
        assert_eq!(lines.iter().filter(header).count(), 1, "{media_type}");
    }
}

#[test]
fn cloudfront_template_has_the_headers_of_the_table() {
    let policy: Value = serde_json::from_str(&recipe("cloudfront-headers.json")).expect("JSON");
    let security = &policy["SecurityHeadersConfig"];
    assert_eq!(security["ContentTypeOptions"]["Override"], true);
    let sent = [
        ("Content-Security-Policy", &security["ContentSecurityPolicy"]["ContentSecurityPolicy"]),
        ("X-Content-Type-Options", &json!("nosniff")),
        ("Referrer-Policy", &security["ReferrerPolicy"]["ReferrerPolicy"]),
        (
            "Access-Control-Allow-Origin",
            &policy["CorsConfig"]["AccessControlAllowOrigins"]["Items"][0],
        ),
        ("Cross-Origin-Resource-Policy", &policy["CustomHeadersConfig"]["Items"][0]["Value"]),
    ];
    assert_eq!(
        sent.map(|(name, value)| (name, value.as_str().expect("a text"))),
        hosting::COMMON_HEADERS
    );
}

#[test]
fn s3_commands_have_the_headers_of_the_table() {
    let lines = lines("README.md");
    let has = |expected: &str| lines.iter().any(|line| line.contains(expected));
    assert!(has(&format!("for_ever='{}'", hosting::IMMUTABLE)));
    assert!(has(&format!("--cache-control {}", hosting::REVALIDATE)));
    for line in
        lines.iter().filter(|line| line.starts_with("compressed ") || line.starts_with("typed '"))
    {
        let (_, rest) = line.split_once(' ').expect("a file");
        let (file, media_type) = rest.split_once(' ').expect("a type");
        let file = file.trim_matches('\'').trim_start_matches('*');
        let file = if file.contains('.') { file.to_owned() } else { format!("app.{file}") };
        assert_eq!(media_type.trim_matches('\''), hosting::media_type(&file), "{line}");
    }
    for (name, _) in hosting::MEDIA_TYPES_BY_FILE_NAME {
        assert!(has(&format!("typed '*{name}'")), "{name}");
    }
}

#[test]
fn netlify_template_deploys_the_folder_unchanged() {
    let text = recipe("netlify.toml");
    let settings = toml::de::DeTable::parse(&text).expect("TOML").into_inner();
    let build = settings["build"].get_ref();
    assert_eq!(build["publish"].get_ref().as_str(), Some("site"));
    let processing = build["processing"].get_ref();
    assert_eq!(processing["skip_processing"].get_ref().as_bool(), Some(true));
    assert!(build.get("command").is_none(), "there is nothing to build with");
}
