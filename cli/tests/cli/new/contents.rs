//! The files of a new atlas.

use std::{fs, path::PathBuf};

use clap::Parser as _;
use rustscape_cli::{Cli, schema};

use super::folder;
use crate::program::{Run, run_with_input};

/// Creates an atlas.
#[track_caller]
fn new_atlas(name: &str, args: &[&str]) -> (PathBuf, Run) {
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
fn the_example_has_no_errors_or_warnings() {
    let (folder, _) = new_atlas("sound", &[]);
    let atlas = folder.join("atlas.json");
    let atlas = atlas.to_str().unwrap();
    // Three projects are too few for several domains with three projects each.
    check_clean(&["check", "--strict", "--allow", "rare-term"], atlas);
    check_clean(&["fmt", "--check"], atlas);
}

#[test]
fn keeps_any_title() {
    let titles = [
        ("Who runs C# & C++", "Who runs C# & C++"),
        ("Bikes & “Trikes” \"quoted\" \\ {base_url} /", ""),
        ("  Two\n lines ", "Two lines"),
        ("Zu\u{308}rich 東京 👩‍💻", "Zürich 東京 👩‍💻"),
    ];
    for (idx, (title, kept)) in titles.into_iter().enumerate() {
        let kept = if kept.is_empty() { title } else { kept };
        let (folder, _) = new_atlas(&format!("title-{idx}"), &["--title", title]);
        let path = folder.join("atlas.json");
        let atlas: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(atlas["title"], kept);
        check_clean(&["check"], path.to_str().unwrap());
        check_clean(&["fmt", "--check"], path.to_str().unwrap());
    }
}

#[test]
fn contains_all_files_that_an_atlas_needs() {
    let (folder, run) = new_atlas("complete", &["--base-url", "https://acme.example/atlas"]);
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
    for text in [&text("README.md"), &run.stdout] {
        assert!(text.contains(" --base-url https://acme.example/atlas/ --out site\n"), "{text}");
    }
}

/// A new template that the list of copied files misses would be absent from every new atlas.
#[test]
fn copies_every_template() {
    let (folder, _) = new_atlas("templates", &[]);
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
fn the_program_understands_every_printed_command() {
    let (folder, run) = new_atlas("commands", &["--title", "Who runs Zig"]);
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    let mut n_commands = 0;
    for line in readme.lines().chain(run.stdout.lines()) {
        let Some(command) = line.strip_prefix("  ").map(str::trim_start) else { continue };
        if !command.starts_with("rustscape ") {
            continue;
        }
        let words = command.split_whitespace().take_while(|word| *word != "#");
        if let Err(error) = Cli::try_parse_from(words) {
            panic!("{command}\n{error}");
        }
        n_commands += 1;
    }
    assert_eq!(n_commands, 7);
}
