//! Configuration template for Caddy, tested with Caddy.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{
    process::{installed, start},
    recipes::{adapted, recipe},
    site::Published,
    table::{Host, check_responses},
};

/// Options that isolate a test server: no administration interface, no certificates.
const ISOLATED: &str = "{\n\tadmin off\n\tauto_https off\n}\n";

fn caddy(folder: &Path, verb: &str, recipe: &str) -> Command {
    let file = folder.join("Caddyfile");
    fs::write(&file, recipe).expect("it can be written");
    let mut command = Command::new("caddy");
    command.args([verb, "--adapter", "caddyfile", "--config"]).arg(file);
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    let log = fs::File::create(folder.join("caddy.log")).expect("it can be written");
    command.stdout(Stdio::null()).stderr(log);
    command
}

#[track_caller]
fn check(below: &'static str, changes: &[(&str, &str)]) {
    if !installed("caddy") {
        return;
    }
    let site = Published::below(below);
    let root = format!("root * {}", site.top().display());
    let (process, address) = start(|address| {
        let host = format!("http://{address} {{\n");
        let recipe =
            adapted("Caddyfile", &[("atlas.example {\n", &host), ("root * /srv/www", &root)]);
        let recipe = changes.iter().fold(recipe, |recipe, (old, new)| recipe.replace(old, new));
        caddy(site.elsewhere(), "run", &format!("{ISOLATED}{recipe}"))
    });
    check_responses(&Host { address, site: &site, below, encodings: &["br", "gzip"] });
    drop(process);
}

#[test]
fn serves_a_site_at_the_root() {
    check("/", &[]);
}

#[test]
fn serves_a_site_below_a_path_after_the_documented_changes() {
    check(
        "/atlas/",
        &[
            ("path /assets/* /data/", "path /atlas/assets/* /atlas/data/"),
            ("rewrite * /404.html", "rewrite * /atlas/404.html"),
            ("\tfile_server {\n\t\tp", "\tredir / /atlas/ 307\n\tfile_server {\n\t\tp"),
        ],
    );
}

#[test]
fn accepts_the_unchanged_template() {
    if !installed("caddy") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let status = caddy(folder.path(), "validate", &recipe("Caddyfile")).status().expect("it runs");
    let log = fs::read_to_string(folder.path().join("caddy.log")).unwrap_or_default();
    assert!(status.success(), "{log}");
    assert!(!log.contains("not formatted"), "{log}");
}
