//! An atlas of one's own, by nothing but the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use rustscape_cli::publish::App;

use crate::program::run_with_input;

/// A folder for one test, which is not there yet.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Runs the program in a folder, on a machine that has nothing else: no tools, no home.
#[track_caller]
fn run_alone(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rustscape"));
    let output = command.env_clear().current_dir(folder).args(args).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
    said.into_owned()
}

/// Files in the place of the built app.
fn stand_in(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for name in
        ["app_bg.wasm", "app.js", "boot.js", "icon.svg", "tokens.css", "base.css", "components.css"]
    {
        let text = if name == "icon.svg" {
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>"#
        } else {
            name
        };
        fs::write(folder.join(name), text).unwrap();
    }
}

#[test]
fn an_atlas_is_made_checked_published_and_made_again_by_nothing_but_the_program() {
    let top = folder("alone");
    fs::create_dir_all(&top).unwrap();
    let title = "Bikes & “Trikes” \"quoted\"";
    let url = "https://example.org/bikes/";
    run_alone(&top, &["new", "atlas", "--title", title, "--base-url", url]);
    let atlas = top.join("atlas");
    run_alone(&atlas, &["check", "atlas.json"]);
    run_alone(&atlas, &["fmt", "--check", "atlas.json"]);
    assert!(fs::read_to_string(atlas.join("README.md")).unwrap().contains(url));
    for name in ["schema/v1.json", ".github/workflows/pages.yml", "deploy/nginx.conf", ".gitignore"]
    {
        assert!(atlas.join(name).is_file(), "{name}");
    }
    let publish = ["publish", "--data", "atlas.json", "--base-url", url, "--out", "site"];
    stand_in(&top.join("app"));
    let with_stand_in = [&publish[..], &["--app", "../app"]].concat();
    run_alone(&atlas, if App::embedded().is_some() { &publish } else { &with_stand_in });
    let home = fs::read_to_string(atlas.join("site/index.html")).unwrap();
    assert!(home.contains("<title>Bikes &amp; “Trikes” &quot;quoted&quot;</title>"), "{home}");
    for path in ["org/acme/anvil-store/index.html", "card.png", "feed.xml", "api/v1/index.json"] {
        assert!(atlas.join("site").join(path).is_file(), "{path}");
    }
    let again =
        run_alone(&atlas, if App::embedded().is_some() { &publish } else { &with_stand_in });
    assert!(again.contains("0 files written"), "{again}");
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = folder("taken");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mine"), "mine").unwrap();
    let run = run_with_input(&["new", &folder.display().to_string()], "");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("is not empty"), "{}", run.stderr);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}
