//! Installs the tools that come from npm.

use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::install;
use crate::npm_package::Package;
use crate::program;
use crate::workspace::Workspace;

/// Files that `npm ci` reads.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs all packages into `.tools/node_modules`, with the hashes of the lock file.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Failure> {
    if Package::ALL.iter().all(|package| package.find(workspace).is_some()) {
        return Ok(());
    }
    if program::on_path("npm").next().is_none() || program::on_path("node").next().is_none() {
        install::apt_install(
            &["nodejs", "npm"],
            "Node.js (which runs wasm-opt)",
            "1 to 2 minutes",
        )?;
    }
    let names = Package::ALL.map(|package| format!("{}@{}", package.name(), package.version()));
    println!("set-up: npm ci: {} into .tools/ (10 to 30 seconds)", names.join(" "));
    let folder = workspace.tools();
    fs::create_dir_all(&folder).map_err(|error| Failure::of_file("create", &folder, &error))?;
    for file in FILES {
        let from = workspace.root().join("xtask/npm").join(file);
        fs::copy(&from, folder.join(file))
            .map_err(|error| Failure::of_file("copy", &from, &error))?;
    }
    let mut npm = Command::new("npm");
    // No package needs its script; that of vnu-jar would download a Java.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    program::run(&mut npm).map_err(|failure| {
        Failure::new(format!(
            "the npm packages could not be installed ({failure}); see the message of npm above"
        ))
    })
}
