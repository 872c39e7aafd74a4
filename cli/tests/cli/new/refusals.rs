//! `rustscape new` rejects invalid arguments and never overwrites files.

use std::fs;

use super::folder;
use crate::program::{Run, run_with_input};

#[track_caller]
fn check_rejected(args: &[&str], reason: &str) {
    let Run { code, stdout, stderr } = run_with_input(&[&["new"], args].concat(), "");
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains(reason), "{stderr}");
    assert_eq!(stdout, "");
}

#[test]
fn never_overwrites_files() {
    let folder = folder("taken");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mine"), "mine").unwrap();
    check_rejected(&[folder.to_str().unwrap()], "is not empty");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    check_rejected(&[folder.join("mine").to_str().unwrap()], "is not a folder");
    assert_eq!(fs::read(folder.join("mine")).unwrap(), b"mine");
}

#[test]
fn rejects_an_invalid_title_or_url_before_creating_files() {
    let folder = folder("refused");
    let path = folder.to_str().unwrap();
    check_rejected(&[path, "--title", " \n"], "the title is empty");
    check_rejected(&[path, "--title", "At\u{202e}las"], "an invisible character");
    check_rejected(&[path, "--base-url", "example.org"], "is not a URL");
    check_rejected(&[path, "--base-url", "ftp://example.org/"], "not with https: or http:");
    assert!(!folder.exists());
}

#[test]
fn accepts_an_empty_folder() {
    let folder = folder("empty");
    fs::create_dir_all(&folder).unwrap();
    let run = run_with_input(&["new", folder.to_str().unwrap()], "");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(folder.join("atlas.json").is_file());
}
