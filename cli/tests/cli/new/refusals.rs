//! Nothing that is there is written over, and nothing is made of what cannot be an atlas.

use std::fs;

use super::folder;
use crate::program::{Run, run_with_input};

#[track_caller]
fn check_refused(args: &[&str], reason: &str) {
    let Run { code, stdout, stderr } = run_with_input(&[&["new"], args].concat(), "");
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains(reason), "{stderr}");
    assert_eq!(stdout, "");
}

#[test]
fn what_is_there_is_never_written_over() {
    let folder = folder("taken");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mine"), "mine").unwrap();
    check_refused(&[folder.to_str().unwrap()], "is not empty");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    check_refused(&[folder.join("mine").to_str().unwrap()], "is not a folder");
    assert_eq!(fs::read(folder.join("mine")).unwrap(), b"mine");
}

#[test]
fn what_cannot_be_a_title_or_an_address_is_refused_before_anything_is_made() {
    let folder = folder("refused");
    let path = folder.to_str().unwrap();
    check_refused(&[path, "--title", " \n"], "write at least a word");
    check_refused(&[path, "--title", "At\u{202e}las"], "a character that cannot be seen");
    check_refused(&[path, "--base-url", "example.org"], "is not a URL");
    check_refused(&[path, "--base-url", "ftp://example.org/"], "not with https: or http:");
    assert!(!folder.exists());
}

#[test]
fn a_folder_that_is_there_and_empty_is_taken() {
    let folder = folder("empty");
    fs::create_dir_all(&folder).unwrap();
    let run = run_with_input(&["new", folder.to_str().unwrap()], "");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(folder.join("atlas.json").is_file());
}
