//! Errors of `rustscape serve`, each with a remedy.

use std::{fs, net::TcpListener};

use crate::{hosts::Published, program::run_with_input};

#[track_caller]
fn check(args: &[&str], reason: &str, remedy: &str) {
    let args: Vec<&str> = ["serve"].iter().chain(args).copied().collect();
    let run = run_with_input(&args, "");
    assert_eq!((run.code, &*run.stdout), (2, ""), "{run:?}");
    assert!(run.stderr.contains(reason), "{}", run.stderr);
    assert!(run.stderr.contains(remedy), "{}", run.stderr);
}

#[test]
fn rejects_a_missing_folder() {
    let site = Published::below("/");
    let nowhere = site.elsewhere().join("nowhere");
    check(&[nowhere.to_str().unwrap()], "there is no folder", "check the path");
}

#[test]
fn rejects_a_file() {
    let site = Published::below("/");
    let file = site.folder().join("index.html");
    check(&[file.to_str().unwrap()], "is not a folder", "name the folder");
}

#[test]
fn rejects_a_folder_without_a_page() {
    let folder = tempfile::tempdir().unwrap();
    check(&[folder.path().to_str().unwrap()], "has no index.html", "name the folder");
    fs::create_dir(folder.path().join("index.html")).unwrap();
    check(&[folder.path().to_str().unwrap()], "index.html cannot be read", "");
}

#[test]
fn rejects_a_port_in_use() {
    let site = Published::below("/");
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = site.folder();
    let args = [folder.to_str().unwrap(), "--port", &port];
    check(&args, &format!("port {port} is already in use"), "--port 0");
}

#[test]
fn rejects_an_address_of_another_machine() {
    let site = Published::below("/");
    let folder = site.folder();
    // An address reserved for documentation.
    let args = [folder.to_str().unwrap(), "--host", "192.0.2.1", "--port", "0"];
    check(&args, "does not have the address 192.0.2.1", "--host");
}

#[test]
fn rejects_an_invalid_path() {
    check(&["site", "--below", "/a b/"], "write a path such as /atlas/", "--below");
}
