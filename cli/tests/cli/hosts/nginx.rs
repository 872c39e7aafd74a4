//! Configuration template for nginx, tested with nginx.

use std::{fs, path::Path, process::Command};

use super::{
    process::{free_address, installed, refuse_in_ci, start},
    recipes::{adapted, recipe},
    site::Published,
    table::{Host, check_responses},
};

/// Folder of the enabled modules on Debian and its derivatives.
const MODULES: &str = "/etc/nginx/modules-enabled";

/// Configuration of the brotli module in that folder.
const BROTLI: &str = "mod-http-brotli-static.conf";

/// Returns a main configuration that includes the template and needs no privileges: all files are
/// in the test folder.
fn main_configuration(folder: &Path, site: &str) -> String {
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
    fs::write(&file, main_configuration(folder, site)).expect("it can be written");
    let mut command = Command::new("nginx");
    // nginx logs to a privileged path before it reads its configuration.
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
    check_responses(&Host { address, site: &site, below, encodings });
    drop(process);
}

#[test]
fn serves_a_site_at_the_root() {
    check("/", &[]);
}

#[test]
fn serves_a_site_below_a_path_after_the_documented_changes() {
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
fn accepts_the_unchanged_template() {
    if !installed("nginx") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // A configuration test also binds the ports, and the port of the template may be in use.
    let listen = format!("listen {};", free_address());
    let recipe = recipe("nginx.conf").replace("listen 80;", &listen);
    let output = nginx(folder.path(), &recipe).arg("-t").output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
