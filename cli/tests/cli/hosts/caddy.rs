//! The recipe for Caddy, run.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{
    process::{installed, start},
    recipes::{adapted, recipe},
    site::Published,
    table::{Host, check_answers},
};

/// What keeps a server of a test to itself: no interface for its administration, no certificates.
const ALONE: &str = "{\n\tadmin off\n\tauto_https off\n}\n";

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
        caddy(site.elsewhere(), "run", &format!("{ALONE}{recipe}"))
    });
    check_answers(&Host { address, site: &site, below, encodings: &["br", "gzip"] });
    drop(process);
}

#[test]
fn a_site_at_the_top_of_its_host() {
    check("/", &[]);
}

#[test]
fn a_site_below_a_path_after_the_changes_that_the_recipe_tells() {
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
fn the_recipe_is_valid_as_it_is() {
    if !installed("caddy") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let status = caddy(folder.path(), "validate", &recipe("Caddyfile")).status().expect("it runs");
    let log = fs::read_to_string(folder.path().join("caddy.log")).unwrap_or_default();
    assert!(status.success(), "{log}");
    assert!(!log.contains("not formatted"), "{log}");
}
