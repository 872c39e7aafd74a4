//! What is in the folder of an atlas that begins.

use std::{fs, path::PathBuf};

use clap::Parser as _;
use rustscape_cli::{Cli, schema};

use super::folder;
use crate::program::{Run, run_with_input};

/// A folder with a new atlas.
#[track_caller]
fn begun(name: &str, args: &[&str]) -> (PathBuf, Run) {
    let folder = folder(name);
    let run = run_with_input(&[&["new", folder.to_str().unwrap()], args].concat(), "");
    assert_eq!(run.code, 0, "{run:?}");
    (folder, run)
}

#[track_caller]
fn check_clean(args: &[&str], file: &str) {
    let run = run_with_input(&[args, &[file]].concat(), "");
    assert_eq!(run.code, 0, "{args:?}: {}{}", run.stdout, run.stderr);
    assert!(!run.stdout.contains("warning["), "{}", run.stdout);
}

#[test]
fn nothing_is_wrong_with_the_example() {
    let (folder, _) = begun("sound", &[]);
    let atlas = folder.join("atlas.json");
    let atlas = atlas.to_str().unwrap();
    // Three projects cannot have several domains with three projects each.
    check_clean(&["check", "--strict", "--allow", "rare-term"], atlas);
    check_clean(&["fmt", "--check"], atlas);
}

#[test]
fn a_title_is_kept_whatever_it_has_in_it() {
    let titles = [
        ("Who runs C# & C++", "Who runs C# & C++"),
        ("Bikes & “Trikes” \"quoted\" \\ {base_url} /", ""),
        ("  Two\n lines ", "Two lines"),
        ("Zu\u{308}rich 東京 👩‍💻", "Zürich 東京 👩‍💻"),
    ];
    for (idx, (title, kept)) in titles.into_iter().enumerate() {
        let kept = if kept.is_empty() { title } else { kept };
        let (folder, _) = begun(&format!("title-{idx}"), &["--title", title]);
        let path = folder.join("atlas.json");
        let atlas: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(atlas["title"], kept);
        check_clean(&["check"], path.to_str().unwrap());
        check_clean(&["fmt", "--check"], path.to_str().unwrap());
    }
}

#[test]
fn everything_is_there_that_an_atlas_needs() {
    let (folder, run) = begun("complete", &["--base-url", "https://acme.example/atlas"]);
    let text = |path: &str| fs::read_to_string(folder.join(path)).expect(path);
    assert_eq!(text("schema/v1.json"), schema::json_schema_text());
    assert!(text("atlas.json").contains("\"$schema\": \"schema/v1.json\""));
    assert_eq!(text(".gitignore"), "/site/\n");
    for path in [
        ".github/workflows/check.yml",
        ".github/workflows/pages.yml",
        "deploy/Caddyfile",
        "deploy/README.md",
        "deploy/cloudfront-headers.json",
        "deploy/netlify.toml",
        "deploy/nginx.conf",
    ] {
        assert!(!text(path).is_empty(), "{path}");
    }
    for said in [&text("README.md"), &run.stdout] {
        assert!(said.contains(" --base-url https://acme.example/atlas/ --out site\n"), "{said}");
    }
}

/// A recipe that is added, and not copied, would be missing for everybody who begins.
#[test]
fn every_template_is_in_the_folder() {
    let (folder, _) = begun("templates", &[]);
    for (from, to) in [("workflow", ".github/workflows"), ("deploy", "deploy")] {
        let templates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates").join(from);
        for entry in fs::read_dir(templates).unwrap() {
            let template = entry.unwrap().path();
            let copy = folder.join(to).join(template.file_name().unwrap());
            assert_eq!(fs::read(&template).unwrap(), fs::read(copy).unwrap(), "{template:?}");
        }
    }
}

#[test]
fn every_command_that_is_told_is_one_that_the_program_understands() {
    let (folder, run) = begun("told", &["--title", "Who runs Zig"]);
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    let mut told = 0;
    for line in readme.lines().chain(run.stdout.lines()) {
        let Some(call) = line.strip_prefix("  ").map(str::trim_start) else { continue };
        if !call.starts_with("rustscape ") {
            continue;
        }
        let words = call.split_whitespace().take_while(|word| *word != "#");
        if let Err(error) = Cli::try_parse_from(words) {
            panic!("{call}\n{error}");
        }
        told += 1;
    }
    assert_eq!(told, 7);
}
