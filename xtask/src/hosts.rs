//! The step `hosts`: tests of embedded views in blogs made by Jekyll, Hugo and WordPress.

use std::env::consts::EXE_SUFFIX;
use std::process::Command;

use crate::failure::Failure;
use crate::optional::{self, OptionalTool};
use crate::program;
use crate::setup::{self, BrowserTools};
use crate::stamp::Stamp;
use crate::step::Step;
use crate::workspace::Workspace;

/// Files that the tests of embedded views depend on. Besides the embed code they include all that is
/// compiled into the program, the app and the tests.
const INPUTS: [&str; 13] = [
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
    "xtask/src",
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
    let browsers = [&browser.chromium, &browser.chromedriver].map(|path| optional::version(path));
    let versions = [optional::versions(workspace, Step::Hosts), browsers.join("\n")].concat();
    let stamp = Stamp::of(workspace, "hosts", workspace.root(), &INPUTS, &versions)?;
    program::run(program::cargo(workspace).args(["build", "-p", "rustscape-cli"]))?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape", "--test", "hosts"]);
    stamp.run_tests(Step::Hosts, required, with_tools(&mut tests, workspace, &browser, &installed))
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
