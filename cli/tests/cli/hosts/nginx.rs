//! The recipe for nginx, run.

use std::{fs, path::Path, process::Command};

use super::{
    process::{free_address, installed, refuse_in_ci, start},
    recipes::{adapted, recipe},
    site::Published,
    table::{Host, check_answers},
};

/// Where Debian and those who follow it name the modules that are installed.
const MODULES: &str = "/etc/nginx/modules-enabled";

/// The module for brotli, in that folder.
const BROTLI: &str = "mod-http-brotli-static.conf";

/// A configuration around the recipe that needs no rights: everything that is written is in a
/// folder of the test.
fn around(folder: &Path, site: &str) -> String {
    let folder_of = |name: &str| format!("{name}_temp_path {}/{name};\n", folder.display());
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(folder_of).concat();
    let modules = if Path::new(MODULES).is_dir() {
        format!("include {MODULES}/*.conf;\n")
    } else {
        String::new()
    };
    format!(
        "daemon off;\nmaster_process off;\npid {0}/nginx.pid;\nerror_log {0}/error.log;\n{modules}\
         events {{}}\nhttp {{\naccess_log off;\n{folders}{site}\n}}\n",
        folder.display()
    )
}

fn has_brotli() -> bool {
    let mut modules = fs::read_dir(MODULES).into_iter().flatten().flatten();
    let has_brotli = modules.any(|module| module.file_name().to_string_lossy().ends_with(BROTLI));
    if !has_brotli {
        refuse_in_ci("nginx's module for brotli");
    }
    has_brotli
}

fn nginx(folder: &Path, site: &str) -> Command {
    let file = folder.join("nginx.conf");
    fs::write(&file, around(folder, site)).expect("it can be written");
    let mut command = Command::new("nginx");
    // Before it has read its configuration, it would write errors where it has no right to.
    command.arg("-e").arg(folder.join("error.log")).arg("-c").arg(file);
    command
}

#[track_caller]
fn check(below: &'static str, changes: &[(&str, &str)]) {
    if !installed("nginx") {
        return;
    }
    let site = Published::below(below);
    let top = site.top().display().to_string();
    let (process, address) = start(|address| {
        let listen = format!("listen {address};");
        let mut recipe = adapted(
            "nginx.conf",
            &[("listen 80;", &listen), ("root /srv/www;", &format!("root {top};"))],
        );
        recipe = changes.iter().fold(recipe, |recipe, (old, new)| recipe.replace(old, new));
        if has_brotli() {
            recipe = recipe.replace("# brotli_static on;", "brotli_static on;");
        }
        nginx(site.elsewhere(), &recipe)
    });
    let encodings = if has_brotli() { &["br", "gzip"][..] } else { &["gzip"] };
    check_answers(&Host { address, site: &site, below, encodings });
    drop(process);
}

#[test]
fn a_site_at_the_top_of_its_host() {
    check("/", &[]);
}

#[test]
fn a_site_below_a_path_after_the_changes_that_the_recipe_tells() {
    let redirect = "    index index.html;\n    location = / { return 307 /atlas/; }\n";
    check(
        "/atlas/",
        &[
            ("~^/assets/", "~^/atlas/assets/"),
            ("~^/data/", "~^/atlas/data/"),
            ("=404 /404.html", "=404 /atlas/404.html"),
            ("    index index.html;\n", redirect),
        ],
    );
}

#[test]
fn the_recipe_is_valid_as_it_is() {
    if !installed("nginx") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // Looking at a configuration also binds its ports, and the one of the recipe may be taken.
    let listen = format!("listen {};", free_address());
    let recipe = recipe("nginx.conf").replace("listen 80;", &listen);
    let output = nginx(folder.path(), &recipe).arg("-t").output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
