//! The step `hosts`: tests of embedded views in blogs made by Jekyll, Hugo and WordPress.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::optional::OptionalTool;
use crate::program;
use crate::setup::{self, BrowserTools};
use crate::step::Step;
use crate::workspace::Workspace;

/// Files that the tests of embedded views depend on. Besides the embed code they include all that is
/// compiled into the program, the app and the tests.
const INPUTS: [&str; 12] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "cli",
    "dist",
    "index.html",
    "public",
    "src",
    "style",
    "tests/kit",
    "tests/fixtures",
    "tests/hosts",
];

/// Runs the tests with the tools that are installed. Unless they are `required`, they are not run again
/// when nothing changed that they depend on since they passed.
pub(crate) fn test(workspace: &Workspace, required: bool) -> Result<(), Failure> {
    let installed: Vec<OptionalTool> = OptionalTool::ALL
        .into_iter()
        .filter(|tool| tool.step() == Step::Hosts && tool.is_installed(workspace))
        .collect();
    if installed.iter().all(|tool| *tool == OptionalTool::Firefox) {
        println!("left out: no blog software is installed");
        return Ok(());
    }
    let browser = setup::browser_tools(workspace)?;
    let stamp = workspace.target().join("xtask/hosts.stamp");
    let current =
        fingerprint::of(workspace.root(), &INPUTS, &versions(workspace, &browser, &installed))?;
    if !required && fs::read_to_string(&stamp).is_ok_and(|last| last == current) {
        println!(
            "unchanged since its last green run, not run again; run it with: cargo xtask test hosts"
        );
        return Ok(());
    }
    program::run(program::cargo(workspace).args(["build", "-p", "rustscape-cli"]))?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape", "--test", "hosts"]);
    program::run(with_tools(&mut tests, workspace, &browser, &installed))?;
    fs::write(&stamp, current).map_err(|error| Failure::of_file("write", &stamp, &error))
}

/// Returns the versions of the compiler, the browsers and the blog software, one a line.
fn versions(workspace: &Workspace, browser: &BrowserTools, installed: &[OptionalTool]) -> String {
    let components = installed.iter().flat_map(|tool| tool.components(workspace));
    let programs = components.filter_map(|component| component.path);
    let browsers = [&browser.chromium, &browser.chromedriver].into_iter().cloned();
    let mut lines = vec![program::output(Command::new("rustc").arg("-vV")).unwrap_or_default()];
    lines.extend(browsers.chain(programs).map(|path| version(&path)));
    lines.join("\n")
}

/// Returns the version of a program, or the names of the packages in a folder.
fn version(path: &PathBuf) -> String {
    if !path.is_dir() {
        let version = program::output(Command::new(path).arg("--version"))
            .or_else(|| program::output(Command::new(path).arg("version")));
        return format!("{} {}", path.display(), version.unwrap_or_default());
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names.join(" ")
}

fn with_tools<'a>(
    command: &'a mut Command,
    workspace: &Workspace,
    browser: &BrowserTools,
    installed: &[OptionalTool],
) -> &'a mut Command {
    let program = workspace.target().join("debug").join(format!("rustscape{EXE_SUFFIX}"));
    command
        .env("RUSTSCAPE_DIST", workspace.dist())
        .env("RUSTSCAPE_PROGRAM", program)
        .env("RUSTSCAPE_CHROMIUM", &browser.chromium)
        .env("RUSTSCAPE_CHROMEDRIVER", &browser.chromedriver);
    let components = installed.iter().flat_map(|tool| tool.components(workspace));
    command.envs(components.filter_map(|component| Some((component.variable, component.path?))))
}
