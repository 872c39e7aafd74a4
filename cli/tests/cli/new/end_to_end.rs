//! Creates, publishes and serves an atlas on a machine without other programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use rustscape_cli::publish::AppBundle;

use super::folder;
use crate::{hosts::send_request, serve::Server};

/// The URL of the published site.
const URL: &str = "https://example.org/bikes/";

/// Returns a command that runs the program in a folder, with an empty `PATH` and no home folder.
fn isolated(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rustscape"));
    command.env_clear().env("PATH", "").env("HOME", folder.join("nowhere")).current_dir(folder);
    command
}

#[track_caller]
fn run(folder: &Path, args: &[&str]) -> String {
    let output = isolated(folder).args(args).output().unwrap();
    let output_text =
        String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {output_text}");
    output_text.into_owned()
}

/// Creates an atlas and checks its dataset. Returns the folder.
#[track_caller]
fn new_atlas(name: &str) -> PathBuf {
    let top = folder(name);
    fs::create_dir_all(&top).unwrap();
    run(&top, &["new", "atlas", "--title", "Bikes & “Trikes” \"quoted\"", "--base-url", URL]);
    let atlas = top.join("atlas");
    run(&atlas, &["check", "atlas.json"]);
    run(&atlas, &["fmt", "--check", "atlas.json"]);
    atlas
}

/// Writes placeholders for the files of the built app.
fn write_placeholder_app(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let names = [
        "rustscape-app_bg.wasm",
        "rustscape-app.js",
        "boot.js",
        "frame.js",
        "embed.js",
        "icon.svg",
        "tokens.css",
        "base.css",
        "components.css",
        "print.css",
    ];
    for name in names {
        let text = if name == "icon.svg" {
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>"#
        } else {
            name
        };
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Publishes twice and checks the files. The second run must not change anything.
#[track_caller]
fn check_published(atlas: &Path, args: &[&str]) {
    let publish = ["publish", "--data", "atlas.json", "--base-url", URL, "--out", "site"];
    let publish = [&publish, args].concat();
    run(atlas, &publish);
    let site = atlas.join("site");
    let home = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(home.contains("<title>Bikes &amp; “Trikes” &quot;quoted&quot;</title>"), "{home}");
    for path in [
        "org/acme/index.html",
        "org/acme/anvil-store/index.html",
        "card.png",
        "feed.xml",
        "api/v1/index.json",
    ] {
        assert!(site.join(path).is_file(), "{path}");
    }
    for extension in ["css", "js", "wasm"] {
        let files = fs::read_dir(site.join("assets")).unwrap();
        let mut paths = files.map(|entry| entry.unwrap().path());
        assert!(
            paths.any(|path| path.extension().is_some_and(|is| is == extension)),
            "{extension}"
        );
    }
    let again = run(atlas, &publish);
    assert!(again.contains(" 0 files written"), "{again}");
}

#[track_caller]
fn check_served(atlas: &Path) {
    let mut command = isolated(atlas);
    command.args(["serve", "site", "--port", "0"]);
    let server = Server::of(command);
    for (path, status) in [
        ("/bikes/", 200),
        ("/bikes/org/acme/", 200),
        ("/bikes/api/v1/index.json", 200),
        ("/bikes/org/nobody/", 404),
    ] {
        assert_eq!(send_request(server.address, "GET", path, &[]).status, status, "{path}");
    }
    let answer = send_request(server.address, "GET", "/bikes/org/acme/", &[]);
    assert!(String::from_utf8_lossy(&answer.body).contains("Anvil store"));
}

#[test]
fn creates_checks_publishes_and_serves_without_other_programs() {
    let atlas = new_atlas("alone");
    write_placeholder_app(&atlas.join("../app"));
    check_published(&atlas, &["--app", "../app"]);
    check_served(&atlas);
}

/// The test program contains the app only if it was built before.
#[test]
fn publishes_the_embedded_app_by_default() {
    let atlas = new_atlas("embedded");
    if AppBundle::embedded().is_some() {
        check_published(&atlas, &[]);
        check_served(&atlas);
        return;
    }
    let output = isolated(&atlas)
        .args(["publish", "--data", "atlas.json", "--base-url", URL, "--out", "site"])
        .output()
        .unwrap();
    let output_text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{output_text}");
    for remedy in ["--app", "cargo xtask program"] {
        assert!(output_text.contains(remedy), "{output_text}");
    }
    assert!(!atlas.join("site").exists());
}
